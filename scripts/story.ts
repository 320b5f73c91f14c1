/** One finished stage of a run. */
export interface Stage {
  title: string;
  /** Start, in milliseconds after the start of the run. */
  at: number;
  ms: number;
  note: string;
}

/** Prints the stages of a run with their times, and keeps them for the report. */
export class Story {
  readonly stages: Stage[] = [];
  readonly #start = Date.now();

  /** Runs one stage; `work` returns a note on its result. */
  async stage(title: string, work: () => Promise<string>): Promise<void> {
    const at = this.elapsed();
    console.log(`[${clock(at)}] ${title} …`);
    const note = await work();
    const ms = this.elapsed() - at;
    this.stages.push({ title, at, ms, note });
    console.log(`[${clock(this.elapsed())}] ${title}: ${seconds(ms)}${note === '' ? '' : `, ${note}`}`);
  }

  elapsed(): number {
    return Date.now() - this.#start;
  }

  get startedAt(): number {
    return this.#start;
  }
}

export const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

function clock(ms: number): string {
  const total = Math.floor(ms / 1000);
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}
