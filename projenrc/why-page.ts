import { type KnownCause, type Then } from '../src/tasks/why/known-cause';
import { knownCauses } from '../src/tasks/why/known-causes';
import { filled } from '../src/tasks/why/recognise';
import { beforeText } from '../src/tasks/why/report';

const PROSE = `\
\`npx projen tag-build:why\` reads the last run of the build on GitHub and says of each job that failed: the cause, what to do, whether a re-run is enough or a new tag is needed, and what would have said it before the tag was pushed.

\`\`\`console
$ npx projen tag-build:why
EXAMPLE
\`\`\`

\`\`\`
npx projen-tag-build why [RUN] [--build ID] [--json]
\`\`\`

Without \`RUN\` it takes the last run that failed, of those that a tag, or somebody by hand, has started; of several builds \`--build\` chooses one. If a newer one succeeded, it says so first. \`RUN\` is the id of any run of the repository, or the address of its page. A run that is under way is told as far as it has failed.

It asks GitHub as you, as [the doctor](doctor.md) does: with the token in \`GH_TOKEN\`, else in \`GITHUB_TOKEN\`, else with the login of \`gh\`. It needs Actions: read, changes nothing and runs nothing again.

## What it looks at

- What a job has said of itself (the annotations of its page), and the log of the step that failed, which begins where the runner starts the step. What steps before it printed, and steps that may fail, is no cause; nor are jobs that were cancelled because another failed, and platforms that are allowed to fail.
- [Messages of the guard, of the legs and of what publishes](github-actions-tag-build.md#when-it-fails): all of them, for they are said together, each with its heading in your setup doc. One counts only where a step has failed whose script, in the workflow as it is declared here, has that message: a program in your build can print what looks like it.
- What tools of others print: the table below. The first line that is recognised is the cause; what stands below it came of it. What many failures lead to, such as a program that is not there, counts only where nothing else is recognised.
- Otherwise it shows the last twenty lines of the step, without escape sequences, and names the page to look at.

GitHub hides the secrets that it knows. What is shaped like a token, a password in an address or a private key is hidden besides, but nobody knows all shapes: look before you paste an answer somewhere.

| [exit code](../README.md#commands) of \`npx projen-tag-build why\` | |
| --- | --- |
| 0 | nothing failed |
| 1 | a run failed, and what is known of it was told |
| 3 | a run failed, and the log of a job could not be had: GitHub deletes logs after 90 days, or sooner where a setting says so |

## JSON

\`--json\` prints one document: \`version\` (1), \`run\` (as GitHub has it; null where there is none), \`goodSince\` (the id of the newest, where it has succeeded since; else null), \`failedBefore\` (the id of the last that failed, where \`run\` is under way; else null) and \`diagnoses\`, one for each job: \`job\`, \`step\`, \`url\`, \`findings\` (\`id\`, \`title\`, \`said\`, \`cause\`, \`cure\`, \`then\`, \`before\`, \`sources\`), \`tail\` (the last lines where nothing is recognised) and \`silence\` (why there is no log). What is added later leaves the version as it is.

| \`then\` | |
| --- | --- |
| \`rerun\` | the failed jobs can run again as they are |
| \`settings-then-rerun\` | the failed jobs can run again when a secret or a setting is mended |
| \`settings-then-rerun-all\` | the same of all jobs |
| \`new-tag\` | something must be committed: a re-run keeps the commit and the workflow |`;

const THEN: Readonly<Record<Then, string>> = {
  'rerun': 'A re-run is enough.',
  'settings-then-rerun': 'Then a re-run is enough.',
  'settings-then-rerun-all': 'Then a re-run of all jobs is enough.',
  'new-tag': 'It takes a new tag.',
};

/**
 * The page of what a failed run is told by. The headings of causes are their ids, so that a link to one never breaks.
 *
 * @param marker projen's line for generated files
 * @param example what the command prints
 */
export function whyPage(marker: string, example: string): string {
  return [
    `<!-- ${marker} -->`,
    '# Why did a run fail?',
    PROSE.replace('EXAMPLE', () => example.trimEnd()),
    '## Known causes',
    ...knownCauses.map(section),
  ].join('\n\n') + '\n';
}

function section({ id, title, cause, cure, then, before, sources }: KnownCause): string {
  return [
    `### ${id}`,
    `**${title}.** ${filled(cause, {})}`,
    `${cure} ${THEN[then]}${before && ` ${beforeText(before)}`}`,
    `Seen: ${sources.map((source) => `<${source}>`).join(', ')}`,
  ].join('\n\n');
}
