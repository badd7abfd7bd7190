import type { TargetKind } from './target-kind';
import { repositoryNames } from '../model/facts';
import type { FollowUpModel } from '../model/model';
import { code } from '../text/markdown';
import { andList } from '../text/words';

/** A workflow that is started when everything is public. */
export const workflow: TargetKind<FollowUpModel> = {
  title: ({ workflow: file, repository }) => `the workflow ${code(file)} of ${repositoryNames(repository)}`,
  isResult: false,
  drawn: ({ workflow: file, repository }) => [`starts ${file}`, ...(repository === '' ? [] : [repository])],
  about: ({ ref, inputs }) => [
    `It is started on ${ref === '' ? 'the default branch' : code(ref)}`
    + `${Object.keys(inputs).length === 0 ? '' : ` with ${andList(Object.entries(inputs).map(([name, value]) => code(`${name}: ${value}`)))}`}.`,
  ],
  name: ({ workflow: file, repository }) => `a run of ${file} in ${repository || 'this repository'}`,
  planned: ({ ref }) => [`on ${ref || 'its default branch'}`, 'when all other jobs have succeeded'],
  setUp: ({ workflow: file, repository, inputs }) => [
    `${code(file)} must be on the default branch of ${repositoryNames(repository)} and listen to ${code('workflow_dispatch')}`
    + `${Object.keys(inputs).length === 0 ? '' : `, with ${Object.keys(inputs).length === 1 ? 'the input' : 'the inputs'} ${andList(Object.keys(inputs).map(code))}`}.`,
  ],
  checklist: ({ workflow: file, repository }) => [`${code(file)} is on the default branch of ${repositoryNames(repository)} and listens to ${code('workflow_dispatch')}.`],
  takeBack: () => [],
};
