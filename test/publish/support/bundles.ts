import { createHash, generateKeyPairSync, sign } from 'node:crypto';

/** What of a bundle a test wants otherwise, besides the files that it speaks of. */
export interface BundleOptions {
  readonly predicateType?: string;
  readonly predicate?: unknown;
  /** Of the statement that is signed. */
  readonly statement?: object;
  readonly payloadType?: string;
  /** Of the bundle as a whole. */
  readonly bundle?: object;
}

const { privateKey } = generateKeyPairSync('ed25519');

/** A bundle as actions/attest writes it, with a signature of a key that nobody knows. */
export function bundleOf(files: Readonly<Record<string, string | Buffer>>, options: BundleOptions = {}): string {
  const { predicateType = 'https://slsa.dev/provenance/v1', predicate = { buildDefinition: {} }, payloadType = 'application/vnd.in-toto+json' } = options;
  const subject = Object.entries(files).map(([name, bytes]) => ({ name, digest: { sha256: createHash('sha256').update(bytes).digest('hex') } }));
  const payload = Buffer.from(JSON.stringify({ _type: 'https://in-toto.io/Statement/v1', subject, predicateType, predicate, ...options.statement }));
  const sig = sign(null, Buffer.concat([Buffer.from(`DSSEv1 ${payloadType.length} ${payloadType} ${payload.length} `), payload]), privateKey).toString('base64');
  return `${JSON.stringify({
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: { certificate: { rawBytes: 'MAo=' }, tlogEntries: [], timestampVerificationData: { rfc3161Timestamps: [] } },
    dsseEnvelope: { payload: payload.toString('base64'), payloadType, signatures: [{ sig }] },
    ...options.bundle,
  })}\n`;
}
