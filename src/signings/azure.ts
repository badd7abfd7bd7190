import { azureGuide } from './azure-guide';
import { authenticode, NOTHING, type SigningKind } from './signing-kind';

/** The tool finds who it is in the variables of Azure's own libraries. */
export const azure: SigningKind = {
  title: 'Azure Artifact Signing',
  purpose: 'signing the app for Windows',
  systems: ['windows'],
  variables: ({ authentication }) => ['AZURE_TENANT_ID', 'AZURE_CLIENT_ID', ...authentication === 'secret' ? ['AZURE_CLIENT_SECRET'] : []],
  envWithout: {},
  does: ({ authentication }) => ({ ...NOTHING, azureToken: authentication === 'oidc' }),
  proof: authenticode,
  guide: azureGuide,
};
