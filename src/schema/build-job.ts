import { dependency } from './dependency';
import { flag, list, needed, number, struct, type Table, text, type Word, word } from './field';
import { platform } from './platform';
import { repository } from './repository';
import { secret } from './secret';
import { setup } from './setup';
import { steps } from './step';
import { BuildJob, type BuildJobOptions, type NeededJob } from '../build-job';
import { RETENTION_DAYS } from '../github/limits';

export const neededJob: Table<NeededJob> = {
  job: needed(text('word')),
  path: needed(text('path')),
  platforms: list(text('word')),
  merge: flag(),
};

const options: Table<BuildJobOptions> = {
  platforms: needed(list(word(platform)), 'by-rule'),
  title: text('name'),
  needs: list(struct(() => neededJob)),
  repositories: list(word(repository)),
  workingDirectory: text('path'),
  setup: list(word(setup)),
  preInstallSteps: steps,
  prepare: steps,
  preBuildSteps: steps,
  postBuildSteps: steps,
  secrets: list(word(secret)),
  dependencies: list(word(dependency)),
  timeoutMinutes: number(),
  handedOn: flag(),
  retentionDays: number({ range: RETENTION_DAYS }),
};

export const buildJob: Word<BuildJob> = {
  class: BuildJob,
  kinds: { of: { id: needed(text('word')), options: needed(struct(() => options)) } },
};
