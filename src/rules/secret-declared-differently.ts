import { repeated, type DeclarationRule } from './rule';
import { isOfCredential, whereIs } from './secrets';
import { isOfSigning } from './signings';

export const secretDeclaredDifferently: DeclarationRule = {
  id: 'secret-declared-differently',
  level: 'error',
  about: 'declaration',
  cause: 'Two secrets or groups of one title differ in what they say.',
  cure: 'Declare it once, as a constant, and use that wherever it is needed.',
  check: (model) => repeated(model.secrets.filter((secret) => !isOfCredential(secret) && !isOfSigning(model, secret)), ({ required, title }) => `${required} ${title}`).map(({ value }) => ({
    where: whereIs(value),
    what: 'is declared twice, and the two differ',
    fix: 'Declare it once, as a constant, and use that wherever it is needed.',
  })),
};
