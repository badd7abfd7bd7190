import { placedLegs } from './places';
import { complain, type DeclarationRule } from './rule';
import { artifactPatternProblem, hiddenProblem } from '../github/artifact-patterns';
import type { Complaint } from '../github/complaint';
import { patternFromWorkspace } from '../model/paths';

export const artifactPatternMalformed: DeclarationRule = {
  id: 'artifact-pattern-malformed',
  level: 'error',
  about: 'declaration',
  cause: 'A pattern of artifacts can match nothing, leaves the working directory, or takes the whole of it.',
  cure: 'Write a path relative to the working directory, with forward slashes.',
  check: (model) => placedLegs(model).flatMap(({ job, platform: { artifacts, alternatives }, where }) => {
    const uploaded = artifacts.map((pattern) => patternFromWorkspace(job, pattern));
    return artifacts.flatMap((pattern, index) => {
      const complaint = artifactPatternProblem(pattern) ?? hiddenProblem(uploaded[index], uploaded)
        ?? (alternatives.flat().includes(pattern) ? spaceProblem(pattern) : undefined);
      return complaint ? [complain(where, pattern, complaint)] : [];
    });
  }),
};

/** `*.{dmg, zip}` would go well without any zip. `App{, Setup}.exe` is meant so. */
function spaceProblem(pattern: string): Complaint | undefined {
  const [space] = /[./] (?=[^./]*$)/.exec(pattern) ?? [];
  return space ? { why: `has a space behind '${space[0]}', from its braces`, hint: 'Write the alternatives without spaces between them: {dmg,zip}.' } : undefined;
}
