import { homeOf, type PlannedJob } from './plan-job';
import type { Code, Entry, Item, ObjectCode } from '../code';
import { call, list, object } from '../code';

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
  const own = planned.map(checkoutsOf);
  const all = mainFirst(distinct(own.flat()));
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
        repositories: isAll || planned.length === 1 ? undefined : list(own[index].map(({ code }) => codes.get(JSON.stringify(code))!)),
        workingDirectory: home === from ? undefined : home || '.',
      }).entries,
    };
  });
  const items = all.map((one): Item => ({ value: codes.get(JSON.stringify(one.code))!, ...one.comments.length && { comments: one.comments } }));
  return { entries: isSaid ? [{ key: 'repositories', value: { kind: 'list', items } }] : [], homes };
}

function checkoutsOf({ legs }: PlannedJob): CheckedOut[] {
  return distinct(legs.flatMap(({ read }) => read.steps.flatMap(({ source, meanings }) => meanings
    .flatMap(({ repositories = [] }) => repositories).map((one) => ({ ...one, comments: source.comments })))));
}

function distinct(all: readonly CheckedOut[]): CheckedOut[] {
  return all.filter((one, index) => all.findIndex((other) => JSON.stringify(other.code) === JSON.stringify(one.code)) === index);
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
  const options = code.args.find((arg): arg is ObjectCode => typeof arg === 'object' && arg.kind === 'object');
  return { ...code, args: [...names, { kind: 'object', entries: [{ key: 'path', value: '.' }, ...options?.entries ?? []] }] };
}
