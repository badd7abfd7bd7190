import { MODEL_FILE, type ModelFile } from '../../../src/model/model-file';
import type { Case } from '../../cases/case';
import { filesOf } from '../../cases/harness';
import * as release from '../../cases/release/declaration';
import * as releaseElsewhere from '../../cases/release-elsewhere/declaration';
import { type Happening, jobsThatRun } from '../../support/jobs-that-run';

const TAG = { refType: 'tag', refName: 'v1.2.3' } as const;
const BRANCH = { refType: 'branch', refName: 'main' } as const;

function jobsOf(files: ReturnType<typeof filesOf>, happening: Happening): Promise<string[]> {
  const [{ model }] = (JSON.parse(files[MODEL_FILE]) as ModelFile).builds;
  return jobsThatRun(files[model.workflowPath], model, happening);
}

function rows(which: Case, all: readonly [string, Happening, string][]): void {
  const files = filesOf(which);

  test.each(all)('%s', async (_name, happening, jobs) => {
    expect((await jobsOf(files, happening)).join(' ')).toBe(jobs);
  });
}

describe('a release of this repository', () => rows(release, [
  ['a tag', TAG, 'guard build assemble publish'],
  ['a dispatch on a tag', { ...TAG, byHand: true, inputs: { guard_only: false } }, 'guard build assemble publish'],
  ['a pushed tag, which GitHub has matched', { refType: 'tag', refName: 'nightly' }, 'guard build assemble publish'],
  ['a dispatch on a tag that the build is not for', { refType: 'tag', refName: 'nightly', byHand: true }, 'guard build assemble'],
  ['a dispatch on a branch', { ...BRANCH, inputs: { guard_only: false } }, 'guard build assemble'],
  ['a branch that is called like a tag', { refType: 'branch', refName: 'v1.2.3' }, 'guard build assemble'],
  ['a dispatch of the guard alone, on a branch', { ...BRANCH, inputs: { guard_only: true } }, 'guard'],
  ['a dispatch of the guard alone, on a tag', { ...TAG, byHand: true, inputs: { guard_only: true } }, 'guard'],
  ['a tag of a fork', { ...TAG, fork: true }, ''],
  ['the guard fails', { ...TAG, ends: { guard: 'failure' } }, 'guard'],
  ['one leg fails', { ...TAG, ends: { 'build/windows-x64': 'failure' } }, 'guard build'],
  ['one leg is cancelled', { ...TAG, ends: { 'build/windows-x64': 'cancelled' } }, 'guard build'],
  ['the files are not as declared', { ...TAG, ends: { assemble: 'failure' } }, 'guard build assemble'],
]));

const BUILT = 'guard core packages desktop';
const DRAFTED = `${BUILT} assemble draft npm pypi`;

describe('own jobs before and behind, and what follows', () => rows(releaseElsewhere, [
  ['a tag', TAG, `${DRAFTED} publish homebrew follow-up follow-up-2`],
  ['a dispatch on a branch', { ...BRANCH, inputs: { guard_only: false } }, `${BUILT} assemble`],
  ['a dispatch on a tag that a filter takes out', { refType: 'tag', refName: 'v0.1.2', byHand: true }, `${BUILT} assemble`],
  ['a dispatch of the guard alone, on a tag', { ...TAG, byHand: true, inputs: { guard_only: true } }, 'guard'],
  ['a tag of a fork', { ...TAG, fork: true }, ''],
  ['one leg fails', { ...TAG, ends: { 'packages/linux-x64': 'failure' } }, BUILT],
  ['a leg that hands on fails', { ...TAG, ends: { 'core/linux-x64': 'failure' } }, 'guard core packages'],
  ['one leg is cancelled', { ...TAG, ends: { 'desktop/linux-x64': 'cancelled' } }, BUILT],
  ['a leg that may fail fails', { ...TAG, ends: { 'desktop/windows-arm64': 'failure' } }, `${DRAFTED} publish homebrew follow-up follow-up-2`],
  ['a draft cannot be made', { ...TAG, ends: { draft: 'failure' } }, `${BUILT} assemble draft`],
  ['an own job before fails', { ...TAG, ends: { pypi: 'failure' } }, DRAFTED],
  ['nobody approves one before', { ...TAG, ends: { npm: 'cancelled' } }, DRAFTED],
  ['a release does not become public', { ...TAG, ends: { publish: 'failure' } }, `${DRAFTED} publish`],
  ['an own job behind fails', { ...TAG, ends: { homebrew: 'failure' } }, `${DRAFTED} publish homebrew`],
]));
