/** What reads YAML: a file of its own, since the library loads it only where there is some. */
export { parse } from 'yaml';
