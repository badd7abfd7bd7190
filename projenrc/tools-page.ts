import { PINS } from '../src/github/pins';
import type { SetupKind } from '../src/model/model';
import type { Toolchain } from '../src/toolchains/toolchain';
import { toolchains } from '../src/toolchains/toolchains';

const PROSE = `\
\`setup\` of a build, of a job or of a platform says which tools are installed, in which version and where it is written down:

\`\`\`ts
setup: [Setup.nodeFrom('.nvmrc'), Setup.pnpm(), Setup.java('21', { distribution: 'zulu' }), Setup.gradleWrapper()],
\`\`\`

They are set up in the order of this table, whatever the order of the declaration, and each once: what a job declares, its platforms have, and none of them declares it again. Actions are pinned to a commit ([how the pins are raised](pins.md)), and none caches anything: a tag build must not run what another run left behind. \`with\` hands more inputs to an action. Packages of the system come before all tools: [packages.md](packages.md). \`Setup.sshKnownHosts\` lets ssh know hosts: [private-dependencies.md](private-dependencies.md#known-hosts). What is neither here nor there is installed by steps of your own: \`Setup.of(...)\`.`;

const NOTES = `\
## Versions

- **From a file.** \`Setup.<tool>From(file)\` names a file from the working directory; its action reads it at the tag. Where the file lies in this repository, a file that is missing or says nothing of the tool stops \`npx projen\`; one in another repository is looked up by the doctor.
- **pnpm** without a version takes the full one that \`packageManager\` or \`devEngines.packageManager\` names in the package.json of the working directory. Up to 10 it is installed by pnpm/action-setup, from 11 on by pnpm/setup; where the package.json lies in another repository, \`Setup.pnpm('10.28.1')\` must say so.
- **Yarn** without a version is the one of \`packageManager\`; Corepack looks for it in the working directory. Node.js has Corepack up to version 24.
- **npm** is the one of Node.js, or a full version in a directory of its own: \`Setup.npm('11.6.2')\`.
- **Rust** from a file asks rustup, 1.28 or newer, to install what the file says. The toolchain holds in the directory of the file and below it, also where \`Setup.rust\` declares another ([tool-file-overrides](diagnostics.md#tool-file-overrides)). Name targets that need a linker in the declaration ([packages.md](packages.md#rust-across-targets)).
- **Flutter** in a pubspec.yaml is a full version under \`environment\`; a range is none to its action. On Windows the action installs yq by Chocolatey to read that file; \`.fvmrc\` needs nothing. Its action uses actions/cache by a tag, if only in steps that do not run here: an organization that asks for full SHAs refuses it, and the doctor says so.
- **Zig and CMake** come as wheels of one version, so the runner needs Python. GitHub's have it; elsewhere declare \`Setup.python\`.

## Who runs package scripts

\`script\` of a platform is run by pnpm, npm or Yarn, whichever is declared for the platform, or else for its job; without one of them by Bun, if that is; else by npm.

## Wrappers

\`Setup.gradleWrapper()\` compares each gradle-wrapper.jar of the workspace with the sums that Gradle has published, before anything runs it, and asks Gradle's site for those that the action does not know. What the wrapper then downloads is proven by \`distributionSha256Sum\` in its properties. Maven's wrapper proves itself: \`distributionSha256Sum\`, and \`wrapperSha256Sum\` where it downloads a jar. Where they are missing here, [wrapper-unproven](diagnostics.md#wrapper-unproven) says so.`;

/**
 * The page of all tools, with the versions of their actions.
 *
 * @param marker projen's line for generated files
 */
export function toolsPage(marker: string): string {
  const rows = (Object.entries(toolchains) as [SetupKind, Toolchain][]).flatMap(row);
  return [
    `<!-- ${marker} -->`,
    '# Tools',
    PROSE,
    ['| Tool | Declaration | Installed by | Files that say the version |', '| --- | --- | --- | --- |', ...rows].join('\n'),
    NOTES,
  ].join('\n\n') + '\n';
}

/** None for what has a page of its own. */
function row([kind, { title, installedBy, versionFiles }]: [SetupKind, Toolchain]): string[] {
  return installedBy ? [`| ${[
    title,
    `\`Setup.${kind}\`${versionFiles ? `, \`Setup.${kind}From\`` : ''}`,
    installedBy.map(installer).join('; '),
    Object.keys(versionFiles ?? {}).map(fileName).join(', '),
  ].join(' | ')} |`] : [];
}

function installer(by: string): string {
  const pin = PINS.find(({ action }) => action === by);
  return pin ? `[${by}](https://github.com/${by}) ${pin.version}` : by;
}

function fileName(file: string): string {
  if (file === '*') {
    return 'any other that says nothing else';
  }
  return file === '.txt' ? '`*.txt`' : `\`${file}\``;
}
