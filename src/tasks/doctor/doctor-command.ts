import { DOCTOR_LINE, type DoctorArguments, doctorArguments } from './arguments';
import { type Hearer, lookUp } from './look-up';
import { exitCodeOf, findingText, headingText, jsonText, prefaceText, summaryText, tallyOf } from './report';
import type { Command, Context } from '../command';

export const doctorCommand: Command = {
  line: DOCTOR_LINE,
  prepare: (args) => {
    const options = doctorArguments(args);
    return async (context) => doctor(options, context, new Date());
  },
};

/** Exit codes as `exitCodeOf` says. */
export async function doctor({ json, timeout }: DoctorArguments, context: Context, now: Date): Promise<number> {
  const { print } = context;
  const { preface, findings } = await lookUp(context, { timeout, now, ...!json && { heard: printed(print) } });
  const tally = tallyOf(findings);
  print(json ? jsonText(preface, findings) : summaryText(tally));
  return exitCodeOf(tally);
}

function printed(print: Context['print']): Hearer {
  return {
    preface: (preface) => print(prefaceText(preface)),
    finding: ({ group, first, finding }) => {
      if (first) print(headingText(group));
      print(findingText(finding));
    },
  };
}
