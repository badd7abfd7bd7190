import type { KnownCause } from '../known-cause';

export const tauriVersionsDiffer: KnownCause = {
  id: 'tauri-versions-differ',
  title: 'Tauri\'s packages differ in version',
  signs: [/Found version mismatched Tauri packages/],
  cause: 'The crates of Tauri and its npm packages are not of one version, but for the last number, and `tauri build` begins nothing.',
  cure: 'Raise the one or the other (`cargo update`, `npm install`), and commit both lock files.',
  then: 'new-tag',
  before: 'rehearse',
  sources: ['https://github.com/TwintailTeam/TwintailLauncher/issues/183'],
};
