import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { useFakeGitHub } from './examine';
import { model, modelFile, repository } from '../../render/models';
import { addRepository } from '../../support/fake-github-doctor';
import * as answers from '../../support/github-answers';
import { bundle } from '../../support/octokit';

const ROOT = join(__dirname, '..', '..', '..');
const github = useFakeGitHub();
let dir: string;

/** The command as it is shipped, a clone of acme/app, and programs that log how they are called. */
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'doctor-'));
  bundle(join(ROOT, 'src', 'cli.ts'), join(dir, 'package', 'bin', 'cli.js'));
  for (const part of ['assets', 'schema', 'package.json']) symlinkSync(join(ROOT, part), join(dir, 'package', part));
  for (const name of ['clone/.projen', 'programs']) mkdirSync(join(dir, name), { recursive: true });
  const built = model({ repositories: [repository({ name: 'acme/server', path: 'server' })] });
  writeFileSync(join(dir, 'clone/.projen/tag-builds.json'), JSON.stringify(modelFile(built)));
  program('git', 'echo git@127.0.0.1:acme/app.git');
  program('gh', 'echo gho_FromTheLoginOfGh');
});
afterAll(() => rmSync(dir, { recursive: true }));

function program(name: string, does: string): void {
  writeFileSync(join(dir, 'programs', name), `#!/bin/sh\necho "${name} $*" >>'${join(dir, 'calls')}'\n${does}\n`, { mode: 0o755 });
}

async function run(args: readonly string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const env = { PATH: join(dir, 'programs'), GITHUB_API_URL: github().apiUrl, GITHUB_SERVER_URL: github().serverUrl };
  const child = spawn(process.execPath, [join(dir, 'package', 'bin', 'cli.js'), 'doctor', ...args], { cwd: join(dir, 'clone'), env });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => said.stdout += chunk);
  child.stderr.on('data', (chunk) => said.stderr += chunk);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...said })));
}

test('the bundled command asks GitHub with the login of gh, which is in no argument', async () => {
  addRepository(github(), 'acme/server');
  const { code, stdout, stderr } = await run([]);

  expect(stderr).toBe('');
  expect(stdout).toMatch(/^acme\/app, asked of .* with the login of gh\n/);
  expect(stdout).toContain('  ✓ acme/server: public\n');
  expect(stdout).not.toContain('gho_FromTheLoginOfGh');
  expect(new Set(github().requests.map(({ token }) => token))).toEqual(new Set(['gho_FromTheLoginOfGh']));
  expect(readFileSync(join(dir, 'calls'), 'utf8').split('\n').sort()).toEqual(['', 'gh auth token', 'git remote get-url origin']);
  expect(code).toBe(1);
});

test('it ends in time, whatever hangs', async () => {
  github().on({}, answers.hang);
  const { code, stdout } = await run(['--timeout', '1']);

  expect(stdout).toContain('no answer within 1 second');
  expect(code).toBe(1);
});
