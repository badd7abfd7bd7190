import type { PlannedEvent, Start } from './plan';
import { decideTag, type TagDecision } from '../../github/tag-filters';
import { list, mapping, texts, type Mapping, type Value } from '../../github/workflow-reader';
import { andList } from '../../text/words';

/** Whether an event starts a workflow, by its `on`. */
export function startOf(on: Value | undefined, event: PlannedEvent): Start {
  const triggers = triggersOf(on);
  if (event.name === 'workflow_dispatch') {
    return Object.hasOwn(triggers, 'workflow_dispatch')
      ? { starts: true, why: `started by hand on ${event.refType} ${event.refName}` }
      : { starts: false, why: 'it has no workflow_dispatch, so nobody can start it by hand' };
  }
  if (event.name === 'schedule') {
    return Object.hasOwn(triggers, 'schedule')
      ? { starts: true, why: `by its schedule, ${quoted(list(triggers.schedule).flatMap((one) => texts(mapping(one).cron)))}, in UTC` }
      : { starts: false, why: 'it has no schedule' };
  }
  if (event.name === 'pull_request') {
    return pullRequestStart(triggers);
  }
  if (event.refType === 'branch') {
    return Object.hasOwn(triggers, 'push') ? branchStart(mapping(triggers.push), event.refName) : { starts: false, why: 'it has no push trigger' };
  }
  const push = Object.hasOwn(triggers, 'push') ? pushStart(mapping(triggers.push), event.refName) : undefined;
  if (push?.starts || !Object.hasOwn(triggers, 'create')) {
    return push ?? { starts: false, why: 'it has no push trigger' };
  }
  return { starts: true, why: 'a pushed tag is a new ref, and it has a create trigger, which no filter limits' };
}

/** The triggers with their filters, in whichever of the three ways they are written. */
export function triggersOf(on: Value | undefined): Mapping {
  return typeof on === 'string' || Array.isArray(on)
    ? Object.fromEntries(texts(on).map((name) => [name, null]))
    : mapping(on);
}

/** The filters for tags that a workflow's `push` trigger names. */
export function tagFiltersOf(on: Value | undefined): string[] {
  return texts(mapping(triggersOf(on).push).tags);
}

/** What a pull request is into, and what it changes, is not known here. */
function pullRequestStart(triggers: Mapping): Start {
  const found = ['pull_request', 'pull_request_target'].find((name) => Object.hasOwn(triggers, name));
  return found === undefined
    ? { starts: false, why: 'it has no pull_request trigger' }
    : { starts: true, why: `it has a ${found} trigger${limits(mapping(triggers[found]), ['types', 'branches', 'branches-ignore', 'paths', 'paths-ignore'])}` };
}

function limits(filters: Mapping, names: readonly string[]): string {
  const found = names.filter((name) => filters[name] !== undefined);
  return found.length ? `, as far as its ${andList(found)} let it` : '';
}

function branchStart(push: Mapping, branch: string): Start {
  const paths = limits(push, ['paths', 'paths-ignore']);
  const limited = (start: Start): Start => start.starts ? { ...start, why: start.why + paths } : start;
  if (push.branches !== undefined) {
    return limited(byFilters(texts(push.branches), branch, 'branch'));
  }
  if (push['branches-ignore'] !== undefined) {
    return limited(byIgnored(texts(push['branches-ignore']), branch, 'branch'));
  }
  return push.tags !== undefined || push['tags-ignore'] !== undefined
    ? { starts: false, why: 'its push trigger is for tags only' }
    : limited({ starts: true, why: 'its push trigger has no filter for branches' });
}

/** GitHub does not look at `paths` when a tag is pushed. */
function pushStart(push: Mapping, tag: string): Start {
  if (push.tags !== undefined) {
    return byFilters(texts(push.tags), tag, 'tag');
  }
  if (push['tags-ignore'] !== undefined) {
    return byIgnored(texts(push['tags-ignore']), tag, 'tag');
  }
  return push.branches !== undefined || push['branches-ignore'] !== undefined
    ? { starts: false, why: 'its push trigger is for branches only' }
    : { starts: true, why: 'its push trigger has no filter for tags' };
}

function doubtOf({ isDoubtful }: TagDecision): string {
  return isDoubtful ? ", if GitHub lets '**/' be empty in a name as in a path" : '';
}

/** Branches have the same filters as tags. */
function byFilters(patterns: readonly string[], name: string, what: PlannedEvent['refType']): Start {
  return told(() => {
    const decision = decideTag(patterns, name);
    const { matches, decidedBy } = decision;
    if (decidedBy === undefined) {
      return { starts: false, why: `the ${what} matches none of ${quoted(patterns)}` };
    }
    return { starts: matches, decidedBy, why: `the ${what} ${matches ? 'matches' : 'is excluded by'} '${decidedBy}'${doubtOf(decision)}` };
  });
}

function byIgnored(patterns: readonly string[], name: string, what: PlannedEvent['refType']): Start {
  const filter = what === 'tag' ? 'tags-ignore' : 'branches-ignore';
  return told(() => {
    const found = patterns.map((pattern) => decideTag([pattern], name)).find(({ matches }) => matches);
    return found === undefined
      ? { starts: true, why: `the ${what} matches none of its ${filter}, ${quoted(patterns)}` }
      : { starts: false, decidedBy: found.decidedBy, why: `its ${filter} has '${found.decidedBy}'${doubtOf(found)}` };
  });
}

/** A pattern that cannot be read is a file that GitHub refuses. */
function told(decide: () => Start): Start {
  try {
    return decide();
  } catch (error) {
    return { starts: false, why: (error as Error).message };
  }
}

function quoted(patterns: readonly string[]): string {
  return patterns.map((pattern) => `'${pattern}'`).join(', ') || 'no pattern';
}
