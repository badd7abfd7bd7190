import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose, runScript } from '../support/run-script';

const TOLD = { SMOKE_TEST_SECONDS: '20', SMOKE_TEST_LEG: 'linux-x64', SMOKE_TEST_DOC_URL: 'https://example.org/doc' };

async function start(commands: string, env: Record<string, string> = {}, cwd?: string) {
  return runScript(`${compose('smokeTest')}${commands}`, { ...TOLD, ...env }, { cwd });
}

test('an app that starts and ends well passes, and what it prints is in the log', async () => {
  expect(await start('echo 1.2.3\necho trouble >&2')).toMatchObject({ code: 0, stdout: '1.2.3\ntrouble\n', annotations: [], leftovers: [] });
});

test('one that fails is an error of its own, with the leg, the command and its last lines', async () => {
  const { code, stdout, annotations, summary, leftovers } = await start('for n in 1 2 3 4 5 6; do echo "line $n"; done\nsh -c "exit 127"\necho behind');
  expect(code).toBe(127);
  expect(stdout).toContain('line 1\nline 2\n');
  expect(stdout).not.toContain('behind\n');
  expect(annotations).toEqual([{
    level: 'error',
    title: 'A smoke test failed',
    text: "On linux-x64 'for n in 1 2 3 4 5 6; do echo \"line $n\"; done sh -c \"exit 127\" echo behind' ended with exit code 127. Its last lines: line 2 | line 3 | line 4 | line 5 | line 6. See https://example.org/doc#a-smoke-test-failed",
  }]);
  expect(summary).toContain('A smoke test failed');
  expect(leftovers).toEqual([]);
});

test('one that prints without end is ended before it fills the disk', async () => {
  const { code, stdout, annotations, leftovers } = await start('yes');
  expect(code).toBe(1);
  expect(stdout.length).toBeLessThan(10_100_000);
  expect(annotations[0].text).toMatch(/^On linux-x64 'yes' printed more than 10 MB\. Its last lines: y \|/);
  expect(leftovers).toEqual([]);
}, 30_000);

test('one that does not end is ended in time, with all that it has started', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'smoke-'));
  const begin = Date.now();
  const { code, annotations } = await start('(sleep 4; touch late) &\nsleep 60', { SMOKE_TEST_SECONDS: '1' }, cwd);
  expect(code).toBe(1);
  expect(Date.now() - begin).toBeLessThan(10_000);
  expect(annotations[0].text).toMatch(/^On linux-x64 '.*' did not end within 1 seconds, and printed nothing\./);
  await new Promise((resolve) => setTimeout(resolve, 4500));
  expect(existsSync(join(cwd, 'late'))).toBe(false);
  rmSync(cwd, { recursive: true });
}, 30_000);

test('an exit code of its own that means the same to others is told as it is', async () => {
  expect((await start('exit 124')).annotations[0].text).toContain('ended with exit code 124');
});

test('the app sees nothing of ours, has no terminal to read from, and the locale that was given', async () => {
  expect((await start('env | grep ^SMOKE || echo "none, ${LC_ALL-unset}"; cat; echo read')).stdout).toBe('none, unset\nread\n');
});

test('what it prints is no message of ours', async () => {
  const { annotations } = await start('printf "%%0A\\033[31m::error::a\\rb\\n"; exit 1');
  expect(annotations).toHaveLength(1);
  expect(annotations[0].text).toContain('Its last lines: %0A [31m::error::a | b.');
});

test.each([
  ['no end of line', 'printf torn', 'torn'],
  ['empty lines', 'printf "a\\r\\n\\r\\n\\nb\\n\\n\\n\\n\\n\\n\\n"', 'a | b'],
  ['one of 9 MB in front', 'head -c 9000000 /dev/zero | tr "\\000" x; echo; echo last', 'last'],
])('its last lines are found: %s', async (_, prints, lines) => {
  const { annotations, stderr } = await start(`${prints}; exit 1`);
  expect(annotations.map(({ text }) => text)).toEqual([expect.stringContaining(` ended with exit code 1. Its last lines: ${lines}. See `)]);
  expect(stderr).toBe('');
}, 20_000);

test('a secret that it prints is whole where GitHub masks it, and nowhere else', async () => {
  const env = { FOUND: `ghp_${'s'.repeat(36)}` };
  const { annotations, summary } = await start(`echo ${'x'.repeat(180)}$FOUND; exit 1`, env);
  expect(annotations[0].text).toContain(env.FOUND);
  expect(summary).toMatch(/- \*\*error: A smoke test failed\.\*\* On linux-x64 '.*' ended with exit code 1\. \[/);
  const cut = await start(`printf '%s\\n' "$FOUND" ${'y'.repeat(1980)}; exit 1`, env);
  expect(cut.annotations[0].text).toMatch(/Its last lines: y+\./);
});
