import type { KnownCause } from '../known-cause';

export const tauriDiskImage: KnownCause = {
  id: 'tauri-disk-image',
  title: 'Tauri could not make the disk image',
  signs: [/error running bundle_dmg\.sh/],
  late: true,
  cause: 'The script that makes the disk image failed, most often because the Finder of the runner did not answer it.',
  cure: 'Run Tauri with `--verbose` if it stays. Without a window to arrange (`bundle.macOS.dmg`), it asks no Finder.',
  then: 'rerun',
  before: '',
  sources: ['https://github.com/tauri-apps/tauri-action/issues/1003'],
};
