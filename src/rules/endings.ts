/** Whether a pattern of artifacts could collect a file whose name another pattern matches, by their endings: those of both are known and the same, or they may be. */
export function mayCollect(artifact: string, name: string): boolean {
  const [one, other] = [artifact, name].map((text) => /\.[0-9A-Za-z]+$/.exec(text)?.[0].toLowerCase());
  return !artifact.startsWith('!') && (one === undefined || other === undefined || one === other);
}
