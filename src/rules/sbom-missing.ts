import { mayCollect } from './endings';
import { targetPlace } from './places';
import type { DeclarationRule } from './rule';
import { resultsOf } from '../model/jobs';
import { releasesOf } from '../model/publish';

export const sbomMissing: DeclarationRule = {
  id: 'sbom-missing',
  level: 'error',
  about: 'declaration',
  cause: 'No platform whose artifacts are published builds a file that the pattern of the SBOM could match. Handed-on artifacts are for other jobs only.',
  cure: 'Let the build of one platform write it, and declare it among its artifacts, for instance `dist/app.cdx.json`.',
  check: (model) => releasesOf(model).filter(({ sbom }) => sbom !== '' && !resultsOf(model).some(({ platform }) => platform.artifacts.some((pattern) => mayCollect(pattern, sbom))))
    .map((target) => ({
      where: targetPlace(target, 'sbom'),
      what: `no platform whose artifacts are published builds a file that '${target.sbom}' matches`,
      fix: "Let one platform build it and declare it there, for instance artifacts: ['dist/app.cdx.json'].",
    })),
};
