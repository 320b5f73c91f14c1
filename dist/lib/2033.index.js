export const id = 2033;
export const ids = [2033,2644,794];
export const modules = {

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
    ...{ group, version, plural, kind },
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
        ...(isManual
            ? { stopped: { why: 'it does not sync by itself', remedy: 'set `syncPolicy: {automated: {}}` in it' } }
            : {}),
        ...(failed === undefined ? {} : { failed }),
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
        ...(spec?.suspend === true
            ? {
                stopped: {
                    why: 'it is suspended',
                    remedy: `run: flux resume ${String(kind).toLowerCase()} ${metadata?.name} -n ${metadata?.namespace}`,
                },
            }
            : {}),
        ...(bad !== undefined && isCurrent ? { failed: `${said(bad.reason)}: ${short(bad.message)}` } : {}),
        sentence: spec?.suspend === true ? 'suspended' : state,
    };
}
const waits = new Set([
    ...['Progressing', 'ProgressingWithRetry', 'DependencyNotReady', 'ArtifactFailed', 'SourceNotReady'],
    'HealthCheckFailed',
]);
const mapOf = (value) => ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(value) ? value : {});
const said = (value) => typeof value === 'string' && value !== '' ? (0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g)(value) : undefined;
const short = (value) => {
    const line = (0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g)(String(value ?? 'no message').trim());
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
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25726);
/* harmony import */ var _verify_checks_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(14954);
/* harmony import */ var _verify_target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10794);
/* harmony import */ var _controller_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2644);
/* harmony import */ var _live_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(81410);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(76382);







async function follow(session, following) {
    const { context } = session;
    const { cluster, environment, registry, report, signal, gitops } = context;
    const pace = { ..._session_js__WEBPACK_IMPORTED_MODULE_5__.usualPace, ...context.pace };
    const watch = new _live_js__WEBPACK_IMPORTED_MODULE_4__/* .LiveWatch */ .QK(cluster, environment, { registry, report });
    const commits = new Set(following.commit === undefined ? [] : [following.commit]);
    const controller = new ControllerWatch(following.known?.failed, commits, pace.controllerGrace);
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
        const status = gitops.controller && (await quietly(() => (0,_controller_js__WEBPACK_IMPORTED_MODULE_3__.readController)(cluster, gitops.controller ?? {}), report));
        const said = status === undefined ? '' : `; ${status.name}: ${status.sentence}`;
        const problem = status && controller.problemIn(status, performance.now());
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
        await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .pause */ .v7)(pace.look, signal && { signal }).catch(() => undefined);
    }
}
class ControllerWatch {
    #known;
    #commits;
    #grace;
    #since;
    constructor(known, commits, grace) {
        this.#known = known;
        this.#commits = commits;
        this.#grace = grace;
    }
    problemIn({ name, revisions, failed, stopped }, at) {
        const isOurs = revisions.length === 0 ? failed !== this.#known : revisions.some(each => this.#commits.has(each));
        const problem = stopped?.why ?? (isOurs ? failed : undefined);
        this.#since = problem === undefined ? undefined : (this.#since ?? at);
        return this.#since !== undefined && at - this.#since >= this.#grace ? `${name}: ${problem}` : undefined;
    }
}
async function changedOnBranch(session, { images }, commits) {
    const { repository, gitops } = session.context;
    const { head } = await repository.refresh();
    if (commits.has(head))
        return undefined;
    if (!(0,_session_js__WEBPACK_IMPORTED_MODULE_5__.haveDigests)(await session.texts(head), gitops.files, images))
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
        report(`warning: ${error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo ? error.message : (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error)}`);
        return undefined;
    }
}
async function checked({ context }) {
    const { cluster, environment } = context;
    const checks = environment.verify?.checks ?? [];
    if (checks.length === 0)
        return undefined;
    const { send } = await (0,_verify_target_js__WEBPACK_IMPORTED_MODULE_2__.checkTargetOf)(cluster, environment);
    const results = await (0,_verify_checks_js__WEBPACK_IMPORTED_MODULE_6__/* .runChecks */ .J)(checks, send, { now: () => performance.now(), sleep: _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .pause */ .v7 });
    const bad = results.find(({ ok }) => !ok);
    return bad && `GET ${bad.check.get} ${bad.reason}`;
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
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25726);
/* harmony import */ var _follow_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84961);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58440);




