import { isScalar, parseDocument, visit } from 'yaml';
import type { Pin } from './pin';

/** An action of another repository. */
const ACTION = /^([\w-][\w.-]*\/[\w.-]+(?:\/[\w./-]+)?)@(\S+)$/;
const COMMIT = /^[0-9a-f]{40}$/;

/** The pins of a workflow file: `uses: owner/name@<commit> # version`, and what is used by a tag or a branch. */
export function pinsInWorkflow(file: string, text: string): Pin[] {
  const pins: Pin[] = [];
  visit(parseDocument(text), {
    Pair(_, { key, value }) {
      if (isScalar(key) && key.value === 'uses' && isScalar(value)) {
        const [, action, ref] = ACTION.exec(String(value.value)) ?? [];
        const [version = ''] = value.comment?.trim().split(/\s+/) ?? [];
        if (action) pins.push({ action, ...COMMIT.test(ref) ? { commit: ref, version } : { commit: '', version: ref }, files: [file] });
      }
    },
  });
  return pins;
}

/** Each pin once, with all files in which it stands. */
export function merged(pins: readonly Pin[]): Pin[] {
  const known = new Map<string, Pin>();
  for (const pin of pins) {
    const key = `${pin.action}@${pin.commit} ${pin.version}`;
    const files = [...known.get(key)?.files ?? [], ...pin.files];
    known.set(key, { ...pin, files: [...new Set(files)] });
  }
  return [...known.values()];
}
