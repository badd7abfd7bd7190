import * as path from 'node:path';
import type { Assembled } from './assemble-here';
import type { StepResult } from './log';
import type { Legs } from './machine';
import { type Produced, resultDirectory } from './results';
import { SECRET_FILE } from './secret-file';
import { kindOfDependency } from '../../dependencies/dependency-kinds';
import { dependenciesOf, isForPlatform, type Leg, legName, repositoriesOf, resultsOf } from '../../model/jobs';
import type { Model, RepositoryModel } from '../../model/model';
import { otherRef, refFilesHere } from '../../model/refs';
import { kindOfTarget } from '../../targets/kind-of-target';
import { cleaner } from '../../text/clean';
import { columnsOf, padded } from '../../text/columns';
import { SIGNS } from '../../text/signs';
import { andList } from '../../text/words';

const clean = cleaner([]);

export interface Introduction {
  readonly model: Model;
  readonly legs: Legs;
  readonly repository: string;
  readonly commit: string;
  /** Whether the clone has changes that are not committed. */
  readonly changed: boolean;
  /** Where the user's come from. */
  readonly credentials: string;
  /** The file with secrets; undefined for none. */
  readonly secrets: string | undefined;
  /** Whether git would commit that file. */
  readonly exposed: boolean;
}

/** What is going to run, before it does. */
export function introduction(facts: Introduction): string {
  const { model, legs, repository, commit, changed, credentials, secrets, exposed } = facts;
  const file = secrets && path.basename(secrets);
  return [
    `The guard${legsText(model, legs)} of ${model.workflowPath}, on this machine, by act. Nothing is ${legs.length ? 'published' : 'built'}.`,
    `  this repository   ${repository} at ${commit.slice(0, 12)}${changed ? '; what is not committed is not in it' : ''}`,
    ...siblingsOf(model, legs).map((sibling) => `  checked out too   ${sibling.name} at ${otherRef(sibling, (name) => name, 'its default branch')}`),
    ...refFilesHere(model).map((refFile) => `  read on GitHub    ${refFile} in that commit, which must be pushed`),
    ...dependenciesFetched(model, legs).map((name) => `  fetched besides   ${name}`),
    `  secrets           ${file ?? `none: there is no ${SECRET_FILE}`}`,
    `  read GitHub by    ${credentials}; git by your own`,
    ...legs.map((leg) => `  runs              ${legs.length > 1 ? `${legName(model, leg)}: ` : ''}${leg.platform.run.join(' && ')}`),
    ...legs.length ? [`  artifacts into    ${legs.filter(isResult).map(resultDirectory).join(', ') || 'nowhere: they are for other jobs only'}`] : [],
    ...exposed ? [`${SIGNS.warning} git would commit ${file}; add it to .gitignore`] : [],
    '',
  ].join('\n');
}

function legsText(model: Model, legs: Legs): string {
  const names = legs.map((leg) => legName(model, leg));
  return names.length < 2 ? names.map((name) => ` and the leg ${name}`).join('') : ` and the legs ${andList(names)}, one after the other,`;
}

/** Once each, in the order of the declaration. */
function siblingsOf(model: Model, legs: Legs): RepositoryModel[] {
  const read = legs.flatMap(({ job, platform }) => repositoriesOf(model, job).filter((repository) => isForPlatform(repository, platform.name)));
  return model.repositories.filter((repository) => !repository.self && read.includes(repository));
}

/** Once each, in the order of the declaration. */
function dependenciesFetched(model: Model, legs: Legs): string[] {
  const fetched = legs.flatMap(({ job }) => dependenciesOf(model, job));
  return model.dependencies.filter((dependency) => fetched.includes(dependency)).map((dependency) => kindOfDependency(dependency).title(dependency));
}

function isResult({ job }: Leg): boolean {
  return job.artifacts === 'result';
}

/** What the results of act come to; it has no others. */
const RESULT_SIGNS: Readonly<Record<string, string>> = { success: SIGNS.good, failure: SIGNS.bad, skipped: SIGNS.skipped };

export function stepsText(steps: readonly StepResult[]): string {
  const width = Math.max(...steps.map(({ step }) => columnsOf(step)), 'step'.length);
  const rows = steps.map(({ step, seconds, result }) => `  ${RESULT_SIGNS[result] ?? SIGNS.unknown} ${padded(step, width)}  ${seconds.toFixed(1).padStart(7)}  ${result}\n`);
  return `\n    ${padded('step', width)}  seconds  result\n${rows.join('')}`;
}

export function producedText(files: readonly Produced[]): string {
  const rows = files.map(({ path: file, bytes }) => `  ${file} (${bytes} bytes)\n`);
  return `\n${rows.length ? `Produced:\n${rows.join('')}` : `${SIGNS.warning} No artifact was produced.\n`}`;
}

/** What a tag would publish, as far as it was built here. */
export function publishedText(model: Model, legs: Legs, assembled: Assembled): string {
  if ('problem' in assembled) {
    return `\n${SIGNS.bad} What was built cannot be published:\n${assembled.problem.split('\n').map((line) => `  ${clean(line)}\n`).join('')}`;
  }
  const { files } = assembled.set;
  const elsewhere = resultsOf(model).filter((leg) => !legs.some(({ job, platform }) => job.id === leg.job.id && platform.name === leg.platform.name));
  const { checksums, manifest } = model.release;
  return [
    '\nA tag would publish, of what was built here:',
    ...files.map(({ name, size, originalName }) => `  ${clean(`${name} (${size} bytes${name === originalName ? '' : `, built as ${originalName}`})`)}`),
    ...[...manifest ? ['build-manifest.json'] : [], ...checksums ? ['SHA256SUMS'] : []].map((name) => `  ${name}`),
    ...elsewhere.length ? [`and what is not built here: ${elsewhere.map((leg) => legName(model, leg)).join(', ')}`] : [],
    `as ${andList(model.publish.map((target) => kindOfTarget(target).name(target)))}`,
    '',
  ].join('\n');
}
