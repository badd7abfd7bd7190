import { fromPypi } from './from-pypi';

/** @see https://pypi.org/project/ziglang/ */
export const zig = fromPypi({ title: 'Zig', name: 'zig', package: 'ziglang', programs: 'ziglang' });
