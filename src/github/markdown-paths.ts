/** Places whose Markdown files are not only for people to read, from the repository's root. */
const TAKEN_PLACES: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\/)node_modules\//i, "lies in 'node_modules', which package managers empty"],
  [/^\.projen\//i, "lies in projen's own directory"],
  [/^\.changeset\//i, 'lies among the change sets'],
  [/^\.github\/workflows\//i, 'lies among the workflows'],
  [/^(?:docs\/|\.github\/)?(?:issue|pull_request)_template[/.]/i, 'is a template for issues and pull requests'],
];

/** What speaks against a path as that of a Markdown file, the end of a sentence that begins with it. */
export function markdownComplaint(path: string): string | undefined {
  return /\.(?:md|markdown)$/i.test(path)
    ? TAKEN_PLACES.find(([place]) => place.test(path))?.[1]
    : "ends neither with '.md' nor with '.markdown'";
}

/** Whether a file is what GitHub shows below the files of a directory, in whatever format. */
export function isReadme(name: string): boolean {
  return /^readme(?:\.\w+)?$/i.test(name);
}
