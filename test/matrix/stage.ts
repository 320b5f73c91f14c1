import type { Cluster } from '../../src/cluster/port.ts';
import type { Timing } from '../../src/toolkit/timing.ts';
import type { PodKind } from './pods.ts';

/** Where a case happens: what a simulated lab and a full one have each in its own way. */
export interface Stage {
  cluster: Cluster;
  images: Images;
  pods: PodKind;
  pace: Pace;
  /** An expression of Prometheus that has a result when a gate has something to judge the pods of a baseline by. */
  known(namespace: string): string;
  /** Clients of the application of a namespace, from now on. @param serves whether there is a version that answers. */
  visit(namespace: string, serves: boolean): Promise<Visitors>;
  /** From now on the pods of that image are not ready. A pod may be gone before that. */
  spoil(namespace: string, digest: string): Promise<void>;
}

/** Versions of the application. */
export interface Images {
  /** Of the registry, with what comes before the name. */
  readonly host: string;
  digestOf(tag: string): string;
}

export interface Pace {
  /** What runs wait for in a shorter time than for users. */
  timing: Partial<Timing>;
  /** Of a rollout of pods that come up: a busy machine must not make others look like these. As in slipway.yml. */
  deadline: string;
  /** Milliseconds that Prometheus gets to know a baseline, and a sweep to find a free lease. */
  knowing: number;
  sweeping: number;
  /** Milliseconds that controllers get to settle and collect what is no longer owned. */
  settling: number;
}

export interface Visitors {
  /** Requests that nobody has answered so far, or not as they must. */
  lost(): number;
  counts(): Counts;
  /** What is wrong with the answers when the version of that tag alone is to serve, or nothing at all. */
  wrong(tag: string | undefined): Promise<string[]>;
  /** When the last request began that the version of that tag has answered, in ms since 1970; 0 without any. */
  lastStart(tag: string): number;
  /** In full, for whoever looks into a fault. */
  failures(): string[];
  close(): Promise<void>;
}

/** What clients have met. */
export interface Counts {
  requests: number;
  failed: number;
  /** Errors that the application was told to make, and marked. */
  injected: number;
}
