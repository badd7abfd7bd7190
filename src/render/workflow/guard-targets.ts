import { kindOf, secretsOf } from '../../credentials/credential-kinds';
import { secretsOfGuard } from '../../model/jobs';
import type { Model } from '../../model/model';
import { writingTargetsOf, type WritingTarget } from '../../model/publish';

/**
 * The targets that the guard can ask about: it sees no secret of an environment, and a workflow of
 * this repository is started with a token that the guard does not have.
 */
export function guardTargets(model: Model): WritingTarget[] {
  const seen = secretsOfGuard(model).flatMap(({ names }) => names);
  return writingTargetsOf(model)
    .filter((target) => target.kind === 'github-release' || target.repository !== '')
    .filter(({ credential }) => secretsOf(credential).every((name) => seen.includes(name)));
}

/** One a line, as assets/targets.sh reads it. */
export function targetLine(target: WritingTarget): string {
  const words = target.kind === 'workflow' ? ['workflow', fieldOf(target), target.workflow] : ['release', fieldOf(target)];
  return [target.id, target.repository || 'self', ...words].join(' ');
}

function fieldOf(target: WritingTarget): string {
  return kindOf(target.credential).guardField(target);
}
