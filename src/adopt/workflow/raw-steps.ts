import { withoutExpressions } from './script-values';
import { languageOf } from './shells';
import type { StepSource } from './workflow-source';
import { expressionPieces } from '../../github/expressions';
import { PINS, type PinnedAction, pinned, pinnedVersion } from '../../github/pins';
import { type Item } from '../code';
import { stepCode } from '../steps/step-code';
import { isWorkflowToken } from '../steps/used-action';

/** A step that stays a step, ready to be written. */
export interface RawStep {
  readonly source: StepSource;
  /** What a declaration says of it, but for its id. */
  readonly step: StepSource;
  /** The expressions that stood in its script, with the variables that stand for them. */
  readonly names?: ReadonlyMap<string, string>;
}

const SIMPLE_LINE = /^(?!\s*\w+=)(?!\s*(?:if|for|foreach|while|function|dir|copy|del|move|ren|set|echo|type|rd|md|call|start|cls|[A-Z][a-z]+-[A-Z]\w*)\b)(?!.*\.(?:ps1|bat|cmd)\b)[\w@%+=:,./~\-"' \t]*$/;

/** To PowerShell, what goes on behind its quotes is two words. */
const GOES_ON = /(?:^|\s)(?:"[^"]*"|'[^']*')[^\s"']/;

/** Whether bash and PowerShell read a script alike: plain words, one command a line. */
export function isNeutral(run: string): boolean {
  return run.split('\n').every((line) => SIMPLE_LINE.test(line.replace(/\s+&&\s+/g, ' ')) && !/(?:^|\s)-[a-z]*\s*'/i.test(line) && !GOES_ON.test(line));
}

/** A step as it must be written so that it does the same: without expressions in its script, under its own shell. */
export function rawStep(source: StepSource, system: string, env: Readonly<Record<string, string>>): RawStep {
  if (source.run === undefined) {
    return { source, step: { ...source, ...source.uses !== undefined && { uses: pinnedUses(source.uses) } } };
  }
  const values = withoutExpressions(source, system, env);
  const { shell = system === 'windows' && !isNeutral(values.run) ? 'pwsh' : undefined, ...rest } = source;
  return {
    source,
    names: values.names,
    step: { ...rest, run: values.run.replace(/\n+$/, ''), ...shell !== undefined && shell !== 'bash' && { shell }, env: { ...source.env, ...values.env } },
  };
}

/** At our pin, where we have one of that action. */
export function pinnedUses(uses: string): string {
  const [path, ref] = uses.split('@');
  const [owner, name, ...inside] = path.split('/');
  const known = PINS.find(({ action }) => action.toLowerCase() === `${owner}/${name}`.toLowerCase());
  return known === undefined || ref === undefined || /^[0-9a-f]{40}$/.test(ref) ? uses : pinned(known.action as PinnedAction, inside.join('/'));
}

/** What is said of the action of a step that stays, behind what becomes of it. */
export function pinOf({ uses: was }: StepSource, { uses: is }: StepSource): string {
  if (was === undefined || is === undefined || /@[0-9a-f]{40}$|@sha256:|^\.\//.test(was)) {
    return '';
  }
  return was !== is ? `, at ${pinnedVersion(is)}` : ', by a tag that its owner can move: write the full SHA behind the @';
}

/** Whether it can be what a platform runs to build: by bash, in any case. */
export function canBuild({ step }: RawStep, system: string): boolean {
  return step.run !== undefined && commandsOf(step.run).some((command) => command !== '') && step.if === undefined && !step.continueOnError && step.timeoutMinutes === undefined
    && (['bash', undefined].includes(step.shell) || languageOf(step.shell, system) === 'powershell' && isNeutral(step.run))
    && !/GITHUB_(?:OUTPUT|ENV|PATH)\b/.test(step.run) && Object.values(step.env).every((value) => isSecret(value) || isWorkflowToken(value) || !/\bsecrets\s*[.[]/i.test(value));
}

/** Whether a variable holds a secret as a whole. */
export function isSecret(value: string): boolean {
  return !holdsToken(value) && /^\$\{\{\s*secrets\.\w+\s*\}\}$/.test(value);
}

/** Whether a value holds the token of the workflow, alone or with more. */
export function holdsToken(value: string): boolean {
  return expressionPieces(value).expressions.map((expression) => expression.replace(/'(?:[^']|'')*'(?!\s*\])/g, "''"))
    .some((expression) => /(?<![\w.-])(?:github(?![\w-])(?!\s*\.\s*(?!token\b)\w)|secrets\s*(?:\.\s*GITHUB_TOKEN\b|\[\s*'GITHUB_TOKEN'|(?!\s*[.[])\b))/i.test(expression));
}

/** Whether a step names a variable, or is what reads a token by itself. */
export function readsToken({ step: { run, uses, with: inputs, if: condition } }: RawStep, name: string): boolean {
  return uses !== undefined || /\bgh\s/.test(run ?? '') || new RegExp(`\\b${name}\\b`).test(JSON.stringify([run, inputs, condition]));
}

/** Whether a value may stand in the variables of a whole platform. */
export function isForAll(value: string): boolean {
  return !holdsToken(value) && !/(?<![\w.-])(?:secrets|env|jobs|steps|needs|matrix|strategy|inputs)\s*[.[]/i.test(value);
}

/** Whether a value may stand in the variables of a container: no secret, and no token. */
export function isOfContainer(value: unknown): boolean {
  return !holdsToken(String(value)) && !/(?<![\w.-])secrets\s*[.[]/i.test(String(value));
}

export function stepItem(raw: RawStep): Item {
  return { value: stepCode(raw.step), ...raw.step.comments.length && { comments: raw.step.comments } };
}

/** The lines of a script that run one after another; one that spans lines stays whole. */
export function commandsOf(run: string): string[] {
  const lines = run.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  return lines.every((line) => /^[^\\#"'`(){}<|&;]*$/.test(line) || isOneCommand(line)) && lines.every((line) => !/^(?:if|then|else|elif|fi|for|while|until|do|done|case|esac|function|set|cd|export)\b|=/.test(line) || lines.length === 1)
    ? lines : [run.trim()];
}

function isOneCommand(line: string): boolean {
  return /^(?:[^\\#"'`(){}<|&;]|"[^"\\`]*"|'[^']*'|&&)*$/.test(line);
}
