/** How Apple is asked to notarize. */
export enum Notarization {
  /** With a key of App Store Connect, which belongs to a team and does not end with a password. */
  API_KEY = 'api-key',
  /** With an Apple Account and an app-specific password. */
  APPLE_ID = 'apple-id',
  /** It is not: the app is only signed, and Gatekeeper warns. */
  NONE = 'none',
}

/** How a run proves to Azure who it is. */
export enum AzureAuthentication {
  /** By GitHub's own token of the job (OIDC): nothing is stored that could leak or expire. */
  OIDC = 'oidc',
  /** By a secret of the app registration. */
  SECRET = 'secret',
}

/** What every way of signing can be told. */
export interface SigningOptions {
  /**
   * What it is called by, unique in the build.
   *
   * @default - as the factory says, for instance 'Apple signing and notarization'
   */
  readonly title?: string;

  /**
   * What happens without its secrets, one sentence for the setup doc and the notes of the release.
   * Then they are all set or none, and a build can do without them.
   *
   * @default - they are required
   */
  readonly without?: string;

  /**
   * Names of the secrets as stored in GitHub, where they are not called like the variable that the
   * tool reads: variable → name of the secret. Never their values.
   *
   * @default - each variable from a secret of its name
   */
  readonly secrets?: { [variable: string]: string };
}

/** What signing on macOS can be told. */
export interface MacSigningOptions extends SigningOptions {
  /**
   * How Apple is asked to notarize.
   *
   * @default Notarization.API_KEY
   */
  readonly notarization?: Notarization;

  /**
   * Patterns of what must be signed, from the working directory: disk images, packages, archives with
   * an app in them, and app bundles.
   *
   * @default - the artifacts that macOS runs or installs: dmg, pkg, zip, app.tar.gz
   */
  readonly files?: string[];

  /**
   * The team that must have signed: its Team ID, ten capital letters and digits.
   *
   * @default - any
   * @see https://developer.apple.com/help/account/manage-your-team/locate-your-team-id
   */
  readonly teamId?: string;
}

/** What signing on Windows can be told. */
export interface WindowsSigningOptions extends SigningOptions {
  /**
   * Who must have signed: the common name of the certificate, what stands behind `CN=` in its subject.
   *
   * @default - any
   */
  readonly publisher?: string;

  /**
   * Patterns of the files that must be signed, from the working directory.
   *
   * @default - the artifacts that Windows runs or installs: exe, msi, msix, appx
   */
  readonly files?: string[];
}

/** What signing by Azure Artifact Signing can be told. */
export interface AzureSigningOptions extends WindowsSigningOptions {
  /**
   * How a run proves to Azure who it is.
   *
   * @default AzureAuthentication.OIDC
   */
  readonly authentication?: AzureAuthentication;
}

/** What signing the updates of a Tauri app can be told. */
export interface TauriUpdaterSigningOptions extends SigningOptions {
  /**
   * Whether the private key has a password.
   *
   * @default true
   */
  readonly password?: boolean;

  /**
   * Tauri's configuration, from the working directory, with the public key.
   *
   * @default 'src-tauri/tauri.conf.json'
   */
  readonly config?: string;
}

/**
 * What was declared, as it was written.
 *
 * @internal
 */
export type SigningSpec =
  | { readonly kind: 'codesign' | 'electron-builder-mac' | 'electron-forge-mac' | 'tauri-mac'; readonly options?: MacSigningOptions }
  | { readonly kind: 'electron-builder-windows' | 'electron-forge-windows' | 'tauri-windows'; readonly options?: WindowsSigningOptions }
  | { readonly kind: 'azure'; readonly options?: AzureSigningOptions }
  | { readonly kind: 'tauri-updater'; readonly options?: TauriUpdaterSigningOptions };

/**
 * Signing by a tool that the build runs: the secrets that it reads, how a person gets them, and the
 * proof on the runner that it happened. Required signing that did not happen fails the platform;
 * optional signing whose secrets are absent is said in the summary, in the notes of the release and
 * in its manifest.
 */
export class Signing {
  /**
   * electron-builder on macOS: CSC_LINK, CSC_KEY_PASSWORD, and for notarization APPLE_API_KEY (the
   * text of the .p8 file), APPLE_API_KEY_ID, APPLE_API_ISSUER, or APPLE_ID,
   * APPLE_APP_SPECIFIC_PASSWORD, APPLE_TEAM_ID.
   *
   * @see https://www.electron.build/docs/features/code-signing/code-signing-mac
   */
  public static electronBuilderMac(options: MacSigningOptions = {}): Signing {
    return new Signing({ kind: 'electron-builder-mac', options });
  }

