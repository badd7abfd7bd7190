import { DOCTOR_LINE, type DoctorArguments, doctorArguments } from './arguments';
import { type Hearer, lookUp } from './look-up';
import { exitCodeOf, findingText, headingText, outputOf, prefaceText, summaryText, tallyOf } from './report';
import type { Command, Context } from '../command';
import { jsonText } from '../json';

export const doctorCommand: Command = {
  line: DOCTOR_LINE,
  prepare: (args) => {
    const options = doctorArguments(args);
    return async (context) => doctor(options, context, new Date());
  },
};

/** Exit codes as `exitCodeOf` says. */
export async function doctor({ json, timeout }: DoctorArguments, context: Context, now: Date): Promise<number> {
  const { preface, findings } = await lookUp(context, { timeout, now, ...!json && { heard: printed(context.tell) } });
  const tally = tallyOf(findings);
  json ? context.print(jsonText(outputOf(preface, findings))) : context.tell(summaryText(tally));
  return exitCodeOf(tally);
}

function printed(tell: Context['tell']): Hearer {
  return {
    preface: (preface) => tell(prefaceText(preface)),
    finding: ({ group, first, finding }) => {
      if (first) tell(headingText(group));
      tell(findingText(finding));
    },
  };
}
