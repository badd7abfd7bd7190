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

test.each([
  ['7', '7.0.0', 0],
  ['7', '10', -1],
  ['1.2.3.4', '1.2.3', 1],
  ['1.9.0.7', '2.0.0.1', -1],
  ['1.2.3.post1', '1.2.3', 0],
  ['1.9.0.post2', '2.0', -1],
])('%s beside %s: %d', (one, other, expected) => {
  expect(compareVersions(parseVersion(one)!, parseVersion(other)!)).toBe(expected);
});

test.each(['', 'v1.2.3', '1.2.3rc1', 'nightly', '1.2.x'])('%p is no version', (text) => {
  expect(parseVersion(text)).toBeUndefined();
});
