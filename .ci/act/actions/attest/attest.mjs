// Signs a statement as actions/attest does, by the authorities in $SIGSTORE and a key that is gone
// afterwards. Nothing is stored, and no transparency log knows of it: so it is for private repositories too.
// ATTESTED_INSTEAD: a sum and a name, which is signed and nothing else.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const { CHECKSUMS, SUBJECT, SBOM, SIGSTORE, ATTESTED_INSTEAD, RUNNER_TEMP, GITHUB_OUTPUT, GITHUB_REPOSITORY, GITHUB_REF, GITHUB_SHA } = process.env;
const WORKFLOW = '.github/workflows/viewer.yml';
const PAYLOAD = 'application/vnd.in-toto+json';
const dir = mkdtempSync(join(RUNNER_TEMP, 'attestation-'));
const openssl = (...args) => execFileSync('openssl', args, { cwd: SIGSTORE, stdio: 'pipe' });
const file = (name) => join(dir, name);
const base64 = (name) => readFileSync(file(name)).toString('base64');

function subjects() {
  if (SUBJECT) {
    return [{ name: basename(SUBJECT), digest: { sha256: createHash('sha256').update(readFileSync(SUBJECT)).digest('hex') } }];
  }
  return (ATTESTED_INSTEAD || readFileSync(CHECKSUMS, 'utf8')).split('\n').filter(Boolean).map((line) => {
    const [sha256, name] = line.split(/ [ *]/);
    return { name, digest: { sha256 } };
  });
}

function predicateOf() {
  if (!SBOM) {
    const workflow = { ref: GITHUB_REF, repository: `https://github.com/${GITHUB_REPOSITORY}`, path: WORKFLOW };
    return { predicateType: 'https://slsa.dev/provenance/v1', predicate: { buildDefinition: { externalParameters: { workflow } } } };
  }
  const sbom = JSON.parse(readFileSync(SBOM, 'utf8'));
  return { predicateType: sbom.spdxVersion ? `https://spdx.dev/Document/v${sbom.spdxVersion.split('-')[1]}` : 'https://cyclonedx.org/bom', predicate: sbom };
}

// What Fulcio certifies of a job. @see https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md
function certify() {
  const repository = `https://github.com/${GITHUB_REPOSITORY}`;
  const workflow = `${repository}/${WORKFLOW}@${GITHUB_REF}`;
  const claims = {
    8: 'https://token.actions.githubusercontent.com', 9: workflow, 10: GITHUB_SHA, 11: 'github-hosted', 12: repository, 13: GITHUB_SHA,
    14: GITHUB_REF, 15: '1', 16: repository.split('/').slice(0, -1).join('/'), 17: '2', 18: workflow, 19: GITHUB_SHA, 20: 'push',
    21: `${repository}/actions/runs/1/attempts/1`, 22: 'private',
  };
  writeFileSync(file('signer.cnf'), [
    '[signer]', 'keyUsage = critical, digitalSignature', 'extendedKeyUsage = codeSigning', `subjectAltName = critical, URI:${workflow}`,
    ...Object.entries(claims).map(([number, claim]) => `1.3.6.1.4.1.57264.1.${number} = ASN1:UTF8String:${claim}`), '',
  ].join('\n'));
  openssl('req', '-new', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-subj', '/', '-keyout', file('key'), '-out', file('csr'));
  openssl('x509', '-req', '-in', file('csr'), '-CA', 'authority.crt', '-CAkey', 'authority.key', '-set_serial', `0x${dir.slice(-6).split('').map((sign) => sign.charCodeAt().toString(16)).join('')}`, '-days', '1', '-extfile', file('signer.cnf'), '-extensions', 'signer', '-outform', 'DER', '-out', file('certificate'));
}

const payload = Buffer.from(JSON.stringify({ _type: 'https://in-toto.io/Statement/v1', subject: subjects(), ...predicateOf() }));
certify();
writeFileSync(file('signed'), Buffer.concat([Buffer.from(`DSSEv1 ${PAYLOAD.length} ${PAYLOAD} ${payload.length} `), payload]));
openssl('dgst', '-sha256', '-sign', file('key'), '-out', file('signature'), file('signed'));
openssl('ts', '-query', '-data', file('signature'), '-sha256', '-cert', '-out', file('query'));
openssl('ts', '-reply', '-config', 'timestamps.cnf', '-section', 'tsa', '-queryfile', file('query'), '-signer', 'tsa.crt', '-inkey', 'tsa.key', '-out', file('timestamp'));
const bundle = {
  mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
  verificationMaterial: { certificate: { rawBytes: base64('certificate') }, tlogEntries: [], timestampVerificationData: { rfc3161Timestamps: [{ signedTimestamp: base64('timestamp') }] } },
  dsseEnvelope: { payload: payload.toString('base64'), payloadType: PAYLOAD, signatures: [{ sig: base64('signature') }] },
};
writeFileSync(file('attestation.json'), `${JSON.stringify(bundle)}\n`);
appendFileSync(GITHUB_OUTPUT, `bundle-path=${file('attestation.json')}\n`);
