import * as fc from 'fast-check';
import { buildId, declaration } from './arbitrary';
import { Platform, Repository, Secret, Setup } from '../../src';
import type { Model } from '../../src/model/model';
import { normalise } from '../../src/normalise/normalise';
import { loadScripts } from '../../src/outside/scripts';
import { docInput } from '../../src/render/doc/doc-input';
import { renderSetupDoc } from '../../src/render/doc/setup-doc';
import { withSections } from '../../src/render/readme-file';
import { renderWorkflow, workflowComments } from '../../src/render/workflow/workflow';
import { workflowText } from '../../src/render/workflow/yaml';
import { declarationProblems } from '../../src/rules/problems';
import { readDeclaration } from '../../src/schema/declaration';

const SURROUNDINGS = { projectName: 'tool', directory: 'apps/tool', marker: 'generated' };
const NOTHING_THERE = { others: [], writerOf: () => undefined };
const made = { run: ['make'], artifacts: ['dist/*'] };

/** Everything that is written for a model. */
function rendered(model: Model): string[] {
  const workflow = renderWorkflow(model, loadScripts());
  return [
    workflowText(workflow, model.marker, workflowComments(model)),
    renderSetupDoc(model, docInput(workflow)),
    JSON.stringify(withSections(undefined, [model])),
  ];
}

describe('whatever is declared', () => {
  test('is taken into the model without an exception, as plain JSON, and the rules can judge it', () => {
    fc.assert(fc.property(buildId, declaration, (id, options) => {
      const model = normalise(id, options, SURROUNDINGS);
      expect(JSON.parse(JSON.stringify(model))).toStrictEqual(model);
      declarationProblems(model, { ...NOTHING_THERE, declared: readDeclaration(id, options) });
    }), { numRuns: 500 });
  });

  test('is normalised in the same way every time', () => {
    fc.assert(fc.property(buildId, declaration, (id, options) => {
      expect(JSON.stringify(normalise(id, options, SURROUNDINGS))).toBe(JSON.stringify(normalise(id, options, SURROUNDINGS)));
    }));
  });
});

test('what is rendered from the stored model is the same, byte for byte', () => {
  const options = fc.record({
    title: fc.string({ minLength: 1 }).filter((title) => !title.includes('${{')),
    retentionDays: fc.integer({ min: 1, max: 90 }),
    platforms: fc.array(fc.constantFrom(
      Platform.linuxX64(made),
      Platform.windowsX64({ ...made, env: { NOTES: 'a\nb' }, environment: 'signing', secrets: [Secret.required({ secret: 'KEY' })] }),
      Platform.of('own', { ...made, runsOn: ['self-hosted'], container: { image: 'acme/build' }, setup: [Setup.python('3.13')] }),
    ), { minLength: 1, maxLength: 3 }),
  });
  fc.assert(fc.property(options, (declared) => {
    const model = normalise('app', { ...declared, repositories: [Repository.self(), Repository.github('acme/engine', { path: 'engine' })] }, SURROUNDINGS);
    expect(rendered(JSON.parse(JSON.stringify(model)))).toEqual(rendered(model));
  }), { numRuns: 50 });
});
