import { signingOf } from './leg-signing';
import { brief, leftOut, nameOf, understood } from './report-lines';
import type { StepReader } from '../workflow/step-reader';

/** Variables and steps by which apps are signed. Those of a whole job are asked of `signingOf`. */
export const signing: StepReader = {
  read: (step, leg) => {
    const { signing: codes, taken, given, foreign, replaced } = signingOf(leg);
    const replacement = replaced.get(step.line);
    if (replacement) {
      const { became, isGone, ...kept } = replacement;
      const report = isGone ? [leftOut(step, nameOf(step), became)] : [
        understood(step, became),
        leftOut(step, `${nameOf(step)} as a step of its own`, `it is one script with what signs, which is given ${given.join(', ')}`),
      ];
      return { signing: codes, ...kept, report };
    }
    const own = Object.keys(step.env).filter((name) => taken.includes(name));
    const others = Object.keys(step.env).filter((name) => foreign.includes(name));
    const env = Object.fromEntries(Object.entries(step.env).filter(([name]) => !own.includes(name) && !others.includes(name)));
    return own.length + others.length === 0 ? undefined : {
      ...own.length && { signing: codes },
      rest: { ...step, env },
      report: [
        ...own.length ? [understood(step, codes.map(brief).join(', '), `${own.join(', ')} of ${nameOf(step)}`)] : [],
        ...others.length ? [leftOut(step, others.join(', '), `nothing on ${leg.system} reads ${others.length === 1 ? 'it' : 'them'}`)] : [],
      ],
    };
  },
};
