import type { GitPlace } from './place';
import type { TagWorkflow } from './workflows';
import { tagFilterListProblem, tagFilterProblem } from '../../github/tag-filters';
import { versionOf } from '../../github/tag-versions';
import { distinct } from '../../text/words';

/** So many of the newest tags say how tags look now. */
const NEWEST = 100;

/** Filters for tags, and where they come from. */
export interface TagFilters {
  readonly filters: readonly string[];
  /** '' where nothing says anything. */
  readonly from: string;
}

/** Like the tags that are there, or those of a workflow that is; of several kinds those that bear the name of the app. */
export function tagFilters(git: GitPlace | undefined, workflows: readonly TagWorkflow[], name: string): TagFilters {
  const prefixes = (git?.tags ?? []).slice(0, NEWEST).flatMap((tag) => {
    const version = versionOf(tag);
    const prefix = tag.slice(0, tag.length - (version?.length ?? 0));
    return version !== undefined && /^[\w./@-]*$/.test(prefix) && tagFilterProblem(`${prefix}*`) === undefined ? [prefix] : [];
  });
  const amount = (prefix: string) => prefixes.filter((other) => other === prefix).length;
  const [prefix] = distinct(prefixes).sort((a, b) => Number(b.includes(name)) - Number(a.includes(name)) || amount(b) - amount(a));
  if (prefix !== undefined) {
    return { filters: [prefix === '' ? '[0-9]*.*.*' : `${prefix}*`], from: 'the tags that are there' };
  }
  const workflow = workflows.find(({ tags }) => tagFilterListProblem(tags) === undefined && tags.every((tag) => tagFilterProblem(tag) === undefined));
  return workflow ? { filters: workflow.tags, from: workflow.file } : { filters: ['v*'], from: '' };
}
