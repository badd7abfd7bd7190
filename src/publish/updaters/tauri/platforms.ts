import { type Bundle, type BundleKind, kindsOf, type LegBundles } from './bundles';
import { beginning, distinct } from '../../../text/words';
import { shownPath } from '../../assemble/legs';
import { LATEST_JSON } from '../../contract';
import { error, type Message } from '../../report';

/** How many names a message shows. */
const SHOWN = 20;

/** The words for architectures in the names of bundles and of the directories that they lie in. */
const ARCHITECTURES: Readonly<Record<string, string>> = {
  x86_64: 'x86_64',
  amd64: 'x86_64',
  x64: 'x86_64',
  aarch64: 'aarch64',
  arm64: 'aarch64',
  i386: 'i686',
  i586: 'i686',
  i686: 'i686',
  x86: 'i686',
  armv7: 'armv7',
  armv7l: 'armv7',
  armv7hl: 'armv7',
  armhf: 'armv7',
  armhfp: 'armv7',
  riscv64: 'riscv64',
};
const WORDS = new RegExp(`(?<![0-9a-z])(?:${Object.keys(ARCHITECTURES).join('|')})(?![0-9a-z])`, 'gi');

/** In the name of an MSI, of which an app may have one a language. Each of them installs the update. */
const LANGUAGE = /_[a-z]{2,3}-[A-Za-z]{2,4}(?=\.msi(?:\.zip)?$)/;
const COMMON_LANGUAGE = '_en-US.';

export interface Platforms {
  /** By the keys that apps look for. */
  readonly platforms: ReadonlyMap<string, Bundle>;
  readonly problems: readonly Message[];
}

/** A target, and the bundles of its leg that are for it. */
interface Promised {
  readonly target: string;
  readonly from: LegBundles;
  readonly bundles: readonly Bundle[];
}

/**
 * What each app finds, by both forms of key: `darwin-aarch64-app` for those that say what they were
 * installed from, and `darwin-aarch64` for all others, as were those before version 2.10 of the plugin.
 */
export function platformsOf(left: readonly LegBundles[], preferMsi: boolean): Platforms {
  const promised = left.flatMap((from) => from.leg.targets.map((target) => ({ target, from, bundles: bundlesFor(target, from) })));
  return {
    platforms: new Map(promised.flatMap(({ target, bundles }) => entriesOf(target, bundles, preferMsi))),
    problems: [...promisedTwice(promised), ...promised.flatMap((one) => [...none(one), ...several(one)])],
  };
}

function entriesOf(target: string, bundles: readonly Bundle[], preferMsi: boolean): [string, Bundle][] {
  const kinds = kindsOf(target).filter((kind) => bundles.some((bundle) => bundle.kind === kind));
  const entries = kinds.map((kind): [string, Bundle] => [`${target}-${kind}`, chosen(bundles, kind, false)]);
  const fallback = preferMsi && kinds.includes('msi') ? 'msi' : kinds[0];
  // an app of Tauri 1 knows no other key, and installs nothing but what is packed
  return fallback ? [[target, chosen(bundles, fallback, true)], ...entries] : [];
}

function chosen(bundles: readonly Bundle[], kind: BundleKind, preferPacked: boolean): Bundle {
  const rank = ({ isPacked, file }: Bundle) => (isPacked === preferPacked ? 0 : 2) + (file.path.includes(COMMON_LANGUAGE) ? 0 : 1);
  return bundles.filter((bundle) => bundle.kind === kind).sort((a, b) => rank(a) - rank(b))[0];
}

/** Names tell where a leg builds for several architectures, for another one than its runner's, or left more than one bundle of a kind. */
function bundlesFor(target: string, { bundles }: LegBundles): Bundle[] {
  const architecture = architectureOf(target);
  const mine = bundles.filter(({ kind, file }) => kindsOf(target).includes(kind) && ['', architecture].includes(architectureIn(file.path)));
  const named = mine.filter(({ file }) => architectureIn(file.path) === architecture);
  return mine.filter((bundle) => named.includes(bundle) || !named.some(({ kind }) => kind === bundle.kind));
}

/** The last one counts; '' where there is none. */
export function architectureIn(path: string): string {
  const word = path.match(WORDS)?.at(-1);
  return word ? ARCHITECTURES[word.toLowerCase()] : '';
}

function architectureOf(target: string): string {
  return target.slice(target.indexOf('-') + 1);
}

function promisedTwice(promised: readonly Promised[]): Message[] {
  return distinct(promised.map(({ target }) => target)).flatMap((target) => {
    const legs = promised.filter((one) => one.target === target).map(({ from: { leg } }) => `${leg.job} ${leg.platform}`);
    return legs.length < 2 ? [] : [error('an-update-is-not-the-only-one', `${beginning(legs, SHOWN)} each build for ${target}, and an app there would find the files of one of them only. Correct targets of the updater.`)];
  });
}

/** Nothing is said where the leg left nothing at all. */
function none({ target, from: { files }, bundles }: Promised): Message[] {
  return bundles.length || !files.length ? [] : [
    error('a-platform-finds-no-update', `${LATEST_JSON} would have no ${target}, and apps there would take what they are for the newest: no file of ${files[0].leg.name} is a signed bundle for it. Its artifact holds: ${beginning(files.map(({ path }) => shownPath(path)), SHOWN)}. Let Tauri build one and declare it among the artifacts, or correct targets of the updater.`),
  ];
}

/** Such as that of an earlier version, which was left in the directory. */
function several({ target, from: { files }, bundles }: Promised): Message[] {
  const written = ({ file }: Bundle) => file.path.replace(LANGUAGE, '');
  const clash = (one: Bundle, other: Bundle) => one.kind === other.kind && one.isPacked === other.isPacked && written(one) !== written(other);
  const clashing = bundles.filter((one) => bundles.some((other) => clash(one, other)));
  return clashing.length ? [
    error('an-update-is-not-the-only-one', `${beginning(clashing.map(({ file }) => shownPath(file.path)), SHOWN)} of ${files[0].leg.name} are each for ${target}, and an app there would find one of them. Narrow the patterns of the platform, or let the build begin in an empty directory.`),
  ] : [];
}
