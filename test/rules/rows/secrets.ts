import { JsonPatch } from 'projen';
import { BuildJob, type BuildJobOptions, Credential, Platform, Repository, Secret, type SecretGroupOptions, Setup } from '../../../src';
import type { Case } from '../../cases/case';
import { build, linux, patched, type Row } from '../row';

/** Put together here, so that no scanner takes this file for a leak. */
const TOKEN = ['ghp', 'a1B2'.repeat(9)].join('_');

const npm = Secret.required({ secret: 'NPM' });

/** One job's environment holds a secret, and another job uses it. */
function ofAnotherJob(options: Partial<BuildJobOptions>): Case {
  const live = Platform.linuxX64({ run: ['make'], artifacts: ['dist/*'], environment: 'live', secrets: [npm] });
  const steps = [{ name: 'Log in', env: { TOKEN: '${{ secrets.NPM }}' }, run: 'login' }];
  return build({ platforms: [live], jobs: [BuildJob.of('other', { platforms: [linux], prepare: steps, ...options })] });
}

function given(...secrets: Secret[]): Case {
  return build({ platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['dist/*'], secrets })] });
}

function group(options: SecretGroupOptions): Case {
  return given(Secret.requiredGroup('Signing', options));
}

/** Secrets of platforms, of steps and of credentials. */
export const secretRows: readonly Row[] = [
  {
    rule: 'secret-name-refused',
    bad: given(...['GITHUB_X', '1X', 'a-b', ''].map((secret) => Secret.required({ secret, purpose: 'signing', envName: `X${secret.length}` }))),
    says: [
      "secrets: 'GITHUB_X' begins with 'GITHUB_', which GitHub keeps for itself.",
      "Choose another beginning, for instance 'GH_'.",
      "secrets: '1X' begins with a digit.",
      "Begin with a letter or '_'.",
      "secrets: 'a-b' has characters other than letters, digits and '_'.",
      "Write for instance 'A_B'.",
      "secrets: '' is empty.",
      "Name the secret as it is stored in GitHub, for instance 'CI_REPO_READ_TOKEN'.",
    ],
    good: given(...['GH_X', 'X1', 'a_b', '_'].map((secret) => Secret.required({ secret }))),
  },
  {
    rule: 'secret-token-shaped',
    bad: given(Secret.required({ secret: 'github_pat_0123456789abcdefghij' })),
    says: [
      'platforms[0].secrets[0].secret: looks like the value of a secret (not shown here); the name of a secret is needed.',
      'Revoke it, store a new one with gh secret set NAME, and write NAME here.',
    ],
  },
  {
    rule: 'secret-token-shaped',
    bad: build({
      title: `Uses ${TOKEN}`,
      repositories: [Repository.self({ with: { clean: `-----BEGIN ${'PRIVATE KEY'}-----` } })],
      setup: [Setup.node('24', { with: { token: TOKEN } })],
      prepare: [{ run: `git clone https://x:${TOKEN}@github.com/acme/engine` }, { parallel: [{ uses: './own', with: { token: TOKEN } }] }],
      platforms: [Platform.linuxX64({ run: [`export GH_TOKEN=${TOKEN}`], artifacts: ['dist/*'], env: { NPM: `npm_${'aB3d'.repeat(9)}`, SHA: 'a1'.repeat(20) } })],
      secrets: [Secret.optional({ secret: 'KEY', without: `Then ${TOKEN}.` })],
    }),
    says: [
      'platforms[0].run[0]', 'platforms[0].env.NPM', 'title', 'repositories[0].with.clean', 'setup[0].with.token',
      'prepare[0].run', 'prepare[1].parallel[0].with.token', 'secrets[0].without',
    ].flatMap((where) => [
      `${where}: holds what looks like a token or a private key (not shown here).`,
      'Revoke it, store a new one with gh secret set NAME, declare the secret, and read it in env as ${{ secrets.NAME }}.',
    ]),
    good: build({
      prepare: [{ run: 'git clone "https://x:$TOKEN@github.com/acme/engine"', env: { TOKEN: '${{ secrets.KEY }}' } }],
      platforms: [Platform.linuxX64({ run: ['test "${KEY#ghp_}" != "$KEY"'], artifacts: ['dist/*'], env: { SHA: 'a1'.repeat(20) } })],
      secrets: [Secret.required({ secret: 'KEY' })],
    }),
  },
  {
    rule: 'secret-group-empty',
    bad: group({ secrets: [] }),
    says: [
      "secrets 'Signing': names no secret; at least one is needed.",
      "Name them, for instance secrets: ['CSC_LINK', 'CSC_KEY_PASSWORD'], or leave the group out.",
    ],
    good: group({ secrets: ['KEY'] }),
  },
  {
    rule: 'secret-required-and-optional',
    bad: given(Secret.required({ secret: 'KEY' }), Secret.optional({ secret: 'key', without: 'Unsigned.', envName: 'OTHER' })),
    says: [
      "secrets: 'KEY' is declared both as required and as optional.",
      'Decide for one of them. The credential of a repository is always required.',
    ],
    good: given(Secret.required({ secret: 'KEY' }), Secret.optional({ secret: 'KEY_2', without: 'Unsigned.' })),
  },
  {
    rule: 'secret-required-and-optional',
    bad: {
      ...build({
        repositories: [Repository.self({ path: 'tool' }), Repository.github('acme/engine', { credential: Credential.token({ secret: 'KEY' }) })],
        secrets: [Secret.optional({ secret: 'KEY', without: 'Nothing.' })],
      }),
    },
    says: [
      "secrets: 'KEY' is declared both as required and as optional.",
      'Decide for one of them. The credential of a repository is always required.',
    ],
  },
  {
    rule: 'secret-declared-differently',
    bad: given(Secret.required({ secret: 'KEY', purpose: 'signing', envName: 'A' }), Secret.required({ secret: 'KEY', purpose: 'uploading', envName: 'B' })),
    says: [
      "secrets 'KEY': is declared twice, and the two differ.",
      'Declare it once, as a constant, and use that wherever it is needed.',
    ],
    good: given(Secret.required({ secret: 'KEY', purpose: 'signing' }), Secret.required({ secret: 'KEY', purpose: 'signing' })),
  },
  {
    rule: 'secret-env-unknown',
    bad: group({ secrets: ['CERT', 'PASSWORD'], env: { CSC_LINK: 'CERTS' } }),
    says: [
      "secrets 'Signing' env: 'CSC_LINK' is to hold the secret 'CERTS', which is not in the group.",
      "Did you mean 'CERT'?",
    ],
    good: group({ secrets: ['CERT', 'PASSWORD'], env: { CSC_LINK: 'CERT', WIN_CSC_LINK: 'CERT' } }),
  },
  {
    rule: 'secret-env-taken',
    bad: given(Secret.required({ secret: 'A', envName: 'TOKEN' }), Secret.required({ secret: 'B', envName: 'token' })),
    says: [
      "platforms[0] linux-x64 secrets: the secret 'B' would be in the variable 'token', which holds the secret 'A'.",
      'Give it another variable: envName, or env of the group.',
    ],
    good: given(Secret.required({ secret: 'A', envName: 'TOKEN' }), Secret.required({ secret: 'B', envName: 'TOKEN_B' })),
  },
  {
    rule: 'secret-env-taken',
    bad: build({
      platforms: [Platform.linuxX64({
        run: ['make'],
        artifacts: ['dist/*'],
        env: { CSC: 'unsigned' },
        secrets: [Secret.optional({ secret: 'csc', without: 'Unsigned.' }), Secret.required({ secret: 'ENV_WITHOUT' })],
      })],
    }),
    says: [
      "platforms[0] linux-x64 secrets: the secret 'csc' would be in the variable 'csc', which the platform's env sets.",
      'Leave the variable out of env, or give the secret another one by envName. What is set while an optional secret is absent stands in its envWithout.',
      "platforms[0] linux-x64 secrets: the secret 'ENV_WITHOUT' would be in the variable 'ENV_WITHOUT', which the build step needs itself.",
      'Give it another variable: envName, or env of the group.',
    ],
    good: build({
      platforms: [Platform.linuxX64({
        run: ['make'],
        artifacts: ['dist/*'],
        env: { NO_TIMESTAMP: '0' },
        secrets: [Secret.optional({ secret: 'CSC', without: 'Unsigned.', envWithout: { CSC: 'unsigned', NO_TIMESTAMP: '1' } })],
      })],
    }),
  },
  {
    rule: 'env-name-malformed',
    bad: given(Secret.optional({ secret: 'KEY', envName: 'MY KEY', without: 'Unsigned.', envWithout: { 1: 'a', NOTE: 'two\nlines' } })),
    says: [
      "platforms[0].secrets[0].envName: 'MY KEY' is no name of an environment variable.",
      'Use letters, digits and _, with no digit first.',
      "platforms[0].secrets[0].envWithout: '1' is no name of an environment variable.",
      'Use letters, digits and _, with no digit first.',
      "secrets 'KEY' envWithout: the value of 'NOTE' has a line break.",
      'Write it as one line.',
    ],
    good: given(Secret.optional({ secret: 'KEY', envName: 'MY_KEY', without: 'Unsigned.', envWithout: { NOTE: 'one line' } })),
  },
  {
    rule: 'secret-not-declared',
    bad: build({ prepare: [{ name: 'Log in', env: { TOKEN: '${{ secrets.NPM }}' }, run: 'login' }] }),
    says: [
      'jobs.build.steps.log-in.env.TOKEN: uses secrets.NPM, which is not declared.',
      "Declare it, for instance secrets: [Secret.required({ secret: 'NPM', purpose: '...' })].",
    ],
    good: build({ prepare: [{ name: 'Log in', env: { TOKEN: '${{ secrets.npm }}' }, run: 'login' }], secrets: [Secret.required({ secret: 'NPM' })] }),
  },
  {
    rule: 'secret-not-declared',
    bad: ofAnotherJob({}),
    says: [
      "jobs.other.steps.log-in.env.TOKEN: uses secrets.NPM, which is declared for other jobs only, as one of environment 'live'.",
      "Declare it in the secrets of the job 'other', too, or in those of the build.",
    ],
    good: ofAnotherJob({ secrets: [npm] }),
  },
  {
    rule: 'secret-not-declared',
    bad: build({ prepare: [{ name: 'Tell', if: Secret.optional({ secret: 'HOOK', without: 'Nobody knows.' }).isSet, run: 'tell' }] }),
    says: [
      'jobs.build.env.IS_SET_HOOK: uses secrets.HOOK, which is not declared.',
      "Declare it, for instance secrets: [Secret.required({ secret: 'HOOK', purpose: '...' })].",
    ],
  },
  {
    rule: 'secret-state-unknown',
    bad: patched(({ workflow }) => {
      workflow.file?.patch(JsonPatch.add('/jobs/build/steps/-', { name: 'Tell', run: 'tell', if: npm.isSet }));
    }, { secrets: [npm] }),
    says: [
      'jobs.build.steps.5.if: asks for IS_SET_NPM, which the env of the job does not have.',
      "Declare the step in the options, or add IS_SET_NPM: ${{ secrets.NPM != '' }} to the env of jobs.build.",
    ],
    good: patched(({ workflow }) => {
      workflow.file?.patch(
        JsonPatch.add('/jobs/build/env', { IS_SET_NPM: "${{ secrets.NPM != '' }}" }),
        JsonPatch.add('/jobs/build/steps/-', { name: 'Tell', run: 'tell', if: npm.isSet }),
      );
    }, { secrets: [npm] }),
  },
  {
    rule: 'key-repeated',
    bad: build({
      repositories: [
        Repository.self({ path: 'tool' }),
        ...['KEY', 'key'].map((secret) => Repository.github(`acme/${secret}`, { path: secret === 'KEY' ? 'a' : 'b', credential: Credential.token({ secret }) })),
      ],
      prepare: [{ id: 'own', uses: './own', with: { Path: 'a', path: 'b' } }],
      platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['dist/*'], jobEnv: { Key: '1', KEY: '2' } })],
    }),
    says: [
      ['guard.steps.guard.env', 'SET_KEY', 'SET_key'], ['guard.steps.guard.env', 'TOKEN_KEY', 'TOKEN_key'],
      ['build.steps.own.env', 'Key', 'KEY'], ['build.steps.own.with', 'Path', 'path'], ['build.steps.build.env', 'Key', 'KEY'],
    ].flatMap(([where, first, second]) => [
      `jobs.${where}: has '${first}' and '${second}', which are the same to GitHub.`,
      'Write one name in one spelling everywhere, and give different things different names.',
    ]),
    good: build({
      repositories: [
        Repository.self({ path: 'tool' }),
        ...['KEY', 'KEY'].map((secret, index) => Repository.github(`acme/${secret}`, { path: `by-${index}`, credential: Credential.token({ secret }) })),
      ],
      platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['dist/*'], env: { KEY: '2', KEY_: '2' } })],
    }),
  },
  {
    rule: 'secret-unnamed',
    bad: patched(({ workflow }) => {
      workflow.addJob('call', { uses: './.github/workflows/call.yml', secrets: 'inherit', permissions: {} });
      workflow.addJob('tell', {
        runsOn: ['ubuntu-24.04'],
        permissions: {},
        steps: [{ id: 'tell', run: 'tell', env: { A: '${{ toJSON(secrets) }}', B: "${{ secrets[format('K{0}', 1)] }}", C: '${{ secrets.* }}' } }],
      });
    }),
    says: ['jobs.call.secrets', 'jobs.tell.steps.tell.env.A', 'jobs.tell.steps.tell.env.B', 'jobs.tell.steps.tell.env.C'].flatMap((where) => [
      `${where}: takes secrets without naming one.`,
      'Name each one that is needed: ${{ secrets.NAME }}.',
    ]),
    good: patched(({ workflow }) => {
      workflow.addJob('call', { uses: './.github/workflows/call.yml', secrets: { token: '${{ secrets.GITHUB_TOKEN }}' } as never, permissions: {} });
      workflow.addJob('tell', {
        runsOn: ['ubuntu-24.04'],
        permissions: {},
        steps: [{ run: 'tell', env: { A: "${{ secrets [ 'GITHUB_TOKEN' ] }}", B: '${{ vars.secrets }}', C: "${{ 'secrets' }}", D: 'toJSON(secrets)' } }],
      });
    }),
  },
  {
    rule: 'expression-in-text',
    bad: given(Secret.requiredGroup('Signing ${{ github.ref }}', { secrets: ['KEY'] })),
    says: [
      "platforms[0].secrets[0].title: 'Signing ${{ github.ref }}' has ${{ }}, which GitHub would evaluate in the workflow but not in the doc and the README.",
      'Write the value itself.',
    ],
  },
  {
    rule: 'expression-in-text',
    bad: given(Secret.required({ secret: 'KEY', purpose: 'signing ${{ github.ref }}' })),
    says: [
      "platforms[0].secrets[0].purpose: 'signing ${{ github.ref }}' has ${{ }}, which GitHub would evaluate in the workflow but not in the doc and the README.",
      'Write the value itself.',
    ],
  },
];
