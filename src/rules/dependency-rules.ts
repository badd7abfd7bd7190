import { dependencyDeclaredTwice } from './dependency-declared-twice';
import { dependencyEnvTaken } from './dependency-env-taken';
import { dependencyMalformed } from './dependency-malformed';
import { dependencyNotFetched } from './dependency-not-fetched';
import { dependencyOutOfReach } from './dependency-out-of-reach';
import type { Rule } from './rule';

/** The rules about private dependencies, in the order in which their problems are printed. */
export const dependencyRules: readonly Rule[] = [
  dependencyMalformed,
  dependencyDeclaredTwice,
  dependencyNotFetched,
  dependencyOutOfReach,
  dependencyEnvTaken,
];
