import { askTags } from './ask-tags';
import { judge } from './judge';
import { type JudgedPin, type Pin, repositoryOf } from './pin';
import { PINS_FILE, pinsInList } from './pins-file';
import { merged, pinsInWorkflow } from './workflow-pins';
import type { Model } from '../../model/model';
import { workflowsOf } from '../../model/workflows';
import { distinct } from '../../text/words';
import type { ReadFile } from '../check';
import type { Context } from '../command';

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
export async function judgePins(pins: readonly Pin[], context: Context, seconds = 30): Promise<JudgedPin[]> {
  const repositories = distinct(pins.map(repositoryOf));
  const answers = await context.progress.all('asking actions for their tags', repositories.map(async (repository) => askTags(repository, context, seconds)));
  return pins.map((pin) => ({ pin, verdict: judge(pin, answers[repositories.indexOf(repositoryOf(pin))]) }));
}
