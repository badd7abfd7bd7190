import { type Leg } from '../../model/jobs';
import { type Model } from '../../model/model';
import { code } from '../../text/markdown';

/** What the doc calls a leg: a platform's name is unique in its job only. */
export function legWords({ jobs }: Model, { job, platform }: Leg): string {
  return jobs.length === 1 ? code(platform.name) : `${code(job.id)} on ${code(platform.name)}`;
}

/** A path from the workspace. */
export function place(path: string): string {
  return path === '' ? 'the workspace itself' : code(path);
}
