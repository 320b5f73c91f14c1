/** A scenario on the lab that judges itself: what it expected and did not find, and the figures that came out. */

export interface Scenario {
  name: string;
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

/** One after the other, for a fault is the whole lab's. @param only parts of names, with commas between them; empty for all. */
export async function judgeAll(
  scenarios: readonly Scenario[],
  say: (line: string) => void,
  only = '',
): Promise<Judgement[]> {
  const judgements: Judgement[] = [];
  const wanted = ({ name }: Scenario) => only.split(',').some(part => name.includes(part));
  for (const scenario of scenarios.filter(wanted)) judgements.push(await judge(scenario, say));
  return judgements;
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
