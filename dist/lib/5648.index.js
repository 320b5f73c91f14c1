export const id = 5648;
export const ids = [5648,8961,9047,2644];
export const modules = {

/***/ 75181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LK: () => (/* binding */ zoneLabel),
/* harmony export */   cP: () => (/* binding */ hasLabels),
/* harmony export */   de: () => (/* binding */ selectorMatches),
/* harmony export */   kE: () => (/* binding */ zoneOf),
/* harmony export */   ko: () => (/* binding */ selects)
/* harmony export */ });
const zoneLabel = 'topology.kubernetes.io/zone';
const zoneOf = ({ metadata }) => metadata?.labels?.[zoneLabel];
const hasLabels = (wanted = {}, labels = {}) => Object.entries(wanted).every(([key, value]) => labels[key] === value);
const selects = (selector = {}, labels = {}) => Object.keys(selector).length > 0 && hasLabels(selector, labels);
function selectorMatches(selector, labels) {
    if (selector === undefined || selector === null)
        return false;
    const { matchLabels, matchExpressions = [] } = selector;
    return (hasLabels(matchLabels, labels) &&
        matchExpressions.every(({ key, operator, values = [] }) => {
            const value = labels[key];
            if (operator === 'Exists')
                return value !== undefined;
            if (operator === 'DoesNotExist')
                return value === undefined;
            if (operator === 'Gt')
                return Number(value) > Number(values[0]);
            if (operator === 'Lt')
                return Number(value) < Number(values[0]);
            const among = value !== undefined && values.includes(value);
            return operator === 'In' ? among : !among;
        }));
}


/***/ }),

/***/ 2644:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   objectOf: () => (/* binding */ objectOf),
/* harmony export */   ofArgoCd: () => (/* binding */ ofArgoCd),
/* harmony export */   ofFlux: () => (/* binding */ ofFlux),
/* harmony export */   readController: () => (/* binding */ readController),
/* harmony export */   requireRunning: () => (/* binding */ requireRunning)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72315);




const custom = (group, version, plural, kind) => ({
    group,
    version,
    plural,
    kind,
    namespaced: true,
});
const kinds = {
    application: custom('argoproj.io', 'v1alpha1', 'applications', 'Application'),
    kustomization: custom('kustomize.toolkit.fluxcd.io', 'v1', 'kustomizations', 'Kustomization'),
    helmrelease: custom('helm.toolkit.fluxcd.io', 'v2', 'helmreleases', 'HelmRelease'),
};
function objectOf({ argocd, flux }) {
    if (argocd !== undefined)
        return { resource: kinds.application, namespace: argocd.namespace, name: argocd.name };
    const { kustomization, helmrelease = '', namespace = '' } = flux ?? {};
    return kustomization === undefined
        ? { resource: kinds.helmrelease, namespace, name: helmrelease }
        : { resource: kinds.kustomization, namespace, name: kustomization };
}
async function readController(cluster, controller) {
    const { resource, namespace, name } = objectOf(controller);
    const object = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(resource, namespace, name));
    if (object === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${resource.kind}/${name} does not exist in namespace ${namespace}`, 'correct `delivery.gitops.controller` in slipway.yml');
    return controller.argocd === undefined ? ofFlux(object) : ofArgoCd(object);
}
async function requireRunning(cluster, controller) {
    const found = await readController(cluster, controller);
    if (found.stopped === undefined)
        return found;
    const { why, remedy } = found.stopped;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${found.name} would not roll the commit out: ${why}`, remedy);
}
function ofArgoCd(object) {
    const name = `Application/${object.metadata?.name} of Argo CD`;
    const { spec, status } = object;
    const policy = mapOf(mapOf(spec?.syncPolicy).automated);
    const isManual = !(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(mapOf(spec?.syncPolicy).automated) || policy.enabled === false;
    const sync = mapOf(status?.sync);
    const health = mapOf(status?.health);
    const operation = mapOf(status?.operationState);
    const isFailed = operation.phase === 'Failed' || operation.phase === 'Error';
    const error = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)(status?.conditions).find(({ type }) => /Error$/.test(String(type)));
    const attempted = [mapOf(operation.syncResult), mapOf(mapOf(operation.operation).sync)].map(revisionsIn);
    const failed = isFailed
        ? `the sync failed: ${short(operation.message)}`
        : error === undefined
            ? undefined
            : `${said(error.type)}: ${short(error.message)}`;
    return {
        name,
        revisions: (isFailed ? attempted : [revisionsIn(sync), ...attempted]).find(each => each.length > 0) ?? [],
        ...(isManual && {
            stopped: { why: 'it does not sync by itself', remedy: 'set `syncPolicy: {automated: {}}` in it' },
        }),
        ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .sw)({ failed }),
        sentence: `${said(sync.status) ?? 'Unknown'}, ${said(health.status) ?? 'Unknown'}`,
    };
}
const revisionsIn = ({ revision, revisions }) => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textsIn */ .Ej)([revision, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textsIn */ .Ej)(revisions)]);
function ofFlux(object) {
    const { kind, metadata } = object;
    const { spec, status } = object;
    const conditions = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)(status?.conditions);
    const find = (type) => conditions.find(each => each.type === type);
    const isCurrent = Number(status?.observedGeneration ?? 0) >= Number(metadata?.generation ?? 0);
    const stalled = find('Stalled');
    const ready = find('Ready');
    const bad = [
        stalled?.status === 'True' ? stalled : undefined,
        ready?.status === 'False' ? ready : undefined,
    ].find(each => each !== undefined && !waits.has(String(each.reason)));
    const written = status?.[bad === undefined ? 'lastAppliedRevision' : 'lastAttemptedRevision'] ??
        status?.lastAttemptedRevision;
    const revisions = kind === 'HelmRelease' ? [] : (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textsIn */ .Ej)([/[0-9a-f]{40,64}$/.exec(said(written) ?? '')?.[0]]);
    const state = ready === undefined
        ? 'not reconciled yet'
        : `Ready ${ready.status}: ${short(ready.message ?? ready.reason)}`;
    return {
        name: `${kind}/${metadata?.name} of Flux`,
        revisions,
        ...(spec?.suspend === true && {
            stopped: {
                why: 'it is suspended',
                remedy: `run: flux resume ${String(kind).toLowerCase()} ${metadata?.name} -n ${metadata?.namespace}`,
            },
        }),
        ...(bad && isCurrent && { failed: `${said(bad.reason)}: ${short(bad.message)}` }),
        sentence: spec?.suspend === true ? 'suspended' : state,
    };
}
const waits = new Set([
    ...['Progressing', 'ProgressingWithRetry', 'DependencyNotReady', 'ArtifactFailed', 'SourceNotReady'],
    'HealthCheckFailed',
]);
const mapOf = (value) => ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(value) ? value : {});
const said = (value) => typeof value === 'string' && value !== '' ? (0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(value) : undefined;
const short = (value) => {
    const line = (0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(String(value ?? 'no message').trim());
    return line.length > 240 ? `${line.slice(0, 239)}…` : line;
};


/***/ }),

/***/ 84961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KD: () => (/* binding */ checked),
/* harmony export */   U4: () => (/* binding */ otherDigests),
/* harmony export */   e6: () => (/* binding */ follow),
/* harmony export */   gd: () => (/* binding */ quietly)
/* harmony export */ });
/* harmony import */ var _release_verify_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94326);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25726);
/* harmony import */ var _verify_acceptance_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30956);
/* harmony import */ var _verify_checks_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(31626);
/* harmony import */ var _controller_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2644);
/* harmony import */ var _live_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(81410);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(76382);








