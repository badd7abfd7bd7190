import { placedLegs, targetPlace } from './places';
import type { DeclarationRule } from './rule';
import { secretsGivenTo } from '../model/jobs';
import { releasesOf } from '../model/publish';

const KEY = 'TAURI_SIGNING_PRIVATE_KEY';

export const updaterKeyUndeclared: DeclarationRule = {
  id: 'updater-key-undeclared',
  level: 'error',
  about: 'declaration',
  cause: 'A release is to update Tauri apps, and a platform is not given the key that signs its updates: Tauri stops there, since it finds a public key and no private one, or leaves no signatures.',
  cure: 'Declare `signing: [Signing.tauriUpdater()]` for the platform, or a secret whose variable is `TAURI_SIGNING_PRIVATE_KEY`.',
  check: (model) => releasesOf(model).flatMap((target) => target.updater?.kind !== 'tauri' ? [] : target.updater.legs.flatMap((updated) =>
    placedLegs(model)
      .filter(({ job, platform }) => job.id === updated.job && platform.name === updated.platform)
      .filter((leg) => ![leg.platform, ...secretsGivenTo(model, leg)].some(({ env }) => KEY in env))
      .map(({ where }) => ({
        where,
        what: `is not given ${KEY}, and ${targetPlace(target, 'updater')} needs its signatures`,
        fix: "Declare signing: [Signing.tauriUpdater()], or leave it out of the updater's platforms.",
      })))),
};
