import { BuildJob, Platform, Repository, Setup } from '../../../src';
import type { Case } from '../../cases/case';
import { build, inNodeProject, linux, type Row, together } from '../row';

const self = Repository.self();
const sibling = Repository.github('acme/engine');
const arm = Platform.linuxArm64({ run: ['make'], artifacts: ['dist/*'] });

function holding(before: Case['before'], declared: Case): Case {
  return { ...declared, before };
}

export const toolRows: readonly Row[] = [
  {
    rule: 'tool-input-taken',
    bad: build({
      setup: [Setup.node('22', { with: { cache: 'pnpm' } }), Setup.go('1.25', { with: { 'Cache': 'true', 'go-version': '1.24', 'check-latest': 'true' } })],
      platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['dist/*'], setup: [Setup.pnpm('10', { with: { run_install: 'true' } }), Setup.deno('2', { with: { 'cache-hash': 'x' } })] })],
      jobs: [BuildJob.of('docs', { platforms: [arm], setup: [Setup.pythonFrom('.python-version', { with: { 'cache': 'pip', 'python-version-file': 'x' } })] })],
      ignore: { 'tool-file-missing': 'it is made' },
    }),
    says: [
      "setup with of Setup.node: sets 'cache', and nothing is cached here: a tag build must not run what another run left behind.",
      'Leave it out.',
      "setup with of Setup.go: sets 'Cache', which the declaration sets to 'false'.",
      'Leave it out.',
      "setup with of Setup.go: sets 'go-version', which the declaration sets to '1.25'.",
      'Leave it out.',
      "jobs[0] docs setup with of Setup.python: sets 'cache', and nothing is cached here: a tag build must not run what another run left behind.",
      'Leave it out.',
      "jobs[0] docs setup with of Setup.python: sets 'python-version-file', which the declaration sets to '.python-version'.",
      'Leave it out.',
      "platforms[0] linux-x64 setup with of Setup.pnpm: sets 'run_install', which the declaration sets to 'false'.",
      'Leave it out.',
      "platforms[0] linux-x64 setup with of Setup.deno: sets 'cache-hash', and nothing is cached here: a tag build must not run what another run left behind.",
      'Leave it out.',
    ],
    good: build({
      setup: [
        Setup.node('22', { with: { 'package-manager-cache': 'false', 'cache': '', 'cache-dependency-path': 'package-lock.json', 'registry-url': 'https://npm.acme.dev' } }),
        Setup.java('21', { distribution: 'zulu', with: { 'java-package': 'jre' } }),
      ],
    }),
  },
  {
    rule: 'tool-version-malformed',
    bad: build({ setup: [Setup.flutter("3.35.0'; curl evil #"), Setup.go('$GO')], platforms: [Platform.linuxX64({ setup: [Setup.ruby('"3.4"')], run: ['make'], artifacts: ['dist/*'] })] }),
    says: [
      "setup: '$GO' is no version of Setup.go.",
      "Write a version or a range, for instance '22' or '3.11'.",
      "setup: '3.35.0'; curl evil #' is no version of Setup.flutter.",
      "Write a version or a range, for instance '22' or '3.11'.",
      "platforms[0] linux-x64 setup: '\"3.4\"' is no version of Setup.ruby.",
      "Write a version or a range, for instance '22' or '3.11'.",
    ],
    good: build({ setup: [Setup.node('lts/*'), Setup.deno('v2.x'), Setup.python('>=3.11 <3.14'), Setup.dotnet('8.0.x\n9.0.1xx'), Setup.ruby('truffleruby+graalvm-34'), Setup.go('${{ vars.GO }}')] }),
  },
  {
    rule: 'tool-version-malformed',
    bad: build({ setup: [Setup.npm('11'), Setup.zig('0.15'), Setup.cmake('latest')] }),
    says: [
      "setup: '11' is no full version, and Setup.npm installs exactly one.",
      "Write all of its numbers, for instance '4.0.3'.",
      "setup: '0.15' is no full version, and Setup.zig installs exactly one.",
      "Write all of its numbers, for instance '4.0.3'.",
      "setup: 'latest' is no full version, and Setup.cmake installs exactly one.",
      "Write all of its numbers, for instance '4.0.3'.",
    ],
    good: build({ setup: [Setup.npm('12.0.0-rc.1'), Setup.zig('0.13.0.post1'), Setup.cmake('3.31.0.1')] }),
  },
  {
    rule: 'tool-version-malformed',
    bad: holding({ "it's/pubspec.yaml": 'environment:\n  flutter: 3.35.0\n' }, build({
      setup: [Setup.flutterFrom("it's/pubspec.yaml"), Setup.rust('--help', { components: ['--force', 'rust-src,rustfmt', ''] })],
    })),
    says: [
      "setup: 'it's/pubspec.yaml' is a path with a quote or a $, and some actions put it into a script.",
      'Rename it.',
      "setup: '--help' is no version of Setup.rust.",
      "Write a version or a range, for instance '22' or '3.11'.",
      "setup: '--force' is no target or component of Setup.rust.",
      "Write its name, for instance 'rustfmt'.",
      "setup: 'rust-src,rustfmt' is no target or component of Setup.rust.",
      "Write its name, for instance 'rustfmt'.",
      "setup: '' is no target or component of Setup.rust.",
      "Write its name, for instance 'rustfmt'.",
    ],
    good: holding({ 'an app/pubspec.yaml': 'environment:\n  flutter: 3.35.0\n' }, build({
      setup: [Setup.flutterFrom('an app/pubspec.yaml'), Setup.rust('nightly-2026-11-01', { targets: ['thumbv8m.base-none-eabi'], components: ['llvm-tools'] })],
    })),
  },
  {
    rule: 'tool-missing',
    bad: build({ setup: [Setup.flutter('3.35.0')], platforms: [linux, arm, Platform.macosArm64({ run: ['make'], artifacts: ['dist/*'] })] }),
    says: [
      'setup: linux-arm64 runs on ubuntu-24.04-arm, and Flutter is released for x64 alone on Linux.',
      'Build it on another runner, or install the tool by steps of your own with Setup.of.',
    ],
    good: build({
      setup: [Setup.flutter('3.35.0', { with: { channel: 'master' } })],
      platforms: [arm, Platform.windowsArm64({ run: ['make'], artifacts: ['dist/*'] })],
    }),
  },
  {
    rule: 'package-manager-unknown',
    bad: holding({ 'package.json': '{ "packageManager": "pnpm@10" }' }, build({ setup: [Setup.pnpm()] })),
    says: [
      'setup: Setup.pnpm() has no version, and the package.json in the root names no full version of pnpm as packageManager.',
      "Write the version, for instance Setup.pnpm('10.28.1').",
    ],
    good: inNodeProject({ setup: [Setup.pnpm()] }),
  },
  {
    rule: 'package-manager-unknown',
    bad: holding({ 'package.json': 'null' }, build({ setup: [Setup.pnpm()] })),
    says: [
      'setup: Setup.pnpm() has no version, and the package.json in the root names no full version of pnpm as packageManager.',
      "Write the version, for instance Setup.pnpm('10.28.1').",
    ],
  },
  {
    rule: 'package-manager-unknown',
    bad: holding({ 'web/package.json': '{ "packageManager": "yarn@4.12.0" }' }, build({ setup: [Setup.pnpm()], workingDirectory: 'web' })),
    says: [
      "setup: Setup.pnpm() has no version, and the package.json in 'web' names no full version of pnpm as packageManager.",
      "Write the version, for instance Setup.pnpm('10.28.1').",
    ],
    good: holding({ 'web/package.json': '{ "devEngines": { "packageManager": [null, { "name": "pnpm", "version": "12.1.0" }] } }' }, build({ setup: [Setup.pnpm()], workingDirectory: 'web' })),
  },
  {
    rule: 'package-manager-unknown',
    bad: holding({ 'package.json': '{ "packageManager": "pnpm@10.28.1" }' }, build({ repositories: [self, sibling], workingDirectory: 'engine', setup: [Setup.pnpm()] })),
    says: [
      'setup: Setup.pnpm() has no version, and the job builds in another repository, whose package.json cannot be read here.',
      "Write the version, for instance Setup.pnpm('10.28.1').",
    ],
    good: build({ repositories: [self, sibling], workingDirectory: 'engine', setup: [Setup.pnpm('10.28.1')] }),
  },
  {
    rule: 'tool-file-missing',
    bad: build({ setup: [Setup.nodeFrom('.nvmrc')], workingDirectory: 'app' }),
    says: [
      "setup: there is no file 'app/.nvmrc' in this repository.",
      'Correct the path of Setup.nodeFrom, which is one from the working directory, or write the file.',
    ],
    good: holding({ '.nvmrc': 'lts/*\n' }, build({ setup: [Setup.nodeFrom('../.nvmrc')], workingDirectory: 'app' })),
  },
  {
    rule: 'tool-file-missing',
    bad: build({ repositories: [self, sibling], setup: [Setup.goFrom('go.mod')] }),
    says: [
      "setup: there is no file 'go.mod' in this repository.",
      'Correct the path of Setup.goFrom, which is one from the working directory, or write the file.',
    ],
    good: build({ repositories: [self, sibling], setup: [Setup.goFrom('../engine/go.mod')] }),
  },
  {
    rule: 'tool-file-missing',
    bad: holding({ 'tools/.nvmrc': '22' }, build({
      repositories: [Repository.self({ path: 'app', sparse: ['src'] }), Repository.github('acme/engine', { sparse: ['lib/go'] })],
      workingDirectory: 'app/src',
      setup: [Setup.nodeFrom('../tools/.nvmrc'), Setup.goFrom('../../engine/cmd/go.mod')],
    })),
    says: [
      "setup: 'app/tools/.nvmrc' is none of what is checked out of this repository: src.",
      "Add 'tools' to its sparse.",
      "setup: 'engine/cmd/go.mod' is none of what is checked out of acme/engine: lib/go.",
      "Add 'cmd' to its sparse.",
    ],
    good: holding({ '.nvmrc': '22' }, build({
      repositories: [Repository.self({ path: 'app', sparse: ['src'] }), Repository.github('acme/engine', { sparse: ['lib/go'] })],
      workingDirectory: 'app/src',
      setup: [Setup.nodeFrom('../.nvmrc'), Setup.goFrom('../../engine/lib/go.mod')],
    })),
  },
  {
    rule: 'path-outside-workspace',
    bad: build({ setup: [Setup.rustFrom('../rust-toolchain.toml')] }),
    says: [
      "setup: the path '../rust-toolchain.toml' lies outside the workspace.",
      'Write a path relative to the workspace, with forward slashes.',
    ],
  },
  {
    rule: 'tool-file-unfit',
    bad: holding({ '.nvmrc': '\n', '.tool-versions': 'nodejs 22.1.0\n', 'go.mod': 'module acme\n', 'pubspec.yaml': 'environment:\n  sdk: ^3.0.0\n  flutter: ">=3.0.0"\n' }, build({
      setup: [Setup.nodeFrom('.nvmrc'), Setup.bunFrom('.tool-versions'), Setup.goFrom('go.mod'), Setup.flutterFrom('pubspec.yaml')],
    })),
    says: [
      "setup: '.nvmrc' says no version of Node.js.", "Write one there, or declare it: Setup.node('...').",
      "setup: '.tool-versions' says no version of Bun.", "Write one there, or declare it: Setup.bun('...').",
      "setup: 'go.mod' says no version of Go.", "Write one there, or declare it: Setup.go('...').",
      "setup: 'pubspec.yaml' says no version of Flutter.", "Write one there, or declare it: Setup.flutter('...').",
    ],
    good: holding({
      '.nvmrc': 'lts/*\n',
      '.tool-versions': '# tools\nnodejs 22.1.0\nbun 1.3.0\ndeno 2.5.0\nuv 0.9.2\nruby 3.4.1\njava temurin-21.0.5+11\n',
      'go.mod': 'module acme\n\ngo 1.25\n',
      'pubspec.yaml': 'environment:\n  sdk: ^3.0.0\n  flutter: 3.35.0\n',
      'pyproject.toml': '[project]\nrequires-python = ">=3.11"\n',
      'global.json': '{ "sdk": { "version": "9.0.100" } }',
      'rust-toolchain.toml': '[toolchain]\nchannel = "1.91.0"\n',
    }, build({
      setup: [
        Setup.nodeFrom('.nvmrc'), Setup.bunFrom('.tool-versions'), Setup.denoFrom('.tool-versions'), Setup.uvFrom('.tool-versions'), Setup.rubyFrom('.tool-versions'),
        Setup.javaFrom('.tool-versions'), Setup.goFrom('go.mod'), Setup.flutterFrom('pubspec.yaml'), Setup.pythonFrom('pyproject.toml'), Setup.dotnetFrom('global.json'),
        Setup.rustFrom('rust-toolchain.toml'),
      ],
    })),
  },
  {
    rule: 'tool-file-unfit',
    bad: holding({ 'bun.lock': '1.3.0', 'Gemfile': 'ruby "3.4"' }, build({ setup: [Setup.bunFrom('bun.lock'), Setup.rubyFrom('Gemfile')] })),
    says: [
      "setup: Setup.bunFrom does not understand 'bun.lock'.",
      "Name .bun-version, .bumrc, .tool-versions or package.json, or declare the version: Setup.bun('...').",
      "setup: Setup.rubyFrom does not understand 'Gemfile'.",
      "Name .ruby-version, .tool-versions or mise.toml, or declare the version: Setup.ruby('...').",
    ],
    good: holding({ 'requirements.txt': 'uv==0.9.2\n', 'node.version': '22' }, build({ setup: [Setup.uvFrom('requirements.txt'), Setup.nodeFrom('node.version')] })),
  },
  {
    rule: 'tool-file-conflict',
    bad: holding({ '.nvmrc': 'v26.1.0\n' }, build({ setup: [Setup.nodeFrom('.nvmrc'), Setup.yarn()] })),
    says: [
      'setup: Yarn is set up by Corepack, which Node.js 26.1.0 does not have; the last with it is 24.',
      "Use Setup.node('24'), or install Yarn by steps of your own with Setup.of.",
    ],
    good: holding({ '.nvmrc': 'lts/*\n', '.tool-versions': 'ruby 30\nnodejs 24.1.0\n' }, together(
      build({ setup: [Setup.nodeFrom('.nvmrc'), Setup.yarn()] }),
      build({ setup: [Setup.nodeFrom('.tool-versions'), Setup.yarn()] }, 'other'),
    )),
  },
  {
    rule: 'tool-file-conflict',
    bad: holding({ '.nvmrc': '25' }, build({ setup: [Setup.nodeFrom('.nvmrc')], platforms: [linux, Platform.macosArm64({ setup: [Setup.yarn()], run: ['make'], artifacts: ['dist/*'] })] })),
    says: [
      'platforms[1] macos-arm64 setup: Yarn is set up by Corepack, which Node.js 25 does not have; the last with it is 24.',
      "Use Setup.node('24'), or install Yarn by steps of your own with Setup.of.",
    ],
  },
  {
    rule: 'tool-file-conflict',
    bad: holding({ '.nvmrc': '25' }, build({ setup: [Setup.yarn()], platforms: [linux, Platform.macosArm64({ setup: [Setup.nodeFrom('.nvmrc')], run: ['make'], artifacts: ['dist/*'] })] })),
    says: [
      'platforms[1] macos-arm64 setup: Yarn is set up by Corepack, which Node.js 25 does not have; the last with it is 24.',
      "Use Setup.node('24'), or install Yarn by steps of your own with Setup.of.",
    ],
  },
  {
    rule: 'setup-conflict',
    bad: build({ setup: [Setup.node('25'), Setup.yarn()], platforms: [Platform.linuxX64({ setup: [Setup.go('1.25')], run: ['make'], artifacts: ['dist/*'] })] }),
    says: [
      'setup: Yarn is set up by Corepack, which Node.js 25 does not have; the last with it is 24.',
      "Use Setup.node('24'), or install Yarn by steps of your own with Setup.of.",
    ],
  },
  {
    rule: 'tool-file-overrides',
    bad: holding({ 'app/rust-toolchain.toml': '[toolchain]\nchannel = "1.91.0"\n', 'rust-toolchain': 'nightly\n' }, together(
      build({ workingDirectory: 'app', setup: [Setup.rust()] }),
      build({ platforms: [Platform.linuxX64({ setup: [Setup.rust('1.91.0', { targets: ['aarch64-unknown-linux-gnu'] })], run: ['make'], artifacts: ['dist/*'] })] }, 'other'),
    )),
    says: [
      "setup: 'rust-toolchain.toml' says 1.91.0 and counts more than Setup.rust('stable').",
      "Declare Setup.rustFrom('rust-toolchain.toml'), or write the same version into both.",
      "platforms[0] linux-x64 setup: 'rust-toolchain' says nightly and counts more than Setup.rust('1.91.0').",
      "Declare Setup.rustFrom('rust-toolchain'), or write the same version into both.",
    ],
    good: holding({ 'rust-toolchain.toml': '[toolchain]\nchannel = "1.91.0"\n', 'engine/rust-toolchain': 'nightly' }, together(
      build({ setup: [Setup.rust('1.91.0')] }),
      build({ setup: [Setup.rustFrom('rust-toolchain.toml')] }, 'other'),
      build({ setup: [Setup.rust()], repositories: [self, sibling], workingDirectory: 'engine' }, 'third'),
    )),
  },
  {
    rule: 'wrapper-unproven',
    bad: holding({
      'gradle/wrapper/gradle-wrapper.properties': 'distributionUrl=https\\://services.gradle.org/distributions/gradle-9.0-bin.zip\n',
      '.mvn/wrapper/maven-wrapper.properties': 'distributionSha256Sum=\nwrapperUrl=https://repo.maven.apache.org/maven-wrapper.jar\n',
    }, build({ setup: [Setup.java('21')] })),
    says: [
      "setup: 'gradle/wrapper/gradle-wrapper.properties' lies here, and nothing verifies the jar of Gradle's wrapper before it runs.",
      'Add Setup.gradleWrapper().',
      "setup: 'gradle/wrapper/gradle-wrapper.properties' has no distributionSha256Sum, so whatever is downloaded runs.",
      'Write distributionSha256Sum=<the sum that is published for that version> there.',
      "setup: '.mvn/wrapper/maven-wrapper.properties' has no distributionSha256Sum, so whatever is downloaded runs.",
      'Write distributionSha256Sum=<the sum that is published for that version> there.',
      "setup: '.mvn/wrapper/maven-wrapper.properties' has no wrapperSha256Sum, so whatever is downloaded runs.",
      'Write wrapperSha256Sum=<the sum that is published for that version> there.',
    ],
    good: holding({
      'gradle/wrapper/gradle-wrapper.properties': 'distributionSha256Sum=ab12\r\n',
      '.mvn/wrapper/maven-wrapper.properties': 'distributionType = only-script\ndistributionSha256Sum = cd34\n',
    }, build({ setup: [Setup.java('21'), Setup.gradleWrapper()] })),
  },
  {
    rule: 'wrapper-unproven',
    bad: holding({ 'gradle/wrapper/gradle-wrapper.properties': 'distributionSha256Sum=ab12' }, build({
      setup: [Setup.java('21')],
      platforms: [Platform.linuxX64({ setup: [Setup.gradleWrapper()], run: ['make'], artifacts: ['dist/*'] }), arm],
    })),
    says: [
      "setup: 'gradle/wrapper/gradle-wrapper.properties' lies here, and nothing verifies the jar of Gradle's wrapper before it runs.",
      'Add Setup.gradleWrapper().',
    ],
    good: holding({ 'gradle/wrapper/gradle-wrapper.properties': 'distributionSha256Sum=ab12' }, build({
      setup: [Setup.gradleWrapper()],
      platforms: [Platform.linuxX64({ setup: [Setup.java('21')], run: ['./gradlew dist'], artifacts: ['dist/*'] }), arm],
    })),
  },
];
