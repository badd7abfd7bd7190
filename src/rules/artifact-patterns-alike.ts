import { placedLegs } from './places';
import { type DeclarationRule, repeated } from './rule';
import { eitherOf } from '../github/artifact-patterns';

export const artifactPatternsAlike: DeclarationRule = {
  id: 'artifact-patterns-alike',
  level: 'warning',
  about: 'declaration',
  cause: 'Two patterns of artifacts differ in upper and lower case only, and each must match a file. Where one of the two is what the build leaves, the platform fails behind the whole build. '
    + 'On Windows both match the same files.',
  cure: 'Write one pattern with both in braces, of which one is enough: `dist/*.{AppImage,appimage}`. Switch the rule off where the build leaves both.',
  check: (model) => placedLegs(model).filter(({ platform }) => platform.system !== 'windows').flatMap(({ platform: { artifacts, alternatives }, where }) =>
    repeated(artifacts.filter((pattern) => !pattern.startsWith('!')), (pattern) => pattern)
      .filter(({ value, first }) => value !== first && !alternatives.some((all) => all.includes(value) && all.includes(first)))
      .map(({ value, first }) => ({
        where,
        what: `'${first}' and '${value}' differ in upper and lower case only, and each must match a file`,
        fix: `Write '${eitherOf([first, value]) ?? `{${first},${value}}`}' if one of the two is enough.`,
      }))),
};
