import type { Contexts } from './expressions';
import type { Data } from './workflow-text';

/** The combinations of `strategy.matrix`; one without values where there is none, or where only a run knows it. */
export function combinations(matrix: unknown, contexts: Contexts): readonly Data[] {
  const known = worked(matrix, contexts) as Data;
  if (known === null || typeof known !== 'object') {
    return [{}];
  }
  const { include, exclude, ...axes } = known;
  const multiplied = Object.entries(axes).reduce<Data[]>(
    (soFar, [axis, values]) => soFar.flatMap((one) => [values].flat().map((value) => ({ ...one, [axis]: value }))),
    [{}],
  ).filter((one) => Object.keys(axes).length && !listed(exclude).some((pattern) => fits(pattern, one)));
  return included(multiplied, listed(include));
}

/** None where it is made in the run only. */
function listed(entries: unknown): readonly Data[] {
  return Array.isArray(entries) ? entries.filter((entry) => entry !== null && typeof entry === 'object') : [];
}

/** An entry of `include` extends what it does not contradict; where that is nothing, it is a combination of its own. */
function included(base: readonly Data[], include: readonly Data[]): Data[] {
  const extended = base.map((one) => ({ original: one, all: one }));
  const alone: Data[] = [];
  for (const entry of include) {
    const fitting = extended.filter(({ original }) => fits(Object.fromEntries(Object.entries(entry).filter(([key]) => key in original)), original));
    fitting.forEach((one) => { one.all = { ...one.all, ...entry }; });
    if (!fitting.length) {
      alone.push(entry);
    }
  }
  return [...extended.map(({ all }) => all), ...alone];
}

function fits(pattern: Data, one: Data): boolean {
  return Object.entries(pattern).every(([key, value]) => JSON.stringify(one[key]) === JSON.stringify(value));
}

function worked(value: unknown, contexts: Contexts): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => worked(item, contexts));
  }
  return value !== null && typeof value === 'object'
    ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, worked(item, contexts)]))
    : contexts.value(value);
}
