import { Place, type Stage } from './place.ts';
import { isStopped, type Ran, type Running } from './run.ts';
import { type Case, type FollowUp, interruptionOf, nameOf, type Scenario } from './scenarios.ts';
import type { TracedWrite } from './writes.ts';

/** What came of one case. */
export interface Result {
  case: Case;
  /** Sentences; none when it ended as it must. */
  faults: string[];
  /** Whether the run got as far as its interruption. */
  reached: boolean;
  seconds: number;
  /** The last lines of the runs, for whoever looks into a fault. */
  said: string[];
}

/** Runs a scenario without interruption and returns the writes of each command. @throws Error when that does not end as it must. */
export async function traceOf(stage: Stage, scenario: Scenario): Promise<TracedWrite[][]> {
  const place = await Place.open(stage, scenario);
  try {
    const traces: TracedWrite[][] = [];
    for (const command of scenario.commands) {
      const ran = await place.run(command, 'v2');
      traces.push(ran.writes);
      if (ran.code !== 0 && scenario.ends.uninterrupted === 'candidate')
        throw new Error(`${scenario.name}: ${command[0]} failed: ${ran.said.slice(-10).join(' / ')}`);
    }
    const faults = await place.faults([scenario.ends.uninterrupted]);
    if (faults.length > 0)
      throw new Error(`${scenario.name}, uninterrupted, does not end well: ${faults.join('; ')}`);
    return traces;
  } finally {
    await place.close();
  }
}

/** Interrupts one run, goes on in one way, and looks at the end. */
export async function attempt(stage: Stage, each: Case): Promise<Result> {
  const started = performance.now();
  const { scenario, command, followUp } = each;
  const place = await Place.open(stage, scenario);
  try {
    for (const before of scenario.commands.slice(0, command)) {
      const ran = await place.run(before, 'v2');
      if (ran.code !== 0) throw new Error(`${before[0]} before it failed: ${ran.said.slice(-5).join(' / ')}`);
    }
    const running = await place.start(scenario.commands[command] ?? [], interruptionOf(each));
    const { reached, ...after } = await (each.how === 'kill'
      ? killed(place, running, followUp)
      : stopped(place, running, each));
    const faults = [...after.faults, ...(await place.faults(scenario.ends[followUp] ?? []))];
    const seconds = (performance.now() - started) / 1000;
    return { case: each, faults, reached, seconds, said: after.said };
  } catch (error) {
    const seconds = (performance.now() - started) / 1000;
    return { case: each, faults: [String(error)], reached: true, seconds, said: [] };
  } finally {
    await place.close();
  }
}

interface Aftermath {
  reached: boolean;
  faults: string[];
  said: string[];
}

async function killed(place: Place, running: Running, followUp: FollowUp): Promise<Aftermath> {
  const dead = await running.done;
  const next = await place.follow(followUp);
  return { reached: dead.signal === 'SIGKILL', faults: refusal(next), said: lastWords(dead, next) };
}

async function stopped(place: Place, running: Running, { moment, followUp }: Case): Promise<Aftermath> {
  const reached = await standstill(running);
  const token = await place.token();
  let next = await place.follow(followUp);
  const overtaken = (await place.token()) > token;
  running.child.kill('SIGCONT');
  const late = await running.done;
  // Nobody found anything to do: it went on as it may, and now there is.
  if (!overtaken) next = await place.follow(followUp);
  const defied = reached && overtaken ? defiance(late, moment.write) : [];
  return { reached, faults: [...refusal(next), ...defied], said: lastWords(late, next) };
}

const lastWords = (one: Ran, other: Ran) => [...one.said.slice(-4), ...other.said.slice(-6)];

function refusal(next: Ran): string[] {
  return next.code === 0 ? [] : [`what came next failed: ${next.said.at(-1) ?? next.signal}`];
}

/** What a run that was overtaken did all the same. What it created is another matter: it must be gone at the end. */
function defiance(late: Ran, stoppedAt: number): string[] {
  const sent = late.writes.filter(({ write }) => write >= stoppedAt);
  const made = sent.filter(({ status }) => status === 201).map(({ title }) => title.replace('POST ', ''));
  // It takes back what it made, and nothing else.
  const ownAgain = (title: string) => made.some(kind => title.startsWith(`DELETE ${kind}/`));
  const accepted = sent.filter(
    ({ title, status }) => status === 200 && !title.startsWith('POST') && !ownAgain(title),
  );
  // Who had done it all and only gave its lease back ended well; whoever has the lease by then is right not to take it.
  const unaware =
    late.code === 0 && sent.some(({ status, title }) => status >= 400 && !title.startsWith('PUT leases/'));
  return [
    ...accepted.map(({ title }) => `after the takeover the stopped run still wrote: ${title}`),
    ...(unaware ? ['the stopped run was refused and ended as if nothing had happened'] : []),
  ];
}

/** False when it ends before. */
async function standstill({ child }: Running): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null) {
    if (isStopped(child.pid ?? 0)) return true;
    await new Promise(next => setTimeout(next, 20));
  }
  return false;
}

export interface Progress {
  done: number;
  all: number;
  result: Result;
}

/** Runs cases side by side. @param until performance.now() after which no further case is begun. */
export async function attemptAll(
  stage: Stage,
  cases: readonly Case[],
  { workers, until = Number.POSITIVE_INFINITY }: { workers: number; until?: number },
  tell: (progress: Progress) => void,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = [...cases];
  const worker = async () => {
    for (
      let each = waiting.shift();
      each !== undefined && performance.now() < until;
      each = waiting.shift()
    ) {
      const result = await attempt(stage, each);
      results.push(result);
      tell({ done: results.length, all: cases.length, result });
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
  return results;
}

/** A row for each scenario and way to go on. Pure. */
export function table(results: readonly Result[]): string {
  const groups = Map.groupBy(results, ({ case: { scenario, how, followUp } }) =>
    [scenario.name, how, followUp].join('\t'),
  );
  const rows = [...groups].map(([key, group]) => {
    const failed = group.filter(({ faults }) => faults.length > 0).length;
    const reached = group.filter(each => each.reached).length;
    const slowest = Math.max(...group.map(({ seconds }) => seconds));
    return [...key.split('\t'), group.length, reached, failed, slowest.toFixed(1)].map(String);
  });
  const all = [['scenario', 'how', 'then', 'cases', 'reached', 'failed', 'slowest s'], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map(row => row[column]?.length ?? 0))) ?? [];
  const right = (column: number) => column >= 3;
  return all
    .map(row =>
      row
        .map((cell, i) => (right(i) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
        .join('  '),
    )
    .join('\n');
}

export function story({ case: each, faults, reached, seconds }: Result): string {
  const end = faults.length === 0 ? 'ok' : `WRONG: ${faults.join('; ')}`;
  return `${nameOf(each)}${reached ? '' : ' (it ended before)'}: ${end} (${seconds.toFixed(1)} s)`;
}
