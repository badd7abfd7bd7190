import { execFileSync } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Model } from '../../../src/model/model';
import { PUBLISH_SCRIPT } from '../../../src/model/publish';
import { loadScripts, readScript } from '../../../src/outside/scripts';
import { ACT_VERSION } from '../../../src/tasks/rehearse/act';
import { rehearseArguments } from '../../../src/tasks/rehearse/arguments';
import { rehearseHere } from '../../../src/tasks/rehearse/local';
import { write } from '../../cases/harness';
import { githubRelease, model as makeModel, modelFile, platform } from '../../render/models';
import { outputOf } from '../../support/outputs';
import { piped } from '../../support/piped';

/** What the step sleeps, in seconds: no other process on the machine, not even another run of this test, sleeps as long. */
const NAP = `${1_000_000 + process.pid}`;

/** An act that keeps what it is given; the step that it runs has a session of its own, as the real one's have. */
const ACT = `#!/usr/bin/env bash
[ "$1" != --version ] || { echo "act version $ACT_IS"; exit; }
printf '%s\\n' "$@" >"$STATE/arguments"
env | sort >"$STATE/env"
while [ $# -gt 0 ]; do
  [[ $1 != ARTIFACTS_STORE=* || ! -d "$STATE/store" ]] || cp -R "$STATE/store/." "\${1#*=}"
  [ "$1" != --secret-file ] || { cp "$2" "$STATE/secrets"; ls -l "$2" | cut -c 1-10 >"$STATE/mode"; }
  shift
done
[ ! -e "$STATE/wait" ] || { node -e 'require("node:child_process").spawn("sleep", ["${NAP}"], { detached: true })
  .on("spawn", () => console.log(JSON.stringify({ msg: "waiting", raw_output: true })))'; }
`;

let dir: string;
let env: Record<string, string | undefined>;
let printed: string;
let signals: EventEmitter;
let said: (text: string) => void;
let model: Model;

beforeEach(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'rehearse-')));
  [printed, signals, said, model] = ['', new EventEmitter(), () => {}, makeModel()];
  write(dir, { 'bin/act': ACT, 'clone/a': 'a', 'state/x': '' });
  mkdirSync(join(dir, 'tmp'));
  chmodSync(join(dir, 'bin/act'), 0o755);
  env = {
    PATH: `${join(dir, 'bin')}:${process.env.PATH}`,
    HOME: dir,
    GIT_CONFIG_NOSYSTEM: '1',
    STATE: join(dir, 'state'),
    ACT_IS: ACT_VERSION,
    GH_TOKEN: 'gho_of_the_user',
    GITHUB_REPOSITORY: 'acme/app',
  };
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-q', '-m', 'a');
});

afterEach(() => rmSync(dir, { recursive: true }));

function git(...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: join(dir, 'clone'), env });
}

function state(name: string): string {
  return readFileSync(join(dir, 'state', name), 'utf8');
}

async function rehearse(...args: string[]): Promise<number> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = join(dir, 'tmp');
  try {
    return await rehearseHere(rehearseArguments(args), {
      modelFile: modelFile(model),
      scripts: loadScripts(),
      read: () => undefined,
      list: () => [],
      root: join(dir, 'clone'),
      env,
      ...piped((text) => {
        printed += text;
        said(text);
      }),
    }, { machine: { os: 'linux', arch: 'x64' }, signals });
  } finally {
    if (before === undefined) { delete process.env.TMPDIR; } else { process.env.TMPDIR = before; }
  }
}

const HOW = `Get act ${ACT_VERSION} or a newer one: "brew install act"`;

test.each([
  ['0.2.9', `act is 0.2.9, which is too old. ${HOW}`],
  ['dev', `act is of unknown version, which is too old. ${HOW}`],
])('act %s is refused', async (version, message) => {
  env = { ...env, ACT_IS: version };
  await expect(rehearse()).rejects.toThrow(message);
  expect(readdirSync(join(dir, 'tmp'))).toEqual([]);
});

