import { STATUS_LINE, type StatusArguments, statusArguments } from './arguments';
import { exitCodeOf, jsonText, statusText } from './report';
import { statusOf } from './status';
import type { Engine } from '../../github/workflow-engine';
import { SIGNS } from '../../text/signs';
import type { Command, Context } from '../command';
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
  const { print, look } = context;
  const live = context.live();
  const progress = (names: readonly string[]) => live.update(names.length ? [`${SIGNS.running} looking up ${names.join(', ')}`] : []);
  const found = await statusOf(context, { ...options, now, load, ...!json && look.redraws && { waiting: progress } });
  live.end();
  print(json ? jsonText(found) : statusText(found, look.width));
  return exitCodeOf(found);
}
