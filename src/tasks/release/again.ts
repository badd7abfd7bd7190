/** How to release a tag, as it is typed. */
export function releaseCommand(tag: string): string {
  return `npx projen-tag-build release ${tag}`;
}

/** How to go on with a tag that is pushed, as it is typed. */
export function resumeCommand(tag: string): string {
  return releaseCommand(`--resume ${tag}`);
}

/** How to move it to HEAD. */
export function moveCommand(tag: string): string {
  return `${resumeCommand(tag)} --move-tag`;
}
