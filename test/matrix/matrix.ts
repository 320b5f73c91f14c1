import { nameOf } from '../../src/workloads/naming.ts';
import { type Case, interruptionOf } from './cases.ts';
import { failed } from './failing.ts';
import { followUpFaults, runFollowUp } from './follow-up.ts';
import { Place } from './place.ts';
import { isStopped, lastWords, type Ran, type Running } from './run.ts';
import type { FollowUp, Scenario, Served } from './scenarios.ts';
import type { Counts, Stage } from './stage.ts';
import { type Death, released, type TracedWrite } from './writes.ts';

/** The result of one case. */
export interface Result {
  case: Case;
  /** Messages; empty if the case was right. */
  faults: string[];
  /** Whether the run reached its interruption. */
  reached: boolean;
  /** Where it was killed, or got the first failure. */
  died?: Death;
  seconds: number;
  /** Duration of the run whose writes failed. */
  runSeconds?: number;
  counts: Counts;
  /** From the death to the start of the last request to the candidate, if the watchdog had to restore the traffic. */
  watchdogSeconds?: number;
  /** The last log lines of the runs, and the whole log, to investigate a fault. */
  said: string[];
  log: string[];
}

const noRequests: Counts = { requests: 0, failed: 0, injected: 0 };

/** Runs a scenario without interruption and returns the writes of each command. @throws Error if its end is wrong. */
export async function traceOf(stage: Stage, scenario: Scenario): Promise<TracedWrite[][]> {
  const place = await Place.open(stage, scenario);
  try {
    const traces: TracedWrite[][] = [];
    for (const command of scenario.commands) {
      const ran = await place.run(command);
      traces.push(ran.writes);
      if (ran.code !== 0 && scenario.ends.uninterrupted === 'candidate')
        throw new Error(`${scenario.name}: ${command[0]} failed: ${ran.said.slice(-10).join(' / ')}`);
    }
    const faults = await place.faults([scenario.ends.uninterrupted]);
    if (faults.length > 0)
      throw new Error(`${scenario.name}, uninterrupted, has a wrong end: ${faults.join('; ')}`);
    return traces;
  } finally {
    await place.close();
  }
}

/** Interrupts one run, runs the follow-up, and checks the end. */
export async function runCase(stage: Stage, each: Case): Promise<Result> {
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  const broken = (error: unknown) => ({
    case: each,
    faults: [String(error)],
    reached: true,
    seconds: seconds(),
    said: [],
  });
  let place: Place;
  try {
    place = await Place.open(stage, each.scenario);
  } catch (error) {
    return { ...broken(error), counts: noRequests, log: [] };
  }
  try {
    const {
      faults,
      ends = each.scenario.ends[each.followUp] ?? [],
      ...after
    } = await interrupted(place, each);
    faults.push(...(await place.faults(ends)));
    const { watchdogSeconds, log } = place;
    return {
      case: each,
      faults,
      ...after,
      seconds: seconds(),
      counts: place.visitors.counts(),
      ...(watchdogSeconds === undefined ? {} : { watchdogSeconds }),
      log,
    };
  } catch (error) {
    return { ...broken(error), counts: place.visitors.counts(), log: place.log };
  } finally {
    await place.close();
  }
}

async function interrupted(place: Place, each: Case): Promise<Aftermath> {
  const { scenario, command, followUp } = each;
  // The commands are jobs of one workflow, whose last job rolls back its release.
  const env = each.failure === undefined ? {} : place.workflow;
  for (const before of scenario.commands.slice(0, command)) {
    const ran = await place.run(before, undefined, env);
    if (ran.code !== 0)
      throw new Error(`the earlier command ${before[0]} failed: ${ran.said.slice(-5).join(' / ')}`);
  }
  if (each.failure !== undefined) return failed(place, each, each.failure);
  const running = await place.start(scenario.commands[command] ?? [], undefined, interruptionOf(each));
  return each.how === 'kill' ? killed(place, running, followUp) : stopped(place, running, each);
}

export interface Aftermath extends Pick<Result, 'reached' | 'died' | 'faults' | 'said' | 'runSeconds'> {
  /** The versions that may be live at the end; default: those of the scenario for the follow-up. */
  ends?: readonly Served[];
}