async function follow(session, following) {
    const { context } = session;
    const { cluster, report, signal, gitops } = context;
    const pace = { ..._session_js__WEBPACK_IMPORTED_MODULE_7__.usualPace, ...context.pace };
    const watch = new _live_js__WEBPACK_IMPORTED_MODULE_6__/* .LiveWatch */ .QK(context);
    const commits = new Set(following.commit === undefined ? [] : [following.commit]);
    const problemOf = controllerWatch(following.known?.failed, commits, pace.controllerGrace);
    let branchAt = performance.now();
    let told = '';
    for (;;) {
        if (signal?.aborted)
            return { kind: 'cancelled', reason: 'the run was cancelled' };
        const look = await watch.look(following.wanted);
        if (look.at === 'served')
            return { kind: 'served' };
        if (look.at === 'failed')
            return { kind: 'failed', reason: look.sentence };
        const status = gitops.controller && (await quietly(() => (0,_controller_js__WEBPACK_IMPORTED_MODULE_5__.readController)(cluster, gitops.controller ?? {}), report));
        const said = status === undefined ? '' : `; ${status.name}: ${status.sentence}`;
        const problem = status && problemOf(status, performance.now());
        if (problem !== undefined)
            return { kind: 'failed', reason: problem };
        if (cluster.now() >= following.until)
            return { kind: 'failed', reason: `it was not rolled out in time: ${look.sentence}${said}` };
        if (performance.now() - branchAt >= pace.branch) {
            branchAt = performance.now();
            const other = await quietly(() => changedOnBranch(session, following, commits), report);
            if (other !== undefined)
                return { kind: 'superseded', reason: other };
        }
        if (`${look.sentence}${said}` !== told)
            report(`waiting: ${look.sentence}${said}`);
        told = `${look.sentence}${said}`;
        await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .pause */ .v7)(pace.look, signal && { signal }).catch(() => undefined);
    }
}
function controllerWatch(known, commits, grace) {
    let since;
    return ({ name, revisions, failed, stopped }, at) => {
        const isOurs = revisions.length === 0 ? failed !== known : revisions.some(each => commits.has(each));
        const problem = stopped?.why ?? (isOurs ? failed : undefined);
        since = problem === undefined ? undefined : (since ?? at);
        return since !== undefined && at - since >= grace ? `${name}: ${problem}` : undefined;
    };
}
async function changedOnBranch(session, { images }, commits) {
    const { repository, gitops } = session.context;
    const { head } = await repository.refresh();
    if (commits.has(head))
        return undefined;
    if (!(0,_session_js__WEBPACK_IMPORTED_MODULE_7__.haveDigests)(await session.texts(head), gitops.files, images))
        return otherDigests(repository.branch);
    commits.add(head);
    return undefined;
}
const otherDigests = (branch) => `another commit changed the digests on ${branch}`;
async function quietly(work, report) {
    try {
        return await work();
    }
    catch (error) {
        report(`warning: ${error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo ? error.message : (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q0)(error)}`);
        return undefined;
    }
}
async function checked({ context }, parts, plainly = false) {
    const { cluster, environment, env, config } = context;
    const owner = (0,_release_verify_js__WEBPACK_IMPORTED_MODULE_0__.probeOwner)(config.app, environment.namespace);
    const { results } = await (0,_verify_acceptance_js__WEBPACK_IMPORTED_MODULE_3__/* .acceptance */ .m)(cluster, {
        environment,
        owner,
        env: plainly ? undefined : env,
        ...(parts && { parts }),
    });
    const failed = results.filter(({ ok }) => !ok);
    const bad = failed.find(({ cause }) => cause !== 'environment') ?? failed[0];
    return { results, ...(bad && { reason: (0,_verify_checks_js__WEBPACK_IMPORTED_MODULE_4__/* .sentenceOf */ .$N)(bad), cause: bad.cause ?? 'release' }) };
}


/***/ }),

/***/ 2033:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BM: () => (/* binding */ propose),
/* harmony export */   W0: () => (/* binding */ branchOf),
/* harmony export */   X0: () => (/* binding */ afterMerge),
/* harmony export */   _n: () => (/* binding */ isAlive),
/* harmony export */   m5: () => (/* binding */ aliveUntil),
/* harmony export */   ne: () => (/* binding */ withdraw),
/* harmony export */   oB: () => (/* binding */ waitsForMerge),
/* harmony export */   ob: () => (/* binding */ land)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25726);
/* harmony import */ var _follow_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(84961);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58440);





const margin = 5 * 60_000;
function aliveUntil(session) {
    const { by, 'merge-timeout': merge, timeout } = session.context.gitops;
    const longest = 2 * timeout + (by === 'push' ? 0 : merge);
    return session.moment(longest + margin);
}
async function isAlive({ context }, entry) {
    const { cluster, hasEnded, origin } = context;
    if (entry.state === 'paused' || entry.by.run === origin.run)
        return false;
    if (Date.parse(entry.until) <= cluster.now())
        return false;
    return hasEnded === undefined || !(await hasEnded(entry.by));
}
const waitsForMerge = ({ context }, { commit }) => context.gitops.by === 'pull-request' && commit === undefined;
async function land(session, entry, texts, title) {
    const { config, environmentName: environment, gitops, origin, own, repository, report } = session.context;
    if (texts.size === 0)
        return (await session.save(entry)) ? entry : undefined;
    if (gitops.by === 'push') {
        const message = (0,_log_js__WEBPACK_IMPORTED_MODULE_4__.commitMessage)(title, { app: config.app, environment }, entry, origin, own);
        const commit = await repository.commit(session.heads.head, texts, message);
        const landed = { ...entry, commit };
        if (!(await session.save(landed, [{ ref: repository.branchRef, to: commit }])))
            return undefined;
        report(`${title}: ${commit} on ${repository.branch}`);
        return landed;
    }
    const branch = branchOf(session, entry);
    const pull = await propose(session, { ...entry, branch }, texts, { title, branch });
    if (pull === undefined)
        return undefined;
    report(`pull request #${pull.number} waits for its merge`);
    return awaitMerge(session, await session.write({ ...entry, branch, pull: pull.number }));
}
async function propose(session, entry, texts, { title, branch }) {
    const { config, environmentName: environment, origin, own, pulls, repository } = session.context;
    if (pulls === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('`by: pull-request` needs a repository at GitHub, and a token', 'set `gitops-token`, or write `by: push`');
    const message = (0,_log_js__WEBPACK_IMPORTED_MODULE_4__.commitMessage)(title, { app: config.app, environment }, entry, origin, false);
    const commit = await repository.commit(session.heads.head, texts, message);
    if (!(await session.save(entry, [{ ref: `refs/heads/${branch}`, to: commit }])))
        return undefined;
    const body = message.split('\n\n').slice(1).join('\n\n');
    return pulls.open(branch, repository.branch, `${title}${own ? ' [skip ci]' : ''}`, body);
}
const branchOf = ({ context }, { release }, what = '') => `slipway/${context.config.app}/${context.environmentName}/${release}${what}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)().slice(0, 8)}`;
async function awaitMerge(session, entry) {
    const { cluster, gitops, report, signal, pace } = session.context;
    const until = cluster.now() + gitops['merge-timeout'];
    for (;;) {
        const found = await (0,_follow_js__WEBPACK_IMPORTED_MODULE_3__/* .quietly */ .gd)(() => pullOf(session, entry), report);
        if (found !== undefined && found.state !== 'open')
            return afterPull(session, entry, found);
        if (signal?.aborted)
            return withdraw(session, entry, 'failed', 'the run was cancelled before the merge');
        if (cluster.now() >= until)
            return session.write({
                ...entry,
                state: 'paused',
                reason: `pull request #${entry.pull} is not merged yet`,
            });
        await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .pause */ .v7)(pace?.branch ?? 10_000, signal && { signal }).catch(() => undefined);
    }
}
async function withdraw(session, entry, state, reason) {
    const { pulls } = session.context;
    if (entry.pull !== undefined && pulls !== undefined) {
        const refusal = await pulls.close(entry.pull).catch((error) => error);
        const found = await pulls.read(entry.pull);
        if (found.state === 'merged')
            return afterPull(session, entry, found);
        if (refusal !== undefined)
            throw refusal;
    }
    return session.write({ ...entry, state, reason });
}
async function pullOf(session, entry) {
    const { pulls } = session.context;
    if (entry.pull !== undefined)
        return pulls?.read(entry.pull);
    return entry.branch === undefined ? undefined : pulls?.of(entry.branch);
}
async function afterMerge(session, entry) {
    const found = await pullOf(session, entry);
    return found?.state === 'open' ? undefined : afterPull(session, entry, found);
}
function afterPull(session, entry, found) {
    if (found?.state === 'merged' && found.commit !== undefined) {
        const { reason: _, pull: __, branch: ___, ...rest } = entry;
        return session.write({ ...rest, state: 'open', commit: found.commit, until: aliveUntil(session) });
    }
    const reason = found === undefined
        ? 'its run ended before it opened a pull request'
        : `pull request #${found.number} was closed without a merge`;
    return session.write({
        ...entry,
        state: 'failed',
        reason: entry.reason === undefined ? reason : `${entry.reason}; ${reason}`,
    });
}


