export const id = 5511;
export const ids = [5511,8971,7849,230];
export const modules = {

/***/ 27677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PX: () => (/* binding */ readAttached),
/* harmony export */   dp: () => (/* binding */ pinned),
/* harmony export */   xM: () => (/* binding */ listedOf)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60630);
/* harmony import */ var _state_proof_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53111);




const largest = 64 * 1024;
const atOnce = 8;
async function listedOf(registry, repository, about) {
    const all = await registry.referrers(repository, about.digest);
    return all.filter(entry => (0,_state_proof_js__WEBPACK_IMPORTED_MODULE_2__/* .mayBeAbout */ .Yz)(entry, about));
}
async function readAttached(registry, reference, about) {
    const { repository, digest } = pinned(reference);
    const subject = { ...about, digest };
    const proofs = [];
    const withdrawals = [];
    const rejected = [];
    const listed = await listedOf(registry, repository, subject);
    for (let from = 0; from < listed.length; from += atOnce) {
        const batch = listed.slice(from, from + atOnce);
        const read = await Promise.all(batch.map(entry => readOne(registry, repository, subject, entry)));
        read.forEach((statement, index) => {
            if (typeof statement !== 'string')
                'verifiedAt' in statement ? proofs.push(statement) : withdrawals.push(statement);
            else if (batch[index]?.artifactType === _state_proof_js__WEBPACK_IMPORTED_MODULE_2__/* .proofType */ .zF)
                rejected.push(statement);
            else if (!statement.startsWith(_state_proof_js__WEBPACK_IMPORTED_MODULE_2__/* .speaksOfElse */ .sS))
                throw unreadable(reference, about.environment, statement);
        });
    }
    return { reference, proofs, withdrawals, rejected };
}
async function readOne(registry, repository, subject, { digest, artifactType }) {
    const manifest = await registry.manifest(repository, digest);
    if (manifest === undefined)
        return 'is listed and not there';
    const layer = layerOf(manifest.body, artifactType, subject.digest);
    if (typeof layer === 'string')
        return layer;
    const blob = await registry.blob(repository, layer.digest);
    if (blob === undefined)
        return 'has lost its content';
    return (0,_state_proof_js__WEBPACK_IMPORTED_MODULE_2__/* .readStatement */ .cO)(artifactType, Buffer.from(blob).toString('utf8'), subject);
}
function layerOf(body, artifactType, image) {
    const manifest = manifestOf(body);
    if (manifest === undefined)
        return 'is no manifest';
    if (manifest.artifactType !== artifactType)
        return 'is of another type than its list says';
    if (manifest.subject?.digest !== image)
        return 'is attached to another image';
    const [layer, ...more] = Array.isArray(manifest.layers) ? manifest.layers : [];
    const { digest, size } = (layer ?? {});
    if (more.length > 0 || typeof digest !== 'string' || !(0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest) || typeof size !== 'number')
        return 'has not one layer';
    return size > largest ? 'is too large' : { digest };
}
function manifestOf(body) {
    return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonMap */ .vM)(body);
}
function pinned(reference) {
    const { repository, digest } = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(reference);
    if (digest === undefined)
        throw new Error(`${reference} has no digest`);
    return { repository, digest };
}
const unreadable = (reference, environment, problem) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`what says that ${reference} was undone in ${environment} cannot be read: it ${problem}`, 'use the version of Slipway that wrote it, or force the release with a reason');


/***/ }),

/***/ 95511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   settleProofs: () => (/* binding */ settleProofs),
/* harmony export */   withdrawUndoing: () => (/* binding */ withdrawUndoing)
/* harmony export */ });
/* unused harmony exports ownReleases, proofsOf, withdrawalsOf */
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _preflight_attachments_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27677);
/* harmony import */ var _state_journal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83658);
/* harmony import */ var _state_phases_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3005);
/* harmony import */ var _state_proof_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(53111);
/* harmony import */ var _state_record_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(58600);
/* harmony import */ var _workloads_containers_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(868);
/* harmony import */ var _workloads_genuine_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(84291);









