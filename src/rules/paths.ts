import type { Finding } from './rule';
import { pathComplaint as complaintOf, type Inside, seen } from '../github/checkout-paths';
import type { Complaint } from '../github/complaint';
import { BETWEEN } from '../render/workflow/handed-on-steps';

/** What is wrong with a path that has to lie inside a directory. */
export function pathComplaint(where: string, path: string, inside: Inside): Finding[] {
  const complaint = complaintOf(path, inside) ?? (inside === 'workspace' ? emptiedComplaint(path) : undefined);
  return complaint ? [{ where, what: `the path '${seen(path)}' ${complaint.why}`, fix: complaint.hint }] : [];
}

function emptiedComplaint(path: string): Complaint | undefined {
  return path.split('/')[0].toLowerCase() === BETWEEN
    ? { why: `lies in '${BETWEEN}', which is emptied when files have been handed on`, hint: 'Choose another directory.' }
    : undefined;
}
