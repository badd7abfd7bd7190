import type { KnownCause } from '../known-cause';

export const tauriLinuxdeploy: KnownCause = {
  id: 'tauri-linuxdeploy',
  title: 'Tauri could not make the AppImage',
  signs: [/failed to run linuxdeploy/],
  cause: 'linuxdeploy, which gathers the libraries of an AppImage, ended with an error that Tauri does not show: as a rule it could not start without FUSE, could not be downloaded, or could not strip a library.',
  cure: 'Run Tauri with `--verbose` to see it. Declare `Setup.apt` with libfuse2 (from Ubuntu 24.04 on libfuse2t64), set `APPIMAGE_EXTRACT_AND_RUN: 1`, or `NO_STRIP: true` on a newer system.',
  then: 'new-tag',
  before: 'rehearse',
  sources: ['https://github.com/tauri-apps/tauri/issues/14796'],
};
