/** Which checks can be sent where there is no identity, and which through the API server. Without zod, because gates load it. */

interface Check {
  readonly method?: string | undefined;
  readonly as?: string | undefined;
  readonly send?: { readonly secrets?: unknown } | undefined;
  readonly cookies?: unknown;
  readonly 'stored-secrets'?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly type?: string | undefined;
  readonly body?: string | undefined;
}

/** Returns the checks that change nothing and carry no secret, without their latencies. Pure. */
export const plainChecks = <Each extends Check>(checks: readonly Each[]): Each[] =>
  checks
    .filter(
      ({ method = 'GET', as = 'none', send, cookies, 'stored-secrets': stored }) =>
        /^(GET|HEAD)$/.test(method) &&
        as === 'none' &&
        send?.secrets === undefined &&
        cookies === undefined &&
        stored === undefined,
    )
    .map(check => {
      const {
        'faster-than': _,
        times: __,
        ...rest
      } = check as Each & { 'faster-than'?: unknown; times?: unknown };
      return rest as unknown as Each;
    });

/** Returns those of them that are a bare GET, which the API server passes on, as it does the answer. Pure. */
export const bareChecks = <Each extends Check>(checks: readonly Each[]): Each[] =>
  plainChecks(checks).filter(
    check => check.method === undefined && check.send === undefined && lostInProxy(check) === undefined,
  );

/** Returns what a check expects of an answer and the API server does not pass on. Pure. */
export function lostInProxy({ headers = {}, type, body }: Check): string | undefined {
  const removed = Object.keys(headers).find(name =>
    /^access-control-allow-(credentials|headers|methods|origin)$/i.test(name),
  );
  if (removed !== undefined) return `expects the header ${removed}, which the API server removes`;
  const isPage =
    type === undefined ? /^\s*<(!doctype\s+html|html)\b/i.test(body ?? '') : /^text\/html$/i.test(type);
  return isPage && body !== undefined
    ? 'compares the body of a page, which the API server rewrites'
    : undefined;
}
