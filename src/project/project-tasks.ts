import { javascript, type Project } from 'projen';
import { programsOf } from './programs';
import { MODEL_COMMANDS } from '../command-list';

/** How a projen project calls a command of this package. */
export function commandsOf(root: Project): (name: string) => string {
  // projen's tasks find the commands of packages only in projects whose package.json it writes
  return javascript.NodePackage.of(root) ? (name) => `projen-tag-build ${name}` : programsOf(root).command;
}

/** Adds one task a command. They read the committed models; none of them runs the projenrc. */
export function addTasks(root: Project, command: (name: string) => string): void {
  for (const [name, { description }] of Object.entries(MODEL_COMMANDS)) {
    root.addTask(`tag-build:${name}`, { description, exec: command(name), receiveArgs: true });
  }
}
