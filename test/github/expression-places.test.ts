import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { expressionComplaint, expressionPlace, IF_OF_STEP, IN_STEP } from '../../src/github/expression-places';
import { engine } from '../support/engine';
import { parseWorkflowJobs } from '../support/github-validator';

/** A workflow with a text in each place where GitHub evaluates one. */
const PLACES: Readonly<Record<string, (text: string) => object>> = {
  'run-name': (text) => ({ 'run-name': text }),
  'concurrency.group': (text) => ({ concurrency: { group: text } }),
  'env.A': (text) => ({ env: { A: text } }),
  'jobs.build.if': (text) => job({ if: text }),
  'jobs.build.name': (text) => job({ name: text }),
  'jobs.build.runs-on': (text) => job({ 'runs-on': text }),
  'jobs.build.runs-on.labels': (text) => job({ 'runs-on': { labels: text } }),
  'jobs.build.environment': (text) => job({ environment: text }),
  'jobs.build.environment.name': (text) => job({ environment: { name: text } }),
  'jobs.build.environment.url': (text) => job({ environment: { name: 'a', url: text } }),
  'jobs.build.concurrency.group': (text) => job({ concurrency: { group: text } }),
  'jobs.build.strategy.matrix.include.0.a': (text) => job({ strategy: { matrix: { include: [{ a: text }] } } }),
  'jobs.build.outputs.a': (text) => job({ outputs: { a: text } }),
  'jobs.build.env.A.B': (text) => job({ env: { 'A.B': text } }),
  'jobs.build.container.image': (text) => job({ container: { image: text } }),
  'jobs.build.container.env.A': (text) => job({ container: { image: 'a', env: { A: text } } }),
  'jobs.build.container.credentials.password': (text) => job({ container: { image: 'a', credentials: { username: 'a', password: text } } }),
  'jobs.build.services.a.image': (text) => job({ services: { a: { image: text } } }),
  'jobs.build.services.a.env.A': (text) => job({ services: { a: { image: 'a', env: { A: text } } } }),
  'jobs.build.services.a.credentials.password': (text) => job({ services: { a: { image: 'a', credentials: { username: 'a', password: text } } } }),
  'jobs.call.with.a': (text) => ({ jobs: { call: { uses: 'a/b/.github/workflows/c.yml@v1', with: { a: text } } } }),
  'jobs.call.secrets.a': (text) => ({ jobs: { call: { uses: 'a/b/.github/workflows/c.yml@v1', secrets: { a: text } } } }),
  'jobs.build.steps.a.if': (text) => step({ if: text }),
  'jobs.build.steps.a.name': (text) => step({ name: text }),
  'jobs.build.steps.a.run': (text) => step({ run: text }),
  'jobs.build.steps.a.env.A': (text) => step({ env: { A: text } }),
  'jobs.build.steps.a.env.if': (text) => step({ env: { if: text } }),
  'jobs.build.steps.a.working-directory': (text) => step({ 'working-directory': text }),
  'jobs.build.steps.a.with.a': (text) => job({ steps: [{ uses: 'a/b@v1', with: { a: text } }] }),
};

function job(changes: object): object {
  return { jobs: { build: { 'runs-on': 'x', 'steps': [{ run: 'y' }], ...changes } } };
}

function step(changes: object): object {
  return job({ steps: [{ id: 'a', run: 'y', ...changes }] });
}

/**
 * GitHub takes a condition that is a text as a whole for an expression, and reads it once more; a word
 * of templates is no value; and this parser of GitHub takes a comma behind the last value, which the
 * runner refuses.
 */
function isOdd(path: string, text: string): boolean {
  return /insert|,\s*\)/.test(text) || text.trim() === '' || isNothing(text) || path.endsWith('.if') && /^\$\{\{\s*'(?:[^']|'')*'\s*\}\}$/.test(text);
}

/** An expression that says nothing, which is an expression all the same. */
function isNothing(text: string): boolean {
  return /^\s*\$\{\{\s*''\s*\}\}\s*$/.test(text);
}

/** Whether GitHub takes the text there. */
async function accepts(path: string, text: string): Promise<boolean> {
  const file = stringify({ on: 'push', ...{ jobs: { build: { 'runs-on': 'x', 'steps': [{ run: 'y' }] } } }, ...PLACES[path](text) }, { lineWidth: 0 });
  const { context } = engine.parseWorkflow({ name: 'a', content: file }, new engine.NoOperationTraceWriter());
  // conditions are read when jobs are made of the file
  return !context.errors.getErrors().length && (!path.endsWith('.if') || parseWorkflowJobs(file).then(() => true, () => false));
}

