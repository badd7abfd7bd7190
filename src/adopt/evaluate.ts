import type { github } from 'projen';
import type { Code, Draft } from './code';
import type { TagBuildOptions } from '../options';

/** What a draft declares. */
export interface Evaluated {
  readonly id: string;
  readonly options: TagBuildOptions;
  readonly jobs: readonly EvaluatedJob[];
}

/** A job that is added to the workflow. */
export interface EvaluatedJob {
  readonly id: string;
  readonly job: github.workflows.JobCallingReusableWorkflow;
  readonly before: readonly string[];
}

/**
 * What a draft declares, without any text or compiler in between.
 *
 * @param library its exports, by which calls and constants go
 * @throws Error where a name is none of the library's
 */
export function evaluate({ id, options, constants, jobs }: Draft, library: object): Evaluated {
  const known = new Map<string, unknown>();
  for (const { name, value } of constants) {
    known.set(name, valueOf(value, library, known));
  }
  return {
    id,
    options: valueOf(options, library, known) as TagBuildOptions,
    jobs: jobs.map((added) => ({ id: added.id, job: valueOf(added.options, library, known) as EvaluatedJob['job'], before: added.before })),
  };
}

/** What of a TagBuild its draft changes. */
interface Build {
  readonly workflow: github.GithubWorkflow;
  waitFor(jobId: string, needed: string): void;
}

/** Adds to a build what its draft adds. */
export function addJobs(build: Build, { jobs }: Pick<Evaluated, 'jobs'>): void {
  for (const { id, job, before } of jobs) {
    build.workflow.addJob(id, job);
    before.forEach((own) => build.waitFor(own, id));
  }
}

function valueOf(code: Code, library: object, known: ReadonlyMap<string, unknown>): unknown {
  if (typeof code !== 'object') {
    return code;
  }
  const inner = (value: Code) => valueOf(value, library, known);
  switch (code.kind) {
    case 'list':
      return code.items.map(({ value }) => inner(value));
    case 'object':
      return Object.fromEntries(code.entries.map(({ key, value }) => [key, inner(value)]));
    case 'call':
      return (memberOf(library, code.name) as (...args: unknown[]) => unknown)(...code.args.map(inner));
    case 'constant':
      return memberOf(library, code.name);
    case 'name':
      return known.get(code.name);
  }
}

/** Static methods are called without their class, which none of them looks at. */
function memberOf(library: object, name: string): unknown {
  return name.split('.').reduce((owner: object, member) => {
    if (!Object.hasOwn(owner, member)) {
      throw new Error(`there is no ${name}`);
    }
    return (owner as Record<string, object>)[member];
  }, library);
}
