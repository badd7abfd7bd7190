import { extname } from 'node:path';
import { candidates, chosen, type Feed, LOADED } from './choice';
import { type Described, describedFiles, sums } from './described-files';
import { type MergedFile, merged } from './merge';
import { channelsOf, type Metadata, metadataIn, metadataName, type Unread } from './metadata';
import { withoutBuild } from '../../../text/versions';
import { distinct, orList } from '../../../text/words';
import { type FoundFile, shownFile } from '../../assemble/legs';
import type { NamedFile } from '../../assemble/problems';
import { tagVersion } from '../../assemble/record';
import type { ElectronBuilderLeg, ElectronBuilderPlan, PlannedLeg } from '../../contract';
import { input } from '../../inputs';
import { error, type Message } from '../../report';
import type { Before, Made, UpdaterPart } from '../updater-part';

interface ElectronBuilderBefore extends Before {
  readonly described: readonly Described[];
}

/** A leg whose app updates itself, with what it left. One that left nothing is absent, or missed by others. */
interface Present extends Pick<ElectronBuilderLeg, 'system'> {
  readonly leg: PlannedLeg;
  readonly files: readonly FoundFile[];
}

/** electron-updater: what electron-builder has written on each leg becomes one file for each name, and is proven. */
export const electronBuilder: UpdaterPart<ElectronBuilderPlan, ElectronBuilderBefore> = {
  before: async (plan, found) => {
    const legs = plan.legs.flatMap((leg) => present(leg, found));
    const read = await readAll(plan, legs.flatMap(({ files }) => files));
    const metadata = read.filter((one) => 'text' in one);
    const unread = read.filter((one) => 'problem' in one);
    const others = found.filter((file) => metadata.every((one) => one.file !== file));
    const sumFor = sums();
    const described: Described[] = [];
    for (const one of metadata) {
      described.push(await describedFiles(one, others.filter(({ leg }) => leg === one.file.leg), sumFor));
    }
    return {
      described,
      taken: read.map(({ file }) => file),
      names: new Map(described.flatMap(({ files }) => [...files].map(([{ name }, file]) => [file, name] as const))),
      problems: [
        ...unread.map((one) => one.problem),
        ...missing(plan, legs.filter(({ leg }) => unread.every(({ file }) => file.leg !== leg)), metadata),
        ...metadata.flatMap(versionProblems),
        ...twice(metadata),
        ...described.flatMap(({ problems }) => problems),
      ],
    };
  },

  after: async (plan, files, { described }) => {
    const made: Made[] = [];
    for (const name of distinct(described.map((one) => one.name))) {
      made.push(await madeOf(plan, described.filter((one) => one.name === name), files));
    }
    return { files: made.flatMap((one) => one.files), problems: made.flatMap(({ problems }) => problems) };
  },
};

function present({ job, platform, system }: ElectronBuilderLeg, found: readonly FoundFile[]): Present[] {
  const files = found.filter(({ leg }) => leg.job === job && leg.platform === platform);
  return files.length ? [{ leg: files[0].leg, system, files }] : [];
}

async function readAll({ channel }: ElectronBuilderPlan, files: readonly FoundFile[]): Promise<(Metadata | Unread)[]> {
  const read: (Metadata | Unread | undefined)[] = [];
  for (const file of files) {
    read.push(await metadataIn(file, channel || channelsOf(tagVersion())[0]));
  }
  return read.filter((one) => one !== undefined);
}

/** Every leg has metadata of a channel that apps look for, and of those that another leg of its system has. */
function missing({ channel }: ElectronBuilderPlan, legs: readonly Present[], metadata: readonly Metadata[]): Message[] {
  const looked = channel ? [channel] : channelsOf(tagVersion() || (metadata[0]?.version ?? ''));
  const channelsIn = (wanted: PlannedLeg) => metadata.filter(({ file }) => file.leg === wanted).map((one) => one.channel);
  return legs.flatMap(({ leg, system }) => {
    const own = channelsIn(leg);
    const others = distinct(legs.filter((other) => other.system === system).flatMap((other) => channelsIn(other.leg)));
    const absent = others.filter((one) => !own.includes(one)).map((one) => [one]);
    const wanted = looked.some((one) => [...own, ...others].includes(one)) ? absent : [looked, ...absent];
    return wanted.map((channels) => notThere(leg, orList(channels.map((one) => `'${metadataName(one, system)}'`)), metadata));
  });
}