test('without act there is none', async () => {
  env = { ...env, PATH: join(dir, 'nothing') };
  await expect(rehearse()).rejects.toThrow(`act, which runs workflows outside of GitHub, is not installed. ${HOW}`);
});

test('steps are told to install nothing for the whole machine', async () => {
  await rehearse();
  expect(state('arguments')).toContain('INSTALL_NOTHING=true');
});

test('the guard runs alone where no leg is for this machine', async () => {
  model = makeModel({ platforms: [platform({ name: 'windows-x64', runsOn: ['windows-2025'] })] });
  await expect(rehearse()).rejects.toThrow(/no platform for this machine[^]*runs on any machine: npx projen tag-build:rehearse --guard-only$/);
  expect(await rehearse('--guard-only')).toBe(0);
  const given = state('arguments').split('\n');
  expect(given.slice(0, 3)).toEqual(['workflow_dispatch', '--job', 'guard']);
  expect(given.filter((argument) => argument === '--matrix' || argument.startsWith('windows-'))).toEqual([]);
  expect(given).toContain('ubuntu-slim=-self-hosted');
  expect(printed).toMatch(/^The guard of \.github\/workflows\/installers\.yml, on this machine, by act\. Nothing is built\.\n/);
  expect(printed).not.toMatch(/artifacts? |Produced/);
  expect(existsSync(join(dir, 'clone/tag-build-rehearsal'))).toBe(false);
  printed = '';
  expect(await rehearse('--guard-only', '--json')).toBe(0);
  expect(outputOf('rehearse', printed)).toMatchObject({ where: 'here', outcome: 'success', guardOnly: true, legs: [], produced: [] });
});

test('a newer act will do', async () => {
  env = { ...env, ACT_IS: '0.10.0' };
  expect(await rehearse()).toBe(0);
});

test('the secrets and the user\'s token are in a file that only the user can read, and nowhere else', async () => {
  write(dir, { 'clone/.env.tag-build': 'SIGNING=certificate', 'clone/.gitignore': '.env.*' });
  await rehearse();
  expect(state('secrets')).toBe('SIGNING=certificate\nGITHUB_TOKEN=gho_of_the_user\n');
  expect(state('mode')).toBe('-rw-------\n');
  expect(state('env') + state('arguments') + printed).not.toMatch(/certificate|gho_of_the_user/);
  expect(printed).not.toContain('git would commit');
});

test('a file of secrets that git would commit is warned of', async () => {
  write(dir, { 'clone/own.env': 'SIGNING=certificate' });
  await rehearse('--secret-file', 'own.env');
  expect(state('secrets')).toContain('SIGNING=certificate\n');
  expect(printed).toContain('! git would commit own.env; add it to .gitignore\n');
});

test('what is fetched besides is said before it begins', async () => {
  model = makeModel({ dependencies: [{ kind: 'github', id: 'lib', declaredAt: 'dependencies[0]', name: 'acme/lib', credential: { kind: 'token', secret: 'LIB_TOKEN' } }] });
  await rehearse();
  expect(printed).toContain('  fetched besides   acme/lib\n');
});

test('a named file of secrets must be there', async () => {
  await expect(rehearse('--secret-file', 'x')).rejects.toThrow("there is no file 'x' to read secrets from; it holds a line NAME=value for each");
});

test('a clone of nothing on GitHub is refused', async () => {
  env = { ...env, GITHUB_REPOSITORY: '' };
  await expect(rehearse()).rejects.toThrow('remote origin is no repository on GitHub, so it is not known whose workflow this is; set GITHUB_REPOSITORY=owner/name');
});

