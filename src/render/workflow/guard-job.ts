import { guardTargets, targetLine } from './guard-targets';
import { GUARD } from './job-ids';
import { runsOn } from './runs-on';
import { secretLines, secretStates } from './secret-env';
import { manifestParts, versionFilesEnv } from './version-files';
import type { Job, JobKind } from './workflow-file';
import type { CredentialStep } from '../../credentials/credential-kind';
import { credentialSteps, kindOf, writingSteps } from '../../credentials/credential-kinds';
import { kindOfDependency } from '../../dependencies/dependency-kinds';
import { isNegativeTagFilter, tagFilterToRegExpSource } from '../../github/tag-filters';
import { skippedWithout } from '../../model/conditions';
import { readBy, secretsOfGuard } from '../../model/jobs';
import type { DependencyModel, Model, RepositoryModel, StepModel } from '../../model/model';
import { fromRoot } from '../../model/paths';
import { attests, releasesOf } from '../../model/publish';
import { isFound, refFilesHere } from '../../model/refs';
import { isStamped, versionFilesOf } from '../../model/versions';
import { linkPath, oneLine } from '../../text/markdown';
import type { Scripts } from '../../text/scripts';
import { andList } from '../../text/words';

export { GUARD };

export const guard: JobKind = {
  render: (model, scripts) => ({ [GUARD]: guardJob(model, scripts) }),
  comments: (model) => ({
    [`jobs.${GUARD}`]: ' runs first, in seconds: are the secrets set, can the repositories be read, at which commits?',
    [`jobs.${GUARD}.permissions.contents`]: ` ${andList(whyContents(model))}`,
  }),
};

/** Outputs that say what is built, besides the commits. */
export const GUARD_FACTS = ['real', 'tag', 'name', 'version', 'prerelease'] as const;

/** The output that holds the commit of a repository. */
export function commitOutput({ id }: RepositoryModel): string {
  return `commit-${id}`;
}

/** The output that holds the ref that was found for it. */
export function refOutput({ id }: RepositoryModel): string {
  return `ref-${id}`;
}

/** An output of the guard, as the jobs that need it read it. */
export function guardOutput(name: string): string {
  return `\${{ needs.${GUARD}.outputs.${name} }}`;
}

/** Everything that the guard hands on. */
export function guardOutputs({ repositories }: { readonly repositories: readonly RepositoryModel[] }): string[] {
  return [...GUARD_FACTS, ...repositories.filter(({ self }) => !self).map(commitOutput)];
}

/** Checks everything that a build needs, in seconds, and hands on what is to be built. */
export function guardJob(model: Model, scripts: Scripts): Job {
  const made = [...credentialSteps(readBy(model)), ...writingSteps(guardTargets(model))];
  const outputs = [...guardOutputs(model), ...model.repositories.filter(isFound).map(refOutput)];
  return {
    'name': 'Guard',
    // a fork has neither the secrets nor the intention
    'if': '${{ !github.event.repository.fork }}',
    'runs-on': runsOn(model.guard),
    'permissions': whyContents(model).length ? { contents: 'read' } : {},
    'timeout-minutes': 5,
    'outputs': Object.fromEntries(outputs.map((name) => [name, `\${{ steps.${GUARD}.outputs.${name} }}`])),
    ...made.length && { env: secretStates(made.map(({ secrets }) => ({ names: secrets }))) },
    'defaults': { run: { shell: 'bash' } },
    'steps': [
      ...made.map(({ step, secrets }) => tolerant(step, secrets)),
      { name: 'Check secrets and repositories', id: GUARD, env: guardEnv(model, made), run: guardScript(model, scripts) },
    ],
  };
}

/** What the guard reads in the workflow's own repository. */
function whyContents(model: Model): string[] {
  return [
    ...versionFilesOf(model).length ? [isStamped(model) ? 'to see that the version can be written into its files' : 'to compare the version in its files with the tag'] : [],
    ...refFilesHere(model).length ? ['to read the refs of other repositories'] : [],
    ...releasesOf(model).some(({ repository }) => repository === '') ? ['to see whether the tag has a release already'] : [],
  ];
}

