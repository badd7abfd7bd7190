import * as fc from 'fast-check';
import { Project } from 'projen';
import { Platform, TagBuild } from '../../src';
import { MODEL_FILE } from '../../src/model/model-file';
import { loadScripts } from '../../src/outside/scripts';
import { changesBetween } from '../../src/project/workflow-changes';
import { withChanges } from '../../src/render/workflow/changed-workflow';
import { check } from '../../src/tasks/check';
import { readModels } from '../../src/tasks/read-models';
import { filesIn, inNewDirectory, synthesize } from '../cases/harness';

const linux = Platform.linuxX64({ run: ['make'], artifacts: ['dist/*'] });

function synthesized(change: (build: TagBuild) => void = () => {}) {
  return inNewDirectory((outdir) => {
    const project = new Project({ outdir, name: 'tool' });
    change(new TagBuild(project, 'app', { platforms: [linux] }));
    synthesize(project);
    return filesIn(outdir);
  });
}

test('a job that is added is stored, and nothing that is as declared', () => {
  const job = { runsOn: ['ubuntu-24.04'], permissions: {}, steps: [{ run: 'announce' }] };
  const files = synthesized(({ workflow }) => workflow.addJob('announce', job));
  expect(JSON.parse(files[MODEL_FILE]).builds[0].workflow).toEqual([{
    op: 'add', path: '/jobs/announce', value: { 'runs-on': 'ubuntu-24.04', 'permissions': {}, 'steps': [expect.objectContaining({ run: 'announce' })] },
  }]);
  expect(files[MODEL_FILE].length - synthesized()[MODEL_FILE].length).toBeLessThan(700);
});

test('steps are told by their ids: one that is put in between moves none', () => {
  const files = synthesized(({ workflow }) => {
    const job = workflow.getJob('build') as any;
    workflow.updateJob('build', { ...job, steps: [...job.steps.slice(0, 1), { id: 'mine', run: 'make mine' }, ...job.steps.slice(1)] });
    workflow.file!.addOverride('jobs.guard.steps.0.name', 'Mine');
  });
  expect(JSON.parse(files[MODEL_FILE]).builds[0].workflow).toEqual([
    { op: 'replace', path: '/jobs/guard/steps/0/name', value: 'Mine' },
    { op: 'add', path: '/jobs/build/steps/1', value: { id: 'mine', run: 'make mine' } },
  ]);
});

test.each<[string, (build: TagBuild) => void]>([
  ['a job', ({ workflow }) => workflow.addJob('announce', { runsOn: ['ubuntu-24.04'], permissions: {}, steps: [{ run: 'announce' }] })],
  ['another order of variables', ({ workflow }) => workflow.file!.addOverride('jobs.build.steps.0.env', { DOC_URL: 'a', REQUIRED_OUTPUTS: 'b' })],
  ['everything', ({ workflow }) => workflow.file!.addOverride('jobs', { only: { 'runs-on': 'ubuntu-24.04', 'steps': [] } })],
])('what is written is what the check renders: %s', (_, change) => {
  const files = synthesized(change);
  expect(check(readModels((path) => files[path]), loadScripts(), (path) => files[path])).toEqual([]);
});

test('any change of a document is found and made', () => {
  const step = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), run: fc.constantFrom('x', 'y') }, { requiredKeys: ['run'] });
  const document = fc.dictionary(fc.constantFrom('a', 'b/c', 'd~1', '', 'steps'), fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.array(step), fc.dictionary(fc.constantFrom('e', 'f'), fc.array(step))));
  fc.assert(fc.property(document, document, (from, to) => {
    const before = JSON.parse(JSON.stringify(from));
    expect(withChanges(from, changesBetween(before, JSON.parse(JSON.stringify(to))))).toEqual(JSON.parse(JSON.stringify(to)));
    expect(JSON.parse(JSON.stringify(from))).toEqual(before);
  }));
});

test.each([
  [{ op: 'add', path: '/jobs/x/y', value: 1 }],
  [{ op: 'add', path: '/jobs', value: 1 }],
  [{ op: 'add', path: '/__proto__', value: {} }],
  [{ op: 'add', path: '/__proto__/polluted', value: 1 }],
  [{ op: 'add', path: '/jobs/toString/a', value: 1 }],
  [{ op: 'replace', path: '/nothing', value: 1 }],
  [{ op: 'remove', path: '/list/1' }],
  [{ op: 'add', path: '/list/2', value: 1 }],
  [{ op: 'add', path: '/list/length', value: 1 }],
  [{ op: 'add', path: '/list/01', value: 1 }],
  [{ op: 'remove', path: '' }],
  [{ op: 'replace', path: '', value: null }],
] as const)('%j does not fit, and is said', (change) => {
  expect(() => withChanges({ jobs: {}, list: [0] }, [change])).toThrow(/^\.projen\/tag-builds\.json: what was changed in a workflow does not fit it: (add|replace|remove) .+\.\nRun "npx projen" in the repository's root; it writes the file\.$/);
  expect({}).not.toHaveProperty('polluted');
});
