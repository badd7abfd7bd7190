import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { type GhRun, runGh, type Version, VERSIONS } from './run-gh';
import { FakeReleaseGitHub } from '../../test/support/fake-github/fake-release-github';
import type { Repository } from '../../test/support/fake-github/repository';
import { message } from '../../test/support/github-answers';

interface Scene extends GhRun {
  readonly gh: (...args: readonly string[]) => Promise<string>;
  /** The repository that gh asks for. */
  readonly state: Repository;
}

const RELEASE = { tag: 'v1.0.0', title: 'One', notes: 'Notes', assets: [{ name: 'app.zip', bytes: 'hello' }, { name: 'SHA256SUMS', bytes: 'sums' }] };
const DIGEST = 'sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824';

/** A test with each version of gh, in a directory with the files a b.zip and c.zip. */
function withGh(name: string, happen: (scene: Scene) => Promise<void>, versions: readonly Version[] = VERSIONS): void {
  for (const version of versions) {
    void test(`gh, the ${version}: ${name}`, async () => {
      const github = await FakeReleaseGitHub.start();
      const dir = mkdtempSync(join(tmpdir(), 'gh-'));
      try {
        const state = github.addRepository('acme/app', { immutableReleases: true });
        github.addToken('token', { kind: 'classic', repositories: { 'acme/app': ['contents:write', 'actions:write'] } });
        for (const file of ['a b.zip', 'c.zip']) { writeFileSync(join(dir, file), 'hello'); }
        const run = { github, repository: 'acme/app', token: 'token', dir };
        await happen({ ...run, state, gh: (...args) => runGh(version, run, ...args) });
      } finally {
        await github.close();
        rmSync(dir, { recursive: true });
      }
    });
  }
}

const release = ({ tag, draft, assets }: Repository['releases'][number]) => [tag, draft, ...assets.map(({ name, digest }) => `${name} ${digest}`)];

withGh('lists, views and downloads a public release', async ({ gh, state, dir }) => {
  state.addTag('v1.0.0');
  state.addRelease({ ...RELEASE, draft: false });
  state.addRelease({ tag: 'v2.0.0-rc.1', draft: false, prerelease: true });
  const list = (await gh('release', 'list')).trimEnd().split('\n').map((line) => line.split('\t').slice(0, 3));
  assert.deepEqual(list, [['v2.0.0-rc.1', 'Pre-release', 'v2.0.0-rc.1'], ['One', 'Latest', 'v1.0.0']]);
  const { assets, ...fields } = JSON.parse(await gh('release', 'view', 'v1.0.0', '--json', 'tagName,name,body,isDraft,isPrerelease,assets'));
  assert.deepEqual(fields, { tagName: 'v1.0.0', name: 'One', body: 'Notes', isDraft: false, isPrerelease: false });
  assert.deepEqual(assets.map(({ name, size, state: is }: any) => [name, size, is]), [['app.zip', 5, 'uploaded'], ['SHA256SUMS', 4, 'uploaded']]);
  await gh('release', 'download', 'v1.0.0', '--dir', 'out');
  assert.equal(readFileSync(join(dir, 'out', 'app.zip'), 'utf8'), 'hello');
  assert.equal(await gh('release', 'view', '--json', 'tagName', '--jq', '.tagName'), 'v1.0.0\n');
});

withGh('finds a draft by its tag, which the API alone does not', async ({ gh, state }) => {
  state.addRelease(RELEASE);
  assert.match(await gh('release', 'view', 'v1.0.0'), /^draft:\ttrue$/m);
  assert.match(await gh('release', 'list'), /^One\tDraft\tv1\.0\.0\t/);
  await assert.rejects(gh('api', 'repos/acme/app/releases/tags/v1.0.0'), { stderr: 'gh: Not Found (HTTP 404)\n' });
});

withGh('creates a release with files: a draft, uploads, and public without the tag being said again', async ({ gh, state, github }) => {
  await gh('release', 'create', 'v1.0.0', 'a b.zip', 'c.zip', '--notes', 'Notes', '--latest');
  const [made] = state.releases;
  assert.deepEqual([made.tag, made.draft, made.immutable], ['v1.0.0', false, true]);
  assert.deepEqual(made.assets.map(({ name, digest }) => `${name} ${digest}`).sort(), [`a.b.zip ${DIGEST}`, `c.zip ${DIGEST}`]);
  const { draft, tag_name: tag } = github.log.find(({ method }) => method === 'PATCH')!.body as Record<string, unknown>;
  assert.deepEqual([draft, tag], [false, undefined]);
  assert.equal(state.commitOf('refs/tags/v1.0.0'), state.head);
});

