import type { WorkflowFile } from './workflow-file';
import { PUBLISH_SCRIPT } from '../../model/publish';
import { partsIn, type ScriptPart, type Scripts } from '../../text/scripts';

/** The rule that speaks of such changes, and can be switched off. */
export const SCRIPT_CHANGED = 'script-changed';

/** A script that is not as it is shipped: its place, and what is wrong with it. */
export interface ScriptChange {
  readonly where: string;
  readonly what: string;
}

/**
 * Each script of ours that a step should have, byte for byte, and has not. Commands of the user's
 * own behind it may be others.
 *
 * @param workflow may be of any shape: it may come from a file that a stranger has written
 */
export function changedScripts(declared: WorkflowFile, workflow: unknown, known: Scripts): ScriptChange[] {
  return Object.entries(declared.jobs).flatMap(([job, { steps }]) => steps.flatMap(({ id, run = '' }) => {
    const parts = [...partsIn(run, known), ...callIn(run)];
    const script = run.slice(0, Math.max(0, ...parts.map(({ text }) => run.indexOf(text) + text.length)));
    const found = stepsOf(workflow, job).filter((step) => field(step, 'id') === id).map((step) => String(field(step, 'run')));
    const isWhole = found.length && found.every((text) => script === run ? text === run : text.startsWith(script));
    return parts.length && !isWhole ? [{
      where: `jobs.${job}.steps.${id}.run`,
      what: whatIsWrong(found, parts.filter(({ text }) => !found.every((other) => other.includes(text))).map(({ file }) => file)),
    }] : [];
  }));
}

/** A call of the publish script is one as a whole. */
function callIn(run: string): ScriptPart[] {
  return run.startsWith(`node ${PUBLISH_SCRIPT} `) ? [{ file: `the call of ${PUBLISH_SCRIPT}`, text: run }] : [];
}

function whatIsWrong(found: readonly string[], changed: readonly string[]): string {
  if (!found.length) {
    return 'the script of this step was removed';
  }
  return changed.length ? `not what this package ships: ${changed.join(', ')}` : 'something was put before, between or behind the parts that this package ships';
}

function stepsOf(workflow: unknown, job: string): unknown[] {
  const steps = field(field(field(workflow, 'jobs'), job), 'steps');
  return Array.isArray(steps) ? steps : [];
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
