import { appendFileSync } from 'node:fs';
import { type MessageId, TITLES } from './titles';

/** Something to say in the log and in the run's summary. */
export interface Message {
  readonly level: 'error' | 'warning' | 'notice';
  readonly id: MessageId;
  /** Whole sentences: what is, and what to do. It may hold anything that a name or an answer held. */
  readonly text: string;
}

/** Ends a command. All problems that are known are said at once. */
export class Failure extends Error {
  public constructor(public readonly messages: readonly Message[]) {
    super(messages.map(({ id, text }) => `${TITLES[id]}: ${text}`).join('\n'));
  }
}

/** A problem. All that are known are said together, and end the command. */
export function error(id: MessageId, text: string): Message {
  return { level: 'error', id, text };
}

/** Ends a command with one problem. */
export function fail(id: MessageId, text: string): never {
  throw new Failure([error(id, text)]);
}

/** Says something where a reader of the run looks: as an annotation, and in the summary. */
export function say({ level, id, text }: Message): void {
  const link = process.env.DOC_URL ? `${process.env.DOC_URL}#${TITLES[id].toLowerCase().replaceAll(' ', '-')}` : '';
  const line = oneLine(text);
  process.stdout.write(`::${level} title=${TITLES[id]}::${line.replaceAll('%', '%25')}${link && ` See ${link}`}\n`);
  summarize(`\n- **${level}: ${TITLES[id]}.** ${markdown(line)}${link && ` [How to mend it](${link})`}\n`);
}

/**
 * A line of the log. Nothing that a name or an answer holds begins a line of its own, nor is it a
 * command to the runner, which reads `::command::` behind spaces too, and `##[command]` anywhere.
 *
 * @see https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export function log(text: string): void {
  process.stdout.write(`${oneLine(text).replace(/^(?=\s*::)/, '|').replaceAll('##[', '# #[')}\n`);
}

/** Adds Markdown to the summary of the run. */
export function summarize(text: string): void {
  append(process.env.GITHUB_STEP_SUMMARY, text);
}

/** Sets an output of the step. */
export function setOutput(name: string, value: string): void {
  append(process.env.GITHUB_OUTPUT, `${name}=${oneLine(value)}\n`);
}

function append(file: string | undefined, text: string): void {
  if (file) {
    appendFileSync(file, text);
  }
}

/** Control characters, and what makes a line read in another order than it is written, are spaces. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ');
}

/** A link in Markdown to an address, which GitHub has encoded already. */
export function linkTo(address: string): string {
  return `<${new URL(address).href}>`;
}

/** A text as Markdown that reads the same. */
export function markdown(text: string): string {
  return oneLine(text)
    .replace(/[\\[\]`*_|~]/g, '\\$&')
    .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
