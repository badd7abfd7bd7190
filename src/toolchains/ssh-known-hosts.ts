import type { Toolchain } from './toolchain';

/** Where ssh looks for them is known on the runner only. */
export const sshKnownHosts: Toolchain = {
  title: 'ssh',
  steps: ({ hosts }, scripts) => [{
    name: 'Let ssh know hosts',
    id: 'setup-ssh-known-hosts',
    env: { KNOWN_HOSTS: hosts.join('\n') },
    run: scripts.knownHosts,
  }],
};
