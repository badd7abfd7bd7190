import type { Reply } from '../../github-answers';
import { tokenValueOf, type Call } from '../call';
import { MOMENT } from '../runs';
import type { World } from '../world';

/**
 * The storage to which a log is redirected, another host: it wants no token, and refuses one. A log is there when its job is done.
 *
 * @see Digital-Process-Tools/claude-supertool#723
 */
export function blob(world: World, path: string, request: Call['request']): Reply {
  if (tokenValueOf(request)) return xml(401, 'InvalidAuthenticationInfo');
  const id = /\/(\d+)\.txt$/.exec(path)?.[1];
  for (const { runs } of world.repositories.values()) {
    for (const attempt of runs.flatMap(({ attempts }) => attempts)) {
      const job = attempt.jobs().find(({ script }) => String(attempt.idOf(script.name)) === id);
      if (!job || job.ends > attempt.moment || job.begins === job.ends) continue;
      const { log, steps, name } = job.script;
      const lines = typeof log === 'object' ? log : steps ?? [name];
      const timed = lines.map((line, index) => `${new Date((attempt.startedAt + job.begins * MOMENT + index) * 1000).toISOString().replace('Z', '1234Z')} ${line}`);
      return range(Buffer.from(`\ufeff${timed.join('\r\n')}\r\n`), request.headers.range);
    }
  }
  return xml(404, 'BlobNotFound');
}

/** As the storage does: from a byte on, and not so many from the end. */
function range(body: Buffer, asked = ''): Reply {
  const from = Number(/^bytes=(\d+)-$/.exec(asked)?.[1] ?? 0);
  const part = body.subarray(from);
  return { status: from ? 206 : 200, headers: { 'content-type': 'text/plain', 'content-length': String(part.length) }, body: part };
}

function xml(status: number, code: string): Reply {
  return { status, headers: { 'content-type': 'application/xml' }, body: `\ufeff<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code></Error>` };
}
