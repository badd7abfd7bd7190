import { buildJob, type Overrides, platform, repository, tool } from '../render/models';
import { addRepository, rawFile } from '../support/fake-github-doctor';
import { findingsOf, OWN, useFakeGitHub } from '../tasks/doctor/examine';

const github = useFakeGitHub();
const WEB = 'acme/web';

/** A main repository that is not the one of the workflow. */
const elsewhere: Overrides = {
  repositories: [repository({ name: WEB, path: 'web', ref: 'v1' })],
  workingDirectory: 'web/app',
};

function file(path: string, text: string | object, ref = 'v1'): void {
  github().on({ path: `/repos/${WEB}/contents/${path}?ref=${ref}` }, rawFile(typeof text === 'string' ? text : JSON.stringify(text)));
}

beforeEach(() => {
  addRepository(github(), OWN);
  addRepository(github(), WEB);
});

/** One job builds in the repository of the workflow, the other one has only another repository, inside of the same directory. */
const twoJobs: Overrides = {
  repositories: [repository(), repository({ id: 'web', name: WEB, path: 'web', ref: 'v1' })],
  jobs: [
    buildJob({ id: 'web', repositories: ['web'], workingDirectory: 'web', platforms: [platform({ script: 'package', run: ['npm ci'] })] }),
    buildJob({ id: 'main', repositories: ['self'], workingDirectory: 'web', platforms: [platform({ script: 'package', run: ['npm ci'] })] }),
    buildJob({ id: 'again', repositories: ['self'], workingDirectory: 'web', platforms: [platform({ run: ['npm ci'] })] }),
  ],
};

describe('package scripts', () => {
  const platforms = [platform({ script: 'package' }), platform({ name: 'macos', script: 'package' }), platform({ name: 'own', script: '' })];

  async function look(overrides: Overrides, files: Record<string, string> = {}) {
    return findingsOf('package-scripts', github(), { platforms, ...overrides }, { files });
  }

  test('a script of the main repository is found at its ref, asked for once', async () => {
    file('app/package.json', { scripts: { package: 'electron-builder' } });

    expect(await look(elsewhere)).toMatchObject([{ subject: 'package', status: 'ok', detail: 'in package.json of app in acme/web' }]);
    expect(github().requests.filter(({ path }) => path.includes('/contents/app/package.json'))).toHaveLength(1);
  });

  test('one that is not there is missing, with the nearest name', async () => {
    file('app/package.json', { scripts: { packages: '', test: '' } });

    expect(await look(elsewhere)).toMatchObject([{
      status: 'missing',
      detail: 'not in package.json of app in acme/web; linux-x64 and macos cannot build',
      fix: "Did you mean 'packages'?",
    }]);
  });

  test('no package.json is missing where the repository can be seen, else unknown', async () => {
    expect(await look(elsewhere)).toMatchObject([{ status: 'missing', detail: expect.stringContaining('does not exist') }]);

    github().on({ path: `/repos/${WEB}` }, { status: 404 });
    expect(await look(elsewhere)).toMatchObject([{ status: 'unknown' }]);
  });

  test('the repository of the workflow is read in the clone', async () => {
    expect(await look({}, { 'package.json': '{"scripts":{"package":""}}' })).toMatchObject([{ status: 'ok', detail: 'in package.json of acme/app' }]);
    expect(await look({}, { 'package.json': '[]' })).toMatchObject([{ status: 'missing', fix: 'There are none.' }]);
    expect(await look({}, { 'package.json': '{' })).toMatchObject([{ status: 'unknown', detail: 'package.json of acme/app holds no JSON' }]);
  });

  test('of repositories inside each other the inner one counts', async () => {
    const nested = { repositories: [repository(), repository({ name: WEB, path: 'web', ref: 'v1' })], workingDirectory: 'web/app' };
    file('app/package.json', { scripts: { package: '' } });

    expect(await look(nested, { 'web/app/package.json': '{}' })).toMatchObject([{ status: 'ok', detail: 'in package.json of app in acme/web' }]);
  });

  test('of several jobs each looks into the repositories that it checks out', async () => {
    file('package.json', { scripts: { package: '' } });

    expect(await findingsOf('package-scripts', github(), twoJobs, { files: { 'web/package.json': '{}' } })).toMatchObject([
      { subject: 'package of job web', status: 'ok', detail: 'in package.json of acme/web' },
      { subject: 'package of job main', status: 'missing', detail: 'not in package.json of web in acme/app; main/linux-x64 cannot build' },
    ]);
  });

  test('a working directory of no repository is unknown', async () => {
    expect(await look({ ...elsewhere, workingDirectory: 'other' })).toMatchObject([{ status: 'unknown', detail: expect.stringContaining("'other'") }]);
  });
});

