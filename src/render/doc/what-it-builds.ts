import { picture } from './picture';
import { type Section } from './section';
import { isNegativeTagFilter } from '../../github/tag-filters';
import { type BuildJobModel, type Model } from '../../model/model';
import { commitVariable, isStamped, stampsCargo, stampsPython, VERSION_VARIABLES, versionFilesOf } from '../../model/versions';
import { resultTitles } from '../../targets/kind-of-target';
import { blocks, code } from '../../text/markdown';
import { andList, count, distinct, orList } from '../../text/words';

/** What comes out of a tag, in a few sentences and a picture. */
export const whatItBuilds: Section = {
  id: 'what-it-builds',
  heading: 'What this builds',
  render: (model) => blocks(
    `When you push a tag that matches ${includedTags(model)}, the workflow ${code(model.workflowPath)} builds ${sources(model)} `
      + [`${places(model)}.`, ...stamped(model), ...results(model), ...published(model)].join(' '),
    told(model),
    picture(model),
  ),
};

/** The filters that a tag may match, without those that take some away again. */
export function includedTags(model: Model): string {
  return orList(model.tags.filter((filter) => !isNegativeTagFilter(filter)).map(code));
}

function sources(model: Model): string {
  const [main] = model.repositories;
  const others = distinct(model.repositories.map((repository) => repository.name)).filter((other) => other !== main.name);
  const name = main.self ? 'this repository' : code(main.name);
  return others.length === 0 ? name : `${name} with ${count(others.length, 'other repository', 'other repositories')}`;
}

function places({ jobs }: Model): string {
  const on = ({ platforms }: BuildJobModel) => `on ${count(platforms.length, 'platform', 'platforms')}`;
  return jobs.length === 1 ? on(jobs[0]) : `in ${jobs.length} jobs: ${andList(jobs.map((job) => `${code(job.id)} ${on(job)}`))}`;
}

function results({ jobs }: Model): string[] {
  const named = (artifacts: BuildJobModel['artifacts']) => jobs.filter((job) => job.artifacts === artifacts).map(({ id }) => code(id));
  const kept = named('result');
  const handedOn = named('handed-on');
  return [
    ...(kept.length > 0 ? [`The result of each platform${handedOn.length > 0 ? ` of ${andList(kept)}` : ''} is kept as an artifact of the run.`] : []),
    ...(handedOn.length > 0 ? [`What ${andList(handedOn)} ${handedOn.length === 1 ? 'builds' : 'build'} is for other jobs only, and slanted in the picture.`] : []),
  ];
}

function stamped(model: Model): string[] {
  return isStamped(model)
    ? [`On each platform the version of the tag is written into ${andList(distinct(versionFilesOf(model).map(({ path }) => code(path))))} before anything is built; no commit has it.${stampsCargo(model) ? ` ${code('Cargo.lock')}, and what packages of the workspace ask of one another, follow.` : ''}${stampsPython(model) ? ` A ${code('uv.lock')} follows.` : ''}`]
    : [];
}

function told({ version, repositories }: Model): string {
  return version.env
    ? `The steps of the build have the version, the tag and whether it is a pre-release in ${andList(Object.keys(VERSION_VARIABLES).map(code))}, `
      + `and the commit of ${repositories.length === 1 ? 'this repository' : 'each repository'} in ${andList(repositories.map((repository) => code(commitVariable(repository))))}.`
    : '';
}

function published(model: Model): string[] {
  const titles = resultTitles(model);
  return titles.length === 0 ? [] : [`All of them together become ${andList(titles)}.`];
}
