import { freeName } from '../../text/words';
import type { CallCode, Code, Constant, Draft, Entry, Item } from '../code';

/** Words that mean one thing wherever they stand, so that it is declared once. */
const SHARED = /^(?:Credential|Repository|Signing|Secret)\./;

/** Names what stands in several places, and writes the name there. */
export function shareConstants(original: Draft): Draft {
  const draft = { ...original, options: withOneOfEach(original.options) };
  const counts = new Map<string, number>();
  visit(draft.options, (code) => counts.set(JSON.stringify(code), (counts.get(JSON.stringify(code)) ?? 0) + 1));
  const names = new Map<string, string>();
  const taken = new Set<string>(['project', 'tagbuild']);
  const constants: Constant[] = [];
  const replace = (code: Code): Code => {
    if (typeof code !== 'object' || code.kind === 'constant' || code.kind === 'name') {
      return code;
    }
    if (code.kind === 'list') {
      return { ...code, items: code.items.map((item) => ({ ...item, value: replace(item.value) })) };
    }
    if (code.kind === 'object') {
      return { ...code, entries: code.entries.map((entry) => ({ ...entry, value: replace(entry.value) })) };
    }
    const key = JSON.stringify(code);
    const known = names.get(key);
    if (known !== undefined) {
      return { kind: 'name', name: known };
    }
    const value = { ...code, args: code.args.map(replace) };
    if (!SHARED.test(code.name) || (counts.get(key) ?? 0) < 2) {
      return value;
    }
    const name = freeName(nameFor(code), '', taken);
    names.set(key, name);
    constants.push({ name, value });
    return { kind: 'name', name };
  };
  const options = replace(draft.options) as Draft['options'];
  return { ...draft, options, constants: [...draft.constants, ...constants] };
}

/** A secret that is declared in several places says the same in all of them. */
function withOneOfEach(options: Draft['options']): Draft['options'] {
  const declared = new Map<string, readonly Entry[]>();
  visit(options, (code) => {
    const [own] = code.args;
    if (code.name === 'Secret.required' && typeof own === 'object' && own.kind === 'object') {
      const secret = firstText(own)!;
      const before = declared.get(secret) ?? [];
      declared.set(secret, [...before, ...own.entries.filter(({ key }) => !before.some((entry) => entry.key === key))]);
    }
  });
  const replace = <C extends Code>(code: C): C => {
    if (typeof code !== 'object' || code.kind === 'constant' || code.kind === 'name') {
      return code;
    }
    if (code.kind === 'call') {
      const entries = code.name === 'Secret.required' ? declared.get(firstText(code) ?? '') : undefined;
      return { ...code, args: entries ? [{ kind: 'object', entries }] : code.args.map(replace) };
    }
    return code.kind === 'list' ? { ...code, items: code.items.map((item) => ({ ...item, value: replace(item.value) })) }
      : { ...code, entries: code.entries.map((entry) => ({ ...entry, value: replace(entry.value) })) };
  };
  return replace(options);
}

function visit(code: Code, note: (call: CallCode) => void): void {
  if (typeof code !== 'object' || code.kind === 'constant' || code.kind === 'name') {
    return;
  }
  if (code.kind === 'call') {
    if (SHARED.test(code.name)) note(code);
    code.args.forEach((arg) => visit(arg, note));
  } else {
    (code.kind === 'list' ? code.items : code.entries as readonly (Item | Entry)[]).forEach(({ value }) => visit(value, note));
  }
}

/** By the first text in it: the secret `CI_READ_TOKEN` is ciReadToken, the repository acme/my-lib myLib. */
function nameFor(code: CallCode): string {
  const words = (firstText(code) ?? '').split('/').at(-1)!.toLowerCase().split(/[^a-z0-9]+/).filter(Boolean);
  const kind = code.name.split('.')[code.name.startsWith('Signing.') ? 1 : 0];
  const all = words.length ? words : [kind[0].toLowerCase() + kind.slice(1)];
  const name = all.map((word, index) => index ? word[0].toUpperCase() + word.slice(1) : word).join('');
  return /^[a-z]/.test(name) ? name : `the${name}`;
}

function firstText(code: Code): string | undefined {
  if (typeof code === 'string') {
    return code;
  }
  if (typeof code !== 'object' || code.kind === 'constant' || code.kind === 'name') {
    return undefined;
  }
  const inside = code.kind === 'call' ? code.args : code.kind === 'list' ? code.items.map(({ value }) => value) : code.entries.map(({ value }) => value);
  return inside.map(firstText).find((text) => text !== undefined);
}
