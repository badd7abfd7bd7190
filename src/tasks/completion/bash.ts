import type { CommandWords } from './words';
import { shellWord } from '../../text/shell';
import type { Completed } from '../command-line';

/** Names of tags are strangers' words: they are compared and quoted, and never expanded, as `compgen -W` would do. */
const BEGIN = `# completion for bash, made by: projen-tag-build completion bash

_projen_tag_build_offer() {
  local word quoted
  for word in "$@"; do
    printf -v quoted %q "$word"
    # in quotes that are open, only what needs none stays what it is
    if [[ $cur == [\\'\\"]* ]]; then
      [[ $quoted != "$word" || $word != "\${cur:1}"* ]] || COMPREPLY+=("$word")
    elif [[ $quoted == "$cur"* || $word == "$cur"* ]]; then
      COMPREPLY+=("$quoted")
    fi
  done
}

_projen_tag_build_list() {
  local line
  while IFS= read -r line; do
    _projen_tag_build_offer "$line"
  done < <("\${COMP_WORDS[0]}" completion --list "$1" </dev/null 2>/dev/null)
}

_projen_tag_build() {
  local cur=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]}
  # bash takes the sign in --option=value for a word of its own
  if [[ $cur == = ]]; then
    cur=
  elif [[ $before == = ]]; then
    before=\${COMP_WORDS[COMP_CWORD - 2]}
  fi
  COMPREPLY=()
`;

const END = `}

complete -F _projen_tag_build projen-tag-build
`;

/** What is sourced by bash, from version 3.2 on; files and directories it completes from 4.0 on. */
export function bashScript(commands: readonly CommandWords[]): string {
  return [
    BEGIN,
    '  if ((COMP_CWORD == 1)); then\n',
    `    ${offer([...commands.map(({ name }) => name), '--help', '--version'])}\n`,
    '    return\n  fi\n',
    '  case ${COMP_WORDS[1]}:$before in\n',
    ...commands.flatMap(valuesOf),
    '  esac\n  case ${COMP_WORDS[1]}:$cur in\n',
    ...commands.flatMap(wordsOf),
    '  esac\n',
    END,
  ].join('');
}

function valuesOf({ name, options }: CommandWords): string[] {
  return options.filter(({ value }) => value).map((option) => `    ${name}:--${option.name}) ${[...actions(option), 'return'].join('; ')} ;;\n`);
}

function wordsOf({ name, options, operand }: CommandWords): string[] {
  return [
    ...options.length ? [`    ${name}:-*) ${offer(options.map((option) => `--${option.name}`))} ;;\n`] : [],
    ...operand && actions(operand).length ? [`    ${name}:*) ${actions(operand).join('; ')} ;;\n`] : [],
  ];
}

function actions({ words = [], list }: Completed): string[] {
  return [...words.length ? [offer(words)] : [], ...list ? [LISTS[list] ?? `_projen_tag_build_list ${list}`] : []];
}

const LISTS: Readonly<Record<string, string>> = {
  files: 'compopt -o default 2>/dev/null',
  directories: 'compopt -o dirnames 2>/dev/null',
};

function offer(words: readonly string[]): string {
  return ['_projen_tag_build_offer', ...words.map(shellWord)].join(' ');
}
