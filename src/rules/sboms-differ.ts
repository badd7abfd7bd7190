import { targetPlace } from './places';
import type { DeclarationRule } from './rule';
import { releasesOf } from '../model/publish';

export const sbomsDiffer: DeclarationRule = {
  id: 'sboms-differ',
  level: 'error',
  about: 'declaration',
  cause: 'All releases of a build hold the same files, and one SBOM says what is in them.',
  cure: 'Name the same for each release that is attested, or for none.',
  check: (model) => {
    const [first, ...others] = releasesOf(model).filter(({ attest }) => attest);
    return others.filter(({ sbom }) => sbom !== first.sbom).map((target) => ({
      where: targetPlace(target, 'sbom'),
      what: `is ${named(target.sbom)}, and that of ${first.declaredAt} is ${named(first.sbom)}; one is attested for all files`,
      fix: 'Name the same for both.',
    }));
  },
};

function named(sbom: string): string {
  return sbom ? `'${sbom}'` : 'none';
}
