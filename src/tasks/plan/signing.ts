import type { JobPlan, SigningPlan } from './plan';
import { proofWords } from '../../model/facts';
import { legName, legsOf } from '../../model/jobs';
import type { Model } from '../../model/model';

/** How the legs of the jobs that run are signed, and what they prove of it. */
export function signingOf(model: Model, jobs: readonly JobPlan[]): SigningPlan[] {
  const legs = legsOf(model).filter(({ job }) => jobs.some(({ id, runs }) => id === job.id && runs !== 'no'));
  return legs.flatMap((leg) => leg.platform.proofs.map((proof) => ({
    leg: legName(model, leg),
    signing: proof.signing,
    required: model.secrets.some(({ title, required }) => title === proof.signing && required),
    proves: proofWords(proof),
  })));
}
