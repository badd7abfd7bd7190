import { container } from './container';
import { list, needed, number, record, struct, type Table, text, type Word, word } from './field';
import { secret } from './secret';
import { setup } from './setup';
import { signing } from './signing';
import { steps } from './step';
import { Platform, type PlatformOptions } from '../platform';

const options: Table<PlatformOptions> = {
  script: text('code', { filled: true }),
  run: list(text('code')),
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
