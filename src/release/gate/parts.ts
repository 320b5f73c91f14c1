import type { Source } from '../../analysis/prometheus.ts';
import type { DecisionStore } from '../decision-record/store.ts';
import type { Informers, Snapshot } from '../rollout/informers.ts';
import type { Gating } from '../store/gate-setup.ts';
import type { StateStore } from '../store/rollout-state.ts';

export interface GateParts {
  source: Source;
  store: Pick<StateStore, 'rollout' | 'change'>;
  informers: Pick<Informers, 'notify'>;
  decisions: Pick<DecisionStore, 'update' | 'save'>;
  gating: Gating;
  /** Whether the router has set the weight that the state asks for. */
  isSet(snapshot: Snapshot): boolean;
  /** Returns the percentage that the router really gives: a few pods cannot split traffic as finely as a weight. */
  shareOf(snapshot: Snapshot): number;
  report: (line: string) => void;
}
