/** What compares ranges of versions: a file of its own, since the library loads it only where there are some. */
export { default as intersects } from 'semver/ranges/intersects';
export { default as validRange } from 'semver/ranges/valid';
