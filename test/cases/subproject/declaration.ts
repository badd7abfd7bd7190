import { join } from 'node:path';
import { javascript, type Project } from 'projen';
import { Platform, Setup, TagBuild } from '../../../src';

export function project(outdir: string): Project {
  const root = new javascript.NodeProject({ outdir, name: 'monorepo', defaultReleaseBranch: 'main', release: false, github: false });
  new javascript.NodeProject({
    parent: root,
    outdir: join('apps', 'desktop'),
    name: '@monorepo/desktop',
    defaultReleaseBranch: 'main',
  });
  return root;
}

/** The workflow goes to the repository's root, the doc and the README section to the app. */
export function declare(root: Project): void {
  const [desktop] = root.subprojects;
  new TagBuild(desktop, 'desktop', {
    tags: ['desktop/v*'],
    setup: [Setup.node('22'), Setup.yarn()],
    prepare: [{ name: 'Install dependencies', workingDirectory: '.', run: 'yarn install --immutable' }],
    platforms: [Platform.macosX64({ script: 'package', artifacts: ['dist/*.dmg'] })],
  });
}
