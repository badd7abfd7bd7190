import type { DeclarationRule } from './rule';
import { legsOf } from '../model/jobs';
import { workflowsOf } from '../model/workflows';

export const rehearseIdle: DeclarationRule = {
  id: 'rehearse-idle',
  level: 'warning',
  about: 'declaration',
  cause: 'An option of `rehearse` says how, and none says when: nothing comes of it.',
  cure: 'Say when: `pullRequests`, `branches` or `schedule` for a rehearsal, `watch` for the watch. Or leave it out.',
  check: (model) => {
    const { rehearse } = model;
    const kinds = workflowsOf(model).map(({ kind }) => kind);
    const nothing = (where: string, what: string, fix: string) => [{ where, what, fix }];
    return !rehearse ? [] : [
      ...kinds.length === 1 && !rehearse.watchIssue ? nothing('rehearse', 'says not when, so that nothing is rehearsed', "Say when, for instance pullRequests: true, or watch: 'weekly'.") : [],
      ...kinds.length > 1 && !kinds.includes('rehearsal') && rehearse.legs.length < legsOf(model).length
        ? nothing('rehearse.platforms', 'says what is rehearsed, and nothing says when', 'Add pullRequests, branches or schedule, or leave it out.') : [],
      ...rehearse.watchIssue && !rehearse.watch ? nothing('rehearse.watchIssue', 'is for what the watch finds, and there is none', "Add watch: 'weekly', or leave it out.") : [],
    ];
  },
};
