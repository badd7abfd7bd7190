import { pinned, pinnedVersion, PINS } from '../../src/github/pins';

test.each(PINS)('$action has a full commit and a full version', ({ action, version, commit }) => {
  expect(action).toMatch(/^[\w-]+\/[\w-]+$/);
  expect(version).toMatch(/^v\d+\.\d+\.\d+$/);
  expect(commit).toMatch(/^[0-9a-f]{40}$/);
});

test('no action and no commit stands twice', () => {
  expect(new Set(PINS.map(({ action }) => action)).size).toBe(PINS.length);
  expect(new Set(PINS.map(({ commit }) => commit)).size).toBe(PINS.length);
});

test('an action is used by its commit', () => {
  expect(pinned('actions/checkout')).toBe('actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1');
});

test('the version of what is pinned here is known', () => {
  expect(PINS.map(({ action }) => pinnedVersion(pinned(action)))).toEqual(PINS.map(({ version }) => version));
  expect(pinnedVersion('actions/cache/restore@27d5ce7f107fe9357f9df03efb73ab90386fccae')).toBe('v5.0.5');
});

test.each([
  'actions/checkout@v7',
  'actions/checkout@27d5ce7f107fe9357f9df03efb73ab90386fccae',
  'actions/checkout',
  'acme/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1',
  './local',
  '',
])('the version of %j is not known', (uses) => {
  expect(pinnedVersion(uses)).toBeUndefined();
});
