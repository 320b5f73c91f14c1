import type { Cluster } from '../cluster/port.ts';
import { plainChecks } from '../config/plain-checks.ts';
import type { Environment, Verify } from '../config/types.ts';
import { describe, UserError } from '../toolkit/errors.ts';
import { pause } from '../toolkit/retry.ts';
import { addressesOf, askAddresses, type EndpointAddress } from './addresses.ts';
import { assess } from './assertions.ts';
import {
  type CheckResult,
  type Clock,
  type FailureCause,
  isSafe,
  resultOf,
  runChecks,
  type VerifyPart,
} from './checks.ts';
import { askDependencies, type ProbeOwner } from './dependencies.ts';
import type { HttpAnswer } from './http.ts';
import { type Identities, identitiesOf, variablesOf } from './identities.ts';
import { askMatrix } from './matrix.ts';
import { askPage } from './page.ts';
import { askRevoked } from './revocation.ts';
import { sender } from './sender.ts';
import { type CheckPlace, type CheckTarget, checkTargetOf, direct, placesOf, withCa } from './target.ts';
import { askTls } from './tls.ts';

/** The acceptance of a live version: all parts of `verify`. */

export interface AcceptanceRequest {
  readonly environment: Environment;
  readonly owner: ProbeOwner;
  /** Where identities are read. Without it, only checks without secrets are run, and the other parts are left out. */
  readonly env?: NodeJS.ProcessEnv | undefined;
  /** Default: all that `verify` has. */
  readonly parts?: readonly VerifyPart[];
  /** Default: requests that only read, then requests that change something. */
  readonly only?: 'reads' | 'writes';
  /** Whether the caller has found nothing wrong, so that requests which change something may be sent. Default: true. */
  readonly mayChange?: Promise<boolean>;
  readonly clock?: Clock;
}

export interface AcceptanceResult {
  /** Where the requests went. */
  readonly address: string;
  readonly results: CheckResult[];
  /** Whether some of `verify` was left out, because there are no identities. */
  readonly partly: boolean;
}

const usualClock: Clock = { now: () => performance.now(), sleep: pause };

/** What another version cannot cure: at the main address the same requests are `checks`. */
const ofEnvironment: ReadonlySet<VerifyPart> = new Set(['addresses', 'tls', 'dependencies']);

/**
 * Makes every check of `verify` at the live version, and returns what it found, without any secret. A check that cannot be made fails
 * with the reason. Requests that change something are sent last, and only if nothing else has failed.
 */
export async function acceptance(cluster: Cluster, request: AcceptanceRequest): Promise<AcceptanceResult> {
  const { environment, env, only, clock = usualClock } = request;
  const { verify } = environment;
  if (verify === undefined)
    return { address: 'no address, because slipway.yml has no checks', results: [], partly: false };
  if (request.parts?.length === 0)
    return { address: 'no address, because nothing is checked', results: [], partly: false };
  const identities = identitiesOf(verify, env ?? {});
  // All of them, because an application may send back any that it knows.
  if (env !== undefined) for (const name of variablesOf(verify)) identities.secretOf(name);
  const unset = env === undefined || verify.ca === undefined ? undefined : identities.problemOf([verify.ca]);
  const found =
    unset === undefined
      ? await checkTargetOf(cluster, environment).catch(problemOf)
      : failure('checks', `could not be sent with the CA certificates in \`ca\`: ${unset}`, 'environment');
  if ('ok' in found) return { address: 'no address', results: [found], partly: false };
  const target = found;
  const trusting = (each: CheckPlace) => withCa(each, verify, env);
  const place = target.place && trusting(target.place);
  const at: CheckTarget = place === undefined ? target : direct(place);
  const ask = sender(at, identities);
  const checks = env === undefined ? plainChecks(verify.checks) : verify.checks;
  const judge: typeof assess = (check, response) => assess(check, response, identities);
  const { matrix, page, dependencies, tls, revoked } = verify;
  let addresses: Promise<EndpointAddress[]> | undefined;
  const findAddresses = async () => {
    const [first, ...more] = await placesOf(cluster, environment);
    return addressesOf(verify, [trusting(first), ...more.map(trusting)]);
  };
  const allAddresses = () => {
    addresses ??= findAddresses();
    return addresses;
  };
  const part = <Settings>(
    name: VerifyPart,
    settings: Settings | undefined,
    make: (settings: Settings) => Promise<CheckResult[]>,
  ) => {
    const isAsked = request.parts === undefined || request.parts.includes(name);
    return settings === undefined || !isAsked ? [] : [{ name, make: () => make(settings) }];
  };
  const askChecks = (all: readonly Verify['checks'][number][]) => runChecks(all, askCheck, clock, judge);
  const reading = [
    ...part('checks', some(checks.filter(isSafe)), askChecks),
    ...(env === undefined
      ? []
      : [
          ...part('matrix', some(matrix?.filter(isSafe)), all => askMatrix(all, ask, clock)),
          ...part('page', page, async one => [await pageOf(one, place, identities.hide, clock)]),
          ...part('dependencies', dependencies, all => askDependencies(cluster, all, request.owner, clock)),
          ...part('addresses', place, async () =>
            askAddresses((await allAddresses()).filter(isOther), checks, identities, clock, judge),
          ),
          ...part('tls', tls, async settings => askTls(await allAddresses(), settings, clock)),
        ]),
  ];
  const changing = [
    ...part('checks', some(checks.filter(each => !isSafe(each))), askChecks),
    ...part('matrix', env && some(matrix?.filter(each => !isSafe(each))), all => askMatrix(all, ask, clock)),
    // Last, because it changes what an identity may do.
    ...part('revoked', env && revoked, all => askRevoked(all, ask, clock)),
  ];
  const results = only === 'writes' ? [] : (await Promise.all(reading.map(made))).flat();
  const mayChange = results.every(({ ok }) => ok) && (await (request.mayChange ?? true));
  for (const each of only === 'reads' ? [] : changing)
    results.push(...(mayChange ? await made(each) : [notSent(each.name)]));
  return {
    address: target.address,
    results: results.map(each => published(each, identities)),
    partly: env === undefined && hasMore(verify),
  };

  async function askCheck(check: Verify['checks'][number], timeoutMs: number): Promise<HttpAnswer> {
    const problem = identities.problemOf(Object.values(check['stored-secrets'] ?? {}));
    return problem === undefined
      ? ask(check, timeoutMs)
      : { ok: false, reason: `could not be judged: ${problem}`, unsent: true };
  }

  /** The only address was already asked by the checks. */
  function isOther({ place: own }: EndpointAddress, _: number, all: readonly EndpointAddress[]): boolean {
    if (verify?.addresses !== undefined || all.length > 1) return true;
    return own.base.href !== place?.base.href || own.host !== place.host;
  }
}

