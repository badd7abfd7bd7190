import type { PackageManager } from './frozen-installs';
import type { LockFile } from './lock-file';
import { npmDifference } from './npm-lock';
import { pnpmDifference } from './pnpm-lock';

const OF_NODE = { other: '', manifest: 'package.json', compare: undefined };

/** What each package manager writes. */
export const lockFileOf: Readonly<Record<PackageManager, LockFile>> = {
  npm: { ...OF_NODE, file: 'package-lock.json', other: 'npm-shrinkwrap.json', name: 'npm', command: 'npm install', compare: npmDifference },
  pnpm: { ...OF_NODE, file: 'pnpm-lock.yaml', name: 'pnpm', command: 'pnpm install', compare: pnpmDifference },
  yarn: { ...OF_NODE, file: 'yarn.lock', name: 'Yarn', command: 'yarn install' },
  bun: { ...OF_NODE, file: 'bun.lock', other: 'bun.lockb', name: 'Bun', command: 'bun install' },
  uv: { ...OF_NODE, file: 'uv.lock', manifest: 'pyproject.toml', name: 'uv', command: 'uv lock' },
  cargo: { ...OF_NODE, file: 'Cargo.lock', manifest: 'Cargo.toml', name: 'Cargo', command: 'cargo generate-lockfile' },
};
