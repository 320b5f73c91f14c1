export const id = 6695;
export const ids = [6695,4377];
export const modules = {

/***/ 56853:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BU: () => (/* binding */ partOf),
/* harmony export */   fA: () => (/* binding */ checksumsThere),
/* harmony export */   lX: () => (/* binding */ removeChecksums),
/* harmony export */   mM: () => (/* binding */ dropEarlierChecksums),
/* harmony export */   s0: () => (/* binding */ isGenuine),
/* harmony export */   tx: () => (/* binding */ addChecksum),
/* harmony export */   z2: () => (/* binding */ storedOf)
/* harmony export */ });
/* unused harmony export checksumsOf */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25726);
/* harmony import */ var _traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(59993);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(17103);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(91490);
/* harmony import */ var _fencing_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(63811);









const prefix = 'slipway.dev/sha256.';
const kept = 4;
const sum = (text) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');
function isGenuine({ metadata }, part, text) {
    return sumsIn(metadata?.annotations, part).includes(sum(text));
}
async function addChecksum(place, part, text) {
    const own = sum(text);
    const sums = await edit(place, part, known => [...known.filter(each => each !== own), own].slice(-kept));
    return sums.length > 1;
}
async function dropEarlierChecksums(place, part, text) {
    await edit(place, part, known => known.slice(Math.max(0, known.indexOf(sum(text)))));
}
async function edit({ cluster, namespace, app, token }, part, change) {
    const path = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .leasePath */ .U8)(namespace, app);
    return (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_4__/* .retry */ .L5)({ attempts: 8, temporary: _cluster_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .isRaced */ .AJ }, async () => {
        const lease = await cluster.get(path);
        if (lease === undefined)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`cannot write the record of a release: Lease/${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .nameOf */ .Vb.application(app)} was deleted`, 'run this again');
        const held = lease.metadata?.annotations?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.token];
        if (token !== undefined && (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .parseToken */ .pI)(held) > token)
            throw (0,_fencing_js__WEBPACK_IMPORTED_MODULE_8__/* .leaseLost */ .XM)(app);
        const known = sumsIn(lease.metadata?.annotations, part);
        const next = change(known);
        if (next.join() === known.join())
            return known;
        const name = `${prefix}${part}`;
        await cluster.patch(path, 'json', [
            ...(token === undefined || held === undefined ? [] : [(0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .testUnchanged */ ._X)(lease, _workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.token)]),
            (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .testUnchanged */ ._X)(lease, name),
            { op: 'add', path: (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .annotationPointer */ .ZC)(name), value: next.join() },
        ]);
        return next;
    });
}
function checksumsOf(parts) {
    return Object.fromEntries(parts.map(([part, text]) => [`${prefix}${part}`, sum(text)]));
}
async function storedOf(cluster, namespace, app) {
    const { items } = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.configMap, namespace), {
        labelSelector: `${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.app}=${app},${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.kind} in (record,outcome)`,
    });
    return items;
}
async function checksumsThere(cluster, namespace, app) {
    const parts = (await storedOf(cluster, namespace, app)).flatMap(object => {
        const part = partOf(object, app);
        return part === undefined ? [] : Object.values(object.data ?? {}).map(text => [part, text]);
    });
    return checksumsOf(parts);
}
function partOf({ metadata }, app) {
    const name = new RegExp(`^${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .nameOf */ .Vb.application(app)}-(r\\d{1,9}(?:-outcome)?)$`);
    return name.exec(metadata?.name ?? '')?.[1];
}
async function removeChecksums(cluster, namespace, app, release) {
    const annotations = { [`${prefix}r${release}`]: null, [`${prefix}r${release}-outcome`]: null };
    await cluster.patch((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .leasePath */ .U8)(namespace, app), 'merge', { metadata: { annotations } });
}
function sumsIn(annotations, part) {
    const text = annotations?.[`${prefix}${part}`] ?? '';
    return text === '' ? [] : text.split(',');
}


