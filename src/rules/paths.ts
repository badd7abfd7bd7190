import type { Finding } from './rule';

/** What is wrong with a path that has to lie inside a directory. */
export function pathComplaint(where: string, path: string, inside: 'workspace' | 'project'): Finding[] {
  const reason = [
    path.endsWith('/') && path !== '/' && inside === 'project' && 'names a directory',
    path === '' && inside === 'project' && 'names no file',
    path.includes('\\') && 'has a backslash',
    (path.startsWith('/') || /^[A-Za-z]:/.test(path)) && 'is absolute',
    path.split('/').includes('..') && `lies outside the ${inside}`,
    path.toLowerCase().split('/').includes('.git') && "lies in git's own directory",
    /[\u0000-\u001f\u007f]/.test(path) && 'has a control character',
    path.startsWith('~') && "starts with '~', which nothing expands",
  ].find(Boolean);
  return reason ? [{
    where,
    what: `the path '${path}' ${reason}`,
    fix: `Write a path relative to the ${inside}, with forward slashes.`,
  }] : [];
}
