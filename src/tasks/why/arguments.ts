import { type CommandLine, parse, UsageError } from '../command-line';
import { JSON_OPTION } from '../json';

export interface WhyArguments {
  /** Undefined: the last one of the build. */
  readonly run: GivenRun | undefined;
  /** Id of the build; undefined for all. */
  readonly build: string | undefined;
  readonly json: boolean;
}

export interface GivenRun {
  readonly id: number;
  /** `owner/name` where its address was given; '' where its id was. */
  readonly repository: string;
}

export const WHY_LINE = {
  usage: ['[RUN] [--json]', '[--build ID] [--json]'],
  operand: { name: 'RUN', about: 'a run, by its id or the address of its page; without it the last of the build that failed' },
  options: {
    build: { value: 'ID', about: 'of several builds, the one of this id', list: 'builds' },
    json: JSON_OPTION,
  },
  examples: [
    ['why', 'why the last run of the build that failed did'],
    ['why 12345678901', 'the same of another run'],
    ['why https://github.com/acme/app/actions/runs/12345678901', 'as it is copied from the browser'],
  ],
  exits: { ok: 'nothing failed', found: 'a run failed, and what is known of it was told', unknown: 'a run failed, and a log could not be had' },
  page: 'docs/why.md',
} as const satisfies CommandLine;

const ID = /^\d{1,15}$/;
const ADDRESS = /^https?:\/\/[^/?#\s]+\/([\w.-]+\/[\w.-]+)\/actions\/runs\/(\d{1,15})(?:[/?#]\S*)?$/;

/** @throws UsageError */
export function whyArguments(args: readonly string[]): WhyArguments {
  const { options: { build, json = false }, operand } = parse(WHY_LINE, args);
  const run = operand === undefined ? undefined : runIn(operand);
  if (run && build !== undefined) {
    throw new UsageError('a run was given, and --build chooses among the last ones');
  }
  return { run, build, json };
}

function runIn(operand: string): GivenRun {
  const [, repository = '', id = operand] = ADDRESS.exec(operand) ?? [];
  if (!ID.test(id)) {
    throw new UsageError(`'${operand}' is no run; it takes an id, such as 12345678901, or the address of its page, https://github.com/OWNER/NAME/actions/runs/ID`);
  }
  return { id: Number(id), repository };
}