/***/ }),

/***/ 81410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QK: () => (/* binding */ LiveWatch),
/* harmony export */   XT: () => (/* binding */ imagesNow)
/* harmony export */ });
/* unused harmony export compare */
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _release_rollout_health_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60203);
/* harmony import */ var _release_served_digests_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90599);
/* harmony import */ var _toolkit_digest_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(55914);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(72315);
/* harmony import */ var _workloads_controllers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34889);
/* harmony import */ var _workloads_diagnosis_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76697);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(17103);
/* harmony import */ var _workloads_pods_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(12502);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5259);
/* harmony import */ var _edit_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(50886);












async function imagesNow(cluster, environment, repositories) {
    const own = new Set(repositories.map(keyOf));
    const found = await Promise.all(refsOf(environment).map(async (ref) => {
        const live = await cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .pathTo */ .vs)(environment.namespace, ref));
        const containers = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .containersOf */ .Mz)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .templateOf */ .kW)(live)?.spec).filter(({ image = '' }) => own.has(keyOf(image)));
        return [
            (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .titleOf */ .Gg)(ref),
            Object.fromEntries(containers.map(({ name, image = '' }) => [name, image])),
        ];
    }));
    return Object.fromEntries(found.filter(([, containers]) => Object.keys(containers).length > 0));
}
const keyOf = (image) => (0,_edit_js__WEBPACK_IMPORTED_MODULE_8__/* .repositoryKey */ .Kq)(image) ?? image;
const refsOf = (environment) => [environment.workload, ...(0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_7__/* .workersOf */ .N)(environment)];
class LiveWatch {
    #context;
    #grace = new Map();
    constructor(context) {
        this.#context = context;
    }
    async look(wanted) {
        const looks = await Promise.all(refsOf(this.#context.environment).map(ref => this.#lookAt(ref, wanted)));
        return (looks.find(({ at }) => at === 'failed') ?? looks.find(({ at }) => at === 'waiting') ?? { at: 'served' });
    }
    async #lookAt(ref, wanted) {
        const { cluster, environment, registry, report } = this.#context;
        const { namespace } = environment;
        const title = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .titleOf */ .Gg)(ref);
        const live = await cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .pathTo */ .vs)(namespace, ref));
        if (live === undefined)
            return { at: 'waiting', sentence: `${title} does not exist in namespace ${namespace}` };
        const { pinned, other } = compare(live, title, wanted);
        if (other !== undefined)
            return { at: 'waiting', sentence: `${title}: ${other}` };
        const failure = await this.#failureOf(ref, live);
        if (failure !== undefined)
            return { at: 'failed', sentence: `${title}: ${failure}` };
        if (!(0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_3__/* .isComplete */ .As)(live))
            return { at: 'waiting', sentence: `${title}: ${(0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_3__/* .progressText */ .l_)(live)}` };
        if ((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .kindOf */ .I)(live) === 'CronJob' || live.spec?.replicas === 0)
            return { at: 'served' };
        const expected = await (0,_release_served_digests_js__WEBPACK_IMPORTED_MODULE_2__/* .acceptedDigests */ .jh)(pinned, registry, report);
        const service = ref === environment.workload ? environment.service : undefined;
        const place = { namespace, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_9__/* .defined */ .sw)({ service }) };
        const served = await (0,_release_served_digests_js__WEBPACK_IMPORTED_MODULE_2__/* .observeServed */ .gw)(cluster, place, live, expected);
        return served.ok ? { at: 'served' } : { at: 'waiting', sentence: `${title}: ${served.reasons[0]}` };
    }
    async #failureOf(ref, live) {
        const { cluster, environment } = this.#context;
        const { namespace } = environment;
        const labelSelector = (0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_6__/* .selectorOf */ .Bk)(live);
        const { revisions, refusedInEvents } = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .traitsOf */ .JC)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .kindOf */ .I)(live));
        if (revisions === undefined)
            return undefined;
        const [pods, kept, events] = await Promise.all([
            cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.pod, namespace), { labelSelector }),
            cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(revisions, namespace), { labelSelector }),
            refusedInEvents ? cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.event, namespace), (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .about */ .Cv)(ref)) : { items: [] },
        ]);
        const grace = this.#grace.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .titleOf */ .Gg)(ref)) ?? new _release_rollout_health_js__WEBPACK_IMPORTED_MODULE_1__/* .FailureGrace */ .XY((0,_release_rollout_health_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeIsComing */ .AM)(cluster, namespace));
        this.#grace.set((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .titleOf */ .Gg)(ref), grace);
        const seen = { revisions: kept.items, pods: pods.items, events: events.items };
        const assessment = await grace.assess(live, seen, performance.now());
        if (assessment?.state !== 'failed')
            return undefined;
        return (0,_workloads_diagnosis_js__WEBPACK_IMPORTED_MODULE_4__/* .sentenceOf */ .$N)(assessment.cause, await (0,_workloads_diagnosis_js__WEBPACK_IMPORTED_MODULE_4__/* .gatherEvidence */ .hx)(cluster, namespace, assessment.cause));
    }
}
function compare(live, title, wanted) {
    const containers = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .containersOf */ .Mz)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .templateOf */ .kW)(live)?.spec);
    const running = new Set((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .templateOf */ .kW)(live)?.spec?.containers?.map(({ name }) => name));
    const all = 'before' in wanted
        ? Object.entries(wanted.before[title] ?? {})
        : containers.flatMap(({ name, image = '' }) => Object.values(wanted.images)
            .filter(each => keyOf(each) === keyOf(image))
            .map((each) => [name, each]));
    const wrong = all.find(([name, image]) => {
        const now = containers.find(each => each.name === name)?.image ?? '';
        return image.includes('@') ? now.split('@')[1] !== image.split('@')[1] : now !== image;
    });
    const pinned = Object.fromEntries(all.filter(([name, image]) => running.has(name) && image.includes('@')));
    if (wrong !== undefined) {
        const now = containers.find(({ name }) => name === wrong[0])?.image ?? 'nothing';
        return { pinned, other: `container ${wrong[0]} still has the image ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_10__/* .printable */ .g$)((0,_toolkit_digest_js__WEBPACK_IMPORTED_MODULE_11__/* .shortDigests */ .s)(now))}` };
    }
    if (all.length === 0 && 'images' in wanted)
        return {
            pinned,
            other: `no container has an image of ${Object.values(wanted.images).map(_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .repositoryOf */ ._M).join(' or ')}`,
        };
    return { pinned };
}


/***/ }),

/***/ 60203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AM: () => (/* binding */ nodeIsComing),
/* harmony export */   Je: () => (/* binding */ HealthTracker),
/* harmony export */   XY: () => (/* binding */ FailureGrace)
/* harmony export */ });
/* unused harmony export WorkerGrace */
/* harmony import */ var _workloads_diagnosis_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76697);
/* harmony import */ var _workloads_pods_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12502);
/* harmony import */ var _workloads_progress_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93377);



