import { readFileSync } from 'node:fs';
import { locationOf, shownFile } from './legs';
import type { NamedFile } from './problems';
import { fnmatch } from '../../github/fnmatch';
import { MAX_SBOM_BYTES } from '../../github/limits';
import { beginning } from '../../text/words';
import { FILES, SET } from '../contract';
import { error, type Message } from '../report';
import { sbomPredicateType } from '../sbom-kind';

/** More names are no help. */
const SHOWN = 20;

/** Where the SBOM will lie, from the workspace, and what keeps it from being attested. Nothing is wanted where the pattern is ''. */
export function sbomIn(files: readonly NamedFile[], pattern: string): { readonly path: string; readonly problems: readonly Message[] } {
  const found = files.filter(({ name }) => pattern !== '' && fnmatch(pattern, name));
  const isOne = pattern === '' || found.length === 1;
  return {
    path: found.map(({ name }) => `${SET}/${FILES}/${name}`)[0] ?? '',
    problems: isOne ? found.flatMap(unfit) : [error('there-is-not-one-sbom', `'${pattern}' matches ${found.length ? beginning(found.map(({ name }) => name), SHOWN) : 'no file'} of the release, and one is needed. Let one platform make it and declare it among its artifacts, or correct the sbom of the release.`)],
  };
}

/** As actions/attest takes it. What is wrong with it as a file is said elsewhere. */
function unfit(file: NamedFile): Message[] {
  const { size, isFile } = file;
  if (!isFile || size === 0) {
    return [];
  }
  if (size > MAX_SBOM_BYTES) {
    return [error('the-sbom-cannot-be-attested', `${shownFile(file)} has ${size} bytes, and GitHub attests an SBOM of at most ${MAX_SBOM_BYTES}. Let the build leave out of it what nobody looks up, such as single files.`)];
  }
  try {
    if (sbomPredicateType(JSON.parse(readFileSync(locationOf(file), 'utf8')))) {
      return [];
    }
  } catch (problem) {
    return [error('the-sbom-cannot-be-attested', `${shownFile(file)} is no JSON: ${(problem as Error).message}. Let the build write it as JSON, in UTF-8 without a byte order mark; '>' of Windows PowerShell writes UTF-16.`)];
  }
  return [error('the-sbom-cannot-be-attested', `${shownFile(file)} is neither SPDX (spdxVersion such as SPDX-2.3, SPDXID) nor CycloneDX (bomFormat, serialNumber, specVersion). Let the build write it in one of the two.`)];
}
