import { github as checkouts } from 'projen';
import { BuildJob, Credential, Dependency, Platform, Repository, Setup } from '../../../src';
import { build, linux, type Row } from '../row';

const lib = Dependency.github('acme/lib', { credential: Credential.token({ secret: 'LIB_TOKEN' }) });
const prepare = [{ run: 'npm ci' }];

function npm(registry: string, scope: string | undefined, name: string): Dependency {
  return Dependency.npmRegistry({ registry, scope, package: name, secret: 'NPM_READ' });
}

function cargo(name: string, index: string): Dependency {
  return Dependency.cargoRegistry({ name, index, secret: 'CARGO_READ' });
}

/** What package managers and submodules fetch, and what ssh knows. */
export const dependencyRows: readonly Row[] = [
  {
    rule: 'dependency-malformed',
    bad: build({
      prepare,
      dependencies: [
        Dependency.github('https://github.com/acme/lib.git'),
        npm('http://npm.acme.dev', '@acme', '@acme/lib'),
        npm('https://me:secret@npm.acme.dev/', '@one', '@one/lib'),
        npm('https://npm.acme.dev', 'acme', 'acme/lib'),
        npm('https://npm.acme.dev', '@two', 'lib'),
        npm('https://npm.acme.dev', undefined, 'no name'),
        cargo('acme crates', 'sparse+https://cargo.acme.dev/'),
        cargo('acme', 'https://cargo.acme.dev/index/'),
      ],
    }),
    says: [
      "dependencies[0]: 'https://github.com/acme/lib.git' is a URL.",
      "Write 'acme/lib'.",
      "dependencies[1]: 'http://npm.acme.dev/' is no https address of an npm registry.",
      "Write for instance 'https://npm.acme.dev/', without a password.",
      'dependencies[2]: a text (shaped like a token, not shown) is no https address of an npm registry.',
      "Write for instance 'https://npm.acme.dev/', without a password.",
      "dependencies[3]: 'acme' is no scope of npm.",
      "Write for instance '@acme', or leave it out if all packages come from there.",
      "dependencies[4]: 'lib' is no package of the scope '@two'.",
      "Name one that the guard can ask for, for instance '@two/lib'.",
      "dependencies[5]: 'no name' is no name of a package.",
      "Name one that the guard can ask for, for instance '@acme/lib'.",
      "dependencies[6]: 'acme crates' is no name of a Cargo registry.",
      "Write it as in Cargo.toml: letters, digits, '-' and '_', for instance 'acme'.",
      "dependencies[7]: 'https://cargo.acme.dev/index/' is no sparse index with an https address.",
      "Write for instance 'sparse+https://cargo.acme.dev/index/'. A registry whose index is a git repository is a Dependency.github.",
    ],
    good: build({ prepare, dependencies: [lib, npm('https://acme.dev/api/npm', '@acme', '@acme/lib'), npm('https://proxy.dev:8443', undefined, 'left-pad'), cargo('acme', 'sparse+https://cargo.acme.dev/index')] }),
  },
  {
    rule: 'dependency-declared-twice',
    bad: build({
      prepare,
      dependencies: [lib, npm('https://npm.acme.dev', '@acme', '@acme/lib'), cargo('acme-core', 'sparse+https://a.dev/'), npm('https://npm.acme.dev', undefined, 'lib')],
      jobs: [BuildJob.of('other', {
        platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['out/*'] })],
        prepare,
        dependencies: [
          Dependency.github('Acme/Lib', { credential: Credential.token({ secret: 'OTHER_TOKEN' }) }),
          npm('https://npm.acme.dev', '@acme', '@acme/other'),
          cargo('acme_core', 'sparse+https://b.dev/'),
          npm('https://npm.acme.dev', undefined, 'other'),
        ],
      })],
      platforms: [linux],
    }),
    says: [
      'jobs[0] other dependencies[0] Acme/Lib: dependencies[0] declares the same repository otherwise.',
      'Declare it once, as a constant, or leave one of the two out.',
      'jobs[0] other dependencies[1] npm.acme.dev: dependencies[1] declares the registry of @acme otherwise.',
      'Declare it once, as a constant, or leave one of the two out.',
      "jobs[0] other dependencies[2] b.dev: dependencies[2] declares the registry 'acme_core' otherwise.",
      'Declare it once, as a constant, or leave one of the two out.',
      'jobs[0] other dependencies[3] npm.acme.dev: dependencies[3] declares the registry of all packages otherwise.',
      'Declare it once, as a constant, or leave one of the two out.',
    ],
    good: build({
      prepare,
      dependencies: [lib],
      jobs: [BuildJob.of('other', { platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['out/*'] })], prepare, dependencies: [lib] })],
    }),
  },
  {
    rule: 'dependency-declared-twice',
    bad: build({
      prepare,
      dependencies: [npm('https://npm.acme.dev', '@acme', '@acme/lib'), Dependency.npmRegistry({ registry: 'https://npm.acme.dev/', scope: '@partner', package: '@partner/lib', secret: 'OTHER' })],
    }),
    says: [
      'dependencies[1] npm.acme.dev: dependencies[0] reads the same registry with another token, and npm has one for each address.',
      'Read both with one token.',
    ],
    good: build({
      prepare,
      dependencies: [
        npm('https://npm.acme.dev', '@acme', '@acme/lib'), npm('https://npm.acme.dev', '@other', '@other/lib'),
        Dependency.npmRegistry({ registry: 'https://npm.acme.dev/partner', scope: '@partner', package: '@partner/lib', secret: 'OTHER' }),
      ],
    }),
  },
  {
    rule: 'dependency-not-fetched',
    bad: build({ dependencies: [lib], preBuildSteps: prepare }),
    says: [
      'dependencies[0] acme/lib: no step could read it: it is for the steps of prepare, and there are none.',
      "Put what installs dependencies into prepare, for instance prepare: [{ run: 'npm ci' }].",
    ],
    good: build({ dependencies: [lib], repositories: [Repository.self({ submodules: checkouts.CheckoutSubmodules.ENABLED })] }),
  },
  {
    rule: 'dependency-not-fetched',
    bad: build({
      dependencies: [npm('https://npm.acme.dev', '@acme', '@acme/lib')],
      repositories: [Repository.self({ submodules: checkouts.CheckoutSubmodules.ENABLED })],
    }),
    says: [
      'dependencies[0] npm.acme.dev: no step could read it: it is for the steps of prepare, and there are none.',
      "Put what installs dependencies into prepare, for instance prepare: [{ run: 'npm ci' }].",
    ],
    good: build({ dependencies: [npm('https://npm.acme.dev', '@acme', '@acme/lib')], prepare }),
  },
  {
    rule: 'dependency-out-of-reach',
    bad: build({
      dependencies: [lib, npm('https://npm.acme.dev', '@acme', '@acme/lib'), cargo('acme', 'sparse+https://cargo.acme.dev/')],
      prepare: [{ run: 'cargo fetch --locked' }],
      preBuildSteps: [{ parallel: [{ run: 'cd app && npm install --no-audit' }] }],
      platforms: [linux],
      jobs: [BuildJob.of('docs', { platforms: [Platform.linuxX64({ run: ['yarn', 'yarn build'], artifacts: ['out/*'] })] })],
    }),
    says: [
      "preBuildSteps: 'npm install --no-audit' cannot read dependencies[1] npm.acme.dev there: only the steps of prepare can.",
      'Put it into prepare of the job, before what builds.',
      "jobs[0] docs platforms[0] linux-x64 run: 'yarn' cannot read dependencies[0] acme/lib and dependencies[1] npm.acme.dev there: only the steps of prepare can.",
      'Put it into prepare of the job, before what builds.',
    ],
    good: build({
      dependencies: [lib, npm('https://npm.acme.dev', '@acme', '@acme/lib')],
      prepare: [{ run: 'npm ci\ncargo fetch' }],
      preBuildSteps: [{ run: 'npm install -g tool' }, { run: 'npm install --prefix docs' }],
      platforms: [linux],
      jobs: [BuildJob.of('docs', {
        dependencies: [cargo('acme', 'sparse+https://cargo.acme.dev/')],
        prepare: [{ run: 'make fetch' }],
        platforms: [Platform.linuxX64({ run: ['npm install -g tool', 'echo npm ci', 'yarn build'], artifacts: ['out/*'] })],
      })],
    }),
  },
  {
    rule: 'dependency-env-taken',
    bad: build({
      dependencies: [lib, Dependency.github('acme/app', { credential: Credential.githubApp({ clientId: { variable: 'ID' }, privateKey: { secret: 'APP' } }) })],
      prepare: [{ parallel: [{ run: 'npm ci', env: { git_config_count: '1', TOKEN_APP_acme: 'x' } }] }],
      platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['dist/*'], jobEnv: { TOKEN_LIB_TOKEN: 'x', CHANNEL: 'beta' } })],
    }),
    says: [
      "prepare[0] env: sets 'git_config_count', by which dependencies are read.",
      'Leave it out.',
      "prepare[0] env: sets 'TOKEN_APP_acme', by which dependencies are read.",
      'Leave it out.',
      "platforms[0] linux-x64 jobEnv: sets 'TOKEN_LIB_TOKEN', by which dependencies are read.",
      'Leave it out.',
    ],
    good: build({ dependencies: [lib], prepare: [{ run: 'go mod download', env: { GOPRIVATE: 'go.acme.dev' } }] }),
  },
  {
    rule: 'dependency-env-taken',
    bad: build({
      prepare,
      dependencies: [
        lib,
        Dependency.npmRegistry({ registry: 'https://npm.acme.dev', package: 'lib', secret: 'TOKEN_LIB_TOKEN' }),
        cargo('acme', 'sparse+https://a.dev/'),
        Dependency.npmRegistry({ registry: 'https://b.dev', scope: '@acme', package: '@acme/lib', secret: 'CARGO_REGISTRIES_ACME_TOKEN' }),
      ],
    }),
    says: [
      "dependencies[1] npm.acme.dev: would be read by the variable 'TOKEN_LIB_TOKEN', by which dependencies[0] acme/lib is read.",
      'Store one of the two secrets under another name.',
      "dependencies[3] b.dev: would be read by the variable 'CARGO_REGISTRIES_ACME_TOKEN', by which dependencies[2] a.dev is read.",
      'Store one of the two secrets under another name.',
    ],
    good: build({
      prepare,
      dependencies: [lib, Dependency.github('acme/other', { credential: Credential.token({ secret: 'LIB_TOKEN' }) }), npm('https://npm.acme.dev', '@acme', '@acme/lib')],
      platforms: [linux],
      jobs: [BuildJob.of('other', {
        prepare, dependencies: [Dependency.npmRegistry({ registry: 'https://b.dev', package: 'lib', secret: 'TOKEN_NPM_READ' })], platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['out/*'] })],
      })],
    }),
  },
  {
    rule: 'credential-shared',
    bad: build({
      prepare,
      repositories: [Repository.self({ path: 'tool' }), Repository.github('acme/engine', { credential: Credential.deployKey({ secret: 'KEY' }) })],
      dependencies: [Dependency.github('acme/lib', { credential: Credential.deployKey({ secret: 'KEY' }) })],
    }),
    says: [
      "dependencies[0] acme/lib: the deploy key in 'KEY' opens acme/engine already, and no key opens two.",
      'Make a key of its own and store it in another secret, or use a token or a GitHub App for both.',
    ],
    good: build({
      prepare,
      repositories: [Repository.self({ path: 'tool' }), Repository.github('acme/lib', { credential: Credential.deployKey({ secret: 'KEY' }) })],
      dependencies: [Dependency.github('acme/lib', { credential: Credential.deployKey({ secret: 'KEY' }) })],
    }),
  },
  {
    rule: 'step-id-taken',
    bad: build({ prepare: [{ id: 'dependencies-npmrc', run: 'npm ci' }, { id: 'submodules-tool', run: 'make' }] }),
    says: [
      "prepare[0]: a step with the id 'dependencies-npmrc' is there already.",
      'Choose another id, or leave it out.',
      "prepare[1]: a step with the id 'submodules-tool' is there already.",
      'Choose another id, or leave it out.',
    ],
    good: build({ prepare: [{ id: 'dependencies', run: 'npm ci' }] }),
  },
  {
    rule: 'known-host-malformed',
    bad: build({
      setup: [Setup.sshKnownHosts('git.acme.dev', '# git.acme.dev:22 SSH-2.0')],
    }),
    says: [
      "setup: 'git.acme.dev' is no line of a known_hosts file.",
      "Write for instance Setup.sshKnownHosts('git.acme.dev ssh-ed25519 AAAA...').",
      "setup: '# git.acme.dev:22 SSH-2.0' is no line of a known_hosts file.",
      "Write for instance Setup.sshKnownHosts('git.acme.dev ssh-ed25519 AAAA...').",
    ],
    good: build({
      setup: [Setup.sshKnownHosts(
        '[git.acme.dev]:2222,10.0.0.1 ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTY=',
        '@cert-authority *.acme.dev ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJfSRHvJmBAe made in 2026',
      )],
    }),
  },
  {
    rule: 'known-host-malformed',
    bad: build({ platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['dist/*'], setup: [Setup.sshKnownHosts()] })] }),
    says: [
      "platforms[0] linux-x64 setup: '' is no line of a known_hosts file.",
      "Write for instance Setup.sshKnownHosts('git.acme.dev ssh-ed25519 AAAA...').",
    ],
  },
];
