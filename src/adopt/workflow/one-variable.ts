import type { PlannedJob } from './plan-job';
import { OF_THE_RUNNER, type PlannedLeg } from './plan-leg';

/** A secret is declared once, with one variable: where the original has it in several, the build hands it on. */
export function oneVariableEach(planned: readonly PlannedJob[]): PlannedJob[] {
  const legs = planned.flatMap((job) => job.legs);
  const uses = legs.flatMap(({ secrets }) => Object.entries(secrets));
  const variableOf = (secret: string): string => {
    const [first, ...others] = [...new Set(uses.filter(([, name]) => name === secret).map(([variable]) => variable))];
    return others.length || OF_THE_RUNNER.test(first) ? secret : first;
  };
  return planned.map((job) => ({ ...job, legs: job.legs.map((leg) => withVariables(leg, variableOf)) }));
}

function withVariables(leg: PlannedLeg, variableOf: (secret: string) => string): PlannedLeg {
  const all = Object.entries(leg.secrets);
  const others = all.filter(([variable, secret]) => variable !== variableOf(secret));
  return others.length === 0 ? leg : {
    ...leg,
    secrets: Object.fromEntries(all.map(([, secret]) => [variableOf(secret), secret])),
    commands: [...others.map(([variable, secret]) => `export ${variable}="$${variableOf(secret)}"`), ...leg.commands],
  };
}
