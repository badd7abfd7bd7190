import { compareLines } from './compare-lines';
import { type Difference, type Kind, when } from './difference';
import { runnerSuccessors } from './known-actions';
import type { Checkout, Leg, Placed, Provision, Setting, Upload } from './leg';
import type { Pushed } from './read-workflow';

/** What a leg of the original does and its counterpart does not, or does otherwise. */
export function compareLegs(original: Leg, now: Leg, pushed: Pushed): Difference[] {
  const system = systemOf(original.runner.join());
  return [
    ...compareLines(original.lines, now.lines, system, pushed),
    ...runners(original, now),
    ...original.condition === now.condition ? [] : [{
      ...missing('condition', { place: original.place, names: [': if'] }, `job ${original.job}`, `it ran ${when(original.condition)}, and runs ${when(now.condition)}`), now: now.condition,
    }],
    ...original.checkouts.flatMap((one) => checkout(one, now)),
    ...original.provisions.flatMap((one) => provision(one, now)),
    ...original.uploads.flatMap((one) => upload(one, now)),
    ...original.settings.flatMap((one) => setting(one, now)),
  ];
}

export function systemOf(runner: string): string {
  return /ubuntu|linux/i.test(runner) ? 'linux' : /macos/i.test(runner) ? 'macos' : /windows/i.test(runner) ? 'windows' : 'unknown';
}

function runners(original: Leg, now: Leg): Difference[] {
  const [was, is] = [original, now].map((leg) => [...leg.runner].sort().join(' '));
  return was === is || runnerSuccessors[was]?.includes(is) ? [] : changed('runner', { place: original.place, names: ['runs-on'] }, `${original.job}: runs-on`, was, is, ...original.runner, ...was.includes('⟦') ? original.names : []);
}

function checkout(one: Checkout, now: Leg): Difference[] {
  const found = now.checkouts.find(({ path, repository }) => path === one.path && repository === one.repository);
  return found
    ? [...changed('checkout', one, `ref of ${checkoutOf(one)}`, one.ref, found.ref, 'ref'), ...changed('checkout', one, `credential of ${checkoutOf(one)}`, one.credential, found.credential, 'token', 'ssh-key', one.credential)]
    : [missing('checkout', one, checkoutOf(one), 'it is not there')];
}

function checkoutOf({ repository, path }: Checkout): string {
  return `checkout of ${repository || 'this repository'}${path && ` in ${path}`}`;
}

function provision(one: Provision, now: Leg): Difference[] {
  const same = now.provisions.filter(({ kind, name }) => kind === one.kind && name === one.name);
  if (one.name === 'corepack' && now.provisions.some(({ name }) => ['yarn', 'pnpm'].includes(name))) {
    return [];
  }
  if (!same.length) {
    return [missing(one.kind, one, `${one.kind} ${one.name} ${one.version}`.trim(), 'it is not there')];
  }
  return same.some(({ version }) => version === one.version) ? [] : changed(one.kind, one, `${one.kind} ${one.name}`, one.version, same[0].version);
}

function upload(one: Upload, now: Leg): Difference[] {
  const kept = now.uploads.flatMap(({ patterns }) => patterns);
  const retention = one.retention && !now.uploads.some((other) => other.retention === one.retention);
  return [
    ...one.patterns.filter((pattern) => !kept.includes(pattern))
      .map((pattern) => ({ ...missing('artifact', one, `artifact ${pattern}`, kept.length ? `it is not collected, but '${kept.join("', '")}'` : 'it is not collected'), names: [...one.names, pattern, pattern.includes('⟦') ? one.name ? 'artifacts ' : 'files: ' : ''] })),
    ...retention ? [{ ...missing('retention', one, `artifact ${one.name}`, `it is no longer kept for ${one.retention} days`), names: ['retention-days'] }] : [],
  ];
}

function setting(one: Setting, now: Leg): Difference[] {
  const found = now.settings.find(({ key }) => key === one.key);
  return found ? changed('setting', one, one.key, one.value, found.value, one.key) : [missing('setting', one, one.key, `'${one.value}' is not there`)];
}

function changed(kind: Kind, { place, names }: Placed, subject: string, was: string, is: string, ...more: readonly string[]): Difference[] {
  return was === is ? [] : [{ ...place, kind, subject, what: `it was '${was}' and is '${is}'`, names: [...names, ...more].filter(Boolean), now: is }];
}

export function missing(kind: Kind, { place, names }: Placed, subject: string, what: string): Difference {
  return { ...place, kind, subject, what, names };
}
