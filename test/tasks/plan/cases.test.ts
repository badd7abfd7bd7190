import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CLEAN, planOf, push } from './plan-of';
import { versionOf } from '../../../src/github/tag-versions';
import { exampleTag } from '../../../src/model/facts';
import { MODEL_FILE, type ModelFile } from '../../../src/model/model-file';
import { refFilesHere } from '../../../src/model/refs';
import { isStamped } from '../../../src/model/versions';
import type { Plan } from '../../../src/tasks/plan/plan';
import { printPlan } from '../../../src/tasks/plan/print-plan';
import { manifestPaths } from '../../../src/tasks/plan/version-objections';
import type { Case } from '../../cases/case';
import { filesOf } from '../../cases/harness';
import { expectGolden } from '../../support/golden';
import { problemsOf } from '../../support/outputs';

const CASES = join(__dirname, '..', '..', 'cases');
const names = readdirSync(CASES, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

/** What the tag that the setup doc shows would do, in a clean repository. */
function planCase(name: string): Plan {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- every folder is a case
  const files = filesOf(require(join(CASES, name, 'declaration')) as Case);
  const models = (JSON.parse(files[MODEL_FILE]) as ModelFile).builds.map(({ model }) => model);
  const workflows = Object.entries(files).filter(([path]) => /^\.github\/workflows\/.*\.ya?ml$/.test(path));
  const tag = exampleTag(models[0]);
  const manifests = models.flatMap((model) => manifestPaths(model).map((file) =>
    [file, isStamped(model) ? files[file] : manifest(file, versionOf(tag)!)] as const));
  const refs = models.flatMap(refFilesHere).map((file) => [file, files[file]] as const);
  return planOf(push(tag), {}, { models, workflows: new Map(workflows), git: { ...CLEAN, files: new Map([...manifests, ...refs]) } });
}

function manifest(file: string, version: string): string {
  return file.endsWith('.toml') ? `[package]\nversion = "${version}"\n` : JSON.stringify({ version });
}

test.each(names)('%s', (name) => {
  const plan = planCase(name);
  expectGolden(join(CASES, name, 'expected-plan.txt'), printPlan(plan, 100));
  expect(problemsOf('plan', JSON.parse(JSON.stringify(plan)))).toEqual([]);
  expect(plan).toMatchObject({ verdict: 'runs', objections: [] });
});
