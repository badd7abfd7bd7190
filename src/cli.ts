import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { type CommandName, COMMANDS } from './command-list';
import { MODEL_FILE, type ModelFile } from './model/model-file';
import { fileIn } from './outside/checkout';
import { readIfThere } from './outside/files';
import { loadScripts } from './outside/scripts';
import { commands } from './tasks/commands';

/** Exit code for what could not even be started. */
const UNUSABLE = 2;

/**
 * Runs one command in the current directory, the repository's root.
 *
 * @returns the exit code
 */
export async function main([name, ...args]: readonly string[], root = process.cwd()): Promise<number> {
  if (!name || !Object.hasOwn(COMMANDS, name)) {
    process.stderr.write(`${name ? `there is no command '${name}'\n\n` : ''}${help()}`);
    return UNUSABLE;
  }
  try {
    return await commands[name as CommandName](args, {
      modelFile: readModels(root),
      scripts: loadScripts(),
      read: (file) => readIfThere(fileIn(root, file)),
      root,
      env: process.env,
      list: (directory) => filesOf(path.join(root, directory)),
      print: (text) => process.stdout.write(text),
    });
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    return UNUSABLE;
  }
}

function help(): string {
  const width = Math.max(...Object.entries(COMMANDS).map(([name, { usage }]) => `${name} ${usage}`.length)) + 2;
  const lines = Object.entries(COMMANDS).map(([name, { usage, description }]) => `  ${`${name} ${usage}`.padEnd(width)}${description}`);
  return `usage: projen-tag-build COMMAND\n\n${lines.join('\n')}\n`;
}

function filesOf(directory: string): string[] {
  return existsSync(directory) ? readdirSync(directory).sort() : [];
}

function readModels(root: string): ModelFile {
  let parsed: ModelFile;
  try {
    parsed = JSON.parse(readFileSync(fileIn(root, MODEL_FILE), 'utf8'));
  } catch (error) {
    throw new Error(`${MODEL_FILE} cannot be read: ${(error as Error).message}\nRun "npx projen" in the repository's root; it writes the file.`);
  }
  if (parsed?.version !== 1 || !Array.isArray(parsed.builds)) {
    throw new Error(`${MODEL_FILE} is of another version of projen-tag-build than this command.\nRun "npx projen"; it writes the file anew.`);
  }
  return parsed;
}

if (require.main === module) {
  // once all is printed: a connection that was given up would keep the process for seconds
  void main(process.argv.slice(2)).then((code) => process.stdout.write('', () => process.exit(code)));
}
