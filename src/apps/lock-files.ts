import type { PackageManager } from './frozen-installs';
import type { LockFile } from './lock-file';
import { npmDifference } from './npm-lock';
import { pnpmDifference } from './pnpm-lock';

/** What each package manager writes. */
export const lockFileOf: Readonly<Record<PackageManager, LockFile>> = {
  npm: { file: 'package-lock.json', command: 'npm install', compare: npmDifference },
  pnpm: { file: 'pnpm-lock.yaml', command: 'pnpm install', compare: pnpmDifference },
  yarn: {
    file: 'yarn.lock',
    command: 'yarn install',
    compare: () => ({ kind: 'possible', why: 'yarn.lock is there; whether it is in step with package.json only Yarn can tell' }),
  },
};
