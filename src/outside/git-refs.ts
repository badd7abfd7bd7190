/** A ref, and the commit that it stands for. */
export interface Ref {
  /** The commit itself, or the object of an annotated tag. */
  readonly object: string;
  /** '' where only the object is known. */
  readonly commit: string;
}

/** What `git ls-remote` prints, by the whole names: `OBJECT\tREF`, behind which that of an annotated tag has its commit, `COMMIT\tREF^{}`. */
export function refsIn(text: string): Map<string, Ref> {
  const refs = new Map<string, Ref>();
  for (const [object, ref] of text.split('\n').map((line) => line.split('\t')).filter(([first, name]) => first && name)) {
    const name = ref.replace(/\^\{\}$/, '');
    refs.set(name, { object: refs.get(name)?.object ?? object, commit: object });
  }
  return refs;
}
