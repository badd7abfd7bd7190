import { patternsOf, sorted } from './artifacts';
import { credentialOf } from './credentials';
import { brief, leftOut, understood } from './report-lines';
import { tagValueOf, withPlaceholders } from './tag-values';
import { isWorkflowToken, runsOnTags } from './used-action';
import { wholeExpression } from '../../github/expressions';
import { distinct } from '../../text/words';
import { type Code, call, constant, object } from '../code';
import type { LegSource, ReportLine, StepMeaning } from '../workflow/step-reader';
import type { StepSource } from '../workflow/workflow-source';

/** What a step says of a GitHub release, in the texts that it says it with. */
export interface Release {
  readonly repository?: string;
  readonly token?: string;
  readonly tag?: string;
  readonly title?: string;
  readonly body?: string;
  readonly bodyFile?: string;
  /** 'true' or an expression. */
  readonly generated?: string;
  readonly draft?: string;
  readonly prerelease?: string;
  readonly latest?: string;
  readonly discussion?: string;
  /** Patterns, from the workspace. */
  readonly files: readonly string[];
  readonly updater?: Code;
  /** What there is no option for: what stood there, and why it is not kept. */
  readonly others?: readonly (readonly [what: string, why: string])[];
  /** Whether it only adds to a release that another step says all of. */
  readonly isPart?: true;
  /** What the report calls it. */
  readonly what?: string;
  /** Whether the release was there already. */
  readonly isEdit?: true;
  /** Whether the texts stand in a script, where `$TAG` is a variable. */
  readonly inShell?: true;
}

const UNKNOWN_FILES = 'which these are turns out in the run only: name in `artifacts` what the build leaves';

type Said = readonly [value: Code | undefined, ...report: ReportLine[]];

/** A step that makes or fills a release: a target of `publish`. */
export function releaseMeaning(step: StepSource, leg: LegSource, release: Release, rest?: StepSource): StepMeaning {
  const { kept, foreign, metadata } = filesOf(release, leg);
  const said: Readonly<Record<string, Said>> = {
    repository: repository(step, release),
    credential: credential(step, leg, release),
    title: title(step, leg, release),
    notes: release.isPart ? [undefined] : notes(step, leg, release),
    prerelease: release.isPart ? [undefined] : prerelease(step, release),
    latest: latest(step, release),
    draftOnly: flag(step, 'draft', release.draft, 'the release is published'),
    discussionCategory: [release.discussion?.includes('${{') ? undefined : release.discussion],
    updater: [release.updater ?? (metadata.length ? call('Updater.electronBuilder') : undefined)],
  };
  const options = Object.fromEntries(Object.entries(said).map(([key, [value]]) => [key, value]));
  const code = call('PublishTarget.githubRelease', ...Object.values(options).some((value) => value !== undefined) ? [object(options)] : []);
  return {
    publish: [{ code, files: [...kept, ...metadata], ...release.draft === 'false' && release.isEdit && { undrafts: true } }],
    rest,
    report: [
      understood(step, brief(code), release.what),
      ...Object.values(said).flatMap(([, ...report]) => report),
      ...tag(step, leg, release),
      ...release.files.filter((file) => file.trim() !== '' && patternsOf(file) === undefined).map((file) => leftOut(step, `files: ${file}`, UNKNOWN_FILES)),
      ...foreign.map((pattern) => leftOut(step, pattern, `nothing on ${leg.system} is called so`)),
      ...runsOnTags(step) ? [] : [leftOut(step, `if: ${step.if}`, 'every tag that builds is released, and nothing else')],
      ...(release.others ?? []).map(([what, why]) => leftOut(step, what, why)),
    ],
  };
}

/** Of a list that every leg of a job goes through, only what this one can have made. */
function filesOf({ files }: Release, leg: LegSource) {
  const all = distinct(files.flatMap((file) => patternsOf(file) ?? []));
  const isGathered = leg.steps.some(({ uses = '' }) => uses.startsWith('actions/download-artifact@'));
  return sorted(all, isGathered ? { system: 'unknown' } : leg);
}

