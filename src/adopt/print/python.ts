import { bracketed, hasLines, hex, type Language, lines, optionsOf, partOf, quotedText, using, type Writing } from './language';
import type { Bracketed, Layout, Part } from './layout';
import { PYTHON_STRUCTS } from './python-structs';
import type { CallCode, Code, ObjectCode } from '../code';

/** As jsii has them, which appends an underscore to such a name. */
const KEYWORDS = [
  'False', 'None', 'True', 'and', 'as', 'assert', 'async', 'await', 'break', 'class', 'continue', 'def', 'del', 'elif', 'else', 'except', 'finally',
  'for', 'from', 'global', 'if', 'import', 'in', 'is', 'lambda', 'nonlocal', 'not', 'or', 'pass', 'raise', 'return', 'try', 'while', 'with', 'yield',
];

/** Python, by the rules that jsii has for it: names in snake case, options as keyword arguments, structs as classes. */
export const python: Language = {
  indent: '    ',
  comment: '#',
  end: '',
  constant: '',
  reserved: KEYWORDS,
  name: snakeCase,
  importing: (names, from) => `from ${from.replaceAll('-', '_')} import ${names.join(', ')}`,
  layout,
};

/** As jsii writes a name of the API. */
export function pythonName(camelCase: string): string {
  const name = snakeCase(camelCase);
  return KEYWORDS.includes(name) ? `${name}_` : name;
}

function snakeCase(camelCase: string): string {
  return camelCase.replace(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase();
}

function layout(code: Code, writing: Writing): Layout {
  if (typeof code !== 'object') {
    return hasLines(code) ? lines(code, "'\\n'.join([", '])', literal) : scalar(code);
  }
  switch (code.kind) {
    case 'list':
      return bracketed('[', code.items, ']', (value) => layout(value, writing));
    case 'object':
      return objectLayout(code, writing);
    case 'call':
      return callLayout(code, writing);
    case 'constant':
      return using(code.name, writing);
    case 'name':
      return writing.names.get(code.name)!;
  }
}

function objectLayout(code: ObjectCode, writing: Writing): Bracketed {
  const { option } = writing;
  // options that several calls share are a dictionary of their keyword arguments
  const maker = option === undefined ? 'dict' : Object.hasOwn(PYTHON_STRUCTS, option) ? using(PYTHON_STRUCTS[option], writing) : undefined;
  return maker
    ? { open: `${maker}(`, close: ')', pad: '', parts: keywords(code, writing) }
    : { open: '{', close: '}', pad: '', parts: code.entries.map((entry) => partOf(entry, (value) => layout(value, writing), `${literal(entry.key)}: `)) };
}

function callLayout({ name, args }: CallCode, writing: Writing): Bracketed {
  const [first, ...members] = name.split('.');
  const open = `${[using(first, writing), ...members.map(pythonName)].join('.')}(`;
  const takesStructs = Object.hasOwn(PYTHON_STRUCTS, name);
  const options = takesStructs ? undefined : optionsOf(args);
  const inner = (value: Code) => layout(value, { ...writing, option: takesStructs ? name : undefined });
  const positional = options ? args.slice(0, -1) : args;
  const parts = [
    ...positional.map((value) => partOf({ value }, inner, isShared(value, writing) ? '**' : '')),
    ...options ? keywords(options, writing) : [],
  ];
  return { open, close: ')', pad: '', parts };
}

/** Whether it names options. */
function isShared(code: Code, { constants }: Writing): boolean {
  const value = typeof code === 'object' && code.kind === 'name' ? constants.find(({ name }) => name === code.name)?.value : undefined;
  return typeof value === 'object' && value.kind === 'object';
}

function keywords({ entries }: ObjectCode, writing: Writing): Part[] {
  return entries.map((entry) => partOf(entry, (value) => layout(value, { ...writing, option: optionOf(entry.key, writing) }), `${pythonName(entry.key)}=`));
}

/** What projen calls as we do and is no option of ours is known by what holds it. */
function optionOf(key: string, { option }: Writing): string {
  const inside = `${option}.${key}`;
  return Object.hasOwn(PYTHON_STRUCTS, inside) ? inside : key;
}

function scalar(value: string | number | boolean): string {
  return typeof value === 'string' ? literal(value) : typeof value === 'boolean' ? (value ? 'True' : 'False') : String(value);
}

function literal(text: string): string {
  return quotedText(text, (unseen) => unseen.length > 1 ? hex('U', unseen.codePointAt(0)!, 8) : hex('u', unseen.charCodeAt(0), 4));
}
