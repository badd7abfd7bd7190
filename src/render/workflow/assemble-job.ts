import { emptyWorkspace } from './checkout-steps';
import { commitOutput, guardOutput, refOutput } from './guard-job';
import { ASSEMBLE } from './job-ids';
import { needsOf } from './publish-stages';
import { callScript, checkoutScript, planText, scriptEnv, setArtifact, setRetention } from './publish-steps';
import { runsOn } from './runs-on';
import { signingOutput } from './signing-proofs';
import { withIds } from './step-lists';
import type { Job, JobKind } from './workflow-file';
import { pinned } from '../../github/pins';
import { runnerHost } from '../../github/runners';
import { filesWanted, type Leg, resultsOf } from '../../model/jobs';
import type { Model, StepModel } from '../../model/model';
import { fromWorkspace, patternFromWorkspace } from '../../model/paths';
import { attests, publishes, sbomOf, updatersOf } from '../../model/publish';
import { isFound } from '../../model/refs';
import { type AssemblePlan, EITHER, LEGS, type PlannedLeg, PROVENANCE, RECORD_SUM, SBOM_ATTESTATION, SBOM_PATH, SET } from '../../publish/contract';
import { kindOfTarget } from '../../targets/kind-of-target';
import { distinct } from '../../text/words';
import { kindOfUpdater, unneededPatterns } from '../../updaters/kind-of-updater';

/** What the step is called by. */
export const ASSEMBLE_STEP = 'Check and name the files of the release';

export const assemble: JobKind = {
  render: (model): Record<string, Job> => publishes(model) ? { [ASSEMBLE]: assembleJob(model) } : {},
  comments: () => ({
    [`jobs.${ASSEMBLE}`]: ' makes of what all legs built the one set that becomes public, and checks it; a rehearsal does the same',
    [`jobs.${ASSEMBLE}.permissions.contents`]: ' to check out the publish script',
  }),
};

/** It has no secret and writes nothing: what it makes, the jobs that publish prove and take as it is. */
function assembleJob(model: Model): Job {
  return {
    'name': 'Assemble',
    'needs': [...needsOf(model, 'assemble'), ...distinct(resultsOf(model).map(({ job }) => job.id))],
    'runs-on': runsOn(model.release.runner),
    'permissions': { contents: 'read' },
    'timeout-minutes': 60,
    'outputs': Object.fromEntries([RECORD_SUM, ...sbomOf(model) ? [SBOM_PATH] : []].map((name) => [name, `\${{ steps.${ASSEMBLE}.outputs.${name} }}`])),
    'env': scriptEnv(model),
    'defaults': { run: { shell: 'bash' } },
    'steps': withIds([
      ...emptyWorkspace([runnerHost(model.release.runner)]),
      checkoutScript(configurationsOf(assemblePlan(model))),
      ...resultsOf(model).map(download),
      callScript({ name: ASSEMBLE_STEP, id: ASSEMBLE, env: assembleEnv(model) }, 'assemble'),
      upload(model),
    ]),
  };
}

/**
 * One artifact a step, into a directory of its own. Of a leg that may fail it is a pattern that is
 * its name: where it matches nothing nothing is downloaded, and what is there but cannot be
 * downloaded fails, so that it is not taken for absent.
 *
 * @see https://github.com/actions/download-artifact#inputs
 */
function download({ job, platform }: Leg): StepModel {
  const path = `${LEGS}/${job.id}/${platform.name}`;
  return {
    name: `Download what ${job.id} built on ${platform.name}`,
    uses: pinned('actions/download-artifact'),
    with: platform.allowedToFail
      ? { 'pattern': `${literally(platform.artifactName)}-${guardOutput('name')}`, 'merge-multiple': true, path }
      : { name: `${platform.artifactName}-${guardOutput('name')}`, path },
  };
}

/** A name as a pattern; the guard's part of it has no such characters. */
function literally(name: string): string {
  return name.replace(/[{}()[\]!#]/g, '\\$&');
}

function assembleEnv(model: Model): Record<string, string> {
  const others = model.repositories.filter(({ self }) => !self);
  const found = others.filter(isFound);
  const signed = resultsOf(model).filter(({ platform }) => platform.signing.length);
  return {
    PLAN: planText(assemblePlan(model)),
    ...others.length && { COMMITS: others.map((repository) => `${repository.id} ${guardOutput(commitOutput(repository))}`).join('\n') },
    ...found.length && { REFS: found.map((repository) => `${repository.id} ${guardOutput(refOutput(repository))}`).join('\n') },
    ...signed.length && {
      SIGNED: signed.map(({ job, platform }) => `${job.id} ${platform.name} \${{ needs.${job.id}.outputs.${signingOutput(platform)} }}`).join('\n'),
    },
  };
}

export function assemblePlan(model: Model): AssemblePlan {
  const { id, release: { assetName, checksums, manifest } } = model;
  return {
    build: id,
    assetName,
    checksums,
    manifest,
    legs: resultsOf(model).map((leg) => plannedLeg(model, leg)),
    updaters: updatersOf(model).map(({ updater, release }) => kindOfUpdater(updater).plan(updater as never, release, model)),
    sbom: sbomOf(model),
    bundles: bundlesOf(model),
    repositories: model.repositories.map((repository) => ({ id: repository.id, name: repository.name, ref: isFound(repository) ? '' : repository.ref })),
    targets: model.publish.map((target) => kindOfTarget(target).name(target)),
  };
}

/** Of apps, each once: it says the key that their updates are signed with. */
function configurationsOf({ updaters }: AssemblePlan): string[] {
  return distinct(updaters.flatMap((updater) => 'config' in updater && updater.config !== '' ? [updater.config] : []));
}

/** What attests the files, and lies in a release beside them. */
export function bundlesOf(model: Model): string[] {
  return attests(model) ? [PROVENANCE, ...sbomOf(model) ? [SBOM_ATTESTATION] : []] : [];
}

/** A leg, as the publish script is told of it. */
export function plannedLeg(model: Model, { job, platform }: Leg): PlannedLeg {
  const isShared = resultsOf(model).filter((other) => other.platform.name === platform.name).length > 1;
  return {
    job: job.id,
    platform: platform.name,
    name: isShared ? `${job.id}-${platform.name}` : platform.name,
    patterns: filesWanted(platform).map((all) => all.map((pattern) => patternFromWorkspace(job, pattern)).join(EITHER)),
    unneeded: unneededPatterns(model, { job, platform }).map((pattern) => patternFromWorkspace(job, pattern)),
    root: fromWorkspace(job, platform.artifactRoot),
    allowedToFail: platform.allowedToFail,
    signings: platform.signing.map((title) => ({ title, without: model.secrets.find((secret) => secret.title === title)?.without ?? '' })),
  };
}

function upload(model: Model): StepModel {
  return {
    name: 'Upload the files of the release',
    id: 'upload-set',
    uses: pinned('actions/upload-artifact'),
    with: {
      'name': setArtifact(model),
      'path': SET,
      'if-no-files-found': 'error',
      'retention-days': setRetention(model),
      // a re-run replaces what it had uploaded
      'overwrite': true,
    },
  };
}
