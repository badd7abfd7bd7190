import { Credential, FollowUp, Platform, PublishTarget, ReleaseNotes, Repository, Secret, type TagBuildOptions, Updater } from '../../src';
import { normalise } from '../../src/normalise/normalise';
import { githubRelease } from '../render/models';

const BUILT = { run: ['make'], artifacts: ['dist/*'] };
const token = Credential.token({ secret: 'RELEASES_TOKEN' });
const app = Credential.githubApp({ clientId: { variable: 'APP_ID' }, privateKey: { secret: 'APP_KEY' } });

function modelOf(options: TagBuildOptions) {
  return normalise('app', { platforms: [Platform.linuxX64(BUILT)], ...options }, { projectName: 'app', directory: '', marker: 'generated' });
}

test('without a word nothing is published, and what would be has its defaults', () => {
  const { publish, release, secrets } = modelOf({});
  expect({ publish, release, secrets }).toEqual({
    publish: [],
    release: { assetName: '', checksums: true, manifest: true, runner: { runsOn: ['ubuntu-latest'], runnerGroup: '' } },
    secrets: [],
  });
});

test('a release is by default one in its own repository, with the notes that GitHub writes', () => {
  expect(modelOf({ publish: [PublishTarget.githubRelease()] }).publish).toEqual([githubRelease()]);
});

test('in another repository, or of several, the notes tell the commits', () => {
  const [elsewhere] = modelOf({ publish: [PublishTarget.githubRelease({ repository: 'acme/releases', credential: token })] }).publish;
  const [ofSeveral] = modelOf({ publish: [PublishTarget.githubRelease()], repositories: [Repository.self(), Repository.github('acme/engine')] }).publish;
  expect(elsewhere).toMatchObject({ repository: 'acme/releases', credential: { kind: 'token', secret: 'RELEASES_TOKEN' }, notes: { kind: 'none', commits: true } });
  expect(ofSeveral).toMatchObject({ notes: { kind: 'generated', commits: true } });
});

test.each([
  [ReleaseNotes.changelog(), { kind: 'changelog', path: 'CHANGELOG.md' }],
  [ReleaseNotes.changelog({ path: './docs//CHANGES.md', checksums: true }), { kind: 'changelog', path: 'docs/CHANGES.md', checksums: true }],
  [ReleaseNotes.file('NOTES.md', { commits: true }), { kind: 'file', path: 'NOTES.md', commits: true }],
  [ReleaseNotes.text('{version} is here.'), { kind: 'text', text: '{version} is here.', path: '' }],
  [
    ReleaseNotes.generated({ previousTag: 'v1.0.0', configurationFile: '.github/notes.yml' }),
    { kind: 'generated', previousTag: 'v1.0.0', configurationFile: '.github/notes.yml' },
  ],
])('notes %#', (notes, expected) => {
  expect(modelOf({ publish: [PublishTarget.githubRelease({ notes })] }).publish[0]).toMatchObject({ notes: expected });
});

test('each target has an id of its own, also where none is given', () => {
  const { publish } = modelOf({
    publish: [
      PublishTarget.githubRelease(),
      PublishTarget.githubRelease({ repository: 'acme/releases', credential: token }),
      PublishTarget.steps('npm', { steps: [{ run: './publish' }] }),
      PublishTarget.npm({ package: 'app' }),
      FollowUp.workflow({ workflow: 'site.yml' }),
    ],
  });
  expect(publish.map(({ id, declaredAt }) => `${declaredAt} ${id}`)).toEqual([
    'publish[0] release', 'publish[1] release-2', 'publish[2] npm', 'publish[3] npm-2', 'publish[4] follow-up',
  ]);
});

test('the secrets of targets are known, with what they are for', () => {
  const { secrets } = modelOf({
    repositories: [Repository.self(), Repository.github('acme/engine', { credential: token })],
    publish: [
      PublishTarget.githubRelease({ repository: 'acme/releases', credential: token, environment: 'public' }),
      PublishTarget.githubRelease({ repository: 'acme/nightly', credential: Credential.token({ secret: 'NIGHTLY' }), environment: 'public' }),
      PublishTarget.steps('pypi', { steps: [], secrets: [Secret.required({ secret: 'PYPI', purpose: 'PyPI' })], environment: 'pypi' }),
      FollowUp.workflow({ repository: 'acme/site', workflow: 'site.yml', credential: Credential.token({ secret: 'SITE' }) }),
    ],
  });
  const said = secrets.map(({ title, purpose, environments, usedBy }) => {
    return { title, purpose, environments, repositories: usedBy.repositories, targets: usedBy.targets };
  });
  expect(said).toEqual([
    { title: 'PYPI', purpose: 'PyPI', environments: ['pypi'], repositories: [], targets: ['pypi'] },
    {
      title: 'RELEASES_TOKEN',
      purpose: 'reading acme/engine and publishing to acme/releases',
      environments: [],
      repositories: ['acme/engine'],
      targets: ['release'],
    },
    { title: 'NIGHTLY', purpose: 'publishing to acme/nightly', environments: ['public'], repositories: [], targets: ['release-2'] },
    { title: 'SITE', purpose: 'starting site.yml in acme/site', environments: [], repositories: [], targets: ['follow-up'] },
  ]);
});

test('an App makes another token for each owner and purpose', () => {
  const { repositories, publish } = modelOf({
    repositories: [Repository.self(), Repository.github('acme/engine', { credential: app })],
    publish: [
      PublishTarget.githubRelease({ repository: 'acme/releases', credential: app }),
      FollowUp.workflow({ repository: 'acme/site', workflow: 'site.yml', credential: app }),
    ],
  });
  const ids = [repositories[1], ...publish].map((one) => 'credential' in one && one.credential.kind === 'github-app' && one.credential.tokenId);
  expect(ids).toEqual(['APP_KEY_acme', 'APP_KEY_acme_release', 'APP_KEY_acme_start']);
});

test('beside each bundle that Tauri signs its signature is collected, and beside nothing else', () => {
  const signed = ['App.AppImage', 'App.AppImage.tar.gz', 'App.app.tar.gz', 'App.deb', 'App.rpm', 'App-setup.exe', 'App.nsis.zip', 'App.msi', 'App.msi.zip'];
  const artifacts = [...signed, 'App.dmg', 'App.zip', 'App.tar.gz', '*'];
  const { jobs: [{ platforms: [{ artifacts: collected }] }] } = modelOf({
    platforms: [Platform.linuxX64({ run: ['make'], artifacts })],
    publish: [PublishTarget.githubRelease({ updater: Updater.tauri() })],
  });
  expect(collected).toEqual([...artifacts, ...signed.map((pattern) => `${pattern}.sig`)]);
});
