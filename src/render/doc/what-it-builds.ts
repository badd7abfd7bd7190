import { blocks, code } from './markdown';
import { picture } from './picture';
import { Section } from './section';
import { andList, count } from './words';
import { Model } from '../../model/model';

/** What comes out of a tag, in two sentences and a picture. */
export const whatItBuilds: Section = {
  id: 'what-it-builds',
  heading: 'What this builds',
  render: model => blocks(
    `When you push a tag that matches ${patterns(model)}, the workflow ${code(model.workflowPath)} builds ${sources(model)} `
      + `on ${count(model.platforms.length, 'platform', 'platforms')}. The result of each platform is kept as an artifact of the run.`,
    picture(model),
  ),
};

function patterns(model: Model): string {
  const filters = andList(model.tags.map(code));
  return model.tags.length === 1 ? filters : `the filters ${filters}`;
}

function sources(model: Model): string {
  const [main, ...others] = model.repositories;
  const name = main.self ? 'this repository' : code(main.name);
  return others.length === 0 ? name : `${name} with ${count(others.length, 'other repository', 'other repositories')}`;
}
