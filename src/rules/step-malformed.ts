import { ownSteps } from './own-steps';
import type { DeclarationRule } from './rule';
import { expressionsIn } from './workflow-texts';
import type { StepModel } from '../model/model';

const ALL = ['name', 'id', 'continue-on-error'];
const WORK = [...ALL, 'if', 'timeout-minutes', 'env', 'background'];

/**
 * What makes a step what it is, and the keys that GitHub takes beside it.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idsteps
 */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  'run': [...WORK, 'shell', 'working-directory'],
  'uses': [...WORK, 'with'],
  'wait': ALL,
  'wait-all': ALL,
  'cancel': ALL,
  'parallel': [],
};

export const stepMalformed: DeclarationRule = {
  id: 'step-malformed',
  level: 'error',
  about: 'declaration',
  cause: 'GitHub refuses the whole workflow because of an own step: it has no kind or two, a key that its kind does not have, `secrets` in `if`, or `${{ }}` in `shell`.',
  cure: 'Write exactly one of `run`, `uses`, `wait`, `waitAll`, `cancel` and `parallel`. For a condition on a secret, declare it as optional and write its `isSet` there: `if: apple.isSet`.',
  check: (model) => ownSteps(model).flatMap(({ where, step }) => complaints(step).map(([what, fix]) => ({ where, what, fix }))),
};

function complaints(step: StepModel): [string, string][] {
  const kinds = Object.keys(KINDS).filter((kind) => kind in step);
  return [
    ...kinds.length === 1 ? strangers(kinds[0], step) : [kindComplaint(kinds)],
    ...expressionsIn(`\${{ ${step.if ?? ''} }}`).some((condition) => /(?<![\w.-])secrets\b/i.test(condition))
      ? [["has secrets in 'if', where GitHub knows none", 'Declare an optional secret, or a group of them, and write its isSet there: if: apple.isSet.'] as [string, string]] : [],
    ...step.shell?.includes('${{')
      ? [["has ${{ }} in 'shell', which GitHub does not evaluate there", 'Name the shell itself; two steps with an if each can have two.'] as [string, string]] : [],
  ];
}

function kindComplaint(kinds: readonly string[]): [string, string] {
  return [
    `has ${kinds.length ? kinds.join(' and ') : 'nothing to do'}; a step has exactly one of ${Object.keys(KINDS).join(', ')}`,
    kinds.length ? 'Make a step of each.' : "Say what it does, for instance run: 'make'.",
  ];
}

function strangers(kind: string, step: StepModel): [string, string][] {
  return Object.keys(step).filter((key) => key !== kind && !KINDS[kind].includes(key))
    .map((key) => [`has '${key}', which GitHub does not take beside '${kind}'`, 'Leave it out.']);
}
