import * as path from 'node:path/posix';
import { toolchains } from './toolchains';
import type { SetupModel } from '../model/model';

/** What the file of a tool must hold, by its name or its ending; undefined where the tool does not know it. */
export function versionPattern({ kind, versionFile }: Pick<SetupModel, 'kind' | 'versionFile'>): RegExp | undefined {
  const known = toolchains[kind].versionFiles ?? { '*': /(?:)/ };
  return known[path.basename(versionFile)] ?? known[path.extname(versionFile)] ?? known['*'];
}
