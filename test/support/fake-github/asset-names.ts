/**
 * The name that GitHub gives an asset: specials become dots.
 *
 * @see facts, section A: gh's model (GH upload.go); others that copy it warn that it may be wrong
 */
export function assetNameOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{Mn}/gu, '').normalize('NFC');
  const dotted = plain.replace(/^\./, 'default.').replace(/[^0-9A-Za-z\-_+@]+/g, '.').replace(/^\.|\.$/g, '');
  return dotted !== name && !dotted.includes('.') ? `default.${dotted}` : dotted;
}
