import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { compose, runScript } from '../support/run-script';

const LINE = 'git.acme.dev ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJfSRHvJmBAeEAQ0G1bB5Qj0CeR9bN4sS9QZm1sBvUq7';

describe('known hosts', () => {
  let home: string;

  beforeEach(() => { home = mkdtempSync(join(tmpdir(), 'known hosts-')); });
  afterEach(() => rmSync(home, { recursive: true }));

  /** ssh says where it looks, which the machine decides. */
  const add = (lines: string, said: string) => {
    mkdirSync(join(home, 'bin'), { recursive: true });
    writeFileSync(join(home, 'bin', 'ssh'), `#!/bin/sh\necho 'user me'\necho 'userknownhostsfile ${said}'\n`);
    chmodSync(join(home, 'bin', 'ssh'), 0o755);
    return runScript(compose('knownHosts'), { HOME: home, KNOWN_HOSTS: lines, PATH: `${join(home, 'bin')}${delimiter}${process.env.PATH}` });
  };
  const known = (file: string) => readFileSync(join(home, file), 'utf8');

  it('are added where ssh looks, in a path with spaces too', async () => {
    await add(LINE, `${home}/of root/known_hosts ${home}/of root/known_hosts2`);

    expect(known('of root/known_hosts')).toBe(`${LINE}\n`);
  });

  it('are added below HOME where ssh says so, or says something else', async () => {
    await add(LINE, '~/.ssh/known_hosts ~/.ssh/known_hosts2');
    await add(`other.${LINE}`, 'none');

    expect(known('.ssh/known_hosts')).toBe(`${LINE}\nother.${LINE}\n`);
  });

  it('stand there once, behind whatever stood there', async () => {
    mkdirSync(join(home, '.ssh'));
    writeFileSync(join(home, '.ssh', 'known_hosts'), 'github.com ssh-rsa AAAA');
    await add(`${LINE}\n$(touch pwned) ssh-rsa AAAA\n${LINE}`, '~/.ssh/known_hosts ~/.ssh/known_hosts2');
    const { code, stderr } = await add(LINE, '~/.ssh/known_hosts ~/.ssh/known_hosts2');

    expect([code, stderr]).toEqual([0, '']);
    expect(known('.ssh/known_hosts')).toBe(`github.com ssh-rsa AAAA\n${LINE}\n$(touch pwned) ssh-rsa AAAA\n`);
  });
});
