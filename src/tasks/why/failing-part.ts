import { isError } from './log-lines';
import type { RunJob } from '../runs/run';

/** Where the runner begins with what belongs to no step of the job any more. */
const AFTERWARDS = ['Post job cleanup.', 'Cleaning up orphan processes'];
const GROUP = '##[group]';
const STEP = `${GROUP}Run `;
const END = '##[endgroup]';

/** The part of a log that belongs to one step, and what it has printed itself. */
interface Part {
  readonly output: readonly string[];
  /** Whether the step has said that it failed. */
  readonly failed: boolean;
}

/**
 * What the first step that failed has printed: a log has no names of steps, and each begins with what
 * it runs. A step that may fail says that it failed, too, and GitHub calls it a success; of those that
 * GitHub calls failed, the log has the last. All of the log where no step says that it failed.
 *
 * @param log plain lines
 */
export function failingPart(log: readonly string[], { steps }: RunJob): readonly string[] {
  const failed = partsOf(log).filter((part) => part.failed);
  const count = steps.filter(({ conclusion }) => conclusion === 'failure').length || 1;
  return failed.at(-Math.min(count, failed.length || 1))?.output ?? log;
}

function partsOf(log: readonly string[]): Part[] {
  const begins = log.flatMap((line, index) => AFTERWARDS.includes(line) || headerEnd(log, index) > index ? [index] : []);
  return [0, ...begins].map((begin, index) => {
    const output = log.slice(headerEnd(log, begin), begins[index]);
    return { output, failed: output.some(isError) };
  });
}

/**
 * Behind what the runner prints of a step before it runs it: its script, its inputs, its environment.
 * None of that is a message, whatever it holds. A program may open a group of that name as well;
 * its content is another one.
 *
 * @returns the index itself where no step begins
 */
function headerEnd(log: readonly string[], begin: number): number {
  if (!log[begin]?.startsWith(STEP)) {
    return begin;
  }
  const end = groupEnd(log, begin);
  const content = log.slice(begin + 1, end);
  return content.length === 0 || content.some((line) => /^(?:with|env):$|^shell: /.test(line)) ? end + 1 : begin;
}

/** Groups hold no groups: no line is read for more than one of them. The begin itself where it has no end. */
function groupEnd(log: readonly string[], begin: number): number {
  let end = begin + 1;
  while (end < log.length && log[end] !== END && !log[end].startsWith(GROUP)) end++;
  return log[end] === END ? end : begin;
}