function notThere(leg: PlannedLeg, names: string, metadata: readonly Metadata[]): Message {
  const others = metadata.filter(({ file }) => file.leg === leg).map((one) => one.name);
  return error('update-metadata-is-not-there', `${leg.name} left no ${names}${others.length ? `, but ${others.join(', ')}` : ''}, and no app there would find the release. electron-builder writes it where it knows where updates come from: `
    + "name the repository in its configuration, publish: { provider: 'github', owner, repo }, and in output of the updater the directory that it writes to. If the configuration names a channel, set channel of the updater.");
}

function versionProblems({ file, version }: Metadata): Message[] {
  const tag = tagVersion();
  return !tag || withoutBuild(version) === withoutBuild(tag) ? [] : [
    error('update-metadata-is-of-another-version', `${shownFile(file)}: version is '${version}', and that of the tag is '${tag}'. Raise the version in package.json with the tag, or let the build set it.`),
  ];
}

/** A leg has one file of a name; several publish configurations leave more, in directories of their own. */
function twice(metadata: readonly Metadata[]): Message[] {
  return metadata.flatMap(({ file, name }, index) => {
    const before = metadata.slice(0, index).find((other) => other.file.leg === file.leg && other.name === name);
    return before ? [error('two-files-have-one-name', `${shownFile(before.file)} and ${shownFile(file)} are metadata of one name. Collect the one that belongs to GitHub.`)] : [];
  });
}

async function madeOf(plan: ElectronBuilderPlan, described: readonly Described[], named: readonly NamedFile[]): Promise<Made> {
  const [{ name, system, arch }] = described;
  const names = new Map(named.map((file) => [`${file.leg.name}/${file.path}`, file.name]));
  const { content, files, problems } = await merged(described, ({ leg, path }) => names.get(`${leg.name}/${path}`)!);
  const directory = `/${plan.repository || input('GITHUB_REPOSITORY')}/releases/download/${input('TAG')}/`;
  return { files: [{ name, content }], problems: [...versions(described), ...problems, ...unreachable(name, directory, { system, arch }, files)] };
}

function versions([first, ...others]: readonly Described[]): Message[] {
  const other = others.find(({ version }) => version !== first.version);
  return !other || tagVersion() ? [] : [
    error('update-metadata-is-of-another-version', `${shownFile(first.file)}: version is '${first.version}', and ${shownFile(other.file)} says '${other.version}'. Let all platforms build one version.`),
  ];
}

/**
 * What an updater would never load, although its platform left nothing else of that kind. It looks at
 * whole paths, in which the repository and the tag stand too.
 */
function unreachable(name: string, directory: string, machines: Omit<Feed, 'paths'>, files: readonly MergedFile[]): Message[] {
  const feed = { ...machines, paths: files.map(({ url }) => directory + url) };
  const [some, taken] = [candidates(feed), chosen(feed)];
  const shorten = (path: string) => path.slice(directory.length);
  if (files.length && !some.length) {
    const wanted = orList(LOADED[feed.system].map((extension) => `.${extension}`));
    return [error('an-update-would-not-be-found', `${name} names ${feed.paths.map(shorten).join(', ')}, and an app there loads ${wanted}. Add such a target to electron-builder's, and declare it among the artifacts.`)];
  }
  const kindOf = ({ url, file }: MergedFile) => `${file.leg.name} ${extname(url).toLowerCase()}`;
  const served = files.filter(({ url }) => taken.has(directory + url)).map(kindOf);
  const hidden = files.filter((file) => some.includes(directory + file.url) && !served.includes(kindOf(file)));
  return hidden.map(({ url }) => error('an-update-would-not-be-found', `${name}: no app would load ${url}; all take ${[...taken].map(shorten).join(', ') || 'nothing'}, `
    + `by the architecture in the path${/arm64|x64|ia32/.test(directory) ? ` ${directory}, which the repository and the tag are part of` : ''}. Name the architectures apart: artifactName: \${name}-\${version}-\${os}-\${arch}.\${ext}`));
}
