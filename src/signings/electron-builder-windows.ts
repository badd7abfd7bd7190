import { authenticode, NOTHING, type SigningKind } from './signing-kind';

/** It decodes the certificate itself. */
export const electronBuilderWindows: SigningKind = {
  title: 'Windows signing',
  purpose: 'signing the app for Windows',
  systems: ['windows'],
  variables: () => ['WIN_CSC_LINK', 'WIN_CSC_KEY_PASSWORD'],
  envWithout: {},
  does: () => NOTHING,
  proof: authenticode,
};
