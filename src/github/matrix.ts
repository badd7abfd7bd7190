import type { Expressions, Outcome } from './expression-evaluator';
import { MAX_MATRIX_JOBS } from './limits';
import { list, mapping, type Mapping, type Value } from './workflow-reader';

type Combination = Readonly<Record<string, Value>>;

/**
 * The combinations of a `strategy.matrix`, by GitHub's rules: the axes multiply, `exclude` takes
 * away, and `include` extends every combination it does not contradict, or adds one.
 *
 * @see https://docs.github.com/en/actions/how-tos/write-workflows/choose-what-workflows-do/run-job-variations
 */
export function matrixCombinations(matrix: Value, expressions: Expressions): Outcome<Combination[]> {
  const evaluated = deepValue(matrix, expressions);
  if ('unknown' in evaluated) {
    return evaluated;
  }
  const { include, exclude, ...axes } = mapping(evaluated.value);
  const crooked = Object.keys(axes).find((axis) => !Array.isArray(axes[axis]));
  if (crooked !== undefined) {
    return { unknown: `'${crooked}' of the matrix is no list` };
  }
  const count = Object.values(axes).reduce<number>((soFar, values) => soFar * list(values).length, 1);
  if (count > MAX_MATRIX_JOBS) {
    return tooMany(count);
  }
  const base = product(axes).filter((one) => !list(exclude).some((pattern) => agrees(mapping(pattern), one)));
  const all = included(base, list(include).map(mapping));
  if (!all.length) {
    return { unknown: 'the matrix makes no job' };
  }
  return all.length > MAX_MATRIX_JOBS ? tooMany(all.length) : { value: all };
}

function tooMany(count: number): { readonly unknown: string } {
  return { unknown: `the matrix makes ${count} jobs, and GitHub allows ${MAX_MATRIX_JOBS}` };
}

function product(axes: Mapping): Combination[] {
  if (!Object.keys(axes).length) {
    return [];
  }
  return Object.entries(axes).reduce<Combination[]>(
    (combinations, [axis, values]) => combinations.flatMap((one) => list(values).map((value) => ({ ...one, [axis]: value }))),
    [{}],
  );
}

/** Whether every value of the pattern is the combination's too. */
function agrees(pattern: Mapping, combination: Combination): boolean {
  return Object.entries(pattern).every(([key, value]) => Object.hasOwn(combination, key) && isSame(combination[key], value));
}

/** Whether two values are the same, in whatever order their keys stand. */
function isSame(one: Value, other: Value): boolean {
  if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object') {
    return one === other;
  }
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  return Array.isArray(one) === Array.isArray(other) && keys.length === others.length
    && keys.every((key) => Object.hasOwn(other, key) && isSame((one as Mapping)[key], (other as Mapping)[key]));
}

function included(base: readonly Combination[], includes: readonly Mapping[]): Combination[] {
  const extended = base.map((original) => ({ original, now: original }));
  const added: Combination[] = [];
  for (const include of includes) {
    // what an earlier `include` added may be overwritten, what the axes gave may not
    const fitting = extended.filter(({ original }) => Object.entries(include)
      .every(([key, value]) => !Object.hasOwn(original, key) || isSame(original[key], value)));
    fitting.forEach((entry) => { entry.now = { ...entry.now, ...include }; });
    if (!fitting.length) {
      added.push(include);
    }
  }
  return [...extended.map(({ now }) => now), ...added];
}

function deepValue(value: Value, expressions: Expressions): Outcome<Value> {
  if (value === null || typeof value !== 'object') {
    return expressions.value(value);
  }
  const entries = Object.entries(value).map(([key, item]) => [key, deepValue(item, expressions)] as const);
  const unknown = entries.map(([, outcome]) => outcome).find((outcome) => 'unknown' in outcome);
  if (unknown) {
    return unknown;
  }
  const known = entries.map(([key, outcome]) => [key, (outcome as { value: Value }).value] as const);
  return { value: Array.isArray(value) ? known.map(([, item]) => item) : Object.fromEntries(known) };
}
