import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Interruption } from './interruption';
import type { Log } from './log';
import type { Legs } from './machine';
import { standIns } from './stand-ins';
import type { Model } from '../../model/model';
import { follow, type Where } from '../../outside/program';
import { GUARD } from '../../render/workflow/guard-job';
import { distinct } from '../../text/words';
import type { Context } from '../command';
import { pinsInWorkflow } from '../pins/workflow-pins';

/** A leg, about to be run behind those that it needs; or the guard alone. */
export interface Rehearsal {
  readonly model: Model;
  readonly legs: Legs;
  readonly repository: string;
  readonly branch: string;
  /** A new directory, in which all that act writes lies. */
  readonly work: string;
  readonly context: Context;
  readonly interruption: Interruption;
}

/** @returns act's exit code */
export async function runAct(rehearsal: Rehearsal, clone: string, store: string, log: Log): Promise<number | null> {
  return follow('act', actArguments(rehearsal, clone, store), { root: clone, env: environment(rehearsal) }, {
    begun: (pid) => rehearsal.interruption.guard(pid),
    line: (text) => log.add(text),
  });
}

/**
 * Only a job and what it needs: whatever comes behind it may publish. Of all matrices only the wanted
 * legs, which their artifacts tell apart.
 */
function actArguments({ model, legs, repository, branch, work, context }: Rehearsal, clone: string, store: string): string[] {
  const empty = path.join(work, 'empty');
  const event = path.join(work, 'event.json');
  writeFileSync(empty, '');
  writeFileSync(event, JSON.stringify({ ref: `refs/heads/${branch}`, inputs: {}, repository: { fork: false, full_name: repository } }));
  const uses = pinsInWorkflow('', context.read(model.workflowPath) ?? '').map(({ action, commit }) => `${action}@${commit}`);
  const env = { INSTALL_NOTHING: 'true', GITHUB_REPOSITORY: repository, SELF_CLONE: clone, ARTIFACTS_STORE: store, ...givenAddress(context) };
  const secrets = path.join(work, 'secrets');
  return [
    'workflow_dispatch', '--job', legs.at(-1)?.job.id ?? GUARD, '--concurrent-jobs', '1', '--json', '--no-skip-checkout', '--pull=false', '--no-cache-server', '--workflows', model.workflowPath,
    '--eventpath', event, '--action-cache-path', path.join(work, 'cache'),
    '--secret-file', secrets, '--var-file', secrets, '--env-file', empty, '--input-file', empty,
    ...legs.flatMap(({ platform }) => ['--matrix', `artifact:${platform.artifactName}`]),
    // act takes a group for one more label
    ...distinct([model.guard, ...legs.map(({ platform }) => platform)].flatMap(({ runsOn, runnerGroup }) => [...runsOn, runnerGroup]))
      .filter(Boolean).flatMap((label) => ['--platform', `${label}=-self-hosted`]),
    ...Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ...standIns(uses, path.join(work, 'actions')),
  ];
}

/** act has its own idea of where GitHub is. */
function givenAddress({ env }: Context): Record<string, string> {
  const names = ['GITHUB_API_URL', 'GITHUB_SERVER_URL'];
  return Object.fromEntries(names.flatMap((name) => env[name] ? [[name, env[name]]] : []));
}

/** Steps see the user's environment, but no token that GitHub's runners would not show them. */
function environment({ model, context: { env } }: Rehearsal): Where['env'] {
  const hidden = ['GH_TOKEN', 'GITHUB_TOKEN', ...model.secrets.flatMap(({ names, env: variables }) => [...names, ...Object.keys(variables)])];
  return Object.fromEntries(Object.entries(env).filter(([name]) => !hidden.includes(name)));
}
