import { type Leg, legsOf } from '../model/jobs';
import type { BuildJobModel, Model, PublishTargetModel } from '../model/model';

/** A leg with the place where it is declared. */
export interface PlacedLeg extends Leg {
  /** The option, for instance `platforms[1] windows-x64`. */
  readonly where: string;
  /** The same without the platform's name. */
  readonly place: string;
}

/** Every leg, with its place for a message. */
export function placedLegs(model: Pick<Model, 'jobs'>): PlacedLeg[] {
  return legsOf(model).map((leg) => {
    const place = optionOf(leg.job, `platforms[${leg.job.platforms.indexOf(leg.platform)}]`);
    return { ...leg, place, where: `${place} ${leg.platform.name}` };
  });
}

/** The place of an option of a job. */
export function optionOf(job: BuildJobModel, option: string): string {
  return [placeOf(job), option].filter(Boolean).join(' ');
}

/** The place of a job; '' for the one whose options stand at the top. */
export function placeOf({ declaredAt, id }: BuildJobModel): string {
  return declaredAt && `${declaredAt} ${id}`;
}

/** The place of a publish target, for instance `publish[1] pypi`, or of an option of it. */
export function targetPlace({ declaredAt, id }: PublishTargetModel, option = ''): string {
  return [declaredAt, id, option].filter(Boolean).join(' ');
}
