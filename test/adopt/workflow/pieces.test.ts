import { KnownValues } from '../../../src/adopt/workflow/known-values';
import { printReport } from '../../../src/adopt/workflow/print-report';
import { commandsOf, isNeutral } from '../../../src/adopt/workflow/raw-steps';
import { runnerWord } from '../../../src/adopt/workflow/runners';
import { withoutExpressions } from '../../../src/adopt/workflow/script-values';
import { engine } from '../../support/engine';

const step = { line: 1, comments: [], with: {}, env: {} };

test.each<[string, string | undefined, string, string, Record<string, string>]>([
  ['linux', undefined, 'echo ${{ github.ref_name }}', 'echo "${GITHUB_REF_NAME}"', {}],
  ['linux', undefined, 'echo "a ${{ github.sha }} b"', 'echo "a ${GITHUB_SHA} b"', {}],
  ['linux', undefined, "echo 'a ${{ github.sha }} b'", 'echo \'a \'"${GITHUB_SHA}"\' b\'', {}],
  ['linux', undefined, "echo '${{ github.sha }}'", 'echo "${GITHUB_SHA}"', {}],
  ['linux', 'bash', "# it's ${{ github.sha }}\necho ${{ vars.A }}", '# it\'s "${GITHUB_SHA}"\necho "${A}"', { A: '${{ vars.A }}' }],
  ['linux', undefined, 'x ${{ steps.v.outputs.tag }} ${{ steps.v.outputs.tag }}', 'x "${V_TAG}" "${V_TAG}"', { V_TAG: '${{ steps.v.outputs.tag }}' }],
  ['linux', undefined, 'x ${{ vars.a }} ${{ secrets.A }}', 'x "${A}" "${A_2}"', { A: '${{ vars.a }}', A_2: '${{ secrets.A }}' }],
  ['linux', undefined, 'x ${{ vars.PATH }}', 'x "${THE_PATH}"', { THE_PATH: '${{ vars.PATH }}' }],
  ['linux', undefined, 'x ${{ env.TAG }}', 'x "${TAG}"', {}],
  ['windows', undefined, 'x ${{ github.sha }} "a${{ github.sha }}b" \'a${{ github.sha }}\'', "x ${env:GITHUB_SHA} \"a${env:GITHUB_SHA}b\" 'a' + ${env:GITHUB_SHA} + ''", {}],
  ['windows', 'cmd', 'x ${{ github.sha }}', 'x %GITHUB_SHA%', {}],
  ['windows', 'bash', 'x ${{ github.sha }}', 'x "${GITHUB_SHA}"', {}],
  ['linux', 'python', "print('${{ github.sha }}')", "print('' + __import__(\"os\").environ[\"GITHUB_SHA\"] + '')", {}],
])('on %s, by %s: %s', (system, shell, run, without, env) => {
  expect(withoutExpressions({ ...step, run, shell }, system, {})).toMatchObject({ run: without, env });
});

test('a variable that the step has already stands for its expression', () => {
  expect(withoutExpressions({ ...step, run: 'x ${{ secrets.KEY }}', env: { MINE: '${{ secrets.KEY }}' } }, 'linux', {})).toMatchObject({ run: 'x "${MINE}"', env: {} });
});

const values = new KnownValues(engine, { matrix: { os: 'linux', arch: "it's", deep: { on: true } }, env: { MODE: 'fast' }, system: 'linux', arch: 'x64', repository: 'acme/app', needs: [], tag: 'v1.2.3' });

test.each([
  ['${{ matrix.os }}-${{ matrix.deep.on }}', 'linux-true'],
  ['${{ matrix.nothing }}', ''],
  ["${{ matrix.os == 'linux' && 'a' || 'b' }}", 'a'],
  ['${{ env.MODE }} ${{ env.OTHER }}', 'fast ${{ env.OTHER }}'],
  ['${{ github.repository }}', '${{ github.repository }}'],
  ["${{ format('{0}-{1}', matrix.arch, github.sha) }}", "${{ format('{0}-{1}', 'it''s', github.sha) }}"],
  ["${{ hashFiles('matrix.os') }}", "${{ hashFiles('matrix.os') }}"],
  ['${{ runner.os }} ${{ runner.arch }} ${{ runner.temp }}', 'Linux X64 ${{ runner.temp }}'],
  ['${{ inputs.channel }}', ''],
])('%s is %s', (text, known) => {
  expect(values.text(text)).toBe(known);
});

