import { Project } from 'projen';
import { Platform, TagBuild } from '../../../src';

/** No package.json and no README, and projen does nothing with GitHub. */
export function project(outdir: string): Project {
  return new Project({ outdir, name: 'tool' });
}

export function declare(tool: Project): void {
  new TagBuild(tool, 'tool', {
    platforms: [Platform.linuxX64({ run: ['make', 'make package'], artifacts: ['build/tool-*.tar.gz'] })],
  });
}
