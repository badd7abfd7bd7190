import { CLEAN, dispatch, OWN, planOf, push, workflow } from './plan-of';
import { loadScripts } from '../../../src/outside/scripts';
import { renderWorkflow } from '../../../src/render/workflow/workflow';
import { workflowText } from '../../../src/render/workflow/yaml';
import type { GitFacts } from '../../../src/tasks/plan/git-facts';
import type { PlannedEvent } from '../../../src/tasks/plan/plan';
import type { PlanInput } from '../../../src/tasks/plan/plan-input';
import { manifestPaths, versionInCommit } from '../../../src/tasks/plan/version-objections';
import { model, repository, versionModel } from '../../render/models';

const TEXT = workflow(['run: make'], "push: {tags: ['v*']}, workflow_dispatch: null");

function objections(git: Partial<GitFacts>, changes: Partial<PlanInput> = {}, event: PlannedEvent = push('v1.2.3')) {
  const plan = planOf(event, { 'installers.yml': TEXT }, { git: { ...CLEAN, ...git }, ...changes });
  return { verdict: plan.verdict, found: plan.objections.map(({ id, message }) => `${id}: ${message}`) };
}

test('nothing speaks against a tag in a clean repository', () => {
  expect(objections({ files: new Map([[OWN, TEXT]]) })).toEqual({ verdict: 'runs', found: [] });
});

test.each<[string, Partial<GitFacts>, string]>([
  ['a tag that exists', { tagExists: true }, 'tag-exists: Tag v1.2.3 exists already, locally at 0123456, which is HEAD.'],
  ['a tag that exists elsewhere', { tagExists: true, head: 'abcdef0123' }, 'tag-exists: Tag v1.2.3 exists already, locally at 0123456, and HEAD is abcdef0.'],
  ['a tag of the remote', { tagOnRemote: true }, 'tag-exists: Tag v1.2.3 exists already, on the remote.'],
  ['a workflow that differs', { files: new Map([[OWN, 'other']]) }, `workflow-differs: ${OWN} in commit 0123456 differs from the one on disk, and this plan was made from the one on disk.`],
  ['changes', { changed: ['a', 'b', 'c', 'd'] }, 'uncommitted-changes: The working tree has changes that are not committed: a, b, c and 1 more.'],
  ['a commit that was not pushed', { commitOnRemote: false }, 'commit-not-on-remote: No branch of the remote holds commit 0123456, as of the last fetch.'],
  ['four tags', { unpushedTags: ['v1.2.3', 'a', 'b', 'c'] }, 'too-many-tags: With "git push --tags", 4 tags would be pushed at once (v1.2.3, a, b and 1 more), and for more than three GitHub starts nothing.'],
])('%s', (_what, git, message) => {
  expect(objections(git)).toEqual({ verdict: 'runs-with-objections', found: [message] });
});

test('a tag that is started by hand has to exist', () => {
  expect(objections({ tagExists: true }, {}, { ...push('v1.2.3'), name: 'workflow_dispatch' }).found).toEqual([]);
});

test('three tags are not too many', () => {
  expect(objections({ unpushedTags: ['a', 'b'] }).found).toEqual([]);
});

test.each(['[skip ci]', '[ci skip]', '[no ci]', '[skip actions]', '[actions skip]'])('%s starts nothing', (words) => {
  expect(objections({ message: `fix: x ${words}\n\nbody` })).toEqual({
    verdict: 'does-not-run',
    found: [`skip-ci: The message of commit 0123456 has '${words}', so a push of the tag starts nothing.`],
  });
  expect(objections({ message: `fix: x ${words}` }, {}, dispatch('main')).found).toEqual([]);
});

test('a trailer starts nothing, and the same words elsewhere do', () => {
  expect(objections({ message: 'fix: x\n\nbody\n\nskip-checks: true' }).verdict).toBe('does-not-run');
  expect(objections({ message: 'fix: skip-checks: true' }).verdict).toBe('runs');
});

test('a commit without the workflow starts nothing', () => {
  expect(objections({ files: new Map([[OWN, undefined]]) })).toEqual({
    verdict: 'does-not-run',
    found: [`workflow-not-in-commit: Commit 0123456 does not have ${OWN}, and GitHub takes the workflow from the commit.`],
  });
});