withGh('makes another draft each time, and edits and publishes one', async ({ gh, state }) => {
  await gh('release', 'create', 'v1.0.0', '--draft', '--notes', 'Notes');
  await gh('release', 'create', 'v1.0.0', '--draft', '--notes', 'Notes');
  assert.deepEqual(state.releases.map(release), [['v1.0.0', true], ['v1.0.0', true]]);
  await gh('release', 'edit', 'v1.0.0', '--title', 'One');
  await gh('release', 'edit', 'v1.0.0', '--draft=false');
  assert.deepEqual(state.releases.map(release).filter(([, draft]) => !draft), [['v1.0.0', false]]);
  await assert.rejects(gh('release', 'create', 'v1.0.0', '--notes', 'Notes'), { stderr: /Release\.tag_name already exists/ });
});

withGh('uploads, and loses the old file where a new one fails', async ({ gh, state, github }) => {
  state.addRelease({ tag: 'v1.0.0', assets: [{ name: 'c.zip', bytes: 'old' }] });
  await assert.rejects(gh('release', 'upload', 'v1.0.0', 'c.zip'), { stderr: /asset under the same name already exists: \[c\.zip\]/ });
  github.inject({ method: 'POST', path: 'assets?' }, { answer: message(403, 'You have exceeded a secondary rate limit.') });
  await assert.rejects(gh('release', 'upload', 'v1.0.0', 'c.zip', '--clobber'), { stderr: /secondary rate limit/ });
  assert.deepEqual(state.releases.map(release), [['v1.0.0', true]]);
  await gh('release', 'upload', 'v1.0.0', 'c.zip');
  assert.deepEqual(state.releases.map(release), [['v1.0.0', true, `c.zip ${DIGEST}`]]);
});

withGh('is blocked by what a failed upload left, after it has tried again', async ({ gh, state, github }) => {
  state.addRelease({ tag: 'v1.0.0' });
  github.inject({ method: 'POST', path: 'assets?' }, { answer: message(500, 'Error creating asset temp dir'), effect: 'starter' });
  await assert.rejects(gh('release', 'upload', 'v1.0.0', 'c.zip'), { stderr: /ReleaseAsset\.name already exists/ });
  assert.deepEqual(state.releases.map(release), [['v1.0.0', true, 'c.zip null']]);
});

withGh('is told what an immutable release refuses, and that a tag is burnt', async ({ gh, state }) => {
  await gh('release', 'create', 'v1.0.0', '--notes', 'Notes');
  await assert.rejects(gh('release', 'upload', 'v1.0.0', 'c.zip'), { stderr: /Cannot upload assets to an immutable release\./ });
  await gh('release', 'delete', 'v1.0.0', '--yes', '--cleanup-tag');
  assert.equal(state.refs.has('refs/tags/v1.0.0'), false);
  await assert.rejects(gh('release', 'create', 'v1.0.0', '--notes', 'Notes'), { stderr: /tag_name was used by an immutable release/ });
});

withGh('lists all pages of what it asks for', async ({ gh, state }) => {
  for (let count = 0; count < 130; count++) { state.addRelease({ tag: `v${count}` }); }
  assert.equal((await gh('release', 'list', '--limit', '200')).trimEnd().split('\n').length, 130);
  assert.equal((await gh('api', '--paginate', 'repos/acme/app/releases?per_page=50', '--jq', '.[].tag_name')).trimEnd().split('\n').length, 130);
});

withGh('sends a body of its own through the API', async ({ gh, state, dir }) => {
  const draft = state.addRelease({ tag: 'v1.0.0' });
  writeFileSync(join(dir, 'body.json'), JSON.stringify({ tag_name: 'v1.0.0', name: 'Another' }));
  await gh('api', '--method', 'PATCH', `repos/acme/app/releases/${draft.id}`, '--input', 'body.json');
  assert.deepEqual([draft.tag, draft.title], ['v1.0.0', 'Another']);
});

withGh('starts a workflow', async ({ gh, state }) => {
  state.addWorkflow('deploy.yml', { inputs: { tag: { required: true } } });
  await gh('workflow', 'run', 'deploy.yml', '--ref', 'main', '--raw-field', 'tag=v1.0.0');
  assert.deepEqual(state.events, [{ event: 'workflow_dispatch', workflow: 'deploy.yml', ref: 'main', inputs: { tag: 'v1.0.0' }, startsWorkflows: true }]);
});

withGh('knows of immutable releases and of sums', async ({ gh, state }) => {
  state.addRelease({ ...RELEASE, draft: false, immutable: true });
  const { isImmutable, assets } = JSON.parse(await gh('release', 'view', 'v1.0.0', '--json', 'isImmutable,assets'));
  assert.deepEqual([isImmutable, assets[0].digest], [true, DIGEST]);
}, ['newest']);
