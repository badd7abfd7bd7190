/** What a file holds that js-yaml wrote. Keys are a stranger's, so they are those of a map. */
export type Yaml = string | number | boolean | null | readonly Yaml[] | YamlMap;

export type YamlMap = ReadonlyMap<string, Yaml>;

/** Says which line is not understood. */
export class UnreadYaml extends Error {}

export function isMap(value: Yaml | undefined): value is YamlMap {
  return value instanceof Map;
}
