import { github, javascript, JsonPatch, Project, TestFailureBehavior } from 'projen';
import { parse } from 'yaml';
import { BuildJob, FollowUp, Platform, PublishTarget, Repository, TagBuild, type TagBuildOptions } from '../src';
import type { Files } from './cases/case';
import { filesIn, inNewDirectory, synthesize, write } from './cases/harness';
import { parseWorkflowJobs } from './support/github-validator';
import { npxCommand } from '../src/adopt/packages';
import { MODEL_FILE } from '../src/model/model-file';

const linux = Platform.linuxX64({ run: ['make'], artifacts: ['dist/*'] });
const WORKFLOW = '.github/workflows/app.yml';

/** The files of a project with one build, which may be changed before it is synthesized. */
function synthesized(change: (build: TagBuild) => void = () => {}, options: Partial<TagBuildOptions> = {}): Files {
  return inNewDirectory((outdir) => {
    const project = new Project({ outdir, name: 'tool' });
    change(new TagBuild(project, 'app', { platforms: [linux], ...options }));
    synthesize(project);
    return filesIn(outdir);
  });
}

describe('through tagBuild.workflow', () => {
  test('jobs and steps can be added, patched and removed', () => {
    const { jobs } = parse(synthesized(({ workflow }) => {
      workflow.addJob('announce', { needs: ['build'], runsOn: ['ubuntu-24.04'], permissions: {}, steps: [{ run: 'announce' }] });
      workflow.file!.patch(JsonPatch.add('/jobs/build/env', { CI: 'true' }), JsonPatch.remove('/jobs/guard/timeout-minutes'));
    })[WORKFLOW]);
    expect(Object.keys(jobs)).toEqual(['build', 'announce', 'guard']);
    expect(jobs.build.env).toEqual({ CI: 'true' });
    expect(jobs.guard).not.toHaveProperty('timeout-minutes');
  });

  test.each<[string, unknown, object]>([
    ['name', 'Mine', { name: 'Mine' }],
    ['permissions', { contents: 'read' }, { permissions: { contents: 'read' } }],
    ['permissions.contents', 'read', { permissions: { contents: 'read' } }],
    ['permissions', 'read-all', { permissions: 'read-all' }],
    ['permissions', {}, { permissions: {} }],
    ['concurrency.cancel-in-progress', true, { concurrency: { 'cancel-in-progress': true } }],
    ['on.push.tags', ['x*'], { on: { push: { tags: ['x*'] }, workflow_dispatch: {} } }],
    ['env.CI', 'true', { env: { CI: 'true' } }],
    ['jobs.build.permissions.packages', 'read', { jobs: { build: { permissions: { contents: 'read', packages: 'read' } } } }],
    ['jobs.build.steps.0.name', 'Mine', { jobs: { build: { steps: expect.arrayContaining([expect.objectContaining({ name: 'Mine' })]) } } }],
  ])('an override of %s by %j survives', (path, value, expected) => {
    expect(parse(synthesized(({ workflow }) => workflow.file!.addOverride(path, value))[WORKFLOW])).toMatchObject(expected);
  });

  test.each(['name', 'permissions', 'concurrency', 'on.workflow_dispatch', 'jobs.guard.permissions', 'jobs.build.timeout-minutes'])('%s can be taken out', (path) => {
    const at = (workflow: any) => path.split('.').reduce((value, key) => value?.[key], workflow);
    expect(at(parse(synthesized()[WORKFLOW]))).toBeDefined();
    expect(at(parse(synthesized(({ workflow }) => workflow.file!.addDeletionOverride(path))[WORKFLOW]))).toBeUndefined();
    expect(at(parse(synthesized(({ workflow }) => workflow.file!.patch(JsonPatch.remove(`/${path.replaceAll('.', '/')}`)))[WORKFLOW]))).toBeUndefined();
  });

  test('a patch sees the workflow as it is written', () => {
    const { name } = parse(synthesized(({ workflow }) => workflow.file!.patch(
      JsonPatch.test('/name', 'App', TestFailureBehavior.FAIL_SYNTHESIS),
      JsonPatch.replace('/name', 'Mine'),
    ))[WORKFLOW]);
    expect(name).toBe('Mine');
  });

  test('no comment says "none" of permissions that there are', () => {
    const permissions = (text: string) => /^(# .*\n)?permissions:.*$/m.exec(text)![0];
    expect(permissions(synthesized()[WORKFLOW])).toBe('# none; each job has the least that it needs\npermissions: {}');
    expect(permissions(synthesized(({ workflow }) => workflow.file!.addOverride('permissions', 'read-all'))[WORKFLOW])).toBe('permissions: read-all');
    expect(permissions(synthesized(({ workflow }) => workflow.file!.addOverride('permissions.contents', 'read'))[WORKFLOW])).toBe('permissions:');
  });

  test('what was changed is stored beside the model, and nothing else is', () => {
    const changed = JSON.parse(synthesized(({ workflow }) => workflow.file!.addOverride('jobs.build.env.CI', 'true'))[MODEL_FILE]);
    expect(changed.builds[0].workflow).toEqual([{ op: 'add', path: '/jobs/build/env', value: { CI: 'true' } }]);
    expect(JSON.parse(synthesized()[MODEL_FILE]).builds[0]).not.toHaveProperty('workflow');
  });

  test('a step that is taken out by null is stored as it is written', () => {
    const files = synthesized(({ workflow }) => workflow.file!.addOverride('jobs.build.steps.0', null));
    expect(JSON.parse(files[MODEL_FILE]).builds[0].workflow).toEqual([{ op: 'remove', path: '/jobs/build/steps/0' }]);
    expect(parse(files[WORKFLOW]).jobs.build.steps[0].id).toBe('checkout-tool');
  });

  test('the doc names the actions of what was added', () => {
    const files = synthesized(({ workflow }) => workflow.addJob('scan', {
      runsOn: ['ubuntu-24.04'], permissions: {}, steps: [{ uses: `acme/scan@${'0'.repeat(40)}` }],
    }));
    expect(files['docs/app.md']).toContain('- `acme/scan`\n');
  });

  test('parallel steps stand there as declared, without the id that projen gives every step', async () => {
    const files = synthesized(undefined, { prepare: [{ parallel: [{ run: 'make a' }, { run: 'make b', id: 'b' }] }] });
    expect(parse(files[WORKFLOW]).jobs.build.steps).toContainEqual({ parallel: [{ run: 'make a' }, { run: 'make b', id: 'b' }] });
    expect(JSON.parse(files[MODEL_FILE]).builds[0]).not.toHaveProperty('workflow');
    await parseWorkflowJobs(files[WORKFLOW]);
  });

  test('an action can be pinned to another commit for the whole project', () => {
    const files = synthesized(({ project }) => github.GitHub.of(project)!.actions.set('actions/checkout', `actions/checkout@${'0'.repeat(40)}`));
    expect(files[WORKFLOW]).toContain(`uses: actions/checkout@${'0'.repeat(40)}\n`);
    expect(files[WORKFLOW]).not.toContain('actions/checkout@3');
  });
});

describe('what jobs and steps of one\'s own refer to', () => {
  const engine = Repository.github('acme/engine', { ref: 'main' });
  const options = {
    repositories: [Repository.self(), engine, Repository.github('acme/engine', { path: 'old', ref: 'v1' })],
    prepare: [{ run: 'make', id: 'own' }],
    jobs: [BuildJob.of('web', { platforms: [linux], needs: [{ job: 'build', path: 'in' }], repositories: [] })],
    publish: [FollowUp.workflow({ workflow: 'site.yml' }), PublishTarget.githubRelease(), PublishTarget.steps('pypi', { steps: [{ run: 'make publish' }] })],
  };

  /** What the workflow and the build say of themselves must be the same. */
  test('are the ids and outputs that the workflow has', () => {
    let told: Record<string, unknown> = {};
    const { jobs } = parse(synthesized((build) => {
      build.workflow.addJob('announce', { runsOn: ['ubuntu-24.04'], permissions: {}, steps: [{ run: 'announce', id: 'say' }, { run: 'end' }] });
      // the guard stands last in the file
      const ids = [...build.buildJobIds, ...build.publishJobIds, 'announce', build.guardJobId];
      told = { ids, steps: ids.map((id) => build.stepIds(id)), outputs: build.guardOutputs, commit: build.commitOf(engine) };
    }, options)[WORKFLOW]);
    expect(told.ids).toEqual(Object.keys(jobs));
    expect(told.steps).toEqual(Object.values<any>(jobs).map(({ steps }) => steps.map(({ id }: { id: string }) => id)));
    expect(told.outputs).toEqual(Object.fromEntries(
      Object.keys(jobs.guard.outputs).filter((name) => !name.startsWith('commit-')).map((name) => [name, `\${{ needs.guard.outputs.${name} }}`]),
    ));
    expect(jobs.build.steps.find(({ id }: { id: string }) => id === 'checkout-engine').with.ref).toBe(told.commit);
  });

  test('wait for one another where they are told to, and for what they waited for before', () => {
    const { jobs } = parse(synthesized((build) => {
      build.workflow.addJob('test', { uses: './.github/workflows/test.yml', permissions: {} });
      build.workflow.addJob('announce', { needs: ['publish'], runsOn: ['ubuntu-24.04'], permissions: {}, steps: [{ run: 'announce' }] });
      build.waitFor('build', 'test');
      build.waitFor('web', 'test');
      build.waitFor('web', 'test');
      build.waitFor('announce', 'test');
      expect(() => build.waitFor('biuld', 'test')).toThrow("the workflow has no job 'biuld'. Did you mean 'build'?");
      expect(() => build.waitFor('build', 'tset')).toThrow("the workflow has no job 'tset'.");
    }, options)[WORKFLOW]);
    expect([jobs.build, jobs.web, jobs.announce].map(({ needs }) => needs)).toEqual([['guard', 'test'], ['guard', 'build', 'test'], ['publish', 'test']]);
    expect(jobs.build.steps.length).toBeGreaterThan(3);
  });

  test('are the commits of the repositories, each told apart from the others', () => {
    synthesized((build) => {
      expect(build.commitOf(Repository.self())).toBe('${{ github.sha }}');
      expect(build.commitOf(Repository.github('acme/engine', { ref: 'main' }))).toBe('${{ needs.guard.outputs.commit-engine }}');
      expect(build.commitOf(Repository.github('acme/engine', { ref: 'v1', path: 'old', credential: undefined }))).toBe('${{ needs.guard.outputs.commit-old }}');
      expect(() => build.commitOf(Repository.github('acme/other')))
        .toThrow("'acme/other' is none of the repositories of the build; there are: this repository, acme/engine, acme/engine. Declare it in repositories.");
    }, options);
    synthesized((build) => expect(build.commitOf(Repository.self())).toBe('${{ github.sha }}'));
  });

  test('are no jobs that publish where nothing is published', () => {
    synthesized((build) => expect(build.publishJobIds).toEqual([]));
    synthesized((build) => expect(build.publishJobIds).toEqual(['assemble', 'draft', 'pypi', 'publish', 'follow-up']), options);
  });

  test('are no steps of a job that is not there', () => {
    synthesized((build) => expect(() => build.stepIds('weeb')).toThrow("the workflow has no job 'weeb'. Did you mean 'web'?"), options);
  });
});

describe('the project around it', () => {
  test("a project without projen's GitHub component gets no other workflow", () => {
    expect(Object.keys(synthesized()).filter((path) => path.startsWith('.github') || path.startsWith('.mergify'))).toEqual([WORKFLOW]);
  });

  test('the workflow is written where projen writes no workflows', () => {
    inNewDirectory((outdir) => {
      const project = new javascript.NodeProject({ outdir, name: 'web', defaultReleaseBranch: 'main', release: false, githubOptions: { workflows: false } });
      new TagBuild(project, 'app', { platforms: [linux] });
      synthesize(project);
      expect(Object.keys(filesIn(outdir)).filter((path) => path.startsWith('.github/workflows'))).toEqual([WORKFLOW]);
    });
  });

  test("a README that quotes projen's marker is not taken for a generated file", () => {
    inNewDirectory((outdir) => {
      write(outdir, { 'README.md': '# Tool\n\n~~ Generated by projen. ~~\n' });
      const project = new Project({ outdir, name: 'tool' });
      new TagBuild(project, 'app', { platforms: [linux] });
      synthesize(project);
      expect(filesIn(outdir)['README.md']).toMatch(/^# Tool\n\n~~ Generated by projen\. ~~\n\n<!-- tag-build:app begin/);
    });
  });

  test('a build that is no longer declared takes its workflow and its doc with it', () => {
    inNewDirectory((outdir) => {
      for (const id of ['old', 'app']) {
        const project = new Project({ outdir, name: 'tool' });
        new TagBuild(project, id, { platforms: [linux], ignore: { 'readme-section-stale': 'what is tested' } });
        synthesize(project);
      }
      expect(Object.keys(filesIn(outdir)).filter((path) => /\b(old|app)\.(yml|md)$/.test(path))).toEqual([WORKFLOW, 'docs/app.md']);
    });
  });

  test('the models are sorted by id, whatever the order of the declarations', () => {
    const stored = (...ids: string[]) => inNewDirectory((outdir) => {
      const project = new Project({ outdir, name: 'tool' });
      ids.forEach((id) => new TagBuild(project, id, { platforms: [linux] }));
      synthesize(project);
      return filesIn(outdir)[MODEL_FILE];
    });
    expect(stored('b', 'a')).toBe(stored('a', 'b'));
  });

  test.each([
    ['of the package that package.json lists', { 'package.json': '{ "devDependencies": { "projen-tag-build": "1" } }' }, 'npx --no -- projen-tag-build check'],
    ['of the package that npx fetches where none is installed, as beside Python', {}, npxCommand('check')],
  ])('the task runs the command %s', (_, before: Files, exec) => inNewDirectory((outdir) => {
    write(outdir, before);
    const project = new Project({ outdir, name: 'tool' });
    new TagBuild(project, 'app', { platforms: [linux] });
    synthesize(project);
    expect(JSON.parse(filesIn(outdir)['.projen/tasks.json']).tasks['tag-build:check'].steps).toEqual([{ exec, receiveArgs: true }]);
  }));

  test('an ejected project gets files without a line of projen', () => {
    process.env.PROJEN_EJECTING = 'true';
    const files = synthesized();
    delete process.env.PROJEN_EJECTING;
    expect(files[WORKFLOW]).toMatch(/^name: App\n/);
    expect(files['docs/app.md']).toMatch(/^# App: setup\n/);
  });

  test('nothing depends on the directory or the clock', () => {
    jest.useFakeTimers({ now: 0 });
    const early = synthesized();
    jest.setSystemTime(new Date('2030-01-01'));
    const late = synthesized();
    jest.useRealTimers();
    expect(late).toEqual(early);
  });
});
