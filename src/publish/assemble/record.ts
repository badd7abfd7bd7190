import type { AbsentLeg, AssemblePlan, BuiltRepository, LegSignature, PlannedRepository, ReleaseFile, ReleaseSet } from '../contract';
import { input } from '../inputs';
import { fail } from '../report';

/** What is known of the run, for the record of the set. */
export function recordOf(
  plan: AssemblePlan,
  files: readonly ReleaseFile[],
  absent: readonly AbsentLeg[],
  signatures: readonly LegSignature[],
): ReleaseSet {
  const [repository, id] = [input('GITHUB_REPOSITORY'), input('GITHUB_RUN_ID')];
  return {
    version: 1,
    build: plan.build,
    tag: input('TAG'),
    release: releaseName(),
    prerelease: input('PRERELEASE') === 'true',
    run: { repository, id: Number(id), url: `${input('GITHUB_SERVER_URL')}/${repository}/actions/runs/${id}` },
    repositories: plan.repositories.map(builtRepository),
    files,
    absent,
    signatures,
  };
}

/** The version in the tag, or the name of the branch. GitHub empties an output that holds the value of a secret. */
export function releaseName(): string {
  const name = input('TAG') ? input('VERSION') : input('NAME');
  return name || called('The guard handed on neither a version nor a name. GitHub empties an output in which the value of a secret stands');
}

/** The version in the tag; '' in a rehearsal on a branch. */
export function tagVersion(): string {
  return input('TAG') && releaseName();
}

function builtRepository({ id, name, ref }: PlannedRepository): BuiltRepository {
  if (name === '') {
    return { name: input('GITHUB_REPOSITORY'), ref: input('GITHUB_REF_NAME'), commit: input('GITHUB_SHA') };
  }
  const commit = handedOn('COMMITS', id);
  return {
    name,
    ref: ref || handedOn('REFS', id) || called(`The guard handed on no ref of ${name}. GitHub empties an output in which the value of a secret stands`),
    commit: /^[0-9a-f]{40,64}$/.test(commit) ? commit : called(`The guard handed on no commit of ${name}, but '${commit}'`),
  };
}

/** What the guard says of a repository: a line `id value` each. */
function handedOn(variable: string, id: string): string {
  return input(variable).split('\n').map((line) => line.trim().split(' ')).find(([of]) => of === id)?.[1] ?? '';
}

function called(problem: string): never {
  fail('the-script-was-called-wrongly', `${problem}. Choose "Re-run all jobs".`);
}
