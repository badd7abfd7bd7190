import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { javascript, Project } from 'projen';
import { Platform, TagBuild, type TagBuildOptions } from '../../src';
import type { Case } from '../cases/case';

/** One bad declaration of a rule, and the nearest one that is good. */
export interface Row {
  readonly rule: string;
  readonly bad: Case;
  /** Two lines for each problem that is printed, and there are no others. */
  readonly says: readonly string[];
  readonly good?: Case;
}

export const linux = Platform.linuxX64({ run: ['make'], artifacts: ['dist/*'] });

/** A declaration in a project that is nothing but a directory. */
export function build(options: Partial<TagBuildOptions>, id = 'app'): Case {
  return {
    project: (outdir) => new Project({ outdir, name: 'tool' }),
    declare: (project) => { new TagBuild(project, id, { platforms: [linux], ...options }); },
  };
}

/** A good declaration whose workflow is changed behind it. */
export function patched(change: (tagBuild: TagBuild) => void, options: Partial<TagBuildOptions> = {}): Case {
  return { ...build({}), declare: (project) => change(new TagBuild(project, 'app', { platforms: [linux], ...options })) };
}

/** The same as `build` in an npm project, where projen has workflows of its own. */
export function inNodeProject(options: Partial<TagBuildOptions>, id = 'app'): Case {
  return { ...build(options, id), project: nodeProject };
}

export function nodeProject(outdir: string): javascript.NodeProject {
  const project = new javascript.NodeProject({ outdir, name: 'web', defaultReleaseBranch: 'main', release: false, packageManager: javascript.NodePackageManager.NPM });
  project.addTask('installer', { exec: 'electron-builder' });
  project.package.addField('packageManager', 'pnpm@10.28.1');
  return project;
}

/** The same where symbolic links lie there already, by their paths. */
export function linked(links: Readonly<Record<string, string>>, declared: Case): Case {
  return {
    ...declared,
    project: (outdir) => {
      for (const [path, target] of Object.entries(links)) {
        mkdirSync(dirname(join(outdir, path)), { recursive: true });
        symlinkSync(target, join(outdir, path));
      }
      return declared.project(outdir);
    },
  };
}

/** What no compiler has looked at. */
export function fromJavaScript(value: unknown): any {
  return value;
}

/** Several declarations, one after another in one project. */
export function together(first: Case, ...others: readonly Case[]): Case {
  return { ...first, declare: (project) => [first, ...others].forEach(({ declare }) => declare(project)) };
}