  /**
   * electron-builder on Windows with a certificate file: WIN_CSC_LINK, WIN_CSC_KEY_PASSWORD.
   *
   * @see https://www.electron.build/docs/features/code-signing/code-signing-win
   */
  public static electronBuilderWindows(options: WindowsSigningOptions = {}): Signing {
    return new Signing({ kind: 'electron-builder-windows', options });
  }

  /**
   * Azure Artifact Signing, once called Trusted Signing, by a tool that reads Azure's variables, as
   * electron-builder does: AZURE_TENANT_ID, AZURE_CLIENT_ID and, with
   * `AzureAuthentication.SECRET`, AZURE_CLIENT_SECRET. By default the run sets
   * AZURE_FEDERATED_TOKEN_FILE, and the platform needs an `environment`, which Azure trusts.
   *
   * @see https://learn.microsoft.com/azure/artifact-signing/
   */
  public static azure(options: AzureSigningOptions = {}): Signing {
    return new Signing({ kind: 'azure', options });
  }

  /**
   * Tauri on macOS: APPLE_CERTIFICATE, APPLE_CERTIFICATE_PASSWORD, and for notarization
   * APPLE_API_ISSUER, APPLE_API_KEY (the id of the key), APPLE_API_KEY_PATH (the text of the .p8
   * file), or APPLE_ID, APPLE_PASSWORD, APPLE_TEAM_ID. Tauri notarizes the app; the disk image around
   * it is notarized and stapled behind it.
   *
   * @see https://v2.tauri.app/distribute/sign/macos/
   */
  public static tauriMac(options: MacSigningOptions = {}): Signing {
    return new Signing({ kind: 'tauri-mac', options });
  }

  /**
   * Tauri on Windows with a certificate file, which is imported for `certificateThumbprint`:
   * WINDOWS_CERTIFICATE, WINDOWS_CERTIFICATE_PASSWORD.
   *
   * @see https://v2.tauri.app/distribute/sign/windows/
   */
  public static tauriWindows(options: WindowsSigningOptions = {}): Signing {
    return new Signing({ kind: 'tauri-windows', options });
  }

  /**
   * The updates of a Tauri app: TAURI_SIGNING_PRIVATE_KEY, TAURI_SIGNING_PRIVATE_KEY_PASSWORD.
   *
   * @see https://v2.tauri.app/plugin/updater/#signing-updates
   */
  public static tauriUpdater(options: TauriUpdaterSigningOptions = {}): Signing {
    return new Signing({ kind: 'tauri-updater', options });
  }

  /**
   * Electron Forge on macOS, with the certificate in a keychain of its own: MACOS_CERTIFICATE,
   * MACOS_CERTIFICATE_PASSWORD, and for notarization, which forge.config reads, APPLE_API_KEY (the
   * text of the .p8 file; the variable names the file), APPLE_API_KEY_ID, APPLE_API_ISSUER, or
   * APPLE_ID, APPLE_PASSWORD, APPLE_TEAM_ID.
   *
   * @see https://www.electronforge.io/guides/code-signing/code-signing-macos
   */
  public static electronForgeMac(options: MacSigningOptions = {}): Signing {
    return new Signing({ kind: 'electron-forge-mac', options });
  }

  /**
   * Electron Forge on Windows, with the certificate in a file that forge.config reads:
   * WINDOWS_CERTIFICATE_FILE (the content in base64; the variable names the file),
   * WINDOWS_CERTIFICATE_PASSWORD.
   *
   * @see https://www.electronforge.io/guides/code-signing/code-signing-windows
   */
  public static electronForgeWindows(options: WindowsSigningOptions = {}): Signing {
    return new Signing({ kind: 'electron-forge-windows', options });
  }

  /**
   * `codesign`, run by the build itself, with the certificate in a keychain of its own:
   * MACOS_CERTIFICATE, MACOS_CERTIFICATE_PASSWORD, and for notarization APPLE_API_KEY (the text of
   * the .p8 file), APPLE_API_KEY_ID, APPLE_API_ISSUER, or APPLE_ID, APPLE_PASSWORD, APPLE_TEAM_ID.
   * The disk images and packages among the artifacts are notarized and stapled behind the build.
   *
   * @see https://developer.apple.com/documentation/security/notarizing-macos-software-before-distribution
   */
  public static codesign(options: MacSigningOptions = {}): Signing {
    return new Signing({ kind: 'codesign', options });
  }

  /** @internal */
  public readonly _spec: SigningSpec;

  private constructor(spec: SigningSpec) {
    this._spec = spec;
  }
}
