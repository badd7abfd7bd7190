import type { KnownCause } from '../known-cause';

export const systemLibraryMissing: KnownCause = {
  id: 'system-library-missing',
  title: 'A library of the system is missing',
  signs: [
    /The system library `(?<library>[^`]+)` required by crate `(?<crate>[^`]+)` was not found/,
    /could not find system library '(?<library>[^']+)' required by the '(?<crate>[^']+)' crate/,
  ],
  cause: 'The crate {crate|that is compiled} needs {library|a library} with its headers, which the runner has not.',
  cure: 'Declare the packages by `Setup.apt`; Tauri 2 needs libwebkit2gtk-4.1-dev, and each version of Ubuntu has its own.',
  then: 'new-tag',
  before: 'rehearse',
  sources: ['https://github.com/mingue/journal-viewer/issues/37'],
};
