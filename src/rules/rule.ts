import type { Seen } from '../apps/app-check';
import type { Hindrance } from '../github/checkout-paths';
import type { Complaint } from '../github/complaint';
import type { Model } from '../model/model';
import type { Output } from '../model/outputs';
import type { WorkflowFile } from '../render/workflow/workflow-file';
import type { Declaration } from '../schema/declaration';
import type { Scripts } from '../text/scripts';
import { quoted } from '../text/tokens';

/** An error stops synthesis, a warning and a notice are printed. */
export type Level = 'error' | 'warning' | 'notice';

/** One place where a rule found something: where, what was written, what to do. */
export interface Finding {
  /** The option, for instance `platforms[1] windows-x64`. */
  readonly where: string;
  /** What was written and what is allowed, a sentence without its end. */
  readonly what: string;
  /** What to do, whole sentences. */
  readonly fix: string;
}

interface RuleBase {
  /** Stable; also the heading in docs/diagnostics.md. */
  readonly id: string;
  readonly level: Level;
  /** Why it is a problem, for the docs. */
  readonly cause: string;
  /** What to do, for the docs. */
  readonly cure: string;
  /** Whether it cannot be switched off, because nothing could be made of such a declaration. */
  readonly always?: true;
}

/** Speaks of options before anything is made of them; it cannot be switched off. */
export interface OptionRule extends RuleBase {
  readonly about: 'options';
  check(declaration: Declaration): Finding[];
}

/** Speaks of one declaration, and runs in its constructor. */
export interface DeclarationRule extends RuleBase {
  readonly about: 'declaration';
  check(model: Model, site: Site): Finding[];
}

/** What a rule knows beside the model: how it was declared, and what stands already where it is added. */
export interface Site {
  /** Every text and number as it was written, with its place. */
  readonly declared: Pick<Declaration, 'texts' | 'numbers'>;
  /** The models of the builds that were declared before, in the same repository. */
  readonly others: readonly Model[];
  /** What writes a file, by its path from the repository's root; undefined where nothing does. */
  writerOf(path: string): string | undefined;
}

/** Needs the whole project, and runs before anything is written. */
export interface ProjectRule extends RuleBase {
  readonly about: 'project';
  check(facts: ProjectFacts): Finding[];
}

/** The same for one of the build's workflow files. */
export interface WorkflowRule extends RuleBase {
  readonly about: 'workflow';
  check(facts: WorkflowFacts): Finding[];
}

export type Rule = OptionRule | DeclarationRule | ProjectRule | WorkflowRule;

/** What the rules know of one workflow file of a build. */
export interface WorkflowFacts {
  /** What it is made from. */
  readonly model: Model;
  /** The workflow as the declaration makes it. */
  readonly declared: WorkflowFile;
  /** The parts of our scripts. */
  readonly parts: Scripts;
  /** The workflow with all that was patched into it, as JSON. */
  readonly workflow: unknown;
  /** The same as text. */
  readonly workflowText: string;
  /** Whether the repository has a lock file for actions. */
  readonly actionsLock: boolean;
}

/** What the project rules know, gathered beforehand for one build; of its workflow files that which a tag starts is the first. */
export interface ProjectFacts extends WorkflowFacts {
  /** The others. */
  readonly further: readonly WorkflowFacts[];
  /** The models of all builds of the repository. */
  readonly all: readonly Model[];
  /**
   * Scripts of the package.json in a job's working directory, with projen's tasks, by the job's id:
   * none for a job that builds in another repository, or in a submodule that is not checked out, where they cannot be known.
   */
  readonly scripts: ReadonlyMap<string, readonly string[]>;
  /** `packageManager` of the package.json in the repository's root; '' without one. */
  readonly packageManager: string;
  /** What keeps the build's files from being written; with the first build, also the file of the models. */
  readonly obstacles: readonly Obstacle[];
  /** The README as it is on disk, without the sections that are about to go; undefined without one, and where it is not UTF-8. */
  readonly readme: string | undefined;
  /** Whether it can be written back without loss; so can one that is not there. */
  readonly readmeIsUtf8: boolean;
  /** Names of other READMEs in its directory. */
  readonly otherReadmes: readonly string[];
  /** Files with the notes of a release that nothing writes and that are not there, from the project's directory. */
  readonly missingNotes: readonly string[];
  /** The files in which refs of repositories stand, and that nothing writes: their texts, by their paths from the repository's root; undefined where there is none. */
  readonly refFiles: ReadonlyMap<string, string | undefined>;
  /** The texts of the files that hold the version, and of their lock files, by their paths from the repository's root; undefined for one that is missing. None of what is about to be written anew. */
  readonly versionFiles: ReadonlyMap<string, string | undefined>;
  /** The texts of files that may hold the version beside those, by their paths from the repository's root. */
  readonly versionPlaces: ReadonlyMap<string, string>;
  /**
   * The files of the repository that tools are set up by, by their paths from its root; undefined where
   * something is about to write them, or where a submodule that is not checked out may have them.
   */
  readonly toolFiles: ReadonlyMap<string, string | undefined>;
  readonly otherReleases: readonly OtherRelease[];
  /** The app of each job that builds here. */
  readonly apps: readonly Seen[];
}

/** What makes GitHub releases in the repository beside the builds. */
export interface OtherRelease {
  /** A phrase: "the release of project 'app' (.github/workflows/release.yml)". */
  readonly by: string;
  /** The filters that admit its tags. */
  readonly tags: readonly string[];
  /** Whether it surely does, and does not only seem to. */
  readonly isCertain: boolean;
  /** Whether it makes the tags, too, in a way that starts no workflow. */
  readonly isSilent: boolean;
}

/** Something where a build, or all of them together, write. */
export interface Obstacle extends Hindrance {
  readonly option: Output['option'] | 'models';
  /** From the repository's root. */
  readonly path: string;
}

/** A finding with its rule, ready to be printed. */
export interface Problem extends Finding {
  readonly id: string;
  readonly level: Level;
}

/** A finding out of what a checker complains about. */
export function complain(where: string, got: string, { why, hint }: Complaint): Finding {
  return { where, what: `${quoted(got)} ${why}`, fix: hint };
}

/** Each value behind the first of its kind, with the first one. Upper and lower case are the same. */
export function repeated<T>(values: readonly T[], key: (value: T) => string): { readonly value: T; readonly index: number; readonly first: T }[] {
  const seen = new Map<string, T>();
  return values.flatMap((value, index) => {
    const first = seen.get(key(value).toLowerCase());
    if (first !== undefined) {
      return [{ value, index, first }];
    }
    seen.set(key(value).toLowerCase(), value);
    return [];
  });
}
