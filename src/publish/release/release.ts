import { proveBundles } from '../proven-bundles';
import { proveSet } from '../proven-set';
import { makeRelease } from './publication';
import type { Target } from './target';
import { systemClock } from '../clock';
import { ATTESTATIONS, RELEASE_PATIENCE, type ReleasePlan, SET } from '../contract';
import { GitHub } from '../github/client';
import { readPlan } from '../inputs';
import { fail } from '../report';
import { needed, readRun, readToken } from '../run';

/** The command `release`. */
export async function release(mode: string | undefined): Promise<void> {
  if (mode !== 'draft' && mode !== 'publish') {
    fail('the-script-was-called-wrongly', `'release' goes as far as 'draft' or 'publish', not '${mode ?? ''}'. Run "npx projen", which writes the workflow anew.`);
  }
  const plan = readPlan<ReleasePlan>('TARGET');
  const run = readRun();
  const { record, files } = await proveSet(SET, run.tag, needed('RECORD_SHA256'));
  const bundles = plan.attested ? await proveBundles(ATTESTATIONS, needed('ATTESTATION_SUMS')) : [];
  const target: Target = {
    github: new GitHub({ apiUrl: run.apiUrl, token: readToken(), clock: systemClock, patience: RELEASE_PATIENCE }),
    run,
    plan,
    set: { record, files: [...files, ...bundles] },
    repository: plan.repository || run.repository,
    own: plan.repository === '' || plan.repository.toLowerCase() === run.repository.toLowerCase(),
  };
  await makeRelease(target, mode);
}
