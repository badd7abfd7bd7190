import { Project } from 'projen';
import { type Scene, TAG, WORKFLOW_TOKEN } from './world';
import { Platform, Setup, TagBuild } from '../../src';
import { filesOf } from '../../test/cases/harness';

/** Small, and nobody has it. */
export const PACKAGE = 'hello-traditional';

const { '.github/workflows/greeting.yml': workflow } = filesOf({
  project: (outdir) => new Project({ outdir, name: 'greeting' }),
  declare: (project) => {
    new TagBuild(project, 'greeting', {
      setup: [Setup.apt([PACKAGE]), Setup.brew(['create-dmg'])],
      platforms: [
        Platform.linuxX64({ run: ['mkdir out', 'hello >out/greeting.txt'], artifacts: ['out/*'] }),
        Platform.macosArm64({ run: ['mkdir out', 'echo no greeting >out/greeting.txt'], artifacts: ['out/*'] }),
      ],
    });
  },
});

/** An app that greets by a program of the system, which the real apt-get installs. */
export const packages: Scene = {
  app: 'acme/greeting',
  workflow,
  secrets: {},
  programs: ['apt-get', 'dpkg-query'],
  fill: ({ git }) => {
    git.create('acme/greeting', [WORKFLOW_TOKEN]);
    git.commit('acme/greeting', 'refs/heads/main', { 'README.md': '' });
    git.commit('acme/greeting', TAG, {}, 'refs/heads/main');
  },
};
