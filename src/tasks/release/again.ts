/** How to go on with a tag that is pushed, as it is typed. */
export function resumeCommand(tag: string): string {
  return `npx projen-tag-build release --resume ${tag}`;
}

/** How to move it to HEAD. */
export function moveCommand(tag: string): string {
  return `${resumeCommand(tag)} --move-tag`;
}
