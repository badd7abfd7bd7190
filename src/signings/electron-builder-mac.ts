import { API_KEY, appleProof, keyFile, notaryOf, type NotaryVariables } from './apple';
import { appleGuide } from './apple-guide';
import type { Lines, Told } from './guide';
import { NOTHING, type SigningKind } from './signing-kind';

/** @see https://www.electron.build/docs/features/code-signing/code-signing-mac */
const NOTARY: NotaryVariables = {
  'api-key': API_KEY,
  'apple-id': { 'apple-id': 'APPLE_ID', 'password': 'APPLE_APP_SPECIFIC_PASSWORD', 'team-id': 'APPLE_TEAM_ID' },
};

/**
 * It imports the certificate itself, and notarizes the app. The disk image around it is neither signed
 * nor notarized: macOS looks at the app, and stapling an image would change what the updater's
 * metadata says of it.
 */
export const electronBuilderMac: SigningKind = {
  title: 'Apple signing and notarization',
  purpose: 'signing the app for macOS',
  systems: ['macos'],
  variables: (choice) => ['CSC_LINK', 'CSC_KEY_PASSWORD', ...Object.values(notaryOf(choice, NOTARY))],
  // without it, it takes any identity that it finds in the keychains of the runner
  envWithout: { CSC_IDENTITY_AUTO_DISCOVERY: 'false' },
  // without it, it signs nothing for a pull request
  does: (choice) => ({ ...NOTHING, env: { CSC_FOR_PULL_REQUEST: 'true' }, notary: notaryOf(choice, NOTARY), files: keyFile(notaryOf(choice, NOTARY)) }),
  proof: (choice) => appleProof(choice, false),
  guide: (told) => appleGuide(told, {
    certificate: ['CSC_LINK', 'CSC_KEY_PASSWORD'],
    configuration: [configuration(told)],
    links: ['https://www.electron.build/docs/features/code-signing/code-signing-mac'],
  }),
};

function configuration({ required, signing: { notary } }: Told): Lines {
  const notarizes = Object.keys(notary).length > 0;
  return {
    about: 'electron-builder signs with the certificate that it is given. The hardened runtime, which Apple asks for, is on unless the configuration switches it off.'
      + (notarizes ? ' It notarizes the app, but no package (`.pkg`) around it: that is for a hook of yours, `afterAllArtifactBuild`.' : ''),
    language: 'yaml',
    lines: ['# electron-builder.yml', ...required ? ['forceCodeSigning: true'] : [], 'mac:', `  notarize: ${notarizes}`],
  };
}
