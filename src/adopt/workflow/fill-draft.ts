import { isCall, type Code, type Draft, type Item, type ObjectCode } from '../code';
import { PACKAGE_NAME } from '../steps/npm-publish';
import type { Manager } from '../survey/manager';

/** What a repository says of itself that a workflow does not. */
export interface FillIns {
  readonly manager: Manager | undefined;
  /** As the package.json in the root says. */
  readonly packageName: string;
}

/** A draft with what the workflow left open and the repository says. */
export function filled(draft: Draft, known: FillIns): Draft {
  return { ...draft, options: code(draft.options, known) as ObjectCode, constants: draft.constants.map((one) => item(one, known)) };
}

function code(given: Code, known: FillIns): Code {
  if (typeof given !== 'object') {
    return given;
  }
  const { manager } = known;
  switch (given.kind) {
    case 'list': return { ...given, items: given.items.map((one) => item(one, known)) };
    case 'object': return { ...given, entries: given.entries.map((entry) => item(entry, known)) };
    case 'call': return manager?.version !== undefined && !manager.isSaidHere && isCall(given, `Setup.${manager.name}`) && !given.args.length
      ? { ...given, args: [manager.version] } : { ...given, args: given.args.map((arg) => code(arg, known)) };
    default: return given;
  }
}

function item<T extends Item>(one: T, known: FillIns): T {
  return one.value === PACKAGE_NAME && known.packageName
    ? { ...one, value: known.packageName, comments: ['on npmjs.com this workflow must be its trusted publisher'] }
    : { ...one, value: code(one.value, known) };
}
