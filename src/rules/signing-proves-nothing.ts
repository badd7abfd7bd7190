import type { DeclarationRule } from './rule';
import { fitsSystem, placedSignings, type PlacedSigning } from './signings';
import type { ProofModel } from '../model/model';
import { orList } from '../text/words';

/** What each kind of signature can be looked for in, as names of files end. */
const SIGNABLE: Readonly<Record<ProofModel['kind'], readonly string[]>> = {
  macos: ['.dmg', '.pkg', '.zip', '.app', '.app.tar.gz'],
  windows: ['.exe', '.msi', '.msix', '.appx', '.msixbundle', '.appxbundle'],
  minisign: ['.AppImage', '.app.tar.gz', '-setup.exe', '.msi', '.deb', '.rpm', '.AppImage.tar.gz', '.nsis.zip', '.msi.zip'],
};

export const signingProvesNothing: DeclarationRule = {
  id: 'signing-proves-nothing',
  level: 'error',
  about: 'declaration',
  cause: 'No file that a signing looks at can hold such a signature, so that it happened could never be proven, and the platform would fail.',
  cure: 'Name the signed files in the `files` of the signing, or among the artifacts of the platform.',
  check: (model) => placedSignings(model).filter((placed) => fitsSystem(placed) && !findsFiles(placed)).map(({ where, proof }) => ({
    where,
    what: `looks at ${proof.files.map((pattern) => `'${pattern}'`).join(', ') || 'no file'}, where no signature can be; ${orList(SIGNABLE[proof.kind])} can have one`,
    fix: 'Name the signed files in files of the signing, or among the artifacts.',
  })),
};

function findsFiles({ proof: { files, kind } }: PlacedSigning): boolean {
  return files.some((pattern) => canBeSigned(pattern, SIGNABLE[kind]));
}

/** What stands behind the last wildcard may be only a part of how the name ends. What lies in an app is signed with it. */
function canBeSigned(pattern: string, ends: readonly string[]): boolean {
  const tail = /[^*?\]]*$/.exec(pattern)![0];
  const named = ends.some((end) => tail.endsWith(end) || tail !== pattern && end.endsWith(tail));
  return !pattern.startsWith('!') && (named || ends.includes('.app') && pattern.includes('.app/'));
}
