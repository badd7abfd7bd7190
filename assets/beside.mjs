// Finds the packages that lie beside this one for modules that find them nowhere else, as NODE_PATH does for CommonJS.
import * as modules from 'node:module';
import { isMainThread } from 'node:worker_threads';

const beside = (context) => ({ ...context, parentURL: import.meta.url });
const isFoundElsewhere = (specifier, { code }) => code !== 'ERR_MODULE_NOT_FOUND' || /^[./]|^\w+:/.test(specifier);

/** For the thread of its own in which Node.js runs hooks before it has others. */
export async function resolve(specifier, context, next) {
  try {
    return await next(specifier, context);
  } catch (error) {
    if (isFoundElsewhere(specifier, error)) throw error;
    return next(specifier, beside(context)).catch(() => { throw error; });
  }
}

function resolveAtOnce(specifier, context, next) {
  try {
    return next(specifier, context);
  } catch (error) {
    if (isFoundElsewhere(specifier, error)) throw error;
    try {
      return next(specifier, beside(context));
    } catch {
      throw error;
    }
  }
}

if (modules.registerHooks) {
  modules.registerHooks({ resolve: resolveAtOnce });
} else if (isMainThread) {
  modules.register(import.meta.url);
}
