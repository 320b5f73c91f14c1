import type { GateState } from '../../analysis/gate.ts';
import type { GatePolicy } from '../../analysis/policy.ts';
import type { Sampling } from '../../analysis/probe.ts';

/** What the gate was set up with, and how far it has come: kept in the state, so that another run judges on. */
export interface Gating {
  policy: GatePolicy;
  sampling: Sampling;
  /** What was said before the start about what it will take. */
  said: string[];
  /** Null until the first stage begins. */
  state: GateState | null;
}
