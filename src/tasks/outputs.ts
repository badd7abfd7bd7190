import type { CheckOutput } from './check-command';
import type { BareContext } from './command';
import type { DoctorOutput } from './doctor/report';
import type { InitOutput } from './init/output';
import { liveLines } from './live';
import type { PinsOutput } from './pins/report';
import type { PlanOutput } from './plan/plan-command';
import type { RehearseOutput } from './rehearse/output';
import type { RemoveOutput } from './remove/output';

/** What each command prints by `--json`. The published schema is made of it; what is added to a type leaves its version as it is. */
export interface Outputs {
  readonly check: CheckOutput;
  readonly doctor: DoctorOutput;
  readonly init: InitOutput;
  readonly pins: PinsOutput;
  readonly plan: PlanOutput;
  readonly rehearse: RehearseOutput;
  readonly remove: RemoveOutput;
}

/** The option, which is the same everywhere. */
export const JSON_OPTION = { value: '', about: 'print what comes of it as one JSON document, and nothing else' } as const;

/** The same context, whose standard output is kept for a document: what is said meanwhile goes elsewhere. */
export function besideJson<C extends BareContext>(context: C, say: (text: string) => void): C {
  return { ...context, print: (text: string) => say(text), tell: say, live: () => liveLines(say, () => {}, { ...context.look, redraws: false }) };
}

/** A document as it is printed. */
export function jsonText(document: Outputs[keyof Outputs]): string {
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
