import type { Seen } from './app-check';
import { secretsGivenTo } from '../model/jobs';
import type { PlatformModel } from '../model/model';

/** The variables that the build step of a platform is given by the declaration. */
export function givenVariables({ model, job }: Seen, platform: PlatformModel): string[] {
  return [...Object.keys(platform.env), ...secretsGivenTo(model, { job, platform }).flatMap(({ env }) => Object.keys(env))];
}

/** Whether electron-builder is given something to sign with on macOS. */
export function signsForMac(seen: Seen, platform: PlatformModel): boolean {
  return platform.signing.length > 0 || givenVariables(seen, platform).some((name) => /^CSC_(?:KEYCHAIN|LINK|NAME)$/.test(name));
}
