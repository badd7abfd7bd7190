import { container } from './container';
import { list, needed, number, record, struct, type Table, text, type Word, word } from './field';
import { secret } from './secret';
import { setup } from './setup';
import { signing } from './signing';
import { steps } from './step';
import { PAUSE_SECONDS, RETRY_ATTEMPTS, SMOKE_TEST_SECONDS } from '../github/limits';
import { Platform, type PlatformOptions, type RetryOptions, type SmokeTestOptions } from '../platform';

const retry: Table<RetryOptions> = {
  reason: needed(text('phrase', { filled: true })),
  attempts: number({ range: RETRY_ATTEMPTS }),
  pauseSeconds: number({ range: PAUSE_SECONDS }),
};

const smokeTest: Table<SmokeTestOptions> = {
  run: needed(text('code', { filled: true })),
  timeoutSeconds: number({ range: SMOKE_TEST_SECONDS }),
};

const options: Table<PlatformOptions> = {
  script: text('code', { filled: true }),
  run: list(text('code')),
  retry: struct(() => retry),
  smokeTest: struct(() => smokeTest),
  artifacts: needed(list(text('path')), 'by-rule'),
  name: text('word'),
  artifactName: text('name'),
  runsOn: list(text('name')),
  runnerGroup: text('name'),
  container: struct(() => container),
  environment: text('name'),
  timeoutMinutes: number(),
  env: record('variable', text('code')),
  jobEnv: record('variable', text('code')),
  secrets: list(word(secret)),
  signing: list(word(signing)),
  setup: list(word(setup)),
  preInstallSteps: steps,
  preBuildSteps: steps,
  postBuildSteps: steps,
  allowedToFail: text('prose'),
};

export const platform: Word<Platform> = {
  class: Platform,
  kinds: {
    of: { name: needed(text('word')), hosted: text('word'), options: needed(struct(() => options)) },
  },
};
