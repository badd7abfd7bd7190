import type { github } from 'projen';
import type { Synthesized } from './compare';
import type { Model } from '../../model/model';
import { renderWorkflows } from '../../render/workflow/workflows';
import { yamlText } from '../../render/workflow/yaml-text';
import { fileOf, SCRIPTS, type Scripts } from '../../text/scripts';
import { distinct, kebabCase } from '../../text/words';
import type { EvaluatedJob } from '../evaluate';

/** Our scripts as their names: they answer to nothing in a hand-written workflow. */
const NAMES = Object.fromEntries(SCRIPTS.map((key) => [key, `# assets/${fileOf(key)}\n`])) as unknown as Scripts;

/** The workflows that a declaration makes, without a project and without our scripts. */
export function madeOf(model: Model, added: readonly EvaluatedJob[]): Synthesized {
  const files = new Map(renderWorkflows(model, NAMES).map(({ kind, file }) => [kind, file]));
  const [tag, rehearsal] = [files.get('tag')!, files.get('rehearsal')];
  return { workflow: yamlText({ ...tag, jobs: withJobs(tag.jobs, added) }), rehearsal: rehearsal && yamlText(rehearsal) };
}

type Jobs = Readonly<Record<string, { readonly needs?: string | readonly string[] }>>;

function withJobs(jobs: Jobs, added: readonly EvaluatedJob[]): Jobs {
  const all: Jobs = { ...jobs, ...Object.fromEntries(added.map(({ id, job }) => [id, calling(job)])) };
  const first = (id: string) => added.filter(({ before }) => before.includes(id));
  return Object.fromEntries(Object.entries(all).map(([id, job]) => [id, { ...job, ...waiting(job, first(id)) }]));
}

function waiting({ needs }: Jobs[string], more: readonly EvaluatedJob[]): Jobs[string] {
  const all = distinct([...[needs ?? []].flat(), ...more.map(({ id }) => id)]);
  return all.length ? { needs: all.length === 1 ? all[0] : all } : {};
}

/** A job as GitHub reads it. */
function calling({ permissions, strategy, ...job }: EvaluatedJob['job']): object {
  const own = strategy && { strategy: kebabCased({ ...strategy, matrix: matrixOf(strategy.matrix) }) };
  return { ...job, permissions: kebabCased(permissions), ...own };
}

function matrixOf({ domain, ...others }: github.workflows.JobMatrix = {}): object {
  return { ...domain, ...others };
}

function kebabCased(values: object): object {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [kebabCase(key), value]));
}
