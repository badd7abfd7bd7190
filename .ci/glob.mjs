/** A pattern as a regular expression: `*` stays within a directory, `**` does not, all else is literal. */
export function globToRegExp(pattern) {
  const source = pattern
    .split(/(\*\*\/?|\*)/)
    .map(part => ({ '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*' })[part] ?? part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('');
  return new RegExp(`^${source}$`);
}
