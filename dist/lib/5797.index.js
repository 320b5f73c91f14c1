export const id = 5797;
export const ids = [5797,5743];
export const modules = {

/***/ 64133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aK: () => (/* binding */ leaseManager),
/* harmony export */   mA: () => (/* binding */ isPersistentChange),
/* harmony export */   vG: () => (/* binding */ isDryRun)
/* harmony export */ });
const questions = /^\/apis\/(?:authorization|authentication)\.k8s\.io\//;
const leases = /^\/apis\/coordination\.k8s\.io\//;
const leaseManager = 'slipway-lease';
const isDryRun = (path) => /[?&]dryRun=/.test(path);
function isPersistentChange(method, path) {
    const isHolder = leases.test(path) && (method !== 'PATCH' || path.includes(`fieldManager=${leaseManager}`));
    return (method !== 'GET' && !isHolder && !questions.test(path) && !isDryRun(path) && !/\/token(?:\?|$)/.test(path));
}


/***/ }),

/***/ 22882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AX: () => (/* binding */ isMisconfigured),
/* harmony export */   DR: () => (/* binding */ wasNotCarriedOut),
/* harmony export */   Js: () => (/* binding */ isForAbsent),
/* harmony export */   Lx: () => (/* binding */ WriteBudget),
/* harmony export */   Nv: () => (/* binding */ webhookFailed),
/* harmony export */   Pd: () => (/* binding */ isUnavailable),
/* harmony export */   Pl: () => (/* binding */ retryWhileTemporary),
/* harmony export */   W_: () => (/* binding */ NoAnswer),
/* harmony export */   bl: () => (/* binding */ outageTimeout),
/* harmony export */   c2: () => (/* binding */ statusOf),
/* harmony export */   lM: () => (/* binding */ warmUp),
/* harmony export */   r3: () => (/* binding */ isRetryable)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25726);
/* harmony import */ var _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68672);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20553);




const outageTimeout = 120_000;
const warmUp = 15_000;
function statusOf(status, headers) {
    const own = status === 500 && headers['audit-id'] === undefined;
    return own && String(headers['content-type'] ?? '').startsWith('text/plain') ? 502 : status;
}
const isForAbsent = ({ status, headers }) => isUnavailable(status) && headers['audit-id'] === undefined;
function isUnavailable(status) {
    return status === 502 || status === 503;
}
const mistakes = /no such host|x509:|tls:|getting credentials|(127\.0\.0\.1|localhost|\[::1\]):8080|malformed|unsupported protocol/;
function isMisconfigured({ status, body }) {
    return status === 502 && mistakes.test(body);
}
function isRetryable(method, { status, body }, returning) {
    if (status === 429 || (returning && (status === 401 || status === 403)))
        return true;
    if (method === 'POST')
        return wasRefused({ status, body });
    return isUnavailable(status) || status === 504 || (returning && status === 500);
}
const wasRefused = ({ status, body }) => status === 502 && body.includes('connection refused');
const wasNotCarriedOut = (answer) => webhookFailed(answer) || wasRefused(answer);
const webhookFailed = ({ status, body }) => status === 500 && body.includes('failed calling webhook');
class NoAnswer extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
    constructor(request, cause) {
        const code = cause.code === 'ABORT_ERR' ? 'timeout' : cause.code;
        super(`cannot ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .actionOf */ .qj)(request)}: the API server does not answer (${code})`, 'check that it can be reached from here, then run the step again', { cause });
    }
}
async function retryWhileTemporary(once, { method, path }, isTemporary, wait = outageTimeout, isFinal = async () => false) {
    return (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)({
        within: wait,
        unfinished: async (answer) => isTemporary(answer) && !(await isFinal()),
        temporary: async (error) => error instanceof NoAnswer && method !== 'POST' && !(await isFinal()),
        delay: () => _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_2__/* .timing */ .N.apiRetry,
    }, () => once().catch((error) => {
        const silent = /^(ECONN|EPIPE|ETIMEDOUT|ABORT_ERR)/.test(error.code ?? '');
        throw silent ? new NoAnswer(`${method} ${path}`, error) : error;
    }));
}
class WriteBudget {
    #answersQuestions;
    #stuck = false;
    #silent = false;
    constructor(answersQuestions) {
        this.#answersQuestions = answersQuestions;
    }
    async run(write, repeatable) {
        const end = performance.now() + _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_2__/* .timing */ .N.writeRetry * (this.#stuck ? 1 / 4 : 1);
        const isFinal = async () => performance.now() >= end && (await this.#answersQuestions());
        const limit = (repeatable ? 1 : 2.5) * _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_2__/* .timing */ .N.writeAnswer * (this.#silent ? 1 / 4 : 1);
        try {
            const answer = await write(limit, isFinal);
            this.#stuck = answer.status === 429 || answer.status >= 500;
            this.#silent = false;
            return answer;
        }
        catch (error) {
            this.#stuck = true;
            this.#silent = true;
            throw error;
        }
    }
}


/***/ }),

/***/ 72993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   settleProofs: () => (/* binding */ settleProofs),
/* harmony export */   withdrawRollingBack: () => (/* binding */ withdrawRollingBack)
/* harmony export */ });
/* unused harmony exports ownReleases, proofsOf, withdrawalsOf */
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _release_preflight_rollback_checks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81845);
/* harmony import */ var _release_store_phases_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10441);
/* harmony import */ var _release_store_releases_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46695);
/* harmony import */ var _release_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27848);
/* harmony import */ var _toolkit_digest_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(55914);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92317);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(17103);
/* harmony import */ var _attachments_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(12613);
/* harmony import */ var _proof_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(93769);










