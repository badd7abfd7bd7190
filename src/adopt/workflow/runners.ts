import { DEFAULT_RUNNER, findRunner, runnerArch, type RunnerArch } from '../../github/runners';
import type { Value } from '../../github/workflow-reader';

/** What a job runs on. */
export interface RunsOn {
  readonly labels: readonly string[];
  readonly group?: string;
}

export type System = 'linux' | 'macos' | 'windows' | 'unknown';

/** A runner in the words of a declaration. */
export interface RunnerWord {
  /** The factory of `Platform`; `of` where none fits. */
  readonly factory: string;
  /** What the platform is called by default, or what it would be. */
  readonly name: string;
  /** `runsOn`, where it is not the factory's own. */
  readonly runsOn?: readonly string[];
  readonly runnerGroup?: string;
  /** What a report says of it. */
  readonly became: string;
}

export function runsOnOf(value: Value): RunsOn {
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
    const { group, labels } = value as { readonly group?: Value; readonly labels?: Value };
    return { labels: labelsOf(labels ?? []), ...typeof group === 'string' && { group } };
  }
  return { labels: labelsOf(value) };
}

function labelsOf(value: Value): string[] {
  return (Array.isArray(value) ? value as readonly Value[] : [value]).filter((label) => label !== null && typeof label !== 'object').map(String);
}

export function systemOf({ labels }: RunsOn): System {
  const hosted = labels.map(findRunner).find((runner) => runner !== undefined);
  const words = labels.join(' ').toLowerCase();
  return hosted?.os ?? (/macos|darwin|xcode/.test(words) ? 'macos' : /windows/.test(words) ? 'windows' : /ubuntu|linux/.test(words) ? 'linux' : 'unknown');
}

export function archOf({ labels }: RunsOn): RunnerArch {
  return runnerArch({ runsOn: labels, name: '' });
}

/** The platform that a runner is; a label that is gone, or moves, gives way to the one that stands for it. */
export function runnerWord(runsOn: RunsOn): RunnerWord {
  const [label, ...more] = runsOn.labels;
  if (label?.includes('${{') || label === undefined && runsOn.group === undefined) {
    return { factory: 'linuxX64', name: 'linux-x64', became: 'linuxX64: which runner it is turns out in the run only' };
  }
  const system = systemOf(runsOn);
  const factory = system === 'unknown' ? 'of' : `${system}${archOf(runsOn) === 'arm64' ? 'Arm64' : 'X64'}`;
  const name = system === 'unknown' ? nameOf(runsOn) : `${system}-${archOf(runsOn)}`;
  const own = (DEFAULT_RUNNER as Readonly<Record<string, string>>)[factory];
  if (runsOn.group !== undefined || more.length || findRunner(label) === undefined) {
    return {
      factory,
      name,
      ...runsOn.labels.length && { runsOn: runsOn.labels },
      ...runsOn.group !== undefined && { runnerGroup: runsOn.group },
      became: `${factory} on ${[...runsOn.group === undefined ? [] : [`the group ${runsOn.group}`], ...runsOn.labels].join(', ')}`,
    };
  }
  const now = currentLabel(label, own);
  return {
    factory,
    name,
    ...now.label !== own && { runsOn: [now.label] },
    became: `${factory}${now.why && ` (${now.label}: ${label} ${now.why})`}`,
  };
}

function currentLabel(label: string, own: string): { readonly label: string; readonly why: string } {
  const { status, successor } = findRunner(label)!;
  if (status === 'moving') {
    return { label: label.endsWith('-latest') ? own : successor ?? label, why: 'moves' };
  }
  return typeof status !== 'string' && 'retired' in status && successor
    ? { label: successor, why: `is gone since ${status.retired}` }
    : { label, why: '' };
}

function nameOf({ labels, group }: RunsOn): string {
  const name = slug(labels.find((label) => label.toLowerCase() !== 'self-hosted') ?? group ?? 'runner');
  return /^[a-z]/.test(name) ? name : `runner-${name}`;
}

/** A name for a platform, made of anything. */
export function slug(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9._]+/g, '-').replace(/^[-.]+|[-.]+$/g, '') || 'other';
}
