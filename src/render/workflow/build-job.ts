import { artifactSteps } from './artifact-steps';
import { declaredSteps } from './build-steps';
import { checkoutSteps, emptyWorkspace } from './checkout-steps';
import { checkHandedOn } from './leg-step';
import { matrix, matrixUses } from './matrix';
import { withIds } from './step-lists';
import type { Job } from './workflow-file';
import { credentialSteps } from '../../credentials/credential-kinds';
import { repositoriesOf } from '../../model/jobs';
import type { BuildJobModel, Model, StepModel } from '../../model/model';
import type { Scripts } from '../../text/scripts';

/** One leg a platform: check out, set up, prepare, build, upload. */
export function buildJob(model: Model, job: BuildJobModel, scripts: Scripts): Job {
  const uses = matrixUses(model, job);
  return {
    'name': `${job.title} \${{ matrix.platform }}`,
    'needs': 'guard',
    // a pushed tag has no inputs, and is built
    ...model.rehearsal && { if: '${{ !inputs.guard_only }}' },
    'runs-on': '${{ matrix.runs-on }}',
    ...uses.environment && { environment: '${{ matrix.environment }}' },
    ...uses.container && { container: '${{ matrix.container }}' },
    'permissions': repositoriesOf(model, job).some(({ self }) => self) ? { contents: 'read' } : {},
    'timeout-minutes': '${{ matrix.timeout-minutes }}',
    ...uses['continue-on-error'] && { 'continue-on-error': '${{ matrix.continue-on-error }}' },
    'strategy': { 'fail-fast': false, 'matrix': { include: matrix(model, job) } },
    'defaults': { run: { shell: 'bash' } },
    'steps': withIds(steps(model, job, scripts)),
  };
}

function steps(model: Model, job: BuildJobModel, scripts: Scripts): StepModel[] {
  const repositories = repositoriesOf(model, job);
  return [
    checkHandedOn(model, job, scripts),
    ...emptyWorkspace(job),
    ...credentialSteps(repositories).map(({ step }) => step),
    ...checkoutSteps(repositories),
    ...declaredSteps(model, job, scripts),
    ...artifactSteps(model, job, scripts),
  ];
}
