import { compareCalls, compareNeeds } from './compare-calls';
import { compareLegs, missing } from './compare-legs';
import { compareLines } from './compare-lines';
import type { Difference } from './difference';
import { directory } from './files';
import type { Download, Leg, Line, Pair, Placed, Release, Setting, Upload } from './leg';
import type { Pushed, ReadFor, ReadWorkflow } from './read-workflow';
import { matches } from './tags';

/** The files of one build: the workflow of the tag, and what rehearses between two tags. */
export interface Synthesized {
  readonly workflow: string;
  readonly rehearsal?: string;
}

/** What reads both. */
export interface Comparing {
  readonly read: ReadFor;
  /** `owner/name`, to which the original belongs, where that is known. */
  readonly repository?: string;
  /** Jobs of the original that are left out on purpose: nothing is asked of them. */
  readonly leftOut?: readonly string[];
}

interface Compared {
  readonly pushed: Pushed;
  readonly was: ReadWorkflow;
  readonly is: ReadWorkflow;
  readonly pairs: readonly Pair[];
}

/** What a workflow does when a tag is pushed, and the synthesized one does not, or does otherwise. */
export function compare(original: string, synthesized: Synthesized, { read, repository, leftOut = [] }: Comparing): Difference[] {
  const pushed = exampleTag(original, { read, repository });
  const [was, is] = [without(leftOut, read(original, pushed)), read(synthesized.workflow, pushed)];
  const { pairs, alone: unpaired } = counterparts(was.legs, is.legs, pushed);
  const alone = unpaired.filter((leg) => !isFoundOut(leg, pairs, pushed));
  return distinct([
    ...triggers(was.triggers, [...is.triggers, ...synthesized.rehearsal ? read(synthesized.rehearsal, pushed).triggers : []]),
    ...was.settings.filter(({ key, value }) => !is.settings.some((one) => one.key === key && one.value === value))
      .map((one) => missing('setting', one, one.key, 'it is not as it was')),
    ...compareCalls({ was, is, pairs }),
    ...alone.map((leg) => missing('leg', leg, `job ${leg.job}`, `nothing does what it does on ${leg.runner.join(' ')}`)),
    ...pairs.flatMap(({ leg, now }) => compareLegs(leg, now, pushed)),
    ...compareNeeds({ was, is, pairs }),
    ...handedOn(was, is, pairs),
    ...releases([original, synthesized.workflow], { pushed, was, pairs, is }, read),
    ...publications(was, is),
  ]);
}

function without(jobs: readonly string[], { legs, calls, released, ...others }: ReadWorkflow): ReadWorkflow {
  const isKept = ({ job }: { readonly job: string }) => !jobs.includes(job);
  return { ...others, legs: legs.filter(isKept), calls: calls.filter(isKept), released: released.filter(isKept) };
}

