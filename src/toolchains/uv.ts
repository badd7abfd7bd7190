import { byAction } from './by-action';

/** @see https://github.com/astral-sh/setup-uv#inputs */
export const uv = byAction({
  title: 'uv',
  name: 'uv',
  action: 'astral-sh/setup-uv',
  version: 'version',
  versionFile: 'version-file',
  told: { 'enable-cache': false },
}, {
  versionFiles: {
    '.tool-versions': /^uv\s+\S/m,
    'uv.toml': /^\s*required-version\s*=/m,
    'pyproject.toml': /^\s*required-version\s*=|["']uv\s*[=<>~!]/m,
    'uv.lock': /^name\s*=\s*"uv"/m,
    '.txt': /^uv[=<>~!]/m,
  },
});
