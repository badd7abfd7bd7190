import * as fc from 'fast-check';
import { type ArtifactCase, artifactCase, collected, uploaded, withDirectories } from '../support/artifact-cases';

/** A line break in a name is shown as a carriage return: upload-artifact refuses both. */
const shown = (files: readonly string[]) => Array.from(new Set(files.map((file) => file.replaceAll('\n', '\r')))).sort();

/** Cases of which the step that collects keeps other files than actions/upload-artifact takes, both beside them. */
export function disagreements(count: number, seed: number): (ArtifactCase & { readonly collected: string[]; readonly uploaded: string[] })[] {
  const cases = fc.sample(artifactCase, { numRuns: count, seed });
  return withDirectories(cases, (directories) => {
    const kept = collected(cases, directories);
    const taken = uploaded(cases, directories);
    return cases.flatMap((one, index) => {
      const wanted = taken[index] && shown(taken[index]);
      return !wanted || wanted.join('\0') === kept[index].join('\0') ? [] : [{ ...one, collected: kept[index], uploaded: wanted }];
    });
  });
}
