/**
 * Whether a file is what was generated. Its lines may end as those of Windows do: git writes them so
 * in a checkout where it is told to, which is its default there.
 */
export function isAsGenerated(onDisk: string | undefined, generated: string): boolean {
  return onDisk === generated || onDisk?.replaceAll('\r\n', '\n') === generated;
}
