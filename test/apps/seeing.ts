import { type AppCheck, see, type Seen } from '../../src/apps/app-check';
import { model, type Overrides } from '../render/models';

/** An app as it lies in a checkout; what is no text is written as JSON. */
export function seeing(files: Readonly<Record<string, unknown>>, overrides: Overrides = {}): Seen {
  const built = model(overrides);
  return see(built, built.jobs[0], new Map(Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? content : JSON.stringify(content)])));
}

/** What a check says, the name of the platform or the file in front. */
export function said(check: AppCheck, seen: Seen): string[] {
  return check.check(seen).map(({ at, what, fix }) => `${typeof at === 'string' ? at : at.name}: ${what}. ${fix}`);
}
