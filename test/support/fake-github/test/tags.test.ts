import { Client } from './client';
import { Scene } from './scene';

const RELEASES = '/repos/acme/app/releases';
const REFS = '/repos/acme/app/git/refs';
const REF = '/repos/acme/app/git/ref/tags/v1.0.0';
const VIOLATION = 'Repository rule violations found\n\nCannot create ref due to creations being restricted.\n\n';
const scene = new Scene();

test('a draft makes no tag, and publishing it makes one at the head of the default branch', async () => {
  const { id } = (await scene.writer.ask('POST', RELEASES, { tag_name: 'v1.0.0', draft: true })).json;
  expect((await scene.reader.ask('GET', REF)).status).toBe(404);
  const head = scene.repository.addCommit();
  await scene.writer.ask('PATCH', `${RELEASES}/${id}`, { tag_name: 'v1.0.0', draft: false });
  expect((await scene.reader.ask('GET', REF)).json).toMatchObject({ ref: 'refs/tags/v1.0.0', object: { type: 'commit', sha: head } });
});

test('a tag that is there stays where it is', async () => {
  scene.repository.addTag('v1.0.0');
  const before = scene.repository.commitOf('refs/tags/v1.0.0');
  scene.repository.addCommit();
  await scene.writer.ask('POST', RELEASES, { tag_name: 'v1.0.0' });
  expect(scene.repository.commitOf('refs/tags/v1.0.0')).toBe(before);
});

test('an annotated tag is an object of its own', async () => {
  scene.repository.addTag('v1.0.0', { annotated: true });
  const { object } = (await scene.reader.ask('GET', REF)).json;
  expect(object.type).toBe('tag');
  expect((await scene.reader.ask('GET', object.url)).json).toMatchObject({ tag: 'v1.0.0', object: { type: 'commit', sha: scene.repository.head } });
  for (const name of ['v1.0.0', 'refs/tags/v1.0.0']) {
    expect((await scene.reader.ask('GET', `/repos/acme/app/commits/${name}`, undefined, { accept: 'application/vnd.github.sha' })).text).toBe(scene.repository.head);
  }
  expect((await scene.reader.ask('GET', '/repos/acme/app/commits/tags/v1.0.0')).status).toBe(422);
});

test('refs are created once, of objects that there are', async () => {
  const ref = 'refs/tags/v1.0.0';
  expect((await scene.writer.ask('POST', REFS, { ref, sha: scene.repository.head })).status).toBe(201);
  expect((await scene.writer.ask('POST', REFS, { ref, sha: scene.repository.head })).json).toMatchObject({ status: '422', message: 'Reference already exists' });
  expect((await scene.writer.ask('POST', REFS, { ref: 'refs/tags/v2', sha: '0'.repeat(40) })).json).toMatchObject({ status: '422', message: 'Object does not exist' });
  expect((await scene.writer.ask('POST', REFS, { ref: 'v2', sha: scene.repository.head })).status).toBe(422);
  expect((await scene.reader.ask('POST', REFS, { ref: 'refs/tags/v2', sha: scene.repository.head })).status).toBe(403);
  expect((await scene.reader.ask('GET', '/repos/acme/app/git/matching-refs/tags/v1')).json).toMatchObject([{ ref }]);
});

test('in an empty repository there is no ref to ask for or to make', async () => {
  scene.github.addRepository('acme/empty', { empty: true });
  scene.github.addToken('empty', { kind: 'app', repositories: { 'acme/empty': ['contents:write'] } });
  const client = new Client(scene.github, 'empty');
  const empty = { status: 409, json: { message: 'Git Repository is empty.' } };
  expect(await client.ask('GET', '/repos/acme/empty/git/ref/tags/v1')).toMatchObject(empty);
  expect(await client.ask('POST', '/repos/acme/empty/git/refs', { ref: 'refs/tags/v1', sha: '0'.repeat(40) })).toMatchObject(empty);
  expect(await client.ask('GET', '/repos/acme/empty/commits/HEAD')).toMatchObject(empty);
});