class HealthTracker {
    #canary;
    #workload;
    #worker;
    #workers = new Map();
    constructor(cluster, namespace) {
        const isComing = nodeIsComing(cluster, namespace);
        this.#canary = new FailureGrace(isComing);
        this.#workload = new FailureGrace(isComing);
        this.#worker = () => new WorkerGrace(isComing);
    }
    async assess(seen, at = performance.now()) {
        return {
            canary: await this.#canary.assess(seen.canary, seen, at),
            workload: await this.#workload.assess(seen.workload, seen, at),
            workers: await this.#assessWorkers(seen, at),
        };
    }
    async #assessWorkers({ workers }, at) {
        const assessed = Object.entries(workers).map(async ([name, seen]) => {
            const grace = this.#workers.get(name) ?? this.#worker();
            this.#workers.set(name, grace);
            return [name, await grace.assess(seen, at)];
        });
        return Object.fromEntries(await Promise.all(assessed));
    }
}
const longest = 15 * 60_000;
class FailureGrace {
    #nodeIsComing;
    #since;
    constructor(nodeIsComing = async () => false) {
        this.#nodeIsComing = nodeIsComing;
    }
    async assess(workload, seen, at) {
        if (workload === undefined)
            return undefined;
        const assessment = (0,_workloads_progress_js__WEBPACK_IMPORTED_MODULE_2__/* .assess */ .n)({ ...seen, workload });
        if (assessment.state !== 'suspect') {
            this.#since = undefined;
            return assessment;
        }
        const { cause, graceMs, ready, wanted } = assessment;
        if (this.#since?.kind !== cause.kind)
            this.#since = { kind: cause.kind, first: at, at, asked: false };
        const since = this.#since;
        if (at - since.at >= graceMs && !since.asked) {
            if (at - since.first < longest && (await this.#nodeIsComing(cause)))
                since.at = at;
            else
                since.asked = true;
        }
        return at - since.at >= graceMs
            ? { state: 'failed', ready, wanted, cause }
            : { state: 'progressing', ready, wanted };
    }
}
function nodeIsComing(cluster, namespace) {
    return async (cause) => {
        if (cause.kind !== 'unschedulable')
            return false;
        const events = await (0,_workloads_diagnosis_js__WEBPACK_IMPORTED_MODULE_0__/* .eventsOf */ .XL)(cluster, namespace, cause.pod).catch(() => []);
        return events.some(({ reason }) => reason === 'TriggeredScaleUp' || reason === 'Nominated');
    };
}
const settled = 10_000;
class WorkerGrace {
    #failureGrace;
    #since;
    constructor(nodeIsComing) {
        this.#failureGrace = new FailureGrace(nodeIsComing);
    }
    async assess(seen, at) {
        const assessment = await this.#failureGrace.assess(seen.workload, seen, at);
        if (assessment?.state !== 'complete') {
            this.#since = undefined;
            return assessment;
        }
        if (seen.workload?.kind === 'CronJob')
            return assessment;
        const restarts = restartsOf(seen);
        if (this.#since?.restarts !== restarts)
            this.#since = { restarts, at };
        const { ready, wanted } = assessment;
        return at - this.#since.at >= settled ? assessment : { state: 'progressing', ready, wanted };
    }
}
function restartsOf({ workload, revisions, pods }) {
    const isNewest = workload && (0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_1__/* .newestOf */ .su)(workload, revisions);
    return pods
        .filter(pod => isNewest?.(pod))
        .flatMap(({ status }) => status?.containerStatuses ?? [])
        .reduce((sum, { restartCount }) => sum + restartCount, 0);
}


/***/ }),

/***/ 26417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YM: () => (/* binding */ recordedEnvironment),
/* harmony export */   jw: () => (/* binding */ requireSameWorkload),
/* harmony export */   zR: () => (/* binding */ requireOneEnvironment)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(43852);
/* harmony import */ var _config_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13407);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(60630);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17103);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91490);
/* harmony import */ var _releases_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46695);







function recordedEnvironment(record, name, today) {
    const recorded = readRecorded(record?.config, name);
    return recorded?.namespace === today.namespace ? asAddressed(recorded, today) : today;
}
function requireOneEnvironment(releases, { config, environment }) {
    const { namespace, workload } = environment;
    const isOurs = (other) => other?.namespace === namespace && (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(other.workload) === (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(workload);
    for (const { record } of releases) {
        const { environment: name, source, release } = record;
        const recorded = recordedEnvironment(record, name, environment);
        if (source === 'observed' || isOurs(recorded) || isOurs(config.environments[name]))
            continue;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the environment cannot use namespace ${namespace}: there are releases of ${config.app} to ${name} (${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(recorded.workload)}) in it, with which it would share the Lease and the records`, `use another namespace or another \`app\`; if ${name} no longer uses this namespace, delete the ConfigMaps of its releases, such as ${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.record(config.app, release)}`);
    }
}
function requireSameWorkload(releases, { record: restored }, { environmentName, environment }) {
    const workloadOf = (record) => recordedEnvironment(record, environmentName, environment).workload;
    const newest = releases.find(each => (0,_releases_js__WEBPACK_IMPORTED_MODULE_4__/* .hasSucceeded */ .yO)(each) && each.record.source !== 'observed')?.record;
    if (newest === undefined || restored.source === 'observed')
        return;
    const [workload, other] = [workloadOf(restored), workloadOf(newest)];
    if ((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(other) === (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(workload))
        return;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`cannot roll back to release ${restored.release}: it ran in ${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(workload)}, but release ${newest.release} runs in ${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(other)}`, `deploy a version that works to ${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(other)}`);
}
const recordedFields = _config_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentFields */ .p.pick({
    namespace: true,
    manifests: true,
    workload: true,
    workers: true,
    service: true,
    route: true,
    strategy: true,
    gateway: true,
    gate: true,
    hooks: true,
    reversible: true,
    unversioned: true,
    verify: true,
});
function readRecorded(config, name) {
    const { environments } = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_5__/* .isMap */ .jh)(config) ? config : {};
    const environment = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_5__/* .isMap */ .jh)(environments) && Object.hasOwn(environments, name) ? environments[name] : undefined;
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_5__/* .isMap */ .jh)(environment))
        return undefined;
    const kept = Object.entries(environment).filter(([key]) => key in recordedFields.shape);
    const written = zod__WEBPACK_IMPORTED_MODULE_6__/* .safeEncode */ .wy(recordedFields.partial(), Object.fromEntries(kept));
    return written.success ? recordedFields.safeParse(written.data).data : undefined;
}
function asAddressed({ gate, verify, manifests = [], ...recorded }, today) {
    const { cluster, repositories, trust, requires, recovery, 'take-over': takeOver } = today;
    const kept = Object.entries({
        cluster,
        repositories,
        trust,
        requires,
        recovery,
        'take-over': takeOver,
    }).filter(([, value]) => value !== undefined);
    const from = verify?.from ?? today.verify?.from;
    return {
        ...recorded,
        manifests,
        ...Object.fromEntries(kept),
        ...gateFor(gate, today.gate),
        ...(verify === undefined || from === undefined
            ? {}
            : { verify: { ...addressed(verify, today.verify), from } }),
    };
}
function gateFor(recorded, today) {
    if (recorded === 'checks')
        return today === 'checks' ? { gate: recorded } : {};
    if (recorded === undefined || today === undefined || today === 'checks')
        return {};
    return { gate: { ...recorded, prometheus: today.prometheus } };
}
function addressed({ checks, from }, today) {
    const { checks: _, from: __, ...rest } = today ?? { checks };
    return { ...rest, checks, ...(from === undefined ? {} : { from }) };
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

/***/ 8999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ firstOf),
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;
const firstOf = ([first, ...others]) => first === undefined || others.length === 0 ? first : `${first} (and ${others.length} more)`;


/***/ }),

/***/ 48961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bothOf: () => (/* binding */ bothOf),
/* harmony export */   eachOf: () => (/* binding */ eachOf),
/* harmony export */   mapOf: () => (/* binding */ mapOf),
/* harmony export */   serialQueue: () => (/* binding */ serialQueue)
/* harmony export */ });
async function eachOf(items, limit, work) {
    const waiting = [...items];
    let failed = false;
    const worker = async () => {
        for (let item = waiting.shift(); item !== undefined && !failed; item = waiting.shift()) {
            try {
                await work(item);
            }
            catch (error) {
                failed = true;
                throw error;
            }
        }
    };
    const results = await Promise.allSettled(Array.from({ length: limit }, worker));
    for (const result of results)
        if (result.status === 'rejected')
            throw result.reason;
}
async function mapOf(items, limit, work) {
    const results = new Map();
    await eachOf([...items.entries()], limit, async ([at, item]) => {
        results.set(at, await work(item));
    });
    return items.map((_, at) => results.get(at));
}
function serialQueue() {
    let last = Promise.resolve();
    return work => {
        const turn = last.then(work);
        last = turn.catch(() => undefined);
        return turn;
    };
}
async function bothOf(signal, one, other) {
    const failure = new AbortController();
    let first;
    const run = async (work) => {
        try {
            return await work(AbortSignal.any([signal, failure.signal]));
        }
        catch (error) {
            if (!failure.signal.aborted)
                first = error;
            failure.abort();
            throw error;
        }
    };
    const works = [run(one), run(other)];
    await Promise.allSettled(works);
    if (failure.signal.aborted)
        throw first;
    return Promise.all(works);
}


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

/***/ 60311:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y7: () => (/* binding */ withoutPort),
/* harmony export */   dy: () => (/* binding */ probe),
/* harmony export */   o4: () => (/* binding */ withoutBrackets)
/* harmony export */ });
/* unused harmony exports largestBody, answerOf */
/* harmony import */ var _toolkit_body_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5346);