function repository(step: StepSource, { repository: text = '' }: Release): Said {
  if (text === '' || wholeExpression(text) === 'github.repository' || text === '$GITHUB_REPOSITORY') {
    return [undefined];
  }
  return /^[\w.-]+\/[\w.-]+$/.test(text) ? [text] : [undefined, leftOut(step, `repository: ${text}`, 'it is not known here: name it in `repository` of the target')];
}

function credential(step: StepSource, leg: LegSource, { token = '' }: Release): Said {
  const code = credentialOf(token, leg);
  return code || token === '' || isWorkflowToken(token) ? [code] : [undefined, leftOut(step, 'its token', 'where it comes from is not known: declare `credential` of the target, unless it is the token of the workflow')];
}

function tag(step: StepSource, leg: LegSource, { tag: text, inShell }: Release): ReportLine[] {
  const value = text === undefined || text === '' ? 'tag' : tagValueOf(text, step, leg, inShell);
  return value === 'tag' || value === 'version' ? [] : [leftOut(step, `tag: ${text}`, 'the release is that of the tag that was pushed')];
}

function title(step: StepSource, leg: LegSource, { title: text = '', inShell }: Release): Said {
  const words = withPlaceholders(text.trim(), step, leg, inShell);
  if (words === undefined) {
    return [undefined, leftOut(step, `title: ${text}`, 'it has what is not known when the release is made: it is called by its tag')];
  }
  return [words === '' || words === '{tag}' || words === 'v{version}' ? undefined : words];
}

function notes(step: StepSource, leg: LegSource, { body = '', bodyFile = '', generated, inShell }: Release): Said {
  if (generated === 'true') {
    return [undefined, ...body ? [leftOut(step, `body: ${body}`, 'GitHub writes the notes')] : []];
  }
  if (bodyFile !== '') {
    const [path] = patternsOf(bodyFile) ?? [];
    const isMade = leg.steps.some(({ run = '', line }) => line === step.line ? new RegExp(`>\\s*["']?${escaped(bodyFile)}`).test(run) : run.includes(bodyFile));
    return path === undefined || isMade || /[*?!]/.test(path)
      ? [undefined, leftOut(step, `notes: ${bodyFile}`, 'a step makes the file, and notes are read from the commit of the tag: GitHub writes them; see ReleaseNotes.changelog')]
      : [call('ReleaseNotes.file', path)];
  }
  const words = withPlaceholders(body, step, leg, inShell);
  if (words === undefined) {
    return [undefined, leftOut(step, `body: ${body}`, 'a step makes it: GitHub writes the notes; see ReleaseNotes.changelog')];
  }
  return words.trim() === '' ? [undefined, understood(step, 'notes that GitHub writes, of the pull requests since the release before', 'no notes')] : [call('ReleaseNotes.text', words)];
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

function prerelease(step: StepSource, { prerelease: text }: Release): Said {
  switch (text?.trim()) {
    case undefined: case '': return [undefined, understood(step, 'prerelease where the version is one, as 1.2.0-beta.1 is', 'no prerelease')];
    case 'true': return [constant('ReleaseFlag.ALWAYS')];
    case 'false': return [constant('ReleaseFlag.NEVER')];
    // whether the tag holds a hyphen, or a word that stands behind one
    default: return /^contains\(github\.ref(?:_name)?,\s*'-?(?:alpha|beta|rc|pre|dev)?\.?'\)(?:\s*\|\|\s*contains\(github\.ref(?:_name)?,\s*'-?(?:alpha|beta|rc|pre|dev)\.?'\))*$/.test(wholeExpression(text!) ?? '')
      ? [undefined] : [undefined, leftOut(step, `prerelease: ${text}`, 'the version decides')];
  }
}

function latest(step: StepSource, { latest: text }: Release): Said {
  switch (text?.trim()) {
    case undefined: case '': case 'legacy': return [undefined];
    case 'true': return [constant('ReleaseFlag.ALWAYS')];
    case 'false': return [constant('ReleaseFlag.NEVER')];
    default: return [undefined, leftOut(step, `latest: ${text}`, 'the version decides')];
  }
}

function flag(step: StepSource, what: string, text: string | undefined, why: string): Said {
  switch (text?.trim()) {
    case undefined: case '': case 'false': return [undefined];
    case 'true': return [true];
    default: return [undefined, leftOut(step, `${what}: ${text}`, why)];
  }
}
