import { targetPlace } from './places';
import { complain, type DeclarationRule } from './rule';
import type { Complaint } from '../github/complaint';
import { npmTargetsOf } from '../model/publish';

export const npmNameMalformed: DeclarationRule = {
  id: 'npm-name-malformed',
  level: 'error',
  about: 'declaration',
  cause: 'There is no package, dist-tag or tarball of that name on npm, and there can be none.',
  cure: 'Write the name as it stands in package.json, a dist-tag that is no version, and the name of the tarball without a directory.',
  check: (model) => npmTargetsOf(model).flatMap((target) => [
    { option: 'package', got: target.package, complaint: packageProblem(target.package) },
    { option: 'distTag', got: target.distTag, complaint: distTagProblem(target.distTag) },
    { option: 'tarball', got: target.tarball, complaint: tarballProblem(target.tarball) },
  ].flatMap(({ option, got, complaint }) => complaint ? [complain(targetPlace(target, option), got, complaint)] : [])),
};

/** @see https://docs.npmjs.com/cli/configuring-npm/package-json#name */
function packageProblem(name: string): Complaint | undefined {
  // npm would take one that begins with a hyphen for an option
  const isName = /^(?:@[A-Za-z0-9~-][\w.~-]*\/[A-Za-z0-9~-]|[A-Za-z0-9~])[\w.~-]*$/.test(name);
  return isName && name.length <= 214 ? undefined : {
    why: "is no name of an npm package: at most 214 letters, digits, '.', '_' and '-', with '@scope/' in front where it has one",
    hint: "Write it as it stands in package.json, for instance '@acme/app'.",
  };
}

/** npm takes what looks like a version for one. */
function distTagProblem(tag: string): Complaint | undefined {
  return /^(?!v?\d)[A-Za-z][\w.-]*$/.test(tag) && !/^[vx]$/i.test(tag) ? undefined : {
    why: 'is no dist-tag: it begins with a letter and looks like no version',
    hint: "Write for instance 'latest' or 'next'.",
  };
}

function tarballProblem(pattern: string): Complaint | undefined {
  return /^[^/\\!]+$/.test(pattern) ? undefined : {
    why: 'is no pattern of a name: the files of a release lie in no directory',
    hint: "Write for instance '*.tgz'.",
  };
}
