import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { main } from '../../src/cli';
import { filesOf, write } from '../cases/harness';
import * as patched from '../cases/kitchen-sink/declaration';
import * as two from '../cases/two-builds/declaration';
import { outputOf } from '../support/outputs';

const TWO_BUILDS = filesOf(two);
const [FIRST] = Object.keys(TWO_BUILDS).filter((path) => path.startsWith('.github/workflows/'));
const MODELS = '.projen/tag-builds.json';

interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command in a directory with these files and what was done to them. */
async function check(files: Record<string, string>, change: (dir: string) => void = () => {}, ...args: string[]): Promise<Ended> {
  const [stdout, stderr] = [process.stdout, process.stderr].map((stream) => jest.spyOn(stream, 'write').mockReturnValue(true));
  const dir = mkdtempSync(join(tmpdir(), 'check-'));
  try {
    write(dir, files);
    change(dir);
    const status = await main(['check', ...args], dir);
    return { status, stdout: stdout.mock.calls.join(''), stderr: stderr.mock.calls.join('') };
  } finally {
    rmSync(dir, { recursive: true });
    jest.restoreAllMocks();
  }
}

test('what was just synthesized is in sync, patches included', async () => {
  expect(await check(TWO_BUILDS)).toMatchObject({ status: 0, stdout: expect.stringMatching(/^✓ in sync: [\w-]+, [\w-]+\n$/), stderr: '' });
  expect(await check(filesOf(patched))).toMatchObject({ status: 0, stderr: '' });
});

test('a file without builds is in sync with nothing', async () => {
  const none = JSON.stringify({ ...JSON.parse(TWO_BUILDS[MODELS]), builds: [] });
  expect(await check({ [MODELS]: none })).toEqual({ status: 2, stdout: '', stderr: 'no tag build is declared\n' });
});

test('every file that differs is printed as a diff, with the command that mends it', async () => {
  const { status, stdout } = await check(TWO_BUILDS, (dir) => {
    writeFileSync(join(dir, FIRST), TWO_BUILDS[FIRST].replace('cancel-in-progress: false', 'cancel-in-progress: true'));
    rmSync(join(dir, 'README.md'));
  });

  expect(status).toBe(1);
  expect(stdout).toContain('-  cancel-in-progress: true\n+  cancel-in-progress: false\n');
  expect(stdout).toContain('--- README.md\tmissing\n+++ README.md\tas the model says\n');
  expect(stdout).toMatch(/out of sync: 2 files are not what the committed model says\.\nTo mend it, run "npx projen" and commit what it changes\.\n$/);
});

describe('a checkout with the line endings of Windows', () => {
  const inWindows = (dir: string) => Object.keys(TWO_BUILDS).filter((file) => file !== MODELS)
    .forEach((file) => writeFileSync(join(dir, file), TWO_BUILDS[file].replaceAll('\n', '\r\n')));

  test('is in sync', async () => {
    expect(await check(TWO_BUILDS, inWindows)).toMatchObject({ status: 0, stderr: '' });
  });

  test('shows only the lines that differ otherwise', async () => {
    const { status, stdout } = await check(TWO_BUILDS, (dir) => {
      inWindows(dir);
      writeFileSync(join(dir, FIRST), TWO_BUILDS[FIRST].replace('cancel-in-progress: false', 'cancel-in-progress: true').replaceAll('\n', '\r\n'));
    });

    expect(status).toBe(1);
    expect(stdout.match(/^[-+](?![-+]).*/gm)).toEqual(['-  cancel-in-progress: true', '+  cancel-in-progress: false']);
  });
});

