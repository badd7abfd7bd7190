import type { Complaint } from './complaint';

/**
 * The labels of GitHub-hosted runners, as they were known at one date.
 *
 * Nothing here asks the clock: the same declaration gets the same verdict on every day. What today's
 * date makes of a label is for the doctor to say.
 *
 * @see https://docs.github.com/en/actions/reference/runners/github-hosted-runners
 * @see https://github.com/actions/runner-images#available-images
 */

/** When this catalogue was true. */
export const RUNNERS_KNOWN_ON = '2026-11';

export type RunnerOs = 'linux' | 'windows' | 'macos';
export type RunnerArch = 'x64' | 'arm64';

/** `moving`: the label stands for another image from time to time, and then the build changes without a commit. */
export type RunnerStatus =
  | 'available'
  | 'preview'
  | 'moving'
  /** Still there; jobs begin to fail now and then before the date of `ending` and always fail after it. */
  | { readonly since: string; readonly ending: string }
  | { readonly retired: string };

/** A label and what it stands for. Dates are `YYYY-MM-DD`. */
export interface Runner {
  readonly label: string;
  readonly os: RunnerOs;
  readonly arch: RunnerArch;
  readonly status: RunnerStatus;
  /** The label to use in its place; none where the label is good. */
  readonly successor?: string;
}

/** @see https://github.com/actions/runner-images/issues/14254 */
const UBUNTU_22_04 = { since: '2026-09-17', ending: '2027-04-17' };
/** @see https://github.com/actions/runner-images/issues/13518 */
const MACOS_14 = { retired: '2026-11-02' };
/** @see https://github.com/actions/runner-images/issues/13046 */
const MACOS_13 = { retired: '2025-12-04' };

export const RUNNERS: readonly Runner[] = [
  // ubuntu-latest becomes 26.04 in November 2026: https://github.com/actions/runner-images/issues/14748
  { label: 'ubuntu-latest', os: 'linux', arch: 'x64', status: 'moving', successor: 'ubuntu-24.04' },
  { label: 'ubuntu-slim', os: 'linux', arch: 'x64', status: 'available' },
  { label: 'ubuntu-26.04', os: 'linux', arch: 'x64', status: 'available' },
  { label: 'ubuntu-26.04-arm', os: 'linux', arch: 'arm64', status: 'available' },
  { label: 'ubuntu-24.04', os: 'linux', arch: 'x64', status: 'available' },
  { label: 'ubuntu-24.04-arm', os: 'linux', arch: 'arm64', status: 'available' },
  { label: 'ubuntu-22.04', os: 'linux', arch: 'x64', status: UBUNTU_22_04, successor: 'ubuntu-24.04' },
  { label: 'ubuntu-22.04-arm', os: 'linux', arch: 'arm64', status: UBUNTU_22_04, successor: 'ubuntu-24.04-arm' },
  // https://github.com/actions/runner-images/issues/11101
  { label: 'ubuntu-20.04', os: 'linux', arch: 'x64', status: { retired: '2025-04-15' }, successor: 'ubuntu-24.04' },

  { label: 'windows-latest', os: 'windows', arch: 'x64', status: 'moving', successor: 'windows-2025' },
  { label: 'windows-2025', os: 'windows', arch: 'x64', status: 'available' },
  { label: 'windows-2025-vs2026', os: 'windows', arch: 'x64', status: 'available' },
  { label: 'windows-2022', os: 'windows', arch: 'x64', status: 'available' },
  { label: 'windows-11-arm', os: 'windows', arch: 'arm64', status: 'available' },
  { label: 'windows-11-vs2026-arm', os: 'windows', arch: 'arm64', status: 'available' },
  // https://github.com/actions/runner-images/issues/12045
  { label: 'windows-2019', os: 'windows', arch: 'x64', status: { retired: '2025-06-30' }, successor: 'windows-2022' },

  { label: 'macos-latest', os: 'macos', arch: 'arm64', status: 'moving', successor: 'macos-15' },
  { label: 'macos-latest-large', os: 'macos', arch: 'x64', status: 'moving', successor: 'macos-15-large' },
  { label: 'macos-latest-xlarge', os: 'macos', arch: 'arm64', status: 'moving', successor: 'macos-15-xlarge' },
  { label: 'xcode-27', os: 'macos', arch: 'arm64', status: 'preview' },
  { label: 'macos-26', os: 'macos', arch: 'arm64', status: 'available' },
  { label: 'macos-26-intel', os: 'macos', arch: 'x64', status: 'available' },
  { label: 'macos-26-large', os: 'macos', arch: 'x64', status: 'available' },
  { label: 'macos-26-xlarge', os: 'macos', arch: 'arm64', status: 'available' },
  { label: 'macos-15', os: 'macos', arch: 'arm64', status: 'available' },
  // announced to stay until August 2027: https://github.com/actions/runner-images/issues/13045
  { label: 'macos-15-intel', os: 'macos', arch: 'x64', status: 'available' },
  { label: 'macos-15-large', os: 'macos', arch: 'x64', status: 'available' },
  { label: 'macos-15-xlarge', os: 'macos', arch: 'arm64', status: 'available' },
  { label: 'macos-14', os: 'macos', arch: 'arm64', status: MACOS_14, successor: 'macos-15' },
  { label: 'macos-14-large', os: 'macos', arch: 'x64', status: MACOS_14, successor: 'macos-15-large' },
  { label: 'macos-14-xlarge', os: 'macos', arch: 'arm64', status: MACOS_14, successor: 'macos-15-xlarge' },
  { label: 'macos-13', os: 'macos', arch: 'x64', status: MACOS_13, successor: 'macos-15-intel' },
  { label: 'macos-13-large', os: 'macos', arch: 'x64', status: MACOS_13, successor: 'macos-15-large' },
  { label: 'macos-13-xlarge', os: 'macos', arch: 'arm64', status: MACOS_13, successor: 'macos-15-xlarge' },
];

