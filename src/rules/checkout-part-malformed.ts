import { complain, type DeclarationRule } from './rule';
import { seen } from '../github/checkout-paths';
import { filterComplaint, sparseComplaint } from '../github/sparse-checkout';

export const checkoutPartMalformed: DeclarationRule = {
  id: 'checkout-part-malformed',
  level: 'error',
  about: 'declaration',
  cause: 'A repository is to be checked out in part, and git or GitHub does not take what says which.',
  cure: 'For `sparse`, write directories from the root of the repository, or patterns as in a .gitignore; for `filter`, `blob:none`, `blob:limit=1m` or `tree:0`.',
  check: ({ repositories }) => repositories.flatMap(({ name, sparse, filter }, index) => {
    const place = `repositories[${index}]${name && ` ${name}`}`;
    const complaint = filter ? filterComplaint(filter) : undefined;
    return [
      ...sparse.flatMap((entry, at) => {
        const wrong = sparseComplaint(entry, sparse);
        return wrong ? [complain(`${place} sparse[${at}]`, seen(entry), wrong)] : [];
      }),
      ...complaint ? [complain(`${place} filter`, filter, complaint)] : [],
    ];
  }),
};
