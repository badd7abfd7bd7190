import { type Overrides, platform, tool } from '../render/models';
import { addList, addRepository, addSettings } from '../support/fake-github-doctor';
import { json, notAccessible, notFound } from '../support/github-answers';
import { findingsOf, OWN, useFakeGitHub } from '../tasks/doctor/examine';

const github = useFakeGitHub();

beforeEach(() => {
  addRepository(github(), OWN);
  addSettings(github(), OWN);
});

describe('environments', () => {
  const ENVIRONMENT = `/repos/${OWN}/environments/release%20it`;
  const platforms = [platform({ environment: 'release it' })];

  async function look(overrides: Overrides = {}, env = {}) {
    return findingsOf('environments', github(), { platforms, ...overrides }, { env });
  }

  function policy(deployment_branch_policy: unknown): void {
    github().on({ path: ENVIRONMENT }, json(200, { name: 'release it', deployment_branch_policy }));
  }

  test('one without a policy admits every tag', async () => {
    policy(null);
    expect(await look()).toMatchObject([{ subject: 'release it', status: 'ok', detail: 'admits every tag' }]);
  });

  test('protected branches only refuses every tag', async () => {
    policy({ protected_branches: true, custom_branch_policies: false });
    expect(await look()).toMatchObject([{ status: 'missing', detail: expect.stringContaining('no tag'), fix: expect.stringContaining('rule of type tag') }]);
  });

  test.each([
    ['ok', ['v*'], [{ name: 'v*', type: 'tag' }], 'admits tags such as v1.2.3'],
    ['missing', ['v*'], [{ name: 'v*', type: 'branch' }], 'does not admit the tag v1.2.3'],
    ['missing', ['app/v*'], [{ name: '*', type: 'tag' }], 'does not admit the tag app/v1.2.3'],
    ['ok', ['app/v*'], [{ name: '**/*', type: 'tag' }], 'admits tags such as app/v1.2.3'],
    ['missing', ['v*'], [], 'does not admit the tag v1.2.3'],
  ])('selected tags: %s for %j by %j', async (status, tags, policies, detail) => {
    policy({ protected_branches: false, custom_branch_policies: true });
    addList(github(), `${ENVIRONMENT}/deployment-branch-policies`, 'branch_policies', policies);

    expect(await look({ tags })).toMatchObject([{ status, detail }]);
  });

  test('none of the name is missing; unknown to who is not logged in, or does not see the repository', async () => {
    expect(await look()).toMatchObject([{ status: 'missing', detail: 'there is none of this name' }]);
    expect(await look({}, { GH_TOKEN: '' })).toMatchObject([{ status: 'unknown' }]);

    github().on({ path: `/repos/${OWN}` }, notFound());
    expect(await look()).toMatchObject([{ status: 'unknown' }]);
  });

  test('a refusal is unknown', async () => {
    github().on({ path: ENVIRONMENT }, notAccessible('actions=read'));
    expect(await look()).toMatchObject([{ status: 'unknown', fix: expect.stringContaining('Actions: read') }]);
  });

  test('a computed name, or tags without an example, are unknown', async () => {
    expect(await look({ platforms: [platform({ environment: '${{ matrix.environment }}' })] })).toMatchObject([{ status: 'unknown', detail: expect.stringContaining('computed') }]);

    policy({ custom_branch_policies: true });
    addList(github(), `${ENVIRONMENT}/deployment-branch-policies`, 'branch_policies', []);
    expect(await look({ tags: ['!v*'] })).toMatchObject([{ status: 'unknown', detail: expect.stringContaining('no example') }]);
  });
});

