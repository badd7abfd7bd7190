import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runGuard } from './guard-run';
import { FakeGitHub } from '../support/fake-github';
import * as answers from '../support/github-answers';
import { SshFixture } from '../support/ssh-fixture';

(SshFixture.available() ? describe : describe.skip)('a deploy key', () => {
  let github: FakeGitHub;
  let ssh: SshFixture;

  beforeAll(async () => {
    github = await FakeGitHub.start();
  });
  beforeEach(() => {
    github.reset();
    github.on({ path: '/meta', token: 'ghs_1_workflow' }, answers.meta(['ssh-ed25519 AAAA+/=', 'ssh-rsa BBBB']));
    ssh = new SshFixture();
  });
  afterEach(() => ssh.remove());
  afterAll(() => github.stop());

  const reading = (ref: string) => runGuard(github, ssh.env({ REPOSITORIES: `server acme/server ${ref} key:DEPLOY server` }));

  it('resolves the default branch, branches, tags and commits', async () => {
    const main = ssh.commit('main');
    const tagged = ssh.commit('next/one');
    ssh.tag('v1', main);
    ssh.tag('next/one', main);
    for (const [ref, commit] of [
      ['HEAD', main], ['main', main], ['refs/heads/main', main], ['v1', main], ['tags/v1', main], ['refs/tags/v1', main],
      ['next/one', main], ['heads/next/one', tagged], [main, main],
    ]) {
      expect([ref, (await reading(ref)).outputs['commit-server']]).toEqual([ref, commit]);
    }
  });

  it('reaches only a host whose keys GitHub names, with this key and no other', async () => {
    ssh.commit('main');
    await reading('HEAD');
    expect(ssh.log).toContain('127.0.0.1 ssh-ed25519 AAAA+/=\n127.0.0.1 ssh-rsa BBBB');
    for (const option of ['StrictHostKeyChecking=yes', 'IdentitiesOnly=yes', 'BatchMode=yes', '-F /dev/null']) expect(ssh.log).toContain(option);
    expect(ssh.log).toContain("git@127.0.0.1 git-upload-pack '/acme/server.git'");
  });

  it('is told that there is no such ref', async () => {
    ssh.commit('main');
    expect(await reading('v9')).toMatchObject({ code: 1, annotations: [{ title: 'A ref does not exist' }] });
  });

  it('is told that the repository is empty', async () => {
    expect(await reading('HEAD')).toMatchObject({ code: 1, annotations: [{ title: 'A repository is empty' }] });
  });

  it('finds a commit that is no tip, and fetches nothing but that', async () => {
    const first = ssh.commit('main');
    ssh.commit('main', first);
    expect((await reading(first)).outputs).toMatchObject({ 'commit-server': first });
    expect(ssh.log.match(/git-upload-pack/g)).toHaveLength(2);
  });

  it('is told that there is no such commit', async () => {
    ssh.commit('main');
    expect(await reading('f'.repeat(40))).toMatchObject({ code: 1, outputs: {}, annotations: [{ title: 'A ref does not exist', text: expect.stringContaining(`acme/server has no commit ${'f'.repeat(40)}.`) }] });
  });

  it('reads what was listed again for nothing', async () => {
    await reading(ssh.commit('main'));
    expect(ssh.log.match(/git-upload-pack/g)).toHaveLength(1);
  });

  it.each(['a b', "it's", '50%h', '$x', 'a"b', 'a\\b', '~', '-o x=y'])('is read where the temporary directory is called %s', async (name) => {
    const first = ssh.commit('main');
    ssh.commit('main', first);
    const directory = mkdtempSync(join(tmpdir(), 'deploy-key-'));
    const temporary = join(directory, name);
    mkdirSync(temporary);
    const run = await runGuard(github, ssh.env({ RUNNER_TEMP: temporary, REPOSITORIES: `server acme/server ${first} key:DEPLOY server` }));
    const left = readdirSync(temporary);
    rmSync(directory, { recursive: true });
    expect(run).toMatchObject({ code: 0, stdout: '', stderr: '', outputs: { 'commit-server': first } });
    expect(left).toEqual([]);
    expect(ssh.log).toContain('127.0.0.1 ssh-ed25519 AAAA+/=\n');
  });

  it('may have lost its last line break', async () => {
    ssh.commit('main');
    expect(await runGuard(github, ssh.env({ KEY_DEPLOY: ssh.key.trimEnd() }))).toMatchObject({ code: 0 });
  });

  it('is named when it is not set', async () => {
    const run = await runGuard(github, ssh.env({ KEY_DEPLOY: '', SET_DEPLOY: 'false' }));
    expect(run.annotations.map(({ title }) => title)).toEqual(['A secret is not set']);
  });

  it.each([
    [answers.message(503, 'No server is available'), 'GitHub has trouble'],
    [answers.json(200, {}), 'GitHub gave an unexpected answer'],
    [answers.json(200, { ssh_keys: ['evil\n* ssh-rsa CCCC', '$(touch pwned)'] }), 'GitHub gave an unexpected answer'],
  ])('is not blamed when GitHub does not name its host keys (%#)', async (reply, title) => {
    ssh.commit('main');
    github.on({ path: '/meta' }, reply);
    expect(await reading('HEAD')).toMatchObject({ code: 1, annotations: [{ title, text: expect.stringContaining('Nothing is known to be wrong') }] });
  });
});
