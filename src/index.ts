export * from './tag-build';
export * from './options';
export * from './repository';
export * from './credential';
export * from './build-job';
export * from './platform';
export * from './setup';
export * from './secret';
