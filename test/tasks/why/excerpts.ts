import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a tool has printed in a run somewhere in public, as GitHub logs it. */
export interface Excerpt {
  /** The id of the cause that it shows. */
  readonly cause: string;
  /** Where it was seen; '' for one that looks alike and means something else. */
  readonly source: string;
  readonly lines: readonly string[];
}

const DIRECTORY = join(__dirname, 'excerpts');

/** One file a cause: excerpts below their addresses, then a near miss below what it is. */
export const EXCERPTS: readonly Excerpt[] = readdirSync(DIRECTORY).sort().flatMap((file) =>
  readFileSync(join(DIRECTORY, file), 'utf8').split(/^== /m).slice(1).map((block) => {
    const [head, ...lines] = block.trimEnd().split('\n');
    return { cause: file.replace(/\.txt$/, ''), source: head.startsWith('not: ') ? '' : head, lines };
  }));