describe('allowed actions', () => {
  const POLICY = `/repos/${OWN}/actions/permissions`;
  const foreign = { name: 'Set up', uses: 'acme-tools/setup@v1' };

  async function look(overrides: Overrides = {}) {
    return findingsOf('allowed-actions', github(), overrides);
  }

  function policy(allowed: object, selected?: object): void {
    github().on({ path: POLICY }, json(200, { enabled: true, sha_pinning_required: false, ...allowed }));
    if (selected) github().on({ path: `${POLICY}/selected-actions` }, json(200, selected));
  }

  test('all allowed is ok, and our pins satisfy a policy that asks for them', async () => {
    expect(await look()).toMatchObject([{ status: 'ok', detail: 'all actions are allowed' }]);
  });

  test.each([
    [{ enabled: false }, 'GitHub Actions is switched off'],
    [{ allowed_actions: 'local_only' }, 'acme-tools/setup, actions/checkout and actions/upload-artifact may not be used'],
    [{ allowed_actions: 'all', sha_pinning_required: true }, 'each action must be pinned to a full commit SHA; this is not so for acme-tools/setup'],
  ])('%j is missing', async (allowed, detail) => {
    policy(allowed);
    expect(await look({ preBuildSteps: [foreign] })).toMatchObject([{ status: 'missing', detail }]);
  });

  test('an action that uses others by a tag is missing where full SHAs are asked for', async () => {
    policy({ allowed_actions: 'all', sha_pinning_required: true });
    expect(await look({ setup: [tool('flutter', '3.35.0')] })).toMatchObject([{
      status: 'missing', detail: 'each action must be pinned to a full commit SHA, and subosito/flutter-action uses others that are not',
    }]);
    expect(await look({ setup: [tool('go', '1.25')] })).toMatchObject([{ status: 'ok' }]);
  });

  test.each([
    ['ok', { github_owned_allowed: true, patterns_allowed: ['Acme-Tools/*'] }, 'all that it uses are among the allowed ones'],
    ['ok', { patterns_allowed: ['actions/*', 'acme-tools/setup'] }, 'all that it uses are among the allowed ones'],
    ['ok', { patterns_allowed: ['actions/*', 'acme-tools/setup@v1'] }, 'all that it uses are among the allowed ones'],
    ['missing', { github_owned_allowed: true, patterns_allowed: ['acme-tools/setup@v2'] }, 'acme-tools/setup may not be used'],
    ['missing', { github_owned_allowed: true, patterns_allowed: ['acme-tools/*', '!acme-tools/setup'] }, 'acme-tools/setup may not be used'],
    ['unknown', { github_owned_allowed: true, verified_allowed: true, patterns_allowed: [] }, 'acme-tools/setup must be of a verified creator, which GitHub does not tell here'],
    ['missing', {}, 'acme-tools/setup, actions/checkout and actions/upload-artifact may not be used'],
  ])('selected actions: %s by %j', async (status, selected, detail) => {
    policy({ allowed_actions: 'selected' }, selected);
    expect(await look({ preBuildSteps: [foreign, { name: 'Own', uses: './.github/actions/own' }] })).toMatchObject([{ status, detail }]);
  });

  test.each(['local_only', 'selected'])('actions of its own owner are allowed by every policy: %s', async (allowed_actions) => {
    policy({ allowed_actions }, {});
    const workflow = { jobs: { build: { steps: [{ uses: 'Acme/setup@v1' }] } } };

    expect(await findingsOf('allowed-actions', github(), {}, { workflow })).toMatchObject([{ status: 'ok' }]);
  });

  test('what only an admin sees, or no policy at all, is unknown', async () => {
    policy({});
    expect(await look()).toMatchObject([{ status: 'unknown', detail: 'GitHub tells of no policy' }]);

    github().on({ path: POLICY }, notFound());
    expect(await look()).toMatchObject([{ status: 'unknown', fix: expect.stringContaining('Administration: read') }]);
  });

  test('a workflow that was patched is asked for what it uses in the end', async () => {
    policy({ allowed_actions: 'selected' }, { github_owned_allowed: true, patterns_allowed: [] });
    const workflow = { jobs: { build: { steps: [foreign] } } };

    expect(await findingsOf('allowed-actions', github(), {}, { workflow })).toMatchObject([{ status: 'missing' }]);
  });
});

