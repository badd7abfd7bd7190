import * as path from 'node:path';
import type { InitArguments } from './arguments';
import type { Drafted } from './drafted';
import { byFreeId, type Free } from './ids';
import { changedByInstall, type NextCommands, nextCommands } from './next-commands';
import { madeBy, mustSynthesize, type PlannedFile, plannedFiles } from './planned-files';
import type { Draft } from '../../adopt/code';
import { packageCommands } from '../../adopt/package-commands';
import { type Form, printDraft } from '../../adopt/print/print-draft';
import { PROJENRCS } from '../../adopt/projenrc';
import { listedIn, type Manager, manifestIn } from '../../adopt/survey/manager';
import { mainRemote, type Place } from '../../adopt/survey/place';
import type { ReportLine } from '../../adopt/workflow/step-reader';
import { repositoryOfRemote } from '../../github/remotes';
import { SHARED } from '../../model/outputs';
import { placeOf, unwritable } from '../../outside/checkout';
import { ignoresPackages } from '../../outside/git-ignore';
import { isGenerated } from '../../text/projen-marker';

/** What a new declaration is written into. */
export const [PROJENRC] = PROJENRCS;

/** All that will be done, before anything is. */
export interface Plan extends Free {
  /** Where a projen project lies, its declaration; undefined where one is made. */
  readonly existing: string | undefined;
  /** A whole file, or the lines that are added to one. */
  readonly text: string;
  readonly next: NextCommands;
  /** What became of the workflow that was read; empty where none was. */
  readonly report: readonly ReportLine[];
  /** Committed files that the installation changes. */
  readonly installed: readonly string[];
  /** Whether `.gitignore` will get a block for `node_modules`. */
  readonly ignores: boolean;
  /** How this package gets into a projen project. */
  readonly dependency: string;
}

/** @throws Error with what stands against it */
export function planFor({ draft: wished, survey, imported }: Drafted, { answers, dryRun }: InitArguments, place: Place, root: string): Plan {
  const { manager } = survey;
  const existing = survey.projenrc ?? (place.exists('.projen') ? 'the projenrc file' : undefined);
  const name = nameOf(place, root);
  const textOf = (draft: Draft) => printDraft(draft, { language: languageOf(existing ?? PROJENRC, place), project: existing === undefined ? 'new' : 'existing', name });
  const free = showing(dryRun ? textOf(wished) : undefined, () =>
    freeOf(wished, (draft) => plannedFiles(draft, name, root, existing === undefined), existing, place));
  if (free.taken !== undefined && answers.id !== undefined) {
    throw new Error(`--id ${answers.id}: '${free.taken}' is there already, and nothing is overwritten. Free is: --id ${free.draft.id}`);
  }
  if (existing === undefined) {
    mustBeWritable([PROJENRC, ...free.planned.map(({ path: file }) => file)], root);
    showing(dryRun ? textOf(free.draft) : undefined, () => mustSynthesize(free.draft, name, root));
  }
  const next = nextCommands(manager, listedIn(manifestIn(place.read('package.json'))));
  return {
    ...free,
    existing,
    text: textOf(free.draft),
    report: imported ? [...imported.report, ...imported.unsaid(madeBy(free.draft, name, root, existing === undefined))] : [],
    next,
    installed: manager && next.install !== undefined ? changedByInstall(manager, place) : [],
    ignores: manager?.isPnp === false && !ignoresPackages(place.read('.gitignore') ?? ''),
    dependency: dependencyOf(existing ?? '', manager, place),
  };
}

function freeOf(wished: Draft, planOf: (draft: Draft) => PlannedFile[], existing: string | undefined, { exists }: Place): Free {
  const isTaken = ({ path: file, option }: PlannedFile) => option !== 'readme.path' && !(existing && option && SHARED.includes(option)) && exists(file);
  return byFreeId(wished, planOf, isTaken);
}

/** @param text of a draft, to be shown where it would not synthesize; undefined where it is not */
function showing<T>(text: string | undefined, find: () => T): T {
  try {
    return find();
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\nNothing was written. ${text === undefined ? 'init --dry-run shows the declaration.' : `The declaration is\n\n${text}`}`);
  }
}

function nameOf({ git }: Place, root: string): string {
  const url = mainRemote(git)?.url;
  return (url && repositoryOfRemote(url, 'github.com')?.split('/')[1]) ?? path.basename(root);
}

function mustBeWritable(files: readonly string[], root: string): void {
  const hindered = files.flatMap((file) => {
    const at = placeOf(root, file);
    const hindrance = at.hindrance ?? unwritable(at, false);
    return hindrance ? [`'${file}' ${hindrance.is}`] : [];
  });
  if (hindered.length) {
    throw new Error(`${hindered.join('\n')}\nNothing was written. Make it possible to write ${hindered.length > 1 ? 'these files' : 'this file'}, and run init again.`);
  }
}

/** By the end of its name; of a plain `.js` the package.json says which modules it holds. */
function languageOf(projenrc: string, place: Place): Form['language'] {
  const end = projenrc.split('.').at(-1)!;
  if (end === 'js') {
    return manifestIn(place.read('package.json')).type === 'module' ? 'mjs' : 'js';
  }
  return ({ cjs: 'js', mjs: 'mjs', py: 'py' } as const)[end] ?? 'ts';
}

function dependencyOf(projenrc: string, manager: Manager | undefined, place: Place): string {
  const option = projenrc.endsWith('.py') ? 'dev_deps' : 'devDeps';
  if (option === 'dev_deps' || isGenerated(place.read('package.json'))) {
    return `Add 'projen-tag-build' to ${option} of the project in ${projenrc}, and run "npx projen", which installs it.`;
  }
  return manager ? `Run "${packageCommands(manager).add} projen-tag-build".` : `Install projen-tag-build where the packages of ${projenrc} lie.`;
}
