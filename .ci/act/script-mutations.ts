/** The publish script broken in one place, and the scenario of .ci/act/release-scenarios.ts that comes out otherwise. */
export interface ScriptMutation {
  /** What the script would be like. */
  readonly name: string;
  /** Its name up to the colon. */
  readonly scenario: string;
  /** What stands in the script once, and what stands there instead. */
  readonly changes: ReadonlyArray<readonly [good: string, bad: string]>;
}

/** One a stage of a release, in the order in which they run. */
export const scriptMutations: readonly ScriptMutation[] = [
  {
    name: 'nobody asks whether every pattern has a file',
    scenario: 'a file is lost on its way',
    changes: [['...missed.map(', '...[].map(']],
  },
  {
    name: 'names are left to GitHub',
    scenario: 'all well',
    changes: [[".replace(/-* [- ]*/g, '-')", ".replace(/-* [- ]*/g, ' ')"]],
  },
  {
    name: 'the sums are those of other files',
    scenario: 'all well',
    changes: [['sums.sort(byName).map(({ name, sha256 }) => `${sha256}  ${name}\\n`)', 'sums.sort(byName).map(({ name, sha256 }) => `${sha256.replace(/./g, 0)}  ${name}\\n`)']],
  },
  {
    name: 'what arrives is not proven against the record',
    scenario: 'the verified files are changed on their way',
    changes: [
      ['file.size === size && file.sha256 === sha256 ? []', 'file ? []'],
      ["lines.join('\\n') === expected.join('\\n') ? []", 'lines ? []'],
    ],
  },
  {
    name: 'nobody asks where the tag points before the release is public',
    scenario: 'the tag moves while the files are uploaded',
    changes: [['await requireTag(target, commit, UNPUBLISHED);', '']],
  },
  {
    name: 'no draft of an earlier run is looked for',
    scenario: 'GitHub refuses to publish',
    changes: [['new Set([...known, ...await idsOfTag(target)])', 'new Set(known)']],
  },
  {
    name: 'the sums of what GitHub has are not read back',
    scenario: 'GitHub keeps other bytes than it was sent',
    changes: [[' && asset.digest === `sha256:${file.sha256}`;', ';']],
  },
  {
    name: 'files of a public release are replaced',
    scenario: 'a tag that has another release',
    changes: [['if (differences.length > 0 && (release.immutable || !plan.replacePublicFiles)) {', 'if (differences.length > 0 && release.immutable) {']],
  },
];