async function settleProofs(cluster, request, verified) {
    try {
        return await settle(cluster, request, verified);
    }
    catch (error) {
        const what = `what later environments have to know of ${request.environmentName} was not said at its images`;
        return { state: 'refused', warnings: [`${what}: ${(0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q0)(error)}; run verify there again`] };
    }
}
async function withdrawUndoing(cluster, request) {
    if (requiringOf(request).length === 0)
        return false;
    const { config, environment, registry } = request;
    try {
        const entry = await (0,_state_journal_js__WEBPACK_IMPORTED_MODULE_3__/* .readJournal */ .a0)(cluster, environment.namespace, config.app);
        if (entry?.journal.phase !== 'undoing')
            return false;
        const releases = ownReleases(await new _state_record_js__WEBPACK_IMPORTED_MODULE_6__/* .Records */ .tU(cluster, environment.namespace, config.app).list(), request);
        const said = releases.flatMap(release => withdrawalsOf(release, entry.journal));
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
    const records = new _state_record_js__WEBPACK_IMPORTED_MODULE_6__/* .Records */ .tU(cluster, environment.namespace, config.app);
    const releases = ownReleases(await records.list(), request);
    const warnings = [];
    let state = 'none';
    for (const release of releases) {
        const outcome = await withdraw(request.registry, withdrawalsOf(release));
        if (outcome instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo)
            warnings.push(notWithdrawn(release, environmentName, next, outcome));
        else if (outcome)
            state = 'withdrawn';
    }
    const release = releases.find(({ record }) => record.release === verified?.release);
    const all = release === undefined ? [] : proofsOf(release);
    const proofs = all.filter(({ reference }) => verified?.shown.includes(reference));
    for (const said of all)
        if (!proofs.includes(said))
            warnings.push(notShown(said, next));
    if (release !== undefined && proofs.length > 0) {
        const entry = await (0,_state_journal_js__WEBPACK_IMPORTED_MODULE_3__/* .readJournal */ .a0)(cluster, environment.namespace, config.app);
        const outcome = entry === undefined || (0,_state_phases_js__WEBPACK_IMPORTED_MODULE_4__/* .isOver */ .PU)(entry.journal.phase) ? await prove(request, proofs) : onItsWay();
        if (outcome instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo)
            warnings.push(notProved(release, next, outcome));
        else if (state === 'none')
            state = 'attached';
        const [now, known] = await Promise.all([
            (0,_state_journal_js__WEBPACK_IMPORTED_MODULE_3__/* .readJournal */ .a0)(cluster, environment.namespace, config.app),
            records.list(),
        ]);
        const same = known.find(({ record }) => record.release === release.record.release) ?? release;
        const taken = await withdraw(request.registry, withdrawalsOf(same, now?.journal));
        if (taken instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo)
            warnings.push(notWithdrawn(release, environmentName, next, taken));
        else if (taken)
            state = 'withdrawn';
    }
    return { state: warnings.length > 0 ? 'refused' : state, warnings };
}
function ownReleases(releases, { config, environmentName }) {
    const own = new Set((0,_workloads_genuine_js__WEBPACK_IMPORTED_MODULE_7__/* .repositoriesIn */ .St)(config).map(each => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(each)));
    return releases.filter(({ record }) => record.app === config.app &&
        record.environment === environmentName &&
        Object.values(record.images).every(image => /^[^@\s]+@sha256:[0-9a-f]{64}$/.test(image) && own.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_workloads_containers_js__WEBPACK_IMPORTED_MODULE_8__/* .repositoryOf */ ._M)(image)))));
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
            verifiedAt: (0,_state_record_js__WEBPACK_IMPORTED_MODULE_6__/* .laterOf */ .eG)(outcome.at, outcomeCreatedAt ?? outcome.at),
            run,
            actor,
            ...commit,
        },
    }));
}
function withdrawalsOf({ record, outcome }, journal) {
    const left = record.source === 'released' && outcome !== undefined && leftBy(outcome, journal);
    if (!left)
        return [];
    return subjectsOf(record).map(({ reference, ...about }) => ({
        reference,
        statement: { ...about, withdrawnAt: left.at, reason: left.reason ?? 'it was undone' },
    }));
}
function leftBy({ release, state, at, verifiedAt, reason }, journal) {
    if (state === 'undone' && verifiedAt !== undefined)
        return { at, ...(reason === undefined ? {} : { reason }) };
    if (state !== 'verified' || journal?.phase !== 'undoing' || release <= (journal.baseline ?? -1))
        return undefined;
    const since = (0,_state_record_js__WEBPACK_IMPORTED_MODULE_6__/* .laterOf */ .eG)(new Date(journal.since).toISOString(), at);
    return { at: since, ...(journal.reason === undefined ? {} : { reason: journal.reason }) };
}
function subjectsOf({ app, environment, release, images }) {
    return Object.entries(images).map(([image, reference]) => {
        const { digest } = (0,_preflight_attachments_js__WEBPACK_IMPORTED_MODULE_2__/* .pinned */ .dp)(reference);
        return { reference, schema: 1, app, environment, release, image, digest };
    });
}
async function prove({ registry, sealing }, proofs) {
    return refusal(async () => {
        await sealing?.(async (seals) => {
            for (const { reference, statement } of proofs)
                if (!(0,_state_proof_js__WEBPACK_IMPORTED_MODULE_5__/* .isSealed */ .dy)(statement, await seals.read(reference)))
                    await seals.add(reference, statement);
        });
        for (const said of proofs) {
            const listed = await listedAt(registry, said);
            if (!listed.some(entry => (0,_state_proof_js__WEBPACK_IMPORTED_MODULE_5__/* .saysTheSame */ .Yq)(entry, said.statement)))
                await attach(registry, said);
        }
        return undefined;
    });
}
async function withdraw(registry, withdrawals) {
    return refusal(async () => {
        let written = false;
        for (const said of withdrawals) {
            const listed = await listedAt(registry, said);
            const proved = listed.some(entry => (0,_state_proof_js__WEBPACK_IMPORTED_MODULE_5__/* .isProofOf */ .Il)(entry, said.statement.release));
            if (!proved || listed.some(entry => (0,_state_proof_js__WEBPACK_IMPORTED_MODULE_5__/* .saysTheSame */ .Yq)(entry, said.statement)))
                continue;
            await attach(registry, said);
            written = true;
        }
        return written;
    });
}
async function refusal(work) {
    try {
        return await work();
    }
    catch (error) {
        if (error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo)
            return error;
        throw error;
    }
}
function listedAt(registry, { reference, statement: { app, environment } }) {
    const { repository, digest } = (0,_preflight_attachments_js__WEBPACK_IMPORTED_MODULE_2__/* .pinned */ .dp)(reference);
    const about = { app, environment, digest };
    return (0,_preflight_attachments_js__WEBPACK_IMPORTED_MODULE_2__/* .listedOf */ .xM)(registry, repository, about);
}
async function attach(registry, { reference, statement }) {
    const { repository, digest } = (0,_preflight_attachments_js__WEBPACK_IMPORTED_MODULE_2__/* .pinned */ .dp)(reference);
    await registry.attach(repository, digest, (0,_state_proof_js__WEBPACK_IMPORTED_MODULE_5__/* .artifactOf */ .qB)(statement));
}
const onItsWay = () => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('its rollout is not over', 'wait until it is');
const notShown = ({ reference, statement: { release } }, next) => `${reference} of release ${release} is in neither the workload nor a worker, so nothing was shown of it, and ${next} goes on refusing it: list what runs it in \`workers\``;
const notProved = ({ record }, next, { message, remedy }) => `release ${record.release} is verified, but nothing says so at its images, so ${next} goes on refusing them: ${message}; ${remedy}, and verify again`;
const notWithdrawn = ({ record }, environment, next, error) => `release ${record.release} was undone, but its images still say that ${environment} verified them, so ${next} would take them: ${error.message}; ${error.remedy}, and run rollback or verify in ${environment} again`;