/**
 * The label of each built-in platform.
 *
 * Never a moving one. Where two systems are available it is the older of those that are not ending:
 * what is linked on an older system starts on a newer one, not the other way round, so installers
 * reach more machines, and its image is the one with the longer practice. Both Macs stand on the same
 * macOS, so both dmg files come from one SDK. Windows is the exception: windows-2022 is the next to
 * go, and Windows programs do not depend on the C library of the machine they were built on.
 */
export const DEFAULT_RUNNER = {
  linuxX64: 'ubuntu-24.04',
  linuxArm64: 'ubuntu-24.04-arm',
  windowsX64: 'windows-2025',
  windowsArm64: 'windows-11-arm',
  macosX64: 'macos-15-intel',
  macosArm64: 'macos-15',
} as const;

/**
 * What a self-hosted runner is labelled with by itself.
 *
 * @see https://docs.github.com/en/actions/how-tos/manage-runners/self-hosted-runners/use-in-a-workflow
 */
const SELF_HOSTED_LABELS = ['self-hosted', 'linux', 'windows', 'macos', 'x64', 'arm', 'arm64'];

/** The hosted runner of a label; GitHub compares labels without regard to case. */
export function findRunner(label: string): Runner | undefined {
  return RUNNERS.find((runner) => runner.label === label.toLowerCase());
}

/** Days before jobs may fail in which it is time to move to another label. */
const NOTICE_DAYS = 60;

/** A runner that GitHub takes away, and from when on it is time to say so; undefined for any other. */
export function endingRunner(label: string) {
  const runner = findRunner(label);
  if (!runner || typeof runner.status === 'string' || !('ending' in runner.status)) {
    return undefined;
  }
  const from = new Date(Date.parse(runner.status.since) - NOTICE_DAYS * 24 * 60 * 60 * 1_000);
  return { ...runner.status, label: runner.label, successor: runner.successor, from: from.toISOString().slice(0, 10) };
}

/** What a job asks of its runner. */
interface RunnerWanted {
  readonly runsOn: readonly string[];
  /** '' is any. */
  readonly runnerGroup: string;
}

/**
 * Whose machine such a job runs on. Labels that GitHub is not known to have are a larger runner's or
 * the user's own, and so are all runners in a group.
 */
export function runnerHost({ runsOn, runnerGroup }: RunnerWanted): 'github' | 'self-hosted' | 'unknown' {
  if (isSelfHosted(runsOn)) {
    return 'self-hosted';
  }
  return runnerGroup === '' && runsOn.every(findRunner) ? 'github' : 'unknown';
}

/** What stands before the name of a group that an organization and its enterprise both have. */
const GROUP_OWNERS = ['org', 'organization', 'ent', 'enterprise'];

/**
 * What keeps a text from naming a group of runners.
 *
 * @see https://docs.github.com/en/actions/how-tos/write-workflows/choose-where-workflows-run/choose-the-runner-for-a-job#choosing-runners-in-a-group
 */
export function runnerGroupProblem(group: string): Complaint | undefined {
  const [name, owner, ...more] = group.split('/').reverse();
  if (name.trim() === '') {
    return { why: 'names no group', hint: 'Leave it out, or name one as it stands under Settings, Actions, Runner groups.' };
  }
  return more.length || owner !== undefined && !GROUP_OWNERS.includes(owner)
    ? { why: "has a '/' that does not stand behind 'organization' or 'enterprise'", hint: "Write the name alone, or for instance 'organization/name'." }
    : undefined;
}

/** The machine's architecture, by its labels, and where those say nothing, by the name of the platform. */
export function runnerArch({ runsOn, name }: { readonly runsOn: readonly string[]; readonly name: string }): RunnerArch {
  const hosted = runsOn.map(findRunner).find((runner) => runner !== undefined);
  return hosted?.arch ?? (/arm64|aarch64/i.test([...runsOn, name].join(' ')) ? 'arm64' : 'x64');
}

/** Whether a job with these labels runs on a machine of the user's own, where any label may be right. */
export function isSelfHosted(runsOn: readonly string[]): boolean {
  return runsOn.some((label) => label.toLowerCase() === 'self-hosted');
}

/**
 * The labels that neither GitHub nor a self-hosted runner is known to have, unless the job says
 * `self-hosted` itself. They may be right: a larger runner is called as its owner likes.
 */
export function unknownRunnerLabels(runsOn: readonly string[]): string[] {
  const known = (label: string) => findRunner(label) !== undefined || SELF_HOSTED_LABELS.includes(label.toLowerCase());
  return isSelfHosted(runsOn) ? [] : runsOn.filter((label) => !known(label));
}
