import { targetPlace } from './places';
import type { DeclarationRule } from './rule';
import { releasesOf } from '../model/publish';

export const attestWithoutChecksums: DeclarationRule = {
  id: 'attest-without-checksums',
  level: 'error',
  about: 'declaration',
  cause: 'What is attested is `SHA256SUMS`, which names all files, and `release.checksums` leaves it out.',
  cure: 'Leave `checksums: false` out of `release`.',
  check: (model) => model.release.checksums ? [] : releasesOf(model).filter(({ attest }) => attest).map((target) => ({
    where: targetPlace(target, 'attest'),
    what: 'the sums of all files are what is attested, and release.checksums is false',
    fix: 'Leave release.checksums out, or attest.',
  })),
};