describe('files with the versions of tools', () => {
  const setup = [tool('node', '', { versionFile: 'web/.nvmrc' }), tool('pnpm', '10.28.1'), tool('go', '', { versionFile: 'web/app/go.mod' })];
  const legs = { platforms: [platform({ setup: [tool('node', '', { versionFile: 'web/.nvmrc' })] })] };

  test('are read in the repository that they lie in, each once', async () => {
    file('.nvmrc', 'lts/*\n');
    file('app/go.mod', 'module acme/app\n');

    expect(await findingsOf('tool-files', github(), { ...elsewhere, ...legs, setup })).toMatchObject([
      { subject: 'Node.js from web/.nvmrc', status: 'ok', detail: 'in .nvmrc of acme/web' },
      { subject: 'Go from web/app/go.mod', status: 'missing', detail: 'go.mod of app in acme/web says no version of Go' },
    ]);
  });

  test('are missing where the repository has none, and unknown where no repository lies there', async () => {
    const outside = [tool('rust', '', { versionFile: 'rust-toolchain.toml' })];
    expect(await findingsOf('tool-files', github(), { ...elsewhere, setup: [...setup, ...outside] })).toMatchObject([
      { status: 'missing', detail: '.nvmrc of acme/web does not exist' }, { status: 'missing' }, { status: 'unknown' },
    ]);
  });
});

