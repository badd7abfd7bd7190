import { CHECKOUT, declarationOf, importOf, UPLOAD, workflow } from './import-of';

/** A row: what stands in the workflow, and what must stand in the declaration. */
type Row = readonly [what: string, text: string, ...parts: string[]];

const MATRIX = '    runs-on: ${{ matrix.os }}\n    strategy: { matrix: { os: [ubuntu-latest, windows-2022, macos-13] } }';
const build = (steps: string, job?: string) => workflow(`${CHECKOUT}${steps}- run: make\n${UPLOAD}`, job);

test.each<Row>([
  ['a matrix is a platform for each leg, on the runner that stands for a label that is gone', build('', MATRIX),
    "Platform.linuxX64({ run: ['make']", "Platform.windowsX64({ runsOn: ['windows-2022'], run: ['make']", "Platform.macosX64({ run: ['make']"],
  ['a condition that a leg fulfils is none there, and its step none of the others', build("- run: brew bundle\n  if: runner.os == 'macOS'\n", MATRIX),
    "Platform.linuxX64({ run: ['make'], artifacts", "Platform.macosX64({\n      preBuildSteps: [{ run: 'brew bundle' }],"],
  ['a condition that only the run can tell stays', build("- run: make docs\n  if: matrix.os != 'x' && github.actor != 'bot'\n", MATRIX),
    "preBuildSteps: [{ if: \"'ubuntu-latest' != 'x' && github.actor != 'bot'\"", "{ if: \"'macos-13' != 'x'"],
  ['steps in front of what differs and behind it', build('- run: make deps\n- run: make ${{ runner.os }}\n- run: make assets\n', MATRIX),
    "preInstallSteps: [{ run: 'make deps' }],\n  prepare: [{ run: 'make assets' }],", "preInstallSteps: [{ run: 'make Linux' }]", "preInstallSteps: [{ run: 'make Windows' }]"],
  ['what is in two legs of one platform is told apart by its target', build('', '    runs-on: ubuntu-24.04\n    strategy: { matrix: { target: [x86_64-unknown-linux-gnu, aarch64-unknown-linux-gnu] } }'),
    'Platform.linuxX64({ run', "Platform.linuxArm64({ runsOn: ['ubuntu-24.04'], run"],
  ['or by what else its matrix says', build('', '    runs-on: ubuntu-24.04\n    strategy: { matrix: { edition: [home, work] } }'),
    "Platform.linuxX64({ name: 'linux-x64-home'", "Platform.linuxX64({ name: 'linux-x64-work'"],
  ['a self-hosted runner', build('', '    runs-on: [self-hosted, windows, signing]'), "Platform.windowsX64({\n      runsOn: ['self-hosted', 'windows', 'signing'],"],
  ['a group of runners', build('', '    runs-on: { group: large, labels: [gpu] }'), "Platform.of('gpu', {\n      runsOn: ['gpu'],\n      runnerGroup: 'large',"],
  ['a container, a time limit, an environment, a leg that may fail', build('', '    runs-on: ubuntu-24.04\n    container: { image: "debian:12", options: --cpus 2 }\n    timeout-minutes: 90\n    environment: { name: release }\n    continue-on-error: true'),
    "container: { image: 'debian:12', options: ['--cpus 2'] }", 'timeoutMinutes: 90', "environment: 'release'", "allowedToFail: 'The original workflow goes on without it (continue-on-error of app).'"],
  ['the directory of the build', workflow(`${CHECKOUT}- run: make deps\n- run: make\n  working-directory: ./app\n${UPLOAD.replace('dist', 'app/dist')}`),
    "workingDirectory: 'app',", "prepare: [{ run: 'make deps', workingDirectory: '.' }],", "{ run: ['make'], artifacts: ['dist/*'] }"],
  ['a directory outside of which the artifacts lie', workflow(`${CHECKOUT}- run: make\n  working-directory: app\n${UPLOAD}`), "run: ['cd app', 'make'], artifacts: ['dist/*']"],
  ['repositories side by side', workflow(`- uses: actions/checkout@v4\n  with: { path: app }\n- uses: actions/checkout@v4\n  with: { repository: acme/lib, path: lib, ref: refs/heads/stable, token: "\${{ secrets.READ }}" }\n- uses: actions/checkout@v4\n  with: { repository: acme/core, path: core, token: "\${{ secrets.READ }}" }\n- run: make\n  working-directory: app\n${UPLOAD.replace('dist', 'app/dist')}`),
    "Repository.self({ path: 'app' }),\n    Repository.github('acme/lib', { ref: 'heads/stable', path: 'lib', credential: read }),\n    Repository.github('acme/core', { path: 'core', credential: read }),"],
  ['a repository inside of the main one', workflow(`${CHECKOUT}- uses: actions/checkout@v4\n  with: { repository: acme/lib, path: lib, ssh-key: "\${{ secrets.KEY }}" }\n- run: make\n${UPLOAD}`),
    "Repository.self({ path: '.' }),", "credential: Credential.deployKey({ secret: 'KEY' })"],
  ['a token of a GitHub App', workflow(`- uses: actions/create-github-app-token@v2\n  id: app\n  with: { app-id: "\${{ vars.APP }}", private-key: "\${{ secrets.KEY }}" }\n${CHECKOUT}- uses: actions/checkout@v4\n  with: { repository: acme/lib, path: lib, token: "\${{ steps.app.outputs.token }}" }\n- run: make\n${UPLOAD}`),
    "credential: Credential.githubApp({\n        clientId: { variable: 'APP' },\n        privateKey: { secret: 'KEY' },"],
  ['a secret of the build and one of another step', workflow(`${CHECKOUT}- run: ./login\n  env: { TOKEN: "\${{ secrets.LOGIN }}" }\n- run: make\n  env: { KEY: "\${{ secrets.LICENSE }}" }\n${UPLOAD}`),
    "prepare: [{ run: './login', env: { TOKEN: '${{ secrets.LOGIN }}' } }],", "secrets: [Secret.required({ secret: 'LICENSE', envName: 'KEY' })],", "secrets: [Secret.required({ secret: 'LOGIN' })],"],
  ['PowerShell is what it was on Windows', build('- run: $x = 1; ./setup.ps1 $x\n', '    runs-on: windows-2025'), "run: '$x = 1; ./setup.ps1 $x', shell: 'pwsh'"],
  ['an action at our pin, one at its own, and one by a tag', build("- uses: actions/cache/restore@v4\n  if: github.actor != 'bot'\n  with: { path: x, key: y }\n- uses: acme/sign@v1\n"),
    "uses: 'actions/cache/restore@27d5ce7f107fe9357f9df03efb73ab90386fccae'", "{ uses: 'acme/sign@v1' }"],
  ['a step id that an expression needs', build('- id: build\n  run: echo x=1 >> $GITHUB_OUTPUT\n- run: make x\n  env: { X: "${{ steps.build.outputs.x }}" }\n- run: ls\n  id: unused\n'),
    "{ id: 'own-build', run: 'echo x=1 >> $GITHUB_OUTPUT' }", "X: '${{ steps.own-build.outputs.x }}'", "{ run: 'ls' }"],
])('%s', (_, text, ...parts) => {
  const declaration = declarationOf(text);

  parts.forEach((part) => expect(declaration).toContain(part));
});