const largestBody = 1024 * 1024;
async function probe(request) {
    const { base, host, path, timeoutMs, limit = largestBody, keep = limit } = request;
    const signal = AbortSignal.timeout(timeoutMs);
    try {
        const message = await send(request, signal);
        let bytes = 0;
        const start = async function* () {
            for await (const chunk of message) {
                bytes += chunk.length;
                if (bytes > limit)
                    throw new BodyTooLarge(limit);
                if (bytes - chunk.length < keep)
                    yield chunk;
            }
        };
        const body = await (0,_toolkit_body_js__WEBPACK_IMPORTED_MODULE_0__/* .readUpTo */ .V)(start(), limit, () => new BodyTooLarge(limit));
        const headers = Object.entries(message.headers).map(([name, value]) => [name, [value].flat().join(', ')]);
        const url = `${base.protocol}//${host ?? base.host}${joined(base, path)}`;
        return {
            ok: true,
            response: {
                status: message.statusCode ?? 0,
                headers: Object.fromEntries(headers),
                cookies: message.headers['set-cookie'] ?? [],
                body: body.toString('utf8'),
                bytes,
                url,
            },
        };
    }
    catch (error) {
        if (signal.aborted)
            return { ok: false, reason: `did not answer within ${timeoutMs} ms`, timedOut: true };
        if (!(error instanceof Error))
            throw error;
        return answerOf(error, base);
    }
}
function answerOf(error, base) {
    const reason = failure(error, base);
    const code = 'code' in error ? String(error.code) : '';
    if (/^CERT_(HAS_EXPIRED|NOT_YET_VALID)$/.test(code))
        return { ok: false, reason, unsent: true, expired: true };
    return { ok: false, reason, ...(/^(EAI_AGAIN|ENOTFOUND)$/.test(code) ? { unsent: true } : {}) };
}
async function send({ base, host, path, method = 'GET', body, headers, ca }, signal) {
    const secure = base.protocol === 'https:';
    const { request } = await (secure ? Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 44708, 19)) : Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 37067, 19)));
    const name = withoutPort(host ?? base.host);
    const options = {
        hostname: withoutBrackets(base.hostname),
        port: base.port === '' ? (secure ? 443 : 80) : base.port,
        path: joined(base, path),
        method,
        agent: false,
        signal,
        headers: {
            host: host ?? base.host,
            accept: '*/*',
            'accept-encoding': 'identity',
            'user-agent': 'slipway-verify',
            ...headers,
            ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
        },
        ...(secure && ca !== undefined ? { ca } : {}),
        ...(secure && !isAddress(name) ? { servername: name } : {}),
    };
    return new Promise((resolve, reject) => {
        const outgoing = request(options);
        outgoing.once('response', resolve);
        outgoing.on('error', reject);
        outgoing.end(body);
    });
}
class BodyTooLarge extends Error {
    limit;
    constructor(limit) {
        super();
        this.limit = limit;
    }
}
function failure(error, base) {
    if (error instanceof BodyTooLarge)
        return `answered with a body larger than ${error.limit / largestBody} MiB`;
    const code = 'code' in error ? String(error.code) : '';
    const where = base.host;
    switch (code) {
        case 'ECONNREFUSED':
            return `could not be sent: ${where} refused the connection`;
        case 'ECONNRESET':
        case 'EPIPE':
            return `got an incomplete answer: ${where} closed the connection`;
        case 'ENOTFOUND':
        case 'EAI_AGAIN':
            return `could not be sent: the name ${base.hostname} cannot be resolved`;
        case 'EHOSTUNREACH':
        case 'ENETUNREACH':
        case 'ETIMEDOUT':
            return `could not be sent: ${where} cannot be reached`;
        case 'EPROTO':
            return `could not be sent: ${where} does not speak TLS`;
        default:
            if (code.startsWith('HPE_'))
                return `got an answer that is not valid HTTP: ${error.message.replace(/^Parse Error: /, '')}`;
            return /CERT|SSL|TLS|SELF_SIGNED|ALTNAME/.test(code)
                ? `could not be sent: TLS with ${where} failed (${error.message})`
                : `could not be sent: ${error.message}`;
    }
}
function joined(base, path) {
    return `${base.pathname.replace(/\/$/, '')}${path}`;
}
const withoutBrackets = (host) => host.replace(/^\[|\]$/g, '');
const withoutPort = (host) => host.replace(/:\d+$/, '');
function isAddress(name) {
    return /^[\d.]+$/.test(name) || name.startsWith('[');
}


/***/ }),

/***/ 34889:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   As: () => (/* binding */ isComplete),
/* harmony export */   PA: () => (/* binding */ isServing),
/* harmony export */   Qu: () => (/* binding */ foreignOwner),
/* harmony export */   RF: () => (/* binding */ isControlled),
/* harmony export */   YP: () => (/* binding */ standingOf),
/* harmony export */   ZP: () => (/* binding */ ownerProblem),
/* harmony export */   gc: () => (/* binding */ hasNoSurge),
/* harmony export */   ik: () => (/* binding */ requireWritable),
/* harmony export */   l_: () => (/* binding */ progressText),
/* harmony export */   nt: () => (/* binding */ writtenAt),
/* harmony export */   o6: () => (/* binding */ updateBlocker),
/* harmony export */   t8: () => (/* binding */ isKept),
/* harmony export */   w2: () => (/* binding */ servingProblem),
/* harmony export */   z$: () => (/* binding */ mayTakeFromHelm)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17103);


