import { bundleValidator } from './bundle-validator';

/** Runs once before all tests. esbuild refuses to work inside Jest's sandbox, so the bundle is made here. */
export default bundleValidator;
