/** A platform's name as a part of a step's id, which has no dots. */
export function platformId(name: string): string {
  return name.replaceAll('.', '-');
}