const TEXTS = [
  'github.ref', "github.ref == 'x'", "startsWith(github.ref, 'refs/tags/')", 'secrets.A', 'env.A', 'matrix.a', 'needs.a.outputs.b', 'steps.a.outcome', 'runner.os', 'job.status', 'strategy.job-index',
  'inputs.a', 'vars.A', 'jobs.a', "hashFiles('a')", 'always()', "success('a')", 'failure()', 'cancelled(1)', "github['a'].*.b[0]", 'github.*', "fromJSON('[]')[0]", 'toJSON(secrets)',
  'case(true, 1, 2)', 'case(1, 2)', 'case(1, 2, 3, 4)', '!a', '!true', '-1', '+0x1f', '.5', '1e3', 'NaN', 'true.a', 'github.true', "'a''b'", "'a", '"a"', '1 + 1', 'a = b', 'github.ref & true', '(true', 'true)',
  'format()', 'join(1, 2, 3)', 'GITHUB.REF', 'StartsWith(1, 2)', 'nothing(1)', 'github.', 'github[', 'github[*]', "'a'.b", '(github).a', 'github ref', '', ' ', 'insert', 'True', 'github..a', 'github.1a', 'a-b',
  '1\n<\t2', "'}}'",
];

describe.each(Object.keys(PLACES))('%s', (path) => {
  test('has what GitHub says it has', async () => {
    for (const expression of TEXTS) {
      for (const text of [expression, `\${{ ${expression} }}`, `a \${{${expression}}} b`, `\${{ github.ref }}\${{ ${expression}`]) {
        const found = expressionComplaint(text, expressionPlace(path)!);
        expect([text, found === undefined || isOdd(path, text)]).toEqual([text, await accepts(path, text) || isOdd(path, text)]);
      }
    }
  });
});

const atom = fc.constantFrom('github', 'secrets', 'env', 'a', 'true', "'x'", "''", '1', '.5', '-', 'hashFiles', 'always', 'contains', 'case', 'format');
const glue = fc.constantFrom('.', ' ', '(', ')', '[', ']', ',', '==', '=', '!', '&&', '||', '<', '*', "'", '"', '}', '{', '}}', '${{', '\n');
const anything = fc.array(fc.oneof(atom, glue, fc.string({ maxLength: 2 })), { maxLength: 12 }).map((parts) => parts.join(''));

test('never finds anything where GitHub finds nothing, nor the other way round', async () => {
  await fc.assert(fc.asyncProperty(fc.constantFrom(...Object.keys(PLACES)), fc.constantFrom('', ' ', 'x'), anything, async (path, around, inside) => {
    const text = `${around}\${{ ${inside} }}${around}`;
    fc.pre(!isOdd(path, text) && !/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff\u2028\u2029\ud800-\udfff]/.test(text));
    expect(expressionComplaint(text, expressionPlace(path)!) === undefined).toBe(await accepts(path, text));
  }), { numRuns: 1500 });
}, 60_000);

test.each<[string, string]>([
  ["${{ github.ref = 'x' }}", "has =, which GitHub does not expect there; Compare by '=='."],
  ['${{ github.ref == "x" }}', 'has "x", which GitHub does not expect there; Write a text in single quotes.'],
  ['${{ githb.ref }}', "has githb, which GitHub does not know there; Did you mean 'github'?"],
  ['${{ github.ref ==', "is not closed by '}}'; Close it; braces in quotes close nothing."],
  ['${{}}', 'is empty; Write an expression, or leave it out.'],
  ['${{ github.ref == }}', 'ends where something is missing; See https://docs.github.com/en/actions/reference/workflows-and-actions/expressions.'],
  ["${{ format('{0}', 1,) }}", 'has ), which GitHub does not expect there; See https://docs.github.com/en/actions/reference/workflows-and-actions/expressions.'],
  ['${{ contains(1) }}', 'calls contains() with 1 value; It takes 2.'],
  ['${{ startWith(1, 2) }}', "calls startWith(), which GitHub does not know there; Did you mean 'startswith'?"],
])('%s', (text, says) => {
  const { why, hint } = expressionComplaint(text, IN_STEP)!;
  expect(`${why}; ${hint}`).toBe(says);
});

test.each([
  'github\u00a0.ref', `${'('.repeat(60)}1${')'.repeat(60)}`, `github${'.a'.repeat(60)}`, `${'!'.repeat(60)}true`,
  Array.from({ length: 30 }, (_, n) => `github.ref == '${n}' && '${n}' || (`).join('') + "''" + ')'.repeat(30), '('.repeat(20_000),
])('GitHub decides alone where its parsers differ: %#', (expression) => {
  expect(expressionComplaint(`\${{ ${expression} }}`, IN_STEP)).toBeUndefined();
});

test('other texts are none of a workflow', () => {
  expect(['name', 'on.push', 'jobs.build.steps.a.shell', 'jobs.build.needs', 'permissions'].map(expressionPlace)).toEqual([undefined, undefined, undefined, undefined, undefined]);
  expect(expressionPlace('jobs.build.steps.a.parallel.b.if')).toBe(IF_OF_STEP);
});
