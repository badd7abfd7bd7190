// In this repository the reference build imports the sources; here these are the package.
export * from 'projen-tag-build';
