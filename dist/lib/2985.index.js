export const id = 2985;
export const ids = [2985];
export const modules = {

/***/ 2985:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  allowance: () => (/* binding */ allowance),
  totalSystem: () => (/* binding */ totalSystem)
});

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/recovery/checksum.js
var checksum = __webpack_require__(77462);
// EXTERNAL MODULE: ./.build/js/src/recovery/offline/recovering.js + 3 modules
var recovering = __webpack_require__(71680);
// EXTERNAL MODULE: ./.build/js/src/recovery/offline/starting.js
var starting = __webpack_require__(39653);
// EXTERNAL MODULE: ./.build/js/src/cluster/forward.js
var forward = __webpack_require__(31629);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/functional.js
var functional = __webpack_require__(51594);
;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/answering.js


const notUp = 'it is not up yet';
function answering(cluster, of) {
    const { patience, signal, sleep } = of;
    let forward;
    let check;
    return {
        check: () => check,
        open: async () => {
            forward = await untilForwarded(cluster, of);
            check = (0,functional.functionalCheck)({ ...of.functional, base: forward.base }, of.before);
            const end = performance.now() + patience.start;
            while ((await check.remember(patience.look)) !== undefined && performance.now() < end) {
                signal.throwIfAborted();
                await sleep(500);
            }
        },
        whole: async () => (check === undefined ? notUp : check.whole(patience.look)),
        old: async () => check?.old(patience.look),
        fresh: of.functional.write && (async () => check?.fresh?.(patience.look)),
        close: () => forward?.close(),
    };
}
async function untilForwarded({ reach }, of) {
    const end = performance.now() + of.patience.start;
    for (;;) {
        try {
            return await (0,forward.forwardTo)({ namespace: of.namespace, service: of.service, port: of.port }, reach);
        }
        catch (error) {
            if (performance.now() >= end)
                throw error;
            of.signal.throwIfAborted();
            await of.sleep(1000);
        }
    }
}

// EXTERNAL MODULE: ./.build/js/src/recovery/drill/told.js
var told = __webpack_require__(94382);
;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/total-system.js








const allowance = 'dr-drill/allowed';
function totalSystem(cluster, target) {
    const { bucket, now, report } = target;
    const asked = target.application && answering(cluster, target.application);
    const offline = {
        ...target.offline,
        cluster,
        bucket: withoutAllowance(bucket),
        stamper: { during: atOnce },
    };
    let index;
    let opened;
    const contents = () => opened ?? raise('nothing is opened yet');
    const application = () => (0,starting/* applicationIn */.cm)(offline, contents().objects).objects;
    const system = {
        ...{ now, report },
        behind: async () => target.lost,
        provision: async () => {
            await emptied(bucket, report);
            index = await (0,recovering.loadArchive)(offline);
        },
        prove: async () => [],
        secrets: async () => {
            opened = await (0,recovering.openContents)(offline, index ?? raise('nothing is loaded yet'));
            for (const each of opened.changes)
                report(each);
            const sentence = `${(0,count/* counted */.h)(opened.contents.secrets.length, 'Secret')} opened by the offline key`;
            return [{ level: 'L2', what: 'Secrets of the archive', state: 'passed', sentence }];
        },
        files: async () => (0,recovering.notBack)(contents().contents.manifest),
        restore: async (_, during) => {
            const { rungs, backups } = await (0,recovering.restoreDatabases)({ ...offline, stamper: { during } }, contents());
            const [backup] = backups;
            if (backup === undefined)
                throw new errors/* UserError */.yo('the archive holds no database', 'see `recovery` of the slipway.yml in it');
            return { rungs, backup, recovered: [], at: now() };
        },
        inspect: async () => [],
        application: asked && {
            apply: () => (0,starting/* makeMissing */.pm)(offline, application()),
            start: async () => {
                const { changes } = await (0,starting/* startApplication */.xL)(offline, application(), contents().contents.manifest);
                for (const each of changes)
                    report(each);
                await asked.open();
            },
            ...{ probe: asked.whole, direct: asked.whole, old: asked.old, fresh: asked.fresh },
        },
    };
    return {
        system,
        close: async () => {
            asked?.close();
            try {
                await emptied(bucket, report);
            }
            catch (error) {
                return (0,told/* told */.E)(error, target);
            }
            return undefined;
        },
    };
}
async function emptied(bucket, report) {
    const found = await bucket.list();
    const others = found.filter(({ key }) => key !== allowance);
    if (others.length === found.length && found.length > 0)
        throw new errors/* UserError */.yo(`${bucket.name} holds ${(0,count/* counted */.h)(found.length, 'object')}, and does not say that drills may empty it`, `name an empty bucket, or put an object ${allowance} into this one when all in it may be lost`);
    for (const { key } of others)
        await bucket.remove(key);
    if (others.length > 0)
        report(`${bucket.name}: ${(0,count/* counted */.h)(others.length, 'object')} of a drill removed`);
    if (found.length === 0)
        await bucket.put(allowance, nothing());
}
const nothing = () => ({
    ...{ bytes: 0, sha256: (0,checksum/* sha256Of */.Bj)(new Uint8Array()), headers: {} },
    body: external_node_stream_.Readable.from([]),
});
const withoutAllowance = (bucket) => ({
    ...bucket,
    list: async () => (await bucket.list()).filter(({ key }) => key !== allowance),
});
const atOnce = (_, work) => work();
function raise(problem) {
    throw new Error(problem);
}


