import { isMap, isScalar, isSeq, Lexer, LineCounter, type Document, type Node, type ParsedNode } from 'yaml';

/** Where the keys of a workflow stand, and what its comments say: GitHub's parser keeps neither. */
export interface Places {
  /** Of the whole file. */
  readonly lines: number;
  /** The line of a key or of an element of a list, from 1; that of the nearest one around it where it has none of its own. */
  line(...path: readonly (string | number)[]): number;
  /** Comments above it, beside it and inside of it, but for those of jobs and steps inside. */
  comments(...path: readonly (string | number)[]): readonly string[];
}

/** A comment, without its sign. */
interface Comment {
  readonly line: number;
  readonly text: string;
  /** Whether it has a line of its own. */
  readonly isAlone: boolean;
}

type Path = readonly (string | number)[];

/** Remarks for tools, and versions beside pinned actions, which no reader needs. */
const FOR_TOOLS = /^(?:v?\d+(?:\.[\w-]+)*|(?:tag|ratchet)[:=].*|(?:zizmor|yamllint|actionlint|renovate|shellcheck|nosemgrep|checkov|prettier-ignore|cspell|pin@|yaml-language-server)\b.*|[-=#*~\s]*)$/i;

export function placesOf(text: string, document: Document.Parsed, counter: LineCounter): Places {
  const rows = text.split('\n');
  const lines = new Map<string, number>();
  collect(document.contents, [], (from) => lineFrom(rows, counter.linePos(from).line), lines);
  const owned = ownedComments(text, rows, lines);
  return {
    line: (...path) => lineOf(lines, path),
    comments: (...path) => owned.get(key(path)) ?? [],
    lines: text.replace(/\r?\n$/, '').split('\n').length,
  };
}

/** The line that a node begins on, with a dash or an anchor that stands alone above it. */
function lineFrom(rows: readonly string[], line: number): number {
  return /^[ \t]*-[ \t]*(?:&\S+[ \t]*)?$/.test(rows[line - 2] ?? '') ? line - 1 : line;
}

function collect(node: ParsedNode | null, path: Path, toLine: (from: number) => number, lines: Map<string, number>): void {
  const note = (from: number | undefined, at: Path) => from !== undefined && lines.set(key(at), toLine(from));
  if (isMap(node)) {
    for (const item of node.items) {
      const at = [...path, isScalar(item.key) ? String(item.key.value) : ''];
      note((item.key as Node).range?.[0], at);
      collect(item.value as ParsedNode | null, at, toLine, lines);
    }
  } else if (isSeq(node)) {
    node.items.forEach((item, index) => {
      const element = item as ParsedNode;
      note((firstKey(element) ?? element).range?.[0], [...path, index]);
      collect(element, [...path, index], toLine, lines);
    });
  }
}

function firstKey(node: Node): Node | undefined {
  return isMap(node) ? node.items[0]?.key as Node | undefined : undefined;
}

function key(path: Path): string {
  return JSON.stringify(path);
}

function lineOf(lines: ReadonlyMap<string, number>, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const line = lines.get(key(path.slice(0, length)));
    if (line !== undefined) {
      return line;
    }
  }
  return 1;
}

/** Each comment by what it belongs to: a job, a step, or `[]`, the workflow. */
function ownedComments(text: string, rows: readonly string[], lines: ReadonlyMap<string, number>): Map<string, string[]> {
  const comments = commentsIn(text);
  const alone = new Set(comments.filter(({ isAlone }) => isAlone).map(({ line }) => line));
  const contentFrom = (line: number) => {
    let next = line + 1;
    while (next <= rows.length && (alone.has(next) || rows[next - 1].trim() === '')) next++;
    return next;
  };
  const owners = [...lines].map(([path, line]) => ({ path: ownerOf(JSON.parse(path) as Path), line })).sort((one, other) => one.line - other.line);
  const owned = new Map<string, string[]>();
  for (const { line, text: remark, isAlone } of comments.filter((comment) => !FOR_TOOLS.test(comment.text))) {
    const at = isAlone ? contentFrom(line) : line;
    const owner = owners.filter((one) => one.line <= at).at(-1)?.path ?? key([]);
    owned.set(owner, [...owned.get(owner) ?? [], remark]);
  }
  return owned;
}

function ownerOf(path: Path): string {
  if (path[0] !== 'jobs' || path.length < 2) {
    return key([]);
  }
  return key(path[2] === 'steps' && path.length > 3 ? path.slice(0, 4) : path.slice(0, 2));
}

function commentsIn(text: string): Comment[] {
  const found: Comment[] = [];
  const counter = new LineCounter();
  const lexer = new Lexer();
  let offset = 0;
  let isScalarNext = false;
  counter.addNewLine(0);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) counter.addNewLine(at + 1);
  for (const token of lexer.lex(text)) {
    if (isScalarNext) {
      isScalarNext = false;
    } else if (token === '\u001f') {
      isScalarNext = true;
      continue;
    } else if (token === '\u0002' || token === '\u0018') {
      continue;
    } else if (token.startsWith('#')) {
      const { line, col } = counter.linePos(offset);
      const before = text.slice(offset - col + 1, offset);
      found.push({ line, text: token.replace(/^#+ ?/, '').trimEnd(), isAlone: before.trim() === '' });
    }
    offset += token.length;
  }
  return found;
}
