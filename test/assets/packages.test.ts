import { describeManagers, NETWORK, on } from './describe-managers';
import { install } from '../support/package-tools';

// packages.long.ts tries the others
describeManagers(['apt', 'winget']);

describe('apt', () => {
  test('updates the lists first, and again before what failed is tried again', async () => {
    const run = await install('apt', ['tool'], on({ fails: [NETWORK.apt[0]] }));
    expect(run.calls).toEqual(['apt-get update', 'apt-get install tool', 'sleep 10', 'apt-get update', 'apt-get install tool']);
  });

  test('goes on with the lists that it has, and says so', async () => {
    const fails = Array.from({ length: 3 }, () => 'update: E: Failed to fetch http://mirror/InRelease  Hash Sum mismatch');
    const good = await install('apt', ['tool'], on({ fails }));
    expect(good).toMatchObject({ code: 0, installed: ['tool'], said: ['warning: The lists of packages could not be updated: What is known of them is taken. apt-get says: Failed to fetch http://mirror/InRelease  Hash Sum mismatch.'] });
    const bad = await install('apt', ['nosuch'], on({ fails }));
    expect(bad.said[1]).toContain('The lists of packages could not be updated, though: Failed to fetch');
  });

  test('says which release has no such package, and what is called alike or which versions there are', async () => {
    const run = await install('apt', ['libgtk-4-dev', 'jq=1.5'], { available: ['libgtk-3-dev', 'libgtk-3-0', 'jq=1.6-2', 'jq=1.7-1'] });
    expect(run.said[0]).toMatch(/: No package libgtk-4-dev can be installed on \S.*; there are for instance libgtk-3-0, libgtk-3-dev\. jq has no version 1\.5 on .*; there are 1\.6-2, 1\.7-1\. Correct Setup\.apt/);
  });

  test('tells dpkg of another architecture, but not of its own', async () => {
    const run = await install('apt', ['libc6:i386', 'libc6:amd64', 'git=1:2.43'], { available: ['libc6:i386', 'libc6:amd64', 'git=1:2.43'] });
    expect(run.calls.filter((call) => call.startsWith('dpkg'))).toEqual(['dpkg --add-architecture i386']);
  });

  test('is root by sudo, and says so where there is none', async () => {
    const env = { ID: '1001' };
    expect(await install('apt', ['tool'], on({ env }))).toMatchObject({ code: 0, installed: ['tool'] });
    const run = await install('apt', ['tool'], on({ env, without: ['sudo'] }));
    expect(run).toMatchObject({ code: 1, calls: [], said: [expect.stringMatching(/^error: Packages need root: This job runs as builder and there is no sudo .* cannot be installed: tool\./)] });
  });
});

describe('brew', () => {
  test('leaves what is installed as it is, and calls nothing where all is there', async () => {
    const run = await install('brew', ['tool', 'other'], on({ installed: ['tool'] }));
    expect(run.calls).toEqual(['brew install --formula --overwrite other']);
    expect((await install('brew', ['tool'], on({ installed: ['tool'] }))).calls).toEqual([]);
  });

  test('takes no part in the links of a cask', async () => {
    expect((await install('brew', ['tool'], on({ env: { BREW_KIND: 'cask' } }))).calls).toEqual(['brew install --cask tool']);
  });

  test('warns where a link is missing but all is there', async () => {
    const run = await install('brew', ['python@3.13'], { available: ['unlinked python@3.13'] });
    expect(run).toMatchObject({ code: 0, said: ['warning: Packages are installed with a warning: brew says: The `brew link` step did not complete successfully.'] });
  });

  test('updates what the image knows only where that does not do', async () => {
    const run = await install('brew', ['tool'], on({ fails: ['install: Error: tool: no bottle available!'] }));
    expect(run.calls).toEqual(['brew install --formula --overwrite tool', 'brew update', 'brew install --formula --overwrite tool']);
    expect(run).toMatchObject({ code: 0, said: [] });
  });
});

