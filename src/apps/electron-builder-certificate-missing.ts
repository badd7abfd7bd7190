import type { AppCheck, AppFinding, Seen } from './app-check';
import { ELECTRON_BUILDER_FILES, type ElectronPlatform, electronPlatforms } from './electron-builder';
import { givenVariables } from './given-variables';
import { ownWords, PACKAGE_JSON } from './package-files';
import type { OperatingSystem } from '../model/model';
import { fields } from '../outside/data';
import { andList, orList } from '../text/words';

/** Passwords of certificates, by the system that signs with them, and what holds those. */
const LOCKED: Readonly<Record<OperatingSystem, { readonly passwords: readonly string[]; readonly links: readonly string[] }>> = {
  macos: { passwords: ['CSC_KEY_PASSWORD'], links: ['CSC_LINK'] },
  windows: { passwords: ['WIN_CSC_KEY_PASSWORD', 'CSC_KEY_PASSWORD'], links: ['WIN_CSC_LINK', 'CSC_LINK'] },
  linux: { passwords: [], links: [] },
  other: { passwords: [], links: [] },
};

/** Whose login it is, and what it may be. */
const WHOSE = ['AZURE_TENANT_ID', 'AZURE_CLIENT_ID'];
const SECRET = 'AZURE_CLIENT_SECRET';
const LOGINS = [SECRET, 'AZURE_CLIENT_CERTIFICATE_PATH', 'AZURE_FEDERATED_TOKEN_FILE', 'AZURE_USERNAME'];
const BRINGS_LOGIN = /azure\/login|\baz login|AZURE_/i;

/** What names a certificate in the configuration, or signs in a way of its own. */
const SIGNS_OTHERWISE = /"(?:afterSign|certificate(?:File|Sha1|SubjectName)|cscLink|sign)"\s*:/;

/** @see https://www.electron.build/code-signing */
export const electronBuilderCertificateMissing: AppCheck = {
  id: 'electron-builder-certificate-missing',
  cause: 'A platform has the password of a certificate for electron-builder, and neither a variable nor the configuration names the certificate itself; or it has only a part of what it logs in to Azure with: nothing is signed by it.',
  cure: 'Declare `CSC_LINK`, or `WIN_CSC_LINK` on Windows, in the same group of secrets as the password, or all that belongs together by a `Signing`; or leave the password out.',
  files: () => ELECTRON_BUILDER_FILES,
  check: (seen) => electronPlatforms(seen).flatMap((built) => [...withoutCertificate(built, seen), ...withoutLogin(built, seen)]),
};

function withoutCertificate(built: ElectronPlatform, seen: Seen): AppFinding[] {
  const { passwords, links } = LOCKED[built.platform.system];
  const given = givenVariables(seen, built.platform);
  const password = passwords.find((name) => given.includes(name));
  return password === undefined || given.some((name) => links.includes(name)) || signsOtherwise(built, seen, [password, ...links]) ? [] : [{
    at: built.platform,
    what: `electron-builder is given ${password} and no ${orList(links)}, so that it knows no certificate, and signs nothing by it`,
    fix: `Declare ${links[0]} in one group with it, or leave it out.`,
  }];
}

/** Of Azure, a part of what it logs in with. */
function withoutLogin({ configuration, platform, file }: ElectronPlatform, seen: Seen): AppFinding[] {
  const given = givenVariables(seen, platform).filter((name) => name.startsWith('AZURE_'));
  const missing = [...WHOSE.filter((name) => !given.includes(name)), ...LOGINS.some((name) => given.includes(name)) ? [] : [SECRET]];
  const isAsked = platform.system === 'windows' && fields(configuration?.win).azureSignOptions !== undefined;
  // of a secret alone another rule speaks
  const isBrought = platform.signing.length > 0 || BRINGS_LOGIN.test(ownWords(seen.job));
  return !isAsked || isBrought || given.length === 0 || given.includes(SECRET) || missing.length === 0 ? [] : [{
    at: platform,
    what: `win.azureSignOptions in ${file} signs by Azure, and the build is given ${andList(given)} and not ${andList(missing)}`,
    fix: 'Declare signing: [Signing.azure()], or what is missing as secrets.',
  }];
}

/** Whether the configuration does, or a command or a step that names one of the variables. */
function signsOtherwise({ configuration }: ElectronPlatform, { job, files }: Seen, names: readonly string[]): boolean {
  const words = [ownWords(job), JSON.stringify(job.postBuildSteps), files.get(PACKAGE_JSON) ?? ''];
  return configuration === undefined || SIGNS_OTHERWISE.test(JSON.stringify(configuration))
    || names.some((name) => words.some((one) => one.includes(name)));
}
