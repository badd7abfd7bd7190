import { apt } from './apt';
import { brew, cask } from './brew';
import { bun } from './bun';
import { choco } from './choco';
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
import { sshKnownHosts } from './ssh-known-hosts';
import type { Toolchain } from './toolchain';
import { uv } from './uv';
import { winget } from './winget';
import { yarn } from './yarn';
import { zig } from './zig';
import type { SetupKind } from '../model/model';

/**
 * Every kind of tool, in the order in which they are set up: first what the system's own managers
 * install, on which tools may stand. pnpm stands before Node.js, which looks for it, and Yarn behind
 * it, because Corepack comes with Node.js. Zig and CMake come by the pip of Python.
 */
export const toolchains: Readonly<Record<SetupKind, Toolchain>> = {
  apt,
  brew,
  cask,
  choco,
  winget,
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
  sshKnownHosts,
  other,
};
