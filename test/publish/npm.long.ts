import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Registry } from './fake-registry';
import { type Case, directory, publish } from './npm-run';

test('a version is published; a pre-release has a tag of its own, and what stands behind a plus npm leaves out', async () => {
  const version = '1.2.3-beta.1+build.5';
  const { code, said, stdout, sent, ranScripts } = await publish({ target: { staged: false }, others: ['b.zip'], manifest: { version }, environment: { VERSION: version } });

  expect({ code, said, ranScripts }).toEqual({ code: 0, said: [], ranScripts: false });
  expect(sent).toEqual([expect.objectContaining({ method: 'PUT', path: '/@acme/thing', authorization: 'Bearer of-the-registry' })]);
  expect(sent[0].body['dist-tags']).toEqual({ beta: '1.2.3-beta.1' });
  expect(stdout).toMatch(/^@acme\/thing 1\.2\.3-beta\.1 is published\.$/m);
});

describe('a version that is there already', () => {
  test('and the same is no error, and nothing is sent', async () => {
    const { code, said, sent } = await publish({ registry: (integrity) => ({ published: { '1.2.3': integrity } }) });

    expect({ code, sent }).toEqual({ code: 0, sent: [] });
    expect(said).toEqual(['notice: npm has the version already: npm has @acme/thing 1.2.3 already, with the same content. Nothing was sent.']);
  });

  test('and another one is', async () => {
    const { code, said, sent, integrity } = await publish({ registry: { published: { '1.2.3': 'sha512-other' } } });

    expect({ code, sent }).toEqual({ code: 1, sent: [] });
    expect(said).toEqual([`error: npm has another file of the version: npm has @acme/thing 1.2.3 with sha512-other; this run built ${integrity}. A published version cannot be replaced: raise the version, and push the next tag.`]);
  });

  test('and staged waits for its approval', async () => {
    const { code, said } = await publish({ registry: { onPublish: { status: 409, body: { error: 'already staged' } } } });

    expect(code).toBe(0);
    expect(said).toEqual([
      expect.stringMatching(/^warning: A version waits for approval: npm holds @acme\/thing 1\.2\.3 staged already, .* This run built sha512-/),
    ]);
  });
});

test('an answer that was lost is not an error where the version is there', async () => {
  const registry = { onPublish: { status: 503, body: {} }, answerIsLost: true };

  expect(await publish({ target: { staged: false }, registry })).toMatchObject({ code: 0, said: [] });
});

describe('npm refuses', () => {
  const advice = 'The package must exist, and its settings on npmjs\\.com name as trusted publisher acme/app with the workflow file desktop\\.yml, the environment of the job, and the right to publish\\.';

  test.each<[string, Registry, string]>([
    ['the publisher', { trusts: false }, 'ENEEDAUTH '],
    ['the right', { onPublish: { status: 403, body: { error: 'OIDC permission denied for this action' } } }, 'E403 .*OIDC permission denied'],
    ['a package that it does not have', { onView: { status: 404, body: {} }, onPublish: { status: 404, body: {} } }, 'E404 '],
  ])('%s', async (_, registry, reason) => {
    const { code, said } = await publish({ registry, target: { staged: false } });

    expect(code).toBe(1);
    expect(said).toEqual([expect.stringMatching(new RegExp(`^error: npm refuses the package: npm refused @acme/thing: ${reason}.*${advice}`))]);
  });

  test('to answer', async () => {
    const { code, said, sent } = await publish({ registry: { onView: { status: 500, body: {} } } });

    expect({ code, sent }).toEqual({ code: 1, sent: [] });
    expect(said).toEqual([expect.stringMatching(/^error: npm does not answer: npm could not be asked for @acme\/thing 1\.2\.3: E500 .*Choose "Re-run failed jobs"\.$/)]);
  });
});

describe('nothing is sent where', () => {
  test.each<[string, Case, RegExp]>([
    ['it is a rehearsal', { environment: { REAL: 'false' } }, /a rehearsal publishes nothing/],
    ['there is no tarball', { target: { tarball: '*.tar' } }, /'\*\.tar' matches no file of the release, and one is needed/],
    ['there are two', { others: ['b.tgz'] }, /'\*\.tgz' matches acme-thing-1\.2\.3\.tgz, b\.tgz of the release/],
    ['it is no package', { target: { tarball: 'App.*' } }, /npm takes App\.dmg for no package/],
    ['it is another package', { target: { package: '@acme/other' } }, /acme-thing-1\.2\.3\.tgz is @acme\/thing 1\.2\.3; wanted is @acme\/other 1\.2\.3/],
    ['it is another version', { environment: { VERSION: '1.2.4' } }, /is @acme\/thing 1\.2\.3; wanted is @acme\/thing 1\.2\.4/],
    ['it was changed', { prepare: (at) => writeFileSync(join(at, 'release/files/acme-thing-1.2.3.tgz'), 'x') }, /differs from its record: acme-thing-1\.2\.3\.tgz has other bytes/],
    ['nothing was downloaded', { prepare: (at) => rmSync(join(at, 'release'), { recursive: true }) }, /release\/set\.json is not there: the artifact of the job "assemble" was not downloaded/],
    ['it was assembled for another tag', { environment: { TAG: 'v1.2.2' } }, /was assembled for tag 'v1\.2\.3', and this run is for 'v1\.2\.2'/],
    ['npm is too old', { prepare: (at) => oldNpm(at), environment: { PATH: '' } }, /npm is 10\.9\.0, and staged publishing needs 11\.15\.0 or newer\. Set up Node\.js/],
    ['there is no npm', { environment: { PATH: '/nowhere' } }, /There is no npm on this machine/],
  ])('%s', async (_, { environment, ...how }, message) => {
    const PATH = environment?.PATH === '' ? [join(directory, 'bin'), process.env.PATH].join(delimiter) : environment?.PATH;
    const { code, said, sent } = await publish({ ...how, environment: { ...environment, ...PATH === undefined ? {} : { PATH } } });

    expect({ code, sent }).toEqual({ code: 1, sent: [] });
    expect(said).toEqual([expect.stringMatching(message)]);
  });
});

function oldNpm(at: string): void {
  mkdirSync(join(at, 'bin'));
  writeFileSync(join(at, 'bin/npm'), '#!/bin/sh\necho \'{ "npm": "10.9.0" }\'\n');
  chmodSync(join(at, 'bin/npm'), 0o755);
}
