import { distinct } from '../../../text/words';
import { type FoundFile, shownFile, shownPath } from '../../assemble/legs';
import type { NamedFile } from '../../assemble/problems';
import type { TauriLeg } from '../../contract';
import { error, type Message } from '../../report';

/** What an app is installed from, as the updater names it. */
export type BundleKind = 'app' | 'appimage' | 'deb' | 'rpm' | 'nsis' | 'msi';

/** A file that the updater installs, and its signature. */
export interface Bundle {
  readonly kind: BundleKind;
  /** Whether it is packed once more, as apps of Tauri 1 want it. */
  readonly isPacked: boolean;
  readonly file: NamedFile;
  readonly signature: NamedFile;
}

/** A leg of the plan with what it left. */
export interface LegBundles {
  readonly leg: TauriLeg;
  readonly files: readonly NamedFile[];
  readonly bundles: readonly Bundle[];
}

/** The kinds of each system, as the updater calls it; apps that do not say what they were installed from get the first that is there. */
const SYSTEMS: Readonly<Record<string, readonly BundleKind[]>> = {
  darwin: ['app'],
  linux: ['appimage', 'deb', 'rpm'],
  windows: ['nsis', 'msi'],
};

/** What the names of bundles end in: as they are, and packed by `createUpdaterArtifacts: "v1Compatible"`. */
const ENDS: Readonly<Record<BundleKind, { readonly plain: string; readonly packed?: string }>> = {
  app: { plain: '.app.tar.gz' },
  appimage: { plain: '.AppImage', packed: '.AppImage.tar.gz' },
  deb: { plain: '.deb' },
  rpm: { plain: '.rpm' },
  nsis: { plain: '.exe', packed: '.nsis.zip' },
  msi: { plain: '.msi', packed: '.msi.zip' },
};

const SIGNATURE = '.sig';

const APART: Message['id'] = 'a-bundle-and-its-signature-are-not-together';

/**
 * Older versions of Tauri's command sign none of these: such a build is right for all other apps.
 *
 * @see https://github.com/tauri-apps/tauri/pull/12786
 */
const OFTEN_UNSIGNED: readonly BundleKind[] = ['deb', 'rpm'];

/** A program for Windows that is not called as Tauri calls its own is a bundle only if it is signed. */
const OTHER_PROGRAM = /(?<!-setup)\.exe$/;

/** What an app for a target may be installed from; nothing where its system is unknown. */
export function kindsOf(target: string): readonly BundleKind[] {
  const system = target.slice(0, target.indexOf('-'));
  return Object.hasOwn(SYSTEMS, system) ? SYSTEMS[system] : [];
}

/** The bundles of a leg that are signed, and what is there of others. */
export function bundlesOf(leg: TauriLeg, all: readonly NamedFile[]): LegBundles & { readonly problems: readonly Message[] } {
  const files = all.filter((file) => file.isFile && file.leg.job === leg.job && file.leg.platform === leg.platform);
  const byPath = new Map(files.map((file) => [file.path, file]));
  const kinds = distinct(leg.targets.flatMap(kindsOf));
  const found = files.flatMap((file) => kinds.flatMap((kind) => {
    const { plain, packed } = ENDS[kind];
    const isPacked = packed !== undefined && file.path.endsWith(packed);
    return isPacked || file.path.endsWith(plain) ? [{ kind, isPacked, file, signature: byPath.get(file.path + SIGNATURE) }] : [];
  }));
  return {
    leg,
    files,
    bundles: found.filter((bundle): bundle is Bundle => bundle.signature !== undefined),
    problems: [
      ...found.filter(({ file, signature }) => !signature && !OTHER_PROGRAM.test(file.path)).map(({ kind, file }) => {
        const isNone = found.every((other) => other.kind !== kind || !other.signature);
        return OFTEN_UNSIGNED.includes(kind) && isNone ? leftUnsigned(file) : unsigned(file);
      }),
      ...files.filter(({ path }) => path.endsWith(SIGNATURE) && !byPath.has(path.slice(0, -SIGNATURE.length))).map(alone),
    ],
  };
}

function unsigned(file: FoundFile): Message {
  return error(APART, `${shownFile(file)} has no signature beside it, '${shownPath(file.path)}${SIGNATURE}', and no app installs it. Let Tauri sign it: bundle.createUpdaterArtifacts in its configuration, and the secret TAURI_SIGNING_PRIVATE_KEY for the platform.`);
}

function leftUnsigned(file: FoundFile): Message {
  return { level: 'warning', id: APART, text: `${shownFile(file)} has no signature beside it: apps that were installed from it find no update. A newer @tauri-apps/cli signs it.` };
}

function alone(file: FoundFile): Message {
  return error(APART, `${shownFile(file)} is the signature of a file that is not beside it. Declare the file among the artifacts; or, if it is renamed after it was signed, let its signature be renamed with it.`);
}
