import { github } from 'projen';
import { draftsOnly, packaged, published, released } from './published';
import { build, jobs, severalJobs } from './several-jobs';
import { Platform, type PlatformOptions, PublishTarget, Secret, Signing } from '../../../src';
import { type CredentialModel, type FollowUpModel, type GithubReleaseModel, type Model } from '../../../src/model/model';
import { TITLES } from '../../../src/publish/titles';
import { SECTIONS } from '../../../src/render/doc/sections';
import { renderSetupDoc } from '../../../src/render/doc/setup-doc';
import { guardMessages } from '../../../src/text/guard-messages';
import { docInput, githubRelease, hostileModel, model, platform, referenceModel, repository, secret, usedBy, versionModel } from '../models';
import { outlines } from '../outline';

function section(id: string, given: Model, input = docInput): string {
  return SECTIONS.find((candidate) => candidate.id === id)!.render(given, input);
}

function made(name: string, options: Partial<PlatformOptions> = {}): Platform {
  return Platform.of(name, { runsOn: ['ubuntu-24.04'], run: ['make'], artifacts: ['out/*'], ...options });
}

const signing = Secret.optional({ secret: 'CERTIFICATE', without: 'The app is unsigned.' });

/** Releases by which apps update themselves, one for each kind of updater. */
const updated = model({
  platforms: [platform({ signing: ['Apple signing'] })],
  publish: [
    githubRelease({ updater: { kind: 'tauri', legs: [], config: 'tauri.conf.json', publicKey: '', preferMsi: false } }),
    githubRelease({ id: 'electron', updater: { kind: 'electron-builder', legs: [], channel: '' } }),
    githubRelease({ id: 'other', updater: { kind: 'files', files: ['appcast.xml'], holdVersion: true } }),
  ],
});

function token(...repositories: string[]): Model {
  return model({
    repositories: [
      repository(),
      ...repositories.map((name) => repository({ id: name, name, path: name, credential: { kind: 'token', secret: 'READ' } })),
    ],
    secrets: [secret({ title: 'READ', names: ['READ'], env: {}, purpose: 'reads', usedBy: usedBy({ repositories }) })],
  });
}

/** A build with one secret, which opens what is read, released in and started. */
function opens(
  credential: CredentialModel, names: string[], read: string[], inReleases: Partial<GithubReleaseModel>[], started: string[] = [],
): Model {
  const followUps = started.map((name, index): FollowUpModel => ({
    kind: 'workflow', id: `follow-up-${index}`, declaredAt: '', repository: name, workflow: 'site.yml', credential, ref: '', inputs: {},
  }));
  const releases = inReleases.map((one, index) => githubRelease({ id: `release-${index}`, credential, ...one }));
  const publish = [...releases, ...followUps];
  return model({
    repositories: [repository(), ...read.map((name) => repository({ id: name, name, path: name, credential }))],
    publish,
    secrets: [secret({
      title: names[0], names, env: {}, purpose: 'opens', usedBy: usedBy({ repositories: read, targets: publish.map(({ id }) => id) }),
    })],
  });
}

test('a repository that is checked out twice is named once', () => {
  const twice = model({ repositories: [repository(), ...['one', 'two'].map((path) => repository({ id: path, name: 'acme/lib', path }))] });
  expect(section('checklist', twice)).toContain('- [ ] `acme/lib` is public.');
  expect(section('what-it-builds', twice)).toContain('builds this repository with 1 other repository on');
});

