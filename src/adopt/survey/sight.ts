import * as path from 'node:path/posix';
import type { Files } from './files';
import type { Sources } from '../../apps/possible-commands';
import { type Fields, fields, text } from '../../outside/data';

/** What is seen from one directory of a repository: every path is one from there. */
export class Sight implements Sources {
  /** As checks over files of an app ask. */
  public readonly files = { get: (file: string) => this.text(file), has: (file: string) => this.has(file) };

  /** @param directory from the root; '' is the root */
  public constructor(private readonly repository: Files, public readonly directory: string) {}

  /** The path from the root. */
  public path(file: string): string {
    const joined = path.join(this.directory, file).replace(/\/$/, '');
    return joined === '.' ? '' : joined;
  }

  public has(file: string): boolean {
    return this.repository.exists(this.path(file));
  }

  public text(file: string): string | undefined {
    return this.repository.text(this.path(file));
  }

  public content(file: string): Fields | undefined {
    return this.repository.content(this.path(file));
  }

  public names(directory = ''): readonly string[] {
    return this.repository.names(this.path(directory));
  }

  /** The package.json; empty where there is none. */
  public get manifest(): Fields {
    return fields(this.content('package.json'));
  }

  public get scripts(): Readonly<Record<string, string>> {
    return textsOf(this.manifest.scripts);
  }

  /** What the package.json asks to be installed, for building too. */
  public get dependencies(): Readonly<Record<string, string>> {
    return { ...textsOf(this.manifest.devDependencies), ...textsOf(this.manifest.dependencies) };
  }

  /** This directory and those above it, up to the root. */
  public upwards(): Sight[] {
    const parts = this.directory.split('/').filter(Boolean);
    return [...parts, ''].map((_, up) => new Sight(this.repository, parts.slice(0, parts.length - up).join('/')));
  }

  /** The path of something here, from another directory. */
  public from(directory: string, file: string): string {
    return path.relative(`/${directory}`, `/${this.path(file)}`);
  }
}

function textsOf(values: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(fields(values)).map(([name, value]) => [name, text(value)]));
}
