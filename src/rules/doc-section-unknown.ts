import type { DeclarationRule, Finding } from './rule';
import { SECTIONS } from '../render/doc/sections';
import { suggestion } from '../text/suggestion';

export const docSectionUnknown: DeclarationRule = {
  id: 'doc-section-unknown',
  level: 'error',
  about: 'declaration',
  cause: 'The setup doc is to leave out a section, or to put one behind another, that it does not have.',
  cure: `The built-in sections are ${SECTIONS.map(({ id }) => `\`${id}\``).join(', ')}.`,
  check: ({ setupDoc: { sections, drop } }) => {
    const builtIn = SECTIONS.map(({ id }) => id);
    const all = [...builtIn, ...sections.map(({ id }) => id)];
    return [
      ...drop.flatMap((id, index) => unknown(`setupDoc.drop[${index}]`, id, builtIn)),
      ...sections.flatMap(({ after }, index) => after ? unknown(`setupDoc.sections[${index}].after`, after, all) : []),
      ...sections.flatMap(({ id, heading, body }, index) => builtIn.includes(id) || (heading && body) ? [] : [{
        where: `setupDoc.sections[${index}]`,
        what: `the section '${id}' is none of the built-in ones and has no heading or no body`,
        fix: `Give it both. ${suggestion(id, builtIn)}`,
      }]),
    ];
  },
};

function unknown(where: string, id: string, known: readonly string[]): Finding[] {
  return known.includes(id) ? [] : [{ where, what: `there is no section '${id}'`, fix: suggestion(id, known) }];
}
