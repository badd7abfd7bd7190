import type { DeclarationRule } from './rule';

export const checkoutFilterIdle: DeclarationRule = {
  id: 'checkout-filter-idle',
  level: 'warning',
  about: 'declaration',
  cause: 'A filter leaves out of the history what no commit needs that is checked out. Of one commit, everything is needed at once, and is fetched in a second request.',
  cure: 'Leave `filter` out, or say by `fetchDepth: 0` or `sparse` what it is for.',
  check: ({ repositories }) => repositories.flatMap(({ name, filter, sparse, with: inputs }, index) => filter && !sparse.length && !('fetch-depth' in inputs) ? [{
    where: `repositories[${index}]${name && ` ${name}`} filter`,
    what: `'${filter}' spares nothing where one commit is fetched, and all of it`,
    fix: 'Leave it out, or add fetchDepth: 0 or sparse.',
  }] : []),
};
