import { publish } from './npm-run';
import { distTagOf, npmVersionProblem } from '../../src/publish/npm/versions';

test('a version is staged by the token that npm gives this job, and it is said who approves it', async () => {
  const { code, said, sent, integrity, ranScripts } = await publish({});

  expect({ code, ranScripts }).toEqual({ code: 0, ranScripts: false });
  expect(sent).toEqual([expect.objectContaining({ method: 'POST', path: '/-/stage/package/@acme/thing', authorization: 'Bearer of-the-registry' })]);
  expect(sent[0].body.versions['1.2.3'].dist.integrity).toBe(integrity);
  expect(sent[0].body['dist-tags']).toEqual({ latest: '1.2.3' });
  expect(said).toEqual([
    'notice: A version waits for approval: @acme/thing 1.2.3 is staged as stage-1, and not public yet. A maintainer of the package approves it with a second factor: '
    + 'on npmjs.com, among the staged packages, or by "npm stage approve stage-1", after "npm stage view stage-1".',
  ]);
});

test.each([
  ['1.2.3-beta.1', 'beta'], ['1.2.3-rc1', 'rc'], ['1.2.3-1', 'next'], ['1.2.3-x.1', 'next'], ['1.2.3-latest.1', 'next'], ['1.2.3', 'stable'],
])('%s is tagged as %s', (version, tag) => {
  expect(distTagOf(version, 'stable')).toBe(tag);
});

test.each([
  ['11.15.0', true, true], ['11.14.9', true, false], ['11.5.1', false, true], ['11.5.0', false, false], ['10.99.99', false, false], ['12.0.0', true, true], ['12.0.0-pre.1', true, true], ['undefined', false, false],
])('npm %s stages (%j): %j', (version, staged, can) => {
  expect(npmVersionProblem(version, staged) === undefined).toBe(can);
});
