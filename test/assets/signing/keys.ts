import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The text of a .p8 file, made anew. */
export function apiKey(): string {
  return openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256').toString();
}

/** A certificate with its private key, both in PEM. */
export function identity(name: string): string {
  return inDirectory((directory) => {
    const key = join(directory, 'key.pem');
    openssl('genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048', '-out', key);
    const certificate = openssl('req', '-x509', '-key', key, '-days', '30', '-subj', `/CN=${name}`);
    return readFileSync(key, 'utf8') + certificate.toString();
  });
}

/** A .p12 file of identities. */
export function pkcs12(pem: string, password: string, ...options: string[]): Buffer {
  return execFileSync('openssl', ['pkcs12', '-export', '-passout', `pass:${password}`, ...options], { input: pem, stdio: ['pipe', 'pipe', 'pipe'] });
}

function openssl(...options: string[]): Buffer {
  return execFileSync('openssl', options, { stdio: ['ignore', 'pipe', 'pipe'] });
}

function inDirectory<T>(use: (directory: string) => T): T {
  const directory = mkdtempSync(join(tmpdir(), 'keys-'));
  try {
    return use(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}
