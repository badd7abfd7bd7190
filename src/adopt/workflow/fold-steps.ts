import type { RawStep } from './raw-steps';
import { RESERVED_IDS } from '../../model/steps';
import type { Code } from '../code';
import { stepCode } from '../steps/step-code';

interface LegSteps {
  /** Of the platform. */
  readonly name: string;
  readonly env: Readonly<Record<string, string>>;
  /** Words of `setup` that set variables besides. */
  readonly setup: readonly Code[];
  readonly before: readonly RawStep[];
  readonly after: readonly RawStep[];
}

/** Steps in the lists of a declaration, where each leg meets its own in the order of the original. */
export interface FoldedSteps {
  readonly preInstallSteps: readonly RawStep[];
  readonly prepare: readonly RawStep[];
  readonly postBuildSteps: readonly RawStep[];
  readonly legs: readonly {
    readonly preInstallSteps: readonly RawStep[];
    readonly preBuildSteps: readonly RawStep[];
    readonly postBuildSteps: readonly RawStep[];
  }[];
}

/** What all legs have in common stands in lists of the job, what differs in those of the platforms. */
export function foldSteps(given: readonly LegSteps[]): FoldedSteps {
  const legs = withOwnIds(given.map(withNeededIds));
  const before = parted(legs.map((leg) => leg.before));
  const after = parted(legs.map((leg) => leg.after));
  const inside = before.own.some((own) => own.length);
  const around = inside && before.last.length > 0;
  return {
    preInstallSteps: around ? before.first : [],
    prepare: around ? before.last : before.first,
    postBuildSteps: after.first,
    legs: legs.map((_, index) => ({
      preInstallSteps: around ? before.own[index] : [],
      preBuildSteps: around ? [] : before.own[index],
      postBuildSteps: [...after.own[index], ...after.last],
    })),
  };
}

/** The steps that all lists begin with and end with, and what lies between. */
function parted(lists: readonly (readonly RawStep[])[]) {
  const keys = lists.map((steps) => steps.map(keyOf));
  const shortest = Math.min(...lists.map(({ length }) => length));
  let first = 0;
  while (first < shortest && keys.every((own) => own[first] === keys[0][first])) first++;
  let last = 0;
  while (last < shortest - first && keys.every((own) => own.at(-1 - last) === keys[0].at(-1 - last))) last++;
  return {
    first: lists[0].slice(0, first),
    own: lists.map((steps) => steps.slice(first, steps.length - last)),
    last: lists[0].slice(lists[0].length - last),
  };
}

function keyOf(raw: RawStep): string {
  return JSON.stringify(stepCode(raw.step));
}

/** Without the ids that no expression refers to, and without those that are ours. */
function withNeededIds(leg: LegSteps): LegSteps {
  const text = JSON.stringify([leg.before, leg.after].map((steps) => steps.map(({ step }) => step)));
  const ids = [...leg.before, ...leg.after].flatMap(({ step: { id } }) => id ?? []);
  const names = new Map(ids.map((id) => [id, !isReferred(id, text) ? undefined : RESERVED_IDS.test(id) ? `own-${id}` : id]));
  return renamed(leg, names);
}

function isReferred(id: string, text: string): boolean {
  return text.includes(`steps.${id}.`) || text.includes(`steps['${id}']`);
}

/** Where legs have different steps of one id, or the same in another place or with other variables, each has an id of its own. */
function withOwnIds(legs: readonly LegSteps[]): LegSteps[] {
  const uses = new Map<string, Set<string>>();
  for (const { before, after, env, setup } of legs) {
    for (const { raw, place } of [...placed(before, 'before'), ...placed(after, 'after')].filter(({ raw: { step } }) => step.id !== undefined)) {
      uses.set(raw.step.id!, new Set([...uses.get(raw.step.id!) ?? [], place + keyOf(raw) + JSON.stringify([env, setup])]));
    }
  }
  const shared = [...uses].filter(([, variants]) => variants.size > 1).map(([id]) => id);
  return legs.map((leg) => shared.length ? renamed(leg, new Map(shared.map((id) => [id, `${id}-${leg.name.replace(/[^\w-]/g, '-')}`]))) : leg);
}

function placed(steps: readonly RawStep[], where: string): { readonly raw: RawStep; readonly place: string }[] {
  return steps.map((raw, index) => ({ raw, place: `${where} ${index}` }));
}

function renamed(leg: LegSteps, names: ReadonlyMap<string, string | undefined>): LegSteps {
  const changed = [...names].filter((entry): entry is [string, string] => entry[1] !== undefined && entry[0] !== entry[1]);
  const rename = (raw: RawStep): RawStep => {
    const { id, ...step } = changed.reduce((so, [from, to]) => replaced(so, from, to), raw.step);
    const own = raw.step.id !== undefined && names.has(raw.step.id) ? names.get(raw.step.id) : id;
    return { ...raw, step: { ...step, ...own !== undefined && { id: own } } };
  };
  return { ...leg, before: leg.before.map(rename), after: leg.after.map(rename) };
}

function replaced<T>(value: T, id: string, by: string): T {
  if (typeof value === 'string') {
    return value.replaceAll(`steps.${id}.`, `steps.${by}.`).replaceAll(`steps['${id}']`, `steps['${by}']`) as T;
  }
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaced(item as unknown, id, by)])) as T : value;
}
