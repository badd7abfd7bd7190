import type { PlannedFile } from './planned-files';
import type { Draft } from '../../adopt/code';
import { ANOTHER } from '../../model/outputs';

/** A draft by an id under which nothing lies yet. */
export interface Free {
  readonly draft: Draft;
  readonly planned: readonly PlannedFile[];
  /** The first file that lies under the id that was wished for; undefined where none does. */
  readonly taken: string | undefined;
}

/** More than anybody has, under one name. */
const MOST = 20;

/**
 * The id of the draft, or the nearest that is free.
 *
 * @param isTaken whether a file of its synthesis lies there already, as another's
 */
export function byFreeId(draft: Draft, planOf: (draft: Draft) => PlannedFile[], isTaken: (file: PlannedFile) => boolean): Free {
  let taken: PlannedFile | undefined;
  for (let n = 0; n < MOST; n++) {
    const named = { ...draft, id: [draft.id, ...n ? ['tag-build'] : [], ...n > 1 ? [n] : []].join('-') };
    const planned = planOf(named);
    const lies = planned.find(isTaken);
    if (!lies) {
      return { draft: named, planned, taken: taken?.path };
    }
    taken ??= lies;
  }
  throw new Error(`'${taken!.path}' is there already, and nothing is overwritten. Choose ${ANOTHER[taken!.option ?? 'publish']}`);
}
