import { Credential, FollowUp, Platform, PublishTarget, ReleaseFlag, type TagBuildOptions } from '../../../src';
import { normalise } from '../../../src/normalise/normalise';
import { loadScripts } from '../../../src/outside/scripts';
import { guard, guardJob } from '../../../src/render/workflow/guard-job';

const platforms = [Platform.linuxX64({ run: ['make'], artifacts: ['dist/*'] })];
const scripts = loadScripts();
const token = Credential.token({ secret: 'T' });
const app = Credential.githubApp({ privateKey: { secret: 'K' }, clientId: { variable: 'ID' } });

function modelOf(publish: PublishTarget[], options: Partial<TagBuildOptions> = {}) {
  return normalise('app', { platforms, publish, ...options }, { projectName: 'tool', directory: '', marker: '' });
}

function guardOf(publish: PublishTarget[]) {
  const job = guardJob(modelOf(publish), scripts);
  const step = job.steps.at(-1)!;
  return { job, env: step.env!, hasPart: step.run!.includes(scripts.targets) };
}

test('a build without targets gets nothing more', () => {
  const { job, env, hasPart } = guardOf([]);
  expect({ permissions: job.permissions, targets: env.TARGETS, hasPart }).toEqual({ permissions: {}, targets: undefined, hasPart: false });
});

test('a tag without a version is for the guard to speak of where it marks a release', () => {
  const markedBy = (...flags: (ReleaseFlag | undefined)[]) =>
    guardOf(flags.map((prerelease) => PublishTarget.githubRelease({ prerelease }))).env.MARKED_BY;
  expect([markedBy(undefined), markedBy(ReleaseFlag.NEVER, ReleaseFlag.AUTO)]).toEqual(['version', 'version']);
  expect([markedBy(ReleaseFlag.NEVER), markedBy(ReleaseFlag.ALWAYS), markedBy()]).toEqual([undefined, undefined, undefined]);
});

test('a release here is asked about with the right to read', () => {
  const { job, env, hasPart } = guardOf([PublishTarget.githubRelease(), FollowUp.workflow({ workflow: 'site.yml' })]);
  expect({ permissions: job.permissions, targets: env.TARGETS, hasPart }).toEqual({ permissions: { contents: 'read' }, targets: 'release self release -', hasPart: true });
});

test('each reason for the right to read is said', () => {
  const comment = (publish: PublishTarget[], options: Partial<TagBuildOptions> = {}) => guard.comments(modelOf(publish, options))['jobs.guard.permissions.contents'];
  expect(comment([PublishTarget.githubRelease()])).toBe(' to see whether the tag has a release already');
  expect(comment([PublishTarget.githubRelease()], { version: { files: ['package.json'] } }))
    .toBe(' to compare the version in its files with the tag and to see whether the tag has a release already');
});

test('each target elsewhere is asked about with the credential that writes there', () => {
  const { job, env } = guardOf([
    PublishTarget.githubRelease({ repository: 'acme/releases', credential: app }),
    FollowUp.workflow({ repository: 'acme/site', workflow: 'site.yml', credential: token }),
    FollowUp.workflow({ repository: 'acme/site', workflow: 'other.yml', credential: app }),
  ]);
  expect(env.TARGETS).toBe([
    'release acme/releases release app:K_acme_release',
    'follow-up acme/site workflow token:T site.yml',
    'follow-up-2 acme/site workflow app:K_acme_start other.yml',
  ].join('\n'));
  expect(env).toMatchObject({
    TOKEN_T: '${{ secrets.T }}',
    TOKEN_K_acme_release: '${{ steps.app-token-k-acme-release.outputs.token }}',
    APP_K_acme_release: 'K variable ID contents=write',
    APP_K_acme_start: 'K variable ID actions=write',
    CLIENT_ID_K_acme_start: '${{ vars.ID }}',
    PRIVATE_KEY_K_acme_start: "${{ steps.app-token-k-acme-start.outputs.token == '' && secrets.K || '' }}",
  });
  expect(job.permissions).toEqual({});
  expect(job.steps.map(({ id }) => id)).toEqual(['app-token-k-acme-release', 'app-token-k-acme-start', 'guard']);
  expect(job.steps[0]).toMatchObject({
    'if': "env.SET_K == 'true'", 'continue-on-error': true, 'with': { 'repositories': 'releases', 'permission-contents': 'write' },
  });
});

test('what lies in an environment is left to the job that has it', () => {
  const { job, env, hasPart } = guardOf([PublishTarget.githubRelease({ repository: 'acme/releases', credential: app, environment: 'release' })]);
  expect({ targets: env.TARGETS, secrets: env.SECRETS, hasPart }).toEqual({ targets: undefined, secrets: undefined, hasPart: false });
  expect(job.steps).toHaveLength(1);
});
