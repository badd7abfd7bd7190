import type { Files } from './case';
import { MODEL_FILE, type ModelFile } from '../../src/model/model-file';
import { workflowsOf } from '../../src/model/workflows';
import { loadScripts } from '../../src/outside/scripts';
import { check } from '../../src/tasks/check';
import { validateWorkflow } from '../support/github-validator';
import { idleViolations } from '../support/idle-invariants';
import { violations } from '../support/invariants';

/** What GitHub says to whatever is declared. */
export function valid(files: Files): void {
  const { builds }: ModelFile = JSON.parse(files[MODEL_FILE]);

  test.each(builds.flatMap(({ model }) => workflowsOf(model)))("GitHub's own validator has nothing against $model.workflowPath", async ({ model }) => {
    const secrets = model.secrets.flatMap(({ names }) => names);
    expect(await validateWorkflow(files[model.workflowPath], { secrets })).toEqual([]);
  });
}

/** What holds for whatever is declared. */
export function sound(files: Files): void {
  const modelFile: ModelFile = JSON.parse(files[MODEL_FILE]);

  const workflows = modelFile.builds.flatMap(({ model }) => workflowsOf(model));

  test.each(workflows.filter(({ kind }) => kind === 'tag'))('what must hold for every workflow holds for $model.id', ({ model }) => {
    expect(violations(files[model.workflowPath], model)).toEqual([]);
  });

  test('what must hold for every workflow that publishes nothing holds for the others', () => {
    expect(workflows.filter(({ kind }) => kind !== 'tag').flatMap((one) => idleViolations(files[one.model.workflowPath], one))).toEqual([]);
  });

  test('the check task finds it in sync', () => {
    expect(check(modelFile, loadScripts(), (path) => files[path])).toEqual([]);
  });
}
