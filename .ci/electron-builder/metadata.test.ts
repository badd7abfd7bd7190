import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { writtenFor } from './write-metadata';

/**
 * What test/publish merges and electron-updater reads is what electron-builder writes: for GitHub of the
 * channel that the app's configuration names, and of no other whatever the version is. UPDATE_GOLDEN=1 writes it anew.
 */

const GOLDEN = join(__dirname, '..', '..', 'test', 'publish', 'updaters', 'electron-builder', 'written');

for (const [version, channel] of [['1.2.3', null], ['1.3.0-beta.1', 'beta'], ['1.4.0-beta.1', null]] as const) {
  void test(`electron-builder writes the metadata of ${version} as it is committed`, async () => {
    const golden = join(GOLDEN, `${version}.json`);
    const written = await writtenFor(version, channel, process.env.ELECTRON_BUILDER!);
    if (process.env.UPDATE_GOLDEN) writeFileSync(golden, `${JSON.stringify(written, undefined, 2)}\n`);
    assert.deepEqual(written, JSON.parse(readFileSync(golden, 'utf8')));
  });
}
