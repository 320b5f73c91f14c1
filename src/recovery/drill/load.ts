import { probe } from '../../verify/http.ts';
import { type Prober, startProber } from './prober.ts';

/** Constant load on the application: `GET` requests at a fixed rate, bounded in number and time. */

export interface DrillLoadPlan {
  readonly url: URL;
  readonly host?: string | undefined;
  readonly path: string;
  /** Requests per second. */
  readonly rate: number;
  /** Bounds of the load: requests, and ms. */
  readonly requests: number;
  readonly time: number;
  /** How many requests may fail after the injection. */
  readonly failed: number;
  /** Timeout of a request; ms. */
  readonly patience: number;
}

export interface RunningLoad extends Prober {
  /** Whether a bound has ended it. */
  isOver(): boolean;
}

/** Sends one request. @returns the fault; undefined if there is none. */
export type SendRequest = (plan: DrillLoadPlan) => Promise<string | undefined>;

/** Sends one request on a new connection. */
export const sendRequest: SendRequest = async ({ url, host, path, patience }) => {
  const answer = await probe({ base: url, path, timeoutMs: patience, ...(host && { host }) });
  if (!answer.ok) return `${path} ${answer.reason}`;
  const { status } = answer.response;
  return status >= 200 && status < 400 ? undefined : `${path} returned ${status}`;
};

/** Returns the interval of the requests; ms. Pure. */
export const everyOf = ({ rate }: Pick<DrillLoadPlan, 'rate'>): number => 1000 / rate;

/** Starts the load. A hanging request does not delay the next one. */
export function startLoad(plan: DrillLoadPlan, now: () => number, send: SendRequest): RunningLoad {
  const from = now();
  let sent = 0;
  let over = false;
  const prober = startProber({
    every: everyOf(plan),
    patience: plan.patience,
    now,
    probe: () => {
      sent += 1;
      if (sent >= plan.requests || now() - from >= plan.time) end();
      return send(plan);
    },
  });
  // Deferred, because the first request is sent before `prober` is assigned.
  const end = () => {
    over = true;
    queueMicrotask(() => void prober.stop());
  };
  return { ...prober, isOver: () => over };
}
