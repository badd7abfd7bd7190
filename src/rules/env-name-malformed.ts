import { platformAt, type DeclarationRule } from './rule';
import { whereIs } from './secrets';

const NAME = /^[A-Za-z_]\w*$/;

export const envNameMalformed: DeclarationRule = {
  id: 'env-name-malformed',
  level: 'error',
  about: 'declaration',
  cause: 'An environment variable has a name that no shell can read, or a value with line breaks where only one line fits.',
  cure: 'Use letters, digits and `_`, with no digit first; keep the values of `envWithout` to one line.',
  check: ({ platforms, secrets }) => [
    ...platforms.flatMap((platform, index) => names(`${platformAt(index, platform)} env`, Object.keys(platform.env))),
    ...secrets.flatMap((secret) => [
      ...names(`${whereIs(secret)} env`, Object.keys(secret.env).filter((name) => !secret.names.includes(name))),
      ...names(`${whereIs(secret)} envWithout`, Object.keys(secret.envWithout)),
      ...Object.entries(secret.envWithout).filter(([, value]) => /[\r\n]/.test(value)).map(([name]) => ({
        where: `${whereIs(secret)} envWithout`,
        what: `the value of '${name}' has a line break`,
        fix: 'Write it as one line.',
      })),
    ]),
  ],
};

function names(where: string, variables: string[]) {
  return variables.filter((name) => !NAME.test(name)).map((name) => ({
    where,
    what: `'${name}' is no name of an environment variable`,
    fix: 'Use letters, digits and _, with no digit first.',
  }));
}
