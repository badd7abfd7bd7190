import type { EventEmitter } from 'node:events';
import type { Engine } from '../../github/workflow-engine';
import { type Terminal, terminalHere } from '../../outside/terminal';
import { loadEngine } from '../plan/load-engine';
import { PATIENCE, type Patience } from '../runs/patience';

/** Whom the command asks, who interrupts it, and how long it waits. */
export interface Edges {
  /** Undefined where nobody can be asked. */
  readonly terminal: () => Terminal | undefined;
  readonly signals: EventEmitter;
  readonly engine: () => Promise<Engine>;
  readonly patience: Patience;
}

export const EDGES: Edges = { terminal: terminalHere, signals: process, engine: loadEngine, patience: PATIENCE };
