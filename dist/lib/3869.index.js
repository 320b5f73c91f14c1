export const id = 3869;
export const ids = [3869];
export const modules = {

/***/ 93973:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PZ: () => (/* binding */ waitingOf),
/* harmony export */   gl: () => (/* binding */ waitsSentence),
/* harmony export */   is: () => (/* binding */ waitsFor),
/* harmony export */   of: () => (/* binding */ isForSomebody),
/* harmony export */   rl: () => (/* binding */ stayOf),
/* harmony export */   td: () => (/* binding */ prolonged),
/* harmony export */   ty: () => (/* binding */ remedyOfWait),
/* harmony export */   uB: () => (/* binding */ overdueSentence),
/* harmony export */   xf: () => (/* binding */ approvalOf)
/* harmony export */ });
/* harmony import */ var _analysis_gate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74991);

function waitingOf(strategy) {
    if (strategy.kind !== 'canary')
        return undefined;
    const { bake, 'hold-for': patience, 'on-inconclusive': onInconclusive } = strategy;
    return { onInconclusive, patience, bake: bake.for, attended: bake.attended };
}
function stayOf(strategy) {
    if (strategy.kind !== 'canary')
        return strategy.deadline;
    const { bake, deadline } = strategy;
    const parked = bake.for - bake.attended;
    return parked > 0 ? Math.max(bake.attended, deadline - parked) : deadline;
}
function waitsFor(course, o, journal, verdict) {
    const { waiting } = course;
    if (waiting === undefined || verdict.verdict === 'fail' || verdict.verdict === 'pod-local')
        return undefined;
    const before = stillThere(course, journal);
    if (before !== undefined && isForSomebody(before.for)) {
        if (course.waited?.calls === 'look')
            return before;
        if (course.waited?.calls === 'approve' && verdict.verdict === 'no-data') {
            return { ...before, reason: `what happened meanwhile could not be seen: ${verdict.reason}` };
        }
    }
    const { reason } = verdict;
    if (verdict.verdict === 'inconclusive' && waiting.onInconclusive !== 'undo') {
        const who = waiting.onInconclusive === 'hold' ? 'resume' : 'approval';
        return { until: o.now + waiting.patience, for: who, reason };
    }
    const open = verdict.verdict === 'continue' || verdict.verdict === 'no-data';
    if (!open || journal.phase !== 'baking' || waiting.bake <= waiting.attended)
        return undefined;
    if (o.now - journal.since < waiting.attended)
        return undefined;
    return { until: journal.since + waiting.bake + waiting.patience, for: 'bake', reason };
}
function approvalOf(course, journal, verdict) {
    const { waited } = course;
    if (waited?.calls !== 'approve' || stillThere(course, journal)?.for !== 'approval')
        return undefined;
    const open = verdict.verdict === 'continue' ||
        verdict.verdict === 'inconclusive' ||
        (verdict.verdict === 'no-data' && verdict.missing === 'idle');
    return open ? `approved by ${waited.who}; the gate said: ${verdict.reason}` : undefined;
}
function stillThere({ waited }, { phase, step }) {
    return waited !== undefined && waited.phase === phase && waited.step === step ? waited.parked : undefined;
}
const isForSomebody = (waits) => waits === 'resume' || waits === 'approval';
function prolonged(journal, ms, now) {
    const deadline = now + ms;
    const gating = journal.gate;
    if (gating?.state == null)
        return { ...journal, deadline };
    return { ...journal, deadline, gate: { ...gating, state: (0,_analysis_gate_js__WEBPACK_IMPORTED_MODULE_0__/* .prolong */ .YO)(gating.state, deadline) } };
}
function waitsSentence({ for: what, until }) {
    const time = new Date(until).toISOString();
    switch (what) {
        case 'gate':
        case 'promote':
            return `waits for ${what} until ${time}`;
        case 'bake':
            return `bakes without a run beside it; sweep looks after it, and undoes it if it is not over by ${time}`;
        case 'resume':
            return `waits for somebody to resume or undo it until ${time}, when it is undone`;
        case 'approval':
            return `waits for somebody to approve or undo it until ${time}, when it is undone`;
        default:
            return what;
    }
}
function remedyOfWait(what) {
    switch (what) {
        case 'gate':
            return 'run `gate` to continue it, or `rollback` to undo it';
        case 'promote':
            return 'run `promote` to finish it, or `rollback` to undo it';
        case 'bake':
            return 'wait for `sweep`, which continues it when the bake is over, or run `rollback` to undo it';
        case 'resume':
            return 'run `gate` to resume it, or `rollback` to undo it';
        case 'approval':
            return 'run `gate` with `approve: true` to approve it, or `rollback` to undo it';
        default:
            return what;
    }
}
function overdueSentence({ candidate, parked }) {
    if (parked === undefined)
        return undefined;
    const until = new Date(parked.until).toISOString();
    switch (parked.for) {
        case 'gate':
        case 'promote':
            return undefined;
        case 'bake':
            return `release ${candidate} baked until its time was over at ${until}, and was never shown to be good`;
        case 'resume':
        case 'approval':
            return `release ${candidate} waited until ${until}, and nobody came to ${parked.for === 'resume' ? 'resume' : 'approve'} it`;
        default:
            return parked.for;
    }
}


