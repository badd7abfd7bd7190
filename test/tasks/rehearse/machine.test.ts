import { choosePlatform, machineOf } from '../../../src/tasks/rehearse/machine';
import { model as makeModel, platform } from '../../render/models';

const LINUX = { os: 'linux', arch: 'x64' };
const model = makeModel({
  platforms: [
    platform(),
    platform({ name: 'linux-arm64', runsOn: ['ubuntu-24.04-arm'] }),
    platform({ name: 'macos-arm64', runsOn: ['macos-15'] }),
    platform({ name: 'own', runsOn: ['self-hosted', 'Windows', 'X64'] }),
    platform({ name: 'contained', container: { image: 'debian' } }),
  ],
});

test('machines, as Node.js names them', () => {
  expect(machineOf({ platform: 'darwin', arch: 'arm64' })).toEqual({ os: 'macos', arch: 'arm64' });
  expect(machineOf({ platform: 'win32', arch: 'x64' })).toEqual({ os: 'windows', arch: 'x64' });
  expect(machineOf({ platform: 'freebsd', arch: 'x64' })).toEqual({ os: 'freebsd', arch: 'x64' });
});

test.each([
  [LINUX, 'linux-x64'],
  [{ os: 'linux', arch: 'arm64' }, 'linux-arm64'],
  [{ os: 'macos', arch: 'arm64' }, 'macos-arm64'],
  [{ os: 'windows', arch: 'x64' }, 'own'],
])('%j has the leg %s', (machine, name) => {
  expect(choosePlatform(model, undefined, machine).name).toBe(name);
  expect(choosePlatform(model, name, machine).name).toBe(name);
});

const ELSEWHERE = 'Declared are: linux-x64, linux-arm64, macos-arm64, own, contained.\nAnother machine\'s leg is rehearsed on GitHub: npx projen tag-build:rehearse --remote';

test.each([
  [undefined, { os: 'macos', arch: 'x64' }, `there is no platform for this machine (macos on x64). For it are: none. ${ELSEWHERE}`],
  ['macos-arm64', LINUX, `there is no platform 'macos-arm64' for this machine (linux on x64). For it are: linux-x64. ${ELSEWHERE}`],
  ['contained', LINUX, 'there is no platform \'contained\' for this machine'],
])('%j on %j is refused', (name, machine, message) => {
  expect(() => choosePlatform(model, name, machine)).toThrow(message);
});

test('one of several is to be named', () => {
  const two = makeModel({ platforms: [platform({ name: 'a' }), platform({ name: 'b' })] });
  expect(() => choosePlatform(two, undefined, LINUX)).toThrow('several platforms can run here; say which one: a, b');
  expect(choosePlatform(two, 'b', LINUX).name).toBe('b');
});
