import { runCheck } from './check-command';
import type { Run } from './command';
import type { CommandName } from '../command-list';
import { runDoctor } from './doctor/doctor-command';
import { runPins } from './pins/pins-command';
import { runPlan } from './plan/plan-command';
import { runRehearse } from './rehearse/rehearse-command';

/** What runs each command. */
export const commands: Readonly<Record<CommandName, Run>> = {
  check: runCheck,
  doctor: runDoctor,
  pins: runPins,
  plan: runPlan,
  rehearse: runRehearse,
};
