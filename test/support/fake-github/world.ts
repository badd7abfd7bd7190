import type { Limits } from './limits';
import type { Repository } from './repository';
import type { Token } from './state';

/** All that the fake remembers. */
export interface World {
  /** By their values. */
  readonly tokens: Map<string, Token>;
  /** By `owner/name`. */
  readonly repositories: Map<string, Repository>;
  readonly limits: Limits;
}
