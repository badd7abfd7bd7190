/** What looks like an extension: letters and digits, a letter among them. The 3 of App-1.2.3 does not. */
const EXTENSION = /^(?=.*[A-Za-z])[A-Za-z0-9]{1,16}$/;

/** What the file is beside or inside of: the extension in front of these belongs to it. */
const AROUND: readonly { readonly outer: RegExp; readonly inner: RegExp }[] = [
  { outer: /^(?:gz|bz2|xz|zst|lz4|blockmap|zsync|sig|asc|minisig|sha256|sha512|sigstore)$/i, inner: EXTENSION },
  { outer: /^(?:tar|zip)$/i, inner: /^(?:app|appimage|nsis|msi)$/i },
  { outer: /^json$/i, inner: /^(?:sigstore|sbom|spdx|cdx|intoto)$/i },
  { outer: /^(?:sbom|spdx|cdx|intoto)$/i, inner: EXTENSION },
];

/** A file's name in two: what it is called, and what a person calls its extension, such as `.app.tar.gz`. */
export function splitName(file: string): readonly [name: string, extension: string] {
  const segments = file.split('.');
  let first = segments.length;
  while (first > 1 && belongs(segments[first - 1], segments[first])) {
    first -= 1;
  }
  // what begins with a dot has no other name
  const at = segments.slice(0, first).join('.') === '' ? segments.length : first;
  return [segments.slice(0, at).join('.'), segments.slice(at).map((segment) => `.${segment}`).join('')];
}

function belongs(segment: string, outer: string | undefined): boolean {
  return outer === undefined ? EXTENSION.test(segment) : AROUND.some((one) => one.outer.test(outer) && one.inner.test(segment));
}
