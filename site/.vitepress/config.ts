import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DefaultTheme, defineConfig, type MarkdownRenderer } from 'vitepress';

const SITE = dirname(dirname(fileURLToPath(import.meta.url)));
const ROOT = dirname(SITE);
const REPOSITORY = 'https://github.com/projen-tag-build/projen-tag-build';

/** The pages of the guide, in the order in which somebody needs them; one that is forgotten fails the build. */
const GUIDE = [
  'adopt', 'migrate', 'project', 'in-projen', 'tools', 'packages', 'repositories', 'private-dependencies', 'version', 'signing', 'smoke-test', 'publishing', 'rehearse', 'configuration',
];
const COMMANDS = ['commands', 'plan', 'doctor', 'release', 'why', 'status', 'pins'];
const OTHERS = ['diagnostics', 'speed', 'github-actions-tag-build'];

/** The examples, by what somebody has, as the README lists them. */
const EXAMPLES = [...readFileSync(join(ROOT, 'README.md'), 'utf8').matchAll(/^- I have (.+?)(?:, .*)?: \[.*\]\((examples\/.*)\)$/gm)]
  .map(([, what, directory]) => ({ text: what.replace(/^./, (first) => first.toUpperCase()), directory }));

/** The files that are pages, from the root: the texts of the repository, there is no second copy. */
const PAGES = ['README.md', 'API.md', 'site/paste.md', ...pagesIn('docs'), ...pagesIn('examples')];

export default defineConfig({
  title: 'projen-tag-build',
  description: 'The first tag you push works.',
  srcDir: ROOT,
  srcExclude: readdirSync(ROOT).filter((name) => !['README.md', 'API.md', 'docs', 'examples', 'site'].includes(name)).flatMap((name) => [name, `${name}/**`]),
  rewrites: Object.fromEntries(PAGES.map((file) => [file, file.replace(/README\.md$/, 'index.md').replace('site/paste', 'paste')])),
  outDir: join(SITE, 'dist'),
  cacheDir: join(SITE, 'node_modules/.cache/vitepress'),
  head: [
    ['link', { rel: 'icon', href: 'data:,' }],
    ['meta', { 'http-equiv': 'Content-Security-Policy', 'content': [
    "default-src 'none'",
    // VitePress writes a few lines into each page, before anything is drawn
    "script-src 'self' 'unsafe-inline'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    // what is pasted goes nowhere
    "connect-src 'none'",
  ].join('; ') }],
  ],
  themeConfig: {
    nav: [
      { text: 'Guide', link: '/docs/adopt' },
      { text: 'Reference', link: '/API' },
      { text: 'Diagnostics', link: '/docs/diagnostics' },
      { text: 'Paste a workflow', link: '/paste' },
    ],
    sidebar: sidebar(),
    search: { provider: 'local' },
    outline: [2, 3],
    socialLinks: [{ icon: 'github', link: REPOSITORY }],
  },
  vite: {
    // the pages lie beside the site's own packages
    resolve: { alias: { 'vue/server-renderer': join(SITE, 'node_modules/vue/server-renderer/index.mjs'), vue: join(SITE, 'node_modules/vue') } },
    build: { chunkSizeWarningLimit: 2000 },
  },
  markdown: {
    // braces are text
    attrs: { disable: true },
    config: (markdown) => {
      repositoryLinks(markdown);
      plainTexts(markdown);
      pictures(markdown);
    },
  },
});

function sidebar(): DefaultTheme.SidebarItem[] {
  const listed = [...[...GUIDE, ...COMMANDS, ...OTHERS].map((name) => `docs/${name}.md`), ...EXAMPLES.map(({ directory }) => `${directory}/README.md`)];
  const forgotten = PAGES.filter((file) => /^docs\/|^examples\/.*README/.test(file) && !listed.includes(file));
  if (forgotten.length) {
    throw new Error(`in no list of site/.vitepress/config.ts, or of the README's examples: ${forgotten.join(', ')}`);
  }
  const pages = (names: readonly string[]) => names.map((name) => ({ text: titleOf(`docs/${name}.md`), link: `/docs/${name}` }));
  return [
    { text: 'Guide', items: [{ text: 'Overview', link: '/' }, ...pages(GUIDE)] },
    { text: 'Commands', items: pages(COMMANDS) },
    { text: 'Examples', items: EXAMPLES.map(({ text, directory }) => ({ text, link: `/${directory}/` })) },
    { text: 'Reference', items: [{ text: 'API', link: '/API' }, ...pages(OTHERS)] },
    { text: 'Try it', items: [{ text: 'Paste a workflow', link: '/paste' }] },
  ];
}

function pagesIn(directory: string): string[] {
  return readdirSync(join(ROOT, directory), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md') && !file.includes('node_modules')).map((file) => `${directory}/${file}`);
}

/** The first heading of a page. */
function titleOf(file: string): string {
  return /^# (.*?)(?: <a .*)?$/m.exec(readFileSync(join(ROOT, file), 'utf8'))?.[1] ?? file;
}

/** A link to a file leads to its page, or of a directory to that of its README; to whatever else lies in the repository it leads there. */
function repositoryLinks(markdown: MarkdownRenderer): void {
  markdown.core.ruler.push('repository-links', ({ tokens, env }) => {
    const directory = dirname(relative(ROOT, (env as { realPath?: string; path: string }).realPath ?? (env as { path: string }).path));
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const [, target, anchor = ''] = /^(?![a-z]+:|#|\/)([^#]*)(#.*)?$/.exec(token.attrGet('href') ?? '') ?? [];
      // docstrings name pages as the package's readers find them
      const [, absolute, part = ''] = new RegExp(`^${REPOSITORY}/blob/main/([^#]*)(#.*)?$`).exec(token.attrGet('href') ?? '') ?? [];
      if (token.type === 'link_open' && (target || absolute)) {
        token.attrSet('href', addressOf(absolute ?? posix.join(directory, target).replace(/\/$/, '')) + anchor + part);
      }
    }
  });
}

function addressOf(file: string): string {
  const page = PAGES.find((one) => one === file || one === `${file}/README.md`);
  return page ? `/${page.replace(/README\.md$/, 'index.md')}` : `${REPOSITORY}/${statSync(join(ROOT, file)).isDirectory() ? 'tree' : 'blob'}/main/${file}`;
}

/** What GitHub shows as text is none of Vue's: a word in angle brackets, two braces. */
function plainTexts(markdown: MarkdownRenderer): void {
  const { escapeHtml } = markdown.utils;
  const { code_inline: code, html_inline: html, text } = markdown.renderer.rules;
  markdown.renderer.rules.code_inline = (tokens, index, ...others) => {
    tokens[index].attrSet('v-pre', '');
    return code!(tokens, index, ...others);
  };
  markdown.renderer.rules.html_inline = (tokens, index, ...others) =>
    /^<\/?(?:ClientOnly|Paste|a|b|br|code|sub|sup)\b/.test(tokens[index].content) ? html!(tokens, index, ...others) : escapeHtml(tokens[index].content);
  markdown.renderer.rules.text = (tokens, index, ...others) => text!(tokens, index, ...others).replaceAll('{{', '&#123;&#123;');
}

/** A Mermaid block is drawn, as GitHub does it. */
function pictures(markdown: MarkdownRenderer): void {
  const { fence } = markdown.renderer.rules;
  markdown.renderer.rules.fence = (tokens, index, ...others) => tokens[index].info.trim() === 'mermaid'
    ? `<Mermaid code="${markdown.utils.escapeHtml(tokens[index].content).replaceAll('\n', '&#10;')}" />`
    : fence!(tokens, index, ...others);
}