const margin = 5 * 60_000;
function aliveUntil({ context }) {
    const { by, merged, within } = context.gitops;
    const longest = 2 * within + (by === 'push' ? 0 : merged);
    return new Date(context.cluster.now() + longest + margin).toISOString();
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
    const { config, environmentName: environment, gitops, origin, repository, report } = session.context;
    if (texts.size === 0)
        return (await session.save(entry)) ? entry : undefined;
    if (gitops.by === 'push') {
        const skipsRuns = gitops.repository === undefined;
        const message = (0,_log_js__WEBPACK_IMPORTED_MODULE_3__.commitMessage)(title, { app: config.app, environment }, entry, origin, skipsRuns);
        const commit = await repository.commit(session.heads.head, texts, message);
        const landed = { ...entry, commit };
        if (!(await session.save(landed, [{ ref: repository.branchRef, to: commit }])))
            return undefined;
        report(`${title}: ${commit} on ${repository.branch}`);
        return landed;
    }
    const pull = await propose(session, entry, texts, { title, branch: branchOf(session, entry) });
    if (pull === undefined)
        return undefined;
    report(`pull request #${pull.number} waits for its merge`);
    return awaitMerge(session, await session.write({ ...entry, pull: pull.number }));
}
async function propose(session, entry, texts, { title, branch }) {
    const { config, environmentName: environment, gitops, origin, pulls, repository } = session.context;
    if (pulls === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('`by: pull-request` needs a repository at GitHub, and a token', 'set `gitops-token`, or write `by: push`');
    const message = (0,_log_js__WEBPACK_IMPORTED_MODULE_3__.commitMessage)(title, { app: config.app, environment }, entry, origin, false);
    const commit = await repository.commit(session.heads.head, texts, message);
    if (!(await session.save(entry, [{ ref: `refs/heads/${branch}`, to: commit }])))
        return undefined;
    const body = message.split('\n\n').slice(1).join('\n\n');
    const skip = gitops.repository === undefined ? ' [skip ci]' : '';
    return pulls.open(branch, repository.branch, `${title}${skip}`, body);
}
const branchOf = ({ context }, { release }) => `slipway/${context.config.app}/${context.environmentName}/${release}`;
async function awaitMerge(session, entry) {
    const { cluster, gitops, report, signal, pace } = session.context;
    const until = cluster.now() + gitops.merged;
    for (;;) {
        const found = await (0,_follow_js__WEBPACK_IMPORTED_MODULE_2__/* .quietly */ .gd)(() => pullOf(session, entry), report);
        if (found !== undefined && found.state !== 'open')
            return afterPull(session, entry, found);
        if (signal?.aborted)
            return withdraw(session, entry, 'failed', 'the run was cancelled before the merge');
        if (cluster.now() >= until)
            return session.write({
                ...{ ...entry, state: 'paused' },
                reason: `pull request #${entry.pull} is not merged yet`,
            });
        await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .pause */ .v7)(pace?.branch ?? 10_000, signal && { signal }).catch(() => undefined);
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
    return entry.pull === undefined ? pulls?.of(branchOf(session, entry)) : pulls?.read(entry.pull);
}
async function afterMerge(session, entry) {
    const found = await pullOf(session, entry);
    return found?.state === 'open' ? undefined : afterPull(session, entry, found);
}
function afterPull(session, entry, found) {
    if (found?.state === 'merged' && found.commit !== undefined) {
        const { reason: _, pull: __, ...rest } = entry;
        return session.write({ ...rest, state: 'open', commit: found.commit, until: aliveUntil(session) });
    }
    const reason = found === undefined
        ? 'its run ended before it opened a pull request'
        : `pull request #${found.number} was closed without a merge`;
    return session.write({
        ...{ ...entry, state: 'failed' },
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
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85898);
/* harmony import */ var _release_rollout_health_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60203);
/* harmony import */ var _release_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70371);
/* harmony import */ var _release_workloads_diagnosis_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(69515);
/* harmony import */ var _release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(17849);
/* harmony import */ var _release_workloads_pods_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(90352);
/* harmony import */ var _release_workloads_served_digests_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(18909);
/* harmony import */ var _release_workloads_workers_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(17121);
/* harmony import */ var _toolkit_digest_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(55914);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(72315);











async function imagesNow(cluster, environment, repositories) {
    const own = new Set(repositories.map(repositoryKey));
    const found = await Promise.all(refsOf(environment).map(async (ref) => {
        const live = await cluster.get((0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .pathTo */ .vs)(environment.namespace, ref));
        const containers = (0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .containersOf */ .Mz)((0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .templateOf */ .kW)(live)?.spec).filter(({ image = '' }) => own.has(repositoryKey(image)));
        return [
            (0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .titleOf */ .Gg)(ref),
            Object.fromEntries(containers.map(({ name, image = '' }) => [name, image])),
        ];
    }));
    return Object.fromEntries(found.filter(([, containers]) => Object.keys(containers).length > 0));
}
const refsOf = (environment) => [environment.workload, ...(0,_release_workloads_workers_js__WEBPACK_IMPORTED_MODULE_8__/* .workersOf */ .N)(environment)];
class LiveWatch {
    #cluster;
    #environment;
    #registry;
    #report;
    #grace = new Map();
    constructor(cluster, environment, { registry, report }) {
        this.#cluster = cluster;
        this.#environment = environment;
        this.#registry = registry;
        this.#report = report;
    }
    async look(wanted) {
        const looks = await Promise.all(refsOf(this.#environment).map(ref => this.#lookAt(ref, wanted)));
        return (looks.find(({ at }) => at === 'failed') ?? looks.find(({ at }) => at === 'waiting') ?? { at: 'served' });
    }
    async #lookAt(ref, wanted) {
        const { namespace } = this.#environment;
        const title = (0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .titleOf */ .Gg)(ref);
        const live = await this.#cluster.get((0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .pathTo */ .vs)(namespace, ref));
        if (live === undefined)
            return { at: 'waiting', sentence: `${title} does not exist in namespace ${namespace}` };
        const { pinned, other } = compare(live, title, wanted);
        if (other !== undefined)
            return { at: 'waiting', sentence: `${title}: ${other}` };
        const failure = await this.#failureOf(ref, live);
        if (failure !== undefined)
            return { at: 'failed', sentence: `${title}: ${failure}` };
        if (!(0,_release_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_3__/* .isComplete */ .As)(live))
            return { at: 'waiting', sentence: `${title}: ${(0,_release_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_3__/* .progressText */ .l_)(live)}` };
        if ((0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .kindOf */ .I)(live) === 'CronJob' || live.spec?.replicas === 0)
            return { at: 'served' };
        const expected = await (0,_release_workloads_served_digests_js__WEBPACK_IMPORTED_MODULE_7__/* .acceptable */ .FI)(pinned, this.#registry, this.#report);
        const service = ref === this.#environment.workload ? this.#environment.service : undefined;
        const place = { namespace, ...(service === undefined ? {} : { service }) };
        const served = await (0,_release_workloads_served_digests_js__WEBPACK_IMPORTED_MODULE_7__/* .observeServed */ .gw)(this.#cluster, place, live, expected);
        return served.ok ? { at: 'served' } : { at: 'waiting', sentence: `${title}: ${served.reasons[0]}` };
    }
    async #failureOf(ref, live) {
        const { namespace } = this.#environment;
        const labelSelector = (0,_release_workloads_pods_js__WEBPACK_IMPORTED_MODULE_6__/* .selectorOf */ .Bk)(live);
        const { revisions, refusedInEvents } = (0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .traitsOf */ .JC)((0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .kindOf */ .I)(live));
        if (revisions === undefined)
            return undefined;
        const [pods, kept, events] = await Promise.all([
            this.#cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.pod, namespace), { labelSelector }),
            this.#cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(revisions, namespace), { labelSelector }),
            refusedInEvents
                ? this.#cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.event, namespace), (0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .about */ .Cv)(ref))
                : { items: [] },
        ]);
        const grace = this.#grace.get((0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .titleOf */ .Gg)(ref)) ?? new _release_rollout_health_js__WEBPACK_IMPORTED_MODULE_2__/* .FailureGrace */ .XY((0,_release_rollout_health_js__WEBPACK_IMPORTED_MODULE_2__/* .nodeIsComing */ .AM)(this.#cluster, namespace));
        this.#grace.set((0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .titleOf */ .Gg)(ref), grace);
        const seen = { revisions: kept.items, pods: pods.items, events: events.items };
        const assessment = await grace.assess(live, seen, performance.now());
        if (assessment?.state !== 'failed')
            return undefined;
        return (0,_release_workloads_diagnosis_js__WEBPACK_IMPORTED_MODULE_4__/* .sentenceOf */ .$N)(assessment.cause, await (0,_release_workloads_diagnosis_js__WEBPACK_IMPORTED_MODULE_4__/* .gatherEvidence */ .hx)(this.#cluster, namespace, assessment.cause));
    }
}
function compare(live, title, wanted) {
    const containers = (0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .containersOf */ .Mz)((0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .templateOf */ .kW)(live)?.spec);
    const running = new Set((0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .templateOf */ .kW)(live)?.spec?.containers?.map(({ name }) => name));
    const all = 'before' in wanted
        ? Object.entries(wanted.before[title] ?? {})
        : containers.flatMap(({ name, image = '' }) => Object.values(wanted.images)
            .filter(each => repositoryKey(each) === repositoryKey(image))
            .map((each) => [name, each]));
    const wrong = all.find(([name, image]) => {
        const now = containers.find(each => each.name === name)?.image ?? '';
        return image.includes('@') ? now.split('@')[1] !== image.split('@')[1] : now !== image;
    });
    const pinned = Object.fromEntries(all.filter(([name, image]) => running.has(name) && image.includes('@')));
    if (wrong !== undefined) {
        const now = containers.find(({ name }) => name === wrong[0])?.image ?? 'nothing';
        return { pinned, other: `container ${wrong[0]} still has the image ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_9__/* .printable */ .g)((0,_toolkit_digest_js__WEBPACK_IMPORTED_MODULE_10__/* .shortDigests */ .s)(now))}` };
    }
    if (all.length === 0 && 'images' in wanted)
        return {
            pinned,
            other: `no container has an image of ${Object.values(wanted.images).map(_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .repositoryOf */ ._M).join(' or ')}`,
        };
    return { pinned };
}
function repositoryKey(image) {
    try {
        return (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)((0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .repositoryOf */ ._M)(image)).repository;
    }
    catch {
        return image;
    }
}


/***/ }),

/***/ 70371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   As: () => (/* binding */ isComplete),
/* harmony export */   Bf: () => (/* binding */ takingOver),
/* harmony export */   Fs: () => (/* binding */ standingOf),
/* harmony export */   RF: () => (/* binding */ isControlled),
/* harmony export */   YP: () => (/* binding */ isAdopted),
/* harmony export */   ZP: () => (/* binding */ ownerProblem),
/* harmony export */   gc: () => (/* binding */ hasNoSurge),
/* harmony export */   l_: () => (/* binding */ progressText),
/* harmony export */   nt: () => (/* binding */ writtenAt),
/* harmony export */   o6: () => (/* binding */ updateBlocker),
/* harmony export */   t8: () => (/* binding */ isKept)
/* harmony export */ });
/* unused harmony exports foreignOwner, helmOwner */
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17849);


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
const claims = [
    {
        owner: 'Argo CD',
        by: o => has(o.metadata?.annotations, 'argocd.argoproj.io/tracking-id') ||
            has(o.metadata?.labels, 'argocd.argoproj.io/instance') ||
            managed(o, 'argocd-controller'),
    },
    {
        owner: 'Flux',
        by: o => has(o.metadata?.labels, 'kustomize.toolkit.fluxcd.io/name') ||
            has(o.metadata?.labels, 'helm.toolkit.fluxcd.io/name') ||
            managed(o, 'kustomize-controller'),
    },
    {
        owner: 'Helm',
        by: o => has(o.metadata?.annotations, 'meta.helm.sh/release-name') || managed(o, 'helm'),
    },
];
function foreignOwner(object) {
    return claims.find(claim => claim.by(object))?.owner;
}
const helmOwner = ({ metadata }) => ({
    release: metadata?.annotations?.['meta.helm.sh/release-name'],
    namespace: metadata?.annotations?.['meta.helm.sh/release-namespace'],
});
function isAdopted(object, { adopt, namespace }) {
    const owner = helmOwner(object);
    return (adopt !== undefined &&
        owner.release === adopt.helm &&
        owner.namespace === namespace &&
        foreignOwner(object) === 'Helm');
}
function ownerProblem(object, environment) {
    const owner = foreignOwner(object);
    if (owner === undefined || isAdopted(object, environment))
        return undefined;
    const { release, namespace } = helmOwner(object);
    const known = owner === 'Helm' && release !== undefined;
    const isHere = namespace === environment.namespace;
    const place = isHere || namespace === undefined ? '' : ` in namespace ${namespace}`;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${object.kind}/${object.metadata?.name} is managed by ${owner}${known ? ` (release ${release}${place})` : ''}, which would revert the writes of a release`, known && isHere
        ? `release it with Helm, or take it over by \`adopt: {helm: ${release}}\` in its environment in slipway.yml (docs/helm.md)`
        : owner === 'Helm'
            ? `release it with ${owner}, or end its management by ${owner} first (docs/helm.md)`
            : `release by a commit that ${owner} applies, with \`delivery: {gitops: …}\` in its environment in slipway.yml (docs/gitops.md), or end its management by ${owner} first`);
}
const takingOver = (environment) => live => {
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
const has = (map, key) => map?.[key] !== undefined;
const managed = (object, manager) => (object.metadata?.managedFields ?? []).some(field => field.manager === manager);


/***/ }),

