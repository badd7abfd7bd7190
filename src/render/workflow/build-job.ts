import { artifactSteps } from './artifact-steps';
import { declaredSteps } from './build-steps';
import { checkoutSteps, emptyWorkspace } from './checkout-steps';
import { checkHandedOn } from './leg-step';
import { matrix, matrixUses } from './matrix';
import { withIds } from './step-lists';
import type { Job } from './workflow-file';
import { credentialSteps } from '../../credentials/credential-kinds';
import type { Model, StepModel } from '../../model/model';
import type { Scripts } from '../../text/scripts';

/** One leg a platform: check out, set up, prepare, build, upload. */
export function buildJob(model: Model, scripts: Scripts): Job {
  const uses = matrixUses(model);
  return {
    'name': 'Build ${{ matrix.platform }}',
    'needs': 'guard',
    // a pushed tag has no inputs, and is built
    ...model.rehearsal && { if: '${{ !inputs.guard_only }}' },
    'runs-on': '${{ matrix.runs-on }}',
    ...uses.environment && { environment: '${{ matrix.environment }}' },
    ...uses.container && { container: '${{ matrix.container }}' },
    'permissions': model.repositories.some(({ self }) => self) ? { contents: 'read' } : {},
    'timeout-minutes': '${{ matrix.timeout-minutes }}',
    ...uses['continue-on-error'] && { 'continue-on-error': '${{ matrix.continue-on-error }}' },
    'strategy': { 'fail-fast': false, 'matrix': { include: matrix(model) } },
    'defaults': { run: { shell: 'bash' } },
    'steps': withIds(steps(model, scripts)),
  };
}

function steps(model: Model, scripts: Scripts): StepModel[] {
  return [
    checkHandedOn(model, scripts),
    ...emptyWorkspace(model),
    ...credentialSteps(model).map(({ step }) => step),
    ...checkoutSteps(model),
    ...declaredSteps(model, scripts),
    ...artifactSteps(model, scripts),
  ];
}
