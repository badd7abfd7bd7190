import * as fc from 'fast-check';
import { github } from 'projen';
import {
  BuildJob, Credential, Dependency, FollowUp, Platform, type PlatformOptions, PublishTarget, ReleaseFlag, ReleaseNotes,
  Repository, Secret, Setup, type TagBuildOptions,
} from '../../src';
import { FILE_TOOLS } from '../../src/setup';

/** What people write where a text belongs, and what they do not. */
const text = fc.oneof(
  fc.constantFrom('', ' ', '.', '..', '/', '\\', 'a', 'A', 'a b', 'a/b', '../a', '~', '-'),
  fc.constantFrom( 'é', '\u{1f4be}', 'a\nb', '${{ x }}', '"', "'", '`', '%', '*', '!', '__proto__', 'constructor'),
  fc.string({ maxLength: 12 }),
);
const number = fc.constantFrom(0, 1, -1, 30, 90.5, 1e9);
const dictionary = fc.dictionary(text, text, { maxKeys: 3, noNullPrototype: true });
const some = <T>(values: fc.Arbitrary<T>) => fc.array(values, { maxLength: 3 });

const step = fc.record({
  name: text,
  id: text,
  if: text,
  run: text,
  uses: text,
  with: dictionary,
  env: dictionary,
  shell: text,
  workingDirectory: text,
  continueOnError: fc.boolean(),
}, { requiredKeys: [], noNullPrototype: true });

const group = fc.record(
  { secrets: some(text), purpose: text, env: dictionary, without: text, envWithout: dictionary },
  { requiredKeys: ['secrets', 'without'], noNullPrototype: true },
);
const secret = fc.oneof(
  fc.tuple(text, group).map(([title, options]) => Secret.optionalGroup(title, options)),
  fc.record({ secret: text, purpose: text, envName: text }, { requiredKeys: ['secret'], noNullPrototype: true })
    .map((options) => Secret.required(options)),
);

const setup = fc.oneof(
  fc.tuple(text, dictionary).map(([version, inputs]) => Setup.node(version, { with: inputs })),
  text.map((version) => Setup.pnpm(version)),
  fc.option(text, { nil: undefined }).map((version) => Setup.yarn(version)),
  fc.tuple(text, some(text)).map(([version, targets]) => Setup.rust(version, { targets })),
  fc.tuple(text, text, dictionary).map(([version, distribution, inputs]) => Setup.java(version, { distribution, with: inputs })),
  fc.tuple(fc.constantFrom(...FILE_TOOLS), text).map(([tool, file]) => Setup[`${tool}From`](file)),
  some(text).chain((packages) => fc.constantFrom(Setup.apt(packages), Setup.brew(packages), Setup.choco(packages))),
  some(text).map((hosts) => Setup.sshKnownHosts(...hosts)),
  some(step).map((steps) => Setup.of(...steps)),
);

const platformOptions: fc.Arbitrary<PlatformOptions> = fc.record({
  script: text,
  run: some(text),
  artifacts: some(text),
  name: text,
  artifactName: text,
  runsOn: some(text),
  container: fc.record({ image: text, env: dictionary }, { noNullPrototype: true }),
  environment: text,
  timeoutMinutes: number,
  env: dictionary,
  secrets: some(secret),
  setup: some(setup),
  preInstallSteps: some(step),
  preBuildSteps: some(step),
  postBuildSteps: some(step),
  allowedToFail: text,
}, { requiredKeys: ['artifacts'], noNullPrototype: true });

const platform = fc.oneof(
  fc.constantFrom(Platform.linuxX64, Platform.macosArm64, Platform.windowsX64).chain((factory) => platformOptions.map((options) => factory(options))),
  fc.tuple(text, platformOptions).map(([name, options]) => Platform.of(name, options)),
);

const checkout = { path: text, lfs: fc.boolean(), fetchDepth: number, sparse: some(text), filter: text, with: dictionary };
const found = { ref: text, matchTag: fc.boolean(), matchTagName: text, refFile: text, platforms: some(text) };
const credential = fc.tuple(text, text).chain(([secretName, variable]) => fc.constantFrom(
  Credential.workflowToken(),
  Credential.token({ secret: secretName }),
  Credential.deployKey({ secret: secretName }),
  Credential.githubApp({ clientId: { variable }, privateKey: { secret: secretName } }),
));
const repository = fc.oneof(
  fc.record(checkout, { requiredKeys: [], noNullPrototype: true }).map((options) => Repository.self(options)),
  fc.tuple(text, fc.record({ ...checkout, ...found, credential }, { requiredKeys: [], noNullPrototype: true }))
    .map(([name, options]) => Repository.github(name, options)),
);

