import type { KnownCause } from '../known-cause';

export const diskImageBusy: KnownCause = {
  id: 'disk-image-busy',
  title: 'macOS did not let go of a disk image',
  signs: [/hdiutil: (?:create failed|couldn't (?:eject|unmount) "[^"]+") - Resource busy/],
  cause: 'While the disk image was made, the system, often its virus scanner, still read it.',
  cure: 'If it happens often, raise electron-builder or create-dmg, which try again, or take a newer macOS.',
  then: 'rerun',
  before: '',
  sources: ['https://github.com/create-dmg/create-dmg/issues/190', 'https://github.com/electron-userland/electron-builder/issues/7137'],
};