test.each<Row>([
  ['tags', "on: { push: { tags: ['v*', '!v0*'] } }", "tags: ['v*', '!v0*']"],
  ['tags that are ignored', "on: { push: { tags-ignore: ['test*'] } }", "tags: ['**', '!test*']"],
  ['branches, pull requests and a schedule', "on: { push: { tags: ['v*'], branches: [main] }, pull_request: {}, schedule: [{ cron: '17 4 * * 1' }] }",
    "rehearse: { pullRequests: true, branches: ['main'], schedule: '17 4 * * 1' },"],
])('%s start it', (_, top, part) => {
  expect(declarationOf(workflow(`${CHECKOUT}- run: make\n${UPLOAD}`, undefined, top))).toContain(part);
});

test('a job for tags alone is not rehearsed by what else starts the workflow, and its tags are those of its condition', () => {
  const text = workflow(`${CHECKOUT}- run: make\n${UPLOAD}`, "    runs-on: ubuntu-24.04\n    if: startsWith(github.ref, 'refs/tags/app-v')", 'on: [push, pull_request]');

  expect(declarationOf(text)).toContain("// decide: the original names no tags; these are those that its conditions speak of\n  tags: ['app-v*'],\n  platforms");
  expect(importOf(text).report).toContainEqual({ fate: 'left-out', line: 1, what: 'on: pull_request', became: 'nothing that builds runs for it' });
});

