import { placedLegs, type PlacedLeg } from './places';
import type { Model, ProofModel, SecretModel, SigningModel } from '../model/model';
import { kindOfSigning } from '../signings/kind-of-signing';

/** One way in which a leg is signed, with the place where it is declared. */
export interface PlacedSigning {
  readonly leg: PlacedLeg;
  /** For instance `platforms[1] windows-x64 signing 'Windows signing'`. */
  readonly where: string;
  readonly signing: SigningModel;
  readonly proof: ProofModel;
}

/** Every way in which some leg is signed. */
export function placedSignings(model: Model): PlacedSigning[] {
  return placedLegs(model).flatMap((leg) => leg.platform.signing.map((title, index) => ({
    leg,
    where: `${leg.where} signing '${title}'`,
    signing: model.signings.find((signing) => signing.title === title)!,
    proof: leg.platform.proofs[index],
  })));
}

/** Whether it exists on the system of the platform, as far as that is known. */
export function fitsSystem({ leg: { platform: { system } }, signing }: PlacedSigning): boolean {
  return system === 'other' || kindOfSigning(signing).systems.includes(system);
}

/** Whether a secret is that of a signing, which nobody declares as a secret. */
export function isOfSigning({ signings }: Pick<Model, 'signings'>, { title }: SecretModel): boolean {
  return signings.some((signing) => signing.title === title);
}
