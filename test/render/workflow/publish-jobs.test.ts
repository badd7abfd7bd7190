import type { FollowUpModel, GithubAppModel, GithubReleaseModel, Model, PublishTargetModel, StepModel } from '../../../src/model/model';
import { loadScripts } from '../../../src/outside/scripts';
import { renderWorkflow, workflowComments } from '../../../src/render/workflow/workflow';
import type { Job } from '../../../src/render/workflow/workflow-file';
import { buildJob, githubRelease, model, type Overrides, platform, publishSteps, secret, usedBy } from '../models';

const SCRIPTS = loadScripts();

/** The jobs behind those that build. */
function jobs(publish: readonly PublishTargetModel[], overrides: Overrides = {}): Readonly<Record<string, Job>> {
  const { guard: _guard, build: _build, ...others } = renderWorkflow(model({ publish, ...overrides }), SCRIPTS).jobs;
  return others;
}

function step({ steps }: Job, id: string): StepModel {
  return steps.find((one) => one.id === id)!;
}

function followUp(overrides: Partial<FollowUpModel> = {}): FollowUpModel {
  return { kind: 'workflow', id: 'follow-up', declaredAt: 'publish[1]', repository: '', workflow: 'site.yml', credential: { kind: 'workflow-token' }, ref: '', inputs: {}, ...overrides };
}

function app(tokenId: string): GithubAppModel {
  return { kind: 'github-app', secret: 'KEY', clientIdVariable: 'ID', clientIdSecret: '', tokenId };
}

const elsewhere = githubRelease({ id: 'elsewhere', repository: 'acme/releases', credential: { kind: 'token', secret: 'RELEASE_TOKEN' } });

test('a build without targets has the guard and what it builds, and nothing more', () => {
  expect(jobs([])).toEqual({});
  expect(Object.keys(renderWorkflow(model(), SCRIPTS).jobs)).toEqual(['guard', 'build']);
});

describe('which jobs there are, and what they need', () => {
  const needs = (publish: readonly PublishTargetModel[]) => Object.fromEntries(Object.entries(jobs(publish)).map(([id, job]) => [id, [job.needs].flat().join(' ')]));

  test('a release alone', () => {
    expect(needs([githubRelease()])).toEqual({ assemble: 'guard build', publish: 'guard assemble' });
  });

  test('own jobs without a release have the files as soon as they are assembled', () => {
    expect(needs([publishSteps(), publishSteps({ id: 'brew', afterRelease: true }), followUp()])).toEqual({
      'assemble': 'guard build', 'pypi': 'guard assemble', 'brew': 'guard assemble pypi', 'follow-up': 'guard brew',
    });
  });

  test('what is attested is signed before anything is made of it, and each release is told of it', () => {
    const attested = githubRelease({ attest: true });
    expect(needs([attested])).toEqual({ assemble: 'guard build', attest: 'guard assemble', publish: 'guard assemble attest' });
    expect(needs([attested, publishSteps(), publishSteps({ id: 'brew', afterRelease: true })])).toEqual({
      assemble: 'guard build', attest: 'guard assemble', draft: 'guard assemble attest', pypi: 'guard assemble draft', publish: 'guard assemble attest pypi', brew: 'guard assemble publish',
    });
  });

  test('own jobs behind need no draft', () => {
    expect(needs([githubRelease(), publishSteps({ id: 'brew', afterRelease: true })])).toEqual({ assemble: 'guard build', publish: 'guard assemble', brew: 'guard assemble publish' });
  });

  test('what is handed on only is not assembled', () => {
    const { assemble } = jobs([githubRelease()], { jobs: [buildJob({ id: 'core', artifacts: 'handed-on' }), buildJob()] });
    expect(assemble.needs).toEqual(['guard', 'build']);
    expect(assemble.steps.map(({ id }) => id)).toEqual(['checkout-script', 'download-what-build-built-on-linux-x64', 'assemble', 'upload-set']);
  });
});

describe('what is attested', () => {
  const uses = ({ steps }: Job) => steps.filter((one) => one.uses?.startsWith('actions/attest@'));

  test('is the provenance, by the sums of all files, and no SBOM where none is declared', () => {
    const { assemble, attest } = jobs([githubRelease({ attest: true })]);
    expect(uses(attest).map(({ with: inputs }) => inputs)).toEqual([{ 'subject-checksums': 'release/files/SHA256SUMS' }]);
    expect(attest.env).toMatchObject({ PLAN: '{\n  "sbom": false\n}', SBOM_PATH: '' });
    expect(assemble.outputs).not.toHaveProperty('sbom-path');
    expect(JSON.parse(step(assemble, 'assemble').env!.PLAN)).toMatchObject({ sbom: '', bundles: ['provenance.sigstore.json'] });
  });

  test('the releases are told by their own plans whether the bundles are files of theirs', () => {
    const { publish } = jobs([githubRelease(), { ...elsewhere, attest: true }]);
    expect(publish.steps.filter(({ env }) => env?.TARGET).map(({ id, env }) => [id, JSON.parse(env!.TARGET).attested])).toEqual([
      ['draft-release', false], ['draft-elsewhere', true], ['publish-release', false], ['publish-elsewhere', true],
    ]);
    expect(jobs([githubRelease()]).publish.steps.map(({ id }) => id)).not.toContain('download-bundles');
  });

  test('the guard is told whose repository it is, and nobody asks where nothing is attested', () => {
    const env = (release: GithubReleaseModel) => renderWorkflow(model({ publish: [release] }), SCRIPTS).jobs.guard.steps.at(-1)!.env;
    expect(env(githubRelease({ attest: true }))).toMatchObject({ ATTESTER: '${{ github.event.repository.visibility }}/${{ github.event.repository.owner.type }}' });
    expect(env(githubRelease())).not.toHaveProperty('ATTESTER');
  });
});

