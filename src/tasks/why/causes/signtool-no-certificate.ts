import type { KnownCause } from '../known-cause';

export const signtoolNoCertificate: KnownCause = {
  id: 'signtool-no-certificate',
  title: 'signtool finds no certificate',
  signs: [/SignTool Error: No certificates were found that met all the given criteria/],
  cause: 'The certificate that signtool is told of is not in the store of the machine or not in the file, has ended, or has no private key with it.',
  cure: 'Export the certificate with its private key as a `.pfx`, and set the secrets to it and to its password. If the configuration names another thumbprint, correct that and push a new tag instead.',
  then: 'settings-then-rerun',
  before: 'rehearse',
  sources: ['https://github.com/dlemstra/code-sign-action/issues/3'],
};
