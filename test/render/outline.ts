import { spawnSync } from 'node:child_process';

/** What a Markdown reader sees of a text, as far as a hostile string could change it. */
export interface Outline {
  readonly headings: ReadonlyArray<{ readonly depth: number; readonly text: string; readonly slug: string }>;
  /** For each table, the number of cells of each row. */
  readonly tables: ReadonlyArray<readonly number[]>;
  readonly html: readonly string[];
  readonly links: readonly string[];
  readonly code: ReadonlyArray<{ readonly lang: string; readonly value: string }>;
  /** Kinds of nodes, each once. */
  readonly kinds: readonly string[];
  /** The text of all paragraphs, list items and cells, without their signs. */
  readonly plain: string;
}

/** The parsers are ES modules, which Jest cannot load: they run in a process of their own. */
const SCRIPT = `
import { unified } from 'unified';
import remarkParse from 'remark-parse';
import remarkGfm from 'remark-gfm';
import GithubSlugger from 'github-slugger';

const parser = unified().use(remarkParse).use(remarkGfm);
const text = node => node.value ?? (node.children ?? []).map(text).join('');

function outline(markdown) {
  const slugger = new GithubSlugger();
  const tree = parser.parse(markdown);
  const seen = { headings: [], tables: [], html: [], links: [], code: [], kinds: new Set(), plain: text(tree) };
  const visit = node => {
    seen.kinds.add(node.type);
    if (node.type === 'heading') seen.headings.push({ depth: node.depth, text: text(node), slug: slugger.slug(text(node)) });
    if (node.type === 'table') seen.tables.push(node.children.map(row => row.children.length));
    if (node.type === 'html') seen.html.push(node.value);
    if (node.type === 'link') seen.links.push(node.url);
    if (node.type === 'code') seen.code.push({ lang: node.lang ?? '', value: node.value });
    (node.children ?? []).forEach(visit);
  };
  visit(tree);
  return { ...seen, kinds: [...seen.kinds].sort() };
}
let input = '';
for await (const chunk of process.stdin.setEncoding('utf-8')) input += chunk;
process.stdout.write(JSON.stringify(JSON.parse(input).map(outline)));
`;

/** Reads Markdown as GitHub does: GFM, and the anchors that GitHub gives to headings. */
export function outlines(markdown: readonly string[]): Outline[] {
  const result = spawnSync(process.execPath, ['--input-type=module', '--eval', SCRIPT], {
    input: JSON.stringify(markdown),
    encoding: 'utf-8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (result.status !== 0) {
    throw new Error(`the Markdown parser failed: ${result.stderr}`);
  }
  return JSON.parse(result.stdout) as Outline[];
}
