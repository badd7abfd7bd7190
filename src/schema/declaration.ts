import { type DeclaredNumber, type DeclaredText, Reader, type UnknownOption, type WrongValue } from './reader';
import { tagBuild } from './tag-build';
import type { TagBuildOptions } from '../options';

/** A declaration, read once: plain data that is no longer the user's, with all that the schema has against it. */
export interface Declaration {
  readonly id: string;
  /** Of the types that they promise where nothing is wrong; null counts as left out and is gone. */
  readonly options: TagBuildOptions;
  /** Every text in it, keys of records included. */
  readonly texts: readonly DeclaredText[];
  /** Every number whose range does not depend on anything else. */
  readonly numbers: readonly DeclaredNumber[];
  readonly wrong: readonly WrongValue[];
  readonly unknown: readonly UnknownOption[];
}

/** Reads whatever stands where a declaration belongs, by the schema. It never throws. */
export function readDeclaration(id: unknown, options: unknown): Declaration {
  const reader = new Reader();
  const read = reader.whole(tagBuild, { id, options });
  const { texts, numbers, wrong, unknown } = reader;
  return { id: typeof id === 'string' ? id : typeof id, options: read.options as TagBuildOptions, texts, numbers, wrong, unknown };
}
