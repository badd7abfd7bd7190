import * as path from 'node:path';
import type { StepResult } from './log';
import { SECRET_FILE } from './secret-file';
import type { Model, PlatformModel } from '../../model/model';

export interface Introduction {
  readonly model: Model;
  readonly platform: PlatformModel;
  readonly repository: string;
  readonly commit: string;
  /** Whether the clone has changes that are not committed. */
  readonly changed: boolean;
  /** Where the user's come from. */
  readonly credentials: string;
  /** The file with secrets; undefined for none. */
  readonly secrets: string | undefined;
  /** Whether git would commit that file. */
  readonly exposed: boolean;
  readonly output: string;
}

export interface Produced {
  readonly path: string;
  readonly bytes: number;
}

/** What is going to run, before it does. */
export function introduction(facts: Introduction): string {
  const { model, platform, repository, commit, changed, credentials, secrets, exposed, output } = facts;
  const file = secrets && path.basename(secrets);
  return [
    `The guard and the leg ${platform.name} of ${model.workflowPath}, on this machine, by act. Nothing is published.`,
    `  this repository   ${repository} at ${commit.slice(0, 12)}${changed ? '; what is not committed is not in it' : ''}`,
    ...model.repositories.filter(({ self }) => !self).map(({ name, ref }) => `  checked out too   ${name} at ${ref === 'HEAD' ? 'its default branch' : ref}`),
    `  secrets           ${file ?? `none: there is no ${SECRET_FILE}`}`,
    `  read GitHub by    ${credentials}; git by your own`,
    `  runs              ${platform.run.join(' && ')}`,
    `  artifacts into    ${output}`,
    ...exposed ? [`warning: git would commit ${file}; add it to .gitignore`] : [],
    '',
  ].join('\n');
}

export function stepsText(steps: readonly StepResult[]): string {
  const width = Math.max(...steps.map(({ step }) => step.length), 'step'.length);
  const rows = steps.map(({ step, seconds, result }) => `  ${step.padEnd(width)}  ${seconds.toFixed(1).padStart(7)}  ${result}\n`);
  return `\n  ${'step'.padEnd(width)}  seconds  result\n${rows.join('')}`;
}

export function producedText(directory: string, files: readonly Produced[]): string {
  const rows = files.map(({ path: file, bytes }) => `  ${directory}/${file} (${bytes} bytes)\n`);
  return `\n${rows.length ? `Produced:\n${rows.join('')}` : 'No artifact was produced.\n'}`;
}
