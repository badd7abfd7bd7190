import { moveCommand, resumeCommand } from './again';
import type { Round, Place } from './look-round';
import type { Refusal } from './refusals';
import type { PushStep, Step } from './steps';
import { workflowFile } from '../../model/facts';
import type { Model } from '../../model/model';
import { shownShellWord } from '../../text/shell';
import { type Sign, SIGNS } from '../../text/signs';
import { andList, count, distinct } from '../../text/words';
import { tallyOf } from '../doctor/report';
import type { Objection, WorkflowPlan } from '../plan/plan';
import type { Again } from '../runs/github-runs';
import type { Run } from '../runs/run';
import type { Diagnosis } from '../why/diagnosis';

/** What the release says, as text of what is known. */

function line(text: string, indent = ''): string {
  return `${indent}${text}\n`;
}

/** The same that begins with a sign. */
export function signed(sign: Sign, text: string): string {
  return line(`${SIGNS[sign]} ${text}`);
}

/** What the tag starts, what becomes public where, and what the doctor could not see. */
export function lookText({ found, models, warnings }: Round, { clone, session }: Place): string {
  const { ok, missing, unknown } = tallyOf(found.findings);
  return [
    line(`Release ${found.tag} of ${session.repository}, ${clone.branch ? `from branch ${clone.branch}` : 'from a detached HEAD'} at ${short(clone.head)}.`),
    ...warnings.map((warning) => signed('warning', warning)),
    models.length ? '\nWhat it starts:\n' : '',
    ...found.plan.builds.filter(({ starts }) => starts).map((build) => buildText(build)),
    ...found.plan.others.map(({ name, why }) => signed('warning', `${name}, another workflow, starts too: ${why}`)),
    ...found.plan.notes.map((note) => signed('unknown', note)),
    `\nWhat the doctor finds: ${ok} ok, ${missing} missing, ${unknown} unknown\n`,
    ...distinct(found.findings.filter(({ status }) => status === 'unknown').map(({ subject, detail }) => signed('unknown', `${subject}: ${detail}`))),
  ].join('');
}

function buildText({ name, path, why, jobs, publishing }: WorkflowPlan): string {
  const legs = jobs.filter(({ id, runs }) => runs !== 'no' && !['guard', 'assemble', 'attest'].includes(id)).flatMap((job) => job.legs.map((leg) => leg.name));
  return [
    signed('good', `${name} (${path}): ${why}`),
    line(`Jobs: ${andList(distinct(legs))}`, '  '),
    ...publishing.map((sentence) => line(sentence, '  ')),
  ].join('');
}

export function objectionsText(objections: readonly Objection[]): string {
  return `\nWhat speaks against it:\n${objections.map(({ message, cure, id }) => signed('bad', `${message} ${cure} [${id}]`.replace(/ {2,}/g, ' '))).join('')}`;
}

/** What is done, a sentence for each step without its full stop. */
export function stepSentences(steps: readonly Step[]): string[] {
  return steps.map((step) => {
    switch (step.kind) {
      case 'commit': return `raise the version to ${step.files[0].to} in ${andList(step.files.map(({ path }) => path))}, and commit that as '${step.message}'`;
      case 'tag': return step.replaces ? `move tag ${step.tag}, which is ${short(step.replaces)} here` : `make the annotated tag ${step.tag}`;
      case 'push': return pushSentence(step);
    }
  });
}

function pushSentence({ remote, tag, destination, replaces }: PushStep): string {
  const what = replaces ? `tag ${tag}, which replaces ${short(replaces)} there,` : `tag ${tag}`;
  return destination ? `push branch ${branchOf(destination)} and ${what} to ${remote}, both or neither` : `push ${what} alone to ${remote}: no branch is checked out`;
}

export function stepsText({ steps, models }: Round, { clone }: Place, dryRun: boolean): string {
  const others = clone.destination && clone.ahead
    ? `; ${count(clone.ahead, 'commit', 'commits')} that ${clone.remote} does not have yet ${clone.ahead === 1 ? 'goes' : 'go'} along`
    : '';
  const sentences = stepSentences(steps).map((sentence, index) => index === steps.length - 1 ? sentence + others : sentence);
  const after = dryRun ? ['take back what was made: the push is tried, and nothing is pushed'] : [`follow ${andList(models.map(({ title }) => `the run of ${title}`))} to the end`];
  const lines = [...sentences, ...after].map((sentence, index) => line(sentence, `${index + 1}. `));
  return `\nWhat will be done:\n${lines.join('')}`;
}

export function doneText(step: Step, commit: string): string {
  switch (step.kind) {
    case 'commit': return signed('good', `commit ${short(commit)}: ${step.files.map(({ path, from, to }) => `${path} ${from} → ${to}`).join(', ')}`);
    case 'tag': return signed('good', `tag ${step.tag} at ${short(commit)}`);
    case 'push': return signed('good', `pushed ${step.destination ? `${branchOf(step.destination)} and ` : ''}${step.tag} to ${step.remote}`);
  }
}

