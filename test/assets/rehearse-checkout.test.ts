import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesIn, write } from '../cases/harness';
import { compose, runScript } from '../support/run-script';

let dir: string;

beforeEach(() => { dir = mkdtempSync(join(tmpdir(), 'checkout-')); });
afterEach(() => rmSync(dir, { recursive: true }));

const git = (cwd: string, ...args: string[]) => execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd, encoding: 'utf8' }).trim();

test.each<[string, string, string, string[]]>([
  ['everything', '', 'true', ['a/b/c', 'a/d', 'e/f', 'e/x', 'g']],
  ['directories, with the files beside and above them', 'a/b', 'true', ['a/b/c', 'a/d', 'g']],
  ['patterns alone', '/e\n!/e/x', 'false', ['e/f']],
])('it checks out %s', async (_what, sparse, cone, files) => {
  const clone = join(dir, 'clone');
  write(clone, Object.fromEntries(['a/b/c', 'a/d', 'e/f', 'e/x', 'g'].map((path) => [path, path])));
  git(clone, 'init', '--quiet');
  git(clone, 'add', '--all');
  git(clone, 'commit', '--quiet', '--message', 'all');
  const run = await runScript(compose('rehearseCheckout'), {
    GITHUB_WORKSPACE: join(dir, 'workspace'),
    GITHUB_SHA: git(clone, 'rev-parse', 'HEAD'),
    SELF_CLONE: clone,
    REPOSITORY: 'acme/app',
    REF: '',
    CHECKOUT_PATH: 'app',
    FETCH_DEPTH: '1',
    SPARSE: sparse,
    CONE: cone,
  });
  expect(run.code).toBe(0);
  expect(Object.keys(filesIn(join(dir, 'workspace', 'app'))).filter((path) => !path.startsWith('.git/'))).toEqual(files);
});
