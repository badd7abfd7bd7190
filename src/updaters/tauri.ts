import * as path from 'node:path/posix';
import { isUpdated, type UpdatedLeg, type UpdaterKind } from './updater-kind';

/** The ends of names of bundles that are signed for updates, the packed ones of `createUpdaterArtifacts: "v1Compatible"` among them. */
const SIGNED = /\.(?:AppImage|AppImage\.tar\.gz|app\.tar\.gz|deb|exe|msi|msi\.zip|nsis\.zip|rpm)$/;

const SYSTEMS = { linux: 'linux', macos: 'darwin', windows: 'windows', other: undefined } as const;
const ARCHITECTURES = { x64: 'x86_64', arm64: 'aarch64' } as const;

/** Tauri's updater. A signature lies beside each bundle. */
export const tauri: UpdaterKind<'tauri'> = {
  collected: ({ options }, platform) => isUpdated(options?.platforms, platform)
    ? platform.artifacts.filter((pattern) => SIGNED.test(pattern)).map((pattern) => `${pattern}.sig`)
    : [],
  model: ({ options }, legs) => {
    const updated = legs.filter((leg) => isUpdated(options?.platforms, { ...leg, name: leg.platform }));
    const directory = updated[0]?.directory;
    return {
      kind: 'tauri',
      legs: updated.map((leg) => ({ job: leg.job, platform: leg.platform, targets: options?.targets?.[leg.platform] ?? targetsOf(leg) })),
      config: directory === undefined ? '' : path.join(directory, options?.config ?? 'src-tauri/tauri.conf.json'),
      publicKey: options?.publicKey ?? '',
      preferMsi: options?.preferMsi ?? false,
    };
  },
  plan: ({ kind, legs, config, publicKey, preferMsi }, { repository }) => ({ kind, repository, legs, config: publicKey ? '' : config, publicKey, preferMsi }),
};

/** None where the runner does not tell. */
function targetsOf({ system, architecture }: UpdatedLeg): string[] {
  const os = SYSTEMS[system];
  return os && architecture ? [`${os}-${ARCHITECTURES[architecture]}`] : [];
}
