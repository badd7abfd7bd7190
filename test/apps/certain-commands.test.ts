import { certainCommands, linesOf, plainCommands } from '../../src/apps/certain-commands';

/** The commands of a build, those of a package script with its name in front; `?` is what nobody can tell. */
function commands(run: string | string[], scripts: Readonly<Record<string, unknown>> = {}): string[] {
  return certainCommands([run].flat(), scripts).map(({ words, script }) => `${script && `${script}: `}${words.join(' ') || '?'}`);
}

test('a line is split as a shell does, as long as each command must go well', () => {
  expect(plainCommands('a "b c" d\'e f\' && g   h')).toEqual([['a', 'b c', 'de f'], ['g', 'h']]);
});

test.each([
  'a || b', 'a; b', 'a & b', 'a | b', 'a > b', '(a)', 'a \\\nb', 'a "b', "a 'b", '`a`', 'x'.repeat(10_001),
])('nobody can tell what %j runs', (line) => {
  expect(plainCommands(line)).toEqual([[]]);
});

test.each([
  ['cd app && make', [[]]],
  ['make && cd app && make all', [['make'], []]],
  ['make && $TOOL x', [['make'], []]],
  ['if true && make', [[]]],
  ['make && ', [['make'], []]],
])('%j runs no more than %j', (line, known) => {
  expect(plainCommands(line)).toEqual(known);
});

test('package scripts are followed, with what runs around them, each once', () => {
  const scripts = { 'predist': 'a', 'dist': 'npm run web && b', 'postdist': 'c', 'web': 'pnpm web:all', 'web:all': 'yarn run lint && d', 'lint': 'e' };
  expect(commands('npm run --silent dist', scripts)).toEqual([
    'npm run --silent dist', 'predist: a', 'dist: npm run web', 'web: pnpm web:all', 'web:all: yarn run lint', 'lint: e', 'web:all: d', 'dist: b', 'postdist: c',
  ]);
});

test.each([
  ['run-s a b', ['run-s a b', 'a: x', 'b: y']],
  ['npm-run-all -p a b', ['npm-run-all -p a b']],
  ['npm --prefix app run a', ['npm --prefix app run a']],
  ['pnpm --filter=app a', ['pnpm --filter=app a']],
  ['npm run a -- --prefix app', ['npm run a -- --prefix app', 'a: x']],
  ['npm a', ['npm a']],
  ['npm run', ['npm run']],
  ['npm run constructor', ['npm run constructor']],
  ['yarn a', ['yarn a', 'a: x']],
])('%s runs %j', (run, expected) => {
  expect(commands(run, { a: 'x', b: 'y' })).toEqual(expected);
});

test.each([
  ['A=b C=d tool x', ['tool x']],
  ['cross-env A=b tool', ['cross-env A=b tool', 'tool']],
  ['dotenv -e .env -- tool', ['dotenv -e .env -- tool', 'tool']],
  ['pnpm exec tool', ['pnpm exec tool', 'tool']],
  ['npx tool', ['npx tool']],
  ['A=b', ['?']],
])('%s calls %j', (run, expected) => {
  expect(commands(run)).toEqual(expected);
});

test('package scripts are followed behind what wraps their command', () => {
  expect(commands('cross-env A=b yarn x', { x: 'B=c npm run y', y: 'tool' })).toEqual(['cross-env A=b yarn x', 'yarn x', 'x: npm run y', 'y: tool']);
});

test('what a step of bash leaves, nothing behind it comes back from', () => {
  expect(linesOf(['# a\n\nb\ncd app\nc', 'd'])).toEqual(['b', 'cd app']);
  expect(commands(['make\ncat > x <<EOF\nnpm run a\nEOF'], { a: 'x' })).toEqual(['make', '?']);
});

test('scripts may be anything, and take no time', () => {
  expect(commands('npm run a', { a: 1 })).toEqual(['npm run a']);
  expect(commands('npm run a', { a: 'npm run a' })).toEqual(['npm run a', 'a: npm run a']);
  const doubling = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`s${index}`, `npm run s${index + 1} && npm run s${index + 1}`]));
  expect(commands('npm run s0', doubling)).toHaveLength(1 + 2 * 200);
});
