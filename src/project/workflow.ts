import { github, type IResolver, ObjectFile, type Project } from 'projen';
import { changesBetween } from './workflow-changes';
import { workflowFile } from '../model/facts';
import type { Model } from '../model/model';
import type { WorkflowChange } from '../model/model-file';
import { camelCase, toJobStep } from '../model/steps';
import type { BuildWorkflow } from '../model/workflows';
import { loadScripts } from '../outside/scripts';
import { withChanges } from '../render/workflow/changed-workflow';
import type { Comments, Job, WorkflowFile } from '../render/workflow/workflow-file';
import { commentsOf, type RenderedWorkflow, renderWorkflows } from '../render/workflow/workflows';
import { workflowText } from '../render/workflow/yaml';

/** One of a build's files: projen's own component, and what was declared before anything was changed in it. */
export interface AddedWorkflow extends BuildWorkflow {
  readonly workflow: github.GithubWorkflow;
  readonly declared: WorkflowFile;
}

/** Adds the workflows of a build to the repository's root; what a tag starts comes first. */
export function addWorkflows(root: Project, model: Model): AddedWorkflow[] {
  return renderWorkflows(model, loadScripts()).map((rendered) => addWorkflow(root, rendered));
}

function addWorkflow(root: Project, { file: declared, ...rendered }: RenderedWorkflow): AddedWorkflow {
  const fileName = workflowFile(rendered.model);
  const workflow = new github.GithubWorkflow(githubOf(root), fileName.replace(/\.yml$/, ''), {
    fileName,
    limitConcurrency: true,
    concurrencyOptions: { group: declared.concurrency.group },
    // a tag build is wanted even where projen's own workflows are not
    force: true,
  });
  workflow.on(events(declared));
  for (const [id, job] of Object.entries(declared.jobs)) {
    workflow.addJob(id, toProjenJob(job));
  }
  const file = fileOf(workflow);
  const { obj } = file;
  // below overrides and patches, so that they come last
  file.obj = () => ({ ...obj(), name: declared.name, permissions: declared.permissions, concurrency: declared.concurrency });
  file.synthesizeContent = (resolver) => textOf(contentOf(file, resolver), rendered);
  return { ...rendered, workflow, declared };
}

/** Writes another workflow as tidily: keys in order, versions behind pins, the given comments. */
export function rewriteWorkflow(workflow: github.GithubWorkflow, change: (json: object) => object, comments: Comments): void {
  const file = fileOf(workflow);
  file.synthesizeContent = (resolver) => workflowText(change(contentOf(file, resolver).json), file.marker!, comments);
}

/** A workflow with all that was patched into it, as GitHub reads it. */
export function workflowJson(workflow: github.GithubWorkflow): object {
  return contentNow(workflow).json;
}

/** The same as text. */
export function workflowTextOf(added: AddedWorkflow): string {
  return textOf(contentNow(added.workflow), added);
}

/** What was changed in it since it was declared; all of it where that does not tell in which order keys stand. */
export function changesIn({ declared, ...added }: AddedWorkflow): WorkflowChange[] {
  const { json } = contentNow(added.workflow);
  const changes = changesBetween(JSON.parse(JSON.stringify(declared)), json);
  const text = (workflow: object) => workflowText(workflow, added.model.marker, commentsOf(added));
  return changes.length === 0 || text(withChanges(declared, changes)) === text(json) ? changes : [{ op: 'replace', path: '', value: json }];
}

function contentNow(workflow: github.GithubWorkflow): Content {
  return contentOf(fileOf(workflow), { resolve: (value) => value });
}

/** There is always one: `force` sees to that. */
function fileOf({ file }: github.GithubWorkflow): WithContent {
  return file as unknown as WithContent;
}

/** projen's file, with what it is made of and the method that makes its text. */
type WithContent = Omit<ObjectFile, 'synthesizeContent'> & { obj: () => object; synthesizeContent(resolver: IResolver): string };

/** What projen makes of a workflow, and what is made of that: once, for as long as nothing is changed. */
interface Content {
  readonly made: string;
  readonly json: object;
  text?: string;
}

const contents = new WeakMap<WithContent, Content>();

function textOf(content: Content, build: BuildWorkflow): string {
  return content.text ??= workflowText(content.json, build.model.marker, commentsOf(build));
}

/** What stands in the file, before projen makes YAML of it: patches and overrides included. */
function contentOf(file: WithContent, resolver: IResolver): Content {
  const lazy: IResolver = {
    resolve: (value, options) => overridable(JSON.parse(JSON.stringify(resolver.resolve(value, options), evaluate))),
  };
  const made = (ObjectFile.prototype as unknown as WithContent).synthesizeContent.call(file, lazy);
  const before = contents.get(file);
  const content = before?.made === made ? before : { made, json: JSON.parse(made, tidied) };
  contents.set(file, content);
  return content;
}

/** projen drops what is empty under an override; a workflow without permissions has those of the default. */
function overridable(workflow: { readonly permissions?: object }): object {
  return workflow.permissions ? { ...workflow, permissions: { ...workflow.permissions, none: undefined } } : workflow;
}

/** projen writes no null of a list, and gives every step an id. GitHub takes none beside `parallel`. */
function tidied(_key: string, value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.filter((entry) => entry !== null);
  }
  if (typeof value !== 'object' || value === null || !('parallel' in value && 'id' in value)) {
    return value;
  }
  const { id, ...step } = value;
  return String(id).startsWith('auto_') ? step : value;
}

function evaluate(_key: string, value: unknown): unknown {
  return typeof value === 'function' ? value() : value;
}

function githubOf(root: Project): github.GitHub {
  return github.GitHub.of(root) ?? new github.GitHub(root, { mergify: false, pullRequestLint: false });
}

function events({ on }: WorkflowFile): github.workflows.Triggers {
  return Object.fromEntries(Object.entries(on).map(([event, filter]) => [camelCase(event.replaceAll('_', '-')), filter]));
}

/** projen asks for some values in more pieces than GitHub does, and for most in camel case. */
function toProjenJob({ outputs, strategy, steps, 'runs-on': runsOn, ...job }: Job): github.workflows.Job {
  return {
    ...Object.fromEntries(Object.entries(job).map(([key, value]) => [camelCase(key), value])),
    ...typeof runsOn === 'object' && 'group' in runsOn ? { runsOnGroup: runsOn } : { runsOn: [runsOn].flat() },
    ...outputs && { outputs: Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, toStepOutput(value)])) },
    ...strategy && { strategy: { failFast: strategy['fail-fast'], matrix: strategy.matrix } },
    steps: steps.map(toJobStep),
  } as github.workflows.Job;
}

function toStepOutput(expression: string): github.workflows.JobStepOutput {
  const [, stepId, outputName] = /steps\.([\w-]+)\.outputs\.([\w-]+)/.exec(expression)!;
  return { stepId, outputName };
}
