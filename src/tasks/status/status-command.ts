import { STATUS_LINE, type StatusArguments, statusArguments } from './arguments';
import { exitCodeOf, outputOf, statusText } from './report';
import { statusOf } from './status';
import type { Engine } from '../../github/workflow-engine';
import type { Command, Context } from '../command';
import { jsonText } from '../json';
import { loadEngine } from '../plan/load-engine';

/** The command with an engine of one's choice. */
export function statusBy(load: () => Promise<Engine>): Command {
  return {
    line: STATUS_LINE,
    prepare: (args) => {
      const options = statusArguments(args);
      return async (context) => status(options, context, new Date(), load);
    },
  };
}

export const statusCommand = statusBy(loadEngine);

/** Exit codes as `exitCodeOf` says. */
export async function status({ json, ...options }: StatusArguments, context: Context, now: Date, load: () => Promise<Engine>): Promise<number> {
  const found = await statusOf(context, { ...options, now, load });
  // with addresses that are wider than the terminal, which stay whole
  context.print(json ? jsonText(outputOf(found)) : statusText(found, context.look.width));
  return exitCodeOf(found);
}
