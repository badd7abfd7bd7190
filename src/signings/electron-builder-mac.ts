import { API_KEY, appleProof, keyFile, notaryOf, type NotaryVariables } from './apple';
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
};
