import { bun } from './bun';
import { cmake } from './cmake';
import { deno } from './deno';
import { dotnet } from './dotnet';
import { flutter } from './flutter';
import { go } from './go';
import { gradleWrapper } from './gradle-wrapper';
import { java } from './java';
import { node } from './node';
import { npm } from './npm';
import { other } from './other';
import { pnpm } from './pnpm';
import { python } from './python';
import { ruby } from './ruby';
import { rust } from './rust';
import type { Toolchain } from './toolchain';
import { uv } from './uv';
import { yarn } from './yarn';
import { zig } from './zig';
import type { SetupKind } from '../model/model';

/**
 * Every kind of tool, in the order in which they are set up: pnpm stands before Node.js, which
 * looks for it, and Yarn behind it, because Corepack comes with Node.js. Zig and CMake come by
 * the pip of Python.
 */
export const toolchains: Readonly<Record<SetupKind, Toolchain>> = {
  pnpm,
  node,
  npm,
  yarn,
  bun,
  deno,
  python,
  uv,
  go,
  java,
  gradleWrapper,
  dotnet,
  ruby,
  flutter,
  rust,
  zig,
  cmake,
  other,
};