describe('a script and its copy in the model that were changed together', () => {
  const PATCHED = filesOf(patched);
  const [WORKFLOW] = Object.keys(PATCHED).filter((path) => path.startsWith('.github/workflows/Kitchen'));
  const together = (files: Record<string, string>) => {
    const workflow = files[WORKFLOW].replace('[ "$wanted" = + ]', 'true');
    const models = JSON.parse(files[MODELS]);
    models.builds[0].workflow.push({ op: 'replace', path: '/jobs/guard/steps/0/run', value: parse(workflow).jobs.guard.steps[0].run });
    return { ...files, [WORKFLOW]: workflow, [MODELS]: JSON.stringify(models) };
  };

  test('are told from what the package ships', async () => {
    const { status, stdout } = await check(together(PATCHED));

    expect(status).toBe(1);
    expect(stdout).toBe(`✗ ${WORKFLOW}: jobs.guard.steps.guard.run: not what this package ships: guard.sh\n\n`
      + '✗ out of sync: 1 script is not what this package ships. '
      + "Undo that in the projenrc, or say there why it has to be: ignore: { 'script-changed': '<why>' }.\n"
      + 'Then run "npx projen" and commit what it changes.\n');
  });

  test('are accepted where the model says why', async () => {
    const files = together(PATCHED);
    const models = JSON.parse(files[MODELS]);
    models.builds[0].model.ignore['script-changed'] = 'we release branches too';
    expect(await check({ ...files, [MODELS]: JSON.stringify(models) })).toMatchObject({ status: 0 });
  });
});

test('what stands outside of the markers is the user\'s', async () => {
  const { status } = await check(TWO_BUILDS, (dir) => writeFileSync(join(dir, 'README.md'), `mine\r\n${TWO_BUILDS['README.md']}mine`));

  expect(status).toBe(0);
});

test.each(['README.md', FIRST, MODELS])('what a link at %s leads to outside is not read', async (file) => {
  const { status, stdout, stderr } = await check(TWO_BUILDS, (dir) => {
    rmSync(join(dir, file));
    symlinkSync('/etc/hosts', join(dir, file));
  });

  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(new RegExp(`'${file}' leads by a link to '[./]+etc/hosts', which lies outside the repository\\n`));
});

test('broken markers are out of sync, and said', async () => {
  const begin = /^<!-- tag-build:.*begin.*-->$/m;
  const { status, stdout, stderr } = await check(TWO_BUILDS, (dir) => writeFileSync(join(dir, 'README.md'), TWO_BUILDS['README.md'].replace(begin, '')));

  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  expect(stdout).toMatch(/^✗ README\.md, line \d+: the section ends here, but the comment where it begins is missing\. Mend the pair by hand, [^\n]*\n\n✗ out of sync: 1 file /);
});

test('a README of another encoding is not compared, since no synthesis would write it', async () => {
  const { status, stderr } = await check(TWO_BUILDS, (dir) => writeFileSync(join(dir, 'README.md'), Buffer.from(`caf\u00e9\n${TWO_BUILDS['README.md']}`, 'latin1')));

  expect(status).toBe(2);
  expect(stderr).toMatch(/README\.md is not UTF-8: save it as UTF-8\.\n$/);
});

test.each([
  ['no models', undefined, /^\.projen\/tag-builds\.json cannot be read: .*\nRun "npx projen" in the repository's root/],
  ['malformed models', '{', /^\.projen\/tag-builds\.json cannot be read: /],
  ['models of another version', '{ "version": 9, "writtenBy": "7.0.0" }', /^\.projen\/tag-builds\.json is not what this command reads: version is 9, and not 6\.\nIt was written by projen-tag-build 7\.0\.0, and this is 0\.0\.0\.\nRun "npx projen" /],
])('%s: exit code 2 and what to do', async (_, text, message) => {
  const { status, stderr } = await check(TWO_BUILDS, (dir) => {
    rmSync(join(dir, MODELS));
    if (text !== undefined) { writeFileSync(join(dir, MODELS), text); }
  });

  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(message) });
});

test('--json: one document', async () => {
  const sync = await check(TWO_BUILDS, () => {}, '--json');
  expect(outputOf('check', sync.stdout)).toMatchObject({ inSync: true, differences: [] });
  expect(sync).toMatchObject({ status: 0, stderr: '' });

  const { status, stdout } = await check(TWO_BUILDS, (dir) => rmSync(join(dir, FIRST)), '--json');
  expect(status).toBe(1);
  expect(outputOf('check', stdout)).toMatchObject({ inSync: false, differences: [{ path: FIRST, diff: expect.stringContaining(`--- ${FIRST}\tmissing\n`), problem: '' }] });

  expect(await check({}, () => {}, '--json')).toMatchObject({ status: 2, stdout: '' });
});
