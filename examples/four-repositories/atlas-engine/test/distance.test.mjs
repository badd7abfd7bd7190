import assert from 'node:assert/strict';
import { test } from 'node:test';
import { distance } from '../src/distance.mjs';

test('a quarter of the equator', () => {
  assert.equal(Math.round(distance({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 90 })), 10008);
});

test('a place is nowhere else', () => {
  assert.equal(distance({ latitude: 47.4, longitude: 8.5 }, { latitude: 47.4, longitude: 8.5 }), 0);
});
