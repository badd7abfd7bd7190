import { docUrl } from './guard-job';
import type { SigningParts } from './signing-parts';
import type { Model, PlatformModel, StepModel } from '../../model/model';
import type { Scripts } from '../../text/scripts';

/** The id of the step that starts what was packaged. */
const SMOKE_TEST = 'smoke-test';

/** What tries a build again, in front of its commands; nothing where it is run once. */
export function retryParts(model: Model, { retry }: PlatformModel, scripts: Scripts): SigningParts {
  return retry ? {
    env: {
      RETRY_ATTEMPTS: String(retry.attempts),
      RETRY_SECONDS: String(retry.pauseSeconds),
      RETRY_REASON: retry.reason,
      RETRY_LEG: '${{ matrix.platform }}',
      RETRY_DOC_URL: docUrl(model),
    },
    parts: [scripts.behind, scripts.say, scripts.retry],
  } : { env: {}, parts: [] };
}

/** Starts what was packaged; nothing where a platform does not say how. */
export function smokeTestSteps(model: Model, { smokeTest }: PlatformModel, scripts: Scripts): StepModel[] {
  return smokeTest ? [{
    name: 'Smoke test',
    id: SMOKE_TEST,
    env: { SMOKE_TEST_SECONDS: String(smokeTest.timeoutSeconds), SMOKE_TEST_LEG: '${{ matrix.platform }}', SMOKE_TEST_DOC_URL: docUrl(model) },
    run: [scripts.behind, scripts.say, scripts.smokeTest, smokeTest.run].join('\n'),
  }] : [];
}
