import { homeOf, jobOptions, secretCode, type PlannedJob } from './plan-job';
import { secretNames } from './publishing';
import { artifactsOf, meaningsOf } from './read-leg';
import type { Report } from './report';
import { repositoriesOf, type Home } from './repositories';
import { CHECKSUMS } from '../../publish/contract';
import { distinctData } from '../../text/words';
import { call, list, object, type Code, type Entry, type Item } from '../code';

/**
 * What the jobs that build say together.
 *
 * @param called secrets that jobs are given which call other workflows
 */
export function buildOptions(planned: readonly PlannedJob[], called: readonly string[], report: Report): Entry[] {
  const { entries: common, homes } = repositoriesOf(planned);
  const legs = planned.flatMap((job) => job.legs);
  const meanings = legs.flatMap(({ read }) => meaningsOf(read));
  const given = new Set(legs.flatMap(({ secrets }) => Object.values(secrets)));
  const named = secretNames(legs.flatMap(({ before, after }) => [...before, ...after]).map(({ step }) => step));
  const own = [...new Set([...named, ...called])].filter((name) => !given.has(name));
  const dependencies = meanings.flatMap((meaning) => meaning.dependencies ?? []);
  return [
    ...common,
    ...mergedOptions(meanings.flatMap(({ options = {} }) => object(options).entries)),
    ...ownSums(planned, report),
    ...object({
      dependencies: dependencies.length ? list(distinctData(dependencies)) : undefined,
      secrets: own.length ? list(own.map((name) => secretCode(name))) : undefined,
    }).entries,
    ...jobEntries(planned, homes),
  ];
}

/** Where the build makes the file of sums itself, none is written beside it. */
function ownSums(planned: readonly PlannedJob[], report: Report): Entry[] {
  const legs = planned.filter(({ handedOn }) => !handedOn).flatMap((job) => job.legs);
  const own = legs.filter(({ read }) => artifactsOf(read).some((pattern) => pattern.split('/').pop() === CHECKSUMS));
  own.forEach(({ read: { leg } }) => report.understood(leg.job.line, `${CHECKSUMS} of ${leg.jobId}`, 'release: { checksums: false }, since the build makes that file itself'));
  return own.length ? [{ key: 'release', value: object({ checksums: false }) }] : [];
}

/** One job is what the options at the top say; several are named. */
function jobEntries(planned: readonly PlannedJob[], homes: readonly Home[]): Entry[] {
  const options = planned.map((job, index) => [...homes[index].entries, ...jobOptions(job, homeOf(job))]);
  const [only, ...others] = planned;
  if (!others.length) {
    return options[0].map((entry) => entry.key === 'platforms' && only.comments.length ? { ...entry, comments: only.comments } : entry);
  }
  const items = planned.map((job, index): Item => ({
    value: call('BuildJob.of', job.id, { kind: 'object', entries: ordered(options[index]) }),
    ...job.comments.length && { comments: job.comments },
  }));
  return [{ key: 'jobs', value: { kind: 'list', items } }];
}

/** Options of one name are one: those of a struct and the elements of lists add up, of anything else the first counts. */
function mergedOptions(entries: readonly Entry[]): Entry[] {
  const merged: Entry[] = [];
  for (const entry of entries) {
    const same = merged.findIndex(({ key }) => key === entry.key);
    if (same < 0) {
      merged.push(entry);
    } else {
      merged[same] = { ...merged[same], value: mergedValue(merged[same].value, entry.value) };
    }
  }
  return merged;
}

function mergedValue(one: Code, other: Code): Code {
  if (typeof one !== 'object' || typeof other !== 'object') {
    return one;
  }
  if (one.kind === 'object' && other.kind === 'object') {
    return { kind: 'object', entries: mergedOptions([...one.entries, ...other.entries]) };
  }
  return one.kind === 'list' && other.kind === 'list' ? list(distinctData([...one.items, ...other.items].map(({ value }) => value))) : one;
}

const ORDER = ['title', 'tags', 'rehearsal', 'rehearse', 'version', 'needs', 'repositories', 'workingDirectory', 'dependencies', 'setup', 'preInstallSteps',
  'prepare', 'preBuildSteps', 'platforms', 'jobs', 'postBuildSteps', 'secrets', 'timeoutMinutes', 'handedOn', 'retentionDays', 'release', 'publish'];

/** Options in the order in which things happen. */
export function ordered(entries: readonly Entry[]): Entry[] {
  const place = ({ key }: Entry) => (ORDER.indexOf(key) + ORDER.length + 1) % (ORDER.length + 1);
  return [...entries].sort((one, other) => place(one) - place(other));
}
