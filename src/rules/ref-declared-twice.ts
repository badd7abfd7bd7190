import type { DeclarationRule } from './rule';

export const refDeclaredTwice: DeclarationRule = {
  id: 'ref-declared-twice',
  level: 'error',
  about: 'declaration',
  cause: 'A repository has both a `ref` and a `refFile`, and the build takes one.',
  cure: 'Leave one of them out.',
  check: ({ repositories }) => repositories.flatMap(({ name, ref, refFile }, index) => refFile && ref !== 'HEAD' ? [{
    where: `repositories[${index}] ${name}`,
    what: `has the ref '${ref}', and another one in the file '${refFile}'`,
    fix: 'Leave ref or refFile out.',
  }] : []),
};