describe('the doc says nothing that is not true of its model', () => {
  // what the messages explain does not depend on it
  const isMessage = (part: string) => Object.values(TITLES).some((title) => part.startsWith(`### ${title}\n`));
  const words = (given: Model) => renderSetupDoc(given, { ...docInput, messages: [] }).split(/^(?=### )/m).filter((part) => !isMessage(part)).join('');

  test.each([
    ['single sign-on', /sign-on|SSO/i, token('acme/server'), model()],
    ['macOS', /macos/i, referenceModel, model()],
    ['Windows', /windows/i, referenceModel, model()],
    ['Linux', /chmod/, model(), model({ platforms: [platform({ name: 'windows-x64', runsOn: ['windows-2022'] })] })],
    ['unsigned programs', /Gatekeeper|Open Anyway/, referenceModel, { ...referenceModel, secrets: [] }],
    ['environments', /environment/i, model({ platforms: [platform({ environment: 'prod' })] }), model()],
    ['self-hosted runners', /online/, model({ platforms: [platform({ runsOn: ['Self-Hosted', 'gpu'] })] }), model()],
    ['runner groups', /runner group/i, model({ platforms: [platform({ runsOn: [], runnerGroup: 'big' })] }), model()],
    ['rehearsals', /rehears|workflow_dispatch|gh workflow run/i, model(), model({ rehearsal: false })],
    ['secrets that are read when a run is queued', /queued/, token('acme/server'), model()],
    ['other repositories', /Re-run failed jobs|other repositor/, token('acme/server'), model()],
    ['repositories that must be public', /public/, referenceModel, model()],
    ['builds that are tried again', /tried again where it fails:\n\n- `linux-x64`: up to 2 times, 1 second apart\. It \\\*is\\\* away\./, model({ platforms: [platform({ retry: { attempts: 2, pauseSeconds: 1, reason: 'It *is* away.' } })] }), model()],
    ['what is started', /started before it is collected, .*:\n\n- `linux-x64`: `a`, `b --version`, 5 seconds at most\./, model({ platforms: [platform({ smokeTest: { run: 'a\nb --version', timeoutSeconds: 5 } })] }), model()],
    ['platforms that may fail', /even if this fails/, referenceModel, model()],
    ['tools', /Installed before/, referenceModel, model()],
    ['tags of another repository', /not among them/, referenceModel, token('acme/server')],
    ['several jobs', /Each job|in \d jobs|\(job |different directories/, severalJobs, referenceModel],
    ['files that are handed on', /handed|skipped/i, severalJobs, jobs({ a: {}, b: {} })],
    ['jobs that check out different repositories', /Checked out by/, severalJobs, token('acme/server')],
    ['publishing', /publish|(?<!tag-build:)release/i, released, model()],
    ['releases in another repository', /--repo|first commit/, published, released],
    ['immutable releases', /gh release verify|Immutable releases are/, published, released],
    ['drafts that stay', /stays a draft/, published, released],
    ['discussions', /iscussion/, published, released],
    ['npm', /npmjs|unpublish/, published, released],
    ['approvals of npm', /npm stage/, published, build({ platforms: [made('a')], publish: [PublishTarget.npm({ package: 'a', staged: false })] })],
    ['workflows that are started', /workflow_dispatch`, with/, published, released],
    ['own jobs that publish', /Its own steps/, published, released],
    ['platforms that may be absent', /can be absent/, published, released],
    ['sums', /sha256sum/, released, { ...released, release: { ...released.release, checksums: false } }],
    ['the manifest', /build-manifest/, released, { ...released, release: { ...released.release, manifest: false } }],
  ])('%s', (_, words_, yes, no) => {
    expect(words(yes)).toMatch(words_);
    expect(words(no)).not.toMatch(words_);
  });
});

describe('secrets', () => {
  test('one token for one owner is fine-grained, with that resource owner', () => {
    const text = section('secrets', token('acme/server', 'acme/library'));
    expect(text).toContain('Resource owner: `acme`');
    expect(text).toContain('only select repositories, `acme/server` and `acme/library`');
  });

  test('one token for two owners cannot be fine-grained, and the doc says so', () => {
    const text = section('secrets', token('acme/server', 'other/library'));
    expect(text).toContain('a fine-grained token has exactly one resource owner');
    expect(text).not.toContain('Resource owner:');
  });

  const token_: CredentialModel = { kind: 'token', secret: 'PUBLISH' };
  const app: CredentialModel = { kind: 'github-app', secret: 'KEY', clientIdVariable: '', clientIdSecret: 'ID', tokenId: 'KEY_acme_release' };

  test.each<[string, Model, string[]]>([
    ['writes', opens(token_, ['PUBLISH'], [], [{ repository: 'acme/releases' }]), [
      'Repository access: only select repositories, `acme/releases`.', 'Permissions: **Contents: Read and write**. ', 'It needs the role Write in `acme/releases`.', 'until then the token writes nowhere',
    ]],
    ['starts a workflow', opens(token_, ['PUBLISH'], [], [], ['acme/site']), ['Permissions: **Actions: Read and write**. ']],
    ['does both, and opens a discussion', opens(token_, ['PUBLISH'], [], [{ repository: 'acme/releases', discussionCategory: 'News' }], ['acme/releases']), [
      'Permissions: **Contents: Read and write**, **Discussions: Read and write** and **Actions: Read and write**. ',
    ]],
    ['reads one repository and writes to another', opens(token_, ['PUBLISH'], ['acme/server'], [{ repository: 'acme/releases' }]), [
      'only select repositories, `acme/server` and `acme/releases`', 'They hold in `acme/server` too, which it has only to read',
    ]],
    ['reads and writes for two owners', opens(token_, ['PUBLISH'], ['acme/server'], [{ repository: 'other/releases' }]), [
      'opens repositories of `acme` and `other`', 'It must be able to read `acme/server` and write to `other/releases`.',
    ]],
    ['writes to the repository of the workflow', opens(token_, ['PUBLISH'], [], [{}]), ['Resource owner: the owner of this repository, the owner of what it opens', 'select repositories, this repository.']],
    ['is an App\'s', opens(app, ['KEY', 'ID'], ['acme/server'], [{ repository: 'acme/releases' }]), [
      'Permissions: **Contents: Read and write**. ', 'Install it for `acme`, on `acme/server` and `acme/releases` only.',
    ]],
  ])('what %s gets the smallest right', (_, given, expected) => expected.forEach((part) => expect(section('secrets', given)).toContain(part)));

  test('whoever may write is on the checklist', () => {
    expect(section('checklist', opens(token_, ['PUBLISH'], [], [{ repository: 'acme/releases' }]))).toContain('- [ ] Its account may write to `acme/releases`.');
    expect(section('checklist', opens(app, ['KEY', 'ID'], [], [{}]))).toContain('- [ ] The GitHub App is installed on this repository, with **Contents: Read and write**.');
  });

  test('a secret of environments is stored there, in each', () => {
    const platforms = ['one', 'two'].map((name) => platform({ name, environment: `env ${name}`, secrets: ['DEPLOY_KEY'] }));
    const secrets = [secret({ environments: ['env one', 'env two'], usedBy: usedBy({ platforms: ['one', 'two'] }) })];
    expect(section('secrets', model({ platforms, secrets }))).toContain(
      ["gh secret set DEPLOY_KEY --env 'env one'", "gh secret set DEPLOY_KEY --env 'env two'"].join('\n'),
    );
  });

  test('required ones come first', () => {
    const text = section('secrets', referenceModel);
    expect(text.indexOf('### CI_REPO_READ_TOKEN')).toBeGreaterThan(0);
    expect(text.indexOf('### CI_REPO_READ_TOKEN')).toBeLessThan(text.indexOf('### Apple'));
    expect(text).toContain('printf %s "$TOKEN" | gh secret set CI_REPO_READ_TOKEN');
  });

  test('a secret that reaches the build under another name', () => {
    expect(section('secrets', model({ secrets: [secret({ env: { GH_TOKEN: 'DEPLOY_KEY' } })] }))).toContain('`DEPLOY_KEY` reaches the build as `GH_TOKEN`');
  });
});

describe('what this builds', () => {
  test.each([
    [
      'jobs of which one is for the others only',
      severalJobs,
      'builds this repository with 1 other repository in 3 jobs: `web` on 1 platform, `package` on 4 platforms and `universal` on 1 platform. '
      + 'The result of each platform of `package` and `universal` is kept as an artifact of the run. '
      + 'What `web` builds is for other jobs only, and slanted in the picture.',
    ],
    [
      'jobs that all have results',
      jobs({ a: {}, b: {} }),
      'in 2 jobs: `a` on 1 platform and `b` on 1 platform. The result of each platform is kept as an artifact of the run.\n',
    ],
    ['a job without any result', jobs({ a: { handedOn: true } }), 'builds this repository on 1 platform. What `a` builds is for other jobs only'],
  ])('%s', (_, given, expected) => expect(section('what-it-builds', given)).toContain(expected));
});

describe('publishing', () => {
  const order = (given: Model) => section('publishing', given).split('\n').filter((line) => /^\d\. `/.test(line)).map((line) => /^\d\. (`[^`]+`(?: and `[^`]+`)?)/.exec(line)![1]);

  test('the jobs stand in the order in which they run', () => {
    expect(order(published).slice(0, 6)).toEqual(['`assemble`', '`attest`', '`draft`', '`npm` and `pypi`', '`publish`', '`homebrew`']);
    expect(order(released)).toEqual(['`assemble`', '`publish`']);
  });

  test('a release that stays a draft is not said to become public', () => {
    const [release] = released.publish as GithubReleaseModel[];
    const text = section('publishing', { ...released, publish: [{ ...release, draftOnly: true }] });
    expect(text).toContain('### A draft of a GitHub release in this repository');
    expect(text).not.toContain('makes the release public');
  });

  test('public files are replaced only where that is declared', () => {
    const [release] = released.publish as GithubReleaseModel[];
    const replacing = { ...released, publish: [{ ...release, replacePublicFiles: true }] };
    expect(section('publishing', released)).toContain('the run says what differs, and changes nothing');
    expect(section('publishing', replacing)).toContain('and replaces such files in this repository, unless the release is immutable.');
  });

  test('a secret names the jobs that publish with it, and the guard where it sees it', () => {
    const text = section('secrets', published);
    expect(text).toMatch(/^\| `APP_KEY` .*\| `draft` and `publish` +\|$/m);
    expect(text).toMatch(/^\| `SITE_TOKEN` .*\| the guard and `follow-up` \|$/m);
    expect(text).toMatch(/^\| `TAP_KEY` .*\| `homebrew` +\|$/m);
    expect(text).toContain('the first step of the job checks them.');
  });

  test('of a release that stays a draft nothing is said that happens when it becomes public', () => {
    const text = section('publishing', draftsOnly);
    expect(text).not.toMatch(/becomes? public|makes .* public|latest release|discussion/i);
    expect(text).toContain('3. `pypi` runs.\n4. `publish` compares the draft with the files once more.\n5. `announce` runs when the drafts are complete.');
    expect(section('checklist', draftsOnly)).not.toContain('category');
    expect(section('what-it-builds', draftsOnly)).not.toContain('makes it public');
  });

  test('who could sign besides is named where files are attested', () => {
    const permission = { permission: 'id-token', access: github.workflows.JobPermission.WRITE, reason: 'prove who asks' };
    const own = PublishTarget.steps('pypi', { steps: [{ name: 'Upload', run: 'sh upload.sh' }], permissions: [permission] });
    const named = (attest: boolean, ways: Signing[]) => /^- (.*) may ask GitHub for an identity token, too/m.exec(section('publishing', build({
      platforms: [Platform.windowsX64({ run: ['make'], artifacts: ['out/*.exe'], signing: ways, environment: 'release' })], publish: [PublishTarget.githubRelease({ attest }), own],
    })))?.[1];
    expect([named(true, [Signing.azure()]), named(true, []), named(false, [Signing.azure()])]).toEqual(['`build` and `pypi`', '`pypi`', undefined]);
    expect(section('publishing', published)).not.toContain('identity token');
  });

  test('of a package nothing is said of releases', () => {
    expect(section('publishing', packaged)).not.toMatch(/a release|the release/);
  });

  test('every message of the script has its heading', () => {
    const explained = [published, updated].map((given) => section('troubleshooting', given)).join('\n');
    expect(Object.values(TITLES).filter((title) => !explained.includes(`### ${title}\n`))).toEqual([]);
    expect(section('troubleshooting', released)).not.toContain('Update metadata');
    expect(section('troubleshooting', model())).not.toContain('publish script');
  });

  test.each([
    ['a release', 'The draft holds other files', released, packaged],
    ['a release, before it is made', 'A release has the tag already', released, packaged],
    ['a release elsewhere', 'The tag could not be made', published, released],
    ['a release elsewhere, before it is made', 'A ruleset refuses the tag', published, released],
    ['an immutable release', 'The release is not immutable', published, released],
    ['a token that somebody makes', 'A fine-grained token does not see a repository', published, released],
    ['a token that can end', 'A token expires soon', published, released],
    ['a changelog', 'The changelog says nothing of the version', published, released],
    ['a file with notes', 'The notes could not be read', published, released],
    ['a platform that may fail', 'A platform is absent from the release', published, released],
    ['a token', 'The publishing token needs single sign-on', published, released],
    ['whatever writes to GitHub', 'GitHub refused to publish', released, packaged],
    ['a workflow that is started', 'A workflow may have started', published, released],
    ['a workflow that is started, before it is', 'A workflow to start is switched off', published, released],
    ['npm', 'npm does not answer', packaged, released],
    ['Tauri\'s updater', 'An update is signed with another key', updated, published],
  ])('what can go wrong with %s is explained only where there is one', (_, title, having, not) => {
    const explained = (given: Model) => section('troubleshooting', given, { ...docInput, messages: [...guardMessages] }).includes(`### ${title}\n`);
    expect([explained(having), explained(not)]).toEqual([true, false]);
  });
});

describe('of several jobs', () => {
  test('a secret names those that use it', () => {
    const key = Secret.required({ secret: 'KEY' });
    const all = [made('x', { secrets: [key] }), made('y', { secrets: [key] })];
    const text = section('secrets', jobs({ one: { platforms: all }, two: { platforms: [all[0], made('z')], secrets: [key] } }));
    expect(text).toContain('| `one` on every platform; `two` on `x`; own steps of `two` |');
  });

  test('a repository names those that check it out', () => {
    const text = section('repositories', severalJobs);
    expect(text).toMatch(/^\| this repository .*\| `package` and `universal` \|$/m);
    expect(text).toContain('The jobs run in different directories: `web` in `web`, `package` in `desktop` and `universal` in `desktop`.');
  });

  test.each(['settings', 'checklist'])('a platform of the %s stands behind its job', (id) => {
    const own = made('gpu', { runsOn: ['self-hosted'] });
    expect(section(id, jobs({ one: { platforms: [own] }, two: {} }))).toContain('`one` on `gpu`');
  });
});

describe('settings', () => {
  const actions = (...uses: string[]) => section('settings', model(), { ...docInput, actions: uses });
  const sha = '0123456789012345678901234567890123456789';

  test('names each action once, without what lies in it, sorted', () => {
    expect(actions(`b/y/sub@${sha}`, `a/x@${sha}`, `b/y@${sha}`, './local', 'docker://alpine:3')).toContain('- `a/x`\n- `b/y`\n\nEach is pinned');
  });

  test('claims pinning only where it is so', () => {
    const text = actions(`a/x@${sha}`, 'b/y@v1');
    expect(text).toContain('refuses `b/y`');
    expect(text).not.toContain('Each is pinned');
  });
});

describe('the picture', () => {
  const many = Array.from({ length: 12 }, (_, index) => platform({ name: `p${index}`, runsOn: [index % 2 ? 'ubuntu-24.04' : 'macos-15'], artifacts: [`out/${index}`] }));

  test('shows each of up to eight platforms, and more by their system', () => {
    expect(section('what-it-builds', model({ platforms: many.slice(0, 8) }))).toContain('platform7["p7');
    const grouped = section('what-it-builds', model({ platforms: many }));
    expect(grouped).toContain('platform0["macos<br/>6 platforms"] --> artifact0(["out/0<br/>out/2<br/>out/4<br/>and 3 more"])');
    expect(grouped).not.toContain('platform2');
  });
});

describe('platforms', () => {
  test('one day is not days', () => {
    expect(section('platforms', model({ retentionDays: 1 }))).toContain('keeps artifacts for 1 day.');
  });

  test('each of several jobs says what becomes of its files, what it is handed and where', () => {
    const text = section('platforms', severalJobs);
    const [web, package_, universal] = text.split('\n### ').slice(1);
    expect(web).toContain('**Handed on** to `package`. These files are no results.\n\nInstalled before the build: Node.js 22.');
    expect(web).toContain('| `desktop-web-linux-x64`-*tag*-handed-on |');
    expect(package_).toContain('**Results.** GitHub keeps them for 30 days. `universal` is handed the same files');
    expect(package_).toContain('| `web` on `linux-x64` | `web/dist` | `desktop/app/static` |');
    expect(package_).not.toContain('Installed before');
    expect(universal).toContain('**Results.** GitHub keeps them for 90 days.\n\nIt begins when `package` has succeeded, and is skipped otherwise.');
    expect(universal).toMatch(/`package` on `macos-arm64` \| `desktop\/out` +\| `desktop\/slices\/macos-arm64` \|/);
    expect(text).toContain('- `package` on `windows-x64`: The installer is new.');
    expect(text).toContain('GitHub keeps them for a day. Later "Re-run failed jobs" does not find them: choose "Re-run all jobs".');
  });

  test('files of several platforms may arrive together, and some perhaps not at all', () => {
    const platforms = [made('a', { allowedToFail: 'It is new.' }), made('b')];
    const text = section('platforms', jobs({ one: { platforms }, two: { needs: [{ job: 'one', path: '.', merge: true }] } }));
    expect(text).toMatch(/`one` on `a`, unless that fails \| `out` +\| the workspace itself \|\n\| `one` on `b` +\| `out` +\| the workspace itself \|/);
  });

  test('what is fetched, and opened, is a result', () => {
    const mac = made('macos-x64', { runsOn: ['macos-15-intel'], secrets: [signing], artifacts: ['out/*.app/**'] });
    const dmg = made('macos-arm64', { runsOn: ['macos-15'], artifacts: ['out/*.dmg'] });
    const text = section('platforms', jobs({
      parts: { handedOn: true, platforms: [mac, made('linux-x64')] },
      app: { platforms: [dmg], needs: [{ job: 'parts', path: 'parts' }] },
    }));
    expect(text).toContain('-n desktop-app-macos-arm64-v1.2.3');
    expect(text).toContain('Copy it from the dmg');
    expect(text).not.toContain('chmod');
  });

  test('without a result there is nothing to fetch', () => {
    const text = section('platforms', jobs({ parts: { handedOn: true } }));
    expect(text).toContain('| none     |');
    expect(text).not.toMatch(/download|chmod/);
  });

  test('the name to download is what the guard makes of the tag', () => {
    expect(section('platforms', model({ tags: ['release/*'] }))).toContain('-n installers-linux-x64-release-1.2.3');
  });
});

describe('anchors', () => {
  test.each([['reference', referenceModel], ['hostile', hostileModel()], ['several jobs', severalJobs], ['published', published]])('each message of the guard finds its heading: %s', (_, given) => {
    const [outline] = outlines([renderSetupDoc(given, docInput)]);
    const slugs = outline.headings.map((heading) => heading.slug);
    expect(docInput.messages.map((message) => message.id).filter((id) => !slugs.includes(id))).toEqual([]);
    const fragments = outline.links.filter((link) => link.startsWith('#')).map((link) => link.slice(1));
    expect(fragments.filter((fragment) => !slugs.includes(fragment))).toEqual([]);
  });

  test('every id of a section is unique and in kebab-case', () => {
    const ids = SECTIONS.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index || !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
  });
});

test('the bodies of a user are Markdown, and stand where they were put', () => {
  const sections = [{ id: 'vpn', heading: 'VPN', body: 'Ask *IT*.\n', after: 'trigger' }];
  expect(renderSetupDoc(model({ setupDoc: { ...model().setupDoc, sections } }), docInput)).toContain('\n\n## VPN\n\nAsk *IT*.\n\n## Secrets\n');
});

it.each([
  [['src-tauri/Cargo.toml'], '`Cargo.lock`, and what packages of the workspace ask of one another, follow.'],
  [['pyproject.toml'], 'A `uv.lock` follows.'],
  [['package.json'], 'no commit has it.'],
])('of %j it says what follows a version that is stamped', (files, says) => {
  const text = section('what-it-builds', model({ version: versionModel({ mode: 'stamp', files }) }));
  expect(text).toContain(says);
  expect(/follow/.test(text)).toBe(/follow/.test(says));
});
