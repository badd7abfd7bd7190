import { pathComplaint } from './checkout-paths';
import type { Complaint } from './complaint';

/**
 * Filters of git that GitHub serves.
 *
 * @see https://git-scm.com/docs/git-rev-list#Documentation/git-rev-list.txt---filterltfilter-specgt
 */
const FILTER = /^(?:blob:none|blob:limit=\d+[kmg]?|tree:\d+)$/;

/** What speaks against a filter. */
export function filterComplaint(filter: string): Complaint | undefined {
  return FILTER.test(filter) ? undefined : {
    why: 'is no filter that GitHub serves',
    hint: "Write 'blob:none', 'blob:limit=1m' or 'tree:0'.",
  };
}

/** Whether they are patterns as in a .gitignore, and not directories. */
export function arePatterns(sparse: readonly string[]): boolean {
  return sparse.some((entry) => /^[!/]|[*?[]/.test(entry));
}

/** What speaks against one entry. */
export function sparseComplaint(entry: string, sparse: readonly string[]): Complaint | undefined {
  if (/[\n\r]/.test(entry)) return { why: 'has a line break', hint: 'Write one entry for each.' };
  if (entry !== entry.trim()) return { why: 'has a space at an end, which is lost', hint: 'Leave it out.' };
  if (entry.startsWith('-')) return { why: "begins with '-', which git takes for an option", hint: `Write './${entry}'.` };
  if (entry.startsWith('#')) return { why: "begins with '#', which git takes for a comment", hint: 'Name the directory above it.' };
  return arePatterns(sparse) ? undefined : pathComplaint(directoryOf(entry), 'workspace');
}

function directoryOf(entry: string): string {
  return entry.replace(/^\.(?:\/|$)|\/$/g, '');
}

/** Whether a sparse checkout certainly leaves a directory out; of patterns nothing is certain. Those above one that is there are there. */
export function leavesOut(sparse: readonly string[], directory: string): boolean {
  return sparse.length > 0 && directory !== '' && !arePatterns(sparse) && !sparse.map(directoryOf).some((entry) =>
    entry === '' || entry === directory || directory.startsWith(`${entry}/`) || entry.startsWith(`${directory}/`));
}
