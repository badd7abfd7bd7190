import { CHECKOUT, declarationOf, importOf, UPLOAD, workflow } from './import-of';
import { imported } from '../workflows/imported';

/** Habits of workflows that are seen in public: what stands in one, and what must stand in the declaration. */
const TAGS = "on: { push: { tags: ['v*'] } }\njobs:\n";
const job = (id: string, top: string, steps: string) => `  ${id}:\n${top.replace(/^(?=.)/gm, '    ')}    steps:\n${steps.trimEnd().replace(/^(?=.)/gm, '      ')}\n`;
const LINUX = 'runs-on: ubuntu-24.04\n';

test('a release that is made before anything is built does not make what stands before it the build', () => {
  const text = workflow(`${CHECKOUT}- run: ./version-is-right\n- run: gh release create "$GITHUB_REF_NAME" --draft\n- run: make release\n- run: gh release upload "$GITHUB_REF_NAME" "$ASSET"\n`);

  expect(declarationOf(text)).toContain("run: ['make release']");
});

test('a job that publishes from a matrix is platforms, and no leg is lost', () => {
  const release = '- uses: actions/download-artifact@v4\n  with: { path: web }\n- run: make ${{ matrix.os }}\n- uses: softprops/action-gh-release@v2\n  with: { files: "out/*.zip" }\n';
  const text = `${TAGS}${job('web', LINUX, `${CHECKOUT}- run: make web\n${UPLOAD}`)}`
    + job('apps', 'needs: web\nruns-on: ${{ matrix.os }}\nstrategy: { matrix: { os: [windows-2025, macos-15] } }\n', `${CHECKOUT}${release}`);

  const declaration = declarationOf(text);

  expect(declaration).toContain("run: ['make windows-2025']");
  expect(declaration).toContain("run: ['make macos-15']");
});

test('of a condition that only a run can tell nobody says that a tag fulfils it', () => {
  const text = `${TAGS}${job('app', `${LINUX}if: "!github.event.repository.private"\n`, `${CHECKOUT}- run: make\n${UPLOAD}`)}`;

  expect(importOf(text).report.filter(({ what }) => what === 'app: if')).toEqual([
    { fate: 'left-out', line: 5, what: 'app: if', became: '!github.event.repository.private: it is known in the run only, so the job runs for each tag; put it at the steps that it is for' },
  ]);
});

test('jobs that check out more and less of one repository have the most of it', () => {
  const checkout = (inputs: string) => `- uses: actions/checkout@v4\n  with: { ${inputs} }\n`;
  const text = `${TAGS}${job('web', LINUX, `${checkout('submodules: true, sparse-checkout: web')}- run: make web\n${UPLOAD}`)}`
    + job('app', `needs: web\n${LINUX}`, `${checkout('fetch-depth: 0, submodules: recursive')}- uses: actions/download-artifact@v4\n  with: { name: app, path: web }\n- run: make\n${UPLOAD}`);

  expect(declarationOf(text)).toContain('repositories: [\n    Repository.self({ submodules: github.CheckoutSubmodules.RECURSIVE, fetchDepth: 0 }),\n  ],');
});

test('a secret that the build has in two variables is declared once', () => {
  const text = workflow(`${CHECKOUT}- run: make\n  env: { GITHUB_TOKEN: "\${{ secrets.BOT }}", GH_TOKEN: "\${{ secrets.BOT }}" }\n${UPLOAD}`);

  const declaration = declarationOf(text);

  expect(declaration).toContain("secrets: [Secret.required({ secret: 'BOT' })]");
  expect(declaration).toContain("run: ['export GITHUB_TOKEN=\"$BOT\"', 'export GH_TOKEN=\"$BOT\"', 'make']");
});

test('a secret of two follow-ups is declared once', () => {
  const winget = (name: string) => `- name: Tell winget of ${name}\n  uses: vedantmgoyal9/winget-releaser@v2\n  with: { identifier: ${name}, token: "\${{ secrets.WINGET }}" }\n`;

  expect(declarationOf(workflow(`${CHECKOUT}- run: make\n${UPLOAD}${winget('A.A')}${winget('A.B')}`)).match(/secrets: \[winget\]/g)).toHaveLength(2);
});

