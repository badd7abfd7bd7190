import type { KnownCause } from '../known-cause';

export const cargoLockOutOfStep: KnownCause = {
  id: 'cargo-lock-out-of-step',
  title: 'Cargo.lock is out of step',
  signs: [
    /(?:the lock file \S+|Cargo\.lock) needs to be updated but --(?:locked|frozen) was passed/,
    /cannot (?:update|create) the lock file \S+ because --(?:locked|frozen) was passed/,
  ],
  cause: 'Cargo.toml was changed, for instance its version raised, and Cargo.lock does not say the same.',
  cure: 'Run `cargo update --workspace`, and commit Cargo.lock.',
  then: 'new-tag',
  before: 'rehearse',
  sources: ['https://github.com/modrinth/code/issues/679'],
};