describe('rights', () => {
  test('what signs is the workflow, in one job that writes nothing else', () => {
    const { attest, publish } = jobs([githubRelease({ attest: true })]);
    expect(attest.permissions).toEqual({ 'contents': 'read', 'id-token': 'write', 'attestations': 'write' });
    expect(publish.permissions).toEqual({ contents: 'write' });
  });

  test('contents are written where the workflow\'s own token makes a release, and nowhere else', () => {
    expect(jobs([githubRelease()]).publish.permissions).toEqual({ contents: 'write' });
    expect(jobs([elsewhere]).publish.permissions).toEqual({ contents: 'read' });
    expect(jobs([githubRelease({ credential: app('KEY_release') })]).publish.permissions).toEqual({ contents: 'read' });
  });

  test('a discussion is opened by the job that makes releases public, and not by the one that makes drafts', () => {
    const { draft, publish } = jobs([githubRelease({ discussionCategory: 'News' }), publishSteps()]);
    expect([draft.permissions, publish.permissions]).toEqual([{ contents: 'write' }, { contents: 'write', discussions: 'write' }]);
  });

  test('a workflow of this repository is started by its own token', () => {
    expect(jobs([followUp()])['follow-up'].permissions).toEqual({ contents: 'read', actions: 'write' });
    expect(jobs([followUp({ repository: 'acme/site', credential: { kind: 'token', secret: 'T' } })])['follow-up'].permissions).toEqual({ contents: 'read' });
  });

  test('those of own jobs are as declared, and a reason is one line', () => {
    const target = publishSteps({ permissions: [{ permission: 'id-token', access: 'write', reason: 'prove\nenv: {}' }] });
    expect(jobs([target]).pypi.permissions).toEqual({ 'id-token': 'write' });
    expect(workflowComments(model({ publish: [target] }))).toMatchObject({ 'jobs.pypi.permissions.id-token': ' to prove env: {}' });
  });
});

describe('tokens', () => {
  test('each target has its own, in its own step', () => {
    const { publish } = jobs([githubRelease(), elsewhere]);
    expect(publish.steps.filter(({ env }) => env?.TOKEN).map(({ id, env, run }) => [id, env!.TOKEN, run])).toEqual([
      ['draft-release', '${{ github.token }}', 'node .github/workflows/tag-build-publish.mjs release draft'],
      ['draft-elsewhere', '${{ secrets.RELEASE_TOKEN }}', 'node .github/workflows/tag-build-publish.mjs release draft'],
      ['publish-release', '${{ github.token }}', 'node .github/workflows/tag-build-publish.mjs release publish'],
      ['publish-elsewhere', '${{ secrets.RELEASE_TOKEN }}', 'node .github/workflows/tag-build-publish.mjs release publish'],
    ]);
  });

  test('an App makes one for the repositories of an owner, with what all of them need', () => {
    const credential = app('KEY_acme_release');
    const { publish } = jobs([
      githubRelease({ id: 'a', repository: 'acme/a', credential }),
      githubRelease({ id: 'b', repository: 'acme/b', credential, discussionCategory: 'News' }),
    ]);
    expect(step(publish, 'app-token-key-acme-release').with).toEqual({
      'client-id': '${{ vars.ID }}',
      'private-key': '${{ secrets.KEY }}',
      'owner': 'acme',
      'repositories': 'a\nb',
      'permission-contents': 'write',
      'permission-discussions': 'write',
    });
    expect(step(publish, 'publish-b').env!.TOKEN).toBe('${{ steps.app-token-key-acme-release.outputs.token }}');
  });

  test('an App that writes to this repository, or starts a workflow of it, is held to it', () => {
    expect(step(jobs([githubRelease({ credential: app('KEY_release') })]).publish, 'app-token-key-release')).toMatchObject({
      name: 'Make a token for this repository',
      with: { 'owner': '${{ github.repository_owner }}', 'repositories': '${{ github.event.repository.name }}', 'permission-contents': 'write' },
    });
    expect(step(jobs([followUp({ credential: app('KEY_start') })])['follow-up'], 'app-token-key-start').with).toMatchObject({ 'permission-actions': 'write' });
  });

  test('what lies in the environment is checked by the job that sees it, before it is used', () => {
    const stored = secret({ names: ['RELEASE_TOKEN'], environments: ['release'], usedBy: usedBy({ targets: ['elsewhere'] }) });
    const { publish } = jobs([{ ...elsewhere, environment: 'release' }], { secrets: [stored] });
    expect(publish.environment).toBe('release');
    expect(publish.steps[0]).toMatchObject({
      id: 'check-secrets',
      env: { ENVIRONMENT: 'release', SECRETS: expect.stringContaining(' RELEASE_TOKEN '), SET_RELEASE_TOKEN: "${{ secrets.RELEASE_TOKEN != '' }}" },
    });
    expect(jobs([elsewhere], { secrets: [{ ...stored, environments: [] }] }).publish.steps[0].id).toBe('checkout-script');
  });
});

