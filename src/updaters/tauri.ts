import * as path from 'node:path/posix';
import { CONFIGURATION, configurationFiles, misledTauriApps } from './tauri-configuration';
import { isUpdated, type OptionProblem, type UpdatedLeg, type UpdaterKind } from './updater-kind';
import type { BuildJobModel, GithubReleaseModel, Model, OperatingSystem, TauriUpdaterModel } from '../model/model';
import { buildDirectory } from '../model/paths';
import { fields, text } from '../outside/data';
import { LATEST_JSON } from '../publish/contract';
import { code } from '../text/markdown';
import { publicKeyProblem } from '../text/minisign';
import { suggestion } from '../text/suggestion';
import { andList, distinct } from '../text/words';

/** The ends of names of bundles that are signed for updates, the packed ones of `createUpdaterArtifacts: "v1Compatible"` among them. */
const SIGNED = /\.(?:AppImage|AppImage\.tar\.gz|app\.tar\.gz|deb|exe|msi|msi\.zip|nsis\.zip|rpm)$/;

const BUNDLES: Readonly<Record<OperatingSystem, readonly string[]>> = {
  macos: ['.app.tar.gz'],
  windows: ['.exe', '.msi'],
  linux: ['.AppImage', '.deb', '.rpm'],
  other: [],
};

const SYSTEMS = { linux: 'linux', macos: 'darwin', windows: 'windows', other: undefined } as const;
const ARCHITECTURES = { x64: 'x86_64', arm64: 'aarch64' } as const;

/** What the updater asks for: the system and the architecture. */
const TARGETS = [
  'darwin-x86_64', 'darwin-aarch64', 'linux-x86_64', 'linux-aarch64', 'linux-i686', 'linux-armv7', 'windows-x86_64', 'windows-aarch64', 'windows-i686',
];

const MANIFEST = 'package.json';

/**
 * Tauri's updater. A signature lies beside each bundle that updates are made of.
 *
 * @see https://v2.tauri.app/plugin/updater/
 */
export const tauri: UpdaterKind<'tauri'> = {
  finds: 'latest',
  choosing: [],
  showsFeed: false,
  makes: [LATEST_JSON],
  collected: ({ options }, platform) => isUpdated(options?.platforms, platform)
    ? platform.artifacts.filter((pattern) => SIGNED.test(pattern)).map((pattern) => `${pattern}.sig`)
    : [],
  // a program that runs without being installed has none, nor have deb and rpm of an older Tauri
  mayMatchNothing: (pattern) => pattern.endsWith('.sig'),
  model: ({ options }, legs) => {
    const updated = legs.filter((leg) => isUpdated(options?.platforms, { ...leg, name: leg.platform }));
    const directory = updated[0]?.directory;
    return {
      kind: 'tauri',
      legs: updated.map((leg) => ({ job: leg.job, platform: leg.platform, targets: options?.targets?.[leg.platform] ?? targetsOf(leg) })),
      config: directory === undefined ? '' : path.join(directory, options?.config ?? CONFIGURATION),
      publicKey: options?.publicKey ?? '',
      preferMsi: options?.preferMsi ?? false,
    };
  },
  plan: ({ kind, legs, config, publicKey, preferMsi }, { repository }) => ({ kind, repository, legs, config: publicKey ? '' : config, publicKey, preferMsi }),
  problems: (updater) => [...targetProblems(updater), ...keyProblems(updater)],
  needed: (system) => system === 'other' ? [] : [{
    endings: BUNDLES[system],
    why: 'Tauri signs for updates',
    hint: `Set bundle.createUpdaterArtifacts to true in Tauri's configuration and declare it, for instance '${example(system)}'.`,
  }],
  named: () => [],
  about: ({ legs }) => [
    `Apps that are installed find it by ${code(LATEST_JSON)}. It is made of the signatures beside the bundles, for ${andList(legs.flatMap(({ targets }) => targets).map(code))}: `
    + 'each of these must have one, and all must be of the key that the app knows. Apps look nowhere but in the latest release.',
  ],
  setUp: (_, release) => [
    `Tauri's configuration must say ${code('"bundle": { "createUpdaterArtifacts": true }')}, and under ${code('"plugins"')}, ${code('"updater"')}: `
    + `the public key as ${code('"pubkey"')}, and ${code(`"endpoints": ["${endpoint(release)}"]`)}${release.repository === '' ? ' with the owner and the name of this repository' : ''}. Both are built into the app: apps that have others look there.`,
  ],
  configured: ({ config, legs }, model) => jobsWith(legs, model).slice(0, 1).flatMap((job) => {
    const directory = buildDirectory(model, job);
    return config === '' || directory === undefined ? [] : [{ job, files: [...configurationFiles(path.relative(directory, config)), MANIFEST] }];
  }),
  misled: ({ publicKey, legs }, configuration, wanted, { files: [config], job }) => {
    const scripts = Object.values(fields(fields(configuration.get(MANIFEST)).scripts)).map(text);
    const updated = job.platforms.filter(({ name }) => legs.some((leg) => leg.job === job.id && leg.platform === name));
    return misledTauriApps(configuration, config, publicKey, {
      systems: distinct(updated.map(({ system }) => system)),
      commands: [...job.platforms.flatMap(({ run }) => run), ...scripts],
    }, wanted);
  },
  planned: ({ legs }) => [`updates by ${LATEST_JSON} for ${legs.flatMap(({ targets }) => targets).join(', ')}`],
};

