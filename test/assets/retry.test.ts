import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose, runScript } from '../support/run-script';

const TOLD = { RETRY_ATTEMPTS: '3', RETRY_SECONDS: '0', RETRY_REASON: 'The time stamp server is often away.', RETRY_LEG: 'macos-arm64', RETRY_DOC_URL: 'https://example.org/doc' };

let cwd: string;
beforeEach(() => { cwd = mkdtempSync(join(tmpdir(), 'retry-')); });
afterEach(() => rmSync(cwd, { recursive: true }));

/** Commands that succeed at their n-th attempt. */
function succeedsAt(attempt: number): string {
  return `echo x >>tries\necho "attempt $(wc -l <tries | tr -d ' ')"\n[ "$(wc -l <tries)" -ge ${attempt} ] || exit 7\necho built`;
}

async function build(commands: string, env: Record<string, string> = {}) {
  return runScript(`${compose('retry')}\n${commands}\n`, { ...TOLD, ...env }, { cwd });
}

test('commands that succeed run once, and nothing is said', async () => {
  expect(await build(succeedsAt(1))).toMatchObject({ code: 0, stdout: 'attempt 1\nbuilt\n', stderr: '', annotations: [], leftovers: [] });
});

test('commands that fail run again, and each failure is a warning with the leg and the reason', async () => {
  const { code, stdout, annotations, summary, leftovers } = await build(succeedsAt(3));
  expect(code).toBe(0);
  expect(stdout.match(/^attempt \d|^built/gm)).toEqual(['attempt 1', 'attempt 2', 'attempt 3', 'built']);
  expect(annotations).toEqual([1, 2].map((attempt) => ({
    level: 'warning',
    title: 'A build failed and is tried again',
    text: `Attempt ${attempt} of 3 on macos-arm64 ended with exit code 7. The next one begins in 0 seconds. Why it is tried again: The time stamp server is often away. See https://example.org/doc#a-build-failed-and-is-tried-again`,
  })));
  expect(summary).toContain('A build failed and is tried again');
  expect(leftovers).toEqual([]);
});

test('the last attempt ends the step, with its exit code', async () => {
  const { code, stdout, annotations } = await build(succeedsAt(9));
  expect({ code, tries: stdout.match(/^attempt \d/gm)?.length, warnings: annotations.length }).toEqual({ code: 7, tries: 3, warnings: 2 });
});

test('there is a pause between two', async () => {
  const begin = Date.now();
  await build(succeedsAt(2), { RETRY_SECONDS: '1' });
  expect(Date.now() - begin).toBeGreaterThanOrEqual(1000);
});

test('the commands run as the runner runs them: until one fails, in the locale that was given, and see nothing of ours', async () => {
  expect((await build('false | cat\necho behind')).stdout).not.toContain('behind');
  expect((await build('env | grep ^RETRY || echo "none, ${LC_ALL-unset}"')).stdout).toBe('none, unset\n');
  expect((await build('echo "${LC_ALL-unset}"', { LC_ALL: 'C.UTF-8' })).stdout).toBe('C.UTF-8\n');
});

test('a reason is text, whatever is in it', async () => {
  const { annotations } = await build(succeedsAt(9), { RETRY_ATTEMPTS: '2', RETRY_REASON: '$(touch pwned) %0A\n::error::x `y`' });
  expect(annotations.map(({ text }) => text)).toEqual([expect.stringContaining('Why it is tried again: $(touch pwned) %0A ::error::x `y` See')]);
  expect(existsSync(join(cwd, 'pwned'))).toBe(false);
});

test('what is prepared for signing is there at each attempt, and what follows runs once', async () => {
  writeFileSync(join(cwd, 'tries'), '');
  const env = { ...TOLD, OPTIONAL_SECRETS: 'ABSENT', ABSENT: '', KEY: Buffer.from('key').toString('base64'), SIGNING_FILES: 'KEY KEY base64 app.key', SIGNING_DOC_URL: 'https://example.org/doc' };
  const run = await runScript(`${compose('retriedImport')}\ncat "$KEY" >>keys\necho "\${ABSENT-unset}" >>keys\n${succeedsAt(2)}\ncat keys\n`, env, { cwd });
  expect(run).toMatchObject({ code: 0, stdout: expect.stringMatching(/built\nkeyunset\nkeyunset\n$/), leftovers: [] });
});