test('a variable that no shell reads is none of the platform', () => {
  const text = workflow(`${CHECKOUT}- run: make \${{ env.node-version }}\n${UPLOAD}`, `    ${LINUX}    env: { node-version: "22", MODE: fast }`);

  expect(declarationOf(text)).toContain("env: { MODE: 'fast' }, run: ['make 22']");
  expect(importOf(text).report).toContainEqual(expect.objectContaining({ fate: 'left-out', what: 'env node-version' }));
});

test('what is told of a container is told without its credentials', () => {
  const text = workflow(`${CHECKOUT}- run: make\n${UPLOAD}`, `    ${LINUX}    container: { image: acme/tools, credentials: { username: bot, password: "\${{ secrets.REGISTRY }}" } }`);

  expect(importOf(text).report).toContainEqual(expect.objectContaining({ fate: 'left-out', what: 'app: container: credentials' }));
});

test('a signature is looked for in what is left behind alone', () => {
  const signed = '  env: { CSC_LINK: "${{ secrets.LINK }}", CSC_KEY_PASSWORD: "${{ secrets.PASSWORD }}" }\n';
  const text = workflow(`${CHECKOUT}- run: npx electron-builder --publish never\n${signed}- uses: actions/upload-artifact@v4\n  with: { name: app, path: artifacts }\n- uses: softprops/action-gh-release@v2\n  with: { files: "artifacts/*.dmg" }\n`, '    runs-on: macos-15');

  expect(declarationOf(text)).not.toContain('Signing.');
});

test('what a certificate makes needless is no variable of its platform', () => {
  const env = '  env: { CSC_FOR_PULL_REQUEST: "true", CSC_LINK: "${{ secrets.LINK }}", CSC_KEY_PASSWORD: "${{ secrets.PASSWORD }}" }\n';

  expect(declarationOf(workflow(`${CHECKOUT}- run: npx electron-builder --publish never\n${env}${UPLOAD}`, '    runs-on: macos-15'))).not.toContain('CSC_FOR_PULL_REQUEST');
});

test('flags stay several words', () => {
  const text = workflow(`${CHECKOUT}- run: make \${{ vars.MAKE_FLAGS }} \${{ vars.TARGET }}\n${UPLOAD}`);

  expect(declarationOf(text)).toContain("run: ['make ${MAKE_FLAGS} \"${TARGET}\"']");
});

test('each leg of a matrix that comes behind the release is a target', () => {
  const text = `${TAGS}${job('app', LINUX, `${CHECKOUT}- run: make\n${UPLOAD}`)}`
    + job('try', `needs: app\n${LINUX}strategy: { matrix: { on: [debian, fedora] } }\n`, '- run: ./try ${{ matrix.on }}\n');

  const declaration = declarationOf(text);

  expect(declaration).toContain("PublishTarget.steps('try', {\n      steps: [{ run: './try debian' }]");
  expect(declaration).toContain("PublishTarget.steps('try-2', {\n      steps: [{ run: './try fedora' }]");
});

test('a job needs nothing of one that comes behind it, whatever their artifacts are called', () => {
  const again = `- uses: actions/download-artifact@v4\n  with: { name: app, path: dist }\n- run: make\n${UPLOAD}`;
  const text = `${TAGS}${job('app', LINUX, `${CHECKOUT}- run: make\n${UPLOAD}`)}${job('sign', `needs: app\n${LINUX}`, again)}${job('resign', `needs: sign\n${LINUX}`, again)}`;

  expect(declarationOf(text)).not.toContain("{ job: 'resign'");
});

test('of an action that publishes it is said that its owner can move it', () => {
  const text = `${TAGS}${job('app', LINUX, `${CHECKOUT}- run: make\n${UPLOAD}`)}${job('tell', `needs: app\n${LINUX}`, '- uses: acme/tell@v1\n')}`;

  expect(importOf(text).report.find(({ what }) => what === 'acme/tell@v1')?.became)
    .toBe('a step of PublishTarget.steps, which is given the verified files, by a tag that its owner can move: write the full SHA behind the @');
});

test('what waits for a job is told that it has succeeded, and a rehearsal has no inputs', () => {
  const text = `${TAGS}${job('app', LINUX, `${CHECKOUT}- run: make\n${UPLOAD}`)}`
    + job('tell', `needs: app\n${LINUX}`, "- run: ./tell ${{ needs.app.result }}\n- run: ./shout\n  if: github.event.inputs.loud == 'yes' || github.actor == 'bot'\n");

  expect(declarationOf(text)).toContain("{ run: './tell success' }");
  expect(declarationOf(text)).toContain('{ if: "\'\' == \'yes\' || github.actor == \'bot\'", run: \'./shout\' }');
  expect(importOf(text).report).toContainEqual(expect.objectContaining({ fate: 'left-out', what: 'needs.app.result' }));
});

