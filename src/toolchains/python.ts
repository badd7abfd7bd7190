import { byAction } from './by-action';

/** @see https://github.com/actions/setup-python#basic-usage */
export const python = byAction({
  title: 'Python',
  name: 'python',
  action: 'actions/setup-python',
  version: 'python-version',
  versionFile: 'python-version-file',
}, {
  caches: ['cache'],
  versionFiles: {
    '.python-version': /^[\ufeff \t]*[^#\s]/m,
    '.tool-versions': /^[ \t]*python[ \t]+\S+[ \t]*$/m,
    'pyproject.toml': /^[ \t]*(?:requires-python|python)[ \t]*=/m,
    'Pipfile': /^[ \t]*python_(?:full_)?version[ \t]*=/m,
    '*': /^[\ufeff \t]*[^#\s]/m,
  },
});
