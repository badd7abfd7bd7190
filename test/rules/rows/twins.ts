import { AzureAuthentication, BuildJob, Platform, type PlatformOptions, PublishTarget, Secret, Setup, Signing, type TagBuildOptions, Updater } from '../../../src';
import { build, type Row } from '../row';

const csc = Secret.optionalGroup('Apple signing', { secrets: ['CSC_LINK', 'CSC_KEY_PASSWORD'], without: 'The app is not signed.' });
const arm = (options: Partial<PlatformOptions> = {}) => Platform.macosArm64({ run: ['npm run dist -- --arm64'], artifacts: ['dist/*-arm64.dmg', 'dist/*-arm64.zip'], ...options });
const intel = (options: Partial<PlatformOptions> = {}) => Platform.macosX64({ run: ['npm run dist -- --x64'], artifacts: ['dist/*-x64.dmg', 'dist/*-x64.zip'], ...options });
const linux = (name: 'x64' | 'arm64', options: Partial<PlatformOptions> = {}) => ({ x64: Platform.linuxX64, arm64: Platform.linuxArm64 }[name])({ run: ['make'], artifacts: ['dist/*.deb'], ...options });
const windows = (name: 'x64' | 'arm64', options: Partial<PlatformOptions> = {}) => ({ x64: Platform.windowsX64, arm64: Platform.windowsArm64 }[name])({ run: ['make'], artifacts: ['dist/*.exe'], ...options });
const on = (platforms: Platform[], options: Partial<TagBuildOptions> = {}) => build({ platforms, ...options });

/** Platforms that build the same for two architectures. */
export const twinRows: readonly Row[] = [
  {
    rule: 'twin-without-secret',
    bad: on([arm({ secrets: [csc] }), intel()]),
    says: ["platforms[1] macos-x64: is not given 'Apple signing', which 'macos-arm64' is for the same commands.", 'Declare it in secrets here, too.'],
    good: on([arm({ secrets: [csc] }), intel({ secrets: [csc] }), linux('x64')]),
  },
  {
    rule: 'twin-without-secret',
    bad: build({ platforms: undefined, jobs: [BuildJob.of('desktop', { platforms: [arm(), intel({ signing: [Signing.codesign()] })] })] }),
    says: ["jobs[0] desktop platforms[0] macos-arm64: is not given 'Apple signing and notarization', which 'macos-x64' is for the same commands.", 'Declare it in signing here, too.'],
    // a trial, another build, and the same variables in another way
    good: on([arm({ secrets: [csc], allowedToFail: 'New hardware.' }), intel(), arm({ name: 'store', run: ['npm run dist:store'], secrets: [csc] }), windows('x64', { env: { TOKEN: 'none' } }), windows('arm64', { secrets: [Secret.required({ secret: 'TOKEN' })] })]),
  },
  {
    rule: 'twin-without-secret',
    bad: on([windows('x64', { signing: [Signing.electronBuilderWindows(), Signing.tauriUpdater()], artifacts: ['dist/*.exe', 'dist/*.exe.sig'] }), windows('arm64', { signing: [Signing.tauriUpdater()], artifacts: ['dist/*.exe', 'dist/*.exe.sig'] })]),
    says: ["platforms[1] windows-arm64: is not given 'Windows signing', which 'windows-x64' is for the same commands.", 'Declare it in signing here, too.'],
    // both are signed, each in its way
    good: on([windows('x64', { signing: [Signing.electronBuilderWindows()] }), windows('arm64', { signing: [Signing.azure({ authentication: AzureAuthentication.SECRET })] })]),
  },
  {
    rule: 'twins-differ',
    bad: on([arm({ env: { ENTITLEMENTS: 'build/entitlements.plist', ARCH: 'arm64' } }), intel({ artifacts: ['dist/*-x64.dmg'] })]),
    says: ["platforms[1] macos-x64: lacks the pattern 'dist/*-arm64.zip' and the variable 'ENTITLEMENTS', which 'macos-arm64' has for the same commands.", 'Declare it here, too.'],
    // one collects both, and each has what is for its architecture
    good: on([arm({ env: { npm_config_arch: 'arm64', NODE_OPTIONS: '--max-old-space-size=6000' } }), intel({ artifacts: ['dist/*'] })]),
  },
  {
    rule: 'twins-differ',
    bad: on([linux('x64', { artifacts: ['dist/*.deb', 'dist/*.AppImage'], env: { CHANNEL: 'stable' } }), linux('arm64')]),
    says: ["platforms[1] linux-arm64: lacks the pattern 'dist/*.AppImage' and the variable 'CHANNEL', which 'linux-x64' has for the same commands.", 'Declare it here, too.'],
    // arm64 needs more, a snap and metadata are made once, and a tool is there for one of both only
    good: on([linux('x64', { artifacts: ['dist/*.deb', 'dist/*.snap', 'dist/latest-linux.yml'], setup: [Setup.apt(['snapd']), Setup.flutter('3.41.9')] }), linux('arm64', { env: { USE_SYSTEM_FPM: 'true' }, setup: [Setup.ruby('3.4')] })], { setup: [Setup.node('24')] }),
  },
  {
    rule: 'twins-differ',
    bad: on([windows('x64', { artifacts: ['dist/*.exe', 'dist/*.msi'] }), windows('arm64', { artifacts: ['dist/*.exe', 'dist/latest.yml'] })]),
    says: ["platforms[1] windows-arm64: lacks the pattern 'dist/*.msi', which 'windows-x64' has for the same commands.", 'Declare it here, too.'],
    // each collects something else, or updates only one of both
    good: on([windows('x64', { artifacts: ['dist/*.exe', 'dist/*.msi'] }), windows('arm64', { artifacts: ['dist/*.exe', 'dist/*.zip'] })], { publish: [PublishTarget.githubRelease({ updater: Updater.electronBuilder({ platforms: ['windows-x64'], output: 'dist' }) })] }),
  },
];
