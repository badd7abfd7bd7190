import { BuildJob, Credential, type GithubAppClientId, Repository, Setup, type TagBuildOptions } from '../../../src';
import type { Case } from '../../cases/case';
import { build, fromJavaScript, inNodeProject, linux, type Row } from '../row';

const self = Repository.self({ path: 'tool' });

function app(clientId: GithubAppClientId, name = 'acme/one', secret = 'APP_KEY'): Repository {
  return Repository.github(name, { credential: Credential.githubApp({ clientId, privateKey: { secret } }) });
}

function keyed(name: string, secret: string): Repository {
  return Repository.github(`acme/${name}`, { credential: Credential.deployKey({ secret }) });
}

const engine = Repository.github('acme/engine', { refFile: 'engine.txt' });

/** A declaration in a project that has these files. */
function holding(files: Readonly<Record<string, string>>, options: Partial<TagBuildOptions>): Case {
  return { before: files, ...build(options) };
}

/** Repositories, paths and tools. */
export const repositoryRows: readonly Row[] = [
  {
    rule: 'repository-missing',
    bad: build({ repositories: [] }),
    says: [
      'repositories: is empty; at least one is needed.',
      'Leave it out to build this repository alone, or name them, the main one first.',
    ],
    good: build({ repositories: [Repository.self()] }),
  },
  {
    rule: 'repository-name-malformed',
    bad: build({ repositories: [self, ...['engine', 'https://github.com/acme/engine.git', 'acme/engine/src', '-acme/engine'].map((name, index) => Repository.github(name, { path: `r${index}` }))] }),
    says: [
      "repositories[1]: 'engine' is not of the form owner/name.",
      "Write for instance 'octo-org/octo-repo'.",
      "repositories[2]: 'https://github.com/acme/engine.git' is a URL.",
      "Write 'acme/engine'.",
      "repositories[3]: 'acme/engine/src' is not of the form owner/name.",
      "Write for instance 'octo-org/octo-repo'.",
      "repositories[4]: '-acme/engine' has an owner that GitHub does not allow.",
      'An owner has at most 39 letters, digits and single hyphens, and none at the beginning.',
    ],
    good: build({ repositories: [self, Repository.github('acme/engine.js')] }),
  },
  {
    rule: 'repository-ref-malformed',
    bad: build({ repositories: [self, Repository.github('acme/engine', { ref: 'v1..2' })] }),
    says: [
      "repositories[1] acme/engine: 'v1..2' is no name that git allows for a ref.",
      "No part of it between slashes may be empty, begin with '.' or end in '.lock', and '..', '@{' and a '.' at the end are not allowed.",
    ],
    good: build({ repositories: [self, Repository.github('acme/engine', { ref: 'v1.2' })] }),
  },
  {
    rule: 'repository-ref-malformed',
    bad: build({ repositories: [self, Repository.github('acme/engine', { matchTagName: 'engine {tag}' })] }),
    says: [
      "repositories[1] acme/engine matchTagName: 'engine v1' has a space, which git allows in no ref.",
      'Name one branch, tag or commit.',
    ],
    good: build({ repositories: [self, Repository.github('acme/engine', { matchTagName: 'engine/{tag}' })] }),
  },
  {
    rule: 'placeholder-unknown',
    bad: build({ repositories: [self, Repository.github('acme/engine', { matchTagName: 'v{verison}' })] }),
    says: [
      "repositories[1] acme/engine matchTagName: the placeholder '{verison}' has no value there.",
      "Did you mean 'version'?",
    ],
    good: build({ repositories: [self, Repository.github('acme/engine', { matchTagName: 'v{version}' })] }),
  },
  {
    rule: 'ref-declared-twice',
    bad: holding({ 'engine.txt': 'v1' }, { repositories: [self, Repository.github('acme/engine', { ref: 'main', refFile: 'engine.txt' })] }),
    says: [
      "repositories[1] acme/engine: has the ref 'main', and another one in the file 'engine.txt'.",
      'Leave ref or refFile out.',
    ],
    good: holding({ 'engine.txt': 'v1' }, { repositories: [self, Repository.github('acme/engine', { refFile: 'engine.txt', matchTag: true })] }),
  },
  {
    rule: 'ref-file-unreachable',
    bad: build({
      repositories: [
        Repository.github('acme/studio', { refFile: 'studio.txt', credential: Credential.deployKey({ secret: 'KEY' }) }),
        Repository.github('acme/engine', { refFile: 'versions/engine' }),
        Repository.github('acme/fonts', { refFile: '../fonts.txt', path: 'fonts' }),
      ],
    }),
    says: [
      'repositories[0] acme/studio refFile: this is the main repository, whose ref must be known before a file of it is read.',
      'Declare its ref.',
      "repositories[1] acme/engine refFile: 'versions/engine' would be read in acme/studio with a deploy key, and GitHub's API takes none.",
      'Give acme/studio a token or a GitHub App, or declare a ref.',
      "repositories[2] acme/fonts refFile: the path '../fonts.txt' lies outside the repository.",
      'Write a path relative to the repository, with forward slashes.',
      "repositories[2] acme/fonts refFile: '../fonts.txt' would be read in acme/studio with a deploy key, and GitHub's API takes none.",
      'Give acme/studio a token or a GitHub App, or declare a ref.',
    ],
    good: build({ repositories: [Repository.github('acme/studio'), Repository.github('acme/engine', { refFile: 'versions/engine' })] }),
  },
  {
    rule: 'ref-file-without-ref',
    bad: holding({ 'fonts.txt': '# soon\n', 'lib.txt': 'main branch\n' }, {
      repositories: [self, ...['engine', 'fonts', 'lib'].map((name) => Repository.github(`acme/${name}`, { refFile: `${name}.txt` }))],
    }),
    says: [
      "repositories[1] acme/engine: the file 'engine.txt' is not there.",
      'Write a branch, a tag or a commit of acme/engine into it.',
      "repositories[2] acme/fonts: the file 'fonts.txt' has no line but comments.",
      'Write a branch, a tag or a commit of acme/fonts into it.',
      "repositories[3] acme/lib: the file 'lib.txt' says 'main branch', which has a space, which git allows in no ref.",
      'Write a branch, a tag or a commit of acme/lib into it.',
    ],
    good: holding({ 'engine.txt': '# pinned\nv1.2\n' }, { repositories: [self, Repository.github('acme/engine', { refFile: './engine.txt' })] }),
  },
  {
    rule: 'checkout-part-malformed',
    bad: build({
      repositories: [
        Repository.self({ path: 'tool', sparse: ['/app', '-x', '#a', ' b', 'a\nb'] }),
        Repository.github('acme/engine', { sparse: ['src\\app', '../src', 'C:src'], filter: 'sparse:oid=main' }),
      ],
    }),
    says: [
      "repositories[0] sparse[1]: '-x' begins with '-', which git takes for an option.",
      "Write './-x'.",
      "repositories[0] sparse[2]: '#a' begins with '#', which git takes for a comment.",
      'Name the directory above it.',
      "repositories[0] sparse[3]: ' b' has a space at an end, which is lost.",
      'Leave it out.',
      "repositories[0] sparse[4]: 'a\\u{a}b' has a line break.",
      'Write one entry for each.',
      "repositories[1] acme/engine sparse[0]: 'src\\app' has a backslash.",
      'Write a path relative to the workspace, with forward slashes.',
      "repositories[1] acme/engine sparse[1]: '../src' lies outside the workspace.",
      'Write a path relative to the workspace, with forward slashes.',
      "repositories[1] acme/engine sparse[2]: 'C:src' is absolute.",
      'Write a path relative to the workspace, with forward slashes.',
      "repositories[1] acme/engine filter: 'sparse:oid=main' is no filter that GitHub serves.",
      "Write 'blob:none', 'blob:limit=1m' or 'tree:0'.",
    ],
    good: build({
      repositories: [
        Repository.self({ path: 'tool', sparse: ['/app/*', '!/app/test', 'a\\b'] }),
        Repository.github('acme/engine', { sparse: ['./src/', '.', './-x'], filter: 'blob:limit=1m' }),
        Repository.github('acme/fonts', { fetchDepth: 0, filter: 'tree:0' }),
      ],
    }),
  },
  {
    rule: 'checkout-filter-idle',
    bad: build({ repositories: [Repository.self({ filter: 'blob:none' })] }),
    says: [
      "repositories[0] filter: 'blob:none' spares nothing where one commit is fetched, and all of it.",
      'Leave it out, or add fetchDepth: 0 or sparse.',
    ],
    good: build({ repositories: [Repository.self({ filter: 'blob:none', fetchDepth: 0 })] }),
  },
  {
    rule: 'sparse-leaves-out',
    bad: build({ workingDirectory: 'tool/packages/app', repositories: [Repository.self({ path: 'tool', sparse: ['packages/lib', 'packages/application'] })] }),
    says: [
      "workingDirectory: 'packages/app' of this repository is none of what is checked out: packages/lib, packages/application.",
      "Add 'packages/app' to its sparse.",
    ],
    good: build({ workingDirectory: 'tool/packages/app', repositories: [Repository.self({ path: 'tool', sparse: ['packages/app/src'] })] }),
  },
  {
    rule: 'sparse-leaves-out',
    bad: build({ workingDirectory: 'engine/app', repositories: [self, Repository.github('acme/engine', { sparse: ['lib'] })] }),
    says: [
      "workingDirectory: 'app' of acme/engine is none of what is checked out: lib.",
      "Add 'app' to its sparse.",
    ],
    good: build({ workingDirectory: 'engine/app', repositories: [self, Repository.github('acme/engine', { sparse: ['/lib'] })] }),
  },
  {
    rule: 'repository-not-checked-out',
    bad: build({ repositories: [self, Repository.github('acme/engine')], platforms: undefined, jobs: [BuildJob.of('tool', { repositories: [self], platforms: [linux] })] }),
    says: [
      'repositories[1] acme/engine: no job checks it out.',
      'Add it to repositories of a job, or leave it out.',
    ],
    good: holding({ 'engine.txt': 'v1' }, {
      repositories: [self, engine],
      platforms: undefined,
      jobs: [BuildJob.of('tool', { repositories: [engine], platforms: [linux] })],
    }),
  },
  {
    rule: 'repository-platform-unknown',
    bad: build({ repositories: [Repository.github('acme/tool', { platforms: ['linux-x64'] }), Repository.github('acme/engine', { platforms: ['linux-x46'] })] }),
    says: [
      'repositories[0] acme/tool platforms: this is the main repository, which every platform needs.',
      'Leave platforms out.',
      "repositories[1] acme/engine platforms: no job that checks it out has a platform 'linux-x46'.",
      "Did you mean 'linux-x64'?",
    ],
    good: build({ repositories: [self, Repository.github('acme/engine', { platforms: ['linux-x64'] })] }),
  },
  {
    rule: 'repository-path-taken',
    bad: build({ repositories: [self, Repository.github('acme/engine'), Repository.github('other/engine')] }),
    says: [
      "repositories[2]: 'other/engine' would be checked out into 'engine', where acme/engine lies.",
      "Give it a path of its own, for instance path: 'other-engine'.",
    ],
    good: build({ repositories: [self, Repository.github('acme/engine'), Repository.github('other/engine', { path: 'engine/other' })] }),
  },
  {
    rule: 'checkout-input-taken',
    bad: build({ repositories: [Repository.self({ with: { 'Persist-Credentials': 'true' } }), Repository.github('acme/engine', { path: 'engine', with: { ref: 'main' } })] }),
    says: [
      "repositories[0] with: sets 'Persist-Credentials', which would leave the token on the disk for every later step.",
      'Leave it out, and hand the token to the step that needs it in env.',
      "repositories[1] acme/engine with: sets 'ref', which the declaration decides elsewhere.",
      "Declare the repository's ref.",
    ],
    good: build({ repositories: [Repository.self({ with: { 'persist-credentials': 'false', 'clean': 'false' } })] }),
  },
  {
    rule: 'checkout-input-taken',
    bad: build({ repositories: [Repository.self({ with: { 'Ref': 'main', 'repository': 'acme/app', 'token': '${{ secrets.TOKEN }}', 'ssh-key': 'k', 'path': 'src' } })] }),
    says: [
      "repositories[0] with: sets 'Ref', which the declaration decides elsewhere.",
      'Leave it out: this repository is checked out at the commit that is built.',
      "repositories[0] with: sets 'repository', which the declaration decides elsewhere.",
      'Leave it out, and declare the other repository beside it by Repository.github.',
      "repositories[0] with: sets 'token', which the declaration decides elsewhere.",
      "Leave it out: this repository is read with the run's own token.",
      "repositories[0] with: sets 'ssh-key', which the declaration decides elsewhere.",
      "Leave it out: this repository is read with the run's own token.",
      "repositories[0] with: sets 'path', which the declaration decides elsewhere.",
      "Declare the repository's path.",
    ],
  },
  {
    rule: 'checkout-input-taken',
    bad: build({ repositories: [Repository.self({ sparse: ['src'], filter: 'tree:0', with: { 'Sparse-Checkout': 'lib', 'sparse-checkout-cone-mode': 'false', 'filter': 'blob:none' } })] }),
    says: [
      "repositories[0] with: sets 'Sparse-Checkout', which the declaration decides elsewhere.",
      'Use the option sparse alone.',
      "repositories[0] with: sets 'sparse-checkout-cone-mode', which the declaration decides elsewhere.",
      'Use the option sparse alone.',
      "repositories[0] with: sets 'filter', which the declaration decides elsewhere.",
      'Use the option filter alone.',
    ],
    good: build({ repositories: [Repository.self({ with: { 'sparse-checkout': 'lib', 'sparse-checkout-cone-mode': 'false', 'filter': 'blob:none' } })] }),
  },
  {
    rule: 'checkout-input-taken',
    bad: build({ repositories: [Repository.self({ with: fromJavaScript({ 'persist-credentials': true }) })] }),
    says: [
      "repositories[0] with: sets 'persist-credentials', which would leave the token on the disk for every later step.",
      'Leave it out, and hand the token to the step that needs it in env.',
    ],
    good: build({ repositories: [Repository.self({ with: fromJavaScript({ 'persist-credentials': false }) })] }),
  },
  {
    rule: 'app-client-id',
    bad: build({ repositories: [self, app({ variable: 'ID', secret: 'ID' }), app({}, 'acme/two', 'KEY_2'), app({ variable: 'APP-ID' }, 'acme/three', 'KEY_3')] }),
    says: [
      'repositories[1] acme/one: the client id of its GitHub App is stored in 2 places; one is needed.',
      "Write clientId: { variable: 'APP_CLIENT_ID' } or clientId: { secret: 'APP_CLIENT_ID' }.",
      'repositories[2] acme/two: the client id of its GitHub App is stored in 0 places; one is needed.',
      "Write clientId: { variable: 'APP_CLIENT_ID' } or clientId: { secret: 'APP_CLIENT_ID' }.",
      "repositories[3] acme/three: the variable 'APP-ID' has other characters than letters, digits and '_'.",
      "Write clientId: { variable: 'APP_CLIENT_ID' } or clientId: { secret: 'APP_CLIENT_ID' }.",
    ],
    good: build({ repositories: [self, app({ variable: 'APP_ID' }), app({ secret: 'APP_ID' }, 'acme/two', 'KEY_2')] }),
  },
  {
    rule: 'credential-shared',
    bad: build({ repositories: [self, keyed('engine', 'KEY'), keyed('fonts', 'KEY')] }),
    says: [
      "repositories[2] acme/fonts: the deploy key in 'KEY' opens acme/engine already, and no key opens two.",
      'Make a key of its own and store it in another secret, or use a token or a GitHub App for both.',
    ],
    good: build({ repositories: [self, keyed('engine', 'KEY'), keyed('fonts', 'KEY_2')] }),
  },
  {
    rule: 'credential-shared',
    bad: build({
      repositories: [
        self,
        Repository.github('acme/lib', { credential: Credential.token({ secret: 'KEY' }) }),
        keyed('engine', 'key'),
        app({ secret: 'APP_KEY' }),
      ],
    }),
    says: [
      "repositories[2] acme/engine: the secret 'key' is to hold its deploy key, and holds the token for acme/lib already.",
      'Store the two in two secrets.',
      "repositories[3] acme/one: the secret 'APP_KEY' is to hold its client id of a GitHub App, and holds the private key of a GitHub App for acme/one already.",
      'Store the two in two secrets.',
    ],
    good: build({
      repositories: [
        self,
        ...['lib', 'font'].map((name) => Repository.github(`acme/${name}`, { credential: Credential.token({ secret: 'TOKEN' }) })),
        keyed('engine', 'KEY'),
        Repository.github('acme/engine', { path: 'again', credential: Credential.deployKey({ secret: 'KEY' }) }),
      ],
    }),
  },
  {
    rule: 'credential-shared',
    bad: build({ repositories: [self, app({ variable: 'APP_ID' }), app({ variable: 'OTHER_ID' }, 'acme/two'), app({ secret: 'APP_ID' }, 'acme/three')] }),
    says: [['2] acme/two', "the variable 'OTHER_ID'"], ['3] acme/three', "the secret 'APP_ID'"]].flatMap(([where, clientId]) => [
      `repositories[${where}: the private key of a GitHub App in 'APP_KEY' is to be that of the client id in ${clientId}, and for acme/one that of the client id in the variable 'APP_ID'.`,
      'Declare the same for both if they are one; store what belongs to another in another secret.',
    ]),
    good: build({ repositories: [self, app({ variable: 'APP_ID' }), app({ variable: 'app_id' }, 'partner/two')] }),
  },
  {
    rule: 'path-outside-workspace',
    bad: build({ workingDirectory: '../tool', repositories: [self, ...['/engine', 'C:engine', 'a\\engine', '../engine', '~/engine'].map((path) => Repository.github('acme/engine', { path }))] }),
    says: [
      "repositories[1] acme/engine: the path '/engine' is absolute.",
      'Write a path relative to the workspace, with forward slashes.',
      "repositories[2] acme/engine: the path 'C:engine' is absolute.",
      'Write a path relative to the workspace, with forward slashes.',
      'repositories[3] acme/engine: the path \'a\\engine\' has a backslash.',
      'Write a path relative to the workspace, with forward slashes.',
      "repositories[4] acme/engine: the path '../engine' lies outside the workspace.",
      'Write a path relative to the workspace, with forward slashes.',
      "repositories[5] acme/engine: the path '~/engine' starts with '~', which nothing expands.",
      'Write a path relative to the workspace, with forward slashes.',
      "workingDirectory: the path '../tool' lies outside the workspace.",
      'Write a path relative to the workspace, with forward slashes.',
    ],
    good: build({ workingDirectory: 'tool/../tool', repositories: [self, Repository.github('acme/engine', { path: './a/engine' })] }),
  },
  {
    rule: 'path-outside-workspace',
    bad: build({ repositories: [Repository.self({ path: '..' })] }),
    says: [
      "repositories[0]: the path '..' lies outside the workspace.",
      'Write a path relative to the workspace, with forward slashes.',
    ],
  },
  {
    rule: 'setup-conflict',
    bad: build({ setup: [Setup.node('22'), Setup.node('24')] }),
    says: [
      'setup: Setup.node is declared twice; the second would replace the first.',
      'Declare it once, for all platforms or for each of them.',
    ],
    good: build({ setup: [Setup.of({ run: 'a' }), Setup.of({ run: 'b' })] }),
  },
  {
    rule: 'setup-conflict',
    bad: build({ setup: [Setup.node('25'), Setup.yarn()] }),
    says: [
      'setup: Yarn is set up by Corepack, which Node.js 25 does not have; the last with it is 24.',
      "Use Setup.node('24'), or install Yarn by steps of your own with Setup.of.",
    ],
    good: build({ setup: [Setup.node('24'), Setup.yarn()] }),
  },
  {
    rule: 'package-manager-version',
    bad: inNodeProject({ setup: [Setup.pnpm('10')] }),
    says: [
      "setup: package.json says packageManager 'pnpm@10.28.1', and the declaration Setup.pnpm('10').",
      "Write Setup.pnpm('10.28.1').",
    ],
    good: inNodeProject({ setup: [Setup.pnpm('10.28.1')], platforms: [linux] }),
  },
  {
    rule: 'secret-token-shaped',
    bad: build({ repositories: [self, Repository.github('acme/engine', { credential: Credential.token({ secret: 'ghp_0123456789abcdefghij' }) })] }),
    says: [
      'repositories[1].credential.secret: looks like the value of a secret (not shown here); the name of a secret is needed.',
      'Revoke it, store a new one with gh secret set NAME, and write NAME here.',
    ],
    good: build({ repositories: [self, Repository.github('acme/engine', { credential: Credential.token({ secret: 'GHP_READ' }) })] }),
  },
];
