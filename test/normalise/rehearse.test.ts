import fc from 'fast-check';
import { Platform } from '../../src';
import { cronProblem, isOnTheHour } from '../../src/github/cron';
import { normalise } from '../../src/normalise/normalise';
import type { TagBuildOptions } from '../../src/options';

const linux = Platform.linuxX64({ run: ['make'], artifacts: ['dist/*'] });
const rehearse = (options: TagBuildOptions['rehearse'], id = 'app') =>
  normalise(id, { platforms: [linux, Platform.macosArm64({ run: ['make'], artifacts: ['dist/*'] })], rehearse: options }, { projectName: 'tool', directory: '', marker: '' }).rehearse;

it('is absent where nothing is declared', () => {
  expect(rehearse(undefined)).toBeUndefined();
});

it('has all platforms and nothing else by default', () => {
  expect(rehearse({})).toEqual({
    pullRequests: false,
    branches: [],
    schedule: '',
    watch: '',
    watchIssue: false,
    legs: [{ job: 'build', platform: 'linux-x64' }, { job: 'build', platform: 'macos-arm64' }],
  });
});

it('keeps the platforms that are named, also those that there are not', () => {
  expect(rehearse({ platforms: ['macos-arm64', 'build/linux-x64', 'other/linux-x64', 'x'] })?.legs).toEqual([
    { job: 'build', platform: 'macos-arm64' }, { job: 'build', platform: 'linux-x64' }, { job: 'other', platform: 'linux-x64' }, { job: '', platform: 'x' },
  ]);
});

it('keeps a schedule as it is written', () => {
  expect(rehearse({ schedule: '5 4 * * 1', watch: 'nonsense' })).toMatchObject({ schedule: '5 4 * * 1', watch: 'nonsense' });
});

it('derives a schedule of the id that is the same on each machine', () => {
  expect(rehearse({ schedule: 'daily', watch: 'weekly' })).toMatchObject({ schedule: '52 6 * * *', watch: '42 22 * * 0' });
});

test('what is derived is a schedule of GitHub, and never on the hour', () => {
  fc.assert(fc.property(fc.string({ minLength: 1 }), (id) => {
    const { schedule, watch } = rehearse({ schedule: 'daily', watch: 'weekly' }, id)!;
    return [schedule, watch].every((cron) => cronProblem(cron) === undefined && !isOnTheHour(cron));
  }));
});
