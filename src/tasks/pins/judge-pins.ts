import { type Answer, askTags } from './ask-tags';
import { judge } from './judge';
import { type JudgedPin, type Pin, repositoryOf } from './pin';
import { PINS_FILE, pinsInList } from './pins-file';
import { merged, pinsInWorkflow } from './workflow-pins';
import type { Model } from '../../model/model';
import { workflowsOf } from '../../model/workflows';
import type { Where } from '../../outside/program';
import type { ReadFile } from '../check';

/** The pins of builds, as they are on disk, each once. */
export function pinsHere(models: readonly Model[], read: ReadFile): Pin[] {
  const paths = models.flatMap(workflowsOf).map(({ model }) => model.workflowPath);
  return merged([...pinsInList(read(PINS_FILE) ?? ''), ...paths.flatMap((path) => pinsInWorkflow(path, read(path) ?? ''))]);
}

/**
 * Each repository is asked once.
 *
 * @param seconds for each
 */
export async function judgePins(pins: readonly Pin[], where: Where, seconds = 30): Promise<JudgedPin[]> {
  const answers = new Map<string, Promise<Answer>>();
  return Promise.all(pins.map(async (pin) => {
    const repository = repositoryOf(pin);
    const answer = answers.get(repository) ?? askTags(repository, where, seconds);
    answers.set(repository, answer);
    return { pin, verdict: judge(pin, await answer) };
  }));
}
