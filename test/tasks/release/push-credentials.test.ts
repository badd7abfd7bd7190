import { execFileSync } from 'node:child_process';
import { pushCredentials } from '../../../src/tasks/release/push-credentials';

const SERVER = 'https://github.test';
const ASKED = 'protocol=https\nhost=github.test\n\n';

/** What git takes for the server, as it would for a push. */
function filled(env: Record<string, string>): string {
  const around = { PATH: process.env.PATH, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', GIT_TERMINAL_PROMPT: '0' };
  return execFileSync('git', ['credential', 'fill'], { input: ASKED, env: { ...around, ...env }, encoding: 'utf8' });
}

test('git is given the token where it has nothing else', () => {
  expect(filled(pushCredentials("a'b $c", SERVER, {}))).toBe("protocol=https\nhost=github.test\nusername=x-access-token\npassword=a'b $c\n");
});

test('what git is set up to use comes first, and stays', () => {
  const own = {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'credential.helper',
    GIT_CONFIG_VALUE_0: '!f() { echo username=me; echo password=mine; }; f',
  };
  expect(filled({ ...own, ...pushCredentials('token', SERVER, own) })).toContain('username=me\npassword=mine\n');
});

test('no other server is given it, and nobody where there is none', () => {
  expect(() => filled(pushCredentials('token', 'https://other.test', {}))).toThrow();
  expect(pushCredentials('', SERVER, {})).toEqual({});
});
