import { ACCOUNT, API_KEY, appleProof, keyFile, notaryOf, type NotaryVariables } from './apple';
import { appleGuide } from './apple-guide';
import type { Lines } from './guide';
import { NOTHING, type SigningKind } from './signing-kind';

const NOTARY: NotaryVariables = { 'api-key': API_KEY, 'apple-id': ACCOUNT };

const CERTIFICATE = { store: 'keychain', certificate: 'MACOS_CERTIFICATE', password: 'MACOS_CERTIFICATE_PASSWORD' } as const;

/** The certificate is found by how its name begins. */
const CONFIGURATION: Lines = {
  about: 'The build signs from the inside to the outside, the app first and then what it lies in:',
  language: 'sh',
  lines: [
    "codesign --force --options runtime --timestamp --sign 'Developer ID Application' out/App.app",
    'hdiutil create -volname App -srcfolder out/App.app out/App.dmg',
    "codesign --timestamp --sign 'Developer ID Application' out/App.dmg",
  ],
};

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
  guide: (told) => appleGuide(told, {
    certificate: [CERTIFICATE.certificate, CERTIFICATE.password],
    configuration: [CONFIGURATION],
    links: ['https://developer.apple.com/documentation/security/notarizing-macos-software-before-distribution'],
  }),
};