function standingOf(workload) {
    const { metadata, status } = workload;
    const desired = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .replicasOf */ .N4)(workload);
    const observed = (status?.observedGeneration ?? 0) >= (metadata?.generation ?? 0);
    switch ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(workload)) {
        case 'CronJob':
            return { observed: true, desired, updated: 0, available: 0, complete: true };
        case 'DaemonSet': {
            const updated = status?.updatedNumberScheduled ?? 0;
            const available = status?.numberAvailable ?? 0;
            return {
                observed,
                desired,
                updated,
                available,
                complete: observed && updated >= desired && available >= desired,
            };
        }
        case 'StatefulSet': {
            const updated = status?.updatedReplicas ?? 0;
            const available = status?.availableReplicas ?? 0;
            const turned = status?.currentRevision === status?.updateRevision;
            const complete = observed &&
                turned &&
                updated >= desired &&
                available >= desired &&
                (status?.replicas ?? 0) <= desired;
            return { observed, desired, updated, available, complete };
        }
        default: {
            const updated = status?.updatedReplicas ?? 0;
            const available = status?.availableReplicas ?? 0;
            const complete = observed && updated >= desired && (status?.replicas ?? 0) <= updated && available >= updated;
            return { observed, desired, updated, available, complete };
        }
    }
}
const isComplete = (workload) => standingOf(workload).complete;
const isServing = (workload) => servingProblem(workload) === undefined;
function servingProblem(workload) {
    const { observed, desired, updated, available } = standingOf(workload);
    if (!observed || (workload.status?.replicas ?? desired) > updated)
        return 'is being updated';
    return available > 0 && available * 2 >= desired
        ? undefined
        : `has ${available} of ${desired} pods available`;
}
function progressText(workload) {
    const { desired, updated, available } = standingOf(workload);
    return `${available} of ${desired} pods available, ${updated} with the newest template`;
}
function hasNoSurge({ kind, spec }) {
    if (kind === 'StatefulSet')
        return true;
    const nothing = (surge) => surge === 0 || surge === '0%' || surge === '0';
    if (kind === 'DaemonSet') {
        const surge = spec?.updateStrategy?.rollingUpdate?.maxSurge;
        return surge === undefined || nothing(surge);
    }
    return spec?.strategy?.type === 'Recreate' || nothing(spec?.strategy?.rollingUpdate?.maxSurge);
}
function updateBlocker(workload) {
    const { kind, name } = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .refOf */ .H8)(workload);
    const title = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .titleOf */ .Gg)({ kind, name });
    const { paused, updateStrategy } = workload.spec ?? {};
    if (kind === 'Deployment' && paused === true)
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${title} is paused`, `resume it: kubectl rollout resume deployment/${name}`);
    if (kind !== 'StatefulSet' && kind !== 'DaemonSet')
        return undefined;
    if (updateStrategy?.type === 'OnDelete')
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${title} has updateStrategy OnDelete, so its pods keep their version until they are deleted`, 'set `updateStrategy: {type: RollingUpdate}` in its manifest');
    const partition = updateStrategy?.rollingUpdate?.partition ?? 0;
    if (partition > 0)
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${title} has a partition of ${partition} in updateStrategy, so its pods below that number keep their version`, 'remove `partition` from its manifest, or set it to 0');
    return undefined;
}
const ownerMarks = [
    {
        owner: 'Argo CD',
        annotations: ['argocd.argoproj.io/tracking-id'],
        labels: ['argocd.argoproj.io/instance'],
        writer: 'argocd-controller',
    },
    {
        owner: 'Flux',
        annotations: [],
        labels: ['kustomize.toolkit.fluxcd.io/name', 'helm.toolkit.fluxcd.io/name'],
        writer: 'kustomize-controller',
    },
    { owner: 'Helm', annotations: ['meta.helm.sh/release-name'], labels: [], writer: 'helm' },
];
function foreignOwner({ metadata }) {
    const has = (keys, map) => keys.some(key => map?.[key] !== undefined);
    return ownerMarks.find(mark => has(mark.annotations, metadata?.annotations) ||
        has(mark.labels, metadata?.labels) ||
        metadata?.managedFields?.some(({ manager }) => manager === mark.writer) === true)?.owner;
}
const helmOwner = ({ metadata }) => ({
    release: metadata?.annotations?.['meta.helm.sh/release-name'],
    namespace: metadata?.annotations?.['meta.helm.sh/release-namespace'],
});
function mayTakeFromHelm(object, { 'take-over': takeOver, namespace }) {
    const owner = helmOwner(object);
    return (takeOver !== undefined &&
        owner.release === takeOver.helm &&
        owner.namespace === namespace &&
        foreignOwner(object) === 'Helm');
}
function ownerProblem(object, environment) {
    const owner = foreignOwner(object);
    if (owner === undefined || mayTakeFromHelm(object, environment))
        return undefined;
    const { release, namespace } = helmOwner(object);
    const known = owner === 'Helm' && release !== undefined;
    const isHere = namespace === environment.namespace;
    const place = isHere || namespace === undefined ? '' : ` in namespace ${namespace}`;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${object.kind}/${object.metadata?.name} is managed by ${owner}${known ? ` (release ${release}${place})` : ''}, which would revert the writes of a release`, known && isHere
        ? `release it with Helm, or take it over by \`take-over: {helm: ${release}}\` in its environment in slipway.yml (docs/helm.md)`
        : owner === 'Helm'
            ? `release it with ${owner}, or end its management by ${owner} first (docs/helm.md)`
            : `release by a commit that ${owner} applies, with \`delivery: {gitops: …}\` in its environment in slipway.yml (docs/gitops.md), or end its management by ${owner} first`);
}
const requireWritable = (environment) => live => {
    const problem = ownerProblem(live, environment);
    if (problem !== undefined)
        throw problem;
    return true;
};
function isKept({ kind, metadata }) {
    const policy = metadata?.annotations?.['helm.sh/resource-policy'] ?? '';
    return policy.trim().toLowerCase() === 'keep' && !(0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .isReleased */ .OZ)(kind);
}
function isControlled(object) {
    return (object.metadata?.ownerReferences ?? []).some(owner => owner.controller === true);
}
function writtenAt({ metadata }) {
    const times = (metadata?.managedFields ?? [])
        .filter(({ manager, subresource }) => manager === 'slipway' && !subresource)
        .map(({ time }) => Date.parse(time ?? '') || 0);
    return Math.max(0, ...times);
}


/***/ }),

/***/ 76697:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ sentenceOf),
/* harmony export */   KF: () => (/* binding */ confidentialOf),
/* harmony export */   XL: () => (/* binding */ eventsOf),
/* harmony export */   hY: () => (/* binding */ lastMessageOf),
/* harmony export */   hx: () => (/* binding */ gatherEvidence),
/* harmony export */   yD: () => (/* binding */ factOf)
/* harmony export */ });
/* unused harmony exports withoutConfidential, secretsIn */
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72315);
/* harmony import */ var _toolkit_redaction_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90501);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60512);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17103);







