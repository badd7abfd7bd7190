import Module from 'node:module';

/** For what electron-updater on macOS wants: Electron, which would install, and programs that know the machine's processor, whatever its own process is for. */
const STAND_INS: Readonly<Record<string, object>> = {
  electron: { autoUpdater: { on: () => undefined, setFeedURL: () => undefined } },
  child_process: { execFileSync: () => { throw new Error('no such program'); } },
};

const loader = Module as unknown as { _load(request: string, parent?: { filename: string }, ...rest: unknown[]): unknown };
const load = loader._load;
loader._load = (request, parent, ...rest) => parent?.filename.endsWith('MacUpdater.js') && STAND_INS[request] || load(request, parent, ...rest);
