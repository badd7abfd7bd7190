import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { pinsArguments } from './arguments';
import { askTags, type Answer } from './ask-tags';
import { judge } from './judge';
import { type JudgedPin, type Pin, type Release, repositoryOf } from './pin';
import { PINS_FILE, pinsInList, raisePins } from './pins-file';
import { exitCodeOf, pinText, tallyText } from './report';
import { merged, pinsInWorkflow } from './workflow-pins';
import { cleaner } from '../../text/clean';
import type { Context, Run } from '../command';

/** Exit codes as `exitCodeOf` says, of what is still so in the end. */
export const runPins: Run = async (args, context) => {
  const { write } = pinsArguments(args);
  const list = listOf(context);
  const judged = await judgeAll([...list, ...inWorkflows(context)], context);
  const clean = cleaner([]);
  for (const one of judged) context.print(`  ${clean(pinText(one))}\n`);
  context.print(`\n${tallyText(judged)}\n`);
  const behind = newer(judged);
  if (!behind.size) return exitCodeOf(judged);
  if (!write) {
    context.print(`To ${list.length ? `raise them in ${PINS_FILE}` : 'see the lines that raise them'}, run "npx projen tag-build:pins --write".\n`);
    return exitCodeOf(judged);
  }
  if (list.length) return exitCodeOf(raiseList(judged, behind, context));
  context.print(overrides(behind));
  return exitCodeOf(judged);
};

function listOf({ read }: Context): Pin[] {
  return pinsInList(read(PINS_FILE) ?? '');
}

function inWorkflows({ modelFile, read }: Context): Pin[] {
  return modelFile.builds.flatMap(({ model: { workflowPath } }) => pinsInWorkflow(workflowPath, read(workflowPath) ?? ''));
}

/** Each repository is asked once. */
async function judgeAll(pins: readonly Pin[], context: Context): Promise<JudgedPin[]> {
  const answers = new Map<string, Promise<Answer>>();
  return Promise.all(merged(pins).map(async (pin) => {
    const repository = repositoryOf(pin);
    const answer = answers.get(repository) ?? askTags(repository, context);
    answers.set(repository, answer);
    return { pin, verdict: judge(pin, await answer) };
  }));
}

/** The newest version of each action that is behind. */
function newer(judged: readonly JudgedPin[]): Map<string, Release> {
  return new Map(judged.flatMap(({ pin, verdict }) => verdict.state === 'behind' ? [[pin.action, verdict.newest] as const] : []));
}

/** @returns what is left: pins that only the workflows have change by the next synthesis */
function raiseList(judged: readonly JudgedPin[], behind: ReadonlyMap<string, Release>, { root, read, print }: Context): JudgedPin[] {
  const raised = judged.filter(({ pin, verdict }) => verdict.state === 'behind' && pin.files.includes(PINS_FILE));
  const raises = new Map(raised.map(({ pin: { action } }) => [action, behind.get(action)!]));
  writeFileSync(path.join(root, PINS_FILE), raisePins(read(PINS_FILE)!, raises));
  print(`${raises.size} raised in ${PINS_FILE}. Run "npx projen" and commit what it changes.\n`);
  return judged.filter((one) => !raised.includes(one));
}

/** For a projenrc. */
function overrides(behind: ReadonlyMap<string, Release>): string {
  const lines = [...behind].map(([action, { version, commit }]) =>
    `project.github!.actions.set('${action}', '${action}@${commit}'); // ${version}\n`);
  return `\nPut these lines into .projenrc.ts, behind the TagBuild, and run "npx projen"; in a project without \`github\`,\nwrite github.GitHub.of(project)! for project.github!. A newer projen-tag-build may have them already.\n\n${lines.join('')}`;
}
