import { differences } from './differences';
import { mutations } from './mutations';
import { noticed } from './noticed';
import { pairs } from './pairs';
import { sampleOf, samples } from './samples';
import { synthesized } from './synthesized';
import type { Synthesized } from '../../../src/adopt/compare/compare';
import { unexcused } from '../../../src/adopt/compare/difference';

const declared = Object.entries(pairs).map(([name, options]) => ({ name, text: sampleOf(name), made: synthesized(name, options) }));

const themselves = samples.map(({ name, text }) => ({ name, text, made: { workflow: text } as Synthesized }));

test.each(themselves)('$name does what it does', ({ text, made }) => {
  expect(differences(text, made)).toEqual([]);
});

test.each(declared)('what a person has declared for $name does what the original does', ({ text, made }) => {
  expect(differences(text, made)).toEqual([]);
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
  const kinds = (was: string, is: string) => differences(was, { workflow: is }).map(({ kind }) => kind);

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
    ['targets of the compiler are asked for elsewhere', ['run: rustup target add x86 arm', 'run: make'], [rust('targets: "arm,x86"'), 'run: make']],
    ['a checkout says what it does anyway', ['{ uses: actions/checkout@v4, with: { fetch-depth: 1, submodules: false } }', 'run: make'], ['uses: actions/checkout@v4', 'run: make']],
    ['a value of the run has become a default variable', ['run: ls ${{ runner.temp }}/a'], ['run: ls "$RUNNER_TEMP/a"']],
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
    ['a target of the compiler is gone', ['run: rustup target add x86 arm', 'run: make'], [rust('targets: arm'), 'run: make'], 'input'],
    ['a component of the compiler is gone', [rust('components: clippy'), 'run: make'], [rust('targets: arm'), 'run: make'], 'input'],
    ['history is fetched no more', ['{ uses: actions/checkout@v4, with: { fetch-depth: 0 } }', 'run: make'], ['uses: actions/checkout@v4', 'run: make'], 'input'],
    ['a comment of a script is gone', ['run: "# why\\nmake"'], ['run: make'], 'command'],
  ])('%s, which is a difference', (_name, was, is, kind) => {
    expect(kinds(workflow(was), workflow(is))).toContain(kind);
  });

  test('a plain command means the same in each shell, any other does not', () => {
    const shells = (command: string) => kinds(workflow([`run: ${command}`], 'windows-2025'), workflow([`{ run: ${command}, shell: bash }`], 'windows-2025'));

    expect(shells('npm run build')).toEqual([]);
    expect(shells('git config url."https://github.com/".insteadOf \'ssh://git@github.com/\' && pip install "a b"')).toEqual([]);
    expect(shells('ls "my tools"/run')).toEqual(['shell']);
    expect(shells('echo "$HOME"')).toEqual(['shell']);
    expect(shells('Copy-Item $src dist')).toEqual(['shell']);
  });

  test('a runner that is gone can be another of its kind', () => {
    const runners = (was: string, is: string) => kinds(workflow(['run: make'], was), workflow(['run: make'], is));

    expect(runners('ubuntu-20.04', 'ubuntu-24.04')).toEqual([]);
    expect(runners('macos-13', 'macos-15')).toEqual(['runner']);
  });

  test('an environment has a name, and what it has besides is said', () => {
    const was = workflow(['run: make'], 'ubuntu-24.04', '    environment: { name: live, url: "https://example.org" }\n');
    const settings = (environment: string) => differences(was, { workflow: workflow(['run: make'], 'ubuntu-24.04', environment) }).map(({ names }) => names);

    expect(settings('    environment: live\n')).toEqual([['environment url']]);
    expect(settings('    environment: { name: other, url: "https://example.org" }\n')).toEqual([['environment', 'environment']]);
  });

  describe('of which one finds out what another one asks', () => {
    const jobs = (steps: readonly string[], told = 'steps: [{ id: v, run: ./version }]') =>
      `on: { push: { tags: ['v*'] } }\njobs:\n  told: { runs-on: ubuntu-24.04, outputs: { tag: "\${{ steps.v.outputs.tag }}" }, ${told} }\n`
      + `  app:\n    needs: told\n    runs-on: ubuntu-24.04\n    steps:\n${steps.map((step) => `      - ${step}\n`).join('')}`;
    const was = jobs(['{ run: make, env: { TAG: "${{ needs.told.outputs.tag }}" } }']);
    const make = '{ run: make, env: { TAG: "${{ steps.v.outputs.tag }}" } }';

    test('its steps can stand where they are asked for', () => {
      expect(differences(was, { workflow: workflow(['{ id: v, run: ./version }', make]) })).toEqual([]);
    });

    test('nothing of them may be missing there', () => {
      expect(kinds(was, workflow([make]))).toEqual(['leg']);
      expect(kinds(was, workflow(['{ id: v, run: ./version }', '{ run: make, env: { TAG: "${{ steps.v.outputs.other }}" } }']))).toEqual(['env']);
    });

    test('they must run under the same shell', () => {
      expect(kinds(was, workflow(['{ id: v, run: ./version, shell: python }', make]))).toEqual([]);
      expect(kinds(was.replace('./version', './version > out'), workflow(['{ id: v, run: ./version > out, shell: python }', make]))).toEqual(['leg']);
    });
  });

  describe('of which a job releases what others have built', () => {
    const released = (steps: readonly string[], files: string) =>
      `on: { push: { tags: ['v*'] } }\njobs:\n  app: { runs-on: ubuntu-24.04, steps: [{ run: make }, ${upload('dist')}] }\n`
      + `  out:\n    needs: app\n    runs-on: ubuntu-24.04\n    steps:\n${[...steps, `{ uses: softprops/action-gh-release@v2, with: { files: "${files}" } }`].map((step) => `      - ${step}\n`).join('')}`;
    const download = '{ uses: actions/download-artifact@v4, with: { path: all } }';

    test('what it has downloaded is no file of its own', () => {
      expect(kinds(released([download, 'run: ls'], 'all/**'), released([download, 'run: ls'], ''))).toEqual([]);
    });

    test.each([
      ['beside it', 'run: ./sums > SUMS', 'SUMS'],
      ['among what it has downloaded', 'run: ./sums > all/SUMS', 'all/SUMS'],
    ])('what it makes %s is', (_name, make, file) => {
      expect(kinds(released([download, make], file), released([download, make], ''))).toContain('artifact');
    });
  });

  function rust(inputs: string): string {
    return `{ uses: dtolnay/rust-toolchain@stable, with: { ${inputs} } }`;
  }

  function upload(path: string): string {
    return `{ uses: actions/upload-artifact@v4, with: { name: a, path: "${path}" } }`;
  }

  function node(version: string): string {
    return `{ uses: actions/setup-node@v4, with: { node-version: "${version}" } }`;
  }
});

describe('a difference', () => {
  const difference = { kind: 'tool', subject: 'setup-node', what: '', names: ['setup-node'], now: '22', from: 5, to: 8 } as const;
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
