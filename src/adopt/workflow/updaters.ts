import { homeOf, type PlannedJob } from './plan-job';
import type { PlannedLeg } from './plan-leg';
import { artifactsOf, meaningsOf } from './read-leg';
import { RELEASE, withEntries } from './release-options';
import type { Report } from './report';
import { archOf } from './runners';
import { alternativesOf, mayEndIn } from '../../github/artifact-patterns';
import { distinct } from '../../text/words';
import { kindOfUpdater } from '../../updaters/kind-of-updater';
import { isCall, list, type CallCode, type Code, type Entry, type Item } from '../code';

/** A leg whose files are published. */
interface Result {
  readonly leg: PlannedLeg;
  /** Where its job is at home. */
  readonly home: string;
}

/** What legs say of updates is an option of the first release, for the platforms whose files can be updates. */
export function withUpdater(items: readonly Item[], planned: readonly PlannedJob[], report: Report): Item[] {
  const results = planned.filter(({ handedOn }) => !handedOn).flatMap((job) => job.legs.map((leg) => ({ leg, home: homeOf(job) })));
  const said = results.flatMap(({ leg }) => meaningsOf(leg.read)).flatMap(({ updater }) => updater ?? [])[0];
  const first = items.findIndex(({ value }) => isCall(value, RELEASE));
  return items.map((item, index) => {
    const own = updaterIn(item.value) ?? (index === first ? said : undefined);
    return own === undefined || !isCall(item.value) || !isCall(own) ? item
      : { ...item, value: withOption(item.value, narrowed(own, results, report)) };
  });
}

function updaterIn(code: Code): Code | undefined {
  const [options] = isCall(code, RELEASE) ? code.args : [];
  return typeof options === 'object' && options.kind === 'object' ? options.entries.find(({ key }) => key === 'updater')?.value : undefined;
}

function withOption(release: CallCode, updater: Code | undefined): Code {
  return withEntries(release, (entries) => {
    const all = entries.some(({ key }) => key === 'updater') ? entries : [...entries, { key: 'updater', value: '' }];
    return all.flatMap((entry) => entry.key !== 'updater' ? [entry] : updater === undefined ? [] : [{ ...entry, value: updater }]);
  });
}

/** Undefined where no platform can be told from those that cannot have it. */
function narrowed(updater: CallCode, results: readonly Result[], report: Report): Code | undefined {
  const known = results.filter(({ leg }) => leg.read.leg.system !== 'unknown');
  const fit = known.filter((result, index) =>
    canUpdate(updater, result) && !known.slice(0, index).some((other) => isSameTarget(updater, other.leg, result.leg)));
  const others = known.filter((result) => !fit.includes(result));
  const names = distinct(fit.map(({ leg }) => leg.name));
  const isTold = !others.some(({ leg }) => names.includes(leg.name));
  others.forEach(({ leg, home }) => report.leftOut(leg.read.leg.job.line, `${updater.name} of ${leg.name}`,
    canUpdate(updater, { leg, home }) ? 'another platform builds for the same apps' : 'its artifacts hold no file that installed apps could be updated by'));
  if (!isTold) {
    report.leftOut(fit[0].leg.read.leg.job.line, updater.name, 'platforms of one name can have it and cannot: give them other names, then declare it with `platforms`');
  }
  return !names.length || !isTold ? undefined : withEntries(updater, (entries) => [
    ...entries,
    ...others.length ? [{ key: 'platforms', value: list(names) }] : [],
    ...targetsOf(updater, fit.map(({ leg }) => leg)),
  ]);
}

/** Whether the artifacts of a platform can have what its rule asks for. */
function canUpdate(updater: CallCode, { leg, home }: Result): boolean {
  const { system } = leg.read.leg;
  if (system === 'unknown') {
    return false;
  }
  const spec = { kind: updater.name === 'Updater.tauri' ? 'tauri' : 'electron-builder' } as const;
  const kind = kindOfUpdater(spec);
  const declared = artifactsOf(leg.read).map((pattern) => home && pattern.startsWith(`${home}/`) ? pattern.slice(home.length + 1) : pattern).flatMap(alternativesOf);
  const artifacts = [...declared, ...kind.collected(spec as never, { name: leg.name, system, artifacts: declared })];
  return kind.needed(system).every(({ endings }) => artifacts.some((pattern) => endings.some((ending) => mayEndIn(pattern, ending))));
}

function updatesOf({ read }: PlannedLeg): readonly string[] {
  return meaningsOf(read).flatMap(({ updates = [] }) => updates);
}

/** Tauri's apps ask for one bundle of each system and architecture. */
function isSameTarget(updater: CallCode, one: PlannedLeg, other: PlannedLeg): boolean {
  const [targets, others] = [one, other].map((leg) => updatesOf(leg).length ? updatesOf(leg) : [targetOf(leg)]);
  return updater.name === 'Updater.tauri' && targets.some((target) => others.includes(target));
}

function targetOf({ read: { leg } }: PlannedLeg): string {
  return `${leg.system === 'macos' ? 'darwin' : leg.system}-${archOf(leg.runner) === 'arm64' ? 'aarch64' : 'x86_64'}`;
}

function targetsOf(updater: CallCode, legs: readonly PlannedLeg[]): Entry[] {
  const targets = legs.flatMap((leg): Entry[] => updatesOf(leg).length ? [{ key: leg.name, value: list(updatesOf(leg)), free: true }] : []);
  return updater.name === 'Updater.tauri' && targets.length ? [{ key: 'targets', value: { kind: 'object', entries: targets } }] : [];
}