/***/ }),

/***/ 14719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ closePostHook),
/* harmony export */   b: () => (/* binding */ openHookSentence)
/* harmony export */ });
/* harmony import */ var _journal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83658);

function openHookSentence(journal) {
    if (journal?.phase !== 'done' || journal.postHook === undefined)
        return undefined;
    const { candidate, postHook } = journal;
    return `the post hook of release ${candidate} has not ended well so far (${postHook.by}), and no other run starts it: see that run, and do by hand what is missing`;
}
async function closePostHook(cluster, namespace, { app, release }) {
    for (let attempt = 1;; attempt += 1) {
        const entry = await (0,_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .readJournal */ .a0)(cluster, namespace, app);
        if (entry?.journal.candidate !== release || entry.journal.postHook === undefined)
            return;
        const { postHook: _, ...journal } = entry.journal;
        try {
            await (0,_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .writeJournal */ .fY)(cluster, namespace, journal, entry);
            return;
        }
        catch (error) {
            if (!(error instanceof _journal_js__WEBPACK_IMPORTED_MODULE_0__/* .JournalMoved */ .JX) || attempt === 8)
                throw error;
        }
    }
}


/***/ }),

/***/ 58600:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I$: () => (/* binding */ recordable),
/* harmony export */   ax: () => (/* binding */ fingerprintOf),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   eG: () => (/* binding */ laterOf),
/* harmony export */   qX: () => (/* binding */ isRestorable),
/* harmony export */   tU: () => (/* binding */ Records),
/* harmony export */   wP: () => (/* binding */ isWhole),
/* harmony export */   wq: () => (/* binding */ restorable)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29296);
/* harmony import */ var _workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(38971);
/* harmony import */ var _stored_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(94467);







