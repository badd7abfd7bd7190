import { kindOf } from '../../credentials/credential-kinds';
import { type Model, type PublishTargetModel } from '../../model/model';
import { environmentsOfTargets } from '../../model/publish';
import { kindOfTarget } from '../../targets/kind-of-target';
import { blocks, bullets, code, heading, numbered } from '../../text/markdown';
import { jobOf, stagesOf } from '../workflow/publish-stages';

/** Each target: what it does, and how it is set up. */
export function targetParts(model: Model): string[] {
  return model.publish.map((target) => {
    const kind = kindOfTarget(target);
    const steps = kind.setUp(target, model);
    return blocks(
      heading(3, kind.title(target).replace(/^./, (first) => first.toUpperCase())),
      bullets([...kind.about(target, model), ...credential(target), ...approval(target)]),
      steps.length === 0 ? '' : 'To set it up:',
      numbered(steps),
    );
  });
}

/** The ids of the jobs that see to a target. */
export function jobsOf(model: Model, target: PublishTargetModel): string[] {
  return [...target.kind === 'github-release' ? stagesOf(model).draft : [], jobOf(target)];
}

function credential(target: PublishTargetModel): string[] {
  return 'credential' in target ? [`It takes ${kindOf(target.credential).label(target.credential)}.`] : [];
}

function approval(target: PublishTargetModel): string[] {
  return environmentsOfTargets([target]).filter((name) => name !== '')
    .map((name) => `It waits for whatever the environment ${code(name)} asks for, such as an approval.`);
}
