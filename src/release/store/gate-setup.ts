import type { GateState } from '../../analysis/gate.ts';
import type { GatePolicy } from '../../analysis/policy.ts';
import type { Sampling } from '../../analysis/probe.ts';

/** The setup and progress of the gate: kept in the state, so that another run can continue to judge. */
export interface Gating {
  policy: GatePolicy;
  sampling: Sampling;
  /** Sentences that were reported before the start: what the gate will need. */
  said: string[];
  /** Null until the first stage begins. */
  state: GateState | null;
}
