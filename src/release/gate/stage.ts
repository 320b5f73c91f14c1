import type { GatePolicy } from '../../analysis/policy.ts';
import type { RolloutState } from '../store/schema.ts';

/** Returns the index of the gate's stage for the phase of a rollout: a step, the bake or the watch. Pure. */
export function stageOf(
  rollout: RolloutState | undefined,
  { stages }: GatePolicy,
): number | 'switch' | undefined {
  const indexOf = (kind: 'bake' | 'watch') => {
    const index = stages.findIndex(stage => stage.kind === kind);
    return index < 0 ? undefined : index;
  };
  switch (rollout?.phase) {
    case 'stepping':
      return rollout.strategy === 'blue-green' ? 'switch' : rollout.step;
    case 'baking':
      return rollout.strategy === 'blue-green' ? indexOf('watch') : indexOf('bake');
    case 'watching':
      return indexOf('watch');
    default:
      return undefined;
  }
}
