import type { DeclarationRule } from './rule';
import { legsOf, resultsOf } from '../model/jobs';
import { suggestion } from '../text/suggestion';
import { distinct } from '../text/words';

/** Where an updater names platforms, whose model holds nothing but those that there are. */
const NAMED = /^publish\[\d+\]\.updater\.(?:platforms\[\d+\]|targets)$/;

export const updaterPlatformUnknown: DeclarationRule = {
  id: 'updater-platform-unknown',
  level: 'error',
  about: 'declaration',
  cause: 'An updater names a platform that the build does not have, or whose artifacts are for other jobs only: nothing of it is published.',
  cure: 'Correct the name in `platforms` or `targets` of the updater.',
  check: (model, { declared }) => {
    const results = distinct(resultsOf(model).map(({ platform }) => platform.name));
    return declared.texts.filter(({ where, text }) => NAMED.test(where) && !results.includes(text)).map(({ where, text }) => ({
      where,
      what: legsOf(model).some(({ platform }) => platform.name === text)
        ? `what '${text}' builds is handed on to other jobs, and nothing of it is published`
        : `there is no platform '${text}'`,
      fix: suggestion(text, results),
    }));
  },
};
