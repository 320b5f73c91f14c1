export const id = 2611;
export const ids = [2611];
export const modules = {

/***/ 52611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rollback: () => (/* binding */ rollback)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/timing.js
var timing = __webpack_require__(68672);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/release/store/retention.js
var retention = __webpack_require__(23647);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/genuine.js
var genuine = __webpack_require__(84291);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/kinds.js
var kinds = __webpack_require__(17849);
;// CONCATENATED MODULE: ./.build/js/src/release/preflight/rollback-checks.js




async function requireShipped(cluster, namespace, target) {
    for (const { kind, name, copy } of target.record.shipped) {
        if ((await cluster.get((0,retention/* pathOfCopy */.Mc)(namespace, { kind, copy }))) === undefined) {
            throw new errors/* UserError */.yo(`${kind}/${copy}, which release ${target.record.release} shipped as ${name}, has been deleted`, 'deploy that version again, or go back to another release with `to-release`');
        }
    }
}
async function requireSignedRelease(cluster, config, { namespace, workload }, { template, workers }, requireSigned) {
    const repositories = (0,genuine/* repositoriesIn */.St)(config);
    const own = Object.entries(workers).flatMap(([name, before]) => before === null ? [] : [[(0,kinds/* refOfKey */.u$)(name), before.template]]);
    const images = [[workload, template], ...own].map(async ([ref, wanted]) => {
        const { templates } = await (0,genuine/* readWithTemplates */.OM)(cluster, namespace, ref);
        return (0,genuine/* imagesOfRecordAlone */.aF)(wanted, { templates, repositories });
    });
    await requireSigned([...new Set((await Promise.all(images)).flat())]);
}

// EXTERNAL MODULE: ./.build/js/src/release/rights/access.js
var access = __webpack_require__(28065);
// EXTERNAL MODULE: ./.build/js/src/release/rights/credential-life.js
var credential_life = __webpack_require__(39829);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/find.js + 1 modules
var find = __webpack_require__(31546);
// EXTERNAL MODULE: ./.build/js/src/release/store/orphans.js
var orphans = __webpack_require__(99886);
// EXTERNAL MODULE: ./.build/js/src/release/store/release-workers.js
var release_workers = __webpack_require__(31878);
// EXTERNAL MODULE: ./.build/js/src/release/store/releases.js + 1 modules
var store_releases = __webpack_require__(24576);
// EXTERNAL MODULE: ./.build/js/src/release/store/reversibility.js
var reversibility = __webpack_require__(95606);
// EXTERNAL MODULE: ./.build/js/src/release/store/rollout-state.js
var rollout_state = __webpack_require__(27848);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/controllers.js
var controllers = __webpack_require__(70371);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/naming.js
var naming = __webpack_require__(29296);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/workers.js
var workers = __webpack_require__(17121);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/run.js + 11 modules
var run = __webpack_require__(7566);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/workload-writes.js
var workload_writes = __webpack_require__(80325);
;// CONCATENATED MODULE: ./.build/js/src/release/rollout/roll-back-to.js












async function rollBackTo(cluster, request, environment, target, lease) {
    const { config, environmentName, origin, force, deadline, report } = request;
    const { namespace, workload, strategy } = environment;
    const { release } = target.record;
    const { token } = lease;
    const records = new store_releases/* ReleaseStore */.T(cluster, namespace, config.app);
    const [live, releases] = await Promise.all([
        cluster.get((0,kinds/* pathTo */.vs)(namespace, workload)),
        records.list(),
    ]);
    const at = cluster.now();
    const past = (0,reversibility/* irreversibleSince */.BW)(releases, release).length > 0 && force !== undefined;
    const reason = `rolled back to ${release} by ${origin.actor} in ${origin.run}${past ? `, ${(0,reversibility/* forcedBecause */.QN)(force)}` : ''}`;
    if (isLive(live, target) && (await workersAreThere(cluster, namespace, { target, releases, report }))) {
        report(`release ${release} is live already`);
        await (0,orphans/* markSuperseded */.QX)(records, release, { token, at: new Date(at).toISOString(), reason: () => reason });
        return { changed: false, seconds: 0 };
    }
    const obstacle = live && (0,controllers/* heldBack */.Zg)(live);
    if (obstacle !== undefined)
        throw new errors/* UserError */.yo(`${obstacle.problem}, so release ${release} cannot become ready in it`, obstacle.remedy);
    report(`restoring release ${release}`);
    await (0,rollout_state/* beginState */.X0)(cluster, namespace, {
        schema: 1,
        app: config.app,
        environment: environmentName,
        token,
        run: origin,
        strategy: 'rolling',
        phase: 'rolling-back',
        rollback: true,
        step: 0,
        weight: 0,
        baseline: release,
        candidate: displaced(live, releases, release) ?? release,
        capacity: live === undefined ? await replicasOfGone(cluster, environment, target) : (live.spec?.replicas ?? 1),
        startedAt: at,
        since: at,
        deadline: at + Math.min(strategy.deadline, deadline),
        abortRequested: { by: `${origin.actor} in ${origin.run}`, at },
        reason,
    });
    request.onRollback?.();
    const { end, ms } = await (0,run/* finishRollout */.JZ)(cluster, { ...request, wait: 0 }, lease);
    const done = { changed: true, seconds: ms / 1000 };
    return end.state === 'needs-action' ? { ...done, problem: end.reason } : done;
}
function replicasOfGone(cluster, { namespace, workload }, { record }) {
    const manifest = (0,kinds/* manifestOf */.$V)(record, workload);
    return manifest === undefined ? 1 : (0,workload_writes/* replicasFor */.tz)(cluster, namespace, manifest);
}
function displaced(live, releases, target) {
    const marked = live?.metadata?.annotations?.[naming/* labels */.WD.release];
    const record = releases.find(each => String(each.record.release) === marked)?.record;
    return record?.source === 'released' && record.release !== target ? record.release : undefined;
}
async function workersAreThere(cluster, namespace, { target, releases, report, }) {
    const known = (0,release_workers/* workersAt */.ZK)(target, releases);
    const lives = await (0,workers/* readWorkers */.QF)(cluster, namespace, Object.keys(known).map(kinds/* refOfKey */.u$));
    const { release } = target.record;
    return Object.entries(known).every(([name, before]) => {
        const live = lives[name];
        if (before === null)
            return (0,workers/* releaseOf */.l7)(live) === undefined;
        if (live === undefined) {
            report(`warning: ${(0,kinds/* titleOf */.Gg)((0,kinds/* refOfKey */.u$)(name))}, a worker of release ${release}, no longer exists and is not recreated`);
            return true;
        }
        return (0,workers/* releaseOf */.l7)(live) === release && (0,naming/* canonical */.$N)((0,kinds/* templateOf */.kW)(live)) === (0,naming/* canonical */.$N)(before.template);
    });
}
function isLive(live, target) {
    return (live?.metadata?.annotations?.[naming/* labels */.WD.release] === String(target.record.release) &&
        (0,naming/* canonical */.$N)(live.spec?.template) === (0,naming/* canonical */.$N)(target.outcome.template));
}

// EXTERNAL MODULE: ./.build/js/src/release/store/lease.js
var store_lease = __webpack_require__(62775);
// EXTERNAL MODULE: ./.build/js/src/release/store/recorded-environment.js
var recorded_environment = __webpack_require__(26417);
;// CONCATENATED MODULE: ./.build/js/src/release/store/rollback-target.js


function targetFrom(releases, from, run) {
    const own = releases.find(({ record }) => record.source === 'released' && record.by.run === run);
    const number = from === 'run' ? own?.record.release : from;
    if (number === undefined)
        return { notNeeded: 'this run recorded no release, so there is nothing to roll back' };
    const newer = releases.find(({ record, outcome }) => record.release > number && outcome?.state !== 'rolled-back');
    if (newer !== undefined) {
        const { release, by } = newer.record;
        const whose = `release ${release} by ${by.actor} in ${by.run}`;
        return { notNeeded: `${whose} came after release ${number}, so nothing was rolled back` };
    }
    const { record, outcome } = numbered(releases, number);
    if (outcome?.state === 'rolled-back')
        return { notNeeded: `release ${number} has already been rolled back` };
    return record.baseline === undefined ? {} : { to: record.baseline };
}
function rollbackTarget(releases, named) {
    if (named === undefined) {
        const verified = releases.find(release => release.outcome?.state === 'verified');
        if (verified !== undefined && (0,store_releases/* isWhole */.wP)(verified))
            return verified;
        throw new errors/* UserError */.yo('no release of this application has been verified yet', releases.some(store_releases/* isRestorable */.qX)
            ? `choose one with \`to-release\`: ${listed(releases)}`
            : 'deploy a version that works');
    }
    const found = numbered(releases, named);
    if (!(0,store_releases/* isRestorable */.qX)(found)) {
        throw new errors/* UserError */.yo(`release ${named} cannot be rolled back to: it never became ready`, `choose one of these: ${listed(releases)}`);
    }
    return found;
}
function numbered(releases, number) {
    const found = releases.find(({ record }) => record.release === number);
    if (found !== undefined)
        return found;
    throw new errors/* UserError */.yo(`there is no record of release ${number}`, `choose one of these: ${listed(releases) || 'none'}`);
}
function listed(releases) {
    return releases
        .filter(store_releases/* isRestorable */.qX)
        .slice(0, 10)
        .map(({ record, outcome }) => `${record.release} (${outcome.state})`)
        .join(', ');
}

// EXTERNAL MODULE: ./.build/js/src/release/verify.js + 4 modules
var verify = __webpack_require__(29129);
;// CONCATENATED MODULE: ./.build/js/src/release/rollback.js
















async function rollback(cluster, request) {
    const { config, environment, report } = request;
    const { namespace } = environment;
    const records = new store_releases/* ReleaseStore */.T(cluster, namespace, config.app, report);
    const [releases, running] = await Promise.all([records.list(), (0,find/* unfinished */.M)(cluster, request)]);
    const from = targetOf(releases, request);
    if ('notNeeded' in from)
        return notNeeded(from.notNeeded);
    if (running !== undefined) {
        requireReversible(releases, request, running);
        await askForEnd(cluster, request, running);
        return underLease(cluster, request, environment.workload, { asked: running.rollout });
    }
    const target = rollbackTarget(releases, request.to ?? from.to);
    const { release } = target.record;
    const recorded = (0,recorded_environment/* recordedEnvironment */.Y)(target.record, request.environmentName, environment);
    const path = (0,kinds/* pathTo */.vs)(namespace, recorded.workload);
    const blocked = (0,reversibility/* wayBackProblem */.m5)(releases, release, request.force);
    if (blocked !== undefined && !isLive(await cluster.get(path), target))
        throw blocked;
    await Promise.all([
        (0,access/* requireRights */.XU)(cluster, namespace, (0,access/* rightsOfRollback */.Vr)(recorded)),
        (0,credential_life/* requireLife */.mf)(cluster, (0,credential_life/* withWait */.SO)((0,credential_life/* needOfRollback */.em)(recorded), waitOf(request), leftOf(request)), report),
    ]);
    await requireShipped(cluster, recorded.namespace, target);
    if (request.requireSigned !== undefined) {
        const brought = { template: target.outcome.template, workers: (0,release_workers/* workersAt */.ZK)(target, releases) };
        await requireSignedRelease(cluster, config, recorded, brought, request.requireSigned);
    }
    return underLease(cluster, request, recorded.workload, {
        otherwise: async (lease, now) => {
            const target = rollbackTarget(now, release);
            const deadline = Math.min(recorded.strategy.deadline, leftOf(request));
            const { problem, ...done } = await rollBackTo(cluster, { ...request, deadline }, recorded, target, lease);
            if (problem !== undefined)
                return { release, ...done, ...stateOf(problem, undefined) };
            return {
                release,
                ...done,
                ...stateOf(undefined, await verifyIfAsked(cluster, request, recorded, release)),
            };
        },
    });
}
async function underLease(cluster, request, workload, aim) {
    const { config, environment, origin, from, report } = request;
    const { namespace } = environment;
    const lease = await (0,store_lease.acquireLease)(cluster, {
        app: config.app,
        namespace,
        workload,
        origin,
        wait: waitOf(request),
        seize: from === undefined ? true : 'own',
        report,
    });
    let ended;
    try {
        const records = new store_releases/* ReleaseStore */.T(cluster, namespace, config.app, report);
        const [releases, begun] = await Promise.all([records.list(), (0,find/* unfinished */.M)(cluster, request)]);
        const asked = 'asked' in aim ? aim.asked : undefined;
        const isSame = asked !== undefined && begun?.rollout.candidate === asked.candidate;
        const hasEnded = asked !== undefined && begun === undefined;
        const still = isSame || hasEnded ? {} : targetOf(releases, request);
        if ('notNeeded' in still)
            return notNeeded(still.notNeeded);
        if (begun === undefined) {
            if ('otherwise' in aim)
                return await aim.otherwise(lease, releases);
            ended = { rollout: aim.asked, releases, rolledBack: undefined };
        }
        else {
            if (!isSame || begun.rollout.abortRequested === undefined)
                requireReversible(releases, request, begun);
            ended = await endUnder(cluster, request, begun.rollout, releases, lease);
        }
    }
    finally {
        await lease.release();
    }
    return afterEnd(cluster, request, ended);
}
const waitOf = ({ from }) => (from === undefined ? 0 : timing/* untilFree */.X);
function requireReversible(releases, { to, force }, { rollout }) {
    const blocked = (0,reversibility/* wayBackProblem */.m5)(releases, to ?? rollout.baseline, force, rollout);
    if (blocked !== undefined)
        throw blocked;
}
async function askForEnd(cluster, { environment, origin, report }, entry) {
    const { rollout } = entry;
    report(`release ${rollout.candidate} is being rolled out (${rollout.phase}): rolling it back`);
    const asked = { by: whoOf(origin), at: cluster.now() };
    await (0,rollout_state/* requestAbort */.kR)(cluster, environment.namespace, rollout, asked);
}
async function endUnder(cluster, request, rollout, releases, lease) {
    const { force, origin } = request;
    const by = whoOf(origin);
    const reversible = recordOf(releases, rollout.candidate)?.reversible !== false;
    const why = `rolled back by ${by}${force === undefined || reversible ? '' : `, ${(0,reversibility/* forcedBecause */.QN)(force)}`}`;
    if (rollout.phase === 'rolling-back')
        request.onRollback?.();
    try {
        return {
            rollout,
            releases,
            rolledBack: await (0,run/* rollBackRollout */.aL)(cluster, { ...request, wait: 0 }, lease, why, by),
        };
    }
    catch (error) {
        if (!(error instanceof rollout_state/* RolloutOver */.aW))
            throw error;
        return { rollout, releases, rolledBack: undefined };
    }
}
async function afterEnd(cluster, request, { rollout: { app, baseline }, releases, rolledBack }) {
    const { environment } = request;
    const last = rolledBack === undefined ? await (0,rollout_state/* readState */.un)(cluster, environment.namespace, app) : undefined;
    if (last?.rollout.phase === 'done')
        return rollback(cluster, request);
    const { end, ms } = rolledBack ?? { end: { state: 'rolled-back', reason: '' }, ms: 0 };
    const decision = rolledBack === undefined ? {} : { decision: rolledBack.decisions };
    const goesFurther = request.to !== undefined && request.to !== baseline;
    if (end.state !== 'needs-action' && goesFurther) {
        const further = await rollback(cluster, request);
        return { ...decision, ...further, changed: true, seconds: ms / 1000 + further.seconds };
    }
    const untried = goesFurther ? `; release ${request.to} was not restored` : '';
    const recorded = (0,recorded_environment/* recordedEnvironment */.Y)(recordOf(releases, baseline), request.environmentName, environment);
    const verification = baseline === undefined || end.state !== 'rolled-back'
        ? undefined
        : await verifyIfAsked(cluster, request, recorded, baseline);
    return {
        ...(baseline === undefined ? {} : { release: baseline }),
        changed: true,
        seconds: ms / 1000,
        ...stateOf(end.state === 'needs-action' ? `${end.reason}${untried}` : undefined, verification),
        ...decision,
    };
}
const whoOf = ({ actor, run }) => `${actor} in ${run}`;
function recordOf(releases, release) {
    return releases.find(({ record }) => record.release === release)?.record;
}
function targetOf(releases, { from, origin }) {
    return from === undefined ? {} : targetFrom(releases, from, origin.run);
}
const leftOf = ({ until = Number.POSITIVE_INFINITY }) => Math.max(1000, until - performance.now());
function notNeeded(reason) {
    return { state: 'not-needed', changed: false, seconds: 0, reason };
}
function stateOf(reason, verification) {
    const problem = reason ?? (verification?.verdict === 'fail' ? verification.reasons.join('; ') : undefined);
    return {
        state: problem === undefined ? 'complete' : 'failed',
        ...(problem === undefined ? {} : { reason: problem }),
        ...(verification === undefined ? {} : { verification }),
    };
}
function verifyIfAsked(cluster, { config, environmentName, report }, environment, release) {
    return (0,verify.verify)(cluster, { config, environmentName, environment, release, report });
}


/***/ }),

