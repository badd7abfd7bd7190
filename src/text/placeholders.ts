/** A text with its placeholders: `{tag}` is the value of that name. One that has no value stays as it is written. */
export function filled(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{([a-z]+)\}/g, (written, name: string) => Object.hasOwn(values, name) ? values[name] : written);
}

/** The names of the placeholders in a text. */
export function placeholdersIn(template: string): string[] {
  return Array.from(template.matchAll(/\{([a-z]+)\}/g), ([, name]) => name);
}
