import type { DeclarationRule } from './rule';
import { publishes } from '../model/publish';

export const releaseWithoutTarget: DeclarationRule = {
  id: 'release-without-target',
  level: 'warning',
  about: 'declaration',
  cause: '`release` says what becomes public and how, and there is nothing in `publish`, so nothing does.',
  cure: 'Declare a target, for instance `publish: [PublishTarget.githubRelease()]`, or leave `release` out.',
  check: (model, { declared }) => {
    const { assetName, checksums, manifest } = model.release;
    const isDeclared = assetName !== '' || !checksums || !manifest || declared.texts.some(({ where }) => where.startsWith('release.'));
    return isDeclared && !publishes(model) ? [{
      where: 'release',
      what: 'says what becomes public, and publish names no target',
      fix: 'Declare one, for instance publish: [PublishTarget.githubRelease()], or leave release out.',
    }] : [];
  },
};
