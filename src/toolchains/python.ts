import { byAction } from './by-action';

/** @see https://github.com/actions/setup-python#basic-usage */
export const python = byAction({
  title: 'Python',
  name: 'python',
  action: 'actions/setup-python',
  version: 'python-version',
  versionFile: 'python-version-file',
}, {
  versionFiles: {
    '.python-version': /^\s*[^#\s]/m,
    '.tool-versions': /^\s*python\s+\S/m,
    'pyproject.toml': /^\s*(requires-python|python)\s*=/m,
    'Pipfile': /^\s*python_(full_)?version\s*=/m,
    '*': /^\s*[^#\s]/m,
  },
});
