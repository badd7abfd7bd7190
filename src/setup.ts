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

/** Options of Java. */
export interface JavaOptions extends SetupOptions {
  /**
   * Whose build of Java, as actions/setup-java calls it, for instance `zulu`.
   *
   * @default 'temurin'
   * @see https://github.com/actions/setup-java#supported-distributions
   */
  readonly distribution?: string;
}

/** Options of the Rust toolchain. */
export interface RustOptions {
  /**
   * More targets to compile for, for instance `aarch64-unknown-linux-gnu`. What links them is
   * installed, as far as apt or Homebrew has it, and the variables by which Cargo and the crate
   * `cc` find it are set for all that the platform runs behind the tools; its own `env` comes first.
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
 * Tools whose version a file can say.
 *
 * @internal
 */
export const FILE_TOOLS = ['node', 'bun', 'deno', 'python', 'uv', 'go', 'java', 'dotnet', 'ruby', 'flutter', 'rust'] as const;

type FileTool = (typeof FILE_TOOLS)[number];

/**
 * What was declared, as it was written; each field is called as in the model.
 *
 * @internal
 */
export type SetupSpec =
  | {
    readonly kind: 'node' | 'bun' | 'deno' | 'python' | 'uv' | 'go' | 'dotnet' | 'ruby' | 'flutter';
    readonly version: string;
    readonly options?: SetupOptions;
  }
  | { readonly kind: 'pnpm'; readonly version?: string; readonly options?: SetupOptions }
  | { readonly kind: 'npm' | 'yarn'; readonly version?: string }
  | { readonly kind: 'java'; readonly version: string; readonly options?: JavaOptions }
  | { readonly kind: 'gradleWrapper'; readonly options?: SetupOptions }
  | { readonly kind: 'apt' | 'brew' | 'cask' | 'choco' | 'winget'; readonly packages: string[] }
  | { readonly kind: 'rust'; readonly version?: string; readonly options?: RustOptions }
  | { readonly kind: 'zig' | 'cmake'; readonly version: string }
  | { readonly kind: 'fromFile'; readonly tool: FileTool; readonly versionFile: string; readonly options?: JavaOptions & RustOptions }
  | { readonly kind: 'sshKnownHosts'; readonly hosts: string[] }
  | { readonly kind: 'other'; readonly steps: github.workflows.JobStep[] };

/**
 * A tool that a build needs. Tools are installed in the order in which they need each other,
 * whatever the order of the declaration; nothing is cached, because a tag build must not run
 * what another run left behind.
 *
 * @see https://github.com/projen-tag-build/projen-tag-build/blob/main/docs/tools.md
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

  /**
   * Node.js in the version that a file says: `.nvmrc`, `.node-version`, `.tool-versions`, a
   * package.json with `engines`, `devEngines` or `volta`.
   *
   * @param versionFile its path from the working directory
   * @see https://github.com/actions/setup-node/blob/main/docs/advanced-usage.md#node-version-file
   */
  public static nodeFrom(versionFile: string, options: SetupOptions = {}): Setup {
    return new Setup({ kind: 'fromFile', tool: 'node', versionFile, options });
  }

  /**
   * npm runs the package scripts.
   *
   * @param version a full one, for instance '11.6.2', which npm installs; when omitted, the one that
   * comes with Node.js
   * @see https://docs.npmjs.com/cli/commands/npm-install
   */
  public static npm(version?: string): Setup {
    return new Setup({ kind: 'npm', version });
  }