/** A credential that cannot be made is for the guard to explain, whether a secret is missing or wrong. */
function tolerant(step: StepModel, secrets: readonly string[]): StepModel {
  return { ...step, 'if': secrets.map((name) => `env.SET_${name} == 'true'`).join(' && '), 'continue-on-error': true };
}

function guardScript(model: Model, scripts: Scripts): string {
  const targets = guardTargets(model);
  const parts = [...readBy(model), ...targets].map(({ credential }) => kindOf(credential).guardPart).filter((part) => part !== undefined);
  return [
    scripts.say, scripts.report, scripts.secrets, ...skippedOf(model).length ? [scripts.skipped] : [], scripts.requests, scripts.answers,
    ...[...new Set(parts)].map((part) => scripts[part]),
    ...registries(model).length ? [scripts.registries] : [],
    ...targets.length ? [scripts.targets] : [], ...attests(model) ? [scripts.attester] : [],
    ...model.repositories.some(isFound) ? [scripts.refs] : [],
    ...versionFilesOf(model).length ? [...manifestParts(model, scripts), scripts.version] : [], scripts.guard,
  ].join('\n');
}

function guardEnv(model: Model, made: readonly CredentialStep[]): Record<string, string> {
  const secrets = secretsOfGuard(model);
  const targets = guardTargets(model);
  const credentials = [...[...readBy(model), ...targets].map((opened) => kindOf(opened.credential).env(opened)), ...made.map((one) => one.guardEnv)];
  return {
    TAG_FILTERS: model.tags.map(filterLine).join('\n'),
    WORKFLOW_PATH: model.workflowPath,
    ...releasesOf(model).some(({ prerelease }) => prerelease === 'auto') && { MARKED_BY: 'version' },
    REPOSITORIES: [...model.repositories.map(repositoryLine), ...model.dependencies.map(dependencyLine)].join('\n'),
    ...targets.length && { TARGETS: targets.map(targetLine).join('\n') },
    ...attests(model) && { ATTESTER: '${{ github.event.repository.visibility }}/${{ github.event.repository.owner.type }}' },
    ...secrets.length && { SECRETS: secretLines(secrets), ...secretStates(secrets) },
    ...skippedOf(model).length && { SKIPPED: skippedOf(model).join('\n') },
    ...Object.assign({}, ...credentials, ...registries(model).map((registry) => kindOfDependency(registry).credentialEnv(registry))),
    ...versionFilesEnv(model),
    WORKFLOW_TOKEN: '${{ github.token }}',
    DOC_URL: docUrl(model),
  };
}

/** What is skipped where a secret is not set, a line each; none where no step asks. */
function skippedOf(model: Model): string[] {
  return secretsOfGuard(model).flatMap((secret) => {
    const steps = skippedWithout(model, secret);
    return steps.length ? [`${secret.names[0]} ${oneLine(`${secret.title} is not set. Skipped: ${andList(steps)}.`)}`] : [];
  });
}

/** A tag filter as our scripts read it. */
export function filterLine(pattern: string): string {
  return isNegativeTagFilter(pattern) ? `- ${tagFilterToRegExpSource(pattern.slice(1))}` : `+ ${tagFilterToRegExpSource(pattern)}`;
}

function repositoryLine(repository: RepositoryModel): string {
  const { id, self, name, path } = repository;
  const source = self ? 'self - -' : `${name} ${refField(repository)} ${kindOf(repository.credential).guardField(repository)}`;
  return `${id} ${source} ${path || '.'}`;
}

/** A path is encoded: a field has no space, and the file is asked for by an address. */
function refField({ matchTag, refFile, ref }: RepositoryModel): string {
  return `${matchTag && `tag:${matchTag}:`}${refFile ? `file:${linkPath(refFile)}` : ref}`;
}

/** Without a path, since it is fetched and not checked out. */
function dependencyLine(dependency: DependencyModel): string {
  return `${dependency.id} ${kindOfDependency(dependency).guardFields(dependency)}`;
}

function registries({ dependencies }: Model): DependencyModel[] {
  return dependencies.filter(({ kind }) => kind !== 'github');
}

/** The doc as it was when the tag was made. */
export function docUrl(model: Model): string {
  return `\${{ github.server_url }}/\${{ github.repository }}/blob/\${{ github.sha }}/${linkPath(fromRoot(model, model.setupDoc.path))}`;
}
