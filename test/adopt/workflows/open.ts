/**
 * What an import changes today without a word of it, or makes that GitHub objects to, by sample. It
 * can only become less: the test fails where an entry is mended and still stands here.
 */
export const open: Readonly<Record<string, readonly string[]>> = {
};
