import { wholeExpression } from '../../github/expressions';
import type { LegSource } from '../workflow/step-reader';
import type { StepSource } from '../workflow/workflow-source';

/** The action that a step uses. */
export interface UsedAction {
  /** `owner/name`, with the path in it if there is one, in lower case as GitHub compares it. */
  readonly name: string;
  /** What stands behind the `@`. */
  readonly ref: string;
}

export function usedAction({ uses = '' }: StepSource): UsedAction | undefined {
  const [, name, ref] = /^([\w-]+\/[\w./-]+)@(\S+)$/.exec(uses.trim()) ?? [];
  return name === undefined ? undefined : { name: name.toLowerCase(), ref };
}

/** Conditions that every run of a tag build fulfils where it publishes, apart from the steps before having succeeded. */
const OF_A_TAG = [
  /^(?:success\(\)|always\(\)|true)$/,
  /^startsWith\(github\.(?:event\.)?ref,'refs\/tags\/?v?'\)$/i,
  /^contains\(github\.(?:event\.)?ref,'(?:refs\/)?tags\/?v?'\)$/i,
  /^github\.ref_type=='tag'$/,
  /^github\.event_name(?:=='push'|!='(?:pull_request|schedule|workflow_dispatch)')$/,
  /^startsWith\(github\.ref_name,'v'\)$/i,
  /^github\.repository(?:_owner)?=='[\w./-]+'$/,
];

/** Whether it is certain that a step runs for each tag that is pushed. */
export function runsOnTags({ if: condition = '' }: StepSource): boolean {
  const parts = (wholeExpression(condition) ?? condition).replaceAll(/\s+/g, '').replaceAll(/^\((.*)\)$/g, '$1').split('&&').filter((part) => part !== '');
  return parts.every((part) => OF_A_TAG.some((pattern) => pattern.test(part)));
}

/** Whether a step runs on every run, and nothing asks what came of it: it can be replaced by what does the same. */
export function isReplaceable(step: StepSource, leg: LegSource): boolean {
  return (step.if === undefined || /^(?:\$\{\{)?\s*success\(\)\s*(?:\}\})?$/.test(step.if))
    && (step.continueOnError === undefined || step.continueOnError === false)
    && !Object.keys(step.env).length && !isAskedFor(step, leg);
}

/** Whether another step reads an output of this one, or how it ended. */
export function isAskedFor({ id }: StepSource, { steps }: LegSource): boolean {
  const [name, all] = [id?.toLowerCase(), JSON.stringify(steps).toLowerCase()];
  return name !== undefined && (all.includes(`steps.${name}.`) || all.includes(`steps['${name}']`));
}

/** The name of the secret that a text is as a whole; undefined of the workflow's own token. */
export function secretIn(text: string): string | undefined {
  const name = /^secrets\s*(?:\.\s*(\w+)|\[\s*'(\w+)'\s*\])$/i.exec(wholeExpression(text) ?? '')?.slice(1).find(Boolean);
  return name?.toUpperCase() === 'GITHUB_TOKEN' ? undefined : name;
}

/** Whether a text is the token that every job has. */
export function isWorkflowToken(text: string): boolean {
  return /^(?:github\s*\.\s*token|secrets\s*(?:\.\s*GITHUB_TOKEN|\[\s*'GITHUB_TOKEN'\s*\]))$/i.test(wholeExpression(text) ?? '');
}

/** Whether a text is a version, a range or a word such as `lts/*`, or what a variable of the repository says it is. */
export function isVersion(text: string): boolean {
  return text.includes('${{') || /^(?!-)[\w.*^~<>=|,+/@: \n-]+$/.test(text);
}

/** A path of a step, from the workspace. Undefined where it leaves it, or is not known. */
export function fromWorkspace(path: string, { workingDirectory = '' }: Pick<StepSource, 'workingDirectory'> = {}): string | undefined {
  const inside = path.trim().replace(/^\$\{\{\s*github\.workspace\s*\}\}[\\/]?|^(?:\$GITHUB_WORKSPACE|\$\{GITHUB_WORKSPACE\})[\\/]?/, '/workspace/');
  const isWhole = inside.startsWith('/workspace/');
  const plain = isWhole ? inside.slice('/workspace/'.length) : path.trim();
  const all = (isWhole ? plain : `${workingDirectory}/${plain}`).replaceAll('\\', '/').split('/').filter((part) => part !== '' && part !== '.');
  return /^(?:[/~]|[A-Za-z]:)/.test(plain) || all.includes('..') || /[$`\r\n]/.test(all.join('/')) ? undefined : all.join('/');
}