async function killed(place: Place, running: Running, followUp: FollowUp): Promise<Aftermath> {
  const dead = await running.done;
  const next = await runFollowUp(place, followUp);
  const { died } = dead;
  return {
    reached: dead.signal === 'SIGKILL',
    ...(died === undefined ? {} : { died }),
    faults: followUpFaults(next),
    said: lastWords(dead, next),
  };
}

async function stopped(place: Place, running: Running, { moment, followUp }: Case): Promise<Aftermath> {
  const reached = await standstill(running);
  const token = await place.token();
  let next = await runFollowUp(place, followUp);
  const overtaken = (await place.token()) > token;
  running.child.kill('SIGCONT');
  const late = await running.done;
  // The follow-up found nothing to do before the stopped run continued, so it runs again.
  if (!overtaken) next = await runFollowUp(place, followUp);
  const defied = reached && overtaken ? defiance(late, moment.write, token) : [];
  return { reached, faults: [...followUpFaults(next), ...defied], said: lastWords(late, next) };
}

/** Returns the forbidden writes of a run that was overtaken. Objects that it has created are allowed if they are gone at the end. */
function defiance(late: Ran, stoppedAt: number, token: number): string[] {
  // A run that has released its Lease still verifies its release, which may be noted beside another run.
  if (late.writes.some(({ write, title }) => write < stoppedAt && title.endsWith(` ${released}`))) return [];
  const sent = late.writes.filter(({ write }) => write >= stoppedAt);
  // It may close its own record: a checksum, and then the outcome.
  const closes = (at: number) =>
    /checksum of r\d+-outcome$/.test(sent[at]?.title ?? '') &&
    sent[at + 1]?.title === 'POST configmaps' &&
    sent[at + 1]?.status === 201;
  const made = sent.filter(({ status }) => status === 201).map(({ title }) => title.replace('POST ', ''));
  // It may delete objects that it has created.
  const ownAgain = (title: string) =>
    made.some(kind => title.startsWith(`DELETE ${kind}/`)) ||
    // The answer to its creation may have been lost, but the name has the token of this run.
    title === `DELETE configmaps/${nameOf.fence('shop', token)}`;
  const accepted = sent.filter(
    ({ title, status }, at) => status === 200 && !title.startsWith('POST') && !ownAgain(title) && !closes(at),
  );
  // A run that had finished and only released its Lease is right, although that write is refused.
  const unaware =
    late.code === 0 && sent.some(({ status, title }) => status >= 400 && !title.endsWith(` ${released}`));
  return [
    ...accepted.map(({ title }) => `after the takeover the stopped run still wrote: ${title}`),
    ...(unaware ? ['the stopped run succeeded although its writes were refused'] : []),
  ];
}

/** Waits until the run is stopped; returns false if it ends before. */
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

/** Runs cases in parallel. @param until performance.now() after which no further case starts. */
export async function runCases(
  stage: Stage,
  cases: readonly Case[],
  { workers, until = Number.POSITIVE_INFINITY }: { workers: number; until?: number },
  onResult: (progress: Progress) => void | Promise<void>,
): Promise<Result[]> {
  const results: Result[] = [];
  await inLanes(cases, workers, async each => {
    if (performance.now() > until) return;
    const result = await runCase(stage, each);
    results.push(result);
    await onResult({ done: results.length, all: cases.length, result });
  });
  return results;
}

/** Processes items in a number of parallel lanes. */
export async function inLanes<T>(
  items: readonly T[],
  lanes: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const lane = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

export interface Traced {
  scenario: Scenario;
  traces: TracedWrite[][];
}

/** Traces scenarios in parallel. @returns the traces of those with a right end, and the errors of the others. */
export async function traceAll(
  stage: Stage,
  scenarios: readonly Scenario[],
  lanes: number,
  say: (line: string) => void,
): Promise<{ traced: Traced[]; broken: string[] }> {
  const found = new Map<Scenario, Traced>();
  const broken: string[] = [];
  await inLanes(scenarios, lanes, async scenario => {
    try {
      const traces = await traceOf(stage, scenario);
      found.set(scenario, { scenario, traces });
      say(`${scenario.name}: ${traces.map(writes => writes.length).join(' + ')} writes`);
    } catch (error) {
      broken.push(String(error));
      say(String(error));
    }
  });
  return { traced: scenarios.flatMap(scenario => found.get(scenario) ?? []), broken };
}