/***/ }),

/***/ 71680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  loadArchive: () => (/* binding */ loadArchive),
  notBack: () => (/* binding */ notBack),
  openContents: () => (/* binding */ openContents),
  recoverOffline: () => (/* binding */ recoverOffline),
  restoreDatabases: () => (/* binding */ restoreDatabases)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/kinds.js
var kinds = __webpack_require__(17849);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/recovery/copy.js + 1 modules
var recovery_copy = __webpack_require__(16379);
// EXTERNAL MODULE: ./.build/js/src/recovery/images.js + 1 modules
var recovery_images = __webpack_require__(33451);
// EXTERNAL MODULE: ./.build/js/src/recovery/object-stores/mirror.js
var mirror = __webpack_require__(39795);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/proving.js + 2 modules
var proving = __webpack_require__(53153);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/wal.js
var wal = __webpack_require__(26401);
// EXTERNAL MODULE: ./.build/js/src/recovery/restore.js
var restore = __webpack_require__(94383);
// EXTERNAL MODULE: ./.build/js/src/recovery/offline/checking.js
var checking = __webpack_require__(59453);
// EXTERNAL MODULE: ./.build/js/src/recovery/offline/inventory.js
var inventory = __webpack_require__(58869);
// EXTERNAL MODULE: ./.build/js/src/image/reference.js
var reference = __webpack_require__(85898);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
;// CONCATENATED MODULE: ./.build/js/src/recovery/offline/relocation.js


function relocated(objects, archived, place) {
    const digests = new Map();
    for (const image of archived) {
        const { repository, digest } = (0,reference/* parseReference */.F2)(image);
        if (digest !== undefined)
            digests.set(repository, (digests.get(repository) ?? new Set()).add(digest));
    }
    const foreign = new Set();
    const found = (image) => {
        const { repository, digest } = (0,reference/* parseReference */.F2)(image);
        const known = digests.get(repository) ?? new Set();
        const [only] = known;
        const chosen = digest !== undefined && known.has(digest) ? digest : known.size === 1 ? only : undefined;
        if (chosen !== undefined && (digest === undefined || digest === chosen))
            return `${place(repository)}@${chosen}`;
        foreign.add(image);
        return image;
    };
    const moved = (value) => {
        if (Array.isArray(value))
            return value.map(moved);
        if (!(0,map/* isMap */.jh)(value))
            return value;
        return Object.fromEntries(Object.entries(value).map(([name, each]) => [
            name,
            isContainers(name, each) ? each.map(container => withImage(container, found)) : moved(each),
        ]));
    };
    return { objects: objects.map(each => moved(each)), foreign: [...foreign].sort() };
}
const isContainers = (name, value) => /^(?:initContainers|containers|ephemeralContainers)$/.test(name) && Array.isArray(value);
const withImage = (container, found) => (0,map/* isMap */.jh)(container) && typeof container.image === 'string'
    ? { ...container, image: found(container.image) }
    : container;

// EXTERNAL MODULE: ./.build/js/src/recovery/cluster-objects/portable.js
var portable = __webpack_require__(83622);
;// CONCATENATED MODULE: ./.build/js/src/recovery/offline/pointing.js

