import { place } from './legs';
import { type Section } from './section';
import { kindOf, proofOf } from '../../credentials/credential-kinds';
import { kindOfDependency } from '../../dependencies/dependency-kinds';
import { isForPlatform, repositoriesOf } from '../../model/jobs';
import { type BuildJobModel, type DependencyModel, type Model, type RepositoryModel } from '../../model/model';
import { isFound, refWords } from '../../model/refs';
import { blocks, bullets, code, heading, link, linkPath, table } from '../../text/markdown';
import { andList, distinct } from '../../text/words';

/** What is checked out where, at which commit, and how it is read. */
export const repositories: Section = {
  id: 'repositories',
  heading: 'Repositories',
  render: (model) => blocks(
    layout(model),
    isShared(model)
      ? table(['Repository', 'Ref', 'Path', 'Read with'], model.repositories.map(row))
      : table(['Repository', 'Ref', 'Path', 'Read with', 'Checked out by'], model.repositories.map((repository) => [...row(repository), readers(model, repository)])),
    bullets([...commits(model), ...checkoutInputs(model)]),
    dependencies(model),
  ),
};

/** Whether all jobs check out the same. */
function isShared(model: Model): boolean {
  return model.jobs.every((job) => repositoriesOf(model, job).length === model.repositories.length)
    && model.repositories.every(({ platforms }) => platforms.length === 0);
}

function readers(model: Model, repository: RepositoryModel): string {
  return andList(model.jobs.filter((job) => repositoriesOf(model, job).includes(repository)).map((job) => readersIn(job, repository))) || 'none';
}

function readersIn({ id, platforms }: BuildJobModel, repository: RepositoryModel): string {
  const names = platforms.map(({ name }) => name).filter((name) => isForPlatform(repository, name));
  return `${code(id)}${names.length === platforms.length ? '' : ` on ${andList(names.map(code))}`}`;
}

function layout({ repositories: [main, ...others], jobs }: Model): string {
  const workspace = jobs.length === 1 ? 'They lie in one workspace.' : 'Each job has a workspace of its own.';
  const side = others.length > 0 ? `${workspace} ${nameOf(main)} is the main one. ` : '';
  return `${side}${homes(jobs)}`;
}

function homes(jobs: readonly BuildJobModel[]): string {
  const home = ({ workingDirectory }: BuildJobModel) => workingDirectory === '' ? 'the workspace' : code(workingDirectory);
  return distinct(jobs.map(home)).length === 1
    ? `The build runs in ${home(jobs[0])}.`
    : `The jobs run in different directories: ${andList(jobs.map((job) => `${code(job.id)} in ${home(job)}`))}.`;
}

function nameOf(repository: RepositoryModel): string {
  return repository.self ? 'This repository' : code(repository.name);
}

function row(repository: RepositoryModel): string[] {
  return [
    repository.self ? 'this repository' : link(code(repository.name), `https://github.com/${linkPath(repository.name)}`),
    refOf(repository),
    place(repository.path),
    kindOf(repository.credential).label(repository.credential),
  ];
}

function refOf(repository: RepositoryModel): string {
  if (repository.self) return 'the tagged commit';
  if (isFound(repository)) return refWords(repository, code, 'the default branch');
  return repository.ref === 'HEAD' ? 'default branch' : code(repository.ref);
}

function commits(model: Model): string[] {
  const others = model.repositories.filter((repository) => !repository.self);
  if (others.length === 0) return [];
  return [
    ...(others.length < model.repositories.length ? [] : [
      'This repository is not among them. A tag here only starts the build and names the artifacts. What is built is what the refs above point at when the guard runs.',
    ]),
    'The guard looks up the commit of each ref once, so all platforms build the same sources. The summary of the run lists the commits.',
    ...(others.some(({ matchTag }) => matchTag !== '') ? [
      'Push a matching tag before the tag of this build: the guard looks for it once. If GitHub cannot say whether there is one, the run fails. A run for a branch takes what stands behind "else".',
    ] : []),
    ...distinct(others.map(({ refFile }) => refFile).filter(Boolean)).map((file) =>
      `The guard reads ${code(file)} of ${model.repositories[0].self ? 'this repository' : nameOf(model.repositories[0])} in the commit that is built: the ref is the first line that is neither empty nor a comment (${code('#')}).`),
    '"Re-run failed jobs" builds the same commits again. "Re-run all jobs" and a new tag look them up anew.',
    ...(others.some((repository) => proofOf(repository).by === 'being public') ? [
      "The workflow's own token reads only this repository and public ones. If another one becomes private, give it a credential in the declaration.",
    ] : []),
  ];
}

function checkoutInputs(model: Model): string[] {
  return model.repositories.flatMap((repository) => {
    const { sparse, filter, with: others } = repository;
    const inputs = Object.entries({ ...filter && { filter }, ...others }).map(([name, value]) => code(`${name}: ${value}`));
    return [
      ...(sparse.length === 0 ? [] : [`Of ${nameOf(repository).replace('This', 'this')} only a part is checked out: ${sparse.map(code).join(', ')}.`]),
      ...(inputs.length === 0 ? [] : [`${nameOf(repository)} is checked out with ${inputs.join(', ')}.`]),
    ];
  });
}

function dependencies(model: Model): string {
  return model.dependencies.length === 0 ? '' : blocks(
    heading(3, 'Private dependencies'),
    'The guard tries to read each of them. Then only the steps that install dependencies can, and those that check out submodules; the build itself cannot.',
    table(['Dependency', 'Kind', 'Read with', ...(model.jobs.length === 1 ? [] : ['Fetched by'])], model.dependencies.map((dependency) => dependencyRow(model, dependency))),
    bullets([
      'A program that an installed package runs, such as an install script of npm, sees the credentials as well: install without such scripts where that is possible.',
      'The lock files say which version is fetched, not the guard.',
    ]),
  );
}

function dependencyRow({ jobs }: Model, dependency: DependencyModel): string[] {
  const { title, what, label } = kindOfDependency(dependency);
  const fetching = jobs.filter((job) => job.dependencies.includes(dependency.id)).map(({ id }) => code(id));
  return [code(title(dependency)), what, label(dependency), ...(jobs.length === 1 ? [] : [andList(fetching)])];
}
