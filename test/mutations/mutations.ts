import { publishMutations } from './publish-mutations';
import { signingMutations } from './signing-mutations';
import type { Job, WorkflowFile } from '../../src/render/workflow/workflow-file';

/**
 * What can notice that a workflow is wrong. The golden files are not among them: they notice every
 * change, and so say nothing of what a change is worth.
 *
 * - rule: a rule of this project, over the finished workflow
 * - validator: GitHub's own
 * - invariants: test/support/invariants.ts
 * - actionlint, with shellcheck; zizmor: on the file
 * - act: a scenario of .ci/act comes out otherwise
 */
export type Layer = 'rule' | 'validator' | 'invariants' | 'actionlint' | 'zizmor' | 'act';

export interface Mutation {
  /** What the workflow would be like if the renderer were wrong. */
  readonly name: string;
  /** The build whose workflow it changes; test/support/studio.ts where none is named. */
  readonly of?: 'web-handed-on' | 'attested' | 'release' | 'release-elsewhere' | 'signed';
  /** All that notice it, and no others. */
  readonly caughtBy: readonly Layer[];
  /** The scenario that comes out otherwise, where act is to notice: its name up to the colon. */
  readonly scenario?: string;
  /** Changes a copy of the workflow. */
  readonly mutate: (workflow: Mutable<WorkflowFile>) => void;
}

export type Mutable<T> = T extends object ? { -readonly [key in keyof T]: Mutable<T[key]> } : T;

export const mutations: readonly Mutation[] = [
  {
    name: 'the build needs a job that is not there',
    caughtBy: ['validator', 'invariants', 'actionlint'],
    mutate: ({ jobs }) => { jobs.build.needs = 'gate'; },
  },
  {
    name: 'the build does not need the guard',
    caughtBy: ['validator', 'invariants', 'actionlint'],
    mutate: ({ jobs }) => { delete jobs.build.needs; },
  },
  {
    name: 'an inner path is checked out before the outer one',
    caughtBy: ['invariants', 'act'],
    scenario: 'all well',
    mutate: ({ jobs }) => {
      const [outer, inner] = [step(jobs.build, 'checkout-studio'), step(jobs.build, 'checkout-studio-vendor-plugins')];
      const { steps } = jobs.build;
      const [first, second] = [steps.indexOf(outer), steps.indexOf(inner)];
      [steps[first], steps[second]] = [inner, outer];
    },
  },
  {
    name: 'a sibling is checked out without a ref',
    caughtBy: ['invariants', 'act'],
    scenario: 'a sibling moves behind the guard',
    mutate: ({ jobs }) => { delete step(jobs.build, 'checkout-engine').with!.ref; },
  },
  {
    name: 'a variable in a script has no quotes',
    caughtBy: ['rule', 'actionlint'],
    mutate: ({ jobs }) => { replaceIn(step(jobs.guard, 'guard'), 'printf \'%s\' "$GITHUB_SHA" >"$base.commit"', 'printf \'%s\' $GITHUB_SHA >$base.commit'); },
  },
  {
    name: 'an expression stands in a script',
    caughtBy: ['rule', 'invariants', 'zizmor'],
    mutate: ({ jobs }) => { step(jobs.build, 'collect').run += '\necho "${{ github.ref_name }}"'; },
  },
  {
    name: 'the build may not read its own repository',
    caughtBy: ['invariants'],
    mutate: ({ jobs }) => { delete jobs.build.permissions.contents; },
  },
  {
    name: 'the build may sign in the name of the workflow',
    caughtBy: ['invariants'],
    mutate: ({ jobs }) => { jobs.build.permissions['id-token'] = 'write'; },
  },
  {
    name: 'an action is pinned to a tag',
    caughtBy: ['rule', 'invariants', 'zizmor'],
    mutate: ({ jobs }) => { step(jobs.build, 'checkout-engine').uses = 'actions/checkout@v7'; },
  },
  {
    name: 'a checkout keeps its token',
    caughtBy: ['invariants', 'zizmor', 'act'],
    scenario: 'all well',
    mutate: ({ jobs }) => { delete step(jobs.build, 'checkout-engine').with!['persist-credentials']; },
  },
  {
    name: 'all legs upload under one name',
    caughtBy: ['invariants', 'act'],
    scenario: 'all well',
    mutate: ({ jobs }) => { step(jobs.build, 'upload').with!.name = 'studio-${{ needs.guard.outputs.name }}'; },
  },
  {
    name: 'a secret is used that nobody declared',
    caughtBy: ['rule', 'validator', 'act'],
    scenario: 'all well',
    mutate: ({ jobs }) => { step(jobs.build, 'checkout-engine').with!.token = '${{ secrets.ENGINE_TOKEN }}'; },
  },
  {
    name: 'a job does not need the one that hands files on',
    of: 'web-handed-on',
    caughtBy: ['invariants', 'act'],
    scenario: 'the web part fails',
    mutate: ({ jobs }) => { jobs.package.needs = 'guard'; },
  },
  {
    name: 'what was handed on is not unpacked and checked',
    of: 'web-handed-on',
    caughtBy: ['rule', 'invariants', 'act'],
    scenario: 'all well',
    mutate: ({ jobs }) => { jobs.package.steps = jobs.package.steps.filter(({ id }) => id !== 'unpack-handed-on'); },
  },
  {
    name: 'what was handed on is unpacked, and not checked',
    of: 'web-handed-on',
    caughtBy: ['rule', 'invariants', 'act'],
    scenario: 'the files are changed on their way',
    mutate: ({ jobs }) => { replaceIn(step(jobs.package, 'unpack-handed-on'), 'elif ! stage_whole >&2; then', 'elif stage_whole >&2 && false; then'); },
  },
  {
    name: 'handed-on files arrive in another place',
    of: 'web-handed-on',
    caughtBy: ['invariants', 'act'],
    scenario: 'all well',
    mutate: ({ jobs }) => { step(jobs.package, 'unpack-handed-on').env!.HANDED_ON = 'web/linux-x64 required web/dist'; },
  },
  {
    name: 'handed-on files are downloaded under another name',
    of: 'web-handed-on',
    caughtBy: ['invariants', 'act'],
    scenario: 'all well',
    mutate: ({ jobs }) => { step(jobs.package, 'download-what-web-built-on-linux-x64').with!.name = 'desktop-web-linux-x64-${{ needs.guard.outputs.name }}'; },
  },
  {
    name: 'handed-on files are relative to another directory',
    of: 'web-handed-on',
    caughtBy: ['act'],
    scenario: 'all well',
    mutate: ({ jobs }) => { step(jobs.web, 'collect').env!.ROOT = 'web'; },
  },
  ...publishMutations,
  ...signingMutations,
];

type MutableStep = Mutable<Job>['steps'][number];

export function step(job: Mutable<Job>, wanted: string): MutableStep {
  return job.steps.find(({ id }) => id === wanted)!;
}

function replaceIn(changed: MutableStep, good: string, bad: string): void {
  changed.run = changed.run!.replace(good, () => bad);
}
