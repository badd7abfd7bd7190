import type { ProjectRule } from './rule';
import { placedTools } from './tools';
import { fromWorkspace, inOwnRepository } from '../model/paths';
import { distinct } from '../text/words';
import { toolchains } from '../toolchains/toolchains';

export const wrapperUnproven: ProjectRule = {
  id: 'wrapper-unproven',
  level: 'warning',
  about: 'project',
  cause: 'The build starts Gradle or Maven by a wrapper, and nothing proves what it downloads or the jar that it is.',
  cure: "Write the sums into the wrapper's properties (`distributionSha256Sum`, for Maven also `wrapperSha256Sum`), and add Setup.gradleWrapper(), which verifies the jar of Gradle's.",
  check: ({ model, toolFiles }) => placedTools(model).flatMap(({ where, job, setup, platforms }) => {
    const read = (file: string) => toolFiles.get(inOwnRepository(model, fromWorkspace(job, file)) ?? '');
    const [first = [], ...others] = platforms.map((platform) => [...job.setup, ...platform.setup]);
    const everywhere = first.filter(({ kind }) => others.every((tools) => tools.some((tool) => tool.kind === kind)));
    return distinct(setup.map(({ kind }) => kind)).flatMap((kind) => toolchains[kind].unproven?.(read, everywhere) ?? [])
      .map(({ why, hint }) => ({ where, what: why, fix: hint }));
  }),
};
