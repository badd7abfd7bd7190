import { node } from './node';
import { npm } from './npm';
import { other } from './other';
import { pnpm } from './pnpm';
import { python } from './python';
import { rust } from './rust';
import type { Toolchain } from './toolchain';
import { yarn } from './yarn';
import type { SetupKind } from '../model/model';

/**
 * Every kind of tool, in the order in which they are set up: pnpm stands before Node.js, which
 * looks for it, and Yarn behind it, because Corepack comes with Node.js.
 */
export const toolchains: Readonly<Record<SetupKind, Toolchain>> = { pnpm, node, npm, yarn, python, rust, other };
