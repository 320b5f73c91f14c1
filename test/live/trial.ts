/** Scenarios in the lab that check themselves: unmet expectations and measured figures. */

export interface Scenario {
  name: string;
  /** Disturbs the lab, so nothing else may run at the same time. */
  alone?: boolean;
  run(trial: Trial): Promise<void>;
}

export interface Judgement {
  scenario: string;
  /** Unmet expectations; empty if the scenario was right. */
  faults: string[];
  figures: Record<string, string | number>;
  seconds: number;
}

/** Collects the results of one scenario while it runs. */
export class Trial {
  readonly faults: string[] = [];
  readonly figures: Record<string, string | number> = {};
  readonly say: (line: string) => void;

  constructor(say: (line: string) => void) {
    this.say = say;
  }

  /** Records an unmet expectation and continues, because a scenario takes minutes and should report all its faults. */
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

/** Returns a function that prints lines with the seconds since the start to stderr, because stdout contains only the result. */
export function speaker(): (line: string) => void {
  const started = performance.now();
  return line =>
    console.error(`[${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s] ${line}`);
}

/** Runs one scenario. If it throws, it is wrong. */
export async function judge({ name, run }: Scenario, say: (line: string) => void): Promise<Judgement> {
  const trial = new Trial(line => say(`${name}: ${line}`));
  const started = performance.now();
  trial.say('started');
  try {
    await run(trial);
  } catch (error) {
    trial.expect(false, `aborted: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
  }
  const seconds = Math.round((performance.now() - started) / 1000);
  trial.say(trial.faults.length === 0 ? `right, after ${seconds} s` : `${trial.faults.length} wrong`);
  return { scenario: name, faults: trial.faults, figures: trial.figures, seconds };
}

/**
 * Runs scenarios in parallel lanes, and then those that need the lab alone, one after the other.
 * @param only parts of names, separated by commas; empty for all.
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

/** Returns a Markdown table with the result of each scenario, then all faults. Pure. */
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