/***/ 90352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ selectorOf),
/* harmony export */   D0: () => (/* binding */ isOwnedBy),
/* harmony export */   Js: () => (/* binding */ readyOf),
/* harmony export */   Lq: () => (/* binding */ templateOfRevision),
/* harmony export */   Mt: () => (/* binding */ revisionOfPod),
/* harmony export */   Nr: () => (/* binding */ podsOwnedBy),
/* harmony export */   O: () => (/* binding */ isLiving),
/* harmony export */   Xy: () => (/* binding */ containerStatusesOf),
/* harmony export */   cK: () => (/* binding */ matches),
/* harmony export */   dR: () => (/* binding */ podsOfTrack),
/* harmony export */   i_: () => (/* binding */ isReady),
/* harmony export */   jk: () => (/* binding */ newestReplicaSet),
/* harmony export */   su: () => (/* binding */ newestOf),
/* harmony export */   zd: () => (/* binding */ isStarting)
/* harmony export */ });
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17849);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29296);


const revisionLabel = 'controller-revision-hash';
function isReady(pod) {
    return pod.status?.conditions?.some(c => c.type === 'Ready' && c.status === 'True') ?? false;
}
const isLiving = ({ metadata }) => metadata?.deletionTimestamp === undefined;
const isOwnedBy = ({ metadata }, uid) => uid !== undefined && (metadata?.ownerReferences?.some(owner => owner.uid === uid) ?? false);
function podsOwnedBy(workload, revisions) {
    const own = workload?.metadata?.uid;
    const owners = [
        own,
        ...revisions.filter(each => isOwnedBy(each, own)).map(({ metadata }) => metadata?.uid),
    ];
    return pod => owners.some(uid => isOwnedBy(pod, uid));
}
function matches(selector, own = {}) {
    const entries = Object.entries(selector ?? {});
    return entries.length > 0 && entries.every(([key, value]) => own[key] === value);
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
    const wanted = plain((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .templateOf */ .kW)(workload));
    return revisions.find(revision => isOwnedBy(revision, workload.metadata?.uid) && plain(templateOfRevision(revision)) === wanted);
}
function templateOfRevision(revision) {
    if (!('data' in revision))
        return revision.spec?.template;
    const { data } = revision;
    const { $patch: _, ...template } = data?.spec?.template ?? {};
    return template;
}
const plain = (template) => (0,_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)(JSON.parse(JSON.stringify(template ?? {}, (_key, value) => value ?? undefined)));
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