/** A tag that the workflow's first pattern matches. */
function exampleTag(original: string, { read, repository }: Comparing): Pushed {
  const { triggers: found } = read(original, { name: 'v1.2.3', version: '1.2.3', prerelease: false, repository });
  const filter = found.find(({ key }) => key === 'push tags')?.value.split(' ')[0] ?? 'v*';
  const prefix = /^[^*[?+!]*/.exec(filter)![0].replace(/\d.*$/, '');
  return { name: `${prefix}1.2.3`, version: '1.2.3', prerelease: false, repository };
}

function triggers(was: readonly Setting[], is: readonly Setting[]): Difference[] {
  return was.flatMap((one) => {
    const found = is.find(({ key }) => key === one.key);
    // what starts it by hand has other inputs, and a rehearsal its own branches and times
    return found && (one.key !== 'push tags' || found.value === one.value) && (one.key !== 'push branches' || sameBranches(one.value, found.value))
      ? []
      : [{ ...missing('trigger', one, `on: ${one.key}`, `it was '${one.value}' and is ${found ? `'${found.value}'` : 'not there'}`), now: found?.value }];
  });
}

function sameBranches(was: string, is: string): boolean {
  return was.split(' ').sort().join(' ') === is.split(' ').sort().join(' ');
}

/** For each leg the one that differs least, none twice; a leg that only publishes what others built needs none. */
function counterparts(was: readonly Leg[], is: readonly Leg[], pushed: Pushed): { pairs: Pair[]; alone: Leg[] } {
  const working = was.filter(({ lines, uploads }) => lines.length || uploads.some(({ name }) => name));
  const costs = working.flatMap((leg) => is.map((now) => ({ leg, now, much: cost(leg, now, pushed) }))).filter(({ much }) => much < Infinity)
    // what others ask for may stand in them, too: first these
    .sort((a, b) => Number(isAsked(a.leg, was)) - Number(isAsked(b.leg, was)) || a.much - b.much);
  const pairs: Pair[] = [];
  for (const { leg, now } of costs) {
    if (!pairs.some((pair) => pair.leg === leg || pair.now === now)) {
      pairs.push({ leg, now });
    }
  }
  return { pairs, alone: working.filter((leg) => !pairs.some((pair) => pair.leg === leg)) };
}

function isAsked({ job }: Leg, all: readonly Leg[]): boolean {
  return all.some(({ asks }) => asks.includes(job));
}

/** Whether what a leg finds out for others is found out in each of those that ask. */
function isFoundOut(leg: Leg, pairs: readonly Pair[], pushed: Pushed): boolean {
  const asking = pairs.filter((pair) => pair.leg.asks.includes(leg.job));
  return asking.length > 0 && asking.every(({ now }) => compareLines(leg.lines, now.lines, 'unknown', pushed).every(({ kind }) => kind === 'condition' || kind === 'env'));
}

/** Legs that have nothing in common are no counterparts. */
function cost(leg: Leg, now: Leg, pushed: Pushed): number {
  const differences = compareLegs(leg, now, pushed);
  const lost = differences.filter(({ kind }) => kind === 'command').length;
  const artifacts = differences.filter(({ kind }) => kind === 'artifact').length;
  const nothing = lost === leg.lines.length && (lost || artifacts === leg.uploads.flatMap(({ patterns }) => patterns).length);
  return nothing ? Infinity : differences.reduce((sum, { kind }) => sum + (kind === 'runner' ? 5 : 1), 0);
}

/** Files that go from one leg to another: from where to where. */
function handedOn({ legs: was }: ReadWorkflow, is: ReadWorkflow, pairs: readonly Pair[]): Difference[] {
  return pairs.flatMap(({ leg, now }) => leg.downloads.flatMap((download) => {
    const arrived = [...now.downloads, ...copied(now)];
    const sources = was.filter(({ uploads }) => uploads.some(({ name }) => name && download.artifact.test(name)));
    const lost = sources.filter((source) => {
      const from = pairs.find((pair) => pair.leg === source)?.now;
      const names = [from?.job, ...from?.uploads.map(({ name }) => name) ?? []];
      const here = arrived.filter(({ path }) => path === download.path);
      const isResult = from !== undefined && is.released.includes(from);
      return !(isResult && isGathered(download.path, now)) && !here.some(({ artifact }) => names.some((name) => name && artifact.test(name)));
    });
    return lost.map((source) => missing('handed-on', download, `job ${leg.job}`, `what ${source.job} built does not arrive in ${download.path ? `'${download.path}'` : 'its workspace'}`));
  }));
}

/** Own steps of publishing have all results in one directory, and can copy them from there. */
function isGathered(path: string, { lines }: Leg): boolean {
  return path !== '' && lines.some(({ text }) => text.includes('$RELEASE_DIRECTORY') && text.includes(path))
    || copies(lines).some(({ env }) => env.FROM === 'release/files' && directory(env.TO) === path);
}

/** What a step of the declaration moves to where the original has it. */
function copied({ downloads, lines }: Leg): Download[] {
  return copies(lines).flatMap(({ env }) => downloads.filter(({ path }) => path === env.FROM).map((one) => ({ ...one, path: directory(env.TO) })));
}

function copies(lines: readonly Line[]): Line[] {
  return lines.filter(({ text }) => text === 'mkdir -p "$TO" && cp -R "$FROM/." "$TO"');
}

function releases(texts: readonly string[], { pushed, was, pairs, is }: Compared, read: ReadFor): Difference[] {
  const candidate = { ...pushed, name: `${pushed.name}-rc.1`, version: `${pushed.version}-rc.1`, prerelease: true };
  const filters = was.triggers.find(({ key }) => key === 'push tags')?.value.split(' ') ?? [];
  const tags = [pushed, ...matches(filters, candidate.name) ? [candidate] : []];
  return [...tags.flatMap((tag) => releasesAt(tag, texts, read)), ...releasedFiles(was, pairs, is)];
}

function releasesAt(tag: Pushed, texts: readonly string[], read: ReadFor): Difference[] {
  const [was, is] = texts.map((text) => read(text, tag).legs.flatMap((leg) => leg.releases));
  const repositories = [...new Set(was.map(({ repository }) => repository))];
  return repositories.flatMap((repository) => {
    const [first, now] = [was, is].map((all) => all.filter((one) => one.repository === repository).sort((a, b) => said(b) - said(a))[0]);
    return now ? release(first, now, tag) : [missing('release', first, 'release', `there is none in ${repository || 'this repository'}`)];
  });
}

/** How much a step says of its release: of several that add to one, the first to say it counts. */
function said({ notes, draft, prerelease }: Release): number {
  return Number(notes !== 'none') + Number(draft) + Number(prerelease);
}

function release(was: Release, is: Release, tag: Pushed): Difference[] {
  return (['title', 'draft', 'prerelease', 'notes', 'credential'] as const).filter((key) => was[key] !== is[key])
    .map((key) => ({
      ...missing('release', was, `${key} of the release of ${tag.name}`, `it was '${was[key]}' and is '${is[key]}'`),
      names: [...was.names, key],
      // it is enough that a report names the option
      now: key,
    }));
}

/** What was released must be among the results, and what was not must not. */
function releasedFiles(was: ReadWorkflow, pairs: readonly Pair[], is: ReadWorkflow): Difference[] {
  return was.released.length === 0 ? [] : pairs.filter(({ leg }) => leg.uploads.length).flatMap(({ leg, now }) => {
    const wanted = was.released.includes(leg);
    return wanted === is.released.includes(now)
      ? []
      : [missing('release', namedByFiles(leg.uploads), `job ${leg.job}`, `what it builds ${wanted ? 'is not' : 'is'} in the release`)];
  });
}

/** Files that go into a release at once have no other name. */
function namedByFiles([first, ...others]: readonly Upload[]): Placed {
  return { ...first, names: [...first.names, ...[first, ...others].every(({ name }) => !name) ? first.patterns : []] };
}

function publications(was: ReadWorkflow, is: ReadWorkflow): Difference[] {
  const registries = is.legs.flatMap((leg) => leg.publications.map(({ registry }) => registry));
  return was.legs.flatMap((leg) => leg.publications).filter(({ registry }) => !registries.includes(registry))
    .map((one) => missing('publication', one, 'publication', `nothing is published to ${one.registry}`));
}

function distinct(differences: readonly Difference[]): Difference[] {
  return [...new Map(differences.map((one) => [`${one.kind} ${one.from} ${one.subject} ${one.what}`, one])).values()];
}