const some = <Each>(list: readonly Each[] | undefined): readonly Each[] | undefined =>
  list?.length === 0 ? undefined : list;

const failure = (part: VerifyPart, reason: string, cause: FailureCause) =>
  resultOf(part, `verify.${part}`, { reason, cause, skipped: true }, 0, 0);

const notSent = (part: VerifyPart): CheckResult => ({
  ...failure(part, 'were not sent, because another check has failed', 'environment'),
  title: `the requests of verify.${part} that change something`,
});

/** Without an address nothing was asked, and a rollback changes no route back, and no Gateway. */
function problemOf(error: unknown): CheckResult {
  if (!(error instanceof UserError)) throw error;
  return failure('checks', `could not be sent: ${describe(error)}`, 'environment');
}

/** Whether there is more than checks without secrets. */
const hasMore = ({ checks, matrix, revoked, addresses, tls, page, dependencies }: Verify): boolean =>
  plainChecks(checks).length < checks.length ||
  [matrix, revoked, addresses, tls, page, dependencies].some(part => part !== undefined);

interface PartToAsk {
  readonly name: VerifyPart;
  make(): Promise<CheckResult[]>;
}

/** A part that breaks must not hide what the others found. */
async function made({ name, make }: PartToAsk): Promise<CheckResult[]> {
  try {
    return await make();
  } catch (error) {
    return [failure(name, `could not be checked: ${describe(error)}`, 'environment')];
  }
}

/** Loads paths below the root of the host, because a page names them so. */
async function pageOf(
  page: NonNullable<Verify['page']>,
  place: CheckPlace | undefined,
  hide: Identities['hide'],
  clock: Clock,
): Promise<CheckResult> {
  if (place === undefined) throw new Error('a page without an address');
  const root = direct({ ...place, base: new URL('/', place.base) });
  const get = `${place.base.pathname.replace(/\/$/, '')}${page.get}`;
  return askPage(
    { ...page, get },
    (path, sizes, timeoutMs) => root.request({ path, ...sizes }, timeoutMs),
    hide,
    clock,
  );
}

/** Without any secret, and with the cause of a failure. */
const published = (result: CheckResult, { hide }: Identities): CheckResult => ({
  ...result,
  ...(result.reason === undefined ? {} : { reason: hide(result.reason) }),
  ...(result.detail === undefined ? {} : { detail: hide(result.detail) }),
  ...(!result.ok && ofEnvironment.has(result.part ?? 'checks') ? { cause: 'environment' } : {}),
});
