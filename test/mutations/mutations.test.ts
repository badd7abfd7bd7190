import { parse } from 'yaml';
import { type Layer, mutations } from './mutations';
import { facts, model, mutated } from './studio-workflow';
import { workflowComments } from '../../src/render/workflow/workflow';
import { workflowText } from '../../src/render/workflow/yaml';
import { projectProblems } from '../../src/rules/problems';
import { validateWorkflow } from '../support/github-validator';
import { violations } from '../support/invariants';

/** The layers that need npm only; .ci/test/mutations.test.ts asks the others. */
const LAYERS: Partial<Record<Layer, (text: string) => Promise<unknown[]>>> = {
  rule: async (text) => projectProblems({ ...facts, workflow: parse(text), workflowText: text }),
  validator: (text) => validateWorkflow(text, { secrets: model.secrets.flatMap(({ names }) => names) }),
  invariants: async (text) => violations(text, model),
};

const asked = Object.keys(LAYERS) as Layer[];

/** What the layers that notice something say. */
async function noticed(text: string): Promise<Partial<Record<Layer, unknown[]>>> {
  const found = await Promise.all(asked.map(async (layer) => [layer, await LAYERS[layer]!(text)] as const));
  return Object.fromEntries(found.filter(([, findings]) => findings.length > 0));
}

test('nobody has anything against the workflow as it is, however it is written down', async () => {
  expect(await noticed(facts.workflowText)).toEqual({});
  expect(workflowText(parse(facts.workflowText), model.marker, workflowComments(model))).toBe(facts.workflowText);
});

test.each(mutations)('$name', async (mutation) => {
  const text = mutated(mutation);
  expect(text).not.toBe(facts.workflowText);
  expect(Object.keys(await noticed(text))).toEqual(asked.filter((layer) => mutation.caughtBy.includes(layer)));
});

test('each mutation is noticed by somebody', () => {
  expect(mutations.filter(({ caughtBy }) => caughtBy.length === 0)).toEqual([]);
});
