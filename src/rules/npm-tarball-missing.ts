import { mayCollect } from './endings';
import { targetPlace } from './places';
import type { DeclarationRule } from './rule';
import { legsOf, type Leg } from '../model/jobs';
import type { Model } from '../model/model';
import { npmTargetsOf } from '../model/publish';
import { andList, distinct } from '../text/words';

export const npmTarballMissing: DeclarationRule = {
  id: 'npm-tarball-missing',
  level: 'error',
  about: 'declaration',
  cause: 'No platform whose artifacts are published builds a file that the pattern of an npm tarball could match. Handed-on artifacts are for other jobs only.',
  cure: 'Let the build make it (`npm pack --pack-destination dist`) and declare it among the artifacts of one platform. Leave `handedOn` out of that job.',
  check: (model) => npmTargetsOf(model).flatMap((target) => {
    const able = legsOf(model).filter(({ platform }) => platform.artifacts.some((pattern) => mayCollect(pattern, target.tarball)));
    return able.some(({ job }) => job.artifacts === 'result') ? [] : [{
      where: targetPlace(target, 'tarball'),
      what: `no platform whose artifacts are published builds a file that '${target.tarball}' matches`,
      fix: able.length ? handedOn(able) : `Declare it among the artifacts of a platform, for instance artifacts: [${example(model)}].`,
    }];
  }),
};

function handedOn(legs: readonly Leg[]): string {
  return `${andList(distinct(legs.map(({ job }) => `'${job.id}'`)))} hands it on to other jobs only: leave handedOn out there.`;
}

function example(model: Model): string {
  const [first] = legsOf(model);
  return [...first?.platform.artifacts ?? [], 'dist/*.tgz'].map((pattern) => `'${pattern}'`).join(', ');
}
