import { chunksOf, type Command } from './script';
import { secretIn, usedAction } from './used-action';
import type { LegSource } from '../workflow/step-reader';
import type { StepSource } from '../workflow/workflow-source';

/** Names of the secrets that hold a certificate for macOS and its password. */
export interface Certificate {
  readonly certificate: string;
  readonly password: string;
}

/** Programs that a script may call which only puts a certificate into a keychain. */
const OF_KEYCHAINS = ['security', 'echo', 'printf', 'base64', 'openssl', 'export', 'rm', 'set', 'touch', 'umask', 'chmod', 'shred', 'uuidgen'];

/** The certificate that a step imports for all that follow; undefined of a step that does more. */
export function certificateIn(step: StepSource, leg: LegSource): Certificate | undefined {
  const name = usedAction(step)?.name;
  return name === 'apple-actions/import-codesign-certs' ? pair(step.with['p12-file-base64'], step.with['p12-password']) : fromScript(step, leg);
}

function pair(certificate = '', password = ''): Certificate | undefined {
  const [first, second] = [secretIn(certificate), secretIn(password)];
  return first && second ? { certificate: first, password: second } : undefined;
}

function fromScript(step: StepSource, leg: LegSource): Certificate | undefined {
  const chunks = /\bsecurity (?:create-keychain|import)\b/.test(step.run ?? '') ? chunksOf(step.run!, 'posix') : [];
  const pipelines = chunks.flatMap((chunk) => chunk.pipelines ?? []);
  const commands = pipelines.flatMap((pipeline) => pipeline.commands);
  const imports = commands.filter(({ words }) => words[0] === 'security' && words[1] === 'import');
  const decoded = pipelines.filter((pipeline) => pipeline.commands.some(isDecoding))
    .map((pipeline) => secretAmong(pipeline.commands.flatMap(({ words }) => words), step, leg));
  if (chunks.some((chunk) => !chunk.pipelines) || !commands.every(isOfKeychains) || imports.length !== 1 || decoded.length !== 1) {
    return undefined;
  }
  const { words } = imports[0];
  const password = secretAmong([words[words.indexOf('-P') + 1] ?? ''], step, leg);
  return decoded[0] && password && words.includes('-P') ? { certificate: decoded[0], password } : undefined;
}

function isDecoding({ words }: Command): boolean {
  return (words[0] === 'base64' || (words[0] === 'openssl' && words[1] === 'base64')) && words.some((word) => /^(?:-d|-D|--decode|-di)$/.test(word));
}

function isOfKeychains({ words: [program = ''] }: Command): boolean {
  return OF_KEYCHAINS.includes(program) || /^\w+=/.test(program);
}

/** The secret that one of these words is, by an expression or by a variable. */
export function secretAmong(words: readonly string[], step: StepSource, leg: LegSource): string | undefined {
  return words.map((word) => {
    const [, variable] = /^\$\{?(\w+)\}?$/.exec(word) ?? [];
    return secretIn(variable === undefined ? word : step.env[variable] ?? leg.env[variable] ?? '');
  }).find((secret) => secret !== undefined);
}

/** The secret that a step writes into a file for notarization, if it does nothing else. */
export function keyFileIn(step: StepSource, leg: LegSource): { readonly secret: string; readonly base64: boolean } | undefined {
  const chunks = /\.p8\b/.test(step.run ?? '') ? chunksOf(step.run!, 'posix') : [];
  const pipelines = chunks.flatMap((chunk) => chunk.pipelines ?? []);
  const commands = pipelines.flatMap((pipeline) => pipeline.commands);
  const isPlain = chunks.every((chunk) => chunk.pipelines) && commands.every(({ words: [program = ''], redirects }) =>
    ['echo', 'printf', 'mkdir', 'base64', 'chmod', 'ls'].includes(program) || /^\w+=/.test(program) || redirects.length > 0);
  const secret = isPlain ? secretAmong(commands.flatMap(({ words }) => words), step, leg) : undefined;
  return secret === undefined ? undefined : { secret, base64: commands.some(isDecoding) };
}
