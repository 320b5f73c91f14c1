import type { GatePolicy } from '../../analysis/policy.ts';
import type { RolloutState } from '../store/schema.ts';

/** Index of the gate's stage for where the rollout stands: the steps, the bake, the watch. Pure. */
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
