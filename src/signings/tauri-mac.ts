import { ACCOUNT, appleProof, keyFile, notaryOf, type NotaryVariables } from './apple';
import { appleGuide } from './apple-guide';
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
  guide: (told) => appleGuide(told, {
    certificate: ['APPLE_CERTIFICATE', 'APPLE_CERTIFICATE_PASSWORD'],
    configuration: [{
      about: 'Tauri signs with the certificate that it is given. If `tauri.conf.json` names an identity, it must be that of the certificate; the hardened runtime, which Apple asks for, is on unless it is switched off there:',
      language: 'json',
      lines: ['{ "bundle": { "macOS": { "hardenedRuntime": true } } }'],
    }],
    links: ['https://v2.tauri.app/distribute/sign/macos/'],
  }),
};