test('git takes nothing of what is built into a commit, and nothing of the last rehearsal stays', async () => {
  write(dir, { 'clone/tag-build-rehearsal/linux-x64/old': '' });
  expect(await rehearse()).toBe(0);
  expect(existsSync(join(dir, 'clone/tag-build-rehearsal/linux-x64/old'))).toBe(false);
  expect(readFileSync(join(dir, 'clone/tag-build-rehearsal/.gitignore'), 'utf8')).toBe('*\n');
  expect(execFileSync('git', ['status', '--porcelain'], { cwd: join(dir, 'clone'), env, encoding: 'utf8' })).toBe('');
  expect(printed).toContain('No artifact was produced.\n');
});

describe('of what comes with a clone', () => {
  beforeEach(() => write(dir, { 'outside/linux-x64/kept': 'kept', 'outside/secret': 'TOKEN=outside', 'outside/gitignore': 'kept' }));

  /** @returns what lies outside afterwards */
  function outside(): string[] {
    return ['linux-x64/kept', 'gitignore'].map((file) => readFileSync(join(dir, 'outside', file), 'utf8'));
  }

  test('a link in the place of the output is not followed', async () => {
    symlinkSync('../outside', join(dir, 'clone/tag-build-rehearsal'));
    await expect(rehearse()).rejects.toThrow('tag-build-rehearsal is a symbolic link, and what is built is written into a directory: delete it');
    expect(outside()).toEqual(['kept', 'kept']);
  });

  test.each(['.gitignore', 'linux-x64'])('a link at tag-build-rehearsal/%s is replaced', async (name) => {
    mkdirSync(join(dir, 'clone/tag-build-rehearsal'));
    symlinkSync(name === '.gitignore' ? '../../outside/gitignore' : '../../outside/linux-x64', join(dir, 'clone/tag-build-rehearsal', name));
    expect(await rehearse()).toBe(0);
    expect(outside()).toEqual(['kept', 'kept']);
    expect(lstatSync(join(dir, 'clone/tag-build-rehearsal', name), { throwIfNoEntry: false })?.isSymbolicLink()).not.toBe(true);
  });

  test('a link to a file of secrets is not followed, unless it is named', async () => {
    symlinkSync('../outside/secret', join(dir, 'clone/.env.tag-build'));
    await expect(rehearse()).rejects.toThrow("'.env.tag-build' leads by a link to '../outside/secret', which lies outside the repository");
    await rehearse('--secret-file', '.env.tag-build');
    expect(state('secrets')).toContain('TOKEN=outside\n');
  });

  test('a committed workflow that is a link is not run', async () => {
    mkdirSync(join(dir, 'clone/.github/workflows'), { recursive: true });
    symlinkSync('/etc/passwd', join(dir, 'clone/.github/workflows/installers.yml'));
    git('add', '.');
    git('commit', '-qm', 'b');
    await expect(rehearse()).rejects.toThrow(/'\.github\/workflows\/installers\.yml' leads by a link to '[./]*etc\/passwd', which lies outside the repository/);
    expect(existsSync(join(dir, 'state/arguments'))).toBe(false);
  });
});

