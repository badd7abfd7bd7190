import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pinned } from '../../../src/github/pins';
import { legsOf } from '../../../src/model/jobs';
import type { Legs } from '../../../src/tasks/rehearse/machine';
import { emptyResults, keepResults } from '../../../src/tasks/rehearse/results';
import { standIns } from '../../../src/tasks/rehearse/stand-ins';
import { filesIn, write } from '../../cases/harness';
import { buildJob, model as makeModel, platform } from '../../render/models';

let dir: string;

beforeEach(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'artifacts-')));
  mkdirSync(join(dir, 'store'));
  standIns([pinned('actions/upload-artifact'), pinned('actions/download-artifact')], join(dir, 'actions'));
});

afterEach(() => rmSync(dir, { recursive: true }));

function act(action: 'upload' | 'download', inputs: Record<string, string>): void {
  const env = { PATH: process.env.PATH, ARTIFACTS_STORE: join(dir, 'store'), ...inputs };
  execFileSync('bash', [join(dir, 'actions', `${action}-artifact`, 'run.sh')], { cwd: join(dir, 'work'), env, stdio: 'pipe' });
}

function upload(name: string, ...patterns: string[]): void {
  act('upload', { ARTIFACT_NAME: name, ARTIFACTS: patterns.join('\n') });
}

function download(inputs: Record<string, string>): void {
  act('download', { ARTIFACT_NAME: '', PATTERN: '*', MERGE: '', DOWNLOAD_PATH: '.', ...inputs });
}

function paths(directory: string): string[] {
  return Object.keys(filesIn(join(dir, directory)));
}

describe('what is uploaded', () => {
  beforeEach(() => write(dir, { 'work/out/a/x': 'x', 'work/out/b/y': 'y', 'work/.hidden/list': 'list', 'work/.hidden/tar': 'tar', 'work/z': 'z' }));

  test.each([
    ['without what its patterns have in common', ['out/a/*', 'out/b/*'], ['a/x', 'b/y']],
    ['below a directory', ['out'], ['a/x', 'b/y']],
    ['one file', ['out/a/x'], ['x']],
    ['from the workspace where nothing is in common', ['out/a/*', 'z'], ['out/a/x', 'z']],
    ['named files of a hidden directory', ['.hidden/tar', '.hidden/list'], ['list', 'tar']],
    ['without what is left out', ['out/**', '!out/b/**'], ['a/x']],
  ])('arrives %s', (_, patterns, files) => {
    upload('app', ...patterns);
    download({ ARTIFACT_NAME: 'app', DOWNLOAD_PATH: 'arrived/here' });
    expect(paths('work/arrived/here')).toEqual(files);
  });

  test('arrives by a pattern, each in a directory of its own or merged', () => {
    upload('app-one', 'out/a/*');
    upload('app-two', 'out/b/*');
    upload('other', 'z');
    download({ PATTERN: 'app-*', DOWNLOAD_PATH: 'each' });
    download({ PATTERN: 'app-*', DOWNLOAD_PATH: 'merged', MERGE: 'true' });
    download({ DOWNLOAD_PATH: 'all' });
    expect(paths('work/each')).toEqual(['app-one/x', 'app-two/y']);
    expect(paths('work/merged')).toEqual(['x', 'y']);
    expect(paths('work/all')).toEqual(['app-one/x', 'app-two/y', 'other/z']);
  });

  test('what nobody has uploaded fails, and a pattern of nothing does not', () => {
    expect(() => download({ ARTIFACT_NAME: 'app' })).toThrow();
    download({ PATTERN: 'app-*', DOWNLOAD_PATH: 'none' });
  });
});

describe('results', () => {
  const { jobs } = makeModel({
    jobs: [
      buildJob({ id: 'web', declaredAt: 'jobs[0]', artifacts: 'handed-on', platforms: [platform({ artifactName: 'web' })] }),
      buildJob({ id: 'cli', declaredAt: 'jobs[1]', platforms: [platform({ artifactName: 'cli' })] }),
      buildJob({ platforms: [platform({ artifactName: 'app' })] }),
    ],
  });
  const legs = legsOf({ jobs }) as unknown as Legs;

  beforeEach(() => write(dir, { 'work/out/x': 'xx', 'tag-build-rehearsal/cli-linux-x64/old': '', 'tag-build-rehearsal/another/kept': '' }));

  test('lie in directories of their legs, what is handed on nowhere, and an own upload at the leg that was chosen', () => {
    write(dir, { 'work/.handed-on/files.tar': 'tar', 'work/coverage.txt': '100' });
    ['web-main-handed-on', 'cli-main-handed-on'].forEach((name) => upload(name, '.handed-on/files.tar'));
    ['cli-main', 'app-main'].forEach((name) => upload(name, 'out/*'));
    upload('coverage', 'coverage.txt');
    emptyResults(dir, legs);
    expect(keepResults(dir, join(dir, 'store'), legs, 'main')).toEqual([
      { path: 'tag-build-rehearsal/cli-linux-x64/out/x', bytes: 2 },
      { path: 'tag-build-rehearsal/linux-x64/coverage.txt', bytes: 3 },
      { path: 'tag-build-rehearsal/linux-x64/out/x', bytes: 2 },
    ]);
    expect(paths('tag-build-rehearsal')).toEqual(['.gitignore', 'another/kept', 'cli-linux-x64/out/x', 'linux-x64/coverage.txt', 'linux-x64/out/x']);
  });

  test('of a run that uploaded nothing there are none', () => {
    emptyResults(dir, legs);
    expect(keepResults(dir, join(dir, 'store'), legs, 'main')).toEqual([]);
  });

  test('are not put where a link leads', () => {
    rmSync(join(dir, 'tag-build-rehearsal'), { recursive: true });
    symlinkSync('work', join(dir, 'tag-build-rehearsal'));
    expect(() => emptyResults(dir, legs)).toThrow('tag-build-rehearsal is a symbolic link, and what is built is written into a directory: delete it');
    expect(paths('work')).toEqual(['out/x']);
  });
});
