import * as path from 'node:path';
import type { Project } from 'projen';
import { packageJsonIn } from './package-json';
import { packageRunnerIn } from './programs';
import type { Surroundings } from '../normalise/normalise';
import { packageManagerIn } from '../toolchains/package-manager';

/** What a project says about each of its builds. */
export function surroundingsOf(project: Project): Surroundings {
  const { root } = project;
  return {
    projectName: root.name.split('/').at(-1)!,
    directory: path.relative(root.outdir, project.outdir).split(path.sep).join('/'),
    // projen gives every generated file the same line, and none once it is ejected
    marker: root.gitattributes.marker ?? '',
    packageRunner: packageRunnerIn(root),
    packageManager: (directory) => packageManagerIn(packageJsonIn(root, directory)),
  };
}
