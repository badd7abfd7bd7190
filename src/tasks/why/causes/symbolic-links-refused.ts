import type { KnownCause } from '../known-cause';

export const symbolicLinksRefused: KnownCause = {
  id: 'symbolic-links-refused',
  title: 'Windows does not let the user make links',
  signs: [/Cannot create symbolic link : A required privilege is not held by the client/],
  cause: 'electron-builder unpacks its signing tools, in which there are links, and the account of the self-hosted runner may make none.',
  cure: 'Switch on the developer mode of Windows on that machine, or let the runner run as an administrator.',
  then: 'settings-then-rerun',
  before: '',
  sources: ['https://github.com/alex8088/electron-vite/issues/676'],
};