  /**
   * pnpm runs the package scripts. It is installed by pnpm/setup, up to version 10 by
   * pnpm/action-setup.
   *
   * @param version for instance '10' or '10.28.1'. If the package.json in the workspace's root
   * names pnpm as `packageManager`, it must be that version. When omitted, the one that
   * `packageManager` or `devEngines.packageManager` names in the package.json of the working
   * directory; in another repository it must be declared.
   * @see https://github.com/pnpm/action-setup#inputs
   */
  public static pnpm(version?: string, options: SetupOptions = {}): Setup {
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
   * Bun, by oven-sh/setup-bun. It runs the package scripts, unless a package manager is declared
   * besides.
   *
   * @param version for instance '1.3.0'
   * @see https://github.com/oven-sh/setup-bun#inputs
   */
  public static bun(version: string, options: SetupOptions = {}): Setup {
    return new Setup({ kind: 'bun', version, options });
  }

  /**
   * Bun in the version that a file says: `.bun-version`, `.bumrc`, `.tool-versions`, or a
   * package.json with Bun as `packageManager` or in `engines`.
   *
   * @param versionFile its path from the working directory
   * @see https://github.com/oven-sh/setup-bun#inputs
   */
  public static bunFrom(versionFile: string, options: SetupOptions = {}): Setup {
    return new Setup({ kind: 'fromFile', tool: 'bun', versionFile, options });
  }

  /**
   * Deno, by denoland/setup-deno.
   *
   * @param version for instance '2.5.0', 'v2.x' or 'lts'
   * @see https://github.com/denoland/setup-deno#usage
   */
  public static deno(version: string, options: SetupOptions = {}): Setup {
    return new Setup({ kind: 'deno', version, options });
  }

  /**
   * Deno in the version that a file says: `.dvmrc`, `.deno-version`, `.tool-versions`.
   *
   * @param versionFile its path from the working directory
   * @see https://github.com/denoland/setup-deno#version-from-file
   */
  public static denoFrom(versionFile: string, options: SetupOptions = {}): Setup {
    return new Setup({ kind: 'fromFile', tool: 'deno', versionFile, options });
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
   * Python in the version that a file says: `.python-version`, `.tool-versions`, a pyproject.toml
   * with `requires-python`, a Pipfile.
   *
   * @param versionFile its path from the working directory
   * @see https://github.com/actions/setup-python/blob/main/docs/advanced-usage.md#using-the-python-version-file-input
   */
  public static pythonFrom(versionFile: string, options: SetupOptions = {}): Setup {
    return new Setup({ kind: 'fromFile', tool: 'python', versionFile, options });
  }

  /**
   * uv, by astral-sh/setup-uv. It brings the Pythons that a project asks for.
   *
   * @param version for instance '0.9.2'
   * @see https://github.com/astral-sh/setup-uv#inputs
   */
  public static uv(version: string, options: SetupOptions = {}): Setup {
    return new Setup({ kind: 'uv', version, options });
  }

  /**
   * uv in the version that a file says: uv.toml or pyproject.toml with `required-version`, uv.lock,
   * `.tool-versions`, or a file of requirements.
   *
   * @param versionFile its path from the working directory
   * @see https://github.com/astral-sh/setup-uv/blob/main/docs/advanced-version-configuration.md
   */
  public static uvFrom(versionFile: string, options: SetupOptions = {}): Setup {
    return new Setup({ kind: 'fromFile', tool: 'uv', versionFile, options });
  }

  /**
   * Go, by actions/setup-go.
   *
   * @param version for instance '1.25' or 'stable'
   * @see https://github.com/actions/setup-go#usage
   */
  public static go(version: string, options: SetupOptions = {}): Setup {
    return new Setup({ kind: 'go', version, options });
  }

  /**
   * Go in the version that a file says: go.mod, go.work, `.go-version`, `.tool-versions`.
   *
   * @param versionFile its path from the working directory
   * @see https://github.com/actions/setup-go#getting-go-version-from-the-gomod-file
   */
  public static goFrom(versionFile: string, options: SetupOptions = {}): Setup {
    return new Setup({ kind: 'fromFile', tool: 'go', versionFile, options });
  }

  /**
   * Java, by actions/setup-java.
   *
   * @param version for instance '21'
   * @see https://github.com/actions/setup-java#usage
   */
  public static java(version: string, options: JavaOptions = {}): Setup {
    return new Setup({ kind: 'java', version, options });
  }

  /**
   * Java in the version that a file says: `.java-version`, `.tool-versions`, `.sdkmanrc`. A
   * distribution that the file names counts more than the option.
   *
   * @param versionFile its path from the working directory
   * @see https://github.com/actions/setup-java/blob/main/docs/advanced-usage.md#java-version-file
   */
  public static javaFrom(versionFile: string, options: JavaOptions = {}): Setup {
    return new Setup({ kind: 'fromFile', tool: 'java', versionFile, options });
  }

  /**
   * Compares every gradle-wrapper.jar of the workspace with the sums that Gradle has published, by
   * gradle/actions/wrapper-validation, before any of them runs. It fails where there is none.
   *
   * @see https://github.com/gradle/actions/blob/main/docs/wrapper-validation.md
   */
  public static gradleWrapper(options: SetupOptions = {}): Setup {
    return new Setup({ kind: 'gradleWrapper', options });
  }

  /**
   * .NET, by actions/setup-dotnet.
   *
   * @param version of the SDK, for instance '9.0.x'
   * @see https://github.com/actions/setup-dotnet#usage
   */
  public static dotnet(version: string, options: SetupOptions = {}): Setup {
    return new Setup({ kind: 'dotnet', version, options });
  }

  /**
   * .NET in the version that a global.json says.
   *
   * @param versionFile its path from the working directory
   * @see https://github.com/actions/setup-dotnet#using-the-global-json-file-input
   */
  public static dotnetFrom(versionFile: string, options: SetupOptions = {}): Setup {
    return new Setup({ kind: 'fromFile', tool: 'dotnet', versionFile, options });
  }

  /**
   * Ruby, by ruby/setup-ruby.
   *
   * @param version for instance '3.4' or 'jruby-10.0'
   * @see https://github.com/ruby/setup-ruby#supported-version-syntax
   */
  public static ruby(version: string, options: SetupOptions = {}): Setup {
    return new Setup({ kind: 'ruby', version, options });
  }

  /**
   * Ruby in the version that a file says: `.ruby-version`, `.tool-versions`, mise.toml.
   *
   * @param versionFile its path from the working directory
   * @see https://github.com/ruby/setup-ruby#supported-version-syntax
   */
  public static rubyFrom(versionFile: string, options: SetupOptions = {}): Setup {
    return new Setup({ kind: 'fromFile', tool: 'ruby', versionFile, options });
  }

  /**
   * Flutter, by subosito/flutter-action: of the channel stable, unless the input `channel` says
   * another.
   *
   * @param version for instance '3.35.0'
   * @see https://github.com/subosito/flutter-action#usage
   */
  public static flutter(version: string, options: SetupOptions = {}): Setup {
    return new Setup({ kind: 'flutter', version, options });
  }

  /**
   * Flutter in the version that a file says: a pubspec.yaml with a full version of Flutter under
   * `environment`, `.fvmrc`, fvm_config.json.
   *
   * @param versionFile its path from the working directory
   * @see https://github.com/subosito/flutter-action#use-version-from-pubspecyaml
   */
  public static flutterFrom(versionFile: string, options: SetupOptions = {}): Setup {
    return new Setup({ kind: 'fromFile', tool: 'flutter', versionFile, options });
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
   * Rust as a rust-toolchain.toml says, which rustup looks for itself.
   *
   * @param versionFile its path from the working directory
   * @see https://rust-lang.github.io/rustup/overrides.html#the-toolchain-file
   */
  public static rustFrom(versionFile: string, options: RustOptions = {}): Setup {
    return new Setup({ kind: 'fromFile', tool: 'rust', versionFile, options });
  }

  /**
   * Zig, by the runner's pip, from PyPI's package ziglang.
   *
   * @param version a full one, for instance '0.15.2'
   * @see https://pypi.org/project/ziglang/
   */
  public static zig(version: string): Setup {
    return new Setup({ kind: 'zig', version });
  }

  /**
   * CMake, by the runner's pip, from PyPI's package cmake. The runners have one already; this is for
   * a version that does not change with them.
   *
   * @param version a full one, for instance '4.0.3'
   * @see https://pypi.org/project/cmake/
   */
  public static cmake(version: string): Setup {
    return new Setup({ kind: 'cmake', version });
  }

  /**
   * Hosts that ssh knows from then on, for git over ssh, scp or rsync. The lines are added where ssh
   * looks for them, and stay there on a self-hosted runner.
   *
   * @param hosts lines of a known_hosts file, for instance 'git.acme.dev ssh-ed25519 AAAA...'.
   * `ssh-keyscan git.acme.dev` prints them; compare them with what the host's owner publishes.
   * @see https://man.openbsd.org/sshd.8#SSH_KNOWN_HOSTS_FILE_FORMAT
   */
  public static sshKnownHosts(...hosts: string[]): Setup {
    return new Setup({ kind: 'sshKnownHosts', hosts });
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
