/** A scenario on the lab that judges itself: what it expected and did not find, and the figures that came out. */

export interface Scenario {
  name: string;
  /** It takes a part of the lab away, which others would miss: nothing else runs beside it. */
  alone?: boolean;
  run(trial: Trial): Promise<void>;
}

export interface Judgement {
  scenario: string;
  /** What was otherwise than it should be; empty when all was right. */
  faults: string[];
  figures: Record<string, string | number>;
  seconds: number;
}

/** What one scenario says of itself while it runs. */
export class Trial {
  readonly faults: string[] = [];
  readonly figures: Record<string, string | number> = {};
  readonly say: (line: string) => void;

  constructor(say: (line: string) => void) {
    this.say = say;
  }

  /** Goes on in any case: one run costs minutes, and everything that is wrong with it is to be known. */
  expect(holds: boolean, otherwise: string): void {
    if (holds) return;
    this.faults.push(otherwise);
    this.say(`WRONG: ${otherwise}`);
  }

  note(name: string, value: string | number): void {
    this.figures[name] = value;
    this.say(`${name}: ${value}`);
  }
}

/** Lines with seconds since the start, on stderr: stdout has the result alone. */
export function speaker(): (line: string) => void {
  const started = performance.now();
  return line =>
    console.error(`[${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s] ${line}`);
}

/** One scenario; one that breaks off is wrong, and the next one runs. */
export async function judge({ name, run }: Scenario, say: (line: string) => void): Promise<Judgement> {
  const trial = new Trial(line => say(`${name}: ${line}`));
  const started = performance.now();
  trial.say('begins');
  try {
    await run(trial);
  } catch (error) {
    trial.expect(false, `broke off: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
  }
  const seconds = Math.round((performance.now() - started) / 1000);
  trial.say(trial.faults.length === 0 ? `right, after ${seconds} s` : `${trial.faults.length} wrong`);
  return { scenario: name, faults: trial.faults, figures: trial.figures, seconds };
}

/**
 * As many at once as there are lanes, and those that want the lab for themselves one after the other when the others are through.
 * @param only parts of names, with commas between them; empty for all.
 */
export async function judgeAll(
  scenarios: readonly Scenario[],
  say: (line: string) => void,
  { only = '', lanes = 1 } = {},
): Promise<Judgement[]> {
  const chosen = scenarios.filter(({ name }) => only.split(',').some(part => name.includes(part)));
  const judgements = new Map<Scenario, Judgement>();
  const work = async (queue: Scenario[]) => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift())
      judgements.set(next, await judge(next, say));
  };
  const together = chosen.filter(({ alone }) => alone !== true);
  await Promise.all(Array.from({ length: lanes }, () => work(together)));
  await work(chosen.filter(({ alone }) => alone === true));
  return chosen.flatMap(scenario => judgements.get(scenario) ?? []);
}

/** A table for people: what came of each, then all that was wrong. Pure. */
export function tableOf(judgements: readonly Judgement[]): string {
  const rows = judgements.map(
    ({ scenario, faults, figures, seconds }) =>
      `| ${scenario} | ${faults.length === 0 ? 'right' : 'WRONG'} | ${seconds} s | ${written(figures)} |`,
  );
  const wrong = judgements.flatMap(({ scenario, faults }) => faults.map(fault => `- ${scenario}: ${fault}`));
  return ['| scenario | verdict | took | figures |', '| --- | --- | --- | --- |', ...rows, ...wrong].join(
    '\n',
  );
}

const written = (figures: Judgement['figures']) =>
  Object.entries(figures)
    .map(([name, value]) => `${name}: ${String(value).replaceAll('|', '\\|')}`)
    .join('; ');
