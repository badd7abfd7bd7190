import * as path from 'node:path';
import { FileBase, type Project } from 'projen';
import { declaredPackageJson } from './package-json';
import { fileIn, namesIn } from '../outside/checkout';
import { readIfThere } from '../outside/files';

/** Files of apps, as they lie in a checkout. */
export class AppFiles {
  private readonly texts = new Map<string, string | undefined>();
  private readonly names = new Map<string, readonly string[]>();
  private written: ReadonlySet<string> | undefined;

  public constructor(private readonly root: Project) {}

  /**
   * The text of a file by its path from the root; undefined where there is none. It is '' where it
   * is not for us to read, or is about to be written; of that only a package.json is known.
   */
  public read(file: string): string | undefined {
    if (!this.texts.has(file)) {
      this.texts.set(file, this.textOf(file));
    }
    return this.texts.get(file);
  }

  /** Whether something is about to write it. */
  public isWritten(file: string): boolean {
    this.written ??= new Set(this.root.node.findAll().filter((construct) => construct instanceof FileBase).map(({ absolutePath }) => absolutePath));
    return this.written.has(path.join(this.root.outdir, file));
  }

  /** Whether a directory holds, or is about to, something that is called so. */
  public holds(directory: string, name: RegExp): boolean {
    return this.namesIn(directory || '.').some((one) => name.test(one)) || this.isWritten(path.posix.join(directory, 'package.json'));
  }

  /** The names in a directory; none where there is no such one. */
  public namesIn(directory: string): readonly string[] {
    if (!this.names.has(directory)) {
      this.names.set(directory, attempt(() => namesIn(this.root.outdir, directory === '.' ? '' : directory)) ?? []);
    }
    return this.names.get(directory)!;
  }

  private textOf(file: string): string | undefined {
    const declared = path.posix.basename(file) === 'package.json' ? declaredPackageJson(this.root, path.posix.dirname(file)) : undefined;
    if (declared) {
      return JSON.stringify(declared);
    }
    // what git ignores it does by the last one that was written, too
    if (this.isWritten(file) && path.posix.basename(file) !== '.gitignore') {
      return '';
    }
    return this.isThere(file) ? attempt(() => readIfThere(fileIn(this.root.outdir, file))) ?? '' : undefined;
  }

  /** By the names in its directory, so that one question to the system answers for many files. */
  private isThere(file: string): boolean {
    const directory = path.posix.dirname(file);
    if (directory !== '.' && !this.isThere(directory)) {
      return false;
    }
    return this.namesIn(directory).includes(path.posix.basename(file));
  }
}

/** What anybody may have put there does not end a synthesis. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
