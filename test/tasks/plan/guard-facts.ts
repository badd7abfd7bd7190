import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { tagFilterToRegExpSource } from '../../../src/github/tag-filters';
import { loadScripts } from '../../../src/outside/scripts';
import { guardFacts } from '../../../src/tasks/plan/guard-outputs';
import type { PlannedEvent } from '../../../src/tasks/plan/plan';

export const TAGS = ['**v*.*.*', 'app/**/v*', '!*-internal'];
const FILTERS = TAGS.map((tag) => `${tag.startsWith('!') ? '-' : '+'} ${tagFilterToRegExpSource(tag)}`).join('\n');

const WORDS = ['rc', 'RC', 'beta', 'alpha', 'a', 'b', 'c', 'pre', 'preview', 'dev', 'post', 'Post', 'app', 'internal', 'x'];
const SIGNS = ['.', '.', '-', '-', '+', '_', '/', '{', '}', '(', ')', '[', ']', '!', '@', '#', '='];
const part = fc.constantFrom('v', 'v', 'V', '0', '1', '2', '08', '10', '2026', ...SIGNS, ...WORDS);

/** Like a version, and then something, or nothing like one. */
const tag = fc.oneof(
  fc.array(part, { minLength: 1, maxLength: 10 }).map((parts) => parts.join('')),
  fc.tuple(
    fc.constantFrom('', 'v', 'V', 'app-v', 'app/v', 'app/x/v', 'app2.0-v', 'app'),
    fc.array(fc.constantFrom('0', '1', '08', '2026'), { minLength: 1, maxLength: 5 }).map((numbers) => numbers.join('.')),
    fc.array(part, { maxLength: 4 }).map((parts) => parts.join('')),
  ).map((parts) => parts.join('')),
);

/** Of this many tags, pushed and run by hand, the plan says what the script does. */
export function expectToAgree(runs: number, seed?: number): void {
  const tags = fc.sample(tag, { numRuns: runs, seed });
  const facts = (['push', 'workflow_dispatch'] as const).flatMap((name) => {
    const planned = tags.map((refName) => lineOf({ name, refType: 'tag', refName }));
    expect(planned).toEqual(byTheScript(name, tags));
    return planned;
  });
  // each answer is given often, so that none is right by chance
  for (const answer of [/^true .* true$/, /^true .* false$/, /^false .* true$/, /^false .* false$/]) {
    expect(facts.filter((line) => answer.test(line)).length).toBeGreaterThan(runs / 25);
  }
}

function lineOf(event: PlannedEvent): string {
  const { real, tag: name, name: safe, version, prerelease } = guardFacts(TAGS, event);
  return [real, name, safe, version, prerelease].join(' ');
}

/** The guard's own functions, without what they are called by. */
function byTheScript(event: PlannedEvent['name'], tags: readonly string[]): string[] {
  const functions = loadScripts().guard.replace(/\nguard\n$/, '');
  const script = `check_secrets() { :; }\n${functions}
GITHUB_REF_TYPE=tag
while IFS= read -r GITHUB_REF_NAME; do
  real=false tag='' name='' version='' prerelease=false what=''
  describe_run
  printf '%s\\n' "$real $tag $name $version $prerelease"
done`;
  const env = {
    ...process.env,
    TAG_FILTERS: FILTERS,
    GITHUB_EVENT_NAME: event,
    GITHUB_REPOSITORY: 'acme/app',
    GITHUB_WORKFLOW_REF: 'acme/app/.github/workflows/app.yml@refs/tags/x',
    WORKFLOW_PATH: '.github/workflows/app.yml',
    LC_ALL: 'C',
  };
  return execFileSync('bash', ['-c', script], { env, input: tags.join('\n') + '\n', encoding: 'utf8' }).trimEnd().split('\n');
}
