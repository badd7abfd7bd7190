import { compare, type Synthesized } from './comparer/compare';
import { unexcused } from './comparer/difference';
import { mutations } from './mutations';
import { noticed } from './noticed';
import { pairs } from './pairs';
import { sampleOf, samples } from './samples';
import { synthesized } from './synthesized';

const declared = Object.entries(pairs).map(([name, options]) => ({ name, text: sampleOf(name), made: synthesized(name, options) }));

const themselves = samples.map(({ name, text }) => ({ name, text, made: { workflow: text } as Synthesized }));

test.each(themselves)('$name does what it does', ({ text, made }) => {
  expect(compare(text, made)).toEqual([]);
});

test.each(declared)('what a person has declared for $name does what the original does', ({ text, made }) => {
  expect(compare(text, made)).toEqual([]);
});

// compare.long.ts tries them on all
test.each(mutations)('it is noticed that $name', (mutation) => {
  const found = noticed(mutation, [...declared, ...themselves], 3);

  expect(found.missed).toEqual([]);
  expect(found.tried).toBeGreaterThan(0);
});

describe('of two small workflows', () => {
  /** A job on an operating system, with steps in YAML's flow style. */
  const workflow = (steps: readonly string[], os = 'ubuntu-24.04', more = '') =>
    `on: { push: { tags: ['v*'] } }\njobs:\n  build:\n    runs-on: ${os}\n${more}    steps:\n${steps.map((step) => `      - ${step}\n`).join('')}`;
  const kinds = (was: string, is: string) => compare(was, { workflow: is }).map(({ kind }) => kind);

  test.each([
    ['an expression arrives in a variable', ['run: ./build "${{ github.ref_name }}"'], ['{ run: ./build "$TAG", env: { TAG: "${{ github.ref_name }}" } }']],
    ['an expression has become a default variable', ['run: ./build ${{ github.ref_name }}'], ['run: ./build "$GITHUB_REF_NAME"']],
    ['a condition that every tag fulfils is gone', ['{ run: make, if: "startsWith(github.ref, \'refs/tags/\')" }'], ['run: make']],
    ['a step of another system is gone', ["{ run: brew update-all, if: runner.os == 'macOS' }", 'run: make'], ['run: make']],
    ['packages stand in another step', ['run: "sudo apt-get update && sudo apt-get install -y a b\\nmake"'], ['run: sudo apt-get install b a', 'run: make']],
    ['a directory is said in another way', ['{ run: make, working-directory: ./app }'], ['run: "cd app\\nmake"']],
    ['two commands are one step', ['run: npm ci', 'run: npm test'], ['run: "npm ci\\nnpm test"']],
    ['a directory is all that lies in it', [upload('dist')], [upload('dist/**')]],
    ['a version is written otherwise', [node('20.x')], [node('20')]],
    ['a tool stands elsewhere', ['run: make', node('20')], [node('20'), 'run: make']],
    ['a release is made otherwise', ['run: npx electron-builder --publish always'], ['run: npx electron-builder --publish never']],
    ['there is more than there was', ['run: make'], ['run: make more', '{ run: make, env: { A: b } }']],
  ])('%s, which is no difference', (_name, was, is) => {
    expect(kinds(workflow(was), workflow(is))).toEqual([]);
  });

  test.each([
    ['a variable of the shell is lost between steps', ['run: "VERSION=1\\nmake $VERSION"'], ['run: VERSION=1', 'run: make $VERSION'], 'steps'],
    ['a variable of the shell reaches another step', ['run: export A=1', 'run: make'], ['run: "export A=1\\nmake"'], 'steps'],
    ['a directory is another', ['run: "cd app\\nmake"'], ['run: make'], 'working-directory'],
    ['a secret of the job reaches one step of two', ['{ run: a, env: { S: "${{ secrets.S }}" } }'], ['run: a'], 'env'],
    ['a secret reaches one step more', ['run: a'], ['{ run: a, env: { S: "${{ secrets.S }}" } }'], 'secret'],
    ['a condition that a run decides is gone', ["{ run: a, if: steps.x.outcome == 'success' }"], ['run: a'], 'condition'],
    ['an artifact is only there when something failed', [upload('dist'), 'run: a'], ['{ uses: actions/upload-artifact@v4, with: { path: dist }, if: failure() }', 'run: a'], 'artifact'],
    ['a comment of a script is gone', ['run: "# why\\nmake"'], ['run: make'], 'command'],
  ])('%s, which is a difference', (_name, was, is, kind) => {
    expect(kinds(workflow(was), workflow(is))).toContain(kind);
  });

  test('a plain command means the same in each shell, any other does not', () => {
    const shells = (command: string) => kinds(workflow([`run: ${command}`], 'windows-2025'), workflow([`{ run: ${command}, shell: bash }`], 'windows-2025'));

    expect(shells('npm run build')).toEqual([]);
    expect(shells('Copy-Item $src dist')).toEqual(['shell']);
  });

  test('a runner that is gone can be another of its kind', () => {
    const runners = (was: string, is: string) => kinds(workflow(['run: make'], was), workflow(['run: make'], is));

    expect(runners('ubuntu-20.04', 'ubuntu-24.04')).toEqual([]);
    expect(runners('macos-13', 'macos-15')).toEqual(['runner']);
  });

  function upload(path: string): string {
    return `{ uses: actions/upload-artifact@v4, with: { name: a, path: "${path}" } }`;
  }

  function node(version: string): string {
    return `{ uses: actions/setup-node@v4, with: { node-version: "${version}" } }`;
  }
});

describe('a difference', () => {
  const difference = { kind: 'tool', what: '', names: ['setup-node'], now: '22', from: 5, to: 8 } as const;
  const line = { fate: 'left-out', line: 6, what: 'actions/setup-node@v4', became: 'it is there already' };

  test.each([
    ['that is left out by its name is excused', line, true],
    ['that another line leaves out is not', { ...line, line: 9 }, false],
    ['beside something else that is left out is not', { ...line, what: 'cache: npm' }, false],
    ['that is said to be understood is not', { ...line, fate: 'understood' }, false],
    ['that is passed through is not', { ...line, fate: 'passed-through' }, false],
    ['of which is said what it became is excused', { ...line, fate: 'understood', became: "Setup.node('22')" }, true],
  ])('%s', (_name, excuse, excused) => {
    expect(unexcused([difference], [excuse])).toEqual(excused ? [] : [difference]);
  });
});
