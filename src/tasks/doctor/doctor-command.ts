import { DOCTOR_LINE, type DoctorArguments, doctorArguments } from './arguments';
import { findCredentials } from './credentials';
import { examine, type Group } from './doctor';
import { findOwnRepository } from './own-repository';
import { exitCodeOf, type Finding, findings, findingText, headingText, jsonText, prefaceText, summaryText, tallyOf } from './report';
import { Deadline } from '../../outside/deadline';
import { GitHubClient } from '../../outside/github-client';
import { NpmRegistry } from '../../outside/npm-registry';
import type { World } from '../../requirements/world';
import { cleaner } from '../../text/clean';
import type { Command, Context } from '../command';

export const doctorCommand: Command = {
  line: DOCTOR_LINE,
  prepare: (args) => {
    const options = doctorArguments(args);
    return async (context) => doctor(options, context, new Date());
  },
};

/** Exit codes as `exitCodeOf` says. */
export async function doctor({ json, timeout }: DoctorArguments, context: Context, now: Date): Promise<number> {
  const { env, print, modelFile, scripts } = context;
  const apiUrl = addressIn(env, 'GITHUB_API_URL', 'https://api.github.com');
  const serverUrl = addressIn(env, 'GITHUB_SERVER_URL', 'https://github.com');
  const [credentials, repository] = await Promise.all([findCredentials(context), findOwnRepository(context, serverUrl)]);
  const world = worldOf(context, now, repository, credentials.token, { apiUrl, serverUrl, deadline: new Deadline(timeout) });
  const secrets = modelFile.builds.flatMap(({ model }) => model.secrets.flatMap(({ names }) => names));
  const clean = cleaner([credentials.token, ...secrets.map((name) => world.exported(name) ?? '')]);
  const preface = { repository: repository ?? null, api: apiUrl, credentials: credentials.from };
  if (!json) print(prefaceText(preface));
  const all = await told(examine(modelFile, scripts, world), clean, json ? () => {} : print);
  print(json ? jsonText(preface, all) : summaryText(tallyOf(all)));
  return exitCodeOf(tallyOf(all));
}

function addressIn(env: Context['env'], name: string, fallback: string): string {
  const value = (env[name] || fallback).replace(/(?<!\/)\/+$/, '');
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
    throw new Error(`${name} is no address; it takes one such as ${fallback}`);
  }
  return value;
}

function worldOf(
  { env, read }: Context,
  now: Date,
  repository: string | undefined,
  token: string,
  options: { readonly apiUrl: string; readonly serverUrl: string; readonly deadline: Deadline },
): World {
  const clients = new Map<string, GitHubClient>();
  const as = (owner: string) => {
    const client = clients.get(owner) ?? new GitHubClient({ ...options, token: owner });
    clients.set(owner, client);
    return client;
  };
  const npm = new NpmRegistry(addressIn(env, 'npm_config_registry', 'https://registry.npmjs.org'), options.deadline);
  return { repository, github: as(token), now, as, newestOnNpm: (name) => npm.newest(name), exported: (secret) => env[secret] || undefined, read };
}

async function told(groups: readonly Group[], clean: (text: string) => string, print: Context['print']): Promise<Finding[]> {
  const all: Finding[] = [];
  for await (const { group, first, finding } of findings(groups, clean)) {
    if (first) print(headingText(group));
    print(findingText(finding));
    all.push(finding);
  }
  return all;
}
