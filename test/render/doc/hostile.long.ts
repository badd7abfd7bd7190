import * as fc from 'fast-check';
import { hostileJobs } from './several-jobs';
import { renderSetupDoc } from '../../../src/render/doc/setup-doc';
import { renderReadmeSection } from '../../../src/render/readme';
import { oneLine } from '../../../src/text/markdown';
import { docInput, HOSTILE, hostileModel } from '../models';
import { type Outline, outlines } from '../outline';

const SIGNS = [
  '\n', '\r\n', '\t', '    ', '\u2028', '\u202e', '\ud800', '# ', '#', '|', '||', '|-|-|', '`', '```', '~~~', '<', '>', '<!--', '-->', '--', '[', '](', ')',
  '![', '*', '**', '_', '\\', '&', '&lt;', ';', '1. ', '- ', '+ ', '===', '---', '$', '$$', '~', '"', "'", '!', '%', '[^1]: ', '[ ] ', 'a', 'b', ' ', '.', '/',
];

const strings = fc.sample(
  fc.array(fc.constantFrom(...SIGNS), { minLength: 2, maxLength: 16 }).map((signs) => signs.join('')).filter((value) => oneLine(value) !== ''),
  { numRuns: 25, seed: 20261122 },
).concat(HOSTILE);

/** What the rendered text is made of by its own, whatever the strings of the model say. */
function skeleton(outline: Outline): unknown {
  return {
    depths: outline.headings.map((heading) => heading.depth),
    columns: outline.tables.map((rows) => rows[0]),
    blocks: outline.code.map((block) => block.lang),
  };
}

describe.each([
  ['the setup doc', (value: string) => renderSetupDoc(hostileModel(value), docInput)],
  ['the setup doc of several jobs', (value: string) => renderSetupDoc(hostileJobs(value), docInput)],
  ['the README section', (value: string) => renderReadmeSection(hostileModel(value))],
])('no string of a model opens anything of its own in %s', (_, render) => {
  const [harmless, ...hostile] = outlines(['x', ...strings].map(render));
  const each = hostile.map((outline, index) => ({ value: strings[index], outline }));

  test('no heading, no table, no block of code', () => {
    expect(each.filter(({ outline }) => JSON.stringify(skeleton(outline)) !== JSON.stringify(skeleton(harmless)))).toEqual([]);
  });

  test('no cell', () => {
    const ragged = ({ tables }: Outline) => tables.some((rows) => rows.some((cells) => cells !== rows[0]));
    expect(each.filter(({ outline }) => ragged(outline)).map(({ value }) => value)).toEqual([]);
  });

  test('no HTML and no comment', () => {
    const foreign = ({ html }: Outline) => html.slice(1).filter((tag) => !['<code>', '</code>', '<br>'].includes(tag));
    expect(each.flatMap(({ outline }) => foreign(outline))).toEqual([]);
  });

  test('no picture, no footnote, no link elsewhere', () => {
    const known = new Set([...harmless.kinds, 'inlineCode', 'html']);
    expect(each.flatMap(({ outline }) => outline.kinds.filter((kind) => !known.has(kind)))).toEqual([]);
    const isOurs = (link: string) => /^(?:https:\/\/(?:github|docs\.npmjs)\.com\/|https:\/\/www\.githubstatus\.com$|docs\/)/.test(link);
    expect(each.flatMap(({ outline }) => outline.links.filter((link) => !isOurs(link)))).toEqual([]);
  });

  test('no line of its own in a picture', () => {
    const pictures = ({ code }: Outline) => code.filter((block) => block.lang === 'mermaid').map((block) => block.value.split('\n').length);
    expect(each.filter(({ outline }) => pictures(outline).join() !== pictures(harmless).join()).map(({ value }) => value)).toEqual([]);
  });
});
