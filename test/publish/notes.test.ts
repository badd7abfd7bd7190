import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PLAN } from './support/release-scene';
import type { LegSignature, ReleaseNotesPlan, ReleaseSet } from '../../src/publish/contract';
import { compose, prepareNotes, renewed } from '../../src/publish/release/notes';
import type { Target } from '../../src/publish/release/target';

const FILES = Array.from({ length: 1000 }, (_, index) => ({ name: `file-${index}.bin`, path: '', size: 1, sha256: 'a'.repeat(64) }));

function target(notes: Partial<ReleaseNotesPlan>, files = FILES.slice(0, 2), signatures: readonly LegSignature[] = []): Target {
  const record = { absent: [{ job: 'build', platform: 'mac', why: 'It may.' }], signatures, repositories: [{ name: 'acme/app', ref: 'v1', commit: 'c'.repeat(40) }] } as unknown as ReleaseSet;
  const run = { tag: 'v1', version: '1', serverUrl: 'https://github.com', prerelease: false };
  return { plan: { ...PLAN, notes: { ...PLAN.notes, ...notes } }, run, set: { record, files } } as unknown as Target;
}

test('what is too long is cut, and never what was built nor what is absent', () => {
  const notes = compose('word\n'.repeat(40_000), target({ commits: true, checksums: true }));

  expect(notes.length).toBeLessThanOrEqual(125_000);
  expect(notes.length).toBeGreaterThan(124_000);
  expect(notes).toMatch(/word\n\nThe rest is too long for these notes\.\n\n<!-- what was built -->\n\n\*\*Not in this release: mac\.\*\* It may\.\n\n\| Repository \| Ref \| Commit \|/);
  expect(notes).toContain('| file-1.bin | `aaaa');
});

test('a cut closes the code that it cuts, and halves no character', () => {
  expect(compose(`~~~~text\n${'word\n'.repeat(40_000)}`, target({}))).toContain('word\n~~~~\n\nThe rest is too long for these notes.');
  expect(compose('x' + '\u{1f600}'.repeat(80_000), target({}))).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
});

test('sums that are too many are left out', () => {
  const notes = compose('words', target({ checksums: true }, FILES.map((file) => ({ ...file, name: file.name.repeat(10) }))));

  expect(notes).toBe('words\n\n<!-- what was built -->\n\n**Not in this release: mac.** It may.\n\nThe SHA-256 sums are too many for these notes; they lie beside the files.\n\n<!-- end of what was built -->');
});

test('what is not signed is said, once for all platforms that do without alike', () => {
  const unsigned = (platform: string, signing: string, without: string): LegSignature => ({ job: 'build', platform, signing, state: 'absent', without });
  const signatures: readonly LegSignature[] = [
    unsigned('macos-arm64', 'Apple signing', 'Gatekeeper *warns*.'),
    { job: 'build', platform: 'macos-arm64', signing: 'Updates', state: 'proven', without: '' },
    unsigned('windows-x64', 'Windows signing', 'SmartScreen warns.'),
    unsigned('macos-x64', 'Apple signing', 'Gatekeeper *warns*.'),
  ];
  const notes = compose('words', target({}, undefined, signatures));

  expect(notes).toBe(`words

<!-- what was built -->

**Not in this release: mac.** It may.

**Not signed: macos-arm64 and macos-x64 (Apple signing).** Gatekeeper \\*warns\\*.

**Not signed: windows-x64 (Windows signing).** SmartScreen warns.

<!-- end of what was built -->`);
  // a later attempt that is signed takes it back
  expect(renewed(notes, target({}))).not.toContain('Not signed');
});

describe('a file', () => {
  const before = process.cwd();
  let directory: string;
  beforeEach(() => process.chdir(directory = mkdtempSync(join(tmpdir(), 'notes-'))));
  afterEach(() => {
    process.chdir(before);
    rmSync(directory, { recursive: true });
  });

  const bodyOf = async (path: string) => (await (await prepareNotes(target({ kind: 'file', path })))()).body;

  test('is taken as it is', async () => {
    mkdirSync('docs');
    writeFileSync('docs/notes.md', 'Hello {tag}\n');

    expect(await bodyOf('docs/notes.md')).toBe('Hello {tag}\n\n<!-- what was built -->\n\n**Not in this release: mac.** It may.\n\n<!-- end of what was built -->');
  });

  test.each([
    { what: 'a link out', path: 'link', make: () => symlinkSync('/etc/hostname', 'link') },
    { what: 'a link inside', path: 'link', make: () => symlinkSync('notes.md', 'link') },
    { what: 'a directory that is a link', path: 'etc/hostname', make: () => symlinkSync('/etc', 'etc') },
    { what: 'a way out', path: '../notes.md', make: () => {} },
    { what: 'a directory', path: 'docs', make: () => mkdirSync('docs') },
    { what: 'nothing', path: 'nothing.md', make: () => {} },
  ])('$what is refused', async ({ path, make }) => {
    writeFileSync('notes.md', 'text');
    make();

    await expect(bodyOf(path)).rejects.toThrow('The notes could not be read');
  });
});