describe('files', () => {
  test('of the repository are the script and the notes alone, each name as a pattern of itself', () => {
    const notes = { ...githubRelease().notes, kind: 'file' as const, path: 'notes/what\'s [new] *.md' };
    const { publish } = jobs([githubRelease({ notes })], { directory: 'apps/studio' });
    expect(step(publish, 'checkout-script').with).toEqual({
      'sparse-checkout': '/.github/workflows/tag-build-publish.mjs\n/apps/studio/notes/what\'s??new???.md',
      'sparse-checkout-cone-mode': false,
      'persist-credentials': false,
    });
    expect(JSON.parse(step(publish, 'publish-release').env!.TARGET).notes.path).toBe('apps/studio/notes/what\'s [new] *.md');
  });

  test('that say which key the updates of apps are signed with are checked out to assemble, each once', () => {
    const updater = { kind: 'tauri' as const, legs: [], config: 'app/src-tauri/tauri.conf.json', publicKey: '', preferMsi: false };
    const { assemble, publish } = jobs([githubRelease({ updater }), githubRelease({ id: 'elsewhere', repository: 'acme/releases', updater })]);
    const known = jobs([githubRelease({ updater: { ...updater, publicKey: 'a2V5' } })]);
    const electron = jobs([githubRelease({ updater: { kind: 'electron-builder', legs: [], channel: '' } })]);

    expect(step(assemble, 'checkout-script').with).toMatchObject({ 'sparse-checkout': '/.github/workflows/tag-build-publish.mjs\n/app/src-tauri/tauri.conf.json' });
    expect([publish, known.assemble, electron.assemble].map((job) => step(job, 'checkout-script').with!['sparse-checkout']))
      .toEqual(Array(3).fill('/.github/workflows/tag-build-publish.mjs'));
  });

  test('of the last run are gone where a runner keeps them', () => {
    const runner = { runsOn: ['self-hosted', 'linux'], runnerGroup: '' };
    const all = jobs([githubRelease(), publishSteps({ runner })], { release: { ...model().release, runner } });
    expect(Object.values(all).map(({ steps }) => steps[0].id)).toEqual(['empty-workspace', 'empty-workspace', 'empty-workspace', 'empty-workspace']);
  });

  test('of all legs are kept as long as those that are kept longest', () => {
    const both = jobs([githubRelease()], { jobs: [buildJob({ retentionDays: 5 }), buildJob({ id: 'web', retentionDays: 60 })] });
    expect(step(both.assemble, 'upload-set').with).toMatchObject({ 'name': 'installers-release-${{ needs.guard.outputs.name }}', 'retention-days': 60 });
  });
});

test('a plan is what the script is told, whatever is in it', () => {
  const hostile = 'a"b\\c\u2028${x}\n]},{';
  const built: Model = model({
    jobs: [buildJob(), buildJob({ id: 'web', workingDirectory: 'web', platforms: [platform({ artifacts: ['out/*', '!out/*.map'], artifactRoot: 'out', allowedToFail: hostile })] })],
    publish: [githubRelease({ title: hostile }), followUp({ inputs: { [hostile]: hostile } })],
  });
  const { assemble, publish, 'follow-up': start } = renderWorkflow(built, SCRIPTS).jobs;
  expect(JSON.parse(step(assemble, 'assemble').env!.PLAN)).toMatchObject({
    legs: [
      { job: 'build', platform: 'linux-x64', name: 'build-linux-x64', patterns: ['dist/*'], root: 'dist', allowedToFail: '' },
      { job: 'web', platform: 'linux-x64', name: 'web-linux-x64', patterns: ['web/out/*', '!web/out/*.map'], root: 'web/out', allowedToFail: hostile },
    ],
    targets: ['a GitHub release in this repository', 'a run of site.yml in this repository'],
  });
  expect(JSON.parse(step(publish, 'publish-release').env!.TARGET)).toMatchObject({ title: hostile, tagFilters: ['+ ^v[^/]*[.][^/]*[.][^/]*$'] });
  expect(JSON.parse(step(start, 'start-follow-up').env!.TARGET)).toEqual({ repository: '', workflow: 'site.yml', ref: '', inputs: { [hostile]: hostile } });
});