describe('lock file of the actions', () => {
  const WORKFLOW = '.github/workflows/installers.yml';
  const LOCK = '.github/workflows/actions.lock';

  async function look(lock?: string) {
    const workflow = { jobs: { build: { steps: [{ uses: 'actions/checkout@v7' }, { uses: './own' }] } } };
    return findingsOf('action-locks', github(), {}, { workflow, files: lock === undefined ? {} : { [LOCK]: lock } });
  }

  test.each([
    ['ok', undefined, 'there is no lock file that could leave it out'],
    ['ok', `workflows:\n  ${WORKFLOW}:\n    - actions/checkout@v7\n`, 'all its actions are locked'],
    ['missing', 'workflows:\n  other.yml: []\n', `${LOCK} leaves it out`],
    ['missing', `workflows:\n  ${WORKFLOW}: [actions/checkout@v6]\n`, `${LOCK} lacks actions/checkout as used there`],
    ['unknown', 'version: 9\n', `${LOCK} is of a shape that is not known here`],
    ['unknown', '{{', `${LOCK} cannot be read as YAML`],
  ])('%s for %j', async (status, lock, detail) => {
    expect(await look(lock)).toMatchObject([{ subject: WORKFLOW, status, detail }]);
  });
});

describe('rules for tags', () => {
  const RULESETS = `/repos/${OWN}/rulesets`;

  async function look() {
    return findingsOf('tag-rules', github(), { tags: ['v[0-9]+.[0-9]+.[0-9]+'] });
  }

  function ruleset(rules: object[], more: object = {}): void {
    const listed = { id: 7, name: 'Releases', target: 'tag', enforcement: 'active', ...more };
    addList(github(), `${RULESETS}?targets=tag&includes_parents=true`, '', [listed]);
    github().on({ path: `${RULESETS}/7?includes_parents=true` }, json(200, {
      current_user_can_bypass: 'never',
      conditions: { ref_name: { include: ['refs/tags/v*'], exclude: [] } },
      ...listed,
      rules,
    }));
  }

  function named(operator: string, pattern: string, negate = false) {
    return { type: 'tag_name_pattern', parameters: { operator, pattern, negate } };
  }

  test('tags without an example are unknown', async () => {
    expect(await findingsOf('tag-rules', github(), { tags: ['!v*'] })).toMatchObject([{ subject: 'pushing a tag', status: 'unknown', detail: expect.stringContaining('no example') }]);
  });

  test('without a ruleset nothing refuses the tag', async () => {
    expect(await look()).toMatchObject([{ subject: 'pushing v1.2.3', status: 'ok' }]);
  });

  test.each<[string, object[], object]>([
    ['rules about tags that exist', [{ type: 'update' }, { type: 'deletion' }, { type: 'non_fast_forward' }], {}],
    ['a name that fits', [named('starts_with', 'v'), named('ends_with', '.3'), named('contains', '.2.'), named('contains', 'beta', true)], {}],
    ['a ruleset that is switched off', [{ type: 'creation' }], { enforcement: 'evaluate' }],
    ['a ruleset for branches', [{ type: 'creation' }], { target: 'branch' }],
    ['a ruleset for other tags', [{ type: 'creation' }], { conditions: { ref_name: { include: ['refs/tags/app-*'] } } }],
    ['an exception', [{ type: 'creation' }], { conditions: { ref_name: { include: ['~ALL'], exclude: ['refs/tags/v1.*'] } } }],
    ['a user who may bypass it', [{ type: 'creation' }], { current_user_can_bypass: 'always' }],
  ])('ok by %s', async (_, rules, more) => {
    ruleset(rules, more);
    expect(await look()).toMatchObject([{ status: 'ok' }]);
  });

  test.each<[object[], object, string]>([
    [[{ type: 'creation' }], {}, "the ruleset 'Releases' lets you create no such tag"],
    [[{ type: 'creation' }], { conditions: { ref_name: { include: ['~ALL'] } } }, "the ruleset 'Releases' lets you create no such tag"],
    [[{ type: 'creation' }], { current_user_can_bypass: 'pull_requests_only' }, "the ruleset 'Releases' lets you create no such tag"],
    [[named('starts_with', 'app-')], {}, "the ruleset 'Releases' asks for another name (starts_with app-)"],
    [[named('contains', '.', true)], {}, "the ruleset 'Releases' asks for another name (contains ., negated)"],
  ])('missing by %j %j', async (rules, more, detail) => {
    ruleset(rules, more);
    expect(await look()).toMatchObject([{ status: 'missing', detail }]);
  });

  test.each<[object[], object, string]>([
    [[named('regex', '^(v+)+$')], {}, "the ruleset 'Releases' has the rule tag_name_pattern, which is not compared here"],
    [[{ type: 'required_signatures' }], {}, "the ruleset 'Releases' has the rule required_signatures, which is not compared here"],
    [[{ type: 'creation' }], { current_user_can_bypass: undefined }, "the ruleset 'Releases' lets you create no such tag"],
  ])('unknown by %j %j', async (rules, more, detail) => {
    ruleset(rules, more);
    expect(await look()).toMatchObject([{ status: 'unknown', detail }]);
  });

  test('unknown where GitHub does not show them', async () => {
    github().on({ path: `${RULESETS}?targets=tag&includes_parents=true&per_page=100` }, notFound());
    expect(await look()).toMatchObject([{ status: 'unknown' }]);
  });
});

