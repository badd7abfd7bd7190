import type { Model, RepositoryModel } from './model';
import { distinct } from '../text/words';

/** What a model says of the ref that a repository is built at. */
type RefModel = Pick<RepositoryModel, 'matchTag' | 'refFile' | 'ref'>;

/** Makes of a name what stands for it in a text. */
type Shown = (name: string) => string;

/** Whether the guard finds it out, and hands it on beside the commit. */
export function isFound({ matchTag, refFile }: RefModel): boolean {
  return matchTag !== '' || refFile !== '';
}

/** The tag that goes before it, a phrase. */
export function matchingTag({ matchTag }: RefModel, shown: Shown): string {
  return matchTag === '{tag}' ? 'the tag of the same name' : `the tag ${shown(matchTag)}`;
}

/** What it is without that tag, a phrase. */
export function otherRef({ refFile, ref }: RefModel, shown: Shown, defaultBranch: string): string {
  if (refFile !== '') return `what ${shown(refFile)} says`;
  return ref === 'HEAD' ? defaultBranch : shown(ref);
}

/** Both: `the tag of the same name, else main`. */
export function refWords(ref: RefModel, shown: Shown, defaultBranch: string): string {
  return `${ref.matchTag && `${matchingTag(ref, shown)}, else `}${otherRef(ref, shown, defaultBranch)}`;
}

/** The files in which refs stand, from the root of the workflow's own repository; none where that is not the main one. */
export function refFilesHere({ repositories: [main, ...others] }: Pick<Model, 'repositories'>): string[] {
  return main?.self ? distinct(others.map(({ refFile }) => refFile).filter((file) => file !== '')) : [];
}
