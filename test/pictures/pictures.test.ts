import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { summaryPicture } from './summary-picture';
import { terminalPicture } from './terminal-picture';
import { FakeGitHub } from '../support/fake-github';
import * as answers from '../support/github-answers';
import { expectGolden } from '../support/golden';
import { bundle } from '../support/octokit';
import { inTerminal } from '../support/pty';
import { runScript } from '../support/run-script';

const ROOT = join(__dirname, '..', '..');
const PICTURES = join(ROOT, 'docs', 'pictures');
const COLUMNS = 96;

let dir: string;
let home: Record<string, string | undefined>;

beforeAll(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'pictures-')));
  const { PATH } = process.env;
  home = { PATH, HOME: dir, TERM: 'xterm-256color', GIT_CONFIG_NOSYSTEM: '1' };
});

afterAll(() => rmSync(dir, { recursive: true }));

/** The command as it is shipped. */
function program(): string[] {
  const file = join(dir, 'package', 'bin', 'cli.js');
  bundle(join(ROOT, 'src', 'cli.ts'), file);
  for (const part of ['assets', 'schema', 'package.json']) symlinkSync(join(ROOT, part), join(dir, 'package', part));
  return [process.execPath, file];
}

test('plan, in a clone of an example whose version was not raised', async () => {
  const clone = join(dir, 'atlas');
  cpSync(join(ROOT, 'examples', 'four-repositories', 'atlas'), clone, { recursive: true });
  for (const args of [['init', '-q', '-b', 'main'], ['add', '-A'], ['commit', '-q', '-m', 'feat: atlas']]) {
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: clone, env: home });
  }
  const { code, seen } = await inTerminal([...program(), 'plan', 'v1.2.3'], { cwd: clone, env: home, columns: COLUMNS });
  expect(code).toBe(1);
  expectGolden(join(PICTURES, 'plan.svg'), terminalPicture({
    command: 'npx projen-tag-build plan v1.2.3',
    description: 'In a terminal: what the tag would start, job by job, and what speaks against it.',
    seen,
    columns: COLUMNS,
  }));
});

const SHAS = ['4b825dc642cb6eb9a060e54bf8d69288fbee4904', '9daeafb9864cf43055ae93beb0afd6c7d144bfa4', 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391'];
const SERVER = 'https://github.com';

test('the summary of a guard whose token does not see a repository', async () => {
  const github = await FakeGitHub.start();
  github.on({ path: /^\/repos\/acme\/atlas-engine\// }, answers.commit(SHAS[1]));
  github.on({ path: /^\/repos\/acme\/atlas-theme\// }, answers.commit(SHAS[2]));
  github.on({ path: /\/contents\/theme\.ref/ }, { status: 200, body: readFileSync(join(ROOT, 'examples/four-repositories/atlas/theme.ref')) });
  github.on({ path: /\/contents\/package\.json/ }, { status: 200, body: '{"version": "1.2.3"}' });
  try {
    const { code, summary } = await runScript(...guardOf('four-repositories/atlas', 'archives', github));
    expect(code).toBe(1);
    // GitHub's address is the one thing that a script on loopback cannot have
    const shown = summary.replaceAll(github.serverUrl, SERVER);
    expectGolden(join(PICTURES, 'guard.svg'), summaryPicture(
      'Atlas archives · v1.2.3 · Guard summary',
      'The summary of a run on GitHub: the guard failed, which commits were found, and what the token lacks, with the cure.',
      shown,
    ));
  } finally {
    await github.stop();
  }
});

/** The guard's script as an example's workflow has it, and its environment as GitHub fills it for a pushed tag. */
function guardOf(example: string, workflow: string, github: FakeGitHub): [string, Record<string, string>] {
  const { jobs } = parse(readFileSync(join(ROOT, 'examples', example, '.github', 'workflows', `${workflow}.yml`), 'utf8'));
  const { run, env } = jobs.guard.steps.find(({ id }: { id?: string }) => id === 'guard');
  return [run, {
    ...env,
    GITHUB_API_URL: github.apiUrl,
    GITHUB_SERVER_URL: github.serverUrl,
    GITHUB_REPOSITORY: 'acme/atlas',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_REF: 'refs/tags/v1.2.3',
    GITHUB_REF_NAME: 'v1.2.3',
    GITHUB_REF_TYPE: 'tag',
    GITHUB_SHA: SHAS[0],
    SET_ATLAS_DATA_TOKEN: 'true',
    TOKEN_ATLAS_DATA_TOKEN: 'github_pat_5rXq0TestTokenOfNobody',
    WORKFLOW_TOKEN: 'ghs_1_workflow',
    DOC_URL: `${SERVER}/acme/atlas/blob/${SHAS[0]}/docs/archives.md`,
  }];
}