/***/ }),

/***/ 63811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EQ: () => (/* binding */ fencedApply),
/* harmony export */   HB: () => (/* binding */ fencedDelete),
/* harmony export */   Ht: () => (/* binding */ requireNoHigherToken),
/* harmony export */   KH: () => (/* binding */ createFence),
/* harmony export */   LW: () => (/* binding */ ownedBy),
/* harmony export */   LeaseLost: () => (/* binding */ LeaseLost),
/* harmony export */   WG: () => (/* binding */ setToken),
/* harmony export */   X1: () => (/* binding */ takeTemporary),
/* harmony export */   XM: () => (/* binding */ leaseLost),
/* harmony export */   _m: () => (/* binding */ tokenOfFence),
/* harmony export */   ws: () => (/* binding */ fenceConfigMap),
/* harmony export */   xj: () => (/* binding */ fencedUpdate),
/* harmony export */   z8: () => (/* binding */ deleteFence)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _cluster_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22882);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25726);
/* harmony import */ var _traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(59993);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(91490);
/* harmony import */ var _watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(68036);








function fencedApply({ app, token }) {
    return (object, live) => {
        if (object.metadata?.labels?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .labels */ .WD.kind] === 'shipped')
            return object;
        requireNoHigherToken(live, { app, token });
        const { uid, resourceVersion } = live?.metadata ?? {};
        return {
            ...object,
            metadata: {
                ...object.metadata,
                annotations: {
                    ...object.metadata?.annotations,
                    ...(0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .tokensOfOthers */ .N0)(live ?? {}, app),
                    [_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .annotationOf */ .lW.token(app)]: String(token),
                },
                ...(uid === undefined || resourceVersion === undefined ? {} : { uid, resourceVersion }),
            },
        };
    };
}
function setToken(cluster, path, writer, known) {
    return (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_4__/* .retry */ .L5)({ attempts: 8, temporary: _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isRaced */ .AJ }, async (count) => {
        const object = (count === 1 ? known : undefined) ?? (await cluster.get(path));
        if (object === undefined)
            return undefined;
        requireNoHigherToken(object, writer);
        const patch = (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .tokenPatch */ .oV)(object, writer);
        return patch.length === 0 ? object : cluster.patch(path, 'json', patch);
    });
}
function fenceConfigMap(app, namespace, token) {
    return {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: {
            name: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOf */ .Vb.fence(app, token),
            namespace,
            labels: { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .labels */ .WD.app]: app, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .labels */ .WD.kind]: 'fence' },
        },
        data: (0,_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_7__/* .heartbeatData */ .bk)({ beat: 0 }),
    };
}
function tokenOfFence({ metadata }) {
    return (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .parseToken */ .pI)(/-fence-(\d+)$/.exec(metadata?.name ?? '')?.[1]);
}
function ownedBy(fence) {
    const { name = '', uid = '' } = fence.metadata ?? {};
    return { apiVersion: 'v1', kind: 'ConfigMap', name, uid };
}
function createFence(cluster, namespace, { app, token }) {
    const noAnswer = (error) => error instanceof _cluster_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .NoAnswer */ .W_;
    return (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_4__/* .retry */ .L5)({ attempts: 2, temporary: noAnswer }, async () => {
        try {
            return await cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, namespace), fenceConfigMap(app, namespace, token));
        }
        catch (error) {
            if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && error.reason === 'AlreadyExists'))
                throw error;
            const there = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, namespace, _workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOf */ .Vb.fence(app, token)));
            if (there === undefined)
                throw error;
            return there;
        }
    });
}
async function deleteFence(cluster, { metadata }) {
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, metadata?.namespace ?? '', metadata?.name);
    await cluster.remove(path, metadata?.uid).catch(() => undefined);
}
async function takeTemporary(cluster, fence, { older, owned }, writer) {
    await Promise.all(owned.map(async (path) => {
        await fencedUpdate(cluster, path, writer, seen => cluster.patch(path, 'json', [
            ...(0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .fencingTests */ .G$)(seen, writer),
            { op: 'add', path: '/metadata/ownerReferences', value: [ownedBy(fence)] },
        ]));
    }));
    await Promise.all(older.map(({ metadata }) => cluster.remove((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, metadata?.namespace ?? '', metadata?.name), metadata?.uid)));
}
const attempts = 20;
async function fencedUpdate(cluster, path, writer, write) {
    return (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_4__/* .retry */ .L5)({ attempts, temporary: _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isRaced */ .AJ }, async () => {
        const seen = await setToken(cluster, path, writer);
        return seen === undefined ? undefined : write(seen);
    });
}
async function fencedDelete(cluster, path, writer, uid) {
    let removed;
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
        const object = await cluster.get(path);
        const { uid: present, resourceVersion, deletionTimestamp } = object?.metadata ?? {};
        if (object === undefined || deletionTimestamp !== undefined)
            return removed ?? object;
        if (present !== (removed?.metadata?.uid ?? uid ?? present))
            return removed;
        requireNoHigherToken(object, writer);
        await cluster.remove(path, present, resourceVersion);
        removed = object;
    }
    throw new Error(`${path} could not be deleted: other writers keep changing it`);
}
class LeaseLost extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo {
}
function requireNoHigherToken(object, { app, token }) {
    if (object !== undefined && (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .isNewer */ .U4)((0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .tokenOn */ .Bz)(object, app), token))
        throw leaseLost(app);
}
const leaseLost = (app, holder = 'another run') => new LeaseLost(`${holder} has taken over the rollout of ${app}`, 'follow that run; this one no longer writes to the cluster');


