import type { DeclarationRule } from './rule';
import { placedSignings } from './signings';
import { quoted } from '../text/tokens';

/** The common name at the beginning of a subject, in quotes where it holds a comma. */
const SUBJECT = /^\s*CN\s*=\s*(?:"([^"]+)"|([^,]+))/i;

export const signingPublisherMalformed: DeclarationRule = {
  id: 'signing-publisher-malformed',
  level: 'error',
  about: 'declaration',
  cause: 'A `publisher` is the whole subject of a certificate. It is compared with the common name alone, so no signature would be of that publisher.',
  cure: 'Write the common name: what stands behind `CN=` in the subject of the certificate.',
  check: (model) => placedSignings(model).flatMap(({ where, proof }) => {
    const [, inQuotes, plain] = proof.kind === 'windows' ? SUBJECT.exec(proof.signer) ?? [] : [];
    const name = inQuotes ?? plain;
    return name === undefined ? [] : [{
      where,
      what: `${quoted(proof.signer)} is a whole subject, and a publisher is its common name alone`,
      fix: `Write ${quoted(name.trim())}.`,
    }];
  }),
};
