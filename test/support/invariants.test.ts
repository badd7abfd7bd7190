import { parse, stringify } from 'yaml';
import { violations } from './invariants';
import { MODEL_FILE, type ModelFile } from '../../src/model/model-file';
import { filesOf } from '../cases/harness';
import * as privateDependencies from '../cases/private-dependencies/declaration';
import { facts, model } from '../mutations/bases';

type Json = Record<string, any>;

function violated(change: (workflow: Json) => void): string[] {
  const workflow = parse(facts.workflowText);
  change(workflow);
  return violations(stringify(workflow), model);
}

const checkout = ({ jobs }: Json, id: string) => jobs.build.steps.find((step: Json) => step.id === `checkout-${id}`);

test('a sound workflow violates nothing', () => {
  expect(violated(() => {})).toEqual([]);
});

test.each<[string, (workflow: Json) => void, string[]]>([
  ['the build needs others only', ({ jobs }) => { jobs.build.needs = ['publish']; }, ['build does not need guard']],
  ['no permissions on top', (workflow) => { delete workflow.permissions; }, ['all jobs have the permission all']],
  ['permissions on top', (workflow) => { workflow.permissions = { contents: 'read' }; }, ['all jobs have the permission contents']],
  ['a job without permissions', ({ jobs }) => { delete jobs.publish.permissions; }, ['publish has no permissions of its own']],
  ['a job without an end', ({ jobs }) => { delete jobs.guard['timeout-minutes']; }, ['guard has no timeout']],
  [
    'this repository cannot be read',
    ({ jobs }) => { jobs.build.permissions = {}; },
    ['build checks out this repository without the permission to read it'],
  ],
  [
    'a repository that is left out',
    ({ jobs }) => { jobs.build.steps = jobs.build.steps.filter(({ id }: Json) => id !== 'checkout-engine'); },
    ['no checkout of acme/engine@${{ needs.guard.outputs.commit-engine }} in engine'],
  ],
  [
    'a repository at its branch',
    (workflow) => { checkout(workflow, 'engine').with.ref = 'release/2.x'; },
    ['no checkout of acme/engine@${{ needs.guard.outputs.commit-engine }} in engine', 'a checkout of acme/engine@release/2.x in engine'],
  ],
  [
    'this repository at a ref',
    (workflow) => { checkout(workflow, 'studio').with.ref = '${{ github.ref }}'; },
    ['no checkout of self@ in studio', 'a checkout of self@${{ github.ref }} in studio'],
  ],
  ['a commit that is not handed on', ({ jobs }) => { delete jobs.guard.outputs['commit-engine']; }, ['the guard does not hand on commit-engine']],
  [
    'an inner path before the outer one',
    ({ jobs }) => { jobs.build.steps.reverse(); },
    ["the checkout into 'studio' deletes the one in 'studio/vendor/plugins'"],
  ],
  ['a token that stays', (workflow) => { checkout(workflow, 'engine').with['persist-credentials'] = true; }, ['build keeps the token of a checkout']],
  ['an action at a tag', (workflow) => { checkout(workflow, 'engine').uses = 'actions/checkout@v7'; }, ['actions/checkout@v7 is not pinned']],
  ['an expression in a script', ({ jobs }) => { jobs.publish.steps[0].run = 'echo ${{ github.ref }}'; }, ['the script of publish has an expression']],
  [
    'legs of one artifact name',
    ({ jobs }) => { jobs.build.strategy.matrix.include[1].artifact = 'studio-linux-x64'; },
    ['two legs upload studio-linux-x64-${{ needs.guard.outputs.name }}'],
  ],
])('%s', (_what, change, expected) => {
  expect(violated(change)).toEqual(expected);
});

test('a build that reads what only the steps that install may', () => {
  const files = filesOf(privateDependencies);
  const [{ model: declared }] = (JSON.parse(files[MODEL_FILE]) as ModelFile).builds;
  const workflow = parse(files[declared.workflowPath]);
  const stepOf = (id: string) => workflow.jobs.build.steps.find((step: Json) => step.id === id);
  stepOf('build').env = stepOf('install').env;

  expect(violations(files[declared.workflowPath], declared)).toEqual([]);
  expect(violations(stringify(workflow), declared)).toEqual(['build of build reads what only the steps that install may']);
});
