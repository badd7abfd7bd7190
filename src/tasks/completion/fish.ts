import type { CommandWords, OptionWords } from './words';
import type { Completed } from '../command-line';

/** fish escapes itself what is inserted; nothing of a name is expanded. */
const BEGIN = `# completion for fish, made by: projen-tag-build completion fish

function __projen_tag_build_list
    set -l words (commandline -opc)
    set -l program $words[1]
    $program completion --list $argv[1] </dev/null 2>/dev/null
end

function __projen_tag_build_behind
    set -l words (commandline -opc)
    test "$words[2]" = "$argv[1]"
end

complete -c projen-tag-build -f
complete -c projen-tag-build -n '__projen_tag_build_behind ""' -l help -d 'what there is'
complete -c projen-tag-build -n '__projen_tag_build_behind ""' -l version -d 'the version of this program'
`;

/** What is sourced by fish, from version 3.0 on, or lies as \`projen-tag-build.fish\` among its completions. */
export function fishScript(commands: readonly CommandWords[]): string {
  return BEGIN + [
    ...commands.map(({ name, about }) => ['-n', quoted('__projen_tag_build_behind ""'), '-a', name, '-d', quoted(about)]),
    ...commands.flatMap(({ name, options, operand }) => [
      ...options.map((option) => [...behind(name), ...optionWords(option)]),
      ...operand ? [[...behind(name), '-a', quoted(proposed(operand)), '-d', quoted(operand.name)]] : [],
    ]),
  ].map((words) => `complete -c projen-tag-build ${words.join(' ')}\n`).join('');
}

function behind(command: string): string[] {
  return ['-n', quoted(`__projen_tag_build_behind ${command}`)];
}

function optionWords(option: OptionWords): string[] {
  const { name, value, about, list } = option;
  const taken = !value ? [] : list === 'files' ? ['-r', '-F'] : ['-x', '-a', quoted(proposed(option))];
  return ['-l', name, ...taken, '-d', quoted(about)];
}

function proposed({ words = [], list }: Completed): string {
  return [...words, ...list ? [list === 'directories' ? '(__fish_complete_directories)' : `(__projen_tag_build_list ${list})`] : []].join(' ');
}

function quoted(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}
