import type { App } from './app';
import { unknownApp } from './apps/scripts';
import { decide, type Found } from './decide';
import { draftOf } from './draft';
import { Files } from './files';
import { appsIn, homesOf } from './homes';
import { type Manager, managerOf } from './manager';
import type { Place } from './place';
import { type Answers, type Question, Questions } from './questions';
import { Sight } from './sight';
import { oneLine } from '../../text/markdown';
import { andList } from '../../text/words';
import type { Draft } from '../code';
import { PROJENRCS } from '../projenrc';

export type { Answers, Found, Question };

/** What a repository is, and the declaration that it could have. */
export interface Survey {
  readonly found: readonly Found[];
  readonly questions: readonly Question[];
  readonly draft: Draft;
  /** What installs packages in the root; undefined without a package.json there. */
  readonly manager: Manager | undefined;
  /** The file that declares a projen project already. */
  readonly projenrc?: string;
  /** Sentences that stop it. */
  readonly problems: readonly string[];
}

const NO_CODE = '.projenrc.json';
const WITHOUT_CODE = `'${NO_CODE}' holds the options of a project and no code, and a build is declared in code: make it a .projenrc.js or .projenrc.ts with the same options first.`;

/** Looks at a repository, and drafts a declaration as far as it can be known. Nothing is written, run or asked over a network. */
export function survey(place: Place, answers: Answers): Survey {
  const questions = new Questions(answers);
  const home = homeIn(place, questions);
  const files = new Files(place);
  const sight = new Sight(files, home);
  const app = appIn(sight, questions);
  const projenrc = place.list('').find((name) => name === NO_CODE || PROJENRCS.includes(name));
  const { decided, found } = decide(place, sight, app, questions);
  return {
    found: found.map(({ what, where }) => ({ what: oneLine(what), ...where !== undefined && { where: oneLine(where) } })),
    questions: questions.asked,
    draft: draftOf(decided),
    manager: managerOf(new Sight(files, '')),
    projenrc,
    problems: [...gitProblems(place), ...projenrc === NO_CODE ? [WITHOUT_CODE] : [], ...files.problems.values(), ...questions.problems].map(oneLine),
  };
}

function gitProblems({ git, noGit }: Place): string[] {
  if (git === undefined) {
    return /not a git repository/.test(noGit)
      ? ["this is no git repository, and a workflow runs in one on github.com: change into yours, or make one with 'git init'."]
      : [`git cannot be asked about this directory: ${noGit}.`];
  }
  return git.prefix === '' ? [] : [`this is '${git.prefix}' of a repository, and a workflow lies in its root: change into '${git.root}'.`];
}

function homeIn(place: Place, questions: Questions): string {
  const homes = homesOf(place).map((directory) => directory || '.');
  const answer = questions.ask({
    id: 'working-directory',
    text: `In which directory is the app built?${homes.length > 1 ? ` There are ${andList(homes)}` : ''}`,
    default: homes[0] ?? '.',
    isOpen: homes.length > 1,
    complaint: (said) => /(?:^|\/)\.\.(?:\/|$)|^\/|\\|^[A-Za-z]:/.test(said) ? 'leads out of the repository'
      : place.list(normal(said)).length ? undefined : 'is no directory of the repository with something in it',
  });
  return normal(answer);
}

function normal(directory: string): string {
  return directory.split('/').filter((part) => part !== '' && part !== '.').join('/');
}

function appIn(sight: Sight, questions: Questions): App {
  const all = appsIn(sight);
  const certain = all.filter(({ kind }) => kind.isCertain);
  const likely = certain.length ? certain : all.filter(({ app }) => !app.isGuessed);
  const [first] = likely.length ? likely : all;
  const answer = questions.ask({
    id: 'app',
    text: 'What builds the app?',
    choices: first && all.map(({ kind }) => kind.id),
    default: first?.kind.id ?? '',
    isOpen: likely.length > 1,
  });
  return all.find(({ kind }) => kind.id === answer)?.app ?? unknownApp(sight);
}
