/** How a tool is asked for by an action. */
export interface ToolAction {
  readonly tool: string;
  /** Inputs that say the version, the first that is there. */
  readonly version: readonly string[];
  /** Inputs that only make it faster. */
  readonly cache?: readonly string[];
  /** Inputs that are at their default, or say nothing of what is there afterwards. */
  readonly idle?: readonly string[];
  /** Inputs that list what is there beside it, and what each of that is. */
  readonly lists?: Readonly<Record<string, string>>;
}

const RUST_LISTS = { target: 'target', targets: 'target', components: 'component' };

/** Actions that set up a tool. */
export const toolActions: Readonly<Record<string, ToolAction>> = {
  'actions/setup-node': { tool: 'node', version: ['node-version', 'node-version-file'], cache: ['cache', 'cache-dependency-path'], idle: ['package-manager-cache'] },
  'actions/setup-python': { tool: 'python', version: ['python-version', 'python-version-file'], cache: ['cache'] },
  'actions/setup-go': { tool: 'go', version: ['go-version', 'go-version-file'], cache: ['cache'] },
  'actions/setup-java': { tool: 'java', version: ['java-version', 'java-version-file'], cache: ['cache'] },
  'actions/setup-dotnet': { tool: 'dotnet', version: ['dotnet-version', 'global-json-file'], cache: ['cache'] },
  'actions-rs/toolchain': { tool: 'rust', version: ['toolchain'], idle: ['profile', 'override'], lists: RUST_LISTS },
  'actions-rust-lang/setup-rust-toolchain': { tool: 'rust', version: ['toolchain'], cache: ['cache'], lists: RUST_LISTS },
  'dtolnay/rust-toolchain': { tool: 'rust', version: ['toolchain'], lists: RUST_LISTS },
  'hecrj/setup-rust-action': { tool: 'rust', version: ['rust-version'], lists: RUST_LISTS },
  'moonrepo/setup-rust': { tool: 'rust', version: ['channel'], cache: ['cache'], lists: RUST_LISTS },
  'pnpm/action-setup': { tool: 'pnpm', version: ['version', 'package_json_file'], idle: ['run_install'] },
  'pnpm/setup': { tool: 'pnpm', version: ['version'], idle: ['install'] },
  'oven-sh/setup-bun': { tool: 'bun', version: ['bun-version'], idle: ['no-cache'] },
  'denoland/setup-deno': { tool: 'deno', version: ['deno-version'], cache: ['cache'] },
  'subosito/flutter-action': { tool: 'flutter', version: ['flutter-version', 'flutter-version-file'], cache: ['cache', 'pub-cache'], idle: ['channel'] },
  'astral-sh/setup-uv': { tool: 'uv', version: ['version'], cache: ['enable-cache'] },
  'ruby/setup-ruby': { tool: 'ruby', version: ['ruby-version'], cache: ['bundler-cache'] },
  'mlugg/setup-zig': { tool: 'zig', version: ['version'] },
  'goto-bus-stop/setup-zig': { tool: 'zig', version: ['version'] },
  'lukka/get-cmake': { tool: 'cmake', version: ['cmakeVersion'] },
  'gradle/actions/wrapper-validation': { tool: 'gradle-wrapper', version: [] },
};

/** Inputs of actions/checkout that say what it does anyway. */
export const checkoutDefaults: Readonly<Record<string, string>> = { 'fetch-depth': '1', 'submodules': 'false', 'lfs': 'false', 'clean': 'true' };

/** Actions that only make a build faster. */
export const cacheActions: readonly string[] = ['actions/cache', 'actions/cache/restore', 'actions/cache/save', 'swatinem/rust-cache'];

/** What stands for a runner that is no longer there, or whose label moves: any of these. */
export const runnerSuccessors: Readonly<Record<string, readonly string[]>> = {
  'ubuntu-18.04': ['ubuntu-22.04', 'ubuntu-24.04'],
  'ubuntu-20.04': ['ubuntu-22.04', 'ubuntu-24.04'],
  'ubuntu-latest': ['ubuntu-24.04', 'ubuntu-26.04'],
  'windows-2016': ['windows-2022', 'windows-2025'],
  'windows-2019': ['windows-2022', 'windows-2025'],
  'windows-latest': ['windows-2025'],
  'macos-11': ['macos-15-intel', 'macos-26-intel'],
  'macos-12': ['macos-15-intel', 'macos-26-intel'],
  'macos-13': ['macos-15-intel', 'macos-26-intel'],
  'macos-14': ['macos-15', 'macos-26'],
  'macos-latest': ['macos-15', 'macos-26'],
};

/** Variables that mean nothing on a system: no tool there reads them. */
export const idleVariables: Readonly<Record<string, RegExp>> = {
  linux: /^(?:APPLE_|CSC_|WIN_CSC_)/,
  windows: /^APPLE_/,
  macos: /^WIN_CSC_/,
};
