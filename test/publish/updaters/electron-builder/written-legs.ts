import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronBuilderPlan } from '../../../../src/publish/contract';
import type { Artifact, Legs } from '../../assemble-run';

/** What electron-builder left on each leg, as .ci/electron-builder has it written. */
export function writtenLegs(version: string): Record<string, Record<string, string | Buffer>> {
  const written = JSON.parse(readFileSync(join(__dirname, 'written', `${version}.json`), 'utf8')) as Record<string, Record<string, string>>;
  return mapped(written, (files) => mapped(files, (text) => text.startsWith('base64:') ? Buffer.from(text.slice('base64:'.length), 'base64') : text));
}

function mapped<A, B>(values: Record<string, A>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
}

/** Legs that have what is given. */
export function legsOf(artifacts: Readonly<Record<string, Artifact>>): Legs {
  return Object.fromEntries(Object.entries(artifacts).map(([name, holds]) => [name, { holds }]));
}

/** All legs update themselves, each with the system that its name says. */
export function planFor(legs: Legs, plan: Partial<ElectronBuilderPlan> = {}): ElectronBuilderPlan {
  return {
    kind: 'electron-builder',
    repository: '',
    channel: '',
    legs: Object.keys(legs).map((name) => ({ job: 'build', platform: name, system: name.split('-')[0] as 'linux' | 'macos' | 'windows' })),
    ...plan,
  };
}