async function settleProofs(cluster, request, verified) {
    try {
        return await settle(cluster, request, verified);
    }
    catch (error) {
        const what = `the proofs of ${request.environmentName} for later environments were not attached to its images`;
        return {
            state: 'refused',
            warnings: [
                `${what}: ${(0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .describe */ .q0)(error).replace(/\.$/, '')}; run verify in ${request.environmentName} again`,
            ],
        };
    }
}
async function withdrawRollingBack(cluster, request) {
    if (requiringOf(request).length === 0)
        return false;
    const { config, environment, registry } = request;
    try {
        const entry = await (0,_release_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_4__/* .readState */ .un)(cluster, environment.namespace, config.app);
        if (entry?.rollout.phase !== 'rolling-back')
            return false;
        const releases = ownReleases(await new _release_store_releases_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseStore */ .T(cluster, environment.namespace, config.app).list(), request);
        const said = releases.flatMap(release => withdrawalsOf(release, entry.rollout));
        return (await withdraw(registry, said)) === true;
    }
    catch {
        return false;
    }
}
function requiringOf({ config, environmentName }) {
    return Object.keys(config.environments).filter(name => config.environments[name]?.requires?.environment === environmentName);
}
async function settle(cluster, request, verified) {
    const { config, environmentName, environment } = request;
    const requiring = requiringOf(request);
    if (requiring.length === 0)
        return { state: 'none', warnings: [] };
    const next = requiring.join(' and ');
    const records = new _release_store_releases_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseStore */ .T(cluster, environment.namespace, config.app);
    const releases = ownReleases(await records.list(), request);
    const warnings = [];
    let state = 'none';
    const withdrawn = async (release, rollout) => {
        const outcome = await withdraw(request.registry, withdrawalsOf(release, rollout));
        if (outcome instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo)
            warnings.push(notWithdrawn(release, environmentName, next, outcome));
        else if (outcome)
            state = 'withdrawn';
    };
    for (const release of releases)
        await withdrawn(release);
    const release = releases.find(({ record }) => record.release === verified?.release);
    const all = release === undefined ? [] : proofsOf(release);
    const proofs = all.filter(({ reference }) => verified?.shown.includes(reference));
    for (const said of all)
        if (!proofs.includes(said))
            warnings.push(notShown(said, next));
    if (release !== undefined && proofs.length > 0) {
        const entry = await (0,_release_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_4__/* .readState */ .un)(cluster, environment.namespace, config.app);
        const outcome = entry === undefined || (0,_release_store_phases_js__WEBPACK_IMPORTED_MODULE_2__/* .isOver */ .PU)(entry.rollout.phase) ? await prove(request, proofs) : onItsWay();
        if (outcome instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo)
            warnings.push(notProved(release, next, outcome));
        else if (state === 'none')
            state = 'attached';
        const [now, known] = await Promise.all([
            (0,_release_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_4__/* .readState */ .un)(cluster, environment.namespace, config.app),
            records.list(),
        ]);
        const same = known.find(({ record }) => record.release === release.record.release) ?? release;
        await withdrawn(same, now?.rollout);
    }
    return { state: warnings.length > 0 ? 'refused' : state, warnings };
}
function ownReleases(releases, { config, environmentName }) {
    const own = new Set((0,_release_preflight_rollback_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoriesIn */ .St)(config).map(each => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(each)));
    return releases.filter(({ record }) => record.app === config.app &&
        record.environment === environmentName &&
        Object.values(record.images).every(image => /^[^@\s]+@sha256:[0-9a-f]{64}$/.test(image) && own.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .repositoryOf */ ._M)(image)))));
}
function proofsOf({ record, outcome, outcomeCreatedAt }) {
    if (record.source !== 'released' || outcome?.state !== 'verified')
        return [];
    const { run, actor, revision } = record.by;
    const commit = revision === undefined ? {} : { commit: revision };
    return subjectsOf(record).map(({ reference, ...about }) => ({
        reference,
        statement: {
            ...about,
            verifiedAt: (0,_release_store_releases_js__WEBPACK_IMPORTED_MODULE_3__/* .laterOf */ .eG)(outcome.at, outcomeCreatedAt ?? outcome.at),
            run,
            actor,
            ...commit,
        },
    }));
}
function withdrawalsOf({ record, outcome }, rollout) {
    const left = record.source === 'released' && outcome !== undefined && leftBy(outcome, rollout);
    if (!left)
        return [];
    return subjectsOf(record).map(({ reference, ...about }) => ({
        reference,
        statement: { ...about, withdrawnAt: left.at, reason: left.reason ?? 'it was rolled back' },
    }));
}
function leftBy({ release, state, at, verifiedAt, reason }, rollout) {
    if (state === 'rolled-back' && verifiedAt !== undefined)
        return { at, ...(reason === undefined ? {} : { reason }) };
    if (state !== 'verified' || rollout?.phase !== 'rolling-back' || release <= (rollout.baseline ?? -1))
        return undefined;
    const since = (0,_release_store_releases_js__WEBPACK_IMPORTED_MODULE_3__/* .laterOf */ .eG)(new Date(rollout.since).toISOString(), at);
    return { at: since, ...(rollout.reason === undefined ? {} : { reason: rollout.reason }) };
}
function subjectsOf({ app, environment, release, images }) {
    return Object.entries(images).map(([image, reference]) => {
        const { digest } = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .pinned */ .dp)(reference);
        return { reference, schema: 1, app, environment, release, image, digest };
    });
}
async function prove({ registry, proofSigning }, proofs) {
    return (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .userErrorOf */ .zb)(async () => {
        await proofSigning?.(async (signedProofs) => {
            for (const { reference, statement } of proofs)
                if (!(0,_proof_js__WEBPACK_IMPORTED_MODULE_8__/* .isSigned */ .JI)(statement, await signedProofs.read(reference)))
                    await signedProofs.add(reference, statement);
        });
        for (const said of proofs) {
            const listed = await listedAt(registry, said);
            if (!listed.some(entry => (0,_proof_js__WEBPACK_IMPORTED_MODULE_8__/* .saysTheSame */ .Yq)(entry, said.statement)))
                await attach(registry, said);
        }
        return undefined;
    });
}
async function withdraw(registry, withdrawals) {
    return (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .userErrorOf */ .zb)(async () => {
        let written = false;
        for (const said of withdrawals) {
            const listed = await listedAt(registry, said);
            const proved = listed.some(entry => (0,_proof_js__WEBPACK_IMPORTED_MODULE_8__/* .isProofOf */ .Il)(entry, said.statement.release));
            if (!proved || listed.some(entry => (0,_proof_js__WEBPACK_IMPORTED_MODULE_8__/* .saysTheSame */ .Yq)(entry, said.statement)))
                continue;
            await attach(registry, said);
            written = true;
        }
        return written;
    });
}
function listedAt(registry, { reference, statement: { app, environment } }) {
    const { repository, digest } = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .pinned */ .dp)(reference);
    const about = { app, environment, digest };
    return (0,_attachments_js__WEBPACK_IMPORTED_MODULE_7__/* .listedOf */ .x)(registry, repository, about);
}
async function attach(registry, { reference, statement }) {
    const { repository, digest } = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .pinned */ .dp)(reference);
    await registry.attach(repository, digest, (0,_proof_js__WEBPACK_IMPORTED_MODULE_8__/* .artifactOf */ .qB)(statement));
}
const onItsWay = () => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo('its rollout is not over', 'wait until it is');
const notShown = ({ reference, statement: { release } }, next) => (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .withRemedy */ .v9)(`${(0,_toolkit_digest_js__WEBPACK_IMPORTED_MODULE_9__/* .shortDigests */ .s)(reference)} of release ${release} was not verified, because neither the workload nor a worker runs it; ${next} still refuses it`, 'list the workload that runs it in `workers`');
const notProved = ({ record }, next, { message, remedy }) => (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .withRemedy */ .v9)(`release ${record.release} is verified, but ${next} still refuses its images, because they have no proof of it (${message})`, `${remedy}, then verify again`);
const notWithdrawn = ({ record }, environment, next, error) => (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .withRemedy */ .v9)(`release ${record.release} was rolled back, but ${next} would still accept its images: their proof of ${environment} could not be withdrawn (${error.message})`, `${error.remedy}, then run rollback or verify in ${environment} again`);


/***/ }),

/***/ 81845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J9: () => (/* binding */ requireShipped),
/* harmony export */   St: () => (/* binding */ repositoriesIn),
/* harmony export */   pU: () => (/* binding */ requireSignedRelease)
/* harmony export */ });
/* unused harmony exports knownTemplates, imagesOnlyInRecord */
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17103);
/* harmony import */ var _workloads_pods_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(12502);
/* harmony import */ var _store_retention_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(23647);






