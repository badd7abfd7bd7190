import { manager } from './packages';

/** @see https://www.debian.org/doc/debian-policy/ch-controlfields.html#source */
export const apt = manager({
  id: 'apt',
  system: 'linux',
  packages: {
    manager: 'apt',
    // apt-get removes what has a hyphen behind it
    shape: /^[a-z0-9][a-z0-9.+-]*[a-z0-9.+](?::[a-z0-9]+)?(?:=[A-Za-z0-9][A-Za-z0-9.+:~-]*)?$/,
    allowed: "'name', 'name:architecture' or 'name=version'",
  },
  parts: (scripts) => [scripts.apt],
});
