import type { System } from './metadata';

/** A machine on which an updater runs: what its process is called by, and whether it is a Mac with a processor of Apple. */
interface Machine {
  readonly arch: string;
  readonly isArm64Mac?: boolean;
}

const MACHINES: Readonly<Record<Exclude<System, 'linux'>, readonly Machine[]>> = {
  macos: [{ arch: 'x64' }, { arch: 'arm64', isArm64Mac: true }, { arch: 'x64', isArm64Mac: true }],
  windows: [{ arch: 'x64' }, { arch: 'arm64' }, { arch: 'ia32' }],
};

/** What a system's updaters load, by the ends of names; one of them is needed. */
export const LOADED: Readonly<Record<System, readonly string[]>> = {
  linux: ['AppImage', 'deb', 'rpm', 'pacman'],
  macos: ['zip'],
  windows: ['exe'],
};

/** The paths of files that an updater looks at, as it sees them. */
export interface Feed {
  readonly system: System;
  /** Of the machines that read it, on Linux. */
  readonly arch: string;
  readonly paths: readonly string[];
}

/** The paths that some machine chooses. */
export function chosen({ system, arch, paths }: Feed): Set<string> {
  const machines = system === 'linux' ? [{ arch }] : MACHINES[system];
  return new Set(machines.flatMap((machine) => LOADED[system].flatMap((extension) => choice(machine, system === 'macos' ? forMac(paths, machine) : paths, extension) ?? [])));
}

/** Those that could be chosen. */
export function candidates({ system, paths }: Feed): string[] {
  return paths.filter((path) => LOADED[system].some((extension) => hasExtension(path, extension)));
}

/** @see electron-updater/src/providers/Provider.ts, findFile */
function choice({ arch }: Machine, paths: readonly string[], extension: string): string | undefined {
  const fitting = paths.filter((path) => hasExtension(path, extension));
  return fitting.find((path) => path.includes(arch)) ?? fitting[0];
}

/** @see electron-updater/src/MacUpdater.ts, filterFilesForArch */
function forMac(paths: readonly string[], { isArm64Mac }: Machine): string[] {
  const isArm64 = (path: string) => path.includes('arm64');
  return paths.filter((path) => isArm64(path) === (Boolean(isArm64Mac) && paths.some(isArm64)));
}

function hasExtension(path: string, extension: string): boolean {
  return path.toLowerCase().endsWith(`.${extension.toLowerCase()}`);
}
