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
  /** Whether what the state asks for is what the router has set. */
  isSet(o: Snapshot): boolean;
  /** The percentage that this setting really is: pods do not divide as finely as weights. */
  shareOf(o: Snapshot): number;
  report: (line: string) => void;
}
