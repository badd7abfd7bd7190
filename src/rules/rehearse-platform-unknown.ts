import type { DeclarationRule } from './rule';
import { legName, legsOf } from '../model/jobs';
import { suggestion } from '../text/suggestion';

export const rehearsePlatformUnknown: DeclarationRule = {
  id: 'rehearse-platform-unknown',
  level: 'error',
  about: 'declaration',
  cause: 'A platform is to be rehearsed that the build does not have, or none is.',
  cure: 'Correct the names in `platforms` of `rehearse`, or leave it out: all are rehearsed then.',
  check: (model) => {
    const known = legsOf(model).map((leg) => ({ leg, name: legName(model, leg) }));
    const wanted = model.rehearse?.legs ?? [];
    const where = 'rehearse.platforms';
    return model.rehearse && !wanted.length ? [{ where, what: 'names no platform, so nothing would be rehearsed', fix: 'Leave it out for all of them.' }]
      : wanted.filter((one) => !known.some(({ leg }) => leg.job.id === one.job && leg.platform.name === one.platform))
        .map(({ job, platform }) => [job, platform].filter(Boolean).join('/'))
        .map((name) => ({ where, what: `there is no platform '${name}'`, fix: suggestion(name, known.map((one) => one.name)) }));
  },
};
