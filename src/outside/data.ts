/** Reads what came from outside, where any field may be anything. */

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as fields; empty where it is something else. */
export function fields(value: unknown): Fields {
  return isFields(value) ? value : {};
}

/** The value as text; '' where it is something else. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** What is text among the values. */
export function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
