import { githubRelease } from './github-release';
import { npm } from './npm';
import { steps } from './steps';
import type { TargetKind } from './target-kind';
import { workflow } from './workflow';
import type { PublishTargetModel } from '../model/model';

/** Every kind of publish target. */
export const targetKinds: { readonly [K in PublishTargetModel['kind']]: TargetKind<Extract<PublishTargetModel, { kind: K }>> } = {
  'github-release': githubRelease,
  npm,
  steps,
  workflow,
};
