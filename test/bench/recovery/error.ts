import { measureKnown } from '../../recovery/known.ts';

/** What a drill measures of outages and losses that are known, and what others take for them. */

/** As a drill of the lab looks, with a window of five good probes. */
const looks = {
  probes: { every: 250, patience: 2000 },
  markers: { every: 100, patience: 2000 },
  good: 5,
};
/** How long the service is away, and for how long the copy got nothing before; ms. */
const lengths = [
  [400, 300],
  [1500, 900],
  [5000, 2500],
] as const;
const ways = ['refuses', 'hangs', 'errors'] as const;

export interface Errors {
  readonly runs: number;
  /** The largest, without their signs; ms. */
  readonly rto_error_ms: number;
  readonly rpo_error_ms: number;
  /** Runs in which it was more than one probe and what the window can tell, or than one marker. */
  readonly rto_beyond: number;
  readonly rpo_beyond: number;
  /** What is added to the truth by those who take the time of their script for it, the smallest; ms. */
  readonly script_error_ms: number;
  readonly backup_age_error_ms: number;
}

/** @param rounds of each combination. */
export async function measureErrors(rounds: number, report: (line: string) => void): Promise<Errors> {
  const found = [];
  for (let round = 0; round < rounds; round += 1)
    for (const how of ways)
      for (const [away, behind] of lengths) {
        const known = await measureKnown({ ...looks, away, behind, how });
        const { error, truth, naive } = known;
        // One probe, and the beat of those in the window.
        const resolution = 2 * looks.probes.every;
        found.push({
          rto: Math.abs(error.rto),
          rpo: Math.abs(error.rpo),
          rtoBeyond: !(Math.abs(error.rto) <= resolution),
          rpoBeyond: !(Math.abs(error.rpo) <= looks.markers.every),
          script: naive.scriptWallTime - truth.rto,
          age: naive.backupAge - truth.rpo,
        });
        report(
          `${how.padEnd(7)} RTO ${truth.rto} ms, off by ${signed(error.rto)}; RPO ${truth.rpo} ms, off by ${signed(error.rpo)}; script wall time off by ${signed(naive.scriptWallTime - truth.rto)}, backup age by ${signed(naive.backupAge - truth.rpo)}`,
        );
      }
  return {
    runs: found.length,
    rto_error_ms: Math.round(Math.max(...found.map(({ rto }) => rto))),
    rpo_error_ms: Math.round(Math.max(...found.map(({ rpo }) => rpo))),
    rto_beyond: found.filter(({ rtoBeyond }) => rtoBeyond).length,
    rpo_beyond: found.filter(({ rpoBeyond }) => rpoBeyond).length,
    script_error_ms: Math.round(Math.min(...found.map(({ script }) => script))),
    backup_age_error_ms: Math.round(Math.min(...found.map(({ age }) => age))),
  };
}

const signed = (ms: number) => `${ms >= 0 ? '+' : ''}${Math.round(ms)} ms`;
