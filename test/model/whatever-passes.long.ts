import { MODEL_FILE, type ModelFile } from '../../src/model/model-file';
import { loadScripts } from '../../src/outside/scripts';
import { docInput } from '../../src/render/doc/doc-input';
import { renderWorkflow } from '../../src/render/workflow/workflow';
import { requirementKinds } from '../../src/requirements/kinds';
import { check } from '../../src/tasks/check';
import { readModels } from '../../src/tasks/read-models';
import * as credentials from '../cases/credentials/declaration';
import { filesOf } from '../cases/harness';

const FILES = filesOf(credentials);
const MODELS = FILES[MODEL_FILE];
/** Put into the place of everything in turn: nothing, something that nobody knows, and another type. */
const PUT = ['', 'unheard-of', 0, true, [], {}, ['unheard-of'], { 'unheard-of': '' }];

type Path = readonly (string | number)[];

/** The way to each value in a value. */
function pathsIn(value: unknown, path: Path = []): Path[] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, one]) => pathsIn(one, [...path, key])) : [];
  return path.length ? [path, ...inner] : inner;
}

/** The model file with another value at one place. */
function changed(path: Path, to: unknown): string {
  const file = JSON.parse(MODELS);
  const holder = path.slice(0, -1).reduce((value, key) => value[key], file.builds[0].model);
  holder[path.at(-1)!] = to;
  return JSON.stringify(file);
}

/** What the schema lets pass; undefined for the rest. */
function accepted(text: string): ModelFile | undefined {
  try {
    return readModels(() => text);
  } catch (error) {
    expect((error as Error).message).toContain('is not what this command reads');
    return undefined;
  }
}

test('what the schema lets pass can be rendered, compared and looked up', () => {
  const texts = pathsIn(JSON.parse(MODELS).builds[0].model).flatMap((path) => PUT.map((to) => changed(path, to)));
  const models = texts.map(accepted).filter((one) => one !== undefined);
  for (const one of models) {
    const [{ model }] = one.builds;
    const { actions: uses } = docInput(renderWorkflow(model, loadScripts()));
    check(one, loadScripts(), (file) => FILES[file]);
    requirementKinds.forEach(({ of }) => of({ model, uses, workflows: [{ path: model.workflowPath, uses }] }));
  }
  expect(models.length).toBeGreaterThan(200);
  expect(models.length).toBeLessThan(texts.length / 3);
});
