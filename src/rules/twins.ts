import { placedLegs, type PlacedLeg } from './places';
import { findRunner } from '../github/runners';
import { secretsGivenTo } from '../model/jobs';
import type { Model, PlatformModel } from '../model/model';

/** A platform, and the one beside it that builds the same by the same commands for another architecture. */
export interface Twins {
  readonly leg: PlacedLeg;
  readonly twin: PlatformModel;
}

/** Words for an architecture, with what joins them to others. */
const ARCHITECTURE = /[-:_.=]{0,3}(?<![a-z0-9])(?:x86[-_]64|amd64|x64|intel|aarch64|arm64|arm|silicon)(?![a-z0-9])/gi;

/** Every pair, each way round; what may fail is a trial. */
export function twinsOf(model: Model): Twins[] {
  const legs = placedLegs(model).filter(({ platform: { system, allowedToFail } }) => system !== 'other' && allowedToFail === '');
  const alike = legs.map((leg) => {
    const words = [leg.platform.name, ...leg.platform.run].map((one) => withoutArchitecture(one));
    return { leg, key: JSON.stringify([leg.job.id, leg.platform.system, ...words]) };
  });
  return alike.flatMap(({ leg, key }) => alike.filter((other) => other.key === key && other.leg !== leg)
    .map((other) => ({ leg, twin: other.leg.platform })));
}

/** What is left says the same of both; `npm run dist -- --arm64` is `npm run dist`. */
export function withoutArchitecture(words: string, instead = ''): string {
  return words.replace(ARCHITECTURE, instead).split('\n').map((line) => line.trimEnd().replace(/ --$/, '').trimEnd()).join('\n').toLowerCase();
}

/** Whether something is for one architecture alone, by what it is called. */
export function namesArchitecture(words: string): boolean {
  return words.search(ARCHITECTURE) >= 0;
}

export function isArm({ runsOn, name }: PlatformModel): boolean {
  return /(?:^|[^a-z])(?:arm|aarch)/i.test(name) || runsOn.some((label) => findRunner(label)?.arch === 'arm64');
}

/** The variables that a build step is given, in upper case: in lower case GitHub takes them for the same. */
export function variablesOf(model: Model, leg: Pick<PlacedLeg, 'job' | 'platform'>): string[] {
  const signings = model.signings.filter(({ title }) => leg.platform.signing.includes(title));
  return [leg.platform, ...secretsGivenTo(model, leg), ...signings].flatMap(({ env }) => Object.keys(env)).map((name) => name.toUpperCase());
}
