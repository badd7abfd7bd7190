import { Project } from 'projen';
import { BuildJob, Platform, Setup, TagBuild } from '../../../src';

/** Tools whose versions the repository says already, in the files that people know. */
export const before = {
  'web/.nvmrc': 'lts/*\n',
  'web/package.json': '{ "packageManager": "pnpm@10.28.1+sha512.0123", "scripts": { "build": "vite build" } }\n',
  'app/pubspec.yaml': 'name: app\nenvironment:\n  sdk: ^3.9.0\n  flutter: 3.35.0\n',
  'app/server/go.mod': 'module acme/server\n\ngo 1.25.1\n',
  'app/.tool-versions': 'java temurin-21.0.5+11\nruby 3.4.1\n',
  'app/gradle/wrapper/gradle-wrapper.properties': 'distributionSha256Sum=0123\ndistributionUrl=https\\://services.gradle.org/distributions/gradle-9.0-bin.zip\n',
  'app/native/rust-toolchain.toml': '[toolchain]\nchannel = "1.91.0"\n',
  'app/global.json': '{ "sdk": { "version": "9.0.100" } }\n',
  'cli/package.json': '{ "scripts": { "compile": "bun build --compile" } }\n',
};

export function project(outdir: string): Project {
  return new Project({ outdir, name: 'desktop' });
}

export function declare(desktop: Project): void {
  new TagBuild(desktop, 'tools', {
    jobs: [
      BuildJob.of('web', {
        workingDirectory: 'web',
        setup: [Setup.nodeFrom('.nvmrc'), Setup.pnpm()],
        prepare: [{ name: 'Install dependencies', run: 'pnpm install --frozen-lockfile' }],
        platforms: [Platform.linuxX64({ script: 'build', artifacts: ['dist/**'] })],
        handedOn: true,
      }),
      BuildJob.of('app', {
        workingDirectory: 'app',
        needs: [{ job: 'web', path: 'assets/web' }],
        setup: [Setup.flutterFrom('pubspec.yaml'), Setup.goFrom('server/go.mod'), Setup.javaFrom('.tool-versions'), Setup.gradleWrapper()],
        prepare: [{ name: 'Install dependencies', run: 'flutter pub get --enforce-lockfile' }],
        platforms: [
          Platform.linuxX64({ setup: [Setup.cmake('4.0.3')], run: ['flutter build linux'], artifacts: ['build/linux/**'] }),
          Platform.windowsX64({ setup: [Setup.dotnetFrom('global.json')], run: ['flutter build windows'], artifacts: ['build/windows/**'] }),
          Platform.macosArm64({
            setup: [Setup.rubyFrom('.tool-versions'), Setup.rustFrom('native/rust-toolchain.toml', { targets: ['x86_64-apple-darwin'], components: ['rust-src'] })],
            run: ['flutter build macos'],
            artifacts: ['build/macos/**'],
          }),
        ],
      }),
      BuildJob.of('cli', {
        workingDirectory: 'cli',
        setup: [Setup.bun('1.3.0')],
        platforms: [
          Platform.linuxX64({ script: 'compile', artifacts: ['out/*'] }),
          Platform.linuxArm64({ setup: [Setup.zig('0.15.2')], run: ['zig build --release'], artifacts: ['out/*'] }),
          Platform.windowsX64({ setup: [Setup.java('21', { distribution: 'zulu' }), Setup.dotnet('9.0.x'), Setup.ruby('3.4')], run: ['make'], artifacts: ['out/*'] }),
          Platform.macosArm64({ setup: [Setup.uv('0.9.2'), Setup.deno('2.5.0'), Setup.go('1.25')], run: ['uv run make'], artifacts: ['out/*'] }),
          Platform.macosX64({ setup: [Setup.node('24'), Setup.npm('11.6.2')], script: 'compile', artifacts: ['out/*'] }),
        ],
      }),
    ],
  });
}
