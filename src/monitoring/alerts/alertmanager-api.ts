import { z } from 'zod';
import { type EndpointSettings, endpointOf, inSentence } from '../../analysis/http-endpoint.ts';
import type { QueryResult } from '../../analysis/prometheus.ts';
import type { Cluster, Method } from '../../cluster/port.ts';
import { innermostCause } from '../../toolkit/errors.ts';
import { withoutSecrets } from '../../toolkit/secrecy.ts';

/** The API v2 of Alertmanager. No function throws: a failure is a sentence without a full stop. */

/** The body of a successful response; `status` is that of another one, or 401 without a token. */
type AlertmanagerAnswer = { ok: true; value: string } | { ok: false; detail: string; status?: number };

/** Sends one request. */
export type AlertmanagerApi = (method: Method, path: string, body?: unknown) => Promise<AlertmanagerAnswer>;

/** Milliseconds for one request: a release waits for it. */
const timeout = 3_000;

/** Returns the Alertmanager of slipway.yml. */
export function alertmanagerOf(
  settings: EndpointSettings,
  cluster: Pick<Cluster, 'fetch'>,
  env: NodeJS.ProcessEnv,
): AlertmanagerApi {
  const { name, secret, missing, send } = endpointOf(settings, cluster, env);
  const failed = (why: string, status?: number): AlertmanagerAnswer => {
    const detail = withoutSecrets(`Alertmanager ${name} ${why}`, [secret]);
    return { ok: false, detail, ...(status === undefined ? {} : { status }) };
  };
  return async (method, path, body) => {
    if (missing !== undefined) return failed(`cannot be asked: ${missing}`, 401);
    const signal = AbortSignal.timeout(timeout);
    try {
      const reply = await send(path, signal, { method, body });
      if (reply.status >= 200 && reply.status < 300) return { ok: true, value: reply.body };
      const said = inSentence(reply.body);
      return failed(`answered ${reply.status}${said === '' ? '' : `: ${said}`}`, reply.status);
    } catch (error) {
      const why = signal.aborted ? `within ${timeout / 1000} s` : `(${innermostCause(error)})`;
      return failed(`does not answer ${why}`);
    }
  };
}

/** A silence to open. Times are ISO 8601. */
export interface NewSilence {
  readonly matchers: readonly { name: string; value: string; isEqual: boolean; isRegex: boolean }[];
  readonly startsAt: string;
  readonly endsAt: string;
  readonly createdBy: string;
  readonly comment: string;
}

const silenceSchema = z.object({
  id: z.string().regex(/^[\w-]{1,100}$/),
  ...{ createdBy: z.string(), comment: z.string(), startsAt: z.string() },
  status: z.object({ state: z.enum(['active', 'pending', 'expired']) }),
});

const alertSchema = z.object({
  receivers: z.array(z.object({ name: z.string() })),
  status: z.object({
    state: z.enum(['active', 'suppressed', 'unprocessed']),
    ...{ silencedBy: z.array(z.string()), inhibitedBy: z.array(z.string()) },
  }),
});

/** Ends a silence. One that has ended meanwhile is no failure. */
export async function expireSilence(api: AlertmanagerApi, id: string): Promise<AlertmanagerAnswer> {
  const answer = await api('DELETE', `/api/v2/silence/${id}`);
  // 404 since Alertmanager 0.26, before it 500 with a sentence.
  const isOver = !answer.ok && /answered (404|500: .*(not found|expired))/.test(answer.detail);
  return isOver ? { ok: true, value: '' } : answer;
}

type AlertLabels = Readonly<Record<string, string>>;

/** Returns the silences whose matchers have these values, expired ones, too. */
export const silencesFor = (api: AlertmanagerApi, labels: AlertLabels) =>
  listed(api, 'silences', labels, silenceSchema);

/** Returns the alerts with these labels, silenced and inhibited ones, too. */
export const alertsWith = (api: AlertmanagerApi, labels: AlertLabels) =>
  listed(api, 'alerts', labels, alertSchema);

async function listed<Item>(
  api: AlertmanagerApi,
  what: string,
  labels: AlertLabels,
  schema: z.ZodType<Item>,
): Promise<QueryResult<Item[]>> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(labels))
    query.append('filter', `${name}=${JSON.stringify(value)}`);
  const answer = await api('GET', `/api/v2/${what}?${query}`);
  if (!answer.ok) return answer;
  const parsed = z.array(schema).safeParse(jsonOf(answer.value));
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, detail: 'the response of Alertmanager is not that of its API v2' };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
