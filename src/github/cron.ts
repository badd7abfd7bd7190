import type { Complaint } from './complaint';

/** What the fields may hold, in their order. */
const FIELDS = [
  { name: 'minute', min: 0, max: 59, names: [] },
  { name: 'hour', min: 0, max: 23, names: [] },
  { name: 'day of the month', min: 1, max: 31, names: [] },
  { name: 'month', min: 1, max: 12, names: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'] },
  { name: 'day of the week', min: 0, max: 6, names: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] },
] as const;

type CronField = (typeof FIELDS)[number];

/**
 * What keeps a text from being a schedule of GitHub's.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#schedule
 */
export function cronProblem(text: string): Complaint | undefined {
  const fields = text.split(' ');
  if (fields.length !== FIELDS.length) {
    return { why: `has ${fields.length === 1 ? 'one field' : `${fields.length} fields`}, and a schedule has five with single spaces between`, hint: "Write 'daily', 'weekly', or for instance '23 4 * * 1'." };
  }
  const wrong = FIELDS.find((field, index) => !fields[index].split(',').every((part) => isPart(part, field)));
  return wrong && {
    why: `has no ${wrong.name} that GitHub takes`,
    hint: `${wrong.name[0].toUpperCase()}${wrong.name.slice(1)}: from ${wrong.min} to ${wrong.max}; '*', lists 'a,b', ranges 'a-b' and steps '*/n' are allowed.`,
  };
}

/** Whether it begins when most schedules do. */
export function isOnTheHour(text: string): boolean {
  return /^(0+|\*\/(30|20|15|10|5))$/.test(text.split(' ')[0]);
}

function isPart(part: string, field: CronField): boolean {
  const [range, step, ...more] = part.split('/');
  const [from, to, ...others] = range === '*' ? ['*'] : range.split('-').map((value) => numberOf(value, field));
  const inOrder = to === undefined || from !== undefined && Number(from) <= Number(to);
  return !more.length && !others.length && from !== undefined && inOrder && (range === '*' || !range.includes('-') || to !== undefined)
    && (step === undefined || /^\d{1,2}$/.test(step) && Number(step) > 0);
}

function numberOf(text: string, { min, max, names }: CronField): number | undefined {
  const named = (names as readonly string[]).indexOf(text.toUpperCase());
  const value = named >= 0 ? named + min : /^\d{1,2}$/.test(text) ? Number(text) : NaN;
  return value >= min && value <= max ? value : undefined;
}
