import type { github } from 'projen';

/** Options of a tool that an action installs. */
export interface SetupOptions {
  /**
   * More inputs of the action, passed through as they are.
   *
   * @default - none
   */
  readonly with?: { [input: string]: string };
}

/** Options of the Rust toolchain. */
export interface RustOptions {
  /**
   * More targets to compile for, for instance `aarch64-unknown-linux-gnu`. What links them is
   * installed, as far as apt or Homebrew has it, and the variables by which Cargo and the crate
   * `cc` find it are set for all that the platform runs; its own `env` comes first.
   *
   * @default - the runner's own
   * @see https://github.com/projen-tag-build/projen-tag-build/blob/main/docs/packages.md
   */
  readonly targets?: string[];

  /**
   * More components, for instance `rustfmt`.
   *
   * @default - those of rustup's minimal profile
   */
  readonly components?: string[];
}

/**
 * What was declared, as it was written; each field is called as in the model.
 *
 * @internal
 */
export type SetupSpec =
  | { readonly kind: 'node' | 'pnpm' | 'python'; readonly version: string; readonly options?: SetupOptions }
  | { readonly kind: 'apt' | 'brew' | 'cask' | 'choco' | 'winget'; readonly packages: string[] }
  | { readonly kind: 'npm' }
  | { readonly kind: 'yarn'; readonly version?: string }
  | { readonly kind: 'rust'; readonly version?: string; readonly options?: RustOptions }
  | { readonly kind: 'other'; readonly steps: github.workflows.JobStep[] };

/**
 * A tool that a build needs. Tools are installed in the order in which they need each other,
 * whatever the order of the declaration; nothing is cached, because a tag build must not run
 * what another run left behind.
 */
export class Setup {
  /**
   * Packages of Debian or Ubuntu, on the platforms that run Linux; on others they are left out. The
   * lists are updated first, and what the network spoils is tried again. What is declared for the
   * job and for a platform is one list.
   *
   * @param packages for instance 'libgtk-3-dev', 'libc6:i386' or 'jq=1.7.1-3', and no paths or URLs
   * @see https://github.com/projen-tag-build/projen-tag-build/blob/main/docs/packages.md
   */
  public static apt(packages: string[]): Setup {
    return new Setup({ kind: 'apt', packages });
  }

  /**
   * Formulae of Homebrew, on the platforms that run macOS. What is installed stays as it is.
   *
   * @param packages for instance 'create-dmg' or 'openssl@3', of Homebrew's own taps
   * @see https://github.com/projen-tag-build/projen-tag-build/blob/main/docs/packages.md
   */
  public static brew(packages: string[]): Setup {
    return new Setup({ kind: 'brew', packages });
  }

  /**
   * Casks of Homebrew, on the platforms that run macOS. What is installed stays as it is.
   *
   * @param packages for instance 'wine-stable'
   * @see https://github.com/projen-tag-build/projen-tag-build/blob/main/docs/packages.md
   */
  public static cask(packages: string[]): Setup {
    return new Setup({ kind: 'cask', packages });
  }

  /**
   * Packages of Chocolatey, on the platforms that run Windows.
   *
   * @param packages for instance 'nsis' or 'nsis=3.10'
   * @see https://github.com/projen-tag-build/projen-tag-build/blob/main/docs/packages.md
   */
  public static choco(packages: string[]): Setup {
    return new Setup({ kind: 'choco', packages });
  }

  /**
   * Packages of winget, on the platforms that run Windows. The images of windows-2022 and
   * windows-11-arm have none.
   *
   * @param packages ids as `winget search` prints them, for instance 'NSIS.NSIS' or 'NSIS.NSIS=3.10'
   * @see https://github.com/projen-tag-build/projen-tag-build/blob/main/docs/packages.md
   */
  public static winget(packages: string[]): Setup {
    return new Setup({ kind: 'winget', packages });
  }

  /**
   * Node.js, by actions/setup-node.
   *
   * @param version for instance '22' or '22.12.0'
   * @see https://github.com/actions/setup-node#usage
   */
  public static node(version: string, options: SetupOptions = {}): Setup {
    return new Setup({ kind: 'node', version, options });
  }

  /** npm runs the package scripts, in the version that comes with Node.js. */
  public static npm(): Setup {
    return new Setup({ kind: 'npm' });
  }

  /**
   * pnpm runs the package scripts. It is installed by pnpm/setup, up to version 10 by
   * pnpm/action-setup.
   *
   * @param version for instance '10' or '10.28.1'. If the package.json in the workspace's root
   * names pnpm as `packageManager`, it must be that version.
   * @see https://github.com/pnpm/action-setup#inputs
   */
  public static pnpm(version: string, options: SetupOptions = {}): Setup {
    return new Setup({ kind: 'pnpm', version, options });
  }

  /**
   * Yarn runs the package scripts. It is installed by Corepack, which Node.js carries up to
   * version 24.
   *
   * @param version for instance '4.12.0'; when omitted, the one that `packageManager` in
   * package.json names
   * @see https://github.com/nodejs/corepack#readme
   */
  public static yarn(version?: string): Setup {
    return new Setup({ kind: 'yarn', version });
  }

  /**
   * Python, by actions/setup-python.
   *
   * @param version for instance '3.11'
   * @see https://github.com/actions/setup-python#basic-usage
   */
  public static python(version: string, options: SetupOptions = {}): Setup {
    return new Setup({ kind: 'python', version, options });
  }

  /**
   * Rust, by the rustup that GitHub's runners have.
   *
   * @param version a toolchain such as '1.91.0' or 'stable'; 'stable' when omitted
   * @see https://rust-lang.github.io/rustup/concepts/toolchains.html
   */
  public static rust(version?: string, options: RustOptions = {}): Setup {
    return new Setup({ kind: 'rust', version, options });
  }

  /**
   * Any other tool: steps that install it, behind all the others. An action is best pinned to a
   * full commit SHA.
   */
  public static of(...steps: github.workflows.JobStep[]): Setup {
    return new Setup({ kind: 'other', steps });
  }

  /** @internal */
  public readonly _spec: SetupSpec;

  private constructor(spec: SetupSpec) {
    this._spec = spec;
  }
}
