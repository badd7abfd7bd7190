import type { DeclarationRule } from './rule';
import { placedSignings } from './signings';
import { quoted } from '../text/tokens';

/** @see https://developer.apple.com/help/account/manage-your-team/locate-your-team-id */
const TEAM_ID = /^[A-Z0-9]{10}$/;

export const signingTeamMalformed: DeclarationRule = {
  id: 'signing-team-malformed',
  level: 'error',
  about: 'declaration',
  cause: 'A `teamId` is none that Apple gives, so no signature would be of that team.',
  cure: 'Write the ten capital letters and digits that stand as Team ID under Membership details on developer.apple.com/account, and in brackets behind the name of the certificate.',
  check: (model) => placedSignings(model).filter(({ proof }) => proof.kind === 'macos' && proof.signer !== '' && !TEAM_ID.test(proof.signer)).map(({ where, proof }) => ({
    where,
    what: `${quoted(proof.signer)} is no team id, which has ten capital letters and digits`,
    fix: TEAM_ID.test(proof.signer.toUpperCase()) ? `Write '${proof.signer.toUpperCase()}'.` : "Write it as under Membership details on developer.apple.com/account, for instance 'ABCDE12345'.",
  })),
};