describe('a ruleset that restricts creations', () => {
  beforeEach(() => scene.repository.addRuleset({ include: ['refs/tags/v*'], bypass: ['app'] }));

  test('refuses the ref', async () => {
    expect(await scene.writer.ask('POST', REFS, { ref: 'refs/tags/v1.0.0', sha: scene.repository.head })).toMatchObject({ status: 422, json: { message: VIOLATION } });
    expect((await scene.writer.ask('POST', REFS, { ref: 'refs/tags/other', sha: scene.repository.head })).status).toBe(201);
    expect((await scene.as('app', 'contents:write').ask('POST', REFS, { ref: 'refs/tags/v1.0.0', sha: scene.repository.head })).status).toBe(201);
  });

  test('refuses the release that would make the tag, and leaves the draft', async () => {
    const { id } = scene.repository.addRelease();
    expect(await scene.writer.ask('PATCH', `${RELEASES}/${id}`, { tag_name: 'v1.0.0', draft: false })).toMatchObject({
      status: 422,
      json: {
        message: 'Validation Failed',
        errors: [
          { resource: 'Release', code: 'custom', field: 'pre_receive', message: `pre_receive ${VIOLATION}` },
          { resource: 'Release', code: 'custom', message: 'Published releases must have a valid tag' },
        ],
      },
    });
    expect(scene.repository.releases).toMatchObject([{ id, draft: true }]);
    expect(scene.repository.refs.has('refs/tags/v1.0.0')).toBe(false);
  });

  test('does not hinder the release of a tag that is there', async () => {
    scene.repository.addTag('v1.0.0');
    expect((await scene.writer.ask('POST', RELEASES, { tag_name: 'v1.0.0' })).status).toBe(201);
  });

  test('is read with what it says of whoever asks', async () => {
    const [{ id }] = (await scene.reader.ask('GET', '/repos/acme/app/rulesets?targets=tag&includes_parents=true')).json;
    expect((await scene.reader.ask('GET', `/repos/acme/app/rulesets/${id}`)).json).toMatchObject({
      target: 'tag',
      enforcement: 'active',
      conditions: { ref_name: { include: ['refs/tags/v*'], exclude: [] } },
      rules: [{ type: 'creation' }],
      current_user_can_bypass: 'never',
    });
    expect((await scene.as('app', 'metadata:read').ask('GET', `/repos/acme/app/rulesets/${id}`)).json.current_user_can_bypass).toBe('always');
    expect((await scene.reader.ask('GET', '/repos/acme/app/rulesets?targets=branch')).json).toEqual([]);
  });
});

test('a ruleset that is only evaluated, or excludes the tag, refuses nothing', async () => {
  scene.repository.addRuleset({ enforcement: 'evaluate' });
  scene.repository.addRuleset({ exclude: ['refs/tags/v1*'] });
  scene.repository.addRuleset({ rules: ['deletion'] });
  expect((await scene.writer.ask('POST', REFS, { ref: 'refs/tags/v1.0.0', sha: scene.repository.head })).status).toBe(201);
});

describe('a target that changes workflows', () => {
  let target: string;
  beforeEach(() => { target = scene.repository.addCommit({ branch: 'other', workflows: 'changed' }); });

  test('is not found for a token without the right to change them', async () => {
    const token = scene.as('workflow', 'contents:write');
    expect((await token.ask('POST', RELEASES, { tag_name: 'v1.0.0', draft: true, target_commitish: target })).status).toBe(404);
    expect((await token.ask('POST', RELEASES, { tag_name: 'v1.0.0', draft: true })).status).toBe(201);
    expect((await scene.as('app', 'contents:write', 'workflows:write').ask('POST', RELEASES, { tag_name: 'v1.0.0', draft: true, target_commitish: target })).status).toBe(201);
  });

  test('hinders each change of a draft that has it', async () => {
    const { id } = scene.repository.addRelease({ target });
    expect((await scene.as('workflow', 'contents:write').ask('PATCH', `${RELEASES}/${id}`, { tag_name: 'v1.0.0', draft: false })).status).toBe(404);
  });

  test('does not matter where the tag is there', async () => {
    scene.repository.addTag('v1.0.0');
    expect((await scene.as('workflow', 'contents:write').ask('POST', RELEASES, { tag_name: 'v1.0.0', target_commitish: target })).status).toBe(201);
  });

  test('is sometimes forbidden instead', async () => {
    const other = scene.github.addRepository('acme/other', { targetRefusal: 403 });
    scene.github.addToken('job', { kind: 'workflow', repositories: { 'acme/other': ['contents:write'] } });
    const sha = other.addCommit({ branch: 'other', workflows: 'changed' });
    expect(await new Client(scene.github, 'job').ask('POST', '/repos/acme/other/releases', { tag_name: 'v1', target_commitish: sha })).toMatchObject({
      status: 403, json: { message: 'Resource not accessible by integration' },
    });
  });
});

test('a target is the commit of the tag that is made, and must be there', async () => {
  const sha = scene.repository.addCommit({ branch: 'other' });
  expect((await scene.writer.ask('POST', RELEASES, { tag_name: 'v1.0.0', target_commitish: 'nowhere' })).json).toMatchObject({
    errors: [{ resource: 'Release', code: 'invalid', field: 'target_commitish' }],
  });
  await scene.writer.ask('POST', RELEASES, { tag_name: 'v1.0.0', target_commitish: 'other' });
  expect(scene.repository.commitOf('refs/tags/v1.0.0')).toBe(sha);
});
