import { rmSync } from 'node:fs';
import * as path from 'node:path';
import type { InitArguments } from './arguments';
import { drafted } from './drafted';
import { type Plan, planFor, PROJENRC } from './plan';
import { afterwardsText, answersText, failedText, filesText, foundText, importText, linesText, nextText, placeText, writtenText } from './report';
import type { Place } from '../../adopt/survey/place';
import { survey } from '../../adopt/survey/survey';
import type { Engine } from '../../github/workflow-engine';
import { fileIn } from '../../outside/checkout';
import { replaceFile } from '../../outside/replace-file';
import { InputEnded, Interrupted, type Terminal } from '../../outside/terminal';
import { SIGNS } from '../../text/signs';
import type { BareContext } from '../command';
import { EXIT } from '../exit-codes';
import { tellPassages } from '../passages';

/** What reaches beyond the files. */
export interface Edges {
  readonly place: (context: BareContext) => Promise<Place>;
  /** Undefined where nobody can be asked. */
  readonly terminal: () => Terminal | undefined;
  readonly engine: () => Promise<Engine>;
  /** Runs a command that talks to the terminal itself. @returns its exit code */
  readonly run: (command: string, context: BareContext) => Promise<number | null>;
}

/** Looks, says what it found and what it will do, and only then does it. */
export async function init(args: InitArguments, context: BareContext, edges: Edges): Promise<number> {
  const place = await edges.place(context);
  const terminal = args.yes ? undefined : edges.terminal();
  try {
    const plan = await agreedPlan(args, context, place, terminal, edges.engine);
    terminal?.close();
    return plan ? await carryOut(plan, args, context, edges) : EXIT.ok;
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

/** Undefined where nothing is to be written. */
async function agreedPlan(args: InitArguments, context: BareContext, place: Place, terminal: Terminal | undefined, engine: Edges['engine']): Promise<Plan | undefined> {
  const { print, tell, root } = context;
  tell((args.workflow === undefined ? foundText(survey(place, args.answers)) : '') + placeText(place));
  const wished = await drafted(args, place, terminal, engine);
  tell(answersText(wished.survey, wished.answers));
  const plan = planFor(wished, args, place, root);
  tell(importText(wished, plan));
  if (plan.existing !== undefined) {
    tellPassages(linesText(plan.existing, plan, place, args.workflow), context);
    return undefined;
  }
  tell(filesText(plan, place));
  if (args.dryRun) {
    tell(`\n${PROJENRC} would be:\n\n`);
    print(plan.text);
    return undefined;
  }
  if (terminal && !isYes(await terminal.ask(`\nWrite ${PROJENRC}${args.run ? ', install and synthesize' : ''}? [yes] `))) {
    tell('\nNothing was written.\n');
    return undefined;
  }
  return plan;
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

async function carryOut(plan: Plan, args: InitArguments, context: BareContext, edges: Edges): Promise<number> {
  const { print, tell, root } = context;
  const { install, synthesize } = plan.next;
  writeDeclaration(path.join(root, PROJENRC), plan.text);
  tell(writtenText(plan));
  if (!args.run) {
    tellPassages([...nextText(plan), ...afterwardsText(plan, args.workflow)], context);
    return EXIT.ok;
  }
  const commands = [...install === undefined ? [] : [install], synthesize];
  for (const [index, command] of commands.entries()) {
    print(`\n$ ${command}\n`);
    const code = await edges.run(command, context);
    if (code !== 0) {
      tellPassages(failedText(code, commands.slice(index)), context);
      return EXIT.found;
    }
  }
  if (args.replace) {
    rmSync(fileIn(root, args.workflow!));
    tell(`\n${SIGNS.good} '${args.workflow}' is deleted.\n`);
  }
  tellPassages(afterwardsText(plan, args.replace ? undefined : args.workflow), context);
  return EXIT.ok;
}
