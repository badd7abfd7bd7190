import { Complaint } from './complaint';
import { ARTIFACT_PATH_FORBIDDEN } from './limits';

/** Patterns that mean everything there is: the checkouts with all they hold would be uploaded. */
const EVERYTHING = /^(?:\.\/)*(?:\.|\*|\*\*)?(?:\/\*{0,2})*$/;

/**
 * What keeps a pattern from naming the files of an artifact, relative to the working directory.
 *
 * @see https://github.com/actions/upload-artifact#inputs
 * @see https://github.com/actions/toolkit/tree/main/packages/glob#patterns
 */
export function artifactPatternProblem(pattern: string): Complaint | undefined {
  if (pattern.trim() === '') {
    return { why: 'is empty', hint: "Name the files to upload, for instance 'dist/*.dmg'." };
  }
  if (/[\r\n]/.test(pattern)) {
    return { why: 'has a line break', hint: 'Write each pattern as an element of its own.' };
  }
  if (/^(?:[/\\~]|[A-Za-z]:)/.test(pattern)) {
    return { why: 'is absolute', hint: 'Write it relative to the working directory.' };
  }
  if (pattern.includes('\\')) {
    return { why: "has a '\\'", hint: `Write '/', on Windows too: '${pattern.replaceAll('\\', '/')}'.` };
  }
  return forbiddenProblem(pattern) ?? reachProblem(pattern);
}

function forbiddenProblem(pattern: string): Complaint | undefined {
  // '*' and '?' are forbidden in the files' paths only; in a pattern they are wildcards
  const forbidden = ARTIFACT_PATH_FORBIDDEN.exec(pattern.replace(/[*?]/g, ''))?.[0];
  return forbidden === undefined ? undefined : {
    why: `has '${forbidden}', which no path in an artifact can have`,
    hint: "Put '*' in its place and let the build name its files without it.",
  };
}

function reachProblem(pattern: string): Complaint | undefined {
  if (pattern.split('/').includes('..')) {
    return { why: "leads out of the working directory by '..'", hint: 'Let the build put its files below the working directory.' };
  }
  if (pattern.split('/').slice(1).includes('.')) {
    return { why: "has '.' as a part of its path, which the upload refuses", hint: 'Leave it out.' };
  }
  return EVERYTHING.test(pattern)
    ? { why: 'matches everything there is, sources included', hint: "Name what the build makes, for instance 'dist/*'." }
    : undefined;
}
