import { type DeclarationRule, type Finding, repeated } from './rule';
import { followUpsOf, ownJobsOf, stepTargetsOf } from '../model/publish';
import { RESERVED_JOB_IDS } from '../render/workflow/job-ids';

export const jobIdTaken: DeclarationRule = {
  id: 'job-id-taken',
  level: 'error',
  about: 'declaration',
  cause: 'Two jobs have one id, or one has an id that is kept for a job that this package writes or will write. The options at the top are the job `build`.',
  cure: `Choose another id. ${RESERVED_JOB_IDS.map((id) => `\`${id}\``).join(', ')} are taken.`,
  check: (model) => {
    const inOrder = <T extends { readonly declaredAt: string }>(jobs: readonly T[]) =>
      [...jobs].sort((a, b) => a.declaredAt.localeCompare(b.declaredAt, 'en', { numeric: true }));
    const declared = inOrder([...model.jobs, ...ownJobsOf(model), ...followUpsOf(model)]);
    return [
      ...inOrder([...model.jobs, ...stepTargetsOf(model)]).filter(({ id }) => RESERVED_JOB_IDS.includes(id.toLowerCase()))
        .map(({ id, declaredAt }) => taken(declaredAt, `the id '${id}' is kept for a job that this package writes or will write`)),
      ...repeated(declared, ({ id }) => id).map(({ value: { id, declaredAt }, first }) =>
        taken(declaredAt, `the id '${id}' is taken by ${first.declaredAt || 'the options at the top'}; upper and lower case count as the same`)),
    ];
  },
};

function taken(where: string, what: string): Finding {
  return { where, what, fix: 'Choose another id: it names the job.' };
}