describe('a workflow of ours that GitHub cannot read', () => {
  const [web, desktop] = [['web-v*'], ['v*']].map((tags) => model({ id: tags[0].replace(/-?v\*/, '') || 'desktop', tags, workflowPath: `.github/workflows/${tags[0] === 'v*' ? 'installers' : 'web'}.yml` }));
  const models = [desktop, web];
  const good = workflow(['run: make'], "push: {tags: ['web-v*']}, workflow_dispatch: null");
  const bad = workflow(["{run: make, env: {A: '${{ github.ref = 1 }}'}}"], "push: {tags: ['v*']}");
  const says = "workflow-cannot-start: GitHub cannot read .github/workflows/installers.yml: line 7: Unexpected symbol: '='. Located at position 12 within expression: github.ref = 1.";
  const asked = (event: PlannedEvent, files: Record<string, string>, changes: Partial<PlanInput> = {}) => {
    const plan = planOf(event, files, { models, ...changes });
    return { verdict: plan.verdict, found: plan.objections.map(({ id, message }) => `${id}: ${message}`) };
  };

  test('keeps the tag that is meant for it from running, though another build starts', () => {
    const both = { 'installers.yml': bad, 'web.yml': good.replace('web-v*', '*v*') };
    expect(asked(push('v1.2.3'), both)).toEqual({ verdict: 'does-not-run', found: [says] });
    expect(asked(push('v1.2.3'), both, { git: undefined })).toEqual({ verdict: 'does-not-run', found: [says] });
  });

  test.each([push('web-v1'), dispatch('main')])('speaks against any other event: %j', (event) => {
    expect(asked(event, { 'installers.yml': bad.replace("push: {tags: ['v*']}", 'schedule: []'), 'web.yml': good }).verdict).toBe(event.name === 'push' ? 'runs-with-objections' : 'does-not-run');
    expect(asked(push('web-v1'), { 'web.yml': good })).toEqual({
      verdict: 'runs-with-objections',
      found: ['workflow-cannot-start: GitHub cannot read .github/workflows/installers.yml: there is no such file.'],
    });
  });

  test.each<[string, string]>([
    ["{run: make, if: github.ref = 'x'}", "the if of step 1 of job 'build', 'github.ref = 'x'', has =, which GitHub does not expect there"],
    ['{run: make, if: secrets.A}', "the if of step 1 of job 'build', 'secrets.A', has secrets, which GitHub does not know there"],
  ])('also for a condition without braces: %s', (step, why) => {
    expect(asked(push('v1.2.3'), { 'installers.yml': workflow([step]), 'web.yml': good }).found).toEqual([`workflow-cannot-start: GitHub cannot read .github/workflows/installers.yml: ${why}.`]);
    expect(asked(push('v1.2.3'), { 'installers.yml': workflow(["{run: make, if: github.ref == 'x' && !cancelled()}", '{run: a, if: true}']), 'web.yml': good }).found).toEqual([]);
  });

  test('may be what rehearses the build, which a tag does not start', () => {
    const rehearsed = [model({ rehearse: { pullRequests: true, branches: [], schedule: '', legs: [{ job: 'build', platform: 'linux-x64' }], watch: '', watchIssue: false } })];
    const files = { 'installers.yml': TEXT, 'installers-rehearsal.yml': bad };
    expect(asked(push('v1.2.3'), files, { models: rehearsed })).toMatchObject({ verdict: 'runs-with-objections', found: [expect.stringContaining('installers-rehearsal.yml')] });
    expect(asked(dispatch('main'), files, { models: rehearsed }).verdict).toBe('runs-with-objections');
    expect(asked({ name: 'pull_request', refType: 'branch', refName: 'HEAD' }, files, { models: rehearsed })).toMatchObject({ verdict: 'does-not-run' });
    expect(asked({ name: 'pull_request', refType: 'branch', refName: 'HEAD' }, { 'installers.yml': bad, 'installers-rehearsal.yml': workflow(['run: make'], 'pull_request: null') }, { models: rehearsed }))
      .toMatchObject({ verdict: 'runs-with-objections', found: [says] });
  });
});