async function requireShipped(cluster, namespace, target) {
    for (const { kind, name, copy } of target.record.shipped) {
        if ((await cluster.get((0,_store_retention_js__WEBPACK_IMPORTED_MODULE_5__/* .pathOfCopy */ .Mc)(namespace, { kind, copy }))) === undefined) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${kind}/${copy}, which release ${target.record.release} shipped as ${name}, has been deleted`, 'deploy that version again, or roll back to another release with `to-release`');
        }
    }
}
async function requireSignedRelease(cluster, config, { namespace, workload }, { template, workers }, requireSigned) {
    const repositories = repositoriesIn(config);
    const own = Object.entries(workers).flatMap(([name, before]) => before === null ? [] : [[(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .refOfKey */ .u$)(name), before.template]]);
    const images = [[workload, template], ...own].map(async ([ref, wanted]) => {
        const templates = await readKnownTemplates(cluster, namespace, ref);
        return imagesOnlyInRecord(wanted, { templates, repositories });
    });
    await requireSigned([...new Set((await Promise.all(images)).flat())]);
}
const repositoriesIn = ({ images, environments }) => [
    ...Object.values(images).map(({ repository }) => repository),
    ...Object.values(environments).flatMap(({ repositories = {} }) => Object.values(repositories)),
];
function knownTemplates(live, revisions) {
    const kept = revisions.filter(each => (0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_4__/* .isOwnedBy */ .D0)(each, live?.metadata?.uid)).map(_workloads_pods_js__WEBPACK_IMPORTED_MODULE_4__/* .templateOfRevision */ .Lq);
    return [(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .templateOf */ .kW)(live), ...kept].filter(each => each?.spec !== undefined);
}
async function readKnownTemplates(cluster, namespace, ref) {
    const { revisions } = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .traitsOf */ .JC)(ref.kind);
    const [live, kept] = await Promise.all([
        cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .pathTo */ .vs)(namespace, ref)),
        revisions === undefined ? { items: [] } : cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(revisions, namespace)),
    ]);
    return knownTemplates(live, kept.items);
}
function imagesOnlyInRecord(template, { templates, repositories }) {
    const own = new Set(repositories.map(canonicalRepository));
    const known = new Set(templates.flatMap(imagesOf));
    const alone = imagesOf(template).filter(image => !known.has(image) && own.has(canonicalRepository((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .repositoryOf */ ._M)(image))));
    return [...new Set(alone)];
}
const imagesOf = ({ spec }) => [
    ...(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .containersOf */ .Mz)(spec).map(({ image }) => image ?? ''),
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

/***/ 62775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B9: () => (/* binding */ tokenOf),
/* harmony export */   RP: () => (/* binding */ tokensOfWorkload),
/* harmony export */   _D: () => (/* binding */ leaseObject),
/* harmony export */   acquireLease: () => (/* binding */ acquireLease),
/* harmony export */   oi: () => (/* binding */ leaseState),
/* harmony export */   yj: () => (/* binding */ LeaseHeld)
/* harmony export */ });
/* harmony import */ var _cluster_changes_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(64133);
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_operations_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78968);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93240);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(25726);
/* harmony import */ var _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(68672);
/* harmony import */ var _traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(59993);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(17103);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(91490);
/* harmony import */ var _checksums_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(56853);
/* harmony import */ var _fencing_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(63811);
/* harmony import */ var _releases_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(46695);














class LeaseHeld extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo {
}
function leaseState(lease, serverNow) {
    const token = tokenOf(lease);
    const holder = lease.spec?.holderIdentity ?? '';
    if (holder === '')
        return { free: true, token };
    const written = Math.max(0, ...(lease.metadata?.managedFields ?? []).map(field => Date.parse(field.time ?? '') || 0));
    const freeInMs = written + ((lease.spec?.leaseDurationSeconds ?? durationSeconds) + 1) * 1000 - serverNow;
    return freeInMs <= 0 ? { free: true, token } : { free: false, token, holder, freeInMs };
}
async function acquireLease(cluster, request) {
    const holder = (0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_4__/* .originText */ .C)(request.origin);
    const end = performance.now() + request.wait;
    let announced = false;
    for (;;) {
        if (request.signal?.aborted)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('the run was cancelled before it changed anything', 'run it again');
        const attempt = await tryAcquire(cluster, request, holder);
        if ('token' in attempt)
            return held(cluster, request, holder, attempt.token);
        if (attempt.holder === undefined) {
            await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_5__/* .pause */ .v7)(_toolkit_timing_js__WEBPACK_IMPORTED_MODULE_6__/* .timing */ .N.leaseRetry / 20);
            continue;
        }
        if (performance.now() >= end) {
            throw new LeaseHeld(`another run is ${request.workload === undefined ? 'working on' : 'releasing'} ${request.app}: ${attempt.holder}`, `wait until it has ended (if it is dead, its Lease expires in ${Math.ceil(attempt.freeInMs / 1000)} s)${request.workload === undefined ? '' : `; to roll its release back instead, ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_3__/* .howToRun */ .RG)('rollback')}`}`);
        }
        if (!announced)
            request.report(`waiting for ${attempt.holder}`);
        announced = true;
        await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_5__/* .pause */ .v7)(_toolkit_timing_js__WEBPACK_IMPORTED_MODULE_6__/* .timing */ .N.leaseRetry);
    }
}
async function tryAcquire(cluster, request, holder) {
    const { app, namespace, seize } = request;
    const path = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_8__/* .leasePath */ .U8)(namespace, app);
    const raced = { holder: undefined, freeInMs: 0 };
    let current;
    try {
        const answer = await cluster.call('GET', path);
        current = { lease: JSON.parse(answer.body), serverTime: answer.serverTime };
    }
    catch (error) {
        if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && error.status === 404))
            throw error;
        const tokens = await tokensOfWorkload(cluster, request);
        const token = (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_7__/* .floorOf */ .Et)(tokens) + 1;
        const rollback = seize === true ? { by: holder, at: cluster.now() } : undefined;
        const first = leaseObject(app, namespace, { holder, token, rollback });
        if (tokens.length > 0) {
            request.report(`warning: the Lease of ${app} was deleted; the records of its releases are trusted without their checksums`);
            first.metadata = {
                ...first.metadata,
                annotations: { ...first.metadata?.annotations, ...(await (0,_checksums_js__WEBPACK_IMPORTED_MODULE_10__/* .checksumsThere */ .fA)(cluster, namespace, app)) },
            };
        }
        const create = () => cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace), first);
        return (await writeLease(cluster, path, first, create)) ? { token } : raced;
    }
    const last = rollbackOf(current.lease);
    if (request.begins && last !== undefined && last.at >= cluster.now() - performance.now() + 1000)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${last.by} rolled ${app} back after this run had begun`, 're-run the job to release this version anyway');
    const state = leaseState(current.lease, current.serverTime);
    if (!state.free && !(seize === 'own' ? state.holder === holder : seize))
        return { holder: state.holder, freeInMs: state.freeInMs };
    const isBroken = state.token === 0 && request.workload !== undefined;
    const before = isBroken ? await tokenOfReleases(cluster, request) : state.token;
    const token = Math.max(before, (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_7__/* .floorOf */ .Et)(await tokensOfWorkload(cluster, request))) + 1;
    const rollback = seize === true ? { by: holder, at: cluster.now() } : last;
    const next = leaseObject(app, namespace, { holder, token, rollback }, current.lease);
    if (!(await writeLease(cluster, path, next, () => cluster.replace(path, next))))
        return raced;
    if (!state.free)
        request.report(`taking over from ${state.holder}`);
    return { token };
}
async function writeLease(cluster, path, lease, write) {
    try {
        await write();
        return true;
    }
    catch (error) {
        if (!(0,_cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isConflict */ .dh)(error))
            throw error;
        const there = await cluster.get(path);
        return (there !== undefined &&
            tokenOf(there) === tokenOf(lease) &&
            there.spec?.holderIdentity === lease.spec?.holderIdentity &&
            there.spec?.renewTime === lease.spec?.renewTime);
    }
}
async function tokensOfWorkload(cluster, { app, namespace, workload }) {
    if (workload === undefined)
        return [];
    const { kind, name } = workload;
    const names = kind === 'Deployment' ? [name, _workloads_naming_js__WEBPACK_IMPORTED_MODULE_9__/* .nameOf */ .Vb.canary(name)] : [name];
    const objects = await Promise.all(names.map(each => cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_8__/* .pathTo */ .vs)(namespace, { kind, name: each }))));
    return objects.map(each => (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_7__/* .tokenOn */ .Bz)(each ?? {}, app)).filter(token => token > 0);
}
async function tokenOfReleases(cluster, { app, namespace }) {
    const releases = await new _releases_js__WEBPACK_IMPORTED_MODULE_12__/* .ReleaseStore */ .T(cluster, namespace, app).list();
    return (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_7__/* .floorOf */ .Et)(releases.flatMap(({ record, outcome }) => [record.token, outcome?.token ?? 0]));
}
function held(cluster, request, holder, token) {
    const { app, namespace } = request;
    const path = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_8__/* .leasePath */ .U8)(namespace, app);
    const rewrite = (nextHolder) => cluster.patch(path, 'json', [
        { op: 'test', path: (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_7__/* .annotationPointer */ .ZC)(_workloads_naming_js__WEBPACK_IMPORTED_MODULE_9__/* .labels */ .WD.token), value: String(token) },
        { op: 'add', path: '/spec/holderIdentity', value: nextHolder },
        { op: 'add', path: '/spec/renewTime', value: microTime() },
    ], { fieldManager: _cluster_changes_js__WEBPACK_IMPORTED_MODULE_13__/* .leaseManager */ .aK });
    let renewal;
    const renew = async () => {
        await rewrite(holder).catch(() => undefined);
        renewal = undefined;
    };
    const timer = setInterval(() => {
        renewal ??= renew();
    }, _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_6__/* .timing */ .N.leaseRenewal);
    timer.unref();
    return {
        token,
        assertHeld: async () => {
            const lease = await cluster.get(path);
            if (lease === undefined || tokenOf(lease) !== token)
                throw (0,_fencing_js__WEBPACK_IMPORTED_MODULE_11__/* .leaseLost */ .XM)(app, lease?.spec?.holderIdentity || undefined);
        },
        release: async () => {
            clearInterval(timer);
            await renewal;
            const giveUp = () => rewrite('').then(() => true, _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isRaced */ .AJ);
            const within = _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_6__/* .timing */ .N.writeRetry / 4;
            await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_5__/* .retry */ .L5)({ within, unfinished: given => !given, delay: () => _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_6__/* .timing */ .N.apiRetry }, giveUp);
        },
    };
}
const durationSeconds = Math.ceil(_toolkit_timing_js__WEBPACK_IMPORTED_MODULE_6__/* .timing */ .N.leaseDuration / 1000);
const tokenOf = ({ metadata }) => (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_7__/* .parseToken */ .pI)(metadata?.annotations?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_9__/* .labels */ .WD.token]);
function rollbackOf({ metadata }) {
    const text = metadata?.annotations?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_9__/* .labels */ .WD.rollback];
    const [, at, by] = /^(\S+) (.+)$/.exec(text ?? '') ?? [];
    return at === undefined || by === undefined ? undefined : { by, at: Date.parse(at) };
}
function leaseObject(app, namespace, { holder, token, rollback }, over) {
    const { resourceVersion } = over?.metadata ?? {};
    return {
        apiVersion: 'coordination.k8s.io/v1',
        kind: 'Lease',
        metadata: {
            name: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_9__/* .nameOf */ .Vb.application(app),
            namespace,
            labels: { ...over?.metadata?.labels, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_9__/* .labels */ .WD.app]: app, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_9__/* .labels */ .WD.kind]: 'lease' },
            annotations: {
                ...over?.metadata?.annotations,
                [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_9__/* .labels */ .WD.token]: String(token),
                ...(rollback === undefined
                    ? {}
                    : { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_9__/* .labels */ .WD.rollback]: `${new Date(rollback.at).toISOString()} ${rollback.by}` }),
            },
            ...(resourceVersion === undefined ? {} : { resourceVersion }),
        },
        spec: { holderIdentity: holder, leaseDurationSeconds: durationSeconds, renewTime: microTime() },
    };
}
const microTime = () => new Date().toISOString().replace('Z', `${String(Math.floor(Math.random() * 1000)).padStart(3, '0')}Z`);


/***/ }),

/***/ 23647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mc: () => (/* binding */ pathOfCopy),
/* harmony export */   VW: () => (/* binding */ listRevisions),
/* harmony export */   iO: () => (/* binding */ collectGarbage)
/* harmony export */ });
/* unused harmony exports expiredReleases, unusedCopies */
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17103);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91490);
/* harmony import */ var _releases_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46695);
/* harmony import */ var _reversibility_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95606);





const keptReleases = 10;
function expiredReleases(releases) {
    const kept = new Set(releases.slice(0, keptReleases).map(({ record }) => record.release));
    const verified = releases.find(({ outcome }) => outcome?.state === 'verified');
    if (verified !== undefined)
        kept.add(verified.record.release);
    const whole = releases.find(_releases_js__WEBPACK_IMPORTED_MODULE_3__/* .hasSucceeded */ .yO);
    if (whole !== undefined)
        kept.add(whole.record.release);
    const baselines = releases
        .filter(({ record }) => kept.has(record.release))
        .map(({ record }) => record.baseline);
    for (const baseline of baselines)
        if (baseline !== undefined)
            kept.add(baseline);
    const [irreversible] = (0,_reversibility_js__WEBPACK_IMPORTED_MODULE_4__/* .irreversibleSince */ .BW)(releases.slice(keptReleases), Math.min(...kept));
    if (irreversible !== undefined)
        kept.add(irreversible.record.release);
    return releases.filter(({ record }) => !kept.has(record.release));
}
function unusedCopies(gone, kept, revisions) {
    const needed = new Set(kept.flatMap(({ record }) => record.shipped.map(({ kind, copy }) => `${kind}/${copy}`)));
    const used = JSON.stringify([
        revisions,
        kept.map(({ record, outcome }) => [outcome?.template, outcome?.workers, record.workers]),
    ]);
    const candidates = gone.flatMap(({ record }) => record.shipped);
    return candidates.filter(({ kind, copy }) => !needed.has(`${kind}/${copy}`) && !used.includes(`"${copy}"`));
}
const pathOfCopy = (namespace, { kind, copy }) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(kind === 'ConfigMap' ? _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.configMap : _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.secret, namespace, copy);
const isShipped = (live, app) => live?.metadata?.labels?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__/* .labels */ .WD.app] === app && live.metadata.labels[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__/* .labels */ .WD.kind] === 'shipped';
async function collectGarbage(cluster, namespace, app, refs, releases) {
    const gone = expiredReleases(releases);
    if (gone.length === 0)
        return;
    const kept = releases.filter(release => !gone.includes(release));
    const revisions = await listRevisions(cluster, namespace, refs);
    for (const { kind, copy } of unusedCopies(gone, kept, revisions)) {
        const path = pathOfCopy(namespace, { kind, copy });
        const live = await cluster.get(path);
        if (isShipped(live, app))
            await cluster.remove(path, live?.metadata?.uid);
    }
    const records = new _releases_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseStore */ .T(cluster, namespace, app);
    for (const { record } of gone)
        await records.remove(record.release);
}
async function listRevisions(cluster, namespace, refs) {
    const kept = new Set(refs.flatMap(({ kind }) => (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .traitsOf */ .JC)(kind).revisions ?? []));
    const lists = await Promise.all([...kept].map(resource => cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(resource, namespace))));
    return lists.flatMap(({ items }) => items);
}


