import type { Before, Made } from './updater-part';
import { partOf } from './updater-parts';
import type { FoundFile } from '../assemble/legs';
import type { NamedFile } from '../assemble/problems';
import type { UpdaterPlan } from '../contract';

/** A file of the release, before it has its name. */
export interface CalledFile extends FoundFile {
  /** By what an updater reads; undefined is as the build did. */
  readonly called: string | undefined;
  /** Whether that is its name in the release, whatever the others are called. */
  readonly kept: boolean;
}

/** What the updaters make of the files of all legs. */
export interface Updates {
  /** All but those of which others are made. */
  readonly files: readonly CalledFile[];
  /** With all problems, those too that were there before the files had names. */
  made(files: readonly NamedFile[]): Promise<Made>;
}

export async function updatesOf(plans: readonly UpdaterPlan[], found: readonly FoundFile[]): Promise<Updates> {
  const known: Before[] = [];
  for (const plan of plans) {
    known.push(await partOf(plan).before(plan, found));
  }
  const taken = new Set(known.flatMap((before) => before.taken));
  const names = new Map(known.flatMap((before) => [...before.names]));
  const kept = new Set(known.flatMap((before) => before.kept ?? []));
  return {
    files: found.filter((file) => !taken.has(file)).map((file) => ({ ...file, called: names.get(file), kept: kept.has(file) })),
    made: async (files) => {
      const made: Made[] = [];
      for (const [index, plan] of plans.entries()) {
        made.push(await partOf(plan).after(plan, files, known[index]));
      }
      return { files: made.flatMap((one) => one.files), problems: [...known, ...made].flatMap(({ problems }) => problems) };
    },
  };
}
