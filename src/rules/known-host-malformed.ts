import { optionOf, placedLegs } from './places';
import type { DeclarationRule, Finding } from './rule';
import type { SetupModel } from '../model/model';
import { quoted } from '../text/tokens';

/** Names, perhaps with a marker in front of them; the kind of the key; the key; perhaps a comment. */
const LINE = /^(?:@(?:cert-authority|revoked) )?[^\s@#][^\s]* [a-z][a-z0-9@.-]+ AAAA[A-Za-z0-9+/]+={0,3}(?: [^\r\n]*)?$/;

export const knownHostMalformed: DeclarationRule = {
  id: 'known-host-malformed',
  level: 'error',
  about: 'declaration',
  cause: 'A line for ssh is none of a known_hosts file: the name of a host, the kind of its key, and the public key in base64. Other lines would be skipped, and the host not known.',
  cure: 'Copy a line that `ssh-keyscan HOST` prints, and compare it with what the owner of the host publishes.',
  check: (model) => [
    ...model.jobs.flatMap((job) => malformed(optionOf(job, 'setup'), job.setup)),
    ...placedLegs(model).flatMap(({ where, platform }) => malformed(`${where} setup`, platform.setup)),
  ],
};

function malformed(where: string, setup: readonly SetupModel[]): Finding[] {
  const known = setup.filter(({ kind }) => kind === 'sshKnownHosts').flatMap(({ hosts }) => hosts.length ? hosts : ['']);
  return known.filter((line) => !LINE.test(line)).map((line) => ({
    where,
    what: `${quoted(line)} is no line of a known_hosts file`,
    fix: "Write for instance Setup.sshKnownHosts('git.acme.dev ssh-ed25519 AAAA...').",
  }));
}
