import { readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { type Plugin, rollup } from 'rollup';
import * as ts from 'typescript';

const ROOT = path.join(__dirname, '..');

/** From the root of the repository and of the package. */
export const SCRIPT_FILE = 'assets/tag-build-publish.mjs';

const SECTION = /^__section\("(.*)"\);$/gm;
const BLANK = '//blank';

const BANNER = `/*
 * Publishes what a tag build has made: "node tag-build-publish.mjs COMMAND [MODE]". It needs Node.js 20
 * or newer and nothing else, and runs no code of the build. It is src/publish of projen-tag-build,
 * whose types are left out; "npx projen-tag-build check" compares it with what the package ships.
 */`;

/**
 * The script that publishes, in one file that a person can read: the sources without their types, a
 * heading for each file, comments and blank lines as they were.
 */
export async function publishScript(): Promise<string> {
  const bundle = await rollup({
    input: path.join(ROOT, 'src/publish/main.ts'),
    external: /^node:/,
    plugins: [typescript],
    treeshake: { moduleSideEffects: (id) => id.endsWith('main.ts') },
    onwarn: ({ message }) => { throw new Error(message); },
  });
  const { output: [{ code }] } = await bundle.generate({ format: 'es', banner: BANNER });
  await bundle.close();
  return code.replace(SECTION, (_, file: string) => `\n// --- ${file} ${'-'.repeat(Math.max(3, 90 - file.length))}\n`).replace(/\n{3,}/g, '\n\n');
}

const typescript: Plugin = {
  name: 'typescript',
  resolveId: (source, importer) => importer && source.startsWith('.') ? path.resolve(path.dirname(importer), `${source}.ts`) : undefined,
  load: (file) => withoutTypes(readFileSync(file, 'utf8'), path.relative(path.join(ROOT, 'src'), file).split(path.sep).join('/')),
};

/**
 * A call that nothing takes out holds the place of the heading. The compiler would drop blank lines,
 * but keeps comments, and it indents by four spaces.
 */
function withoutTypes(source: string, file: string): string {
  const { outputText } = ts.transpileModule(source.replace(/^$/gm, BLANK), {
    fileName: file,
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, removeComments: false },
  });
  const readable = outputText.replace(new RegExp(`^ *${BLANK}$`, 'gm'), '').replace(/^(?: {4})+/gm, (indent) => indent.slice(indent.length / 2));
  return `__section(${JSON.stringify(file)});\n${readable}`;
}

if (require.main === module) {
  void publishScript().then((script) => writeFileSync(path.join(ROOT, SCRIPT_FILE), script));
}
