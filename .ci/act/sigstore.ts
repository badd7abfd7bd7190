import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { write } from '../../test/cases/harness';

/** What certificates of the authorities are made by. */
const AUTHORITIES = `\
[authority]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[tsa-certificate]
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
`;

/** How the stand-in of actions/attest lets a time be signed. */
const TIMESTAMPS = `\
[tsa]
serial = tsa.serial
signer_digest = sha256
digests = sha256
default_policy = 1.2.3.4.1
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`;

/**
 * A Sigstore of our own: an authority that certifies who signs, one that says when, and the file by
 * which `gh attestation verify --custom-trusted-root` trusts both.
 *
 * @returns its directory, which the stand-in of actions/attest is told of as SIGSTORE
 */
export function makeSigstore(dir: string): string {
  mkdirSync(dir);
  write(dir, { 'authorities.cnf': AUTHORITIES, 'timestamps.cnf': TIMESTAMPS, 'tsa.serial': '01\n' });
  const openssl = (...args: readonly string[]) => execFileSync('openssl', args, { cwd: dir, stdio: 'pipe' });
  const request = (name: string) => openssl('req', '-new', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-subj', `/O=Tag Build Tests/CN=${name}`, '-keyout', `${name}.key`, '-out', `${name}.csr`);
  request('authority');
  openssl('x509', '-req', '-in', 'authority.csr', '-signkey', 'authority.key', '-days', '2', '-extfile', 'authorities.cnf', '-extensions', 'authority', '-out', 'authority.crt');
  request('tsa');
  openssl('x509', '-req', '-in', 'tsa.csr', '-CA', 'authority.crt', '-CAkey', 'authority.key', '-CAcreateserial', '-days', '2', '-extfile', 'authorities.cnf', '-extensions', 'tsa-certificate', '-out', 'tsa.crt');
  const chain = (...names: readonly string[]) => ({
    subject: { organization: 'Tag Build Tests', commonName: names[0] },
    uri: 'https://sigstore.example',
    certChain: { certificates: names.map((name) => ({ rawBytes: readFileSync(join(dir, `${name}.crt`), 'utf8').replace(/-----.*?-----|\n/g, '') })) },
    validFor: { start: new Date(Date.now() - 3600_000).toISOString() },
  });
  const root = {
    mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
    tlogs: [],
    ctlogs: [],
    certificateAuthorities: [chain('authority')],
    timestampAuthorities: [chain('tsa', 'authority')],
  };
  write(dir, { 'trusted_root.jsonl': `${JSON.stringify(root)}\n` });
  return dir;
}
