import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { type GhRun, runGh, VERSIONS } from './run-gh';
import { FakeReleaseGitHub } from '../../test/support/fake-github/fake-release-github';
import type { Repository } from '../../test/support/fake-github/repository';
import { type JobScript, jobsOfBuild } from '../../test/support/fake-github/scripted-run';

/** What our own texts tell people to do with runs, done by gh; and what it reads shows that the fake answers as GitHub does. */

type Gh = (...args: readonly string[]) => Promise<string>;

function withGh(name: string, happen: (gh: Gh, state: Repository, run: GhRun) => Promise<void>): void {
  for (const version of VERSIONS) {
    void test(`gh, the ${version}: ${name}`, async () => {
      const github = await FakeReleaseGitHub.start();
      const dir = mkdtempSync(join(tmpdir(), 'gh-runs-'));
      try {
        const state = github.addRepository('acme/app', { private: true });
        state.addWorkflow('desktop.yml');
        github.addToken('classic', { kind: 'classic', repositories: { 'acme/app': ['contents:read', 'actions:write', 'checks:read'] } });
        const run = { github, repository: 'acme/app', token: 'classic', dir };
        await happen(async (...args) => runGh(version, run, ...args), state, run);
      } finally {
        await github.close();
        rmSync(dir, { recursive: true });
      }
    });
  }
}

function start(state: Repository, jobs: readonly JobScript[], again: readonly JobScript[] = jobs) {
  state.script('desktop.yml', { attempts: [jobs, again], hiddenFor: 0 });
  return state.startRun('desktop.yml', 'push', 'v1.0.0', state.head!);
}

const GUARD = { conclusion: 'failure' as const, annotations: [{ level: 'failure' as const, title: 'Secret', message: 'Secret A is not set' }], log: ['##[error]Secret A is not set'] };

withGh('watches a run to its end, and says how it ended', async (gh, state) => {
  const { id } = start(state, jobsOfBuild(['linux-x64']));
  assert.match(await gh('run', 'watch', String(id), '--interval', '1', '--exit-status'), /✓ Publish/);
  const { status, conclusion, jobs } = JSON.parse(await gh('run', 'view', String(id), '--json', 'status,conclusion,jobs'));
  assert.deepEqual([status, conclusion, jobs.map(({ name }: { name: string }) => name)], ['completed', 'success', ['Guard', 'Build linux-x64', 'Assemble', 'Publish']]);
});

withGh('shows what failed, its annotations and its log, and runs it again', async (gh, state, { github }) => {
  const run = start(state, jobsOfBuild(['linux-x64'], { Guard: GUARD }), jobsOfBuild(['linux-x64']));
  await gh('run', 'watch', String(run.id), '--interval', '1');
  assert.match(await gh('run', 'view', String(run.id)), /Secret A is not set/);
  const list = JSON.parse(await gh('run', 'list', '--workflow', 'desktop.yml', '--branch', 'v1.0.0', '--json', 'databaseId,conclusion,headSha,event'));
  assert.deepEqual(list, [{ databaseId: run.id, conclusion: 'failure', headSha: state.head, event: 'push' }]);
  const [guard] = JSON.parse(await gh('run', 'view', String(run.id), '--json', 'jobs')).jobs;
  assert.match(await gh('api', `repos/acme/app/actions/jobs/${guard.databaseId}/logs`), /Secret A is not set/);
  assert.equal(github.log.at(-1)!.part, 'blobs');
  await gh('run', 'rerun', String(run.id), '--failed');
  assert.equal(run.last.number, 2);
});

withGh('cancels a run', async (gh, state) => {
  const run = start(state, jobsOfBuild(['linux-x64'], { Guard: { waits: Infinity } }));
  await gh('run', 'cancel', String(run.id));
  assert.equal(JSON.parse(await gh('run', 'view', String(run.id), '--json', 'conclusion')).conclusion, 'cancelled');
});
