import { commonJs, esModule } from './javascript';
import { BUILD, THE_BUILD, type Language, type Writing } from './language';
import { commentLines, written } from './layout';
import { python } from './python';
import { type AddedJob, call, type Code, type Draft, object } from '../code';

export interface Form {
  /** `ts` and `mjs` are ES modules, `js` is CommonJS. */
  readonly language: keyof typeof LANGUAGES;
  /** A file of its own with a project that holds nothing else, or the lines that are added to one. */
  readonly project: 'new' | 'existing';
  /** Of the new project. */
  readonly name: string;
}

const LANGUAGES = { ts: esModule, mjs: esModule, js: commonJs, py: python } as const;

/** What a declaration calls its project. */
const PROJECT = 'project';
/** What stands for it in the code, where no constant has such a name. */
const THE_PROJECT = 'the project';

/** A declaration as text, which ends with a line break. */
export function printDraft(draft: Draft, { language: form, project, name }: Form): string {
  const language = LANGUAGES[form];
  const writing: Writing = { constants: draft.constants, names: namesOf(draft, language), used: new Set() };
  const statement = (code: Code, lead = '', option?: string) =>
    `${lead}${written(language.layout(code, { ...writing, option }), language, lead)}${language.end}`;
  const build = call('TagBuild', { kind: 'name', name: THE_PROJECT }, draft.id, draft.options);
  const body = [
    ...project === 'new' ? [statement(call('TagBuildProject', object({ name })), `${language.constant}${PROJECT} = `)] : [],
    ...draft.constants.map(({ name: constant, value, comments }) =>
      withComments(comments ?? [], statement(value, `${language.constant}${writing.names.get(constant)} = `, optionOf(constant, draft)), language)),
    withComments(draft.comments, statement(build, draft.jobs.length ? `${language.constant}${writing.names.get(THE_BUILD)} = ` : ''), language),
    ...draft.jobs.map((job) => withComments(job.comments, added(job).map((code) => statement(code)).join('\n'), language)),
    ...project === 'new' ? [`${PROJECT}.synth()${language.end}`] : [],
  ];
  return `${[importsOf(writing, language), ...body].join('\n\n')}\n`;
}

function added({ id, options, before }: AddedJob): Code[] {
  return [call(`${BUILD}.workflow.addJob`, id, options), ...before.map((own) => call(`${BUILD}.waitFor`, own, id))];
}

/** The option that a constant is given to; undefined where it is an argument. */
function optionOf(name: string, { options, constants }: Draft): string | undefined {
  return [options, ...constants.map(({ value }) => value)].flatMap((code) => optionsWith(name, code, undefined))[0];
}

function optionsWith(name: string, code: Code, option: string | undefined): (string | undefined)[] {
  if (typeof code !== 'object' || code.kind === 'constant') {
    return [];
  }
  switch (code.kind) {
    case 'name':
      return code.name === name ? [option] : [];
    case 'list':
      return code.items.flatMap(({ value }) => optionsWith(name, value, option));
    case 'object':
      return code.entries.flatMap(({ key, value }) => optionsWith(name, value, key));
    case 'call':
      return code.args.flatMap((arg) => optionsWith(name, arg, undefined));
  }
}

/** What comes from projen itself is a module of it; its name is the only one in small letters. */
function importsOf({ used }: Writing, language: Language): string {
  const statement = (names: readonly string[], from: string) => written(language.importing(names, from), language) + language.end;
  const [projen, ours] = [true, false].map((isModule) => [...used].filter((name) => /^[a-z]/.test(name) === isModule).sort());
  return [...projen.length ? [statement(projen, 'projen')] : [], statement(ours, 'projen-tag-build')].join('\n');
}

/** Each constant by a name that the language takes and that nothing else has, whatever it was made from. */
function namesOf({ constants }: Draft, { name: nameIn, reserved }: Language): Map<string, string> {
  const names = new Map([[THE_PROJECT, PROJECT], [THE_BUILD, nameIn(BUILD)]]);
  const taken = new Set([...reserved, PROJECT, nameIn(BUILD), 'github']);
  for (const { name } of constants) {
    let free = nameIn(name.replace(/[^A-Za-z0-9]/g, '').replace(/^(\d|$)/, 'constant$1').replace(/^[A-Z]/, (letter) => letter.toLowerCase()));
    while (taken.has(free)) {
      free += '_';
    }
    taken.add(free);
    names.set(name, free);
  }
  return names;
}

function withComments(comments: readonly string[], text: string, language: Language): string {
  return [...commentLines(comments, language), text].join('\n');
}
