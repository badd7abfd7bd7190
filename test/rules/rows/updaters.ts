import {
  BuildJob, Credential, type ElectronBuilderUpdaterOptions, type GithubReleaseOptions, Platform, type PlatformOptions, PublishTarget, ReleaseFlag,
  Repository, Signing, type TauriUpdaterOptions, Updater,
} from '../../../src';
import type { Case } from '../../cases/case';
import { build, type Row, together } from '../row';

const built = (...artifacts: string[]): PlatformOptions => ({ run: ['make'], artifacts });
const bundled = (...artifacts: string[]): PlatformOptions => ({ ...built(...artifacts), signing: [Signing.tauriUpdater()] });
const electronMac = Platform.macosArm64(built('dist/*.dmg', 'dist/*.zip'));
const electronMacX64 = Platform.macosX64(built('dist/*.dmg', 'dist/*.zip'));
const electronLinux = Platform.linuxX64(built('dist/*.AppImage'));
const electronWindows = Platform.windowsX64(built('dist/*.exe'));
const tauriMac = Platform.macosArm64(bundled('bundle/**/*.dmg', 'bundle/**/*.app.tar.gz'));
const tauriLinux = Platform.linuxX64(bundled('bundle/**/*.AppImage'));
const credential = Credential.token({ secret: 'RELEASE_TOKEN' });
const mayFail = { allowedToFail: 'The runner is new.' };

const released = (updater: Updater, options: GithubReleaseOptions = {}) => PublishTarget.githubRelease({ updater, ...options });
const electron = (platforms: Platform[], options: ElectronBuilderUpdaterOptions = {}, release: GithubReleaseOptions = {}): Case =>
  build({ platforms, publish: [released(Updater.electronBuilder(options), release)] });
const tauri = (platforms: Platform[], options: TauriUpdaterOptions = {}, release: GithubReleaseOptions = {}): Case =>
  build({ platforms, publish: [released(Updater.tauri(options), release)] });

/** All made by a real minisign. */
const PUBLIC_KEY = 'dW50cnVzdGVkIGNvbW1lbnQ6IG1pbmlzaWduIHB1YmxpYyBrZXkgNjQ5OEU5NUUxMDRFQUU0OQpSV1JKcms0UVh1bVlaR0NpM21abDQ2eFhXenVoSGpwQkh5NUhCWUVVTFE5OXhySHVreHpRakgzeAo=';
const OTHER_KEY = 'dW50cnVzdGVkIGNvbW1lbnQ6IG1pbmlzaWduIHB1YmxpYyBrZXkgNzYzNDZCNzg2QTUwRTRCQQpSV1M2NUZCcWVHczBkaDdMMldlRUIxbVpIeHV1cFgxdENWdHVlTVB4MlpyTU1zL205NGdudGJRQQo=';
const PRIVATE_KEY = 'dW50cnVzdGVkIGNvbW1lbnQ6IG1pbmlzaWduIGVuY3J5cHRlZCBzZWNyZXQga2V5ClJXUUFBRUl5QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQVNhNU9FRjdwbUdTTE9IaDVJZ3ZUMGViZ3lZRnNPeGV2bkxxNjY2L2xvZFdIS1BNUEoyTXFsMkNpM21abDQ2eFhXenVoSGpwQkh5NUhCWUVVTFE5OXhySHVreHpRakgzeEFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE9Cg==';
const WRITE_IT = "Write the public key here, publicKey: '...', as it stands in plugins.updater.pubkey.";

/** The same with files that lie there. */
const lying = (before: Readonly<Record<string, object>>, declared: Case): Case =>
  ({ ...declared, before: Object.fromEntries(Object.entries(before).map(([file, content]) => [file, JSON.stringify(content)])) });
const inReleases: GithubReleaseOptions = { repository: 'acme/releases', credential };
const github = (owner: string, repo: string) => ({ provider: 'github', owner, repo });
const TO_RELEASES = 'Write there "publish": { "provider": "github", "owner": "acme", "repo": "releases" }.';
const TAURI = 'src-tauri/tauri.conf.json';
const latest = (repository: string, file = 'latest.json') => `https://github.com/${repository}/releases/latest/download/${file}`;
const tauriConfiguration = (pubkey: string, endpoints: string[], createUpdaterArtifacts: unknown = true) =>
  ({ [TAURI]: { bundle: { createUpdaterArtifacts }, plugins: { updater: { pubkey, endpoints } } } });

