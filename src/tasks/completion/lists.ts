import { legName, legsOf } from '../../model/jobs';
import type { Model } from '../../model/model';
import { outputIfAny } from '../../outside/program';
import { printable } from '../../text/printable';
import type { BareContext } from '../command';
import { readModels } from '../read-models';

/** Seconds that somebody who has pressed a key waits. */
const PATIENCE = 3;

/** What a shell asks for, by the name of the list. */
export const LISTS = {
  builds: (context) => models(context).map(({ id }) => id),
  platforms: (context) => models(context).flatMap((model) => legsOf(model).map((leg) => legName(model, leg))),
  tags: async (context) => refs('refs/tags', context),
  branches: async (context) => refs('refs/heads', context),
} as const satisfies Readonly<Record<string, (context: BareContext) => readonly string[] | Promise<readonly string[]>>>;

export type ListName = keyof typeof LISTS;

/** A name a line; none where they cannot be told, and none that a terminal would not show as it is. */
export async function listText(name: ListName, context: BareContext): Promise<string> {
  const names = await (async () => LISTS[name](context))().catch(() => []);
  return [...new Set(names)].filter((one) => one && printable(one) === one && !/[\n\t]/.test(one)).map((one) => `${one}\n`).join('');
}

function models({ read }: BareContext): Model[] {
  return readModels(read).builds.map(({ model }) => model);
}

async function refs(under: string, context: BareContext): Promise<string[]> {
  return (await outputIfAny('git', ['for-each-ref', '--format=%(refname:lstrip=2)', under], context, PATIENCE) ?? '').split('\n');
}
