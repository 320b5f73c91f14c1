/** Which checks can be sent where there is no identity, and which through the API server. Without zod, because gates load it. */

interface Check {
  readonly method?: string | undefined;
  readonly as?: string | undefined;
  readonly send?: { readonly secrets?: unknown } | undefined;
  readonly cookies?: unknown;
  readonly 'stored-secrets'?: unknown;
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

/** Returns those of them that are a bare GET, which the API server passes on. Pure. */
export const bareChecks = <Each extends Check>(checks: readonly Each[]): Each[] =>
  plainChecks(checks).filter(({ method, send }) => method === undefined && send === undefined);
