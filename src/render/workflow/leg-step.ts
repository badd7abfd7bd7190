import { docUrl, guardOutput, guardOutputs } from './guard-job';
import { matrixUses } from './matrix';
import { secretStates } from './secret-env';
import { repositoriesHandedTo, secretsOfLeg } from '../../model/jobs';
import type { BuildJobModel, Model, StepModel } from '../../model/model';
import type { Scripts } from '../../text/scripts';

/**
 * The first step of each leg. GitHub empties an output that contains the value of a secret, and
 * a checkout with an empty ref silently takes the default branch. Secrets that live in the leg's
 * environment are seen here for the first time.
 */
export function checkHandedOn(model: Model, job: BuildJobModel, scripts: Scripts): StepModel {
  const ofEnvironment = matrixUses(model, job)['environment-secrets'];
  return {
    name: 'Check what the guard handed on',
    id: 'check-outputs',
    env: {
      REQUIRED_OUTPUTS: guardOutputs({ repositories: repositoriesHandedTo(model, job) }).map((name) => `${name}=${guardOutput(name)}`).join('\n'),
      ...ofEnvironment && environmentSecrets(model, job),
      DOC_URL: docUrl(model),
    },
    run: [scripts.say, ...ofEnvironment ? [scripts.report, scripts.secrets] : [], scripts.leg].join('\n'),
  };
}

function environmentSecrets(model: Model, job: BuildJobModel): Record<string, string> {
  const secrets = job.platforms.flatMap((platform) => secretsOfLeg(model, { job, platform }));
  return {
    ENVIRONMENT: '${{ matrix.environment }}',
    SECRETS: '${{ matrix.environment-secrets }}',
    ...secretStates(secrets),
  };
}
