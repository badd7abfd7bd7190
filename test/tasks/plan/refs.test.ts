import { CLEAN, dispatch, planOf, push, workflow } from './plan-of';
import type { PlannedEvent } from '../../../src/tasks/plan/plan';
import { printPlan } from '../../../src/tasks/plan/print-plan';
import { model, repository } from '../../render/models';

const TEXT = workflow(['run: make'], "push: {tags: ['*']}, workflow_dispatch: null");
const engine = repository({ id: 'engine', name: 'acme/engine', path: 'engine', ref: 'main', matchTag: 'v{version}' });
const fonts = repository({ id: 'fonts', name: 'acme/fonts', path: 'fonts', refFile: 'fonts.txt' });
const models = [model({ repositories: [repository(), engine, fonts, repository({ id: 'lib', name: 'acme/lib', path: 'lib' })] })];

function plan(event: PlannedEvent, files = new Map([['fonts.txt', 'v4']])) {
  return planOf(event, { 'installers.yml': TEXT }, { models, git: { ...CLEAN, files } });
}

const refs = (...args: Parameters<typeof plan>) => plan(...args).builds[0].refs.map(({ repository: name, ref }) => `${name}: ${ref}`);

test('for a tag, the matching one goes before the ref, if there is one', () => {
  expect(refs(push('desktop-v1.2.3'))).toEqual(['acme/engine: the tag v1.2.3 if it has one, else main', 'acme/fonts: v4 (fonts.txt)']);
  expect(printPlan(plan(push('desktop-v1.2.3')), 100)).toMatch(/refs\n.*acme\/engine at the tag v1\.2\.3 if it has one, else main\n.*acme\/fonts at v4 \(fonts\.txt\)/);
});

test('for a branch, the ref is taken', () => {
  expect(refs(dispatch('main'))).toEqual(['acme/engine: main', 'acme/fonts: v4 (fonts.txt)']);
});

test('what git does not tell stays as it is declared', () => {
  expect(refs(dispatch('main'), new Map())[1]).toBe('acme/fonts: what fonts.txt says');
});
