import type { App, Build, FoundUpdater, Note } from './app';
import type { Decided } from './draft';
import { type Manager, scriptLine } from './manager';
import type { Place } from './place';
import { isPlatform, PLATFORM_NAMES, PLATFORMS, USUAL } from './platforms';
import type { Questions } from './questions';
import { artifactPatternProblem } from '../../github/artifact-patterns';
import { tagFilterListProblem, tagFilterProblem } from '../../github/tag-filters';
import { andList, freeName } from '../../text/words';
import { call, type Code, object } from '../code';

/** What has a default by what was found, and may be answered otherwise. */

/** One that no workflow and no doc has. */
export function idOf(place: Place, app: App, questions: Questions): string {
  const taken = new Set(['.github/workflows', 'docs'].flatMap((directory) => place.list(directory)).map((name) => name.replace(/\.\w+$/, '').toLowerCase()));
  const name = app.name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'app';
  return questions.ask({
    id: 'id',
    text: 'What is the build called? It names the workflow, the setup doc and the artifacts',
    default: freeName(/(?:^|-)build$/.test(name) ? name : `${name}-build`, '-', taken),
    complaint: (answer) => /^[A-Za-z0-9][\w.-]*$/.test(answer) ? undefined : "has other characters than letters, digits, '.', '_' and '-', or begins with one of the last three",
  });
}

export function tagsOf(filters: readonly string[], questions: Questions): string[] {
  return questions.askList({
    id: 'tags',
    text: 'Which tags start a build?',
    default: filters,
    complaint: (all) => (all.map(tagFilterProblem).find((one) => one !== undefined) ?? tagFilterListProblem(all))?.why,
  });
}

export function platformsOf(app: App, questions: Questions, manager: Manager | undefined): Decided['platforms'] {
  const names = questions.askList({
    id: 'platforms',
    text: `On which platforms is it built? There are ${andList(PLATFORM_NAMES)}`,
    default: app.platforms.length ? app.platforms : USUAL,
    complaint: (all) => all.every(isPlatform) ? undefined : `has another name than ${PLATFORM_NAMES.join(', ')}`,
  }).filter(isPlatform);
  const builds = [...new Set(names)].map((name) => ({ name, build: withPatterns(app.build(name)) }));
  const [{ build }] = builds;
  const line = build.run?.join(' && ') ?? scriptLine(manager?.name ?? 'npm', build.script!);
  const isOpen = app.isGuessed === true;
  const command = questions.ask({
    id: 'build',
    text: 'Which command builds it?',
    default: line,
    isOpen,
    complaint: (answer) => answer === '' ? 'is empty' : answer.includes('${{') ? 'has ${{ }}, where a value could run as a command' : undefined,
  });
  const artifacts = questions.askList({
    id: 'artifacts',
    text: 'Which files does it leave? Patterns, with commas between them',
    default: build.artifacts,
    isOpen,
    complaint: (all) => all.map(artifactPatternProblem).find((one) => one !== undefined)?.why,
  });
  const answered: Partial<Build> = {
    ...command !== line && { script: undefined, run: [command] },
    ...artifacts.join() !== build.artifacts.join() && { artifacts },
  };
  return builds.map(({ name, build: own }) => ({ name, build: { ...own, ...answered } }));
}

/** What no pattern can have becomes any text, and what does not lie below the app is left out. */
function withPatterns(build: Build): Build {
  const plain = build.artifacts.map((pattern) => pattern.replace(/[^\p{L}\p{N}_ ./*@+(),-]+/gu, '*'));
  const artifacts = plain.filter((pattern) => artifactPatternProblem(pattern) === undefined);
  return artifacts.length ? { ...build, artifacts } : {
    ...build,
    artifacts: ['dist/*'],
    notes: ['what is made lies where no artifact pattern leads, outside of the directory of the app: have it made below that'],
  };
}

export function publishOf(app: App, platforms: Decided['platforms'], questions: Questions): { readonly codes: readonly Code[]; readonly notes: readonly Note[] } {
  const answer = questions.ask({
    id: 'publish', text: 'Where does it become public?', choices: ['none', 'github-release'], default: app.updater ? 'github-release' : 'none',
  });
  if (answer === 'none') {
    return { codes: [], notes: [] };
  }
  const complaint = app.updater && updaterComplaint(app.updater, platforms);
  const updater = app.updater && complaint === undefined ? [object({ updater: app.updater.code })] : [];
  return {
    codes: [call('PublishTarget.githubRelease', ...updater)],
    notes: complaint === undefined ? [] : [{ option: 'publish', text: `apps look for updates, and would find none: ${complaint} Then declare the updater here; docs/publishing.md says how` }],
  };
}

function updaterComplaint({ misled: [misled], complaint }: FoundUpdater, platforms: Decided['platforms']): string | undefined {
  const of = platforms.map(({ name, build }) => complaint(PLATFORMS[name].system, build.artifacts)).find((one) => one !== undefined);
  return misled ? `${misled.what}. ${misled.fix}` : of && `${of}.`;
}
