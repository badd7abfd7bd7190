import { judge } from '../../../src/tasks/pins/judge';

const [A, B, C] = ['a', 'b', 'c'].map((letter) => letter.repeat(40));
const TAGS = new Map([['v1.0.0', A], ['v1.1.0', B], ['v1', B], ['v2.0.0-rc.1', C]]);
const pin = (version: string, commit: string) => ({ action: 'acme/setup', version, commit, files: ['x.yml'] });

test.each([
  ['the newest', pin('v1.1.0', B), { state: 'current', version: 'v1.1.0' }],
  ['the newest without a comment', pin('', B), { state: 'current', version: 'v1.1.0' }],
  ['the moving tag of the newest', pin('v1', B), { state: 'current' }],
  ['a pre-release that is ahead', pin('v2.0.0-rc.1', C), { state: 'current' }],
  ['an older one', pin('v1.0.0', A), { state: 'behind', newest: { version: 'v1.1.0', commit: B } }],
  ['an older one without a comment', pin('', A), { state: 'behind' }],
  ['a commit of no version', pin('', C), { state: 'behind' }],
  ['a moving tag that has moved on', pin('v1', A), { state: 'behind' }],
  ['the version of another commit', pin('v1.1.0', A), { state: 'wrong', why: `it says v1.1.0, which is commit ${B}; commit ${A} is v1.0.0` }],
  ['a commit of no version with a comment', pin('v1.1.0', C), { state: 'wrong', why: `it says v1.1.0, which is commit ${B}; commit ${C} is of no version` }],
  ['a version that is not there', pin('v3.0.0', A), { state: 'wrong', why: `it says v3.0.0, which the action has no tag for; commit ${A} is v1.0.0` }],
  ['a tag in place of a commit', pin('v1', ''), { state: 'wrong', why: `it is used by 'v1', which its owner can move; pinned it is commit ${B}` }],
  ['a branch', pin('main', ''), { state: 'wrong', why: "it is used by 'main', which its owner can move" }],
])('%s', (_, one, verdict) => {
  expect(judge(one, { tags: TAGS })).toMatchObject(verdict);
});

test('an action without versions, and one that does not answer, are not known', () => {
  expect(judge(pin('', A), { tags: new Map([['v1', A]]) })).toEqual({ state: 'unknown', why: 'it has no tag of a whole version, such as v1.2.3' });
  expect(judge(pin('v1.0.0', A), { silence: 'gone' })).toEqual({ state: 'unknown', why: 'gone' });
});
