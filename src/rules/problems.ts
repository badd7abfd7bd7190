import type { DeclarationRule, Finding, OptionRule, Problem, ProjectFacts, ProjectRule, Rule, Site, WorkflowRule } from './rule';
import { rulesFor } from './rules';
import type { Model } from '../model/model';
import type { Declaration } from '../schema/declaration';
import { printable } from '../text/printable';
import { quoted, redacted } from '../text/tokens';
import { count } from '../text/words';

/** The page of all rules, a heading each. */
const DIAGNOSTICS_URL = 'https://github.com/projen-tag-build/projen-tag-build/blob/main/docs/diagnostics.md';

/** What keeps a declaration from being read at all. */
export function optionProblems(declaration: Declaration): Problem[] {
  return run((rule) => rule.about === 'options', undefined, (rule: OptionRule) => rule.check(declaration));
}

/** What the rules that need one declaration find in it. */
export function declarationProblems(model: Model, site: Site): Problem[] {
  return run((rule) => rule.about === 'declaration', model, (rule: DeclarationRule) => rule.check(model, site));
}

/** What the rules that need the whole project find in one of its builds. */
export function projectProblems(facts: ProjectFacts): Problem[] {
  return run((rule) => rule.about === 'project' || rule.about === 'workflow', facts.model, (rule: ProjectRule | WorkflowRule) =>
    rule.about === 'project' ? rule.check(facts) : inWorkflows(rule, facts));
}

/** What is wrong in the first file is said of it alone, though the others may have it from the same declaration. */
function inWorkflows(rule: WorkflowRule, facts: ProjectFacts): Finding[] {
  const first = rule.check(facts);
  return [...first, ...facts.further.flatMap((further) => rule.check(further)
    .filter(({ where, what }) => !first.some((one) => one.where === where && one.what === what))
    .map((finding) => finding.where === further.model.workflowPath ? finding : { ...finding, where: `${further.model.workflowPath}: ${finding.where}` }))];
}

function run<R extends Rule>(about: (rule: Rule) => boolean, model: Model | undefined, check: (rule: R) => Finding[]): Problem[] {
  return rulesFor(model)
    .filter((rule): rule is R => about(rule) && (rule.always || !(rule.id in (model?.ignore ?? {}))))
    .flatMap((rule) => check(rule).map((finding) => ({ ...finding, id: rule.id, level: rule.level })));
}

/** The problems of one build. */
export interface Report {
  readonly build: string;
  readonly problems: readonly Problem[];
}

/** Thrown once, with all problems that were found. */
export class TagBuildError extends Error {
  constructor(reports: readonly Report[]) {
    const parts = reports.map(({ build, problems }) =>
      `TagBuild ${quoted(build)} cannot be synthesized: ${count(problems.length, 'problem', 'problems')}\n\n${problemLines(problems)}\n`);
    super([...parts, `Each id is explained in ${DIAGNOSTICS_URL}`].join('\n'));
    this.name = 'TagBuildError';
  }
}

/** Two lines a problem, ids in a column of their own. What is shaped like a token is not repeated. */
export function problemLines(problems: readonly Problem[]): string {
  const width = Math.max(...problems.map(({ id }) => id.length)) + 4;
  return problems
    .map(({ id, where, what, fix }) => `  ${id.padEnd(width)}${shown(`${where}: ${what}.`)}\n  ${' '.repeat(width)}${shown(fix)}`)
    .join('\n');
}

/** No name has as many characters, and nobody reads them. */
const LONG_WORD = /\S{301,}/g;

/** What was declared is repeated, but neither a secret nor what a terminal obeys, and nothing without end. */
function shown(text: string): string {
  return printable(redacted(text).replace(LONG_WORD, (word) => `${word.slice(0, 200)}…${word.slice(-40)}`));
}
