import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { Document, isMap, isScalar, parse, type Pair } from 'yaml';
import { readWorkflow } from '../../../src/github/workflow-reader';
import { yamlText } from '../../../src/render/workflow/yaml-text';
import { engine } from '../../support/engine';

/** What texts are made of where they are hard to write: parts of YAML, its scalars, spaces, breaks, odd characters. */
const piece = fc.oneof(
  fc.constantFrom(
    ' ', '  ', '\n', '\n\n', '\t', '\r\n', ' \n', '\n ', '- ', '-', '?', '? ', ':', ': ', ' #', '#', '"', "'", '\\', '\\n', '|', '>', '%', '---', '...',
    '&a', '*a', '!t', '@', '`', '{', '}', '[', ']', ',', '<<', '=', '~', 'null', 'True', 'no', 'on', '0', '1', '-0', '0o7', '0x1F', '1_000', '.5', '1.', '1e3',
    '.inf', '.NaN', '2001-12-14', '12:30:45', '${{ a }}', 'text', '\u0000', '\u0007', '\u001b', '\u007f', '\u0085', '\u00a0', '\u2028', '\ufeff', '\ud800', '\u{1f4be}',
  ),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const text = fc.oneof(
  piece,
  fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
  fc.array(fc.constantFrom(' ', '\n', '\t', 'a', '#'), { maxLength: 6 }).map((pieces) => pieces.join('')),
  fc.string({ minLength: 1_000, maxLength: 1_100 }),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof({ maxDepth: 4 },
    text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), fc.boolean(), fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }), fc.dictionary(text, tie('value'), { maxKeys: 4, noNullPrototype: true })),
}));
const root = fc.oneof(fc.dictionary(text, value, { maxKeys: 5, noNullPrototype: true }), fc.array(value, { maxLength: 5 }));

/** As a library writes it. */
function byTheLibrary(json: object, comment?: string): string {
  const document = new Document(json, { aliasDuplicateObjects: false });
  if (comment !== undefined && isMap(document.contents)) {
    (document.contents.items as unknown as Pair[]).forEach((pair) => addComment(pair, comment));
  }
  return document.toString({ lineWidth: 0 });
}

function addComment({ key, value: node }: Pair, comment: string): void {
  if (isScalar(node)) {
    node.comment = comment;
  } else if (isScalar(key)) {
    key.commentBefore = comment;
  }
}

/** It cannot read all that it writes: spaces alone in a block, a space alone between two breaks in quotes. */
function isSound(json: object): boolean {
  try {
    return isDeepStrictEqual(parse(byTheLibrary(json)), json);
  } catch {
    return false;
  }
}

test('what is written is what the library writes, byte for byte', () => {
  fc.assert(fc.property(root.filter(isSound), (json) => {
    expect(yamlText(json)).toBe(byTheLibrary(json));
  }), { numRuns: 1_000 });
});

test('so are comments', () => {
  fc.assert(fc.property(fc.record({ a: value, b: value }).filter(isSound), (json) => {
    expect(yamlText(json, (path) => Object.hasOwn(json, path) ? ' why' : undefined)).toBe(byTheLibrary(json, ' why'));
  }), { numRuns: 500 });
});

test('what is written is read as what it was', () => {
  fc.assert(fc.property(root, (json) => {
    expect(parse(yamlText({ json }))).toStrictEqual({ json });
  }), { numRuns: 1_000 });
});

test("GitHub's own parser reads it as what it was", () => {
  fc.assert(fc.property(text.filter((candidate) => !candidate.includes('${{')), (candidate) => {
    const jobs = { a: { 'runs-on': 'x', 'env': { A: candidate }, 'steps': [{ run: `:${candidate}` }, { run: `${candidate}:` }] } };
    expect(readWorkflow(engine, yamlText({ on: 'push', jobs }))).toEqual({ content: { on: 'push', jobs }, errors: [] });
  }), { numRuns: 1_000 });
});
