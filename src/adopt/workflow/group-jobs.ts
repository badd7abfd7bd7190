import type { Needed } from './handed-on';
import type { ReadJob } from './job-kinds';
import type { PlannedJob } from './plan-job';
import { planLeg, type PlannedLeg } from './plan-leg';
import { targetName, tripleIn, wordFor } from './platform-names';
import { meaningsOf, type ReadLeg } from './read-leg';
import type { Report } from './report';
import { runnerWord, slug } from './runners';
import type { Download } from './step-reader';
import { fnmatch } from '../../github/fnmatch';
import type { Value } from '../../github/workflow-reader';
import { RESERVED_JOB_IDS } from '../../render/workflow/job-ids';
import { distinctData, freeName } from '../../text/words';

/**
 * The build jobs of the original as those of a declaration: jobs for one platform each are platforms of one job.
 *
 * @param taken ids of others
 */
export function groupsOf(jobs: readonly ReadJob[], taken: readonly string[], report: Report): PlannedJob[] {
  const needs = new Map(jobs.map((read) => [read, neededBy(read, jobs)]));
  const isNeeded = (read: ReadJob) => [...needs.values()].flat().some(({ from }) => from === read);
  const groups: ReadJob[][] = [];
  for (const read of jobs) {
    const group = isNeeded(read) ? undefined : groups.find((others) => others.every((other) =>
      belongTogether(other, read) && same(needs.get(other)!, needs.get(read)!) && !isNeeded(other)));
    if (group) {
      group.push(read);
    } else {
      groups.push([read]);
    }
  }
  const ids = idsOf(groups, taken);
  const planned = groups.map((group) => ({ group, legs: namedLegs(group.flatMap(({ legs }) => legs), report) }));
  return planned.map(({ group, legs }): PlannedJob => ({
    id: ids.get(group)!,
    comments: group.flatMap(({ job }) => job.comments),
    legs,
    needs: needs.get(group[0])!.map(({ from, download, legs: wanted }): Needed => {
      const source = planned.find((other) => other.group.includes(from))!;
      const artifacts = source.legs.filter(({ read }) => wanted.includes(read)).map(({ name, read }) =>
        ({ platform: name, name: uploadsOf(read).find((own) => fnmatch(download.name, own)) ?? name }));
      return { job: ids.get(source.group)!, path: download.path, merge: download.merge, artifacts, isAll: artifacts.length === source.legs.length };
    }),
    handedOn: group.some(isNeeded),
  }));
}

interface Need {
  readonly from: ReadJob;
  readonly legs: readonly ReadLeg[];
  readonly download: Download;
}

/** The jobs whose artifacts a job downloads. */
export function neededBy(read: ReadJob, all: readonly ReadJob[]): Need[] {
  const downloads = distinctData(read.legs.flatMap((leg) => meaningsOf(leg).flatMap((meaning) => meaning.downloads ?? [])));
  return downloads.flatMap((download) => all.filter((from) => from !== read && !waitsFor(from, read, all)).flatMap((from) => {
    const legs = from.legs.filter((leg) => uploadsOf(leg).some((own) => fnmatch(download.name, own)));
    return legs.length ? [{ from, legs, download }] : [];
  }));
}

/** Whether a job comes behind another one, so that nothing of it can arrive there. */
function waitsFor(late: ReadJob, early: ReadJob, all: readonly ReadJob[], seen: readonly ReadJob[] = []): boolean {
  return late.job.needs.includes(early.job.id)
    || all.some((between) => !seen.includes(between) && late.job.needs.includes(between.job.id) && waitsFor(between, early, all, [...seen, late]));
}

function same(one: readonly Need[], other: readonly Need[]): boolean {
  return one.length === other.length && one.every((need, index) =>
    need.from === other[index].from && JSON.stringify(need.download) === JSON.stringify(other[index].download));
}

/** Whether two jobs build for different platforms, from the same sources. */
function belongTogether(one: ReadJob, other: ReadJob): boolean {
  const platforms = [one, other].map(({ legs }) => legs.map(({ leg }) => runnerWord(leg.runner).name));
  return !platforms[0].some((name) => platforms[1].includes(name)) && sources(one) === sources(other);
}

function sources({ legs }: ReadJob): string {
  return JSON.stringify(distinctData(legs.flatMap(meaningsOf).flatMap(({ repositories = [] }) => repositories.map(({ code }) => code))));
}

/** One group is `build`; of several each is called as its job, or as its jobs begin. */
function idsOf(groups: readonly ReadJob[][], others: readonly string[]): Map<ReadJob[], string> {
  const taken = new Set([...RESERVED_JOB_IDS, ...others.map((id) => id.toLowerCase())]);
  return new Map(groups.map((group) => [group, freeName(groups.length === 1 || group.length > 1 ? 'build' : group[0].job.id, '-', taken)]));
}

function namedLegs(legs: readonly ReadLeg[], report: Report): PlannedLeg[] {
  const taken = new Set<string>();
  const words = legs.map(({ leg }) => runnerWord(leg.runner));
  const names = legs.map(({ leg }, index) => targetName(leg.matrix, words[index]) ?? words[index].name);
  return legs.map((read, index) => {
    const isAlone = names.filter((name) => name === names[index]).length === 1;
    const name = freeName(isAlone ? names[index] : slug(tellingName(read, legs, names[index])), '-', taken);
    return planLeg(read, name, wordFor(name, words[index]), report);
  });
}

/** What tells a leg from others for the same platform: the target, or values of the matrix. */
function tellingName(read: ReadLeg, legs: readonly ReadLeg[], name: string): string {
  const triple = tripleIn(read.leg.matrix);
  const isTold = triple !== undefined && legs.filter(({ leg }) => tripleIn(leg.matrix) === triple).length === 1;
  return isTold ? triple : [name, ...tellingValues(read, legs)].join('-');
}

/** What of the matrix tells a leg from the others on the same runner. */
function tellingValues({ leg }: ReadLeg, legs: readonly ReadLeg[]): string[] {
  const others = legs.filter((other) => other.leg.runsOn.join() === leg.runsOn.join()).map((other) => other.leg.matrix);
  const scalar = Object.entries(leg.matrix as Readonly<Record<string, Value>>).filter(([, value]) => value !== null && typeof value !== 'object' && String(value).length < 40);
  const telling = scalar.filter(([key]) => others.some((other) => other[key] !== leg.matrix[key]));
  const unique = telling.find(([key, value]) => others.filter((other) => other[key] === value).length === 1);
  return (unique ? [unique] : telling).map(([, value]) => String(value));
}

/** The names of the artifacts that a leg leaves. */
function uploadsOf(read: ReadLeg): string[] {
  return meaningsOf(read).flatMap(({ artifactName }) => artifactName ?? []);
}
