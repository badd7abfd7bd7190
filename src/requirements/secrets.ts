import { askAll, isOwnedByUser, orWhyNot, ownRepository } from './ask';
import { tokensOf } from './held-tokens';
import type { RequirementKind } from './requirement';
import { CannotTell, missing, ok, unknown, type Verdict } from './verdict';
import type { World } from './world';
import type { Model, SecretModel } from '../model/model';
import { text } from '../outside/data';
import { shownShellWord } from '../text/shell';
import { andList, count } from '../text/words';

const DAY = 24 * 3600_000;
/** In days; many organizations admit no token that lives longer. */
const YEAR = 366;
const NEEDS = 'read access to the secrets (fine-grained token: Secrets: read; classic: scope repo)';

/** The secrets of one place: name in upper case → when it was last set. */
type Known = ReadonlyMap<string, string>;
type Store = Known | CannotTell;

/** Names by what is known of them. */
export interface Inventory {
  readonly set: readonly string[];
  /** When each of them was last set. */
  readonly times: readonly string[];
  readonly absent: readonly string[];
  readonly unclear: readonly CannotTell[];
}

/** GitHub tells names and dates, never values. */
export const secrets: RequirementKind = {
  id: 'secrets',
  title: 'Secrets',
  guard: ['a-secret-is-not-set', 'a-group-of-secrets-is-incomplete'],
  of: ({ model }) => model.secrets.flatMap((secret) => placesOf(secret.environments).map((environment) => ({
    subject: environment ? `${secret.title} in the environment ${environment}` : secret.title,
    lookUp: async (world) => judge(secret, environment, await inventory(world, secret.names, environment), world, expires(model, secret)),
  }))),
};

/** '' is the repository. */
function placesOf(environments: readonly string[]): readonly string[] {
  return environments.length ? environments : [''];
}

/** A job sees the secrets of its environment, of the repository and of the organization. */
export async function inventory(world: World, names: readonly string[], environment: string): Promise<Inventory> {
  const stores: Store[] = await Promise.all([
    ...environment ? [orWhyNot(environmentSecrets(world, environment))] : [],
    orWhyNot(repositorySecrets(world)),
    orWhyNot(organizationSecrets(world)),
  ]);
  const known = stores.flatMap((store) => store instanceof CannotTell ? [] : [store]);
  const times = names.map((name) => known.map((store) => store.get(name.toUpperCase())).find(Boolean));
  return {
    set: names.filter((_, index) => times[index]),
    times: times.filter((time) => time !== undefined),
    absent: names.filter((_, index) => !times[index]),
    unclear: stores.filter((store) => store instanceof CannotTell),
  };
}

async function environmentSecrets(world: World, environment: string): Promise<Known> {
  return keptAt(world, `/repos/${ownRepository(world)}/environments/${encodeURIComponent(environment)}/secrets`);
}

async function repositorySecrets(world: World): Promise<Known> {
  return keptAt(world, `/repos/${ownRepository(world)}/actions/secrets`);
}

/** Those that the organization shares with the repository. */
async function organizationSecrets(world: World): Promise<Known> {
  return await isOwnedByUser(world) ? new Map() : keptAt(world, `/repos/${ownRepository(world)}/actions/organization-secrets`);
}

async function keptAt(world: World, path: string): Promise<Known> {
  const kept = await askAll(world.github, path, 'secrets', NEEDS);
  return new Map(kept.map(({ name, updated_at: time }) => [text(name).toUpperCase(), text(time) || 'some time']));
}

function judge(secret: SecretModel, environment: string, found: Inventory, world: World, ends: boolean): Verdict {
  const { set, absent, unclear } = found;
  const cure = () => storeThem(absent, environment, ownRepository(world));
  if (!absent.length) {
    const old = ends && oldestOf(found.times, world.now) > YEAR ? ': a token may have expired since' : '';
    return ok(`${secret.names.length === 1 ? 'set' : `all ${secret.names.length} are set`}, ${ageOf(found.times, world.now)}${old}`);
  }
  if (unclear.length) {
    return unknown(unclear[0].reason, unclear[0].fix);
  }
  if (!secret.required && !set.length) {
    return ok(`not set, and optional. ${secret.without}`);
  }
  return set.length
    ? missing(`${count(set.length, 'is', 'are')} set, but not ${andList(absent)}; it is all or none`, `${cure()}${secret.required ? '' : ' Or delete the others.'}`)
    : missing(`${secret.names.length === 1 ? 'not set' : `none of ${andList(secret.names)} is set`}. What for: ${secret.purpose}`, cure());
}

function storeThem(names: readonly string[], environment: string, repository: string): string {
  const where = `--repo ${shownShellWord(repository)}${environment ? ` --env ${shownShellWord(environment)}` : ''}`;
  return names.length === 1 ? `Set it: gh secret set ${names[0]} ${where}.` : `Set each of them: gh secret set NAME ${where}.`;
}

/** In days; not a number where GitHub does not tell. */
function oldestOf(times: readonly string[], now: Date): number {
  return Math.max(...times.map((time) => Math.max(0, Math.floor((now.getTime() - Date.parse(time)) / DAY))));
}

function ageOf(times: readonly string[], now: Date): string {
  const days = oldestOf(times, now);
  return Number.isNaN(days) ? 'at a time that GitHub does not tell' : `${times.length === 1 ? '' : 'the oldest '}${count(days, 'day', 'days')} ago`;
}

/** Whether one of them stops working some day. */
function expires(model: Model, { names }: SecretModel): boolean {
  return tokensOf(model).some(({ secret }) => names.includes(secret));
}
