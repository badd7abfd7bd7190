import { CHECKOUT, declarationOf, importOf, workflow } from './import-of';

const job = (id: string, runner: string, paths: string) => `  ${id}:\n    runs-on: ${runner}\n    steps:\n      - uses: actions/checkout@v4\n      - run: make ${id}\n      - uses: actions/upload-artifact@v4\n        with: { name: ${id}, path: "${paths}" }\n`;
const RELEASE = '  release:\n    needs: [setup, tool]\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/download-artifact@v4\n      - uses: softprops/action-gh-release@v2\n        with: { files: "**/*" }\n';
const jobs = (...all: readonly string[]) => `on: { push: { tags: ['v*'] } }\njobs:\n${all.join('')}${RELEASE}`;

test('an updater is for the platforms whose files can be updates', () => {
  const text = jobs(job('setup', 'windows-2025', 'out/*.exe\\nout/latest.yml'), job('tool', 'ubuntu-24.04', 'out/*.tar.gz'));

  expect(declarationOf(text)).toContain("Updater.electronBuilder({ platforms: ['windows-x64'] })");
  expect(importOf(text).report).toContainEqual({
    fate: 'left-out', line: 10, what: 'Updater.electronBuilder of linux-x64', became: 'its artifacts hold no file that installed apps could be updated by',
  });
});

test('or for all of them', () => {
  const text = jobs(job('setup', 'windows-2025', 'out/*.exe\\nout/latest.yml'), job('tool', 'ubuntu-24.04', 'out/*.AppImage\\nout/latest-linux.yml'));

  expect(declarationOf(text)).toContain('Updater.electronBuilder()');
});

test('where none can have it, there is none', () => {
  const text = jobs(job('setup', 'windows-2025', 'out/*.msi\\nout/latest.yml'), job('tool', 'ubuntu-24.04', 'out/*.tar.gz'));

  expect(declarationOf(text)).not.toContain('Updater');
  expect(importOf(text).report.filter(({ what }) => what.startsWith('Updater'))).toHaveLength(2);
});

test.each([
  ['an output of a step', '${{ steps.made.outputs.file }}'],
  ['a variable that a step sets', '${{ env.MADE }}'],
])('artifacts that are %s are said to be decided', (_, path) => {
  const text = workflow(`${CHECKOUT}- id: made\n  run: ./make >> "$GITHUB_OUTPUT"\n- run: make\n- uses: actions/upload-artifact@v4\n  with: { name: app, path: "${path}" }\n`);

  expect(declarationOf(text)).toContain("artifacts: ['dist/**']");
  expect(importOf(text).report).toContainEqual({
    fate: 'left-out',
    line: 10,
    what: `artifacts ${path}`,
    became: 'which files these are turns out in the run only: dist/** stands there, so name in `artifacts` what the build leaves',
  });
});

test('nor does it go unsaid that there are no files at all', () => {
  expect(importOf(workflow(`${CHECKOUT}- run: make\n`)).report).toContainEqual(expect.objectContaining({ fate: 'left-out', line: 3, what: 'artifacts of app' }));
});