/***/ 29129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verify: () => (/* binding */ verify)
});

// EXTERNAL MODULE: ./.build/js/src/cluster/errors.js
var errors = __webpack_require__(20553);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var toolkit_errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
;// CONCATENATED MODULE: ./.build/js/src/verify/json-path.js

const step = /(?:^|(?!^)\.)([A-Za-z_$][A-Za-z0-9_$-]*)|\[(0|[1-9][0-9]{0,8})\]/y;
function parseJsonPath(text) {
    const steps = [];
    step.lastIndex = 0;
    let end = 0;
    while (end < text.length) {
        const match = step.exec(text);
        if (match === null)
            return undefined;
        steps.push(match[1] ?? Number(match[2]));
        end = step.lastIndex;
    }
    return steps.length > 0 ? steps : undefined;
}
function valueAt(value, path) {
    let current = value;
    for (const part of path) {
        if (typeof part === 'number' ? !Array.isArray(current) : !(0,map/* isMap */.jh)(current))
            return undefined;
        const container = current;
        if (!Object.hasOwn(container, part))
            return undefined;
        current = Reflect.get(container, part);
    }
    return current;
}

;// CONCATENATED MODULE: ./.build/js/src/verify/assertions.js

function assess(check, response) {
    const reason = statusProblem(check, response) ??
        htmlProblem(check, response) ??
        typeProblem(check, response) ??
        headersProblem(check, response) ??
        jsonProblem(check, response) ??
        bodyProblem(check, response);
    return reason === undefined ? { ok: true } : { ok: false, reason };
}
function statusProblem(check, { status, headers, body }) {
    if (status === check.status)
        return undefined;
    const location = headers.location;
    const detail = status >= 300 && status < 400 && location !== undefined
        ? ` (a redirect to ${excerpt(location)}, which is not followed)`
        : quotedBody(body);
    return `answered ${status}, expected ${check.status}${detail}`;
}
function htmlProblem(check, response) {
    const wantsJson = check.json !== undefined || (check.type !== undefined && isJsonType(check.type));
    if (!wantsJson || !isHtml(response))
        return undefined;
    return `answered ${response.status} with HTML where JSON was expected: a single-page app's fallback answers anything`;
}
function typeProblem(check, response) {
    if (check.type === undefined)
        return undefined;
    const type = mediaType(response);
    if (type === check.type.toLowerCase())
        return undefined;
    return `answered with ${type === '' ? 'no media type' : excerpt(type)}, expected ${check.type}`;
}
function headersProblem(check, { headers }) {
    for (const [name, expected] of Object.entries(check.headers ?? {})) {
        const value = headers[name.toLowerCase()];
        if (value === undefined)
            return `answered without the header ${name}, expected "${expected}"`;
        if (value !== expected)
            return `answered with ${name} "${excerpt(value)}", expected "${expected}"`;
    }
    return undefined;
}
function jsonProblem(check, { body }) {
    if (check.json === undefined)
        return undefined;
    let document;
    try {
        document = JSON.parse(body);
    }
    catch {
        return `answered with something that is not JSON${quotedBody(body)}`;
    }
    for (const [path, expected] of Object.entries(check.json)) {
        const steps = parseJsonPath(path);
        const value = steps === undefined ? undefined : valueAt(document, steps);
        if (value === undefined)
            return `answered with JSON that has no ${path}, expected ${JSON.stringify(expected)}`;
        if (value !== expected)
            return `answered with ${scalar(value)} for ${path}, expected ${JSON.stringify(expected)}`;
    }
    return undefined;
}
function bodyProblem(check, { body }) {
    if (check.body === undefined || withoutNewline(body) === withoutNewline(check.body))
        return undefined;
    const got = body === '' ? 'an empty body' : `the body "${excerpt(body)}"`;
    return `answered with ${got}, expected "${excerpt(check.body)}"`;
}
function excerpt(text) {
    const line = text
        .slice(0, 4096)
        .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ')
        .trim();
    const letters = [...line];
    return letters.length > 120 ? `${letters.slice(0, 119).join('')}…` : line;
}
function quotedBody(body) {
    const text = excerpt(body);
    return text === '' ? ' (empty body)' : `: "${text}"`;
}
function scalar(value) {
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object' && value !== null)
        return 'a map';
    return excerpt(JSON.stringify(value));
}
function mediaType(response) {
    return (response.headers['content-type'] ?? '').split(';', 1).join('').trim().toLowerCase();
}
function isJsonType(type) {
    return /^application\/([\w.-]+\+)?json$/i.test(type);
}
function isHtml(response) {
    const type = mediaType(response);
    return (type === 'text/html' ||
        type === 'application/xhtml+xml' ||
        /^\s*<(!doctype\s+html|html)\b/i.test(response.body));
}
function withoutNewline(text) {
    return text.replace(/\r?\n$/, '');
}

