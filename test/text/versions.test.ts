import * as fc from 'fast-check';
import * as semver from 'semver';
import { compareVersions, parseVersion } from '../../src/text/versions';

const number = fc.integer({ min: 0, max: 12 });
const part = fc.oneof(number.map(String), fc.constantFrom('a', 'b', 'rc', 'beta', '1a', 'x-y'));
const version = fc.tuple(number, number, number, fc.array(part, { maxLength: 3 }), fc.constantFrom('', '+7'))
  .map(([major, minor, patch, prerelease, build]) => `${major}.${minor}.${patch}${prerelease.length ? `-${prerelease.join('.')}` : ''}${build}`);

test('versions are ordered as semver orders them', () => {
  fc.assert(fc.property(version, version, (one, other) => {
    expect(Math.sign(compareVersions(parseVersion(one)!, parseVersion(other)!))).toBe(semver.compare(one, other));
  }));
});

test('two numbers are a version too, and long ones are no trouble', () => {
  expect(compareVersions(parseVersion('1.2')!, parseVersion('1.2.0')!)).toBe(0);
  expect(compareVersions(parseVersion('1.99999999999999999999.0')!, parseVersion('1.99999999999999999998.0')!)).toBe(1);
});

test.each(['', '1', 'v1.2.3', '1.2.3.4', 'nightly', '1.2.x'])('%p is no version', (text) => {
  expect(parseVersion(text)).toBeUndefined();
});
