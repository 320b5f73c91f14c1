import type { ProxiedRequest } from '../cluster/port.ts';
import { innermostCause } from '../toolkit/errors.ts';
import { jsonIn } from '../toolkit/map.ts';
import { withoutSecrets } from '../toolkit/redaction.ts';
import { type Endpoint, type EndpointReply, inSentence } from './http-endpoint.ts';
import type { Login } from './login.ts';

/** Asks a server that slipway.yml names, and interprets its HTTP responses: the same for Prometheus, Alertmanager and log stores. */

/** A value, or a sentence without a full stop that says why there is none, with the status of the response; 401 without a token. */
export type QueryResult<Value> =
  | { ok: true; value: Value }
  | { ok: false; detail: string; status?: number | undefined };

/** One response. `temporary`: another attempt may succeed. The detail is a clause whose subject is the server. */
export type Attempt<Value> =
  | { ok: true; value: Value }
  | { ok: false; detail: string; temporary: boolean; timedOut?: boolean; status?: number };

export interface HttpQuestion<Value> {
  /** What the server is, in sentences: `Prometheus`. */
  readonly server: string;
  readonly path: string;
  /** Default: a GET. */
  readonly request?: ProxiedRequest;
  /** Interprets the body of a response with a status from 200 to 299. */
  read(body: string): Attempt<Value>;
  /** Milliseconds in which attempts may begin. */
  readonly patience: number;
  /** Milliseconds of one attempt. Default: what is left of `patience`, at most 15 s. */
  readonly longest?: number;
  /** Whether it is sent only once, because the server would carry it out twice. */
  readonly once?: boolean;
}

const longestAttempt = 15_000;

/** Messages of TLS that another attempt does not change, and the setting that does. */
const ofTls: readonly [said: RegExp, problem: string][] = [
  [
    /self.signed certificate|unable to (verify the first|get (local )?issuer) certificate/i,
    'has a certificate from an unknown CA: name that CA in `ca`',
  ],
  [/Altnames/, 'has a certificate for another host: correct `url`'],
  [
    /alert (certificate required|bad certificate|unknown ca|handshake failure)/,
    'requires a client certificate, or refuses ours: correct `certificate` and `key`',
  ],
  [
    /(PEM|DECODER) routines|key values mismatch/,
    'cannot be queried: `certificate` and `key` are not a pair in PEM',
  ],
];

/** Asks until there is an answer, or another attempt is useless. Never throws; no sentence contains the token. */
export async function ask<Value>(
  endpoint: Endpoint,
  question: HttpQuestion<Value>,
): Promise<QueryResult<Value>> {
  const { server, patience, longest, once = false } = question;
  const failed = (detail: string, status?: number): QueryResult<Value> => ({
    ok: false,
    status,
    detail: withoutSecrets(`${server} ${endpoint.name} ${detail}`, endpoint.login?.secrets ?? []),
  });
  const missing = endpoint.login?.missing();
  if (missing !== undefined) return failed(`cannot be queried: ${missing}`, 401);
  const end = performance.now() + patience;
  let detail = '';
  for (let pause = 250; ; pause = Math.min(2 * pause, 1_000)) {
    const left = Math.max(1, Math.ceil(end - performance.now()));
    const answer = await attempt(endpoint, question, longest ?? Math.min(left, longestAttempt));
    if (answer.ok) return { ok: true, value: answer.value };
    // An earlier response says more than the final timeout.
    if (detail === '' || answer.timedOut !== true) detail = answer.detail;
    if (once || !answer.temporary || performance.now() + pause >= end)
      return failed(`${detail}${refusedLogin(endpoint.login, answer.status)}`, answer.status);
    await new Promise(resolve => setTimeout(resolve, pause));
  }
}

/** Names the settings of a credential that was refused. */
function refusedLogin(login: Login | undefined, status: number | undefined): string {
  if (login === undefined || (status !== 401 && status !== 403)) return '';
  return login.name === ''
    ? ', and slipway.yml names none: add one, such as `token`'
    : `; it got the credential of ${login.name}`;
}

async function attempt<Value>(
  { send, login }: Endpoint,
  { path, request, read }: HttpQuestion<Value>,
  timeout: number,
): Promise<Attempt<Value>> {
  const signal = AbortSignal.timeout(timeout);
  try {
    const { status, body, location } = await send(path, signal, request);
    // Before it is cut: a part of a secret is not recognized.
    const shown = status >= 200 && status < 300 ? body : withoutSecrets(body, login?.secrets ?? []);
    return answerIn({ status, body: shown, ...(location !== undefined && { location }) }, path, read);
  } catch (error) {
    const why = inSentence(innermostCause(error));
    const tls = ofTls.find(([said]) => said.test(why))?.[1];
    if (tls !== undefined) return { ok: false, detail: tls, temporary: false };
    const detail = signal.aborted
      ? `does not answer within ${Number((timeout / 1000).toFixed(1))} s`
      : `does not answer (${why})`;
    return { ok: false, detail, temporary: !/larger than/.test(why), timedOut: signal.aborted };
  }
}

/** Interprets a response. Pure. */
export function answerIn<Value>(
  { status, body, location }: EndpointReply,
  path: string,
  read: (body: string) => Attempt<Value>,
): Attempt<Value> {
  if (status >= 200 && status < 300) return read(body);
  const temporary = status === 429 || status >= 500;
  if (status >= 300 && status < 400) {
    const where = location === undefined ? '' : ` to ${inSentence(location.replace(/[?#].*/, ''))}`;
    const detail = `answered with a redirect${where}, probably to a login page; set its direct address`;
    return { ok: false, detail, temporary, status };
  }
  const said = inSentence(reasonIn(body));
  // A message of the API server about the Service.
  if (/no endpoints available/.test(said))
    return { ok: false, detail: 'has no ready pod behind its Service', temporary, status };
  return { ok: false, detail: clauseOf(status, said, path.replace(/\?.*/, '')), temporary, status };
}

function clauseOf(status: number, said: string, path: string): string {
  const answered = `${status}${said === '' ? '' : `: ${said}`}`;
  if (status === 401) return `does not accept the credential (${answered})`;
  if (status === 403) return `refuses the request (${answered})`;
  if (status === 404) return `has no ${path} (${answered})`;
  return `answered ${answered}`;
}

/** Returns the reason in an error of Prometheus, Elasticsearch, OpenSearch or the API server; others answer with plain text. */
function reasonIn(body: string): string {
  const { error, message } = (jsonIn(body) ?? {}) as { error?: unknown; message?: unknown };
  if (typeof error === 'string') return error;
  const { reason, root_cause } = (error ?? {}) as { reason?: unknown; root_cause?: unknown };
  const cause: unknown = Array.isArray(root_cause) ? root_cause[0]?.reason : undefined;
  const said = [cause, reason, message].find(each => typeof each === 'string');
  return typeof said === 'string' ? said : body;
}