test('a filter of which GitHub does not say whether it matches', () => {
  const says = (event: PlannedEvent, ...tags: string[]) =>
    planOf(event, { 'installers.yml': workflow(['run: make'], `push: {tags: ${JSON.stringify(tags)}}, workflow_dispatch: null`) }, { models: [model({ tags })] });
  const { verdict, builds, objections: found } = says(push('v1.2.3'), '**/v*');
  expect([verdict, builds[0].starts, builds[0].why]).toEqual(['runs-with-objections', true, "the tag matches '**/v*', if GitHub lets '**/' be empty in a name as in a path"]);
  expect(found.map(({ id, message, cure }) => `${id}: ${message} ${cure}`)).toEqual([
    "filter-doubtful: Whether tag v1.2.3 starts 'installers' is not known: of paths GitHub documents that '**/' may be empty, as it would have to be in '**/v*', and of tags it says nothing. "
    + "Put 'v*' behind it for such tags to start it, or '!v*' for them not to.",
  ]);
  expect(says(push('app/v1'), 'v*', '!app/**/v*')).toMatchObject({ verdict: 'does-not-run', objections: [] });
  expect(says(push('app/v1'), 'app/*', '!app/**/v*')).toMatchObject({ verdict: 'does-not-run', objections: [{ id: 'filter-doubtful', cure: expect.stringContaining("'app/v*'") }] });
  // without doubt, and where the guard decides by itself
  expect(says(push('v1.2.3'), '**/v*', 'v*').objections).toEqual([]);
  expect(says(push('app/v1.2.3'), '**/v*').objections).toEqual([]);
  expect(says({ ...push('v1.2.3'), name: 'workflow_dispatch' }, '**/v*').objections).toEqual([]);
});

describe('two builds', () => {
  const built = (id: string, ...tags: string[]) => model({ id, tags, workflowPath: `.github/workflows/${id}.yml` });
  function found(tag: string, ...models: ReturnType<typeof built>[]) {
    const files = models.map(({ id, tags }) => [`${id}.yml`, workflow(['run: make'], `push: {tags: ${JSON.stringify(tags)}}`)] as const);
    return planOf(push(tag), Object.fromEntries(files), { models }).objections.map(({ id, message, cure, prevents }) => ({ [id]: `${message} ${cure}`, prevents }));
  }

  test('are started by a tag that is meant for one of them', () => {
    expect(found('app-beta-1.0.0', built('app', 'app-*'), built('beta', 'app-beta-*'))).toEqual([{
      'starts-two-builds': "Tag app-beta-1.0.0 starts 'app' by 'app-*', and 'beta' by 'app-beta-*'. Put '!app-beta-*' behind 'app-*' where it is not meant for both.", 'prevents': false,
    }]);
    expect(found('v2-1.0.0', built('next', 'v2-*'), built('app', 'v*'))).toHaveLength(1);
  });

  test('are meant together, or are not both started', () => {
    expect(found('app-1.0.0', built('app', 'app-*'), built('beta', 'app-beta-*'))).toEqual([]);
    expect(found('app-beta-1.0.0', built('app', 'app-*', '!app-beta-*'), built('beta', 'app-beta-*'))).toEqual([]);
    expect(found('v1.0.0', built('app', 'v*'), built('beta', 'v*.*.*'))).toEqual([]);
    expect(found('app-beta-1.0.0', built('app', 'app-*'), built('beta', 'app-*', 'app-beta-*'))).toEqual([]);
    expect(found('app-beta-1.0.0', built('app', 'app-*'), { ...built('beta', 'app-beta-*'), ignore: { 'tag-prefix-extended': 'meant' } })).toEqual([]);
  });
});

test('a name that git refuses is refused', () => {
  expect(objections({}, {}, push('v1..2'))).toEqual({ verdict: 'does-not-run', found: ["name-refused: git allows no tag of the name 'v1..2'."] });
});

test('generated files that are out of sync, even outside a git repository', () => {
  expect(objections({}, { outOfSync: ['docs/a.md'] }).found).toEqual(['out-of-sync: Generated files are not what the committed model says: docs/a.md.']);
  expect(objections({}, { outOfSync: ['docs/a.md'], git: undefined })).toMatchObject({ verdict: 'runs-with-objections', found: { length: 1 } });
});

