import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { asset } from './run-script';
import { alternativesOf, artifactPatternProblem } from '../../src/github/artifact-patterns';

/** A small directory, and patterns that a declaration may have. */
export interface ArtifactCase {
  readonly files: readonly string[];
  /** Where links lie, and where to they lead. */
  readonly links: readonly (readonly [string, string])[];
  readonly patterns: readonly string[];
}

const NAMES = [
  'a', 'b', 'ab', 'abc', 'a.z', 'b.z', 'z', 'x1', '.h', '.a.z', '..c', 'a b', '\u00e9', 'a\u00e9z', '\u20ac', '\u{1f600}', 'a\u{1f600}z', '[ab]', 'a]', '(a)', 'a+b', 'a{b}', '$a', '#a', '!a',
  '-a', '~a', 'a^b', 'a,b', 'a=b', "a'b", '`a`', 'a&b', 'a;b', '%0a', 'a\u00a0b', 'a\tb',
];
/** What no artifact can hold, and names that differ in case. */
const ODD = ['%0A', 'A', 'A.z', 'Ab', '\u00c9', 'a:b', 'a*b', 'a?b', '"a"', '<a>', 'a|b', 'a\nb', 'a\rz', 'a\\b'];
const WILD = [
  '*', '**', '*', '**', '***', '?', '??', '?*', '*?', 'a*', '*z', '*.z', 'a**', '**z', '*.*', '.*', 'a?', 'a?z', 'a??z', '[ab]', '[!ab]', '[^.]*', '[a-c]*', '*[!z]', '[a]', '[.]h', '[[]ab]', 'a[]]', 'x[0-9]',
  '[-a]*', '[!-a]*', '[a^]*', '[[^(]*', '[[]*', '*[+&^-]*', '?[!z]*', '[a', 'a[', '[', '[*', '[z-a]', '[]', '[]a]', '[!]', '[.]', '..', '.', '', '(?)', '*+?', '{?}', '@(a|b)', '+(a)', '!(a)', '\u20ac?', '[\u00e9]',
];

const path = (names: readonly string[]) => fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 4 }).map((segments) => segments.join('/'));

/** Around the path of a pattern. */
function dressed(body: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const sign = fc.oneof({ weight: 6, arbitrary: fc.constant('') }, { weight: 2, arbitrary: fc.constant('!') }, { weight: 1, arbitrary: fc.constantFrom('!!', '! ', ' ', '!!!') });
  const before = fc.oneof({ weight: 8, arbitrary: fc.constant('') }, { weight: 1, arbitrary: fc.constantFrom('./', './/', '././') });
  const behind = fc.oneof({ weight: 6, arbitrary: fc.constant('') }, { weight: 2, arbitrary: fc.constantFrom('/', '/**', '/**/', '/*', '/**/*', ' ') });
  return fc.tuple(sign, before, body, behind).map((parts) => parts.join(''));
}

/** Anything at all. */
function anyPattern(names: readonly string[]): fc.Arbitrary<string> {
  return dressed(fc.array(fc.oneof(fc.constantFrom(...names), fc.constantFrom(...WILD)), { minLength: 1, maxLength: 4 }).map((segments) => segments.join('/')));
}

/** What mostly matches a file, or a directory of it. */
function patternOf(file: string): fc.Arbitrary<string> {
  const segments = file.split('/').map((name) => {
    const characters = [...name];
    const [first, last] = [characters[0], characters.at(-1)!];
    return fc.oneof({ weight: 3, arbitrary: fc.constant(name) }, fc.constantFrom(
      '*', '**', `${first}*`, `*${last}`, `?${characters.slice(1).join('')}`, '?'.repeat(name.length), `*${name}`, `[${first}]${name.slice(first.length)}`, `[!${last}q]*`, `${characters.slice(0, -1).join('')}[a-z0-9]`, '[!.]*', '*?', '**/*',
    ));
  });
  return fc.integer({ min: 1, max: segments.length }).chain((depth) => dressed(fc.tuple(...segments.slice(0, depth)).map((parts) => parts.join('/'))));
}

/** What synthesis lets through, of a directory as of a file. That it is everything there is, is refused for another reason. */
export function isAdmitted(written: string): boolean {
  const problems = [written, written.replace(/\/?\s*$/, '/')].map((pattern) => artifactPatternProblem(pattern)?.why);
  return alternativesOf(written).length === 1 && problems.every((why) => why === undefined || why.startsWith('matches everything'));
}