test('what only fetches is not the build, even where nothing else can be', () => {
  const text = workflow(`${CHECKOUT}- run: dotnet restore\n- run: |\n    foreach ($rid in "win-x64") { dotnet publish -r $rid }\n${UPLOAD}`, '    runs-on: windows-2025');

  const declaration = declarationOf(text);

  expect(declaration).toContain("'dotnet restore'");
  expect(declaration).not.toContain("run: ['dotnet restore']");
});

test.each([
  ['${{ vars.MINUTES }}', 'left-out', '${{ vars.MINUTES }}: how many minutes these are is known in the run only; write timeoutMinutes'],
  ['12.5', 'left-out', '12.5: a declaration has whole minutes, so timeoutMinutes is the next one, 13'],
  ['${{ 5 }}', 'understood', 'timeoutMinutes'],
])('a time of %s is %s', (written, fate, became) => {
  const text = workflow(`${CHECKOUT}- run: make\n${UPLOAD}`, `    ${LINUX}    timeout-minutes: ${written}`);

  expect(importOf(text).report.find(({ what }) => what === 'app: timeout-minutes')).toEqual({ fate, line: 5, what: 'app: timeout-minutes', became });
});

test('a container is given no token and no secret, and it is said', () => {
  const env = 'MODE: fast, TOKEN: "${{ github.token }}", KEY: "a ${{ secrets.KEY }}"';
  const text = workflow(`${CHECKOUT}- run: make\n${UPLOAD}`, `    ${LINUX}    container: { image: acme/tools, env: { ${env} } }`);

  expect(declarationOf(text)).toContain("container: { image: 'acme/tools', env: { MODE: 'fast' } }");
  expect(importOf(text).report.filter(({ fate, what }) => fate === 'left-out' && /container/.test(what)).map(({ what }) => what))
    .toEqual(['app: container: env TOKEN', 'app: container: env KEY']);
});

test('steps that run beside each other come one after another', () => {
  const text = workflow(`${CHECKOUT}- parallel:\n    - run: ./one\n    - run: ./two\n- run: make\n${UPLOAD}`);

  expect(declarationOf(text)).toMatch(/'\.\/one'[^]*'\.\/two'[^]*'make'/);
  expect(importOf(text).report.filter(({ line }) => line > 6 && line < 10)).toEqual([
    { fate: 'left-out', line: 7, what: 'parallel', became: 'its steps run one after another' },
    { fate: 'passed-through', line: 8, what: './one', became: 'a step as it was' },
    { fate: 'passed-through', line: 9, what: './two', became: 'a step as it was' },
  ]);
});

test('what arrives where the sources lie is put there by a step', () => {
  const text = `${TAGS}${job('web', LINUX, `${CHECKOUT}- run: make web\n${UPLOAD}`)}`
    + job('app', `needs: web\n${LINUX}`, `${CHECKOUT}- uses: actions/download-artifact@v4\n- run: make\n- uses: actions/upload-artifact@v4\n  with: { name: all, path: out }\n`);

  expect(declarationOf(text)).toContain("needs: [{ job: 'web', path: 'needed/web' }]");
});

test('a variable that a step has in another spelling is none of the step', () => {
  const text = workflow(`${CHECKOUT}- run: make\n  env: { mode: slow }\n${UPLOAD}- run: ./tell "$MODE"\n  env: { MODE: other }\n`, `    ${LINUX}    env: { mode: fast }`);

  expect(declarationOf(text)).toContain("{ run: './tell \"$MODE\"', env: { MODE: 'other' } }");
});

test('what sets up a tool for a job that publishes is a step of it', () => {
  const node = '- uses: actions/setup-node@v4\n  with: { node-version: "22" }\n';
  const text = `${TAGS}${job('app', LINUX, `${CHECKOUT}- run: make\n${UPLOAD}`)}${job('tell', `needs: app\n${LINUX}`, `${node}- run: ./tell\n`)}`;

  expect(declarationOf(text)).toMatch(/uses: 'actions\/setup-node@[0-9a-f]{40}',\s+with: \{ 'node-version': '22' \},\s+\},\s+\{ run: '\.\/tell' \}/);
  expect(importOf(text).report.find(({ what }) => what === 'actions/setup-node@v4')?.fate).toBe('passed-through');
});

