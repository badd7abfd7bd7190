import { legsOf } from './jobs';
import { type Model, type ProofModel, type RunnerModel, type SecretModel } from './model';
import { publishes, stepTargetsOf } from './publish';
import { exampleTags } from '../github/example-tags';
import { code } from '../text/markdown';
import { andList, distinct } from '../text/words';

/** What the doc, the doctor and the commands ask of a model. */

/** The owners (user or organization) of `owner/name`. */
export function ownersOf(repositories: readonly string[]): string[] {
  return distinct(repositories.map((name) => name.split('/')[0]));
}

/** Repositories as Markdown; '' is the one that the workflow runs in. */
export function repositoryNames(...names: readonly string[]): string {
  return andList(names.map((name) => name === '' ? 'this repository' : code(name)));
}

/** The tag that the commands show. */
export function exampleTag(model: Model): string {
  return exampleTags(model.tags).matching[0] ?? 'your-tag';
}

/** The workflow file as `gh` wants it. */
export function workflowFile(model: Model): string {
  return model.workflowPath.split('/').pop()!;
}

/** What a job asks of its runner, in one line. */
export function runnerWords({ runsOn, runnerGroup }: RunnerModel): string {
  return [...(runnerGroup === '' ? [] : [`group ${runnerGroup}`]), ...runsOn].join(' ');
}

/** The runners that all jobs ask for. */
export function runnersOf(model: Model): RunnerModel[] {
  return [
    model.guard,
    ...legsOf(model).map(({ platform }) => platform),
    ...publishes(model) ? [model.release.runner] : [],
    ...stepTargetsOf(model).map(({ runner }) => runner),
  ];
}

/** The groups that runners must be in. */
export function runnerGroupsOf(model: Model): string[] {
  return distinct(runnersOf(model).map(({ runnerGroup }) => runnerGroup).filter((group) => group !== ''));
}

/** Whether an optional secret signs, by the words of its declaration: no other trace says so. */
export function isSigning(secret: SecretModel): boolean {
  return !secret.required && /sign|notari[sz]|certificate/i.test([secret.title, secret.purpose, secret.without, ...secret.names].join(' '));
}

/** What a proof of a signing proves, a phrase. */
export function proofWords({ kind, signer, notarized, stapledImages }: ProofModel): string {
  if (kind === 'minisign') {
    return 'updates are signed with the key of the app';
  }
  if (kind === 'windows') {
    return `signed by ${signer || 'somebody whom Windows trusts'}`;
  }
  return [
    `signed with a Developer ID${signer && ` of team ${signer}`}`,
    ...notarized ? [`notarized by Apple (the app${stapledImages ? ' and what it lies in' : ''})`] : [],
  ].join(', ');
}
