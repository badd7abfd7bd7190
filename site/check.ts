import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';

/**
 * Opens every page of the built site in a browser, wide and as narrow as a phone, light and dark:
 * no error, no request to anywhere else, no broken link or anchor, every picture drawn, and nothing
 * to scroll sideways. Prints what is wrong, and ends with 1.
 */
const DIST = join(dirname(fileURLToPath(import.meta.url)), 'dist');
const VIEWS = [{ width: 1280, height: 900, colorScheme: 'light' }, { width: 390, height: 844, colorScheme: 'dark' }] as const;
/** Workflows in the styles seen in public. */
const SAMPLES = join(dirname(fileURLToPath(import.meta.url)), '../test/adopt/workflows/samples');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.json': 'application/json',
};

/** A page as it was opened. */
interface Opened {
  readonly path: string;
  readonly ids: ReadonlySet<string>;
  readonly links: readonly string[];
  readonly pictures: number;
}

const problems: string[] = [];

async function main(): Promise<void> {
  const server = await serve();
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const pages = pathsIn('');
    const opened = await openAll(browser, origin, pages);
    opened.forEach((page) => checkLinks(page, opened, origin));
    await checkPaste(await browser.newPage(), origin);
    const count = (of: (page: Opened) => number) => opened.reduce((sum, page) => sum + of(page), 0);
    console.log(`note: ${pages.length} pages, ${count(({ links }) => links.length)} links, ${count(({ pictures }) => pictures)} pictures`);
  } finally {
    await browser.close();
    server.close();
  }
  problems.forEach((problem) => console.log(problem));
  process.exitCode = problems.length ? 1 : 0;
}

