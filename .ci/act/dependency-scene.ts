import { github, Project } from 'projen';
import { type Scene, TAG, WORKFLOW_TOKEN } from './world';
import { Credential, Dependency, Platform, Repository, TagBuild } from '../../src';
import { filesOf } from '../../test/cases/harness';
import { NPM_TOKEN, npmRegistry } from '../../test/support/private-registries';

export const LIB_TOKEN = 'github_pat_of_the_library';

/** What a git package, a registry and a submodule give, and what of it the build itself can read. */
const files = filesOf({
  project: (outdir) => new Project({ outdir, name: 'desktop' }),
  declare: (project) => {
    new TagBuild(project, 'desktop', {
      repositories: [Repository.self({ submodules: github.CheckoutSubmodules.ENABLED })],
      dependencies: [
        Dependency.github('acme/lib', { credential: Credential.token({ secret: 'LIB_READ_TOKEN' }) }),
        Dependency.npmRegistry({ registry: 'https://npm.acme.dev/', scope: '@acme', secret: 'ACME_NPM_TOKEN', package: '@acme/ui' }),
      ],
      prepare: [{ name: 'Install', run: 'npm install --no-audit --no-fund --ignore-scripts' }],
      platforms: [Platform.linuxX64({ run: ['sh build.sh'], artifacts: ['out/*'] })],
    });
  },
});

const BUILD = `\
set -eu
export GIT_TERMINAL_PROMPT=0
mkdir out
{
  node -p "require('acme-lib') + require('@acme/ui')"
  cat vendor/lib/answer.txt
  git ls-remote https://github.com/acme/lib >/dev/null 2>&1 || echo 'the build cannot read it'
  npm view @acme/ui >/dev/null 2>&1 || echo 'nor the registry'
  env | grep -e TOKEN_LIB -e ACME_NPM -e GIT_CONFIG_COUNT || echo 'and has no variable of theirs'
  grep -r -e github_pat -e token-of . --exclude=build.sh || echo 'nothing is left in the workspace'
} >out/app.txt
`;

/** An app with private dependencies, under the names of their hosts. */
export const privateDependencies: Scene = {
  app: 'acme/desktop',
  workflow: files['.github/workflows/desktop.yml'],
  secrets: { LIB_READ_TOKEN: LIB_TOKEN, ACME_NPM_TOKEN: NPM_TOKEN },
  hosts: (git, root) => ({ 'github.com': (request, response) => git.serve(request, response), 'npm.acme.dev': npmRegistry(root) }),
  fill: (world) => {
    const { git } = world;
    git.create('acme/desktop', [WORKFLOW_TOKEN]);
    git.create('acme/lib', [LIB_TOKEN]);
    const lib = git.commit('acme/lib', 'refs/heads/main', {
      'package.json': JSON.stringify({ name: 'acme-lib', version: '1.0.0', main: 'index.js' }),
      'index.js': 'module.exports = 42;\n',
      'answer.txt': 'from the submodule\n',
    });
    git.commit('acme/desktop', 'refs/heads/main', {
      'build.sh': BUILD,
      'package.json': JSON.stringify({ name: 'desktop', version: '1.0.0', dependencies: { 'acme-lib': 'git+ssh://git@github.com/acme/lib.git', '@acme/ui': '1.0.0' } }),
      '.gitmodules': '[submodule "lib"]\n\tpath = vendor/lib\n\turl = git@github.com:acme/lib.git\n',
    }, 'refs/heads/main', { 'vendor/lib': lib });
    git.commit('acme/desktop', TAG, {}, 'refs/heads/main');
    world.tell('acme/lib', 'HEAD', LIB_TOKEN);
  },
};
