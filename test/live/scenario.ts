/** Scenarios in the lab that check themselves: unmet expectations and measured figures. */

export interface Scenario {
  name: string;
  /** Disturbs the lab, so nothing else may run at the same time. */
  alone?: boolean;
  run(report: ScenarioReport): Promise<void>;
}

export interface ScenarioResult {
  scenario: string;
  /** Unmet expectations; empty if the scenario was right. */
  faults: string[];
  figures: Record<string, string | number>;
  seconds: number;
}

/** Collects the results of one scenario while it runs. */
export class ScenarioReport {
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
export function stderrLogger(): (line: string) => void {
  const started = performance.now();
  return line =>
    console.error(`[${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s] ${line}`);
}

/** Runs one scenario. If it throws, it is wrong. */
export async function runScenario(
  { name, run }: Scenario,
  say: (line: string) => void,
): Promise<ScenarioResult> {
  const report = new ScenarioReport(line => say(`${name}: ${line}`));
  const started = performance.now();
  report.say('started');
  try {
    await run(report);
  } catch (error) {
    report.expect(false, `aborted: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
  }
  const seconds = Math.round((performance.now() - started) / 1000);
  report.say(report.faults.length === 0 ? `right, after ${seconds} s` : `${report.faults.length} wrong`);
  return { scenario: name, faults: report.faults, figures: report.figures, seconds };
}

/**
 * Runs scenarios in parallel lanes, and then those that need the lab alone, one after the other.
 * @param only parts of names, separated by commas; empty for all.
 */
export async function runScenarios(
  scenarios: readonly Scenario[],
  say: (line: string) => void,
  { only = '', lanes = 1 } = {},
): Promise<ScenarioResult[]> {
  const chosen = scenarios.filter(({ name }) => only.split(',').some(part => name.includes(part)));
  const results = new Map<Scenario, ScenarioResult>();
  const work = async (queue: Scenario[]) => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift())
      results.set(next, await runScenario(next, say));
  };
  const together = chosen.filter(({ alone }) => alone !== true);
  await Promise.all(Array.from({ length: lanes }, () => work(together)));
  await work(chosen.filter(({ alone }) => alone === true));
  return chosen.flatMap(scenario => results.get(scenario) ?? []);
}

/** Returns a Markdown table with the result of each scenario, then all faults. Pure. */
export function resultTable(results: readonly ScenarioResult[]): string {
  const rows = results.map(
    ({ scenario, faults, figures, seconds }) =>
      `| ${scenario} | ${faults.length === 0 ? 'right' : 'WRONG'} | ${seconds} s | ${written(figures)} |`,
  );
  const wrong = results.flatMap(({ scenario, faults }) => faults.map(fault => `- ${scenario}: ${fault}`));
  return ['| scenario | verdict | took | figures |', '| --- | --- | --- | --- |', ...rows, ...wrong].join(
    '\n',
  );
}

const written = (figures: ScenarioResult['figures']) =>
  Object.entries(figures)
    .map(([name, value]) => `${name}: ${String(value).replaceAll('|', '\\|')}`)
    .join('; ');
