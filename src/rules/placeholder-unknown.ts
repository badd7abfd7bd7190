import { targetPlace } from './places';
import type { DeclarationRule } from './rule';
import type { Model } from '../model/model';
import { followUpsOf, releasesOf } from '../model/publish';
import { placeholdersIn } from '../text/placeholders';
import { suggestion } from '../text/suggestion';
import { andList } from '../text/words';

const OF_A_RELEASE = ['tag', 'version'];
const OF_A_FILE = ['name', 'ext', 'platform', 'job', ...OF_A_RELEASE];

export const placeholderUnknown: DeclarationRule = {
  id: 'placeholder-unknown',
  level: 'error',
  about: 'declaration',
  cause: 'A text has a placeholder that has no value, and would become public with its braces.',
  cure: `Correct it. There are ${list(OF_A_RELEASE)}, and for \`release.assetName\` ${list(OF_A_FILE)}. `
    + 'Where the braces are meant, switch the rule off with that reason.',
  check: (model) => templates(model).flatMap(({ where, text, known }) => placeholdersIn(text).filter((name) => !known.includes(name)).map((name) => ({
    where,
    what: `the placeholder '{${name}}' has no value there`,
    fix: suggestion(name, known),
  }))),
};

interface Template {
  readonly where: string;
  readonly text: string;
  /** The placeholders that have a value. */
  readonly known: readonly string[];
}

function templates(model: Model): Template[] {
  return [
    ...model.repositories.map(({ name, matchTag }, index) => ({ where: `repositories[${index}] ${name} matchTagName`, text: matchTag, known: OF_A_RELEASE })),
    { where: 'release.assetName', text: model.release.assetName, known: OF_A_FILE },
    ...releasesOf(model).flatMap((target) => [
      { where: targetPlace(target, 'title'), text: target.title, known: OF_A_RELEASE },
      { where: targetPlace(target, 'notes'), text: target.notes.text, known: OF_A_RELEASE },
    ]),
    ...followUpsOf(model).flatMap((target) => Object.entries(target.inputs).map(([input, text]) =>
      ({ where: targetPlace(target, `inputs.${input}`), text, known: OF_A_RELEASE }))),
  ];
}

function list(names: readonly string[]): string {
  return andList(names.map((name) => `\`{${name}}\``));
}
