import { planOf, push, workflow } from './plan-of';
import type { Value } from '../../../src/github/workflow-reader';
import { startOf, tagFiltersOf } from '../../../src/tasks/plan/triggers';

const START: readonly [Value, string, boolean, string][] = [
  ['push', 'v1', true, 'its push trigger has no filter for tags'],
  [['pull_request', 'push'], 'v1', true, 'its push trigger has no filter for tags'],
  [{ push: null }, 'v1', true, 'its push trigger has no filter for tags'],
  [{ push: { paths: ['src/**'] } }, 'v1', true, 'its push trigger has no filter for tags'],
  [{ push: { branches: ['main'] } }, 'v1', false, 'its push trigger is for branches only'],
  [{ push: { 'branches-ignore': ['main'] } }, 'v1', false, 'its push trigger is for branches only'],
  [{ push: { branches: ['main'], tags: ['v*'] } }, 'v1', true, "the tag matches 'v*'"],
  [{ push: { tags: 'v*' } }, 'v1', true, "the tag matches 'v*'"],
  [{ push: { tags: ['v*', '!v*-beta', 'v1*'] } }, 'v1-beta', true, "the tag matches 'v1*'"],
  [{ push: { tags: ['v*', '!v*-beta'] } }, 'v1-beta', false, "the tag is excluded by '!v*-beta'"],
  [{ push: { tags: ['v2*', 'w*'] } }, 'v1', false, "the tag matches none of 'v2*', 'w*'"],
  [{ push: { tags: ['**/v*'] } }, 'v1', true, "the tag matches '**/v*', if GitHub lets '**/' be empty in a name as in a path"],
  [{ push: { tags: ['**/v*'] } }, 'a/v1', true, "the tag matches '**/v*'"],
  [{ push: { 'tags-ignore': ['**/v*'] } }, 'v1', false, "its tags-ignore has '**/v*', if GitHub lets '**/' be empty in a name as in a path"],
  [{ push: { 'tags-ignore': ['v2*'] } }, 'v1', true, "the tag matches none of its tags-ignore, 'v2*'"],
  [{ push: { 'tags-ignore': ['x', 'v*'] } }, 'v1', false, "its tags-ignore has 'v*'"],
  [{ push: { 'branches': ['main'], 'tags-ignore': ['v2*'] } }, 'v1', true, "the tag matches none of its tags-ignore, 'v2*'"],
  [{ push: { branches: ['main'] }, create: null }, 'v1', true, 'a pushed tag is a new ref, and it has a create trigger, which no filter limits'],
  [['create'], 'v1', true, 'a pushed tag is a new ref, and it has a create trigger, which no filter limits'],
  [['pull_request'], 'v1', false, 'it has no push trigger'],
  [null, 'v1', false, 'it has no push trigger'],
];

test.each(START)('on %j and tag %s', (on, tag, starts, why) => {
  expect(startOf(on, push(tag))).toMatchObject({ starts, why });
});

const BRANCH: readonly [Value, string, boolean, string][] = [
  [{ push: { branches: ['main', 'release/**'] } }, 'release/1/x', true, "the branch matches 'release/**'"],
  [{ push: { branches: ['**', '!old'] } }, 'old', false, "the branch is excluded by '!old'"],
  [{ push: { branches: ['main'] } }, 'fix', false, "the branch matches none of 'main'"],
  [{ push: { 'branches-ignore': ['ma*'] } }, 'main', false, "its branches-ignore has 'ma*'"],
  [{ push: { 'branches-ignore': ['x'], 'paths': ['src/**'] } }, 'main', true, "the branch matches none of its branches-ignore, 'x', as far as its paths let it"],
  [{ push: { tags: ['v*'] } }, 'v1', false, 'its push trigger is for tags only'],
  [{ push: { 'paths-ignore': ['docs/**'] } }, 'main', true, 'its push trigger has no filter for branches, as far as its paths-ignore let it'],
  ['push', 'main', true, 'its push trigger has no filter for branches'],
  ['create', 'main', false, 'it has no push trigger'],
];

test.each(BRANCH)('on %j and a push to branch %s', (on, branch, starts, why) => {
  expect(startOf(on, { name: 'push', refType: 'branch', refName: branch })).toMatchObject({ starts, why });
});

