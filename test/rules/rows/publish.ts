import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { github, Project, TextFile } from 'projen';
import {
  BuildJob, Credential, FollowUp, type GithubReleaseOptions, type JobPermission, Platform, PublishTarget, ReleaseFlag, ReleaseNotes, Secret, TagBuild,
} from '../../../src';
import { build, fromJavaScript, linux, type Row } from '../row';

const { JobPermission: Access } = github.workflows;

const release = PublishTarget.githubRelease();
const releases = Credential.token({ secret: 'RELEASE_TOKEN' });
const elsewhere = (options: GithubReleaseOptions = {}) => PublishTarget.githubRelease({ repository: 'acme/releases', credential: releases, ...options });
const step = { run: 'publish' };
const pypi = PublishTarget.steps('pypi', { steps: [step] });
const mayFail = Platform.linuxX64({ run: ['make'], artifacts: ['dist/*'], allowedToFail: 'It is new.' });
const packed = Platform.linuxX64({ run: ['npm pack'], artifacts: ['*.tgz'] });
const mac = Platform.macosArm64({ run: ['make'], artifacts: ['dist/*'] });

const permitted = (...permissions: JobPermission[]) => build({ publish: [PublishTarget.steps('pypi', { steps: [step], permissions })] });
const idToken: JobPermission = { permission: 'id-token', access: Access.WRITE, reason: 'to be known by PyPI' };

/** One platform of each name with these patterns. */
const named = (assetName: string | undefined, patterns: string[], ...names: string[]) => build({
  platforms: names.map((name) => Platform.linuxX64({ name, run: ['make'], artifacts: patterns })),
  release: assetName === undefined ? {} : { assetName },
  publish: [release],
});
const TELL_APART = "Put what tells them apart into release.assetName, for instance '{name}-{platform}{ext}'.";