function sentenceOf(cause, { events, lastMessage } = { events: [] }) {
    const said = lastMessage === undefined || lastMessage === ''
        ? ''
        : `; its last message: ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(lastMessage).slice(0, 200)}`;
    switch (cause.kind) {
        case 'image-pull':
            return `image ${cause.image} of container ${cause.container} cannot be pulled: ${reasonOfPull(cause, events)}`;
        case 'out-of-memory':
            return `container ${cause.container} was killed: out of memory (limit ${cause.limit}, pod ${cause.pod})`;
        case 'crash': {
            const killed = events.find(({ reason, message }) => reason === 'Killing' && /failed (liveness|startup) probe/.test(message));
            const before = killed === undefined ? [] : events.filter(each => !isAfter(each, killed));
            const probe = failedProbe(before, /^(Liveness|Startup)/, cause.container);
            if (probe !== undefined)
                return `${probe}, so it keeps restarting (pod ${cause.pod})`;
            return `container ${cause.container} crashes repeatedly (exit code ${cause.exitCode}, ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .h)(cause.restarts, 'restart')}, pod ${cause.pod})${said}`;
        }
        case 'bad-container':
            return `container ${cause.container} cannot be started: ${short(cause.detail)} (pod ${cause.pod})`;
        case 'unschedulable':
            return `pod ${cause.pod} cannot be scheduled: ${short(cause.detail)}`;
        case 'quota':
            return `the quota of the namespace does not allow the new pods: ${short(cause.detail.replace(/^pods ".*?" is forbidden: /, ''))}`;
        case 'refused':
            return `the cluster refuses the new pods: ${short(cause.detail)}`;
        case 'not-ready': {
            const [first] = cause.pods;
            const head = `${cause.ready} of ${cause.wanted} new pods were ready after ${Math.round(cause.seconds)} s`;
            if (first === undefined)
                return head;
            const probe = failedProbe(events, /^(Readiness|Startup)/, first.container);
            if (probe !== undefined)
                return `${head}; ${probe} (pod ${first.pod})`;
            const container = first.container === '' ? '' : `container ${first.container} of `;
            return `${head}; ${container}pod ${first.pod} does not become ready`;
        }
        default:
            return cause;
    }
}
const factKinds = {
    'image-pull': 'not-starting',
    'bad-container': 'not-starting',
    unschedulable: 'not-starting',
    quota: 'not-starting',
    refused: 'not-starting',
    crash: 'crash-loop',
    'out-of-memory': 'out-of-memory',
    'not-ready': 'not-ready',
};
const factOf = (cause, detail) => ({
    kind: factKinds[cause.kind],
    ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .defined */ .sw)({ pod: podOf(cause) }),
    detail,
});
const podOf = (cause) => 'pod' in cause ? cause.pod : cause.kind === 'not-ready' ? cause.pods[0]?.pod : undefined;
const evidenceTimeout = 3000;
const inTime = (reading, otherwise) => new Promise(resolve => {
    const timer = setTimeout(resolve, evidenceTimeout, otherwise);
    reading
        .catch(() => otherwise)
        .then(read => {
        clearTimeout(timer);
        resolve(read);
    });
});
async function gatherEvidence(cluster, namespace, cause) {
    const pod = podOf(cause);
    if (pod === undefined)
        return { events: [] };
    const [events, lastMessage, confidential] = await Promise.all([
        inTime(eventsOf(cluster, namespace, pod), []),
        cause.kind === 'crash'
            ? inTime(lastMessageIn(cluster, namespace, pod, cause.container), undefined)
            : undefined,
        inTime(confidentialOf(cluster, namespace, pod), undefined),
    ]);
    return withoutConfidential({ events, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .defined */ .sw)({ lastMessage }) }, confidential);
}
function withoutConfidential({ events, lastMessage }, confidential) {
    const hide = (text) => (0,_toolkit_redaction_js__WEBPACK_IMPORTED_MODULE_1__.withoutSecrets)(confidential === undefined ? withoutOutput(text) : text, confidential ?? []);
    return {
        events: events.map(event => ({ ...event, message: hide(event.message) })),
        ...(lastMessage === undefined || confidential === undefined ? {} : { lastMessage: hide(lastMessage) }),
    };
}
const withoutOutput = (message) => message.replace(/( probe failed: )(?!HTTP probe failed with statuscode: \d+$).*/s, "$1its output is not shown, because the values of the pod's Secrets are not known");
async function eventsOf(cluster, namespace, pod) {
    const { items } = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.event, namespace), {
        fieldSelector: `involvedObject.name=${pod}`,
    });
    const time = (event) => String(event.lastTimestamp ?? event.eventTime ?? event.metadata.creationTimestamp ?? '');
    return items
        .sort((a, b) => (time(a) < time(b) ? -1 : 1))
        .map(({ metadata: { name }, reason = '', message = '', count }) => ({
        reason,
        message,
        ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .defined */ .sw)({ count, name }),
    }));
}
const trace = /^(?:\s|$|[}\]]|#\d|- \/|\[signal |Node\.js v\d|Require stack:|Stack trace:|note: run with )/;
function lastMessageOf(lines) {
    const stacks = lines.findIndex(line => /^goroutine \d+ .*\[/.test(line));
    const before = stacks === -1 ? lines : lines.slice(0, stacks);
    return before.findLast(line => !trace.test(line)) ?? lines.findLast(line => line.trim() !== '');
}
const mostLines = 50;
const mostOfLog = 256 << 10;
const longestLine = 4 << 10;
function wholeLastMessage(log) {
    const lines = log.split('\n');
    const message = lastMessageOf(lines.length < mostLines ? lines : lines.slice(1)) ?? '';
    if (Buffer.byteLength(log) >= mostOfLog || Buffer.byteLength(message) >= longestLine)
        return undefined;
    return message.trim() === '' ? undefined : message.trim();
}
async function lastMessageIn(cluster, namespace, pod, container) {
    const path = `${(0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.pod, namespace, pod)}/log`;
    for (const previous of ['true', 'false']) {
        const query = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .withQuery */ .VL)(path, {
            container,
            previous,
            tailLines: String(mostLines),
            limitBytes: String(mostOfLog),
        });
        const text = await cluster.call('GET', query).then(answer => answer.body, () => '');
        if (text.trim() !== '')
            return wholeLastMessage(text);
    }
    return undefined;
}
const isAfter = (one, other) => one.name !== undefined && other.name !== undefined && one.name > other.name;
function failedProbe(events, which, container) {
    const failures = events.filter(({ reason, message }) => reason === 'Unhealthy' && which.test(message));
    const most = Math.max(...failures.map(({ count }) => count ?? 1));
    const event = failures.findLast(({ count }) => (count ?? 1) === most);
    if (event === undefined)
        return undefined;
    const [head = '', ...rest] = event.message.split(' failed: ');
    return `the ${head.toLowerCase()} of container ${container} fails (${short(rest.join(' failed: '))})`;
}
function reasonOfPull(cause, events) {
    const event = events.findLast(({ reason, message }) => reason === 'Failed' && message.startsWith('Failed to pull'));
    const text = /not found|unknown/i.test(cause.detail) ? cause.detail : (event?.message ?? cause.detail);
    if (/not found|manifest unknown|name unknown/i.test(text))
        return 'the registry has no such image';
    if (/unauthorized|denied|forbidden|no basic auth/i.test(text))
        return 'the registry refuses the credential of the node (imagePullSecrets)';
    return short(text);
}
function short(text) {
    const line = (0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(text.replace(/\s+/g, ' ').trim());
    return line.length > 240 ? `${line.slice(0, 239)}…` : line;
}
async function confidentialOf(cluster, namespace, pod) {
    const { items } = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.pod, namespace), {
        fieldSelector: `metadata.name=${pod}`,
    });
    const spec = items[0]?.spec;
    if (spec === undefined)
        throw new Error(`Pod/${pod} does not exist any more`);
    const secrets = await Promise.all(secretsIn(spec).map(name => cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.secret, namespace, name))));
    const values = secrets.flatMap(secret => Object.values(secret?.data ?? {}));
    return [...values.map(value => Buffer.from(value, 'base64').toString('utf8')), ...tellingVariables(spec)];
}
function secretsIn(spec) {
    const variables = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .containersOf */ .Mz)(spec).flatMap(({ env = [], envFrom = [] }) => [
        ...env.map(({ valueFrom }) => valueFrom?.secretKeyRef?.name),
        ...envFrom.map(({ secretRef }) => secretRef?.name),
    ]);
    const files = (spec.volumes ?? []).flatMap(({ secret, projected }) => [
        secret?.secretName,
        ...(projected?.sources ?? []).map(source => source.secret?.name),
    ]);
    return [...new Set([...variables, ...files])].filter(name => name !== undefined && name !== '');
}
const tellingVariables = (spec) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .containersOf */ .Mz)(spec)
    .flatMap(({ env = [] }) => env)
    .flatMap(({ name, value }) => (value !== undefined && (0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_2__/* .namesSecret */ .L4)(name) ? [value] : []));


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


/***/ }),

/***/ 93377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ lateCause),
/* harmony export */   n: () => (/* binding */ assess)
/* harmony export */ });
/* harmony import */ var _controllers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34889);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17103);
/* harmony import */ var _pods_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12502);



