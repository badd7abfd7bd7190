/** Commands that read the committed models. Each is a task of projen's, too. */
export const MODEL_COMMANDS = {
  check: { description: 'Compare workflow, setup doc and README section on disk with the committed model' },
  doctor: { description: 'Look up what a tag needs: secrets, repositories, settings, runners' },
  pins: { description: 'Compare the pinned actions with their tags' },
  plan: { description: 'Say what a tag would do, or which tags come next' },
  rehearse: { description: 'Run a leg on this machine, or all on GitHub, publishing nothing' },
  release: { description: 'From a commit to a public release: look, ask, raise the version, tag, push, follow' },
  status: { description: 'Show the last tags and runs, what is public, and what is behind' },
  why: { description: 'Say why a run failed, and what to do' },
} as const;

/** Every command, by name, and what it does. Apart from what they run, which the library does not load. */
export const COMMANDS = {
  ...MODEL_COMMANDS,
  completion: { description: 'Print what completes these commands in bash, zsh or fish' },
  init: { description: 'Look at this repository and declare its tag build' },
  remove: { description: 'Take back what tag builds have put into this repository' },
  synth: { description: 'Make the files anew from the declaration, in a repository without packages of its own, too' },
} as const;

export type CommandName = keyof typeof COMMANDS;
