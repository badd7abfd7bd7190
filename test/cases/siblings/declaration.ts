import { github, javascript, type Project } from 'projen';
import { Credential, Platform, Repository, Setup, TagBuild } from '../../../src';

export function project(outdir: string): Project {
  return new javascript.NodeProject({ outdir, name: '@acme/studio', defaultReleaseBranch: 'main', release: false, packageManager: javascript.NodePackageManager.PNPM });
}

/** The app with two others: a private one at a branch, and one that is checked out inside of it. */
export function declare(app: Project): void {
  new TagBuild(app, 'studio', {
    tags: ['v[0-9]+.[0-9]+.[0-9]+', 'v[0-9]+.[0-9]+.[0-9]+-*', '!*-draft'],
    repositories: [
      Repository.self({ path: 'studio', submodules: github.CheckoutSubmodules.RECURSIVE, fetchDepth: 0 }),
      Repository.github('acme/engine', {
        ref: 'release/2.x',
        credential: Credential.token({ secret: 'ENGINE_READ_TOKEN' }),
        with: { 'sparse-checkout': 'src\ninclude' },
      }),
      Repository.github('acme/studio-plugins', { path: 'studio/vendor/plugins', ref: 'tags/v3.1.0', lfs: true }),
    ],
    setup: [Setup.node('22'), Setup.pnpm('11')],
    prepare: [
      { name: 'Build the engine', workingDirectory: 'engine', run: 'make' },
      { run: 'pnpm install --frozen-lockfile' },
    ],
    platforms: [
      Platform.linuxArm64({ script: 'build', artifacts: ['dist/*.tar.gz'] }),
      Platform.windowsArm64({ script: 'build', artifacts: ['dist/*.msi', '!dist/*-unsigned.msi'] }),
    ],
  });
}
