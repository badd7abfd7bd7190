import type { OperatingSystem } from '../../model/model';

/** A platform of a declaration, and what tools call it. */
interface Known {
  readonly factory: string;
  readonly system: Exclude<OperatingSystem, 'other'>;
  /** GOOS and GOARCH. */
  readonly go: string;
  /** Of .NET. */
  readonly rid: string;
  /** Of Rust, but for the C library. */
  readonly triple: string;
}

export const PLATFORMS = {
  'linux-x64': { factory: 'Platform.linuxX64', system: 'linux', go: 'linux/amd64', rid: 'linux-x64', triple: 'x86_64-unknown-linux-gnu' },
  'linux-arm64': { factory: 'Platform.linuxArm64', system: 'linux', go: 'linux/arm64', rid: 'linux-arm64', triple: 'aarch64-unknown-linux-gnu' },
  'windows-x64': { factory: 'Platform.windowsX64', system: 'windows', go: 'windows/amd64', rid: 'win-x64', triple: 'x86_64-pc-windows-msvc' },
  'windows-arm64': { factory: 'Platform.windowsArm64', system: 'windows', go: 'windows/arm64', rid: 'win-arm64', triple: 'aarch64-pc-windows-msvc' },
  'macos-arm64': { factory: 'Platform.macosArm64', system: 'macos', go: 'darwin/arm64', rid: 'osx-arm64', triple: 'aarch64-apple-darwin' },
  'macos-x64': { factory: 'Platform.macosX64', system: 'macos', go: 'darwin/amd64', rid: 'osx-x64', triple: 'x86_64-apple-darwin' },
} as const satisfies Readonly<Record<string, Known>>;

export type PlatformName = keyof typeof PLATFORMS;

export const PLATFORM_NAMES = Object.keys(PLATFORMS) as PlatformName[];

export function isPlatform(name: string): name is PlatformName {
  return Object.hasOwn(PLATFORMS, name);
}

/** One of each system, where nobody says more. */
export const USUAL: readonly PlatformName[] = ['linux-x64', 'windows-x64', 'macos-arm64'];

export type System = Known['system'];

/** The usual platforms of some systems. */
export function usualOf(systems: readonly OperatingSystem[]): PlatformName[] {
  return USUAL.filter((name) => systems.includes(PLATFORMS[name].system));
}

/** Those that a tool names in its own way. */
export function platformsBy(word: 'go' | 'rid' | 'triple', names: readonly string[]): PlatformName[] {
  return PLATFORM_NAMES.filter((platform) => names.includes(PLATFORMS[platform][word]));
}