;// CONCATENATED MODULE: ./.build/js/src/verify/checks.js

const pause = 250;
const longestAttempt = 10_000;
function runChecks(checks, send, clock) {
    return Promise.all(checks.map(check => runCheck(check, send, clock)));
}
async function runCheck(check, send, clock) {
    const start = clock.now();
    for (let attempts = 1;; attempts++) {
        const left = check.within - (clock.now() - start);
        const answer = await send(check, Math.max(1, Math.min(left, longestAttempt)));
        const assessment = answer.ok ? assess(check, answer.response) : answer;
        const ms = clock.now() - start;
        if (assessment.ok)
            return { check, ok: true, attempts, ms };
        if (ms + pause >= check.within)
            return { check, ok: false, reason: assessment.reason, attempts, ms };
        await clock.sleep(pause);
    }
}

// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/verify/http.js
var http = __webpack_require__(60311);
;// CONCATENATED MODULE: ./.build/js/src/release/check-target.js



async function checkTargetOf(cluster, environment) {
    const { verify } = environment;
    if (verify?.url !== undefined)
        return direct(new URL(verify.url), undefined);
    return verify?.from === 'service'
        ? throughApiServer(cluster, environment)
        : throughGateway(cluster, environment);
}
function direct(base, host) {
    return {
        address: host === undefined ? base.href : `${base.href} as ${host}`,
        send: (check, timeoutMs) => (0,http/* probe */.d)({ base, path: check.get, timeoutMs, ...(host === undefined ? {} : { host }) }),
    };
}
async function throughGateway(cluster, { namespace, route }) {
    const name = route?.name ?? '';
    const object = await cluster.get((0,resources/* pathOf */.XM)(resources/* resources */.ES.httpRoute, namespace, name));
    if (object === undefined)
        throw new toolkit_errors/* UserError */.yo(`HTTPRoute/${name} does not exist in namespace ${namespace}`, 'add it to the manifests');
    const parent = object.spec?.parentRefs?.[0];
    if (parent === undefined)
        throw new toolkit_errors/* UserError */.yo(`HTTPRoute/${name} names no Gateway`, 'add parentRefs to it');
    const gateway = await cluster.get((0,resources/* pathOf */.XM)(resources/* resources */.ES.gateway, parent.namespace ?? namespace, parent.name));
    const address = gateway?.status?.addresses?.[0]?.value;
    const listener = gateway?.spec?.listeners?.find(({ name: section, port }) => (parent.sectionName === undefined || section === parent.sectionName) &&
        (parent.port === undefined || port === parent.port));
    if (address === undefined || listener === undefined) {
        throw new toolkit_errors/* UserError */.yo(`Gateway/${parent.name} of HTTPRoute/${name} has no ${address === undefined ? 'address in its status' : 'matching listener'}`, 'set `verify.url` in slipway.yml to the address that users request');
    }
    const scheme = /^(HTTPS|TLS)$/.test(listener.protocol) ? 'https' : 'http';
    const host = object.spec?.hostnames?.[0] ?? listener.hostname;
    const base = new URL(`${scheme}://${address.includes(':') ? `[${address}]` : address}:${listener.port}`);
    return direct(base, host?.replace(/^\*\./, 'slipway.'));
}
async function throughApiServer(cluster, { namespace, service = '' }) {
    const object = await cluster.get((0,resources/* pathOf */.XM)(resources/* resources */.ES.service, namespace, service));
    const ports = object?.spec?.ports ?? [];
    const port = ports.find(({ name }) => name === 'http') ?? ports[0];
    if (port === undefined) {
        throw new toolkit_errors/* UserError */.yo(`Service/${service} ${object === undefined ? 'does not exist' : 'has no port'} in namespace ${namespace}`, 'complete it in the manifests');
    }
    const root = `${(0,resources/* pathOf */.XM)(resources/* resources */.ES.service, namespace, `${service}:${port.port}`)}/proxy`;
    return {
        address: `Service/${service} through the API server`,
        send: async (check, timeoutMs) => {
            try {
                const answer = await cluster.fetch(`${root}${check.get}`, AbortSignal.timeout(timeoutMs));
                return { ok: true, response: { ...answer, url: `${service}${check.get}` } };
            }
            catch (error) {
                return { ok: false, reason: `could not be sent through the API server: ${error.message}` };
            }
        },
    };
}

