#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { distance } from '../engine/distance.mjs';

const [from, to] = process.argv.slice(2).map(city);
const { colour } = data('theme');
console.log(`\x1b[${colour}m${Math.round(distance(from, to))} km\x1b[0m`);

function city(name) {
  const found = data('cities')[name];
  if (!found) { throw new Error(`there is no city '${name}'; there are ${Object.keys(data('cities')).join(', ')}`); }
  return found;
}

function data(name) {
  return JSON.parse(readFileSync(new URL(`../data/${name}.json`, import.meta.url), 'utf8'));
}
