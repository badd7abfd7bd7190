import { matrixUses } from './matrix';
import type { Model, StepModel } from '../../model/model';

/** A job's `env` takes no expression for the whole of it, so a step hands on what differs. */
export function platformEnvSteps(model: Model): StepModel[] {
  return matrixUses(model).env ? [{
    name: "Set the platform's environment variables",
    id: 'platform-env',
    env: { PLATFORM_ENV: '${{ matrix.env }}' },
    run: 'printf \'%s\\n\' "$PLATFORM_ENV" >> "$GITHUB_ENV"',
  }] : [];
}