// EXTERNAL MODULE: ./.build/js/src/release/store/recorded-environment.js
var recorded_environment = __webpack_require__(26417);
// EXTERNAL MODULE: ./.build/js/src/release/store/releases.js + 1 modules
var releases = __webpack_require__(24576);
// EXTERNAL MODULE: ./.build/js/src/release/store/served-digests.js + 1 modules
var served_digests = __webpack_require__(33342);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/controllers.js
var controllers = __webpack_require__(70371);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/kinds.js
var kinds = __webpack_require__(17849);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/naming.js
var naming = __webpack_require__(29296);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/workers.js
var workloads_workers = __webpack_require__(17121);
;// CONCATENATED MODULE: ./.build/js/src/release/verify.js











async function verify(cluster, request) {
    const { config, environment, report } = request;
    const records = new releases/* ReleaseStore */.T(cluster, environment.namespace, config.app, report);
    const live = await (0,served_digests/* settled */.gu)(cluster, (0,kinds/* pathTo */.vs)(environment.namespace, environment.workload));
    const marked = live?.metadata?.annotations?.[naming/* labels */.WD.release];
    if (live === undefined || marked === undefined) {
        throw new toolkit_errors/* UserError */.yo(`${(0,kinds/* titleOf */.Gg)(environment.workload)} in namespace ${environment.namespace} was not released by Slipway`, 'deploy a release first');
    }
    const serving = Number(marked);
    const wanted = request.release ?? serving;
    const release = (await records.list()).find(({ record }) => record.release === serving);
    const pinned = (0,served_digests/* pinnedImages */.Dl)(live, release?.record);
    const { workers: listed } = (0,recorded_environment/* recordedEnvironment */.Y)(release?.record, request.environmentName, environment);
    const [served, workers, entrance] = await Promise.all([
        (0,served_digests/* serves */.xu)(cluster, environment, live, await (0,served_digests/* acceptable */.FI)(pinned.images, request.registry, report)),
        (0,served_digests/* proveWorkers */.cV)(cluster, environment, (0,workloads_workers/* workersOf */.N)({ workers: listed }), release?.record, request),
        environment.verify === undefined ? undefined : checkTargetOf(cluster, environment),
    ]);
    const checks = entrance === undefined
        ? []
        : await runChecks(environment.verify?.checks ?? [], entrance.send, served_digests/* systemClock */.ml);
    const reasons = [
        ...(wanted === serving ? [] : [`release ${wanted} was requested, but release ${serving} is live`]),
        ...(release === undefined ? [`there is no record of release ${serving}`] : pinned.problems),
        ...((0,controllers/* isUp */.ie)(live) ? [] : [`release ${serving} is not fully rolled out: ${(0,controllers/* upText */.VX)(live)}`]),
        ...served.reasons,
        ...workers.reasons,
        ...checks.filter(check => !check.ok).map(({ check, reason }) => `GET ${check.get} ${reason}`),
        ...(await unchanged(cluster, environment, live)),
    ];
    const unproved = reasons.length === 0 && Object.keys(pinned.images).length === 0;
    if (reasons.length === 0 && release !== undefined && !unproved)
        reasons.push(...(await markVerified(cluster, records, release, live)));
    const verdict = reasons.length > 0 ? 'fail' : unproved ? 'unproved' : 'pass';
    if (unproved) {
        reasons.push(`release ${serving} was adopted and its images are not pinned by digest: it is not marked as verified`);
    }
    report(`release ${wanted}: ${words[verdict]}`);
    const address = entrance?.address ?? 'no checks configured';
    return {
        verdict,
        release: wanted,
        digests: pinned.images,
        shown: [...new Set([...pinned.named, ...workers.named])],
        served,
        workers: workers.workers,
        checks,
        address,
        reasons,
    };
}
const words = {
    pass: 'verification passed',
    fail: 'verification failed',
    unproved: 'it is live, but cannot be verified',
};
async function unchanged(cluster, environment, before) {
    const after = await cluster.get((0,kinds/* pathTo */.vs)(environment.namespace, environment.workload));
    const same = after?.metadata?.uid === before.metadata?.uid &&
        JSON.stringify(after?.spec?.template) === JSON.stringify(before.spec?.template) &&
        after?.metadata?.annotations?.[naming/* labels */.WD.release] === before.metadata?.annotations?.[naming/* labels */.WD.release];
    return same ? [] : ['the workload was changed while it was being verified'];
}
async function markVerified(cluster, records, release, live) {
    const { record, outcome, outcomeVersion } = release;
    if (outcome?.state === 'verified')
        return [];
    const template = outcome?.template ?? live.spec?.template;
    try {
        await records.amend({
            schema: 1,
            release: record.release,
            state: 'verified',
            at: new Date(cluster.now()).toISOString(),
            ...(outcome?.token === undefined ? {} : { token: outcome.token }),
            ...(template === undefined ? {} : { template }),
            ...(0,releases/* restorable */.wq)(outcome),
        }, outcomeVersion);
        return [];
    }
    catch (error) {
        if (!(error instanceof errors/* ClusterError */.b$ && error.isConflict))
            throw error;
        return [`the outcome of release ${record.release} was changed while it was being verified`];
    }
}


