import { FAILED, publishing, StatusScene, withTokens } from './scene';
import { githubRelease, model, publishSteps } from '../../render/models';
import { jobsOfBuild } from '../../support/fake-github/scripted-run';
import { json } from '../../support/github-answers';
import { loadBundledOctokit } from '../../support/octokit';

jest.mock('../../../src/outside/load-octokit', () => ({ loadOctokit: async () => loadBundledOctokit() }));

const scene = new StatusScene();

describe('the tag', () => {
  beforeEach(() => scene.declare(publishing()));

  test('that is here only', async () => {
    scene.git('tag', 'v1.0.0');
    expect(await scene.ask()).toBe(0);
    expect(scene.linesOf('tag')).toEqual(['! tag v1.0.0 at 0123456, 3 days ago, here only: git push origin v1.0.0']);
    expect(scene.linesOf('pushed')).toEqual(['! pushed v1.0.0 is not pushed']);
    expect(scene.linesOf('public')).toEqual(['○ public nothing yet']);
    expect(scene.screen).toContain('\n2 worth a look\n');
  });

  test('that is on the remote only', async () => {
    scene.release('v1.0.0');
    scene.git('tag', '-d', 'v1.0.0');
    await scene.ask();
    expect(scene.linesOf('tag')).toEqual(['✓ tag v1.0.0 at 0123456, 3 days ago, on the remote only: git fetch --tags']);
  });

  test('that is another commit there', async () => {
    scene.release('v1.0.0');
    scene.git('commit', '-q', '--allow-empty', '-m', 'b');
    scene.git('tag', '-f', 'v1.0.0');
    expect(await scene.ask()).toBe(1);
    expect(scene.linesOf('tag')[0]).toMatch(/^✗ tag v1\.0\.0 is 0123456 here, and [0-9a-f]{7} on the remote: one of them was moved$/);
  });

  test('that was made anew at the same commit is the same', async () => {
    scene.release('v1.0.0');
    scene.git('tag', '-f', '-a', '-m', 'again', 'v1.0.0');
    await scene.ask();
    expect(scene.linesOf('tag')).toEqual(['✓ tag v1.0.0 at 0123456, 3 days ago']);
  });

  test('of the highest version, among those that start the build', async () => {
    ['v1.9.0', 'v1.10.0-rc.1', 'v1.10.0', 'other-v2.0.0', 'nightly'].forEach((tag) => scene.git('tag', tag));
    scene.git('push', '-q', 'origin', 'v1.9.0', 'v1.10.0');
    await scene.ask();
    expect(scene.linesOf('tag')[0]).toContain(' v1.10.0 at ');
    expect(scene.linesOf('next')[0]).toContain('patch v1.10.1');
  });

  test('where git may not ask the remote, GitHub says its tags', async () => {
    scene.release('v1.0.0');
    scene.git('remote', 'set-url', 'origin', 'https://me:secret@127.0.0.1:1/acme/app.git');
    await scene.ask();
    expect(scene.linesOf('tag')).toEqual(['✓ tag v1.0.0 at 0123456, 3 days ago']);
    scene.github.inject({ path: 'matching-refs', times: 9 }, { answer: json(404, {}) });
    expect(await scene.ask()).toBe(1);
    expect(scene.linesOf('tag')[0]).toMatch(/^\? tag v1\.0\.0 at 0123456, 3 days ago, here; remote 'origin' could not be asked: fatal: unable to access 'https:\/\/127/);
    expect(scene.printed).not.toContain('secret');
  });
});

describe('the run', () => {
  beforeEach(() => scene.declare(publishing()));

  test('that failed', async () => {
    scene.release('v1.0.0', FAILED);
    expect(await scene.ask()).toBe(1);
    expect(scene.linesOf('run')).toEqual([`✗ run v1.0.0: failure, 3 days ago; "npx projen tag-build:why" says why https://github.example/acme/app/actions/runs/${scene.repository.runs[0].id}`]);
    expect(scene.linesOf('public')).toEqual(['↑ public nothing yet; v1.0.0 is not public']);
  });

  test('that is under way, and one that failed before it', async () => {
    scene.release('v1.0.0', FAILED);
    scene.release('v1.1.0', jobsOfBuild(['linux-x64', 'macos'], { Guard: { waits: 0, lasts: 0 } }));
    await scene.ask();
    await scene.ask({ days: 0 });
    expect(scene.linesOf('run')[0]).toMatch(/^● run v1\.1\.0 has run for \d+ s, 1 job is done, now Build linux-x64, Build macos https:/);
    expect(scene.linesOf('failed')[0]).toMatch(/^✗ failed v1\.0\.0: failure, 0 minutes ago; "npx projen tag-build:why \d+" says why https:\S+$/);
    expect(scene.linesOf('public')).toEqual(['● public nothing yet; v1.1.0 is under way']);
  });

  test('that waits for somebody', async () => {
    scene.release('v1.0.0', [{ name: 'Publish', environment: 'release' }]);
    expect(await scene.ask()).toBe(0);
    expect(scene.linesOf('run')[0]).toMatch(/^○ run v1\.0\.0 waits for somebody to approve release, 0 jobs are done https:/);
  });

  test('that failed and was mended is told no more', async () => {
    scene.release('v1.0.0', FAILED);
    scene.release('v1.0.1');
    await scene.ask();
    expect(scene.linesOf('run')[0]).toMatch(/^✓ run v1\.0\.1: success/);
    expect(scene.linesOf('failed')).toEqual([]);
  });

  test('of a branch is none of a tag, and a tag without one is told', async () => {
    scene.release('v1.0.0');
    scene.repository.startRun('installers.yml', 'workflow_dispatch', 'main', scene.repository.head!);
    scene.repository.startRun('installers.yml', 'workflow_dispatch', 'v1.x.y', scene.repository.head!);
    scene.git('tag', 'v1.1.0');
    scene.git('push', '-q', 'origin', 'v1.1.0');
    scene.remote.receive();
    scene.repository.runs.pop();
    expect(await scene.ask()).toBe(1);
    expect(scene.linesOf('run')[0]).toMatch(/^! run v1\.0\.0: success, 3 days ago; GitHub shows no run of v1\.1\.0 https:/);
  });
});

describe('what is public', () => {
  test('a draft that nobody has published yet', async () => {
    scene.declare(model({ publish: [githubRelease({ draftOnly: true }), githubRelease({ id: 'other' })] }));
    scene.release('v1.0.0');
    scene.repository.addRelease({ tag: 'v0.9.0', draft: false, prerelease: true });
    scene.repository.addRelease({ tag: 'v1.0.0' });
    expect(await scene.ask({ width: 300 })).toBe(1);
    const [stays, fails] = scene.linesOf('public');
    expect(stays).toMatch(/^○ public v0\.9\.0 \(pre-release\), 3 days ago; v1\.0\.0 is a draft, which somebody is to publish, https:/);
    expect(fails).toMatch(/^↑ public v0\.9\.0 .*; v1\.0\.0 is a draft, https:/);
  });

  test('in another repository, where other tags are no releases of this build', async () => {
    scene.declare(model({ publish: [githubRelease({ repository: 'acme/releases' }), publishSteps()] }));
    scene.release('v1.0.0');
    const releases = scene.github.addRepository('acme/releases');
    releases.addRelease({ tag: 'v1.0.0', draft: false });
    releases.addRelease({ tag: 'server-9.0.0', draft: false });
    expect(await scene.ask({ width: 300 })).toBe(0);
    expect(scene.linesOf('public')).toEqual([
      '✓ public acme/releases: v1.0.0, 3 days ago, https://github.example/acme/releases/releases/tag/v1.0.0',
      '– public PyPI: by steps of its own, which are not looked at',
    ]);
    scene.github.repositories.delete('acme/releases');
    expect(await scene.ask()).toBe(3);
    expect(scene.linesOf('public')[0]).toBe('? public acme/releases: GitHub does not show it to you (404)');
  });

  test.each([
    ['v1.0.0', '/@acme%2fapp/next', '1.0.0', 0, '✓ public @acme/app: 1.0.0 is next on npm, https://www.npmjs.com/package/@acme/app'],
    ['v1.0.0', '/@acme%2fapp/next', '0.9.0', 1, '↑ public @acme/app: 0.9.0 is next on npm, and not v1.0.0, https://www.npmjs.com/package/@acme/app'],
    ['v1.0.0-beta.1', '/@acme%2fapp/beta', '1.0.0-beta.1', 0, '✓ public @acme/app: 1.0.0-beta.1 is beta on npm, https://www.npmjs.com/package/@acme/app'],
    ['v1.0.0+build-5', '/@acme%2fapp/next', '1.0.0', 0, '✓ public @acme/app: 1.0.0 is next on npm, https://www.npmjs.com/package/@acme/app'],
    ['v1.0.0', '/@acme%2fapp/latest', '1.0.0', 1, '↑ public @acme/app: no next on npm, and not v1.0.0'],
  ])('%s on npm, which has at %s %s', async (tag, path, version, code, said) => {
    scene.declare(model({ publish: [{ kind: 'npm', id: 'npm', declaredAt: 'publish[0]', package: '@acme/app', tarball: '*.tgz', staged: false, distTag: 'next', environment: '' }] }));
    scene.release(tag);
    scene.github.inject({ path, times: 9 }, { answer: json(200, { version }) });
    expect(await scene.ask({ width: 300, env: { npm_config_registry: scene.github.url } })).toBe(code);
    expect(scene.linesOf('public')).toEqual([said]);
  });
});

describe('the token', () => {
  beforeEach(() => {
    scene.declare(withTokens());
    ['acme/server', 'acme/releases'].forEach((name) => scene.github.addRepository(name));
    scene.repository.secrets.set('CI_READ_TOKEN', new Date().toISOString());
  });

  async function tokenLine(expires: string | undefined, value = 'github_pat_read'): Promise<string> {
    scene.github.addToken('github_pat_read', { kind: 'fine-grained', repositories: { 'acme/server': ['contents:read'] }, ...expires && { expires } });
    await scene.ask({ width: 300, env: { CI_READ_TOKEN: value } });
    return scene.linesOf('token')[0];
  }

  /** As GitHub writes it. */
  const inDays = (days: number) => new Date(Date.now() + (days + 3.5) * 24 * 3600_000).toISOString().replace('T', ' ').replace(/\..*/, ' UTC');

  test.each([
    [40, '✓ token CI_READ_TOKEN: 40 days left, until 2027-01-05'],
    [1, '! token CI_READ_TOKEN: 1 day left, until 2027-01-05'],
    [-1, '✗ token CI_READ_TOKEN: a token expires within hours'],
  ])('that has %d days', async (days, said) => {
    expect(await tokenLine(inDays(days))).toBe(said);
  });

  test('that has no last day, or is none', async () => {
    expect(await tokenLine(undefined)).toBe('✓ token CI_READ_TOKEN: GitHub names no day on which it ends, set 3 days ago');
    expect(await tokenLine(undefined, 'github_pat_other')).toBe('✗ token CI_READ_TOKEN: a token was rejected');
    expect(scene.printed).not.toContain('github_pat');
  });

  test('that nobody has exported, or set', async () => {
    expect(await tokenLine(undefined, '')).toBe('? token CI_READ_TOKEN: set 3 days ago; GitHub tells its days to it alone: export it');
    expect(scene.linesOf('token')[1]).toBe('✗ token RELEASES_TOKEN: is not set');
  });
});

describe('the clone', () => {
  beforeEach(() => scene.declare(publishing()));

  test('with files that are not as they should be, commits that are not pushed, and a remote that went on', async () => {
    scene.git('switch', '-q', '-c', 'other');
    scene.git('commit', '-q', '--allow-empty', '-m', 'b');
    scene.git('push', '-q', 'origin', 'other:main');
    scene.git('switch', '-q', 'main');
    scene.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    scene.git('commit', '-q', '--allow-empty', '-m', 'c');
    scene.git('rm', '-q', 'docs/installers.md');
    expect(await scene.ask({ width: 300 })).toBe(1);
    expect(scene.linesOf('files')).toEqual(['✗ files 1 of them is not what the committed model says: npx projen']);
    expect(scene.linesOf('pushed')).toEqual(['↑ pushed 1 file is not committed, 1 commit of main is not pushed, origin has commits of main that are not here: git pull']);
  });

  test('whose actions are behind, moved, or do not answer', async () => {
    scene.actions.tags.get('actions/checkout')!.set('v99.0.0', 'a'.repeat(40));
    scene.actions.tags.delete('actions/upload-artifact');
    expect(await scene.ask({ width: 300 })).toBe(1);
    expect(scene.linesOf('pins')[0]).toMatch(/^↑ pins 1 of \d behind: actions\/checkout v\S+ → v99\.0\.0; of actions\/upload-artifact nothing is known: fatal: /);
    scene.actions.tags.set('actions/checkout', new Map([['v7.0.1', 'b'.repeat(40)]]));
    await scene.ask({ width: 300 });
    expect(scene.linesOf('pins')[0]).toMatch(/^✗ pins actions\/checkout is not what the comment says; of /);
  });
});

test('tags that start another build, too, say so once', async () => {
  scene.declare(publishing(), model({ id: 'other', workflowPath: '.github/workflows/other.yml' }));
  await scene.ask({ args: ['--build', 'other'], width: 300 });
  expect(scene.linesOf('next')).toEqual(['○ next patch v0.0.1, minor v0.1.0, major v1.0.0, prerelease v0.0.1-rc.1; each starts installers, too']);
});

test('a commit that is on no branch is not pushed either', async () => {
  scene.declare(publishing());
  scene.git('checkout', '-q', '--detach');
  await scene.ask();
  expect(scene.linesOf('pushed')).toEqual(['✓ pushed what is checked out is as origin has it']);
  scene.git('commit', '-q', '--allow-empty', '-m', 'b');
  await scene.ask();
  expect(scene.linesOf('pushed')).toEqual(['! pushed 1 commit of what is checked out is not pushed']);
});

test.each([
  ['that the remote does not have', ['switch', '-q', '-c', 'other'], '! pushed origin has no branch other'],
  ['that was taken back there', ['push', '-q', '--force', 'origin', 'main^:main'], '! pushed 1 commit of main is not pushed'],
])('a branch %s, whatever was fetched last', async (_, args, line) => {
  scene.declare(publishing());
  scene.git('commit', '-q', '--allow-empty', '-m', 'b');
  scene.git('push', '-q', 'origin', 'main');
  scene.git(...args);
  scene.git('update-ref', 'refs/remotes/origin/main', 'main');
  await scene.ask();
  expect(scene.linesOf('pushed')).toEqual([line]);
});

describe('what cannot be known', () => {
  beforeEach(() => {
    scene.declare(publishing());
    scene.release('v1.0.0');
  });

  test('offline', async () => {
    const env = { GITHUB_API_URL: 'http://127.0.0.1:1', GIT_CONFIG_KEY_0: 'url.http://127.0.0.1:1/.insteadOf' };
    scene.git('remote', 'set-url', 'origin', 'https://github.com/acme/app');
    expect(await scene.ask({ env, width: 300 })).toBe(3);
    expect(scene.linesOf('tag')[0]).toMatch(/^\? tag v1\.0\.0 at 0123456, 3 days ago, here; remote 'origin' could not be asked: fatal: unable to access /);
    expect([...scene.linesOf('run'), ...scene.linesOf('public')]).toEqual([
      expect.stringMatching(/^\? run GitHub could not be reached at http:\/\/127\.0\.0\.1:1 .* See whether you are online/),
      expect.stringMatching(/^\? public GitHub could not be reached at http:/),
    ]);
    expect(scene.linesOf('pushed')).toEqual(['? pushed what the remote has is not known']);
    expect(scene.linesOf('pins')[0]).toMatch(/^\? pins of actions\/checkout, actions\/upload-artifact and 1 more nothing is known: fatal: /);
    expect(scene.linesOf('next')[0]).toContain('patch v1.0.1');
  });

  test('where GitHub says nothing, in time', async () => {
    scene.github.inject({ path: '/runs?', times: 9 }, { call: async () => new Promise((resolve) => { setTimeout(resolve, 5000); }) });
    expect(await scene.ask({ args: ['--timeout', '3'] })).toBe(3);
    expect(scene.linesOf('run')).toEqual(['? run no answer within 3 seconds']);
    expect(scene.linesOf('files')).toEqual(['✓ files in sync with the committed model']);
  });

  test('where the repository is not known, or this is no clone', async () => {
    expect(await scene.ask({ env: { GITHUB_REPOSITORY: '' } })).toBe(3);
    expect(scene.linesOf('run')).toEqual(['? run the repository that runs the workflow is not known: this clone has no remote origin on GitHub']);
    expect(await scene.ask({ env: { GIT_DIR: '/nowhere' } })).toBe(3);
    expect(scene.linesOf('tag')).toEqual(["? tag fatal: not a git repository: '/nowhere'"]);
  });
});
