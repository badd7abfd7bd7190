import { expectToAgree, TAGS } from './guard-facts';
import { dispatch, push } from './plan-of';
import { guardFacts, type GuardFacts } from '../../../src/tasks/plan/guard-outputs';

const byHand = (refName: string) => ({ name: 'workflow_dispatch', refType: 'tag', refName } as const);

test.each<[string, Partial<GuardFacts>]>([
  ['v1.2.3', { real: 'true', tag: 'v1.2.3', name: 'v1.2.3', version: '1.2.3', prerelease: 'false' }],
  ['desktop-v1.2.3-beta.1', { real: 'true', version: '1.2.3-beta.1', prerelease: 'true' }],
  ['app/v1.2.3', { real: 'true', name: 'app-v1.2.3', version: '1.2.3' }],
  ['app/v1', { real: 'true', version: '1' }],
  ['v1.2.3+build-5', { version: '1.2.3+build-5', prerelease: 'false' }],
  ['v1.2.3rc1', { real: 'true', version: '1.2.3rc1', prerelease: 'true' }],
  ['v1.2.3.post1', { real: 'true', version: '1.2.3.post1', prerelease: 'false' }],
  ['v1.2', { real: 'false', version: '1.2', prerelease: 'false' }],
  ['v1.2.3-internal', { real: 'false', prerelease: 'true' }],
  ['nightly', { real: 'false', version: 'nightly', prerelease: 'true' }],
])('%s, by hand', (tag, facts) => {
  expect(guardFacts(TAGS, byHand(tag))).toMatchObject(facts);
  expect(guardFacts(TAGS, push(tag))).toEqual({ ...guardFacts(TAGS, byHand(tag)), real: 'true' });
});

test('a branch is never real, and has no version', () => {
  expect(guardFacts(TAGS, dispatch('v1.2.3'))).toEqual({ real: 'false', tag: '', name: 'v1.2.3', version: '', prerelease: 'false' });
  expect(guardFacts(TAGS, dispatch('feature/x'))).toMatchObject({ name: 'feature-x' });
  expect(guardFacts(TAGS, dispatch('fix{a,b}(c)!'))).toMatchObject({ name: 'fix-a,b--c--' });
});

test('the script says the same of every tag', () => expectToAgree(400, 4));
