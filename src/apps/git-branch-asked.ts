import type { AppCheck, AppFinding } from './app-check';
import { PACKAGE_JSON } from './package-files';
import { type RunText, runTexts, scriptFilesOf } from './script-files';
import type { PlatformModel } from '../model/model';
import { distinct } from '../text/words';

/** Something that asks for a branch. */
interface Question {
  readonly asked: RegExp;
  /** What it comes to in a run of a tag, where git has checked out a commit and no branch. */
  readonly answer: string;
  /** What stands behind it where that is provided for. */
  readonly fallback?: RegExp;
}

/** Whoever names these knows of tags or of runners, asks whether there is an answer, or brings a branch. */
const KNOWS = /\bGITHUB_(?:REF_|ACTIONS)|\bCI\b|refs\/tags|\bdescribe\b|\bgit tag\b|\bgit (?:checkout|switch|clone|init)\b|[=!]=? ?['"]HEAD['"]|-[zn] "?\$|\bdetached\b/;

/**
 * What packages say of a detached HEAD is as in their sources, of version 2 both.
 *
 * @see https://git-scm.com/docs/git-rev-parse#Documentation/git-rev-parse.txt---abbrev-refstrictloose
 * @see https://git-scm.com/docs/git-branch#Documentation/git-branch.txt---show-current
 * @see https://git-scm.com/docs/git-symbolic-ref#_description
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/variables
 */
const QUESTIONS: readonly Question[] = [
  { asked: /\bgit rev-parse (?:-\S+ ){0,3}--abbrev-ref(?:=\w+)? (?:-\S+ ){0,3}HEAD\b(?!@)/, answer: "prints 'HEAD'" },
  { asked: /\bgit branch (?:-\S+ ){0,3}--show-current\b/, answer: 'prints nothing', fallback: /\|\||:-/ },
  { asked: /\bgit symbolic-ref (?:-\S+ ){0,3}HEAD\b/, answer: 'fails', fallback: /\|\||:-|\bcatch\b/ },
  { asked: /\bGITHUB_HEAD_REF\b/, answer: 'is empty', fallback: /\|\||\?\?|:-|\bGITHUB_REF\b/ },
  { asked: /\$\{GITHUB_REF##?refs\/heads\/\}|\bGITHUB_REF\.replace\(['"/]\^?refs\\?\/heads\b/, answer: "still begins with 'refs/tags/'" },
  { asked: /(?:\brequire\(|\bfrom )['"](?:current-git-branch|git-branch)['"]/, answer: 'finds none', fallback: /\|\||\?\?/ },
];

/** How far behind a question one looks for what stands in. */
const FALLBACK_WITHIN = 120;

export const gitBranchAsked: AppCheck = {
  id: 'git-branch-asked',
  cause: 'A command of the build asks for the branch that it runs on. A run of a tag checks out the commit of the tag and no branch: git prints `HEAD`, or nothing, or fails, and what is built bears that name.',
  cure: 'Take `GITHUB_REF_NAME`, which is the name of the tag then and of the branch otherwise, or what `version.env` hands over. Nothing is said where the same script knows of tags, or has something to fall back on.',
  files: () => [PACKAGE_JSON],
  more: (seen) => distinct(seen.job.platforms.flatMap((platform) => scriptFilesOf(seen, platform))),
  check: (seen) => {
    const found = seen.job.platforms.flatMap((platform) => runTexts(seen, platform).flatMap((one) => findings(one, platform)));
    return [...new Map(found.reverse().map((finding) => [finding.what, finding])).values()].reverse();
  },
};

function findings({ by, text, file }: RunText, platform: PlatformModel): AppFinding[] {
  const plain = asCommands(text);
  return KNOWS.test(plain) ? [] : QUESTIONS.flatMap(({ asked, answer, fallback }) => {
    const missing = [...plain.matchAll(new RegExp(asked, 'g'))].find(({ index, 0: words }) => !fallback?.test(plain.slice(index + words.length).slice(0, FALLBACK_WITHIN)));
    return missing === undefined ? [] : [{
      at: file || platform,
      what: `${file && file !== PACKAGE_JSON ? '' : `${by} `}asks for a branch by '${missing[0]}', which ${answer} in a run of a tag`,
      fix: 'Take GITHUB_REF_NAME, which is the name of the tag then, or what version.env hands over.',
    }];
  });
}

/** Without comments, and what a program is told as one would type it: `'git', ['branch'` is `git branch`. */
function asCommands(text: string): string {
  return text.replace(/^[ \t]*(?:#|\/\/|\*).*$/gm, '').replace(/(['"`]),\s*(?:\[\s*)?\1/g, ' ');
}