/***/ }),

/***/ 83658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $3: () => (/* binding */ replaced),
/* harmony export */   $f: () => (/* binding */ heldIn),
/* harmony export */   Fs: () => (/* binding */ beginJournal),
/* harmony export */   JX: () => (/* binding */ JournalMoved),
/* harmony export */   Jy: () => (/* binding */ moved),
/* harmony export */   Vf: () => (/* binding */ Keeper),
/* harmony export */   a0: () => (/* binding */ readJournal),
/* harmony export */   aW: () => (/* binding */ RolloutOver),
/* harmony export */   dY: () => (/* binding */ holdsLease),
/* harmony export */   fY: () => (/* binding */ writeJournal),
/* harmony export */   ne: () => (/* binding */ sealJournal),
/* harmony export */   zc: () => (/* binding */ journalIn)
/* harmony export */ });
/* unused harmony export UnusableState */
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29296);
/* harmony import */ var _workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38971);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3005);
/* harmony import */ var _stored_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(94467);







const pathFor = (namespace, app) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, namespace, _workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.application(app));
async function readJournal(cluster, namespace, app) {
    const object = await cluster.get(pathFor(namespace, app));
    if (object === undefined)
        return undefined;
    const journal = (0,_stored_js__WEBPACK_IMPORTED_MODULE_6__/* .parseStored */ .Tw)(object, 'journal');
    if (journal instanceof _stored_js__WEBPACK_IMPORTED_MODULE_6__/* .Unusable */ .kO)
        throw new UnusableState(app, journal.reason, object);
    if (journal.app !== app)
        throw new UnusableState(app, `it belongs to application ${journal.app}`, object);
    return { journal, ...writtenOver(object) };
}
function journalIn(object) {
    const journal = (0,_stored_js__WEBPACK_IMPORTED_MODULE_6__/* .parseStored */ .Tw)(object, 'journal');
    return journal instanceof _stored_js__WEBPACK_IMPORTED_MODULE_6__/* .Unusable */ .kO ? undefined : journal;
}
function writtenOver({ metadata = {} }) {
    const { resourceVersion: version = '', labels, annotations } = metadata;
    return { version, labels, annotations };
}
class UnusableState extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo {
    over;
    constructor(app, reason, object) {
        const name = `ConfigMap/${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.application(app)}`;
        super(`cannot read the rollout state of ${app} in ${name}: ${reason}`, 'delete it and run `sweep`, which rebuilds the state from the records');
        this.over = writtenOver(object);
    }
}
function heldIn(entry) {
    const { held, phase = 'done', candidate } = entry?.journal ?? {};
    return held === undefined || (0,_phases_js__WEBPACK_IMPORTED_MODULE_5__/* .isOver */ .PU)(phase) ? undefined : candidate;
}
class RolloutOver extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo {
    constructor(app) {
        super(`no rollout of ${app} is under way`, 'deploy a release first');
    }
}
class JournalMoved extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo {
    constructor(options) {
        super('cannot write the rollout state: its ConfigMap changed at the same time', 'run this again', options);
    }
}
async function writeJournal(cluster, namespace, journal, over) {
    const object = objectOf(namespace, journal, over);
    try {
        const written = over === undefined
            ? await cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, namespace), object)
            : await cluster.replace(pathFor(namespace, journal.app), object);
        return { journal, ...writtenOver(written) };
    }
    catch (error) {
        if (!(0,_cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isRaced */ .AJ)(error))
            throw error;
        const there = await readJournal(cluster, namespace, journal.app).catch(unlessUnusable);
        if (there instanceof UnusableState)
            throw new JournalMoved({ cause: error });
        if (there !== undefined && JSON.stringify(there.journal) === JSON.stringify(journal))
            return there;
        throw new JournalMoved({ cause: error });
    }
}
function unlessUnusable(error) {
    if (error instanceof UnusableState)
        return error;
    throw error;
}
async function beginJournal(cluster, namespace, journal) {
    const { app, token } = journal;
    for (let attempt = 1;; attempt += 1) {
        const before = await readJournal(cluster, namespace, app);
        if ((before?.journal.token ?? 0) > token && !(await holdsLease(cluster, namespace, { app, token })))
            throw (0,_workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_4__/* .overtaken */ .K)(app);
        try {
            return await writeJournal(cluster, namespace, journal, before);
        }
        catch (error) {
            if (!(error instanceof JournalMoved) || attempt === 8)
                throw error;
        }
    }
}
async function sealJournal(cluster, namespace, app, { token, run }) {
    const before = (await readJournal(cluster, namespace, app))?.journal;
    if (before !== undefined)
        await beginJournal(cluster, namespace, { ...before, token, run });
}
async function holdsLease(cluster, namespace, { app, token }) {
    const lease = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace, _workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.application(app)));
    return Number(lease?.metadata?.annotations?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.token]) === token;
}
class Keeper {
    #cluster;
    #namespace;
    #journal;
    #over;
    onChange = () => { };
    #last = Promise.resolve();
    constructor(cluster, namespace, entry) {
        this.#cluster = cluster;
        this.#namespace = namespace;
        this.#journal = entry.journal;
        this.#over = entry;
    }
    get journal() {
        return this.#journal;
    }
    change(next) {
        const write = async () => {
            const before = this.#journal;
            await overwrite();
            this.onChange(before, this.#journal);
        };
        const overwrite = async () => {
            for (let attempt = 1;; attempt += 1) {
                try {
                    const written = next(this.#journal);
                    this.#over = await writeJournal(this.#cluster, this.#namespace, written, this.#over);
                    this.#journal = written;
                    return;
                }
                catch (error) {
                    if (!(error instanceof JournalMoved) || attempt === 8)
                        throw error;
                    await this.#adopt();
                }
            }
        };
        const written = this.#last.then(write);
        this.#last = written.catch(() => undefined);
        return written;
    }
    async #adopt() {
        const { app } = this.#journal;
        const there = await readJournal(this.#cluster, this.#namespace, app).catch(unlessUnusable);
        if (!(await this.holdsLease()))
            throw (0,_workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_4__/* .overtaken */ .K)(app);
        this.#over = there instanceof UnusableState ? there.over : there;
        const abortRequested = there instanceof UnusableState ? undefined : there?.journal.abortRequested;
        if (abortRequested !== undefined)
            this.#journal = { ...this.#journal, abortRequested };
    }
    holdsLease() {
        return holdsLease(this.#cluster, this.#namespace, this.#journal);
    }
}
function moved(journal, to, now, change = {}) {
    if (!_phases_js__WEBPACK_IMPORTED_MODULE_5__/* .moves */ .Vq[journal.phase].includes(to))
        throw new Error(`there is no move from ${journal.phase} to ${to}`);
    const { parked: _parked, held: _held, gate, ...rest } = journal;
    return {
        ...rest,
        ...(gate === undefined || (0,_phases_js__WEBPACK_IMPORTED_MODULE_5__/* .isOver */ .PU)(to) ? {} : { gate }),
        ...(to === 'undoing' ? { undoneFrom: journal.phase } : {}),
        phase: to,
        since: now,
        ...change,
    };
}
function replaced(journal, reason, now) {
    return moved(moved(journal, 'undoing', now, { weight: 0, reason }), 'undone', now);
}
function objectOf(namespace, journal, over) {
    return {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: {
            name: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.application(journal.app),
            namespace,
            labels: { ...over?.labels, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.app]: journal.app, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.kind]: 'journal' },
            annotations: { ...over?.annotations, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.phase]: journal.phase },
            ...(over === undefined ? {} : { resourceVersion: over.version }),
        },
        data: { journal: JSON.stringify(journal) },
    };
}


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

