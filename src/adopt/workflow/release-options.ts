import { distinct } from '../../text/words';
import { call, isCall, type CallCode, type Code, type Entry, type Item, type ObjectCode } from '../code';

/** A target that may say more than its code. */
export interface TargetItem extends Item {
  /** Whether it makes public what another one leaves as a draft. */
  readonly undrafts?: true;
  /** Ids of the jobs of the original that it comes from. */
  readonly from: readonly string[];
}

export const RELEASE = 'PublishTarget.githubRelease';

/** The releases of one repository are one; a draft that a later step makes public is none in the end. */
export function mergedTargets(items: readonly TargetItem[]): TargetItem[] {
  const merged: TargetItem[] = [];
  for (const item of items) {
    const same = merged.findIndex(({ value }) => isSameTarget(value, item.value));
    if (same < 0) {
      merged.push(item);
    } else {
      const undrafts = merged[same].undrafts ?? item.undrafts;
      const from = distinct([...merged[same].from, ...item.from]);
      merged[same] = { ...merged[same], from, ...undrafts && { undrafts }, value: union(merged[same].value as CallCode, item.value as CallCode) };
    }
  }
  return merged.map(({ undrafts, ...item }) => undrafts ? { ...item, value: withEntries(item.value as CallCode, (entries) => entries.filter(({ key }) => key !== 'draftOnly')) } : item);
}

/** A call with other options in its last argument. */
export function withEntries(code: CallCode, change: (entries: readonly Entry[]) => readonly Entry[]): CallCode {
  const options = code.args.find((arg): arg is ObjectCode => typeof arg === 'object' && arg.kind === 'object');
  const entries = change(options?.entries ?? []);
  return call(code.name, ...code.args.filter((arg) => arg !== options), ...entries.length ? [{ kind: 'object', entries } as const] : []);
}

function isSameTarget(one: Code, other: Code): boolean {
  return JSON.stringify(one) === JSON.stringify(other) || isCall(one, RELEASE) && isCall(other, RELEASE) && repositoryIn(one) === repositoryIn(other);
}

function repositoryIn({ args: [options] }: CallCode): string | undefined {
  return typeof options === 'object' && options.kind === 'object' ? JSON.stringify(options.entries.find(({ key }) => key === 'repository')?.value) : undefined;
}

function union(one: CallCode, other: CallCode): CallCode {
  return withEntries(other, (more) => withEntriesOf(one, more));
}

function withEntriesOf(one: CallCode, more: readonly Entry[]): readonly Entry[] {
  const [options] = one.args.filter((arg): arg is ObjectCode => typeof arg === 'object' && arg.kind === 'object');
  const own = options?.entries ?? [];
  return [...own, ...more.filter(({ key }) => !own.some((entry) => entry.key === key))];
}
