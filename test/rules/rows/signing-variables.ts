import { app } from './apps';
import { AzureAuthentication, BuildJob, Platform, type PlatformOptions, Secret, Signing } from '../../../src';
import { build, type Row } from '../row';

const secret = (name: string) => Secret.required({ secret: name, purpose: 'signing' });
const mac = (options: Partial<PlatformOptions>) => Platform.macosArm64({ run: ['make'], artifacts: ['dist/*.dmg'], ...options });
const windows = (options: Partial<PlatformOptions>) => Platform.windowsX64({ run: ['make'], artifacts: ['dist/*.exe'], ...options });
const apple = Secret.optionalGroup('Notarization', { secrets: ['APPLE_ID', 'APPLE_PASSWORD', 'APPLE_TEAM_ID'], without: 'The app is not notarized.' });

const electron = (configuration: object, scripts: object = {}) => ({ 'package.json': { scripts: { dist: 'electron-builder --publish never', ...scripts }, build: { mac: { target: 'dmg' }, ...configuration } } });
const built = (platform: (options: Partial<PlatformOptions>) => Platform, secrets: string[], configuration: object = {}, scripts: object = {}) =>
  app(electron(configuration, scripts), [platform({ run: undefined, script: 'dist', secrets: secrets.map(secret) })]);