/** It leads no further up than to what lies beside the directory: further up are the other cases. */
function linkOf(files: readonly string[], anyPath: fc.Arbitrary<string>): fc.Arbitrary<readonly [string, string]> {
  return anyPath.chain((link) => {
    const up = '../'.repeat(link.split('/').length);
    return fc.tuple(fc.constant(link), fc.oneof(fc.constantFrom('.', '..', up, `${up}outside`, 'nowhere'), fc.constantFrom(...files), anyPath));
  });
}

/** Some patterns are made of what there is: others rarely match. */
function caseOf(names: readonly string[], withLinks: boolean): fc.Arbitrary<ArtifactCase> {
  const files = fc.uniqueArray(path(names), { minLength: 1, maxLength: 8 });
  return files.chain((all) => fc.record({
    files: fc.constant(all),
    links: withLinks ? fc.array(linkOf(all, path(names)), { maxLength: 3 }) : fc.constant([]),
    patterns: fc.array(fc.oneof(anyPattern(names), ...all.map(patternOf)).filter(isAdmitted), { minLength: 1, maxLength: 4 }),
  }));
}

export const artifactCase = caseOf([...NAMES, ...ODD], true);

/** Without links, and without what differs in case only. */
export const plainCase = caseOf(NAMES, false);

/** Runs with the cases laid out, each in a directory of its own, beside which something lies. */
export function withDirectories<T>(cases: readonly ArtifactCase[], run: (directories: string[]) => T): T {
  const home = mkdtempSync(join(tmpdir(), 'artifacts-'));
  try {
    return run(cases.map((one, index) => {
      const directory = join(home, String(index), 'w');
      mkdirSync(join(home, String(index), 'outside/a'), { recursive: true });
      mkdirSync(directory);
      writeFileSync(join(home, String(index), 'outside/a/a.z'), '');
      one.files.forEach((file) => attempt(directory, file, (place) => writeFileSync(place, '')));
      one.links.forEach(([link, target]) => attempt(directory, link, (place) => symlinkSync(target, place)));
      return directory;
    }));
  } finally {
    rmSync(home, { recursive: true });
  }
}

/** One name may be a file here and a directory there: then what comes first stays. */
function attempt(directory: string, name: string, write: (place: string) => void): void {
  try {
    mkdirSync(join(directory, dirname(name)), { recursive: true });
    write(join(directory, name));
  } catch (error) {
    if (!['EEXIST', 'ENOTDIR', 'EISDIR', 'ELOOP', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) { throw error; }
  }
}

/** What upload-artifact takes of each; undefined where it fails. */
export function uploaded(cases: readonly ArtifactCase[], directories: readonly string[]): (string[] | undefined)[] {
  const input = cases.map(({ patterns }, index) => JSON.stringify({ directory: directories[index], patterns })).join('\n');
  const { stderr } = spawnSync(process.execPath, [join(__dirname, 'upload-glob.mjs')], { input, encoding: 'utf8', maxBuffer: 2 ** 28 });
  return stderr.trim().split('\n').map((line) => (JSON.parse(line) as { files?: string[] }).files);
}

/** One process for all. */
const COLLECT_ALL = `while IFS= read -r -d '' directory && IFS= read -r -d '' ARTIFACTS; do
  cd "$directory" || exit
  signs=() patterns=() eres=() roots=() matched=()
  read_patterns
  list_files | while IFS= read -r file; do
    ! is_collected "$file" || printf '%s\\0' "$file"
  done
  printf '//\\0'
done`;

/** What the step that collects keeps of each. */
export function collected(cases: readonly ArtifactCase[], directories: readonly string[]): string[][] {
  const input = cases.map(({ patterns }, index) => `${directories[index]}\0${patterns.join('\n')}\0`).join('');
  const { stdout, stderr } = spawnSync(process.env.TEST_BASH ?? 'bash', ['--noprofile', '--norc', '-c', `${asset('say')}\n${asset('artifacts')}\n${COLLECT_ALL}`], {
    input, encoding: 'utf8', maxBuffer: 2 ** 28, env: { PATH: process.env.PATH },
  });
  if (stderr) { throw new Error(stderr); }
  return stdout.split('//\0').slice(0, -1).map((part) => part.split('\0').filter(Boolean).sort());
}
