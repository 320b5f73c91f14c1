export const id = 8620;
export const ids = [8620,8971];
export const modules = {

/***/ 38620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   inUse: () => (/* binding */ inUse)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _image_named_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79218);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17849);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17121);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58600);





async function inUse(cluster, app, { name, environment }) {
    const { namespace, workload } = environment;
    const refs = [workload, ...(0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_3__/* .workersOf */ .N)(environment)];
    const [pods, lives, versions, releases] = await Promise.all([
        cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.pod, namespace)),
        Promise.all(refs.map(async (ref) => [ref, await cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .pathTo */ .vs)(namespace, ref))])),
        versionsOf(cluster, namespace, refs),
        new _record_js__WEBPACK_IMPORTED_MODULE_4__/* .Records */ .tU(cluster, namespace, app).list(),
    ]);
    const named = [
        ...pods.items.map((pod) => [`pod ${nameOf(pod)} of ${name}`, pod]),
        ...lives.map(([ref, live]) => [`${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(ref)} of ${name}`, live]),
        ...versions.map((each) => [`${nameOf(each)}, an earlier version in ${name}`, each]),
        ...releases.map((release) => [
            `release ${release.record.release} of ${name}`,
            release,
        ]),
    ];
    const digests = new Map();
    const tags = new Map();
    for (const [who, object] of named) {
        const text = JSON.stringify(object) ?? '';
        for (const digest of (0,_image_named_js__WEBPACK_IMPORTED_MODULE_1__/* .digestsIn */ .V)(text))
            if (!digests.has(digest))
                digests.set(digest, who);
        for (const { repository, tag = 'latest', digest } of (0,_image_named_js__WEBPACK_IMPORTED_MODULE_1__/* .imagesIn */ .o)(text)) {
            const at = `${repository}:${tag}`;
            if (digest === undefined && !tags.has(at))
                tags.set(at, who);
        }
    }
    const main = lives.find(([ref]) => (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(ref) === (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(workload))?.[1];
    return { digests, tags, found: main !== undefined || releases.length > 0 };
}
async function versionsOf(cluster, namespace, refs) {
    const kept = new Set(refs.flatMap(({ kind }) => (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .traitsOf */ .JC)(kind).revisions ?? []));
    const lists = await Promise.all([...kept].map(resource => cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(resource, namespace))));
    return lists.flatMap(({ items }) => items);
}
const nameOf = ({ metadata }) => metadata?.name ?? '';


/***/ }),

