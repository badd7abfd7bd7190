import type { DeclarationRule } from './rule';
import { pathComplaint } from '../github/checkout-paths';
import { markdownComplaint } from '../github/markdown-paths';
import { ANOTHER, outputs } from '../model/outputs';

export const outputPathUnfit: DeclarationRule = {
  id: 'output-path-unfit',
  level: 'error',
  about: 'declaration',
  cause: 'The setup doc and the README are Markdown. The path names a file of another kind, which Markdown would break, '
    + 'or a place whose files something else reads or deletes.',
  cure: 'Choose a path that ends with `.md` or `.markdown`, best in the root or in `docs`.',
  check: (model) => outputs(model).filter(({ option }) => !['id', 'rehearse', 'publish'].includes(option)).flatMap(({ option, path }) => {
    const why = pathComplaint(path, 'repository') ? undefined : markdownComplaint(path);
    return why === undefined ? [] : [{ where: option, what: `'${path}' ${why}`, fix: `Choose ${ANOTHER[option]}` }];
  }),
};
