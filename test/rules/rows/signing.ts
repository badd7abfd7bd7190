import { AzureAuthentication, BuildJob, Notarization, Platform, type PlatformOptions, PublishTarget, Secret, Signing, Updater } from '../../../src';
import type { Case } from '../../cases/case';
import { build, type Row } from '../row';

const APPLE = 'Apple signing and notarization';

function mac(...signing: Signing[]): Platform {
  return Platform.macosArm64({ run: ['make'], artifacts: ['out/*.dmg'], signing });
}

function windows(signing: Signing[], options: Partial<PlatformOptions> = {}): Platform {
  return Platform.windowsX64({ run: ['make'], artifacts: ['out/*.exe'], signing, ...options });
}

function on(...platforms: Platform[]): Case {
  return build({ platforms });
}

/** An app that updates itself, on a platform with these options. */
function updated(options: Partial<PlatformOptions>): Case {
  return build({
    platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['out/*.AppImage'], ...options })],
    publish: [PublishTarget.githubRelease({ updater: Updater.tauri({ publicKey: 'dW50cnVzdGVkIGNvbW1lbnQ6IG1pbmlzaWduIHB1YmxpYyBrZXkgNjQ5OEU5NUUxMDRFQUU0OQpSV1JKcms0UVh1bVlaR0NpM21abDQ2eFhXenVoSGpwQkh5NUhCWUVVTFE5OXhySHVreHpRakgzeAo=' }) })],
  });
}

