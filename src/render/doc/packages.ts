import type { BuildJobModel } from '../../model/model';
import { blocks, bullets, code } from '../../text/markdown';
import { andList } from '../../text/words';
import { toolchains } from '../../toolchains/toolchains';
import { toolsOf } from '../../toolchains/tools-of';

/** What a job's platforms get by the managers of their systems; those that get the same share a line. */
export function packages(job: BuildJobModel): string {
  const lines = new Map<string, { readonly manager: string; readonly names: readonly string[]; readonly platforms: string[] }>();
  for (const platform of job.platforms) {
    for (const { kind, packages: names } of toolsOf(job, platform)) {
      const manager = toolchains[kind].packages?.manager;
      if (manager === undefined) continue;
      const key = JSON.stringify([kind, names]);
      const line = lines.get(key) ?? { manager, names, platforms: [] };
      lines.set(key, line);
      line.platforms.push(platform.name);
    }
  }
  const unknown = job.platforms.filter(({ system }) => system === 'other').map(({ name }) => code(name));
  return lines.size === 0 ? '' : blocks(
    'Packages of the system, installed first:',
    bullets([...lines.values()].map(({ manager, names, platforms }) => `by ${manager} on ${andList(platforms.map(code))}: ${names.map(code).join(', ')}`)),
    unknown.length === 0 ? '' : `The system of ${andList(unknown)} is known in a run only: what is for another one is left out there.`,
  );
}
