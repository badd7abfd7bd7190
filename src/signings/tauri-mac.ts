import { ACCOUNT, appleProof, keyFile, notaryOf, type NotaryVariables } from './apple';
import { NOTHING, type SigningKind } from './signing-kind';

/** Here APPLE_API_KEY is the id of the key. */
const NOTARY: NotaryVariables = {
  'api-key': { 'key': 'APPLE_API_KEY_PATH', 'key-id': 'APPLE_API_KEY', 'issuer': 'APPLE_API_ISSUER' },
  'apple-id': ACCOUNT,
};

/**
 * It imports the certificate itself, and notarizes the app but not the disk image around it.
 *
 * @see https://github.com/tauri-apps/tauri/issues/7533
 */
export const tauriMac: SigningKind = {
  title: 'Apple signing and notarization',
  purpose: 'signing the app for macOS',
  systems: ['macos'],
  variables: (choice) => ['APPLE_CERTIFICATE', 'APPLE_CERTIFICATE_PASSWORD', ...Object.values(notaryOf(choice, NOTARY))],
  envWithout: {},
  does: (choice) => {
    const notary = notaryOf(choice, NOTARY);
    return { ...NOTHING, notary, files: keyFile(notary), notarizesImages: choice.notarization !== 'none' };
  },
  proof: (choice) => appleProof(choice, true),
};
