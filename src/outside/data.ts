import { CannotTell } from '../requirements/verdict';

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

/** A list of objects. */
export function objects(value: unknown): Fields[] {
  if (!Array.isArray(value)) {
    throw unexpected();
  }
  return value.filter(isFields);
}

export function unexpected(): CannotTell {
  return new CannotTell('GitHub gave an answer of another shape than it documents', 'Look it up on github.com, and see what stands between you and GitHub.');
}
