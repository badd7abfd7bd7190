import { Section } from './section';
import { kindOf, proofOf } from '../../credentials/credential-kinds';
import { Model, RepositoryModel } from '../../model/model';
import { blocks, bullets, code, link, linkPath, table } from '../../text/markdown';
import { andList, distinct } from '../../text/words';

/** What is checked out where, at which commit, and how it is read. */
export const repositories: Section = {
  id: 'repositories',
  heading: 'Repositories',
  render: model => blocks(
    layout(model),
    table(['Repository', 'Ref', 'Path', 'Read with'], model.repositories.map(row)),
    bullets([...commits(model), ...checkoutInputs(model)]),
  ),
};

function layout(model: Model): string {
  const [main, ...others] = model.repositories;
  const directories = distinct(model.jobs.map(({ workingDirectory }) => workingDirectory === '' ? 'the workspace' : code(workingDirectory)));
  const side = others.length > 0 ? `They lie in one workspace. ${nameOf(main)} is the main one. ` : '';
  return `${side}The build runs in ${andList(directories)}.`;
}

function nameOf(repository: RepositoryModel): string {
  return repository.self ? 'This repository' : code(repository.name);
}

function row(repository: RepositoryModel): string[] {
  return [
    repository.self ? 'this repository' : link(code(repository.name), `https://github.com/${linkPath(repository.name)}`),
    refOf(repository),
    repository.path === '' ? 'the workspace itself' : code(repository.path),
    kindOf(repository.credential).label(repository.credential),
  ];
}

function refOf(repository: RepositoryModel): string {
  if (repository.self) return 'the tagged commit';
  return repository.ref === 'HEAD' ? 'default branch' : code(repository.ref);
}

function commits(model: Model): string[] {
  const others = model.repositories.filter(repository => !repository.self);
  if (others.length === 0) return [];
  return [
    ...(others.length < model.repositories.length ? [] : [
      'This repository is not among them. A tag here only starts the build and names the artifacts. What is built is what the refs above point at when the guard runs.',
    ]),
    'The guard looks up the commit of each ref once, so all platforms build the same sources. The summary of the run lists the commits.',
    '"Re-run failed jobs" builds the same commits again. "Re-run all jobs" and a new tag look them up anew.',
    ...(others.some(repository => proofOf(repository).by === 'being public') ? [
      "The workflow's own token reads only this repository and public ones. If another one becomes private, give it a credential in the declaration.",
    ] : []),
  ];
}

function checkoutInputs(model: Model): string[] {
  return model.repositories.flatMap(repository => {
    const inputs = Object.entries(repository.with).map(([name, value]) => code(`${name}: ${value}`));
    return inputs.length === 0 ? [] : [`${nameOf(repository)} is checked out with ${inputs.join(', ')}.`];
  });
}
