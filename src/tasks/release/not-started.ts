import { disabledWorkflows } from './disabled-workflows';
import type { Following } from './following';
import type { Model } from '../../model/model';
import { fields } from '../../outside/data';
import { planOf } from '../plan/plan-of';

/** Why a tag that is pushed has started nothing: sentences, the certain ones before the others. */
export async function whyNotStarted({ tag, place, edges }: Following, model: Model): Promise<string[]> {
  const { session, context } = place;
  const { github, repository } = session;
  const permissions = async () => {
    const answer = await github.anew(`/repos/${repository}/actions/permissions`);
    return answer.kind === 'reply' && answer.status === 200 ? fields(answer.data) : {};
  };
  const [disabled, { enabled }, plan] = await Promise.all([
    disabledWorkflows([model], session),
    permissions(),
    planOf({ name: 'push', refType: 'tag', refName: tag }, context, { build: model.id, remote: false }, edges.engine),
  ]);
  return [
    ...enabled === false ? ['GitHub Actions is switched off for the repository: Settings, Actions, General.'] : [],
    ...disabled.map((file) => `${file} is switched off: gh workflow enable ${file}`),
    ...plan.objections.filter(({ prevents }) => prevents).map(({ message, cure }) => `${message} ${cure}`),
    ...plan.builds.filter(({ starts }) => !starts).map(({ why }) => `It does not start the workflow: ${why}.`),
    ...context.env.GITHUB_ACTIONS === 'true' ? ["A tag that a workflow pushes with its own token starts nothing: push it with an App's or a person's."] : [],
  ];
}
