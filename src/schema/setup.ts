import { list, needed, record, struct, type Table, text, type Word } from './field';
import { steps } from './step';
import { FILE_TOOLS, type JavaOptions, type RustOptions, Setup, type SetupOptions } from '../setup';

const action: Table<SetupOptions> = { with: record('code', text('code', { scalar: true })) };

const java: Table<JavaOptions> = { ...action, distribution: text('code', { filled: true }) };

const rust: Table<RustOptions> = { targets: list(text('code')), components: list(text('code')) };

const version = text('code', { filled: true });
const installed: Table<{ readonly version: string; readonly options?: SetupOptions }> = { version: needed(version), options: struct(() => action) };

const packages = { packages: needed(list(text('code'))) };

export const setup: Word<Setup> = {
  class: Setup,
  kinds: {
    apt: packages,
    brew: packages,
    cask: packages,
    choco: packages,
    winget: packages,
    node: installed,
    npm: { version },
    pnpm: { version, options: struct(() => action) },
    yarn: { version: text('code') },
    bun: installed,
    deno: installed,
    python: installed,
    uv: installed,
    go: installed,
    java: { version: needed(version), options: struct(() => java) },
    gradleWrapper: { options: struct(() => action) },
    dotnet: installed,
    ruby: installed,
    flutter: installed,
    rust: { version, options: struct(() => rust) },
    zig: { version: needed(version) },
    cmake: { version: needed(version) },
    fromFile: {
      tool: needed(text('word', { among: FILE_TOOLS })),
      versionFile: needed(text('path', { filled: true })),
      options: struct(() => ({ ...java, ...rust })),
    },
    sshKnownHosts: { hosts: needed(list(text('path'))) },
    other: { steps: needed(steps) },
  },
};
