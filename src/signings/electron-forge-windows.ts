import { authenticode, NOTHING, type SigningKind } from './signing-kind';

/** forge.config names the file and the password. */
export const electronForgeWindows: SigningKind = {
  title: 'Windows signing',
  purpose: 'signing the app for Windows',
  systems: ['windows'],
  variables: () => ['WINDOWS_CERTIFICATE_FILE', 'WINDOWS_CERTIFICATE_PASSWORD'],
  envWithout: {},
  does: () => ({ ...NOTHING, files: [{ variable: 'WINDOWS_CERTIFICATE_FILE', name: 'certificate.pfx', base64: true }] }),
  proof: authenticode,
};
