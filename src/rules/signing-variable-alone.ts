import { type PlacedLeg, placedLegs } from './places';
import type { DeclarationRule, Finding } from './rule';
import { variablesOf } from './twins';
import type { BuildJobModel, PlatformModel } from '../model/model';
import { andList } from '../text/words';

/** Variables that hold a certificate or a key, and its password. Those with something behind the name hold it in another way. */
const PASSWORDS: Readonly<Record<string, string>> = {
  APPLE_CERTIFICATE: 'APPLE_CERTIFICATE_PASSWORD',
  CSC_INSTALLER_LINK: 'CSC_INSTALLER_KEY_PASSWORD',
  MACOS_CERTIFICATE: 'MACOS_CERTIFICATE_PASSWORD',
  TAURI_SIGNING_PRIVATE_KEY: 'TAURI_SIGNING_PRIVATE_KEY_PASSWORD',
  WINDOWS_CERTIFICATE: 'WINDOWS_CERTIFICATE_PASSWORD',
};

const ACCOUNT = ['APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_ID_PASSWORD', 'APPLE_PASSWORD'];
const API_KEY = ['APPLE_API_KEY', 'APPLE_API_KEY_PATH'];

/** A certificate under a name that no tool knows, and that a script does: APPLE_CERT_P12. */
const HOLDS_CERTIFICATE = /^(?!.*PASS).*(?:CERT|P12|PFX)/;

/** What may hold a certificate, or bring one, by its name. */
const CERTIFICATE = /CERT|CSC_|IDENTITY|KEYCHAIN|MATCH|P12|PFX|SIGN/i;
const BRINGS_CERTIFICATE = /certificate|codesign|fastlane|keychain|p12|security (?:-|import|unlock)/i;

export const signingVariableAlone: DeclarationRule = {
  id: 'signing-variable-alone',
  level: 'warning',
  about: 'declaration',
  cause: 'A platform is given a part of what signs: a password and not the certificate or the key that it opens, a client secret of Azure and not whose it is, or what Apple is asked to notarize with and no certificate. '
    + 'The tool then signs nothing, mostly without a word, and Apple refuses what is not signed.',
  cure: 'Declare the rest, best by a `Signing`, which knows what belongs together, or in one group of secrets; or leave the variable out. What a script brings that nobody sees here is a reason to switch the rule off.',
  check: (model) => placedLegs(model).flatMap((leg) => {
    const given = variablesOf(model, leg);
    return [...withoutLocked(leg, given), ...withoutOwner(leg, given), ...withoutCertificate(leg, given)]
      .map((finding) => ({ where: leg.where, ...finding }));
  }),
};

/** All that the declaration itself runs on a platform, and says to it. */
function wordsOf({ preInstallSteps, prepare, preBuildSteps, postBuildSteps }: BuildJobModel, platform: PlatformModel): string {
  const own = [platform.preInstallSteps, platform.preBuildSteps, platform.postBuildSteps, platform.run];
  return JSON.stringify([preInstallSteps, prepare, preBuildSteps, postBuildSteps, ...own]);
}

function withoutLocked({ job, platform }: PlacedLeg, given: readonly string[]): Omit<Finding, 'where'>[] {
  return Object.entries(PASSWORDS).flatMap(([locked, password]) => {
    const isThere = given.some((name) => name !== password && (name.startsWith(locked) || locked.endsWith('CERTIFICATE') && HOLDS_CERTIFICATE.test(name)))
      || wordsOf(job, platform).includes(locked);
    return !given.includes(password) || isThere ? [] : [{
      what: `is given ${password} and not ${locked}, whose password it is, so that nothing is signed by it`,
      fix: `Declare ${locked} as a secret as well, or leave ${password} out.`,
    }];
  });
}

/** Where a command names the secret, it may name the others in its own way: `AzureSignTool -kvt … -kvs "$AZURE_CLIENT_SECRET"`. */
function withoutOwner({ job, platform }: PlacedLeg, given: readonly string[]): Omit<Finding, 'where'>[] {
  const missing = ['AZURE_TENANT_ID', 'AZURE_CLIENT_ID'].filter((name) => !given.includes(name));
  return !given.includes('AZURE_CLIENT_SECRET') || missing.length === 0 || wordsOf(job, platform).includes('AZURE_CLIENT_SECRET') ? [] : [{
    what: `is given AZURE_CLIENT_SECRET and not ${andList(missing)}, without which nobody can log in by it`,
    fix: `Declare ${andList(missing)} as well, or leave AZURE_CLIENT_SECRET out.`,
  }];
}

/** Only GitHub's own machines are known to have none. */
function withoutCertificate({ job, platform }: PlacedLeg, given: readonly string[]): Omit<Finding, 'where'>[] {
  const account = given.includes('APPLE_ID') ? given.filter((name) => ACCOUNT.includes(name)) : [];
  const asked = account.length ? ['APPLE_ID', ...account] : given.filter((name) => API_KEY.includes(name));
  const isBare = platform.system === 'macos' && platform.host === 'github' && platform.signing.length === 0;
  const isBrought = given.some((name) => CERTIFICATE.test(name)) || BRINGS_CERTIFICATE.test(wordsOf(job, platform));
  return !isBare || asked.length === 0 || isBrought ? [] : [{
    what: `is given ${andList(asked)}, by which Apple is asked to notarize, and no certificate: what is not signed is not notarized`,
    fix: 'Declare a Signing for macOS, or the secrets of the certificate as well.',
  }];
}
