import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { collectedBy, readArtifactPatterns } from '../../src/github/artifact-glob';
import { type ArtifactCase, plainCase, uploaded, withDirectories } from '../support/artifact-cases';

interface Disagreement extends ArtifactCase {
  readonly read: string[];
  readonly uploaded: string[];
}

/** Cases of which other files are read to be collected than actions/upload-artifact takes. */
export function misreadings(count: number, seed: number): Disagreement[] {
  const cases = fc.sample(plainCase, { numRuns: count, seed });
  return withDirectories(cases, (directories) => {
    const taken = uploaded(cases, directories);
    return cases.flatMap((one, index) => {
      const patterns = readArtifactPatterns(one.patterns);
      const files = one.files.filter((file) => existsSync(join(directories[index], file)) && lstatSync(join(directories[index], file)).isFile());
      const read = files.filter((file) => collectedBy(patterns, file).length).sort();
      const wanted = taken[index];
      return !wanted || wanted.join('\0') === read.join('\0') ? [] : [{ ...one, read, uploaded: wanted }];
    });
  });
}
