import type { DeclarationRule, Finding } from './rule';
import type { RepositoryModel } from '../model/model';

/** Inputs of actions/checkout that the declaration decides elsewhere, with the place. Their case does not count. */
const TAKEN: Readonly<Record<string, string>> = {
  'repository': 'Name it in Repository.github.',
  'ref': "Declare the repository's ref.",
  'path': "Declare the repository's path.",
  'token': "Declare the repository's credential.",
  'ssh-key': "Declare the repository's credential.",
};

/** The repository itself is checked out at the tag, with the token of the run: it has no such options. */
const TAKEN_OF_SELF: typeof TAKEN = {
  'repository': 'Leave it out, and declare the other repository beside it by Repository.github.',
  'ref': 'Leave it out: this repository is checked out at the commit that is built.',
  'path': TAKEN.path,
  'token': "Leave it out: this repository is read with the run's own token.",
  'ssh-key': "Leave it out: this repository is read with the run's own token.",
};

/** Those that another option decides, where it is declared. */
function alsoTaken({ sparse, filter }: RepositoryModel): Readonly<Record<string, string>> {
  return {
    ...sparse.length && { 'sparse-checkout': SPARSE, 'sparse-checkout-cone-mode': SPARSE },
    ...filter && { filter: 'Use the option filter alone.' },
  };
}

const SPARSE = 'Use the option sparse alone.';

export const checkoutInputTaken: DeclarationRule = {
  id: 'checkout-input-taken',
  level: 'error',
  about: 'declaration',
  cause: 'The `with` of a repository sets an input of actions/checkout that the rest of the declaration decides, '
    + 'or lets checkout leave its token on the disk, where every later step can read it.',
  cure: 'Use the option `path`, and of another repository `ref` and `credential`. A step that needs a token gets it in its own `env`.',
  check: ({ repositories }) => repositories.flatMap((repository, index) => {
    const { self, name, with: inputs } = repository;
    const taken = { ...self ? TAKEN_OF_SELF : TAKEN, ...alsoTaken(repository) };
    return Object.entries(inputs).flatMap(([input, value]) => findings(`repositories[${index}]${self ? '' : ` ${name}`} with`, input, value, taken));
  }),
};

function findings(where: string, input: string, value: unknown, taken: Readonly<Record<string, string>>): Finding[] {
  const key = input.toLowerCase();
  if (key === 'persist-credentials') {
    return String(value) === 'false' ? [] : [{
      where,
      what: `sets '${input}', which would leave the token on the disk for every later step`,
      fix: 'Leave it out, and hand the token to the step that needs it in env.',
    }];
  }
  return Object.hasOwn(taken, key) ? [{ where, what: `sets '${input}', which the declaration decides elsewhere`, fix: taken[key] }] : [];
}
