import { leftOut, nameOf, understood } from './report-lines';
import { fromWorkspace, isAskedFor, usedAction } from './used-action';
import { artifactPatternProblem } from '../../github/artifact-patterns';
import { distinct } from '../../text/words';
import { call } from '../code';
import type { LegSource, ReportLine, StepMeaning, StepReader } from '../workflow/step-reader';
import type { StepSource } from '../workflow/workflow-source';

/** Inputs of actions/upload-artifact that a run of ours decides by itself. */
const DECIDED: Readonly<Record<string, string>> = {
  'if-no-files-found': 'every pattern must match a file',
  'compression-level': 'what is compressed already is stored as it is',
  'overwrite': 'a re-run takes the place of what it left before',
  'include-hidden-files': 'hidden files are left out',
  'archive': 'files keep their permissions in an archive of ours',
};

/** How artifacts are left for people and for other jobs, and how these fetch them. */
export const artifacts: StepReader = {
  read: (step, leg) => {
    switch (usedAction(step)?.name) {
      case 'actions/upload-artifact': return isAskedFor(step, leg) ? undefined : uploaded(step, leg);
      case 'actions/download-artifact': return isAskedFor(step, leg) ? undefined : downloaded(step);
      default: return undefined;
    }
  },
};

function uploaded(step: StepSource, leg: LegSource): StepMeaning | undefined {
  const { name = 'artifact', path = '' } = step.with;
  const all = patternsOf(path);
  const days = /^([1-9]|[1-8]\d|90)$/.exec(step.with['retention-days']?.trim() ?? '')?.[1];
  if (all === undefined) {
    return undefined;
  }
  const { kept, foreign, metadata } = sorted(all, leg);
  return {
    artifacts: kept,
    artifactName: name.trim(),
    ...metadata.length && { updater: call('Updater.electronBuilder') },
    ...days && { options: { retentionDays: Number(days) } },
    report: [
      understood(step, `artifacts: ${kept.map((pattern) => `'${pattern}'`).join(', ')}`),
      ...foreign.map((pattern) => leftOut(step, pattern, `nothing on ${leg.system} is called so, and every pattern must match`)),
      ...metadata.map((pattern) => leftOut(step, pattern, 'Updater.electronBuilder() collects it')),
      ...decided(step),
    ],
  };
}

interface Sorted {
  readonly kept: readonly string[];
  /** What only another system makes, of a list that is for all of them. */
  readonly foreign: readonly string[];
  /** What electron-updater reads. */
  readonly metadata: readonly string[];
}

const ENDINGS: Readonly<Record<string, RegExp>> = {
  linux: /\.(?:AppImage|deb|rpm|snap|flatpak|pacman)$/i,
  macos: /\.(?:dmg|pkg|app)$/i,
  windows: /\.(?:exe|msi|msix|appx|nupkg)$/i,
};
const METADATA = /(?:^|\/)(?:latest[\w*-]*|\*)\.yml$|\.blockmap$/;

export function sorted(patterns: readonly string[], { system }: Pick<LegSource, 'system'>): Sorted {
  const systemsOf = (pattern: string) => Object.keys(ENDINGS).filter((one) => ENDINGS[one].test(pattern));
  const isShared = distinct(patterns.flatMap(systemsOf)).length > 1;
  const foreign = patterns.filter((pattern) => isShared && system !== 'unknown' && systemsOf(pattern).length > 0 && !systemsOf(pattern).includes(system));
  const metadata = patterns.filter((pattern) => METADATA.test(pattern) && !pattern.startsWith('!'));
  const kept = patterns.filter((pattern) => !foreign.includes(pattern) && !metadata.includes(pattern));
  return kept.some((pattern) => !pattern.startsWith('!')) ? { kept, foreign, metadata } : { kept: patterns, foreign: [], metadata: [] };
}

/** Paths of the action as patterns of ours: a directory is all that is in it. Undefined where one of them cannot be. */
export function patternsOf(paths: string): string[] | undefined {
  const lines = paths.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  const patterns = lines.map((line) => {
    const path = fromWorkspace(line.replace(/^!/, ''));
    const isDirectory = /[\\/]$/.test(line);
    return path ? `${line.startsWith('!') ? '!' : ''}${path}${isDirectory ? '/**' : ''}` : undefined;
  }).filter((pattern) => pattern !== undefined);
  const isWhole = patterns.length === lines.length && patterns.some((pattern) => !pattern.startsWith('!'));
  return isWhole && patterns.every((pattern) => artifactPatternProblem(pattern) === undefined) ? patterns : undefined;
}

function decided(step: StepSource): ReportLine[] {
  return Object.entries(step.with).filter(([input]) => Object.hasOwn(DECIDED, input)).map(([input, value]) => leftOut(step, `${input}: ${value}`, DECIDED[input]));
}

function downloaded(step: StepSource): StepMeaning | undefined {
  const inputs = step.with;
  // of another run or repository it cannot be handed on
  if (['run-id', 'repository', 'artifact-ids'].some((input) => inputs[input] !== undefined)) {
    return undefined;
  }
  const path = fromWorkspace(inputs.path ?? '');
  const name = inputs.name?.trim() ?? inputs.pattern?.trim() ?? '*';
  return path === undefined ? undefined : {
    downloads: [{ name, path, merge: inputs.name !== undefined || inputs['merge-multiple'] === 'true' }],
    report: [understood(step, `what ${name === '*' ? 'the other jobs' : `'${name}'`} left is handed on`, nameOf(step))],
  };
}
