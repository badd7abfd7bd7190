import { artifacts } from './artifacts';
import { caches } from './caches';
import { packageManagers } from './package-managers';
import { rust } from './rust';
import { setupTools } from './setup-tools';
import { systemPackages } from './system-packages';
import type { StepReader } from '../workflow/step-reader';

/** Every kind of step that a workflow is read by, the particular before the general. */
export const stepReaders: readonly StepReader[] = [
  setupTools,
  rust,
  packageManagers,
  systemPackages,
  caches,
  artifacts,
];
