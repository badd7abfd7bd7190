import type { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { actMustBeThere } from './act';
import { type Rehearsal, runAct } from './act-run';
import type { RehearseArguments } from './arguments';
import { type Assembled, assembleHere } from './assemble-here';
import { chooseBuild } from './choose-build';
import { Interruption } from './interruption';
import { introduction, producedText, publishedText, stepsText } from './local-report';
import { Log } from './log';
import { chooseLegs, type Machine } from './machine';
import { type LocalRehearsal, OUTCOMES, type PublishedHere } from './output';
import { emptyResults, keepResults } from './results';
import { secretFile, wouldBeCommitted, writeSecrets } from './secret-file';
import { runName } from '../../github/names';
import { legName } from '../../model/jobs';
import { publishes } from '../../model/publish';
import { fileIn } from '../../outside/checkout';
import { output } from '../../outside/program';
import type { Context } from '../command';
import { findCredentials } from '../doctor/credentials';
import { findOwnRepository } from '../doctor/own-repository';
import { besideJson, jsonText } from '../json';

/** The branch that a rehearsal is on where none is checked out. */
const DETACHED = 'rehearsal';

/** The machine, and who says when to stop. */
export interface Surroundings {
  readonly machine: Machine;
  readonly signals: EventEmitter;
}

export async function rehearseHere(options: RehearseArguments, context: Context, surroundings: Surroundings): Promise<number> {
  const rehearsed = await rehearsedHere(options, options.json ? besideJson(context, context.aside) : context, surroundings);
  if (options.json) context.print(jsonText(rehearsed));
  return OUTCOMES[rehearsed.outcome];
}

async function rehearsedHere(options: RehearseArguments, context: Context, { machine, signals }: Surroundings): Promise<LocalRehearsal> {
  const model = chooseBuild(context.modelFile, options.build);
  const legs = options.guardOnly ? [] : chooseLegs(model, options.platform, machine);
  await actMustBeThere(context);
  const secrets = secretFile(context, options.secretFile);
  const [credentials, repository, commit, changes, branch] = await Promise.all([
    findCredentials(context),
    findOwnRepository(context, 'https://github.com'),
    output('git', ['rev-parse', 'HEAD'], context),
    output('git', ['status', '--porcelain'], context),
    output('git', ['branch', '--show-current'], context),
  ]);
  if (!repository) {
    throw new Error('remote origin is no repository on GitHub, so it is not known whose workflow this is; set GITHUB_REPOSITORY=owner/name');
  }
  context.tell(introduction({
    model,
    legs,
    repository,
    commit,
    changed: changes !== '',
    credentials: credentials.from,
    secrets,
    exposed: secrets !== undefined && await wouldBeCommitted(secrets, context),
  }));
  const interruption = new Interruption(signals);
  const work = mkdtempSync(path.join(realpathSync(tmpdir()), 'tag-build-rehearsal-'));
  try {
    writeSecrets(path.join(work, 'secrets'), secrets, credentials.token);
    return await rehearse({ model, legs, repository, branch: branch || DETACHED, work, context, interruption });
  } finally {
    await interruption.close();
    rmSync(work, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function rehearse(rehearsal: Rehearsal): Promise<LocalRehearsal> {
  const { model, legs, branch, context, work, interruption } = rehearsal;
  const clone = path.join(work, 'clone');
  await context.progress.one('cloning this repository', cleanClone(rehearsal, clone));
  // what is committed may be another file than the one that lies here
  fileIn(clone, model.workflowPath);
  if (legs.length) emptyResults(context.root, legs);
  const store = path.join(work, 'artifacts');
  mkdirSync(store);
  const log = new Log(context.print);
  const code = await runAct(rehearsal, clone, store, log);
  context.tell(stepsText(log.steps));
  const rehearsed = { version: 1, where: 'here', build: model.id, guardOnly: !legs.length, legs: legs.map((leg) => legName(model, leg)), steps: log.steps } as const;
  if (interruption.happened) {
    await interruption.close();
    context.tell('\nInterrupted. Nothing is left running.\n');
    return { ...rehearsed, outcome: 'interrupted', produced: [] };
  }
  if (!legs.length) {
    return { ...rehearsed, outcome: code === 0 ? 'success' : 'failure', produced: [] };
  }
  const produced = keepResults(context.root, store, legs, runName(branch));
  context.tell(producedText(produced));
  const assembled = code === 0 && publishes(model) ? await context.progress.one('putting together what a tag would publish', assembleHere(rehearsal, clone, store)) : undefined;
  context.tell(assembled ? publishedText(model, legs, assembled) : '');
  const outcome = code === 0 && !(assembled && 'problem' in assembled) ? 'success' : 'failure';
  return { ...rehearsed, outcome, produced, ...assembled && { published: publishedOf(assembled) } };
}

function publishedOf(assembled: Assembled): PublishedHere {
  return 'problem' in assembled
    ? { files: [], problem: assembled.problem }
    : { files: assembled.set.files.map(({ name, size, sha256, originalName }) => ({ name, size, sha256, originalName })), problem: '' };
}

/** Without tags: act would take a commit that has one for a tag's, and a tag is real. */
async function cleanClone({ context, branch }: Rehearsal, clone: string): Promise<void> {
  await output('git', ['clone', '--quiet', '--no-hardlinks', '--no-tags', context.root, clone], context);
  await output('git', ['-C', clone, 'checkout', '--quiet', '-B', branch], context);
}
