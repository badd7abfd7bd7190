import { byAction } from './by-action';

/** @see https://github.com/actions/setup-go#usage */
export const go = byAction({
  title: 'Go',
  name: 'go',
  action: 'actions/setup-go',
  version: 'go-version',
  versionFile: 'go-version-file',
  told: { cache: false },
}, {
  versionFiles: {
    'go.mod': /^(?:go \d|toolchain go1\.)/m,
    'go.work': /^(?:go \d|toolchain go1\.)/m,
    '.go-version': /\S/,
    '.tool-versions': /^golang[ \t]+[^\s#]/m,
    '*': /\S/,
  },
});
