import type { Credential } from './credential';

/** How a private repository is read that a package manager or a submodule fetches. */
export interface GithubDependencyOptions {
  /**
   * How it is read, as a checkout would.
   *
   * @default Credential.workflowToken(), for a public repository that is named by its ssh address
   */
  readonly credential?: Credential;
}

/** A private npm registry. */
export interface NpmRegistryOptions {
  /** Its address, for instance 'https://npm.acme.dev/'. Only https. */
  readonly registry: string;

  /**
   * The scope whose packages come from it, for instance '@acme'.
   *
   * @default - all packages come from it
   */
  readonly scope?: string;

  /**
   * Name of the secret that holds the token. Steps of `prepare` have it in a variable of this name,
   * too. Never the token itself.
   */
  readonly secret: string;

  /** A package that the guard asks for, to see whether the token reads it: for instance '@acme/lib'. */
  readonly package: string;
}

/** A private Cargo registry. */
export interface CargoRegistryOptions {
  /** Its name in Cargo.toml: `registry = "acme"`. */
  readonly name: string;

  /**
   * Its sparse index, for instance 'sparse+https://cargo.acme.dev/index/'. Only https.
   *
   * @see https://doc.rust-lang.org/cargo/reference/registry-index.html#sparse-protocol
   */
  readonly index: string;

  /** Name of the secret that holds the token. Never the token itself. */
  readonly secret: string;
}

/**
 * What was declared, as it was written.
 *
 * @internal
 */
export type DependencySpec =
  | { readonly kind: 'github'; readonly name: string; readonly options?: GithubDependencyOptions }
  | { readonly kind: 'npm-registry'; readonly options: NpmRegistryOptions }
  | { readonly kind: 'cargo-registry'; readonly options: CargoRegistryOptions };

/**
 * Something private that the build fetches besides its repositories. Steps of `prepare` can read
 * it, and what updates submodules; no other step. The guard tries its credential first.
 *
 * @see https://github.com/projen-tag-build/projen-tag-build/blob/main/docs/private-dependencies.md
 */
export class Dependency {
  /**
   * A repository on github.com that npm, pnpm, Yarn, Cargo, Go, pip or uv fetches by git, or that
   * is a submodule. It may be named by its https or its ssh address there.
   *
   * @param name `owner/name`, spelled as in what fetches it
   */
  public static github(name: string, options: GithubDependencyOptions = {}): Dependency {
    return new Dependency({ kind: 'github', name, options });
  }

  /** A private npm registry, for npm, pnpm and Yarn 1; others read its token from the variable. */
  public static npmRegistry(options: NpmRegistryOptions): Dependency {
    return new Dependency({ kind: 'npm-registry', options });
  }

  /** A private Cargo registry. */
  public static cargoRegistry(options: CargoRegistryOptions): Dependency {
    return new Dependency({ kind: 'cargo-registry', options });
  }

  /** @internal */
  public readonly _spec: DependencySpec;

  private constructor(spec: DependencySpec) {
    this._spec = spec;
  }
}