test('a job that asks what kind of release it is for is said to run for each tag', () => {
  const text = `on: { release: { types: [published] } }\njobs:\n${job('app', `${LINUX}if: "!github.event.release.prerelease"\n`, `${CHECKOUT}- run: make\n${UPLOAD}`)}`;

  expect(importOf(text).report.find(({ what }) => what === 'app: if')?.fate).toBe('left-out');
});

test('files of a release of which only the run knows are said', () => {
  const text = workflow(`${CHECKOUT}- run: make\n- uses: softprops/action-gh-release@v2\n  with: { files: "\${{ steps.pack.outputs.file }}" }\n`);

  expect(importOf(text).report.find(({ what }) => what.startsWith('files: '))).toMatchObject({ fate: 'left-out', line: 8 });
});

test('what `rustup target add` adds is added to the toolchain that is there', () => {
  const text = workflow(`${CHECKOUT}- uses: dtolnay/rust-toolchain@nightly\n  with: { components: rust-src }\n- run: rustup target add wasm32-wasip1\n- run: make\n${UPLOAD}`);

  expect(declarationOf(text)).toContain("setup: [Setup.rust('nightly', { targets: ['wasm32-wasip1'], components: ['rust-src'] })]");
  expect(importOf(text).report.filter(({ fate }) => fate === 'left-out')).toEqual([]);
});

test('two toolchains are not one', () => {
  const text = workflow(`${CHECKOUT}- uses: dtolnay/rust-toolchain@1.80.0\n- run: rustup toolchain install nightly\n- run: make\n${UPLOAD}`);

  expect(importOf(text).report).toContainEqual(expect.objectContaining({ fate: 'left-out', what: "Setup.rust('nightly')" }));
});

test('what an environment says besides its name is listed', () => {
  const text = workflow(`${CHECKOUT}- run: make\n${UPLOAD}`, `    ${LINUX}    environment: { name: live, url: "https://example.org" }`);

  expect(declarationOf(text)).toContain("environment: 'live'");
  expect(importOf(text).report).toContainEqual(expect.objectContaining({ fate: 'left-out', what: 'app: environment: url' }));
});

