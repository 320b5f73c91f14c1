import { randomUUID } from 'node:crypto';
import { jsonMap } from '../../toolkit/map.ts';
import { probe } from '../../verify/http.ts';

/** Whether the application does what it is there for: it answers, has an old record as it was, and keeps a new one. */

export interface Functional {
  /** The public address, so that whatever leads to the application is looked at too. */
  readonly base: URL;
  readonly host?: string;
  /** A path that is answered with 200. */
  readonly ready: string;
  /** A path of a record that nobody changes: it has to be answered as it was before. */
  readonly old: string;
  /** Without it nothing is written through the application. */
  readonly write?: {
    readonly path: string;
    /** JSON to post; `{token}` is something new each time, and has to come back. */
    readonly body: string;
    /** The field of the answer that names the record. */
    readonly id: string;
    /** Where the record is read; `{id}` is its name. */
    readonly read: string;
  };
}

/** Each of them says what is wrong; undefined when it is good. */
export interface FunctionalCheck {
  /** The old record as it is answered, or why not. */
  read(patience: number): Promise<{ readonly body?: string; readonly fault?: string }>;
  /** Reads the old record, to compare with later, unless it is known how it was. */
  remember(patience: number): Promise<string | undefined>;
  ready(patience: number): Promise<string | undefined>;
  old(patience: number): Promise<string | undefined>;
  /** Absent where nobody says how a record is written. */
  readonly fresh?: ((patience: number) => Promise<string | undefined>) | undefined;
  /** Writes a record, to be looked for elsewhere. */
  put(patience: number): Promise<Put>;
  /** Whether a record that was written elsewhere is here, too; undefined when it is. */
  holds(record: Kept, patience: number): Promise<string | undefined>;
  /** All of them that there are. */
  whole(patience: number): Promise<string | undefined>;
}

/** A record that was written: where it is read, and what has to be in it. */
export interface Kept {
  readonly path: string;
  readonly token: string;
}
export type Put = { readonly kept: Kept } | { readonly fault: string };

/** @param known the old record as it was, where somebody has read it elsewhere. */
export function functionalCheck(
  { base, host, ready, old, write }: Functional,
  known?: string,
): FunctionalCheck {
  let before = known;
  const ask = async (path: string, timeoutMs: number, post?: string) => {
    const request = { base, path, timeoutMs, ...(host && { host }), ...(post && { post }) };
    const answer = await probe(request);
    if (!answer.ok) return { fault: `${path} ${answer.reason}` };
    const { status, body } = answer.response;
    return status >= 200 && status < 300
      ? { body }
      : { fault: `${path} was answered ${status}: ${body.slice(0, 120)}` };
  };
  const check: FunctionalCheck = {
    read: patience => ask(old, patience),
    remember: async patience => {
      const { fault, body } = await ask(old, patience);
      before = known ?? body;
      return fault;
    },
    ready: async patience => (await ask(ready, patience)).fault,
    old: async patience => {
      const { fault, body } = await ask(old, patience);
      if (fault !== undefined) return fault;
      return body === before ? undefined : `${old} is not what it was`;
    },
    fresh:
      write &&
      (async patience => {
        const put = await check.put(patience);
        return 'fault' in put ? put.fault : check.holds(put.kept, patience);
      }),
    put: async patience => {
      if (write === undefined) return { fault: 'slipway.yml does not say how a record is written' };
      const token = randomUUID();
      const written = await ask(write.path, patience, write.body.replaceAll('{token}', token));
      if (written.body === undefined) return { fault: written.fault };
      const id = jsonMap(written.body)?.[write.id];
      if (typeof id !== 'string' && typeof id !== 'number')
        return { fault: `${write.path} did not say ${write.id} of what it kept` };
      return { kept: { path: write.read.replaceAll('{id}', encodeURIComponent(id)), token } };
    },
    holds: async ({ path, token }, patience) => {
      const { fault, body } = await ask(path, patience);
      if (fault !== undefined) return fault;
      return body?.includes(token) ? undefined : `${path} is not what was written`;
    },
    whole: async patience => {
      const all = await Promise.all([check.ready(patience), check.old(patience), check.fresh?.(patience)]);
      return all.find(each => each !== undefined);
    },
  };
  return check;
}
