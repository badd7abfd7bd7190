import type { Finding } from './rule';
import { pathComplaint as complaintOf, type Inside, seen } from '../github/checkout-paths';

/** What is wrong with a path that has to lie inside a directory. */
export function pathComplaint(where: string, path: string, inside: Inside): Finding[] {
  const complaint = complaintOf(path, inside);
  return complaint ? [{ where, what: `the path '${seen(path)}' ${complaint.why}`, fix: complaint.hint }] : [];
}
