import type { CheckOutput } from './check-command';
import type { DoctorOutput } from './doctor/report';
import type { PinsOutput } from './pins/report';
import type { PlanOutput } from './plan/plan-command';

/** What each command prints by `--json`. The published schema is made of it; what is added to a type leaves its version as it is. */
export interface Outputs {
  readonly check: CheckOutput;
  readonly doctor: DoctorOutput;
  readonly pins: PinsOutput;
  readonly plan: PlanOutput;
}

/** The option, which is the same everywhere. */
export const JSON_OPTION = { value: '', about: 'print what comes of it as one JSON document, and nothing else' } as const;

/** A document as it is printed. */
export function jsonText(document: Outputs[keyof Outputs]): string {
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
