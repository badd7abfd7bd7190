import { build } from './several-jobs';
import { AzureAuthentication, Notarization, Platform, type PlatformOptions, PublishTarget, Signing } from '../../../src';
import type { Model } from '../../../src/model/model';

const without = 'It is not signed, and its system warns.';

function mac(name: string, signing: Signing[]): Platform {
  return Platform.macosArm64({ name, run: ['make'], artifacts: ['out/*.dmg'], signing });
}

function windows(name: string, signing: Signing[], options: Partial<PlatformOptions> = {}): Platform {
  return Platform.windowsX64({ name, run: ['make'], artifacts: ['out/*.exe'], signing, ...options });
}

function signed(...platforms: Platform[]): Model {
  return build({ platforms, publish: [PublishTarget.githubRelease()] });
}

/** Each way of signing, required and not, with each way to ask Apple and Azure: what is said of it. */
export const signedModels: Readonly<Record<string, Model>> = {
  'electron-builder-mac': signed(mac('mac', [Signing.electronBuilderMac({ teamId: 'ABCDE12345', secrets: { CSC_LINK: 'MAC_CERTIFICATE' } })])),
  'electron-builder-mac-without': signed(mac('mac', [Signing.electronBuilderMac({ without, notarization: Notarization.APPLE_ID })])),
  'electron-builder-windows': signed(windows('windows', [Signing.electronBuilderWindows({ publisher: 'Acme Ltd' })])),
  'azure': signed(windows('windows', [Signing.azure({ publisher: 'Acme Ltd' })], { environment: 'release' })),
  'azure-without-environment': signed(windows('windows', [Signing.azure({ without })])),
  'azure-secret': signed(windows('windows', [Signing.azure({ authentication: AzureAuthentication.SECRET })])),
  'codesign': signed(mac('mac', [Signing.codesign({ notarization: Notarization.NONE })])),
  'electron-forge-mac': signed(mac('mac', [Signing.electronForgeMac()])),
  'electron-forge-windows': signed(windows('windows', [Signing.electronForgeWindows({ without })])),
  'tauri-mac': signed(mac('mac', [Signing.tauriMac({ notarization: Notarization.APPLE_ID })])),
  'tauri-windows': signed(windows('windows', [Signing.tauriWindows()])),
  'tauri-updater': signed(windows('windows', [Signing.tauriUpdater({ without, config: 'app/tauri.conf.json' })])),
};

/** Several at once: what is required, what is not, and what signs nothing but updates. */
export const signedModel: Model = signed(
  mac('mac', [Signing.tauriMac({ without, teamId: 'ABCDE12345' }), Signing.tauriUpdater()]),
  windows('windows', [Signing.azure({ publisher: 'Acme Ltd' })], { environment: 'release' }),
);
