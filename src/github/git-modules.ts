/** The directories of submodules, by the text of a .gitmodules. */
export function submodulesIn(text: string): string[] {
  return [...text.matchAll(/^[ \t]*path[ \t]*=[ \t]*(\S.*)$/gm)].map(([, directory]) => directory.trim());
}
