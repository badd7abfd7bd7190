import type { UpdaterKind } from './updater-kind';

/** Any other updater: the files that it reads are artifacts like all others. */
export const files: UpdaterKind<'files'> = {
  collected: () => [],
  model: ({ options }) => ({ kind: 'files', files: options.files, holdVersion: options.holdVersion ?? true }),
  plan: ({ kind, files: names, holdVersion }) => ({ kind, files: names, holdVersion }),
};