/***/ }),

/***/ 95606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BW: () => (/* binding */ irreversibleSince),
/* harmony export */   GA: () => (/* binding */ needsActionBecause),
/* harmony export */   QN: () => (/* binding */ forcedBecause),
/* harmony export */   e4: () => (/* binding */ hasReplacedBaseline),
/* harmony export */   h6: () => (/* binding */ reversibilityOf),
/* harmony export */   sx: () => (/* binding */ rollbackProblem)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93240);


function irreversibleSince(releases, to) {
    return releases.filter(({ record, outcome }) => record.release > to && record.reversible === false && outcome?.state !== 'rolled-back');
}
function reversibilityOf({ reversible = true }, kind, baseline, releases) {
    const skipped = baseline === undefined ? [] : irreversibleSince(releases, baseline);
    if (baseline === undefined || (reversible && skipped.length === 0)) {
        return { reversible: true, said: [], problems: [] };
    }
    const why = reversible
        ? `A rollback of this release would go past release ${skipped[0]?.record.release}, which is marked as not reversible`
        : 'This release is marked as not reversible';
    const until = kind === 'canary'
        ? 'If this release fails before its promotion, the traffic is restored to the baseline. If it fails later, it needs action'
        : 'If this release does not become ready, it needs action';
    return {
        reversible: false,
        said: [
            `${why}. ${until} instead of a rollback. A rollback to an earlier release is refused unless the input \`force\` gives a reason.`,
        ],
        problems: kind === 'blue-green' ? [noSwitchBack] : [],
    };
}
const noSwitchBack = new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('this release is not reversible, but a blue-green release must be able to switch back at once', 'use `strategy: {rolling: {}}`, or a canary if both versions can run side by side');
const needsActionBecause = (release, reason) => `${reason}; release ${release} is not reversible, so it is not rolled back: release a version that works, or roll back with \`force\``;
function hasReplacedBaseline({ phase, strategy }, written) {
    return phase === 'watching' || (phase === 'promoting' && (strategy !== 'rolling' || written));
}
function rollbackProblem(releases, to, force, under) {
    if (to === undefined || force !== undefined)
        return undefined;
    const [newest] = irreversibleSince(releases, to).filter(({ record }) => record.release !== under?.candidate || hasReplacedBaseline(under, true));
    if (newest === undefined)
        return undefined;
    const { release, by } = newest.record;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`release ${release} (${(0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_1__/* .originText */ .C)(by)}) is marked as not reversible, so release ${to} must not be restored after it`, 'release a version that works with its data, or set the input `force` of the rollback to a reason, such as `the old column is still there`');
}
const forcedBecause = (force) => `although this goes past a release that is not reversible: ${force}`;


/***/ }),

/***/ 27848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OK: () => (/* binding */ releaseNeedingAction),
/* harmony export */   X0: () => (/* binding */ beginState),
/* harmony export */   aW: () => (/* binding */ RolloutOver),
/* harmony export */   fy: () => (/* binding */ StateStore),
/* harmony export */   g5: () => (/* binding */ replaceState),
/* harmony export */   kR: () => (/* binding */ requestAbort),
/* harmony export */   kY: () => (/* binding */ transition),
/* harmony export */   mV: () => (/* binding */ rolledBackByOthers),
/* harmony export */   pQ: () => (/* binding */ stateIn),
/* harmony export */   tS: () => (/* binding */ recreateState),
/* harmony export */   un: () => (/* binding */ readState)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_operations_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78968);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93240);
/* harmony import */ var _traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(59993);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(17103);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(91490);
/* harmony import */ var _checksums_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(56853);
/* harmony import */ var _fencing_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(63811);
/* harmony import */ var _lease_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(62775);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(10441);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(96102);













async function readState(cluster, namespace, app) {
    const lease = await cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .leasePath */ .U8)(namespace, app));
    const entry = lease && stateIn(lease, app);
    if (!(entry instanceof _schema_js__WEBPACK_IMPORTED_MODULE_12__/* .InvalidStoredValue */ .Wc))
        return entry;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`cannot read the rollout state of ${app} in Lease/${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .nameOf */ .Vb.application(app)}: ${entry.reason}`, `run \`kubectl -n ${namespace} annotate lease ${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .nameOf */ .Vb.application(app)} ${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.state}-\`, then ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_3__/* .howToRun */ .RG)('sweep')}, which rebuilds the state from the records`);
}
function stateIn({ metadata }, app) {
    const { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.state]: text, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.abort]: abort } = metadata?.annotations ?? {};
    if (text === undefined)
        return undefined;
    const rollout = (0,_schema_js__WEBPACK_IMPORTED_MODULE_12__/* .parseText */ .r4)('rollout', text);
    if (rollout instanceof _schema_js__WEBPACK_IMPORTED_MODULE_12__/* .InvalidStoredValue */ .Wc)
        return rollout;
    if (rollout.app !== app)
        return new _schema_js__WEBPACK_IMPORTED_MODULE_12__/* .InvalidStoredValue */ .Wc(`it belongs to application ${rollout.app}`);
    const abortRequested = rollout.abortRequested ?? requestIn(abort, rollout.candidate);
    return { rollout: abortRequested === undefined ? rollout : { ...rollout, abortRequested }, text };
}
function requestIn(text, candidate) {
    const [, release, at, by] = /^(\d+) (\S+) (.+)$/.exec(text ?? '') ?? [];
    const moment = Date.parse(at ?? '');
    if (by === undefined || Number(release) !== candidate || Number.isNaN(moment))
        return undefined;
    return { by, at: moment };
}
function releaseNeedingAction(entry) {
    const { needsAction, phase = 'done', candidate } = entry?.rollout ?? {};
    return needsAction === undefined || (0,_phases_js__WEBPACK_IMPORTED_MODULE_11__/* .isOver */ .PU)(phase) ? undefined : candidate;
}
class RolloutOver extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo {
    constructor(app) {
        super(`no rollout of ${app} is under way`, `${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_3__/* .howToRun */ .RG)('status')} to see what is live, or deploy a release`);
    }
}
async function requestAbort(cluster, namespace, { app, candidate }, { by, at }) {
    const value = `${candidate} ${new Date(at).toISOString()} ${by}`;
    await cluster.patch((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .leasePath */ .U8)(namespace, app), 'json', [
        { op: 'add', path: (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .annotationPointer */ .ZC)(_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.abort), value },
    ]);
}
async function beginState(cluster, namespace, rollout) {
    return writeState(cluster, namespace, rollout, [
        { op: 'add', path: (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .annotationPointer */ .ZC)(_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.abort), value: '' },
    ]);
}
async function replaceState(cluster, namespace, { text }, rollout) {
    try {
        await cluster.patch((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .leasePath */ .U8)(namespace, rollout.app), 'json', [
            { op: 'test', path: (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .annotationPointer */ .ZC)(_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.state), value: text },
            ...statePatch(rollout),
        ]);
        return true;
    }
    catch (error) {
        if ((0,_cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isRaced */ .AJ)(error))
            return false;
        throw error;
    }
}
async function recreateState(cluster, namespace, rollout, holder = '') {
    const { app, token } = rollout;
    const there = await cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .leasePath */ .U8)(namespace, app));
    try {
        if (there === undefined) {
            const lease = (0,_lease_js__WEBPACK_IMPORTED_MODULE_10__/* .leaseObject */ ._D)(app, namespace, { holder, token, rollback: undefined });
            const checksums = await (0,_checksums_js__WEBPACK_IMPORTED_MODULE_8__/* .checksumsThere */ .fA)(cluster, namespace, app);
            const annotations = { ...lease.metadata?.annotations, ...checksums, ...annotationsOf(rollout) };
            await cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace), {
                ...lease,
                metadata: { ...lease.metadata, annotations },
            });
        }
        else if (stateIn(there, app) === undefined) {
            await cluster.patch((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .leasePath */ .U8)(namespace, app), 'json', [
                { op: 'test', path: '/metadata/resourceVersion', value: there.metadata?.resourceVersion },
                ...statePatch(rollout),
            ]);
        }
    }
    catch (error) {
        if (!(0,_cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isConflict */ .dh)(error))
            throw error;
    }
    return readState(cluster, namespace, app);
}
const annotationsOf = (rollout) => ({
    [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.state]: JSON.stringify(rollout),
    [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.phase]: rollout.phase,
});
const statePatch = (rollout) => Object.entries(annotationsOf(rollout)).map(([name, value]) => ({
    op: 'add',
    path: (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .annotationPointer */ .ZC)(name),
    value,
}));
async function writeState(cluster, namespace, rollout, more = []) {
    const { app, token } = rollout;
    try {
        await cluster.patch((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .leasePath */ .U8)(namespace, app), 'json', [
            { op: 'test', path: (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .annotationPointer */ .ZC)(_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.token), value: String(token) },
            ...statePatch(rollout),
            ...more,
        ]);
        return { rollout, text: JSON.stringify(rollout) };
    }
    catch (error) {
        if (!(0,_cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isRaced */ .AJ)(error))
            throw error;
        const lease = await cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .leasePath */ .U8)(namespace, app));
        if (lease !== undefined && (0,_lease_js__WEBPACK_IMPORTED_MODULE_10__/* .tokenOf */ .B9)(lease) !== token)
            throw (0,_fencing_js__WEBPACK_IMPORTED_MODULE_9__/* .leaseLost */ .XM)(app);
        if (lease !== undefined)
            throw error;
        const entry = await recreateState(cluster, namespace, rollout, (0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_4__/* .originText */ .C)(rollout.run));
        if (entry?.rollout.token !== token)
            throw (0,_fencing_js__WEBPACK_IMPORTED_MODULE_9__/* .leaseLost */ .XM)(app);
        return entry;
    }
}
class StateStore {
    #cluster;
    #namespace;
    #rollout;
    onChange = () => { };
    #last = Promise.resolve();
    constructor(cluster, namespace, rollout) {
        this.#cluster = cluster;
        this.#namespace = namespace;
        this.#rollout = rollout;
    }
    get rollout() {
        return this.#rollout;
    }
    change(next) {
        const written = this.#last.then(async () => {
            const before = this.#rollout;
            const { rollout } = await writeState(this.#cluster, this.#namespace, next(before));
            this.#rollout = rollout;
            this.onChange(before, rollout);
        });
        this.#last = written.catch(() => undefined);
        return written;
    }
}
function transition(rollout, to, now, change = {}) {
    if (!_phases_js__WEBPACK_IMPORTED_MODULE_11__/* .transitions */ .bm[rollout.phase].includes(to))
        throw new Error(`there is no transition from ${rollout.phase} to ${to}`);
    const { paused: _paused, needsAction: _needsAction, gate, ...rest } = rollout;
    return {
        ...rest,
        ...(gate === undefined || (0,_phases_js__WEBPACK_IMPORTED_MODULE_11__/* .isOver */ .PU)(to) ? {} : { gate }),
        ...(to === 'rolling-back' ? { rolledBackFrom: rollout.phase } : {}),
        phase: to,
        since: now,
        ...change,
    };
}
function rolledBackByOthers(rollout, reason, now) {
    return transition(transition(rollout, 'rolling-back', now, { weight: 0, reason }), 'rolled-back', now);
}


