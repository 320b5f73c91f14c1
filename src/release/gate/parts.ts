import type { GateState } from '../../analysis/gate.ts';
import type { GatePolicy } from '../../analysis/policy.ts';
import type { Sampling } from '../../analysis/probe.ts';
import type { Source } from '../../analysis/prometheus.ts';
import type { DecisionStore } from '../decision-record/store.ts';
import type { Informers, Snapshot } from '../rollout/informers.ts';
import type { StateStore } from '../store/rollout-state.ts';

/** What the gate was set up with, and how far it has come: kept in the journal, so that another run judges on. */
export interface Gating {
  policy: GatePolicy;
  sampling: Sampling;
  /** What was said before the start about what it will take. */
  said: string[];
  /** Null until the first stage begins. */
  state: GateState | null;
}

export interface GateParts {
  source: Source;
  store: Pick<StateStore, 'rollout' | 'change'>;
  informers: Pick<Informers, 'notify'>;
  decisions: Pick<DecisionStore, 'update' | 'save'>;
  gating: Gating;
  /** Whether what the journal asks for is what the router has set. */
  isSet(o: Snapshot): boolean;
  /** The percentage that this setting really is: pods do not divide as finely as weights. */
  shareOf(o: Snapshot): number;
  report: (line: string) => void;
}