describe('what a job finds out for another one', () => {
  const told = (top: string) => `${TAGS}${job('told', `${top}outputs: { tag: "\${{ steps.v.outputs.tag }}" }\n`, '- id: v\n  run: echo "tag=$(cat version)" >> "$GITHUB_OUTPUT"\n')}`;
  const asking = (id: string, top: string) => job(id, `needs: told\n${top}`, `${CHECKOUT}- run: make "$TAG"\n  env: { TAG: "\${{ needs.told.outputs.tag }}" }\n${UPLOAD}`);

  test('is found out by the shell and in the place that it had', () => {
    const text = `${told(`${LINUX}defaults: { run: { working-directory: meta } }\n`)}${asking('app', 'runs-on: windows-2025\ndefaults: { run: { shell: pwsh, working-directory: app } }\n')}`;

    const step = /\{[^{}]*id: 'v'[^{}]*\}/.exec(declarationOf(text))![0];

    expect(step).toContain("workingDirectory: 'meta'");
    expect(step).not.toContain('shell');
  });

  test('is found out in PowerShell where it was', () => {
    expect(declarationOf(`${told('runs-on: windows-2025\n')}${asking('app', 'runs-on: windows-2025\n')}`)).toMatch(/\{[^{}]*id: 'v'[^{}]*shell: 'pwsh'/);
  });

  test('is not said to be found out where nobody asks who is left', () => {
    const text = `${told(LINUX)}${asking('never', `if: github.event_name == 'pull_request'\n${LINUX}`)}${job('app', `needs: told\n${LINUX}`, `${CHECKOUT}- run: make\n${UPLOAD}`)}`;

    expect(importOf(text).report.filter(({ what }) => /told/.test(what)).map(({ fate, what }) => `${fate} ${what}`))
      .toEqual(['left-out job told with 1 step', 'left-out app: needs told']);
  });
});

test('a word that goes on behind its quotes is one of PowerShell there', () => {
  const text = (command: string) => workflow(`${CHECKOUT}- run: ${command}\n- run: make\n${UPLOAD}`, '    runs-on: windows-2025');

  expect(declarationOf(text('ls "my tools"/run'))).toContain("shell: 'pwsh'");
  expect(declarationOf(text('ls tools/"my run" "b"'))).not.toContain('pwsh');
});

test('what the job that releases makes itself is listed, for no build leaves it', () => {
  const text = `${TAGS}${job('app', LINUX, `${CHECKOUT}- run: make\n${UPLOAD}`)}${job('release', `needs: app\n${LINUX}`,
    '- uses: actions/download-artifact@v4\n  with: { path: out }\n- run: ./describe > latest.json && sha256sum out/* > out/SHA256SUMS\n'
    + '- uses: softprops/action-gh-release@v2\n  with: { files: "out/*.zip\\nlatest.json\\nout/SHA256SUMS" }\n')}`;

  expect(importOf(text).report.filter(({ fate, what }) => fate === 'left-out' && /out|json/.test(what)).map(({ what, became }) => `${what}: ${became}`)).toEqual([
    'latest.json: no build leaves it, and the release has what builds leave: let a build make it',
    'out/SHA256SUMS: it is written beside the files of the release',
  ]);
});

describe('a step that only tries its command again', () => {
  const RETRY = (inputs: string, before = '') => `${before}- name: Package\n  uses: nick-fields/retry@v3\n  with: { ${inputs} }\n  env: { CSC_LINK: "\${{ secrets.CSC_LINK }}" }\n`;

  test('is the build, tried again, where it builds', () => {
    const { draft, report } = importOf(workflow(`${CHECKOUT}${RETRY('timeout_minutes: 30, max_attempts: 9, retry_wait_seconds: 20, command: npm run dist', '# notarization times out\n')}${UPLOAD}`));
    const declaration = declarationOf(workflow(`${CHECKOUT}${RETRY('timeout_minutes: 30, max_attempts: 9, retry_wait_seconds: 20, command: npm run dist', '# notarization times out\n')}${UPLOAD}`));

    expect(draft).toBeDefined();
    expect(declaration).toContain("run: ['npm run dist']");
    expect(declaration).toContain("retry: { reason: 'notarization times out', attempts: 5, pauseSeconds: 20 }");
    expect(declaration).not.toContain('nick-fields');
    expect(report.filter(({ what }) => what.includes('Package') || what.includes('nick-fields')).map(({ became }) => became))
      .toEqual(["what builds: run of the platforms, and { retry: { reason: 'notarization times out', attempts: 5, pauseSeconds: 20 } }"]);
    expect(report.find(({ what }) => what === 'timeout_minutes: 30')?.fate).toBe('left-out');
  });

  test('without a reason it says so, and a person writes it', () => {
    expect(declarationOf(workflow(`${CHECKOUT}${RETRY('timeout_minutes: 30, max_attempts: 3, command: make')}${UPLOAD}`)))
      .toContain("reason: 'The workflow before tried it again, and did not say why (Package).'");
  });

  test.each([
    ['that does not build', 'max_attempts: 3, timeout_minutes: 5, command: npm ci', '- run: npm run dist\n'],
    ['under conditions', 'max_attempts: 3, timeout_minutes: 5, command: make, retry_on: timeout', ''],
    ['with something in between', 'max_attempts: 3, timeout_minutes: 5, command: make, on_retry_command: make clean', ''],
    ['once', 'max_attempts: 1, timeout_minutes: 5, command: make', ''],
    ['as often as nobody knows', 'max_attempts: "${{ vars.N }}", timeout_minutes: 5, command: make', ''],
  ])('%s stays a step', (_, inputs, after) => {
    const declaration = declarationOf(workflow(`${CHECKOUT}${RETRY(inputs)}${after}${UPLOAD}`));
    expect(declaration).toContain("uses: 'nick-fields/retry@v3'");
    expect(declaration).not.toContain('retry: {');
  });
});

test('a step that only tries its command again is the same to a comparison, and one that does more is not', () => {
  const step = (more = '') => workflow(`${CHECKOUT}- name: Package\n  uses: nick-fields/retry@v3\n  with: { max_attempts: 3, timeout_minutes: 5, command: make app${more} }\n${UPLOAD}`);
  expect(imported({ name: 'app', text: step() }).silent).toEqual([]);
  expect(imported({ name: 'app', text: step() }).differences).toEqual([]);
  expect(imported({ name: 'app', text: step(', retry_on: timeout') }).projenrc).toContain('nick-fields/retry');
});
