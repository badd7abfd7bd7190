import { WHY_LINE, whyArguments } from './arguments';
import { loadWhy } from './load-why';
import type { Command } from '../command';

export const whyCommand: Command = {
  line: WHY_LINE,
  prepare: (args) => {
    const options = whyArguments(args);
    return async (context) => loadWhy().why(options, context);
  },
};
