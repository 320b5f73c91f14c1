import { median } from '../median.ts';
import { openStage } from './stage.ts';

/** Drills of a system in which nothing is wrong: whatever is not passed is false. */

export interface Clean {
  readonly clean_drills: number;
  readonly false_reds: number;
  readonly clean_drill_s: number;
}

export async function judgeClean(count: number, say: (line: string) => void): Promise<Clean> {
  const stage = await openStage('clean');
  const took: number[] = [];
  let reds = 0;
  try {
    const made = await stage.backup('full');
    if (!made.green) throw new Error(`the backup is red: ${made.text}`);
    for (let turn = 1; turn <= count; turn += 1) {
      const begun = performance.now();
      const { green, text, run, report } = await stage.drill('restore');
      took.push((performance.now() - begun) / 1000);
      if (!green) reds += 1;
      const tail = green
        ? `RTO ${run.outputs.rto} ms, proved ${run.outputs.proved}`
        : `RED: ${run.outputs.verdict} ${text}`;
      say(`${turn}: ${took.at(-1)?.toFixed(1)} s, ${tail}, ${report?.loss?.demanded ?? 0} markers`);
    }
  } finally {
    await stage.remove();
  }
  return { clean_drills: count, false_reds: reds, clean_drill_s: Math.round(median(took) * 10) / 10 };
}