/** A part of what signs, and not the rest. */
export const signingVariableRows: readonly Row[] = [
  {
    rule: 'signing-variable-alone',
    bad: build({ platforms: [mac({ secrets: [secret('APPLE_CERTIFICATE_PASSWORD')] }), windows({ secrets: [secret('AZURE_CLIENT_SECRET')], env: { AZURE_TENANT_ID: '0-0' } })] }),
    says: [
      'platforms[0] macos-arm64: is given APPLE_CERTIFICATE_PASSWORD and not APPLE_CERTIFICATE, whose password it is, so that nothing is signed by it.',
      'Declare APPLE_CERTIFICATE as a secret as well, or leave APPLE_CERTIFICATE_PASSWORD out.',
      'platforms[1] windows-x64: is given AZURE_CLIENT_SECRET and not AZURE_CLIENT_ID, without which nobody can log in by it.',
      'Declare AZURE_CLIENT_ID as well, or leave AZURE_CLIENT_SECRET out.',
    ],
    good: build({
      platforms: [
        mac({ secrets: [secret('APPLE_CERTIFICATE'), secret('APPLE_CERTIFICATE_PASSWORD')] }),
        // a public client of an app that signs nobody in by a secret
        windows({ signing: [Signing.azure({ authentication: AzureAuthentication.SECRET })] }), windows({ name: 'mail', env: { AZURE_CLIENT_ID: '0-0', AZURE_TENANT_ID: '0-0' } }),
      ],
    }),
  },
  {
    rule: 'signing-variable-alone',
    bad: build({ platforms: [mac({ secrets: [secret('CSC_INSTALLER_KEY_PASSWORD')] })], jobs: [BuildJob.of('tauri', { platforms: [windows({ secrets: [secret('TAURI_SIGNING_PRIVATE_KEY_PASSWORD')] })] })] }),
    says: [
      'platforms[0] macos-arm64: is given CSC_INSTALLER_KEY_PASSWORD and not CSC_INSTALLER_LINK, whose password it is, so that nothing is signed by it.',
      'Declare CSC_INSTALLER_LINK as a secret as well, or leave CSC_INSTALLER_KEY_PASSWORD out.',
      'jobs[0] tauri platforms[0] windows-x64: is given TAURI_SIGNING_PRIVATE_KEY_PASSWORD and not TAURI_SIGNING_PRIVATE_KEY, whose password it is, so that nothing is signed by it.',
      'Declare TAURI_SIGNING_PRIVATE_KEY as a secret as well, or leave TAURI_SIGNING_PRIVATE_KEY_PASSWORD out.',
    ],
    // the rest comes by a command, or under a name that a script knows
    good: build({ platforms: [mac({ name: 'script', secrets: [secret('APPLE_CERT_P12_BASE64'), secret('APPLE_CERTIFICATE_PASSWORD')] }), windows({ run: ['make', 'AzureSignTool sign -kvt 0-0 -kvi 0-0 -kvs "$AZURE_CLIENT_SECRET" dist/a.exe'], secrets: [secret('AZURE_CLIENT_SECRET')] }), mac({ run: ['export CSC_INSTALLER_LINK="$PWD/certificates/installer.p12"', 'make'], secrets: [secret('CSC_INSTALLER_KEY_PASSWORD')] })] }),
  },
  {
    rule: 'signing-variable-alone',
    bad: build({ platforms: [mac({ secrets: [apple] })] }),
    says: [
      'platforms[0] macos-arm64: is given APPLE_ID and APPLE_PASSWORD, by which Apple is asked to notarize, and no certificate: what is not signed is not notarized.',
      'Declare a Signing for macOS, or the secrets of the certificate as well.',
    ],
    // a certificate that a step imports, or that lies on a machine of one's own
    good: build({
      platforms: [
        mac({ secrets: [apple], preBuildSteps: [{ uses: 'apple-actions/import-codesign-certs@b610f78488812c1e56b20e6df63ec42d833f2d14' }] }),
        mac({ name: 'mini', runsOn: ['self-hosted', 'macos'], secrets: [apple] }), windows({ secrets: [apple] }),
      ],
    }),
  },
  {
    rule: 'signing-variable-alone',
    bad: build({ platforms: [mac({ secrets: [secret('APPLE_API_KEY')], env: { APPLE_API_ISSUER: '0-0' } })] }),
    says: [
      'platforms[0] macos-arm64: is given APPLE_API_KEY, by which Apple is asked to notarize, and no certificate: what is not signed is not notarized.',
      'Declare a Signing for macOS, or the secrets of the certificate as well.',
    ],
    good: build({ platforms: [mac({ secrets: [secret('APPLE_API_KEY'), secret('BUILD_CERTIFICATE_BASE64')] }), mac({ name: 'signed', signing: [Signing.tauriMac()] })] }),
  },
  {
    rule: 'electron-builder-certificate-missing',
    bad: built(mac, ['CSC_KEY_PASSWORD']),
    says: ['platforms[0] macos-arm64: electron-builder is given CSC_KEY_PASSWORD and no CSC_LINK, so that it knows no certificate, and signs nothing by it.', 'Declare CSC_LINK in one group with it, or leave it out.'],
    good: built(mac, ['CSC_KEY_PASSWORD', 'CSC_LINK']),
  },
  {
    rule: 'electron-builder-certificate-missing',
    bad: built(windows, ['WIN_CSC_KEY_PASSWORD']),
    says: ['platforms[0] windows-x64: electron-builder is given WIN_CSC_KEY_PASSWORD and no WIN_CSC_LINK or CSC_LINK, so that it knows no certificate, and signs nothing by it.', 'Declare WIN_CSC_LINK in one group with it, or leave it out.'],
    good: built(windows, ['WIN_CSC_KEY_PASSWORD'], { win: { signtoolOptions: { certificateFile: 'build/app.pfx' } } }),
  },
  {
    rule: 'electron-builder-certificate-missing',
    bad: built(windows, ['CSC_KEY_PASSWORD']),
    says: ['platforms[0] windows-x64: electron-builder is given CSC_KEY_PASSWORD and no WIN_CSC_LINK or CSC_LINK, so that it knows no certificate, and signs nothing by it.', 'Declare WIN_CSC_LINK in one group with it, or leave it out.'],
    // a script imports the certificate by it
    good: built(mac, ['CSC_KEY_PASSWORD'], {}, { predist: 'security import app.p12 -P "$CSC_KEY_PASSWORD"' }),
  },
  {
    rule: 'electron-builder-certificate-missing',
    bad: built(windows, ['WIN_CSC_KEY_PASSWORD'], { win: { signtoolOptions: { publisherName: 'Acme' } } }),
    says: ['platforms[0] windows-x64: electron-builder is given WIN_CSC_KEY_PASSWORD and no WIN_CSC_LINK or CSC_LINK, so that it knows no certificate, and signs nothing by it.', 'Declare WIN_CSC_LINK in one group with it, or leave it out.'],
    // it is in the store of the machine
    good: built(windows, ['WIN_CSC_KEY_PASSWORD'], { win: { signtoolOptions: { certificateSubjectName: 'Acme' } } }),
  },
  {
    rule: 'electron-builder-certificate-missing',
    bad: built(windows, ['AZURE_TENANT_ID', 'AZURE_CLIENT_ID'], { win: { azureSignOptions: { endpoint: 'https://eus.codesigning.azure.net/' } } }),
    says: [
      'platforms[0] windows-x64: win.azureSignOptions in build in package.json signs by Azure, and the build is given AZURE_TENANT_ID and AZURE_CLIENT_ID and not AZURE_CLIENT_SECRET.',
      'Declare signing: [Signing.azure()], or what is missing as secrets.',
    ],
    // all of it, in one of its ways; or an app whose users log in by Azure
    good: app(electron({ win: { azureSignOptions: { endpoint: 'https://eus.codesigning.azure.net/' } } }), [
      windows({ run: undefined, script: 'dist', env: { AZURE_FEDERATED_TOKEN_FILE: 'token' }, secrets: ['AZURE_TENANT_ID', 'AZURE_CLIENT_ID'].map(secret) }),
      windows({ name: 'signed', run: undefined, script: 'dist', signing: [Signing.azure({ authentication: AzureAuthentication.SECRET })] }),
    ]),
  },
];