/***/ }),

/***/ 10441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PU: () => (/* binding */ isOver),
/* harmony export */   RY: () => (/* binding */ openPhases),
/* harmony export */   bm: () => (/* binding */ transitions),
/* harmony export */   lX: () => (/* binding */ finishOrRollBack),
/* harmony export */   tW: () => (/* binding */ phases)
/* harmony export */ });
const phases = [
    'prepared',
    'stepping',
    'baking',
    'promoting',
    'watching',
    'done',
    'rolling-back',
    'rolled-back',
];
const transitions = {
    prepared: ['stepping', 'promoting', 'rolling-back'],
    stepping: ['stepping', 'baking', 'rolling-back'],
    baking: ['promoting', 'rolling-back'],
    promoting: ['watching', 'done', 'rolling-back'],
    watching: ['done', 'rolling-back'],
    'rolling-back': ['rolled-back'],
    done: [],
    'rolled-back': [],
};
const isOver = (phase) => transitions[phase].length === 0;
const openPhases = phases.filter(phase => !isOver(phase));
function finishOrRollBack(phase) {
    switch (phase) {
        case 'done':
        case 'rolled-back':
            return 'none';
        case 'promoting':
        case 'watching':
            return 'finish';
        case 'prepared':
        case 'stepping':
        case 'baking':
        case 'rolling-back':
            return 'rollback';
        default:
            return phase;
    }
}


/***/ }),

/***/ 61062:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ recordText)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96102);