/** Publish targets and follow-ups. */
export const publishRows: readonly Row[] = [
  {
    rule: 'publish-target-taken',
    bad: build({ publish: [release, elsewhere(), PublishTarget.githubRelease(), elsewhere({ repository: 'Acme/Releases' })] }),
    says: [
      'publish[2] release-3: the release in this repository is that of publish[0] already.',
      'Declare it once.',
      'publish[3] release-4: the release in Acme/Releases is that of publish[1] already.',
      'Declare it once.',
    ],
    good: build({ publish: [release, elsewhere(), elsewhere({ repository: 'acme/releases-2' })] }),
  },
  {
    rule: 'publish-target-taken',
    bad: build({ platforms: [packed], publish: [PublishTarget.npm({ package: '@acme/a' }), PublishTarget.npm({ package: '@acme/a', distTag: 'next' })] }),
    says: ['publish[1] npm-2: the package @acme/a is that of publish[0] already.', 'Declare it once.'],
    good: build({ platforms: [packed], publish: [PublishTarget.npm({ package: '@acme/a' }), PublishTarget.npm({ package: '@acme/b' })] }),
  },
  {
    rule: 'publish-credential-unfit',
    bad: build({
      publish: [
        PublishTarget.githubRelease({ repository: 'acme/releases' }),
        PublishTarget.githubRelease({ credential: Credential.deployKey({ secret: 'KEY' }) }),
        FollowUp.workflow({ workflow: 'site.yml', repository: 'acme/site', credential: Credential.workflowToken() }),
      ],
    }),
    says: [
      "publish[0] release credential: is the workflow's own token, which can do nothing in acme/releases.",
      "Leave repository out if that is the one of the workflow; otherwise declare one that may, for instance credential: Credential.token({ secret: 'RELEASE_TOKEN' }).",
      'publish[1] release-2 credential: is a deploy key, which opens git alone: it makes no release and starts no workflow.',
      'Declare a token or a GitHub App.',
      "publish[2] follow-up credential: is the workflow's own token, which can do nothing in acme/site.",
      "Leave repository out if that is the one of the workflow; otherwise declare one that may, for instance credential: Credential.token({ secret: 'RELEASE_TOKEN' }).",
    ],
    good: build({ publish: [release, elsewhere(), FollowUp.workflow({ workflow: 'site.yml' })] }),
  },
  {
    rule: 'credential-shared',
    bad: build({ publish: [elsewhere(), FollowUp.workflow({ workflow: 'site.yml', credential: Credential.githubApp({ clientId: { variable: 'ID' }, privateKey: { secret: 'RELEASE_TOKEN' } }) })] }),
    says: [
      "publish[1] follow-up: the secret 'RELEASE_TOKEN' is to hold its private key of a GitHub App, and holds the token for acme/releases already.",
      'Store the two in two secrets.',
    ],
    good: build({ publish: [elsewhere(), FollowUp.workflow({ workflow: 'site.yml', repository: 'acme/site', credential: releases })] }),
  },
  {
    rule: 'app-client-id',
    bad: build({ publish: [elsewhere({ credential: Credential.githubApp({ clientId: {}, privateKey: { secret: 'APP_KEY' } }) })] }),
    says: [
      'publish[0] release: the client id of its GitHub App is stored in 0 places; one is needed.',
      "Write clientId: { variable: 'APP_CLIENT_ID' } or clientId: { secret: 'APP_CLIENT_ID' }.",
    ],
    good: build({ publish: [elsewhere({ credential: Credential.githubApp({ clientId: { variable: 'ID' }, privateKey: { secret: 'APP_KEY' } }) })] }),
  },
  {
    rule: 'release-environments-differ',
    bad: build({ publish: [release, elsewhere({ environment: 'production' })] }),
    says: ["publish[1] release-2 environment: is 'production', and that of publish[0] is none; one job publishes both.", 'Name the same for both.'],
    good: build({ publish: [PublishTarget.githubRelease({ environment: 'production' }), elsewhere({ environment: 'production' }), PublishTarget.steps('pypi', { steps: [step], environment: 'pypi' })] }),
  },
  {
    rule: 'release-option-idle',
    bad: build({
      publish: [
        PublishTarget.githubRelease({ draftOnly: true, latest: ReleaseFlag.NEVER, discussionCategory: 'News' }),
        elsewhere({ prerelease: ReleaseFlag.ALWAYS, latest: ReleaseFlag.ALWAYS, immutable: true, replacePublicFiles: true }),
      ],
    }),
    says: [
      ...['latest', 'discussionCategory'].flatMap((option) => [
        `publish[0] release ${option}: has no effect, since with draftOnly a person decides that who publishes the draft.`,
        'Leave one of the two out.',
      ]),
      'publish[1] release-2 latest: has no effect, since GitHub makes no pre-release the latest.',
      'Leave one of the two out.',
      'publish[1] release-2 replacePublicFiles: has no effect, since nobody can change the files of an immutable release.',
      'Leave one of the two out.',
    ],
    good: build({
      publish: [
        PublishTarget.githubRelease({ draftOnly: true, prerelease: ReleaseFlag.ALWAYS, replacePublicFiles: true }),
        elsewhere({ latest: ReleaseFlag.ALWAYS, immutable: true, discussionCategory: 'News' }),
      ],
    }),
  },
  {
    rule: 'attest-without-checksums',
    bad: build({ release: { checksums: false }, publish: [release, elsewhere({ attest: true })] }),
    says: ['publish[1] release-2 attest: the sums of all files are what is attested, and release.checksums is false.', 'Leave release.checksums out, or attest.'],
    good: build({ release: { checksums: false, manifest: false }, publish: [release] }),
  },
  {
    rule: 'sbom-without-attest',
    bad: build({ publish: [PublishTarget.githubRelease({ sbom: '*.cdx.json' })] }),
    says: ["publish[0] release sbom: '*.cdx.json' is to be attested, and attest is not set.", 'Set attest: true, or leave sbom out: the file is published like all others.'],
    good: build({ publish: [PublishTarget.githubRelease({ sbom: '*.cdx.json', attest: true })] }),
  },
  {
    rule: 'sboms-differ',
    bad: build({ publish: [PublishTarget.githubRelease({ attest: true, sbom: 'a.json' }), elsewhere({ attest: true, sbom: 'b.json' }), elsewhere({ repository: 'acme/more', attest: true })] }),
    says: [
      "publish[1] release-2 sbom: is 'b.json', and that of publish[0] is 'a.json'; one is attested for all files.",
      'Name the same for both.',
      "publish[2] release-3 sbom: is none, and that of publish[0] is 'a.json'; one is attested for all files.",
      'Name the same for both.',
    ],
    good: build({ publish: [release, elsewhere({ attest: true, sbom: 'b.json' }), elsewhere({ repository: 'acme/more', attest: true, sbom: 'b.json' })] }),
  },
  {
    rule: 'sbom-missing',
    bad: build({
      platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['dist/*.AppImage', '!dist/*.json'] })],
      publish: [PublishTarget.githubRelease({ attest: true, sbom: '*.cdx.json' })],
    }),
    says: [
      "publish[0] release sbom: no platform whose artifacts are published builds a file that '*.cdx.json' matches.",
      "Let one platform build it and declare it there, for instance artifacts: ['dist/app.cdx.json'].",
    ],
    good: build({
      platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['dist/*.AppImage', 'dist/*.json'] })],
      publish: [PublishTarget.githubRelease({ attest: true, sbom: '*.cdx.json' })],
    }),
  },
  {
    rule: 'sbom-missing',
    bad: build({
      platforms: [
        Platform.linuxX64({ run: ['make'], artifacts: ['dist/*.AppImage', 'dist/*.cdx.json'], allowedToFail: 'its mirror is down at times' }),
        Platform.windowsX64({ run: ['make'], artifacts: ['dist/*.exe'] }),
      ],
      publish: [PublishTarget.githubRelease({ attest: true, sbom: '*.cdx.json' })],
    }),
    says: [
      "publish[0] release sbom: only platforms that are allowed to fail build a file that '*.cdx.json' matches, and without it nothing is published.",
      'Let one that may not fail build it, or leave allowedToFail out.',
    ],
    good: build({
      platforms: [
        Platform.linuxX64({ run: ['make'], artifacts: ['dist/*.AppImage', 'dist/*.cdx.json'], allowedToFail: 'its mirror is down at times' }),
        Platform.windowsX64({ run: ['make'], artifacts: ['dist/*.exe', 'dist/*.cdx.json'] }),
      ],
      publish: [PublishTarget.githubRelease({ attest: true, sbom: '*.cdx.json' })],
    }),
  },
  {
    rule: 'release-without-target',
    bad: build({ release: { manifest: false } }),
    says: [
      'release: says what becomes public, and publish names no target.',
      'Declare one, for instance publish: [PublishTarget.githubRelease()], or leave release out.',
    ],
    good: build({ release: { manifest: false }, publish: [release] }),
  },
  {
    rule: 'permission-malformed',
    bad: permitted(
      { ...idToken, permission: 'id-tokn' },
      { ...idToken, permission: 'idToken' },
      { ...idToken, access: Access.READ },
      { permission: 'packages', access: Access.NONE, reason: 'x' },
      { permission: 'contents', access: Access.READ, reason: ' ' },
    ),
    says: [
      "publish[0] pypi permissions[0]: a workflow's token has no permission 'id-tokn'.",
      "Did you mean 'id-token'?",
      "publish[0] pypi permissions[1]: a workflow's token has no permission 'idToken'.",
      "Did you mean 'id-token'?",
      "publish[0] pypi permissions[2]: 'id-token' has no access 'read'; there is 'write'.",
      "Write 'write'.",
      "publish[0] pypi permissions[3]: gives no 'packages', as if it were not there.",
      'Leave it out: what is not named is not given.',
      "publish[0] pypi permissions[4]: 'contents' has no reason.",
      'Say what it is needed for: it stands in the workflow as a comment.',
    ],
    good: permitted(idToken, { permission: 'contents', access: Access.WRITE, reason: 'to push the formula' }),
  },
  {
    rule: 'permission-malformed',
    bad: permitted(idToken, idToken),
    says: ["publish[0] pypi permissions[1]: 'id-token' is there already.", 'Name it once, with the access that is enough for both.'],
  },
  {
    rule: 'publish-steps-missing',
    bad: build({ publish: [PublishTarget.steps('pypi', { steps: [] })] }),
    says: ['publish[0] pypi: has no steps; at least one is needed.', "Write them, for instance steps: [{ name: 'Publish', run: './publish.sh' }]."],
    good: build({ publish: [pypi] }),
  },
  {
    rule: 'nothing-to-publish',
    bad: build({ platforms: [mayFail], publish: [release] }),
    says: [
      'publish: every platform with results may fail (platforms[0] linux-x64), and a release without any file could become public.',
      'Leave allowedToFail out of at least one.',
    ],
    good: build({ platforms: [mayFail, mac], publish: [release] }),
  },
  {
    rule: 'nothing-to-publish',
    bad: build({
      platforms: undefined,
      jobs: [BuildJob.of('web', { platforms: [linux], handedOn: true })],
      publish: [release],
      ignore: { 'job-not-needed': 'not what is tested' },
    }),
    says: [
      'publish: every job hands its artifacts on to other jobs only, so there is no file to publish.',
      'Leave handedOn out of the job that builds what is published.',
    ],
    good: build({ platforms: [mayFail] }),
  },
  {
    rule: 'npm-tarball-missing',
    bad: build({
      platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['dist/*.dmg'] })],
      jobs: [BuildJob.of('web', { platforms: [packed], handedOn: true })],
      needs: [{ job: 'web', path: 'web' }],
      publish: [PublishTarget.npm({ package: 'app' })],
    }),
    says: [
      "publish[0] npm tarball: no platform whose artifacts are published builds a file that '*.tgz' matches.",
      "'web' hands it on to other jobs only: leave handedOn out there.",
    ],
    good: build({ jobs: [BuildJob.of('web', { platforms: [packed] })], needs: [{ job: 'web', path: 'web' }], publish: [PublishTarget.npm({ package: 'app' })] }),
  },
  {
    rule: 'npm-tarball-missing',
    bad: build({ platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['out/app.zip'] })], publish: [PublishTarget.npm({ package: 'app' })] }),
    says: [
      "publish[0] npm tarball: no platform whose artifacts are published builds a file that '*.tgz' matches.",
      "Declare it among the artifacts of a platform, for instance artifacts: ['out/app.zip', 'dist/*.tgz'].",
    ],
    good: build({ publish: [PublishTarget.npm({ package: 'app' })] }),
  },
  {
    rule: 'asset-name-malformed',
    bad: build({ release: { assetName: 'files/{name}{ext}' }, publish: [release] }),
    says: [
      "release.assetName: 'files/{name}{ext}' has other characters than letters, digits, '.', '_', '+', '@' and '-' around its placeholders, and GitHub would replace them.",
      "Write for instance '{name}-{platform}{ext}'.",
    ],
    good: build({ release: { assetName: 'app_{version}+{job}@{tag}-{name}{ext}' }, publish: [release] }),
  },
  {
    rule: 'asset-name-malformed',
    bad: build({ release: { assetName: '.{name}{ext}' }, publish: [release] }),
    says: [
      "release.assetName: '.{name}{ext}' begins with a dot or a hyphen, which GitHub or a command takes for something else.",
      "Begin with '{name}'.",
    ],
    good: build({ release: { assetName: '{platform}{ext}' }, publish: [release] }),
  },
  {
    rule: 'asset-name-taken',
    bad: named(undefined, ['a/app.zip', 'b/app.zip'], 'one', 'two'),
    says: ['platforms[0] one', 'platforms[1] two'].flatMap((where) => [
      `${where}: a file of 'b/app.zip' would be called 'app-${where.split(' ')[1]}.zip' in the release, as a file of 'a/app.zip' is.`,
      'Let the build give it another name.',
    ]),
    good: named(undefined, ['a/app.zip', '!b/app.zip', 'b/*.zip', 'b/app.tar.zip', 'a/dist', 'b/dist'], 'one', 'two'),
  },
  {
    rule: 'asset-name-taken',
    bad: named(undefined, ['dist/*', 'sums/SHA256SUMS'], 'one'),
    says: [
      "platforms[0] one: a file of 'sums/SHA256SUMS' would be called 'SHA256SUMS' in the release, as the one that is written beside them is.",
      'Let the build give it another name.',
    ],
    good: named(undefined, ['dist/*', 'sums/SHA256SUMS'], 'one', 'two'),
  },
  {
    rule: 'asset-name-taken',
    bad: build({
      platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['dist/*', 'a/provenance.sigstore.json', 'b/sbom.sigstore.json'] })],
      publish: [PublishTarget.githubRelease({ attest: true })],
    }),
    says: [
      "platforms[0] linux-x64: a file of 'a/provenance.sigstore.json' would be called 'provenance.sigstore.json' in the release, as the one that is written beside them is.",
      'Let the build give it another name.',
    ],
    good: named(undefined, ['a/provenance.sigstore.json'], 'one'),
  },
  {
    rule: 'asset-name-taken',
    bad: named('app-{version}{ext}', ['dist/*.dmg'], 'one', 'two'),
    says: ["platforms[1] two: a file of 'dist/*.dmg' would be called 'app-VERSION.dmg' in the release, as a file of 'dist/*.dmg' of platforms[0] one is.", TELL_APART],
    good: named('app-{platform}{ext}', ['dist/*.dmg', 'dist/*.tar.gz', 'dist/*', 'dist/app.{zip,ZIP}', '{a,b}/app.json'], 'one', 'two'),
  },
  {
    rule: 'placeholder-unknown',
    bad: build({
      release: { assetName: '{name}-{plattform}{ext}' },
      publish: [
        PublishTarget.githubRelease({ title: 'App {versoin}', notes: ReleaseNotes.text('{tag} of {platform}') }),
        FollowUp.workflow({ workflow: 'site.yml', inputs: { version: '{version}', name: '{name}' } }),
      ],
    }),
    says: [
      "release.assetName: the placeholder '{plattform}' has no value there.",
      "Did you mean 'platform'?",
      "publish[0] release title: the placeholder '{versoin}' has no value there.",
      "Did you mean 'version'?",
      "publish[0] release notes: the placeholder '{platform}' has no value there.",
      'There are: tag, version.',
      "publish[1] follow-up inputs.name: the placeholder '{name}' has no value there.",
      'There are: tag, version.',
    ],
    good: build({
      release: { assetName: '{name}-{platform}{ext}' },
      publish: [release, FollowUp.workflow({ workflow: 'site.yml', inputs: { json: '{"version":"{version}"}' } })],
    }),
  },
  {
    rule: 'tag-filter-untagged',
    bad: build({ tags: ['**'], publish: [release] }),
    says: [
      "tags: '**' matches 'untagged-...', the tag that GitHub makes of a draft that is published by hand.",
      "Name what your tags begin with, for instance 'v*', or put '!untagged-*' behind it.",
    ],
    good: build({ tags: ['**', '!untagged-*'], publish: [release] }),
  },
  {
    rule: 'tag-filter-untagged',
    bad: build({ tags: ['v*', '[a-z]*-[0-9a-f]*'], publish: [release] }),
    says: [
      "tags: '[a-z]*-[0-9a-f]*' matches 'untagged-...', the tag that GitHub makes of a draft that is published by hand.",
      "Name what your tags begin with, for instance 'v*', or put '!untagged-*' behind it.",
    ],
    good: build({ tags: ['*'], publish: [elsewhere()] }),
  },
  {
    rule: 'notes-file-outside',
    bad: build({
      publish: [
        PublishTarget.githubRelease({ notes: ReleaseNotes.file('../notes.md') }),
        elsewhere({ notes: ReleaseNotes.generated({ configurationFile: '/release.yml' }) }),
      ],
    }),
    says: [
      "publish[0] release notes: the path '../notes.md' lies outside the project.",
      'Write a path relative to the project, with forward slashes.',
      "publish[1] release-2 notes.configurationFile: the path '/release.yml' is absolute.",
      'Write a path relative to the repository, with forward slashes.',
    ],
    good: { ...build({ publish: [PublishTarget.githubRelease({ notes: ReleaseNotes.file('./notes.md') })] }), before: { 'notes.md': '' } },
  },
  {
    rule: 'notes-file-missing',
    bad: build({ publish: [PublishTarget.githubRelease({ notes: ReleaseNotes.changelog() }), elsewhere({ notes: ReleaseNotes.file('docs/notes.md') })] }),
    says: [
      "publish[0] release notes: there is no file 'CHANGELOG.md' in the project.",
      "Write it, with a heading for each version such as '## 1.2.3', or name another one: ReleaseNotes.changelog({ path: '...' }).",
      "publish[1] release-2 notes: there is no file 'docs/notes.md' in the project.",
      'Write it, or correct the path.',
    ],
    good: {
      project: (outdir) => {
        const root = new Project({ outdir, name: 'tool' });
        new TextFile(new Project({ parent: root, outdir: 'sub', name: 'sub' }), 'docs/notes.md');
        return root;
      },
      declare: ({ subprojects: [sub] }) => {
        new TagBuild(sub, 'app', { platforms: [linux], publish: [elsewhere({ notes: ReleaseNotes.file('docs/notes.md') })] });
      },
    },
  },
  {
    rule: 'notes-file-missing',
    bad: {
      project: (outdir) => {
        mkdirSync(join(outdir, 'notes'));
        return new Project({ outdir, name: 'tool' });
      },
      declare: (project) => new TagBuild(project, 'app', { platforms: [linux], publish: [elsewhere({ notes: ReleaseNotes.file('notes') })] }),
    },
    says: ["publish[0] release notes: there is no file 'notes' in the project.", 'Write it, or correct the path.'],
    good: build({ publish: [elsewhere()] }),
  },
  {
    rule: 'npm-name-malformed',
    bad: build({ platforms: [packed], publish: [PublishTarget.npm({ package: '@acme/app/x', distTag: 'v2', tarball: 'dist/*.tgz' }), PublishTarget.npm({ package: '--force' })] }),
    says: [
      "publish[0] npm package: '@acme/app/x' is no name of an npm package: at most 214 letters, digits, '.', '_' and '-', with '@scope/' in front where it has one.",
      "Write it as it stands in package.json, for instance '@acme/app'.",
      "publish[0] npm distTag: 'v2' is no dist-tag: it begins with a letter and looks like no version.",
      "Write for instance 'latest' or 'next'.",
      "publish[0] npm tarball: 'dist/*.tgz' is no pattern of a name: the files of a release lie in no directory.",
      "Write for instance '*.tgz'.",
      "publish[1] npm-2 package: '--force' is no name of an npm package: at most 214 letters, digits, '.', '_' and '-', with '@scope/' in front where it has one.",
      "Write it as it stands in package.json, for instance '@acme/app'.",
    ],
    good: build({ platforms: [packed], publish: [PublishTarget.npm({ package: '@acme/app.js', distTag: 'next-2', tarball: 'acme-app-*.tgz' })] }),
  },
  {
    rule: 'follow-up-malformed',
    bad: build({
      publish: [
        FollowUp.workflow({ workflow: '.github/workflows/site.yml' }),
        FollowUp.workflow({ workflow: 'Site', inputs: Object.fromEntries(Array.from({ length: 26 }, (_, index) => [`i${index}`, 'x'])) }),
        FollowUp.workflow({ workflow: 'site.yml', inputs: { '${{ github.token }}': 'x' } }),
        FollowUp.workflow({ workflow: 'app.yml', ref: '{tag}' }),
      ],
    }),
    says: [
      "publish[0] follow-up workflow: '.github/workflows/site.yml' is a path.",
      "Write 'site.yml': workflows lie in .github/workflows.",
      "publish[1] follow-up-2 workflow: 'Site' is not the name of a workflow file.",
      "Write the file's name, for instance 'website.yml'.",
      'publish[1] follow-up-2 inputs: are 26; GitHub takes at most 25.',
      'Put several values into one, for instance as JSON.',
      "publish[2] follow-up-3 inputs: '${{ github.token }}' is no name of an input: letters, digits, '_', '.' and '-', with a letter or '_' first.",
      'Write it as it stands in the workflow that is started; values are texts behind it.',
      "publish[3] follow-up-4 workflow: 'app.yml' is the workflow of this build itself.",
      'Name another workflow.',
      "publish[3] follow-up-4 ref: '{tag}' has a placeholder, which has no value there.",
      "Name a branch or a tag as it is called, and hand the tag over in inputs: { tag: '{tag}' }.",
    ],
    good: build({
      publish: [
        FollowUp.workflow({ workflow: 'site.yaml', ref: 'v1', inputs: Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`i${index}`, '{tag}'])) }),
        FollowUp.workflow({ workflow: 'app.yml', repository: 'acme/site', credential: releases }),
      ],
    }),
  },
  {
    rule: 'repository-name-malformed',
    bad: build({ publish: [elsewhere({ repository: 'https://github.com/acme/releases' }), PublishTarget.githubRelease({ repository: '', credential: releases })] }),
    says: [
      "publish[0] repository: 'https://github.com/acme/releases' is a URL.",
      "Write 'acme/releases'.",
      "publish[1] repository: '' is not of the form owner/name.",
      "Write for instance 'octo-org/octo-repo'.",
    ],
    good: build({ publish: [elsewhere()] }),
  },
  {
    rule: 'repository-ref-malformed',
    bad: build({ publish: [FollowUp.workflow({ workflow: 'site.yml', ref: 'a..b' }), elsewhere({ notes: ReleaseNotes.generated({ previousTag: 'v1 2' }) })] }),
    says: [
      "publish[0] follow-up ref: 'a..b' is no name that git allows for a ref.",
      "No part of it between slashes may be empty, begin with '.' or end in '.lock', and '..', '@{' and a '.' at the end are not allowed.",
      "publish[1] release notes.previousTag: 'v1 2' has a space, which git allows in no ref.",
      'Name one branch, tag or commit.',
    ],
    good: build({ publish: [FollowUp.workflow({ workflow: 'site.yml', ref: 'main' }), elsewhere({ notes: ReleaseNotes.generated({ previousTag: 'v1.0.0' }) })] }),
  },
  {
    rule: 'job-id-malformed',
    bad: build({ publish: [PublishTarget.steps('py pi', { steps: [step] })] }),
    says: ["publish[0]: the id 'py pi' is not made of letters, digits, '_' and '-', fewer than 100, with a letter or one '_' first.", "Choose one such as 'web'."],
    good: build({ publish: [pypi] }),
  },
  {
    rule: 'job-id-taken',
    bad: build({ publish: [PublishTarget.steps('Draft', { steps: [step] }), PublishTarget.steps('Build', { steps: [step] }), pypi, PublishTarget.steps('PyPI', { steps: [step] })] }),
    says: [
      "publish[0]: the id 'Draft' is kept for a job that this package writes or will write.",
      'Choose another id: it names the job.',
      "publish[1]: the id 'Build' is taken by the options at the top; upper and lower case count as the same.",
      'Choose another id: it names the job.',
      "publish[3]: the id 'PyPI' is taken by publish[2]; upper and lower case count as the same.",
      'Choose another id: it names the job.',
    ],
    good: build({ platforms: [packed], publish: [pypi, release, PublishTarget.npm({ package: 'app' }), PublishTarget.steps('release', { steps: [step] })] }),
  },
  {
    rule: 'number-out-of-range',
    bad: build({ publish: [PublishTarget.steps('pypi', { steps: [step], timeoutMinutes: 361 })] }),
    says: ['publish[0] pypi timeoutMinutes: is 361; allowed are whole numbers from 1 to 360.', 'Declare a number in that range.'],
    good: build({ publish: [PublishTarget.steps('pypi', { steps: [step], timeoutMinutes: 361, runsOn: ['self-hosted'] })] }),
  },
  {
    rule: 'runner-label-unknown',
    bad: build({ release: { runsOn: ['ubuntu-big'] }, publish: [release, PublishTarget.steps('pypi', { steps: [step], runsOn: ['ubuntu-small'] })] }),
    says: ["release.runsOn: 'ubuntu-big'", "publish[1] pypi runsOn: 'ubuntu-small'"].flatMap((label) => [
      `${label} is none of GitHub's own runners as of 2026-11.`,
      'If it is a runner of yours or a new one, nothing needs to be done.',
    ]),
    good: build({ release: { runsOn: ['ubuntu-24.04'] }, publish: [release] }),
  },
  {
    rule: 'step-malformed',
    bad: build({ publish: [PublishTarget.steps('pypi', { steps: [fromJavaScript({ name: 'x' })] })] }),
    says: [
      'publish[0] pypi steps[0]: has nothing to do; a step has exactly one of run, uses, wait, wait-all, cancel, parallel.',
      "Say what it does, for instance run: 'make'.",
    ],
    good: build({ publish: [pypi] }),
  },
  {
    rule: 'step-id-taken',
    bad: build({ publish: [PublishTarget.steps('pypi', { steps: [{ ...step, id: 'download-set' }, { ...step, id: 'a' }, { run: 'x', id: 'a' }] })] }),
    says: ["steps[0]: a step with the id 'download-set'", "steps[2]: a step with the id 'a'"].flatMap((which) => [
      `publish[0] pypi ${which} is there already.`,
      'Choose another id, or leave it out.',
    ]),
    good: build({ publish: [PublishTarget.steps('pypi', { steps: [{ ...step, id: 'build' }] }), PublishTarget.steps('brew', { steps: [{ ...step, id: 'build' }] })] }),
  },
  {
    rule: 'step-id-malformed',
    bad: build({ publish: [PublishTarget.steps('pypi', { steps: [{ ...step, id: '1' }] })] }),
    says: [
      "publish[0] pypi steps[0]: GitHub does not take the id '1'; it takes letters, digits, '_' and '-', fewer than 100, with a letter or one '_' first.",
      'Choose another id, or leave it out: one is then made from the name.',
    ],
  },
  {
    rule: 'action-not-pinned',
    bad: build({ publish: [PublishTarget.steps('pypi', { steps: [{ uses: 'pypa/gh-action-pypi-publish@release/v1' }] })] }),
    says: ["publish[0] pypi steps[0]: uses 'pypa/gh-action-pypi-publish@release/v1', which is not pinned to a commit.", 'Write the full SHA of the commit behind the @.'],
  },
  {
    rule: 'expression-in-script',
    bad: build({ publish: [PublishTarget.steps('pypi', { steps: [{ run: 'echo ${{ github.ref_name }}' }] })] }),
    says: [
      'publish[0] pypi steps[0]: has ${{ }} in a script, where a value can run as a command.',
      'Hand the value over in env, and read the variable in the script, in quotes: "$NAME".',
    ],
  },
  {
    rule: 'secret-not-declared',
    bad: build({
      preBuildSteps: [{ name: 'Sign', run: 'sign', env: { KEY: '${{ secrets.PYPI_KEY }}' } }],
      publish: [PublishTarget.steps('pypi', { steps: [step], environment: 'pypi', secrets: [Secret.required({ secret: 'PYPI_KEY' })] })],
    }),
    says: [
      "jobs.build.steps.sign.env.KEY: uses secrets.PYPI_KEY, which is declared for other jobs only, as one of environment 'pypi'.",
      "Declare it in the secrets of the job 'build', too, or in those of the build.",
    ],
    good: build({
      preBuildSteps: [{ name: 'Sign', run: 'sign', env: { KEY: '${{ secrets.PYPI_KEY }}' } }],
      publish: [PublishTarget.steps('pypi', { steps: [{ ...step, env: { KEY: '${{ secrets.PYPI_KEY }}' } }], secrets: [Secret.required({ secret: 'PYPI_KEY' })] })],
    }),
  },
];