test.each([
  ["matrix.os == 'linux'", { runs: 'yes' }, { runs: 'yes' }],
  ["${{ runner.os == 'Windows' }}", { runs: 'no' }, { runs: 'no' }],
  ["startsWith(github.ref, 'refs/tags/')", { runs: 'unknown', if: "startsWith(github.ref, 'refs/tags/')" }, { runs: 'yes' }],
  ["github.event_name == 'pull_request'", { runs: 'unknown', if: "github.event_name == 'pull_request'" }, { runs: 'no' }],
  ['success()', { runs: 'yes' }, { runs: 'yes' }],
  ['failure()', { runs: 'unknown', if: 'failure()' }, { runs: 'unknown', if: 'failure()' }],
  ["always() && matrix.os == 'mac'", { runs: 'no' }, { runs: 'no' }],
  ["always() && matrix.os == 'linux'", { runs: 'unknown', if: "always() && 'linux' == 'linux'" }, { runs: 'unknown', if: "always() && 'linux' == 'linux'" }],
])('if: %s', (condition, anywhere, onTag) => {
  expect(values.condition(condition)).toEqual(anywhere);
  expect(values.conditionOnTag(condition)).toEqual(onTag);
});

test.each([
  [['ubuntu-latest'], 'linuxX64', undefined], [['ubuntu-20.04'], 'linuxX64', undefined], [['ubuntu-22.04'], 'linuxX64', ['ubuntu-22.04']], [['ubuntu-24.04-arm'], 'linuxArm64', undefined],
  [['windows-2019'], 'windowsX64', ['windows-2022']], [['macos-13'], 'macosX64', undefined], [['macos-14'], 'macosArm64', undefined], [['macos-latest-large'], 'macosX64', ['macos-15-large']],
  [['my-linux-16-cores'], 'linuxX64', ['my-linux-16-cores']], [['self-hosted'], 'of', ['self-hosted']], [['${{ vars.RUNNER }}'], 'linuxX64', undefined], [[], 'linuxX64', undefined],
])('a job on %j is Platform.%s', (labels, factory, runsOn) => {
  expect(runnerWord({ labels })).toMatchObject({ factory, ...runsOn && { runsOn } });
  expect('runsOn' in runnerWord({ labels })).toBe(runsOn !== undefined);
});

test.each([
  ['npm ci\nnpm run build', true], ['npm run build -- --dir "a b"', true], ['make && make install', true], ['$x = 1', false], ['echo hi', false], ['.\\build.ps1', false], ['./build.ps1', false],
  ['if (1) { ls }', false], ['Copy-Item a b', false], ['move a b', false], ['make > log', false], ['A=1 make', false],
])('%j is the same for bash and PowerShell: %s', (run, neutral) => {
  expect(isNeutral(run)).toBe(neutral);
});

test.each([
  ['npm ci\n\nnpm run build\n', ['npm ci', 'npm run build']],
  ['# first\nmake "a b"', ['make "a b"']],
  ['cd app\nmake', ['cd app\nmake']],
  ['if true; then\n  make\nfi', ['if true; then\n  make\nfi']],
  ['make a \\\n  b', ['make a \\\n  b']],
  ['cat <<X\ny\nX', ['cat <<X\ny\nX']],
])('%j are the commands %j', (run, commands) => {
  expect(commandsOf(run)).toEqual(commands);
});

test('a report groups what became of each part, and says how much there was', () => {
  expect(printReport([
    { fate: 'understood', line: 4, what: 'on: push: tags', became: "tags: ['v*']" },
    { fate: 'passed-through', line: 12, what: 'make\u001b[31m', became: 'a step as it was' },
    { fate: 'left-out', line: 120, what: 'cache', became: 'nothing\nis cached' },
  ], { before: 130, after: 20 })).toBe(`Understood
  ✓   4  on: push: tags  tags: ['v*']

Passed through: kept as steps, as they were
  →  12  make\\u001b[31m       a step as it was

Left out, and why
  – 120  cache           nothing is cached

1 understood, 1 passed through, 1 left out; 130 lines before, 20 now.`);
});

