import type { KnownCause } from '../known-cause';

export const tauriDiskImage: KnownCause = {
  id: 'tauri-disk-image',
  title: 'Tauri could not make the disk image',
  signs: [/error running bundle_dmg\.sh/],
  late: true,
  cause: 'The script that makes the disk image failed, and Tauri does not show how. Most often the system did not let go of the image.',
  cure: 'If it stays, run Tauri with `--verbose` to see it.',
  then: 'rerun',
  before: '',
  sources: ['https://github.com/tauri-apps/tauri-action/issues/1003'],
};