/***/ }),

/***/ 68036:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  DV: () => (/* binding */ exposureSentence),
  bk: () => (/* binding */ heartbeatData),
  lj: () => (/* binding */ heartbeatPatch),
  wF: () => (/* binding */ isWatching),
  Vf: () => (/* binding */ waitingProblem),
  Hz: () => (/* binding */ watchdogAccount),
  FX: () => (/* binding */ watchdogImage),
  d6: () => (/* binding */ watchdogJob),
  de: () => (/* binding */ watchdogName),
  dW: () => (/* binding */ watchdogProblem),
  c_: () => (/* binding */ watchdogRole)
});

// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/timing.js
var timing = __webpack_require__(68672);
// EXTERNAL MODULE: ./.build/js/src/traffic/fencing-token.js
var fencing_token = __webpack_require__(59993);
// EXTERNAL MODULE: ./.build/js/src/workloads/naming.js
var naming = __webpack_require__(91490);
;// CONCATENATED MODULE: ./.build/js/src/release/watchdog/script.js
const script = `set -u

# Calls the API server and sets outcome: ok, gone (404), refused (422, 409), forbidden, or away.
ask() {
  outcome=away
  if command -v kubectl >/dev/null 2>&1; then ask_kubectl "$@"; else ask_curl "$@"; fi
}

# ask get PATH | ask patch PATH RESOURCE NAME PATCH [dry]
ask_kubectl() {
  if [ "$1" = get ]; then
    body=$(kubectl get --raw "$2" --request-timeout=5s 2>&1 </dev/null) && outcome=ok && return
  else
    body=$(kubectl patch "$3" "$4" --namespace "$NAMESPACE" --type json --patch "$5" --request-timeout=10s \\
      \${6:+--dry-run=server} 2>&1 </dev/null) && outcome=ok && return
  fi
  case $body in
    *'(NotFound)'*) outcome=gone ;;
    *'(Forbidden)'*) outcome=forbidden ;;
    *'(Conflict)'* | *'request is invalid'* | *'due to an error in our request'*) outcome=refused ;;
    *'(Invalid)'*) outcome=forbidden ;;
  esac
}

ask_curl() {
  token=
  # Without a final newline read fails, but has read the token. Tokens are rotated, so each call reads the file.
  read -r token <"$account/token" || :
  url=$server$2
  if [ "$1" = get ]; then
    set -- --max-time 5 "$url"
  else
    set -- --max-time 10 --request PATCH --header 'Content-Type: application/json-patch+json' \\
      --data-raw "$5" "$url\${6:+?dryRun=All}"
  fi
  # On standard input, so that the token is not in the process list.
  body=$(printf 'header = "Authorization: Bearer %s"\\n' "$token" |
    curl --config - --silent --show-error --cacert "$account/ca.crt" --write-out ' %{http_code}' "$@" 2>&1) || return 0
  case $body in
    *' 200') outcome=ok ;;
    *' 403') outcome=forbidden ;;
    *' 404') outcome=gone ;;
    *' 409' | *'due to an error in our request'*' 422') outcome=refused ;;
    *' 422') outcome=forbidden ;;
  esac
}

# Sets value to a field of the ConfigMap's data, empty when it has none. The API server indents its answers to curl.
field() {
  value=
  for colon in ':' ': '; do
    case $body in *"\\"$1\\"$colon\\""*)
      value=\${body#*"\\"$1\\"$colon\\""}
      value=\${value%%\\"*}
      ;;
    esac
  done
}

# Whether the last answer has a beat: without one, silence proves nothing.
has_beat() {
  [ "$outcome" = ok ] && field beat && [ -n "$value" ]
}

# Sends a list of writes. Returns 0 when each succeeded or its object is gone, 1 when the API server is away, 2 when one
# was refused, 3 when one is forbidden.
send() {
  printf '%s\\n' "$1" | {
    result=0
    while read -r path resource name patch; do
      [ -n "$path" ] || continue
      ask patch "$path" "$resource" "$name" "$patch" "\${2-}"
      case $outcome in
        ok) printf '%s\\n' "\${2:+dry run passed: }$resource/$name" ;;
        gone) printf '%s\\n' "$resource/$name is gone" ;;
        refused) printf '%s\\n' "refused for $resource/$name: $body"; [ "$result" = 0 ] && result=2 ;;
        forbidden) printf '%s\\n' "is not allowed to write $resource/$name: $body"; result=3 ;;
        *) printf '%s\\n' "no answer for $resource/$name: $body"; [ "$result" = 3 ] || result=1 ;;
      esac
    done
    exit "$result"
  }
}

# Sends the writes, then the fallback if one of them no longer fits or fails for another reason. Returns what send does, but 2, the sign
# of a newer run, only if both return it.
restore_traffic() {
  send "$WRITES" "\${1-}"
  result=$?
  [ "$result" != 0 ] && [ -n "$FALLBACK" ] || return "$result"
  send "$FALLBACK" "\${1-}"
  second=$?
  [ "$second" != 2 ] || second=$result
  return "$second"
}

# Sets now to the seconds of a monotonic clock; where it cannot be read, the pauses are counted.
clock() {
  if read -r up rest <"\${CLOCK:-/proc/uptime}"; then now=\${up%%.*}; else now=$((now + INTERVAL)); fi
} 2>/dev/null

pause() { sleep "$INTERVAL"; }

account=\${ACCOUNT:-/var/run/secrets/kubernetes.io/serviceaccount}
host=$KUBERNETES_SERVICE_HOST
case $host in *:*) host="[$host]" ;; esac
server=https://$host:$KUBERNETES_SERVICE_PORT
# With --request-timeout, kubectl no longer detects that it runs in a cluster.
export KUBECONFIG="$HOME/kubeconfig"
cluster="{server: $server, certificate-authority: $account/ca.crt}"
printf '%s\\n' 'apiVersion: v1' 'kind: Config' 'current-context: here' \\
  "clusters: [{name: here, cluster: $cluster}]" \\
  "users: [{name: here, user: {tokenFile: $account/token}}]" \\
  'contexts: [{name: here, context: {cluster: here, user: here}}]' >"$KUBECONFIG"

trap 'exit 0' TERM INT
now=0
while :; do
  restore_traffic dry
  case $? in
    0)
      ask get "$HEART"
      has_beat && break
      case $outcome in
        gone) printf '%s\\n' 'the rollout is over'; exit 0 ;;
        ok | forbidden) printf '%s\\n' "no heartbeat in $HEART; not watching: $body"; exit 1 ;;
      esac
      ;;
    2 | 3) printf '%s\\n' 'cannot restore the traffic; not watching'; exit 1 ;;
  esac
  pause
done
[ -z "$ARMED" ] || : >"$ARMED"
printf '%s\\n' 'watching'

last='' quiet=0 seen=no before=0 timeout=30
while :; do
  ask get "$HEART"
  clock
  [ "$outcome" != ok ] || has_beat || outcome=away
  case $outcome in
    gone) printf '%s\\n' 'the rollout is over'; exit 0 ;;
    ok)
      field over
      [ -z "$value" ] || { printf '%s\\n' 'the rollout is over'; exit 0; }
      field timeout
      case $value in '' | *[!0-9]*) ;; *) timeout=$value ;; esac
      field beat
      # Only time between two answers counts: while the API server is away, a living run cannot send a heartbeat either.
      if [ "$value" != "$last" ]; then last=$value quiet=0
      elif [ "$seen" = yes ]; then quiet=$((quiet + now - before)); fi
      seen=yes
      ;;
    *)
      seen=no
      # Once it is back, a living run gets some time to send one.
      [ "$quiet" -le $((timeout - GRACE)) ] || quiet=$((timeout > GRACE ? timeout - GRACE : 0))
      ;;
  esac
  before=$now
  if [ "$seen" = yes ] && [ "$quiet" -ge "$timeout" ]; then
    printf '%s\\n' "no heartbeat for $quiet s: restoring the traffic"
    restore_traffic
    case $? in
      0) printf '%s\\n' 'done'; exit 0 ;;
      2) printf '%s\\n' 'a newer run has taken over'; exit 0 ;;
    esac
  fi
  pause
done
`;

