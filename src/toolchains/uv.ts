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
    '.tool-versions': /^[ \t]*uv[ \t]+[^\s#]+[ \t]*(?:#|$)/m,
    'uv.toml': /^[ \t]*required-version[ \t]*=/m,
    'pyproject.toml': /^[ \t]*required-version[ \t]*=|["']uv[=<>~!]/m,
    'uv.lock': /^name\s*=\s*"uv"/m,
    '.txt': /^uv[=<>~!]/m,
  },
});
