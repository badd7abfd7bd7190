import type { DeclarationRule } from './rule';
import { kindOfManifest } from '../manifests/manifest-kinds';

export const versionFileUnknown: DeclarationRule = {
  id: 'version-file-unknown',
  level: 'error',
  about: 'declaration',
  cause: 'The name of a file does not say where in it the version stands.',
  cure: 'Declare the line that holds it: `texts: [{ path: \'VERSION\', line: \'{version}\' }]`. A `Cargo.lock` follows its `Cargo.toml` and is not declared.',
  check: ({ version: { files } }) => files.flatMap((path, index) => kindOfManifest({ path, line: '' }) ? [] : [{
    where: `version.files[${index}]`,
    what: `nothing says where '${path}' has its version; known are JSON, TOML, pubspec.yaml, *.csproj, *.props and *.properties`,
    fix: path.endsWith('Cargo.lock')
      ? 'Leave it out and declare its Cargo.toml: it follows where that is stamped.'
      : "Declare the line that holds it: texts: [{ path: '...', line: '{version}' }].",
  }]),
};
