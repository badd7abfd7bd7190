import type { Drafted } from './drafted';
import { type Plan, PROJENRC } from './plan';
import type { PlannedFile } from './planned-files';
import type { Place } from '../../adopt/survey/place';
import type { Survey } from '../../adopt/survey/survey';
import { printReport } from '../../adopt/workflow/print-report';
import type { Output } from '../../model/outputs';
import { SIGNS } from '../../text/signs';
import { andList, count } from '../../text/words';
import { wholeLines, type Passage } from '../passages';
import { type Ended, endText } from '../timed';

/** What was found; a workflow that is read has a report of its own. */
export function foundText({ found }: Survey): string {
  return columns('Found', found.map(({ what, where = '' }) => [what, where]));
}

/** What a person should know of the place. */
export function placeText({ git }: Place): string {
  return git?.isDirty ? `\n${SIGNS.warning} Something here is not committed yet. It stays as it is; commit it first, and "git diff" shows what is changed.\n` : '';
}

/** What each question came to, and how it is answered otherwise. */
export function answersText({ questions }: Survey, answers: Readonly<Record<string, string>>): string {
  return questions.length ? `\n${columns('Answers', questions.map(({ id, default: proposed }) => [`--${id}`, answers[id] ?? proposed]))}` : '';
}

const ABOUT: Readonly<Record<Output['option'], string>> = {
  'id': 'the workflow',
  'rehearse': 'a workflow beside it',
  'setupDoc.path': 'how to set it up, and what to do when it fails',
  'readme.path': 'a section on the build',
  'publish': 'the script that publishes',
};

/** What became of the workflow that was read, if one was. */
export function importText({ imported }: Drafted, { text, report }: Plan): string {
  return imported ? `\n${printReport(report, { ...imported.lines, after: text.split('\n').length - 1, isCompared: true })}\n` : '';
}

/** Every file that will be there, or be another, when all is done. */
export function filesText({ draft, planned, installed, ignores, taken }: Plan, { exists }: Place): string {
  const about = ({ path, option }: PlannedFile) => option === undefined ? 'for projen and the commands' : ABOUT[option] + (exists(path) ? ', all else stays' : '');
  const rows = [
    [PROJENRC, 'the declaration: init writes it'],
    ...planned.map((file) => [file.path, about(file)] as const),
    ...installed.map((path) => [path, 'changed by the installation'] as const),
    ...ignores ? [['.gitignore', 'node_modules, in a marked block'] as const] : [],
  ] as const;
  return `${taken === undefined ? '' : `\n'${taken}' is there already, so the build is called ${draft.id}.\n`}\n${columns('Files', rows)}`;
}

export function writtenText({ text }: Plan): string {
  const decisions = text.split('// decide: ').length - 1;
  return `\n${SIGNS.good} ${PROJENRC} is written.\n${decisions ? `${SIGNS.warning} Look for "decide:" in it: ${count(decisions, 'thing is', 'things are')} yours to decide.\n` : ''}`;
}

/** What a person runs next. */
export function nextText(commands: readonly string[]): Passage[] {
  return ['\nNext:\n', wholeLines(commands)];
}

/** @param left what is still to be run, the command that failed first */
export function failedText({ code, took }: Ended, left: readonly string[]): Passage[] {
  return [
    `\n${SIGNS.bad} This command failed after ${took} (${endText(code)}). ${PROJENRC} stays, and so does everything else.`
    + ' Mend what it says, and run what is left:\n',
    wholeLines(left),
  ];
}

/** @param left the workflow that was read and is still there */
export function afterwardsText({ next: { again }, planned }: Plan, left: string | undefined): Passage[] {
  const doc = planned.find(({ option }) => option === 'setupDoc.path')!.path;
  return [
    left === undefined ? '' : `\n${SIGNS.warning} '${left}' is still there, and a tag would start both: delete it when the new one is committed.\n`,
    `\nRead ${doc}: its checklist says what to do before the first tag. Commit everything, with .projen/.\n`,
    'After each change of the declaration:\n',
    wholeLines([again]),
  ];
}

/** In a projen project, where nothing is written: what to do, with the code that it is about. */
export function stepsByHand(
  existing: string,
  { text, dependency, next, planned }: Plan,
  { read }: Place,
  workflow: string | undefined,
): (readonly [step: string, code?: string])[] {
  const declared = read(existing) ?? '';
  const isKnown = IMPORTED.test(declared);
  return [
    ...isKnown ? [] : [[dependency] as const],
    [
      `Put these lines into ${existing}, before project.synth(); where the project has another name there, write that one.${read(existing) === undefined ? ELSEWHERE : ''}`,
      text.trimEnd(),
    ],
    [`Run "${isKnown && declared.includes('TagBuildProject') ? next.synthesize : 'npx projen'}". It writes ${andList(planned.map(({ path }) => path))}.`],
    ...workflow === undefined ? [] : [[`Delete '${workflow}': a tag would start both.`] as const],
  ];
}

export function linesText(existing: string, plan: Plan, place: Place, workflow: string | undefined): Passage[] {
  const steps = stepsByHand(existing, plan, place, workflow);
  return [
    `\n${existing} is there already, so nothing is written. ${IMPORTED.test(place.read(existing) ?? '') ? 'It declares a tag build; to declare another:' : 'What to do:'}\n`,
    ...steps.flatMap(([step, code], index): Passage[] => [`\n${index + 1}. ${step}\n`, ...code === undefined ? [] : [{ whole: `\n${code}\n` }]]),
  ];
}

/** Where a project has no projenrc file of a language that a draft is printed in. */
const ELSEWHERE = ' The lines are TypeScript. In another language of projen, such as Java, the words are the same: write them in that one.';

/** How any language calls the package that it imports. */
const IMPORTED = /projen[-_]tag[-_]build/;

function columns(title: string, rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(0, ...rows.map(([first]) => first.length)) + 2;
  return [title, ...rows.map(([first, second]) => `  ${first.padEnd(width)}${second}`.trimEnd()), ''].join('\n');
}
