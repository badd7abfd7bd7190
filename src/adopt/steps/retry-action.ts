import { usedAction } from './used-action';
import { PAUSE_SECONDS, RETRY_ATTEMPTS } from '../../github/limits';
import { object, type ObjectCode } from '../code';
import type { StepSource } from '../workflow/workflow-source';

/** What only makes a command be tried again. */
const KNOWN = ['command', 'shell', 'max_attempts', 'retry_wait_seconds', 'timeout_minutes', 'timeout_seconds', 'polling_interval_seconds', 'warning_on_retry'];

/** A step of nick-fields/retry: the script that it runs, and how often. */
export interface Retried {
  readonly script: StepSource;
  /** Of a platform that builds by it. */
  readonly retry: ObjectCode;
  /** Inputs that a declaration has no word for, with their values. */
  readonly lost: readonly string[];
}

/**
 * Undefined for any other step, and for one that tries again under conditions or does something else in between.
 *
 * @see https://github.com/nick-fields/retry#inputs
 */
export function retriedScript(step: StepSource): Retried | undefined {
  const { command = '', shell, max_attempts: most, retry_wait_seconds: wait = '10', ...others } = step.with;
  const attempts = numberIn(most);
  const pause = numberIn(wait);
  if (!/^nick-(?:fields|invision)\/retry$/.test(usedAction(step)?.name ?? '') || command.trim() === '' || attempts === undefined || pause === undefined
    || attempts < RETRY_ATTEMPTS.min || Object.keys(others).some((input) => !KNOWN.includes(input))) {
    return undefined;
  }
  const { uses: _, ...rest } = step;
  return {
    // what was said of it is the reason now
    script: { ...rest, comments: [], with: {}, run: command, shell },
    retry: object({
      reason: step.comments.join(' ').trim() || `The workflow before tried it again, and did not say why${step.name ? ` (${step.name})` : ''}.`,
      attempts: Math.min(attempts, RETRY_ATTEMPTS.max),
      pauseSeconds: Math.min(pause, PAUSE_SECONDS.max),
    }),
    lost: Object.entries(others).filter(([input]) => input.startsWith('timeout_')).map((input) => input.join(': ')),
  };
}

function numberIn(text = ''): number | undefined {
  return /^\d{1,9}$/.test(text.trim()) ? Number(text) : undefined;
}
