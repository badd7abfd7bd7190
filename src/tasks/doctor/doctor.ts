import { localChecks, THIS_CLONE } from './local-checks';
import type { ModelFile } from '../../model/model-file';
import { docInput } from '../../render/doc/doc-input';
import { entryFiles } from '../../render/workflow/changed-workflow';
import { requirementKinds } from '../../requirements/kinds';
import type { Requirement, UsedIn } from '../../requirements/requirement';
import { CannotTell, unknown, type Verdict } from '../../requirements/verdict';
import type { World } from '../../requirements/world';
import type { Scripts } from '../../text/scripts';

/** Checks of one kind. */
export interface Group {
  /** Of which build; '' for all of them. */
  readonly build: string;
  readonly title: string;
  readonly checks: readonly Check[];
}

export interface Check {
  /** Stable; also the anchor in docs/doctor.md. */
  readonly kind: string;
  readonly subject: string;
  /** Ids of the messages by which a run would say it. */
  readonly guard: readonly string[];
  /** Is never rejected. */
  readonly verdict: Promise<Verdict>;
}

/** Starts all look-ups at once, so that together they take hardly longer than the slowest. */
export function examine(modelFile: ModelFile, scripts: Scripts, world: World): Group[] {
  return [thisClone(modelFile, scripts, world), ...modelFile.builds.flatMap((entry) => {
    const { model } = entry;
    const workflows = entryFiles(entry, scripts).map((one): UsedIn => ({ path: one.model.workflowPath, uses: docInput(one.file).actions }));
    const build = { model, uses: workflows.flatMap(({ uses }) => uses), workflows };
    return requirementKinds.map(({ id: kind, title, guard, of }) => ({
      build: model.id,
      title,
      checks: of(build).map((requirement) => ({ kind, subject: requirement.subject, guard, verdict: verdictOf(requirement, world) })),
    }));
  })].filter(({ checks }) => checks.length);
}

function thisClone(modelFile: ModelFile, scripts: Scripts, world: World): Group {
  const checks = localChecks(modelFile, scripts, (file) => world.read(file));
  return { build: '', title: THIS_CLONE, checks: checks.map(({ kind, subject, verdict }) => ({ kind, subject, guard: [], verdict: Promise.resolve(verdict) })) };
}

/** One look-up that breaks must not keep the others from being told. */
async function verdictOf(requirement: Requirement, world: World): Promise<Verdict> {
  try {
    return await requirement.lookUp(world);
  } catch (error) {
    return error instanceof CannotTell
      ? unknown(error.reason, error.fix)
      : unknown(`the doctor itself failed: ${(error as Error).message}`, 'Report it to projen-tag-build.');
  }
}
