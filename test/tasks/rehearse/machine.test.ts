import { legName } from '../../../src/model/jobs';
import type { Model } from '../../../src/model/model';
import { chooseLegs, type Machine, machineOf } from '../../../src/tasks/rehearse/machine';
import { buildJob, model as makeModel, platform } from '../../render/models';

function chosen(from: Model, name: string | undefined, machine: Machine): string[] {
  return chooseLegs(from, name, machine).map((leg) => legName(from, leg));
}

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
  expect(chosen(model, undefined, machine)).toEqual([name]);
  expect(chosen(model, name, machine)).toEqual([name]);
  expect(chosen(model, `build/${name}`, machine)).toEqual([name]);
});

const ELSEWHERE = 'Declared are: linux-x64, linux-arm64, macos-arm64, own, contained.\nAnother machine\'s leg is rehearsed on GitHub: npx projen tag-build:rehearse --remote\n'
  + 'The guard alone, with its secrets and repositories, runs on any machine: npx projen tag-build:rehearse --guard-only';

test.each([
  [undefined, { os: 'macos', arch: 'x64' }, `there is no platform for this machine (macos on x64). For it are: none. ${ELSEWHERE}`],
  ['macos-arm64', LINUX, `there is no platform 'macos-arm64' for this machine (linux on x64). For it are: linux-x64. ${ELSEWHERE}`],
  ['contained', LINUX, 'there is no platform \'contained\' for this machine'],
])('%j on %j is refused', (name, machine, message) => {
  expect(() => chooseLegs(model, name, machine)).toThrow(message);
});

test('one of several is to be named', () => {
  const two = makeModel({ platforms: [platform({ name: 'a' }), platform({ name: 'b' })] });
  expect(() => chooseLegs(two, undefined, LINUX)).toThrow('several platforms can run here; say which one: a, b');
  expect(chosen(two, 'b', LINUX)).toEqual(['b']);
});

describe('of several jobs', () => {
  const need = (job: string, ...platforms: string[]) => ({ job, path: 'in', platforms, merge: false });
  const several = makeModel({
    jobs: [
      buildJob({ id: 'web' }),
      buildJob({ id: 'icons', platforms: [platform({ name: 'any' }), platform({ name: 'mac', runsOn: ['macos-15'] })] }),
      buildJob({ id: 'core', needs: [need('web', 'linux-x64')] }),
      buildJob({
        id: 'apps',
        needs: [need('core', 'linux-x64'), need('icons', 'any')],
        platforms: [platform(), platform({ name: 'macos-arm64', runsOn: ['macos-15'] })],
      }),
      buildJob({ id: 'joined', needs: [need('apps', 'linux-x64', 'macos-arm64')], platforms: [platform({ name: 'all' })] }),
      buildJob({ id: 'docs', platforms: [platform({ name: 'docs' })] }),
    ],
  });

  test.each([
    ['docs', ['docs/docs']],
    ['web/linux-x64', ['web/linux-x64']],
    ['core/linux-x64', ['web/linux-x64', 'core/linux-x64']],
    ['apps/linux-x64', ['web/linux-x64', 'icons/any', 'core/linux-x64', 'apps/linux-x64']],
    ['any', ['icons/any']],
    ['linux-x64', ['web/linux-x64', 'icons/any', 'core/linux-x64', 'apps/linux-x64']],
  ])('%s runs behind all that it needs, and a name of several is the one that the others run for', (name, legs) => {
    expect(chosen(several, name, LINUX)).toEqual(legs);
  });

  test('without a name one must be left', () => {
    expect(() => chooseLegs(several, undefined, LINUX)).toThrow('several platforms can run here; say which one: joined/all, docs/docs');
    expect(chosen({ ...several, jobs: several.jobs.slice(0, 4) }, undefined, LINUX).at(-1)).toBe('apps/linux-x64');
  });

  test('a needed leg for another machine is refused', () => {
    const message = 'joined/all needs what apps/macos-arm64 builds, which is not for this machine (linux on x64).\n'
      + 'Another machine\'s leg is rehearsed on GitHub: npx projen tag-build:rehearse --remote\n'
  + 'The guard alone, with its secrets and repositories, runs on any machine: npx projen tag-build:rehearse --guard-only';
    expect(() => chooseLegs(several, 'all', LINUX)).toThrow(message);
    expect(() => chooseLegs(several, 'apps/macos-arm64', { os: 'macos', arch: 'arm64' }))
      .toThrow('apps/macos-arm64 needs what web/linux-x64, icons/any, core/linux-x64 builds, which is not for this machine (macos on arm64).');
    expect(() => chooseLegs(several, 'apps/macos-arm64', LINUX))
      .toThrow("there is no platform 'apps/macos-arm64' for this machine (linux on x64). For it are: web/linux-x64,");
    expect(() => chooseLegs(several, 'web/macos-arm64', LINUX)).toThrow("there is no platform 'web/macos-arm64'. Did you mean 'apps/macos-arm64'?");
  });

  test('jobs in a circle end', () => {
    const circle = makeModel({ jobs: [buildJob({ id: 'a', needs: [need('b', 'linux-x64')] }), buildJob({ id: 'b', needs: [need('a', 'linux-x64')] })] });
    expect(chosen(circle, 'b/linux-x64', LINUX)).toEqual(['a/linux-x64', 'b/linux-x64']);
  });
});
