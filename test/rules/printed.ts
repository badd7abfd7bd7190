import { TagBuildError } from '../../src/rules/problems';
import type { Case } from '../cases/case';
import { inNewDirectory, synthesize, write } from '../cases/harness';

/** Everything that a declaration makes the synthesis print; what it throws stands at the end. */
export function printed({ before, project, declare }: Case): string {
  return inNewDirectory((dir) => {
    write(dir, before ?? {});
    const root = project(dir);
    const lines: string[] = [];
    root.logger.warn = root.logger.info = (...text) => { lines.push(...text.map(String)); };
    try {
      declare(root);
      synthesize(root);
    } catch (error) {
      if (!(error instanceof TagBuildError)) { throw error; }
      lines.push(error.message);
    }
    return lines.join('\n');
  });
}

/** A problem as it was printed, without its layout. */
export interface PrintedProblem {
  readonly rule: string;
  readonly says: readonly [string, string];
}

/** The problems in what was printed. */
export function problemsIn(text: string): PrintedProblem[] {
  return [...text.matchAll(/^ {2}([a-z0-9-]+) {4,}(\S.*)\n {6,}(\S.*)$/gm)].map(([, rule, what, fix]) => ({ rule, says: [what, fix] }));
}
