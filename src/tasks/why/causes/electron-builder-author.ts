import type { KnownCause } from '../known-cause';

export const electronBuilderAuthor: KnownCause = {
  id: 'electron-builder-author',
  title: 'A package for Linux needs a maintainer',
  signs: [/Please specify author 'email' in the application package\.json/],
  cause: 'A `.deb` names its maintainer, and package.json has no author with an e-mail address.',
  cure: 'Write `"author": { "name": "…", "email": "…" }` into package.json, or set `linux.maintainer` of electron-builder.',
  then: 'new-tag',
  before: 'rehearse',
  sources: ['https://github.com/amiayweb/Hytale-F2P/issues/20'],
};
