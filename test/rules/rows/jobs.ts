import { BuildJob, type NeededJob, Platform, Repository } from '../../../src';
import { build, linux, type Row } from '../row';

const mac = Platform.macosArm64({ run: ['make'], artifacts: ['out/*'] });

const web = BuildJob.of('web', { platforms: [linux, mac] });

/** The job `build` needs another one. */
const needing = (need: Partial<NeededJob>, job = web) => build({ jobs: [job], needs: [{ job: 'web', path: 'web', ...need }] });

/** Where a path of handed-on files starts from. */
const AT_HOME = 'Write a path relative to the working directory of the job, with forward slashes and names that every system takes.';

const app = Repository.self({ path: 'app' });
const engine = Repository.github('acme/engine', { path: 'lib/engine' });

/** How build jobs stand to one another. */
export const jobRows: readonly Row[] = [
  {
    rule: 'platform-missing',
    bad: build({ jobs: [BuildJob.of('web', { platforms: [] })] }),
    says: [
      'jobs[0] web platforms: is empty; at least one is needed.',
      'Declare one, for instance Platform.linuxX64({ run: [...], artifacts: [...] }).',
    ],
    good: build({ platforms: undefined, jobs: [web] }),
  },
  {
    rule: 'platform-missing',
    bad: build({ platforms: undefined, setup: [], jobs: [web] }),
    says: [
      'platforms: is empty; at least one is needed.',
      'Declare one, for instance Platform.linuxX64({ run: [...], artifacts: [...] }).',
    ],
  },
  {
    rule: 'platform-name-taken',
    bad: build({ jobs: [BuildJob.of('web', { platforms: [linux, linux] })], ignore: { 'artifact-name-taken': 'not what is tested' } }),
    says: [
      "jobs[0] web platforms[1]: the name 'linux-x64' is taken by the platform 'linux-x64'; upper and lower case, '.' and '-' count as the same.",
      "Give it another one, for instance name: 'linux-x64-2'.",
    ],
    good: build({ jobs: [web] }),
  },
  {
    rule: 'artifact-name-taken',
    bad: build({ jobs: [BuildJob.of('web', { platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['x'], artifactName: 'app-linux-x64' })] })] }),
    says: [
      "jobs[0] web platforms[0] linux-x64: its artifact 'app-linux-x64' has the name of linux-x64's; names must differ.",
      'Give it an artifactName of its own, or leave it out: the default names the platform.',
    ],
    good: build({ jobs: [web] }),
  },
  {
    rule: 'step-id-taken',
    bad: build({ jobs: [BuildJob.of('web', { platforms: [linux], prepare: [{ id: 'a', run: 'x' }, { id: 'a', run: 'y' }] })] }),
    says: ["jobs[0] web prepare[1]: a step with the id 'a' is there already.", 'Choose another id, or leave it out.'],
    good: build({ prepare: [{ id: 'a', run: 'x' }], jobs: [BuildJob.of('web', { platforms: [linux], prepare: [{ id: 'a', run: 'y' }] })] }),
  },
  {
    rule: 'job-id-malformed',
    bad: build({ jobs: [BuildJob.of('web app', { platforms: [linux] }), BuildJob.of('__web', { platforms: [linux] })] }),
    says: ["jobs[0]: the id 'web app'", "jobs[1]: the id '__web'"].flatMap((id) => [
      `${id} is not made of letters, digits, '_' and '-', fewer than 100, with a letter or one '_' first.`,
      "Choose one such as 'web'.",
    ]),
    good: build({ jobs: [BuildJob.of('_Web-1', { platforms: [linux] })] }),
  },
  {
    rule: 'job-id-malformed',
    bad: build({ jobs: [BuildJob.of('constructor', { platforms: [linux] }), BuildJob.of('toJSON', { platforms: [linux] })] }),
    says: [
      "jobs[0]: the id 'constructor' is a name that JavaScript keeps for itself.",
      "Choose one such as 'web'.",
      "jobs[1]: the id 'toJSON' is a name that JavaScript keeps for itself.",
      "Choose one such as 'web'.",
    ],
    good: build({ jobs: [BuildJob.of('toString', { platforms: [linux] })] }),
  },
  {
    rule: 'job-id-taken',
    bad: build({ jobs: [BuildJob.of('Guard', { platforms: [linux] })] }),
    says: ["jobs[0]: the id 'Guard' is kept for a job that this package writes or will write.", 'Choose another id: it names the job.'],
    good: build({ jobs: [BuildJob.of('guards', { platforms: [linux] })] }),
  },
  {
    rule: 'job-id-taken',
    bad: build({ jobs: [BuildJob.of('BUILD', { platforms: [mac] }), web, BuildJob.of('Web', { platforms: [Platform.windowsX64({ run: ['x'], artifacts: ['x'] })] })] }),
    says: [
      "jobs[0]: the id 'BUILD' is taken by the options at the top; upper and lower case count as the same.",
      'Choose another id: it names the job.',
      "jobs[2]: the id 'Web' is taken by jobs[1]; upper and lower case count as the same.",
      'Choose another id: it names the job.',
    ],
    good: build({ platforms: undefined, jobs: [BuildJob.of('build', { platforms: [linux] })] }),
  },
  {
    rule: 'job-unknown',
    bad: build({ jobs: [web, BuildJob.of('pack', { platforms: [linux], needs: [{ job: 'wep', path: 'web' }] })] }),
    says: ["jobs[1] pack needs[0]: there is no build job 'wep'.", "Did you mean 'web'?"],
    good: build({ jobs: [web, BuildJob.of('pack', { platforms: [linux], needs: [{ job: 'web', path: 'web' }] })] }),
  },
  {
    rule: 'job-circle',
    bad: build({
      jobs: ['a', 'b', 'c'].map((id, index, ids) => BuildJob.of(id, { platforms: [linux], needs: [{ job: ids[(index + 1) % 3], path: 'in' }] })),
    }),
    says: ["jobs[0] a needs: 'a' needs 'b' needs 'c' needs 'a', in a circle.", 'Take one of the needs away.'],
    good: build({
      jobs: ['a', 'b', 'c'].map((id, index, ids) => BuildJob.of(id, { platforms: [linux], needs: ids.slice(index + 1).map((job) => ({ job, path: job })) })),
    }),
  },
  {
    rule: 'job-circle',
    bad: build({ needs: [{ job: 'build', path: 'in' }] }),
    says: ['needs: the job needs itself.', 'Leave that out.'],
    good: needing({}),
  },
  {
    rule: 'job-needed-twice',
    bad: build({ jobs: [web], needs: [{ job: 'web', path: 'a', platforms: ['linux-x64'] }, { job: 'web', path: 'b', platforms: ['macos-arm64'] }] }),
    says: ["needs[1]: the job 'web' is needed already.", 'Name it once, with all the platforms whose files are wanted.'],
    good: needing({ platforms: ['linux-x64', 'macos-arm64'] }),
  },
  {
    rule: 'job-platform-unknown',
    bad: needing({ platforms: ['macos-arm64', 'linux-x46'] }),
    says: ["needs[0] web: the job 'web' has no platform 'linux-x46'.", "Did you mean 'linux-x64'?"],
    good: needing({ platforms: ['macos-arm64'] }),
  },
  {
    rule: 'job-platform-unknown',
    bad: needing({ platforms: [] }),
    says: ['needs[0] web: names no platform, so nothing would be handed on.', 'Leave platforms out for all of them.'],
  },
  {
    rule: 'job-not-needed',
    bad: build({ jobs: [BuildJob.of('web', { platforms: [linux], handedOn: true })] }),
    says: [
      'jobs[0] web: its artifacts are for other jobs only, and no job needs them.',
      "Write needs: [{ job: 'web', path: '...' }] where they are used, or leave handedOn out.",
    ],
    good: needing({}, BuildJob.of('web', { platforms: [linux], handedOn: true })),
  },
  {
    rule: 'job-repository-unknown',
    bad: build({ jobs: [BuildJob.of('web', { platforms: [linux], repositories: [Repository.github('acme/web'), Repository.self({ path: 'x' })] })] }),
    says: ["'acme/web'", 'this repository'].flatMap((repository) => [
      `jobs[0] web repositories: ${repository} is none of the build's repositories, or is declared otherwise there.`,
      'Declare it once, as a constant, and use that in the repositories of the build and of the job.',
    ]),
    good: build({ repositories: [app, engine], jobs: [BuildJob.of('web', { platforms: [linux], repositories: [Repository.github('acme/engine', { path: 'lib/engine' })] })] }),
  },
  {
    rule: 'handed-on-path-outside',
    bad: build({ workingDirectory: 'app', jobs: [web], needs: [{ job: 'web', path: '../../web' }] }),
    says: ["needs[0] web: its files would arrive in '../web', which lies outside the workspace.", AT_HOME],
    good: build({ workingDirectory: 'app', jobs: [web], needs: [{ job: 'web', path: '../web' }] }),
  },
  {
    rule: 'handed-on-path-outside',
    bad: build({ workingDirectory: 'app', jobs: [web], needs: [{ job: 'web', path: '/web' }] }),
    says: ["needs[0] web: its files would arrive in '/web', which is absolute.", AT_HOME],
    good: needing({ path: '.web/git' }),
  },
  {
    rule: 'handed-on-path-outside',
    bad: needing({ path: '.Handed-On/web' }),
    says: ["needs[0] web: the path '.Handed-On/web' lies in '.handed-on', which is emptied when files have been handed on.", 'Choose another directory.'],
    good: needing({ path: 'web/.handed-on' }),
  },
  {
    rule: 'handed-on-path-outside',
    bad: needing({ job: 'aux' }, BuildJob.of('aux', { platforms: [linux] })),
    says: ["needs[0] aux: the path 'aux/linux-x64' has the name 'aux', which is a device on Windows.", 'Choose a name that Linux, macOS and Windows take.'],
    good: build({ jobs: [BuildJob.of('aux', { platforms: [linux] })] }),
  },
  {
    rule: 'handed-on-path-outside',
    bad: needing({}, BuildJob.of('web', { platforms: [Platform.linuxX64({ name: 'linux.', run: ['make'], artifacts: ['dist/*'] })] })),
    says: ["needs[0] web: the path 'web/linux.' has the name 'linux.', whose end Windows drops.", 'Choose a name that Linux, macOS and Windows take.'],
  },
  {
    rule: 'path-outside-workspace',
    bad: build({ workingDirectory: '.handed-on' }),
    says: ["workingDirectory: the path '.handed-on' lies in '.handed-on', which is emptied when files have been handed on.", 'Choose another directory.'],
    good: build({ workingDirectory: '.handed-off' }),
  },
  {
    rule: 'handed-on-path-taken',
    bad: build({
      repositories: [app, engine],
      jobs: [web, BuildJob.of('more', { platforms: [linux] })],
      needs: [{ job: 'web', path: '../LIB/engine', merge: true }, { job: 'more', path: '.' }],
    }),
    says: [
      "needs[0] web: its files would arrive in 'LIB/engine', where acme/engine is checked out.",
      "Give them a path of their own, for instance path: 'handed-on'.",
      "needs[1] more: its files would arrive in 'app', where this repository is checked out.",
      "Give them a path of their own, for instance path: 'handed-on'.",
    ],
    good: build({
      repositories: [app, engine],
      jobs: [web, BuildJob.of('more', { platforms: [linux] })],
      needs: [{ job: 'web', path: '../lib', merge: true }, { job: 'more', path: 'dist' }],
    }),
  },
  {
    rule: 'handed-on-path-taken',
    bad: build({
      jobs: [web, BuildJob.of('more', { platforms: [linux] })],
      needs: [{ job: 'web', path: 'dist' }, { job: 'more', path: 'dist/macos-arm64' }],
    }),
    says: [
      "needs[1] more: its files would arrive in 'dist/macos-arm64', where those of 'web' do.",
      "Give them a path of their own, for instance path: 'handed-on'.",
    ],
    good: build({
      jobs: [web, BuildJob.of('more', { platforms: [linux] })],
      needs: [{ job: 'web', path: 'dist' }, { job: 'more', path: 'dist/more' }],
    }),
  },
];
