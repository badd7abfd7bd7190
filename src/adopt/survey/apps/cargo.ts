import { type Fields, fields, isFields, text, texts } from '../../../outside/data';
import { distinct } from '../../../text/words';
import { type AppKind, plainName } from '../app';
import { PLATFORMS, platformsBy } from '../platforms';
import type { Sight } from '../sight';
import { rustOf } from '../tools';

const MANIFEST = 'Cargo.toml';
const DIST = 'dist-workspace.toml';

/** A program of a workspace, and the package that it is of. */
interface Program {
  readonly name: string;
  readonly manifest: string;
}

/** @see https://doc.rust-lang.org/cargo/reference/cargo-targets.html#binaries */
export const cargo: AppKind = {
  id: 'cargo',
  isCertain: false,
  read: (sight) => {
    const programs = sight.has(MANIFEST) ? membersOf(sight).flatMap((directory) => programsOf(sight, directory)) : [];
    if (!programs.length) {
      return undefined;
    }
    const isLocked = sight.has('Cargo.lock');
    const root = sight.content(MANIFEST) ?? {};
    const targets = targetsOf(sight, root);
    const known = platformsBy('triple', targets.map((target) => target.replace(/-musl$/, '-gnu')));
    return {
      title: 'Cargo',
      file: MANIFEST,
      name: plainName(fields(root.package).name, programs[0].name),
      platforms: known,
      build: (platform) => ({
        run: [`cargo build --release${isLocked ? ' --locked' : ''}${isFields(root.workspace) ? ' --workspace' : ''}`],
        artifacts: programs.map(({ name }) => `target/release/${name}${PLATFORMS[platform].system === 'windows' ? '.exe' : ''}`),
      }),
      usesNode: false,
      setup: [rustOf(sight)],
      prepare: {},
      manifests: distinct([...programs.map(({ manifest }) => manifest), MANIFEST]),
      notes: [
        ...isLocked ? [] : [{ option: 'platforms', text: 'there is no Cargo.lock, so that each run gets other crates: commit one, and build with --locked' }],
        ...targets.filter((target) => target.endsWith('-musl') || platformsBy('triple', [target]).length === 0)
          .map((target) => ({ option: 'platforms', text: `the target ${target} is built with Setup.rust(undefined, { targets: ['${target}'] }) and cargo build --target ${target}; see docs/packages.md` })),
      ],
    };
  },
};

/** Directories with a package, '' for the root; patterns of members go one level deep. */
function membersOf(sight: Sight): string[] {
  const { workspace } = sight.content(MANIFEST) ?? {};
  const { members, exclude } = fields(workspace);
  const found = texts(members).map((member) => member.replace(/\/$/, '')).flatMap((member) => member.endsWith('/*')
    ? sight.names(member.slice(0, -2)).map((name) => `${member.slice(0, -2)}/${name}`) : [member]);
  return distinct(['', ...found]).filter((directory) => !texts(exclude).includes(directory) && sight.has(inside(directory, MANIFEST)));
}

function inside(directory: string, file: string): string {
  return directory === '' ? file : `${directory}/${file}`;
}

function programsOf(sight: Sight, directory: string): Program[] {
  const manifest = inside(directory, MANIFEST);
  const { package: own, bin } = sight.content(manifest) ?? {};
  if (!isFields(own)) {
    return [];
  }
  const declared = (Array.isArray(bin) ? bin : []).map((one: Fields) => text(fields(one).name));
  const found = own.autobins === false ? [] : [
    ...sight.has(inside(directory, 'src/main.rs')) ? [text(own.name)] : [],
    ...sight.names(inside(directory, 'src/bin')).flatMap((file) => file.endsWith('.rs') ? file.slice(0, -3) : sight.has(inside(directory, `src/bin/${file}/main.rs`)) ? file : []),
  ];
  // a program that is declared may be the one of main.rs under another name
  const isRenamed = (Array.isArray(bin) ? bin : []).some((one: Fields) => text(fields(one).path) === 'src/main.rs');
  const names = distinct([...declared, ...isRenamed ? found.filter((name) => name !== own.name) : found]);
  return names.filter((name) => /^[A-Za-z_][\w-]*$/.test(name)).map((name) => ({ name, manifest }));
}

/** For what others have built it: of cargo-dist, and of cross. */
function targetsOf(sight: Sight, root: Fields): string[] {
  const dist = fields(fields(sight.has(DIST) ? sight.content(DIST) : undefined).dist);
  const metadata = [root.workspace, root.package].map((one) => fields(fields(fields(one).metadata).dist));
  const cross = sight.has('Cross.toml') ? Object.keys(fields(fields(sight.content('Cross.toml')).target)) : [];
  return distinct([dist, ...metadata].flatMap(({ targets }) => texts(targets)).concat(cross)).filter((target) => /^[\w.-]+$/.test(target));
}
