import { placedLegs } from './places';
import type { DeclarationRule } from './rule';
import { suggestion } from '../text/suggestion';

export const signingSecretUnknown: DeclarationRule = {
  id: 'signing-secret-unknown',
  level: 'error',
  about: 'declaration',
  cause: 'The `secrets` of a signing name a variable that its tool does not read as it is declared: the secret would reach nothing.',
  cure: 'Correct the name, or leave it out. The variable stands on the left, the name of the secret on the right. '
    + 'Which variables there are depends on `notarization`, `authentication` and `password`.',
  check: (model, { declared }) => placedLegs(model).flatMap(({ job, platform }) => platform.signing.flatMap((title, index) => {
    const where = [job.declaredAt, `platforms[${job.platforms.indexOf(platform)}]`, `signing[${index}]`, 'secrets'].filter(Boolean).join('.');
    const known = model.secrets.filter((secret) => secret.title === title).flatMap(({ env }) => Object.keys(env));
    const written = declared.texts.filter((text) => text.use === 'variable' && text.where === where).map(({ text }) => text);
    return written.filter((variable) => !known.includes(variable)).map((variable) => ({
      where,
      what: `'${variable}' is no variable that '${title}' reads`,
      fix: suggestion(variable, known),
    }));
  })),
};
