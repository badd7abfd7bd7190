import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectGolden, expectGoldenTree } from './golden';

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'golden-'));
  delete process.env.UPDATE_GOLDEN;
});

afterEach(() => {
  delete process.env.UPDATE_GOLDEN;
  rmSync(dir, { recursive: true });
});

function messageOf(compare: () => void): string {
  try {
    compare();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('the comparison did not fail');
}

describe('expectGolden', () => {
  test('passes on the same bytes', () => {
    writeFileSync(join(dir, 'a.txt'), '\uFEFFone\r\ntwo');
    expectGolden(join(dir, 'a.txt'), '\uFEFFone\r\ntwo');
  });

  test('shows what differs, and how to accept it', () => {
    writeFileSync(join(dir, 'a.txt'), 'one\ntwo\n');
    const message = messageOf(() => expectGolden(join(dir, 'a.txt'), 'one\nthree\n'));
    expect(message).toMatch(/^--- .*a\.txt\n\+\+\+ actual\n@@ .* @@\n one\n-two\n\+three\n\nIf this is what is wanted: UPDATE_GOLDEN=1 /);
  });

  test.each([
    ['a carriage return', 'one\n', 'one\r\n', '-one\n+one\\r\n'],
    ['a byte order mark', 'one\n', '\uFEFFone\n', '-one\n+\\uFEFFone\n'],
    ['a newline at the end', 'one\n', 'one', '-one\n+one\n\\ No newline at end of file\n'],
  ])('%s counts and shows', (_what, golden, actual, patch) => {
    writeFileSync(join(dir, 'a.txt'), golden);
    expect(messageOf(() => expectGolden(join(dir, 'a.txt'), actual))).toContain(patch);
  });

  test('fails without a golden file and writes none', () => {
    expect(messageOf(() => expectGolden(join(dir, 'a.txt'), 'one'))).toContain('a.txt: there is no such golden file');
    expect(readdirSync(dir)).toEqual([]);
  });

  test('writes when told to', () => {
    process.env.UPDATE_GOLDEN = '1';
    expectGolden(join(dir, 'new', 'a.txt'), 'one\r\n');
    expect(readFileSync(join(dir, 'new', 'a.txt'), 'utf8')).toBe('one\r\n');
  });
});

describe('expectGoldenTree', () => {
  test('passes on the same files', () => {
    process.env.UPDATE_GOLDEN = '1';
    expectGoldenTree(dir, { 'a.txt': 'one', '.github/b.txt': 'two' });
    delete process.env.UPDATE_GOLDEN;
    expectGoldenTree(dir, { '.github/b.txt': 'two', 'a.txt': 'one' });
  });

  test('names every file that differs, is missing or is too many', () => {
    writeFileSync(join(dir, 'differs.txt'), 'one');
    writeFileSync(join(dir, 'extra.txt'), 'one');
    const message = messageOf(() => expectGoldenTree(dir, { 'differs.txt': 'two', 'missing.txt': 'one' }));
    expect(message).toMatch(/differs\.txt\n/);
    expect(message).toMatch(/missing\.txt: there is no such golden file/);
    expect(message).toMatch(/extra\.txt: the golden file is there, but nothing was made for it/);
  });

  test('fails without the directory', () => {
    expect(messageOf(() => expectGoldenTree(join(dir, 'none'), { 'a.txt': 'one' }))).toContain('a.txt: there is no such golden file');
  });

  test('removes what is too many when told to', () => {
    writeFileSync(join(dir, 'extra.txt'), 'one');
    process.env.UPDATE_GOLDEN = '1';
    expectGoldenTree(dir, { 'a.txt': 'one' });
    expect(readdirSync(dir)).toEqual(['a.txt']);
  });
});
