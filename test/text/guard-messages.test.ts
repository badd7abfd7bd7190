import { guardMessages } from '../../src/text/guard-messages';
import { asset, SCRIPTS } from '../support/run-script';

const text = [...new Set(Object.values(SCRIPTS).flat())].map(asset).join('\n');

/** Titles as the scripts write them: the first argument of what says a problem. */
const used = new Set(Array.from(text.matchAll(/(?:\bproblem |\bwarning |\$level |\bblameless |\bunready |\btitle=|\bsay (?:error|warning|notice) |\brefuse |\bstop )'([^']+)'/g), ([, title]) => title));

/** GitHub's: lower case, spaces become hyphens, other punctuation goes. */
const slug = (title: string) => title.toLowerCase().replace(/[^a-z0-9 _-]/g, '').replaceAll(' ', '-');

it('lists every message that a script can say, and no other', () => {
  expect(guardMessages.map(({ title }) => title).sort()).toEqual([...used].sort());
});

it.each(guardMessages)('$title: its id is the anchor of its heading', ({ id, title }) => {
  expect(id).toBe(slug(title));
  // what the scripts turn into an anchor and into a property of an annotation without escaping
  expect(title).toMatch(/^[A-Za-z0-9 -]+$/);
});

it.each(guardMessages)('$title: says cause and cure in whole sentences', ({ cause, cure }) => {
  expect(cause).toMatch(/^[A-Z].*\.$/);
  expect(cure).toMatch(/^[A-Z].*\.$/);
});

it('knows each id once', () => {
  expect(new Set(guardMessages.map(({ id }) => id)).size).toBe(guardMessages.length);
});