/***/ }),

/***/ 868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CL: () => (/* binding */ referencesOf),
/* harmony export */   Mz: () => (/* binding */ containersOf),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   ab: () => (/* binding */ podTemplatesOf)
/* harmony export */ });
const referencesOf = (images) => Object.fromEntries(Object.entries(images).map(([name, { repository, digest }]) => [name, `${repository}@${digest}`]));
function podTemplatesOf(object) {
    if (object.kind === 'Pod')
        return [object];
    const spec = object.spec;
    const template = object.kind === 'CronJob' ? spec?.jobTemplate?.spec?.template : spec?.template;
    return template?.spec === undefined ? [] : [template];
}
function containersOf(spec) {
    return [...(spec?.initContainers ?? []), ...(spec?.containers ?? [])];
}
function repositoryOf(image) {
    const withoutDigest = image.split('@', 1)[0] ?? '';
    const colon = withoutDigest.lastIndexOf(':');
    return colon > withoutDigest.lastIndexOf('/') ? withoutDigest.slice(0, colon) : withoutDigest;
}


/***/ }),

/***/ 84291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OM: () => (/* binding */ readWithTemplates),
/* harmony export */   St: () => (/* binding */ repositoriesIn),
/* harmony export */   aF: () => (/* binding */ imagesOfRecordAlone)
/* harmony export */ });
/* unused harmony export knownTemplates */
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85898);
/* harmony import */ var _containers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(868);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17849);
/* harmony import */ var _pods_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90352);