const maxBytes = 256 * 1024;
function restorable(outcome) {
    const { template, workers } = outcome ?? {};
    return {
        ...(template === undefined ? {} : { template }),
        ...(workers === undefined ? {} : { workers }),
    };
}
class Records {
    #cluster;
    #namespace;
    #app;
    #report;
    #told = new Set();
    constructor(cluster, namespace, app, report = () => { }) {
        this.#cluster = cluster;
        this.#namespace = namespace;
        this.#app = app;
        this.#report = report;
    }
    async list() {
        const { items } = await this.#cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.configMap, this.#namespace), {
            labelSelector: `${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.app}=${this.#app},${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.kind} in (record,outcome)`,
        });
        const outcomes = new Map();
        const records = [];
        for (const object of items) {
            const { name, resourceVersion = '', creationTimestamp: createdAt } = object.metadata ?? {};
            const outcome = object.data?.outcome !== undefined ? this.#read(object, 'outcome') : undefined;
            if (outcome !== undefined && name === _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb.outcome(this.#app, outcome.release))
                outcomes.set(outcome.release, {
                    ...{ outcome, outcomeVersion: resourceVersion },
                    ...(createdAt === undefined ? {} : { outcomeCreatedAt: createdAt }),
                });
            const record = object.data?.record !== undefined ? this.#read(object, 'record') : undefined;
            if (record?.app === this.#app && name === _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb.record(this.#app, record.release))
                records.push(record);
        }
        return records
            .map((record) => ({ record, ...outcomes.get(record.release) }))
            .sort((a, b) => b.record.release - a.record.release);
    }
    async create(first, make) {
        for (let number = first;; number += 1) {
            const record = { ...make(number), at: this.#now() };
            const text = textOf(record);
            try {
                await this.#cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.configMap, this.#namespace), this.#object(_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb.record(this.#app, number), 'record', number, { record: text }, true));
                return record;
            }
            catch (error) {
                if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ClusterError */ .b$ && error.reason === 'AlreadyExists'))
                    throw error;
            }
        }
    }
    async conclude(ended) {
        const outcome = { ...ended, at: ended.at ?? this.#now() };
        const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.configMap, this.#namespace, _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb.outcome(this.#app, outcome.release));
        for (let attempt = 1;; attempt += 1) {
            const there = await this.#cluster.get(path);
            const before = there && this.#read(there, 'outcome');
            if ((before?.token ?? 0) > outcome.token)
                throw (0,_workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_5__/* .overtaken */ .K)(this.#app);
            try {
                return await this.amend(after(before, outcome), there?.metadata?.resourceVersion);
            }
            catch (error) {
                if (!(0,_cluster_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .isRaced */ .AJ)(error) || attempt === 8)
                    throw error;
            }
        }
    }
    async amend(outcome, version) {
        const name = _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb.outcome(this.#app, outcome.release);
        const data = { outcome: JSON.stringify(outcome) };
        const object = this.#object(name, 'outcome', outcome.release, data, false);
        if (version === undefined) {
            await this.#cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.configMap, this.#namespace), object);
            return;
        }
        const metadata = { ...object.metadata, resourceVersion: version };
        await this.#cluster.replace((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.configMap, this.#namespace, name), { ...object, metadata });
    }
    async remove(release) {
        const { items: decided } = await this.#cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.configMap, this.#namespace), { labelSelector: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .selecting */ .h7.decision(this.#app, release) });
        const parts = decided.map(({ metadata }) => metadata?.name ?? '');
        for (const name of [...parts, _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb.outcome(this.#app, release), _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb.record(this.#app, release)]) {
            await this.#cluster.remove((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.configMap, this.#namespace, name), undefined);
        }
    }
    #read(object, key) {
        const stored = (0,_stored_js__WEBPACK_IMPORTED_MODULE_6__/* .parseStored */ .Tw)(object, key);
        if (!(stored instanceof _stored_js__WEBPACK_IMPORTED_MODULE_6__/* .Unusable */ .kO))
            return stored;
        const name = object.metadata?.name ?? '';
        if (!this.#told.has(name))
            this.#report(`warning: ConfigMap/${name} is ignored: ${stored.reason}. Find out who wrote it, then delete it.`);
        this.#told.add(name);
        return undefined;
    }
    #now() {
        return new Date(this.#cluster.now()).toISOString();
    }
    #object(name, kind, release, data, immutable) {
        return {
            apiVersion: 'v1',
            kind: 'ConfigMap',
            metadata: {
                name,
                namespace: this.#namespace,
                labels: { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.app]: this.#app, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.kind]: kind, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.release]: String(release) },
            },
            immutable,
            data,
        };
    }
}
function after(before, outcome) {
    const verifiedAt = before?.state === 'verified' ? before.at : before?.verifiedAt;
    if (outcome.state !== 'undone' || verifiedAt === undefined)
        return outcome;
    return { ...outcome, at: laterOf(outcome.at, verifiedAt), verifiedAt };
}
const laterOf = (a, b) => (Date.parse(b) > Date.parse(a) ? b : a);
function textOf(record) {
    const text = JSON.stringify(record);
    const problem = (0,_stored_js__WEBPACK_IMPORTED_MODULE_6__/* .schemaProblem */ .Zg)('record', { at: new Date(0).toISOString(), ...JSON.parse(text) });
    if (problem !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`cannot record the release: ${problem}`, 'correct the manifests of this application');
    const bytes = Buffer.byteLength(text);
    if (bytes <= maxBytes)
        return text;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the record of this release has ${Math.ceil(bytes / 1024)} KiB, at most 256 are kept`, 'move large objects such as dashboards out of the manifests of this application');
}
const fingerprintOf = (record) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update((0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .canonical */ .$N)(record)).digest('hex');
function recordable(manifests) {
    return manifests.map(({ object }) => {
        if (object.kind !== 'Secret' && !(object.kind === 'ConfigMap' && object.immutable === true))
            return object;
        const { data: _data, stringData: _stringData, binaryData: _binaryData, ...rest } = object;
        const { [lastApplied]: _applied, ...annotations } = object.metadata?.annotations ?? {};
        return object.metadata?.annotations === undefined
            ? rest
            : { ...rest, metadata: { ...object.metadata, annotations } };
    });
}
const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';
function isWhole(release) {
    return ((release.outcome?.state === 'complete' || release.outcome?.state === 'verified') && isRestorable(release));
}
function isRestorable(release) {
    return release.outcome?.template !== undefined;
}


/***/ }),

/***/ 23869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sentenceOf: () => (/* binding */ sentenceOf),
/* harmony export */   servingOf: () => (/* binding */ servingOf),
/* harmony export */   standing: () => (/* binding */ standing),
/* harmony export */   status: () => (/* binding */ status)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _engine_waiting_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93973);
/* harmony import */ var _state_journal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83658);
/* harmony import */ var _state_lease_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78691);
/* harmony import */ var _state_phases_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3005);
/* harmony import */ var _state_post_hook_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(14719);
/* harmony import */ var _state_record_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(58600);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(17849);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(29296);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(17121);










async function status(cluster, { config: { app }, environment }) {
    const { namespace, workload } = environment;
    const [entry, releases, lease, live] = await Promise.all([
        (0,_state_journal_js__WEBPACK_IMPORTED_MODULE_2__/* .readJournal */ .a0)(cluster, namespace, app),
        new _state_record_js__WEBPACK_IMPORTED_MODULE_6__/* .Records */ .tU(cluster, namespace, app).list(),
        cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.lease, namespace, _workloads_naming_js__WEBPACK_IMPORTED_MODULE_8__/* .nameOf */ .Vb.application(app))),
        cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_7__/* .pathTo */ .vs)(namespace, workload)),
    ]);
    const marked = live?.metadata?.annotations?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_8__/* .labels */ .WD.release];
    const recorded = releases.find(({ record }) => String(record.release) === marked)?.record.workers ?? {};
    const names = new Set([...(0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_9__/* .workersOf */ .N)(environment).map(_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_7__/* .keyOf */ .TN), ...Object.keys(recorded)]);
    const workers = await (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_9__/* .readWorkers */ .QF)(cluster, namespace, [...names].map(_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_7__/* .refOfKey */ .u$));
    return {
        ...standing(entry?.journal, lease, cluster.now()),
        ...(marked === undefined ? {} : servingOf(Number(marked), releases)),
        ...(Object.keys(workers).length === 0
            ? {}
            : {
                workers: Object.fromEntries(Object.entries(workers).map(([name, worker]) => [name, (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_9__/* .releaseOf */ .l7)(worker) ?? 0])),
            }),
    };
}
function servingOf(release, releases) {
    const found = releases.find(({ record }) => record.release === release);
    if (found?.record.source !== 'released')
        return { release };
    return { release, images: found.record.images, verified: found.outcome?.state === 'verified' };
}
function standing(journal, lease, now) {
    const held = lease === undefined ? undefined : (0,_state_lease_js__WEBPACK_IMPORTED_MODULE_3__/* .leaseState */ .o)(lease, now);
    const holder = held === undefined || held.free ? undefined : held.holder;
    if (journal === undefined || (0,_state_phases_js__WEBPACK_IMPORTED_MODULE_4__/* .isOver */ .PU)(journal.phase)) {
        const state = holder === undefined ? 'idle' : 'running';
        const postHook = (0,_state_post_hook_js__WEBPACK_IMPORTED_MODULE_5__/* .openHookSentence */ .b)(journal);
        return {
            state,
            phase: journal?.phase ?? 'none',
            ...(holder === undefined ? {} : { by: holder }),
            ...(postHook === undefined ? {} : { postHook }),
        };
    }
    const { phase, candidate, weight, parked, run, held: stuck } = journal;
    const waits = parked !== undefined && parked.until > now ? parked : undefined;
    const left = waits !== undefined ? 'waiting' : stuck !== undefined ? 'held' : 'left';
    return {
        state: holder !== undefined ? 'running' : left,
        phase,
        candidate,
        weight,
        by: holder ?? `${run.actor} in ${run.run}`,
        ...(waits === undefined ? {} : { waits: { ...waits, until: new Date(waits.until).toISOString() } }),
        ...(left === 'held' && stuck !== undefined ? { reason: stuck.reason } : {}),
    };
}
function sentenceOf(app, { state, phase, candidate, weight, release, workers = {}, by, waits, reason, postHook }) {
    const listed = Object.entries(workers).map(([name, at]) => `${name} at ${at === 0 ? 'no release' : `release ${at}`}`);
    const behind = listed.length === 0 ? '' : ` (workers: ${listed.join(', ')})`;
    const serves = release === undefined ? `no release of ${app} serves` : `release ${release} of ${app}${behind} serves`;
    if (candidate === undefined) {
        const hook = postHook === undefined ? '' : `; ${postHook}`;
        return `${serves}; ${by === undefined ? 'no rollout is under way' : `${by} is at work`}${hook}`;
    }
    const where = `${serves}; release ${candidate} is ${phase} at ${weight} %`;
    switch (state) {
        case 'running':
            return `${where}, moved by ${by}`;
        case 'waiting':
            return waits === undefined ? where : `${where} and ${waiting(waits)}`;
        case 'held':
            return `${where} and is held: ${reason}; see to that, then resume it, or release a version that works`;
        case 'left':
            return `${where}, left by ${by}: sweep ends it${phase === 'undoing' ? '' : ', resume goes on with it'}`;
        case 'idle':
            return where;
        default:
            return state;
    }
}
function waiting({ for: what, until, reason }) {
    const sentence = (0,_engine_waiting_js__WEBPACK_IMPORTED_MODULE_1__/* .waitsSentence */ .gl)({ for: what, until: Date.parse(until) });
    const why = reason === undefined ? '' : `; ${reason}`;
    return `${sentence}${why}; ${(0,_engine_waiting_js__WEBPACK_IMPORTED_MODULE_1__/* .remedyOfWait */ .ty)(what)}`;
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

/***/ 17121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ workersOf),
/* harmony export */   QF: () => (/* binding */ readWorkers),
/* harmony export */   ZK: () => (/* binding */ workersAt),
/* harmony export */   _K: () => (/* binding */ recordedWorkers),
/* harmony export */   gE: () => (/* binding */ withoutWorkers),
/* harmony export */   l7: () => (/* binding */ releaseOf),
/* harmony export */   pZ: () => (/* binding */ requireWorkers),
/* harmony export */   r0: () => (/* binding */ workersIn),
/* harmony export */   r3: () => (/* binding */ templatesOf),
/* harmony export */   withUnlistedWorkers: () => (/* binding */ withUnlistedWorkers),
/* harmony export */   xD: () => (/* binding */ isWorker),
/* harmony export */   zI: () => (/* binding */ workersBefore)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _containers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(868);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17849);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29296);





const workersOf = ({ workers }) => workers ?? [];
const isWorker = ({ object, name }, environment) => workersOf(environment).some(ref => ref.kind === object.kind && ref.name === name);
function withUnlistedWorkers(environment, manifests, repositories) {
    if (!manifests.some(({ object }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isOf */ .yW)(environment.workload, object)))
        return { environment, unlisted: [] };
    const ours = new Set(repositories.map(each => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(each)));
    const known = new Set([environment.workload, ...workersOf(environment)].map(_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN));
    const unlisted = manifests.flatMap(({ object }) => {
        const runsOurs = (0,_containers_js__WEBPACK_IMPORTED_MODULE_4__/* .podTemplatesOf */ .ab)(object)
            .flatMap(({ spec }) => (0,_containers_js__WEBPACK_IMPORTED_MODULE_4__/* .containersOf */ .Mz)(spec))
            .some(({ image = '' }) => image !== '' && ours.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_containers_js__WEBPACK_IMPORTED_MODULE_4__/* .repositoryOf */ ._M)(image))));
        if (!runsOurs || !(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isReleased */ .OZ)(object.kind))
            return [];
        const ref = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .refOf */ .H8)(object);
        return known.has((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(ref)) ? [] : [ref];
    });
    return { environment: { ...environment, workers: [...workersOf(environment), ...unlisted] }, unlisted };
}
function withoutWorkers(targets, environment) {
    return targets.filter(({ manifest }) => !isWorker(manifest, environment));
}
function workersIn(manifests, environment) {
    return workersOf(environment).map(ref => {
        const found = manifests.find(({ object }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isOf */ .yW)(ref, object));
        if (found !== undefined)
            return found.object;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the manifests hold no ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(ref)}, which \`workers\` lists`, 'correct `workers` in slipway.yml or add its manifest');
    });
}
function requireWorkers(manifests, environment, images, workload) {
    const ours = new Set(Object.values(images).map(({ repository }) => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository)));
    const services = manifests.filter(({ object }) => object.kind === 'Service');
    for (const worker of workersIn(manifests, environment)) {
        const name = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .refOf */ .H8)(worker));
        const used = (0,_containers_js__WEBPACK_IMPORTED_MODULE_4__/* .containersOf */ .Mz)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(worker)?.spec).map(({ image = '' }) => image);
        if (ours.size > 0 &&
            !used.some(image => image !== '' && ours.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_containers_js__WEBPACK_IMPORTED_MODULE_4__/* .repositoryOf */ ._M)(image))))) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${name} is listed in \`workers\`, but runs none of the images of this release`, 'take it out of `workers`: it is applied like any other manifest');
        }
        if (takes(workload.spec?.selector?.matchLabels, worker) ||
            takes(worker.spec?.selector?.matchLabels, workload)) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the pods of ${name} cannot be told from those of ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(environment.workload)} by their labels`, 'give each of them a label of its own, in its selector and in its template');
        }
        const service = services.find(each => takes(each.object.spec?.selector, worker));
        if (service !== undefined && takes(service.object.spec?.selector, workload)) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`Service/${service.name} would send requests to ${name} as well, and a worker gets none`, 'give its selector a label that only the pods of the workload have');
        }
    }
}
function takes(selector, workload) {
    const entries = Object.entries(selector ?? {});
    const own = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(workload)?.metadata?.labels ?? {};
    return entries.length > 0 && entries.every(([key, value]) => own[key] === value);
}
async function readWorkers(cluster, namespace, refs) {
    const entries = refs.map(async (ref) => [(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(ref), await cluster.get((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .pathTo */ .vs)(namespace, ref))]);
    return Object.fromEntries(await Promise.all(entries));
}
function workersBefore(lives, baseline, releases) {
    const number = baseline.kind === 'recorded' ? baseline.release : undefined;
    const recorded = releases.find(({ record }) => record.release === number)?.outcome?.workers ?? {};
    return Object.fromEntries(Object.entries(lives).map(([name, live]) => {
        const template = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(live);
        if (live === undefined || template === undefined)
            return [name, null];
        const marked = releaseOf(live);
        const strayed = marked !== undefined && marked !== number;
        return [
            name,
            { template: (strayed ? recorded[name] : undefined) ?? template, replicas: (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .replicasOf */ .N4)(live) },
        ];
    }));
}
function templatesOf(lives) {
    return Object.fromEntries(Object.entries(lives).flatMap(([name, live]) => {
        const template = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(live);
        return template === undefined ? [] : [[name, template]];
    }));
}
function releaseOf(worker) {
    const marked = worker?.metadata?.annotations?.[_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.release];
    return marked === undefined ? undefined : Number(marked);
}
function workersAt({ record, outcome }, releases) {
    const later = releases
        .filter(each => each.record.release > record.release)
        .sort((a, b) => b.record.release - a.record.release)
        .map(each => each.record.workers ?? {});
    const own = Object.entries(outcome?.workers ?? {}).map(([name, template]) => [
        name,
        { template, replicas: 0 },
    ]);
    return Object.assign({}, ...later, Object.fromEntries(own));
}
function recordedWorkers({ record }, environment, baseline, releases) {
    const passed = baseline !== undefined && record.baseline !== baseline.record.release;
    const known = passed ? workersAt(baseline, releases) : (record.workers ?? {});
    const names = new Set([...workersOf(environment).map(_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN), ...Object.keys(known)]);
    return [...names].map(name => {
        const ref = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .refOfKey */ .u$)(name);
        return { name, ref, candidate: (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .manifestOf */ .$V)(record, ref), before: known[name], passed };
    });
}


/***/ })

};
