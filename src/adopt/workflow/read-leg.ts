import { appTokenReader, checkoutReader } from './checkouts';
import type { Leg } from './legs';
import { rawStep, type RawStep } from './raw-steps';
import type { Report } from './report';
import type { StepMeaning } from './step-reader';
import type { StepSource } from './workflow-source';
import { eitherOf } from '../../github/artifact-patterns';
import { distinct } from '../../text/words';
import { readStep } from '../steps/read-step';
import { nameOf } from '../steps/report-lines';
import { stepReaders } from '../steps/step-readers';

/** A step of a leg, with what it means and what is left of it. */
export interface ReadStep {
  readonly source: StepSource;
  readonly meanings: readonly StepMeaning[];
  readonly raw?: RawStep;
}

export interface ReadLeg {
  readonly leg: Leg;
  readonly steps: readonly ReadStep[];
}

/** Asks every kind of step what the steps of a leg mean. A condition that each tag fulfils is none for what is understood. */
export function readLeg(leg: Leg, repository: string | undefined): ReadLeg {
  const readers = [checkoutReader(repository), appTokenReader, ...stepReaders];
  const steps = leg.steps.map((source) => {
    const always = onTag(source, leg);
    // what may not happen is no part of a declaration
    const { meanings, rest } = always.if === undefined ? readStep(always, leg, readers) : { meanings: [] };
    const left = meanings.length ? rest && { ...rest, ...source.if !== undefined && { if: source.if } } : source;
    return { source, meanings, ...left && { raw: rawStep(left, leg.system, leg.env) } };
  });
  return { leg, steps };
}

/** What also runs where a step before has failed runs on every tag that builds. */
const ALWAYS = /^\s*(?:\$\{\{)?\s*always\(\)\s*(?:\}\})?\s*$/;

function onTag(step: StepSource, leg: Leg): StepSource {
  if (step.if === undefined || (!ALWAYS.test(step.if) && leg.values.conditionOnTag(step.if).runs !== 'yes')) {
    return step;
  }
  const { if: _, ...rest } = step;
  return rest;
}

export function meaningsOf({ steps }: ReadLeg): StepMeaning[] {
  return steps.flatMap(({ meanings }) => meanings);
}

/** What became of the steps of a job that are understood, and of those that never run. */
export function reportSteps(legs: readonly ReadLeg[], report: Report): void {
  legs.flatMap(meaningsOf).flatMap((meaning) => meaning.report).forEach((line) => report.add(line));
  const skipped = legs.flatMap(({ leg }) => leg.skipped).filter((step) => legs.every(({ leg }) => leg.skipped.includes(step)));
  skipped.forEach((step) => report.leftOut(step.line, nameOf(step), `its condition never holds for a tag: ${step.if}`));
}

/** What a leg must produce, from the workspace. */
export function artifactsOf(read: ReadLeg): string[] {
  const meanings = meaningsOf(read);
  const uploaded = meanings.flatMap(({ artifacts = [] }) => artifacts);
  return eitherCase(distinct(uploaded.length ? uploaded : meanings.flatMap(({ publish = [] }) => publish.flatMap(({ files }) => files))));
}

/** Nobody's build leaves a file in both spellings: who lists both takes what comes. */
function eitherCase(patterns: readonly string[]): string[] {
  const alike = (pattern: string) => patterns.filter((other) => other.toLowerCase() === pattern.toLowerCase());
  return distinct(patterns.map((pattern) => eitherOf(alike(pattern)) ?? pattern));
}
