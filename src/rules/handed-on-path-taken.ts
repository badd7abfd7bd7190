import { optionOf } from './places';
import { type DeclarationRule, repeated } from './rule';
import { handedTo, repositoriesOf } from '../model/jobs';
import type { BuildJobModel, Model } from '../model/model';

export const handedOnPathTaken: DeclarationRule = {
  id: 'handed-on-path-taken',
  level: 'error',
  about: 'declaration',
  cause: 'Handed-on files would arrive in the very directory that a repository is checked out into, or that the files of another job arrive in.',
  cure: 'Give them a `path` of their own: a directory that does not exist before, inside a checkout or beside it.',
  check: (model) => model.jobs.flatMap((job) => repeated(takers(model, job), ({ path }) => path)
    .filter(({ value }) => value.where)
    .map(({ value, first }) => ({
      where: value.where,
      what: `its files would arrive in '${value.path || '.'}', where ${first.what}`,
      fix: "Give them a path of their own, for instance path: 'handed-on'.",
    }))),
};

/** What takes a directory: a repository has no place among the needs. */
interface Taker {
  readonly where: string;
  readonly path: string;
  readonly what: string;
}

function takers(model: Model, job: BuildJobModel): Taker[] {
  return [
    ...repositoriesOf(model, job).map(({ self, name, path }) => ({ where: '', path, what: `${self ? 'this repository' : name} is checked out` })),
    ...job.needs.flatMap((need, index) => [...new Set(handedTo(model, { ...job, needs: [need] }).map(({ path }) => path))]
      .map((path) => ({ where: optionOf(job, `needs[${index}] ${need.job}`), path, what: `those of '${need.job}' do` }))),
  ];
}
