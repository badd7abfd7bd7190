import { ownersOf } from '../model/facts';
import type { Model, SecretModel } from '../model/model';
import { followUpsOf, releasesOf } from '../model/publish';
import { code } from '../text/markdown';
import { andList, distinct } from '../text/words';

/** The repositories that a credential's secret opens, by what it does there; '' is the one that the workflow runs in. */
export interface Opened {
  readonly read: readonly string[];
  /** In which it makes releases. */
  readonly released: readonly string[];
  /** In which it opens discussions. */
  readonly discussed: readonly string[];
  /** In which it starts workflows. */
  readonly started: readonly string[];
}

export function openedBy(model: Pick<Model, 'publish'>, { usedBy: { repositories, targets } }: SecretModel): Opened {
  const releases = releasesOf(model).filter(({ id }) => targets.includes(id));
  const names = (all: readonly { readonly repository: string }[]) => distinct(all.map(({ repository }) => repository));
  return {
    read: repositories,
    released: names(releases),
    discussed: names(releases.filter(({ discussionCategory }) => discussionCategory !== '')),
    started: names(followUpsOf(model).filter(({ id }) => targets.includes(id))),
  };
}

/** Those in which it changes something. */
export function writtenTo({ released, started }: Opened): string[] {
  return distinct([...released, ...started]);
}

/** All of them. */
export function allOpened(opened: Opened): string[] {
  return distinct([...opened.read, ...writtenTo(opened)]);
}

/** Who owns them, as far as they are named, as Markdown. */
export function ownersOpened(opened: Opened): string[] {
  const all = allOpened(opened);
  const owners = ownersOf(all.filter((name) => name !== '')).map(code);
  return owners.length === 0 ? ['the owner of this repository'] : owners;
}

/** What a fine-grained token, or an App, must be permitted, as Markdown. */
export function permissionsFor({ read, released, discussed, started }: Opened): string {
  return andList([
    ...(released.length > 0 ? ['**Contents: Read and write**'] : read.length > 0 ? ['**Contents: Read-only**'] : []),
    ...(discussed.length > 0 ? ['**Discussions: Read and write**'] : []),
    ...(started.length > 0 ? ['**Actions: Read and write**'] : []),
  ]);
}