const repositoriesIn = ({ images, environments }) => [
    ...Object.values(images).map(({ repository }) => repository),
    ...Object.values(environments).flatMap(({ repositories = {} }) => Object.values(repositories)),
];
function knownTemplates(live, revisions) {
    const own = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(live);
    const kept = revisions.filter(each => (0,_pods_js__WEBPACK_IMPORTED_MODULE_3__/* .isOwnedBy */ .D0)(each, live?.metadata?.uid)).flatMap(templatesIn);
    return own === undefined ? kept : [own, ...kept];
}
function templatesIn(revision) {
    if (!('data' in revision))
        return (0,_containers_js__WEBPACK_IMPORTED_MODULE_4__/* .podTemplatesOf */ .ab)({ ...revision, kind: 'ReplicaSet' });
    const { $patch: _, ...template } = (revision.data?.spec
        ?.template ?? {});
    return template.spec === undefined ? [] : [template];
}
async function readWithTemplates(cluster, namespace, ref) {
    const { revisions } = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .traitsOf */ .JC)(ref.kind);
    const [live, kept] = await Promise.all([
        cluster.get((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .pathTo */ .vs)(namespace, ref)),
        revisions === undefined ? { items: [] } : cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(revisions, namespace)),
    ]);
    return { live, templates: knownTemplates(live, kept.items) };
}
function imagesOfRecordAlone(template, { templates, repositories }) {
    const own = new Set(repositories.map(canonicalRepository));
    const known = new Set(templates.flatMap(imagesOf));
    const alone = imagesOf(template).filter(image => !known.has(image) && own.has(canonicalRepository((0,_containers_js__WEBPACK_IMPORTED_MODULE_4__/* .repositoryOf */ ._M)(image))));
    return [...new Set(alone)];
}
const imagesOf = ({ spec }) => [
    ...(0,_containers_js__WEBPACK_IMPORTED_MODULE_4__/* .containersOf */ .Mz)(spec).map(({ image }) => image ?? ''),
    ...(spec?.volumes ?? []).flatMap(({ image }) => image?.reference ?? []),
];
function canonicalRepository(repository) {
    try {
        return (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRepository */ .SU)(repository);
    }
    catch {
        return repository;
    }
}


