import * as path from 'node:path/posix';
import { crossCompiling } from './rust-targets';
import type { Toolchain } from './toolchain';
import type { SetupModel, StepModel } from '../model/model';

/** @see https://rust-lang.github.io/rustup/concepts/toolchains.html */
export const rust: Toolchain = {
  title: 'Rust',
  installedBy: ['the rustup of the runner'],
  defaultVersion: 'stable',
  versionFiles: {
    'rust-toolchain.toml': /^[ \t]*(?:channel[ \t]*=[ \t]*["']([^"'\n]+)|path[ \t]*=)/m,
    'rust-toolchain': /^(?:[ \t]*channel[ \t]*=[ \t]*["'])?([\w.-]+)/m,
  },
  overriddenBy: ['rust-toolchain.toml', 'rust-toolchain'],
  ...crossCompiling,
  steps: (tool) => [tool.versionFile ? asFileSays(tool) : {
    name: `Set up Rust ${tool.version}`,
    id: 'setup-rust',
    env: { RUST_TOOLCHAIN: tool.version, ...lists(tool) },
    run: [
      `rustup toolchain install "$RUST_TOOLCHAIN" --profile minimal --no-self-update${flags(tool)}`,
      'rustup default "$RUST_TOOLCHAIN"',
    ].join('\n'),
  }],
};

/** rustup looks for the file itself, and knows what a toolchain is that it finds there. */
function asFileSays(tool: SetupModel): StepModel {
  const directory = path.dirname(tool.versionFile);
  return {
    'name': `Set up Rust from ${tool.versionFile}`,
    'id': 'setup-rust',
    ...Object.keys(lists(tool)).length && { env: lists(tool) },
    'working-directory': directory,
    'run': [
      'rustup toolchain install --no-self-update',
      ...tool.targets.length ? ['IFS=, read -ra targets <<<"$RUST_TARGETS"', 'rustup target add "${targets[@]}"'] : [],
      ...tool.components.length ? ['IFS=, read -ra components <<<"$RUST_COMPONENTS"', 'rustup component add "${components[@]}"'] : [],
    ].join('\n'),
  };
}

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
