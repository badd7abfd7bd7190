/**
 * One sample, in a process of its own: loads the modules, then constructs and synthesizes a project.
 * Gets the variant as its argument and answers with the milliseconds of each part.
 */
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { performance } = require('node:perf_hooks');
const { declare } = require('./declare.cjs');

const variant = JSON.parse(process.argv[2]);
const outdir = mkdtempSync(join(tmpdir(), 'projen-tag-build-bench-'));

const start = performance.now();
const projen = require('projen');
const projenLoaded = performance.now();
const tagBuild = variant.bare ? undefined : require(variant.library);
const { referenceBuild } = variant.reference ? require(variant.reference) : {};
const libraryLoaded = performance.now();
synthesize();
const end = performance.now();

rmSync(outdir, { recursive: true });
process.send({ projen: projenLoaded - start, library: libraryLoaded - projenLoaded, synthesis: end - libraryLoaded, all: end - start });

/** A plain project installs nothing after synthesis, so what is measured is the whole of it. */
function synthesize() {
  const project = new projen.Project({ name: 'bench', outdir, logging: { level: projen.LogLevel.OFF } });
  if (variant.reference) {
    referenceBuild(project, tagBuild.Repository.github('AutoByteus/autobyteus-web'));
  } else if (!variant.bare) {
    declare(tagBuild, project, variant.builds, variant.platforms);
  }
  project.synth();
}