/***/ 53111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Il: () => (/* binding */ isProofOf),
/* harmony export */   Yq: () => (/* binding */ saysTheSame),
/* harmony export */   Yz: () => (/* binding */ mayBeAbout),
/* harmony export */   _N: () => (/* binding */ withdrawalType),
/* harmony export */   cO: () => (/* binding */ readStatement),
/* harmony export */   dy: () => (/* binding */ isSealed),
/* harmony export */   j8: () => (/* binding */ withdrawalOf),
/* harmony export */   qB: () => (/* binding */ artifactOf),
/* harmony export */   sS: () => (/* binding */ speaksOfElse),
/* harmony export */   zF: () => (/* binding */ proofType)
/* harmony export */ });
/* unused harmony export annotation */
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29296);


const proofType = 'application/vnd.slipway.verification.v1+json';
const withdrawalType = 'application/vnd.slipway.withdrawal.v1+json';
function artifactOf(statement) {
    const { app, environment, release } = statement;
    const isProof = 'verifiedAt' in statement;
    return {
        artifactType: isProof ? proofType : withdrawalType,
        content: Buffer.from((0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(statement)),
        annotations: {
            [annotation.app]: app,
            [annotation.environment]: environment,
            [annotation.release]: String(release),
            [annotation.at]: isProof ? statement.verifiedAt : statement.withdrawnAt,
        },
    };
}
const annotation = {
    app: 'dev.slipway.app',
    environment: 'dev.slipway.environment',
    release: 'dev.slipway.release',
    at: 'dev.slipway.at',
};
function mayBeAbout({ artifactType, annotations }, { app, environment }) {
    const fits = (key, value) => (annotations[key] ?? value) === value;
    return ((artifactType === proofType || artifactType === withdrawalType) &&
        fits(annotation.app, app) &&
        fits(annotation.environment, environment));
}
const isProofOf = ({ artifactType, annotations }, release) => artifactType === proofType && (annotations[annotation.release] ?? String(release)) === String(release);
function saysTheSame(entry, statement) {
    const { artifactType, annotations } = artifactOf(statement);
    return entry.artifactType === artifactType && (0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(entry.annotations) === (0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(annotations);
}
const speaksOfElse = 'is of the ';
function readStatement(type, text, about) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return 'is not JSON';
    }
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(value))
        return 'is not a map';
    const { schema, app, environment, digest, image, release, ...rest } = value;
    if (schema !== 1)
        return `is of schema ${shown(schema)}, which this version does not know`;
    for (const [key, found, wanted] of [
        ['app', app, about.app],
        ['environment', environment, about.environment],
        ['digest', digest, about.digest],
    ])
        if (found !== wanted)
            return `${speaksOfElse}${key} ${shown(found)}, not of ${wanted}`;
    if (typeof release !== 'number' || !Number.isSafeInteger(release) || release < 0)
        return `names no release, but ${shown(release)}`;
    if (typeof image !== 'string')
        return `names no image, but ${shown(image)}`;
    const known = { schema: 1, ...about, release, image };
    if (type === withdrawalType) {
        const { withdrawnAt, reason } = rest;
        if (!isMoment(withdrawnAt))
            return `names no moment, but ${shown(withdrawnAt)}`;
        return { ...known, withdrawnAt, reason: textOf(reason) };
    }
    const { verifiedAt, run, actor, commit } = rest;
    if (!isMoment(verifiedAt))
        return `names no moment, but ${shown(verifiedAt)}`;
    const more = typeof commit === 'string' ? { commit } : {};
    return { ...known, verifiedAt, run: textOf(run), actor: textOf(actor), ...more };
}
const isSealed = (proof, predicates) => predicates.some(each => (0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(each) === (0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(proof));
const withdrawalOf = (proof, withdrawals) => withdrawals.find(({ release, withdrawnAt }) => release === proof.release && Date.parse(withdrawnAt) >= Date.parse(proof.verifiedAt));
const textOf = (value) => (typeof value === 'string' ? value : 'unknown');
function shown(value) {
    const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
    return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
function isMoment(value) {
    return (typeof value === 'string' &&
        /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(value) &&
        !Number.isNaN(Date.parse(value)));
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

/***/ 84291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MS: () => (/* binding */ templateProblem),
/* harmony export */   OM: () => (/* binding */ readWithTemplates),
/* harmony export */   S5: () => (/* binding */ requireAllowedTemplate),
/* harmony export */   St: () => (/* binding */ repositoriesIn),
/* harmony export */   Z$: () => (/* binding */ knownTemplates),
/* harmony export */   aF: () => (/* binding */ imagesOfRecordAlone)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _containers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(868);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17849);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29296);
/* harmony import */ var _pods_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(90352);







const repositoriesIn = ({ images, environments }) => [
    ...Object.values(images).map(({ repository }) => repository),
    ...Object.values(environments).flatMap(({ repositories = {} }) => Object.values(repositories)),
];
function knownTemplates(live, revisions) {
    const own = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .templateOf */ .kW)(live);
    const kept = revisions.filter(each => (0,_pods_js__WEBPACK_IMPORTED_MODULE_5__/* .isOwnedBy */ .D0)(each, live?.metadata?.uid)).flatMap(templatesIn);
    return own === undefined ? kept : [own, ...kept];
}
function templatesIn(revision) {
    if (!('data' in revision))
        return (0,_containers_js__WEBPACK_IMPORTED_MODULE_6__/* .podTemplatesOf */ .ab)({ ...revision, kind: 'ReplicaSet' });
    const { $patch: _, ...template } = (revision.data?.spec
        ?.template ?? {});
    return template.spec === undefined ? [] : [template];
}
async function readWithTemplates(cluster, namespace, ref) {
    const { revisions } = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .traitsOf */ .JC)(ref.kind);
    const [live, kept] = await Promise.all([
        cluster.get((0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .pathTo */ .vs)(namespace, ref)),
        revisions === undefined ? { items: [] } : cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(revisions, namespace)),
    ]);
    return { live, templates: knownTemplates(live, kept.items) };
}
function templateProblem(template, evidence) {
    const { templates } = evidence;
    const wanted = comparable(template);
    if (templates.some(each => comparable(each) === wanted))
        return undefined;
    const image = imageProblem(template, evidence);
    if (image !== undefined || templates.length === 0)
        return image;
    const known = new Set(templates.flatMap(privilegesOf));
    const added = privilegesOf(template).find(each => !known.has(each));
    return added && `no version of it in the cluster had ${added}`;
}
function requireAllowedTemplate(ref, release, template, evidence) {
    const problem = templateProblem(template, evidence);
    if (problem !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the record of release ${release} cannot be used for ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .titleOf */ .Gg)(ref)}: ${problem}`, 'find out who wrote that record; deploy the version that you want again');
}
function imagesOfRecordAlone(template, { templates, repositories }) {
    const own = new Set(repositories.map(canonicalRepository));
    const known = new Set(templates.flatMap(imagesOf));
    const alone = imagesOf(template).filter(image => !known.has(image) && own.has(canonicalRepository((0,_containers_js__WEBPACK_IMPORTED_MODULE_6__/* .repositoryOf */ ._M)(image))));
    return [...new Set(alone)];
}
function imageProblem(template, { templates, repositories }) {
    const own = new Set(repositories.map(canonicalRepository));
    const known = new Set(templates.flatMap(imagesOf).map(image => canonicalRepository((0,_containers_js__WEBPACK_IMPORTED_MODULE_6__/* .repositoryOf */ ._M)(image))));
    const foreign = imagesOf(template).find(image => {
        const repository = canonicalRepository((0,_containers_js__WEBPACK_IMPORTED_MODULE_6__/* .repositoryOf */ ._M)(image));
        return !known.has(repository) && !(isPinned(image) && own.has(repository));
    });
    if (foreign === undefined)
        return undefined;
    return own.has(canonicalRepository((0,_containers_js__WEBPACK_IMPORTED_MODULE_6__/* .repositoryOf */ ._M)(foreign)))
        ? `the image ${foreign} is not pinned by digest`
        : `no version of it in the cluster had the image ${foreign}`;
}
const isPinned = (image) => /@sha256:[0-9a-f]{64}$/.test(image);
const imagesOf = ({ spec }) => [
    ...(0,_containers_js__WEBPACK_IMPORTED_MODULE_6__/* .containersOf */ .Mz)(spec).map(({ image }) => image ?? ''),
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
function privilegesOf({ spec }) {
    const account = spec?.serviceAccountName ?? spec?.serviceAccount ?? 'default';
    return [
        ...(account === 'default' ? [] : [`serviceAccountName ${account}`]),
        ...['hostNetwork', 'hostPID', 'hostIPC'].filter(key => spec?.[key] === true),
        ...(spec?.volumes ?? []).flatMap(({ hostPath }) => hostPath == null ? [] : [`hostPath ${hostPath.path}`]),
        ...(0,_containers_js__WEBPACK_IMPORTED_MODULE_6__/* .containersOf */ .Mz)(spec).flatMap(({ securityContext }) => [
            ...(securityContext?.privileged === true ? ['a privileged container'] : []),
            ...[securityContext?.capabilities?.add ?? []].flat().map(name => `capability ${name}`),
        ]),
    ];
}
function comparable({ metadata, spec }) {
    const { 'pod-template-hash': _, ...labels } = metadata?.labels ?? {};
    const template = { metadata: { ...metadata, labels }, spec };
    return (0,_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .canonical */ .$N)(JSON.parse(JSON.stringify(template, (_key, value) => value ?? undefined)));
}


/***/ }),

/***/ 17849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $V: () => (/* binding */ manifestOf),
/* harmony export */   Cv: () => (/* binding */ about),
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   H8: () => (/* binding */ refOf),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   JC: () => (/* binding */ traitsOf),
/* harmony export */   N4: () => (/* binding */ replicasOf),
/* harmony export */   OZ: () => (/* binding */ isReleased),
/* harmony export */   QP: () => (/* binding */ typeOf),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   iw: () => (/* binding */ collectionOf),
/* harmony export */   kW: () => (/* binding */ templateOf),
/* harmony export */   q4: () => (/* binding */ templatePointer),
/* harmony export */   u$: () => (/* binding */ refOfKey),
/* harmony export */   vs: () => (/* binding */ pathTo),
/* harmony export */   yW: () => (/* binding */ isOf)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);

const ofPods = ['spec', 'template'];
const traits = {
    Deployment: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.deployment,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.replicaSet,
        template: ofPods,
        scales: true,
        refusedInEvents: false,
    },
    StatefulSet: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.statefulSet,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.controllerRevision,
        template: ofPods,
        scales: true,
        refusedInEvents: true,
    },
    DaemonSet: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.daemonSet,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.controllerRevision,
        template: ofPods,
        scales: false,
        refusedInEvents: true,
    },
    CronJob: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.cronJob,
        revisions: undefined,
        template: ['spec', 'jobTemplate', 'spec', 'template'],
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
const collectionOf = (namespace, kind) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(traits[kind].resource, namespace);
const pathTo = (namespace, { kind, name }) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(traits[kind].resource, namespace, name);
const about = ({ kind, name }) => ({
    fieldSelector: `involvedObject.kind=${kind},involvedObject.name=${name}`,
});
const typeOf = (kind) => ({ apiVersion: (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .apiVersionOf */ .uO)(traits[kind].resource), kind });
function templateOf(workload) {
    return workload?.kind === 'CronJob' ? workload.spec?.jobTemplate?.spec?.template : workload?.spec?.template;
}
const templatePointer = (kind) => `/${traits[kind].template.join('/')}`;
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

/***/ 90352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ selectorOf),
/* harmony export */   D0: () => (/* binding */ isOwnedBy),
/* harmony export */   Mt: () => (/* binding */ revisionOfPod),
/* harmony export */   Nr: () => (/* binding */ podsOwnedBy),
/* harmony export */   O: () => (/* binding */ isLiving),
/* harmony export */   Xy: () => (/* binding */ containerStatusesOf),
/* harmony export */   i_: () => (/* binding */ isReady),
/* harmony export */   jk: () => (/* binding */ newestReplicaSet),
/* harmony export */   su: () => (/* binding */ newestOf),
/* harmony export */   zd: () => (/* binding */ isStarting)
/* harmony export */ });
/* unused harmony export revisionLabel */
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
    return revisions.find(revision => {
        const { data } = revision;
        const { $patch: _, ...template } = (data?.spec?.template ?? {});
        return isOwnedBy(revision, workload.metadata?.uid) && plain(template) === wanted;
    });
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


/***/ })

};
