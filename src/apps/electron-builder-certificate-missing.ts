import type { AppCheck, Seen } from './app-check';
import { ELECTRON_BUILDER_FILES, type ElectronPlatform, electronPlatforms } from './electron-builder';
import { givenVariables } from './given-variables';
import { ownWords, PACKAGE_JSON } from './package-files';
import type { OperatingSystem } from '../model/model';
import { orList } from '../text/words';

/** Passwords of certificates, by the system that signs with them, and what holds those. */
const LOCKED: Readonly<Record<OperatingSystem, { readonly passwords: readonly string[]; readonly links: readonly string[] }>> = {
  macos: { passwords: ['CSC_KEY_PASSWORD'], links: ['CSC_LINK'] },
  windows: { passwords: ['WIN_CSC_KEY_PASSWORD', 'CSC_KEY_PASSWORD'], links: ['WIN_CSC_LINK', 'CSC_LINK'] },
  linux: { passwords: [], links: [] },
  other: { passwords: [], links: [] },
};

/** What names a certificate in the configuration, or signs in a way of its own. */
const SIGNS_OTHERWISE = /"(?:afterSign|certificateFile|cscLink|sign)"\s*:/;

/** @see https://www.electron.build/code-signing */
export const electronBuilderCertificateMissing: AppCheck = {
  id: 'electron-builder-certificate-missing',
  cause: 'A platform has the password of a certificate for electron-builder, and neither a variable nor the configuration names the certificate itself: nothing is signed by it.',
  cure: 'Declare `CSC_LINK`, or `WIN_CSC_LINK` on Windows, in the same group of secrets as the password, or a `Signing`; or leave the password out.',
  files: () => ELECTRON_BUILDER_FILES,
  check: (seen) => electronPlatforms(seen).flatMap((built) => {
    const { passwords, links } = LOCKED[built.platform.system];
    const given = givenVariables(seen, built.platform);
    const password = passwords.find((name) => given.includes(name));
    return password === undefined || given.some((name) => links.includes(name)) || signsOtherwise(built, seen, [password, ...links]) ? [] : [{
      at: built.platform,
      what: `electron-builder is given ${password} and no ${orList(links)}, so that it knows no certificate, and signs nothing by it`,
      fix: `Declare ${links[0]} in one group with it, or leave it out.`,
    }];
  }),
};

/** Whether the configuration does, or a command or a step that names one of the variables. */
function signsOtherwise({ configuration }: ElectronPlatform, { job, files }: Seen, names: readonly string[]): boolean {
  const words = [ownWords(job), JSON.stringify(job.postBuildSteps), files.get(PACKAGE_JSON) ?? ''];
  return configuration === undefined || SIGNS_OTHERWISE.test(JSON.stringify(configuration))
    || names.some((name) => words.some((one) => one.includes(name)));
}
