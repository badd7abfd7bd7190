import { spawnSync } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Project } from 'projen';
import { type Scene, TAG, WORKFLOW_TOKEN } from './world';
import { Platform, Setup, TagBuild } from '../../src';
import type { Files } from '../../test/cases/case';
import { filesOf } from '../../test/cases/harness';

export const VERSIONS = { bun: '1.4.5', uv: '0.13.9', npm: '11.6.2', cmake: '4.0.3' };

/** The toolchain that is there already: a runner would download another one. */
const rust = spawnSync('rustc', ['--version'], { encoding: 'utf8' }).stdout?.split(' ')[1];

const POM = `\
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>acme</groupId><artifactId>java-program</artifactId><version>1.2.3</version>
  <properties><maven.compiler.source>17</maven.compiler.source><maven.compiler.target>17</maven.compiler.target><project.build.sourceEncoding>UTF-8</project.build.sourceEncoding></properties>
</project>
`;

/** A program in each language, which says which. */
const PROGRAMS: Files = {
  'package.json': '{ "name": "programs", "scripts": { "build": "sh build.sh", "npm": "mkdir out && npm --version >out/npm.txt" } }',
  'bun/program.ts': 'console.log(`Bun ${process.versions.bun}` as string);\n',
  'go/go.mod': 'module acme/program\n\ngo 1.21\n',
  'go/main.go': 'package main\n\nfunc main() { println("Go") }\n',
  'python/pyproject.toml': `[project]\nname = "program"\nversion = "1.2.3"\n\n[build-system]\nrequires = ["uv_build>=0.13,<0.14"]\nbuild-backend = "uv_build"\n\n[tool.uv]\nrequired-version = "==${VERSIONS.uv}"\n`,
  'python/src/program/__init__.py': 'print("Python")\n',
  'rust/rust-toolchain.toml': `[toolchain]\nchannel = "${rust}"\nprofile = "minimal"\n`,
  'rust/Cargo.toml': '[package]\nname = "rust-program"\nversion = "1.2.3"\nedition = "2021"\n',
  'rust/src/main.rs': 'fn main() { println!("Rust"); }\n',
  'java/pom.xml': POM,
  'java/src/main/java/Program.java': 'class Program { public static void main(String[] args) { System.out.println("Java"); } }\n',
  'c/CMakeLists.txt': 'cmake_minimum_required(VERSION 4.0)\nproject(program C)\nadd_executable(c-program main.c)\n',
  'c/main.c': '#include <stdio.h>\nint main(void) { puts("C"); return 0; }\n',
  'build.sh': `\
set -eu
bun build --target=bun --outfile=out/bun-program.js bun/program.ts
(cd go && go build -o ../out/go-program .)
(cd python && uv build --offline --wheel --out-dir ../out)
(cd rust && cargo build --offline --release --target-dir ../target)
mvn --batch-mode --quiet --file java/pom.xml package
cmake -S c -B target/c
cmake --build target/c
cp target/release/rust-program java/target/java-program-1.2.3.jar target/c/c-program out/
for program in go rust c; do "out/$program-program" 2>&1; done >out/said.txt
java -cp out/java-program-1.2.3.jar Program >>out/said.txt
bun out/bun-program.js >>out/said.txt
uv --version >>out/said.txt
cmake --version >>out/said.txt
`,
};

const files = filesOf({
  before: PROGRAMS,
  project: (outdir) => new Project({ outdir, name: 'programs' }),
  declare: (programs) => {
    new TagBuild(programs, 'programs', {
      platforms: [
        Platform.linuxX64({
          setup: [
            Setup.bun(VERSIONS.bun), Setup.goFrom('go/go.mod'), Setup.uvFrom('python/pyproject.toml'), Setup.java('17'), Setup.cmake(VERSIONS.cmake),
            Setup.rustFrom('rust/rust-toolchain.toml'),
          ],
          script: 'build',
          artifacts: ['out/*'],
        }),
        Platform.linuxArm64({ setup: [Setup.npm(VERSIONS.npm)], script: 'npm', artifacts: ['out/npm.txt'] }),
      ],
    });
  },
});

/** Programs in several languages, built by tools that come from registries or are there. */
export const tools: Scene = {
  app: 'acme/programs',
  workflow: files['.github/workflows/programs.yml'],
  secrets: {},
  programs: ['cc', 'cargo', 'go', 'javac', 'mvn', 'npm', 'python3', 'rustc', 'rustup'],
  fill: ({ git }) => {
    git.create('acme/programs', [WORKFLOW_TOKEN]);
    git.commit('acme/programs', 'refs/heads/main', PROGRAMS);
    git.commit('acme/programs', TAG, {}, 'refs/heads/main');
  },
};

/** What the tools have to know of this machine: how its registries are reached, and where its Rust lies. */
export function machine(): Record<string, string> {
  const known = Object.entries(process.env).filter(([name]) => /CERT|CA_BUNDLE|^(PIP|NPM_CONFIG|npm_config|PYENV|GO)_?/.test(name)) as [string, string][];
  return {
    RUSTUP_HOME: join(homedir(), '.rustup'),
    NPM_CONFIG_USERCONFIG: join(homedir(), '.npmrc'),
    ...Object.fromEntries(known),
  };
}
