import type { KnownCause } from '../known-cause';

export const npmScriptMissing: KnownCause = {
  id: 'npm-script-missing',
  title: 'package.json has no such script',
  signs: [
    /^npm (?:ERR!|error) Missing script: "?(?<script>[^"]{1,200})"?$/,
    /^ERR_PNPM_NO_SCRIPT +Missing script: (?<script>.{1,200})$/,
  ],
  cause: 'The build runs the script {script|of the platform}, which the package.json of the directory does not have.',
  cure: 'Write it there, or correct `script` or `workingDirectory` in the declaration.',
  then: 'new-tag',
  before: 'doctor',
  sources: ['https://github.com/npm/cli/blob/latest/lib/commands/run.js'],
};
