import type { DeclarationRule } from './rule';
import { fitsSystem, placedSignings, type PlacedSigning } from './signings';
import { canBeSigned, SIGNABLE } from '../signings/signable';
import { orList } from '../text/words';

export const signingProvesNothing: DeclarationRule = {
  id: 'signing-proves-nothing',
  level: 'error',
  about: 'declaration',
  cause: 'No file that a signing looks at can hold such a signature, so that it happened could never be proven, and the platform would fail.',
  cure: 'Name the signed files in the `files` of the signing, or among the artifacts of the platform.',
  check: (model) => placedSignings(model).filter((placed) => fitsSystem(placed) && !findsFiles(placed)).map(({ where, proof }) => ({
    where,
    what: `looks at ${proof.files.map((pattern) => `'${pattern}'`).join(', ') || 'no file'}, where no signature can be; ${orList(SIGNABLE[proof.kind])} can have one`,
    fix: 'Name the signed files in files of the signing, or among the artifacts.',
  })),
};

function findsFiles({ proof: { files, kind } }: PlacedSigning): boolean {
  return files.some((pattern) => canBeSigned(pattern, SIGNABLE[kind]));
}
