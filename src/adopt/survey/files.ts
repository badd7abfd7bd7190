import type { Place } from './place';
import { readConfiguration } from '../../outside/configuration';
import { type Fields, isFields } from '../../outside/data';
import { readToml } from '../../outside/toml';
import { oneLine } from '../../text/markdown';

/** What a file is in, by its ending; of any other, only running it shows what it says. */
const LANGUAGES: Readonly<Record<string, string>> = { json: 'JSON', json5: 'JSON5', toml: 'TOML', yaml: 'YAML', yml: 'YAML' };

/** Files of a repository, each read once. What cannot be read is noted and counts as empty. */
export class Files {
  /** A sentence for each file that is broken, by its path. */
  public readonly problems = new Map<string, string>();
  private readonly texts = new Map<string, string | undefined>();
  private readonly contents = new Map<string, Fields | undefined>();

  public constructor(private readonly place: Place) {}

  public exists(path: string): boolean {
    return this.place.exists(path);
  }

  public names(directory: string): readonly string[] {
    return this.place.list(directory);
  }

  /** Undefined where there is no such file. */
  public text(file: string): string | undefined {
    if (!this.texts.has(file)) {
      this.texts.set(file, this.read(file));
    }
    return this.texts.get(file);
  }

  /** What it says; undefined where it is not there, is broken, or is a program. */
  public content(file: string): Fields | undefined {
    if (!this.contents.has(file)) {
      this.contents.set(file, this.parse(file));
    }
    return this.contents.get(file);
  }

  private read(file: string): string | undefined {
    try {
      return this.place.read(file)?.replace(/^\ufeff/, '');
    } catch (error) {
      this.problems.set(file, `${oneLine((error as Error).message)}.`);
      return '';
    }
  }

  private parse(file: string): Fields | undefined {
    const text = this.text(file);
    const language = LANGUAGES[file.split('.').at(-1)!];
    if (text === undefined || language === undefined || this.problems.has(file)) {
      return undefined;
    }
    const [content, where] = language === 'JSON' ? json(text) : language === 'TOML' ? toml(text) : [readConfiguration(file, text), ''];
    if (!isFields(content)) {
      this.problems.set(file, `'${oneLine(file)}' holds no ${language} that can be read${where}: correct it first.`);
      return undefined;
    }
    return content;
  }
}

/** What it says, or where it is broken: no word of it is repeated. */
type Parsed = readonly [content: unknown, where: string];

function json(text: string): Parsed {
  try {
    return [JSON.parse(text), ', or no object'];
  } catch (error) {
    const [, position] = /at position (\d+)/.exec((error as Error).message) ?? [];
    return [undefined, position === undefined ? '' : `, from line ${text.slice(0, Number(position)).split('\n').length} on`];
  }
}

function toml(text: string): Parsed {
  const read = readToml(text);
  return 'content' in read ? [read.content, ''] : [undefined, `, from line ${read.line} on`];
}
