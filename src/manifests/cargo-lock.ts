import { byteOrderMark } from './manifest-kind';
import { tomlTexts } from './toml-texts';

/** What a lock of Cargo says of the package of a manifest; undefined where it does not have it, or its version is none of its own. */
export function lockedVersion(lock: string, manifest: string): string | undefined {
  const [name, version] = tomlTexts(manifest.slice(byteOrderMark(manifest)), [['package', 'name'], ['package', 'version']]);
  if (!name?.text || !version?.text) {
    return undefined;
  }
  const entries = lock.replaceAll('\r', '').split('[[package]]\n').filter((entry) => entry.startsWith(`name = "${name.text}"\n`) && !/^source = /m.test(entry));
  return entries.length === 1 ? /^version = "([^"]*)"$/m.exec(entries[0])?.[1] : undefined;
}
