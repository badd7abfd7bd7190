import { javascript, type Project } from 'projen';
import { referenceBuild } from '../../../projenrc/reference-build';
import { Repository } from '../../../src';

/** As in this project's own .projenrc.ts. */
export function project(outdir: string): Project {
  const root = new javascript.NodeProject({ outdir, name: 'projen-tag-build', defaultReleaseBranch: 'main', release: false, projenrcJs: false, github: false });
  new javascript.Projenrc(root, { filename: '.projenrc.ts' });
  return root;
}

export function declare(root: Project): void {
  referenceBuild(root, Repository.github('AutoByteus/autobyteus-web'));
}
