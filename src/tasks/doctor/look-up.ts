import { type Addresses, addressesIn } from './addresses';
import { findCredentials } from './credentials';
import { examine } from './doctor';
import { findOwnRepository } from './own-repository';
import { type Finding, findings, type Preface, type Told } from './report';
import { Deadline } from '../../outside/deadline';
import { type ClientOptions, GitHubClient } from '../../outside/github-client';
import { NpmRegistry } from '../../outside/npm-registry';
import type { World } from '../../requirements/world';
import { cleaner } from '../../text/clean';
import type { Context } from '../command';

export interface LookUpOptions {
  /** Seconds for everything. */
  readonly timeout: number;
  readonly now: Date;
  /** Hears each of them as soon as it is known. */
  readonly heard?: Hearer;
}

export interface Hearer {
  preface(preface: Preface): void;
  finding(told: Told): void;
}

export interface Found {
  readonly preface: Preface;
  readonly findings: readonly Finding[];
}

/** All that the doctor finds, fit to be printed. */
export async function lookUp(context: Context, options: LookUpOptions): Promise<Found> {
  const { now, heard } = options;
  const { modelFile, scripts } = context;
  const { preface, world, clean } = await lookOut(context, now, new Deadline(options.timeout));
  heard?.preface(preface);
  const all: Finding[] = [];
  const groups = examine(modelFile, scripts, world);
  void context.progress.all('looking up', groups.flatMap(({ checks }) => checks.map(({ verdict }) => verdict)));
  for await (const told of findings(groups, clean)) {
    heard?.finding(told);
    all.push(told.finding);
  }
  return { preface, findings: all };
}

/** Who asks, and what they can ask. */
export interface Outlook {
  readonly preface: Preface;
  readonly world: World;
  /** For whatever takes a client of its own. */
  readonly client: ClientOptions;
  /** Makes words of others fit to be printed, without tokens. */
  readonly clean: (text: string) => string;
}

/** Everything ends with the deadline. */
export async function lookOut(context: Context, now: Date, deadline: Deadline): Promise<Outlook> {
  const { env, modelFile } = context;
  const addresses = addressesIn(env);
  const [credentials, repository] = await Promise.all([findCredentials(context), findOwnRepository(context, addresses.serverUrl)]);
  const world = worldOf(context, now, repository, credentials.token, { ...addresses, deadline });
  const secrets = modelFile.builds.flatMap(({ model }) => model.secrets.flatMap(({ names }) => names));
  return {
    preface: { repository: repository ?? null, api: addresses.apiUrl, credentials: credentials.from },
    world,
    client: { ...addresses, token: credentials.token, deadline },
    clean: cleaner([credentials.token, ...secrets.map((name) => world.exported(name) ?? '')]),
  };
}

function worldOf(
  { env, read }: Context,
  now: Date,
  repository: string | undefined,
  token: string,
  options: Addresses & { readonly deadline: Deadline },
): World {
  const clients = new Map<string, GitHubClient>();
  const as = (owner: string) => {
    const client = clients.get(owner) ?? new GitHubClient({ ...options, token: owner });
    clients.set(owner, client);
    return client;
  };
  const npm = new NpmRegistry(options.npmUrl, options.deadline);
  return { repository, github: as(token), now, as, newestOnNpm: (name, distTag = 'latest') => npm.manifest(name, distTag), exported: (secret) => env[secret] || undefined, read };
}
