import { actionElectronBuilder } from './action-electron-builder';
import { artifacts } from './artifacts';
import { caches } from './caches';
import { dependencies } from './dependencies';
import { electronPublish } from './electron-publish';
import { followUps } from './follow-ups';
import { ghRelease } from './gh-release';
import { goreleaser } from './goreleaser';
import { npmPublish } from './npm-publish';
import { packageManagers } from './package-managers';
import { pypiPublish } from './pypi-publish';
import { releaseActions } from './release-actions';
import { rust } from './rust';
import { scriptReleases } from './script-releases';
import { setupTools } from './setup-tools';
import { signing } from './signing';
import { systemPackages } from './system-packages';
import { tauriAction } from './tauri-action';
import { versions } from './versions';
import type { StepReader } from '../workflow/step-reader';

/** Every kind of step that a workflow is read by: first what only takes a part of a step, then the particular before the general. */
export const stepReaders: readonly StepReader[] = [
  actionElectronBuilder,
  signing,
  dependencies,
  electronPublish,
  setupTools,
  rust,
  packageManagers,
  systemPackages,
  versions,
  caches,
  artifacts,
  releaseActions,
  scriptReleases,
  ghRelease,
  tauriAction,
  goreleaser,
  npmPublish,
  pypiPublish,
  followUps,
];
