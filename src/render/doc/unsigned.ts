import { isSigning } from '../../model/facts';
import { handedTo, type Leg, resultsOf, secretsGivenTo } from '../../model/jobs';
import { type Model, type PlatformModel } from '../../model/model';
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
  const signs = (leg: Leg) => secretsGivenTo(model, leg).some(isSigning);
  const affected = resultsOf(model)
    .filter((leg) => signs(leg) || handedTo(model, leg.job).some(({ from }) => signs(from)))
    .map(({ platform }) => platform);
  return [
    affected.some(isMac) ? macNote(affected.some((platform) => isMac(platform) && makes(platform, 'dmg'))) : '',
    affected.some(isWindows) ? windowsNote : '',
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
