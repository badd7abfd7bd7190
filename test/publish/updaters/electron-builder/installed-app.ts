import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request, type RequestOptions } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppUpdater } from 'electron-updater';
import { AppImageUpdater } from 'electron-updater/out/AppImageUpdater';
import { DebUpdater } from 'electron-updater/out/DebUpdater';
import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor';
import { MacUpdater } from 'electron-updater/out/MacUpdater';
import { NsisUpdater } from 'electron-updater/out/NsisUpdater';

/** How an app was installed: the updater that it has then, and what its process runs on. */
const INSTALLED = {
  zip: { Updater: MacUpdater, platform: 'darwin' },
  nsis: { Updater: NsisUpdater, platform: 'win32' },
  AppImage: { Updater: AppImageUpdater, platform: 'linux' },
  deb: { Updater: DebUpdater, platform: 'linux' },
} as const;

export interface InstalledApp {
  readonly as: keyof typeof INSTALLED;
  readonly arch: string;
  readonly version: string;
  /** Of a GitHub on loopback. */
  readonly url: string;
  /** Of acme. */
  readonly repository?: string;
}

export interface Update {
  readonly version: string;
  readonly content: string;
}

/**
 * What the real electron-updater finds, downloads and verifies; undefined where it finds nothing newer.
 * Of Electron, which is not there, and of the programs of macOS it needs stand-ins, which whoever calls has set up.
 */
export async function updateOf({ as, arch, version, url, repository = 'app' }: InstalledApp): Promise<Update | undefined> {
  const directory = mkdtempSync(join(tmpdir(), 'installed-'));
  const { arch: own } = process;
  const { Updater, platform } = INSTALLED[as];
  Object.defineProperty(process, 'arch', { value: arch });
  process.env.APPIMAGE = join(directory, 'App.AppImage');
  try {
    writeFileSync(join(directory, 'app-update.yml'), `provider: github\nowner: acme\nrepo: ${repository}\nupdaterCacheDirName: app-updater\n`);
    return await updateBy(updaterOf(Updater, { directory, version, platform, url }));
  } finally {
    Object.defineProperty(process, 'arch', { value: own });
    rmSync(directory, { recursive: true });
  }
}

function updaterOf(Updater: new (options?: undefined, app?: any) => AppUpdater, { directory, version, platform, url }: Record<'directory' | 'version' | 'platform' | 'url', string>): AppUpdater {
  const app = {
    version,
    name: 'app',
    isPackaged: true,
    appUpdateConfigPath: join(directory, 'app-update.yml'),
    userDataPath: directory,
    baseCachePath: directory,
    whenReady: async () => undefined,
    onQuit: () => undefined,
  };
  const updater = new Updater(undefined, app);
  Object.assign(updater, {
    httpExecutor: new Executor(url),
    logger: null,
    autoDownload: false,
    autoInstallOnAppQuit: false,
    disableDifferentialDownload: true,
    _testOnlyOptions: { platform, isUseDifferentialDownload: false },
  });
  return updater.on('error', () => undefined);
}

async function updateBy(updater: AppUpdater): Promise<Update | undefined> {
  try {
    const found = await updater.checkForUpdates();
    if (!found?.isUpdateAvailable) return undefined;
    const [file] = await updater.downloadUpdate();
    return { version: found.updateInfo.version, content: readFileSync(file, 'utf8') };
  } finally {
    (updater as AppUpdater & { closeServerIfExists?: () => void }).closeServerIfExists?.();
  }
}

/** Asks the GitHub on loopback instead of any host. */
class Executor extends ElectronHttpExecutor {
  public constructor(private readonly url: string) {
    super();
  }

  public override createRequest(options: RequestOptions, callback: (response: any) => void): any {
    const { host, hostname, port } = new URL(this.url);
    return request({ path: options.path, method: options.method, headers: { ...options.headers, host }, hostname, port }, callback);
  }
}
