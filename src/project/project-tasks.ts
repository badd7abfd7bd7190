import { javascript, type Project } from 'projen';
import { COMMANDS } from '../command-list';

/** Adds one task a command. They read the committed models; none of them runs the projenrc. */
export function addTasks(root: Project): void {
  // projen's tasks find the commands of packages only in projects with a package.json
  const run = javascript.NodePackage.of(root) ? 'projen-tag-build' : 'npx --no -- projen-tag-build';
  for (const [name, { description }] of Object.entries(COMMANDS)) {
    root.addTask(`tag-build:${name}`, { description, exec: `${run} ${name}`, receiveArgs: true });
  }
}
