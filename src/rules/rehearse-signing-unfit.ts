import { placedLegs } from './places';
import type { DeclarationRule } from './rule';
import { rehearsedLegs } from '../model/workflows';

export const rehearseSigningUnfit: DeclarationRule = {
  id: 'rehearse-signing-unfit',
  level: 'warning',
  about: 'declaration',
  cause: 'A platform that must be signed by a token of the run is rehearsed, and no rehearsal is given one. It is built without the signature, which its build may not accept.',
  cure: 'Let the build do without, or leave the platform out of `platforms` of `rehearse`. A rehearsal by hand signs.',
  check: (model) => {
    const required = model.signings.filter(({ azureToken }) => azureToken).map(({ title }) => title)
      .filter((title) => model.secrets.some((secret) => secret.title === title && secret.required));
    return placedLegs(model)
      .filter(({ platform }) => rehearsedLegs(model).some((leg) => leg.platform === platform))
      .flatMap(({ platform, where }) => platform.signing.filter((title) => required.includes(title)).map((title) => ({
        where,
        what: `'${title}' signs by a token that no rehearsal is given, so that it is rehearsed without`,
        fix: 'See that the build does without, or leave the platform out of rehearse.platforms.',
      })));
  },
};
