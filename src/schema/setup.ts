import { list, needed, record, struct, type Table, text, type Word } from './field';
import { steps } from './step';
import { type RustOptions, Setup, type SetupOptions } from '../setup';

const action: Table<SetupOptions> = { with: record('code', text('code', { scalar: true })) };

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
    npm: {},
    pnpm: installed,
    yarn: { version: text('code') },
    python: installed,
    rust: { version, options: struct(() => rust) },
    other: { steps: needed(steps) },
  },
};
