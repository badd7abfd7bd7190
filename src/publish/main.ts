/**
 * The script that publishes: `node tag-build-publish.mjs COMMAND [MODE]`. contract.ts says what each
 * command is told. It needs Node.js 20 or newer and nothing else.
 */

import { assemble } from './assemble/assemble';
import { attest } from './attest/attest';
import type { Command } from './contract';
import { dispatch } from './dispatch';
import { npm } from './npm/npm';
import { release } from './release/release';
import { fail, Failure, log, say } from './report';

/** Every command. It is given what follows it on the command line. */
const COMMANDS: Readonly<Record<Command, (mode: string | undefined) => Promise<void>>> = { assemble, attest, release, npm, dispatch };

/** Problems that are said; the summary of a step has 1 MiB, and nothing of a longer one is shown. */
const MOST_SAID = 100;

async function main([command, mode]: readonly string[]): Promise<void> {
  const run = COMMANDS[command as Command];
  if (!run) {
    fail('the-script-was-called-wrongly', `There is no command '${command ?? ''}'; there are: ${Object.keys(COMMANDS).join(', ')}. Run "npx projen", which writes the workflow anew.`);
  }
  await run(mode);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.exitCode = 1;
  if (!(error instanceof Failure)) {
    throw error;
  }
  const { messages } = error;
  messages.slice(0, MOST_SAID).forEach(say);
  if (messages.length > MOST_SAID) {
    log(`And ${messages.length - MOST_SAID} problems more.`);
  }
});
