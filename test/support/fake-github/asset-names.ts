/**
 * The name that GitHub gives an asset: specials become dots.
 *
 * @see facts, section A: gh's model (GH upload.go), which warns that it may be wrong
 */
export function assetNameOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{Mn}/gu, '');
  const dotted = plain.replace(/[^0-9A-Za-z\-_+@.]+/g, '.').replace(/\.{2,}/g, '.');
  const trimmed = dotted.replace(/\.$/, '');
  return trimmed === '' || trimmed === '.' ? 'default' : trimmed.startsWith('.') ? `default${trimmed}` : trimmed;
}
