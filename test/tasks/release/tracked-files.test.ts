import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gitIn } from '../../../src/outside/git';
import { trackedFiles } from '../../../src/tasks/release/tracked-files';

test('files are known by name, whatever it is; links and what is not added are not', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'tracked-'));
  try {
    const git = (...args: string[]) => execFileSync('git', args, { cwd: dir, stdio: 'pipe' });
    git('init', '--quiet');
    mkdirSync(join(dir, 'a b'));
    for (const name of ['package.json', 'a b/ä\t".json', 'unknown.json']) writeFileSync(join(dir, name), '{}');
    symlinkSync('/etc/hosts', join(dir, 'Cargo.toml'));
    git('add', 'package.json', 'a b', 'Cargo.toml');
    git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},module`);
    const marked = async (...args: string[]) => {
      if (args.length) git('update-index', ...args, 'package.json');
      return trackedFiles(gitIn({ root: dir, env: process.env }));
    };
    const other = { path: 'a b/ä\t".json', mark: undefined };
    expect(await marked()).toEqual([other, { path: 'package.json', mark: undefined }]);
    expect(await marked('--assume-unchanged')).toEqual([other, { path: 'package.json', mark: 'assume-unchanged' }]);
    expect(await marked('--skip-worktree')).toEqual([other, { path: 'package.json', mark: 'skip-worktree' }]);
    expect(await marked('--no-assume-unchanged')).toEqual([other, { path: 'package.json', mark: 'skip-worktree' }]);
  } finally {
    rmSync(dir, { recursive: true });
  }
});
