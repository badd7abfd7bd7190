import { fromPypi } from './from-pypi';

/** @see https://pypi.org/project/cmake/ */
export const cmake = fromPypi({ title: 'CMake', name: 'cmake', package: 'cmake', programs: 'cmake/data/bin' });
