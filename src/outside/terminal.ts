import { createInterface } from 'node:readline';
import { folded } from '../text/wrap';

/** Somebody who can be asked. */
export interface Terminal {
  /**
   * An answer, without blank ends.
   *
   * @throws Interrupted, or InputEnded, where none comes
   */
  ask(question: string): Promise<string>;
  close(): void;
}

/** Control and C, in the place of an answer. */
export class Interrupted extends Error {}

/** There is nobody who answers any more. */
export class InputEnded extends Error {}

/** Where this process was called; undefined where nobody sits there. */
export function terminalHere(): Terminal | undefined {
  return process.stdin.isTTY && process.stdout.isTTY ? openTerminal(process.stdin, process.stdout, process.stdout.columns || undefined) : undefined;
}

/** @param columns of a line that the terminal would not break */
export function openTerminal(input: NodeJS.ReadableStream, output: NodeJS.WritableStream, columns = Infinity): Terminal {
  const lines = createInterface({ input, output, historySize: 0 });
  let ended: Error | undefined;
  let give: (error: Error) => void = () => {};
  const end = (error: Error) => {
    ended ??= error;
    give(ended);
  };
  lines.on('SIGINT', () => end(new Interrupted())).on('close', () => end(new InputEnded()));
  return {
    ask: async (question) => new Promise((resolve, reject) => {
      give = reject;
      if (ended) {
        reject(ended);
      } else {
        lines.question(`${folded(question.trimEnd(), columns - 1)} `, (answer) => resolve(answer.trim()));
      }
    }),
    close: () => lines.close(),
  };
}
