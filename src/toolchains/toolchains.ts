import { apt } from './apt';
import { brew, cask } from './brew';
import { choco } from './choco';
import { node } from './node';
import { npm } from './npm';
import { other } from './other';
import { pnpm } from './pnpm';
import { python } from './python';
import { rust } from './rust';
import type { Toolchain } from './toolchain';
import { winget } from './winget';
import { yarn } from './yarn';
import type { SetupKind } from '../model/model';

/**
 * Every kind of tool, in the order in which they are set up: first what the system's own managers
 * install, on which tools may stand. pnpm stands before Node.js, which
 * looks for it, and Yarn behind it, because Corepack comes with Node.js.
 */
export const toolchains: Readonly<Record<SetupKind, Toolchain>> = {
  apt, brew, cask, choco, winget, pnpm, node, npm, yarn, python, rust, other,
};
