import { isFields } from './data';

/** No configuration that a person writes is as long, and YAML takes its time. */
const MOST_CHARACTERS = 500_000;

/** The ways in which text says plain data, by the ending of a file's name. */
const READERS: ReadonlyMap<string, (text: string) => unknown> = new Map([
  ['json', JSON.parse],
  ['json5', (text: string) => parseYaml(likeYaml(text))],
  ['yaml', parseYaml],
  ['yml', parseYaml],
]);

/** More opening brackets than anybody writes, many levels in one line, or a key that is more than a name. */
const MOST_BRACKETS = 300;
const TOO_DEEP = /(?:[-?:][ \t]+){8}|^ {200}|(?:^|[\s,[{-])\?(?:\s|$)/m;

/** A string, a comment, a tab, or a colon of JSON5. */
const JSON5_PART = /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|\/\/[^\n\r\u2028\u2029]*|\/\*[^]*?\*\/|\t|:/gs;

/** What a file of configuration says; undefined where it is broken, or says it in a way that only running it shows. */
export function readConfiguration(name: string, text: string): unknown {
  const read = READERS.get(name.split('.').at(-1)!);
  try {
    const content = read && text.length <= MOST_CHARACTERS ? read(text.replace(/^\ufeff/, '')) : undefined;
    return isFields(content) ? content : undefined;
  } catch {
    return undefined;
  }
}

/** Its only reader is large, and hardly any build needs it: nobody else waits until it is loaded. */
function parseYaml(text: string): unknown {
  // its reader goes as deep as the text does, beyond where Node.js ends the process, and takes minutes for nested keys
  if (TOO_DEEP.test(text) || text.split(/[[{]/).length > MOST_BRACKETS) {
    return undefined;
  }
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a synthesis cannot wait for an import
  const { parse } = require('./yaml') as typeof import('./yaml');
  return parse(text, { logLevel: 'error' });
}

/** JSON5 is YAML but for its comments, and for a colon or a tab where YAML wants a space. */
function likeYaml(json5: string): string {
  return json5.replace(JSON5_PART, (part, string?: string) => string ?? (part === ':' ? ': ' : ' '));
}
