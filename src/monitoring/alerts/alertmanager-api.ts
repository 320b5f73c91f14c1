import { z } from 'zod';
import { type EndpointSettings, endpointOf, inSentence } from '../../analysis/http-endpoint.ts';
import type { QueryResult } from '../../analysis/prometheus.ts';
import type { Cluster, Method } from '../../cluster/port.ts';
import { innermostCause } from '../../toolkit/errors.ts';
import { withoutSecrets } from '../../toolkit/secrecy.ts';

/** The API v2 of Alertmanager. No function throws: a failure is a sentence without a full stop. */

/** Sends one request, and returns the body of a successful response. `status` is that of another one, or 401 without a token. */
export type AlertmanagerApi = (
  method: Method,
  path: string,
  body?: unknown,
) => Promise<{ ok: true; value: string } | { ok: false; detail: string; status?: number }>;

export interface SilenceMatcher {
  readonly name: string;
  readonly value: string;
  readonly isEqual: boolean;
  readonly isRegex: boolean;
}

/** A silence to open. Times are ISO 8601. */
export interface NewSilence {
  readonly matchers: readonly SilenceMatcher[];
  readonly startsAt: string;
  readonly endsAt: string;
  readonly createdBy: string;
  readonly comment: string;
}

export type Silence = z.output<typeof silenceSchema>;
export type AlertmanagerAlert = z.output<typeof alertSchema>;

/** Returns the Alertmanager of slipway.yml. */
export function alertmanagerOf(
  settings: EndpointSettings,
  cluster: Pick<Cluster, 'fetch'>,
  env: NodeJS.ProcessEnv,
): AlertmanagerApi {
  const endpoint = endpointOf(settings, cluster, env);
  const failed = (detail: string, status?: number) => ({
    ok: false as const,
    detail: withoutSecrets(`Alertmanager ${endpoint.name} ${detail}`, [endpoint.secret]),
    ...(status === undefined ? {} : { status }),
  });
  return async (method, path, body) => {
    if (endpoint.missing !== undefined) return failed(`cannot be asked: ${endpoint.missing}`, 401);
    const signal = AbortSignal.timeout(timeout);
    try {
      const reply = await endpoint.send(path, signal, { method, body });
      if (reply.status >= 200 && reply.status < 300) return { ok: true, value: reply.body };
      const said = inSentence(reply.body);
      return failed(`answered ${reply.status}${said === '' ? '' : `: ${said}`}`, reply.status);
    } catch (error) {
      return failed(
        signal.aborted
          ? `does not answer within ${timeout / 1000} s`
          : `does not answer (${innermostCause(error)})`,
      );
    }
  };
}

/** Milliseconds for one request: a release waits for it. */
const timeout = 3_000;

const matcherSchema = z.object({
  ...{ name: z.string(), value: z.string(), isRegex: z.boolean() },
  // Alertmanager before 0.22 has only equality.
  isEqual: z.boolean().default(true),
});

const silenceSchema = z.object({
  id: z.string().regex(/^[\w-]{1,100}$/),
  ...{ createdBy: z.string(), comment: z.string(), startsAt: z.string(), endsAt: z.string() },
  matchers: z.array(matcherSchema),
  status: z.object({ state: z.enum(['active', 'pending', 'expired']) }),
});

const alertSchema = z.object({
  receivers: z.array(z.object({ name: z.string() })),
  status: z.object({
    state: z.enum(['active', 'suppressed', 'unprocessed']),
    silencedBy: z.array(z.string()),
    inhibitedBy: z.array(z.string()),
  }),
});

export const openSilence = (api: AlertmanagerApi, silence: NewSilence): Promise<QueryResult<string>> =>
  api('POST', '/api/v2/silences', silence);

/** Ends a silence. One that has ended meanwhile is no failure. */
export async function expireSilence(api: AlertmanagerApi, id: string): Promise<QueryResult<string>> {
  const answer = await api('DELETE', `/api/v2/silence/${id}`);
  // 404 since Alertmanager 0.26, before it 500 with a sentence.
  const isOver = !answer.ok && /answered (404|500: .*(not found|expired))/.test(answer.detail);
  return isOver ? { ok: true, value: '' } : answer;
}

/** Returns the silences, without expired ones, whose matchers have these values. */
export const silencesFor = (api: AlertmanagerApi, labels: Readonly<Record<string, string>>) =>
  listed(
    api,
    `/api/v2/silences?${filters(labels)}`,
    silenceSchema,
    ({ status }) => status.state !== 'expired',
  );

/** Returns the alerts with these labels, silenced and inhibited ones, too. */
export const alertsWith = (api: AlertmanagerApi, labels: Readonly<Record<string, string>>) =>
  listed(api, `/api/v2/alerts?${filters(labels)}`, alertSchema, () => true);

const filters = (labels: Readonly<Record<string, string>>): string =>
  String(
    new URLSearchParams(
      Object.entries(labels).map(([name, value]): [string, string] => [
        'filter',
        `${name}=${JSON.stringify(value)}`,
      ]),
    ),
  );

async function listed<Schema extends z.ZodType>(
  api: AlertmanagerApi,
  path: string,
  schema: Schema,
  keeps: (each: z.output<Schema>) => boolean,
): Promise<QueryResult<z.output<Schema>[]>> {
  const answer = await api('GET', path);
  if (!answer.ok) return answer;
  const parsed = z.array(schema).safeParse(jsonOf(answer.value));
  return parsed.success
    ? { ok: true, value: parsed.data.filter(keeps) }
    : { ok: false, detail: 'the response of Alertmanager is not that of its API v2' };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
