import { authenticode, NOTHING, type SigningKind } from './signing-kind';
import { windowsGuide } from './windows-guide';

/** It finds the certificate in the user's store, by the thumbprint in its configuration. */
export const tauriWindows: SigningKind = {
  title: 'Windows signing',
  purpose: 'signing the app for Windows',
  systems: ['windows'],
  variables: () => ['WINDOWS_CERTIFICATE', 'WINDOWS_CERTIFICATE_PASSWORD'],
  envWithout: {},
  does: () => ({ ...NOTHING, certificate: { store: 'windows', certificate: 'WINDOWS_CERTIFICATE', password: 'WINDOWS_CERTIFICATE_PASSWORD' } }),
  proof: authenticode,
  guide: (told) => windowsGuide(told, {
    certificate: ['WINDOWS_CERTIFICATE', 'WINDOWS_CERTIFICATE_PASSWORD'],
    configuration: [{
      about: `Tauri looks for the certificate by its fingerprint, without colons, ${told.required
        ? 'in `tauri.conf.json`:'
        : 'and fails where it is not there. So write this into a file of its own, and build with `--config` and that file only where `WINDOWS_CERTIFICATE` is set:'}`,
      language: 'json',
      lines: [
        '{',
        '  "bundle": {',
        '    "windows": {',
        '      "certificateThumbprint": "the fingerprint",',
        '      "digestAlgorithm": "sha256",',
        '      "timestampUrl": "http://timestamp.digicert.com"',
        '    }',
        '  }',
        '}',
      ],
    }],
    links: ['https://v2.tauri.app/distribute/sign/windows/'],
  }),
};