export function pushingText({ remote, tag }: PushStep, dryRun: boolean): string {
  return signed('running', `${dryRun ? 'trying to push' : 'pushing'} ${tag} to ${remote}`);
}

/** A push that was only tried. */
export function triedText(): string {
  return signed('good', 'git would push it. What the rules of GitHub say of branch and tag only a push tells.');
}

/** What is so where it did not come to a push. */
export function backText(left: readonly string[], isInterrupted: boolean): string {
  return `${isInterrupted ? '\nInterrupted. ' : ''}${left.length ? leftText(left) : 'What was made here is taken back: all is as it was.\n'}`;
}

function leftText(left: readonly string[]): string {
  return `Not all of it could be taken back:\n${left.map((sentence) => signed('warning', sentence)).join('')}`;
}

/** What is so where a push broke off behind what the remote needs to take it. */
export function doubtText({ remote, tag }: PushStep, object: string, isAnswered: boolean, left: readonly string[], isInterrupted: boolean): string {
  const there = isAnswered ? `${remote} has not taken ${tag} yet, and may still do so: what was sent cannot be called back.` : `${remote} does not answer: it may have taken ${tag}, or may still.`;
  return [
    isInterrupted ? '\nInterrupted in the push. ' : '',
    left.length ? leftText(left) : 'What was made here is taken back.\n',
    signed('unknown', there),
    line(`See in a minute what it has: git ls-remote ${shownShellWord(remote)} ${shownShellWord(`refs/tags/${tag}`)}`, '  '),
    line(`If that shows ${short(object)}, go on by: ${resumeCommand(tag)}`, '  '),
    line('If it does not, run the release again.', '  '),
  ].join('');
}

/** A push that broke off has its cure in what is said of it then. */
export function refusedText({ id, cure }: Refusal, words: readonly string[], isInDoubt: boolean): string {
  const said = words.map((word) => line(word, '  │ ')).join('');
  return isInDoubt ? `${signed('bad', `The push broke off. [${id}]`)}${said}` : `${signed('bad', 'It was refused.')}${said}${line(`${cure} [${id}]`, '  ')}`;
}

export function runText({ title }: Model, { url, attempt }: Run): string {
  return `\nThe run of ${title}${attempt > 1 ? ` (attempt ${attempt})` : ''}: ${url}\n`;
}

export function rerunText({ title }: Model, which: Again): string {
  return signed('running', `${which === 'all' ? 'all jobs' : 'the failed jobs'} of ${title} run again`);
}

export function endedText({ title }: Model): string {
  return signed('good', `${title} has succeeded.`);
}

/** How to go on with a run that has failed. */
export function goOnText(diagnoses: readonly Diagnosis[], { tag, run }: { readonly tag: string; readonly run: Run }): string {
  const then = diagnoses.flatMap(({ findings }) => findings).map((finding) => finding.then);
  if (then.includes('new-tag')) {
    return line(`It takes another commit. Commit what mends it, and take the next version; or, as long as nothing of ${tag} is public, move the tag to that commit: ${moveCommand(tag)}`);
  }
  const all = then.includes('settings-then-rerun-all') ? '"Re-run all jobs"' : '"Re-run failed jobs"';
  const first = then.length ? then.every((one) => one === 'rerun') ? '' : 'Once that is mended: ' : 'Where nothing has to change in the commit: ';
  return line(`${first}"${resumeCommand(tag)}" goes on with the same tag, and so does ${all} on ${run.url}`);
}

export function comeBackText(tag: string): string {
  return `\nInterrupted. ${tag} is pushed, and its run goes on by itself. Come back to it by:\n  ${resumeCommand(tag)}\n`;
}

export function lostText(why: string, tag: string): string {
  return `${signed('unknown', why)}${line(`${tag} is pushed. Come back to its run by:\n    ${resumeCommand(tag)}`, '  ')}`;
}

export interface NotStarted {
  readonly tag: string;
  readonly model: Model;
  /** `owner/name`. */
  readonly repository: string;
}

export function notStartedText(reasons: readonly string[], { tag, model, repository }: NotStarted): string {
  const file = workflowFile(model);
  const byHand = model.rehearsal
    ? `"gh workflow run ${file} --ref ${tag} --repo ${repository}" starts it on the tag, and "${resumeCommand(tag)}" follows it`
    : `push the tag once more: ${moveCommand(tag)}`;
  return [
    signed('bad', `${tag} is pushed, and GitHub shows no run of ${model.title}.`),
    ...reasons.map((reason) => line(reason, '  ')),
    ...reasons.length ? [] : [line('No reason is known. See https://www.githubstatus.com: it may come later.', '  ')],
    line(`Once that is mended, ${byHand}.`, '  '),
  ].join('');
}

function short(commit: string): string {
  return commit.slice(0, 7);
}

function branchOf(ref: string): string {
  return ref.replace('refs/heads/', '');
}
