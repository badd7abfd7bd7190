import { byAction } from './by-action';

/** @see https://github.com/denoland/setup-deno#usage */
export const deno = byAction({
  title: 'Deno',
  name: 'deno',
  action: 'denoland/setup-deno',
  version: 'deno-version',
  versionFile: 'deno-version-file',
  told: { cache: false },
}, {
  // caching is on where it has a value, whatever `cache` says
  caches: ['cache-hash'],
  versionFiles: { '.dvmrc': /\S/, '.tool-versions': /^deno[ \t]+\S+$/m, '*': /\S/ },
});
