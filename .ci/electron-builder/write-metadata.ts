import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What one leg left: the texts of files by their names, and behind `base64:` what is no text. */
export type Written = Readonly<Record<string, string>>;

interface Leg {
  readonly system: 'LINUX' | 'MAC' | 'WINDOWS';
  readonly arch: 'x64' | 'arm64';
}

/** A file as one of electron-builder's targets makes it, by the name that the target gives it. */
interface Target {
  readonly file: string;
  /** What the target's own code calls: a map of blocks beside the file or inside of it. */
  readonly blockmap: 'beside' | 'inside' | 'none';
}

const LEGS: Readonly<Record<string, Leg>> = {
  'linux-arm64': { system: 'LINUX', arch: 'arm64' },
  'linux-x64': { system: 'LINUX', arch: 'x64' },
  'macos-arm64': { system: 'MAC', arch: 'arm64' },
  'macos-x64': { system: 'MAC', arch: 'x64' },
  'windows-arm64': { system: 'WINDOWS', arch: 'arm64' },
  'windows-x64': { system: 'WINDOWS', arch: 'x64' },
};

/** Each leg its own second, as on runners. */
const DATES = Object.keys(LEGS).map((_, index) => `2026-01-02T03:04:0${index}.000Z`);

/**
 * What electron-builder itself writes on six legs for an app whose name holds a space, and that
 * names nothing by an artifactName. Its targets need programs that are downloaded, so the installers
 * are a few words; names for GitHub, blockmaps, sums and metadata are made by its own code.
 */
export async function writtenFor(version: string, channel: string | null, appBuilder: string): Promise<Record<string, Written>> {
  const all: Record<string, Written> = {};
  for (const [index, [name, leg]] of Object.entries(LEGS).entries()) {
    all[name] = await writtenOn(leg, { version, channel, date: DATES[index], appBuilder, name });
  }
  return all;
}

async function writtenOn(leg: Leg, { version, channel, date, appBuilder, name }: Record<'version' | 'date' | 'appBuilder' | 'name', string> & { channel: string | null }): Promise<Written> {
  const load = createRequire(join(appBuilder, 'node_modules', 'app-builder-lib', 'package.json'));
  const { createUpdateInfoTasks, writeUpdateInfoFiles } = load('./out/publish/updateInfoBuilder');
  const { appendBlockmap, createBlockmap } = load('./out/targets/differentialUpdateInfoBuilder');
  const { computeSafeArtifactNameIfNeeded } = load('./out/platformPackager');
  const { Arch, Platform } = load('./out/index');
  const { getPublishConfigs } = load('./out/publish/PublishManager');
  const { AppInfo } = load('./out/appInfo');
  const outDir = mkdtempSync(join(tmpdir(), 'electron-builder-'));
  try {
    const appInfo = Object.create(AppInfo.prototype, { version: { value: version } });
    const packager = packagerOf(Platform[leg.system], { appInfo, date, publish: { provider: 'github', owner: 'acme', repo: 'app', ...channel && { channel } } });
    const tasks: unknown[] = [];
    for (const { file, blockmap } of targetsOf(leg, version)) {
      const at = join(outDir, file);
      writeFileSync(at, `${file} of ${name}\n`);
      const safeArtifactName = computeSafeArtifactNameIfNeeded(file, () => { throw new Error(`${file} has other characters than spaces`); });
      const updateInfo = blockmap === 'inside' ? await appendBlockmap(at) : blockmap === 'beside' ? await createBlockmap(at, undefined, packager, safeArtifactName) : await sumsOf(load, at);
      const event = { file: at, packager, target: { outDir }, arch: Arch[leg.arch], safeArtifactName, updateInfo };
      tasks.push(...await createUpdateInfoTasks(event, await getPublishConfigs(packager, null, event.arch, true)));
    }
    await writeUpdateInfoFiles(tasks, packager);
    return Object.fromEntries(readdirSync(outDir).sort().map((file) => [file, textOf(readFileSync(join(outDir, file)))]));
  } finally {
    rmSync(outDir, { recursive: true });
  }
}

/** The default names of the targets, in the order in which they are built. */
function targetsOf({ system, arch }: Leg, version: string): Target[] {
  const suffix = arch === 'x64' ? '' : `-${arch}`;
  const targets: Readonly<Record<Leg['system'], readonly Target[]>> = {
    LINUX: [{ file: `My App-${version}${suffix}.AppImage`, blockmap: 'inside' }, { file: `my-app_${version}_${arch === 'x64' ? 'amd64' : arch}.deb`, blockmap: 'none' }],
    MAC: [{ file: `My App-${version}${suffix}.dmg`, blockmap: 'beside' }, { file: `My App-${version}${suffix}-mac.zip`, blockmap: 'beside' }],
    // one installer for all architectures that one run builds, and so none in its name
    WINDOWS: [{ file: `My App Setup ${version}.exe`, blockmap: 'beside' }],
  };
  return [...targets[system]];
}

/** What fpm's targets say of their files. @see app-builder-lib/src/targets/FpmTarget.ts */
async function sumsOf(load: NodeJS.Require, file: string): Promise<object> {
  return { sha512: await load('./out/util/hash').hashFile(file), size: readFileSync(file).length };
}

/** As much of a packager as that code asks for. */
function packagerOf(platform: object, { appInfo, date, publish }: Readonly<Record<'appInfo' | 'publish', object>> & { readonly date: string }): object {
  const nothing = async () => undefined;
  const config = { releaseInfo: { releaseDate: date }, publish };
  return {
    platform,
    appInfo,
    config,
    platformSpecificBuildOptions: {},
    getResource: async () => null,
    expandMacro: (text: string) => text,
    emitArtifactCreated: nothing,
    info: { appInfo, config, metadata: { dependencies: { 'electron-updater': '6.8.10' } }, emitArtifactBuildCompleted: nothing },
  };
}

function textOf(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return Buffer.from(text).equals(bytes) ? text : `base64:${bytes.toString('base64')}`;
}
