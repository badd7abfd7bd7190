import { languageOf, type Language } from './shells';
import type { StepSource } from './workflow-source';
import { expressionPieces } from '../../github/expressions';
import { freeName } from '../../text/words';

/** A script without expressions, and the variables that bring their values. */
export interface ScriptValues {
  readonly run: string;
  /** Each expression with the variable that stands for it. */
  readonly names: ReadonlyMap<string, string>;
  readonly env: Readonly<Record<string, string>>;
}

/** How a shell is told the value of a variable, by what stands around it. */
type Spelling = (name: string, quote: Quote) => string;

/** Variables whose value is several words for a command, or none: a shell splits what stands in no quotes, and runs nothing of it. */
const SEVERAL = /(?:FLAGS?|ARGS?|ARGUMENTS?|OPTIONS?|OPTS?|PARAMS?|PARAMETERS?|FEATURES?)$/i;

type Quote = '' | "'" | '"';

const SPELLINGS: Readonly<Record<Language, Spelling>> = {
  posix: (name, quote) => ({ '': SEVERAL.test(name) ? `\${${name}}` : `"\${${name}}"`, '"': `\${${name}}`, "'": `'"\${${name}}"'` })[quote],
  powershell: (name, quote) => ({ '': `\${env:${name}}`, '"': `\${env:${name}}`, "'": `' + \${env:${name}} + '` })[quote],
  cmd: (name) => `%${name}%`,
  python: (name, quote) => ({ '': `__import__('os').environ['${name}']`, '"': `" + __import__('os').environ['${name}'] + "`, "'": `' + __import__("os").environ["${name}"] + '` })[quote],
};

/**
 * Expressions whose values every step has in a variable.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/variables#default-environment-variables
 */
const ALWAYS = /^(?:github\.(?:ref_name|ref_type|ref|sha|repository|repository_owner|actor|run_number|run_id|run_attempt|workspace|event_name|server_url|api_url|head_ref|base_ref|workflow|job)|runner\.(?:os|arch|temp|tool_cache|name))$/;

/** Takes expressions out of a script: GitHub would paste their values before the shell reads them. */
export function withoutExpressions(step: StepSource, system: string, known: Readonly<Record<string, string>>): ScriptValues {
  const { texts, expressions } = expressionPieces(step.run ?? '');
  const taken = new Set([...Object.keys(step.env), ...Object.keys(known)].map((name) => name.toLowerCase()));
  const spelling = SPELLINGS[languageOf(step.shell, system) ?? 'posix'];
  const names = new Map<string, string>();
  const env: Record<string, string> = {};
  let run = '';
  expressions.forEach((each, index) => {
    run += texts[index];
    const expression = each.trim();
    const name = names.get(expression) ?? variableOf(expression, step.env, known) ?? freeName(nameOf(expression), '_', taken);
    names.set(expression, name);
    if (!Object.hasOwn(step.env, name) && !/^env\.\w+$/.test(expression) && !ALWAYS.test(expression) && known[name] !== `\${{ ${expression} }}`) {
      env[name] = `\${{ ${expression} }}`;
    }
    run += spelling(name, quoteAt(run));
  });
  // quotes that held nothing but the expression
  return { run: (run + texts.at(-1)).replace(/(?<![\w"'])''("\$\{\w+\}")''/g, '$1'), names, env };
}

/** One that holds the value already. */
function variableOf(expression: string, ...envs: readonly Readonly<Record<string, string>>[]): string | undefined {
  return /^env\.(\w+)$/.exec(expression)?.[1]
    ?? (ALWAYS.test(expression) ? expression.replace('.', '_').toUpperCase() : undefined)
    ?? envs.flatMap((env) => Object.entries(env)).find(([, value]) => value === `\${{ ${expression} }}`)?.[0];
}

/** `github.ref_name` is REF_NAME, `steps.version.outputs.tag` VERSION_TAG. */
function nameOf(expression: string): string {
  const path = /^(?:github|secrets|vars|inputs|steps|needs|matrix|runner|job)\.([\w.-]+)$/.exec(expression)?.[1] ?? expression.replace(/'[^']*'/g, '').slice(0, 40);
  const name = path.replace(/\.outputs\./, '.').replace(/[^A-Za-z0-9]+/g, '_').replace(/^_+|_+$/g, '').toUpperCase();
  return /^(?:[0-9]|$)/.test(name) ? `VALUE${name && `_${name}`}` : /^(?:GITHUB_|RUNNER_|PATH$|HOME$|SHELL$|USER$)/.test(name) ? `THE_${name}` : name;
}

/** The quote that is open behind a text; a line break ends no quote, a comment does not begin one. */
function quoteAt(text: string): Quote {
  let quote: Quote = '';
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '\\' && quote !== "'") {
      at++;
    } else if (quote === '' && character === '#' && (at === 0 || /\s/.test(text[at - 1]))) {
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end;
    } else if (quote === '' ? character === "'" || character === '"' : character === quote) {
      quote = quote === '' ? character as Quote : '';
    }
  }
  return quote;
}
