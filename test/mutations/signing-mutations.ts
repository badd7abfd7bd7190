import { type Mutation, step } from './mutations';

const of = 'signed';
const caughtBy = ['invariants'] as const;

/** What a proof of signatures is worth nothing after. */
export const signingMutations: readonly Mutation[] = [
  {
    name: 'signatures are proven before anything is built',
    of,
    caughtBy,
    mutate: ({ jobs: { build } }) => { build.steps.unshift(...build.steps.splice(build.steps.indexOf(step(build, 'prove-signing')), 1)); },
  },
  {
    name: 'signatures are proven behind what is uploaded',
    of,
    caughtBy,
    mutate: ({ jobs: { build } }) => { build.steps.push(...build.steps.splice(build.steps.indexOf(step(build, 'prove-signing')), 1)); },
  },
  {
    name: 'a proof that fails is passed over',
    of,
    caughtBy,
    mutate: ({ jobs: { build } }) => { step(build, 'prove-signing')['continue-on-error'] = true; },
  },
  {
    name: 'one platform proves its signatures, and the other does not',
    of,
    caughtBy,
    mutate: ({ jobs: { build } }) => { step(build, 'prove-signing').if = "matrix.platform == 'macos-arm64'"; },
  },
  {
    name: 'a platform is not told what to prove',
    of,
    caughtBy,
    mutate: ({ jobs: { build } }) => { (build.strategy!.matrix.include[1] as Record<string, unknown>).proofs = ''; },
  },
  {
    name: 'a platform hands on what another has proven',
    of,
    caughtBy,
    mutate: ({ jobs: { build } }) => { build.outputs!['signing-windows-x64'] = '${{ steps.prove-signing.outputs.signing-macos-arm64 }}'; },
  },
  {
    name: 'what a platform has proven is not asked',
    of,
    caughtBy,
    mutate: ({ jobs: { assemble } }) => { const { env } = step(assemble, 'assemble'); env!.SIGNED = env!.SIGNED.split('\n')[0]; },
  },
];
