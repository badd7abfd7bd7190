/** What reads `.gitignore`: a file of its own, since the library loads it only where a script runs a file. */
export { default as ignore } from 'ignore';
