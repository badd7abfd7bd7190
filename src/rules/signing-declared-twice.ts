import { placedLegs } from './places';
import { repeated, type DeclarationRule, type Finding } from './rule';
import type { Model, SigningKindName } from '../model/model';
import { andList, distinct } from '../text/words';

export const signingDeclaredTwice: DeclarationRule = {
  id: 'signing-declared-twice',
  level: 'error',
  about: 'declaration',
  cause: 'Two signings of one title differ, or a secret has the title of a signing, or one platform declares a signing twice. '
    + 'By its title the doc, the notes of a release and its manifest say what is signed.',
  cure: 'Declare it once, as a constant, and use that wherever it is needed; or give one of the two a `title` of its own.',
  check: (model) => [...ofTwoMeanings(model), ...ofOnePlatform(model)],
};

function ofTwoMeanings({ signings, secrets }: Model): Finding[] {
  const titles = distinct(signings.map(({ title }) => title));
  const factoriesOf = (title: string) => {
    const factories = distinct(signings.filter((signing) => signing.title === title).map(({ kind }) => factory(kind)));
    return factories.length > 1 ? `, as ${andList(factories)}` : '';
  };
  return titles
    .filter((title) => [signings, secrets].some((named) => named.filter((one) => one.title === title).length > 1))
    .map((title) => ({
      where: `signing '${title}'`,
      what: `is declared twice${factoriesOf(title)}, and the two differ`,
      fix: 'Declare it once, as a constant, and use that wherever it is needed; or give one of the two a title of its own.',
    }));
}

/** Whoever has not given it a title finds it in the declaration by this. */
function factory(kind: SigningKindName): string {
  return `Signing.${kind.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())}`;
}

function ofOnePlatform(model: Model): Finding[] {
  return placedLegs(model).flatMap(({ where, platform: { signing } }) => repeated(signing, (title) => title).map(({ value }) => ({
    where: `${where} signing '${value}'`,
    what: 'is declared twice for this platform',
    fix: 'Leave one of the two out.',
  })));
}
