import { authenticode, NOTHING, type SigningKind } from './signing-kind';
import { windowsGuide } from './windows-guide';

/** It decodes the certificate itself. */
export const electronBuilderWindows: SigningKind = {
  title: 'Windows signing',
  purpose: 'signing the app for Windows',
  systems: ['windows'],
  variables: () => ['WIN_CSC_LINK', 'WIN_CSC_KEY_PASSWORD'],
  envWithout: {},
  does: () => NOTHING,
  proof: authenticode,
  guide: (told) => windowsGuide(told, {
    certificate: ['WIN_CSC_LINK', 'WIN_CSC_KEY_PASSWORD'],
    configuration: told.required ? [{
      about: 'electron-builder signs with the certificate that it is given. Where that fails it goes on without, unless the configuration says:',
      language: 'yaml',
      lines: ['# electron-builder.yml', 'win:', '  forceCodeSigning: true'],
    }] : [],
    links: ['https://www.electron.build/docs/features/code-signing/code-signing-win'],
  }),
};
