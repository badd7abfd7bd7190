import { parse } from 'yaml';
import type { Mutation } from './mutations';
import type { Model } from '../../src/model/model';
import { factsOf } from '../../src/project/project-facts';
import { workflowComments } from '../../src/render/workflow/workflow';
import { workflowText } from '../../src/render/workflow/yaml';
import type { ProjectFacts } from '../../src/rules/rule';
import { inNewDirectory } from '../cases/harness';
import * as studio from '../support/studio';

/** What is known of the build that the mutations break, its workflow among it. */
export const facts: ProjectFacts = inNewDirectory((dir) => {
  const build = studio.declare(studio.project(dir));
  return factsOf(build, [build._model]);
});

export const model: Model = facts.model;

/** The workflow file as it would be if the renderer did what the mutation says. */
export function mutated({ mutate }: Mutation): string {
  const workflow = parse(facts.workflowText);
  mutate(workflow);
  return workflowText(workflow, model.marker, workflowComments(model));
}
