import type { AppCheck, AppFinding, Seen } from './app-check';
import { ELECTRON_BUILDER_FILES, electronPlatforms } from './electron-builder';
import { architecturesOf } from './electron-builder-architectures';
import { targetsOf } from './electron-builder-targets';
import { LOCK_FILES, lockedVersions, ownWords, packageJsonOf, textsOf, upwards } from './package-files';
import { commandsWith } from './possible-commands';
import { valuesOf } from './tauri';
import { findRunner } from '../github/runners';
import type { PlatformModel } from '../model/model';
import { fields, text, texts } from '../outside/data';
import { rangesMeet } from '../outside/version-ranges';
import { andList, distinct } from '../text/words';

/** Where Prisma looks for a schema that nothing names. */
const SCHEMAS = ['schema.prisma', 'prisma/schema.prisma'];

/** Since this version a client has no engine. */
const WITHOUT_ENGINE = '>=7';

const GENERATOR = /^[ \t]*generator[ \t]+\w+[ \t]*\{([^}]{0,2000})\}/gm;

const SYSTEMS = { linux: 'Linux', macos: 'macOS', windows: 'Windows', other: '' } as const;

/** For each place the target to write, and those that run there. Windows on arm64 runs what is for x64, and has no other. */
const ENGINES: Readonly<Record<string, { readonly written: string; readonly runs: RegExp }>> = {
  'Linux x64': { written: 'debian-openssl-3.0.x', runs: /^(?:debian|rhel)-openssl-|^linux-(?:musl(?!-arm64)|nixos|static-x64)/ },
  'Linux arm64': { written: 'linux-arm64-openssl-3.0.x', runs: /^linux-(?:arm64-|musl-arm64-|static-arm64)/ },
  'macOS x64': { written: 'darwin', runs: /^darwin$/ },
  'macOS arm64': { written: 'darwin-arm64', runs: /^darwin-arm64$/ },
  'Windows x64': { written: 'windows', runs: /^windows$/ },
  'Windows arm64': { written: 'windows', runs: /^windows$/ },
};

/** Engines that are brought in another way. */
const BROUGHT = /PRISMA_(?:CLI_BINARY_TARGETS|QUERY_ENGINE_)|@prisma\/engines/;

/** What a command packages. */
interface Packaged {
  readonly by: string;
  readonly places: readonly string[];
}

/** @see https://www.prisma.io/docs/orm/reference/prisma-schema-reference#binarytargets-options */
export const prismaEngineMissing: AppCheck = {
  id: 'prisma-engine-missing',
  cause: 'Up to version 6, Prisma Client is generated with an engine for each of `binaryTargets`, by default only for the machine that generates it. An app that is packaged there for another system or architecture starts without one that it could run.',
  cure: 'Name the target beside `native` in the generator of the schema, and generate anew; or build for each system and architecture on a runner of its own.',
  files: () => [...ELECTRON_BUILDER_FILES, ...SCHEMAS],
  more: (seen) => usesPrisma(seen) ? [...schemasOf(seen), ...upwards(seen.model, seen.job, ...LOCK_FILES)] : [],
  check: (seen) => {
    const targets = usesPrisma(seen) && hasEngine(seen) && !isBrought(seen) ? targetsIn(seen) : undefined;
    return targets ? seen.job.platforms.flatMap((platform) => missing(seen, platform, targets)) : [];
  },
};

function usesPrisma(seen: Seen): boolean {
  return '@prisma/client' in fields(packageJsonOf(seen).dependencies);
}

