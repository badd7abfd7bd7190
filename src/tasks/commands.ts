import { checkCommand } from './check-command';
import type { BareCommand, Command } from './command';
import type { CommandName } from '../command-list';
import { completionOf } from './completion/completion-command';
import { doctorCommand } from './doctor/doctor-command';
import { initCommand } from './init/init-command';
import { pinsCommand } from './pins/pins-command';
import { planCommand } from './plan/plan-command';
import { rehearseCommand } from './rehearse/rehearse-command';
import { releaseCommand } from './release/release-command';
import { removeCommand } from './remove/remove-command';
import { statusCommand } from './status/status-command';
import { synthCommand } from './synth/synth-command';
import { whyCommand } from './why/why-command';

/** Each command, by the name under which the tasks know it. */
export const commands: Readonly<Record<CommandName, BareCommand | Command>> = {
  check: checkCommand,
  completion: completionOf(() => commands),
  doctor: doctorCommand,
  init: initCommand,
  pins: pinsCommand,
  plan: planCommand,
  rehearse: rehearseCommand,
  release: releaseCommand,
  remove: removeCommand,
  status: statusCommand,
  synth: synthCommand,
  why: whyCommand,
};