const TWO = `on: { push: { tags: ['v*'] } }
jobs:
  web:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
      - run: make web
      - uses: actions/upload-artifact@v4
        with: { name: web, path: web/dist }
  app:
    needs: web
    runs-on: macos-15
    steps:
      - uses: actions/checkout@v4
      - uses: actions/download-artifact@v4
        with: { name: web, path: web/dist }
      - run: make app
      - uses: actions/upload-artifact@v4
        with: { name: app, path: out/*.dmg }
`;

test('files go from one job to another', () => {
  expect(declarationOf(TWO)).toBe(`new TagBuild(project, 'build', {
  tags: ['v*'],
  jobs: [
    BuildJob.of('web', {
      platforms: [Platform.linuxX64({ run: ['make web'], artifacts: ['web/dist'] })],
      handedOn: true,
    }),
    BuildJob.of('app', {
      needs: [{ job: 'web', path: 'web/dist' }],
      platforms: [Platform.macosArm64({ run: ['make app'], artifacts: ['out/*.dmg'] })],
    }),
  ],
});`);
});

test('jobs for one platform each are platforms of one job, unless they need one another', () => {
  const apart = TWO.replace('    needs: web\n', '').replace(/ {6}- uses: actions\/download-artifact@v4\n.*\n/, '');

  expect(declarationOf(apart)).toContain("platforms: [\n    Platform.linuxX64({ run: ['make web'], artifacts: ['web/dist'] }),\n    Platform.macosArm64({ run: ['make app'], artifacts: ['out/*.dmg'] }),\n  ],");
});

test('what a job only finds out is found out where it is asked for', () => {
  const text = `on: { push: { tags: ['v*'] } }
jobs:
  version:
    runs-on: ubuntu-24.04
    outputs: { number: "\${{ steps.read.outputs.number }}" }
    steps:
      - id: read
        run: ./number.sh >> "$GITHUB_OUTPUT"
${workflow(`${CHECKOUT}- run: ./stamp "$N"\n  env: { N: "\${{ needs.version.outputs.number }}" }\n- run: make\n${UPLOAD}`, '    needs: version\n    runs-on: ubuntu-24.04').split('jobs:\n')[1]}`;

  expect(declarationOf(text)).toContain(`prepare: [
    { id: 'read', run: './number.sh >> "$GITHUB_OUTPUT"' },
    { run: './stamp "$N"', env: { N: '\${{ steps.read.outputs.number }}' } },
  ],`);
});

test('comments come along with what they explain', () => {
  const text = `# all of it\n${workflow(`${CHECKOUT}# the lock file decides\n- run: npm ci # not install\n# - run: old\n- run: make # the build\n${UPLOAD}`)}`;

  expect(declarationOf(text)).toContain(`prepare: [
    // the lock file decides
    // not install
    { run: 'npm ci' },
  ],
  platforms: [
    Platform.linuxX64({
      // - run: old
      // the build
      run: ['make'],`);
  expect(importOf(text).draft!.comments).toEqual(['all of it']);
});
