import { mayEndIn } from '../../github/artifact-patterns';
import { orList } from '../../text/words';
import type { NeededFile } from '../../updaters/updater-kind';

/** What an updater needs and no artifact of a platform can be, a sentence without its end. */
export function missingFile(needed: readonly NeededFile[], artifacts: readonly string[]): string | undefined {
  const missing = needed.find(({ endings }) => !artifacts.some((pattern) => endings.some((ending) => mayEndIn(pattern, ending))));
  return missing && `no artifact ends in ${orList(missing.endings)}, which ${missing.why}`;
}
