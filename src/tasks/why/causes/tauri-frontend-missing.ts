import type { KnownCause } from '../known-cause';

export const tauriFrontendMissing: KnownCause = {
  id: 'tauri-frontend-missing',
  title: 'Tauri finds no built frontend',
  signs: [/The `(?:frontendDist|distDir)` configuration is set to `"?(?<path>[^"`]+)"?` but this path doesn't exist/],
  cause: 'Tauri packs the frontend from {path|the directory in its configuration}, and nothing has built it.',
  cure: 'Let `beforeBuildCommand` or a step of `prepare` build it, or correct `frontendDist`.',
  then: 'new-tag',
  before: 'rehearse',
  sources: ['https://github.com/tonyantony300/dashbeam/issues/20'],
};
