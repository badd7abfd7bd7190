import { tomlTexts } from './toml-versions';

/** What a lock of Cargo says of the package of a manifest; undefined where it does not have it, or its version is none of its own. */
export function lockedVersion(lock: string, manifest: string): string | undefined {
  const name = tomlTexts(manifest, 'name').get('package')?.text;
  if (name === undefined || !tomlTexts(manifest, 'version').has('package')) {
    return undefined;
  }
  const entries = lock.replaceAll('\r', '').split('[[package]]\n').filter((entry) => entry.startsWith(`name = "${name}"\n`) && !/^source = /m.test(entry));
  return entries.length === 1 ? /^version = "([^"]*)"$/m.exec(entries[0])?.[1] : undefined;
}