describe('runners', () => {
  async function look(runsOn: readonly string[], now?: string) {
    const found = await findingsOf('runner-labels', github(), { platforms: [platform({ runsOn })] }, now ? { now: new Date(now) } : {});
    return found.filter(({ subject }) => subject !== 'ubuntu-slim');
  }

  test.each([
    ['ubuntu-24.04', undefined, 'ok', 'GitHub has it'],
    ['xcode-27', undefined, 'ok', 'GitHub has it as a preview'],
    ['windows-latest', undefined, 'ok', 'GitHub has it; its image changes from time to time'],
    ['ubuntu-22.04', '2026-09-16', 'ok', 'GitHub has it until 2027-04-17; jobs may fail from 2026-09-17 on'],
    ['ubuntu-22.04', '2026-09-17', 'unknown', 'GitHub takes it away on 2027-04-17, and jobs may fail since 2026-09-17'],
    ['ubuntu-22.04', '2027-04-17', 'unknown', 'GitHub takes it away on 2027-04-17, and jobs may fail since 2026-09-17'],
    ['ubuntu-22.04', '2027-04-18', 'missing', 'GitHub took it away on 2027-04-17'],
    ['macos-13', undefined, 'missing', 'GitHub took it away on 2025-12-04'],
    ['${{ vars.RUNNER }}', undefined, 'unknown', 'the label is computed during the run'],
  ])('%s on %s is %s', async (label, now, status, detail) => {
    expect(await look([label], now)).toMatchObject([{ subject: label, status, detail }]);
  });

  test('of several labels the worst counts', async () => {
    expect(await look(['ubuntu-24.04', 'macos-13'])).toMatchObject([{ subject: 'ubuntu-24.04, macos-13', status: 'missing' }]);
  });

  test('a runner with all labels is ok if it is online', async () => {
    const runner = { name: 'mini', status: 'online', labels: [{ name: 'self-hosted' }, { name: 'macOS' }, { name: 'ARM64' }] };
    addList(github(), '/orgs/acme/actions/runners', 'runners', [runner]);
    expect(await look(['self-hosted', 'macos', 'arm64'])).toMatchObject([{ subject: 'self-hosted, macos, arm64', status: 'ok', detail: 'mini has them' }]);
    expect(await look(['self-hosted', 'linux'])).toMatchObject([{ status: 'missing', detail: 'no runner has the labels' }]);

    addList(github(), '/orgs/acme/actions/runners', 'runners', [{ ...runner, status: 'offline' }]);
    expect(await look(['self-hosted', 'macos', 'arm64'])).toMatchObject([{ status: 'unknown', detail: expect.stringContaining('none is online') }]);
  });

  test('a larger runner is called by its name', async () => {
    addList(github(), '/orgs/acme/actions/hosted-runners', 'runners', [{ name: 'big-linux', status: 'Ready' }]);
    expect(await look(['big-linux'])).toMatchObject([{ status: 'ok', detail: 'big-linux has it' }]);
  });

  describe('in a group', () => {
    const GROUPS = '/orgs/acme/actions/runner-groups';
    const big = { id: 7, name: 'Big', inherited: false, restricted_to_workflows: false };
    const runner = { name: 'mini', status: 'online', labels: [{ name: 'macOS' }] };

    async function inGroup(runnerGroup: string, runsOn: readonly string[] = []) {
      const wanted = { platforms: [platform({ runsOn, runnerGroup })] };
      expect((await findingsOf('runner-labels', github(), wanted)).map(({ subject }) => subject)).toEqual(['ubuntu-slim']);
      return findingsOf('runner-groups', github(), wanted);
    }

    function groups(all: readonly object[], runners: readonly object[] = [], hosted: readonly object[] = []) {
      addList(github(), `${GROUPS}?visible_to_repository=app`, 'runner_groups', all);
      addList(github(), `${GROUPS}/7/runners`, 'runners', runners);
      addList(github(), `${GROUPS}/7/hosted-runners`, 'runners', hosted);
    }

    test.each<[string, readonly string[]]>([['big', []], ['Big', ['macos']], ['organization/Big', ['macOS']]])('%s with %j is ok where a runner is online', async (name, labels) => {
      groups([big], [{ ...runner, name: 'off', status: 'offline' }, runner]);
      expect(await inGroup(name, labels)).toMatchObject([{ subject: ['group', name, ...labels].join(' '), status: 'ok', detail: 'mini is in it' }]);
    });

    test('a larger runner in it is called by its name', async () => {
      groups([big], [], [{ name: 'huge', status: 'Ready' }]);
      expect(await inGroup('Big', ['huge'])).toMatchObject([{ status: 'ok' }]);
    });

    test.each<[string, readonly object[]]>([['other', [big]], ['enterprise/Big', [big]], ['org/Big', [{ ...big, inherited: true }]]])('%s is missing where no such group admits the repository', async (name, all) => {
      groups(all, [runner]);
      expect(await inGroup(name)).toMatchObject([{ status: 'missing', detail: `no runner group of this name admits ${OWN}` }]);
    });

    test('of selected workflows it cannot be told whether this one is among them', async () => {
      groups([{ ...big, restricted_to_workflows: true }], [runner]);
      expect(await inGroup('Big')).toMatchObject([{ status: 'unknown', detail: 'it admits selected workflows only' }]);
    });

    test('no runner that is online is unknown, for one may be made when a job waits', async () => {
      groups([big], [{ ...runner, status: 'offline' }]);
      expect(await inGroup('Big')).toMatchObject([{ status: 'unknown', detail: 'no runner in it is online now' }]);
      expect(await inGroup('Big', ['linux'])).toMatchObject([{ status: 'unknown', detail: 'no runner in it with all labels is online now' }]);
    });

    test('a list that only admins see is unknown', async () => {
      github().on({ path: `${GROUPS}?visible_to_repository=app&per_page=100` }, notAccessible('organization_self_hosted_runners=read'));
      expect(await inGroup('Big')).toMatchObject([{ status: 'unknown' }]);
    });

    test('a user has none', async () => {
      addRepository(github(), OWN, { owner: 'User' });
      expect(await inGroup('Big')).toMatchObject([{ status: 'missing', detail: 'acme is a user, and only organizations have runner groups' }]);
    });
  });

  test('lists that only admins see are unknown', async () => {
    github().on({ path: '/orgs/acme/actions/runners?per_page=100' }, notAccessible('organization_self_hosted_runners=read'));
    expect(await look(['big-linux'])).toMatchObject([{ status: 'unknown', fix: expect.stringContaining('GitHub itself had no such label') }]);
  });

  test('a user has no organization to ask', async () => {
    addRepository(github(), OWN, { owner: 'User' });
    github().on({ path: '/orgs/acme/actions/runners?per_page=100' }, notFound());
    expect(await look(['big-linux'])).toMatchObject([{ status: 'missing' }]);
  });
});