test.each<['pull_request' | 'schedule', Value, boolean, string]>([
  ['pull_request', 'pull_request', true, 'it has a pull_request trigger'],
  ['pull_request', { pull_request: { types: ['opened'], branches: ['main'] } }, true, 'it has a pull_request trigger, as far as its types and branches let it'],
  ['pull_request', { pull_request_target: null }, true, 'it has a pull_request_target trigger'],
  ['pull_request', 'push', false, 'it has no pull_request trigger'],
  ['schedule', { schedule: [{ cron: '1 2 * * *' }, { cron: '3 4 * * 5' }] }, true, "by its schedule, '1 2 * * *', '3 4 * * 5', in UTC"],
  ['schedule', 'push', false, 'it has no schedule'],
])('of a %s by %j', (name, on, starts, why) => {
  expect(startOf(on, { name, refType: 'branch', refName: 'HEAD' })).toMatchObject({ starts, why });
});

test('a pattern that cannot be read starts nothing and says so', () => {
  expect(startOf({ push: { tags: ['v['] } }, push('v1'))).toEqual({ starts: false, why: expect.stringContaining("tag pattern 'v['") });
});

test('a start by hand needs workflow_dispatch', () => {
  const event = { name: 'workflow_dispatch', refType: 'branch', refName: 'main' } as const;
  expect(startOf(['push', 'workflow_dispatch'], event)).toMatchObject({ starts: true });
  expect(startOf('push', event)).toMatchObject({ starts: false, why: expect.stringContaining('no workflow_dispatch') });
});

test('the filters for tags are those of push', () => {
  expect(tagFiltersOf({ push: { tags: ['a', 'b'] }, pull_request: null })).toEqual(['a', 'b']);
  expect(tagFiltersOf('push')).toEqual([]);
});

describe('other workflows', () => {
  const own = workflow(['run: make']);
  const others = (files: Record<string, string>) => planOf(push('v1'), { 'installers.yml': own, ...files }).others;

  test('are named where the tag starts them, with what they seem to publish', () => {
    expect(others({
      'npm.yml': workflow(['run: npm publish']).replace('Installers', 'Npm'),
      'lint.yml': workflow(['run: make lint'], 'push: {branches: [main]}'),
      'ci.yml': workflow(['run: make'], 'push: null'),
    })).toEqual([
      { path: '.github/workflows/ci.yml', name: 'Installers', starts: true, why: expect.any(String), errors: [], publishes: [] },
      { path: '.github/workflows/npm.yml', name: 'Npm', starts: true, decidedBy: 'v*', why: "the tag matches 'v*'", errors: [], publishes: ['a package registry'] },
    ]);
  });

  test('do not publish by a job or a step that does not run', () => {
    expect(others({
      'job.yml': workflow(['run: npm publish'], 'push: null', ["if: github.ref == 'refs/heads/main'"]),
      'step.yml': workflow(["{run: npm publish, if: github.ref_type == 'branch'}"], 'push: null'),
    }).map(({ publishes }) => publishes)).toEqual([[], []]);
  });

  test('are named where they start when a build has run', () => {
    expect(others({ 'after.yml': workflow(['run: make'], 'workflow_run: {workflows: [Installers]}') }))
      .toMatchObject([{ starts: false, why: "it starts later, when 'Installers' has run" }]);
    expect(others({ 'after.yml': workflow(['run: make'], 'workflow_run: {workflows: [Others]}') })).toEqual([]);
  });

  test('are named where GitHub cannot read them', () => {
    expect(others({ 'bad.yml': workflow(['walk: on']) })).toMatchObject([{ starts: false, errors: expect.arrayContaining([expect.stringContaining("'walk'")]) }]);
  });

  test('have their triggers read whatever stands around them', () => {
    const jobs = 'jobs:\n  a:\n    runs-on: x\n    steps:\n    - run: y\n';
    const texts = [
      `on:\n- push\n${jobs}`,
      `"on":\n  # a comment\n\n  push:\n${jobs}`,
      `${jobs}on: push`,
      `run-name: &tag v1\non: {push: {tags: [*tag]}}\n${jobs}`,
      `on: {\n  push: {tags: ['v*']}\n}\n${jobs}`,
      '{on: push, jobs: {a: {runs-on: x, steps: [{run: y}]}}}',
    ];
    expect(texts.map((text) => others({ 'ci.yml': text }).map(({ starts }) => starts))).toEqual([[true], [true], [true], [true], [true], [true]]);
  });

  test('are not started by a start by hand', () => {
    const plan = planOf({ name: 'workflow_dispatch', refType: 'branch', refName: 'main' }, {
      'installers.yml': workflow(['run: make'], 'workflow_dispatch: null'),
      'ci.yml': workflow(['run: make'], 'push: null, workflow_dispatch: null'),
    });
    expect(plan.builds[0].starts).toBe(true);
    expect(plan.others).toEqual([]);
  });
});