const maxBytes = 256 * 1024;
function recordText(record) {
    const text = JSON.stringify(record);
    const problem = (0,_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .schemaProblem */ .Zg)('record', { at: new Date(0).toISOString(), ...JSON.parse(text) });
    if (problem !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`cannot record the release: ${problem}`, 'correct the manifests of this application');
    const bytes = Buffer.byteLength(text);
    if (bytes <= maxBytes)
        return text;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the record of this release takes ${Math.ceil(bytes / 1024)} KiB, but at most 256 KiB can be stored`, 'move large objects such as dashboards out of the manifests of this application');
}


/***/ }),

/***/ 46695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ ReleaseStore),
/* harmony export */   eG: () => (/* binding */ laterOf),
/* harmony export */   rJ: () => (/* binding */ hasTemplate),
/* harmony export */   yO: () => (/* binding */ hasSucceeded)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25726);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17103);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91490);
/* harmony import */ var _workloads_pods_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(12502);
/* harmony import */ var _checksums_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(56853);
/* harmony import */ var _fencing_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(63811);
/* harmony import */ var _record_text_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(61062);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(96102);










const templatesIn = ({ template, workers } = {}) => ({
    ...(template === undefined ? {} : { template }),
    ...(workers === undefined ? {} : { workers }),
});
class ReleaseStore {
    #cluster;
    #namespace;
    #app;
    #report;
    #reported = new Set();
    constructor(cluster, namespace, app, report = () => { }) {
        this.#cluster = cluster;
        this.#namespace = namespace;
        this.#app = app;
        this.#report = report;
    }
    async list() {
        const { items, lease } = await this.#stored();
        const outcomes = new Map();
        const records = [];
        for (const object of items) {
            const { name, creationTimestamp: createdAt } = object.metadata ?? {};
            const outcome = this.#read(object, 'outcome', lease);
            if (outcome !== undefined && name === _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb.outcome(this.#app, outcome.release))
                outcomes.set(outcome.release, {
                    outcome,
                    ...(createdAt === undefined ? {} : { outcomeCreatedAt: createdAt }),
                });
            const record = this.#read(object, 'record', lease);
            if (record?.app === this.#app && name === _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb.record(this.#app, record.release))
                records.push(record);
        }
        return records
            .map((record) => ({ record, ...outcomes.get(record.release) }))
            .sort((a, b) => b.record.release - a.record.release);
    }
    async #stored() {
        const read = () => Promise.all([(0,_checksums_js__WEBPACK_IMPORTED_MODULE_6__/* .storedOf */ .z2)(this.#cluster, this.#namespace, this.#app), this.#lease()]);
        const [items, lease] = await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L5)({ attempts: 3, unfinished: ([items, lease]) => !items.every(each => this.#isGenuine(each, lease)) }, read);
        return { items, lease };
    }
    #lease = () => this.#cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .leasePath */ .U8)(this.#namespace, this.#app));
    #isGenuine(object, lease) {
        if (lease === undefined)
            return true;
        const part = (0,_checksums_js__WEBPACK_IMPORTED_MODULE_6__/* .partOf */ .BU)(object, this.#app);
        return Object.values(object.data ?? {}).every(text => part !== undefined && (0,_checksums_js__WEBPACK_IMPORTED_MODULE_6__/* .isGenuine */ .s0)(lease, part, text));
    }
    async create(first, make, token) {
        for (let number = first;; number += 1) {
            const record = { ...make(number), at: this.#now() };
            const text = (0,_record_text_js__WEBPACK_IMPORTED_MODULE_8__/* .recordText */ .P)(record);
            await (0,_checksums_js__WEBPACK_IMPORTED_MODULE_6__/* .addChecksum */ .tx)({ ...this.#place, token }, `r${number}`, text);
            try {
                const name = _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb.record(this.#app, number);
                const object = this.#object(name, 'record', number, { record: text }, true);
                await this.#cluster.create(this.#pathOf(), object);
                return record;
            }
            catch (error) {
                if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && error.reason === 'AlreadyExists'))
                    throw error;
            }
        }
    }
    async conclude(ended, { holds = true } = {}) {
        const outcome = { ...ended, at: this.#now() };
        await this.#replaceOutcome(outcome.release, holds ? outcome.token : undefined, before => {
            if ((before?.token ?? 0) > outcome.token)
                throw (0,_fencing_js__WEBPACK_IMPORTED_MODULE_7__/* .leaseLost */ .XM)(this.#app);
            return after(before, { ...templatesIn(before), ...outcome });
        });
    }
    markRolledBack(release, { token, reason }, options) {
        return this.conclude({ schema: 1, release, state: 'rolled-back', token, reason }, options);
    }
    async markVerified({ record: { release }, outcome: known }, template) {
        let obstacle;
        await this.#replaceOutcome(release, undefined, before => {
            if (before?.state === 'verified')
                return undefined;
            if (before === undefined && known !== undefined) {
                obstacle = `the outcome of release ${release} was deleted or damaged while the release was being verified`;
                return undefined;
            }
            if (before?.state === 'rolled-back' && JSON.stringify(before) !== JSON.stringify(known)) {
                obstacle = `release ${release} was rolled back while it was being verified`;
                return undefined;
            }
            const { reason: _, verifiedAt: __, ...kept } = before ?? {};
            const verified = { schema: 1, release, state: 'verified', at: this.#now() };
            return { ...(template === undefined ? {} : { template }), ...kept, ...verified };
        });
        return obstacle;
    }
    async #replaceOutcome(release, token, next) {
        const place = { ...this.#place, token };
        const name = _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb.outcome(this.#app, release);
        const part = `r${release}-outcome`;
        await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L5)({ attempts: 8, temporary: _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isRaced */ .AJ }, async () => {
            const there = await this.#cluster.get(this.#pathOf(name));
            const outcome = next(there && this.#read(there, 'outcome', await this.#lease()));
            if (outcome === undefined)
                return;
            const text = JSON.stringify(outcome);
            const replaces = await (0,_checksums_js__WEBPACK_IMPORTED_MODULE_6__/* .addChecksum */ .tx)(place, part, text);
            const object = this.#object(name, 'outcome', release, { outcome: text }, false);
            const metadata = { ...object.metadata, resourceVersion: there?.metadata?.resourceVersion };
            if (there === undefined)
                await this.#cluster.create(this.#pathOf(), object);
            else
                await this.#cluster.replace(this.#pathOf(name), { ...object, metadata });
            if (replaces)
                await (0,_checksums_js__WEBPACK_IMPORTED_MODULE_6__/* .dropEarlierChecksums */ .mM)(place, part, text);
        });
    }
    get #place() {
        return { cluster: this.#cluster, namespace: this.#namespace, app: this.#app };
    }
    async remove(release) {
        const labelSelector = _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .selecting */ .h7.decision(this.#app, release);
        const { items: decided } = await this.#cluster.list(this.#pathOf(), { labelSelector });
        const parts = decided.map(({ metadata }) => metadata?.name ?? '');
        for (const name of [...parts, _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb.outcome(this.#app, release), _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb.record(this.#app, release)]) {
            await this.#cluster.remove(this.#pathOf(name), undefined);
        }
        await (0,_checksums_js__WEBPACK_IMPORTED_MODULE_6__/* .removeChecksums */ .lX)(this.#cluster, this.#namespace, this.#app, release);
    }
    #read(object, key, lease) {
        const text = object.data?.[key];
        if (text === undefined)
            return undefined;
        const name = object.metadata?.name ?? '';
        const stored = this.#isGenuine(object, lease)
            ? (0,_schema_js__WEBPACK_IMPORTED_MODULE_9__/* .parseText */ .r4)(key, text)
            : new _schema_js__WEBPACK_IMPORTED_MODULE_9__/* .InvalidStoredValue */ .Wc('the Lease has no checksum that matches its content');
        if (!(stored instanceof _schema_js__WEBPACK_IMPORTED_MODULE_9__/* .InvalidStoredValue */ .Wc))
            return stored;
        if (!this.#reported.has(name))
            this.#report(`warning: ConfigMap/${name} is ignored: ${stored.reason}. Find out who wrote it, then delete it.`);
        this.#reported.add(name);
        return undefined;
    }
    #pathOf = (name) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, this.#namespace, name);
    #now = () => new Date(this.#cluster.now()).toISOString();
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
    if (before?.state === 'verified' && outcome.state === 'complete' && hasSameTemplates(before, outcome))
        return { ...outcome, state: 'verified', at: before.at };
    const verifiedAt = before?.state === 'verified' ? before.at : before?.verifiedAt;
    if (outcome.state !== 'rolled-back' || verifiedAt === undefined)
        return outcome;
    return { ...outcome, at: laterOf(outcome.at, verifiedAt), verifiedAt };
}
const hasSameTemplates = (before, next) => (0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_5__/* .canonicalTemplate */ .Zf)(templatesIn(before)) === (0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_5__/* .canonicalTemplate */ .Zf)(templatesIn(next));
const laterOf = (a, b) => (Date.parse(b) > Date.parse(a) ? b : a);
function hasSucceeded(release) {
    return ((release.outcome?.state === 'complete' || release.outcome?.state === 'verified') && hasTemplate(release));
}
function hasTemplate(release) {
    return release.outcome?.template !== undefined;
}


/***/ }),

/***/ 96102:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wc: () => (/* binding */ InvalidStoredValue),
/* harmony export */   Zg: () => (/* binding */ schemaProblem),
/* harmony export */   r4: () => (/* binding */ parseText)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64377);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10441);


const releaseNumber = zod__WEBPACK_IMPORTED_MODULE_1__/* .custom */ .IeY(isCount);
const moment = zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$();
const instant = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(8.64e15);
const token = zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(0);
const text = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP();
const texts = zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(text, text);
const marks = zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(text, text.nullable());
const name = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^(?!\.{1,2}$)[^/%?#\s]+$/, { error: 'is not a name of an object' });
const key = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^((StatefulSet|DaemonSet|CronJob)\/)?(?!\.{1,2}$)[^/%?#\s]+$/, {
    error: 'is not a name of a worker',
});
function isCount(value) {
    return Number.isSafeInteger(value) && value >= 0;
}
const originSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    run: text,
    actor: text,
    repository: text.exactOptional(),
    revision: text.exactOptional(),
    url: text.exactOptional(),
});
const metadataSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    name: text.nullish(),
    namespace: text.nullish(),
    labels: marks.nullish(),
    annotations: marks.nullish(),
});
const containerSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    name: text,
    image: text.nullish(),
    env: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ name: text })).nullish(),
    envFrom: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({})).nullish(),
    ports: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({})).nullish(),
    volumeMounts: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ name: text })).nullish(),
});
const podTemplate = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    metadata: metadataSchema.nullish(),
    spec: zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
        containers: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(containerSchema),
        initContainers: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(containerSchema).nullish(),
        volumes: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ name: text })).nullish(),
    }),
});
const podTemplateSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .custom */ .IeY(value => podTemplate.safeParse(value).success, {
    error: 'is not a pod template',
});
const workloadSpec = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    replicas: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(0).nullish(),
    selector: zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
        matchLabels: texts.nullish(),
        matchExpressions: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ key: text, operator: text, values: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(text).nullish() }))
            .nullish(),
    })
        .nullish(),
    template: podTemplate,
});
const cronJobSpec = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ jobTemplate: zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ spec: workloadSpec }) });
const specs = {
    'apps/v1 Deployment': workloadSpec,
    'apps/v1 StatefulSet': workloadSpec,
    'apps/v1 DaemonSet': workloadSpec,
    'batch/v1 Job': workloadSpec,
    'batch/v1 CronJob': cronJobSpec,
};
const object = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ apiVersion: text, kind: text, metadata: metadataSchema.extend({ name }) })
    .refine(({ apiVersion, kind, spec }) => specs[`${apiVersion} ${kind}`]?.safeParse(spec).success ?? true);
const objectSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .custom */ .IeY(value => object.safeParse(value).success, {
    error: 'is not a Kubernetes object',
});
const hookSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ job: objectSchema, within: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0) });
const workerBefore = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ template: podTemplateSchema, replicas: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(0) }).nullable();
const promotionSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    environment: text,
    release: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(0).exactOptional(),
    verifiedAt: moment.exactOptional(),
    soak: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0),
    forced: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ reason: text, against: text }).exactOptional(),
});
const recordSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    schema: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(1),
    app: text,
    environment: text,
    release: releaseNumber,
    source: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['released', 'observed']),
    baseline: releaseNumber.exactOptional(),
    promotion: promotionSchema.exactOptional(),
    signatures: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(text, zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ by: text, attested: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(text) })).exactOptional(),
    reversible: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(false).exactOptional(),
    at: moment,
    by: originSchema,
    token,
    images: texts,
    config: zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J(),
    shipped: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['ConfigMap', 'Secret']), name: text, copy: name })),
    hooks: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ pre: hookSchema.exactOptional(), post: hookSchema.exactOptional() }).exactOptional(),
    workers: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(key, workerBefore).exactOptional(),
    manifests: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(objectSchema),
});
const outcomeSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    schema: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(1),
    release: releaseNumber,
    state: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['complete', 'verified', 'rolled-back', 'failed']),
    at: moment,
    verifiedAt: moment.exactOptional(),
    token: token.exactOptional(),
    reason: text.exactOptional(),
    template: podTemplateSchema.exactOptional(),
    workers: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(key, podTemplateSchema).exactOptional(),
});
const waits = zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['gate', 'promote', 'bake', 'resume', 'approval']);
const pausedSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    until: instant,
    for: waits,
    planned: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(true).exactOptional(),
    reason: text.exactOptional(),
});
const gate = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    policy: zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ tick: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().positive(), stages: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J()) }),
    sampling: zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ pace: zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ settle: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig() }), probes: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J()) }),
    said: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(text),
    state: zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
        stage: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr(),
        lastAt: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
        enteredAt: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
        lag: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).exactOptional(),
    })
        .nullable(),
});
const gateSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .custom */ .IeY(value => gate.safeParse(value).success, {
    error: 'is not the state of a gate',
});
const rolloutSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    schema: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(1),
    app: text,
    environment: text,
    token,
    run: originSchema,
    strategy: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['rolling', 'canary', 'blue-green']),
    phase: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_phases_js__WEBPACK_IMPORTED_MODULE_0__/* .phases */ .tW),
    step: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(0),
    weight: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(100),
    baseline: releaseNumber.exactOptional(),
    candidate: releaseNumber,
    capacity: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(0).max(100_000),
    autoscaler: name.exactOptional(),
    startedAt: instant,
    since: instant,
    deadline: instant,
    paused: pausedSchema.exactOptional(),
    needsAction: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ at: instant, reason: text }).exactOptional(),
    abortRequested: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ by: text, at: instant }).exactOptional(),
    applied: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().exactOptional(),
    routesPending: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(true).exactOptional(),
    createdObjects: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(text).exactOptional(),
    postHook: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ by: text }).exactOptional(),
    restoresRelease: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(true).exactOptional(),
    reason: text.exactOptional(),
    rolledBackFrom: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_phases_js__WEBPACK_IMPORTED_MODULE_0__/* .phases */ .tW).exactOptional(),
    gate: gateSchema.exactOptional(),
    checked: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ stage: text, since: instant }).exactOptional(),
});
const schemas = { record: recordSchema, outcome: outcomeSchema, rollout: rolloutSchema };
function parseText(key, text) {
    let value;
    try {
        value = JSON.parse(text, (name, inner) => (name === '__proto__' ? undefined : inner));
    }
    catch {
        return new InvalidStoredValue(`\`${key}\` is not JSON`);
    }
    const problem = schemaProblem(key, value);
    return problem === undefined ? value : new InvalidStoredValue(problem);
}
function schemaProblem(key, value) {
    const result = schemas[key].safeParse(value);
    if (result.success)
        return undefined;
    const [first] = result.error.issues;
    const at = [key, ...(first?.path.map(String) ?? [])].join('.');
    return `\`${at}\` ${(first?.message ?? 'is wrong').replace(/^Invalid [a-z]+: /, '')}`;
}
class InvalidStoredValue {
    reason;
    constructor(reason) {
        this.reason = reason;
    }
}


/***/ }),

/***/ 64377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