const configures = (text, number) => new RegExp(`^\\s*repo${number}-s3-bucket\\s*=`, 'm').test(text);
function pointedAt(text, number, bucket) {
    if (!configures(text, number))
        throw new errors/* UserError */.yo(`the configuration of pgBackRest keeps repository ${number} in no bucket`, 'write its configuration for the new place by hand, and make it in the namespace beforehand');
    const { origin, host, pathname } = new URL(bucket.address);
    const own = {
        's3-endpoint': host,
        's3-region': bucket.region,
        's3-bucket': pathname.replace(/^\/+|\/+$/g, ''),
        's3-uri-style': 'path',
        's3-key': bucket.accessKey,
        's3-key-secret': bucket.secretKey,
        ...(bucket.sessionToken === undefined ? {} : { 's3-token': bucket.sessionToken }),
    };
    const lost = /^s3-(?!.*(?:^$))|^storage-(?:host|port|upload-chunk-size)$/;
    const lines = text.split('\n').flatMap(line => {
        const [, found, option = ''] = /^\s*repo(\d+)-([a-z0-9-]+)\s*=/.exec(line) ?? [];
        if (found === undefined)
            return [line];
        if (Number(found) !== number || lost.test(option))
            return [];
        return [line];
    });
    const at = lines.findIndex(line => new RegExp(`^\\s*repo${number}-`).test(line));
    const added = Object.entries(own).map(([option, value]) => `repo${number}-${option}=${value}`);
    if (origin.startsWith('http:'))
        throw new errors/* UserError */.yo(`${bucket.address} is not https`, 'pgBackRest takes no other');
    return [...lines.slice(0, at), ...added, ...lines.slice(at)].join('\n');
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/offline/settings.js



function secretsOf(secrets, place) {
    const pointed = (0,portable/* movedTo */.r)(secrets, place.from, place.into).map(each => pointedSecret(each, place));
    if (place.databases.length > 0 && pointed.every(({ changed }) => !changed))
        place.report(`no Secret configures repository ${place.repository.number} of pgBackRest: it has to be in ${place.into} already`);
    return pointed.map(({ secret }) => secret);
}
function pointedSecret(secret, { repository, newBucket }) {
    if (!(0,map/* isMap */.jh)(secret.data))
        return { changed: false, secret };
    let changed = false;
    const data = Object.entries(secret.data).map(([key, value]) => {
        const text = Buffer.from(String(value), 'base64').toString('utf8');
        if (!configures(text, repository.number))
            return [key, value];
        changed = true;
        return [key, Buffer.from(pointedAt(text, repository.number, newBucket)).toString('base64')];
    });
    return { changed, secret: { ...secret, data: Object.fromEntries(data) } };
}
function configurationOf(objects, { databases, from, into }) {
    const wanted = new Set(databases.flatMap(({ configuration }) => configuration.flatMap(({ kind, name }) => (kind === 'ConfigMap' ? [name] : []))));
    const own = objects.filter(({ kind, metadata }) => kind === 'ConfigMap' && metadata.namespace === from && wanted.has(metadata.name));
    return (0,portable/* movedTo */.r)(own, from, into);
}

// EXTERNAL MODULE: ./.build/js/src/recovery/offline/starting.js
var starting = __webpack_require__(39653);
;// CONCATENATED MODULE: ./.build/js/src/recovery/offline/recovering.js














async function recoverOffline(task) {
    const index = await loadArchive(task);
    const opened = await openContents(task, index);
    const { rungs, backups } = await restoreDatabases(task, opened);
    const application = (0,starting/* applicationIn */.cm)(task, opened.objects);
    const { started, changes } = await task.stamper.during('start', async () => {
        await (0,starting/* makeMissing */.pm)(task, application.objects);
        return (0,starting/* startApplication */.xL)(task, application.objects, opened.contents.manifest);
    });
    return {
        rungs: [...rungs, ...notBack(opened.contents.manifest)],
        ...{ started, backups },
        changes: [...opened.changes, ...new Set([...application.changes, ...changes])],
    };
}
async function loadArchive({ folder, bucket, registry, place, report, stamper, }) {
    report('reading every byte of the archive');
    const { index, problems } = await stamper.during('decide', () => (0,checking.checkArchive)(folder));
    if (problems.length > 0)
        throw new errors/* UserError */.yo(`the archive is not whole: ${problems[0]}${problems.length === 1 ? '' : `, and ${problems.length - 1} more`}`, 'take another copy of it');
    await stamper.during('provision', async () => {
        await (0,mirror/* restoreBucket */.VZ)((0,external_node_path_.join)(folder, inventory/* places */.zn.bucket), bucket, report, { again: true });
        await (0,recovery_images.restoreImages)({ registry, folder: (0,external_node_path_.join)(folder, inventory/* places */.zn.images), report }, place);
    });
    return index;
}
async function openContents(task, index) {
    const contents = await task.contents();
    const { objects, foreign } = relocated(contents.objects, index.images, task.place);
    await (0,starting/* makeMissing */.pm)(task, secretsOf(contents.secrets, task));
    await (0,starting/* makeMissing */.pm)(task, configurationOf(objects, task));
    const changes = foreign.map(image => `${image} is not in the archive, and is asked for where it was`);
    return { contents, objects, changes };
}
async function restoreDatabases(task, { contents, objects }) {
    const [rungs, backups] = [[], []];
    for (const each of task.databases) {
        const copy = { namespace: task.into, app: task.app, name: nameOfCopy(each) };
        if (await (0,recovery_copy.isFinished)(task.cluster, copy))
            task.report(`the database ${each.name} is back since a run before, and stays`);
        else {
            const restored = await restoreOne(task, each, contents, objects);
            rungs.push(...restored.rungs);
            backups.push(restored.backup);
        }
    }
    return { rungs, backups };
}
const notBack = ({ volumes, objectStores }) => [
    ...volumes.flatMap(({ claim, files }) => (files === undefined ? [] : [`files of the claim ${claim}`])),
    ...objectStores.map(({ name }) => `objects of the bucket ${name}`),
].map(what => ({
    ...{ level: 'L2', what, state: 'skipped' },
    sentence: 'they are in the new bucket, and are not restored from it yet',
}));
async function restoreOne(task, lost, { manifest }, objects) {
    const { stamper, signal, sleep, report, repository, cluster, into } = task;
    const copy = await stamper.during('provision', () => raise(task, lost, objects));
    const place = { stanza: lost.stanza, repository: repository.number };
    const database = manifest.databases.find(({ name }) => name === lost.name);
    const size = (0,wal.parseSegmentSize)(database?.segment ?? 0) ?? wal.usualSize;
    const label = database?.backups.find(each => each.repository === repository.name)?.label;
    const ages = { backup: Number.POSITIVE_INFINITY, wal: Number.POSITIVE_INFINITY };
    const proved = await (0,proving.proveRepository)({
        ...{
            exec: copy.exec,
            verifying: copy.lasting('verify'),
            place,
            size,
            limits: ages,
            signal,
            now: () => cluster.now(),
        },
    });
    const restored = await (0,restore.restoreInto)({
        ...{ copy, database: lost.database, place, size, set: label, target: { kind: 'latest' } },
        expected: database && { manifest, name: lost.name },
        ...{ during: stamper.during, signal, sleep, report },
    });
    const indexes = await (0,restore.checkIndexes)({ copy, database: lost.database, report, signal });
    await copy.finish();
    const name = nameOfCopy(lost);
    await (0,starting/* makeMissing */.pm)(task, [
        {
            apiVersion: 'v1',
            kind: 'Service',
            metadata: { name: lost.service, namespace: into, labels: (0,recovery_copy.copyLabels)({ app: task.app, name }) },
            spec: {
                selector: (0,recovery_copy.copyLabels)({ app: task.app, name }),
                ports: [{ name: 'postgresql', port: 5432 }],
            },
        },
    ]);
    const { backup } = restored.database.choice;
    return {
        rungs: [...proved, ...restored.rungs, ...indexes],
        backup: {
            ...{ label: backup.label, repository: repository.name, endedAt: backup.endedAt },
            bytes: backup.size,
        },
    };
}
const nameOfCopy = ({ name }) => `${name}-recovered`;
async function raise(task, lost, objects) {
    const { cluster, app, from, into, run, patience, signal, sleep, report } = task;
    const workload = objects.find(({ kind, metadata }) => kind === lost.workload.kind && metadata.name === lost.workload.name && metadata.namespace === from);
    const template = (0,kinds/* templateOf */.kW)(workload)?.spec;
    if (template === undefined)
        throw new errors/* UserError */.yo(`the backup has no ${lost.workload.kind}/${lost.workload.name} in ${from}`, 'see whether its objects were backed up; correct `workload` of the database in slipway.yml');
    const name = nameOfCopy(lost);
    return (0,recovery_copy.raiseCopy)(cluster, {
        ...{ app, template, volume: lost.volume, run, patience, signal, sleep, report, name },
        ...{ namespace: into, from: into, container: lost.container, configuration: lost.configuration },
    });
}


/***/ }),