/** None where the runner does not tell. */
function targetsOf({ system, architecture }: UpdatedLeg): string[] {
  const os = SYSTEMS[system];
  return os && architecture ? [`${os}-${ARCHITECTURES[architecture]}`] : [];
}

function jobsWith(legs: TauriUpdaterModel['legs'], { jobs }: Model): BuildJobModel[] {
  return jobs.filter(({ id }) => legs.some(({ job }) => job === id));
}

function example(system: OperatingSystem): string {
  const [ending] = BUNDLES[system];
  return `src-tauri/target/release/bundle/*/*${ending}`;
}

function endpoint({ repository }: GithubReleaseModel): string {
  return `https://github.com/${repository || 'OWNER/NAME'}/releases/latest/download/${LATEST_JSON}`;
}

function targetProblems({ legs }: TauriUpdaterModel): OptionProblem[] {
  const all = legs.flatMap(({ platform, targets }) => targets.map((target) => ({ platform, target })));
  return [
    ...legs.filter(({ targets }) => targets.length === 0).map(({ platform }) => ({
      option: 'targets',
      what: `has none for '${platform}', and its runner does not tell what it builds for`,
      fix: `Name it, for instance targets: { '${platform}': ['linux-x86_64'] }.`,
    })),
    ...all.filter(({ target }) => !TARGETS.includes(target)).map(({ platform, target }) => ({
      option: `targets.${platform}`,
      what: `has '${target}', which no app asks for`,
      fix: suggestion(target, TARGETS),
    })),
    ...distinct(all.map(({ target }) => target)).flatMap((target) => {
      const [first, second] = all.filter((one) => one.target === target).map(({ platform }) => platform);
      return second === undefined ? [] : [{
        option: 'targets',
        what: `both '${first}' and '${second}' build for ${target}, and apps ask for one of each`,
        fix: 'Declare what they build for, or in `platforms` those whose apps update themselves.',
      }];
    }),
  ];
}

function keyProblems({ config, publicKey, legs }: TauriUpdaterModel): OptionProblem[] {
  const malformed = publicKey === '' ? undefined : publicKeyProblem(publicKey);
  if (malformed) {
    return [{ option: 'publicKey', what: malformed, fix: 'Write the one that stands in plugins.updater.pubkey.' }];
  }
  const fix = "Write the public key here, publicKey: '...', as it stands in plugins.updater.pubkey.";
  if (config.split('/')[0] === '..') {
    return [{ option: 'config', what: `leads out of the repository: '${config}'`, fix: 'Write it relative to the working directory.' }];
  }
  if (publicKey !== '' || legs.length === 0) {
    return [];
  }
  if (config === '') {
    return [{ option: 'publicKey', what: "is not declared, and Tauri's configuration lies in another repository than the workflow", fix }];
  }
  return config.endsWith('.json') ? [] : [{ option: 'publicKey', what: `is not declared, and '${config}' is not JSON`, fix }];
}
