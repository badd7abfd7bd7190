import { normaliseCredentials } from './credentials';
import { normaliseRunner } from './platforms';
import { joinPath } from './repositories';
import { normaliseUpdater } from './updaters';
import { readBy } from '../model/jobs';
import type { CredentialModel, GithubReleaseModel, PublishTargetModel, Model, ReleaseNotesModel } from '../model/model';
import { toStepModel } from '../model/steps';
import type { GithubReleaseOptions, PublishTarget } from '../publish-target';
import type { ReleaseNotes } from '../release-notes';
import { freeName, inWords } from '../text/words';

/** What each kind is called where it is not given an id: the only one of its kind so, the others with a number. */
const NAMES = { 'github-release': 'release', 'npm': 'npm', 'workflow': 'follow-up' } as const;

/** The publish targets, with a credential for each that opens a repository. */
export function normalisePublish(targets: readonly PublishTarget[], model: Pick<Model, 'jobs' | 'repositories' | 'dependencies'>): PublishTargetModel[] {
  const credentials = normaliseCredentials(targets.map(accessOf), readBy(model).map(({ credential }) => credential));
  const taken = new Set(targets.flatMap(({ _spec }) => _spec.kind === 'steps' ? [_spec.id.toLowerCase()] : []));
  return targets.map(({ _spec }, index) => {
    const id = _spec.kind === 'steps' ? _spec.id : freeName(NAMES[_spec.kind], '-', taken);
    return normaliseTarget({ id, declaredAt: `publish[${index}]` }, _spec, credentials[index], model);
  });
}

function accessOf({ _spec: spec }: PublishTarget) {
  switch (spec.kind) {
    case 'github-release':
      return { owner: ownerOf(spec.options?.repository), credential: spec.options?.credential, purpose: 'release' } as const;
    case 'workflow':
      return { owner: ownerOf(spec.options.repository), credential: spec.options.credential, purpose: 'start' } as const;
    case 'steps':
    case 'npm':
      return { owner: '', credential: undefined };
  }
}

function ownerOf(repository = ''): string {
  return repository.split('/')[0];
}

function normaliseTarget(
  base: Pick<PublishTargetModel, 'id' | 'declaredAt'>,
  spec: PublishTarget['_spec'],
  credential: CredentialModel,
  model: Pick<Model, 'jobs' | 'repositories'>,
): PublishTargetModel {
  switch (spec.kind) {
    case 'github-release':
      return { kind: spec.kind, ...base, ...normaliseRelease(spec.options ?? {}, credential, model) };
    case 'steps': {
      const { title, afterRelease, permissions, environment, runsOn, timeoutMinutes, steps } = spec.options;
      return {
        kind: spec.kind,
        ...base,
        title: title ?? inWords(spec.id),
        afterRelease: afterRelease ?? false,
        permissions: permissions ?? [],
        environment: environment ?? '',
        runner: normaliseRunner({ runsOn }, ['ubuntu-latest']),
        timeoutMinutes: timeoutMinutes ?? 30,
        steps: steps.map(toStepModel),
      };
    }
    case 'npm': {
      const { package: name, tarball, staged, distTag, environment } = spec.options;
      return {
        kind: spec.kind,
        ...base,
        package: name,
        tarball: tarball ?? '*.tgz',
        staged: staged ?? true,
        distTag: distTag ?? 'latest',
        environment: environment ?? '',
      };
    }
    case 'workflow': {
      const { workflow, repository, ref, inputs } = spec.options;
      return { kind: spec.kind, ...base, repository: repository ?? '', workflow, credential, ref: ref ?? '', inputs: inputs ?? {} };
    }
  }
}

function normaliseRelease(
  options: GithubReleaseOptions,
  credential: CredentialModel,
  model: Pick<Model, 'jobs' | 'repositories'>,
): Omit<GithubReleaseModel, 'kind' | 'id' | 'declaredAt'> {
  const repository = options.repository ?? '';
  return {
    repository,
    credential,
    title: options.title ?? '{tag}',
    notes: normaliseNotes(options.notes, repository !== '', model.repositories.length > 1),
    prerelease: options.prerelease ?? 'auto',
    latest: options.latest ?? 'auto',
    draftOnly: options.draftOnly ?? false,
    discussionCategory: options.discussionCategory ?? '',
    environment: options.environment ?? '',
    immutable: options.immutable ?? false,
    replacePublicFiles: options.replacePublicFiles ?? false,
    ...options.updater && { updater: normaliseUpdater(options.updater, model) },
    attest: options.attest ?? false,
    sbom: options.sbom ?? '',
  };
}

/** In another repository no pull request tells what came in. */
function normaliseNotes(notes: ReleaseNotes | undefined, elsewhere: boolean, several: boolean): ReleaseNotesModel {
  const spec = notes?._spec;
  const options = spec?.options ?? {};
  const kind = spec?.kind ?? (elsewhere ? 'none' : 'generated');
  return {
    kind,
    path: spec?.kind === 'file' ? joinPath(spec.path) : spec?.kind === 'changelog' ? joinPath(spec.options?.path ?? 'CHANGELOG.md') : '',
    text: spec?.kind === 'text' ? spec.text : '',
    previousTag: spec?.kind === 'generated' ? spec.options?.previousTag ?? '' : '',
    configurationFile: spec?.kind === 'generated' ? spec.options?.configurationFile ?? '' : '',
    commits: options.commits ?? (elsewhere || several),
    checksums: options.checksums ?? false,
  };
}
