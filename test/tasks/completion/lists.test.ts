import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../../src/cli';
import { MODEL_FILE } from '../../../src/model/model-file';
import { buildJob, model, modelFile, platform } from '../../render/models';

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lists-'));
  mkdirSync(join(dir, '.projen'));
});
afterEach(() => rmSync(dir, { recursive: true }));

async function list(name: string): Promise<{ code: number; stdout: string; stderr: string }> {
  const [stdout, stderr] = [process.stdout, process.stderr].map((stream) => jest.spyOn(stream, 'write').mockReturnValue(true));
  try {
    const code = await main(['completion', '--list', name], dir);
    return { code, stdout: stdout.mock.calls.join(''), stderr: stderr.mock.calls.join('') };
  } finally {
    jest.restoreAllMocks();
  }
}

function declared(text: string): void {
  writeFileSync(join(dir, MODEL_FILE), text);
}

function git(...args: string[]): void {
  execFileSync('git', ['-C', dir, '-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args]);
}

test('builds and their legs, each once', async () => {
  const jobs = [buildJob({ id: 'web' }), buildJob({ id: 'app', platforms: [platform({ name: 'macos-arm64' })] })];
  declared(JSON.stringify(modelFile(model({ id: 'desktop', jobs }), model({ id: 'cli' }), model({ id: 'tool' }))));

  expect(await list('builds')).toEqual({ code: 0, stdout: 'desktop\ncli\ntool\n', stderr: '' });
  expect(await list('platforms')).toEqual({ code: 0, stdout: 'web/linux-x64\napp/macos-arm64\nlinux-x64\n', stderr: '' });
});

test('tags and branches, but for what a terminal would obey', async () => {
  git('init', '-q', '-b', 'main');
  git('commit', '-q', '--allow-empty', '-m', 'a');
  git('branch', 'feature/new');
  for (const tag of ['v1.0.0', 'desktop/v2', '$(id)', 'v\u202e1', 'v\u009b1']) git('update-ref', `refs/tags/${tag}`, 'HEAD');

  expect(await list('tags')).toEqual({ code: 0, stdout: '$(id)\ndesktop/v2\nv1.0.0\n', stderr: '' });
  expect(await list('branches')).toEqual({ code: 0, stdout: 'feature/new\nmain\n', stderr: '' });
});

test.each([['no models', undefined], ['no JSON', '{'], ['another version', '{ "version": 0 }'], ['hostile ids', JSON.stringify(modelFile(model({ id: '$(id)' })))]])('nothing where there are %s', async (_, text) => {
  if (text !== undefined) declared(text);
  for (const name of ['builds', 'platforms', 'tags', 'branches']) {
    expect(await list(name)).toEqual({ code: 0, stdout: '', stderr: '' });
  }
});

test.each([
  [[], 'a shell is missing: bash, zsh and fish are known\n'],
  [['bsh'], "'bsh' is no shell that is known. Did you mean 'bash'?\n"],
  [['--list', 'tag'], "--list is 'tag'. Did you mean 'tags'?\n"],
  [['bash', '--list=tags'], '--list takes no shell beside it\n'],
])('%j is a mistake', async (args, message) => {
  const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(await main(['completion', ...args], dir)).toBe(64);
  expect(stderr.mock.calls.join('')).toContain(message);
  stderr.mockRestore();
});
