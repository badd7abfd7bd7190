import compare from 'semver/functions/compare';
import { forbiddenCharacter, isTagName, nameCharacter } from '../../github/git-names';
import { versionOf } from '../../github/tag-versions';
import { hiddenIn } from '../../text/hidden';
import { suggestion } from '../../text/suggestion';
import { andList, distinct, orList } from '../../text/words';
import { nearMisses } from '../plan/near-misses';
import { type NextTag, semverIn, STEPS } from '../plan/next-versions';
import { type NextOfBuild, knownTags, lastLike, nextOf, prefixesOf, prefixOf, startedBy, type TagFacts, wantedBuilds } from '../plan/tag-facts';

/** A tag that could be made now. */
export interface PossibleTag {
  /** From the last version to this one; `manifest` is the version that the manifest has, and no tag yet. */
  readonly step: NextTag['step'];
  readonly tag: string;
  readonly version: string;
  /** Ids of the builds that it starts. */
  readonly builds: readonly string[];
}

/** The tag to make; or what is to be chosen from; or what speaks against it, sentences. */
export type TagChoice =
  | {
    readonly kind: 'chosen';
    readonly tag: string;
    /** Undefined where the tag has none. */
    readonly version: string | undefined;
    /** Ids of all builds that it starts. */
    readonly builds: readonly string[];
    /** What is to be said of it, sentences. */
    readonly warnings: readonly string[];
  }
  | { readonly kind: 'open'; readonly tags: readonly PossibleTag[] }
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