describe('of a build that publishes', () => {
  const uploaded = 'state/store/files/installers-linux-x64-main/dist';

  beforeEach(() => {
    model = makeModel({
      platforms: [platform(), platform({ name: 'macos-arm64', runsOn: ['macos-15'], artifactName: 'installers-macos-arm64' })],
      publish: [githubRelease({ repository: 'acme/releases', credential: { kind: 'token', secret: 'RELEASES' } })],
    });
    write(dir, {
      [`clone/${PUBLISH_SCRIPT}`]: readScript('tag-build-publish.mjs'),
      'state/store/roots/installers-linux-x64-main': 'dist',
      [`${uploaded}/My App.AppImage`]: 'app',
    });
    git('add', '.');
    git('commit', '-qm', 'b');
  });

  test('the set is made and listed, and what is not built here is named', async () => {
    expect(await rehearse()).toBe(0);
    expect(printed).toContain([
      '',
      'A tag would publish, of what was built here:',
      '  My-App.AppImage (3 bytes, built as My App.AppImage)',
      '  build-manifest.json',
      '  SHA256SUMS',
      'and what is not built here: macos-arm64',
      'as a GitHub release in acme/releases',
      '',
    ].join('\n'));
    expect(readdirSync(join(dir, 'tmp'))).toEqual([]);
  });

  test('--json: what came of it', async () => {
    expect(await rehearse('--json')).toBe(0);
    expect(outputOf('rehearse', printed)).toMatchObject({
      where: 'here', outcome: 'success', legs: ['linux-x64'], produced: [{ bytes: 3 }], published: { files: [{ name: 'My-App.AppImage', size: 3, originalName: 'My App.AppImage' }], problem: '' },
    });

    printed = '';
    write(dir, { [`${uploaded}/My App.AppImage`]: '' });
    expect(await rehearse('--json')).toBe(1);
    expect(outputOf('rehearse', printed)).toMatchObject({ outcome: 'failure', published: { files: [], problem: expect.stringContaining('A file is empty') } });
  });

  test('a leg that is signed has proven itself, and is not asked again', async () => {
    model = { ...model, jobs: model.jobs.map((job) => ({ ...job, platforms: job.platforms.map((one) => ({ ...one, signing: ['Updates'] })) })) };
    expect(await rehearse()).toBe(0);
    expect(printed).toContain('A tag would publish');
  });

  test('what cannot be published fails, with the words of the script', async () => {
    write(dir, { [`${uploaded}/My App.AppImage`]: '' });
    expect(await rehearse()).toBe(1);
    expect(printed).toContain("\n✗ What was built cannot be published:\n  A file is empty: 'My App.AppImage' of linux-x64 has 0 bytes");
    expect(printed).not.toContain('A tag would publish');
  });

  test('an SBOM is missed only where everything is built here', async () => {
    const publish = [githubRelease({ attest: true, sbom: '*.cdx.json' })];
    model = { ...model, publish };
    expect(await rehearse()).toBe(0);
    model = makeModel({ platforms: [platform()], publish });
    expect(await rehearse()).toBe(1);
    expect(printed).toContain("There is not one SBOM: '*.cdx.json' matches no file of the release");
  });

  test('the script that is committed is the one that counts', async () => {
    git('rm', '-q', PUBLISH_SCRIPT);
    git('commit', '-qm', 'c');
    expect(await rehearse()).toBe(1);
    expect(printed).toContain(`\n✗ What was built cannot be published:\n  the commit has no ${PUBLISH_SCRIPT}; run "npx projen" and commit what it writes\n`);
  });

  test('it is told of no token', async () => {
    write(dir, { [`clone/${PUBLISH_SCRIPT}`]: 'console.log(Object.entries(process.env).join("; ")); process.exit(1);' });
    git('commit', '-qam', 'c');
    await rehearse();
    expect(printed).toContain('NAME,main');
    expect(printed).not.toContain('gho_of_the_user');
  });
});

test('Ctrl-C leaves nothing running and nothing behind', async () => {
  write(dir, { 'state/wait': '' });
  let there = '';
  said = (text) => {
    if (text !== 'waiting\n') return;
    there = processes();
    signals.emit('SIGINT');
  };
  expect(await rehearse()).toBe(130);
  expect(there).toContain(`sleep ${NAP}`);
  expect(processes()).not.toContain(`sleep ${NAP}`);
  expect(readdirSync(join(dir, 'tmp'))).toEqual([]);
  expect(signals.listenerCount('SIGINT')).toBe(0);
});

test('an interruption before act begins ends act at once', async () => {
  write(dir, { 'state/wait': '' });
  said = (text) => { if (text.startsWith('The guard')) setImmediate(() => signals.emit('SIGTERM')); };
  expect(await rehearse()).toBe(130);
  expect(processes()).not.toContain(`sleep ${NAP}`);
});

function processes(): string {
  return execFileSync('ps', ['-A', '-o', 'args='], { encoding: 'utf8' });
}
