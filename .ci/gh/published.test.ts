import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { runGh, VERSIONS } from './run-gh';
import { SCRIPT_FILE } from '../../projenrc/publish-script';
import { Deadline } from '../../src/outside/deadline';
import { GitHubClient } from '../../src/outside/github-client';
import type { AssemblePlan, ReleasePlan } from '../../src/publish/contract';
import { published } from '../../src/tasks/runs/published';
import { githubRelease, model as makeModel } from '../../test/render/models';
import { FakeReleaseGitHub } from '../../test/support/fake-github/fake-release-github';

/** What people do with a release that the publish script made, from the artifacts of a leg to a download. */

const run = promisify(execFile);

const ASSEMBLE: AssemblePlan = {
  build: 'app',
  assetName: '',
  checksums: true,
  manifest: true,
  legs: [{ job: 'build', platform: 'linux-x64', name: 'linux-x64', patterns: ['dist/*'], unneeded: [], root: 'dist', allowedToFail: '', signings: [] }],
  updaters: [],
  sbom: '',
  bundles: [],
  repositories: [{ id: 'app', name: '', ref: '' }],
  targets: [],
};

const RELEASE: ReleasePlan = {
  repository: '',
  title: 'App {version}',
  notes: { kind: 'text', path: '', text: 'Notes of {tag}', previousTag: '', configurationFile: '', commits: true, checksums: true },
  prerelease: 'auto',
  latest: 'auto',
  draftOnly: false,
  discussionCategory: '',
  immutable: true,
  replacePublicFiles: false,
  isUpdate: false,
  attested: false,
  tagFilters: ['+ ^v.*$'],
};

for (const version of VERSIONS) {
  void test(`gh, the ${version}: reads, downloads and verifies what the publish script made`, async () => {
    const github = await FakeReleaseGitHub.start();
    const dir = mkdtempSync(join(tmpdir(), 'published-'));
    try {
      const state = github.addRepository('acme/app', { immutableReleases: true });
      state.addTag('v1.0.0', { annotated: true });
      github.addToken('ghs_workflow', { kind: 'workflow', repositories: { 'acme/app': ['contents:write'] } });
      github.addToken('ghp_reader', { kind: 'classic', repositories: { 'acme/app': ['contents:read'] } });
      await publish(dir, github, state.head!);

      const gh = async (...args: readonly string[]) => runGh(version, { github, repository: 'acme/app', token: 'ghp_reader', dir }, ...args);
      assert.match(await gh('release', 'list'), /^App 1\.0\.0\tLatest\tv1\.0\.0\t/);
      const { name, isDraft, assets } = JSON.parse(await gh('release', 'view', 'v1.0.0', '--json', 'name,isDraft,assets'));
      const names = ['App-1.0.0.AppImage', 'SHA256SUMS', 'build-manifest.json', 'uber-app.deb'];
      assert.deepEqual([name, isDraft, ...assets.map((asset: { name: string }) => asset.name).sort()], ['App 1.0.0', false, ...names]);
      await gh('release', 'download', 'v1.0.0', '--dir', 'downloaded');
      const { stdout } = await run('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: join(dir, 'downloaded') });
      assert.deepEqual(stdout.trimEnd().split('\n').sort(), ['App-1.0.0.AppImage: OK', 'build-manifest.json: OK', 'uber-app.deb: OK']);
      const { url } = github;
      const client = new GitHubClient({ apiUrl: url, serverUrl: url, token: 'ghp_reader', deadline: new Deadline(30) });
      const model = makeModel({ id: 'app', publish: [githubRelease()] });
      const seen = await published({ github: client, repository: 'acme/app', npmUrl: url }, model, { tag: 'v1.0.0', version: '1.0.0', run: 7 });
      assert.deepEqual(seen.releases.map(({ comparedWith, differences }) => [comparedWith, differences]), [[['build-manifest.json', 'SHA256SUMS'], []]]);
    } finally {
      await github.close();
      rmSync(dir, { recursive: true });
    }
  });
}

/** The jobs `assemble` and `publish`. */
async function publish(dir: string, { url }: FakeReleaseGitHub, commit: string): Promise<void> {
  const leg = join(dir, 'legs', 'build', 'linux-x64');
  mkdirSync(leg, { recursive: true });
  writeFileSync(join(leg, 'App 1.0.0.AppImage'), 'an application');
  writeFileSync(join(leg, 'über app.deb'), 'a package');
  const env = {
    PATH: process.env.PATH,
    GITHUB_API_URL: url,
    GITHUB_SERVER_URL: 'http://github.localhost',
    GITHUB_REPOSITORY: 'acme/app',
    GITHUB_REF_NAME: 'v1.0.0',
    GITHUB_SHA: commit,
    GITHUB_RUN_ID: '7',
    GITHUB_RUN_ATTEMPT: '1',
    COMMITS: '',
    REAL: 'true',
    TAG: 'v1.0.0',
    NAME: 'v1.0.0',
    VERSION: '1.0.0',
    PRERELEASE: 'false',
    PLAN: JSON.stringify(ASSEMBLE),
    TARGET: JSON.stringify(RELEASE),
    TOKEN: 'ghs_workflow',
  };
  const script = join(__dirname, '..', '..', SCRIPT_FILE);
  for (const args of [['assemble'], ['release', 'draft'], ['release', 'publish']]) {
    const RECORD_SHA256 = args[0] === 'assemble' ? '' : createHash('sha256').update(readFileSync(join(dir, 'release', 'set.json'))).digest('hex');
    await run(process.execPath, [script, ...args], { cwd: dir, env: { ...env, RECORD_SHA256 } });
  }
}
