import { Project } from 'projen';
import { Credential, Platform, Repository, TagBuild } from '../../../src';

export function project(outdir: string): Project {
  return new Project({ outdir, name: 'studio' });
}

/** Each kind of credential; the App reads two repositories of one owner and one of another. */
export function declare(studio: Project): void {
  const app = Credential.githubApp({ clientId: { variable: 'READER_CLIENT_ID' }, privateKey: { secret: 'READER_KEY' } });
  new TagBuild(studio, 'studio', {
    repositories: [
      Repository.self(),
      Repository.github('acme/engine', { path: 'libs/engine', credential: app }),
      Repository.github('acme/fonts', { path: 'libs/fonts', credential: app }),
      Repository.github('partner/codec', { path: 'libs/codec', credential: app }),
      Repository.github('acme/licences', { path: 'libs/licences', credential: Credential.deployKey({ secret: 'LICENCES_KEY' }) }),
      Repository.github('acme/art', { path: 'art', credential: Credential.token({ secret: 'ART_TOKEN' }) }),
      Repository.github('acme/docs', { path: 'docs-source', credential: Credential.workflowToken() }),
    ],
    platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['dist/*'] })],
  });
}
