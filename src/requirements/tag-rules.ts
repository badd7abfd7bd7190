import { ask, askAll, objects, ownRepository } from './ask';
import type { Requirement, RequirementKind } from './requirement';
import { missing, ok, unknown, type Verdict } from './verdict';
import { exampleTags } from '../github/example-tags';
import { fnmatch } from '../github/fnmatch';
import { fields, text, texts, type Fields } from '../outside/data';
import type { GitHub } from '../outside/github-client';
import { andList } from '../text/words';

const NEEDS = 'read access to the repository';

/** They speak of a tag that exists already. */
const ABOUT_EXISTING_TAGS = ['update', 'deletion', 'non_fast_forward'];

/** What one ruleset does to one tag. */
export interface Refusal {
  readonly ruleset: string;
  /** `false`: it depends on what cannot be seen here. */
  readonly certain: boolean;
  readonly why: string;
}

/** A ruleset that refuses the tag makes itself known at the push: there is no run that could. */
export const tagRules: RequirementKind = {
  id: 'tag-rules',
  title: 'Rules for tags',
  guard: [],
  of: ({ model }) => {
    const tags = exampleTags(model.tags).matching;
    return tags.length ? tags.map((tag) => ({ subject: `pushing ${tag}`, lookUp: async (world) => judge(await refusals(world.github, ownRepository(world), tag)) })) : [WITHOUT_EXAMPLE];
  },
};

const WITHOUT_EXAMPLE: Requirement = {
  subject: 'pushing a tag',
  lookUp: async () => unknown('no example can be made of the tag patterns', 'See under Settings, Rules, Rulesets whether one concerns your tags.'),
};

/** What speaks in a repository against making a tag, for whoever asks. */
export async function refusals(github: GitHub, repository: string, tag: string): Promise<Refusal[]> {
  const path = `/repos/${repository}/rulesets`;
  const listed = await askAll(github, `${path}?targets=tag&includes_parents=true`, '', NEEDS);
  const active = listed.filter(({ target, enforcement }) => target === 'tag' && enforcement === 'active');
  const rulesets = await Promise.all(active.map(({ id }) => ask(github, `${path}/${Number(id)}?includes_parents=true`, NEEDS)));
  return rulesets.map(fields).filter((ruleset) => appliesTo(ruleset, tag)).flatMap((ruleset) => refusalsBy(ruleset, tag));
}

function appliesTo({ conditions }: Fields, tag: string): boolean {
  const { include, exclude } = fields(fields(conditions).ref_name);
  const matches = (pattern: string) => pattern === '~ALL' || fnmatch(pattern, `refs/tags/${tag}`);
  return texts(include).some(matches) && !texts(exclude).some(matches);
}

function refusalsBy(ruleset: Fields, tag: string): Refusal[] {
  const bypass = ruleset.current_user_can_bypass;
  if (bypass === 'always' || bypass === 'exempt') {
    return [];
  }
  const because = (rule: Fields) => whyRefused(rule, tag).map(({ certain, why }) => ({
    ruleset: text(ruleset.name),
    certain: certain && bypass !== undefined,
    why,
  }));
  return objects(ruleset.rules).filter(({ type }) => !ABOUT_EXISTING_TAGS.includes(text(type))).flatMap(because);
}

function whyRefused({ type, parameters }: Fields, tag: string): Omit<Refusal, 'ruleset'>[] {
  if (type === 'creation') {
    return [{ certain: true, why: 'lets you create no such tag' }];
  }
  if (type === 'tag_name_pattern') {
    const { operator, pattern, negate } = fields(parameters);
    const fits = compare(text(operator), text(pattern), tag);
    if (fits !== undefined) {
      return fits !== (negate === true) ? [] : [{ certain: true, why: `asks for another name (${text(operator)} ${text(pattern)}${negate === true ? ', negated' : ''})` }];
    }
  }
  return [{ certain: false, why: `has the rule ${text(type)}, which is not compared here` }];
}

/** A regular expression is left to GitHub: it reads another dialect, and one from outside may never end. */
function compare(operator: string, pattern: string, tag: string): boolean | undefined {
  switch (operator) {
    case 'starts_with': return tag.startsWith(pattern);
    case 'ends_with': return tag.endsWith(pattern);
    case 'contains': return tag.includes(pattern);
    default: return undefined;
  }
}

export function judge(all: readonly Refusal[]): Verdict {
  const certain = all.filter((refusal) => refusal.certain);
  if (!all.length) {
    return ok('no ruleset refuses it');
  }
  return certain.length
    ? missing(said(certain), 'Ask an admin to admit the tag or to let you bypass the ruleset: Settings, Rules, Rulesets.')
    : unknown(said(all), 'See under Settings, Rules, Rulesets whether it concerns you.');
}

function said(some: readonly Refusal[]): string {
  return andList(some.map(({ ruleset, why }) => `the ruleset '${ruleset}' ${why}`));
}