/***/ 3005:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PU: () => (/* binding */ isOver),
/* harmony export */   SM: () => (/* binding */ remedyOf),
/* harmony export */   Vq: () => (/* binding */ moves),
/* harmony export */   tW: () => (/* binding */ phases)
/* harmony export */ });
const phases = [
    'prepared',
    'stepping',
    'baking',
    'promoting',
    'watching',
    'done',
    'undoing',
    'undone',
];
const moves = {
    prepared: ['stepping', 'promoting', 'undoing'],
    stepping: ['stepping', 'baking', 'undoing'],
    baking: ['promoting', 'undoing'],
    promoting: ['watching', 'done', 'undoing'],
    watching: ['done', 'undoing'],
    undoing: ['undone'],
    done: [],
    undone: [],
};
const isOver = (phase) => moves[phase].length === 0;
function remedyOf(phase) {
    switch (phase) {
        case 'done':
        case 'undone':
            return 'none';
        case 'promoting':
        case 'watching':
            return 'finish';
        case 'prepared':
        case 'stepping':
        case 'baking':
        case 'undoing':
            return 'undo';
        default:
            return phase;
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

/***/ 94467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  kO: () => (/* binding */ Unusable),
  Tw: () => (/* binding */ parseStored),
  Zg: () => (/* binding */ schemaProblem)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(43759);
;// CONCATENATED MODULE: ./node_modules/zod/v4/classic/iso.js



function datetime(params) {
    return api/* _isoDateTime */.G1(schemas/* ZodISODateTime */.You, params);
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

// EXTERNAL MODULE: ./.build/js/src/release/state/phases.js
var phases = __webpack_require__(3005);
;// CONCATENATED MODULE: ./.build/js/src/release/state/stored.js


const releaseNumber = schemas/* custom */.IeY(isCount);
const moment = datetime();
const instant = schemas/* number */.aig().min(0).max(8.64e15);
const token = schemas/* int */.Whr().min(0);
const stored_text = schemas/* string */.YjP();
const texts = schemas/* record */.g1P(stored_text, stored_text);
const marks = schemas/* record */.g1P(stored_text, stored_text.nullable());
const stored_name = schemas/* string */.YjP().regex(/^(?!\.{1,2}$)[^/%?#\s]+$/, { error: 'is not a name of an object' });
const key = schemas/* string */.YjP().regex(/^((StatefulSet|DaemonSet|CronJob)\/)?(?!\.{1,2}$)[^/%?#\s]+$/, {
    error: 'is not a name of a worker',
});
function isCount(value) {
    return Number.isSafeInteger(value) && value >= 0;
}
const originSchema = schemas/* object */.Ikc({
    run: stored_text,
    actor: stored_text,
    repository: stored_text.exactOptional(),
    revision: stored_text.exactOptional(),
    url: stored_text.exactOptional(),
});
const metadataSchema = schemas/* looseObject */._H3({
    name: stored_text.nullish(),
    namespace: stored_text.nullish(),
    labels: marks.nullish(),
    annotations: marks.nullish(),
});
const containerSchema = schemas/* looseObject */._H3({
    name: stored_text,
    image: stored_text.nullish(),
    env: schemas/* array */.YOg(schemas/* looseObject */._H3({ name: stored_text })).nullish(),
    envFrom: schemas/* array */.YOg(schemas/* looseObject */._H3({})).nullish(),
    ports: schemas/* array */.YOg(schemas/* looseObject */._H3({})).nullish(),
    volumeMounts: schemas/* array */.YOg(schemas/* looseObject */._H3({ name: stored_text })).nullish(),
});
const podTemplate = schemas/* looseObject */._H3({
    metadata: metadataSchema.nullish(),
    spec: schemas/* looseObject */._H3({
        containers: schemas/* array */.YOg(containerSchema),
        initContainers: schemas/* array */.YOg(containerSchema).nullish(),
        volumes: schemas/* array */.YOg(schemas/* looseObject */._H3({ name: stored_text })).nullish(),
    }),
});
const podTemplateSchema = schemas/* custom */.IeY(value => podTemplate.safeParse(value).success, {
    error: 'is not a pod template',
});
const workloadSpec = schemas/* looseObject */._H3({
    replicas: schemas/* int */.Whr().min(0).nullish(),
    selector: schemas/* looseObject */._H3({
        matchLabels: texts.nullish(),
        matchExpressions: schemas/* array */.YOg(schemas/* looseObject */._H3({ key: stored_text, operator: stored_text, values: schemas/* array */.YOg(stored_text).nullish() }))
            .nullish(),
    })
        .nullish(),
    template: podTemplate,
});
const cronJobSpec = schemas/* looseObject */._H3({ jobTemplate: schemas/* looseObject */._H3({ spec: workloadSpec }) });
const specs = {
    'apps/v1 Deployment': workloadSpec,
    'apps/v1 StatefulSet': workloadSpec,
    'apps/v1 DaemonSet': workloadSpec,
    'batch/v1 Job': workloadSpec,
    'batch/v1 CronJob': cronJobSpec,
};
const object = schemas/* looseObject */._H3({ apiVersion: stored_text, kind: stored_text, metadata: metadataSchema.extend({ name: stored_name }) })
    .refine(({ apiVersion, kind, spec }) => specs[`${apiVersion} ${kind}`]?.safeParse(spec).success ?? true);
const objectSchema = schemas/* custom */.IeY(value => object.safeParse(value).success, {
    error: 'is not a Kubernetes object',
});
const hookSchema = schemas/* object */.Ikc({ job: objectSchema, within: schemas/* number */.aig().min(0) });
const workerBefore = schemas/* object */.Ikc({ template: podTemplateSchema, replicas: schemas/* int */.Whr().min(0) }).nullable();
const promotionSchema = schemas/* object */.Ikc({
    environment: stored_text,
    release: schemas/* int */.Whr().min(0).exactOptional(),
    verifiedAt: moment.exactOptional(),
    soak: schemas/* number */.aig().min(0),
    forced: schemas/* object */.Ikc({ reason: stored_text, against: stored_text }).exactOptional(),
});
const recordSchema = schemas/* object */.Ikc({
    schema: schemas/* literal */.euz(1),
    app: stored_text,
    environment: stored_text,
    release: releaseNumber,
    source: schemas/* enum */.k5n(['released', 'observed']),
    baseline: releaseNumber.exactOptional(),
    promotion: promotionSchema.exactOptional(),
    signatures: schemas/* record */.g1P(stored_text, schemas/* object */.Ikc({ by: stored_text, attested: schemas/* array */.YOg(stored_text) })).exactOptional(),
    reversible: schemas/* literal */.euz(false).exactOptional(),
    at: moment,
    by: originSchema,
    token,
    images: texts,
    config: schemas/* unknown */.L5J(),
    shipped: schemas/* array */.YOg(schemas/* object */.Ikc({ kind: schemas/* enum */.k5n(['ConfigMap', 'Secret']), name: stored_text, copy: stored_name })),
    hooks: schemas/* object */.Ikc({ pre: hookSchema.exactOptional(), post: hookSchema.exactOptional() }).exactOptional(),
    workers: schemas/* record */.g1P(key, workerBefore).exactOptional(),
    manifests: schemas/* array */.YOg(objectSchema),
});
const outcomeSchema = schemas/* object */.Ikc({
    schema: schemas/* literal */.euz(1),
    release: releaseNumber,
    state: schemas/* enum */.k5n(['complete', 'verified', 'undone', 'failed']),
    at: moment,
    verifiedAt: moment.exactOptional(),
    token: token.exactOptional(),
    reason: stored_text.exactOptional(),
    template: podTemplateSchema.exactOptional(),
    workers: schemas/* record */.g1P(key, podTemplateSchema).exactOptional(),
});
const waits = schemas/* enum */.k5n(['gate', 'promote', 'bake', 'resume', 'approval']);
const parkedSchema = schemas/* object */.Ikc({
    until: instant,
    for: waits,
    reason: stored_text.exactOptional(),
});
const gate = schemas/* looseObject */._H3({
    policy: schemas/* looseObject */._H3({ tick: schemas/* number */.aig().positive(), stages: schemas/* array */.YOg(schemas/* unknown */.L5J()) }),
    sampling: schemas/* looseObject */._H3({ pace: schemas/* looseObject */._H3({ settle: schemas/* number */.aig() }), probes: schemas/* array */.YOg(schemas/* unknown */.L5J()) }),
    said: schemas/* array */.YOg(stored_text),
    state: schemas/* looseObject */._H3({
        stage: schemas/* int */.Whr(),
        lastAt: schemas/* number */.aig(),
        enteredAt: schemas/* number */.aig(),
        lag: schemas/* number */.aig().min(0).exactOptional(),
    })
        .nullable(),
});
const gateSchema = schemas/* custom */.IeY(value => gate.safeParse(value).success, {
    error: 'is not the state of a gate',
});
const journalSchema = schemas/* object */.Ikc({
    schema: schemas/* literal */.euz(1),
    app: stored_text,
    environment: stored_text,
    token,
    run: originSchema,
    strategy: schemas/* enum */.k5n(['rolling', 'canary', 'blue-green']),
    phase: schemas/* enum */.k5n(phases/* phases */.tW),
    step: schemas/* int */.Whr().min(0),
    weight: schemas/* number */.aig().min(0).max(100),
    baseline: releaseNumber.exactOptional(),
    candidate: releaseNumber,
    capacity: schemas/* int */.Whr().min(0).max(100_000),
    autoscaler: stored_name.exactOptional(),
    startedAt: instant,
    since: instant,
    deadline: instant,
    parked: parkedSchema.exactOptional(),
    held: schemas/* object */.Ikc({ at: instant, reason: stored_text }).exactOptional(),
    abortRequested: schemas/* object */.Ikc({ by: stored_text, at: instant }).exactOptional(),
    applied: schemas/* boolean */.zMY().exactOptional(),
    makes: schemas/* array */.YOg(stored_text).exactOptional(),
    postHook: schemas/* object */.Ikc({ by: stored_text }).exactOptional(),
    reason: stored_text.exactOptional(),
    undoneFrom: schemas/* enum */.k5n(phases/* phases */.tW).exactOptional(),
    gate: gateSchema.exactOptional(),
});
const stored_schemas = { record: recordSchema, outcome: outcomeSchema, journal: journalSchema };
function parseStored({ data }, key) {
    const text = data?.[key];
    if (text === undefined)
        return new Unusable(`it has no \`${key}\``);
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return new Unusable(`\`${key}\` is not JSON`);
    }
    const problem = schemaProblem(key, value);
    return problem === undefined ? value : new Unusable(problem);
}
function schemaProblem(key, value) {
    const result = stored_schemas[key].safeParse(value);
    if (result.success)
        return undefined;
    const [first] = result.error.issues;
    const at = [key, ...(first?.path.map(String) ?? [])].join('.');
    return `\`${at}\` ${(first?.message ?? 'is wrong').replace(/^Invalid [a-z]+: /, '')}`;
}
class Unusable {
    reason;
    constructor(reason) {
        this.reason = reason;
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

/***/ 38971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ overtaken),
/* harmony export */   LeaseLost: () => (/* binding */ LeaseLost)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

class LeaseLost extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
}
const overtaken = (app) => new LeaseLost(`another run has taken over the rollout of ${app}`, 'nothing more is written; see that run for what happened');


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
