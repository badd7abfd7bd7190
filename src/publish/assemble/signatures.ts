import type { LegSignature, PlannedLeg, PlannedSigning } from '../contract';
import { input } from '../inputs';
import { error, type Message } from '../report';

/** How legs are signed, and what speaks against it. */
export interface Signatures {
  readonly signatures: readonly LegSignature[];
  readonly problems: readonly Message[];
}

/** What the legs that are there have proven, as their jobs handed it on. */
export function signaturesOf(legs: readonly PlannedLeg[]): Signatures {
  const signed = legs.filter(({ signings }) => signings.length);
  const lines = signed.length ? input('SIGNED').split('\n').map((line) => line.trim().split(/ +/)) : [];
  const found = signed.map((leg) => ofLeg(leg, lines.find(([job, platform]) => job === leg.job && platform === leg.platform)?.slice(2) ?? []));
  return { signatures: found.flatMap(({ signatures }) => signatures), problems: found.flatMap(({ problems }) => problems) };
}

function ofLeg(leg: PlannedLeg, states: readonly string[]): Signatures {
  const { signings, name } = leg;
  if (states.length !== signings.length || !states.every((state) => state === 'proven' || state === 'absent')) {
    return {
      signatures: [],
      problems: [error('a-proof-of-signing-did-not-arrive', states.length
        ? `The job of ${name} says '${states.join(' ')}' of its signatures; expected is proven or absent for each of: ${titlesOf(signings)}. The step that proves them was changed. Run "npx projen", and push the next tag.`
        : `The job of ${name} handed on nothing of its signatures (${titlesOf(signings)}), though its files are there. GitHub empties an output that holds the value of a secret, such as "proven"; or the files are of an earlier attempt. Give that secret another value, then choose "Re-run all jobs".`)],
    };
  }
  const absent = (index: number) => states[index] === 'absent';
  return {
    signatures: signings.map(({ title, without }, index) => ({
      job: leg.job,
      platform: leg.platform,
      signing: title,
      ...absent(index) ? { state: 'absent', without } : { state: 'proven', without: '' },
    })),
    problems: signings.filter(({ without }, index) => absent(index) && without === '')
      .map(({ title }) => error('a-required-signature-is-missing', `${name} was built without ${title}, which is required. Set its secrets, and choose "Re-run all jobs".`)),
  };
}

function titlesOf(signings: readonly PlannedSigning[]): string {
  return signings.map(({ title }) => title).join(', ');
}
