import type { KnownCause } from '../known-cause';

export const tauriResourceMissing: KnownCause = {
  id: 'tauri-resource-missing',
  title: 'Tauri finds no sidecar or resource',
  signs: [/resource path `?(?<path>[^\s`]+)`? doesn't exist/],
  cause: '{path|A file} is named in Tauri\'s configuration, and nothing has put it there. A sidecar is called by its name, the target and, on Windows, `.exe`.',
  cure: 'Let a step of `prepare` build or fetch it for each platform, under that name.',
  then: 'new-tag',
  before: 'rehearse',
  sources: ['https://github.com/janhq/jan/issues/9016'],
};
