import { github } from 'projen';
import { credential } from './credential';
import { flag, list, needed, number, record, struct, type Table, text, type Word, word } from './field';
import { releaseNotes } from './release-notes';
import { secret } from './secret';
import { steps } from './step';
import { updater } from './updater';
import {
  type FollowUpWorkflowOptions,
  type GithubReleaseOptions,
  type JobPermission,
  type NpmOptions,
  type PublishStepsOptions,
  PublishTarget,
  ReleaseFlag,
} from '../publish-target';

const releaseFlag = text('word', { among: Object.values(ReleaseFlag) });

const githubRelease: Table<GithubReleaseOptions> = {
  repository: text('word'),
  credential: word(credential),
  title: text('name'),
  notes: word(releaseNotes),
  prerelease: releaseFlag,
  latest: releaseFlag,
  draftOnly: flag(),
  discussionCategory: text('name'),
  environment: text('name'),
  immutable: flag(),
  replacePublicFiles: flag(),
  updater: word(updater),
  attest: flag(),
  sbom: text('path'),
};

const permission: Table<JobPermission> = {
  permission: needed(text('word')),
  access: needed(text('word', { among: Object.values(github.workflows.JobPermission) })),
  reason: needed(text('name')),
};

const ownSteps: Table<PublishStepsOptions> = {
  steps: needed(steps),
  title: text('name'),
  afterRelease: flag(),
  permissions: list(struct(() => permission)),
  secrets: list(word(secret)),
  environment: text('name'),
  runsOn: list(text('name')),
  timeoutMinutes: number(),
};

const npm: Table<NpmOptions> = {
  package: needed(text('word')),
  tarball: text('path'),
  staged: flag(),
  distTag: text('word'),
  environment: text('name'),
};

const workflow: Table<FollowUpWorkflowOptions> = {
  workflow: needed(text('word')),
  repository: text('word'),
  credential: word(credential),
  ref: text('path'),
  inputs: record('word', text('phrase')),
};

export const publishTarget: Word<PublishTarget> = {
  class: PublishTarget,
  kinds: {
    'github-release': { options: struct(() => githubRelease) },
    'steps': { id: needed(text('word')), options: needed(struct(() => ownSteps)) },
    'npm': { options: needed(struct(() => npm)) },
    'workflow': { options: needed(struct(() => workflow)) },
  },
};
