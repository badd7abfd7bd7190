import { ACCOUNT, API_KEY, appleProof, keyFile, notaryOf, type NotaryVariables } from './apple';
import { NOTHING, type SigningKind } from './signing-kind';

const NOTARY: NotaryVariables = { 'api-key': API_KEY, 'apple-id': ACCOUNT };

const CERTIFICATE = { store: 'keychain', certificate: 'MACOS_CERTIFICATE', password: 'MACOS_CERTIFICATE_PASSWORD' } as const;

/** The build calls `codesign` itself; what it leaves is notarized behind it. */
export const codesign: SigningKind = {
  title: 'Apple signing and notarization',
  purpose: 'signing the app for macOS',
  systems: ['macos'],
  variables: (choice) => [CERTIFICATE.certificate, CERTIFICATE.password, ...Object.values(notaryOf(choice, NOTARY))],
  envWithout: {},
  does: (choice) => {
    const notary = notaryOf(choice, NOTARY);
    return { ...NOTHING, certificate: CERTIFICATE, notary, files: keyFile(notary), notarizesImages: choice.notarization !== 'none' };
  },
  proof: (choice) => appleProof(choice, true),
};