describe('the version', () => {
  const declared = { models: [model({ directory: 'app', version: versionModel({ files: ['Cargo.toml', 'package.json'] }) })] };
  const undeclared = { models: [model()] };
  const json = (own: string) => JSON.stringify({ version: own });

  test('of each declared file must be the tag\'s', () => {
    const files = new Map([['app/Cargo.toml', '[package]\nversion = "1.2.3"'], ['app/package.json', json('1.2.2')]]);
    expect(objections({ files }, declared).found).toEqual(['version-differs: app/package.json has version 1.2.2, and tag v1.2.3 stands for 1.2.3.']);
  });

  test('must be there where it is declared', () => {
    expect(objections({ files: new Map([['app/package.json', '{}']]) }, declared).found).toEqual([
      "version-differs: app/Cargo.toml, which must have the tag's version, is not in the commit.",
      "version-differs: app/package.json must have the tag's version, and lacks a \"version\" at the top.",
    ]);
    expect(objections({ files: new Map([['app/Cargo.toml', '[package]\nversion = "1"'], ['app/package.json', json('1')]]) }, declared, push('vx')).found)
      .toContain('version-differs: app/package.json has version 1, and tag vx has none.');
  });

  test.each([[json('1.2.2'), 1], [json('1.2.3'), 0], [json('0.0.0'), 0], ['{}', 0], [undefined, 0]])('of package.json counts without a declaration: %s', (text, count) => {
    expect(objections({ files: new Map([['package.json', text]]) }, undeclared).found).toHaveLength(count);
  });

  test.each([
    [['app/package.json', 'package.json'], ['app/package.json has version 1.0.0']],
    [['package.json'], ['package.json has version 1.0.0']],
    [['app/other/package.json'], []],
  ])('of undeclared files is that of the working directory, as whatever runs there reads it: %j', (written, says) => {
    const inApp = model({ workingDirectory: 'app' });
    const files = new Map(written.map((file) => [file, json('1.0.0')]));
    expect(objections({ files }, { models: [inApp] }).found).toEqual(says.map((text) => `version-differs: ${text}, and tag v1.2.3 stands for 1.2.3.`));
    expect(versionInCommit(inApp, { ...CLEAN, files: new Map([['package.json', json('9.9.9')], ...files]) })).toBe(says.length && written[0].startsWith('app') ? '1.0.0' : written[0] === 'package.json' ? '1.0.0' : '9.9.9');
    expect(manifestPaths(inApp)).toEqual(['app/package.json', 'package.json']);
  });

  test.each<[string, Parameters<typeof model>[0]]>([
    ['builds in another repository', { repositories: [repository(), repository({ id: 'web', self: false, name: 'acme/web', path: 'web' })], workingDirectory: 'web' }],
    ['hands on all that it builds', { workingDirectory: 'app', artifacts: 'handed-on' }],
  ])('of a job that %s is not compared', (_what, changes) => {
    expect(manifestPaths(model(changes))).toEqual([]);
  });

  test('in another form is the same, and one that stands in another file is asked for there', () => {
    const build = model({ version: versionModel({ files: ['pyproject.toml', 'tauri.conf.json'] }) });
    const files = new Map([['pyproject.toml', '[project]\nversion = "1.2.3b1"\n'], ['tauri.conf.json', json('../package.json')]]);
    expect(objections({ files }, { models: [build] }, push('v1.2.3-beta.1')).found).toEqual([
      'version-differs: tauri.conf.json takes its version from ../package.json, which is the file to declare in its place.',
    ]);
  });

  test.each([
    ['v1.2.3', []],
    ['v1.2', ['app/package.json cannot hold version 1.2; it takes three numbers, and behind them what semver allows, such as 1.2.3 or 1.2.3-beta.1.']],
    ['v1.2.3-nightly', ['app/pyproject.toml cannot hold version 1.2.3-nightly; it takes numbers, and behind them alpha, beta, rc, dev or post with one number, as PEP 440 wants it.']],
    ['v2026.01.05', ['app/package.json cannot hold version 2026.01.05, since semver allows no leading zeros; it takes three numbers, and behind them what semver allows, such as 1.2.3 or 1.2.3-beta.1.']],
    ['vx', ['package.json', 'pyproject.toml', 'VERSION'].map((file) => `Tag vx has no version that could be written into app/${file}.`)],
  ])('is stamped if %s has one that the files can hold', (tag, says) => {
    const stamped = model({ directory: 'app', version: versionModel({ mode: 'stamp', files: ['package.json', 'pyproject.toml'], texts: [{ path: 'VERSION', line: '{version}' }] }) });
    const files = new Map([['app/package.json', json('0.0.0')], ['app/pyproject.toml', '[project]\nversion = "9"\n'], ['app/VERSION', 'dev\n']]);
    expect(objections({ files }, { models: [stamped] }, push(tag)).found).toEqual(says.map((text) => `version-not-stampable: ${text}`));
  });

  test.each([
    ['v2026.01.05', 'package.json cannot hold version 2026.01.05, since semver allows no leading zeros; it takes three numbers, and behind them what semver allows, such as 1.2.3 or 1.2.3-beta.1. Take a tag with version 2026.1.5.'],
    ['v1.2.3.4', 'package.json cannot hold version 1.2.3.4; it takes three numbers, and behind them what semver allows, such as 1.2.3 or 1.2.3-beta.1. Take a tag with another version.'],
    ['v1.2.4', 'Set the version in package.json and commit it, or take another tag.'],
  ])('that a file cannot hold is not to be set in it: %s', (tag, cure) => {
    const build = model({ version: versionModel({ files: ['package.json'] }) });
    const git = { ...CLEAN, files: new Map([['package.json', json('1.2.3')]]) };
    expect(planOf(push(tag), { 'installers.yml': TEXT }, { git, models: [build] }).objections.map((one) => one.cure)).toEqual([cure]);
  });

  test('is stamped: what from and to where stands with the step, and nothing on a branch', () => {
    const stamped = model({ version: versionModel({ mode: 'stamp', files: ['package.json', 'package-lock.json'] }) });
    const files = new Map([['package.json', json('0.0.0')], ['package-lock.json', '{"version": "0.0.0", "packages": {"": {"version": "0.0.1"}}}']]);
    const text = workflowText(renderWorkflow(stamped, loadScripts()), '', {});
    const stampsOn = (event: PlannedEvent, git: GitFacts | undefined = { ...CLEAN, files }) =>
      planOf(event, { 'installers.yml': text }, { models: [stamped], git }).builds[0].jobs[1].legs[0].steps.find(({ name }) => name === 'Stamp the version')!.stamps;
    expect(stampsOn(push('v1.2.3'))).toEqual([
      { file: 'package.json', from: '0.0.0', to: '1.2.3' },
      { file: 'package-lock.json', from: '0.0.0', to: '1.2.3' },
      { file: 'package-lock.json', from: '0.0.1', to: '1.2.3' },
    ]);
    expect(stampsOn(dispatch('main'))).toEqual([]);
    expect(versionInCommit(stamped, { ...CLEAN, files: new Map([['package.json', json('1.0.0')]]) })).toBe('');
  });

  test('is stamped only into files that are there and have a place for it', () => {
    const stamped = model({ version: versionModel({ mode: 'stamp', files: ['package.json', 'Cargo.toml', 'tauri.conf.json'] }) });
    expect(objections({ files: new Map([['package.json', '{}'], ['tauri.conf.json', json('../package.json')]]) }, { models: [stamped] }).found).toEqual([
      'version-not-stampable: package.json lacks what the version is written into: a "version" at the top.',
      'version-not-stampable: Cargo.toml, which the version is to be written into, is not in the commit.',
      'version-not-stampable: tauri.conf.json takes its version from ../package.json.',
    ]);
    expect(objections({}, { models: [stamped] }, dispatch('main')).found).toEqual([]);
  });

  test('is not compared for a start by hand on a branch, nor where another repository is the main one', () => {
    const files = new Map([['package.json', json('9.9.9')]]);
    expect(objections({ files }, undeclared, dispatch('main')).found).toEqual([]);
    const elsewhere = { models: [model({ repositories: [repository({ self: false, name: 'acme/other' })] })] };
    expect(objections({ files }, elsewhere).found).toEqual([]);
  });
});

