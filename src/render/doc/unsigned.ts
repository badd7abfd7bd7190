import { isSigning } from '../../model/facts';
import { handedTo, type Leg, resultsOf, secretsGivenTo } from '../../model/jobs';
import { type Model, type PlatformModel, type ProofModel } from '../../model/model';
import { blocks, bullets, code, heading } from '../../text/markdown';

/** What stands between a downloaded artifact and its first start. */
export function opening(model: Model): string {
  const notes = [linux(model), ...unsigned(model)].filter(Boolean);
  return notes.length === 0 ? '' : blocks(heading(3, 'Open what you fetched'), bullets(notes));
}

/** Artifacts are zip files, which know nothing of the executable bit. */
function linux(model: Model): string {
  const affected = resultsOf(model).map(({ platform }) => platform).filter(({ system }) => system === 'linux');
  if (affected.length === 0) return '';
  const appImage = affected.some((platform) => platform.artifacts.some((pattern) => /appimage/i.test(pattern)));
  const how = appImage ? `an AppImage starts only after ${code('chmod +x')} on it.` : `give a program its right back with ${code('chmod +x')}.`;
  return `Linux: an artifact loses the permission bits of its files, so ${how}`;
}

function unsigned(model: Model): string[] {
  const affected = resultsOf(model)
    .filter((leg) => mayBeUnsigned(model, leg) || handedTo(model, leg.job).some(({ from }) => mayBeUnsigned(model, from)))
    .map(({ platform }) => platform);
  return [
    affected.some(isMac) ? macNote(affected.some((platform) => isMac(platform) && makes(platform, 'dmg'))) : '',
    affected.some(isWindows) ? windowsNote : '',
    ...signedOnes(model),
  ];
}

/** Whether an optional secret signs the app. That its updates are signed is nothing that its system asks for. */
function mayBeUnsigned(model: Model, leg: Leg): boolean {
  const ofUpdates = leg.platform.proofs.filter(({ kind }) => kind === 'minisign').map(({ signing }) => signing);
  return secretsGivenTo(model, leg).some((secret) => isSigning(secret) && !ofUpdates.includes(secret.title));
}

/** A signature alone does not always open the door. */
function signedOnes(model: Model): string[] {
  const proofs = resultsOf(model).flatMap(({ platform }) => platform.proofs);
  const notNotarized = ({ kind, notarized }: ProofModel) => kind === 'macos' && !notarized;
  return [
    proofs.some(notNotarized) ? signedMacNote : '',
    proofs.some(({ kind }) => kind === 'windows') ? signedWindowsNote : '',
  ];
}

function isMac(platform: PlatformModel): boolean {
  return platform.system === 'macos';
}

function isWindows(platform: PlatformModel): boolean {
  return platform.system === 'windows';
}

function makes(platform: PlatformModel, extension: string): boolean {
  return platform.artifacts.some((pattern) => pattern.toLowerCase().endsWith(`.${extension}`));
}

function macNote(diskImage: boolean): string {
  return `macOS, without the signing secrets: macOS refuses the app. ${diskImage ? 'Copy it from the dmg to Applications, try' : 'Try'} to open it once, `
    + 'then choose System Settings, Privacy & Security, Open Anyway. If macOS calls it damaged, '
    + `run ${code('xattr -dr com.apple.quarantine')} on the app.`;
}

const windowsNote = 'Windows, without the signing secrets: SmartScreen stops the installer. Choose More info, Run anyway.';

const signedMacNote = 'macOS, signed and not notarized: macOS refuses the app at first. Try to open it once, then choose System Settings, Privacy & Security, Open Anyway.';

const signedWindowsNote = 'Windows, signed: SmartScreen can still warn until enough people have run what this publisher signs. The warning names the publisher.';