const dependency = fc.oneof(
  fc.tuple(text, fc.record({ credential }, { requiredKeys: [], noNullPrototype: true })).map(([name, options]) => Dependency.github(name, options)),
  fc.record({ registry: text, scope: text, secret: text, package: text }, { requiredKeys: ['registry', 'secret', 'package'], noNullPrototype: true })
    .map((options) => Dependency.npmRegistry(options)),
  fc.record({ name: text, index: text, secret: text }, { noNullPrototype: true }).map((options) => Dependency.cargoRegistry(options)),
);

const need = fc.record({ job: text, path: text, platforms: some(text), merge: fc.boolean() }, { requiredKeys: ['job', 'path'], noNullPrototype: true });
const job = fc.tuple(text, fc.record({
  platforms: some(platform),
  title: text,
  needs: some(need),
  repositories: some(repository),
  workingDirectory: text,
  setup: some(setup),
  preInstallSteps: some(step),
  prepare: some(step),
  preBuildSteps: some(step),
  postBuildSteps: some(step),
  secrets: some(secret),
  dependencies: some(dependency),
  timeoutMinutes: number,
  handedOn: fc.boolean(),
  retentionDays: number,
}, { requiredKeys: ['platforms'], noNullPrototype: true })).map(([id, options]) => BuildJob.of(id, options));

const appended = { commits: fc.boolean(), checksums: fc.boolean() };
const anyOf = { requiredKeys: [], noNullPrototype: true };
const notes = fc.oneof(
  fc.record({ ...appended, previousTag: text, configurationFile: text }, anyOf).map((options) => ReleaseNotes.generated(options)),
  fc.record({ ...appended, path: text }, anyOf).map((options) => ReleaseNotes.changelog(options)),
  text.map((path) => ReleaseNotes.file(path)),
  text.map((words) => ReleaseNotes.text(words)),
);
const releaseFlag = fc.constantFrom(...Object.values(ReleaseFlag));
const permission = fc.record(
  { permission: text, access: fc.constantFrom(...Object.values(github.workflows.JobPermission)), reason: text },
  { noNullPrototype: true },
);
const target = fc.oneof(
  fc.record({
    repository: text,
    credential,
    title: text,
    notes,
    prerelease: releaseFlag,
    latest: releaseFlag,
    draftOnly: fc.boolean(),
    discussionCategory: text,
    environment: text,
    immutable: fc.boolean(),
    replacePublicFiles: fc.boolean(),
  }, anyOf).map((options) => PublishTarget.githubRelease(options)),
  fc.tuple(text, fc.record({
    steps: some(step),
    title: text,
    afterRelease: fc.boolean(),
    permissions: some(permission),
    secrets: some(secret),
    environment: text,
    runsOn: some(text),
    timeoutMinutes: number,
  }, { requiredKeys: ['steps'], noNullPrototype: true })).map(([id, options]) => PublishTarget.steps(id, options)),
  fc.record({ package: text, tarball: text, staged: fc.boolean(), distTag: text, environment: text }, { requiredKeys: ['package'], noNullPrototype: true })
    .map((options) => PublishTarget.npm(options)),
  fc.record({ workflow: text, repository: text, credential, ref: text, inputs: dictionary }, { requiredKeys: ['workflow'], noNullPrototype: true })
    .map((options) => FollowUp.workflow(options)),
);

/** A declaration of the right types, with any values in it. */
export const declaration: fc.Arbitrary<TagBuildOptions> = fc.record({
  platforms: some(platform),
  jobs: some(job),
  needs: some(need),
  title: text,
  tags: some(text),
  rehearsal: fc.boolean(),
  repositories: some(repository),
  workingDirectory: text,
  setup: some(setup),
  preInstallSteps: some(step),
  prepare: some(step),
  preBuildSteps: some(step),
  postBuildSteps: some(step),
  secrets: some(secret),
  dependencies: some(dependency),
  timeoutMinutes: number,
  retentionDays: number,
  publish: some(target),
  release: fc.record({ assetName: text, checksums: fc.boolean(), manifest: fc.boolean(), runsOn: some(text) }, anyOf),
  guard: fc.record({ runsOn: some(text) }, { requiredKeys: [], noNullPrototype: true }),
  setupDoc: fc.record({
    path: text,
    drop: some(text),
    sections: some(fc.record({ id: text, heading: text, body: text, after: text }, { requiredKeys: ['id'], noNullPrototype: true })),
    troubleshooting: some(fc.record({ message: text, cause: text, cure: text }, { noNullPrototype: true })),
  }, { requiredKeys: [], noNullPrototype: true }),
  readme: fc.record({ path: text, heading: text }, { requiredKeys: [], noNullPrototype: true }),
  ignore: dictionary,
}, { requiredKeys: [], noNullPrototype: true });

/** An id of a build. */
export const buildId = text;
