import type { RunnerWord } from './runners';
import { DEFAULT_RUNNER } from '../../github/runners';

const SYSTEMS: readonly (readonly [RegExp, string])[] = [[/darwin|apple|macos/i, 'macos'], [/windows|win32/i, 'windows'], [/linux/i, 'linux']];
const ARCHITECTURES: readonly (readonly [RegExp, string])[] = [[/^(?:aarch64|arm64)/i, 'arm64'], [/^(?:x86_64|amd64|x64)/i, 'x64']];

/** A target as compilers name it: aarch64-apple-darwin. */
const TRIPLE = /\b(?:aarch64|arm64|x86_64|universal|i686|armv7\w*)-(?:\w+-)?(?:linux|darwin|windows)[\w-]*/i;

/** The target that a leg of a matrix names, of all that it says. */
export function tripleIn(matrix: Readonly<Record<string, unknown>>): string | undefined {
  return TRIPLE.exec(Object.values(matrix).filter((value) => typeof value === 'string').join('\n'))?.[0];
}

/** What a leg builds for, as the name of a platform, where its matrix tells: linux-arm64. */
export function targetName(matrix: Readonly<Record<string, unknown>>, word: RunnerWord): string | undefined {
  const triple = tripleIn(matrix);
  const [os, arch] = ['goos', 'goarch'].map((key) => String(matrix[key] ?? ''));
  const architecture = triple?.split('-')[0] ?? (arch || String(matrix.arch ?? ''));
  const system = SYSTEMS.find(([words]) => words.test(triple ?? os))?.[1] ?? word.name.split('-')[0];
  const machine = ARCHITECTURES.find(([words]) => words.test(architecture))?.[1];
  return machine && `${system}-${machine}`;
}

/** The word whose own name a platform has, on the runner that it has. */
export function wordFor(name: string, word: RunnerWord): RunnerWord {
  const factory = name.replace(/-([ax])/, (_, letter: string) => letter.toUpperCase());
  const runners: Readonly<Record<string, string>> = DEFAULT_RUNNER;
  return name === word.name || word.factory === 'of' || !Object.hasOwn(runners, factory) ? word
    : { ...word, factory, name, runsOn: word.runsOn ?? [runners[word.factory]] };
}
