import { renderReadmeSection } from './readme';
import type { Model } from '../model/model';
import { spliceSection } from '../text/markers';

/**
 * A README with the sections of builds in it, one behind the other.
 *
 * @param text undefined where there is no README yet
 * @throws where markers are broken; a rule has looked at them before
 */
export function withSections(text: string | undefined, models: readonly Model[]): string {
  return models.reduce((before: string | undefined, model) => {
    const result = spliceSection(before, model.id, renderReadmeSection(model));
    if ('problem' in result) {
      throw new Error(`${model.readme.path}: the markers of '${model.id}' are broken (${result.problem}, line ${result.lines.join(', ')})`);
    }
    return result.text;
  }, text)!;
}
