import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Project } from 'projen';
import { parse } from 'yaml';
import { Platform, Secret, TagBuild, type TagBuildOptions } from '../../src';
import { MODEL_FILE, type ModelFile } from '../../src/model/model-file';
import { loadScripts } from '../../src/outside/scripts';
import { check } from '../../src/tasks/check';
import { foreignScripts } from '../../src/tasks/foreign-scripts';
import { readModels } from '../../src/tasks/read-models';
import type { Files } from '../cases/case';
import { filesIn, inNewDirectory, synthesize } from '../cases/harness';

const linux = Platform.linuxX64({ run: ['make'], artifacts: ['dist/*'] });
const REHEARSAL = '.github/workflows/app-rehearsal.yml';
const WATCH = '.github/workflows/app-watch.yml';

function synthesized(change: (build: TagBuild) => void = () => {}, options: Partial<TagBuildOptions> = {}) {
  return inNewDirectory((outdir) => {
    const project = new Project({ outdir, name: 'tool' });
    change(new TagBuild(project, 'app', { platforms: [linux], rehearse: { pullRequests: true, watch: 'daily' }, ...options }));
    synthesize(project);
    return filesIn(outdir);
  });
}

test('there are none without rehearse, and the workflow of the tag is the same', () => {
  inNewDirectory((outdir) => {
    const build = new TagBuild(new Project({ outdir, name: 'tool' }), 'app', { platforms: [linux] });
    expect([build.rehearsalWorkflow, build.watchWorkflow]).toEqual([undefined, undefined]);
    expect(readdirSync(outdir)).toEqual([]);
  });
  const workflow = join('.github', 'workflows', 'app.yml');
  expect(synthesized()[workflow]).toBe(synthesized(undefined, { rehearse: undefined })[workflow]);
});

test('what is changed in them is written, stored, and rendered by the check', () => {
  const files = synthesized(({ rehearsalWorkflow, watchWorkflow }) => {
    rehearsalWorkflow!.file!.addOverride('jobs.build.env.CI', 'true');
    watchWorkflow!.file!.addOverride('concurrency.cancel-in-progress', true);
  });
  expect([parse(files[REHEARSAL]).jobs.build.env, parse(files[WATCH]).concurrency['cancel-in-progress']]).toEqual([{ CI: 'true' }, true]);
  const models = readModels((path) => files[path]);
  expect(Object.keys(models.builds[0])).toEqual(['model', 'rehearsalWorkflow', 'watchWorkflow']);
  expect(check(models, loadScripts(), (path) => files[path])).toEqual([]);
  expect(foreignScripts(models, loadScripts())).toEqual([]);
});

test('the check names the file that is not what the model says', () => {
  const files = synthesized();
  const models: ModelFile = JSON.parse(files[MODEL_FILE]);
  const changed: Files = { ...files, [WATCH]: files[WATCH].replace('issues', 'contents').replace('schedule:', 'push:') };
  expect(check(models, loadScripts(), (path) => changed[path]).map(({ path }) => path)).toEqual([WATCH]);
});

test('a script in them that this package does not ship is named, with its file', () => {
  const change = ({ rehearsalWorkflow }: TagBuild) => rehearsalWorkflow!.file!.addOverride('jobs.guard.steps.0.run', 'true');
  const models: ModelFile = JSON.parse(synthesized(change)[MODEL_FILE]);
  expect(foreignScripts(models, loadScripts())).toEqual([expect.stringMatching(/^\.github\/workflows\/app-rehearsal\.yml: jobs\.guard\.steps\.guard\.run: not what this package ships: say\.sh, /)]);
});

test.each<[string, (build: TagBuild) => void, string]>([
  ['a secret that is not declared', ({ watchWorkflow }) => watchWorkflow!.file!.addOverride('jobs.issue.env.X', '${{ secrets.OTHER }}'),
    `${WATCH}: jobs.issue.env.X: uses secrets.OTHER, which is not declared.`],
  ['a token', ({ rehearsalWorkflow }) => rehearsalWorkflow!.file!.addOverride('jobs.build.env.X', `ghp_${'a1B2'.repeat(9)}`),
    `${REHEARSAL}: jobs.build.env.X: holds what looks like a token or a private key (not shown here).`],
  ['an expression in a script', ({ rehearsalWorkflow }) => rehearsalWorkflow!.file!.addOverride('jobs.build.steps.1.run', 'echo ${{ github.head_ref }}'),
    `${REHEARSAL}: jobs.build.steps.checkout-tool.run: has \${{ }} in a script, where a value can run as a command.`],
])('the rules find %s in them', (_, change, message) => {
  expect(() => synthesized(change)).toThrow(message);
});

test('what is wrong in all files is said of the first one alone', () => {
  const options = { platforms: [Platform.linuxX64({ run: ['echo ${{ github.ref }}'], artifacts: ['dist/*'] })] };
  expect(() => synthesized(undefined, options)).toThrow('cannot be synthesized: 1 problem\n');
});

test('a leg needs the secrets of its build and of its steps', () => {
  const files = synthesized(undefined, {
    platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['dist/*'], secrets: [Secret.required({ secret: 'BUILD_KEY', purpose: 'builds' })] })],
    secrets: [Secret.required({ secret: 'STEP_KEY', purpose: 'checks' })],
  });
  expect([...files[REHEARSAL].matchAll(/^ +LEGS: (.*)/gm)].map(([, legs]) => legs)).toEqual(['build/linux-x64 BUILD_KEY,STEP_KEY']);
});

test('a file that another build writes is taken', () => {
  expect(() => inNewDirectory((outdir) => {
    const project = new Project({ outdir, name: 'tool' });
    new TagBuild(project, 'app-watch', { platforms: [linux] });
    new TagBuild(project, 'app', { platforms: [linux], rehearse: { watch: 'daily' } });
  })).toThrow("rehearse: '.github/workflows/app-watch.yml' is written by the build 'app-watch'.\n                       Choose another id: it names the workflow files.");
});
