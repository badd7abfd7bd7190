import type { DependencyKind } from './dependency-kind';
import type { CargoRegistryModel, NpmRegistryModel } from '../model/model';
import { code } from '../text/markdown';

const ADDRESS = /^https:\/\/[A-Za-z0-9.-]+(?::\d+)?(?:\/[\w.~%+-]+)*\/$/;
const SCOPE = /^(?:@[a-z0-9~-][\w.~-]*)?$/;
const PACKAGE = /^(?:@[a-z0-9~-][\w.~-]*\/)?[a-z0-9~-][\w.~-]*$/;
const CARGO_NAME = /^[A-Za-z][\w-]*$/;
const SPARSE = 'sparse+';

/** What both kinds of registries have in common. */
const registry = {
  secrets: ({ secret }: { readonly secret: string }) => [secret],
  label: ({ secret }: { readonly secret: string }) => code(secret),
  howTo: 'Make a token in the registry that may read packages and nothing else. Where it has accounts for machines, let it belong to one. Note the day on which it expires.',
  credentialEnv: ({ secret }: { readonly secret: string }) => ({ [`TOKEN_${secret}`]: secretOf(secret) }),
};

export const npmRegistry: DependencyKind<NpmRegistryModel> = {
  ...registry,
  complaint: ({ registry: address, scope, package: name }) => {
    if (!ADDRESS.test(address)) {
      return { got: address, why: 'is no https address of an npm registry', hint: "Write for instance 'https://npm.acme.dev/', without a password." };
    }
    if (!SCOPE.test(scope)) {
      return { got: scope, why: 'is no scope of npm', hint: "Write for instance '@acme', or leave it out if all packages come from there." };
    }
    return PACKAGE.test(name) && name.startsWith(scope && `${scope}/`) ? undefined : {
      got: name,
      why: scope ? `is no package of the scope '${scope}'` : 'is no name of a package',
      hint: `Name one that the guard can ask for, for instance '${scope || '@acme'}/lib'.`,
    };
  },
  title: ({ registry: address }) => hostOf(address),
  what: 'npm registry',
  guardFields: ({ registry: address, package: name, secret }) => `${hostOf(address)} ${address}${name.replace('/', '%2f')} npm:${secret}`,
  env: ({ secret }) => ({ [secret]: secretOf(secret) }),
};

/** @see https://doc.rust-lang.org/cargo/reference/registry-authentication.html */
export const cargoRegistry: DependencyKind<CargoRegistryModel> = {
  ...registry,
  complaint: ({ name, index }) => {
    if (!CARGO_NAME.test(name)) {
      return { got: name, why: 'is no name of a Cargo registry', hint: "Write it as in Cargo.toml: letters, digits, '-' and '_', for instance 'acme'." };
    }
    return index.startsWith(SPARSE) && ADDRESS.test(index.slice(SPARSE.length)) ? undefined : {
      got: index,
      why: 'is no sparse index with an https address',
      hint: "Write for instance 'sparse+https://cargo.acme.dev/index/'. A registry whose index is a git repository is a Dependency.github.",
    };
  },
  title: ({ index }) => hostOf(index.slice(SPARSE.length)),
  what: 'Cargo registry',
  guardFields: ({ index, secret }) => `${hostOf(index.slice(SPARSE.length))} ${index.slice(SPARSE.length)}config.json cargo:${secret}`,
  env: ({ name, index, secret }) => {
    const variable = `CARGO_REGISTRIES_${name.toUpperCase().replaceAll('-', '_')}`;
    // without a provider that is named Cargo reads no token where one is required
    return { [`${variable}_INDEX`]: index, [`${variable}_CREDENTIAL_PROVIDER`]: 'cargo:token', [`${variable}_TOKEN`]: secretOf(secret) };
  },
};

function secretOf(name: string): string {
  return `\${{ secrets.${name} }}`;
}

/** With the path that the registry has there. */
function hostOf(address: string): string {
  return address.replace(/^https:\/\//, '').replace(/\/$/, '');
}
