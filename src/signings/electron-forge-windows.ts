import { authenticode, NOTHING, type SigningKind } from './signing-kind';
import { windowsGuide } from './windows-guide';

/** forge.config names the file and the password. */
export const electronForgeWindows: SigningKind = {
  title: 'Windows signing',
  purpose: 'signing the app for Windows',
  systems: ['windows'],
  variables: () => ['WINDOWS_CERTIFICATE_FILE', 'WINDOWS_CERTIFICATE_PASSWORD'],
  envWithout: {},
  does: () => ({ ...NOTHING, files: [{ variable: 'WINDOWS_CERTIFICATE_FILE', name: 'certificate.pfx', base64: true }] }),
  proof: authenticode,
  guide: (told) => windowsGuide(told, {
    certificate: ['WINDOWS_CERTIFICATE_FILE', 'WINDOWS_CERTIFICATE_PASSWORD'],
    configuration: [{
      about: `In \`forge.config.js\`${told.required ? '' : ', only where `process.env.WINDOWS_CERTIFICATE_FILE` is set'}, for the app and for each maker that makes a setup program:`,
      language: 'js',
      lines: [
        'const windowsSign = {',
        '  certificateFile: process.env.WINDOWS_CERTIFICATE_FILE,',
        '  certificatePassword: process.env.WINDOWS_CERTIFICATE_PASSWORD,',
        '};',
        '// packagerConfig: { windowsSign }',
        '// new MakerSquirrel({ windowsSign })',
      ],
    }],
    links: ['https://www.electronforge.io/guides/code-signing/code-signing-windows'],
  }),
};