describe('lock files', () => {
  const manifest = { dependencies: { a: '^1.0.0' }, devDependencies: { b: '2.0.0' } };
  const npmLock = { lockfileVersion: 3, packages: { '': manifest, 'node_modules/a': {}, 'node_modules/b': {} } };
  const pnpmLock = "lockfileVersion: '9.0'\nsettings:\n  autoInstallPeers: true\nimporters:\n  .:\n    dependencies:\n      a:\n        specifier: ^1.0.0\n        version: 1.0.0\n    devDependencies:\n      b:\n        specifier: 2.0.0\n        version: 2.0.0\n";

  async function look(run: string, files: Record<string, string | object> = {}, directory?: string) {
    const texts = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, typeof text === 'string' ? text : JSON.stringify(text)]));
    const prepare = [{ run, ...directory !== undefined && { 'working-directory': directory } }];
    return findingsOf('lock-files', github(), { prepare, platforms: [platform({ run: [] })] }, { files: texts });
  }

  test.each([
    'npm install', 'pnpm install --no-frozen-lockfile', 'pnpm install --frozen-lockfile=false', 'pnpm install lodash', 'yarn install', 'echo "npm ci"', 'cat <<EOF > x\nnpm ci\nEOF', 'pnpm install --lockfile-only', 'pnpm install --prefer-frozen-lockfile=false', 'pnpm run ci',
    'npm --silent run ci', 'npm run build -- ci', 'pnpm install -D lodash', 'pnpm install --global x', 'yarn run x --immutable', 'yarn build --frozen-lockfile', '# npm ci', 'bun install', 'uv pip sync --locked x',
    'uv run pytest --frozen', 'uv sync', 'cargo install --locked tauri-cli', 'cargo build --release', 'cargo run -- --locked', "echo 'npm ci'", 'npm exec ci', 'pnpm add x --frozen-lockfile',
  ])('%s asks for none', async (run) => {
    expect(await look(run)).toEqual([]);
  });

  test.each([
    ['npm ci', { 'package-lock.json': npmLock }],
    ['set -e\nnpm ci --ignore-scripts', { 'package-lock.json': npmLock }],
    ['corepack enable && pnpm install --frozen-lockfile', { 'pnpm-lock.yaml': pnpmLock }],
    ['pnpm install', { 'pnpm-lock.yaml': pnpmLock }],
  ])('in step is ok: %s', async (run, files) => {
    expect(await look(run, { 'package.json': manifest, ...files })).toMatchObject([{ status: 'ok', detail: 'in step with package.json' }]);
  });

  test('commands of a platform count, and one install of several steps counts once', async () => {
    const platforms = [platform({ run: ['npm ci', 'npm run package'] }), platform({ name: 'macos', run: ['npm ci'] })];
    const files = { 'package.json': JSON.stringify(manifest), 'package-lock.json': JSON.stringify(npmLock) };

    expect(await findingsOf('lock-files', github(), { platforms }, { files })).toMatchObject([{ subject: 'package-lock.json in the workspace', status: 'ok' }]);
  });

  test.each([
    ['npm ci', {}, 'not in acme/app; a frozen install fails without it'],
    ['npm ci', { 'package-lock.json': { ...npmLock, packages: { '': {} } } }, 'out of step with package.json: a is not locked'],
    ['pnpm install', { 'pnpm-lock.yaml': pnpmLock.replace('^1.0.0', '^1.1.0') }, 'out of step with package.json: package.json asks for a ^1.0.0, pnpm-lock.yaml for ^1.1.0'],
    ['pnpm i --frozen-lockfile', { 'pnpm-lock.yaml': pnpmLock.replace(/ {4}dev.*/s, '') }, 'out of step with package.json: package.json asks for b 2.0.0, pnpm-lock.yaml for not at all'],
    ['yarn install --immutable', {}, 'not in acme/app; a frozen install fails without it'],
  ])('out of step for sure is missing: %s, %#', async (run, files, detail) => {
    expect(await look(run, { 'package.json': manifest, ...files })).toMatchObject([{ status: 'missing', detail, fix: expect.stringContaining('commit') }]);
  });

  test.each([
    ['npm ci', { 'package-lock.json': { ...npmLock, packages: { ...npmLock.packages, '': { ...manifest, dependencies: { a: '^1.1.0' } } } } }, /other versions of a/],
    ['npm ci', { 'package-lock.json': { lockfileVersion: 1, dependencies: {} } }, /of a version that is not compared/],
    ['npm ci', { 'package.json': { ...manifest, workspaces: ['x'] }, 'package-lock.json': npmLock }, /workspaces are not compared/],
    ['pnpm install', { 'pnpm-lock.yaml': 'lockfileVersion: 5.4\nspecifiers:\n  a: ^1.0.0\n' }, /of a version that is not compared/],
    ['pnpm install', { 'pnpm-lock.yaml': `overrides:\n  a: 1.0.0\n${pnpmLock.replace('^1.0.0', '1.0.0')}` }, /settings in the lock file may be why/],
    ['pnpm install', { 'pnpm-lock.yaml': '{{{' }, /of a version that is not compared/],
    ['yarn --frozen-lockfile', { 'yarn.lock': '' }, /only Yarn can tell/],
    ['cd "$APP" && npm ci', {}, /cannot be told from its commands/],
    ['test -d sub && cd sub\nnpm ci', {}, /cannot be told from its commands/],
    ['if [ -d sub ]; then cd sub; else cd other; fi\nnpm ci', {}, /cannot be told from its commands/],
    ['case $X in\n  a) cd sub ;;\n  *) ;;\nesac\nnpm ci', {}, /cannot be told from its commands/],
    ['function f {\n  cd sub\n}\nnpm ci', {}, /cannot be told from its commands/],
    ['if ($IsWindows) {\n  cd sub\n}\nnpm ci', {}, /cannot be told from its commands/],
    ['npm ci || npm install', {}, /depends on what its commands find/],
    ['npm install || npm ci', {}, /depends on what its commands find/],
    ['if [ -f package-lock.json ]; then\n  npm ci\nelse\n  npm install\nfi', {}, /depends on what its commands find/],
    ['[ -f package-lock.json ] && npm ci', {}, /depends on what its commands find/],
    ['cd sub && npm ci', {}, /no package\.json in sub in acme\/app; it may lie further up, or be made in the run/],
    ['cargo build --locked', { 'Cargo.toml': '', 'Cargo.lock': '' }, /^Cargo\.lock is there; whether it is in step with Cargo\.toml only Cargo can tell$/],
    ['npm ci', { 'npm-shrinkwrap.json': '{}' }, /^npm-shrinkwrap\.json is there; .* only npm can tell$/],
    ['bun ci', { 'bun.lockb': 'x' }, /^bun\.lockb is there; .* only Bun can tell$/],
  ])('what cannot be told cheaply is unknown: %s, %#', async (run, files, detail) => {
    expect(await look(run, { 'package.json': manifest, ...files })).toMatchObject([{ status: 'unknown', detail: expect.stringMatching(detail) }]);
  });

  const into = (directory: string, manifestFile: string, lockFile: string, text = '') => ({ [`${directory}/${manifestFile}`]: text, [`${directory}/${lockFile}`]: text });

  test.each<[run: string, subject: string, directory?: string]>([
    ['pnpm -C sub install --frozen-lockfile', 'pnpm-lock.yaml in sub'],
    ['pnpm --dir sub i', 'pnpm-lock.yaml in sub'],
    ['pnpm --dir=sub/ --reporter append-only install', 'pnpm-lock.yaml in sub'],
    ['npm --prefix sub ci', 'package-lock.json in sub'],
    ['npm ci --prefix=./sub --loglevel error', 'package-lock.json in sub'],
    ['npm --loglevel error ci --prefix sub', 'package-lock.json in sub'],
    ['npm ci -C ..', 'package-lock.json in sub', 'sub/inner'],
    ['yarn --cwd sub install --immutable', 'yarn.lock in sub'],
    ['bun install --cwd sub --frozen-lockfile', 'bun.lock in sub'],
    ['uv sync --project sub --locked', 'uv.lock in sub'],
    ['uv --directory=sub run --frozen --with pyinstaller pyinstaller app.py', 'uv.lock in sub'],
    ['cargo +stable build --release --locked --manifest-path sub/Cargo.toml', 'Cargo.lock in sub'],
    ['cd sub && npm ci', 'package-lock.json in sub'],
    ['cd sub\nCI=1 corepack pnpm install \\\n  --frozen-lockfile', 'pnpm-lock.yaml in sub'],
    ['(cd other && make) && (cd sub; if true; then npm ci; fi)', 'package-lock.json in sub'],
    ['pushd "sub"\nnpm ci # as locked', 'package-lock.json in sub'],
    ['pushd sub > /dev/null 2>&1\nnpm ci', 'package-lock.json in sub'],
    ['Set-Location sub; npm ci', 'package-lock.json in sub'],
    ["cd sub\ncat <<'EOF' > x\nit's\ncd other\nEOF\nnpm ci", 'package-lock.json in sub'],
    ['if [ -d x ]; then cd x; make; cd ..; fi\ncd sub; npm ci', 'package-lock.json in sub'],
    ['for x in a b; do (cd $x && make); done; cd sub; npm ci', 'package-lock.json in sub'],
    ['npm --prefix "$APP" ci', 'package-lock.json in the workspace or where its step goes'],
    ['cd sub && popd && pnpm i', 'pnpm-lock.yaml in the workspace or where its step goes'],
    ['npm ci', 'package-lock.json in ${{ github.workspace }}/x or where its step goes', '${{ github.workspace }}/x'],
  ])('are looked for where it installs: %s', async (...[run, subject, directory]) => {
    expect(await look(run, {}, directory)).toMatchObject([{ subject, status: 'unknown' }]);
  });

  test.each<[run: string, files: Record<string, string | object>, status: string]>([
    ['pnpm -C sub install --frozen-lockfile', { 'sub/package.json': manifest, 'sub/pnpm-lock.yaml': pnpmLock }, 'ok'],
    ['pnpm -C sub install --frozen-lockfile', { 'sub/package.json': manifest, 'sub/pnpm-lock.yaml': pnpmLock.replace('^1.0.0', '^1.1.0') }, 'missing'],
    ['cd sub && npm ci', { 'sub/package.json': manifest, 'sub/package-lock.json': npmLock }, 'ok'],
    ['uv sync --locked', { 'pyproject.toml': '' }, 'missing'],
    ['cargo test --frozen', { 'Cargo.toml': '' }, 'missing'],
    ['bun install --frozen-lockfile', { 'package.json': manifest }, 'missing'],
    ['uv sync --project sub --locked', into('sub', 'pyproject.toml', 'uv.lock'), 'unknown'],
  ])('and compared there: %s, %#', async (run, files, status) => {
    expect(await look(run, files)).toMatchObject([{ status }]);
  });

  test('pnpm installs peers as dependencies, if the lock file says so', async () => {
    const files = { 'package.json': { ...manifest, peerDependencies: { a: '*', c: '3' } }, 'pnpm-lock.yaml': pnpmLock };

    expect(await look('pnpm install', files)).toMatchObject([{ status: 'missing', detail: expect.stringContaining('asks for c 3') }]);
    expect(await look('pnpm install', { ...files, 'pnpm-lock.yaml': pnpmLock.replace('true', 'false') })).toMatchObject([{ status: 'ok' }]);
  });

  test('pnpm by itself needs no lock file; in a directory it may lie further up', async () => {
    expect(await look('pnpm install', { 'package.json': manifest })).toMatchObject([{ status: 'ok', detail: 'none in acme/app, and none is needed' }]);
    expect(await look('npm ci', { 'sub/package.json': manifest }, 'sub')).toMatchObject([{ subject: 'package-lock.json in sub', status: 'unknown', detail: expect.stringContaining('further up') }]);
  });

  test('no package.json is missing', async () => {
    expect(await look('npm ci')).toMatchObject([{ status: 'missing', detail: 'acme/app has no package.json' }]);
  });

  test('of several jobs each looks into the repositories that it checks out, and the same install counts once', async () => {
    file('package.json', manifest);
    file('package-lock.json', npmLock);

    expect(await findingsOf('lock-files', github(), twoJobs, { files: { 'web/package.json': '{}' } })).toMatchObject([
      { subject: 'package-lock.json in web of job web', status: 'ok' },
      { subject: 'package-lock.json in web of jobs main and again', status: 'unknown', detail: 'not in web in acme/app; it may lie further up' },
    ]);
  });
});
