import { writeFileSync } from 'node:fs';
import { judgePins, pinsHere } from './judge-pins';
import type { JudgedPin, Release } from './pin';
import { PINS_FILE, pinsInList, raisePins } from './pins-file';
import { exitCodeOf, outputOf, pinText, tallyText, type Written } from './report';
import { fileIn } from '../../outside/checkout';
import { cleaner } from '../../text/clean';
import { distinct } from '../../text/words';
import type { Command, Context } from '../command';
import { type CommandLine, parse, type Parsed } from '../command-line';
import { JSON_OPTION, jsonText } from '../json';

const LINE = {
  usage: ['[--write] [--json]'],
  options: { write: { value: '', about: 'print the lines that raise what is behind' }, json: JSON_OPTION },
  examples: [['pins', 'ask each action for its tags'], ['pins --write', 'see what to put into .projenrc.ts']],
  exits: { found: 'something is behind or wrong', unknown: 'an action could not be asked, and nothing else is behind or wrong' },
  page: 'docs/pins.md',
} as const satisfies CommandLine;

export const pinsCommand: Command = {
  line: LINE,
  prepare: (args) => {
    const { options } = parse(LINE, args);
    return async (context) => comparePins(options, context);
  },
};

/** Exit codes as `exitCodeOf` says, of what is still so in the end. */
async function comparePins({ write, json }: Parsed<typeof LINE>['options'], context: Context): Promise<number> {
  const list = pinsInList(context.read(PINS_FILE) ?? '');
  const judged = await judgePins(pinsHere(context.modelFile.builds.map(({ model }) => model), context.read), context);
  const behind = newer(judged);
  const isListed = list.length > 0;
  const raised = write && isListed && behind.size ? raiseList(judged, behind, context) : [];
  const written = { raised: distinct(raised.map(({ pin: { action } }) => action)), lines: write && !isListed ? overrides(behind) : [] };
  if (json) {
    context.print(jsonText(outputOf(judged, written)));
  } else {
    const clean = cleaner([]);
    for (const one of judged) context.tell(`  ${clean(pinText(one))}\n`);
    context.tell(`\n${tallyText(judged)}\n`);
    if (behind.size) tellHow(written, Boolean(write), isListed, context);
  }
  return exitCodeOf(judged.filter((one) => !raised.includes(one)));
}

/** The newest version of each action that is behind. */
function newer(judged: readonly JudgedPin[]): Map<string, Release> {
  return new Map(judged.flatMap(({ pin, verdict }) => verdict.state === 'behind' ? [[pin.action, verdict.newest] as const] : []));
}

/** @returns those that were raised: pins that only the workflows have change by the next synthesis */
function raiseList(judged: readonly JudgedPin[], behind: ReadonlyMap<string, Release>, { root, read }: Context): JudgedPin[] {
  const raised = judged.filter(({ pin, verdict }) => verdict.state === 'behind' && pin.files.includes(PINS_FILE));
  const raises = new Map(raised.map(({ pin: { action } }) => [action, behind.get(action)!]));
  writeFileSync(fileIn(root, PINS_FILE), raisePins(read(PINS_FILE)!, raises));
  return raised;
}

/** Lines for a projenrc. */
function overrides(behind: ReadonlyMap<string, Release>): string[] {
  return [...behind].map(([action, { version, commit }]) => `project.github!.actions.set('${action}', '${action}@${commit}'); // ${version}`);
}

const HOW_TO_OVERRIDE = '\nPut these lines into .projenrc.ts, behind the TagBuild, and run "npx projen"; in a project without `github`,\n'
  + 'write github.GitHub.of(project)! for project.github!. A newer projen-tag-build may have them already.\n\n';

/** What was done about what is behind, or is to be. */
function tellHow({ raised, lines }: Written, write: boolean, isListed: boolean, { print, tell }: Context): void {
  if (!write) {
    tell(`To ${isListed ? `raise them in ${PINS_FILE}` : 'see the lines that raise them'}, run "npx projen tag-build:pins --write".\n`);
  } else if (isListed) {
    tell(`${raised.length} raised in ${PINS_FILE}. Run "npx projen" and commit what it changes.\n`);
  } else {
    tell(HOW_TO_OVERRIDE);
    lines.forEach((line) => print(`${line}\n`));
  }
}
