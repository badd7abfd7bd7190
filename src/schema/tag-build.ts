import { buildJob, neededJob } from './build-job';
import { dependency } from './dependency';
import { flag, list, needed, number, record, struct, type Table, text, word } from './field';
import { platform } from './platform';
import { publishTarget } from './publish-target';
import { repository } from './repository';
import { secret } from './secret';
import { setup } from './setup';
import { setupDoc } from './setup-doc';
import { steps } from './step';
import { RETENTION_DAYS } from '../github/limits';
import { type GuardOptions, type ReadmeOptions, type ReleaseOptions, type TagBuildOptions, VersionMode, type VersionOptions, type VersionText } from '../options';
import type { RehearseOptions } from '../rehearse';

const versionText: Table<VersionText> = { path: needed(text('path')), line: needed(text('name')) };

const version: Table<VersionOptions> = {
  files: list(text('path')),
  texts: list(struct(() => versionText)),
  mode: text('word', { among: Object.values(VersionMode) }),
  env: flag(),
};

const guard: Table<GuardOptions> = { runsOn: list(text('name')), runnerGroup: text('name') };

const release: Table<ReleaseOptions> = { assetName: text('name'), checksums: flag(), manifest: flag(), runsOn: list(text('name')) };

const rehearse: Table<RehearseOptions> = {
  pullRequests: flag(),
  branches: list(text('path')),
  schedule: text('path'),
  platforms: list(text('word')),
  watch: text('path'),
  watchIssue: flag(),
};

const readme: Table<ReadmeOptions> = { path: text('path'), heading: text('heading') };

const options: Table<TagBuildOptions> = {
  platforms: list(word(platform)),
  jobs: list(word(buildJob)),
  needs: list(struct(() => neededJob)),
  title: text('name'),
  tags: list(text('path')),
  rehearsal: flag(),
  rehearse: struct(() => rehearse),
  version: struct(() => version),
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
  retentionDays: number({ range: RETENTION_DAYS }),
  guard: struct(() => guard),
  publish: list(word(publishTarget)),
  release: struct(() => release),
  setupDoc: struct(() => setupDoc),
  readme: struct(() => readme),
  ignore: record('word', text('prose')),
};

/** What the constructor of a build is given. */
export const tagBuild: Table<{ readonly id: string; readonly options: TagBuildOptions }> = {
  id: needed(text('word')),
  options: needed(struct(() => options)),
};
