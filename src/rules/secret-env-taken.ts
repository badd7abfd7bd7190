import { type DeclarationRule, platformAt } from './rule';

export const secretEnvTaken: DeclarationRule = {
  id: 'secret-env-taken',
  level: 'error',
  about: 'declaration',
  cause: 'Two secrets of one platform would be in one environment variable, and the build would see the last one only.',
  cure: 'Give one of them another variable: `envName`, or `env` of the group.',
  check: ({ platforms, secrets }) => platforms.flatMap((platform, index) => {
    const variables = secrets.filter(({ title }) => platform.secrets.includes(title)).flatMap(({ env }) => Object.entries(env));
    return variables.filter(([variable], at) => variables.findIndex(([other]) => other === variable) < at).map(([variable, secret]) => ({
      where: `${platformAt(index, platform)} secrets`,
      what: `the secret '${secret}' would be in the variable '${variable}', which holds '${Object.fromEntries([...variables].reverse())[variable]}'`,
      fix: 'Give it another variable: envName, or env of the group.',
    }));
  }),
};
