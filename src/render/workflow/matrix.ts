import { runsOn } from './runs-on';
import { secretLines } from './secret-env';
import { proofLines } from './signing-proofs';
import type { MatrixEntry } from './workflow-file';
import { isNeeded, secretsOfLeg } from '../../model/jobs';
import type { BuildJobModel, Model, PlatformModel } from '../../model/model';
import { fromWorkspace, patternFromWorkspace } from '../../model/paths';
import { unneededPatterns } from '../../updaters/kind-of-updater';

/** Which of the keys that a leg rarely needs are needed by any. */
export interface MatrixUses {
  readonly 'environment': boolean;
  readonly 'environment-secrets': boolean;
  readonly 'container': boolean;
  readonly 'continue-on-error': boolean;
  readonly 'unneeded': boolean;
  readonly 'alternatives': boolean;
  readonly 'proofs': boolean;
}

export function matrixUses(model: Model, job: BuildJobModel): MatrixUses {
  const any = (test: (platform: PlatformModel) => unknown) => job.platforms.some(test);
  return {
    'environment': any(({ environment }) => environment),
    'environment-secrets': any((platform) => secretsOfLeg(model, { job, platform }).length),
    'container': any(({ container }) => container),
    'continue-on-error': any(({ allowedToFail }) => allowedToFail),
    'unneeded': any((platform) => unneededPatterns(model, { job, platform }).length),
    'alternatives': any(({ alternatives }) => alternatives.length),
    'proofs': any(({ proofs }) => proofs.length),
  };
}

/** One entry a platform. All entries have the same keys. */
export function matrix(model: Model, job: BuildJobModel): MatrixEntry[] {
  const uses = matrixUses(model, job);
  return job.platforms.map((platform) => ({
    'platform': platform.name,
    'runs-on': runsOn(platform),
    ...uses.environment && { environment: platform.environment },
    ...uses['environment-secrets'] && { 'environment-secrets': secretLines(secretsOfLeg(model, { job, platform })) },
    ...uses.container && { container: platform.container ?? '' },
    'timeout-minutes': platform.timeoutMinutes,
    ...uses['continue-on-error'] && { 'continue-on-error': platform.allowedToFail !== '' },
    'artifact': platform.artifactName,
    ...isNeeded(model, job) && { root: fromWorkspace(job, platform.artifactRoot) || '.' },
    'artifacts': platform.artifacts.map((pattern) => patternFromWorkspace(job, pattern)).join('\n'),
    ...uses.unneeded && { unneeded: unneededPatterns(model, { job, platform }).map((pattern) => patternFromWorkspace(job, pattern)).join('\n') },
    ...uses.alternatives && { alternatives: platform.alternatives.map((all) => all.map((pattern) => patternFromWorkspace(job, pattern)).join('|')).join('\n') },
    ...uses.proofs && { proofs: proofLines(model, job, platform) },
  }));
}
