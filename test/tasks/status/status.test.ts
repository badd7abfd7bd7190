import { join } from 'node:path';
import { FAILED, GOOD, publishing, StatusScene, withTokens } from './scene';
import { model } from '../../render/models';
import { jobsOfBuild } from '../../support/fake-github/scripted-run';
import { json } from '../../support/github-answers';
import { expectGolden } from '../../support/golden';
import { loadBundledOctokit } from '../../support/octokit';
import { outputOf } from '../../support/outputs';

jest.mock('../../../src/outside/load-octokit', () => ({ loadOctokit: async () => loadBundledOctokit() }));

const scene = new StatusScene();

function golden(name: string): void {
  expectGolden(join(__dirname, 'goldens', `${name}.txt`), scene.screen);
}

describe('one screen', () => {
  const WIDTHS = [60, 80, 100];

  test('the first time, where nothing is there yet', async () => {
    scene.declare(publishing());
    expect(await scene.ask({ width: 60 })).toBe(0);
    golden('first-60');
  });

  test('all is well', async () => {
    scene.declare(publishing());
    scene.release('v1.2.0');
    scene.repository.addRelease({ tag: 'v1.2.0', draft: false });
    for (const width of WIDTHS) {
      expect(await scene.ask({ width })).toBe(0);
      golden(`well-${width}`);
      expect(scene.screen.split('\n').filter((line) => line.length > width)).toEqual([]);
    }
  });

  test('a build of all kinds, of which much is behind, takes a screen all the same', async () => {
    scene.declare(withTokens());
    const releases = scene.github.addRepository('acme/releases');
    scene.github.addRepository('acme/server');
    const expires = new Date(Date.now() + 13.5 * 24 * 3600_000).toISOString();
    scene.github.addToken('github_pat_read', { kind: 'fine-grained', repositories: { 'acme/server': ['contents:read'] }, expires });
    scene.repository.secrets.set('CI_READ_TOKEN', new Date().toISOString()).set('RELEASES_TOKEN', new Date().toISOString());
    scene.release('v1.1.0');
    scene.release('v1.2.0', FAILED);
    scene.release('v1.3.0', jobsOfBuild(['linux-x64'], { Guard: { waits: 0, lasts: 0 } }));
    releases.addRelease({ tag: 'v1.1.0', draft: false });
    scene.actions.tags.get('actions/checkout')!.set('v99.0.0', 'a'.repeat(40));
    scene.git('commit', '-q', '--allow-empty', '-m', 'a');
    for (const width of WIDTHS) {
      expect(await scene.ask({ width, env: { CI_READ_TOKEN: 'github_pat_read' } })).toBe(1);
      golden(`behind-${width}`);
      expect(scene.screen.split('\n').filter((line) => line.length > width)).toEqual([]);
      if (width === 80) expect(scene.screen.split('\n').length).toBeLessThanOrEqual(25);
    }
  });

  test('two builds, or one of them', async () => {
    const other = model({
      id: 'server', title: 'Server', tags: ['server-*'], workflowPath: '.github/workflows/server.yml', setupDoc: { path: 'docs/server.md', sections: [], drop: [], troubleshooting: [] },
    });
    scene.declare(publishing(), other);
    scene.release('v1.2.0');
    scene.release('server-2.0.0', GOOD, 'server.yml');
    expect(await scene.ask()).toBe(1);
    golden('two-builds');
    expect(await scene.ask({ args: ['--build', 'server'] })).toBe(0);
    expect(scene.screen).not.toContain('(installers)');
    await expect(scene.ask({ args: ['--build', 'serve'] })).rejects.toThrow("there is no build 'serve'. Did you mean 'server'?");
  });
});

test('without credentials', async () => {
  scene.declare(publishing());
  scene.release('v1.0.0');
  expect(await scene.ask({ env: { GH_TOKEN: '', PATH: scene.git('--exec-path') } })).toBe(3);
  golden('no-credentials');
});

test('names of others are text', async () => {
  scene.declare(publishing());
  scene.release('v1.0.0');
  const [{ id }] = scene.repository.runs;
  const run = { id, event: 'push', head_branch: 'v1.0.0-\u001b[2J::error::\u202eab', status: 'completed', conclusion: 'failure\u001b[31m', html_url: 'https://x\u0007', updated_at: 'never' };
  scene.github.inject({ path: '/runs?', times: 9 }, { answer: json(200, { workflow_runs: [run] }) });
  const releases = [null, { draft: false, tag_name: 'v1.0.0', html_url: {}, published_at: [] }, { draft: false, tag_name: { a: 1 } }];
  scene.github.inject({ path: '/releases', times: 9 }, { answer: json(200, releases) });
  expect(await scene.ask({ args: ['--json'] })).toBe(1);
  expect(scene.printed).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  const { builds: [{ lines }] } = JSON.parse(scene.printed);
  expect(lines.slice(1, 3).map(({ part, state, text }: Record<string, string>) => [part, state, text])).toEqual([
    ['run', 'bad', 'v1.0.0-[2J::error::ab: failure[31m; "npx projen tag-build:why" says why; GitHub shows no run of v1.0.0'],
    ['public', 'good', 'v1.0.0'],
  ]);
});

test('as JSON', async () => {
  scene.declare(publishing());
  scene.release('v1.2.0');
  scene.repository.addRelease({ tag: 'v1.2.0', draft: false });
  await scene.ask({ args: ['--json'] });
  const told = (part: string, state: string, facts: unknown, text: unknown = expect.any(String)) => ({ part, state, subject: '', text, url: expect.any(String), facts });
  expect(outputOf('status', scene.screen)).toEqual({
    version: 1,
    repository: 'acme/app',
    api: 'https://github.example',
    credentials: 'the token in GH_TOKEN',
    summary: { found: 0, unknown: 0, warning: 0 },
    builds: [{
      id: 'installers',
      title: 'Installers',
      workflow: '.github/workflows/installers.yml',
      lines: [
        told('tag', 'good', { name: 'v1.2.0', commit: expect.stringMatching(/^[0-9a-f]+$/), date: expect.any(String), here: true, remote: true }),
        told('run', 'good', expect.objectContaining({ ref: 'v1.2.0', conclusion: 'success', attempt: 1 })),
        told('public', 'good', expect.objectContaining({ kind: 'github-release', repository: 'acme/app', tag: 'v1.2.0', newestTag: 'v1.2.0', draft: false })),
        told('next', 'waiting', { tags: ['v1.2.1', 'v1.3.0', 'v2.0.0', 'v1.2.1-rc.1'] }),
      ],
    }],
    clone: [
      told('files', 'good', { inSync: true }, 'in sync with the committed model'),
      told('pushed', 'good', { branch: 'main', changed: 0, ahead: 0, behind: false, tags: [] }, 'main is as origin has it'),
      told('pins', 'good', { all: 3, behind: [], wrong: [], unknown: [] }, 'all 3 are up to date'),
    ],
  });
});
