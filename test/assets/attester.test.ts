import { runGuard } from './guard-run';
import { FakeGitHub } from '../support/fake-github';

let github: FakeGitHub;
beforeAll(async () => { github = await FakeGitHub.start(); });
afterAll(() => github.stop());

const guard = async (ATTESTER: string, more: Record<string, string> = {}) => runGuard(github, { REPOSITORIES: 'app self - - .', SECRETS: '', ATTESTER, ...more });

it.each(['public/User', 'public/Organization', 'internal/Organization', '/', ''])('says nothing of %j, as an event can have it', async (attester) => {
  expect(await guard(attester)).toMatchObject({ code: 0, annotations: [] });
});

it('says once what a private repository cannot, along with all else, and in a rehearsal too', async () => {
  const missing = { SECRETS: 'required key KEY signs', SET_KEY: 'false' };
  const run = await guard('private/User', { ...missing, GITHUB_REF_TYPE: 'branch', GITHUB_REF_NAME: 'main' });
  expect(run.code).toBe(1);
  expect(run.annotations.map(({ level, title }) => `${level}: ${title}`)).toEqual(['error: A secret is not set', 'notice: A rehearsal', 'error: A private repository cannot attest']);
});

it('lets an organization try, for a run cannot see its plan', async () => {
  for (const attester of ['private/Organization', 'private/']) {
    expect(await guard(attester)).toMatchObject({ code: 0, annotations: [{ level: 'warning', title: 'Attestation needs GitHub Enterprise Cloud' }] });
  }
});

it('asks GitHub nothing', () => {
  expect(github.requests).toEqual([]);
});
