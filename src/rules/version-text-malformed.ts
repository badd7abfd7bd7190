import type { DeclarationRule } from './rule';
import { VERSION_MARK } from '../manifests/lines';
import { quoted } from '../text/tokens';

export const versionTextMalformed: DeclarationRule = {
  id: 'version-text-malformed',
  level: 'error',
  about: 'declaration',
  cause: 'The line that holds the version does not say where in it the version stands, or says it twice.',
  cure: 'Write the whole line of the file, with `{version}` once, where the version stands.',
  check: ({ version: { texts } }) => texts.map(({ line }, index) => ({ line, index, marks: line.split(VERSION_MARK).length - 1 }))
    .filter(({ marks }) => marks !== 1).map(({ line, index, marks }) => ({
      where: `version.texts[${index}].line`,
      what: `${quoted(line)} has ${VERSION_MARK} ${marks === 0 ? 'nowhere' : `${marks} times`}; once is allowed`,
      fix: "Write the line with it once, where the version stands, for instance const VERSION = '{version}';",
    })),
};