;// CONCATENATED MODULE: ./.build/js/src/release/watchdog/watchdog.js






const seconds = (milliseconds) => Math.ceil(milliseconds / 1000);
const watchdogAccount = 'slipway-watchdog';
const watchdogName = ({ app, token }) => `slipway-${app}-watchdog-${token}`;
function heartbeatData({ beat, timeout = seconds(timing/* timing */.N.watchdogTimeout), }) {
    return { beat: String(beat), timeout: String(timeout) };
}
function heartbeatPatch(uid, heartbeat) {
    const data = heartbeat === 'over' ? { over: 'true' } : heartbeatData(heartbeat);
    return [
        { op: 'test', path: (0,fencing_token/* pointer */.Wn)('metadata', 'uid'), value: uid },
        ...Object.entries(data).map(([key, value]) => ({ op: 'add', path: (0,fencing_token/* pointer */.Wn)('data', key), value })),
    ];
}
function watchdogJob(options) {
    const { writer, namespace, image, owner, lifetime, writes, fallback } = options;
    const own = {
        [naming/* labels */.WD.app]: writer.app,
        [naming/* labels */.WD.kind]: 'watchdog',
    };
    const environment = {
        HEART: (0,resources/* pathOf */.XM)(resources/* resources */.ES.configMap, namespace, owner.name),
        NAMESPACE: namespace,
        INTERVAL: String(seconds(timing/* timing */.N.watchdogInterval)),
        GRACE: String(seconds(timing/* timing */.N.watchdogGrace)),
        WRITES: lines(writes, writer),
        FALLBACK: lines(fallback, writer),
        ARMED: '/tmp/armed',
        HOME: '/tmp',
    };
    return {
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: { name: watchdogName(writer), namespace, labels: own, ownerReferences: [owner] },
        spec: {
            activeDeadlineSeconds: Math.max(60, Math.ceil(lifetime / 1000)),
            ttlSecondsAfterFinished: 3600,
            backoffLimit: 100,
            template: {
                metadata: { labels: own },
                spec: {
                    serviceAccountName: watchdogAccount,
                    restartPolicy: 'OnFailure',
                    enableServiceLinks: false,
                    terminationGracePeriodSeconds: 5,
                    tolerations: ['not-ready', 'unreachable'].map(state => ({
                        key: `node.kubernetes.io/${state}`,
                        operator: 'Exists',
                        effect: 'NoExecute',
                        tolerationSeconds: 10,
                    })),
                    securityContext: {
                        runAsNonRoot: true,
                        runAsUser: 65_532,
                        runAsGroup: 65_532,
                        fsGroup: 65_532,
                        seccompProfile: { type: 'RuntimeDefault' },
                    },
                    containers: [
                        {
                            name: 'watchdog',
                            image,
                            command: ['sh', '-c', literal(script)],
                            env: Object.entries(environment).map(([name, value]) => ({ name, value: literal(value) })),
                            readinessProbe: {
                                exec: { command: ['sh', '-c', 'test -e /tmp/armed'] },
                                periodSeconds: 1,
                                timeoutSeconds: 5,
                            },
                            resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '192Mi' } },
                            securityContext: {
                                allowPrivilegeEscalation: false,
                                readOnlyRootFilesystem: true,
                                capabilities: { drop: ['ALL'] },
                            },
                            volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
                        },
                    ],
                    volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '64Mi' } }],
                },
            },
        },
    };
}
function isWatching(job) {
    return (job.status?.ready ?? 0) > 0;
}
const literal = (text) => text.replaceAll('$', () => '$$');
function lines(writes, { app, token }) {
    return writes
        .map(({ path, patch }) => {
        const { resource, name } = target(path);
        const note = {
            op: 'add',
            path: (0,fencing_token/* annotationPointer */.ZC)(fencing_token/* annotationOf */.lW.watchdog(app)),
            value: String(token),
        };
        return [path, resource, name, JSON.stringify([...patch, note])].join(' ');
    })
        .join('\n');
}
function target(path) {
    const place = (0,resources/* placeOf */.$t)(path);
    if (place === undefined)
        throw new Error(`${path} is not the path of a namespaced object`);
    const { group, plural, name } = place;
    return { resource: group === '' ? plural : `${plural}.${group}`, name };
}
function watchdogRole({ app, namespace, routes, services }) {
    const metadata = { name: `${watchdogAccount}:${app}`, namespace };
    const rule = (apiGroup, resource, names) => names.length === 0
        ? []
        : [
            {
                apiGroups: [apiGroup],
                resources: [resource],
                resourceNames: [...names],
                verbs: ['get', 'patch'],
            },
        ];
    return [
        { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: watchdogAccount, namespace } },
        {
            apiVersion: 'rbac.authorization.k8s.io/v1',
            kind: 'Role',
            metadata,
            rules: [
                { apiGroups: [''], resources: ['configmaps'], verbs: ['get'] },
                ...rule('', 'services', services),
                ...rule(resources/* resources */.ES.httpRoute.group, resources/* resources */.ES.httpRoute.plural, routes),
            ],
        },
        {
            apiVersion: 'rbac.authorization.k8s.io/v1',
            kind: 'RoleBinding',
            metadata,
            roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: metadata.name },
            subjects: [{ kind: 'ServiceAccount', name: watchdogAccount, namespace }],
        },
    ];
}
function watchdogImage(strategy) {
    if (strategy.kind === 'rolling')
        return undefined;
    const chosen = strategy.watchdog;
    return chosen === undefined || chosen === 'off' ? undefined : chosen.image;
}
function watchdogProblem(strategy) {
    if (strategy.kind === 'rolling' || strategy.watchdog !== undefined)
        return undefined;
    return new errors/* UserError */.yo(`the ${strategy.kind} strategy does not set \`watchdog\`, which restores the traffic when a run is lost`, 'add `watchdog: {image: …}`, an image with a shell and kubectl or curl, or `watchdog: off` to do without');
}
function waitingProblem(strategy) {
    if (strategy.kind !== 'canary' || watchdogImage(strategy) !== undefined)
        return undefined;
    const { steps, bake, 'on-inconclusive': way } = strategy;
    if (way !== 'rollback') {
        return new errors/* UserError */.yo(`\`on-inconclusive: ${way}\` pauses a rollout whose candidate has traffic, and without a watchdog nothing restores the traffic if no run resumes it`, 'set an image in `watchdog`, or use `on-inconclusive: rollback`');
    }
    if (bake.approve || steps.some(({ approve }) => approve === true)) {
        return new errors/* UserError */.yo('`approve` pauses a rollout whose candidate has traffic, and without a watchdog nothing restores the traffic if no run resumes it', 'set an image in `watchdog`, or remove `approve`');
    }
    const [long] = steps.filter(({ pause = 0 }) => pause > bake['hand-over-after']);
    if (long !== undefined) {
        return new errors/* UserError */.yo(`the pause at ${long.weight} % is longer than \`hand-over-after\`, so the run ends before the pause does. Without a watchdog, nothing restores the traffic if no run resumes the rollout`, 'set an image in `watchdog`, or shorten the pause');
    }
    if (bake.for <= bake['hand-over-after'])
        return undefined;
    return new errors/* UserError */.yo('the bake is longer than `hand-over-after`, so the run ends before the bake does. Without a watchdog, nothing restores the traffic if no run resumes the rollout', 'set an image in `watchdog`, or shorten the bake');
}
function exposureSentence(strategy) {
    if (strategy.kind === 'rolling') {
        return 'if the run is lost, the cluster finishes the rolling update, and the next run reports its outcome';
    }
    const most = strategy.kind === 'blue-green'
        ? 'all'
        : `up to ${Math.max(...strategy.steps.map(({ weight }) => weight), strategy.bake.weight)} %`;
    const { watchdogTimeout, watchdogInterval, watchdogReaction } = timing/* timing */.N;
    const within = seconds(watchdogTimeout + watchdogInterval + watchdogReaction);
    return watchdogImage(strategy) === undefined
        ? `without a watchdog, a lost run leaves ${most} of the requests with the candidate until \`sweep\`, a rollback or the next release takes over`
        : `a lost run leaves ${most} of the requests with the candidate for at most ${within} s, then the watchdog restores the traffic`;
}


