import { distinct } from '../text/words';

/** An action of another repository, as it stands behind `uses:`. */
export interface UsedAction {
  /** `owner/name`, as a policy names it. */
  readonly name: string;
  readonly pinned: boolean;
}

/** The actions that a policy has to allow. Those of the repository itself and images of containers are no business of it. */
export function usedActions(uses: readonly string[]): UsedAction[] {
  const remote = uses.filter((value) => /^[\w.-]+\/[\w.-]+(\/|@|$)/.test(value) && !value.startsWith('.'));
  const names = distinct(remote.map(nameOf)).sort();
  return names.map((name) => ({ name, pinned: remote.filter((value) => nameOf(value) === name).every(isPinned) }));
}

function nameOf(uses: string): string {
  return uses.split('@')[0].split('/').slice(0, 2).join('/');
}

function isPinned(uses: string): boolean {
  return /@[0-9a-f]{40}$/.test(uses);
}
