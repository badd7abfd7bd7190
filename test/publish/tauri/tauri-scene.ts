import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { contentOf, FILES, keyOf, SIGNED, type Signatures, VERSION } from './signed-files';
import { assetNames } from '../../../src/publish/assemble/asset-names';
import { filesOf } from '../../../src/publish/assemble/legs';
import type { PlannedLeg, TauriPlan } from '../../../src/publish/contract';
import { TITLES } from '../../../src/publish/titles';
import { tauri } from '../../../src/publish/updaters/tauri/tauri';

/** What a leg left: the content of each file by its path. */
export type Left = Readonly<Record<string, string | Buffer>>;

export interface Scene {
  /** By the names of the legs. @default - all that Tauri left, see signed-files.ts */
  readonly legs?: Readonly<Record<string, Left>>;
  readonly plan?: Partial<TauriPlan>;
  /** Files of the workspace. @default - Tauri's configuration, with the key and the version */
  readonly workspace?: Left;
  readonly env?: Readonly<Record<string, string>>;
  /** Once all lies there, in its directory. */
  readonly prepare?: () => void;
}

export interface Made {
  /** Level, title and text of each. */
  readonly said: readonly string[];
  readonly latest: string;
  /** What the files of the release hold, by their names. */
  readonly release: Readonly<Record<string, Buffer>>;
}

export const CONFIG = 'app/src-tauri/tauri.conf.json';

const ENVIRONMENT = { TAG: `v${VERSION}`, NAME: `v${VERSION}`, VERSION, GITHUB_REPOSITORY: 'acme/app', GITHUB_SERVER_URL: 'https://github.com' };

export const PLAN: TauriPlan = {
  kind: 'tauri',
  repository: '',
  legs: [
    { job: 'build', platform: 'linux-x64', targets: ['linux-x86_64'] },
    { job: 'build', platform: 'macos-arm64', targets: ['darwin-aarch64'] },
    { job: 'build', platform: 'macos-x64', targets: ['darwin-x86_64'] },
    { job: 'build', platform: 'windows-x64', targets: ['windows-x86_64', 'windows-aarch64', 'windows-i686'] },
  ],
  config: CONFIG,
  publicKey: '',
  preferMsi: false,
};

export const CONFIGURATION = { version: VERSION, plugins: { updater: { pubkey: SIGNED.publicKey } } };

const CONFIGURED: Left = { [CONFIG]: JSON.stringify(CONFIGURATION) };

/** All that a leg left, with its signatures. */
export function leftBy(leg: string, signatures: Signatures = SIGNED): Left {
  const own = FILES.filter((file) => file.leg === leg);
  return Object.fromEntries(own.flatMap((file) => [[file.path, contentOf(file)], [`${file.path}.sig`, signatures.of[keyOf(file)]]]));
}

/** The same of all legs. */
export function leftByAll(signatures: Signatures = SIGNED): Readonly<Record<string, Left>> {
  return Object.fromEntries(PLAN.legs.map(({ platform }) => [platform, leftBy(platform, signatures)]));
}

/** Without some paths. */
export function without(left: Left, ...paths: readonly string[]): Left {
  return Object.fromEntries(Object.entries(left).filter(([path]) => !paths.includes(path)));
}

/** What the updater makes of what legs left. */
export async function made({ legs = leftByAll(), plan = {}, workspace = CONFIGURED, env = {}, prepare }: Scene = {}): Promise<Made> {
  const [before, environment] = [process.cwd(), process.env];
  const directory = mkdtempSync(join(tmpdir(), 'tauri-'));
  try {
    process.chdir(directory);
    process.env = { ...environment, ...ENVIRONMENT, ...env };
    write(workspace);
    Object.entries(legs).forEach(([leg, left]) => write(left, join('legs', 'build', leg)));
    prepare?.();
    return await run({ ...PLAN, ...plan }, legs);
  } finally {
    process.env = environment;
    process.chdir(before);
    rmSync(directory, { recursive: true });
  }
}

async function run(plan: TauriPlan, legs: Readonly<Record<string, Left>>): Promise<Made> {
  const found = Object.keys(legs).flatMap((platform) => filesOf(planned(platform)));
  const names = assetNames(found, { template: '', version: VERSION, tag: `v${VERSION}` });
  const files = found.map((file, index) => ({ ...file, name: names[index] }));
  const { files: written, problems } = await tauri.after(plan, files, { taken: [], names: new Map(), problems: [] });
  return {
    said: problems.map(({ level, id, text }) => `${level}: ${TITLES[id]}: ${text}`),
    latest: written.find(({ name }) => name === 'latest.json')!.content,
    release: Object.fromEntries(files.map((file) => [file.name, Buffer.from(legs[file.leg.name][file.path])])),
  };
}

function planned(platform: string): PlannedLeg {
  return { job: 'build', platform, name: platform, patterns: ['bundle'], unneeded: [], root: 'bundle', allowedToFail: '', signings: [] };
}

function write(files: Left, directory = '.'): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), content);
  }
}
