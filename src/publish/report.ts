import { appendFileSync, statSync } from 'node:fs';
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
  summarize(`\n- **${level}: ${TITLES[id]}.** ${message(line)}${link && ` [How to mend it](${link})`}\n`);
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

/** Adds Markdown to the summary of the run. GitHub takes 1 MiB of a step, and of more nothing at all. */
export function summarize(text: string): void {
  const file = process.env.GITHUB_STEP_SUMMARY;
  const size = file && statSync(file, { throwIfNoEntry: false })?.size || 0;
  if (size + Buffer.byteLength(text) <= 1_000_000) {
    append(file, text);
  } else if (size < 1_040_000) {
    append(file, '\nThe summary has no room for more; what is wrong is in the log.\n');
  }
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

/**
 * A text as Markdown that reads the same, as assets/say.sh has it. A comment keeps GitHub from making
 * an address, a mention, an issue or a picture of what a name holds.
 */
export function markdown(text: string): string {
  return oneLine(text)
    .replace(/[\\[\]`*_|~]/g, '\\$&')
    .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    .replace(/[:@#](?! )|www|gh-/gi, '$&<!-- -->')
    .replaceAll('$', '<span>$</span>');
}

/** A message as Markdown: an address of ours in it is a link, and stays whole. */
function message(text: string): string {
  const server = (process.env.GITHUB_SERVER_URL || 'https://github.com').replace(/[.]/g, '\\$&');
  const sign = '[A-Za-z0-9._~%/?&#!*+,:@=-]';
  const ours = new RegExp(`((?:${server}/(?:${sign}*[A-Za-z0-9_~%/#*+=-])?|https://www\\.githubstatus\\.com)(?=[.,:?&!@]*(?!${sign})))`);
  return text.split(ours).map((part, index) => index % 2 ? `<${part}>` : markdown(part)).join('');
}
