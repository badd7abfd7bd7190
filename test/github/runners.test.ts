import { DEFAULT_RUNNER, findRunner, isSelfHosted, type Runner, RUNNERS, RUNNERS_KNOWN_ON, unknownRunnerLabels } from '../../src/github/runners';

function dates({ status }: Runner): string[] {
  return typeof status === 'string' ? [] : Object.values(status);
}

test('each label stands once, in lower case', () => {
  const labels = RUNNERS.map(({ label }) => label);
  expect(new Set(labels).size).toBe(labels.length);
  expect(labels).toEqual(labels.map((label) => label.toLowerCase()));
});

test.each(RUNNERS)('$label: the dates fit the status', ({ status, ...rest }) => {
  const known = `${RUNNERS_KNOWN_ON}-30`;
  dates({ status, ...rest }).forEach((date) => expect(date).toMatch(/^20\d\d-[01]\d-[0-3]\d$/));
  const order = typeof status === 'string' ? [] : 'retired' in status ? [status.retired, known] : [status.since, known, status.ending];
  expect(order).toEqual([...order].sort());
});

test.each(RUNNERS)('$label: what comes after it is available on the same system and processor', ({ label, os, arch, status, successor }) => {
  if (status === 'available' || status === 'preview') {
    expect([label, successor]).toEqual([label, undefined]);
  } else {
    expect(findRunner(successor!)).toMatchObject({ os, arch, status: 'available' });
  }
});

test.each([
  ['linuxX64', 'linux', 'x64'],
  ['linuxArm64', 'linux', 'arm64'],
  ['windowsX64', 'windows', 'x64'],
  ['windowsArm64', 'windows', 'arm64'],
  ['macosX64', 'macos', 'x64'],
  ['macosArm64', 'macos', 'arm64'],
] as const)('%s has a default that is available and stays what it is', (platform, os, arch) => {
  expect(findRunner(DEFAULT_RUNNER[platform])).toMatchObject({ os, arch, status: 'available' });
});

test.each([
  ['Ubuntu-24.04', 'available'],
  ['ubuntu-latest', 'moving'],
  ['xcode-27', 'preview'],
  ['ubuntu-22.04-arm', { since: '2026-09-17', ending: '2027-04-17' }],
  ['macos-13', { retired: '2025-12-04' }],
  ['macos-14-xlarge', { retired: '2026-11-02' }],
])('%s is %j', (label, status) => {
  expect(findRunner(label)?.status).toEqual(status);
});

test.each([
  [['ubuntu-24.04'], []],
  [['unbuntu-24.04'], ['unbuntu-24.04']],
  [['acme-16-cores'], ['acme-16-cores']],
  [['linux', 'ARM64'], []],
  [['linux', 'gpu'], ['gpu']],
  [['Self-Hosted', 'gpu'], []],
])('of %j these are unknown: %j', (runsOn, unknown) => {
  expect(unknownRunnerLabels(runsOn)).toEqual(unknown);
});

test('a job is self-hosted when it says so', () => {
  expect(isSelfHosted(['linux', 'self-hosted'])).toBe(true);
  expect(isSelfHosted(['linux', 'x64'])).toBe(false);
});