/** The tag that a word stands for: `patch`, `minor`, `major`, `prerelease`, a version or a tag; without one, what the manifest says. */
export function chosenTag(word: string | undefined, facts: TagFacts): TagChoice {
  if (word === undefined) {
    return byManifest(facts);
  }
  if (STEPS.some((step) => step === word)) {
    return onlyOne(word, stepOf(word, facts), facts);
  }
  const tag = word.replace(/^refs\/tags\//, '');
  return versionOf(tag) === tag ? byVersion(tag, facts) : byTag(tag, facts);
}

/** The tags that could be made next, each once. */
export function possibleTags(facts: TagFacts): PossibleTag[] {
  const next = wantedBuilds(facts).flatMap((build) => nextOf(build, knownTags(facts))).filter(({ starts }) => starts);
  return next.filter(({ tag }, index) => next.findIndex((one) => one.tag === tag) === index)
    .map(({ step, tag }) => ({ step, tag, version: versionOf(tag)!, builds: startedBy(facts, tag) }));
}

/** A version that no tag has yet is one that somebody has raised, unless it was left behind. */
function byManifest(facts: TagFacts): TagChoice {
  const tags = possibleTags(facts);
  const raised = tags.filter(({ step, tag }) => step === 'manifest' && isNewer(tag, facts));
  if (raised.length === 1) {
    return checked(raised[0].tag, facts);
  }
  return tags.length ? { kind: 'open', tags } : refused(`No tag is known that would start ${buildWords(facts)}: name one.`);
}

function stepOf(word: string, facts: TagFacts): NextOfBuild[] {
  return wantedBuilds(facts).flatMap((build) => nextOf(build, knownTags(facts))).filter(({ step }) => step === word);
}

function byVersion(version: string, facts: TagFacts): TagChoice {
  const tags = knownTags(facts);
  const all = wantedBuilds(facts).flatMap((build) => prefixesOf(build, tags).map((prefix) => ({ build, tag: prefix + version })));
  return onlyOne(version, all.map((one) => ({ ...one, ...one.build.startOf(one.tag) })), facts);
}

function byTag(tag: string, facts: TagFacts): TagChoice {
  const small = tag.toLowerCase();
  if (STEPS.some((step) => step === small)) {
    return refused(`'${tag}' is written in small letters: ${small}.`);
  }
  if (!isTagName(tag) || tag.startsWith('-')) {
    const character = forbiddenCharacter(tag);
    return refused(`Git allows no tag of the name '${tag}'${character === undefined ? '' : `, which has ${nameCharacter(character)}`}.${didYouMean(tag, facts)}`);
  }
  const hidden = hiddenIn(tag);
  if (hidden !== undefined) {
    return refused(`'${tag}' has the character ${hidden}, which nobody sees: write the tag anew by hand.`);
  }
  return checked(tag, facts);
}

/** A word that stands for one tag alone. */
function onlyOne(word: string, all: readonly Pick<NextOfBuild, 'build' | 'tag' | 'starts' | 'why'>[], facts: TagFacts): TagChoice {
  const starting = all.filter(({ starts }) => starts);
  const tags = distinct(starting.map(({ tag }) => tag));
  if (tags.length === 1) {
    return checked(tags[0], facts);
  }
  if (!tags.length) {
    return refused(...all.map(({ build, tag, why }) => `${word} would be ${tag} of ${build.id}, which would not start it: ${why}.${didYouMean(tag, facts)}`));
  }
  const each = tags.map((tag) => `${tag} of ${andList(starting.filter((one) => one.tag === tag).map(({ build }) => build.id))}`);
  const several = distinct(starting.map(({ build }) => build.id)).length > 1;
  return refused(`${word} may be ${orList(each)}: name the tag${several ? ', or the build by --build ID' : ''}.`);
}

/** The tag, where nothing speaks against it. */
function checked(tag: string, facts: TagFacts): TagChoice {
  const builds = startedBy(facts, tag);
  const silent = startless(tag, facts);
  const problems = [...existing(tag, facts), ...silent.length ? silent : odd(tag, facts)];
  return problems.length ? refused(...problems) : {
    kind: 'chosen',
    tag,
    version: versionOf(tag),
    builds,
    warnings: isNewer(tag, facts) ? [] : [`${tag} is not newer than ${lastLike(facts, tag)}, the last tag of its kind.`],
  };
}

function existing(tag: string, { tags, remoteTags }: TagFacts): string[] {
  const here = tags.includes(tag);
  if (remoteTags?.includes(tag)) {
    return [`Tag ${tag} exists already, on the remote${here ? ' and here' : ''}: take the next version.`];
  }
  const where = `in this clone${remoteTags ? ', and not on the remote' : ''}`;
  return here ? [`Tag ${tag} exists already ${where}: push it if it is the right commit, or delete it: git tag -d ${tag}`] : [];
}

/** A build that was asked for must be among those that start. */
function startless(tag: string, facts: TagFacts): string[] {
  const wanted = wantedBuilds(facts).map((build) => ({ build, ...build.startOf(tag) }));
  if (wanted.some(({ starts }) => starts)) {
    return [];
  }
  const reasons = distinct(wanted.map(({ build, why }) => wanted.length > 1 ? `${why} (${build.id})` : why));
  const others = startedBy(facts, tag);
  return [`Tag ${tag} would not start ${buildWords(facts)}: ${reasons.join('; ')}.`
    + (others.length ? ` It would start ${andList(others)}.` : '') + didYouMean(tag, facts)];
}

/** A prefix that no tag has had is a slip where one differs in case only, or in a `v` that stands twice. */
function odd(tag: string, facts: TagFacts): string[] {
  const prefix = prefixOf(tag);
  const prefixes = distinct(facts.builds.flatMap((build) => prefixesOf(build, knownTags(facts))));
  const meant = prefix === undefined || prefixes.includes(prefix) ? undefined
    : prefixes.find((known) => known.toLowerCase() === prefix.toLowerCase().replace(/v+$/, 'v'));
  return meant === undefined ? [] : [`Tag ${tag} begins with '${prefix}', and other tags with '${meant}'. Did you mean ${meant}${versionOf(tag)}?`];
}

function isNewer(tag: string, facts: TagFacts): boolean {
  const [version, last] = [tag, lastLike(facts, tag) ?? ''].map(semverIn);
  return !version || !last || compare(version, last) > 0;
}

function didYouMean(tag: string, facts: TagFacts): string {
  const near = distinct(wantedBuilds(facts).flatMap(({ filters }) => nearMisses(filters, tag)));
  const word = /\d/.test(tag) ? '' : /'(.*)'\?$/.exec(suggestion(tag, STEPS))?.[1] ?? '';
  const all = [...near, word].filter(Boolean);
  return all.length ? ` Did you mean ${orList(all)}?` : '';
}

function buildWords(facts: TagFacts): string {
  return orList(wantedBuilds(facts).map(({ id }) => id));
}

function refused(...problems: string[]): TagChoice {
  return { kind: 'refused', problems: distinct(problems) };
}
