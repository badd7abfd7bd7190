import type { PlannedEvent, Start } from './plan';
import { decideTag } from '../../github/tag-filters';
import { mapping, texts, type Mapping, type Value } from '../../github/workflow-reader';

/** Whether an event starts a workflow, by its `on`. */
export function startOf(on: Value | undefined, event: PlannedEvent): Start {
  const triggers = triggersOf(on);
  if (event.name === 'workflow_dispatch') {
    return Object.hasOwn(triggers, 'workflow_dispatch')
      ? { starts: true, why: `started by hand on ${event.refType} ${event.refName}` }
      : { starts: false, why: 'it has no workflow_dispatch, so nobody can start it by hand' };
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

/** GitHub does not look at `paths` when a tag is pushed. */
function pushStart(push: Mapping, tag: string): Start {
  if (push.tags !== undefined) {
    return byTags(texts(push.tags), tag);
  }
  if (push['tags-ignore'] !== undefined) {
    return byTagsIgnore(texts(push['tags-ignore']), tag);
  }
  return push.branches !== undefined || push['branches-ignore'] !== undefined
    ? { starts: false, why: 'its push trigger is for branches only' }
    : { starts: true, why: 'its push trigger has no filter for tags' };
}

function byTags(patterns: readonly string[], tag: string): Start {
  return told(() => {
    const { matches, decidedBy } = decideTag(patterns, tag);
    if (decidedBy === undefined) {
      return { starts: false, why: `the tag matches none of ${quoted(patterns)}` };
    }
    return { starts: matches, decidedBy, why: `${matches ? 'the tag matches' : 'the tag is excluded by'} '${decidedBy}'` };
  });
}

function byTagsIgnore(patterns: readonly string[], tag: string): Start {
  return told(() => {
    const decidedBy = patterns.find((pattern) => decideTag([pattern], tag).matches);
    return decidedBy === undefined
      ? { starts: true, why: `the tag matches none of its tags-ignore, ${quoted(patterns)}` }
      : { starts: false, decidedBy, why: `its tags-ignore has '${decidedBy}'` };
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
