import { targetPlace } from './places';
import type { DeclarationRule } from './rule';
import { releasesOf } from '../model/publish';

export const sbomWithoutAttest: DeclarationRule = {
  id: 'sbom-without-attest',
  level: 'error',
  about: 'declaration',
  cause: '`sbom` says which file is the list of what the files contain, for the job that attests it; without `attest` nothing is attested.',
  cure: 'Set `attest: true`, or leave `sbom` out: the file is published like all others.',
  check: (model) => releasesOf(model).filter(({ attest, sbom }) => sbom !== '' && !attest).map((target) => ({
    where: targetPlace(target, 'sbom'),
    what: `'${target.sbom}' is to be attested, and attest is not set`,
    fix: 'Set attest: true, or leave sbom out: the file is published like all others.',
  })),
};
