import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MODEL_FILE } from '../../../src/model/model-file';
import { readIfThere } from '../../../src/outside/files';
import { loadScripts } from '../../../src/outside/scripts';
import { gatherTags } from '../../../src/tasks/plan/gather-tags';
import { chosenTag } from '../../../src/tasks/release/next-version';
import { engine } from '../../support/engine';
import { piped } from '../../support/piped';

const ROOT = join(__dirname, '..', '..', '..');

let home: string;

beforeEach(() => { home = mkdtempSync(join(tmpdir(), 'gather-')); });
afterEach(() => rmSync(home, { recursive: true }));

function git(cwd: string, ...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd, stdio: 'pipe' });
}

test('tags of the clone and of its remote count', async () => {
  const root = join(home, 'clone');
  for (const file of [MODEL_FILE, '.github/workflows/desktop-tag-build.yml']) cpSync(join(ROOT, file), join(root, file), { recursive: true });
  git(home, 'init', '--quiet', '--bare', 'remote');
  git(root, 'init', '--quiet');
  git(root, 'add', '.');
  git(root, 'commit', '--quiet', '--message', 'feat: something');
  git(root, 'remote', 'add', 'origin', join(home, 'remote'));
  git(root, 'tag', 'desktop-v1.3.0');
  git(root, 'push', '--quiet', 'origin', 'HEAD:refs/tags/desktop-v1.4.0');
  const context = {
    modelFile: JSON.parse(readFileSync(join(root, MODEL_FILE), 'utf8')),
    scripts: loadScripts(),
    root,
    env: process.env,
    read: (file: string) => readIfThere(join(root, file)),
    list: (directory: string) => readdirSync(join(root, directory)),
    ...piped(() => undefined),
  };
  const gather = async (remote: boolean, build?: string) => gatherTags(context, { build, remote }, async () => engine);
  const { facts, notes } = await gather(true);
  expect([facts.tags, facts.remoteTags, notes]).toEqual([['desktop-v1.3.0'], ['desktop-v1.4.0'], []]);
  expect(chosenTag('patch', facts)).toMatchObject({ tag: 'desktop-v1.4.1', builds: ['desktop-tag-build'] });
  expect(chosenTag('patch', (await gather(false)).facts)).toMatchObject({ tag: 'desktop-v1.3.1' });
  await expect(gather(false, 'desktop')).rejects.toThrow("there is no build 'desktop'");
  rmSync(join(home, 'remote'), { recursive: true });
  expect(await gather(true)).toMatchObject({ facts: { remoteTags: undefined }, notes: [expect.stringContaining("remote 'origin' could not be asked")] });
});
