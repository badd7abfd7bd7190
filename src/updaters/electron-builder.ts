import { CONFIGURATION, misledElectronApps } from './electron-builder-feed';
import { isUpdated, type NeededFile, type UpdaterKind, updates } from './updater-kind';
import { artifactRoot } from '../github/artifact-patterns';
import { findRunner } from '../github/runners';
import { checkoutAt, type Leg, legsOf } from '../model/jobs';
import type { ElectronBuilderUpdaterModel, GithubReleaseModel, Model, OperatingSystem } from '../model/model';
import { code } from '../text/markdown';
import { parseVersion } from '../text/versions';
import { andList, distinct } from '../text/words';

/** The channel that electron-builder names where it is told no other, for GitHub of pre-releases too. */
const LATEST = 'latest';

/** What electron-builder leaves in its output besides, which no updater reads. */
const NO_METADATA = 'builder-debug.yml';

const METADATA: NeededFile = {
  endings: ['.yml'],
  why: 'electron-builder writes for installed apps beside its other files; their directory cannot be told from the patterns',
  hint: "Name it, for instance Updater.electronBuilder({ output: 'dist' }).",
};
const DOWNLOADED: Readonly<Record<OperatingSystem, readonly NeededFile[]>> = {
  macos: [{
    endings: ['.zip'],
    why: 'updates on macOS are made of',
    hint: "Let electron-builder make it beside the dmg (mac.target: ['dmg', 'zip']) and declare it, for instance 'dist/*.zip'.",
  }],
  windows: [{ endings: ['.exe'], why: 'updates on Windows are made of', hint: "Declare the setup program, for instance 'dist/*.exe'." }],
  linux: [{ endings: ['.AppImage', '.deb', '.rpm', '.pacman'], why: 'updates on Linux are made of', hint: "Declare one of them, for instance 'dist/*.AppImage'." }],
  other: [],
};

/** What stands in the name of the metadata behind the channel. Only on Linux does the architecture. */
const SUFFIX: Readonly<Record<OperatingSystem, string>> = { linux: '-linux', macos: '-mac', windows: '', other: '' };

/**
 * electron-updater. Blockmaps let it download what has changed; on Linux they are part of the file.
 *
 * @see https://github.com/electron-userland/electron-builder/blob/master/packages/electron-updater/src/providers/GitHubProvider.ts
 */
export const electronBuilder: UpdaterKind<'electron-builder'> = {
  finds: 'tags',
  choosing: ['macos', 'windows'],
  showsFeed: true,
  // what is made has the names of what legs leave
  makes: [],
  collected: ({ options }, platform) => {
    const output = options?.output ?? artifactRoot(platform.artifacts);
    // the working directory itself has files of that kind that electron-builder did not write
    if (!isUpdated(options?.platforms, platform) || output === '') {
      return [];
    }
    return [`${output}/*.yml`, ...platform.system === 'linux' ? [] : [`${output}/*.blockmap`], `!${output}/${NO_METADATA}`];
  },
  // electron-builder makes none where differentialPackage is false
  mayMatchNothing: (pattern) => pattern.endsWith('.blockmap'),
  model: ({ options }, legs) => ({
    kind: 'electron-builder',
    legs: legs.filter((leg) => isUpdated(options?.platforms, { ...leg, name: leg.platform })).map(({ job, platform }) => ({ job, platform })),
    channel: options?.channel ?? '',
  }),
  plan: (updater, { repository }, model) => ({
    kind: updater.kind,
    repository,
    legs: updatedLegs(updater, model).map(({ job, platform }) => ({ job: job.id, platform: platform.name, system: platform.system })),
    channel: updater.channel,
  }),
  problems: ({ channel }) => channel === '' || /^[A-Za-z][\w-]*$/.test(channel) ? [] : [{
    option: 'channel',
    what: `is '${channel}', and a channel is a word of letters, digits, '_' and '-'`,
    fix: "Write for instance 'latest' or 'beta', without an ending.",
  }],
  needed: (system) => system === 'other' ? [] : [...DOWNLOADED[system], METADATA],
  named: () => [],
  about: (updater, model) => [
    `Apps that are installed find it by ${andList(metadata(updater, LATEST, model).map(code))}`
    + `${updater.channel === '' ? `, and ${code('1.2.0-beta.1')} also by ${andList(metadata(updater, 'beta', model).map(code))}, which there are where ${code('publish')} of electron-builder names that channel` : ''}. `
    + 'electron-builder writes them on each platform. Those of one name are merged, and every file that they name is compared with what is published: its name, its size and its sum.',
    'A stable app finds nothing but the latest release that is no pre-release; a pre-release looks for the tags that are versions, such as `v1.2.0-beta.2`.',
  ],
  setUp: (updater, release, model) => [
    `electron-builder's ${code('publish')} must lead to the releases: ${code(published(release))}. It is written into the app when it is built: apps that have another one look there.`,
    `electron-builder itself must publish nothing: ${code('--publish never')}.`,
    ...updatedLegs(updater, model).some(({ platform }) => platform.system === 'macos')
      ? [`It must make a ${code('zip')} beside the ${code('dmg')}, by ${code('"mac": { "target": ["dmg", "zip"] }')}: updates on macOS are made of it.`] : [],
  ],
  configured: (updater, model) => distinct(updatedLegs(updater, model).map(({ job }) => job)).map((job) => ({ job, files: CONFIGURATION })),
  misled: (updater, configuration, wanted, { job }, model) => misledElectronApps(configuration, {
    systems: distinct(updatedLegs(updater, model).filter((leg) => leg.job === job).map(({ platform }) => platform.system)),
    commands: job.platforms.flatMap(({ run }) => run),
    checkout: checkoutAt(model, job),
  }, wanted),
  planned: (updater, version, model) => {
    const own = parseVersion(version)?.prerelease[0];
    return [`updates by ${metadata(updater, LATEST, model).join(', ')}${own && updater.channel === '' ? `, or by ${metadata(updater, own, model).join(', ')}` : ''}`];
  },
};

function updatedLegs(updater: ElectronBuilderUpdaterModel, model: Model): Leg[] {
  return legsOf(model).filter((leg) => updates(updater, leg));
}

/** The files that the apps of all platforms read; of that channel where none is declared. */
function metadata(updater: ElectronBuilderUpdaterModel, undeclared: string, model: Model): string[] {
  const channel = updater.channel || undeclared;
  return distinct(updatedLegs(updater, model).map(({ platform: { system, runsOn } }) => {
    const isArm = system === 'linux' && runsOn.some((label) => findRunner(label)?.arch === 'arm64');
    return `${channel}${SUFFIX[system]}${isArm ? '-arm64' : ''}.yml`;
  }));
}

function published({ repository }: GithubReleaseModel): string {
  const [owner, name] = repository.split('/');
  return repository === '' ? '"publish": { "provider": "github" }' : `"publish": { "provider": "github", "owner": "${owner}", "repo": "${name}" }`;
}