/***/ }),

/***/ 60311:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ probe)
/* harmony export */ });
/* unused harmony export largestBody */
/* harmony import */ var _toolkit_body_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5346);

const largestBody = 1024 * 1024;
async function probe(request) {
    const { base, host, path, timeoutMs } = request;
    const signal = AbortSignal.timeout(timeoutMs);
    try {
        const message = await send(request, signal);
        const body = await readBody(message);
        const headers = Object.entries(message.headers).map(([name, value]) => [name, [value].flat().join(', ')]);
        const url = `${base.protocol}//${host ?? base.host}${joined(base, path)}`;
        return {
            ok: true,
            response: { status: message.statusCode ?? 0, headers: Object.fromEntries(headers), body, url },
        };
    }
    catch (error) {
        if (signal.aborted)
            return { ok: false, reason: `did not answer within ${timeoutMs} ms` };
        if (!(error instanceof Error))
            throw error;
        return { ok: false, reason: failure(error, base) };
    }
}
async function send({ base, host, path, post }, signal) {
    const secure = base.protocol === 'https:';
    const { request } = await (secure ? Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 44708, 19)) : Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 37067, 19)));
    const name = (host ?? base.host).replace(/:\d+$/, '');
    const options = {
        hostname: base.hostname.replace(/^\[|\]$/g, ''),
        port: base.port === '' ? (secure ? 443 : 80) : base.port,
        path: joined(base, path),
        method: post === undefined ? 'GET' : 'POST',
        agent: false,
        signal,
        headers: {
            host: host ?? base.host,
            accept: '*/*',
            'accept-encoding': 'identity',
            'user-agent': 'slipway-verify',
            ...(post === undefined
                ? {}
                : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(post) }),
        },
        ...(secure && !isAddress(name) ? { servername: name } : {}),
    };
    return new Promise((resolve, reject) => {
        const outgoing = request(options);
        outgoing.once('response', resolve);
        outgoing.on('error', reject);
        outgoing.end(post);
    });
}
const readBody = async (message) => (await (0,_toolkit_body_js__WEBPACK_IMPORTED_MODULE_0__/* .readUpTo */ .V)(message, largestBody, () => new BodyTooLarge())).toString('utf8');
class BodyTooLarge extends Error {
}
function failure(error, base) {
    if (error instanceof BodyTooLarge)
        return 'answered with a body larger than 1 MiB';
    const code = 'code' in error ? String(error.code) : '';
    const where = base.host;
    switch (code) {
        case 'ECONNREFUSED':
            return `could not be sent: ${where} refused the connection`;
        case 'ECONNRESET':
        case 'EPIPE':
            return `got no whole answer: ${where} closed the connection`;
        case 'ENOTFOUND':
        case 'EAI_AGAIN':
            return `could not be sent: the name ${base.hostname} is not known`;
        case 'EHOSTUNREACH':
        case 'ENETUNREACH':
        case 'ETIMEDOUT':
            return `could not be sent: ${where} cannot be reached`;
        case 'EPROTO':
            return `could not be sent: ${where} does not speak TLS`;
        default:
            return /CERT|SSL|TLS|SELF_SIGNED|ALTNAME/.test(code)
                ? `could not be sent: TLS with ${where} failed (${error.message})`
                : `could not be sent: ${error.message}`;
    }
}
function joined(base, path) {
    return `${base.pathname.replace(/\/$/, '')}${path}`;
}
function isAddress(name) {
    return /^[\d.]+$/.test(name) || name.startsWith('[');
}


/***/ })

};
