import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { asset, runScript } from '../support/run-script';
import { SshFixture } from '../support/ssh-fixture';

(SshFixture.available() ? describe : describe.skip)('git with deploy keys', () => {
  let ssh: SshFixture;

  beforeEach(() => {
    ssh = new SshFixture();
    ssh.commit('main');
  });
  afterEach(() => ssh.remove());

  /** As a step has it: git calls the script by the shell that it knows. */
  const list = (address: string, env: Record<string, string> = {}) => runScript(`git ls-remote ${address}; status=$?; ls "$RUNNER_TEMP"; exit $status`, {
    ...ssh.env(),
    DEPLOY_KEYS: 'acme/lib KEY_LIB\nacme/lib.js KEY_JS',
    KEY_LIB: ssh.key,
    KEY_JS: 'no key',
    GIT_SSH_COMMAND: asset('ssh-with-key').trimEnd(),
    GIT_SSH_VARIANT: 'ssh',
    ...env,
  }, { flags: ['+e'] });

  it.each(['git@github.com:acme/lib.git', 'git@github.com:acme/lib', 'ssh://git@github.com/acme/lib', 'ssh://git@github.com/acme/lib.git'])('reads %s by its key, on a host that is known', async (address) => {
    const { code, stdout } = await list(address);

    expect([code, stdout]).toEqual([0, expect.stringMatching(/^[0-9a-f]{40}\tHEAD\n[0-9a-f]{40}\trefs\/heads\/main\n$/)]);
    expect(ssh.log).toContain('github.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl\ngithub.com ecdsa-sha2-nistp256 ');
    for (const option of ['StrictHostKeyChecking=yes', 'IdentitiesOnly=yes', 'BatchMode=yes', '-F /dev/null']) expect(ssh.log).toContain(option);
  });

  it('leaves no file behind, whether or not ssh succeeds', async () => {
    expect(await list('git@github.com:acme/lib', { SSH_SAYS: 'Permission denied (publickey).' })).toMatchObject({ code: 128, stdout: '', leftovers: [] });
    expect(await list('git@github.com:acme/lib')).toMatchObject({ code: 0, leftovers: [] });
  });

  it.each(['git@github.com:acme/library', 'git@github.com:other/acme/lib', 'git@git.acme.dev:acme/lib'])('has no key for %s', async (address) => {
    await list(address, { SSH_SAYS: 'Permission denied (publickey).' });

    expect(ssh.log).not.toContain('IdentitiesOnly');
  });

  it('takes the key of the repository, and not one whose name begins alike', async () => {
    expect((await list('git@github.com:acme/lib.js')).code).not.toBe(0);
    expect(ssh.log).toContain("'acme/lib.js'");
  });

  it('is a script for every sh, and has host keys that ssh can read', () => {
    execFileSync('sh', ['-n', '-c', asset('ssh-with-key')]);
    const keys = [...asset('ssh-with-key').matchAll(/'((?:ssh|ecdsa)-[a-z0-9-]+ [A-Za-z0-9+/=]+)'/g)].map(([, key]) => key);

    expect(keys).toHaveLength(2);
    // GitHub publishes these: https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/githubs-ssh-key-fingerprints
    expect(keys.map((key) => execFileSync('ssh-keygen', ['-l', '-f', '-'], { input: `${key}\n`, encoding: 'utf8' }).split(' ')[1])).toEqual([
      'SHA256:+DiY3wvvV6TuJJhbpZisF/zLDA0zPMSvHdkr4UvCOqU', 'SHA256:p2QAMXNIC1TJYWeIOttrVc98/R1BUFWu3/LiyKgUfQM',
    ]);
    expect(readdirSync('assets')).toContain('ssh-with-key.sh');
  });
});
