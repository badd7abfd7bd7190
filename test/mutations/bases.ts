import { parse } from 'yaml';
import type { Mutation } from './mutations';
import type { Model } from '../../src/model/model';
import { AppFiles } from '../../src/project/app-files';
import { factsOf } from '../../src/project/project-facts';
import { TagBuilds } from '../../src/project/tag-builds';
import { workflowComments } from '../../src/render/workflow/workflow';
import { workflowText } from '../../src/render/workflow/yaml';
import type { ProjectFacts } from '../../src/rules/rule';
import * as attested from '../cases/attested/declaration';
import type { Case } from '../cases/case';
import { inNewDirectory, write } from '../cases/harness';
import * as release from '../cases/release/declaration';
import * as releaseElsewhere from '../cases/release-elsewhere/declaration';
import * as signed from '../cases/signed/declaration';
import * as webHandedOn from '../cases/web-handed-on/declaration';
import * as studio from '../support/studio';

/** What is known of the first build of a case, which mutations break, its workflow among it. */
function baseOf({ before, project, declare }: Pick<Case, 'before' | 'project' | 'declare'>): ProjectFacts {
  return inNewDirectory((dir) => {
    write(dir, before ?? {});
    const root = project(dir);
    declare(root);
    const [build] = TagBuilds.of(root).builds;
    return factsOf(build, { all: [build.model], files: new AppFiles(root), former: { files: [], kept: [], sections: [] } });
  });
}

export const bases = {
  'studio': baseOf(studio),
  'web-handed-on': baseOf(webHandedOn),
  'attested': baseOf(attested),
  'release': baseOf(release),
  'release-elsewhere': baseOf(releaseElsewhere),
  'signed': baseOf(signed),
};

export const facts: ProjectFacts = bases.studio;

export const model: Model = facts.model;

/** The workflow file as it would be if the renderer did what the mutation says. */
export function mutated(mutation: Mutation): string {
  const base = baseFor(mutation);
  const workflow = parse(base.workflowText);
  mutation.mutate(workflow);
  return workflowText(workflow, base.model.marker, workflowComments(base.model));
}

/** The build that a mutation changes. */
export function baseFor({ of }: Mutation): ProjectFacts {
  return bases[of ?? 'studio'];
}
