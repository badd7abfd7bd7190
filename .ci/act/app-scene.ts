import { Project } from 'projen';
import { type Scene, TAG, WORKFLOW_TOKEN } from './world';
import { Credential, Platform, Repository, TagBuild } from '../../src';
import { filesOf } from '../../test/cases/harness';
import { APP_KEY, CLIENT_ID } from '../../test/support/fake-app';

/** What the App's token is, where one is made. */
export const APP_TOKEN = 'ghs_of_the_app';

const { '.github/workflows/viewer.yml': workflow } = filesOf({
  project: (outdir) => new Project({ outdir, name: 'viewer' }),
  declare: (project) => {
    new TagBuild(project, 'viewer', {
      repositories: [
        Repository.self({ path: 'viewer' }),
        Repository.github('acme/engine', { credential: Credential.githubApp({ clientId: { secret: 'READER_ID' }, privateKey: { secret: 'READER_KEY' } }) }),
      ],
      platforms: [Platform.linuxX64({ run: ['mkdir out', 'cp ../engine/README.md out/engine.txt'], artifacts: ['out/*'] })],
    });
  },
});

/** An app and the private repository that it is built from, which a GitHub App reads. */
export const app: Scene = {
  app: 'acme/viewer',
  workflow,
  // a line of act's file of secrets
  secrets: { READER_ID: CLIENT_ID, READER_KEY: APP_KEY.trim().replaceAll('\n', '\\n') },
  programs: ['openssl'],
  fill: (world) => {
    const { git } = world;
    git.create('acme/viewer', [WORKFLOW_TOKEN]);
    git.create('acme/engine', [APP_TOKEN]);
    git.commit('acme/viewer', 'refs/heads/main', { 'README.md': '' });
    git.commit('acme/viewer', TAG, {}, 'refs/heads/main');
    git.commit('acme/engine', 'refs/heads/main', { 'README.md': 'the engine\n' });
    world.tell('acme/engine', 'HEAD', APP_TOKEN);
  },
};
