import { isMap, type Yaml, type YamlMap } from './yaml';
import { isPlain } from './yaml-scalars';

/** Writes what the reader reads, and every other reader of YAML. */
export function writeYaml(map: YamlMap): string {
  return lines(map).map((line) => `${line}\n`).join('');
}

function lines(value: YamlMap | readonly Yaml[]): string[] {
  const entries: (readonly [string, Yaml])[] = isMap(value) ? [...value].map(([key, one]) => [`${key}:`, one]) : value.map((one) => ['-', one]);
  return entries.flatMap(([head, one]) => {
    const nested = isNested(one) ? lines(one) : [];
    if (!nested.length) return [`${head} ${scalar(one)}`];
    return head === '-' ? [`- ${nested[0]}`, ...nested.slice(1).map((line) => `  ${line}`)] : [head, ...nested.map((line) => `  ${line}`)];
  });
}

function isNested(value: Yaml): value is YamlMap | readonly Yaml[] {
  return isMap(value) || Array.isArray(value);
}

/** JSON is YAML, but for three characters that end a line there. */
function scalar(value: Yaml): string {
  if (isNested(value)) return isMap(value) ? '{}' : '[]';
  if (typeof value !== 'string') return String(value);
  if (isPrintable(value)) return isPlain(value) ? value : `'${value.replaceAll('\'', '\'\'')}'`;
  return JSON.stringify(value).replace(/[^ -~]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function isPrintable(text: string): boolean {
  return /^[ -~\u00a1-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]*$/.test(text);
}