function schemasOf(seen: Seen): string[] {
  const named = text(fields(packageJsonOf(seen).prisma).schema).replace(/^\.\//, '');
  return named === '' ? SCHEMAS : /^[\w.-]+(?:\/[\w.-]+)*\.prisma$/.test(named) && !named.includes('..') ? [named] : [];
}

/** Whether every version that is locked has one. */
function hasEngine(seen: Seen): boolean {
  const versions = textsOf(seen, upwards(seen.model, seen.job, ...LOCK_FILES)).flatMap((lock) => lockedVersions(lock, '@prisma/client'));
  return versions.length > 0 && versions.every((version) => rangesMeet(version, WITHOUT_ENGINE) === false);
}

function isBrought({ job, files }: Seen): boolean {
  const written = ELECTRON_BUILDER_FILES.map((file) => files.get(file) ?? '');
  return [ownWords(job), ...job.platforms.flatMap(({ env }) => Object.keys(env)), ...written].some((words) => BROUGHT.test(words));
}

/** What the generators of the first schema make engines for; undefined where none does, or only a run can tell. */
function targetsIn(seen: Seen): string[] | undefined {
  const [schema = ''] = textsOf(seen, schemasOf(seen));
  const clients = [...schema.replace(/\/\/.*$/gm, '').matchAll(GENERATOR)].map(([, body]) => body)
    .filter((body) => /provider\s{0,20}=\s{0,20}"prisma-client(?:-js)?"/.test(body));
  const isTold = clients.length > 0 && clients.every((body) =>
    !/engineType\s{0,20}=\s{0,20}"client"|queryCompiler|binaryTargets\s{0,20}=\s{0,20}[^[\s]/.test(body));
  return isTold ? distinct(clients.flatMap((body) => {
    const [, list] = /binaryTargets\s{0,20}=\s{0,20}\[([^\]]{0,1000})\]/.exec(body) ?? [];
    return list === undefined ? ['native'] : [...list.matchAll(/"([^"]{1,100})"/g)].map(([, target]) => target);
  })) : undefined;
}

/** For what electron-builder and pkg package an app on a platform. */
function packagedFor(seen: Seen, platform: PlatformModel): Packaged[] {
  const built = electronPlatforms(seen).filter((one) => one.platform === platform);
  return [
    ...built.map((one) => ({
      by: 'electron-builder',
      places: distinct(targetsOf(one).map(({ system }) => system))
        .flatMap((system) => (architecturesOf(one, system) ?? []).map((architecture) => `${SYSTEMS[system]} ${architecture}`)),
    })),
    ...commandsWith('pkg', seen, platform).filter(({ words: [program = ''] }) => /(?:^|\/)pkg$/.test(program)).map(({ words }) => ({ by: 'pkg', places: pkgPlaces(seen, words) })),
  ];
}

/** As in `node22-macos-arm64`. */
function pkgPlaces(seen: Seen, words: readonly string[]): string[] {
  const told = valuesOf(words, '--targets', '-t');
  const targets = told.length ? told : texts([fields(packageJsonOf(seen).pkg).targets].flat());
  return targets.flatMap((target) => {
    const [, system, architecture] = /^(?:node\d{1,3}|latest)-(linux|macos|win)-(x64|arm64)$/.exec(target) ?? [];
    return system === undefined ? [] : [`${SYSTEMS[system === 'win' ? 'windows' : system as 'linux']} ${architecture}`];
  });
}

function missing(seen: Seen, platform: PlatformModel, targets: readonly string[]): AppFinding[] {
  const [own] = platform.runsOn.flatMap((label) => findRunner(label)?.arch ?? []).map((architecture) => `${SYSTEMS[platform.system]} ${architecture}`);
  return own === undefined ? [] : packagedFor(seen, platform).flatMap(({ by, places }) => {
    const each = places.flatMap((place) => place.endsWith(' universal') ? ['macOS x64', 'macOS arm64'] : place);
    const lacking = distinct(each).filter((place) => Object.hasOwn(ENGINES, place) && !targets.some((target) =>
      target === 'native' ? ENGINES[place].written === ENGINES[own]?.written : ENGINES[place].runs.test(target)));
    const all = [...targets, ...distinct(lacking.map((place) => ENGINES[place].written))].map((target) => `"${target}"`);
    return lacking.length === 0 ? [] : [{
      at: platform,
      what: `${by} packages the app for ${andList(lacking)}, and Prisma makes an engine for ${andList(targets)} only${targets.includes('native') ? `, which is ${own} here` : ''}`,
      fix: `Write binaryTargets = [${all.join(', ')}] in the generator of the schema.`,
    }];
  });
}
