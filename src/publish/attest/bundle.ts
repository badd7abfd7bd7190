import { lstat, readFile } from 'node:fs/promises';
import { type Fields, isFields } from '../github/shapes';
import { fail } from '../report';

/** What was signed: something about files. */
export interface Statement {
  /** `<sha256> <name>` of each file. */
  readonly subjects: readonly string[];
  readonly predicateType: string;
  readonly predicate: unknown;
}

/** Bytes: an SBOM of 16 MiB in base64, with room for signatures. */
const LONGEST = 64 * 2 ** 20;
/** @see https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_bundle.proto */
const BUNDLE = /^application\/vnd\.dev\.sigstore\.bundle(?:\.v\d+\.\d+\+json|\+json;version=\d+\.\d+)$/;
/** @see https://github.com/in-toto/attestation/blob/main/spec/v1/envelope.md */
const PAYLOAD = 'application/vnd.in-toto+json';
/** @see https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md */
const STATEMENT = 'https://in-toto.io/Statement/v1';
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** What a bundle of Sigstore's attests. Whether its signature holds, `gh attestation verify` tells, and not this. */
export async function readBundle(path: string): Promise<Statement> {
  const stat = await lstat(path).catch(() => undefined);
  if (!stat?.isFile() || stat.size > LONGEST) {
    return unfit(path, `is no file of at most ${LONGEST} bytes`);
  }
  const { mediaType, verificationMaterial, dsseEnvelope } = json(await readFile(path, 'utf8'), path, 'the bundle');
  if (typeof mediaType !== 'string' || !BUNDLE.test(mediaType) || !isFields(verificationMaterial) || !isFields(dsseEnvelope)) {
    return unfit(path, 'is no bundle of Sigstore with a certificate and an envelope');
  }
  const { payload, payloadType, signatures } = dsseEnvelope;
  const isSigned = Array.isArray(signatures) && signatures.length > 0 && signatures.every((one) => isFields(one) && isBase64(one.sig));
  if (payloadType !== PAYLOAD || !isBase64(payload) || !isSigned) {
    return unfit(path, `holds no signed statement of the type ${PAYLOAD}`);
  }
  return statementIn(json(Buffer.from(payload, 'base64').toString('utf8'), path, 'its statement'), path);
}

function statementIn({ _type: type, subject, predicateType, predicate }: Fields, path: string): Statement {
  if (type !== STATEMENT || !Array.isArray(subject) || typeof predicateType !== 'string') {
    return unfit(path, `holds no statement of the type ${STATEMENT}`);
  }
  return { subjects: subject.map((one) => subjectIn(one) ?? unfit(path, 'names a file without one sum by SHA-256')), predicateType, predicate };
}

function subjectIn(subject: unknown): string | undefined {
  const { name, digest } = isFields(subject) ? subject : {};
  return typeof name === 'string' && isFields(digest) && Object.keys(digest).join() === 'sha256' ? `${digest.sha256} ${name}` : undefined;
}

function json(text: string, path: string, what: string): Fields {
  try {
    const value: unknown = JSON.parse(text);
    if (isFields(value)) {
      return value;
    }
  } catch {
    // said below
  }
  return unfit(path, `cannot be read: ${what} is no object of JSON`);
}

function isBase64(value: unknown): value is string {
  return typeof value === 'string' && BASE64.test(value);
}

/** Ends the command because of a bundle. */
export function unfit(path: string, why: string): never {
  return fail('a-bundle-does-not-attest-the-files', `${path} ${why}. Nothing was published. Choose "Re-run failed jobs", which signs anew.`);
}
