import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { dispatch, push } from './plan-of';
import { tagFilterToRegExpSource } from '../../../src/github/tag-filters';
import { loadScripts } from '../../../src/outside/scripts';
import { guardFacts, type GuardFacts } from '../../../src/tasks/plan/guard-outputs';

const TAGS = ['**v*.*.*', '!*-internal'];
const FILTERS = `+ ${tagFilterToRegExpSource('**v*.*.*')}\n- ${tagFilterToRegExpSource('*-internal')}`;

test.each<[string, Partial<GuardFacts>]>([
  ['v1.2.3', { real: 'true', tag: 'v1.2.3', name: 'v1.2.3', version: '1.2.3', prerelease: 'false' }],
  ['desktop-v1.2.3-beta.1', { real: 'true', version: '1.2.3-beta.1', prerelease: 'true' }],
  ['app/v1.2.3', { real: 'true', name: 'app-v1.2.3', version: '1.2.3' }],
  ['v1.2.3+build-5', { version: '1.2.3+build-5', prerelease: 'false' }],
  ['v1.2', { real: 'false', version: '1.2', prerelease: 'false' }],
  ['v1.2.3-internal', { real: 'false', prerelease: 'true' }],
  ['nightly', { real: 'false', version: 'nightly', prerelease: 'false' }],
])('%s', (tag, facts) => {
  expect(guardFacts(TAGS, push(tag))).toMatchObject(facts);
});

test('a branch is never real, and has no version', () => {
  expect(guardFacts(TAGS, dispatch('v1.2.3'))).toEqual({ real: 'false', tag: '', name: 'v1.2.3', version: '', prerelease: 'false' });
  expect(guardFacts(TAGS, dispatch('feature/x'))).toMatchObject({ name: 'feature-x' });
  expect(guardFacts(TAGS, dispatch('fix{a,b}(c)!'))).toMatchObject({ name: 'fix-a,b--c--' });
});

test('the script says the same of every tag', () => {
  const parts = fc.constantFrom('v', 'V', '1', '2', '10', '.', '-', '+', '/', 'rc', 'beta', 'app', '_', 'internal', '{', '}', '(', ')', '[', ']', '!', '@', '#');
  const tags = fc.sample(fc.array(parts, { minLength: 1, maxLength: 10 }).map((all) => all.join('')), { numRuns: 400, seed: 4 });
  expect(tags.map((tag) => Object.values(guardFacts(TAGS, push(tag))).join(' '))).toEqual(byTheScript(tags));
});

/** The guard's own functions, without what they are called by. */
function byTheScript(tags: readonly string[]): string[] {
  const functions = loadScripts().guard.replace(/\nguard\n$/, '');
  const script = `check_secrets() { :; }\n${functions}
GITHUB_REF_TYPE=tag
while IFS= read -r GITHUB_REF_NAME; do
  real=false tag='' name='' version='' prerelease=false what=''
  describe_run
  printf '%s\\n' "$real $tag $name $version $prerelease"
done`;
  const env = { ...process.env, TAG_FILTERS: FILTERS, LC_ALL: 'C' };
  return execFileSync('bash', ['-c', script], { env, input: tags.join('\n') + '\n', encoding: 'utf8' }).trimEnd().split('\n');
}
