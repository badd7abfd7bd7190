import type { github } from 'projen';
import { flag, list, number, record, struct, type Table, text } from './field';
import { STEP_MINUTES } from '../github/limits';

const scalar = text('code', { scalar: true });

/** @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idsteps */
const jobStep: Table<github.workflows.JobStep> = {
  id: text('word'),
  if: text('condition', { scalar: true }),
  name: text('code'),
  env: record('code', scalar),
  workingDirectory: text('code'),
  shell: text('code'),
  uses: text('code'),
  run: text('code'),
  with: record('code', scalar, { gaps: true }),
  continueOnError: flag({ orText: true }),
  timeoutMinutes: number({ range: STEP_MINUTES, orText: true }),
  background: flag(),
  wait: list(text('word')),
  waitAll: flag(),
  cancel: text('word'),
  parallel: list(struct(() => jobStep)),
};

export const steps = list(struct(() => jobStep));
