import { step, type Mutation } from './mutations';

/** act runs this one. */
const release = 'release';

const of = 'release-elsewhere';

const attested = 'attested';

/** One or more for each stage of publishing that the workflow has a part in; test/publish breaks the script. */
export const publishMutations: readonly Mutation[] = [
  {
    name: 'a leg is not downloaded',
    of: release,
    caughtBy: ['invariants', 'act'],
    scenario: 'all well',
    mutate: ({ jobs }) => { jobs.assemble.steps = jobs.assemble.steps.filter(({ id }) => id !== 'download-what-build-built-on-windows-x64'); },
  },
  {
    name: 'two legs are downloaded into one directory',
    of: release,
    caughtBy: ['invariants', 'act'],
    scenario: 'all well',
    mutate: ({ jobs }) => { step(jobs.assemble, 'download-what-build-built-on-windows-x64').with!.path = 'legs/build/linux-x64'; },
  },
  {
    name: 'a leg that may fail must be there',
    of,
    caughtBy: ['invariants'],
    mutate: ({ jobs }) => {
      const { with: inputs } = step(jobs.assemble, 'download-what-desktop-built-on-windows-arm64');
      inputs!.name = inputs!.pattern;
      delete inputs!.pattern;
    },
  },
  {
    name: 'the files are assembled before a job has ended',
    of,
    caughtBy: ['invariants'],
    mutate: ({ jobs }) => { jobs.assemble.needs = ['guard', 'desktop']; },
  },
  {
    name: 'the job that assembles may write',
    of,
    caughtBy: ['invariants'],
    mutate: ({ jobs }) => { jobs.assemble.permissions.contents = 'write'; },
  },
  {
    name: 'the whole repository is checked out where a token is',
    of,
    caughtBy: ['invariants'],
    mutate: ({ jobs }) => { delete step(jobs.publish, 'checkout-script').with!['sparse-checkout']; },
  },
  {
    name: 'the files of another artifact are published',
    of: release,
    caughtBy: ['invariants', 'act'],
    scenario: 'all well',
    mutate: ({ jobs }) => { step(jobs.publish, 'download-set').with!.name = 'installers-linux-x64-${{ needs.guard.outputs.name }}'; },
  },
  {
    name: 'a rehearsal publishes',
    of: release,
    caughtBy: ['invariants', 'act'],
    scenario: 'a dispatch on a branch',
    mutate: ({ jobs }) => { delete jobs.publish.if; },
  },
  {
    name: 'the script has no token',
    of: release,
    caughtBy: ['act'],
    scenario: 'all well',
    mutate: ({ jobs }) => { delete step(jobs.publish, 'publish-release').env!.TOKEN; },
  },
  {
    name: 'a release is public before an own job has ended',
    of,
    caughtBy: ['invariants'],
    mutate: ({ jobs }) => { jobs.publish.needs = ['guard', 'assemble', 'npm']; },
  },
  {
    name: 'one release is public before the draft of the other is there',
    of,
    caughtBy: ['rule', 'invariants'],
    mutate: ({ jobs }) => { jobs.publish.steps = jobs.publish.steps.filter(({ id }) => id !== 'draft-release-2'); },
  },
  {
    name: 'a release stays a draft',
    of,
    caughtBy: ['rule', 'invariants'],
    mutate: ({ jobs }) => { step(jobs.publish, 'publish-release-2').run = step(jobs.publish, 'draft-release-2').run; },
  },
  {
    name: 'what needs an address runs before it is there',
    of,
    caughtBy: ['invariants'],
    mutate: ({ jobs }) => { jobs.homebrew.needs = ['guard', 'draft']; },
  },
  {
    name: 'workflows are started while an own job still runs',
    of,
    caughtBy: ['invariants'],
    mutate: ({ jobs }) => { jobs['follow-up'].needs = ['guard', 'publish']; },
  },
  {
    name: 'every step of the job is given the token',
    of,
    caughtBy: ['invariants'],
    mutate: ({ jobs }) => { jobs.publish.env!.TOKEN = '${{ github.token }}'; },
  },
  {
    name: 'the token of an App can do all that the App can',
    of,
    caughtBy: ['invariants', 'zizmor'],
    mutate: ({ jobs }) => { delete step(jobs.publish, 'app-token-releaser-key-acme-release').with!['permission-contents']; },
  },
  {
    name: 'the token of an App reaches every repository',
    of,
    caughtBy: ['invariants', 'zizmor'],
    mutate: ({ jobs }) => { delete step(jobs['follow-up-2'], 'app-token-releaser-key-acme-start').with!.repositories; },
  },
  {
    name: 'the guard has the key of an App beside its token',
    of,
    caughtBy: ['invariants'],
    mutate: ({ jobs }) => { step(jobs.guard, 'guard').env!.PRIVATE_KEY_RELEASER_KEY_acme_release = '${{ secrets.RELEASER_KEY }}'; },
  },
  {
    name: 'another run cancels one that publishes',
    of,
    caughtBy: ['invariants'],
    mutate: ({ jobs }) => { jobs.publish.concurrency!['cancel-in-progress'] = true; },
  },
  {
    name: 'the job that publishes may attest',
    of: attested,
    caughtBy: ['invariants', 'zizmor'],
    mutate: ({ jobs }) => { Object.assign(jobs.publish.permissions, { 'id-token': 'write', 'attestations': 'write' }); },
  },
  {
    name: 'files are signed that nobody has proven',
    of: attested,
    caughtBy: ['rule', 'invariants'],
    mutate: ({ jobs }) => { jobs.attest.steps = jobs.attest.steps.filter(({ id }) => id !== 'prove'); },
  },
  {
    name: 'the sums are attested, and not what they are of',
    of: attested,
    caughtBy: ['invariants', 'act'],
    scenario: 'all well',
    mutate: ({ jobs }) => { step(jobs.attest, 'provenance').with = { 'subject-path': 'release/files/SHA256SUMS' }; },
  },
  {
    name: 'the SBOM is published and not attested',
    of: attested,
    caughtBy: ['invariants', 'act'],
    scenario: 'all well',
    mutate: ({ jobs }) => { delete step(jobs.attest, 'sbom').with!['sbom-path']; },
  },
  {
    name: 'a draft is made without what attests it',
    of: attested,
    caughtBy: ['invariants', 'act'],
    scenario: 'all well',
    mutate: ({ jobs }) => { jobs.draft.steps = jobs.draft.steps.filter(({ id }) => id !== 'download-bundles'); },
  },
  {
    name: 'what was signed is not known where it is published',
    of: attested,
    caughtBy: ['validator', 'invariants', 'actionlint', 'act'],
    scenario: 'all well',
    mutate: ({ jobs }) => { jobs.publish.needs = ['guard', 'assemble', 'look']; },
  },
];