/***/ }),

/***/ 93240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ originText),
/* harmony export */   y: () => (/* binding */ originOf)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var _ci_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44998);
/* harmony import */ var _map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);



const originText = ({ actor, run }) => `${actor} in ${run}`;
function originOf(env) {
    switch ((0,_ci_js__WEBPACK_IMPORTED_MODULE_1__/* .ciOf */ .s)(env)) {
        case 'github': {
            const { GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: attempt, GITHUB_REPOSITORY: of = '' } = env;
            const server = env.GITHUB_SERVER_URL;
            const url = server === undefined ? undefined : `${server}/${of}/actions/runs/${id}`;
            const run = `run ${id}${attempt === undefined ? '' : ` attempt ${attempt}`} of ${of}`;
            const actor = env.GITHUB_TRIGGERING_ACTOR ?? env.GITHUB_ACTOR ?? 'unknown';
            return known(run, actor, of, env.GITHUB_SHA, url);
        }
        case 'gitlab': {
            const { CI_JOB_ID: job, CI_PIPELINE_ID: pipeline, CI_PROJECT_PATH: of = 'unknown' } = env;
            const run = `job ${job}${pipeline === undefined ? '' : ` of pipeline ${pipeline}`} of ${of}`;
            return known(run, env.GITLAB_USER_LOGIN ?? 'unknown', of, env.CI_COMMIT_SHA, env.CI_JOB_URL);
        }
        case 'jenkins': {
            const { BUILD_NUMBER: build, JOB_NAME: job = 'unknown', GIT_URL } = env;
            const actor = env.BUILD_USER_ID || 'jenkins';
            return known(`build ${build} of ${job}`, actor, pathOf(GIT_URL) ?? job, env.GIT_COMMIT, env.BUILD_URL);
        }
        case undefined:
            return { run: `process ${process.pid} on ${(0,node_os__WEBPACK_IMPORTED_MODULE_0__.hostname)()}`, actor: userName() };
    }
}
const known = (run, actor, repository, revision, url) => ({
    run,
    actor,
    repository,
    ...(0,_map_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .sw)({ revision, url }),
});
function pathOf(address = '') {
    return /^(?:\w+:\/\/[^/]+\/|[\w.-]+@[\w.-]+:)(.+?)(?:\.git)?\/?$/.exec(address)?.[1];
}
function userName() {
    try {
        return (0,node_os__WEBPACK_IMPORTED_MODULE_0__.userInfo)().username;
    }
    catch {
        return 'unknown';
    }
}


/***/ }),

/***/ 25726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ retry),
/* harmony export */   P9: () => (/* binding */ retryAfter),
/* harmony export */   v7: () => (/* binding */ pause)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);


const usual = (milliseconds, _, options) => options === undefined
    ? new Promise(resolve => setTimeout(resolve, milliseconds))
    : (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, options);
async function pause(milliseconds, { sleep = usual, signal } = {}) {
    await sleep(milliseconds, undefined, signal && { signal }).catch(error => {
        throw signal?.aborted ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelled */ .KW)() : error;
    });
}
function retryAfter(header, now = Date.now()) {
    const text = String(header ?? '').trim();
    const milliseconds = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
    return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}
async function retry(options, attempt) {
    const { attempts = Number.POSITIVE_INFINITY, within = Number.POSITIVE_INFINITY, delay } = options;
    const end = performance.now() + within;
    for (let count = 1;; count += 1) {
        const isLast = () => count >= attempts || performance.now() >= end;
        let failure;
        try {
            const result = await attempt(count);
            if (isLast() || !(await options.unfinished?.(result)))
                return result;
            failure = result;
        }
        catch (error) {
            if (isLast() || !(await options.temporary?.(error)))
                throw error;
            failure = error;
        }
        if (delay !== undefined)
            await pause(delay(count, failure), options);
    }
}


/***/ }),

/***/ 68672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ timing),
/* harmony export */   X: () => (/* binding */ untilFree)
/* harmony export */ });
const defaults = {
    leaseDuration: 30_000,
    leaseRenewal: 10_000,
    leaseRetry: 1_000,
    heartbeat: 5_000,
    watchdogTimeout: 30_000,
    watchdogInterval: 2_000,
    watchdogGrace: 15_000,
    watchdogReaction: 8_000,
    watchdogStart: 60_000,
    watchdogMargin: 60_000,
    cancelled: 4_000,
    handOver: 5 * 60_000,
    jobPoll: 1_000,
    apiRetry: 500,
    writeRetry: 20_000,
    writeAnswer: 12_000,
    unreachable: 120_000,
    refusal: 10_000,
};
const override = Symbol.for('slipway.timing');
const timing = {
    ...defaults,
    ...globalThis[override],
};
const untilFree = timing.leaseDuration + 2_000;


/***/ }),

/***/ 59993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bz: () => (/* binding */ tokenOn),
/* harmony export */   Et: () => (/* binding */ floorOf),
/* harmony export */   G$: () => (/* binding */ fencingTests),
/* harmony export */   Hn: () => (/* binding */ isRestoredByWatchdog),
/* harmony export */   N0: () => (/* binding */ tokensOfOthers),
/* harmony export */   U4: () => (/* binding */ isNewer),
/* harmony export */   Wn: () => (/* binding */ pointer),
/* harmony export */   ZC: () => (/* binding */ annotationPointer),
/* harmony export */   _X: () => (/* binding */ testUnchanged),
/* harmony export */   fz: () => (/* binding */ annotate),
/* harmony export */   lW: () => (/* binding */ annotationOf),
/* harmony export */   oV: () => (/* binding */ tokenPatch),
/* harmony export */   pI: () => (/* binding */ parseToken),
/* harmony export */   u4: () => (/* binding */ track),
/* harmony export */   w7: () => (/* binding */ annotation)
/* harmony export */ });
const track = 'slipway.dev/track';
const annotationOf = {
    token: (app) => `slipway.dev/token.${app}`,
    weights: (app) => `slipway.dev/weights.${app}`,
    pinned: (app) => `slipway.dev/pinned.${app}`,
    minReplicas: (app) => `slipway.dev/min-replicas.${app}`,
    watchdog: (app) => `slipway.dev/watchdog.${app}`,
};
function pointer(...parts) {
    return parts.map(part => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
function annotationPointer(name) {
    return pointer('metadata', 'annotations', name);
}
function fencingTests(object, { app, token }) {
    return [
        { op: 'test', path: annotationPointer(annotationOf.token(app)), value: String(token) },
        { op: 'test', path: pointer('metadata', 'uid'), value: object.metadata?.uid },
    ];
}
function tokenOn(object, app) {
    return parseToken(annotation(object, annotationOf.token(app)));
}
function tokensOfOthers(object, app) {
    const isOther = ([name, value]) => name.startsWith(annotationOf.token('')) && name !== annotationOf.token(app) && parseToken(value) > 0;
    return Object.fromEntries(Object.entries(object.metadata?.annotations ?? {}).filter(isOther));
}
function parseToken(text) {
    return /^[1-9]\d{0,9}$/.test(text ?? '') ? Number(text) : 0;
}
const beyondCounting = 9e9;
function floorOf(tokens) {
    return Math.max(0, ...tokens.filter(each => each < beyondCounting));
}
function isNewer(there, token) {
    return there > token && (there < beyondCounting || token >= beyondCounting);
}
function testUnchanged({ metadata }, name) {
    const value = metadata?.annotations?.[name];
    return value === undefined
        ? { op: 'test', path: pointer('metadata', 'resourceVersion'), value: metadata?.resourceVersion }
        : { op: 'test', path: annotationPointer(name), value };
}
function tokenPatch(object, { app, token }) {
    const name = annotationOf.token(app);
    if (tokenOn(object, app) === token)
        return [];
    const { annotations, uid } = object.metadata ?? {};
    return [
        { op: 'test', path: pointer('metadata', 'uid'), value: uid },
        testUnchanged(object, name),
        ...(annotations === undefined
            ? [{ op: 'add', path: pointer('metadata', 'annotations'), value: {} }]
            : []),
        { op: 'add', path: annotationPointer(name), value: String(token) },
    ];
}
function annotation(object, name) {
    return object.metadata?.annotations?.[name];
}
function annotate(object, name, value) {
    const path = annotationPointer(name);
    const present = annotation(object, name);
    if (present === value)
        return [];
    return value === undefined ? [{ op: 'remove', path }] : [{ op: 'add', path, value }];
}
function isRestoredByWatchdog(object, { app, token }, firstToken) {
    const by = Number(annotation(object, annotationOf.watchdog(app)) ?? Number.NaN);
    return by >= firstToken && by <= token;
}


/***/ }),

/***/ 17103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $V: () => (/* binding */ manifestOf),
/* harmony export */   CL: () => (/* binding */ referencesOf),
/* harmony export */   Cv: () => (/* binding */ about),
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   H8: () => (/* binding */ refOf),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   JC: () => (/* binding */ traitsOf),
/* harmony export */   Mz: () => (/* binding */ containersOf),
/* harmony export */   N4: () => (/* binding */ replicasOf),
/* harmony export */   OZ: () => (/* binding */ isReleased),
/* harmony export */   QP: () => (/* binding */ typeOf),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   U8: () => (/* binding */ leasePath),
/* harmony export */   XD: () => (/* binding */ ownContainerIn),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   ab: () => (/* binding */ podTemplatesOf),
/* harmony export */   kW: () => (/* binding */ templateOf),
/* harmony export */   q4: () => (/* binding */ templatePointer),
/* harmony export */   u$: () => (/* binding */ refOfKey),
/* harmony export */   vs: () => (/* binding */ pathTo),
/* harmony export */   yW: () => (/* binding */ isOf)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85898);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91490);



