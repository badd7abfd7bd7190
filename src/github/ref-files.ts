import { seen } from './checkout-paths';
import { refNameProblem } from './names';

/** Bytes of a ref, as file systems and GitHub take it. */
const MAX_REF_BYTES = 255;

/** What a file says: a ref, or why it says none, a phrase. */
export type RefInFile = { readonly ref: string } | { readonly problem: string };

/**
 * The ref in the text of a file: its first line that is neither empty nor a comment. The guard reads
 * the same in assets/refs.sh.
 */
export function refInFile(text: string): RefInFile {
  const lines = text.replace(/^\ufeff/, '').replaceAll('\0', '').split('\n').map((line) => line.replace(/^[ \t\r]+|[ \t\r]+$/g, ''));
  const ref = lines.find((line) => line !== '' && !line.startsWith('#'));
  if (ref === undefined) {
    return { problem: 'has no line but comments' };
  }
  const tooLong = Buffer.byteLength(ref) > MAX_REF_BYTES ? `is longer than ${MAX_REF_BYTES} bytes` : undefined;
  const why = tooLong ?? refNameProblem(ref)?.why;
  return why ? { problem: `says '${seen(ref.slice(0, 80))}', which ${why}` } : { ref };
}
