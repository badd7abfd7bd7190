/** Options of what electron-updater reads. */
export interface ElectronBuilderUpdaterOptions {
  /**
   * Names of the platforms whose apps update themselves.
   *
   * @default - all on Linux, Windows and macOS whose artifacts are results
   */
  readonly platforms?: string[];

  /**
   * The directory that electron-builder leaves its files in, from the working directory.
   *
   * @default - the one that the artifacts of the platform have in common
   */
  readonly output?: string;

  /**
   * The channel that `publish` in the app's own configuration names, if it names one whatever the version is.
   *
   * @default - 'latest', or for a pre-release its first word, 'beta' for 1.2.0-beta.1: whichever is there
   * @see https://www.electron.build/docs/tutorials/release-using-channels
   */
  readonly channel?: string;
}

/** Options of what Tauri's updater reads. */
export interface TauriUpdaterOptions {
  /**
   * Names of the platforms whose apps update themselves.
   *
   * @default - all on Linux, Windows and macOS whose artifacts are results
   */
  readonly platforms?: string[];

  /**
   * What a platform builds for, by the name of the platform: `darwin-aarch64`, `darwin-x86_64`,
   * `linux-x86_64`, `windows-aarch64` and so on; both of macOS for a universal app.
   *
   * @default - the system and the architecture of its runner
   */
  readonly targets?: { [platform: string]: string[] };

  /**
   * Tauri's configuration, from the working directory. Its public key must be that of the signatures.
   *
   * @default 'src-tauri/tauri.conf.json'
   */
  readonly config?: string;

  /**
   * The public key, as it stands in the configuration. Needed where the configuration lies in another
   * repository than the workflow, is not JSON, or holds no key.
   *
   * @default - the one that the configuration holds in the tagged commit
   */
  readonly publicKey?: string;

  /**
   * Whether an app on Windows that does not say how it was installed gets the MSI rather than the
   * setup program. Since version 2.10 of the plugin it says so.
   *
   * @default false
   */
  readonly preferMsi?: boolean;
}

/** Options of other files that an updater reads. */
export interface UpdaterFilesOptions {
  /** Names or patterns of files of the release, such as `appcast.xml`. Each must be there, once, under the name that the build gave it. */
  readonly files: string[];

  /**
   * Whether each of them must hold the version of the tag.
   *
   * @default true
   */
  readonly holdVersion?: boolean;
}

/**
 * What was declared, as it was written.
 *
 * @internal
 */
export type UpdaterSpec =
  | { readonly kind: 'electron-builder'; readonly options?: ElectronBuilderUpdaterOptions }
  | { readonly kind: 'tauri'; readonly options?: TauriUpdaterOptions }
  | { readonly kind: 'files'; readonly options: UpdaterFilesOptions };

/**
 * What apps that are installed already find a new version by. It is put together of what all
 * platforms built and checked before anything is public: an update that no app would find or accept
 * is not published.
 */
export class Updater {
  /**
   * electron-updater: the `latest.yml`, `latest-mac.yml`, `latest-linux-arm64.yml` and so on that
   * electron-builder writes, by what they are and not by their names. They are collected without being
   * declared, and must be there, with the blockmaps beside them, if there are any; the zip that updates
   * on macOS need is an artifact to declare.
   *
   * @see https://www.electron.build/docs/features/auto-update
   */
  public static electronBuilder(options: ElectronBuilderUpdaterOptions = {}): Updater {
    return new Updater({ kind: 'electron-builder', options });
  }

  /**
   * Tauri's updater: `latest.json`, made of the signatures beside the bundles. They are collected
   * with the bundles that are declared; `bundle.createUpdaterArtifacts` must be true.
   *
   * @see https://v2.tauri.app/plugin/updater/
   */
  public static tauri(options: TauriUpdaterOptions = {}): Updater {
    return new Updater({ kind: 'tauri', options });
  }

  /** Any other updater: the files that it reads, which the build makes and the artifacts of some platform declare. */
  public static files(options: UpdaterFilesOptions): Updater {
    return new Updater({ kind: 'files', options });
  }

  /** @internal */
  public readonly _spec: UpdaterSpec;

  private constructor(spec: UpdaterSpec) {
    this._spec = spec;
  }
}
