import { Project } from 'projen';
import { Platform, TagBuild } from '../../../src';

/** The section of one build was moved by hand; the other one has none yet. */
export const before = {
  'README.md': [
    '# Suite',
    '',
    '<!-- tag-build:server begin: generated, edit the projenrc file instead -->',
    'as it was',
    '<!-- tag-build:server end -->',
    '',
    '## Licence',
    '',
    'MIT',
    '',
  ].join('\n'),
};

export function project(outdir: string): Project {
  return new Project({ outdir, name: 'suite' });
}

export function declare(suite: Project): void {
  new TagBuild(suite, 'server', {
    tags: ['server-v*'],
    platforms: [Platform.linuxX64({ run: ['make -C server package'], artifacts: ['server/dist/*.deb'] })],
  });
  new TagBuild(suite, 'client', {
    tags: ['client-v*'],
    platforms: [Platform.windowsX64({ run: ['make -C client package'], artifacts: ['client/dist/*.exe'] })],
    readme: { heading: 'Client installers' },
  });
}
