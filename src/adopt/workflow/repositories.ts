import { homeOf, type PlannedJob } from './plan-job';
import { distinctData } from '../../text/words';
import type { CallCode, Code, Entry, Item, ObjectCode } from '../code';
import { call, isCall, list, object } from '../code';

/** What a build job says of where it is at home. */
export interface Home {
  readonly entries: readonly Entry[];
}

interface CheckedOut {
  readonly code: Code;
  readonly path: string;
  readonly isSelf: boolean;
  readonly comments: readonly string[];
}

/** The repositories of a build, and what its jobs say of theirs. */
export function repositoriesOf(planned: readonly PlannedJob[]): { readonly entries: readonly Entry[]; readonly homes: readonly Home[] } {
  const found = planned.map(checkoutsOf);
  const own = found.map(onePerPlace);
  const all = mainFirst(whole(found.flat()));
  const wholeOf = (one: CheckedOut) => all.find((other) => isSamePlace(one, other))!;
  const isPlain = all.length === 1 && all[0].isSelf && all[0].path === '';
  const isSaid = all.length > 0 && !(isPlain && JSON.stringify(all[0].code) === JSON.stringify(call('Repository.self')));
  const codes = new Map(all.map((one) => [JSON.stringify(one.code), isPlain ? one.code : withPath(one)]));
  const main = all[0]?.path ?? '';
  const homes = planned.map((job, index): Home => {
    const isAll = own[index].length === all.length;
    const from = isAll || own[index].some((one) => one.path === main) ? main : own[index][0]?.path ?? '';
    const home = homeOf(job);
    return {
      entries: object({
        repositories: isAll || planned.length === 1 ? undefined : list(own[index].map((one) => codes.get(JSON.stringify(wholeOf(one).code))!)),
        workingDirectory: home === from ? undefined : home || '.',
      }).entries,
    };
  });
  const items = all.map((one): Item => ({ value: codes.get(JSON.stringify(one.code))!, ...one.comments.length && { comments: one.comments } }));
  return { entries: isSaid ? [{ key: 'repositories', value: { kind: 'list', items } }] : [], homes };
}

function checkoutsOf({ legs }: PlannedJob): CheckedOut[] {
  return distinctData(legs.flatMap(({ read }) => read.steps.flatMap(({ source, meanings }) => meanings
    .flatMap(({ repositories = [] }) => repositories).map((one) => ({ ...one, comments: source.comments })))), ({ code }) => code);
}

function isSamePlace(one: CheckedOut, other: CheckedOut): boolean {
  return one.path === other.path && nameIn(one.code) === nameIn(other.code);
}

/** Which repository it is, at which ref. */
function nameIn(code: Code): string {
  return isCall(code) ? JSON.stringify([code.name, ...code.args.filter((arg) => typeof arg === 'string'), entriesOf(code).find(({ key }) => key === 'ref')]) : '';
}

function entriesOf({ args }: CallCode): readonly Entry[] {
  return args.find((arg): arg is ObjectCode => typeof arg === 'object' && arg.kind === 'object')?.entries ?? [];
}

/** A repository lies in one place once, whichever job checks it out. */
function onePerPlace(all: readonly CheckedOut[]): CheckedOut[] {
  return all.filter((one, index) => all.findIndex((other) => isSamePlace(one, other)) === index);
}

/** As much of each repository as any of the jobs has: what one of them needs does not harm the others. */
function whole(all: readonly CheckedOut[]): CheckedOut[] {
  return onePerPlace(all).map((one) => {
    const places = distinctData(all.filter((other) => isSamePlace(one, other)), ({ code }) => code);
    const comments = [...new Set(places.flatMap((place) => place.comments))];
    return places.length === 1 ? one : { ...one, code: united(places.map(({ code }) => code)), comments };
  });
}

/** Options that take something away; they stay where all say them. */
const NARROW = ['sparse', 'filter'];

function united(codes: readonly Code[]): Code {
  const calls = codes.filter((code) => isCall(code)) as CallCode[];
  const all = calls.map(entriesOf);
  const entries = all.flat().filter(({ key }) => !NARROW.includes(key) || all.every((own) => own.some((entry) => entry.key === key)));
  const widest = [...entries].sort((one, other) => Number(isWide(other)) - Number(isWide(one)));
  const kept = entries.map(({ key }) => widest.find((entry) => entry.key === key)!).filter((entry, index, every) => every.indexOf(entry) === index);
  return { ...calls[0], args: [...calls[0].args.filter((arg) => typeof arg === 'string'), ...kept.length ? [{ kind: 'object', entries: kept } as const] : []] };
}

/** The whole history, and submodules of submodules, are more than anything else. */
function isWide({ key, value }: Entry): boolean {
  return key === 'fetchDepth' && value === 0 || key === 'submodules' && JSON.stringify(value).includes('RECURSIVE');
}

/** The repository that the workflow belongs to is the main one, if it is checked out at all. */
function mainFirst(all: readonly CheckedOut[]): CheckedOut[] {
  return [...all.filter(({ isSelf }) => isSelf), ...all.filter(({ isSelf }) => !isSelf)];
}

/** Among several each says where it lies: by default none lies in the workspace itself. */
function withPath({ code, path }: CheckedOut): Code {
  if (path !== '' || typeof code !== 'object' || code.kind !== 'call') {
    return code;
  }
  const names = code.args.filter((arg) => typeof arg === 'string');
  return { ...code, args: [...names, { kind: 'object', entries: [{ key: 'path', value: '.' }, ...entriesOf(code)] }] };
}