const traits = {
    Deployment: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.deployment,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.replicaSet,
        scales: true,
        refusedInEvents: false,
    },
    StatefulSet: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.statefulSet,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.controllerRevision,
        scales: true,
        refusedInEvents: true,
    },
    DaemonSet: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.daemonSet,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.controllerRevision,
        scales: false,
        refusedInEvents: true,
    },
    CronJob: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.cronJob,
        revisions: undefined,
        scales: false,
        refusedInEvents: false,
    },
};
const traitsOf = (kind) => traits[kind];
const isReleased = (kind) => kind !== undefined && Object.hasOwn(traits, kind);
const kindOf = ({ kind }) => isReleased(kind) ? kind : 'Deployment';
const refOf = (workload) => ({
    kind: kindOf(workload),
    name: workload.metadata?.name ?? '',
});
const titleOf = ({ kind, name }) => `${kind}/${name}`;
const isOf = ({ kind, name }, object) => object.kind === kind && object.metadata?.name === name;
const manifestOf = ({ manifests }, ref) => manifests.find(each => isOf(ref, each));
const pathTo = (namespace, { kind, name }) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(traits[kind].resource, namespace, name);
const leasePath = (namespace, app) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.lease, namespace, _naming_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb.application(app));
const about = ({ kind, name }) => ({
    fieldSelector: `involvedObject.kind=${kind},involvedObject.name=${name}`,
});
const typeOf = (kind) => ({ apiVersion: (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .apiVersionOf */ .uO)(traits[kind].resource), kind });
function templateOf(workload) {
    return workload?.kind === 'CronJob' ? workload.spec?.jobTemplate?.spec?.template : workload?.spec?.template;
}
const templatePointer = (kind) => kind === 'CronJob' ? '/spec/jobTemplate/spec/template' : '/spec/template';
function replicasOf(workload) {
    switch (kindOf(workload)) {
        case 'DaemonSet':
            return workload.status?.desiredNumberScheduled ?? 0;
        case 'CronJob':
            return 0;
        default:
            return workload.spec?.replicas ?? 1;
    }
}
const keyOf = ({ kind, name }) => (kind === 'Deployment' ? name : `${kind}/${name}`);
function refOfKey(key) {
    const slash = key.indexOf('/');
    const kind = key.slice(0, Math.max(0, slash));
    return slash >= 0 && isReleased(kind)
        ? { kind, name: key.slice(slash + 1) }
        : { kind: 'Deployment', name: key };
}
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
const ownContainerIn = (templates, ours) => templates
    .flatMap(({ spec }) => containersOf(spec))
    .find(({ image = '' }) => image !== '' && ours.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRepository */ .SU)(repositoryOf(image))));
function repositoryOf(image) {
    const withoutDigest = image.split('@', 1)[0] ?? '';
    const colon = withoutDigest.lastIndexOf(':');
    return colon > withoutDigest.lastIndexOf('/') ? withoutDigest.slice(0, colon) : withoutDigest;
}


/***/ }),

/***/ 12502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ selectorOf),
/* harmony export */   D0: () => (/* binding */ isOwnedBy),
/* harmony export */   Js: () => (/* binding */ readyOf),
/* harmony export */   Lq: () => (/* binding */ templateOfRevision),
/* harmony export */   Mt: () => (/* binding */ revisionOfPod),
/* harmony export */   Nr: () => (/* binding */ podsOwnedBy),
/* harmony export */   O: () => (/* binding */ isLiving),
/* harmony export */   PR: () => (/* binding */ runsTemplate),
/* harmony export */   QJ: () => (/* binding */ graceOfConfiguration),
/* harmony export */   Xy: () => (/* binding */ containerStatusesOf),
/* harmony export */   Zf: () => (/* binding */ canonicalTemplate),
/* harmony export */   dR: () => (/* binding */ podsOfTrack),
/* harmony export */   hY: () => (/* binding */ hasEnded),
/* harmony export */   i_: () => (/* binding */ isReady),
/* harmony export */   jk: () => (/* binding */ newestReplicaSet),
/* harmony export */   su: () => (/* binding */ newestOf),
/* harmony export */   xn: () => (/* binding */ startFailure),
/* harmony export */   zd: () => (/* binding */ isStarting)
/* harmony export */ });
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17103);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91490);


const revisionLabel = 'controller-revision-hash';
function isReady({ status }) {
    return status?.conditions?.some(c => c.type === 'Ready' && c.status === 'True') ?? false;
}
const isLiving = ({ metadata }) => metadata?.deletionTimestamp === undefined;
const hasEnded = ({ status }) => status?.phase === 'Succeeded' || status?.phase === 'Failed';
const isOwnedBy = ({ metadata }, uid) => uid !== undefined && (metadata?.ownerReferences?.some(owner => owner.uid === uid) ?? false);
function podsOwnedBy(workload, revisions) {
    const own = workload?.metadata?.uid;
    const owners = [
        own,
        ...revisions.filter(each => isOwnedBy(each, own)).map(({ metadata }) => metadata?.uid),
    ];
    return pod => owners.some(uid => isOwnedBy(pod, uid));
}
const podsOfTrack = ({ pods }, track) => pods.filter(pod => (pod.metadata?.labels?.[_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.track] === 'canary') === (track === 'canary'));
function readyOf(objects) {
    const { workload, canary, revisions } = objects;
    const count = (track, owner) => {
        const isOwn = podsOwnedBy(owner, revisions);
        return podsOfTrack(objects, track).filter(pod => isLiving(pod) && isReady(pod) && isOwn(pod)).length;
    };
    return { stable: count('stable', workload), canary: count('canary', canary) };
}
function newestOf(workload, revisions) {
    const own = workload.metadata?.uid;
    switch ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(workload)) {
        case 'StatefulSet': {
            const { updateRevision } = workload.status ?? {};
            if (updateRevision === undefined)
                return undefined;
            return pod => isOwnedBy(pod, own) && revisionOfPod(pod) === updateRevision;
        }
        case 'DaemonSet': {
            const hash = revisionWith(workload, revisions)?.metadata?.labels?.[revisionLabel];
            return hash === undefined ? undefined : pod => isOwnedBy(pod, own) && revisionOfPod(pod) === hash;
        }
        case 'CronJob':
            return undefined;
        default: {
            const set = newestReplicaSet(workload, revisions);
            if (set !== undefined && numberOf(set) < numberOf(workload))
                return undefined;
            return pod => isOwnedBy(pod, set?.metadata?.uid);
        }
    }
}
function newestReplicaSet(deployment, replicaSets) {
    return replicaSets
        .filter(set => isOwnedBy(set, deployment.metadata?.uid))
        .sort((a, b) => numberOf(b) - numberOf(a))[0];
}
function numberOf({ metadata }) {
    return Number(metadata?.annotations?.['deployment.kubernetes.io/revision'] ?? 0);
}
const revisionOfPod = ({ metadata }) => metadata?.labels?.[revisionLabel];
function revisionWith(workload, revisions) {
    const wanted = canonicalTemplate((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .templateOf */ .kW)(workload));
    return revisions.find(revision => isOwnedBy(revision, workload.metadata?.uid) &&
        canonicalTemplate(templateOfRevision(revision)) === wanted);
}
function templateOfRevision(revision) {
    if (!('data' in revision))
        return revision.spec?.template;
    const { data } = revision;
    const { $patch: _, ...template } = data?.spec?.template ?? {};
    return template;
}
const canonicalTemplate = (template) => (0,_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)(JSON.parse(JSON.stringify(template ?? {}, (_key, value) => value ?? undefined)));
const runsTemplate = (workload, template) => canonicalTemplate((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .templateOf */ .kW)(workload)) === template;
function selectorOf(workload) {
    const { matchLabels, matchExpressions } = workload?.spec?.selector ?? {};
    return [
        ...Object.entries(matchLabels ?? {}).map(([key, value]) => `${key}=${value}`),
        ...(matchExpressions ?? []).map(({ key, operator, values }) => {
            if (operator === 'Exists')
                return key;
            if (operator === 'DoesNotExist')
                return `!${key}`;
            return `${key} ${operator.toLowerCase()} (${(values ?? []).join(',')})`;
        }),
    ].join(',');
}
const containerStatusesOf = ({ status }) => [
    ...(status?.initContainerStatuses ?? []),
    ...(status?.containerStatuses ?? []),
];
const isStarting = (reason) => reason === undefined || reason === 'ContainerCreating' || reason === 'PodInitializing';
const graceOfConfiguration = 60_000;
const underLoad = /^failed to sync (configmap|secret) cache: timed out|context deadline exceeded|name (".*" )?is reserved/;
function startFailure({ reason = '', message = '', } = {}) {
    switch (reason) {
        case 'InvalidImageName':
        case 'ErrImageNeverPull':
            return 'image-pull';
        case 'ErrImagePull':
        case 'ImagePullBackOff':
            return /not found|unknown|denied|unauthorized|forbidden/i.test(message) ? 'image-pull' : undefined;
        case 'CreateContainerConfigError':
        case 'CreateContainerError':
        case 'RunContainerError':
            if (underLoad.test(message))
                return undefined;
            return /^(secret|configmap) ".*" not found|^couldn't find key /.test(message)
                ? 'missing-configuration'
                : 'bad-container';
        default:
            return undefined;
    }
}


/***/ })

};
