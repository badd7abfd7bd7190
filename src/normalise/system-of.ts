import type { OperatingSystem } from '../model/model';

/** By words in the runner's labels, and where those say nothing, in the names of the platform. */
export function systemOf(runsOn: readonly string[], ...names: readonly string[]): OperatingSystem {
  return [runsOn.join(' '), ...names].map(systemIn).find((system) => system !== undefined) ?? 'other';
}

function systemIn(words: string): OperatingSystem | undefined {
  if (/macos|darwin|xcode/i.test(words)) {
    return 'macos';
  }
  if (/windows/i.test(words)) {
    return 'windows';
  }
  return /ubuntu|linux/i.test(words) ? 'linux' : undefined;
}
