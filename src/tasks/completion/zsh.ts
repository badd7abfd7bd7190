import type { CommandWords, OptionWords } from './words';
import type { Completed } from '../command-line';

/** zsh quotes itself what is inserted; nothing of a name is expanded. */
const BEGIN = `#compdef projen-tag-build
# completion for zsh, made by: projen-tag-build completion zsh

_projen_tag_build_list() {
  local -a found
  found=(\${(f)"$("\${(Q)program}" completion --list "$argv[-1]" </dev/null 2>/dev/null)"})
  compadd "\${@[1,-2]}" -a found
}

_projen_tag_build() {
  local program=$words[1]
  if (( CURRENT == 2 )); then
    local -a commands
    commands=(
`;

const END = `  esac
}

if [[ $funcstack[1] == _projen-tag-build ]]; then
  _projen_tag_build "$@"
else
  compdef _projen_tag_build projen-tag-build
fi
`;

/** What is sourced by zsh, behind \`compinit\`, or lies as \`_projen-tag-build\` in a directory of \`fpath\`. */
export function zshScript(commands: readonly CommandWords[]): string {
  return [
    BEGIN,
    ...[...commands, ...GENERAL].map(({ name, about }) => `      ${quoted(`${name}:${about}`)}\n`),
    '    )\n    _describe command commands\n    return\n  fi\n',
    '  shift words\n  (( CURRENT-- ))\n  case $words[1] in\n',
    ...commands.flatMap((command) => [
      `    ${command.name})\n      _arguments`,
      ...specsOf(command).map((spec) => ` \\\n        ${quoted(spec)}`),
      ' ;;\n',
    ]),
    END,
  ].join('');
}

const GENERAL = [{ name: '--help', about: 'what there is' }, { name: '--version', about: 'the version of this program' }];

function specsOf({ options, operand }: CommandWords): string[] {
  return [...options.map(optionSpec), ...operand ? [`1:${operand.name}:${action(operand)}`] : []];
}

function optionSpec(option: OptionWords): string {
  const { name, value, about } = option;
  const explained = `[${about.replace(/[[\]\\]/g, '\\$&')}]`;
  return value ? `--${name}=${explained}:${value}:${action(option)}` : `--${name}${explained}`;
}

/** Of one value. A blank is nothing. */
function action({ words = [], list }: Completed): string {
  if (words.length && list) {
    return `{ compadd -- ${words.join(' ')}; ${LISTS[list] ?? `_projen_tag_build_list ${list}`} }`;
  }
  if (words.length) {
    return `(${words.join(' ')})`;
  }
  return list ? LISTS[list] ?? `_projen_tag_build_list ${list}` : ' ';
}

const LISTS: Readonly<Record<string, string>> = { files: '_files', directories: '_files -/' };

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
