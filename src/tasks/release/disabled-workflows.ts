import { workflowFile } from '../../model/facts';
import type { Model } from '../../model/model';
import { fields, text } from '../../outside/data';
import type { Session } from '../runs/session';

/** The workflow files that are switched off on GitHub, as far as it says so. */
export async function disabledWorkflows(models: readonly Model[], { github, repository }: Session): Promise<string[]> {
  const states = await Promise.all(models.map(workflowFile).map(async (file) => {
    const answer = await github.anew(`/repos/${repository}/actions/workflows/${encodeURIComponent(file)}`);
    return { file, state: answer.kind === 'reply' && answer.status === 200 ? text(fields(answer.data).state) : '' };
  }));
  return states.filter(({ state }) => state.startsWith('disabled')).map(({ file }) => file);
}
