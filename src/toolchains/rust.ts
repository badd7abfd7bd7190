import { crossCompiling } from './rust-targets';
import type { Toolchain } from './toolchain';
import type { SetupModel } from '../model/model';

/** @see https://rust-lang.github.io/rustup/concepts/toolchains.html */
export const rust: Toolchain = {
  title: 'Rust',
  defaultVersion: 'stable',
  ...crossCompiling,
  steps: (tool) => [{
    name: `Set up Rust ${tool.version}`,
    id: 'setup-rust',
    env: { RUST_TOOLCHAIN: tool.version, ...lists(tool) },
    run: [
      `rustup toolchain install "$RUST_TOOLCHAIN" --profile minimal --no-self-update${flags(tool)}`,
      'rustup default "$RUST_TOOLCHAIN"',
    ].join('\n'),
  }],
};

/** rustup takes each of them as one list with commas. */
function lists({ targets, components }: SetupModel): Record<string, string> {
  return {
    ...targets.length && { RUST_TARGETS: targets.join(',') },
    ...components.length && { RUST_COMPONENTS: components.join(',') },
  };
}

function flags(tool: SetupModel): string {
  const { RUST_TARGETS, RUST_COMPONENTS } = lists(tool);
  return `${RUST_TARGETS ? ' --target "$RUST_TARGETS"' : ''}${RUST_COMPONENTS ? ' --component "$RUST_COMPONENTS"' : ''}`;
}
