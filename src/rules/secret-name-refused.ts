import { complain, type DeclarationRule } from './rule';
import { namedSecrets } from './secrets';
import { secretNameProblem } from '../github/secret-names';
import { looksLikeToken } from '../text/tokens';

export const secretNameRefused: DeclarationRule = {
  id: 'secret-name-refused',
  level: 'error',
  about: 'declaration',
  cause: 'A secret has a name that GitHub refuses.',
  cure: 'Use letters, digits and `_`; start with no digit and not with `GITHUB_`.',
  check: (model) => namedSecrets(model).filter(({ name }) => !looksLikeToken(name)).flatMap(({ where, name }) => {
    const complaint = secretNameProblem(name);
    return complaint ? [complain(where, name, complaint)] : [];
  }),
};
