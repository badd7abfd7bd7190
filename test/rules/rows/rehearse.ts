import { Platform, PublishTarget, Signing } from '../../../src';
import { build, linux, type Row } from '../row';

const weekly = { watch: 'weekly' };
const azure = (without?: string) => build({
  platforms: [Platform.windowsX64({ run: ['make'], artifacts: ['dist/*.exe'], environment: 'signing', signing: [Signing.azure({ publisher: 'Acme', without })] })],
  rehearse: { branches: ['main'] },
  ignore: { 'rehearse-environment': 'it admits all branches' },
});

/** What rehearses a build, and watches over it. */
export const rehearseRows: readonly Row[] = [
  {
    rule: 'rehearse-idle',
    bad: build({ rehearse: {} }),
    says: ['rehearse: says not when, so that nothing is rehearsed.', "Say when, for instance pullRequests: true, or watch: 'weekly'."],
    good: build({ rehearse: { pullRequests: true } }),
  },
  {
    rule: 'rehearse-idle',
    bad: build({ platforms: [linux, Platform.linuxArm64({ run: ['make'], artifacts: ['dist/*'] })], rehearse: { ...weekly, platforms: ['linux-x64'] } }),
    says: ['rehearse.platforms: says what is rehearsed, and nothing says when.', 'Add pullRequests, branches or schedule, or leave it out.'],
    good: build({ rehearse: { ...weekly, platforms: ['linux-x64'] } }),
  },
  {
    rule: 'rehearse-idle',
    bad: build({ rehearse: { branches: ['main'], watchIssue: true } }),
    says: ['rehearse.watchIssue: is for what the watch finds, and there is none.', "Add watch: 'weekly', or leave it out."],
    good: build({ rehearse: { ...weekly, watchIssue: true } }),
  },
  {
    rule: 'rehearse-branch-impossible',
    bad: build({ rehearse: { branches: ['main', 'feature.'] } }),
    says: [
      "rehearse.branches[1]: 'feature.' matches no name that git allows for a branch.",
      "Mind that '.' is a dot and '*' any text, and that no part of a name between slashes is empty, begins with '.' or ends in '.lock'.",
    ],
    good: build({ rehearse: { branches: ['main', 'release/**', '!release/old'] } }),
  },
  {
    rule: 'rehearse-branch-impossible',
    bad: build({ rehearse: { branches: ['!old'] } }),
    says: ["rehearse.branches[0]: '!old' excludes nothing there, because the last matching filter decides.", "Put one that includes some before it; '**' matches every branch."],
  },
  {
    rule: 'rehearse-schedule-malformed',
    bad: build({ rehearse: { schedule: 'monthly' } }),
    says: ["rehearse.schedule: 'monthly' has one field, and a schedule has five with single spaces between.", "Write 'daily', 'weekly', or for instance '23 4 * * 1'."],
    good: build({ rehearse: { schedule: 'daily' } }),
  },
  {
    rule: 'rehearse-schedule-malformed',
    bad: build({ rehearse: { watch: '7 24 * * *' } }),
    says: ["rehearse.watch: '7 24 * * *' has no hour that GitHub takes.", "Hour: from 0 to 23; '*', lists 'a,b', ranges 'a-b' and steps '*/n' are allowed."],
    good: build({ rehearse: { watch: '7 23 * * *' } }),
  },
  {
    rule: 'rehearse-schedule-on-the-hour',
    bad: build({ rehearse: { schedule: '0 4 * * 1' } }),
    says: ["rehearse.schedule: '0 4 * * 1' begins on the hour, when GitHub starts schedules late or drops them.", "Take another minute: '17 4 * * 1'."],
    good: build({ rehearse: { schedule: '1 4 * * 1' } }),
  },
  {
    rule: 'rehearse-platform-unknown',
    bad: build({ rehearse: { pullRequests: true, platforms: ['linux-x46'] } }),
    says: ["rehearse.platforms: there is no platform 'linux-x46'.", "Did you mean 'linux-x64'?"],
    good: build({ rehearse: { pullRequests: true, platforms: ['linux-x64'] } }),
  },
  {
    rule: 'rehearse-platform-unknown',
    bad: build({ rehearse: { pullRequests: true, platforms: ['app/linux-x64'] } }),
    says: ["rehearse.platforms: there is no platform 'app/linux-x64'.", "Did you mean 'linux-x64'?"],
    good: build({ rehearse: { pullRequests: true, platforms: ['build/linux-x64'] } }),
  },
  {
    rule: 'rehearse-platform-unknown',
    bad: build({ rehearse: { pullRequests: true, platforms: [] } }),
    says: ['rehearse.platforms: names no platform, so nothing would be rehearsed.', 'Leave it out for all of them.'],
  },
  {
    rule: 'rehearse-environment',
    bad: build({ platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['dist/*'], environment: 'signing' })], rehearse: { branches: ['main'] } }),
    says: [
      "rehearse: the environment 'signing' must admit what is rehearsed, and each rehearsal waits if it wants an approval.",
      'See to its rules, or leave its platforms out of platforms.',
    ],
    good: build({ platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['dist/*'], environment: 'signing' })], rehearse: weekly }),
  },
  {
    rule: 'rehearse-signing-unfit',
    bad: azure(),
    says: [
      "platforms[0] windows-x64: 'Azure Artifact Signing' signs by a token that no rehearsal is given, so that it is rehearsed without.",
      'See that the build does without, or leave the platform out of rehearse.platforms.',
    ],
    good: azure('Windows warns.'),
  },
  {
    rule: 'rehearse-runner-exposed',
    bad: build({ platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['dist/*'], runsOn: ['self-hosted', 'linux'] })], rehearse: { pullRequests: true } }),
    says: [
      'platforms[0] linux-x64: rehearses pull requests on a machine of your own, where the code of whoever opens one runs.',
      'Leave it out of rehearse.platforms, or say in ignore that the repository is private.',
    ],
    good: build({ platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['dist/*'], runsOn: ['self-hosted', 'linux'] })], rehearse: { branches: ['main'] } }),
  },
  {
    rule: 'rehearse-runner-exposed',
    bad: build({ publish: [PublishTarget.githubRelease()], release: { runsOn: ['self-hosted'] }, rehearse: { pullRequests: true } }),
    says: [
      'release.runsOn: rehearses pull requests on a machine of your own, where the code of whoever opens one runs.',
      'Take a runner of GitHub, or say in ignore that the repository is private.',
    ],
    good: build({ publish: [PublishTarget.githubRelease()], release: { runsOn: ['self-hosted'] }, rehearse: { schedule: 'daily' } }),
  },
];
