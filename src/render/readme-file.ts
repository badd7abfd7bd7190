import { renderReadmeSection } from './readme';
import type { Model } from '../model/model';
import { brokenMarkers } from '../text/marker-problem';
import { spliceSection, withoutSections } from '../text/markers';

/**
 * A README with the sections of builds in it, one behind the other.
 *
 * @param text undefined where there is no README yet
 * @returns the text, or the sentences that say why there is none
 */
export function withSections(text: string | undefined, models: readonly Model[]): { readonly text: string } | { readonly problem: string } {
  const around = withoutSections(text, models);
  let after = text;
  for (const model of models) {
    const result = spliceSection(after, model.id, renderReadmeSection(model, around));
    if ('problem' in result) {
      const { where, what, fix } = brokenMarkers(model.readme.path, result);
      return { problem: `${where}: ${what}. ${fix}` };
    }
    after = result.text;
  }
  return { text: after! };
}
