import type { Model, RepositoryModel } from './model';

/** What a model says of the ref that a repository is built at. */
type RefModel = Pick<RepositoryModel, 'matchTag' | 'refFile' | 'ref'>;

/** Whether the guard finds it out, and hands it on beside the commit. */
export function isFound({ matchTag, refFile }: RefModel): boolean {
  return matchTag !== '' || refFile !== '';
}

/** Where the repository is built if no tag goes before it: a phrase. */
export function plainRef({ refFile, ref }: RefModel, shown: (name: string) => string, defaultBranch: string): string {
  if (refFile !== '') return `what ${shown(refFile)} says`;
  return ref === 'HEAD' ? defaultBranch : shown(ref);
}

/**
 * What a repository is built at, a phrase: `the tag of the same name, else main`.
 *
 * @param shown makes of a name what stands for it in a text
 */
export function refWords(ref: RefModel, shown: (name: string) => string = (name) => name, defaultBranch = 'its default branch'): string {
  const { matchTag } = ref;
  const tag = matchTag === '{tag}' ? 'the tag of the same name' : `the tag ${shown(matchTag)}`;
  return `${matchTag && `${tag}, else `}${plainRef(ref, shown, defaultBranch)}`;
}

/** The files in which the refs of repositories stand, from the root of the workflow's own repository; none where that is not the main one. */
export function refFilesHere({ repositories: [main, ...others] }: Pick<Model, 'repositories'>): string[] {
  return main?.self ? [...new Set(others.map(({ refFile }) => refFile).filter(Boolean))] : [];
}
