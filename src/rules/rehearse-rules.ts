import { rehearseBranchImpossible } from './rehearse-branch-impossible';
import { rehearseEnvironment } from './rehearse-environment';
import { rehearseIdle } from './rehearse-idle';
import { rehearsePlatformUnknown } from './rehearse-platform-unknown';
import { rehearseRunnerExposed } from './rehearse-runner-exposed';
import { rehearseScheduleMalformed } from './rehearse-schedule-malformed';
import { rehearseScheduleOnTheHour } from './rehearse-schedule-on-the-hour';
import { rehearseSigningUnfit } from './rehearse-signing-unfit';
import type { Rule } from './rule';

/** The rules about rehearsals and the watch, in the order in which their problems are printed. */
export const rehearseRules: readonly Rule[] = [
  rehearseIdle,
  rehearseBranchImpossible,
  rehearseScheduleMalformed,
  rehearseScheduleOnTheHour,
  rehearsePlatformUnknown,
  rehearseSigningUnfit,
  rehearseEnvironment,
  rehearseRunnerExposed,
];
