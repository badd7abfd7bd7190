import { BuildJob, Platform, PublishTarget, Repository, Secret, Setup } from '../../../src';
import type { Case } from '../../cases/case';
import { build, fromJavaScript, inNodeProject, linux, patched, type Row } from '../row';

const made = { run: ['make'], artifacts: ['dist/*'] };

const byScript = Platform.linuxX64({ artifacts: ['dist/*'], script: 'build' });

/** A build in a repository with a submodule `apps/app`. */
function besideSubmodule(workingDirectory: string, files: Case['before'] = {}, setup: Setup[] = []): Case {
  return {
    ...build({ workingDirectory, setup, platforms: [byScript] }),
    before: { '.gitmodules': '[submodule "app"]\n\tpath = apps/app\n\turl = ../app.git\n', ...files },
  };
}

/** Put together here, so that no scanner takes this file for a leak. */
const TOKEN = ['ghp', 'a1B2'.repeat(9)].join('_');

/** What is built where, and by which steps. */
export const platformRows: readonly Row[] = [
  {
    rule: 'platform-missing',
    bad: build({ platforms: [] }),
    says: [
      'platforms: is empty; at least one is needed.',
      'Declare one, for instance Platform.linuxX64({ run: [...], artifacts: [...] }).',
    ],
    good: build({}),
  },
  {
    rule: 'too-many-platforms',
    bad: build({ platforms: Array.from({ length: 257 }, (_, n) => Platform.of(`p${n}`, { ...made, runsOn: ['ubuntu-24.04'] })) }),
    says: [
      'platforms: has 257 platforms; GitHub allows 256 jobs in a matrix.',
      'Spread them over several build jobs.',
    ],
    good: build({ platforms: Array.from({ length: 256 }, (_, n) => Platform.of(`p${n}`, { ...made, runsOn: ['ubuntu-24.04'] })) }),
  },
  {
    rule: 'platform-name-malformed',
    bad: build({ platforms: ['linux x64', 'x'.repeat(81)].map((name) => Platform.linuxX64({ ...made, name })) }),
    says: [[0, 'linux x64'], [1, 'x'.repeat(81)]].flatMap(([index, name]) => [
      `platforms[${index}]: the name '${name}' has other characters than letters, digits, '.', '_' and '-', more than 80 of them, or does not start with a letter.`,
      "Choose a name such as 'linux-x64'.",
    ]),
    good: build({ platforms: ['Linux_x64-1.2', 'x'.repeat(80)].map((name) => Platform.linuxX64({ ...made, name })) }),
  },
  {
    rule: 'platform-name-taken',
    bad: build({ platforms: [linux, Platform.linuxX64({ ...made, name: 'LINUX.X64' })] }),
    says: [
      "platforms[1]: the name 'LINUX.X64' is taken by the platform 'linux-x64'; upper and lower case, '.' and '-' count as the same.",
      "Give it another one, for instance name: 'LINUX.X64-2'.",
    ],
    good: build({ platforms: [linux, Platform.linuxX64({ ...made, name: 'linux-x64-2' })] }),
  },
  {
    rule: 'platform-without-build',
    bad: build({ platforms: [Platform.linuxX64({ artifacts: ['dist/*'] }), Platform.macosArm64({ run: [' '], artifacts: ['dist/*'] })] }),
    says: [
      'platforms[0] linux-x64: has neither script nor run, so nothing would be built.',
      "Declare script: 'build' or run: ['make'].",
      'platforms[1] macos-arm64: has neither script nor run, so nothing would be built.',
      "Declare script: 'build' or run: ['make'].",
    ],
    good: build({ platforms: [Platform.linuxX64({ run: ['', 'make'], artifacts: ['dist/*'] })] }),
  },
  {
    rule: 'platform-with-two-builds',
    bad: inNodeProject({ platforms: [Platform.linuxX64({ ...made, script: 'installer' })] }),
    says: [
      "platforms[0] linux-x64: has both script 'installer' and run; only one of them is allowed.",
      "Leave out script and put 'npm run installer' where it belongs among the commands of run.",
    ],
    good: inNodeProject({ platforms: [Platform.linuxX64({ artifacts: ['dist/*'], script: 'installer' })] }),
  },
  {
    rule: 'platform-without-artifacts',
    bad: build({ platforms: [Platform.linuxX64({ run: ['make'], artifacts: [] }), Platform.macosX64({ run: ['make'], artifacts: ['!dist/*.map'] })] }),
    says: [
      'platforms[0] linux-x64: names no artifacts; at least one pattern is needed.',
      "Declare what the build produces, for instance artifacts: ['dist/*'].",
      'platforms[1] macos-x64: names no artifacts; at least one pattern is needed.',
      "Declare what the build produces, for instance artifacts: ['dist/*'].",
    ],
    good: build({ platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['dist/*', '!dist/*.map'] })] }),
  },
  {
    rule: 'platform-without-runner',
    bad: build({ platforms: [Platform.of('arch', made)], guard: { runsOn: [] } }),
    says: [
      'guard.runsOn: is empty; a label is needed.',
      "Leave it out, or name one: runsOn: ['ubuntu-24.04'].",
      'platforms[0] arch: has no runner label.',
      "Declare one, for instance runsOn: ['ubuntu-24.04'], or several for a self-hosted runner.",
    ],
    good: build({
      platforms: [Platform.of('arch', { ...made, runsOn: ['self-hosted'] }), Platform.of('big', { ...made, runnerGroup: 'big' })],
      guard: { runnerGroup: 'enterprise/gate' },
    }),
  },
  {
    rule: 'runner-group-malformed',
    bad: build({
      platforms: ['team/big', 'org/a/b'].map((runnerGroup, index) => Platform.linuxX64({ ...made, name: `p${index}`, runnerGroup })),
      guard: { runnerGroup: 'organization/ ' },
    }),
    says: [
      "guard.runnerGroup: 'organization/ ' names no group.",
      'Leave it out, or name one as it stands under Settings, Actions, Runner groups.',
      ...[[0, 'team/big'], [1, 'org/a/b']].flatMap(([index, name]) => [
        `platforms[${index}] p${index} runnerGroup: '${name}' has a '/' that does not stand behind 'organization' or 'enterprise'.`,
        "Write the name alone, or for instance 'organization/name'.",
      ]),
    ],
    // in a group a label means what its owner likes
    good: build({
      platforms: ['big runners', 'org/big', 'ent/big'].map((runnerGroup, index) =>
        Platform.linuxX64({ ...made, name: `p${index}`, runnerGroup, runsOn: ['ubuntu-latest', 'macos-13', 'ours'], timeoutMinutes: 600 })),
    }),
  },
  {
    rule: 'runner-labels-impossible',
    bad: build({ guard: { runsOn: [' '] }, platforms: [Platform.macosX64({ ...made, runsOn: ['macos-15', 'Windows-2025', 'macos-15'] })] }),
    says: [
      'guard.runsOn: has a blank runner label.',
      'Leave it out.',
      "platforms[0] macos-x64: asks for one runner with the labels 'macos-15' and 'windows-2025', and each of GitHub's own has one of them.",
      'Name one of them; declare a platform for each.',
    ],
    good: build({ platforms: [Platform.macosX64({ ...made, runsOn: ['macos-15', 'macOS-15'] }), Platform.linuxX64({ ...made, runsOn: ['self-hosted', 'macos-13', 'ubuntu-latest'] })] }),
  },
  {
    rule: 'runner-label-retired',
    bad: build({ platforms: [Platform.macosX64({ ...made, runsOn: ['macos-13'] })] }),
    says: [
      "platforms[0] macos-x64: the runner 'macos-13' has been gone since 2025-12-04, so the job would never start.",
      "Use 'macos-15-intel'.",
    ],
    good: build({ platforms: [Platform.macosX64({ ...made, runsOn: ['macos-15-intel'] })] }),
  },
  {
    rule: 'runner-label-ending',
    bad: build({ platforms: [Platform.linuxX64({ ...made, runsOn: ['ubuntu-22.04'] })] }),
    says: [
      "platforms[0] linux-x64: the runner 'ubuntu-22.04' goes away on 2027-04-17, and jobs may fail from 2026-09-17 on.",
      "Use 'ubuntu-24.04'.",
    ],
    good: build({ platforms: [Platform.linuxX64({ ...made, runsOn: ['ubuntu-24.04'] })] }),
  },
  {
    rule: 'runner-label-moving',
    bad: build({ guard: { runsOn: ['ubuntu-latest'] } }),
    says: [
      "guard.runsOn: the runner 'ubuntu-latest' becomes another system from time to time.",
      "Use 'ubuntu-24.04'.",
    ],
    good: build({ guard: { runsOn: ['ubuntu-24.04'] } }),
  },
  {
    rule: 'runner-label-unknown',
    bad: build({ platforms: [Platform.linuxX64({ ...made, runsOn: ['ubuntu-2404'] })] }),
    says: [
      "platforms[0] linux-x64: 'ubuntu-2404' is none of GitHub's own runners as of 2026-11.",
      'If it is a runner of yours or a new one, nothing needs to be done.',
    ],
    good: build({ platforms: [Platform.linuxX64({ ...made, runsOn: ['self-hosted', 'ubuntu-2404'] })] }),
  },
  {
    rule: 'artifact-pattern-malformed',
    bad: build({ platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['/dist/*', 'dist\\*', '../dist/*', '**', 'dist/a:b'] })] }),
    says: [
      "platforms[0] linux-x64: '/dist/*' is absolute.",
      'Write it relative to the working directory.',
      'platforms[0] linux-x64: \'dist\\*\' has a \'\\\'.',
      "Write '/', on Windows too: 'dist/*'.",
      "platforms[0] linux-x64: '../dist/*' leads out of the working directory by '..'.",
      'Let the build put its files below the working directory.',
      "platforms[0] linux-x64: '**' matches everything there is, sources included.",
      "Name what the build makes, for instance 'dist/*'.",
      "platforms[0] linux-x64: 'dist/a:b' has ':', which no path in an artifact can have.",
      "Put '*' in its place and let the build name its files without it.",
    ],
    good: build({ platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['dist/**', './dist/a*b'] })] }),
  },
  {
    rule: 'artifact-pattern-malformed',
    bad: build({ platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['dist/{a,../b}', 'out/*.{dmg, zip}', 'dist/{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}'] })] }),
    says: [
      "platforms[0] linux-x64: 'dist/../b' leads out of the working directory by '..'.",
      'Let the build put its files below the working directory.',
      "platforms[0] linux-x64: 'out/*. zip' has a space behind '.', from its braces.",
      'Write the alternatives without spaces between them: {dmg,zip}.',
      "platforms[0] linux-x64: 'dist/{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}' stands for more than 50 patterns.",
      'Write several patterns, or a wildcard.',
    ],
    good: build({ platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['{dist/a,out/b}', 'dist/{x}', 'dist/{a,b}{a,b}{a,b}{a,b}{a,b}', 'dist/App{, Setup}.exe', 'dist/Vol. 2'] })] }),
  },
  {
    rule: 'artifact-pattern-malformed',
    bad: build({ platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['#dist/*', 'dist//*', '! dist/*.map', '!!', '\u00a0dist', '!/dist', 'dist/[x', 'dist/[z-a]', 'dist/[\u00e4]', '**/a/b/**/', 'dist/[.]/x'] })] }),
    says: [
      "platforms[0] linux-x64: '#dist/*' is a comment for the upload, and names nothing.",
      "Write '[#]dist/*'.",
      "platforms[0] linux-x64: 'dist//*' has '//'.",
      "Write '/'.",
      "platforms[0] linux-x64: '! dist/*.map' has a space behind its '!'.",
      'Leave it out.',
      "platforms[0] linux-x64: '!!' is empty.",
      "Name the files to upload, for instance 'dist/*.dmg'.",
      "platforms[0] linux-x64: '\u00a0dist' begins or ends with a space that is not the usual one.",
      'Leave it out.',
      "platforms[0] linux-x64: '!/dist' is absolute.",
      'Write it relative to the working directory.',
      "platforms[0] linux-x64: 'dist/[x' has a '[' without its end.",
      "Write '[[]' where a name has one.",
      "platforms[0] linux-x64: 'dist/[z-a]' has '[z-a]', which can be read in several ways.",
      "Write there ASCII characters, ranges such as a-z, and '-' at an end only; or the choices in braces.",
      "platforms[0] linux-x64: 'dist/[\u00e4]' has '[\u00e4]', which can be read in several ways.",
      "Write there ASCII characters, ranges such as a-z, and '-' at an end only; or the choices in braces.",
      "platforms[0] linux-x64: '**/a/b/**/' has '**' so often that the upload passes over files.",
      'Write fewer of them, or several patterns.',
      "platforms[0] linux-x64: 'dist/[.]/x' has '.' as a part of its path, which the upload refuses.",
      'Leave it out.',
    ],
    good: build({ platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['[#]dist/*', ' dist/* ', '!dist/*.map', '!!dist/x', 'dist/[[]x', 'dist/[a-z_-]', 'dist/{\u00e4,\u00f6}', 'dist/a[.]x'] })] }),
  },
  {
    rule: 'artifact-pattern-malformed',
    bad: build({ platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['.output/*'] }), Platform.macosArm64({ run: ['make'], artifacts: ['*.zip', '.cache/out/*.zip'] })] }),
    says: [
      "platforms[0] linux-x64: '.output/*' can match nothing: the upload leaves out '.output', which is hidden.",
      'Let the build put its files where no name begins with a dot.',
      "platforms[1] macos-arm64: '.cache/out/*.zip' can match nothing: the upload leaves out '.cache', which is hidden, where it looks from further above, for '*.zip'.",
      'Let the build put its files where no name begins with a dot.',
    ],
    good: build({ platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['dist/*', '.cache/out/*.zip', '!dist/.x'] })] }),
  },
  {
    rule: 'artifact-pattern-malformed',
    bad: build({ workingDirectory: 'app/.build', platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['*.zip', 'dist/*'] })] }),
    says: [
      "platforms[0] linux-x64: '*.zip' can match nothing: the upload leaves out '.build', which is hidden.",
      'Let the build put its files where no name begins with a dot.',
      "platforms[0] linux-x64: 'dist/*' can match nothing: the upload leaves out '.build', which is hidden, where it looks from further above, for 'app/.build/*.zip'.",
      'Let the build put its files where no name begins with a dot.',
    ],
    good: build({ workingDirectory: 'app/.build', platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['dist/*'] })] }),
  },
  {
    rule: 'artifact-patterns-alike',
    bad: build({
      platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['dist/*.AppImage', 'dist/*.deb', 'dist/*.appimage'] })],
      jobs: [BuildJob.of('mac', { platforms: [Platform.macosX64({ run: ['make'], artifacts: ['Out/*.dmg', 'out/*.dmg', '{out/*,x}.zip', 'OUT/*.zip'] })] })],
    }),
    says: [
      "platforms[0] linux-x64: 'dist/*.AppImage' and 'dist/*.appimage' differ in upper and lower case only, and each must match a file.",
      "Write 'dist/*.{AppImage,appimage}' if one of the two is enough.",
      "jobs[0] mac platforms[0] macos-x64: 'Out/*.dmg' and 'out/*.dmg' differ in upper and lower case only, and each must match a file.",
      "Write '{Out,out}/*.dmg' if one of the two is enough.",
      "jobs[0] mac platforms[0] macos-x64: 'out/*.zip' and 'OUT/*.zip' differ in upper and lower case only, and each must match a file.",
      "Write '{out,OUT}/*.zip' if one of the two is enough.",
    ],
    good: build({
      platforms: [
        Platform.linuxX64({ run: ['make'], artifacts: ['dist/*.{AppImage,appimage}', 'dist/*.app', '!dist/*.APP', 'dist/*.zip', 'dist/*.zip'] }),
        Platform.windowsX64({ run: ['make'], artifacts: ['dist/*.exe', 'dist/*.EXE'] }),
      ],
    }),
  },
  {
    rule: 'artifact-name-malformed',
    bad: build({ platforms: [Platform.linuxX64({ ...made, artifactName: 'linux/x64' })] }),
    says: [
      'platforms[0] linux-x64: the artifact name \'linux/x64\' is empty or has a character that GitHub refuses: " : < > | * ? \\ / or a line break.',
      'Choose another artifactName, or leave it out.',
    ],
    good: build({ platforms: [Platform.linuxX64({ ...made, artifactName: 'linux (x64)' })] }),
  },
  {
    rule: 'artifact-name-taken',
    bad: build({ platforms: [linux, Platform.macosX64({ ...made, artifactName: 'app-linux-x64' })] }),
    says: [
      "platforms[1] macos-x64: its artifact 'app-linux-x64' has the name of linux-x64's; names must differ.",
      'Give it an artifactName of its own, or leave it out: the default names the platform.',
    ],
    good: build({ platforms: [linux, Platform.macosX64({ ...made, artifactName: 'app-linux-x64-2' })] }),
  },
  {
    rule: 'artifact-name-taken',
    bad: build({ platforms: [Platform.of('release', { ...made, runsOn: ['ubuntu-24.04'] })], publish: [PublishTarget.githubRelease()] }),
    says: [
      "platforms[0] release: its artifact 'app-release' has the name of the one that holds the files of the release.",
      'Give it an artifactName of its own.',
    ],
    good: build({ platforms: [Platform.of('release', { ...made, runsOn: ['ubuntu-24.04'] })] }),
  },
  {
    rule: 'artifact-name-taken',
    bad: build({ platforms: [Platform.of('attestations', { ...made, runsOn: ['ubuntu-24.04'] })], publish: [PublishTarget.githubRelease({ attest: true })] }),
    says: [
      "platforms[0] attestations: its artifact 'app-attestations' has the name of the one that holds what attests the files of the release.",
      'Give it an artifactName of its own.',
    ],
    good: build({ platforms: [Platform.of('attestations', { ...made, runsOn: ['ubuntu-24.04'] })], publish: [PublishTarget.githubRelease()] }),
  },
  {
    rule: 'number-out-of-range',
    bad: build({ platforms: [Platform.linuxX64({ ...made, retry: { reason: 'a', attempts: 6, pauseSeconds: 601 }, smokeTest: { run: 'a', timeoutSeconds: 0 } })] }),
    says: [
      'platforms[0].retry.attempts: is 6; allowed are whole numbers from 2 to 5.',
      'Declare a number in that range.',
      'platforms[0].retry.pauseSeconds: is 601; allowed are whole numbers from 0 to 600.',
      'Declare a number in that range.',
      'platforms[0].smokeTest.timeoutSeconds: is 0; allowed are whole numbers from 1 to 1800.',
      'Declare a number in that range.',
    ],
    good: build({ platforms: [Platform.linuxX64({ ...made, retry: { reason: 'a', attempts: 5, pauseSeconds: 600 }, smokeTest: { run: 'a', timeoutSeconds: 1800 } })] }),
  },
  {
    rule: 'option-malformed',
    bad: build({ platforms: [Platform.linuxX64({ ...made, retry: { reason: '' }, smokeTest: { run: '' } })] }),
    says: [
      "platforms[0].retry.reason: is the text ''; allowed is a text that is not empty.",
      'Fill it in.',
      "platforms[0].smokeTest.run: is the text ''; allowed is a text that is not empty.",
      'Fill it in.',
    ],
  },
  {
    rule: 'expression-in-text',
    bad: build({ platforms: [Platform.linuxX64({ ...made, retry: { reason: '${{ github.ref }}' } })] }),
    says: [
      "platforms[0].retry.reason: '${{ github.ref }}' has ${{ }}, which GitHub would evaluate in the workflow but not in the doc and the README.",
      'Write the value itself.',
    ],
  },
  {
    rule: 'secret-env-taken',
    bad: build({ platforms: [Platform.linuxX64({ ...made, secrets: [Secret.required({ secret: 'KEY', envName: 'RETRY_REASON' })] })] }),
    says: [
      "platforms[0] linux-x64 secrets: the secret 'KEY' would be in the variable 'RETRY_REASON', which the build step needs itself.",
      'Give it another variable: envName, or env of the group.',
    ],
  },
  {
    rule: 'expression-in-script',
    bad: build({ platforms: [Platform.linuxX64({ ...made, smokeTest: { run: 'out/app ${{ github.ref_name }}' } })] }),
    says: [
      'platforms[0] linux-x64 smokeTest: has ${{ }} in a script, where a value can run as a command.',
      'Hand the value over in env, and read the variable in the script, in quotes: "$NAME".',
    ],
  },
  {
    rule: 'number-out-of-range',
    bad: build({ platforms: [Platform.linuxX64({ ...made, timeoutMinutes: 361 }), Platform.of('slim', { ...made, runsOn: ['ubuntu-slim'] })] }),
    says: [
      'platforms[0] linux-x64 timeoutMinutes: is 361; allowed are whole numbers from 1 to 360.',
      'Declare a number in that range.',
      'platforms[1] slim timeoutMinutes: is 120; allowed are whole numbers from 1 to 15.',
      'Declare a number in that range.',
    ],
    good: build({ platforms: [Platform.linuxX64({ ...made, timeoutMinutes: 360 }), Platform.of('own', { ...made, runsOn: ['self-hosted'], timeoutMinutes: 7200 })] }),
  },
  {
    rule: 'env-name-malformed',
    bad: build({ platforms: [Platform.linuxX64({ ...made, env: { 'MY-CHANNEL': 'x', 'github_ref': 'x', 'RUNNER_OS': 'x', 'Path': 'x' } })] }),
    says: [
      "platforms[0].env: 'MY-CHANNEL' is no name of an environment variable.",
      'Use letters, digits and _, with no digit first.',
      "platforms[0].env: 'github_ref' begins as the runner's own variables do.",
      'Choose a name that begins neither with GITHUB_ nor with RUNNER_.',
      "platforms[0].env: 'RUNNER_OS' begins as the runner's own variables do.",
      'Choose a name that begins neither with GITHUB_ nor with RUNNER_.',
      "platforms[0].env: 'Path' would replace the runner's path, and no tool would be found.",
      'Add to the path in an own step: echo "$HOME/bin" >> "$GITHUB_PATH".',
    ],
    good: build({ platforms: [Platform.linuxX64({ ...made, env: { MY_CHANNEL: 'several\nlines', RUNNERS: '2', GITHUB: 'x', PATHS: 'x' } })] }),
  },
  {
    rule: 'expression-in-script',
    bad: build({ platforms: [Platform.linuxX64({ ...made, run: ['echo ${{ github.ref }}'] })], prepare: [{ run: 'a\n${{ inputs.x }}' }] }),
    says: [
      'platforms[0] linux-x64: has ${{ }} in a script, where a value can run as a command.',
      'Hand the value over in env, and read the variable in the script, in quotes: "$NAME".',
      'prepare[0]: has ${{ }} in a script, where a value can run as a command.',
      'Hand the value over in env, and read the variable in the script, in quotes: "$NAME".',
    ],
    good: build({ platforms: [Platform.linuxX64({ ...made, run: ['echo "$REF ${HOME}"'], env: { REF: '${{ github.ref }}' } })], prepare: [{ run: 'a', env: { X: '${{ inputs.x }}' } }] }),
  },
  {
    rule: 'expression-in-script',
    bad: patched(({ workflow }) => {
      workflow.file?.addOverride('jobs.build.steps.2.run', 'echo ${{ github.ref }}');
      workflow.addJob('announce', {
        runsOn: ['ubuntu-24.04'], permissions: {}, steps: [{ parallel: [{ id: 'tell', run: 'echo ${{ github.ref_name }}' }] }],
      });
    }),
    says: [
      'jobs.build.steps.build.run: has ${{ }} in a script, where a value can run as a command.',
      'Hand the value over in env, and read the variable in the script, in quotes: "$NAME".',
      'jobs.announce.steps.0.parallel.tell.run: has ${{ }} in a script, where a value can run as a command.',
      'Hand the value over in env, and read the variable in the script, in quotes: "$NAME".',
    ],
    good: patched(({ workflow }) => {
      workflow.addJob('announce', {
        runsOn: ['ubuntu-24.04'], permissions: {}, env: { run: '${{ github.ref }}' }, steps: [{ run: 'echo "$run"', env: { run: '${{ github.ref_name }}' } }],
      });
    }),
  },
  {
    rule: 'expression-in-script',
    bad: build({ prepare: [{ parallel: [{ run: 'make' }, { run: 'echo ${{ github.ref }}' }] }] }),
    says: [
      'prepare[0].parallel[1]: has ${{ }} in a script, where a value can run as a command.',
      'Hand the value over in env, and read the variable in the script, in quotes: "$NAME".',
    ],
  },
  {
    rule: 'expression-in-text',
    bad: build({ platforms: [Platform.linuxX64({ ...made, artifactName: '${{ github.ref_name }}' })], repositories: [Repository.self({ path: '${{ vars.DIR }}' })] }),
    says: [
      "platforms[0].artifactName: '${{ github.ref_name }}' has ${{ }}, which GitHub would evaluate in the workflow but not in the doc and the README.",
      'Write the value itself.',
      "repositories[0].path: '${{ vars.DIR }}' has ${{ }}, which GitHub would evaluate in the workflow but not in the doc and the README.",
      'Write the value itself.',
    ],
  },
  {
    rule: 'hidden-character',
    bad: build({
      title: 'Desktop\u202e dliub',
      guard: { runsOn: ['ubuntu-24.04\u00ad'] },
      platforms: [Platform.linuxX64({ ...made, runsOn: ['self-hosted', 'gpu\n'], environment: 'signing\u200b', artifactName: 'app\ufe0f' })],
      readme: { heading: 'Build\nnow' },
      ignore: { 'runner-label-unknown': 'ours' },
    }),
    says: [
      ['platforms[0].runsOn[1]', '000A'], ['platforms[0].environment', '200B'], ['platforms[0].artifactName', 'FE0F'],
      ['title', '202E'], ['guard.runsOn[0]', '00AD'], ['readme.heading', '000A'],
    ].flatMap(([where, hidden]) => [
      `${where}: has the character U+${hidden}, which nobody sees; a name is one line of visible characters.`,
      'Write the name anew by hand.',
    ]),
    good: build({
      title: 'Ünï\u00a0cödé: 构建 \u{1f468}\u{1f3fd}\u200d\u{1f4bb} \u2764\ufe0f',
      setupDoc: { sections: [{ id: 'faq', heading: 'FAQ', body: 'two\nlines\u200b' }] },
    }),
  },
  {
    rule: 'token-in-workflow',
    bad: patched(({ workflow }) => {
      workflow.file?.addOverride('jobs.build.env.KEY', TOKEN);
      workflow.addJob('tell', { runsOn: ['ubuntu-24.04'], permissions: {}, steps: [{ id: 'tell', run: `curl -H "Authorization: Bearer ${TOKEN}" https://example.org` }] });
    }),
    says: ['jobs.build.env.KEY', 'jobs.tell.steps.tell.run'].flatMap((where) => [
      `${where}: holds what looks like a token or a private key (not shown here).`,
      'Revoke it, store a new one with gh secret set NAME, declare the secret, and read it in env as ${{ secrets.NAME }}.',
    ]),
    good: build({ prepare: [{ run: `echo ${TOKEN}` }], ignore: { 'secret-token-shaped': 'an example that opens nothing' } }),
  },
  {
    rule: 'expression-malformed',
    bad: build({
      repositories: [Repository.self({ with: { 'fetch-tags': '${{ github.ref == }}' } })],
      setup: [Setup.node('22', { with: { check: '${{ githb.ref }}' } })],
      prepare: [
        { run: 'make', if: "github.ref = 'x'" },
        { uses: `actions/cache@${'0'.repeat(40)}`, name: 'Cache ${{ github.ref_name', with: { path: 'a', key: "${{ hashFile('x') }}" }, timeoutMinutes: fromJavaScript('${{ 1 + 1 }}') },
        { parallel: [{ run: 'make', if: 'startsWith(github.ref)', env: { if: '${{ }}' } }] },
      ],
      platforms: [Platform.linuxX64({ ...made, env: { CHANNEL: '${{ github.ref_name == "main" }}' }, container: { image: 'acme/x:${{ vars.X', env: { A: '${{ a }}' } } })],
    }),
    says: [
      "platforms[0].env.CHANNEL: '${{ github.ref_name == \"main\" }}' has \"main\", which GitHub does not expect there.",
      'Write a text in single quotes.',
      "platforms[0].container.image: '${{ vars.X' is not closed by '}}'.",
      'Close it; braces in quotes close nothing.',
      "platforms[0].container.env.A: '${{ a }}' has a, which GitHub does not know there.",
      'There are: github, inputs, vars, needs, strategy, matrix, steps, job, runner, env, secrets.',
      "repositories[0].with.fetch-tags: '${{ github.ref == }}' ends where something is missing.",
      'See https://docs.github.com/en/actions/reference/workflows-and-actions/expressions.',
      "setup[0].with.check: '${{ githb.ref }}' has githb, which GitHub does not know there.",
      "Did you mean 'github'?",
      "prepare[0].if: 'github.ref = 'x'' has =, which GitHub does not expect there.",
      "Compare by '=='.",
      "prepare[1].name: '${{ github.ref_name' is not closed by '}}'.",
      'Close it; braces in quotes close nothing.',
      "prepare[1].with.key: '${{ hashFile('x') }}' calls hashFile(), which GitHub does not know there.",
      "Did you mean 'hashfiles'?",
      "prepare[1].timeoutMinutes: '${{ 1 + 1 }}' has +, which GitHub does not expect there.",
      'There is no arithmetic: reckon in a script.',
      "prepare[2].parallel[0].if: 'startsWith(github.ref)' calls startsWith() with 1 value.",
      'It takes 2.',
      "prepare[2].parallel[0].env.if: '${{ }}' is empty.",
      'Write an expression, or leave it out.',
    ],
    good: build({
      prepare: [
        { run: 'make', if: "github.ref == 'x' && always() || ${{ true }}", env: { if: 'github.ref = x', A: "${{ '${{' }} }} ${{ hashFiles('**/x') }}" } },
        { run: 'make', if: fromJavaScript(true), timeoutMinutes: fromJavaScript('${{ fromJSON(vars.MINUTES) }}') },
      ],
      platforms: [Platform.linuxX64({ ...made, env: { CHANNEL: "${{ github.ref_name == 'main' && 'beta' || case(startsWith(github.ref, 'x'), 1, 2) }}", TEMPLATE: '{{ version }} }} ${x}' } })],
    }),
  },
  {
    rule: 'expression-refused',
    bad: patched(({ workflow }) => {
      workflow.file?.addOverride('jobs.build.runs-on', '${{ env.RUNNER }}');
      workflow.file?.addOverride('jobs.build.steps.2.if', 'matrix.x ==');
      workflow.addJob('tell', { runsOn: ['ubuntu-24.04'], permissions: {}, if: 'secrets.GITHUB_TOKEN', env: { OS: '${{ runner.os }}' }, steps: [{ id: 'tell', run: 'make' }] });
    }),
    says: [
      "jobs.build.runs-on: '${{ env.RUNNER }}' has env, which GitHub does not know there.",
      'There are: github, inputs, vars, needs, strategy, matrix.',
      "jobs.build.steps.build.if: 'matrix.x ==' ends where something is missing.",
      'See https://docs.github.com/en/actions/reference/workflows-and-actions/expressions.',
      "jobs.tell.env.OS: '${{ runner.os }}' has runner, which GitHub does not know there.",
      'There are: github, inputs, vars, needs, strategy, matrix, secrets.',
      "jobs.tell.if: 'secrets.GITHUB_TOKEN' has secrets, which GitHub does not know there.",
      'There are: github, inputs, vars, needs.',
    ],
    good: patched(({ workflow }) => {
      workflow.file?.addOverride('jobs.build.runs-on', '${{ vars.RUNNER || matrix.runs-on }}');
      workflow.addJob('tell', { runsOn: ['ubuntu-24.04'], permissions: {}, if: "success('build') && github.ref", env: { OS: '${{ secrets.GITHUB_TOKEN }}' }, steps: [{ id: 'tell', run: 'make', if: 'runner.os' }] });
    }),
  },
  {
    rule: 'expression-out-of-reach',
    bad: build({ platforms: [Platform.linuxX64({ ...made, jobEnv: { KEY: '${{ secrets.GITHUB_TOKEN }}', AT: '${{ env.AT }}' }, env: { KEY: 'another' } })] }),
    says: [
      'platforms[0] linux-x64 jobEnv: has ${{ secrets }}, which is not to be had there; there are github, vars, inputs, needs, matrix, runner, strategy and job.',
      "Declare the secret in the platform's secrets: the build step is given it.",
      'platforms[0] linux-x64 jobEnv: has ${{ env }}, which is not to be had there; there are github, vars, inputs, needs, matrix, runner, strategy and job.',
      'Set the value in the env of an own step.',
    ],
    good: build({ platforms: [Platform.linuxX64({ ...made, jobEnv: { AT: '${{ runner.temp }}' }, env: { KEY: '${{ matrix.platform }}' } })] }),
  },
  {
    rule: 'expression-out-of-reach',
    bad: build({
      platforms: [Platform.linuxX64({
        ...made,
        env: { KEY: '${{ secrets.GITHUB_TOKEN }}', AT: '${{ steps.time.outputs.at }}' },
        container: { image: 'acme/${{ toJSON(runner) }}', credentials: { username: 'ci', password: '${{ secrets.GITHUB_TOKEN }}' } },
      })],
    }),
    says: [
      'platforms[0] linux-x64 env: has ${{ secrets }}, which is not to be had there; there are github, vars, inputs, needs, matrix, runner, strategy and job.',
      "Declare the secret in the platform's secrets: the build step is given it.",
      'platforms[0] linux-x64 env: has ${{ steps }}, which is not to be had there; there are github, vars, inputs, needs, matrix, runner, strategy and job.',
      'Set the value in the env of an own step.',
      'platforms[0] linux-x64 container: has ${{ runner }}, which is not to be had there; there are github, vars, inputs and needs.',
      'Set the value in the env of an own step.',
      'platforms[0] linux-x64 container: has ${{ secrets }}, which is not to be had there; there are github, vars, inputs and needs.',
      'Patch the container of the job build in tagBuild.workflow.',
    ],
    good: build({ platforms: [Platform.linuxX64({ ...made, env: { KEY: "${{ vars.secrets || vars['steps'] || 'secrets.x' }}", TAG: '${{ needs.guard.outputs.tag }}', OS: '${{ runner.os }}' } })] }),
  },
  {
    rule: 'action-not-pinned',
    bad: build({ prepare: [{ uses: 'acme/setup@v1' }], setup: [Setup.of({ uses: 'acme/tool' })] }),
    says: [
      "setup[0]: uses 'acme/tool', which is not pinned to a commit.",
      'Write the full SHA of the commit behind the @.',
      "prepare[0]: uses 'acme/setup@v1', which is not pinned to a commit.",
      'Write the full SHA of the commit behind the @.',
    ],
    good: build({ prepare: [{ uses: `acme/setup@${'0123456789'.repeat(4)}` }, { uses: './actions/setup' }, { uses: '$/actions/setup' }] }),
  },
  {
    rule: 'action-not-pinned',
    bad: patched((tagBuild) => {
      tagBuild.workflow.addJob('scan', { runsOn: ['ubuntu-24.04'], permissions: {}, steps: [{ id: 'scan', uses: 'acme/scan@main', with: { uses: 'acme/no@v1' } }, { id: 'image', uses: 'docker://acme/scan:3' }] });
      tagBuild.workflow.addJob('tests', { uses: 'acme/ci/.github/workflows/test.yml@v2', permissions: {} } as any);
      tagBuild.workflow.file!.addOverride('jobs.build.steps.1.uses', 'actions/checkout@v7');
      tagBuild.rehearsalWorkflow!.file!.addOverride('jobs.build.steps.1.uses', 'actions/checkout@v6');
    }, { prepare: [{ uses: 'acme/setup@v1' }], rehearse: { pullRequests: true } }),
    says: [
      "prepare[0]: uses 'acme/setup@v1', which is not pinned to a commit.",
      'Write the full SHA of the commit behind the @.',
      "jobs.build.steps.checkout-tool.uses: uses 'actions/checkout@v7', which is not pinned to a commit.",
      'Write the full SHA of the commit behind the @.',
      "jobs.scan.steps.scan.uses: uses 'acme/scan@main', which is not pinned to a commit.",
      'Write the full SHA of the commit behind the @.',
      "jobs.scan.steps.image.uses: uses 'docker://acme/scan:3', which is not pinned to a digest.",
      'Write it behind the name: @sha256:<64 hexadecimal digits>.',
      "jobs.tests.uses: uses 'acme/ci/.github/workflows/test.yml@v2', which is not pinned to a commit.",
      'Write the full SHA of the commit behind the @.',
      ".github/workflows/app-rehearsal.yml: jobs.build.steps.checkout-tool.uses: uses 'actions/checkout@v6', which is not pinned to a commit.",
      'Write the full SHA of the commit behind the @.',
    ],
    good: patched((tagBuild) => {
      tagBuild.workflow.addJob('scan', { runsOn: ['ubuntu-24.04'], permissions: {}, steps: [{ uses: `acme/scan@${'0123456789'.repeat(4)}`, with: { uses: 'acme/no@v1' } }, { uses: `docker://acme/scan@sha256:${'01234567'.repeat(8)}` }] });
      tagBuild.workflow.addJob('tests', { uses: './.github/workflows/test.yml', permissions: {} } as any);
    }),
  },
  {
    rule: 'step-malformed',
    bad: build({
      prepare: [
        { name: 'Nothing' },
        { run: 'make', uses: `acme/setup@${'0123456789'.repeat(4)}` },
        { uses: `acme/setup@${'0123456789'.repeat(4)}`, shell: 'bash' },
        { run: 'make', if: "secrets.KEY != ''", shell: '${{ matrix.shell }}' },
        { name: 'Together', parallel: [{ run: 'make', with: {} }] },
      ],
    }),
    says: [
      'prepare[0]: has nothing to do; a step has exactly one of run, uses, wait, wait-all, cancel, parallel.',
      "Say what it does, for instance run: 'make'.",
      'prepare[1]: has run and uses; a step has exactly one of run, uses, wait, wait-all, cancel, parallel.',
      'Make a step of each.',
      "prepare[2]: has 'shell', which GitHub does not take beside 'uses'.",
      'Leave it out.',
      "prepare[3]: has secrets in 'if', where GitHub knows none.",
      'Declare an optional secret, or a group of them, and write its isSet there: if: apple.isSet.',
      "prepare[3]: has ${{ }} in 'shell', which GitHub does not evaluate there.",
      'Name the shell itself; two steps with an if each can have two.',
      "prepare[4]: has 'name', which GitHub does not take beside 'parallel'.",
      'Leave it out.',
      "prepare[4].parallel[0]: has 'with', which GitHub does not take beside 'run'.",
      'Leave it out.',
    ],
    good: build({
      prepare: [
        { run: 'serve', id: 'server', background: true, shell: 'bash', workingDirectory: 'x', if: "vars.secrets == 'secrets.KEY'", timeoutMinutes: 1 },
        { uses: `acme/setup@${'0123456789'.repeat(4)}`, with: { a: 1 }, if: '${{ always() }}', continueOnError: true },
        { parallel: [{ run: 'make' }] }, { wait: ['server'] }, { waitAll: true, name: 'All' }, { cancel: 'server' },
      ],
    }),
  },
  {
    rule: 'step-id-malformed',
    bad: build({ prepare: ['install deps', '__deps', 'x'.repeat(100)].map((id) => ({ id, run: 'make deps' })) }),
    says: ['install deps', '__deps', 'x'.repeat(100)].flatMap((id, index) => [
      `prepare[${index}]: GitHub does not take the id '${id}'; it takes letters, digits, '_' and '-', fewer than 100, with a letter or one '_' first.`,
      'Choose another id, or leave it out: one is then made from the name.',
    ]),
    good: build({ prepare: [{ id: 'install_deps-1', run: 'make deps' }, { id: '_x', run: 'x' }, { id: 'x'.repeat(99), run: 'x' }, { name: '__deps', run: 'x' }] }),
  },
  {
    rule: 'variable-out-of-reach',
    bad: build({
      preInstallSteps: [{ uses: `acme/tell@${'0'.repeat(40)}`, with: { channel: '${{ env.CHANNEL }}' } }],
      prepare: [{ run: 'make CHANNEL_NAME="${CHANNEL:-stable}"' }, { parallel: [{ run: 'echo $env:CHANNEL', shell: 'pwsh' }, { run: 'echo %ARCH%', shell: 'cmd' }] }],
      postBuildSteps: [{ run: 'node -e "console.log(process.env.ARCH)"', if: "env['CHANNEL'] != ''" }],
      platforms: [Platform.linuxX64({ ...made, env: { CHANNEL: 'beta' } }), Platform.windowsX64({ ...made, env: { CHANNEL: 'beta', ARCH: 'x64' } })],
    }),
    says: [
      ...['preInstallSteps[0]', 'prepare[0]', 'prepare[1].parallel[0]'].flatMap((place) => [
        `${place}: reads CHANNEL, which is only in the env of platforms[0] linux-x64 and platforms[1] windows-x64, and that is for the build and the platform's own steps.`,
        'Write CHANNEL in jobEnv there, or in the env of this step.',
      ]),
      "prepare[1].parallel[1]: reads ARCH, which is only in the env of platforms[1] windows-x64, and that is for the build and the platform's own steps.",
      'Write ARCH in jobEnv there, or in the env of this step.',
      "postBuildSteps[0]: reads CHANNEL, which is only in the env of platforms[0] linux-x64 and platforms[1] windows-x64, and that is for the build and the platform's own steps.",
      'Write CHANNEL in jobEnv there, or in the env of this step.',
      "postBuildSteps[0]: reads ARCH, which is only in the env of platforms[1] windows-x64, and that is for the build and the platform's own steps.",
      'Write ARCH in jobEnv there, or in the env of this step.',
    ],
    // each is set where it is read, or is another thing of that name
    good: build({
      preInstallSteps: [{ run: 'echo "TOOLS=/opt/tools" >> "$GITHUB_ENV"' }],
      prepare: [
        { run: 'CHANNEL=beta; echo "$CHANNEL" $CI "$TOOLS"' }, { run: 'echo $CHANNEL $JOB', env: { CHANNEL: 'beta' } }, { run: '$CHANNEL = 1; echo $ARCH', shell: 'pwsh' },
        { run: 'while read -r ARCH; do echo $ARCH; done < list' }, { run: 'echo \\$ARCH $ARCHIVE; date +%ARCH%; grep ENV.ARCH x' }, { uses: `acme/tell@${'0'.repeat(40)}`, if: "vars.env == 'env.ARCH'" },
      ],
      platforms: [Platform.linuxX64({ ...made, env: { CHANNEL: 'beta', ARCH: 'x64', CI: 'false', TOOLS: 'here', JOB: 'own' }, jobEnv: { JOB: 'all' }, preBuildSteps: [{ run: 'echo $ARCH' }] })],
      jobs: [BuildJob.of('more', { platforms: [Platform.linuxX64(made)], prepare: [{ run: 'echo $ARCH' }] })],
    }),
  },
  {
    rule: 'step-id-taken',
    bad: build({ prepare: [{ id: 'deps', run: 'make deps' }, { id: 'collect', run: 'make' }], platforms: [Platform.linuxX64({ ...made, preBuildSteps: [{ id: 'Deps', run: 'make more' }] })] }),
    says: [
      "prepare[1]: a step with the id 'collect' is there already.",
      'Choose another id, or leave it out.',
      "platforms[0] linux-x64 preBuildSteps[0]: a step with the id 'Deps' is there already.",
      'Choose another id, or leave it out.',
    ],
    good: build({ platforms: [Platform.linuxX64, Platform.macosX64].map((platform) => platform({ ...made, preBuildSteps: [{ id: 'deps', run: 'make more' }] })) }),
  },
  {
    rule: 'step-id-taken',
    bad: build({
      prepare: [{ parallel: [{ id: 'deps', run: 'make deps' }] }],
      platforms: [Platform.linuxX64({ ...made, jobEnv: { CHANNEL: 'beta' } }), Platform.macosX64({ ...made, preBuildSteps: [{ id: 'Deps', run: 'make more' }] })],
    }),
    says: [
      "platforms[1] macos-x64 preBuildSteps[0]: a step with the id 'Deps' is there already.",
      'Choose another id, or leave it out.',
      "prepare[0].parallel[0]: the step 'deps' would be there 2 times with one id, because the jobEnv of its platforms differs.",
      "Leave the id out, or set the variables in the env of the steps that read them and not in the platforms'.",
    ],
    good: build({
      prepare: [{ id: 'deps', run: 'make deps' }, { id: 'more', run: 'make more', env: { CHANNEL: 'none' } }],
      platforms: [Platform.linuxX64, Platform.macosX64].map((platform, index) => platform({ ...made, env: { OWN: `${index}` }, jobEnv: { CHANNEL: 'x' } })),
    }),
  },
  {
    rule: 'unknown-script',
    bad: inNodeProject({ platforms: [Platform.linuxX64({ artifacts: ['dist/*'], script: 'installers' })] }),
    says: [
      "platforms[0] linux-x64: package.json has no script 'installers'.",
      "Did you mean 'installer'?",
    ],
    good: inNodeProject({ setup: [Setup.node('22')], platforms: [Platform.linuxX64({ artifacts: ['dist/*'], script: 'tag-build:check' })] }),
  },
  {
    rule: 'unknown-script',
    bad: build({ platforms: [byScript] }),
    says: [
      "platforms[0] linux-x64: package.json has no script 'build'.",
      'No package.json with scripts lies in the root of this repository: add one, name the directory that has it in workingDirectory, or build by run: [...].',
    ],
    good: build({ repositories: [Repository.github('acme/app')], platforms: [byScript] }),
  },
  {
    rule: 'unknown-script',
    bad: { ...build({ platforms: [Platform.linuxX64({ artifacts: ['dist/*'], script: 'x' })] }), before: { 'package.json': '{ "scripts": { "build": "make", "test": "make test" } }' } },
    says: [
      "platforms[0] linux-x64: package.json has no script 'x'.",
      'There are: build, test.',
    ],
  },
  {
    rule: 'unknown-script',
    bad: besideSubmodule('apps/app', { 'apps/app/.git': 'gitdir: ../../.git/modules/app\n' }),
    says: [
      "platforms[0] linux-x64: package.json has no script 'build'.",
      "No package.json with scripts lies in 'apps/app' of this repository: add one, name the directory that has it in workingDirectory, or build by run: [...].",
    ],
    good: besideSubmodule('apps/app', {}, [Setup.nodeFrom('.nvmrc')]),
  },
  {
    rule: 'unknown-script',
    bad: besideSubmodule('apps/application'),
    says: [
      "platforms[0] linux-x64: package.json has no script 'build'.",
      "No package.json with scripts lies in 'apps/application' of this repository: add one, name the directory that has it in workingDirectory, or build by run: [...].",
    ],
    good: besideSubmodule('apps/app/packages/desktop'),
  },
  {
    rule: 'unknown-script',
    bad: build({ repositories: [Repository.self({ path: 'tool' }), Repository.github('acme/engine')], platforms: [byScript] }),
    says: [
      "platforms[0] linux-x64: package.json has no script 'build'.",
      'No package.json with scripts lies in the root of this repository: add one, name the directory that has it in workingDirectory, or build by run: [...].',
    ],
  },
  {
    rule: 'unknown-script',
    bad: build({ repositories: [Repository.self({ path: 'tool' }), Repository.github('acme/engine')], workingDirectory: 'tool/app', platforms: [byScript] }),
    says: [
      "platforms[0] linux-x64: package.json has no script 'build'.",
      "No package.json with scripts lies in 'app' of this repository: add one, name the directory that has it in workingDirectory, or build by run: [...].",
    ],
  },
];
