import type { KnownCause } from '../known-cause';

export const rustTooOld: KnownCause = {
  id: 'rust-too-old',
  title: 'Rust is too old for a crate',
  signs: [/cannot be built because it requires rustc (?<needed>[\w.-]+) or newer, while the currently active rustc version is (?<active>[\w.-]+)/],
  cause: 'A crate needs Rust {needed|of a newer version}, and {active|an older one} is set up.',
  cure: 'Declare a newer `Setup.rust` (also in rust-toolchain.toml, where there is one), or take an older version of the crate and commit Cargo.lock.',
  then: 'new-tag',
  before: 'rehearse',
  sources: ['https://github.com/rust-build/rust-build.action/issues/100'],
};