/***/ 39653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cm: () => (/* binding */ applicationIn),
/* harmony export */   pm: () => (/* binding */ makeMissing),
/* harmony export */   xL: () => (/* binding */ startApplication)
/* harmony export */ });
/* unused harmony export mounts */
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(60630);
/* harmony import */ var _cluster_objects_applying_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5809);
/* harmony import */ var _cluster_objects_portable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83622);
/* harmony import */ var _drill_scratch_objects_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83956);
/* harmony import */ var _guard_tamed_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(87568);








async function makeMissing({ cluster, report }, objects) {
    const missing = [];
    for (const object of objects) {
        if (await isThere(cluster, object))
            report(`${object.kind}/${object.metadata.name} is there already, and stays`);
        else
            missing.push(object);
    }
    if (missing.length > 0)
        await (0,_cluster_objects_applying_js__WEBPACK_IMPORTED_MODULE_2__/* .applyExport */ .T)({ cluster, objects: missing, overwrite: false, asleep: true, report });
}
async function isThere(cluster, { apiVersion, kind, metadata }) {
    const resource = await new _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .Discovery */ .TB(cluster).find(apiVersion, kind);
    if (resource === undefined)
        return false;
    return (await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(resource, metadata.namespace ?? '', metadata.name))) !== undefined;
}
function applicationIn({ from, into, databases }, objects) {
    const changes = [];
    let rest = objects;
    for (const { workload, service } of databases) {
        const around = (0,_drill_scratch_objects_js__WEBPACK_IMPORTED_MODULE_4__/* .applicationOf */ .K)(rest, { from, to: from, database: workload, service });
        rest = around.objects;
        changes.push(...around.changes);
    }
    return { objects: (0,_cluster_objects_portable_js__WEBPACK_IMPORTED_MODULE_3__/* .movedTo */ .r)(rest, from, into), changes };
}
async function startApplication(task, objects, { volumes }) {
    const { cluster, into, report } = task;
    const [started, changes] = [[], []];
    for (const object of objects) {
        const replicas = (0,_guard_tamed_js__WEBPACK_IMPORTED_MODULE_5__/* .replicasBefore */ .PY)(object);
        if (replicas === undefined || replicas === 0)
            continue;
        const title = `${object.kind}/${object.metadata.name}`;
        const claim = volumes.find(each => each.files !== undefined && mounts(object, each.claim))?.claim;
        if (claim !== undefined) {
            changes.push(`${title} stays without pods: the files of its claim ${claim} are not back`);
            continue;
        }
        const resource = object.kind === 'StatefulSet' ? _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.statefulSet : _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.deployment;
        const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(resource, into, object.metadata.name);
        if (await sleeps(cluster, path))
            await cluster.patch(path, 'merge', { spec: { replicas } });
        await untilReady(task, path, title, replicas);
        started.push(title);
    }
    report(`${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .h)(started.length, 'workload')} of the application started`);
    return { started, changes };
}
async function sleeps(cluster, path) {
    const live = await cluster.get(path);
    return live !== undefined && live.spec?.replicas === 0 && (0,_guard_tamed_js__WEBPACK_IMPORTED_MODULE_5__/* .replicasBefore */ .PY)(live) !== undefined;
}
function mounts(object, claim) {
    const spec = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .isMap */ .jh)(object.spec) ? object.spec : {};
    const template = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .isMap */ .jh)(spec.template) && (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .isMap */ .jh)(spec.template.spec) ? spec.template.spec : {};
    const named = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .mapsIn */ .nf)(template.volumes).some(({ persistentVolumeClaim: of }) => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .isMap */ .jh)(of) && of.claimName === claim);
    const templates = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .mapsIn */ .nf)(spec.volumeClaimTemplates).map(({ metadata }) => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .isMap */ .jh)(metadata) ? `${metadata.name}-${object.metadata.name}-` : '');
    return named || templates.some(start => start !== '' && claim.startsWith(start));
}
async function untilReady({ cluster, patience, sleep, signal }, path, title, replicas) {
    const end = performance.now() + patience;
    for (;;) {
        signal.throwIfAborted();
        const live = await cluster.get(path);
        const ready = live?.status?.readyReplicas ?? 0;
        if (ready >= replicas)
            return;
        if (performance.now() >= end)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${ready} of ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .h)(replicas, 'pod')} of ${title} are ready after ${Math.round(patience / 1000)} s`, 'see their events with kubectl describe: an image, a Secret or a volume may be missing');
        await sleep(1000);
    }
}


/***/ })

};
