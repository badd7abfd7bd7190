import { mayCollect } from './endings';
import { targetPlace } from './places';
import type { DeclarationRule } from './rule';
import { resultsOf } from '../model/jobs';
import { releasesOf } from '../model/publish';

export const sbomMissing: DeclarationRule = {
  id: 'sbom-missing',
  level: 'error',
  about: 'declaration',
  cause: 'No platform whose artifacts are published builds a file that the pattern of the SBOM could match, or only such as are allowed to fail: without them nothing could be published. Handed-on artifacts are for other jobs only.',
  cure: 'Let the build of one platform that may not fail write it, and declare it among its artifacts, for instance `dist/app.cdx.json`.',
  check: (model) => releasesOf(model).filter(({ sbom }) => sbom !== '').flatMap((target) => {
    const where = targetPlace(target, 'sbom');
    const able = resultsOf(model).filter(({ platform }) => platform.artifacts.some((pattern) => mayCollect(pattern, target.sbom)));
    if (able.length === 0) {
      return [{
        where,
        what: `no platform whose artifacts are published builds a file that '${target.sbom}' matches`,
        fix: "Let one platform build it and declare it there, for instance artifacts: ['dist/app.cdx.json'].",
      }];
    }
    return able.some(({ platform }) => platform.allowedToFail === '') ? [] : [{
      where,
      what: `only platforms that are allowed to fail build a file that '${target.sbom}' matches, and without it nothing is published`,
      fix: 'Let one that may not fail build it, or leave allowedToFail out.',
    }];
  }),
};
