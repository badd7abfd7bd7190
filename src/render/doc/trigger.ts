import { type Section } from './section';
import { exampleTags } from '../../github/example-tags';
import { kindOfManifest } from '../../manifests/manifest-kinds';
import { exampleTag, workflowFile } from '../../model/facts';
import { type Model } from '../../model/model';
import { publishes } from '../../model/publish';
import { isStamped, versionFilesOf } from '../../model/versions';
import { blocks, bullets, code, codeBlock, numbered, table, text } from '../../text/markdown';
import { shownShellWord } from '../../text/shell';
import { andList, distinct } from '../../text/words';

/** The commands that start a run, and the ways in which a tag starts none. */
export const trigger: Section = {
  id: 'trigger',
  heading: 'How to trigger it',
  render: (model) => blocks(
    `One command looks at all that speaks against the tag, asks, ${isStamped(model) ? '' : 'sets the version in the files that hold it, '}pushes, and follows the run to its end:`,
    releaseTag(model),
    'Or push a tag yourself:',
    codeBlock('sh', [pushTag(model)]),
    filters(model),
    examples(model),
    bullets([
      'The workflow file must be in the commit that you tag. A tag on an older commit runs the file as it was then, or nothing.',
      'Push at most three tags at once. With more, GitHub starts no run at all.',
      `A tag that another workflow creates with its ${code('GITHUB_TOKEN')} starts nothing.`,
      'In a fork nothing runs.',
    ]),
    isStamped(model) ? stamp(model) : '',
    model.rehearsal ? rehearsal(model) : '',
  ),
};

/** The command that does all of it, as the doc and the README show it. */
export function releaseTag(model: Model): string {
  return codeBlock('sh', [`${model.packageRunner} projen tag-build:release ${shownShellWord(exampleTag(model))}`]);
}

/** What pushes a tag by hand. */
export function pushTag(model: Model): string {
  const tag = shownShellWord(exampleTag(model));
  return `git tag ${tag} && git push origin ${tag}`;
}

function filters(model: Model): string {
  const [first, ...others] = model.tags;
  if (others.length === 0) return `A tag starts a build if it matches ${code(first)}. ${wildcards(model)}`.trim();
  return blocks(
    'These filters decide which tags start a build. The last one that matches wins, and a filter that begins with `!` excludes.',
    numbered(model.tags.map(code)),
    wildcards(model),
  );
}

function wildcards(model: Model): string {
  const all = model.tags.join(' ');
  return [
    /(?<!\*)\*(?!\*)/.test(all) ? '`*` stands for anything but `/`.' : '',
    all.includes('**') ? '`**` stands for anything.' : '',
    /(?:^|[ !/])\*\*\//.test(all) ? '`**/` in front of a name or part of one may stand for nothing in a path; whether it may in a tag GitHub does not say.' : '',
  ].filter(Boolean).join(' ');
}

function examples(model: Model): string {
  const { matching, notMatching } = exampleTags(model.tags);
  const row = (answer: string) => (tag: string) => [code(tag), answer];
  const rows = [...matching.map(row('yes')), ...notMatching.map(row('no'))];
  return rows.length === 0 ? '' : table(['Tag', 'Starts a build'], rows);
}

/** What a tag has to be like, file by file. */
function stamp(model: Model): string {
  const files = versionFilesOf(model).map((file) => ({ path: file.path, words: kindOfManifest(file)?.takes }));
  const takes = distinct(files.flatMap(({ words }) => words ?? []))
    .map((words) => `${andList(files.filter((file) => file.words === words).map(({ path }) => code(path)))}: ${text(words)}.`);
  return blocks(
    'The tag brings the version, so nothing needs to be changed for a new one; what the files have in the commit does not count.'
      + (takes.length ? ' A tag whose version one of them cannot hold ends in the guard:' : ''),
    bullets(takes),
  );
}

function rehearsal(model: Model): string {
  return blocks(
    '### Rehearse it first',
    'A manual run does the same on a branch, without a tag. Its artifacts are named after the branch.'
      + (isStamped(model) ? ' A branch has no version, and nothing is written into files.' : '')
      + (publishes(model) ? ' It publishes nothing: its summary lists what a tag would publish.' : ''),
    codeBlock('sh', [dispatch(model)]),
    'To try only what the secrets hold, in seconds and without a build, run just the guard:',
    codeBlock('sh', [`${dispatch(model)} -f guard_only=true`]),
    'The branch must be pushed, and GitHub offers the manual run only once the workflow file is on the default branch.',
  );
}

function dispatch(model: Model): string {
  return `gh workflow run ${shownShellWord(workflowFile(model))} --ref "$(git branch --show-current)"`;
}
