import { refusalOf, wordsOf } from '../../../src/tasks/release/refusals';

const PUSH = { tag: 'v1.2.3', version: '1.2.3', branch: 'main', remote: 'origin' };
const FAILED = "error: failed to push some refs to 'https://github.com/acme/app.git'\n";
const ATOMIC = '!\tabc:refs/tags/v1.2.3\t[remote rejected] (atomic transaction failed)\nDone\n';

/** As git prints it: first what stands on standard error. */
test.each([
  ['protected-branch', `remote: error: GH006: Protected branch update failed for refs/heads/main.        \nremote: error: Changes must be made through a pull request.        \n${FAILED}To https://github.com/acme/app.git\n!\tabc:refs/heads/main\t[remote rejected] (protected branch hook declined)\n${ATOMIC}`],
  ['protected-branch', `remote: error: GH013: Repository rule violations found for refs/heads/main.\nremote: \nremote: - Changes must be made through a pull request.\n${FAILED}`],
  ['unsigned', `remote: error: GH013: Repository rule violations found for refs/heads/main.\nremote: - Commits must have verified signatures.\n${FAILED}`],
  ['tag-rule', `remote: error: GH013: Repository rule violations found for refs/tags/v1.2.3.\nremote: - Cannot create ref due to creations being restricted.\n${FAILED}`],
  ['secret-found', `remote: error: GH013: Repository rule violations found for refs/heads/main.\nremote: - GITHUB PUSH PROTECTION\nremote:     - Push cannot contain secrets\n${FAILED}`],
  ['large-file', "remote: error: File dist/app.zip is 120.00 MB; this exceeds GitHub's file size limit of 100.00 MB\nremote: error: GH001: Large files detected.\n"],
  ['private-email', 'remote: error: GH007: Your push would publish a private email address.\n'],
  ['workflow-scope', '!\tabc:refs/heads/main\t[remote rejected] (refusing to allow an OAuth App to create or update workflow `.github/workflows/a.yml` without `workflow` scope)\n'],
  ['workflow-scope', '!\tabc:refs/heads/main\t[remote rejected] (refusing to allow a GitHub App to create or update workflow `.github/workflows/a.yml` without `workflows` permission)\n'],
  ['non-fast-forward', `${FAILED}To x\n!\tabc:refs/heads/main\t[rejected] (fetch first)\n!\tdef:refs/tags/v1.2.3\t[rejected] (atomic push failed)\nDone\n`],
  ['non-fast-forward', `${FAILED}!\tabc:refs/heads/main\t[rejected] (non-fast-forward)\n`],
  ['tag-exists-there', `${FAILED}!\tdef:refs/tags/v1.2.3\t[rejected] (already exists)\n!\tabc:refs/heads/main\t[rejected] (atomic push failed)\n`],
  ['tag-exists-there', `${FAILED}!\tdef:refs/tags/v1.2.3\t[rejected] (stale info)\n`],
  ['no-right', "remote: Permission to acme/app.git denied to somebody.\nfatal: unable to access 'https://github.com/acme/app.git/': The requested URL returned error: 403\n"],
  ['no-credentials', "fatal: could not read Username for 'https://github.com': terminal prompts disabled\n"],
  ['no-credentials', 'git@github.com: Permission denied (publickey).\nfatal: Could not read from remote repository.\n'],
  ['network', "fatal: unable to access 'https://github.com/acme/app.git/': Could not resolve host: github.com\n"],
  ['network', 'send-pack: unexpected disconnect while reading sideband packet\nfatal: the remote end hung up unexpectedly\n'],
  ['submodule-not-pushed', 'The following submodule paths contain changes that can\nnot be found on any remote:\n  lib\n\nPlease try\n\n\tgit push --recurse-submodules=on-demand\n\nfatal: Aborting.\n'],
  ['hook', `the tests fail\n${FAILED}`],
  ['refused', 'fatal: something that nobody has seen\n'],
])('%s: %j', (id, words) => {
  const refusal = refusalOf(words, PUSH);
  expect(refusal.id).toBe(id);
  expect(refusal.cure).toMatch(/^[A-Z"g].*[.\w]$/s);
});

test('what is passed on is what says something, and no token', () => {
  const printed = `remote: error: GH006: Protected branch update failed for refs/heads/main.        \n${FAILED}hint: see git help push\nTo https://github.com/acme/app.git\n!\tabc:refs/heads/main\t[remote rejected] (protected branch hook declined)\n${ATOMIC}fatal: unable to access 'https://x:ghp_secret@github.com/acme/app/'\n`;
  expect(wordsOf(printed)).toEqual([
    'error: GH006: Protected branch update failed for refs/heads/main.',
    'refs/heads/main [remote rejected] (protected branch hook declined)',
    "fatal: unable to access 'https://x:***@github.com/acme/app/'",
  ]);
});

test('what is coloured, by a hook or as git is set up, is shown without its sequences', () => {
  const printed = 'remote: \u001b[1;31merror\u001b[m: GH006: Protected branch update failed\n\u001b[31merror: failed to push some refs to x\u001b[m\n\u001b[33mhint: \u001b[mpull\n';
  expect(wordsOf(printed)).toEqual(['error: GH006: Protected branch update failed']);
});

/** Put together here, so that no scanner takes this file for a leak. */
const BODY = 'a1B2'.repeat(9);

test.each([
  ...['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_'].map((beginning) => [`hook: ${beginning}${BODY} was used`, 'hook: *** was used']),
  [`pushed to https://${BODY}@github.com/acme/app.git`, 'pushed to https://***@github.com/acme/app.git'],
  ['-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNz\n-----END OPENSSH PRIVATE KEY-----', '***\n***\n***'],
  ["fatal: unable to access 'https://jane:p@ss@example.com/app'", "fatal: unable to access 'https://jane:***@example.com/app'"],
  ['deploy: TOKEN=abcd1234efgh', 'deploy: TOKEN=***'],
])('what a hook prints is shown without tokens: %s', (printed, shown) => {
  expect(wordsOf(`${printed}\n`)).toEqual(shown.split('\n'));
});
