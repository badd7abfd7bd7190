import type { ProofModel } from '../model/model';

/** What each kind of signature can be looked for in, as names of files end. */
export const SIGNABLE: Readonly<Record<ProofModel['kind'], readonly string[]>> = {
  macos: ['.dmg', '.pkg', '.zip', '.app', '.app.tar.gz'],
  windows: ['.exe', '.msi', '.msix', '.appx', '.msixbundle', '.appxbundle'],
  minisign: ['.AppImage', '.app.tar.gz', '-setup.exe', '.msi', '.deb', '.rpm', '.AppImage.tar.gz', '.nsis.zip', '.msi.zip'],
};

/** What stands behind the last wildcard may be only a part of how the name ends. What lies in an app is signed with it. */
export function canBeSigned(pattern: string, ends: readonly string[]): boolean {
  const tail = /[^*?\]]*$/.exec(pattern)![0];
  const named = ends.some((end) => tail.endsWith(end) || tail !== pattern && end.endsWith(tail));
  return !pattern.startsWith('!') && (named || ends.includes('.app') && pattern.includes('.app/'));
}