/** What installed apps find a release by. */
export const updaterRows: readonly Row[] = [
  {
    rule: 'updater-platform-unknown',
    bad: tauri([tauriLinux], { platforms: ['linux-x86', 'linux-x64'], targets: { 'mac-arm64': ['darwin-aarch64'] }, publicKey: PUBLIC_KEY }),
    says: [
      "publish[0].updater.platforms[0]: there is no platform 'linux-x86'.",
      "Did you mean 'linux-x64'?",
      "publish[0].updater.targets: there is no platform 'mac-arm64'.",
      'There are: linux-x64.',
    ],
    good: tauri([tauriLinux, tauriMac], { platforms: ['linux-x64'], targets: { 'linux-x64': ['linux-x86_64'] }, publicKey: PUBLIC_KEY }),
  },
  {
    rule: 'updater-platform-unknown',
    bad: build({
      jobs: [
        BuildJob.of('core', { platforms: [electronMac], handedOn: true }),
        BuildJob.of('app', { needs: [{ job: 'core', path: 'core' }], platforms: [electronLinux] }),
      ],
      platforms: undefined,
      publish: [released(Updater.electronBuilder({ platforms: ['macos-arm64'] }))],
    }),
    says: ["publish[0].updater.platforms[0]: what 'macos-arm64' builds is handed on to other jobs, and nothing of it is published.", 'There are: linux-x64.'],
  },
  {
    rule: 'updater-without-platform',
    bad: electron([electronLinux], { platforms: [] }),
    says: ['publish[0] release updater: is for no platform: none that is published is known to be on Linux, Windows or macOS.', 'Name them in platforms, or leave updater out.'],
    good: electron([electronLinux], { platforms: ['linux-x64'] }),
  },
  {
    rule: 'updater-malformed',
    bad: electron([electronLinux], { channel: 'latest.yml' }),
    says: ["publish[0] release updater.channel: is 'latest.yml', and a channel is a word of letters, digits, '_' and '-'.", "Write for instance 'latest' or 'beta', without an ending."],
    good: electron([electronLinux], { channel: 'stable-2' }),
  },
  {
    rule: 'updater-malformed',
    bad: tauri([
      Platform.of('own', { ...bundled('bundle/*.AppImage'), runsOn: ['self-hosted', 'Linux'] }),
      tauriLinux,
      Platform.linuxX64({ ...bundled('bundle/*.deb'), name: 'deb' }),
      tauriMac,
    ], { targets: { 'macos-arm64': ['macos-aarch64'] }, publicKey: PUBLIC_KEY }),
    says: [
      "publish[0] release updater.targets: has none for 'own', and its runner does not tell what it builds for.",
      "Name it, for instance targets: { 'own': ['linux-x86_64'] }.",
      "publish[0] release updater.targets.macos-arm64: has 'macos-aarch64', which no app asks for.",
      'There are: darwin-x86_64, darwin-aarch64, linux-x86_64, linux-aarch64, linux-i686, linux-armv7, windows-x86_64, windows-aarch64, windows-i686.',
      "publish[0] release updater.targets: both 'linux-x64' and 'deb' build for linux-x86_64, and apps ask for one of each.",
      'Declare what they build for, or in `platforms` those whose apps update themselves.',
    ],
    good: tauri([
      Platform.of('own', { ...bundled('bundle/*.AppImage'), runsOn: ['self-hosted', 'Linux'] }),
      tauriMac,
    ], { targets: { 'own': ['linux-armv7'], 'macos-arm64': ['darwin-aarch64', 'darwin-x86_64'] }, publicKey: PUBLIC_KEY }),
  },
  {
    rule: 'updater-malformed',
    bad: tauri([tauriLinux], { publicKey: PRIVATE_KEY }),
    says: [
      'publish[0] release updater.publicKey: is a private key: store it in a secret, and make a new one if this one was ever committed.',
      'Write the one that stands in plugins.updater.pubkey.',
    ],
    good: tauri([tauriLinux], { publicKey: PUBLIC_KEY }),
  },
  {
    rule: 'updater-malformed',
    bad: tauri([tauriLinux], { publicKey: 'RWQ' }),
    says: [
      'publish[0] release updater.publicKey: is no public key in base64, as it stands in the file that ends in .pub.',
      'Write the one that stands in plugins.updater.pubkey.',
    ],
  },
  {
    rule: 'updater-malformed',
    bad: tauri([tauriLinux], { config: 'src-tauri/Tauri.toml' }),
    says: ["publish[0] release updater.publicKey: is not declared, and 'src-tauri/Tauri.toml' is not JSON.", WRITE_IT],
    good: tauri([tauriLinux], { config: 'src-tauri/Tauri.toml', publicKey: PUBLIC_KEY }),
  },
  {
    rule: 'updater-malformed',
    bad: tauri([tauriLinux], { config: '../tauri.conf.json' }),
    says: ["publish[0] release updater.config: leads out of the repository: '../tauri.conf.json'.", 'Write it relative to the working directory.'],
  },
  {
    rule: 'updater-malformed',
    bad: build({ repositories: [Repository.github('acme/app')], platforms: [tauriLinux], publish: [released(Updater.tauri())] }),
    says: ["publish[0] release updater.publicKey: is not declared, and Tauri's configuration lies in another repository than the workflow.", WRITE_IT],
    good: build({ repositories: [Repository.github('acme/app')], platforms: [tauriLinux], publish: [released(Updater.tauri({ publicKey: PUBLIC_KEY }))] }),
  },
  {
    rule: 'updater-malformed',
    bad: build({ publish: [released(Updater.files({ files: ['dist/appcast.xml'] }))] }),
    says: ["publish[0] release updater.files[0]: 'dist/appcast.xml' is no name or pattern of a name: the files of a release lie in no directory.", "Write for instance 'appcast.xml'."],
    good: build({ publish: [released(Updater.files({ files: ['appcast*.xml'] }))] }),
  },
  {
    rule: 'updater-malformed',
    bad: build({ publish: [released(Updater.files({ files: [] }))] }),
    says: ['publish[0] release updater.files: names no file.', 'Name what the updater reads, or leave `updater` out.'],
  },
  {
    rule: 'updater-file-missing',
    bad: electron([Platform.macosArm64(built('dist/*.dmg')), Platform.linuxX64(built('out/app.AppImage', 'dist/*.snap'))]),
    says: [
      "platforms[0] macos-arm64: no artifact pattern can match a file that ends in '.zip', which updates on macOS are made of.",
      "Let electron-builder make it beside the dmg (mac.target: ['dmg', 'zip']) and declare it, for instance 'dist/*.zip'.",
      "platforms[1] linux-x64: no artifact pattern can match a file that ends in '.yml', which electron-builder writes for installed apps beside its other files; their directory cannot be told from the patterns.",
      "Name it, for instance Updater.electronBuilder({ output: 'dist' }).",
    ],
    good: electron([Platform.macosArm64(built('dist/*')), Platform.linuxX64(built('out/app.AppImage', 'dist/*.snap'))], { output: 'out' }),
  },
  {
    rule: 'updater-file-missing',
    bad: tauri([Platform.macosArm64(bundled('bundle/*.msi', 'bundle/*.tar', '!bundle/*.app.tar.gz'))], { publicKey: PUBLIC_KEY }),
    says: [
      "platforms[0] macos-arm64: no artifact pattern can match a file that ends in '.app.tar.gz', which Tauri signs for updates.",
      "Set bundle.createUpdaterArtifacts to true in Tauri's configuration and declare it, for instance 'src-tauri/target/release/bundle/*/*.app.tar.gz'.",
    ],
    good: tauri([Platform.macosArm64(bundled('bundle/*.gz')), Platform.windowsX64(bundled('bundle/**')), Platform.linuxX64(bundled('bundle/*'))], { publicKey: PUBLIC_KEY }),
  },
  {
    rule: 'updater-file-missing',
    bad: build({ platforms: [electronLinux, Platform.windowsX64(built('dist/*.exe', '!dist/*.xml'))], publish: [released(Updater.files({ files: ['appcast.xml'] }))] }),
    says: [
      "publish[0] release updater: no platform whose artifacts are published builds a file that 'appcast.xml' matches.",
      "Let one platform build it and declare it there, for instance artifacts: ['dist/appcast.xml'].",
    ],
    good: build({ platforms: [electronLinux, Platform.windowsX64(built('dist/*.exe', 'dist/*'))], publish: [released(Updater.files({ files: ['appcast.xml', 'RELEASES'] }))] }),
  },
  {
    rule: 'updater-platform-may-fail',
    bad: electron([electronMac, Platform.macosX64({ ...built('dist/*.dmg', 'dist/*.zip'), ...mayFail })]),
    says: [
      "platforms[1] macos-x64: may fail, and its apps would then be given the files of 'macos-arm64', since one file of metadata is for all.",
      'Leave allowedToFail out, or build both in one platform.',
    ],
    good: electron([electronMac, Platform.windowsX64({ ...built('dist/*.exe'), ...mayFail })]),
  },
  {
    rule: 'updater-not-latest',
    bad: electron([electronLinux], {}, { latest: ReleaseFlag.NEVER }),
    says: ['publish[0] release latest: is never, and installed apps look for a stable version in the latest release alone.', 'Leave latest out, or leave updater out.'],
    good: electron([electronLinux], {}, { latest: ReleaseFlag.NEVER, prerelease: ReleaseFlag.ALWAYS }),
  },
  {
    rule: 'updater-not-latest',
    bad: tauri([tauriLinux], { publicKey: PUBLIC_KEY }, { prerelease: ReleaseFlag.ALWAYS }),
    says: ['publish[0] release prerelease: is always, and installed apps look in the latest release alone, which no pre-release is.', 'Leave prerelease out, or leave updater out.'],
    good: tauri([tauriLinux], { publicKey: PUBLIC_KEY }, { prerelease: ReleaseFlag.ALWAYS, draftOnly: true }),
  },
  {
    rule: 'updater-not-latest',
    bad: tauri([tauriLinux], { publicKey: PUBLIC_KEY }, { latest: ReleaseFlag.NEVER }),
    says: ['publish[0] release latest: is never, and installed apps look for a stable version in the latest release alone.', 'Leave latest out, or leave updater out.'],
    good: build({ publish: [released(Updater.files({ files: ['appcast.xml'] }), { latest: ReleaseFlag.NEVER })] }),
  },
  {
    rule: 'updater-latest-shared',
    bad: together(electron([electronLinux]), build({ tags: ['server-v*'], publish: [PublishTarget.githubRelease()] }, 'server')),
    says: [
      "publish[0] release: becomes the latest release in this repository, and so does that of the build 'app'; installed apps of 'app' would find the wrong one.",
      "Set latest: ReleaseFlag.NEVER for that of 'server'.",
    ],
    good: together(
      electron([electronLinux]),
      build({ tags: ['server-v*'], publish: [PublishTarget.githubRelease({ latest: ReleaseFlag.NEVER }), PublishTarget.githubRelease(inReleases)] }, 'server'),
      build({ tags: ['nightly-*'], publish: [PublishTarget.githubRelease({ prerelease: ReleaseFlag.ALWAYS })] }, 'nightly'),
    ),
  },
  {
    rule: 'updater-latest-shared',
    bad: together(build({ tags: ['server-v*'], publish: [PublishTarget.githubRelease()] }, 'server'), electron([electronLinux])),
    says: [
      "publish[0] release: becomes the latest release in this repository, and so does that of the build 'server'; installed apps of 'app' would find the wrong one.",
      "Set latest: ReleaseFlag.NEVER for that of 'server'.",
    ],
    good: together(build({ tags: ['server-v*'], publish: [PublishTarget.githubRelease({ draftOnly: true })] }, 'server'), electron([electronLinux])),
  },
  {
    rule: 'updater-latest-shared',
    bad: together(
      electron([electronLinux]),
      build({ tags: ['viewer-v*', '!*-*'], platforms: [tauriLinux], publish: [released(Updater.tauri({ publicKey: PUBLIC_KEY }))] }, 'viewer'),
    ),
    says: [
      "publish[0] release: becomes the latest release in this repository, and so does that of the build 'app'; installed apps of 'app' would find the wrong one.",
      'Make one of them in a repository of its own.',
    ],
    good: together(
      electron([electronLinux]),
      build({ tags: ['viewer-v*', '!*-*'], platforms: [tauriLinux], publish: [released(Updater.tauri({ publicKey: PUBLIC_KEY }), inReleases)] }, 'viewer'),
    ),
  },
  {
    rule: 'updater-tags-unfit',
    bad: build({ tags: ['v*.*.*', 'desktop-v*'], platforms: [electronLinux], publish: [released(Updater.electronBuilder())] }),
    says: [
      "tags[1]: 'desktop-v*' matches 'desktop-v1.2.3-beta.1', and installed pre-releases find no tag that is more than a version.",
      "Let tags be versions, for instance 'v*.*.*', or put a filter behind it that excludes pre-releases.",
    ],
    good: build({ tags: ['v*', '*.*.*', 'v*.*', 'desktop-v*', '!desktop-v*-*'], platforms: [electronLinux], publish: [released(Updater.electronBuilder())] }),
  },
  {
    rule: 'updater-tags-unfit',
    bad: build({ tags: ['releases/v*'], platforms: [electronLinux], publish: [released(Updater.electronBuilder())] }),
    says: [
      "tags[0]: 'releases/v*' matches 'releases/v1.2.3-beta.1', and installed pre-releases find no tag that is more than a version.",
      "Let tags be versions, for instance 'v*.*.*', or put a filter behind it that excludes pre-releases.",
    ],
    good: build({ tags: ['desktop-v*'], platforms: [tauriLinux], publish: [released(Updater.tauri({ publicKey: PUBLIC_KEY }))] }),
  },
  {
    rule: 'updater-declared-differently',
    bad: build({
      platforms: [electronMac, electronMacX64, electronWindows],
      publish: [released(Updater.electronBuilder()), released(Updater.electronBuilder({ channel: 'stable' }), { repository: 'acme/releases', credential })],
    }),
    says: ['publish[1] release-2 updater: is declared otherwise than that of publish[0] release, and both would make the same files.', 'Declare it once, as a constant, for both.'],
    good: build({
      platforms: [electronMac, electronMacX64, electronWindows],
      publish: [released(Updater.electronBuilder()), released(Updater.electronBuilder(), { repository: 'acme/releases', credential })],
    }),
  },
  {
    rule: 'updater-declared-differently',
    bad: build({
      platforms: [tauriLinux],
      publish: [released(Updater.tauri({ publicKey: PUBLIC_KEY })), released(Updater.tauri({ publicKey: OTHER_KEY }), inReleases)],
    }),
    says: ['publish[1] release-2 updater: is declared otherwise than that of publish[0] release, and both would make the same files.', 'Declare it once, as a constant, for both.'],
    good: build({ publish: [released(Updater.files({ files: ['appcast.xml'] })), released(Updater.files({ files: ['appcast-*.xml'] }), inReleases)] }),
  },
  {
    rule: 'asset-name-taken',
    bad: tauri([Platform.linuxX64(bundled('bundle/**/*.AppImage', 'site/latest.json'))], { publicKey: PUBLIC_KEY }),
    says: [
      "platforms[0] linux-x64: a file of 'site/latest.json' would be called 'latest.json' in the release, as the one that is written beside them is.",
      'Let the build give it another name.',
    ],
    good: electron([Platform.linuxX64(built('dist/*.AppImage', 'dist/latest.json'))]),
  },
  {
    rule: 'updater-misled',
    bad: lying({ 'package.json': { build: { publish: [github('acme', 'app'), github('acme', 'releases')] } } }, electron([electronLinux], {}, inReleases)),
    says: ['publish[0] release updater: build in package.json sends installed apps to acme/app by publish, and the release lies in acme/releases.', TO_RELEASES],
    good: lying({ 'package.json': { build: { publish: [github('Acme', 'releases'), github('acme', 'app')] } } }, electron([electronLinux], {}, inReleases)),
  },
  {
    rule: 'updater-misled',
    bad: lying({ 'electron-builder.json': { publish: github('acme', 'releases'), mac: { publish: null }, linux: { publish: github('acme', 'linux') } } }, electron([electronLinux, electronMac, electronWindows], {}, inReleases)),
    says: [
      'publish[0] release updater: electron-builder.json sends installed apps to acme/linux by publish, and the release lies in acme/releases.',
      TO_RELEASES,
      'publish[0] release updater: electron-builder.json switches publish off, so that electron-builder writes no metadata.',
      TO_RELEASES,
    ],
    good: lying({ 'electron-builder.json': { publish: github('acme', 'releases'), mac: { publish: null } } }, electron([electronLinux, electronWindows], {}, inReleases)),
  },
  {
    rule: 'updater-misled',
    bad: lying({ 'package.json': { repository: 'acme/app', build: {} } }, electron([electronLinux], {}, inReleases)),
    says: ['publish[0] release updater: build in package.json sends installed apps to acme/app by repository in package.json, and the release lies in acme/releases.', TO_RELEASES],
    good: lying({ 'package.json': { repository: { url: 'git+https://github.com/acme/releases.git' }, build: { publish: 'github' } } }, electron([electronLinux], {}, inReleases)),
  },
  {
    rule: 'updater-misled',
    bad: lying({ 'package.json': { build: {} } }, electron([electronLinux], {}, inReleases)),
    says: ['publish[0] release updater: build in package.json sends installed apps to the repository of the workflow by its checkout, and the release lies in acme/releases.', TO_RELEASES],
    // it is the one that the checkout names
    good: lying({ 'package.json': { build: {} } }, electron([electronLinux])),
  },
  {
    rule: 'updater-misled',
    bad: lying({ 'desktop/package.json': { build: { publish: { provider: 'github' } } } }, build({ workingDirectory: 'desktop', platforms: [electronLinux], publish: [released(Updater.electronBuilder())] })),
    says: [
      'publish[0] release updater: build in package.json names no repository in publish, nor does package.json in repository, so that electron-builder writes no metadata.',
      'Write there "publish": { "provider": "github", "owner": "OWNER", "repo": "NAME" }.',
    ],
    good: lying({ 'desktop/package.json': { repository: 'github:acme/app', build: {} } }, build({ workingDirectory: 'desktop', platforms: [electronLinux], publish: [released(Updater.electronBuilder())] })),
  },
  {
    rule: 'updater-misled',
    bad: lying(tauriConfiguration(PUBLIC_KEY, [latest('acme/app'), latest('acme/releases', 'updates.json')], false), tauri([tauriLinux], {}, inReleases)),
    says: [
      "publish[0] release updater: 'src-tauri/tauri.conf.json' does not say that Tauri makes what updates are made of.",
      'Write "bundle": { "createUpdaterArtifacts": true }.',
      `publish[0] release updater: plugins.updater.endpoints in 'src-tauri/tauri.conf.json' leads installed apps to '${latest('acme/app')}', '${latest('acme/releases', 'updates.json')}', and the release lies in acme/releases.`,
      `Write "endpoints": ["${latest('acme/releases')}"].`,
    ],
    good: lying(tauriConfiguration(PUBLIC_KEY, [latest('acme/app'), latest('acme/releases')], 'v1Compatible'), tauri([tauriLinux], {}, inReleases)),
  },
  {
    rule: 'updater-misled',
    bad: lying(tauriConfiguration('', []), tauri([tauriLinux])),
    says: [
      "publish[0] release updater: plugins.updater.pubkey in 'src-tauri/tauri.conf.json' is missing.",
      'Write the public key there: the content of the file that ends in .pub.',
      "publish[0] release updater: plugins.updater.endpoints in 'src-tauri/tauri.conf.json' names no address.",
      `Write "endpoints": ["${latest('OWNER/NAME')}"].`,
    ],
    good: lying(tauriConfiguration(PUBLIC_KEY, ['https://updates.example.com/{{target}}/{{current_version}}']), tauri([tauriLinux])),
  },
  {
    rule: 'updater-misled',
    bad: lying({ ...tauriConfiguration(PUBLIC_KEY, [latest('acme/releases')], false), 'package.json': { scripts: { app: 'tauri build' } } }, tauri([tauriLinux], {}, inReleases)),
    says: [
      "publish[0] release updater: 'src-tauri/tauri.conf.json' does not say that Tauri makes what updates are made of.",
      'Write "bundle": { "createUpdaterArtifacts": true }.',
    ],
    good: lying({ ...tauriConfiguration(PUBLIC_KEY, [latest('acme/releases')], false), 'package.json': { scripts: { app: 'tauri build --config release.json' } } }, tauri([tauriLinux], {}, inReleases)),
  },
  {
    rule: 'updater-misled',
    bad: lying({ [TAURI]: { plugins: { updater: { endpoints: [latest('acme/releases')] } } }, 'src-tauri/tauri.linux.conf.json': { bundle: { createUpdaterArtifacts: true }, plugins: { updater: { pubkey: PUBLIC_KEY } } } }, tauri([tauriLinux], {}, inReleases)),
    says: [
      "publish[0] release updater: plugins.updater.pubkey in 'src-tauri/tauri.conf.json' is missing.",
      'Write the public key there: the content of the file that ends in .pub.',
    ],
    good: lying({ [TAURI]: { plugins: { updater: { endpoints: [latest('acme/releases')] } } }, 'src-tauri/tauri.linux.conf.json': { bundle: { createUpdaterArtifacts: true }, plugins: { updater: { pubkey: PUBLIC_KEY } } } }, tauri([tauriLinux], { publicKey: PUBLIC_KEY }, inReleases)),
  },
  {
    rule: 'updater-misled',
    bad: lying({ ...tauriConfiguration(PUBLIC_KEY, [latest('acme/releases')], false), 'src-tauri/tauri.linux.conf.json': { bundle: { createUpdaterArtifacts: true } } }, tauri([tauriLinux, tauriMac], {}, inReleases)),
    says: [
      "publish[0] release updater: 'src-tauri/tauri.conf.json' does not say that Tauri makes what updates are made of.",
      'Write "bundle": { "createUpdaterArtifacts": true }.',
    ],
    good: lying({ ...tauriConfiguration(PUBLIC_KEY, [latest('acme/releases')], false), 'src-tauri/tauri.linux.conf.json': { bundle: { createUpdaterArtifacts: true } } }, tauri([tauriLinux], {}, inReleases)),
  },
  {
    rule: 'updater-misled',
    bad: lying(tauriConfiguration(PRIVATE_KEY, [latest('acme/app')]), tauri([tauriLinux])),
    says: [
      "publish[0] release updater: plugins.updater.pubkey in 'src-tauri/tauri.conf.json' is a private key: store it in a secret, and make a new one if this one was ever committed.",
      'Write the public key there: the content of the file that ends in .pub.',
    ],
    good: lying(tauriConfiguration(PUBLIC_KEY, [latest('acme/app')]), tauri([tauriLinux])),
  },
  {
    rule: 'updater-misled',
    bad: lying(tauriConfiguration(PUBLIC_KEY, [latest('acme/app')]), tauri([tauriLinux], { publicKey: OTHER_KEY })),
    says: ["publish[0] release updater: plugins.updater.pubkey in 'src-tauri/tauri.conf.json' is another key than publicKey of the updater.", 'Leave publicKey out: the one in the configuration counts for apps.'],
    good: lying(tauriConfiguration(PUBLIC_KEY, [latest('acme/app')]), tauri([tauriLinux], { publicKey: PUBLIC_KEY })),
  },
  {
    rule: 'updater-misled',
    bad: tauri([tauriLinux], { config: 'tauri.conf.json' }),
    says: ["publish[0] release updater: there is no 'tauri.conf.json', which holds the public key.", 'Correct `config` of the updater, or write the file.'],
  },
];
