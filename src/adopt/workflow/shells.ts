/** What a script is written in. */
export type Language = 'posix' | 'powershell' | 'cmd' | 'python';

const LANGUAGES: Readonly<Record<string, Language>> = {
  bash: 'posix', sh: 'posix', dash: 'posix', ksh: 'posix', zsh: 'posix', pwsh: 'powershell', powershell: 'powershell', cmd: 'cmd', python: 'python', python3: 'python',
};

/** By the program that `shell` names, with or without its path; undefined of one that is none of these. */
export function languageOf(shell: string | undefined, system: string): Language | undefined {
  const program = shell?.trim().split(/\s/)[0].split(/[/\\]/).at(-1)!.replace(/\.exe$/, '').toLowerCase() || (system === 'windows' ? 'pwsh' : 'bash');
  return Object.hasOwn(LANGUAGES, program) ? LANGUAGES[program] : undefined;
}
