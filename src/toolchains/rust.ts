import type { SetupSpec } from '../setup';
import type { Toolchain } from './toolchain';

/** @see https://rust-lang.github.io/rustup/concepts/toolchains.html */
export const rust: Toolchain = {
  title: 'Rust',
  needsVersion: true,
  steps: (spec) => [{
    name: `Set up Rust ${spec.version}`,
    id: 'setup-rust',
    env: { RUST_TOOLCHAIN: spec.version, ...lists(spec) },
    run: [
      `rustup toolchain install "$RUST_TOOLCHAIN" --profile minimal --no-self-update${flags(spec)}`,
      'rustup default "$RUST_TOOLCHAIN"',
    ].join('\n'),
  }],
};

/** rustup takes each of them as one list with commas. */
function lists({ rust: { targets = [], components = [] } }: SetupSpec): Record<string, string> {
  return {
    ...targets.length && { RUST_TARGETS: targets.join(',') },
    ...components.length && { RUST_COMPONENTS: components.join(',') },
  };
}

function flags(spec: SetupSpec): string {
  const { RUST_TARGETS, RUST_COMPONENTS } = lists(spec);
  return `${RUST_TARGETS ? ' --target "$RUST_TARGETS"' : ''}${RUST_COMPONENTS ? ' --component "$RUST_COMPONENTS"' : ''}`;
}
