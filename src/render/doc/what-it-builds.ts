import { picture } from './picture';
import { Section } from './section';
import { isNegativeTagFilter } from '../../github/tag-filters';
import { resultsOf } from '../../model/jobs';
import { Model } from '../../model/model';
import { blocks, code } from '../../text/markdown';
import { count, distinct, orList } from '../../text/words';

/** What comes out of a tag, in two sentences and a picture. */
export const whatItBuilds: Section = {
  id: 'what-it-builds',
  heading: 'What this builds',
  render: model => blocks(
    `When you push a tag that matches ${includedTags(model)}, the workflow ${code(model.workflowPath)} builds ${sources(model)} `
      + `on ${count(resultsOf(model).length, 'platform', 'platforms')}. The result of each platform is kept as an artifact of the run.`,
    picture(model),
  ),
};

/** The filters that a tag may match, without those that take some away again. */
export function includedTags(model: Model): string {
  return orList(model.tags.filter(filter => !isNegativeTagFilter(filter)).map(code));
}

function sources(model: Model): string {
  const [main] = model.repositories;
  const others = distinct(model.repositories.map(repository => repository.name)).filter(other => other !== main.name);
  const name = main.self ? 'this repository' : code(main.name);
  return others.length === 0 ? name : `${name} with ${count(others.length, 'other repository', 'other repositories')}`;
}