/** What is declared of how platforms sign. */
export const signingRows: readonly Row[] = [
  {
    rule: 'signing-system-unfit',
    bad: on(windows([Signing.tauriMac()]), Platform.linuxX64({ run: ['make'], artifacts: ['out/*'], signing: [Signing.azure({ authentication: AzureAuthentication.SECRET })] })),
    says: [
      `platforms[0] windows-x64 signing '${APPLE}': signs on macOS only, and this platform runs on Windows.`,
      'Declare it on platforms of that system.',
      "platforms[1] linux-x64 signing 'Azure Artifact Signing': signs on Windows only, and this platform runs on Linux.",
      'Declare it on platforms of that system.',
    ],
    good: on(mac(Signing.tauriMac()), Platform.of('mini', { runsOn: ['self-hosted', 'mini'], run: ['make'], artifacts: ['out/*'], signing: [Signing.tauriMac()] })),
  },
  {
    rule: 'signing-declared-twice',
    bad: build({
      platforms: [mac(Signing.codesign())],
      jobs: [BuildJob.of('forge', { platforms: [mac(Signing.electronForgeMac())] })],
    }),
    says: [
      `signing '${APPLE}': is declared twice, as Signing.codesign and Signing.electronForgeMac, and the two differ.`,
      'Declare it once, as a constant, and use that wherever it is needed; or give one of the two a title of its own.',
    ],
    good: build({
      platforms: [mac(Signing.codesign({ teamId: 'ABCDE12345' }))],
      jobs: [BuildJob.of('forge', { platforms: [mac(Signing.codesign({ teamId: 'FGHIJ67890' }))] })],
    }),
  },
  {
    rule: 'signing-declared-twice',
    bad: on(
      mac(Signing.electronBuilderMac(), Signing.electronBuilderMac()),
      windows([], { secrets: [Secret.requiredGroup(APPLE, { secrets: ['OTHER'] })] }),
    ),
    says: [
      `signing '${APPLE}': is declared twice, and the two differ.`,
      'Declare it once, as a constant, and use that wherever it is needed; or give one of the two a title of its own.',
      `platforms[0] macos-arm64 signing '${APPLE}': is declared twice for this platform.`,
      'Leave one of the two out.',
    ],
    good: on(mac(Signing.electronBuilderMac()), windows([], { secrets: [Secret.requiredGroup('Apple', { secrets: ['OTHER'] })] })),
  },
  {
    rule: 'signing-declared-twice',
    bad: on(mac(Signing.electronBuilderMac()), Platform.macosX64({ run: ['make'], artifacts: ['out/*.dmg'], signing: [Signing.tauriMac()] })),
    says: [
      `signing '${APPLE}': is declared twice, as Signing.electronBuilderMac and Signing.tauriMac, and the two differ.`,
      'Declare it once, as a constant, and use that wherever it is needed; or give one of the two a title of its own.',
    ],
  },
  {
    rule: 'signing-secret-unknown',
    bad: build({
      jobs: [BuildJob.of('app', { platforms: [mac(Signing.electronBuilderMac({ secrets: { CSC_LNK: 'MAC_CERT', APPLE_ID: 'MAIL', CSC_KEY_PASSWORD: 'PW' } }))] })],
    }),
    says: [
      `jobs[0].platforms[0].signing[0].secrets: 'CSC_LNK' is no variable that '${APPLE}' reads.`,
      "Did you mean 'CSC_LINK'?",
      `jobs[0].platforms[0].signing[0].secrets: 'APPLE_ID' is no variable that '${APPLE}' reads.`,
      'There are: CSC_LINK, CSC_KEY_PASSWORD, APPLE_API_KEY, APPLE_API_KEY_ID, APPLE_API_ISSUER.',
    ],
    good: on(mac(Signing.electronBuilderMac({ notarization: Notarization.APPLE_ID, secrets: { CSC_LINK: 'MAC_CERT', APPLE_ID: 'MAIL' } }))),
  },
  {
    rule: 'signing-team-malformed',
    bad: on(mac(Signing.codesign({ teamId: 'abcde12345' })), Platform.macosX64({ run: ['make'], artifacts: ['out/*.pkg'], signing: [Signing.codesign({ teamId: 'Acme Ltd' })] })),
    says: [
      `platforms[0] macos-arm64 signing '${APPLE}': 'abcde12345' is no team id, which has ten capital letters and digits.`,
      "Write 'ABCDE12345'.",
      `platforms[1] macos-x64 signing '${APPLE}': 'Acme Ltd' is no team id, which has ten capital letters and digits.`,
      "Write it as under Membership details on developer.apple.com/account, for instance 'ABCDE12345'.",
    ],
    good: on(mac(Signing.codesign({ teamId: 'ABCDE12345' })), windows([Signing.electronBuilderWindows({ publisher: 'Acme Ltd' })])),
  },
  {
    rule: 'signing-publisher-malformed',
    bad: on(
      windows([Signing.azure({ authentication: AzureAuthentication.SECRET, publisher: 'CN=Acme Ltd, O=Acme Ltd, C=GB' })]),
      Platform.windowsArm64({ run: ['make'], artifacts: ['out/*.exe'], signing: [Signing.electronBuilderWindows({ publisher: 'cn="Acme, Inc."' })] }),
    ),
    says: [
      "platforms[0] windows-x64 signing 'Azure Artifact Signing': 'CN=Acme Ltd, O=Acme Ltd, C=GB' is a whole subject, and a publisher is its common name alone.",
      "Write 'Acme Ltd'.",
      "platforms[1] windows-arm64 signing 'Windows signing': 'cn=\"Acme, Inc.\"' is a whole subject, and a publisher is its common name alone.",
      "Write 'Acme, Inc.'.",
    ],
    good: on(windows([Signing.electronBuilderWindows({ publisher: 'CNC=Werk, GmbH' })]), mac(Signing.codesign({ teamId: 'CN12345678' }))),
  },
  {
    rule: 'signing-proves-nothing',
    bad: on(
      mac(Signing.electronBuilderMac({ files: ['out/*.exe', '!out/*.dmg'] })),
      windows([Signing.electronBuilderWindows()], { artifacts: ['out/*.zip'] }),
      Platform.linuxX64({ run: ['make'], artifacts: ['setup.exe', 'out/*.sig'], signing: [Signing.tauriUpdater()] }),
    ),
    says: [
      `platforms[0] macos-arm64 signing '${APPLE}': looks at 'out/*.exe', '!out/*.dmg', where no signature can be; .dmg, .pkg, .zip, .app or .app.tar.gz can have one.`,
      'Name the signed files in files of the signing, or among the artifacts.',
      "platforms[1] windows-x64 signing 'Windows signing': looks at 'out/*.zip', where no signature can be; .exe, .msi, .msix, .appx, .msixbundle or .appxbundle can have one.",
      'Name the signed files in files of the signing, or among the artifacts.',
      "platforms[2] linux-x64 signing 'Signing of updates': looks at 'setup.exe', 'out/*.sig', where no signature can be; "
      + '.AppImage, .app.tar.gz, -setup.exe, .msi, .deb, .rpm, .AppImage.tar.gz, .nsis.zip or .msi.zip can have one.',
      'Name the signed files in files of the signing, or among the artifacts.',
    ],
    good: on(
      mac(Signing.electronBuilderMac({ files: ['out/mac/App.app/Contents/MacOS/App'] })),
      Platform.macosX64({ run: ['make'], artifacts: ['out/*.gz'], signing: [Signing.electronBuilderMac({ files: ['out/*.gz'] })] }),
      windows([Signing.electronBuilderWindows(), Signing.tauriUpdater()], { artifacts: ['out/*.zip', 'out/*.exe'] }),
      Platform.linuxX64({ run: ['make'], artifacts: ['bundle/**'], signing: [Signing.tauriUpdater()] }),
    ),
  },
  {
    rule: 'azure-without-environment',
    bad: on(windows([Signing.azure()])),
    says: [
      "platforms[0] windows-x64 signing 'Azure Artifact Signing': is trusted by Azure for one tag only, since the platform has no environment.",
      "Declare one, for instance environment: 'release', and make the federated credential for it.",
    ],
    good: on(windows([Signing.azure()], { environment: 'release' })),
  },
  {
    rule: 'updater-key-undeclared',
    bad: updated({}),
    says: [
      'platforms[0] linux-x64: is not given TAURI_SIGNING_PRIVATE_KEY, and publish[0] release updater needs its signatures.',
      "Declare signing: [Signing.tauriUpdater()], or leave it out of the updater's platforms.",
    ],
    good: updated({ secrets: [Secret.required({ secret: 'UPDATE_KEY', envName: 'TAURI_SIGNING_PRIVATE_KEY' })] }),
  },
  {
    rule: 'updater-key-undeclared',
    bad: updated({ secrets: [Secret.required({ secret: 'TAURI_SIGNING_PRIVATE_KEY', envName: 'UPDATE_KEY' })] }),
    says: [
      'platforms[0] linux-x64: is not given TAURI_SIGNING_PRIVATE_KEY, and publish[0] release updater needs its signatures.',
      "Declare signing: [Signing.tauriUpdater()], or leave it out of the updater's platforms.",
    ],
    good: updated({ env: { TAURI_SIGNING_PRIVATE_KEY: 'a key for trying things out' } }),
  },
  {
    rule: 'secret-env-taken',
    bad: on(
      windows([Signing.electronBuilderWindows({ secrets: { WIN_CSC_LINK: 'PFX' } })], { env: { WIN_CSC_LINK: 'certificate.pfx' } }),
      mac(Signing.codesign(), Signing.tauriMac({ title: 'Tauri', notarization: Notarization.NONE, secrets: { APPLE_CERTIFICATE: 'CERT' } })),
      Platform.linuxX64({
        run: ['make'],
        artifacts: ['out/*.deb'],
        signing: [Signing.tauriUpdater({ password: false })],
        secrets: [Secret.required({ secret: 'TAURI_SIGNING_PRIVATE_KEY_PASSWORD' })],
      }),
      Platform.linuxArm64({
        run: ['make'],
        artifacts: ['out/*.deb'],
        env: { Tauri_Signing_Private_Key_Password: 'x' },
        signing: [Signing.tauriUpdater({ password: false })],
      }),
    ),
    says: [
      "platforms[0] windows-x64 secrets: the secret 'PFX' would be in the variable 'WIN_CSC_LINK', which the platform's env sets.",
      'Leave the variable out of env.',
      "platforms[2] linux-x64 secrets: the secret 'TAURI_SIGNING_PRIVATE_KEY_PASSWORD' would be in the variable 'TAURI_SIGNING_PRIVATE_KEY_PASSWORD', which 'Signing of updates' sets.",
      'Give it another variable: envName, or env of the group.',
      "platforms[3] linux-arm64 secrets: the variable 'TAURI_SIGNING_PRIVATE_KEY_PASSWORD', which 'Signing of updates' sets, stands in the platform's env as well.",
      'Leave the variable out of env.',
    ],
  },
  {
    rule: 'secret-env-taken',
    bad: on(mac(Signing.electronBuilderMac({ title: 'A' }), Signing.codesign({ title: 'B', secrets: { APPLE_API_KEY: 'P8' } }))),
    says: ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'].flatMap((variable) => [
      `platforms[0] macos-arm64 secrets: the secret '${variable === 'APPLE_API_KEY' ? 'P8' : variable}' would be in the variable '${variable}', which holds the secret '${variable}'.`,
      'Leave one of the two out: the tool that signs reads the variable of that name.',
    ]),
  },
];
