import { optionOf } from './places';
import type { DeclarationRule } from './rule';

export const platformMissing: DeclarationRule = {
  id: 'platform-missing',
  level: 'error',
  about: 'declaration',
  cause: 'The declaration names no platform, so nothing would be built.',
  cure: 'Declare at least one, for instance `Platform.linuxX64({ … })`.',
  check: ({ jobs }) => jobs.filter(({ platforms }) => !platforms.length).map((job) => ({
    where: optionOf(job, 'platforms'),
    what: 'is empty; at least one is needed',
    fix: 'Declare one, for instance Platform.linuxX64({ run: [...], artifacts: [...] }).',
  })),
};
