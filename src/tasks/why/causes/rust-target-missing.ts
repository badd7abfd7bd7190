import type { KnownCause } from '../known-cause';

export const rustTargetMissing: KnownCause = {
  id: 'rust-target-missing',
  title: 'Rust has not the target',
  signs: [/note: the `(?<target>[^`]+)` target may not be installed/],
  cause: 'The crate is compiled for {target|a target} whose standard library was not installed.',
  cure: 'Name the target in `Setup.rust`.',
  then: 'new-tag',
  before: 'rehearse',
  sources: ['https://github.com/nexus-xyz/nexus-cli/issues/1307'],
};
