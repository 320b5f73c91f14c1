import { randomUUID } from 'node:crypto';
import { jsonMap } from '../../toolkit/map.ts';
import { probe } from '../../verify/http.ts';

/** Functional checks of the application: it answers, returns a known record unchanged, and stores a new one. */

export interface Functional {
  /** The public address, so that the path to the application is checked, too. */
  readonly base: URL;
  readonly host?: string;
  /** A path that returns 200. */
  readonly ready: string;
  /** The path of a record that never changes: the response must be the same as before. */
  readonly 'known-record': string;
  /** Text that the record contains. */
  readonly 'known-value'?: string;
  /** Without it no record is written through the application. */
  readonly write?: {
    readonly path: string;
    /** JSON to post; `{token}` is a new value each time, which must be read back. */
    readonly body: string;
    /** The field of the response with the record's id. */
    readonly id: string;
    /** The path of the record; `{id}` is its id. */
    readonly read: string;
  };
}

/** Checks that return the fault; undefined if there is none. */
export interface FunctionalCheck {
  /** Reads the known record. */
  read(patience: number): Promise<{ readonly body?: string; readonly fault?: string }>;
  /** Reads the known record for a later comparison, unless it is known already. */
  remember(patience: number): Promise<string | undefined>;
  ready(patience: number): Promise<string | undefined>;
  knownRecord(patience: number): Promise<string | undefined>;
  /** Absent if slipway.yml does not say how to write a record. */
  readonly fresh?: ((patience: number) => Promise<string | undefined>) | undefined;
  /** Writes a record, to find it in another system. */
  put(patience: number): Promise<Put>;
  /** Checks that a record that was written elsewhere is here, too. */
  holds(record: Kept, patience: number): Promise<string | undefined>;
  /** Runs all checks. */
  whole(patience: number): Promise<string | undefined>;
}

/** A written record: its path, and the token that it must contain. */
interface Kept {
  readonly path: string;
  readonly token: string;
}
type Put = { readonly kept: Kept } | { readonly fault: string };

/**
 * Returns the checks of an application.
 * @param known the known record, if it was read elsewhere before.
 * @param report gets what an error response says: the faults are published, and it may be confidential.
 */
export function functionalCheck(
  { base, host, ready, 'known-record': path, 'known-value': value, write }: Functional,
  known?: string,
  report: (line: string) => void = () => undefined,
): FunctionalCheck {
  let before = known;
  let told = '';
  const tell = (line: string) => {
    // A probe repeats it every second.
    if (line !== told) report(line);
    told = line;
  };
  const ask = async (path: string, timeoutMs: number, posted?: string) => {
    const answer = await probe({
      base,
      path,
      timeoutMs,
      ...(host && { host }),
      ...(posted && { method: 'POST', body: posted, headers: { 'content-type': 'application/json' } }),
    });
    if (!answer.ok) return { fault: `${path} ${answer.reason}` };
    const { status, body } = answer.response;
    if (status >= 200 && status < 300) return { body };
    tell(`${path} returned ${status}: ${body.slice(0, 120)}`);
    return { fault: `${path} returned ${status}` };
  };
  const check: FunctionalCheck = {
    read: patience => ask(path, patience),
    remember: async patience => {
      const { fault, body } = await ask(path, patience);
      before = known ?? body;
      return fault;
    },
    ready: async patience => (await ask(ready, patience)).fault,
    knownRecord: async patience => {
      const { fault, body } = await ask(path, patience);
      if (fault !== undefined) return fault;
      if (value !== undefined && body?.includes(value) !== true)
        return `${path} does not contain \`known-value\``;
      return body === before ? undefined : `${path} has changed`;
    },
    fresh:
      write &&
      (async patience => {
        const put = await check.put(patience);
        return 'fault' in put ? put.fault : check.holds(put.kept, patience);
      }),
    put: async patience => {
      if (write === undefined) return { fault: 'slipway.yml does not say how to write a record' };
      const token = randomUUID();
      const written = await ask(write.path, patience, write.body.replaceAll('{token}', token));
      if (written.body === undefined) return { fault: written.fault };
      const id = jsonMap(written.body)?.[write.id];
      if (typeof id !== 'string' && typeof id !== 'number')
        return { fault: `${write.path} did not return the field ${write.id}` };
      return { kept: { path: write.read.replaceAll('{id}', encodeURIComponent(id)), token } };
    },
    holds: async ({ path, token }, patience) => {
      const { fault, body } = await ask(path, patience);
      if (fault !== undefined) return fault;
      return body?.includes(token) ? undefined : `${path} does not contain the written value`;
    },
    whole: async patience => {
      const all = await Promise.all([
        check.ready(patience),
        check.knownRecord(patience),
        check.fresh?.(patience),
      ]);
      return all.find(each => each !== undefined);
    },
  };
  return check;
}
