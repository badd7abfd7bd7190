import { github, Project } from 'projen';
import { BuildJob, Credential, Dependency, Platform, Repository, Setup, TagBuild } from '../../../src';

export function project(outdir: string): Project {
  return new Project({ outdir, name: 'studio' });
}

/** What npm, Cargo and a submodule fetch, each kind of credential, and what only one of two jobs fetches. */
export function declare(studio: Project): void {
  const app = Credential.githubApp({ clientId: { variable: 'READER_CLIENT_ID' }, privateKey: { secret: 'READER_KEY' } });
  new TagBuild(studio, 'studio', {
    repositories: [
      Repository.self({ path: 'studio', submodules: github.CheckoutSubmodules.RECURSIVE }),
      Repository.github('acme/engine', { credential: app }),
    ],
    dependencies: [
      Dependency.github('acme/lib', { credential: Credential.token({ secret: 'LIB_READ_TOKEN' }) }),
      Dependency.github('acme/shaders', { credential: app }),
      Dependency.npmRegistry({ registry: 'https://npm.acme.dev/', scope: '@acme', secret: 'ACME_NPM_TOKEN', package: '@acme/ui' }),
    ],
    setup: [Setup.node('22'), Setup.sshKnownHosts('git.acme.dev ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJfSRHvJmBAeEAQ0G1bB5Qj0CeR9bN4sS9QZm1sBvUq7')],
    prepare: [{ name: 'Install', run: 'npm ci --ignore-scripts' }],
    platforms: [
      Platform.linuxX64({ run: ['npm run build'], artifacts: ['dist/*'] }),
      Platform.windowsX64({ run: ['npm run build'], artifacts: ['dist/*'] }),
    ],
    jobs: [
      BuildJob.of('native', {
        repositories: [],
        setup: [Setup.rust()],
        dependencies: [
          Dependency.github('acme/codec', { credential: Credential.deployKey({ secret: 'CODEC_KEY' }) }),
          Dependency.cargoRegistry({ name: 'acme', index: 'sparse+https://cargo.acme.dev/index/', secret: 'ACME_CARGO_TOKEN' }),
        ],
        prepare: [{ name: 'Fetch', run: 'cargo fetch --locked' }],
        platforms: [Platform.linuxX64({ run: ['cargo build --release --frozen'], artifacts: ['target/release/native'] })],
      }),
    ],
  });
}
