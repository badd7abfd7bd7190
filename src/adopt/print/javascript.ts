import { bracketed, hasLines, hex, isLeaf, type Language, lines, partOf, quotedText, using, type Writing } from './language';
import type { Bracketed, Layout } from './layout';
import type { CallCode, Code, Entry } from '../code';

const RESERVED = [
  'arguments', 'await', 'break', 'case', 'catch', 'class', 'const', 'continue', 'debugger', 'default', 'delete', 'do', 'else', 'enum', 'eval',
  'export', 'extends', 'false', 'finally', 'for', 'function', 'if', 'implements', 'import', 'in', 'instanceof', 'interface', 'let', 'new', 'null',
  'package', 'private', 'protected', 'public', 'return', 'static', 'super', 'switch', 'this', 'throw', 'true', 'try', 'typeof', 'undefined', 'var',
  'void', 'while', 'with', 'yield',
  // of the modules of CommonJS
  'exports', 'module', 'require',
];

const common = {
  indent: '  ',
  comment: '//',
  end: ';',
  constant: 'const ',
  reserved: RESERVED,
  name: (camelCase: string) => camelCase,
  layout,
};

/** TypeScript, and JavaScript in ES modules. */
export const esModule: Language = { ...common, importing: (names, from) => importLayout('import {', names, `} from '${from}'`) };

export const commonJs: Language = { ...common, importing: (names, from) => importLayout('const {', names, `} = require('${from}')`) };

function importLayout(open: string, names: readonly string[], close: string): Bracketed {
  return { open, close, pad: ' ', parts: names.map((layoutOfName) => ({ lead: '', layout: layoutOfName })) };
}

function layout(code: Code, writing: Writing): Layout {
  if (typeof code !== 'object') {
    return hasLines(code) ? lines(code, '[', "].join('\\n')", literal) : typeof code === 'string' ? literal(code) : String(code);
  }
  const inner = (value: Code) => layout(value, writing);
  switch (code.kind) {
    case 'list':
      return bracketed('[', code.items, ']', inner);
    case 'object':
      return objectLayout(code.entries, inner);
    case 'call':
      return callLayout(code, inner, writing);
    case 'constant':
      return using(code.name, writing);
    case 'name':
      return writing.names.get(code.name)!;
  }
}

function objectLayout(entries: readonly Entry[], inner: (code: Code) => Layout): Bracketed {
  const bare = entries.every(({ key }) => /^[A-Za-z_$][\w$]*$/.test(key) && key !== '__proto__');
  return { open: '{', close: '}', pad: ' ', parts: entries.map((entry) => partOf(entry, inner, `${bare ? entry.key : keyOf(entry.key)}: `)) };
}

/** In quotes this one would still say what the object inherits from. */
function keyOf(key: string): string {
  return key === '__proto__' ? "['__proto__']" : literal(key);
}

/** The brackets of a last list or object of options are those of the call, too. */
function callLayout({ name, args }: CallCode, inner: (code: Code) => Layout, writing: Writing): Bracketed {
  const open = `${name.includes('.') ? '' : 'new '}${using(name, writing)}(`;
  const last = args.at(-1);
  const before = args.slice(0, -1);
  if (typeof last !== 'object' || last.kind !== 'object' && last.kind !== 'list' || !before.every(isLeaf)) {
    return bracketed(open, args.map((value) => ({ value })), ')', inner);
  }
  const layoutOfLast = inner(last) as Bracketed;
  return { ...layoutOfLast, open: open + before.map((code) => `${inner(code) as string}, `).join('') + layoutOfLast.open, close: `${layoutOfLast.close})` };
}

function literal(text: string): string {
  return quotedText(text, (unseen) => Array.from({ length: unseen.length }, (_, index) => hex('u', unseen.charCodeAt(index), 4)).join(''));
}
