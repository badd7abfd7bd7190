import { parse } from 'yaml';
import { baseFor, bases, mutated } from './bases';
import { type Layer, mutations } from './mutations';
import { workflowComments } from '../../src/render/workflow/workflow';
import { workflowText } from '../../src/render/workflow/yaml';
import { projectProblems } from '../../src/rules/problems';
import type { ProjectFacts } from '../../src/rules/rule';
import { validateWorkflow } from '../support/github-validator';
import { violations } from '../support/invariants';

/** The layers that need npm only; .ci/test/mutations.test.ts asks the others. */
const LAYERS: Partial<Record<Layer, (text: string, facts: ProjectFacts) => Promise<unknown[]>>> = {
  rule: async (text, facts) => projectProblems({ ...facts, workflow: parse(text), workflowText: text }),
  validator: (text, { model }) => validateWorkflow(text, { secrets: model.secrets.flatMap(({ names }) => names) }),
  invariants: async (text, { model }) => violations(text, model),
};

const asked = Object.keys(LAYERS) as Layer[];

/** What the layers that notice something say. */
async function noticed(text: string, facts: ProjectFacts): Promise<Partial<Record<Layer, unknown[]>>> {
  const found = await Promise.all(asked.map(async (layer) => [layer, await LAYERS[layer]!(text, facts)] as const));
  return Object.fromEntries(found.filter(([, findings]) => findings.length > 0));
}

test.each(Object.entries(bases))('nobody has anything against the workflow of %s as it is, however it is written down', async (_name, facts) => {
  const { workflowText: text, model } = facts;
  expect(await noticed(text, facts)).toEqual({});
  expect(workflowText(parse(text), model.marker, workflowComments(model))).toBe(text);
});

test.each(mutations)('$name', async (mutation) => {
  const text = mutated(mutation);
  expect(text).not.toBe(baseFor(mutation).workflowText);
  expect(Object.keys(await noticed(text, baseFor(mutation)))).toEqual(asked.filter((layer) => mutation.caughtBy.includes(layer)));
});

test('each mutation is noticed by somebody', () => {
  expect(mutations.filter(({ caughtBy }) => caughtBy.length === 0)).toEqual([]);
});
