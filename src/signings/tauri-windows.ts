import { authenticode, NOTHING, type SigningKind } from './signing-kind';

/** It finds the certificate in the user's store, by the thumbprint in its configuration. */
export const tauriWindows: SigningKind = {
  title: 'Windows signing',
  purpose: 'signing the app for Windows',
  systems: ['windows'],
  variables: () => ['WINDOWS_CERTIFICATE', 'WINDOWS_CERTIFICATE_PASSWORD'],
  envWithout: {},
  does: () => ({ ...NOTHING, certificate: { store: 'windows', certificate: 'WINDOWS_CERTIFICATE', password: 'WINDOWS_CERTIFICATE_PASSWORD' } }),
  proof: authenticode,
};
