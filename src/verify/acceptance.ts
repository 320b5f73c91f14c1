import type { Cluster } from '../cluster/port.ts';
import { plainChecks } from '../config/plain-checks.ts';
import type { Environment, Verify } from '../config/types.ts';
import { variableIn } from '../toolkit/environment.ts';
import { describe, UserError } from '../toolkit/errors.ts';
import { pause } from '../toolkit/retry.ts';
import { assess } from './assertions.ts';
import { type CheckResult, type Clock, runChecks, type VerifyPart } from './checks.ts';
import { askDependencies, type ProbeOwner } from './dependencies.ts';
import { askEntrances, type Entrance, entrancesOf } from './entrances.ts';
import { type Identities, identitiesOf, variablesOf } from './identities.ts';
import { askMatrix } from './matrix.ts';
import { askPage } from './page.ts';
import { askRevoked } from './revocation.ts';
import { sender } from './sender.ts';
import { type CheckPlace, type CheckTarget, checkTargetOf, direct, placesOf } from './target.ts';
import { askTls } from './tls.ts';

/** The acceptance of a live version: all parts of `verify`. */

export interface AcceptanceRequest {
  readonly environment: Environment;
  readonly owner: ProbeOwner;
  /** Where identities are read. Without it, only checks without secrets are made, and the other parts are left out. */
  readonly env?: NodeJS.ProcessEnv | undefined;
  /** Default: all that `verify` has. `revoked` and `dependencies` are the ones that write. */
  readonly parts?: readonly VerifyPart[];
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

/**
 * Makes every check of `verify` at the live version, and returns what it found, without any secret. A check that cannot be made fails
 * with the reason.
 * @throws UserError when there is no address, or the configuration does not fit the cluster.
 */
export async function acceptance(cluster: Cluster, request: AcceptanceRequest): Promise<AcceptanceResult> {
  const { environment, env, clock = usualClock } = request;
  const { verify } = environment;
  if (verify === undefined)
    return { address: 'no address, because slipway.yml has no checks', results: [], partly: false };
  const identities = identitiesOf(verify, env ?? {});
  // All of them, because an application may send back any that it knows.
  if (env !== undefined) for (const name of variablesOf(verify)) identities.secretOf(name);
  const unset = env === undefined || verify.ca === undefined ? undefined : identities.problemOf([verify.ca]);
  if (unset !== undefined)
    throw new UserError(
      `verify.ca cannot be used: ${verify.ca} is empty`,
      'set it in an earlier step, or pass it in the input `logins`',
    );
  const target = await checkTargetOf(cluster, environment);
  const trusting = (each: CheckPlace) => withAuthorities(each, verify, env);
  const place = target.place && trusting(target.place);
  const at: CheckTarget = place === undefined ? target : direct(place);
  const ask = sender(at, identities);
  const checks = env === undefined ? plainChecks(verify.checks) : verify.checks;
  const judge: typeof assess = (check, response) => assess(check, response, identities.secretOf);
  const asked = (part: VerifyPart) => request.parts === undefined || request.parts.includes(part);
  const { matrix, page, dependencies, tls, revoked } = verify;
  let found: Promise<Entrance[]> | undefined;
  const entrances = () => {
    found ??= placesOf(cluster, environment).then(([first, ...more]) =>
      entrancesOf(verify, [trusting(first), ...more.map(trusting)]),
    );
    return found;
  };
  const part = <Settings>(
    name: VerifyPart,
    settings: Settings | undefined,
    make: (settings: Settings) => Promise<CheckResult[]>,
  ) => (settings === undefined || !asked(name) ? [] : [made(name, () => make(settings))]);
  const results = await Promise.all([
    ...part('checks', checks, all => runChecks(all, (check, ms) => askCheck(check, ms), clock, judge)),
    ...(env === undefined
      ? []
      : [
          ...part('matrix', matrix, all => askMatrix(all, ask, clock)),
          ...part('page', page, async one => [await pageOf(one, place, clock)]),
          ...part('dependencies', dependencies, all => askDependencies(cluster, all, request.owner, clock)),
          ...part('entrances', place, async () =>
            askEntrances((await entrances()).filter(isOther), checks, identities, clock),
          ),
          ...part('tls', tls, async settings => askTls(await entrances(), settings, clock)),
        ]),
  ]);
  // Last and alone, because it changes what an identity may do.
  if (env !== undefined)
    results.push(...(await Promise.all(part('revoked', revoked, all => askRevoked(all, ask, clock)))));
  return {
    address: target.address,
    results: results.flat().map(each => withoutValues(each, identities)),
    partly: env === undefined && hasMore(verify),
  };

  async function askCheck(check: Verify['checks'][number], timeoutMs: number) {
    const problem = identities.problemOf(Object.values(check['canary-secret'] ?? {}));
    return problem === undefined
      ? ask(check, timeoutMs)
      : ({ ok: false, reason: `could not be judged: ${problem}` } as const);
  }

  /** The only address was already asked by the checks. */
  function isOther({ place: { base, host } }: Entrance, _: number, all: readonly Entrance[]): boolean {
    return (
      verify?.entrances !== undefined ||
      all.length > 1 ||
      base.href !== place?.base.href ||
      host !== place.host
    );
  }
}

/** Whether there is more than checks without secrets. */
const hasMore = ({ checks, matrix, revoked, entrances, tls, page, dependencies }: Verify): boolean =>
  plainChecks(checks).length < checks.length ||
  [matrix, revoked, entrances, tls, page, dependencies].some(part => part !== undefined);

/** A part that breaks must not hide what the others found. */
async function made(part: VerifyPart, make: () => Promise<CheckResult[]>): Promise<CheckResult[]> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof UserError && part !== 'dependencies') throw error;
    return [
      {
        part,
        title: `verify.${part}`,
        ok: false,
        reason: `could not be asked: ${describe(error)}`,
        attempts: 1,
        ms: 0,
      },
    ];
  }
}

/** Authorities are no secret, so a rollback has them, too, if the environment does. Otherwise those of Node.js count. */
function withAuthorities(place: CheckPlace, { ca }: Verify, env: NodeJS.ProcessEnv | undefined): CheckPlace {
  const pem = ca === undefined ? '' : variableIn(ca, env ?? process.env);
  return pem === '' ? place : { ...place, ca: pem };
}

/** Loads paths below the root of the host, because a page names them so. */
async function pageOf(
  page: NonNullable<Verify['page']>,
  place: CheckPlace | undefined,
  clock: Clock,
): Promise<CheckResult> {
  if (place === undefined) throw new Error('a page without an address');
  const root = direct({ ...place, base: new URL('/', place.base) });
  const get = `${place.base.pathname.replace(/\/$/, '')}${page.get}`;
  return askPage(
    { ...page, get },
    (path, limit, timeoutMs) => root.request({ path, limit }, timeoutMs),
    clock,
  );
}

const withoutValues = (result: CheckResult, { hide }: Identities): CheckResult => ({
  ...result,
  ...(result.reason === undefined ? {} : { reason: hide(result.reason) }),
  ...(result.detail === undefined ? {} : { detail: hide(result.detail) }),
});