function assess(observed) {
    const { workload, revisions, pods } = observed;
    const { desired: wanted, available, ...standing } = (0,_controllers_js__WEBPACK_IMPORTED_MODULE_0__/* .standingOf */ .YP)(workload);
    if (!standing.observed)
        return { state: 'progressing', ready: 0, wanted };
    if (standing.complete)
        return { state: 'complete', ready: available, wanted };
    const isNewest = (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .newestOf */ .su)(workload, revisions);
    if (isNewest === undefined)
        return { state: 'progressing', ready: 0, wanted };
    const newPods = pods.filter(pod => isNewest(pod) && (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isLiving */ .O)(pod));
    const ready = newPods.filter(_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isReady */ .i_).length;
    const judged = (cause, graceMs) => graceMs === undefined
        ? { state: 'failed', ready, wanted, cause }
        : { state: 'suspect', ready, wanted, cause, graceMs };
    const refused = refusal(observed, workload);
    if (refused !== undefined)
        return judged(refused, graceOfRefusal(refused, workload));
    const cause = firstOf(newPods, podFailure);
    if (cause !== undefined)
        return judged(cause);
    const pulling = firstOf(newPods, failingPull);
    if (pulling !== undefined)
        return judged(pulling, 20_000);
    const missing = firstOf(newPods, missingConfiguration);
    if (missing !== undefined)
        return judged(missing, _pods_js__WEBPACK_IMPORTED_MODULE_2__/* .graceOfConfiguration */ .QJ);
    const stuck = firstOf(newPods, unschedulable);
    if (stuck !== undefined)
        return judged(stuck, graceOfNode(stuck, workload));
    const slow = workload.status?.conditions?.find(c => c.type === 'Progressing' && c.reason === 'ProgressDeadlineExceeded');
    if (slow === undefined)
        return { state: 'progressing', ready, wanted };
    return judged(notReady(newPods, ready, wanted, workload.spec?.progressDeadlineSeconds ?? 600), 3000);
}
function graceOfRefusal(refused, workload) {
    if (refused.kind === 'refused')
        return isDecided(refused.detail) ? undefined : 30_000;
    if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .traitsOf */ .JC)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(workload)).refusedInEvents)
        return 30_000;
    return (0,_controllers_js__WEBPACK_IMPORTED_MODULE_0__/* .hasNoSurge */ .gc)(workload) ? 60_000 : undefined;
}
function graceOfNode({ detail }, workload) {
    const room = /insufficient/i.test(detail);
    if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .traitsOf */ .JC)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(workload)).refusedInEvents)
        return /volume/i.test(detail) ? 60_000 : room ? 15_000 : 10_000;
    return (0,_controllers_js__WEBPACK_IMPORTED_MODULE_0__/* .hasNoSurge */ .gc)(workload) ? 60_000 : room ? 15_000 : 3000;
}
function lateCause({ workload, revisions, pods }, seconds) {
    const isNewest = workload && (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .newestOf */ .su)(workload, revisions);
    const newPods = pods.filter(pod => isNewest?.(pod) === true && (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isLiving */ .O)(pod));
    return notReady(newPods, newPods.filter(_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isReady */ .i_).length, workload ? (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .replicasOf */ .N4)(workload) : 0, seconds);
}
function firstOf(pods, find) {
    for (const pod of pods) {
        const cause = find(pod);
        if (cause !== undefined)
            return cause;
    }
    return undefined;
}
function refusal(observed, workload) {
    const message = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .traitsOf */ .JC)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(workload)).refusedInEvents
        ? refusedByEvents(observed, workload)
        : refusedByCondition((0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .newestReplicaSet */ .jk)(workload, observed.revisions));
    if (message === undefined)
        return undefined;
    return { kind: /exceeded quota/.test(message) ? 'quota' : 'refused', detail: message };
}
const refusedByCondition = (set) => set?.status?.conditions?.find(c => c.type === 'ReplicaFailure' && c.status === 'True')?.message;
function refusedByEvents({ pods, events = [] }, workload) {
    const own = workload.metadata?.uid;
    const there = pods.filter(pod => (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isOwnedBy */ .D0)(pod, own) && (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isLiving */ .O)(pod)).length;
    if (there >= (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .replicasOf */ .N4)(workload))
        return undefined;
    const time = ({ lastTimestamp, eventTime, metadata }) => Date.parse(lastTimestamp ?? eventTime ?? metadata.creationTimestamp ?? '') || 0;
    const newest = events
        .filter(event => event.involvedObject.uid === own && event.reason === 'FailedCreate')
        .filter(event => time(event) >= (0,_controllers_js__WEBPACK_IMPORTED_MODULE_0__/* .writtenAt */ .nt)(workload))
        .sort((a, b) => time(b) - time(a))[0];
    return newest?.message?.replace(/^([Cc]reate (Pod|Claim) .*? failed error|Error creating): /, '');
}
function isDecided(detail) {
    return /violates PodSecurity|denied the request|(max|min)imum .* usage per|is invalid/.test(detail);
}
function podFailure(pod) {
    if ((0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isReady */ .i_)(pod))
        return undefined;
    const name = pod.metadata?.name ?? '';
    for (const { name: container, image, restartCount, state, lastState } of (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .containerStatusesOf */ .Xy)(pod)) {
        const waiting = state?.waiting;
        const ended = state?.terminated ?? lastState?.terminated;
        if (ended?.reason === 'OOMKilled') {
            const own = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .containersOf */ .Mz)(pod.spec).find(each => each.name === container);
            const limit = own?.resources?.limits?.memory ?? 'none';
            return { kind: 'out-of-memory', pod: name, container, limit };
        }
        const detail = waiting?.message ?? '';
        const failure = (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .startFailure */ .xn)(waiting);
        if (failure === 'image-pull')
            return { kind: failure, pod: name, container, image, detail };
        if (failure === 'bad-container')
            return { kind: failure, pod: name, container, detail: detail || (waiting?.reason ?? '') };
        if (waiting?.reason === 'CrashLoopBackOff' ||
            (restartCount >= 2 && ended !== undefined && ended.exitCode !== 0)) {
            return { kind: 'crash', pod: name, container, exitCode: ended?.exitCode ?? 0, restarts: restartCount };
        }
    }
    return undefined;
}
function failingPull(pod) {
    const failing = (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .containerStatusesOf */ .Xy)(pod).find(({ state }) => state?.waiting?.reason === 'ImagePullBackOff');
    if (failing === undefined)
        return undefined;
    const { name: container, image, state } = failing;
    const detail = state?.waiting?.message ?? '';
    return { kind: 'image-pull', pod: pod.metadata?.name ?? '', container, image, detail };
}
function missingConfiguration(pod) {
    const lacking = (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .containerStatusesOf */ .Xy)(pod).find(({ state }) => (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .startFailure */ .xn)(state?.waiting) === 'missing-configuration');
    if (lacking === undefined)
        return undefined;
    const detail = lacking.state?.waiting?.message ?? '';
    return { kind: 'bad-container', pod: pod.metadata?.name ?? '', container: lacking.name, detail };
}
function unschedulable(pod) {
    const condition = pod.status?.conditions?.find(c => c.type === 'PodScheduled' && c.reason === 'Unschedulable');
    if (condition === undefined || pod.status?.nominatedNodeName)
        return undefined;
    return { kind: 'unschedulable', pod: pod.metadata?.name ?? '', detail: condition.message ?? '' };
}
function notReady(newPods, ready, wanted, seconds) {
    const pods = newPods
        .filter(pod => !(0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isReady */ .i_)(pod))
        .map(pod => ({
        pod: pod.metadata?.name ?? '',
        container: pod.status?.containerStatuses?.find(status => !status.ready)?.name ?? '',
    }));
    return { kind: 'not-ready', pods, ready, wanted, seconds };
}


/***/ }),

/***/ 5259:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ workersOf),
/* harmony export */   QF: () => (/* binding */ readWorkers),
/* harmony export */   l7: () => (/* binding */ releaseOf),
/* harmony export */   pZ: () => (/* binding */ requireWorkers),
/* harmony export */   r0: () => (/* binding */ workersIn),
/* harmony export */   r3: () => (/* binding */ templatesOf),
/* harmony export */   withUnlistedWorkers: () => (/* binding */ withUnlistedWorkers),
/* harmony export */   xD: () => (/* binding */ isWorker)
/* harmony export */ });
/* harmony import */ var _cluster_labels_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75181);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17103);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91490);





const workersOf = ({ workers }) => workers ?? [];
const isWorker = ({ object, name }, environment) => workersOf(environment).some(ref => ref.kind === object.kind && ref.name === name);
function withUnlistedWorkers(environment, manifests, repositories) {
    if (!manifests.some(({ object }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isOf */ .yW)(environment.workload, object)))
        return { environment, unlisted: [] };
    const ours = new Set(repositories.map(each => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(each)));
    const known = new Set([environment.workload, ...workersOf(environment)].map(_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN));
    const unlisted = manifests.flatMap(({ object }) => {
        if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .ownContainerIn */ .XD)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .podTemplatesOf */ .ab)(object), ours) === undefined || !(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isReleased */ .OZ)(object.kind))
            return [];
        const ref = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .refOf */ .H8)(object);
        return known.has((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(ref)) ? [] : [ref];
    });
    return { environment: { ...environment, workers: [...workersOf(environment), ...unlisted] }, unlisted };
}
function workersIn(manifests, environment) {
    return workersOf(environment).map(ref => {
        const found = manifests.find(({ object }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isOf */ .yW)(ref, object));
        if (found !== undefined)
            return found.object;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the manifests do not contain ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(ref)}, which \`workers\` lists`, 'correct `workers` in slipway.yml or add its manifest');
    });
}
function requireWorkers(manifests, environment, images, workload) {
    const ours = new Set(Object.values(images).map(({ repository }) => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository)));
    const services = manifests.filter(({ object }) => object.kind === 'Service');
    for (const worker of workersIn(manifests, environment)) {
        const name = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .refOf */ .H8)(worker));
        const template = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(worker);
        if (ours.size > 0 && (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .ownContainerIn */ .XD)(template === undefined ? [] : [template], ours) === undefined) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${name} is listed in \`workers\`, but runs none of the images of this release`, 'remove it from `workers`: it is applied like any other manifest');
        }
        if (takes(workload.spec?.selector?.matchLabels, worker) ||
            takes(worker.spec?.selector?.matchLabels, workload)) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the labels do not distinguish the pods of ${name} from those of ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(environment.workload)}`, 'give each of them a distinct label, in its selector and in its template');
        }
        const service = services.find(each => takes(each.object.spec?.selector, worker));
        if (service !== undefined && takes(service.object.spec?.selector, workload)) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`Service/${service.name} would send requests to ${name} as well, but a worker must get none`, 'add a label to its selector that only the pods of the workload have');
        }
    }
}
const takes = (selector, workload) => (0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .selects */ .ko)(selector, (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(workload)?.metadata?.labels);
async function readWorkers(cluster, namespace, refs) {
    const entries = refs.map(async (ref) => [(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(ref), await cluster.get((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .pathTo */ .vs)(namespace, ref))]);
    return Object.fromEntries(await Promise.all(entries));
}
function templatesOf(liveWorkers) {
    return Object.fromEntries(Object.entries(liveWorkers).flatMap(([name, live]) => {
        const template = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(live);
        return template === undefined ? [] : [[name, template]];
    }));
}
function releaseOf(worker) {
    const marked = worker?.metadata?.annotations?.[_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.release];
    return marked === undefined ? undefined : Number(marked);
}


/***/ })

};
