import { seeing } from './seeing';
import { possibleCommands, splitCommands } from '../../src/apps/possible-commands';
import { platform } from '../render/models';

/** The commands of a build, those of a package script with its name in front. */
function commands(run: string, scripts: Readonly<Record<string, string>> = {}): string[] {
  const built = platform({ run: [run] });
  return possibleCommands(seeing({ 'package.json': { scripts } }, { platforms: [built] }), built).map(({ words, script }) => [...script ? [`${script}:`] : [], ...words].join(' '));
}

test('a line is split as a shell does', () => {
  expect(splitCommands('a "b c" \'d\'e && f\\ g;h|i & (j) > k\nl \\\n m')).toEqual([['a', 'b c', 'de'], ['f g'], ['h'], ['i'], ['j'], ['k'], ['l', 'm']]);
});

test.each([
  ['npx --yes electron-builder --linux', ['electron-builder --linux']],
  ['CI=1 cross-env A=b C=d npx vite build', ['vite build']],
  ['pnpm exec tauri build', ['tauri build']],
  ['npm exec -- tauri build', ['tauri build']],
  ['dotenv -e .env -- electron-builder', ['electron-builder']],
  ['yarn electron-builder --mac', ['electron-builder --mac']],
  ['pnpm install --frozen-lockfile', ['pnpm install --frozen-lockfile']],
  ['npm run none', ['npm run none']],
  ['npm exec --workspace=app -- electron-builder --linux', ['npm exec --workspace=app -- electron-builder --linux']],
  ['npm exec electron-builder -- --win', ['electron-builder --win']],
  ['npx -C app electron-builder', ['npx -C app electron-builder']],
  ['npx', []],
])('%s runs %j', (run, expected) => {
  expect(commands(run)).toEqual(expected);
});

test('package scripts are followed, with what surrounds them and what is handed on', () => {
  const scripts = { predist: 'vite build', dist: 'npm run pack -- --linux', pack: 'electron-builder', postdist: 'yarn lint', lint: 'eslint .' };
  expect(commands('npm run dist', scripts)).toEqual(['predist: vite build', 'pack: electron-builder --linux', 'lint: eslint .']);
});

test.each([
  ['npm run x -- --publish never', 'x: build --publish never'],
  ['npm run x --publish never', 'x: build never'],
  ['npm run --silent x', 'x: build'],
  ['pnpm x --publish never', 'x: build --publish never'],
  ['pnpm run x -- --publish never', 'x: build --publish never'],
  ['yarn run x a b', 'x: build a b'],
  ['bun run x', 'x: build'],
  ['run-s x y', 'x: build'],
])('%s runs %s', (run, expected) => {
  expect(commands(run, { x: 'build' })[0]).toBe(expected);
});

test('what runs in another directory is not told', () => {
  expect(commands('npm run a && make', { a: 'tsc && cd web && vite build' })).toEqual(['a: tsc', 'a: cd web', 'make']);
  expect(commands('cd web\nnpm run a', { a: 'tsc' })).toEqual(['cd web']);
});

test.each(['npm run x -w app', 'npm run x --prefix=app', 'pnpm --filter app x', 'yarn --cwd app x', 'yarn workspace app x'])('%s runs a script of another package', (run) => {
  expect(commands(run, { x: 'build' })).toEqual([run]);
});

test('scripts that call themselves, or one another without end, do', () => {
  expect(commands('npm run a', { a: 'npm run b', b: 'npm run a' })).toEqual(['b: npm run a']);
  const doubling = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`s${index}`, `npm run s${index + 1} && npm run s${index + 1} -- x`]));
  expect(commands('npm run s0', doubling).length).toBeLessThan(1_000);
  expect(commands('npm run constructor')).toEqual(['npm run constructor']);
});
