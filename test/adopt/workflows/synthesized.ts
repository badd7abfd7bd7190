import { Project } from 'projen';
import type { Synthesized } from './comparer/compare';
import { TagBuild, type TagBuildOptions } from '../../../src';
import { filesIn, inNewDirectory, shortened, synthesize, write } from '../../cases/harness';

/** Files of the repository that tools are set up from. */
const before = { '.nvmrc': '22\n', 'go.mod': 'module example.org/app\n\ngo 1.23\n', 'package.json': '{"packageManager": "pnpm@9.12.0", "engines": {"node": "22"}}\n' };

/** What a declaration makes in a repository that has little else. */
export function synthesized(id: string, options: TagBuildOptions): Synthesized {
  return inNewDirectory((outdir) => {
    write(outdir, before);
    const project = new Project({ outdir, name: 'app' });
    new TagBuild(project, id, options);
    synthesize(project);
    const files = filesIn(outdir);
    const text = (name: string) => files[`.github/workflows/${name}.yml`] && shortened(files[`.github/workflows/${name}.yml`]);
    return { workflow: text(id), rehearsal: text(`${id}-rehearsal`) };
  });
}
