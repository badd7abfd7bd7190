import type { KnownCause } from '../known-cause';

export const azureSecretExpired: KnownCause = {
  id: 'azure-secret-expired',
  title: 'The secret of an Azure app has expired',
  signs: [/AADSTS7000222\b/],
  cause: 'The client secret by which the job logs in to Azure, to sign for instance, has come to its end.',
  cure: 'Make a new one in the registration of the app, and store it in the same secret.',
  then: 'settings-then-rerun',
  before: 'rehearse',
  sources: ['https://github.com/secondlife/viewer/issues/4891'],
};
