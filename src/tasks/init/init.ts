import { rmSync } from 'node:fs';
import * as path from 'node:path';
import type { InitArguments } from './arguments';
import { drafted } from './drafted';
import { type Agreed, agreedOf, type InitOutput, OUTCOMES, type RanCommand } from './output';
import { type Plan, planFor, PROJENRC } from './plan';
import { afterwardsText, answersText, failedText, filesText, foundText, importText, linesText, nextText, placeText, stepsByHand, writtenText } from './report';
import type { Place } from '../../adopt/survey/place';
import { survey } from '../../adopt/survey/survey';
import type { Engine } from '../../github/workflow-engine';
import { fileIn } from '../../outside/checkout';
import { replaceFile } from '../../outside/replace-file';
import { InputEnded, Interrupted, type Terminal } from '../../outside/terminal';
import { SIGNS } from '../../text/signs';
import type { BareContext } from '../command';
import { EXIT } from '../exit-codes';
import { besideJson, jsonText } from '../json';
import { tellPassages } from '../passages';
import { timed } from '../timed';

/** What reaches beyond the files. */
export interface Edges {
  readonly place: (context: BareContext) => Promise<Place>;
  /** Undefined where nobody can be asked. */
  readonly terminal: () => Terminal | undefined;
  readonly engine: () => Promise<Engine>;
  /** Runs a command that talks to the terminal itself, or to standard error alone. @returns its exit code */
  readonly run: (command: string, context: BareContext, aside: boolean) => Promise<number | null>;
}

/** Looks, says what it found and what it will do, and only then does it. */
export async function init(args: InitArguments, context: BareContext, edges: Edges): Promise<number> {
  const place = await edges.place(context);
  const terminal = args.yes || args.json ? undefined : edges.terminal();
  try {
    const done = await initialised(args, args.json ? besideJson(context, () => {}) : context, place, terminal, edges);
    if (args.json && done) context.print(jsonText(done));
    return done ? OUTCOMES[done.outcome] : EXIT.ok;
  } catch (error) {
    if (error instanceof Interrupted) {
      context.tell('\nInterrupted. Nothing was written.\n');
      return EXIT.interrupted;
    }
    throw error instanceof InputEnded ? new Error('\nstandard input ended before every question was answered. Nothing was written. Give the answers as options, or --yes.') : error;
  } finally {
    terminal?.close();
  }
}

/** Undefined where somebody did not want it. */
async function initialised(
  args: InitArguments,
  context: BareContext,
  place: Place,
  terminal: Terminal | undefined,
  edges: Edges,
): Promise<InitOutput | undefined> {
  const { print, tell, root } = context;
  tell((args.workflow === undefined ? foundText(survey(place, args.answers)) : '') + placeText(place));
  const wished = await drafted(args, place, terminal, edges.engine);
  tell(answersText(wished.survey, wished.answers));
  const plan = planFor(wished, args, place, root);
  tell(importText(wished, plan));
  const agreed = agreedOf(wished, plan, PROJENRC);
  if (plan.existing !== undefined) {
    tellPassages(linesText(plan.existing, plan, place, args.workflow), context);
    return { ...agreed, outcome: 'by-hand', next: stepsByHand(plan.existing, plan, place, args.workflow).map(([step]) => step), ran: [] };
  }
  tell(filesText(plan, place));
  if (args.dryRun) {
    tell(`\n${PROJENRC} would be:\n\n`);
    print(plan.text);
    return { ...agreed, outcome: 'dry-run', next: commandsOf(plan), ran: [] };
  }
  if (terminal && !isYes(await terminal.ask(`\nWrite ${PROJENRC}${args.run ? ', install and synthesize' : ''}? [yes] `))) {
    tell('\nNothing was written.\n');
    return undefined;
  }
  terminal?.close();
  return { ...agreed, ...await carryOut(plan, args, context, edges) };
}

function commandsOf({ next: { install, synthesize } }: Plan): string[] {
  return [...install === undefined ? [] : [install], synthesize];
}

function isYes(answer: string): boolean {
  return /^(y(es)?)?$/i.test(answer);
}

/** @throws Error where it fails for what nobody can know beforehand, such as a full disk */
function writeDeclaration(file: string, text: string): void {
  try {
    replaceFile(file, text);
  } catch (error) {
    throw new Error(`${PROJENRC} cannot be written: ${(error as Error).message}. Nothing was written.`);
  }
}

async function carryOut(plan: Plan, args: InitArguments, context: BareContext, edges: Edges): Promise<Omit<InitOutput, keyof Agreed>> {
  const { print, tell, root } = context;
  writeDeclaration(path.join(root, PROJENRC), plan.text);
  tell(writtenText(plan));
  const commands = commandsOf(plan);
  if (!args.run) {
    tellPassages([...nextText(commands), ...afterwardsText(plan, args.workflow)], context);
    return { outcome: 'written', next: commands, ran: [] };
  }
  const ran: RanCommand[] = [];
  for (const [index, command] of commands.entries()) {
    print(`\n$ ${command}\n`);
    const ended = await timed(edges.run(command, context, args.json));
    ran.push({ command, code: ended.code });
    if (ended.code !== 0) {
      tellPassages(failedText(ended, commands.slice(index)), context);
      return { outcome: 'failed', next: commands.slice(index), ran };
    }
    tell(`${SIGNS.good} done in ${ended.took}\n`);
  }
  if (args.replace) {
    rmSync(fileIn(root, args.workflow!));
    tell(`\n${SIGNS.good} '${args.workflow}' is deleted.\n`);
  }
  tellPassages(afterwardsText(plan, args.replace ? undefined : args.workflow), context);
  return { outcome: 'written', next: [], ran };
}