/***/ }),

/***/ 14954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ ask),
  J: () => (/* binding */ runChecks)
});

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
        const assessment = await ask(check, send, Math.max(1, Math.ceil(Math.min(left, longestAttempt))));
        const ms = clock.now() - start;
        if (assessment.ok)
            return { check, ok: true, attempts, ms };
        if (ms + pause >= check.within)
            return { check, ok: false, reason: assessment.reason, attempts, ms };
        await clock.sleep(pause);
    }
}
async function ask(check, send, timeoutMs = longestAttempt) {
    const answer = await send(check, timeoutMs);
    return answer.ok ? assess(check, answer.response) : answer;
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
async function send({ base, host, path, post, headers }, signal) {
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
            ...headers,
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


/***/ }),

/***/ 10794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkTargetOf: () => (/* binding */ checkTargetOf),
/* harmony export */   throughApiServer: () => (/* binding */ throughApiServer)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60311);



async function checkTargetOf(cluster, environment) {
    const { verify } = environment;
    if (verify?.url !== undefined)
        return direct(new URL(verify.url), undefined);
    return verify?.from === 'service'
        ? throughApiServer(cluster, environment)
        : throughGateway(cluster, environment);
}
function direct(base, host) {
    const place = { base, ...(host === undefined ? {} : { host }) };
    return {
        address: host === undefined ? base.href : `${base.href} as ${host}`,
        send: (check, timeoutMs) => (0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .probe */ .d)({ ...place, path: check.get, timeoutMs }),
        request: (request, timeoutMs) => (0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .probe */ .d)({ ...place, ...request, timeoutMs }),
    };
}
async function throughGateway(cluster, { namespace, route }) {
    const name = route?.name ?? '';
    const object = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.httpRoute, namespace, name));
    if (object === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`HTTPRoute/${name} does not exist in namespace ${namespace}`, 'add it to the manifests');
    const parent = object.spec?.parentRefs?.[0];
    if (parent === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`HTTPRoute/${name} names no Gateway`, 'add parentRefs to it');
    const gateway = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.gateway, parent.namespace ?? namespace, parent.name));
    const address = gateway?.status?.addresses?.[0]?.value;
    const listener = gateway?.spec?.listeners?.find(({ name: section, port }) => (parent.sectionName === undefined || section === parent.sectionName) &&
        (parent.port === undefined || port === parent.port));
    if (address === undefined || listener === undefined) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`Gateway/${parent.name} of HTTPRoute/${name} has no ${address === undefined ? 'address in its status' : 'matching listener'}`, 'set `verify.url` in slipway.yml to the address that users request');
    }
    const scheme = /^(HTTPS|TLS)$/.test(listener.protocol) ? 'https' : 'http';
    const host = object.spec?.hostnames?.[0] ?? listener.hostname;
    const base = new URL(`${scheme}://${address.includes(':') ? `[${address}]` : address}:${listener.port}`);
    return direct(base, host?.replace(/^\*\./, 'slipway.'));
}
async function throughApiServer(cluster, { namespace, service = '' }) {
    const object = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.service, namespace, service));
    const ports = object?.spec?.ports ?? [];
    const port = ports.find(({ name }) => name === 'http') ?? ports[0];
    if (port === undefined) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`Service/${service} ${object === undefined ? 'does not exist' : 'has no port'} in namespace ${namespace}`, 'complete it in the manifests');
    }
    const root = `${(0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.service, namespace, `${service}:${port.port}`)}/proxy`;
    const request = async ({ path, headers = {}, post }, timeoutMs) => {
        if (post !== undefined)
            return { ok: false, reason: 'cannot be posted through the API server' };
        try {
            const answer = await cluster.fetch(`${root}${path}`, AbortSignal.timeout(timeoutMs), {
                method: 'GET',
                headers,
            });
            return { ok: true, response: { ...answer, url: `${service}${path}` } };
        }
        catch (error) {
            const reason = `could not be sent through the API server: ${error.message}`;
            return { ok: false, reason, unsent: true };
        }
    };
    return {
        address: `Service/${service} through the API server`,
        send: (check, timeoutMs) => request({ path: check.get }, timeoutMs),
        request,
    };
}


/***/ })

};
