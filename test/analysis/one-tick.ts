import type { Span } from '../../src/analysis/probe.ts';
import { readTicks } from '../../src/analysis/sampling.ts';
import type { Tick } from '../../src/analysis/tick.ts';

type Parameter = Parameters<typeof readTicks>;

/** Reads a single tick. */
export async function readTick(
  source: Parameter[0],
  sampling: Parameter[1],
  pods: Parameter[2],
  look: Span & { stage: number; weight: number },
): Promise<Tick> {
  const [tick] = await readTicks(source, sampling, pods, [look], look);
  return tick as Tick;
}