describe('choco', () => {
  test.each(['3010', '1641'])('takes %s, which wants a restart, for what it is', async (CHOCO_ENDS_WITH) => {
    expect(await install('choco', ['tool'], on({ env: { CHOCO_ENDS_WITH } }))).toMatchObject({ code: 0, said: [] });
  });

  test('does not believe a success that left nothing', async () => {
    const fails = ['install: Failed to fetch results from V2 feed with following message : Response status code does not indicate success: 503 (Service Unavailable).'];
    const run = await install('choco', ['tool'], on({ fails, env: { CHOCO_FAILS_WITH: '0' } }));
    expect(run).toMatchObject({ code: 0, installed: ['tool'] });
    expect(run.calls).toContain('sleep 10');
  });

  test('installs the version that is declared, and names those that there are', async () => {
    const available = ['nsis=3.10.0', 'nsis=3.09.0'];
    expect((await install('choco', ['nsis=3.10.0'], { available })).calls).toEqual(['choco install nsis --yes --no-progress --version 3.10.0']);
    const run = await install('choco', ['nsis=4'], { available });
    expect(run.said[0]).toContain('nsis has no version 4; there are 3.10.0, 3.09.0.');
  });
});

test.each([
  ['choco', 'nsis', 'install: The operation has timed out.'],
  ['winget', 'NSIS.NSIS', 'install: Download request status is not success. 0x80190193'],
] as const)('%s does not take another version for the one that is declared', async (manager, name, failure) => {
  const machine = { available: [`${name}=3.10`, `${name}=3.10.1`, `${name}=3.08`], installed: [`${name}=3.08`] };
  const again = await install(manager, [`${name}=3.10`], { ...machine, fails: [failure] });
  expect(again).toMatchObject({ code: 0, installed: [`${name}=3.10`] });
  expect(await install(manager, [`${name}=3.10`], { ...machine, fails: [failure, failure, failure] })).toMatchObject({ code: 1, installed: [`${name}=3.08`] });
  expect(await install(manager, [`${name}=3.10`], { ...machine, installed: [`${name}=3.10.1`], env: { INSTALL_NOTHING: 'true' } }))
    .toMatchObject({ said: [expect.stringContaining(`${name}=3.10`)] });
});

test('choco knows a version however many zeros it has', async () => {
  const env = { INSTALL_NOTHING: 'true' };
  expect(await install('choco', ['nsis=3.10', 'tool=1.2.03', 'new=2.0-Beta'], { available: [], installed: ['nsis=3.10.0', 'tool=1.2.3', 'new=2.0.0-beta'], env })).toMatchObject({ said: [] });
});

describe('winget', () => {
  test('takes for success whatever leaves the package there, as a wanted restart does', async () => {
    expect(await install('winget', ['tool'], on({ env: { WINGET_ENDS_WITH: '9' } }))).toMatchObject({ code: 0, said: [] });
  });

  test('installs the version that is declared, and names those that there are', async () => {
    const available = ['NSIS.NSIS=3.10', 'NSIS.NSIS=3.09'];
    expect(await install('winget', ['NSIS.NSIS=3.10'], { available })).toMatchObject({ code: 0, installed: ['NSIS.NSIS=3.10'] });
    const run = await install('winget', ['NSIS.NSIS=4'], { available });
    expect(run.said[0]).toContain('NSIS.NSIS has no version 4; there are 3.10, 3.09.');
  });

  test('goes on where its source cannot be updated', async () => {
    const run = await install('winget', ['tool'], on({ fails: ['source: Failed when opening source'] }));
    expect(run).toMatchObject({ code: 0, installed: ['tool'], said: ['warning: The lists of packages could not be updated: What is known of them is taken.'] });
  });
});

test.each(['choco', 'winget'] as const)('%s: what an installer adds to the path is there for the steps behind it', async (manager) => {
  expect((await install(manager, ['tool'], on({}))).path).toEqual(['C:\\tools\\new']);
});

test('an image without apt says what it has', async () => {
  const run = await install('apt', ['tool'], on({ without: ['apt-get'], with: ['dnf'] }));
  expect(run).toMatchObject({ code: 1, calls: [], said: [expect.stringMatching(/^error: The manager of packages is missing: There is no apt-get on this runner, which is \S.* and has dnf, so these cannot be installed: tool\./)] });
});
