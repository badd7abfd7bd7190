import { PLAN, ReleaseScene, type SceneOptions, TAG } from './support/release-scene';
import type { Fault } from '../support/fake-github/faults';
import type { LoggedRequest } from '../support/fake-github/log';
import { message, secondaryRateLimit } from '../support/github-answers';

/** Into another repository, with notes that GitHub writes: so every kind of request is among them. */
const OPTIONS: SceneOptions = { elsewhere: 'acme/releases', files: { 'App.exe': 'an installer' }, plan: { notes: { ...PLAN.notes, kind: 'generated' } } };

interface Row {
  readonly fault: (scene: ReleaseScene) => Fault;
  /** Requests that meet it, each in a test of its own. */
  readonly of: (request: LoggedRequest) => boolean;
  /** Runs after which the release is public. */
  readonly runs: number;
}

/** What is there before. */
const BEGINNINGS: Readonly<Record<string, { readonly prepare: (scene: ReleaseScene) => void; readonly of: (request: LoggedRequest) => boolean }>> = {
  'nothing': { prepare: () => {}, of: () => true },
  // what reads is the same
  'drafts with old files, unfinished and foreign ones': {
    prepare: ({ repository, assets: [app, manifest] }) => {
      repository.addTag(TAG);
      repository.addRelease({ assets: [{ ...app, bytes: 'an old one' }, manifest, { name: 'SHA256SUMS', state: 'starter' }, { name: 'Old.exe', byBot: true }] });
      repository.addRelease({ assets: [app] });
    },
    of: ({ method }) => method !== 'GET',
  },
};

interface Trial {
  readonly row: Row;
  readonly request: LoggedRequest;
  readonly prepare: (scene: ReleaseScene) => void;
}

const isAny = () => true;
const isWrite = ({ method }: LoggedRequest) => method !== 'GET';
const isUpload = ({ part }: LoggedRequest) => part === 'uploads';
const kill = (scene: ReleaseScene) => () => { scene.child!.kill('SIGKILL'); };

const ROWS: Readonly<Record<string, Row>> = {
  'trouble at GitHub, with no effect': { of: isAny, runs: 1, fault: () => ({ answer: message(502, 'Bad Gateway') }) },
  'trouble at GitHub, and it had its effect': { of: isWrite, runs: 1, fault: () => ({ effect: 'all', answer: message(500, 'Server Error') }) },
  'a connection that is cut before the answer': { of: isWrite, runs: 1, fault: () => ({ effect: 'all', answer: 'cut' }) },
  'a limit of the rate': { of: isWrite, runs: 1, fault: () => ({ answer: secondaryRateLimit(1) }) },
  'an upload that leaves something unfinished behind': { of: isUpload, runs: 1, fault: () => ({ effect: 'starter', answer: message(500, 'Error creating asset temp dir') }) },
  'an upload that is cut off': { of: isUpload, runs: 1, fault: () => ({ effect: 'starter', cutAfterBytes: 5 }) },
  'a run that is killed, and the request had no effect': { of: isAny, runs: 2, fault: (scene) => ({ effect: 'none', answer: 'cut', call: kill(scene) }) },
  'a run that is killed, and the request had its effect': { of: isWrite, runs: 2, fault: (scene) => ({ effect: 'all', answer: 'cut', call: kill(scene) }) },
  'a run that is killed in mid-upload': { of: isUpload, runs: 2, fault: (scene) => ({ effect: 'starter', answer: 'cut', call: kill(scene) }) },
};

/** Scripts that run at the same time; they mostly wait. */
const AT_ONCE = 40;

/** Those of each beginning. */
const requests: Record<string, readonly LoggedRequest[]> = {};
/** For each row what did not hold, and at which request. */
const wrong: Record<string, string[]> = {};

beforeAll(async () => {
  for (const [beginning, { prepare }] of Object.entries(BEGINNINGS)) {
    const scene = await ReleaseScene.start(OPTIONS);
    prepare(scene);
    expect(await scene.run()).toMatchObject({ code: 0 });
    scene.expectComplete();
    requests[beginning] = [...scene.github.log];
    await scene.close();
  }
  const waiting = Object.entries(ROWS).flatMap(([name, row]) => Object.entries(BEGINNINGS).flatMap(([beginning, { prepare, of }]) =>
    requests[beginning].filter((request) => of(request) && row.of(request)).map((request) => ({ name, row, request, prepare }))));
  Object.keys(ROWS).forEach((name) => { wrong[name] = []; });
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      wrong[next.name].push(...await problemsOf(next));
    }
  }));
}, 120_000);

/** Lets one request go wrong once, and goes on until the release is public. */
async function problemsOf({ row: { fault, runs }, request, prepare }: Trial): Promise<string[]> {
  const scene = await ReleaseScene.start(OPTIONS);
  prepare(scene);
  scene.github.inject({ nth: request.number }, fault(scene));
  try {
    const ended = await scene.runUntilDone(runs);
    expect(ended.at(-1)).toMatchObject({ code: 0 });
    expect(ended).toHaveLength(runs);
    scene.expectComplete();
    return [];
  } catch (error) {
    return [`${request.number} ${request.method} ${request.path}: ${String(error)}`];
  } finally {
    await scene.close();
  }
}

test('every kind of request is made', () => {
  const kinds = Object.values(requests).flat().map(({ method, path }) => `${method} ${path.replace('/repos/acme/releases', '').replace(/\d{3,}/g, 'ID').replace(/\?.*/, '')}`);

  expect([...new Set(kinds)].sort()).toEqual([
    'DELETE /releases/ID', 'DELETE /releases/assets/ID',
    'GET ', 'GET /git/ref/heads/main', 'GET /git/ref/tags/v1.0.0', 'GET /releases', 'GET /releases/ID', 'GET /releases/ID/assets', 'GET /releases/assets/ID', 'GET /releases/tags/v1.0.0',
    'PATCH /releases/ID', 'POST /git/refs', 'POST /releases', 'POST /releases/ID/assets', 'POST /releases/generate-notes',
  ]);
});

test.each(Object.keys(ROWS))('the release is complete, the only one, and was never public by half, after %s', (name) => {
  expect(wrong[name]).toEqual([]);
});