test('a tag that starts nothing does not run, whatever speaks against it', () => {
  expect(objections({}, {}, push('w1')).verdict).toBe('does-not-run');
});

describe('a ref in a file of the commit', () => {
  const pinned = model({ repositories: [repository(), repository({ id: 'engine', name: 'acme/engine', path: 'engine', refFile: 'engine.txt' })] });
  const found = (text: string | undefined, models = [pinned]) => objections({ files: new Map([['engine.txt', text]]) }, { models }).found;

  test.each<[string, string | undefined, string[]]>([
    ['is taken', '# pinned\nv1\n', []],
    ['must be there', undefined, ['ref-not-in-commit: engine.txt, which is to hold the ref of acme/engine, is not there, in commit 0123456.']],
    ['must be one', 'no ref\n', ["ref-not-in-commit: engine.txt, which is to hold the ref of acme/engine, says 'no ref', which has a space, which git allows in no ref, in commit 0123456."]],
    ['is shown as what it is', 'a\u001b[2J\u202eb\n', ["ref-not-in-commit: engine.txt, which is to hold the ref of acme/engine, says 'a\\u{1b}[2J\\u{202e}b', which has a control character, which git allows in no ref, in commit 0123456."]],
  ])('%s', (_what, text, said) => {
    expect(found(text)).toEqual(said);
  });

  test('of another repository is not looked for here', () => {
    const [, engine] = pinned.repositories;
    expect(found(undefined, [model({ repositories: [repository({ name: 'acme/studio' }), engine] })])).toEqual([]);
  });
});
