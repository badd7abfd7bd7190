import { attestationsPart } from './attestations';
import { targetParts } from './publish-targets';
import { releaseFiles } from './release-files';
import { repositoryNames } from '../../model/facts';
import { type Model } from '../../model/model';
import { attests, publicReleasesOf, releasesOf, stepTargetsOf } from '../../model/publish';
import { kindOfTarget } from '../../targets/kind-of-target';
import { blocks, bullets, code, heading, numbered } from '../../text/markdown';
import { andList, distinct } from '../../text/words';
import { ATTEST } from '../workflow/job-ids';
import { type Stage, stagesOf } from '../workflow/publish-stages';

/** What becomes public where and in which order, what it takes, and what to do when it goes wrong. */
export function publishingParts(model: Model): string {
  return blocks(
    'When all platforms have built, these jobs publish what they built: all of it, or nothing. They run in this order, and build nothing:',
    numbered(order(model)),
    releaseFiles(model),
    attestationsPart(model),
    ...targetParts(model),
    whenItFails(model),
    takeBack(model),
  );
}

function order(model: Model): string[] {
  const stages = stagesOf(model);
  const release = releasesOf(model).length === 1 ? 'the release' : 'each release';
  const [all, opened] = [releasesOf(model).length, publicReleasesOf(model).length];
  const drafts = `a draft of ${release}, which only those see who may write to the repository, and reads it back`;
  const sentences: Readonly<Record<Stage, (jobs: string, run: string) => string>> = {
    'assemble': (jobs) => `${jobs} looks for every declared file, gives it its name and writes down its size and its sum. `
      + 'A rehearsal ends here: the summary of the run lists what a tag would publish.',
    'attest': (jobs) => `${jobs} signs where the files come from; what it signed becomes a file of ${releasesOf(model).every(({ attest }) => attest) ? release : 'each release that is attested'}.`,
    'draft': (jobs) => `${jobs} makes ${drafts}.`,
    'before': (jobs, run) => `${jobs} ${run}${opened > 0 ? '. Where one fails, no release becomes public' : ''}.`,
    'publish': (jobs) => {
      if (opened === 0) return `${jobs} ${stages.draft.length > 0 ? `compares ${all === 1 ? 'the draft' : 'the drafts'} with the files once more` : `makes ${drafts}`}.`;
      return `${stages.draft.length > 0 ? jobs : `${jobs} makes ${drafts}. Then it`} makes ${opened === all ? release : 'each release that does not stay a draft'} public.`;
    },
    'after': (jobs, run) => `${jobs} ${run} when ${all > 0 && opened === 0 ? 'the drafts are complete' : 'everything is public'}.`,
    'follow-up': (jobs) => `Last, ${jobs} ${stages['follow-up'].length === 1 ? 'starts another workflow' : 'start other workflows'}.`,
  };
  return (Object.keys(sentences) as Stage[]).filter((stage) => stages[stage].length > 0)
    .map((stage) => sentences[stage](andList(stages[stage].map(code)), stages[stage].length === 1 ? 'runs' : 'run').trim());
}

function whenItFails(model: Model): string {
  const own = stepTargetsOf(model).map(({ id }) => code(id));
  return blocks(
    heading(3, 'When publishing fails'),
    bullets([
      ...(releasesOf(model).length === 0 ? [] : failedRelease(model)),
      ...(attests(model) ? [`Where ${code(ATTEST)} fails, nothing is published. Its log says whether Sigstore or GitHub had trouble, or this repository cannot attest.`] : []),
      ...failedPackage(model),
      'Mend the cause, open the run and choose "Re-run failed jobs". It goes on where it ended, with the same files. '
        + '"Re-run all jobs" builds anew, and files can come out different.',
      ...(own.length === 0 ? [] : [`"Re-run failed jobs" does not run ${andList(own)} again where ${own.length === 1 ? 'it' : 'they'} succeeded; "Re-run all jobs" does.`]),
    ]),
  );
}

function failedPackage({ publish }: Model): string[] {
  return publish.some(({ kind }) => kind === 'npm')
    ? ['A version that is on npm already stays as it is. If its content is the same, all is well; if not, the run says so: nobody can replace a version.']
    : [];
}

function failedRelease(model: Model): string[] {
  const replaced = releasesOf(model).filter(({ replacePublicFiles }) => replacePublicFiles);
  return [
    'A run that fails before a release is public leaves a draft. The next attempt takes it up: '
      + 'files that are there and equal stay, unfinished and different ones are sent again; files of others stop the run. Its title and the words of its notes stay, so you can edit them meanwhile; what they say of commits, sums and absent platforms is written anew.',
    'A release that is public already is compared. If it is complete and equal, all is well; if not, the run says what differs, '
      + (replaced.length === 0
        ? 'and changes nothing: people may have downloaded it.'
        : `and replaces such files in ${andList(distinct(replaced.map(({ repository }) => repositoryNames(repository))))}, unless the release is immutable.`),
  ];
}

function takeBack(model: Model): string {
  const ways = distinct(model.publish.flatMap((target) => kindOfTarget(target).takeBack(target, model)));
  return ways.length === 0 ? '' : blocks(heading(3, 'Take it back'), 'It is best to publish the next version. If that is not enough:', bullets(ways));
}