function serve(): Promise<Server> {
  const server = createServer(({ url = '/' }, answer) => {
    const file = join(DIST, decodeURIComponent(new URL(url, 'http://site').pathname).replace(/\/$/, '/index.html'));
    if (!file.startsWith(DIST) || !existsSync(file)) {
      answer.writeHead(404).end();
      return;
    }
    answer.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function pathsIn(directory: string): string[] {
  return readdirSync(join(DIST, directory), { withFileTypes: true }).flatMap((entry) => {
    const path = `${directory}/${entry.name}`;
    if (entry.isDirectory()) {
      return entry.name === 'assets' ? [] : pathsIn(path);
    }
    return path.endsWith('.html') && path !== '/404.html' ? [path] : [];
  });
}

async function openAll(browser: Browser, origin: string, paths: readonly string[]): Promise<Opened[]> {
  const found = new Map<string, Opened>();
  for (const { colorScheme, ...viewport } of VIEWS) {
    const context = await browser.newContext({ viewport, colorScheme });
    for (const path of paths) {
      const page = await context.newPage();
      found.set(path, await open(page, origin, path, viewport.width));
      await page.close();
    }
    await context.close();
  }
  return [...found.values()];
}

async function open(page: Page, origin: string, path: string, width: number): Promise<Opened> {
  const say = (what: string) => problems.push(`${path} (${width} wide): ${what}`);
  page.on('console', (message) => message.type() === 'error' && say(`the console says ${message.text()}`));
  page.on('pageerror', ({ message }) => say(`fails with ${message}`));
  page.on('request', (request) => request.url().startsWith(origin) || request.url().startsWith('data:') || say(`asks ${request.url()}`));
  page.on('response', (response) => response.ok() || say(`${response.url()} is answered with ${response.status()}`));
  await page.goto(origin + path, { waitUntil: 'networkidle' });
  // as a function: the page forbids to evaluate a text
  await page.waitForFunction(() => [...document.querySelectorAll('.mermaid-picture')].every((one) => one.querySelector('svg')), undefined, { timeout: 20_000 })
    .catch(() => say('a picture is not drawn'));
  const seen = await page.evaluate(() => ({
    ids: [...document.querySelectorAll('[id], a[name]')].map((one) => one.id || one.getAttribute('name') || ''),
    links: [...document.querySelectorAll<HTMLAnchorElement>('main a[href], aside a[href], header a[href]')].map((one) => one.href),
    broken: [...document.images].filter((image) => !image.complete || image.naturalWidth === 0).map((image) => image.src),
    pictures: document.querySelectorAll('.mermaid-picture').length,
    failed: [...document.querySelectorAll('.mermaid-failure')].map((one) => one.textContent ?? ''),
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }));
  seen.broken.forEach((src) => say(`the picture ${src} is not there`));
  seen.failed.forEach((text) => say(`Mermaid refuses a picture: ${text}`));
  if (seen.sideways > 0) {
    say(`is ${seen.sideways} pixels too wide`);
  }
  return { path, ids: new Set(seen.ids), links: [...new Set(seen.links)], pictures: seen.pictures };
}

function checkLinks({ path, links }: Opened, pages: readonly Opened[], origin: string): void {
  for (const file of links.map((link) => /\/(?:tree|blob)\/main\/([^#]*?)(?:\.md)?(?:#.*)?$/.exec(link)?.[1])) {
    if (pages.some((page) => page.path === `/${file}.html` || page.path === `/${file}/index.html`)) {
      problems.push(`${path}: leads to GitHub for ${file}, which is a page`);
    }
  }
  for (const link of links.filter((one) => one.startsWith(origin))) {
    const { pathname, hash } = new URL(link);
    const target = pages.find((page) => page.path === pathname.replace(/\/$/, '/index.html'));
    if (!target) {
      problems.push(`${path}: ${pathname} is no page`);
    } else if (hash && !target.ids.has(decodeURIComponent(hash.slice(1)))) {
      problems.push(`${path}: ${pathname} has no ${hash}`);
    }
  }
}

/** Whatever is pasted stays in the page, as text. */
async function checkPaste(page: Page, origin: string): Promise<void> {
  const say = (what: string) => problems.push(`/paste.html: ${what}`);
  page.on('pageerror', ({ message }) => say(`fails with ${message}`));
  await page.goto(`${origin}/paste.html`, { waitUntil: 'networkidle' });
  await page.waitForSelector('.paste .mermaid-picture svg');
  page.on('request', (request) => request.url().startsWith('data:') || say(`asks ${request.url()} when something is pasted`));
  for (const [what, text, wanted] of PASTED) {
    await page.fill('#paste-text', text);
    await page.waitForFunction((part) => document.querySelector('.paste')!.textContent!.includes(part), wanted, { timeout: 5000 })
      .catch(() => say(`${what} does not show '${wanted}'`));
  }
  for (const sample of readdirSync(SAMPLES)) {
    await page.fill('#paste-text', '');
    await page.waitForFunction(() => !document.querySelector('.paste h2, .paste-problem'));
    await page.fill('#paste-text', readFileSync(join(SAMPLES, sample), 'utf8'));
    await page.waitForSelector('.paste h2, .paste-problem');
    (await page.locator('.paste-problem').allTextContents()).forEach((problem) => say(`${sample}: ${problem}`));
    if (await page.locator('#picture').count() === 0) {
      say(`${sample} has no picture`);
    }
  }
  if (await page.evaluate(() => 'hostile' in window || document.querySelector('.paste img, .paste script') !== null)) {
    say('a pasted text became more than text');
  }
}

const HOSTILE = `<img src=x onerror="window.hostile = 1">`;
const PASTED: readonly (readonly [what: string, text: string, wanted: string])[] = [
  ['a workflow', 'on: {push: {tags: [a-*]}}\njobs:\n  b:\n    runs-on: windows-latest\n    steps:\n      - run: make it\n      - uses: actions/upload-artifact@v4\n        with: {path: out/*.exe}\n', "Platform.windowsX64({ run: ['make it']"],
  ['no workflow', `${HOSTILE}: [`, ':1'],
  ['a hostile workflow', `name: '${HOSTILE}'\non: {push: {tags: [a-*]}}\njobs:\n  b:\n    name: '${HOSTILE}'\n    runs-on: '${HOSTILE}'\n    steps:\n      - run: 'echo ${HOSTILE}'\n`, 'echo <img'],
];

await main();
