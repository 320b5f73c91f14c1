export const id = 4530;
export const ids = [4530,6604];
export const modules = {

/***/ 566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ registryClient),
/* harmony export */   u: () => (/* binding */ withRegistry)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

async function registryClient(options = {}) {
    const { RegistryClient } = await Promise.all(/* import() */[__webpack_require__.e(1974), __webpack_require__.e(6376)]).then(__webpack_require__.bind(__webpack_require__, 29460));
    return new RegistryClient(options);
}
async function withRegistry(options, work) {
    const registry = await registryClient(options);
    try {
        return await work(registry);
    }
    catch (error) {
        throw registry.changes() === 0 ? error : (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .markAfterChange */ .MU)(error);
    }
}


/***/ }),

/***/ 15484:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GV: () => (/* binding */ resticFor),
/* harmony export */   Rc: () => (/* binding */ workloadOf),
/* harmony export */   nX: () => (/* binding */ restoreParts)
/* harmony export */ });
/* unused harmony export requireDeclared */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58500);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17103);
/* harmony import */ var _kept_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48653);





async function restoreParts(cluster, order) {
    const { parts, recovery, at } = order;
    const restoring = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(9468), __webpack_require__.e(6695), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(2216), __webpack_require__.e(35), __webpack_require__.e(8888), __webpack_require__.e(7236), __webpack_require__.e(2787), __webpack_require__.e(845), __webpack_require__.e(6473), __webpack_require__.e(9706), __webpack_require__.e(4158), __webpack_require__.e(126)]).then(__webpack_require__.bind(__webpack_require__, 84158));
    const { partsInSet, parseTargets } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(9468), __webpack_require__.e(6695), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(2216), __webpack_require__.e(35), __webpack_require__.e(8888), __webpack_require__.e(7236), __webpack_require__.e(2787), __webpack_require__.e(845), __webpack_require__.e(6473), __webpack_require__.e(9706), __webpack_require__.e(4158), __webpack_require__.e(8305)]).then(__webpack_require__.bind(__webpack_require__, 68614));
    const { requireBackups } = await Promise.all(/* import() */[__webpack_require__.e(845), __webpack_require__.e(6473), __webpack_require__.e(5364)]).then(__webpack_require__.bind(__webpack_require__, 4554));
    const { withFilesNote } = await __webpack_require__.e(/* import() */ 4363).then(__webpack_require__.bind(__webpack_require__, 44363));
    const { objects, secrets, managed, volumes, buckets, redis } = partsInSet(parts, at.set.manifest);
    const targets = parseTargets(order.buckets, buckets);
    const task = { ...order, cluster, repository: order.repository || undefined };
    const repositories = managed.length + volumes.length + buckets.length === 0 ? new Map() : await resticFor(order);
    requireDeclared(recovery, { managed, volumes, buckets, redis });
    requireBackups(task, { managed, volumes, buckets }, repositories);
    const levelChecks = [];
    if (objects)
        levelChecks.push(...(await restoring.restoreObjects(task)));
    if (secrets)
        levelChecks.push(...(await restoring.restoreSecrets(task)));
    const reached = (0,_kept_js__WEBPACK_IMPORTED_MODULE_4__/* .inPods */ .mj)(repositories, recovery);
    for (const pvc of volumes) {
        await copyCa(cluster, order);
        const place = { namespace: order.into, pvc, writes: true, signal: order.signal, sleep: node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout };
        const raise = () => (0,_kept_js__WEBPACK_IMPORTED_MODULE_4__/* .backupPodFor */ .Jg)(cluster, recovery, place);
        const volume = { ...task, pvc, repositories: reached, raise };
        levelChecks.push(...(await (order.temporary
            ? restoring.restoreVolume(volume)
            : withFilesNote({ ...task, pvc, set: at.set.id, back: `back ${at.set.id}` }, (replace, begins) => restoring.restoreVolume({ ...volume, replace, begins })))));
    }
    const addresses = [];
    for (const name of managed) {
        levelChecks.push(...(await restoreManagedPart(cluster, order, name, reached)));
        addresses.push(`${copyName(name)}.${order.into}`);
    }
    const wanted = Object.fromEntries(Object.entries(recovery.buckets).filter(([name]) => buckets.includes(name)));
    await (0,_kept_js__WEBPACK_IMPORTED_MODULE_4__/* .withBuckets */ .cT)({ ...order, recovery: { buckets: wanted }, repositories, targets }, async (opened) => {
        for (const kept of opened) {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(kept.folder, { recursive: true });
            levelChecks.push(...(await restoring.restoreBucketOf({ ...task, kept, target: kept.bucket })));
        }
    });
    for (const name of redis)
        levelChecks.push(...(await restoreRedisPart(cluster, order, name)));
    return { levelChecks, addresses };
}
function requireDeclared({ managed, buckets, redis, 'backup-pod': backupPod }, wanted) {
    const require = (kind, names, declared, lacks) => {
        const absent = names.find(name => !Object.hasOwn(declared, name));
        if (absent === undefined)
            return;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`\`recovery\` declares no ${kind} ${absent}`, `declare it as when the set was made, because the set does not contain ${lacks}`);
    };
    require('managed database', wanted.managed, managed, 'its user');
    require('bucket', wanted.buckets, buckets, 'its credentials');
    require('Redis', wanted.redis, redis, 'its image');
    if (backupPod === undefined && wanted.managed.length + wanted.volumes.length > 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('`recovery` declares no `backup-pod`, which restores files and managed databases', 'declare it as when the set was made');
}
const copyName = (managed) => `${managed}-managed`;
async function restoreManagedPart(cluster, order, name, repositories) {
    const { recovery, from, into, app, run, volume, signal, report } = order;
    const { 'backup-pod': backupPod } = recovery;
    const declared = recovery.managed[name];
    if (declared === undefined || backupPod === undefined)
        throw new Error(`${name} is not declared`);
    const { createCopy } = await __webpack_require__.e(/* import() */ 9060).then(__webpack_require__.bind(__webpack_require__, 69060));
    const { resticHost } = await __webpack_require__.e(/* import() */ 2484).then(__webpack_require__.bind(__webpack_require__, 72484));
    const { restoreManaged } = await Promise.all(/* import() */[__webpack_require__.e(845), __webpack_require__.e(1101)]).then(__webpack_require__.bind(__webpack_require__, 95190));
    const { managedIn } = await Promise.all(/* import() */[__webpack_require__.e(845), __webpack_require__.e(6473), __webpack_require__.e(5364)]).then(__webpack_require__.bind(__webpack_require__, 4554));
    const copies = await __webpack_require__.e(/* import() */ 9478).then(__webpack_require__.bind(__webpack_require__, 49478));
    const place = managedIn({ ...order, repository: order.repository || undefined }, name, repositories);
    const copy = await createCopy(cluster, {
        app,
        run,
        volume,
        signal,
        sleep: node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout,
        report,
        from,
        namespace: into,
        patience: 300_000,
        name: copyName(name),
        hostname: await resticHost(cluster, { namespace: into, name: copyName(name) }),
        template: copies.managedTemplate(declared, backupPod),
        configuration: copies.managedConfiguration(declared, backupPod),
    });
    const { database, user } = declared;
    const levelChecks = await restoreManaged({ ...place, database, user, copy, signal, sleep: node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout, report });
    if (!order.temporary)
        await copy.finish();
    return levelChecks;
}
async function restoreRedisPart(cluster, order, name) {
    const { at, identities, into, signal, report, replace = false, temporary = false } = order;
    const declared = order.recovery.redis[name];
    if (declared === undefined)
        throw new Error(`${name} is not declared`);
    const { restoreRedis } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8888), __webpack_require__.e(2787), __webpack_require__.e(4931)]).then(__webpack_require__.bind(__webpack_require__, 18648));
    const place = { namespace: order.from, ref: declared.workload, identities };
    const workload = await workloadOf(cluster, place, at);
    const { container } = declared;
    return restoreRedis({
        cluster,
        at,
        identities,
        into,
        name,
        workload,
        container,
        replace,
        temporary,
        signal,
        sleep: node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout,
        report,
    });
}
async function workloadOf(cluster, { namespace, ref, identities }, at) {
    const live = await cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .pathTo */ .vs)(namespace, ref));
    if (live !== undefined)
        return live;
    const { exportIn, fileNames, holds } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8888), __webpack_require__.e(2787), __webpack_require__.e(5081)]).then(__webpack_require__.bind(__webpack_require__, 92787));
    const exported = at !== undefined && holds(at.set.manifest, fileNames.objects);
    const objects = exported ? await exportIn(at, identities) : [];
    const kept = objects.find(({ kind, metadata }) => kind === ref.kind && metadata.name === ref.name);
    if (kept !== undefined)
        return kept;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`there is no ${ref.kind}/${ref.name} in ${namespace}, nor in a backup set`, 'correct its `workload` in slipway.yml, or choose a set that contains it');
}
async function resticFor({ recovery, env, identities, at, }) {
    const { passphraseIn } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8888), __webpack_require__.e(2787), __webpack_require__.e(5081)]).then(__webpack_require__.bind(__webpack_require__, 92787));
    if (identities.length === 0)
        return (0,_kept_js__WEBPACK_IMPORTED_MODULE_4__/* .resticOf */ .Sv)(recovery, env);
    const found = new Map();
    for (const [name, { restic }] of Object.entries(recovery.repositories))
        if (restic !== undefined && !env[`${restic['credentials-prefix']}_PASSPHRASE`])
            found.set(name, await passphraseIn(at, name, identities));
    return (0,_kept_js__WEBPACK_IMPORTED_MODULE_4__/* .resticOf */ .Sv)(recovery, env, found);
}
async function copyCa(cluster, { recovery, from, into, app }) {
    const name = recovery['backup-pod']?.['ca-configmap'];
    if (name === undefined)
        return;
    const { copyConfiguration } = await __webpack_require__.e(/* import() */ 9060).then(__webpack_require__.bind(__webpack_require__, 69060));
    const place = { from, namespace: into, app, name: 'files' };
    await copyConfiguration(cluster, { kind: 'ConfigMap', name }, place);
}


/***/ }),

/***/ 77870:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  restoreAction: () => (/* binding */ restoreAction)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/host.js + 1 modules
var host = __webpack_require__(80986);
// EXTERNAL MODULE: ./.build/js/src/toolkit/origin.js
var toolkit_origin = __webpack_require__(93240);
// EXTERNAL MODULE: ./.build/js/src/workloads/kinds.js
var kinds = __webpack_require__(17103);
// EXTERNAL MODULE: ./.build/js/src/actions/inputs.js
var actions_inputs = __webpack_require__(41648);
// EXTERNAL MODULE: ./.build/js/src/actions/recovery.js
var actions_recovery = __webpack_require__(57346);
// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/recovery/exec.js
var recovery_exec = __webpack_require__(46284);
// EXTERNAL MODULE: ./.build/js/src/toolkit/timing.js
var timing = __webpack_require__(68672);
;// CONCATENATED MODULE: ./.build/js/src/actions/restore-in-place.js






const isUncompared = (typed) => typed.endsWith(' uncompared');
const patience = 600_000;
function requireInPlace(inputs, order, more) {
    if (order === undefined || more || inputs.masking !== '')
        throw new errors/* UserError */.yo('only a database can be restored in place, and only unmasked', 'restore objects, Secrets, files and masked data into another namespace');
    const { name, declared } = order;
    const { environment, confirm: typed } = inputs;
    const phrase = `overwrite ${name} in ${environment}`;
    if (declared['in-place'] === undefined)
        throw new errors/* UserError */.yo(`the namespace of ${environment} contains ${name} itself`, 'choose another namespace, or add `in-place` to the database in slipway.yml to restore it in place');
    if (typed !== phrase && typed !== `${phrase} uncompared`)
        throw new errors/* UserError */.yo(`the restore would overwrite ${name} in ${environment}, which is not confirmed`, `write "${phrase}" as \`confirm\`, or choose another namespace`);
}
function restoreInPlace(cluster, order, restore) {
    const { app, origin, namespace, signal, report, name, declared } = order;
    const lease = { app, doing: 'backup', namespace, origin, signal, report, wait: timing/* untilFree */.X };
    return (0,actions_recovery/* withRecoveryLease */.Mt)(cluster, lease, async (held) => {
        const { restoreOriginalFiles, replaceDatabase } = await __webpack_require__.e(/* import() */ 6794).then(__webpack_require__.bind(__webpack_require__, 56794));
        if (!order.before)
            await requireReachable(cluster, order);
        const task = {
            cluster,
            namespace,
            app,
            name,
            run: origin.run,
            patience,
            signal,
            sleep: promises_.setTimeout,
            report,
            ref: declared.workload,
            container: declared.container,
            database: declared.database,
            configuration: declared.configuration,
            data: declared['in-place']?.data,
            leaderObjects: declared['in-place']?.['delete-leader-objects'] ?? [],
            to: order.to,
            uncompared: order.uncompared,
            assertHeld: held.assertHeld,
        };
        if (order.before) {
            await restoreOriginalFiles(task);
            return [];
        }
        const { levelChecks, aside } = await replaceDatabase(task, restore);
        report(`the original data stays in ${aside} of each volume until the next in-place restore; make a full backup now`);
        return levelChecks;
    });
}
async function requireReachable(cluster, { namespace, declared, place, target, size, uncompared, known, signal }) {
    const found = await (0,actions_recovery/* podsOf */.EB)(cluster, namespace, declared).catch((0,errors/* onUserError */.lP)(() => undefined));
    const { container } = declared;
    const pod = found?.running.find(each => restartsOf(each, container) !== undefined);
    if (pod === undefined)
        return;
    const podName = pod.metadata?.name ?? '';
    const exec = (0,recovery_exec/* podExec */.r)({ namespace, pod: podName, container }, cluster.reach);
    const { readRepository } = await Promise.all(/* import() */[__webpack_require__.e(3279), __webpack_require__.e(348)]).then(__webpack_require__.bind(__webpack_require__, 73279));
    const { choiceFrom } = await Promise.all(/* import() */[__webpack_require__.e(3279), __webpack_require__.e(1898), __webpack_require__.e(5887)]).then(__webpack_require__.bind(__webpack_require__, 61898));
    const { passes } = await __webpack_require__.e(/* import() */ 3853).then(__webpack_require__.bind(__webpack_require__, 93853));
    const { requireNoTablespaces, tablespacesIn } = await __webpack_require__.e(/* import() */ 7896).then(__webpack_require__.bind(__webpack_require__, 97896));
    const unknown = (0,errors/* onUserError */.lP)(() => 0, signal);
    requireNoTablespaces(await tablespacesIn(exec, { database: declared.database }, signal).catch(unknown));
    const ifItRuns = async (error) => {
        const live = await cluster.get((0,resources/* pathOf */.XM)(resources/* resources */.ES.pod, namespace, podName));
        if (live !== undefined && restartsOf(live, container) === restartsOf(pod, container))
            throw error;
        return undefined;
    };
    const contents = await readRepository({ exec, place, size, signal }).catch((0,errors/* onUserError */.lP)(ifItRuns, signal));
    if (contents === undefined)
        return;
    const choice = choiceFrom(contents, { place, target, size });
    const isCounted = target.kind === 'lsn' && target.exclusive && target.lsn === known?.lsn;
    if (uncompared || isCounted || (known !== undefined && passes(known, { ...choice, target })))
        return;
    if (target.kind === 'time' && known !== undefined && known.countedAt === undefined)
        throw new errors/* UserError */.yo('the restored data could not be compared: an older version of Slipway made the backup set, which does not say when its rows were counted', 'append ` uncompared` to `confirm`');
    throw new errors/* UserError */.yo('the restored data could not be compared: there is no backup set between the backup and the target', 'choose a later `target` or an older `set`, or append ` uncompared` to `confirm`');
}
function restartsOf({ spec, status }, container = spec?.containers[0]?.name) {
    const found = status?.containerStatuses?.find(({ name }) => name === container);
    return found?.state?.running && found.restartCount;
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
;// CONCATENATED MODULE: ./.build/js/src/actions/restore-masking.js


async function maskingOf(path) {
    const { loadMasking } = await __webpack_require__.e(/* import() */ 5828).then(__webpack_require__.bind(__webpack_require__, 85828));
    const { mask } = await __webpack_require__.e(/* import() */ 8462).then(__webpack_require__.bind(__webpack_require__, 68462));
    const { copySocket } = await __webpack_require__.e(/* import() */ 4094).then(__webpack_require__.bind(__webpack_require__, 94094));
    const map = await loadMasking(path);
    return async ({ copy, database, signal, report }, restore) => {
        try {
            const restored = await restore();
            const { plan, notes } = await mask(copy.raw, { database, host: copySocket }, map, { signal });
            report(`masked ${(0,count/* counted */.h)(plan.masked.length, 'column')}`);
            for (const name of plan.drops)
                report(`dropped the database ${name} from the copy`);
            for (const note of notes)
                report(note);
            await copy.open();
            return restored;
        }
        catch (error) {
            await removed(copy, error);
            report('removed the copy, which may contain unmasked data');
            throw error;
        }
    };
}
async function removed(copy, why) {
    try {
        await copy.remove();
    }
    catch (error) {
        throw new errors/* UserError */.yo(`the pod of the unmasked copy could not be removed: ${error instanceof Error ? error.message : error}`, 'remove it with kubectl delete pod, because it contains unmasked data', { cause: new AggregateError([why, error]) });
    }
}

// EXTERNAL MODULE: ./.build/js/src/actions/restore-parts.js
var restore_parts = __webpack_require__(15484);
;// CONCATENATED MODULE: ./.build/js/src/actions/restore-report.js
async function publishRestore(restored, { levelChecks, addresses }, into, host) {
    const failed = levelChecks.find(({ state }) => state === 'failed');
    const levels = levelChecks
        .map(({ level }) => level)
        .filter(level => levelChecks.every(each => each.level !== level || each.state === 'passed'));
    const ended = restored === undefined || levelChecks.some(({ level, state }) => level === 'L2' && state === 'passed');
    host.output('addresses', JSON.stringify([restored?.address ?? [], addresses].flat()));
    host.output('backup', restored?.database.choice.backup.label ?? '');
    host.output('reached', restored?.database.reached ?? '');
    host.output('proved', ended && failed === undefined ? (levels.toSorted().at(-1) ?? '') : '');
    host.output('reason', failed?.sentence ?? '');
    const { restoreSummary } = await __webpack_require__.e(/* import() */ 4142).then(__webpack_require__.bind(__webpack_require__, 24142));
    await host.summary(restoreSummary({ restored, levelChecks, into }));
    for (const levelCheck of levelChecks)
        host.report(`${levelCheck.level} ${levelCheck.what}: ${levelCheck.sentence}`);
    return failed === undefined;
}

;// CONCATENATED MODULE: ./.build/js/src/actions/restore-target.js


function databaseOrder(inputs, recovery, wanted) {
    if (!wanted || (inputs.include === 'all' && Object.keys(recovery.databases).length === 0))
        return undefined;
    const name = (0,actions_recovery/* nameOfDatabase */.US)(inputs.database, recovery);
    const declared = (0,actions_recovery/* databaseOf */.zJ)(recovery, name);
    return { name, declared, repository: repositoryNumberOf(inputs.repository, declared, recovery) };
}
function repositoryNumberOf(text, { to }, { repositories }) {
    const name = text || to[0] || '';
    const number = repositories[name]?.pgbackrest;
    if (number !== undefined && to.includes(name))
        return number;
    throw new errors/* UserError */.yo(`the database is not backed up to ${name}`, `choose one of ${to.join(', ')}`);
}
async function setFor(requested, database, countedBefore) {
    if (requested !== '')
        return requested;
    return database === undefined ? undefined : countedBefore(database);
}
function knownOf(counted, parseLsn) {
    const lsn = counted && parseLsn(counted.lsn);
    return counted === undefined || lsn === undefined ? undefined : { ...counted, lsn };
}
function restoreTargetOf(wanted, counted, parseLsn) {
    if (wanted.kind !== 'counted')
        return wanted;
    const known = knownOf(counted, parseLsn);
    if (known === undefined)
        throw new errors/* UserError */.yo('the target `counted` is unknown: no backup set has the counts', 'set the input `target` to latest or a point in time');
    return { kind: 'lsn', lsn: known.lsn, exclusive: true, timeline: known.timeline };
}

// EXTERNAL MODULE: ./.build/js/src/actions/session.js + 1 modules
var session = __webpack_require__(26115);
// EXTERNAL MODULE: ./.build/js/src/actions/verified-set.js
var verified_set = __webpack_require__(26604);
;// CONCATENATED MODULE: ./.build/js/src/actions/restore.js














const code = async () => {
    const copy = await __webpack_require__.e(/* import() */ 9060).then(__webpack_require__.bind(__webpack_require__, 69060));
    const restore = await Promise.all(/* import() */[__webpack_require__.e(845), __webpack_require__.e(3279), __webpack_require__.e(1898), __webpack_require__.e(7242)]).then(__webpack_require__.bind(__webpack_require__, 94383));
    const sets = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8888), __webpack_require__.e(7462)]).then(__webpack_require__.bind(__webpack_require__, 58888));
    const wanted = await __webpack_require__.e(/* import() */ 9289).then(__webpack_require__.bind(__webpack_require__, 99289));
    const phaseTimes = await __webpack_require__.e(/* import() */ 7947).then(__webpack_require__.bind(__webpack_require__, 87947));
    const wal = await __webpack_require__.e(/* import() */ 6401).then(__webpack_require__.bind(__webpack_require__, 26401));
    return { ...copy, ...restore, ...sets, ...wanted, ...phaseTimes, ...wal };
};
const restoreAction = (0,host/* defineAction */.QP)({
    name: 'restore',
    description: 'Restore a database to a backup or a point in time, or other parts of a backup set (files, buckets, Kubernetes objects, Secrets), and compare the result with the set.',
    inputs: {
        environment: actions_inputs/* environment */.cA,
        config: actions_inputs/* config */.$W,
        'kube-context': actions_inputs/* kubeContext */.ng,
        into: (0,host/* required */.mw)("Existing namespace for the copy, without objects of the same names. The environment's own namespace restores the database in place, which needs `confirm`."),
        confirm: (0,host/* optional */.lq)('Confirmation to restore a database in place: `overwrite DATABASE in ENVIRONMENT`, with the names in slipway.yml. Append ` uncompared` if there is no backup set to compare with. Default: nothing is overwritten.'),
        include: (0,host/* optional */.lq)('What to restore, separated by commas or lines: `database`, `managed` or `managed/NAME` (databases outside the cluster), `objects`, `secrets`, `volume` or `volume/PVC`, `bucket` or `bucket/NAME`, `redis` or `redis/NAME`; or `all`, everything in the set.', 'database'),
        'offline-key-file': (0,host/* optional */.lq)('Path of a file with the offline age key, for encrypted parts. Default: encrypted parts cannot be restored.'),
        buckets: (0,host/* optional */.lq)('Empty buckets to restore into, as `NAME=ADDRESS` separated by commas or lines. They use the credentials of the bucket in slipway.yml. Default: none.'),
        database: (0,host/* optional */.lq)('Name of the database in slipway.yml. Default: the only one.'),
        target: (0,host/* optional */.lq)('Recovery target: `latest`, `counted` (the state that the backup set counted), a time with its zone such as `2026-11-26T09:00:00Z`, `lsn:0/3000060`, `before lsn:…`, `xid:734@TIME`, `name:POINT@TIME`, or the label of a backup. For an in-place restore also `before`, which puts the original data back after an unfinished restore.', 'latest'),
        repository: (0,host/* optional */.lq)('Name of the repository to restore from. Default: the first in `to` of each source in slipway.yml.'),
        set: (0,host/* optional */.lq)('Name of the backup set to compare with. Default: the newest set. To restore only a database to a point in time: the newest set that counted it before that time.'),
        masking: (0,host/* optional */.lq)('Path of a masking map, with a line `table.column: strategy` for each column that may contain personal data. The copy accepts no connections until it is masked. Default: no masking.'),
        volume: (0,host/* optional */.lq)('Volume for the files of the copy: a size such as `20Gi`, or a storage class and a size such as `fast/20Gi`. Default: an emptyDir, which is deleted with the pod.'),
        wait: (0,host/* optional */.lq)('How long to wait for another restore of the same application to end, such as `10m`.', '0s'),
        credentials: actions_inputs/* credentials */.z3,
        'tool-mirrors': actions_inputs/* toolMirrors */.Rg,
    },
    outputs: {
        addresses: 'Addresses of the copies, as a JSON array of `pod.namespace`; `[]` if there are none.',
        backup: 'Label of the backup that was restored.',
        reached: 'Position in the WAL that the recovery reached.',
        proved: 'Highest level that was proved, such as `L3`; empty if none was.',
        reason: 'Why the restore failed, in one sentence; otherwise empty.',
    },
    refused: { addresses: '[]' },
    recorded: ['environment', 'masking'],
    run: async (inputs, host) => {
        const { config, environment, recovery, owner } = await (0,actions_recovery/* declaredRecovery */.Eh)(inputs);
        const { parseParts, needsSet } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(9468), __webpack_require__.e(6695), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(2216), __webpack_require__.e(35), __webpack_require__.e(8888), __webpack_require__.e(7236), __webpack_require__.e(2787), __webpack_require__.e(845), __webpack_require__.e(6473), __webpack_require__.e(9706), __webpack_require__.e(4158), __webpack_require__.e(8305)]).then(__webpack_require__.bind(__webpack_require__, 68614));
        const parts = parseParts(inputs.include);
        const order = databaseOrder(inputs, recovery, parts.database);
        const overItself = inputs.into === environment.namespace;
        if (overItself)
            requireInPlace(inputs, order, needsSet(parts));
        else if (inputs.confirm !== '' || inputs.target === 'before')
            throw new errors/* UserError */.yo(`\`confirm\` and \`target: before\` do not apply to ${inputs.into}: it does not contain the original`, 'remove them, or set `into` to the namespace of the environment');
        if (inputs.masking !== '' && needsSet(parts))
            throw new errors/* UserError */.yo('only a database can be masked', 'restore the other parts in another step, without `masking`');
        const keyFile = inputs['offline-key-file'];
        const identities = keyFile === '' ? [] : await offlineIdentities(keyFile);
        const { app } = config;
        const { report } = host;
        const env = actions_inputs/* credentialsIn */.Wr(inputs.credentials, host);
        const masking = inputs.masking === '' ? undefined : await maskingOf(inputs.masking);
        const volume = (0,actions_recovery/* volumeOf */.Iw)(inputs.volume);
        const origin = (0,toolkit_origin/* originOf */.y)(env);
        const signal = host.cancellation();
        const lease = { app, doing: 'restore', namespace: inputs.into, origin, signal, report };
        const restoring = { app, volume, signal, report, run: origin.run, from: environment.namespace };
        return (0,session/* withCluster */.Bq)(inputs, environment, host, code, (cluster, use) => (0,actions_recovery/* withRecoveryLease */.Mt)(cluster, { ...lease, wait: actions_inputs/* waitOf */.pE(inputs.wait) }, async () => {
            const before = overItself && inputs.target === 'before';
            const wanted = use.parseTarget(before ? 'latest' : inputs.target);
            const read = async (store) => {
                const alone = needsSet(parts) ? undefined : order?.name;
                const earlier = (name) => use.countedBefore(store, owner, wanted, name);
                return use.readSet(store, owner, await setFor(inputs.set, alone, earlier), report);
            };
            const found = before ? undefined : await setOf(recovery, inputs, env, report, read);
            const set = found?.set;
            if (needsSet(parts) && found === undefined)
                throw new errors/* UserError */.yo('there is no backup set', 'make a backup first');
            const at = found &&
                (await (0,verified_set/* verified */.zr)({ ...found, owner }, report, each => (0,actions_recovery/* verifySet */.mS)(each, owner, { config, environment, inputs, host: { env, report }, signal })));
            const kept = at === undefined || !needsSet(parts)
                ? { levelChecks: [], addresses: [] }
                : await (0,restore_parts/* restoreParts */.nX)(cluster, {
                    ...restoring,
                    parts,
                    recovery,
                    identities,
                    env,
                    at,
                    into: inputs.into,
                    config: inputs.config,
                    repository: inputs.repository,
                    buckets: inputs.buckets,
                });
            if (order === undefined)
                return publishRestore(undefined, kept, inputs.into, host);
            const { name, declared, repository } = order;
            const expected = set && { manifest: set.manifest, name };
            const counted = set?.manifest.databases.find(each => each.name === name);
            const place = { namespace: environment.namespace, ref: declared.workload, identities };
            const recorder = use.startPhaseRecorder(Date.now);
            const where = {
                place: { stanza: declared.stanza, repository },
                target: restoreTargetOf(wanted, counted, use.parseLsn),
                size: use.parseSegmentSize(counted?.segment ?? 0) ?? use.usualSize,
            };
            const bring = async (copy) => {
                const common = { copy, database: declared.database, signal, report };
                const { during } = recorder;
                const restored = await use.restoreInto({ ...common, ...where, expected, sleep: promises_.setTimeout, during });
                const indexes = await use.checkIndexes(common);
                return { restored, levelChecks: [...restored.levelChecks, ...indexes] };
            };
            if (overItself) {
                let restored;
                const { namespace } = environment;
                const to = [inputs.target, inputs.set, inputs.repository].filter(each => each !== '').join(' of ');
                const known = knownOf(counted, use.parseLsn);
                const uncompared = isUncompared(inputs.confirm);
                const about = { name, declared, namespace, app, origin, before, signal, report };
                const task = { ...about, ...where, uncompared, known, to };
                const levelChecks = await restoreInPlace(cluster, task, async (copy) => {
                    const brought = await bring(copy);
                    restored = brought.restored;
                    return brought.levelChecks;
                });
                const address = `${declared.workload.name}.${inputs.into}`;
                const found = restored && { ...restored, address };
                return publishRestore(found, { levelChecks, addresses: [] }, inputs.into, host);
            }
            const template = (0,kinds/* templateOf */.kW)(await (0,restore_parts/* workloadOf */.Rc)(cluster, place, at))?.spec;
            if (template === undefined)
                throw new Error('a workload without a template');
            const copy = await use.createCopy(cluster, {
                ...restoring,
                template,
                sleep: promises_.setTimeout,
                patience: 300_000,
                name: `${name}-copy`,
                namespace: inputs.into,
                container: declared.container,
                configuration: declared.configuration,
                closed: masking !== undefined,
            });
            const { restored, levelChecks: proved } = masking === undefined
                ? await bring(copy)
                : await masking({ copy, database: declared.database, signal, report }, () => bring(copy));
            await copy.finish();
            const levelChecks = [...kept.levelChecks, ...proved];
            const address = `${name}-copy.${inputs.into}`;
            return publishRestore({ ...restored, address }, { ...kept, levelChecks }, inputs.into, host);
        }));
    },
});
async function offlineIdentities(path) {
    const { readIdentities } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8888), __webpack_require__.e(2787), __webpack_require__.e(5081)]).then(__webpack_require__.bind(__webpack_require__, 92787));
    return readIdentities(path);
}
async function setOf(recovery, { config, set }, env, report, read) {
    const hasStores = Object.values(recovery.repositories).some(({ store }) => store !== undefined);
    if (!hasStores && set === '')
        return undefined;
    const found = (0,verified_set/* firstSet */.v)(await (0,actions_recovery.openStores)(recovery, config, env), report, read);
    if (set !== '')
        return found;
    return found.catch((0,errors/* onUserError */.lP)(({ message }) => {
        report(`the restored data will not be compared: ${message}`);
        return undefined;
    }));
}


/***/ }),

/***/ 26115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  oP: () => (/* binding */ impatient),
  oF: () => (/* binding */ manifestsOf),
  fo: () => (/* binding */ requestOf),
  ii: () => (/* binding */ warnOfNewValues),
  Bq: () => (/* binding */ withCluster),
  tE: () => (/* binding */ withCredentials),
  BW: () => (/* binding */ withManifests)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/folder.js
var toolkit_folder = __webpack_require__(94826);
// EXTERNAL MODULE: ./.build/js/src/toolkit/named-file.js
var named_file = __webpack_require__(85280);
// EXTERNAL MODULE: ./.build/js/src/cluster/errors.js
var cluster_errors = __webpack_require__(20553);
// EXTERNAL MODULE: ./.build/js/src/cluster/port.js + 6 modules
var port = __webpack_require__(13269);
// EXTERNAL MODULE: ./.build/js/src/cluster/token.js
var token = __webpack_require__(9621);
;// CONCATENATED MODULE: ./.build/js/src/cluster/oidc.js









async function connectByOidc(trust, env, options = {}) {
    (0,token/* issuerOf */.xD)(env);
    const ca = trust.ca === undefined ? undefined : await certificateOf(trust.ca);
    const folder = await (0,toolkit_folder/* newFolder */.l)(env, 'oidc');
    const remove = () => (0,promises_.rm)(folder, { recursive: true, force: true });
    try {
        const kubeconfig = (0,external_node_path_.join)(folder, 'kubeconfig');
        await (0,promises_.writeFile)(kubeconfig, JSON.stringify(oidcKubeconfig(trust, ca, ownCommand())), { mode: 0o600 });
        const cluster = await (0,port/* connect */.N)({ ...options, kubeconfig, env });
        const close = async () => {
            await cluster.close();
            await remove();
        };
        const lifetime = async () => ({ kind: 'renewed', what: "GitHub's OIDC token" });
        return { ...cluster, lifetime, close };
    }
    catch (error) {
        await remove();
        throw await explained(error, trust, env);
    }
}
function oidcKubeconfig({ server, audience }, ca, [command, ...first]) {
    const authority = ca === undefined ? {} : { 'certificate-authority-data': Buffer.from(ca).toString('base64') };
    const exec = {
        apiVersion: 'client.authentication.k8s.io/v1',
        command,
        args: [...first, 'token', `--audience=${audience}`],
        env: [{ name: 'NODE_USE_ENV_PROXY', value: '1' }],
        interactiveMode: 'Never',
        provideClusterInfo: false,
    };
    return {
        apiVersion: 'v1',
        kind: 'Config',
        clusters: [{ name: 'cluster', cluster: { server, ...authority } }],
        users: [{ name: 'github', user: { exec } }],
        contexts: [{ name: 'slipway', context: { cluster: 'cluster', user: 'github' } }],
        'current-context': 'slipway',
    };
}
function ownCommand() {
    const here = import.meta.dirname;
    const found = [(0,external_node_path_.resolve)(here, '../cli/index.js'), (0,external_node_path_.resolve)(here, '../slipway.ts')].find(external_node_fs_.existsSync);
    if (found === undefined)
        throw new Error(`the command line is not beside ${here}`);
    return [process.execPath, found];
}
async function certificateOf(path) {
    const text = await (0,promises_.readFile)(path, 'utf8').catch((0,named_file/* unreadable */.O)(`cluster.ca: ${path}`, 'correct the path, which is relative to slipway.yml'));
    if (text.includes('-----BEGIN CERTIFICATE-----'))
        return text;
    throw new errors/* UserError */.yo(`cluster.ca: ${path} contains no certificate`, 'write the CA certificate there as PEM');
}
async function explained(error, { audience }, env) {
    if (!(error instanceof errors/* UserError */.yo) || !(error.cause instanceof cluster_errors/* ClusterError */.b$))
        return error;
    if (error.cause.status === 401) {
        return new errors/* UserError */.yo(`the cluster does not accept GitHub's OIDC token for the audience "${audience}"`, 'compare the issuer and the audience with the configuration of its API server (docs/cluster.md)', { cause: error });
    }
    if (!error.cause.message.includes('getting credentials'))
        return error;
    return (0,token/* requestIdToken */.gj)(env, audience).then(() => error, (why) => why);
}

// EXTERNAL MODULE: ./.build/js/src/config/load.js
var load = __webpack_require__(63114);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/toolkit/origin.js
var origin = __webpack_require__(93240);
// EXTERNAL MODULE: ./.build/js/src/verify/identities.js
var identities = __webpack_require__(98093);
// EXTERNAL MODULE: ./.build/js/src/actions/inputs.js
var actions_inputs = __webpack_require__(41648);
;// CONCATENATED MODULE: ./.build/js/src/actions/session.js









const impatient = (way) => ({ ...way, patient: false });
async function requestOf(inputs, host) {
    const config = await (0,load/* loadConfig */.Z9)(inputs.config);
    const environment = (0,load/* environmentOf */.p7)(config, inputs.environment);
    const env = withCredentials(host.env, (0,actions_inputs/* parseSecrets */.dC)('credentials', inputs.credentials ?? '', host));
    for (const secret of (0,identities/* secretsOf */.Fj)(environment.verify, env))
        host.setSecret(secret);
    return {
        config: (0,load/* configFor */.m3)(config, environment),
        environmentName: inputs.environment,
        environment: (0,actions_inputs/* withReversible */.qL)(environment, inputs.reversible ?? ''),
        origin: (0,origin/* originOf */.y)(host.env),
        wait: inputs.wait === undefined ? 0 : (0,actions_inputs/* waitOf */.pE)(inputs.wait),
        env,
        ...(await endedRuns(inputs['actions-token'] ?? '', host)),
        ...(await olderCommits(inputs['actions-token'] ?? '', host)),
        report: host.report,
    };
}
function withCredentials(env, credentials) {
    if (Object.keys(credentials).length === 0)
        return env;
    return Object.assign(Object.create(credentials), (0,actions_inputs/* environmentWithout */.e$)(env, credentials));
}
async function endedRuns(token, { env, report }) {
    if (token === '')
        return {};
    const { endedRunsOf } = await __webpack_require__.e(/* import() */ 2139).then(__webpack_require__.bind(__webpack_require__, 72139));
    const hasEnded = endedRunsOf(env, token, report);
    return hasEnded === undefined ? {} : { hasEnded };
}
async function olderCommits(token, { env, report }) {
    if (env.GITHUB_EVENT_NAME !== 'push')
        return {};
    const { olderCommitProblemOf } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8482)]).then(__webpack_require__.bind(__webpack_require__, 18482));
    return (0,map/* defined */.sw)({ olderCommitProblem: olderCommitProblemOf(env, token, report) });
}
async function withManifests(path, request) {
    const { config, environmentName, report } = request;
    const found = await manifestsOf(path, config, environmentName, request.env);
    const { manifests, hooks, notes } = found;
    for (const note of notes)
        report(note);
    const { withUnlistedWorkers } = await __webpack_require__.e(/* import() */ 5259).then(__webpack_require__.bind(__webpack_require__, 5259));
    const repositories = Object.values(config.images).map(({ repository }) => repository);
    const written = found.environment.hooks === undefined ? {} : { hooks: found.environment.hooks };
    const hooked = { ...request.environment, ...written };
    const { environment, unlisted } = withUnlistedWorkers(hooked, manifests, repositories);
    for (const { kind, name } of unlisted)
        report(`${kind}/${name} also runs an image of ${config.app}, so it is released, watched and rolled back as a worker; if it receives traffic, create a separate slipway.yml for it`);
    const environments = { ...config.environments, [environmentName]: environment };
    return { request: { ...request, environment, config: { ...config, environments } }, manifests, hooks };
}
async function manifestsOf(path, config, name, env, hooks = 'apart') {
    const environment = (0,load/* environmentOf */.p7)(config, name);
    if (environment.manifests.length === 0)
        return { environment, manifests: [], hooks: {}, notes: [] };
    const { loadSorted, loadTogether, withChartHooks } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(1770)]).then(__webpack_require__.bind(__webpack_require__, 89389));
    const target = { namespace: environment.namespace, app: config.app, env };
    const from = [(0,external_node_path_.dirname)(path), environment.manifests, target];
    const sorted = hooks === 'apart' ? await loadSorted(environment.hooks, ...from) : await loadTogether(...from);
    const found = { ...sorted, environment: withChartHooks(environment, sorted.hooks) };
    if ((environment.monitoring?.objects ?? 'none') === 'none')
        return found;
    const { monitoringManifests } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(4972), __webpack_require__.e(9468), __webpack_require__.e(401), __webpack_require__.e(8790), __webpack_require__.e(7225)]).then(__webpack_require__.bind(__webpack_require__, 62488));
    const { monitoringSubject } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(3815)]).then(__webpack_require__.bind(__webpack_require__, 36196));
    const { manifests } = sorted;
    const own = monitoringManifests(monitoringSubject(config, name, manifests));
    return { ...found, manifests: [...manifests, ...own] };
}
async function warnOfNewValues(path, { config, environment, env }, manifests, report) {
    if (environment.manifests.every(source => typeof source === 'string'))
        return;
    const { newValuesOf } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(9333)]).then(__webpack_require__.bind(__webpack_require__, 49333));
    const target = { namespace: environment.namespace, app: config.app, env };
    const sentences = await newValuesOf((0,external_node_path_.dirname)(path), environment.manifests, manifests, target);
    for (const sentence of sentences)
        report(`warning: ${sentence}`);
}
async function withCluster(inputs, environment, host, load, use) {
    const opening = session_open(inputs, environment, host);
    const loading = load();
    loading.catch(() => undefined);
    const cluster = await opening;
    try {
        return await use(cluster, await loading);
    }
    catch (error) {
        if (cluster.changes() === 0)
            throw error;
        const { LeaseLost } = await __webpack_require__.e(/* import() */ 3811).then(__webpack_require__.bind(__webpack_require__, 63811));
        throw error instanceof LeaseLost ? error : (0,errors/* markAfterChange */.MU)(error);
    }
    finally {
        await cluster.close();
    }
}
function session_open({ config, 'kube-context': context, patient = true }, environment, host) {
    const trust = environment.cluster;
    if (context !== '' || trust === undefined)
        return (0,port/* connect */.N)({ patient, env: host.env, ...(context === '' ? {} : { context }) });
    const { ca, ...rest } = trust;
    const settings = { ...rest, ...(ca === undefined ? {} : { ca: (0,external_node_path_.join)((0,external_node_path_.dirname)(config), ca) }) };
    return connectByOidc(settings, host.env, { patient });
}


/***/ }),

/***/ 55571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ signatureSentences),
/* harmony export */   LA: () => (/* binding */ verifiedImages),
/* harmony export */   Rr: () => (/* binding */ signaturesOf),
/* harmony export */   SG: () => (/* binding */ signedOutput),
/* harmony export */   eD: () => (/* binding */ signatureDemand),
/* harmony export */   z5: () => (/* binding */ trustOptions)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85898);
/* harmony import */ var _signing_predicates_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90927);
/* harmony import */ var _toolkit_digest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55914);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60630);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(566);







async function verifiedImages(inputs, { config, environment, images, registry, host }) {
    const { trustOf } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(5139)]).then(__webpack_require__.bind(__webpack_require__, 45139));
    const trust = trustOf(config, environment?.trust);
    return trust === undefined ? {} : verified(inputs, trust, { config, images, registry, host });
}
async function verified(inputs, trust, { config, images, registry, host }) {
    const { withCosign } = await Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(8506), __webpack_require__.e(3697)]).then(__webpack_require__.bind(__webpack_require__, 18506));
    const { verifyImages } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1955), __webpack_require__.e(8506), __webpack_require__.e(4689), __webpack_require__.e(9159), __webpack_require__.e(6078)]).then(__webpack_require__.bind(__webpack_require__, 89159));
    const { env, report } = host;
    const { signal } = new AbortController();
    const options = trustOptions(inputs.config, config, trust);
    return withCosign({ env, signal, report }, cosign => verifyImages(images, { ...options, registry, cosign, env, now: Date.now() }));
}
async function signatureDemand(inputs, { config, environment, force, host, }) {
    const { trustOf } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(5139)]).then(__webpack_require__.bind(__webpack_require__, 45139));
    const trust = trustOf(config, environment?.trust);
    if (trust === undefined)
        return undefined;
    return async (references) => {
        if (references.length === 0)
            return;
        try {
            const images = Object.fromEntries(references.map(each => [each, pinnedPlace(each)]));
            const registry = await (0,_registry_js__WEBPACK_IMPORTED_MODULE_4__/* .registryClient */ .R)();
            await verified(inputs, signatureAlone(trust), { config, images, registry, host });
        }
        catch (error) {
            if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo))
                throw error;
            const isUntrusted = error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UntrustedImage */ .sK;
            const said = isUntrusted ? 'the image is not trusted' : 'it is not known whether the image is trusted';
            const problem = `${said}: only a record says that it was released, and ${error.message}`;
            const forced = 'or, to restore the image anyway, set the input `force` to your reason';
            if (force === undefined && isUntrusted)
                throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UntrustedImage */ .sK(problem, `find out who wrote that record, and deploy the version that you want; ${forced}`);
            if (force === undefined)
                throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(problem, `${error.remedy}; ${forced}`);
            host.report(`warning: ${problem}. The image is restored because of \`force\`: ${force}`);
        }
    };
}
function pinnedPlace(image) {
    const { repository, digest } = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(image);
    if (digest !== undefined)
        return { repository, digest };
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UntrustedImage */ .sK(`${image} is not pinned by digest`, 'deploy that version again');
}
function signatureAlone({ 'max-scan-age': _, ...trust }) {
    const { key, identity } = trust;
    const signer = key === undefined ? { identity: { ref: ['refs/heads/*', 'refs/tags/*'], ...identity } } : {};
    return { ...trust, ...signer, attestations: [] };
}
function trustOptions(path, config, trust) {
    return { trust, publicLog: config.signing?.['public-log'] === true, root: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path)) };
}
function signatureSentences(verified) {
    return Object.values(verified).map(({ reference, by, attested }) => {
        const said = attested.length === 0 ? '' : `, with ${attested.map(kind => _signing_predicates_js__WEBPACK_IMPORTED_MODULE_2__/* .nounOf */ .a[kind]).join(', ')}`;
        return `${(0,_toolkit_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .shortDigests */ .s)(reference)} is signed by ${by}${said}`;
    });
}
const signaturesOf = (verified) => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .mapValues */ .LG)(verified, ({ by, attested }) => ({ by, attested: [...attested] }));
const signedOutput = (verified) => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .mapValues */ .LG)(verified, ({ by }) => by);


/***/ }),

/***/ 26604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readVerifiedSet: () => (/* binding */ readVerifiedSet),
/* harmony export */   v: () => (/* binding */ firstSet),
/* harmony export */   x9: () => (/* binding */ newestVerified),
/* harmony export */   zr: () => (/* binding */ verified)
/* harmony export */ });
async function readVerifiedSet({ store, owner, id }, report, verify) {
    const { readSet } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8888), __webpack_require__.e(7462)]).then(__webpack_require__.bind(__webpack_require__, 58888));
    return verified({ store, owner, set: await readSet(store, owner, id, report) }, report, verify);
}
async function verified(at, report, verify) {
    const { id } = at.set;
    const by = await verify(at.set);
    report(by === undefined ? `the backup set ${id} needs no signature` : `the manifest of ${id} is signed by ${by}`);
    return at;
}
async function newestVerified(stores, { owner, id }, report, verify) {
    const { readSet } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8888), __webpack_require__.e(7462)]).then(__webpack_require__.bind(__webpack_require__, 58888));
    const found = await firstSet(stores, report, store => readSet(store, owner, id, report));
    return verified({ ...found, owner }, report, verify);
}
async function firstSet(stores, report, read) {
    let problem = new Error('no store');
    for (const { store } of stores) {
        try {
            return { store, set: await read(store) };
        }
        catch (error) {
            problem = error;
            report(`no backup set was read from ${store.name}`);
        }
    }
    throw problem;
}


/***/ }),

/***/ 9621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BA: () => (/* binding */ execCredential),
/* harmony export */   gj: () => (/* binding */ requestIdToken),
/* harmony export */   xD: () => (/* binding */ issuerOf)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25726);
/* harmony import */ var _jwt_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99177);




const attempts = 4;
const remedy = 'add `permissions: id-token: write` to the job; pull requests from forks and Dependabot never get such a token';
function issuerOf(env) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = env;
    if (!url || !bearer || !URL.canParse(url)) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('this job is not allowed to request an OIDC token from GitHub', remedy);
    }
    return { url: new URL(url), bearer };
}
async function requestIdToken(env, audience, { fetch: send = fetch, sleep } = {}) {
    const { url, bearer } = issuerOf(env);
    url.searchParams.set('audience', audience);
    const unfinished = (outcome) => 'problem' in outcome && outcome.temporary;
    const outcome = await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)({ attempts, unfinished, delay: count => 250 * 2 ** count, sleep }, () => askOnce(url, bearer, send));
    if ('token' in outcome)
        return outcome.token;
    const denied = outcome.problem.startsWith('answered 40');
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`GitHub issued no OIDC token for the audience "${audience}": its token service ${outcome.problem}`, denied ? remedy : 'run the job again');
}
async function askOnce(url, bearer, send) {
    try {
        const response = await send(url, {
            headers: { authorization: `Bearer ${bearer}`, accept: 'application/json' },
            redirect: 'error',
            signal: AbortSignal.timeout(10_000),
        });
        const { status } = response;
        const { value } = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(await response.text()) ?? {};
        if (status !== 200)
            return { problem: `answered ${status}`, temporary: status === 429 || status >= 500 };
        return typeof value === 'string' && (0,_jwt_js__WEBPACK_IMPORTED_MODULE_3__/* .claimsOf */ .d)(value) !== undefined
            ? { token: value }
            : { problem: 'answered without a token', temporary: false };
    }
    catch (error) {
        const { name, cause } = error;
        const why = name === 'TimeoutError' ? 'within 10 s' : `(${cause?.code ?? name})`;
        return { problem: `did not answer ${why}`, temporary: true };
    }
}
function execCredential(token, now) {
    const { exp, iat } = (0,_jwt_js__WEBPACK_IMPORTED_MODULE_3__/* .claimsOf */ .d)(token) ?? {};
    const status = { token, ...(exp === undefined ? {} : { expirationTimestamp: renewalOf(exp, iat, now) }) };
    return { apiVersion: 'client.authentication.k8s.io/v1', kind: 'ExecCredential', status };
}
function renewalOf(exp, iat, now) {
    const left = exp * 1000 - now;
    const life = iat === undefined ? left : Math.min(left, (exp - iat) * 1000);
    const end = now + life - Math.min(60_000, Math.max(0, life) / 5);
    return new Date(end).toISOString().replace(/\.\d+Z$/, 'Z');
}


/***/ }),

/***/ 63114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z9: () => (/* binding */ loadConfig),
/* harmony export */   m3: () => (/* binding */ configFor),
/* harmony export */   p7: () => (/* binding */ environmentOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_named_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85280);
/* harmony import */ var _size_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52331);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34182);





async function loadConfig(path) {
    const bytes = await readBytes(path);
    let text;
    try {
        text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (error) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${path}: the file is not UTF-8 text`, 'save it as UTF-8', { cause: error });
    }
    const { parseConfig } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(9468), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(3146), __webpack_require__.e(4072)]).then(__webpack_require__.bind(__webpack_require__, 74040));
    const config = parseConfig(text, path);
    if (Object.values(config.environments).some(({ monitoring }) => monitoring !== undefined)) {
        const { requireQueries } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(6828), __webpack_require__.e(9468), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(3146), __webpack_require__.e(3075)]).then(__webpack_require__.bind(__webpack_require__, 28061));
        requireQueries(config, text, path);
    }
    return config;
}
function environmentOf(config, name) {
    const environment = Object.hasOwn(config.environments, name) ? config.environments[name] : undefined;
    if (environment !== undefined)
        return environment;
    if (Object.keys(config.environments).length === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`slipway.yml of ${config.app} has no environments to release to`, 'add the environment to `environments:`');
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the environment "${name}" is not in slipway.yml of ${config.app}`, (0,_suggest_js__WEBPACK_IMPORTED_MODULE_4__/* .suggest */ .ZA)(name, Object.keys(config.environments)));
}
function configFor(config, { repositories = {} }) {
    const all = [config, ...Object.values(config.environments)];
    const images = Object.entries(config.images).map(([name, image]) => {
        const repository = repositories[name] ?? image.repository;
        const places = all.flatMap(each => 'images' in each ? image.repository : (each.repositories?.[name] ?? []));
        const elsewhere = [...new Set(places)].filter(place => place !== repository);
        return [name, { ...image, repository, elsewhere }];
    });
    return { ...config, images: Object.fromEntries(images) };
}
async function readBytes(path) {
    try {
        const { size } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path);
        if (size > _size_js__WEBPACK_IMPORTED_MODULE_3__/* .largestDocument */ .W)
            throw (0,_size_js__WEBPACK_IMPORTED_MODULE_3__/* .tooLarge */ .g)(path);
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path);
    }
    catch (error) {
        if (!(error instanceof Error && 'code' in error))
            throw error;
        return (0,_toolkit_named_file_js__WEBPACK_IMPORTED_MODULE_2__/* .unreadable */ .O)(path, 'name the path of slipway.yml with the input `config`')(error);
    }
}


/***/ }),

/***/ 52331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ largestDocument),
/* harmony export */   g: () => (/* binding */ tooLarge)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

const largestDocument = 1024 * 1024;
function tooLarge(file, remedy = 'name a slipway.yml with the input `config`') {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${file}: the file is larger than 1 MiB`, remedy);
}


/***/ }),

/***/ 85898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   RH: () => (/* binding */ candidateOf),
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   ce: () => (/* binding */ repositoryIn),
/* harmony export */   dp: () => (/* binding */ pinned),
/* harmony export */   dz: () => (/* binding */ isTag),
/* harmony export */   vX: () => (/* binding */ isOfCloud)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26126);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);



const digestPattern = /^(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
const tagPattern = /^\w[\w.-]{0,127}$/;
const registryPattern = /^(([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])(\.([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]))*|\[[0-9A-Fa-f:]+\])(:[0-9]{1,5})?$/;
const componentPattern = /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*$/;
const longestName = 255;
const defaultRegistry = 'docker.io';
const defaultRegistryAlias = 'index.docker.io';
const defaultNamespace = 'library';
const ofClouds = /\.amazonaws\.com(\.cn)?$|(^|[.-])(docker\.pkg\.dev|gcr\.io|azurecr\.io)$|^public\.ecr\.aws$/;
const isOfCloud = (registry) => ofClouds.test(registry);
function isDigest(text) {
    return digestPattern.test(text);
}
function isTag(text) {
    return tagPattern.test(text);
}
function candidateOf(image) {
    return parseRepository(image.candidate ?? `${image.repository}-candidate`);
}
const repositoryIn = (from, image) => (0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)('from', ['candidate', 'release'], from) === 'release' ? image.repository : candidateOf(image);
function parseReference(text) {
    const [beforeDigest = '', writtenDigest, ...more] = text.split('@');
    if (more.length > 0)
        throw malformed(text, 'it has more than one "@"');
    if (writtenDigest !== undefined && !isDigest(writtenDigest)) {
        throw malformed(text, `${quoted(writtenDigest)} is not a digest`);
    }
    const colon = beforeDigest.indexOf(':', beforeDigest.lastIndexOf('/') + 1);
    const name = colon < 0 ? beforeDigest : beforeDigest.slice(0, colon);
    const tag = colon < 0 ? undefined : beforeDigest.slice(colon + 1);
    if (tag !== undefined && !tagPattern.test(tag))
        throw malformed(text, `${quoted(tag)} is not a tag`);
    const { registry, path } = splitName(name);
    if (!registryPattern.test(registry))
        throw malformed(text, `${quoted(registry)} is not a registry`);
    const wrong = path.split('/').find(component => !componentPattern.test(component));
    if (wrong !== undefined)
        throw malformed(text, wrongComponent(wrong));
    if (path.length > longestName)
        throw malformed(text, `its name is longer than ${longestName} characters`);
    if (/^[0-9a-f]{64}$/.test(name))
        throw malformed(text, 'it looks like an image ID');
    return { registry, repository: `${registry}/${path}`, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .sw)({ tag, digest: writtenDigest }) };
}
function parseRepository(text) {
    const reference = parseReference(text);
    if (reference.tag === undefined && reference.digest === undefined)
        return reference.repository;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${quoted(text)} has a tag or a digest`, 'write only the repository');
}
function pinned(reference) {
    const { repository, digest } = parseReference(reference);
    if (digest === undefined)
        throw new Error(`${reference} has no digest`);
    return { repository, digest };
}
function formatReference(reference) {
    const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
    const digest = reference.digest === undefined ? '' : `@${reference.digest}`;
    return `${reference.repository}${tag}${digest}`;
}
function splitName(name) {
    const slash = name.indexOf('/');
    const first = name.slice(0, Math.max(slash, 0));
    const isRegistry = /[.:A-Z[]/.test(first) || first === 'localhost';
    const registry = isRegistry ? first : defaultRegistry;
    const path = isRegistry ? name.slice(slash + 1) : name;
    if (registry !== defaultRegistry && registry !== defaultRegistryAlias)
        return { registry, path };
    return { registry: defaultRegistry, path: path.includes('/') ? path : `${defaultNamespace}/${path}` };
}
function wrongComponent(component) {
    if (component === '')
        return 'a part of its name is empty';
    return component === component.toLowerCase()
        ? `${quoted(component)} cannot be part of a name`
        : `${quoted(component)} has uppercase letters`;
}
function malformed(text, reason) {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${quoted(text)} is not an image reference: ${reason}`, 'write registry/name, then :tag or @sha256:…, such as ghcr.io/acme/shop:1.4.2');
}
function quoted(text) {
    return JSON.stringify(text.length > 120 ? `${text.slice(0, 119)}…` : text);
}


/***/ }),

/***/ 90927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ nounOf),
/* harmony export */   p: () => (/* binding */ typesOf),
/* harmony export */   predicates: () => (/* binding */ predicates)
/* harmony export */ });
const predicates = {
    signature: 'https://sigstore.dev/cosign/sign/v1',
    provenance: 'https://slsa.dev/provenance/v1',
    cyclonedx: 'https://cyclonedx.org/bom',
    spdx: 'https://spdx.dev/Document',
    scan: 'https://cosign.sigstore.dev/attestation/vuln/v1',
    verification: 'https://slipway.dev/attestation/verification/v1',
};
const typesOf = {
    signature: [predicates.signature],
    provenance: [predicates.provenance],
    sbom: [predicates.cyclonedx, predicates.spdx],
    scan: [predicates.scan],
};
const nounOf = {
    signature: 'signature',
    provenance: 'provenance',
    sbom: 'SBOM',
    scan: 'scan result',
};


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

/***/ 55914:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ shortDigests)
/* harmony export */ });
const shortDigests = (text) => text.replace(/\b(sha256:[0-9a-f]{12})[0-9a-f]{52}\b/g, '$1');


/***/ }),

/***/ 85280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ readNamed),
/* harmony export */   O: () => (/* binding */ unreadable)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);


const reasons = {
    ENOENT: 'it does not exist',
    ENOTDIR: 'it does not exist',
    EISDIR: 'it is a folder',
    EACCES: 'permission denied',
};
const readNamed = (path, remedy) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8').catch(unreadable(path, remedy));
const unreadable = (what, remedy) => (cause) => {
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${what} cannot be read: ${reasons[cause.code ?? ''] ?? cause.message}`, remedy, {
        cause,
    });
};


/***/ }),

/***/ 98093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fj: () => (/* binding */ secretsOf),
/* harmony export */   UI: () => (/* binding */ identitiesOf),
/* harmony export */   ht: () => (/* binding */ variablesOf),
/* harmony export */   pU: () => (/* binding */ requireSecrets)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _toolkit_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24297);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_redaction_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90501);





function variablesOf({ identities = {}, ca, checks, matrix = [], revoked = [] }) {
    const requests = [
        ...checks,
        ...matrix,
        ...revoked.flatMap(each => [each, each.revoke, ...(each.restore === undefined ? [] : [each.restore])]),
    ];
    const names = [
        ...(ca === undefined ? [] : [ca]),
        ...Object.values(identities).flatMap(ofIdentity),
        ...requests.flatMap(({ send }) => Object.values(send?.secrets ?? {})),
        ...checks.flatMap(check => Object.values(check['stored-secrets'] ?? {})),
    ];
    return [...new Set(names)];
}
const ofIdentity = ({ bearer, cookie = {}, header = {}, basic }) => [
    ...(bearer === undefined ? [] : [bearer]),
    ...Object.values(cookie),
    ...Object.values(header),
    ...(basic === undefined ? [] : [basic.password]),
];
function identitiesOf({ identities = {} }, env) {
    const secrets = new Set();
    const secretOf = (name) => {
        const value = (0,_toolkit_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .variableIn */ .S)(name, env);
        if (value !== '')
            secrets.add(value);
        return value;
    };
    const problemOf = (variables) => {
        for (const name of variables) {
            const value = secretOf(name);
            if (value === '')
                return `${name} is empty; set it in an earlier step, or pass it in the input \`credentials\``;
            if (value.length < _toolkit_redaction_js__WEBPACK_IMPORTED_MODULE_3__/* .shortestMasked */ .Q)
                return `${name} has fewer than ${_toolkit_redaction_js__WEBPACK_IMPORTED_MODULE_3__/* .shortestMasked */ .Q} characters, so it cannot be masked`;
        }
        return undefined;
    };
    const credential = (name) => {
        const identity = identities[name];
        if (identity === undefined)
            return { problem: `the identity ${name} is not in slipway.yml` };
        const real = identity.invalid === undefined ? identity : identities[identity.invalid];
        if (real === undefined)
            return { problem: `the identity ${identity.invalid} is not in slipway.yml` };
        const variables = ofIdentity(real);
        const problem = problemOf(variables) ?? variables.map(unfit).find(each => each !== undefined);
        if (problem !== undefined)
            return { problem };
        const invalid = identity.invalid !== undefined;
        const late = real.bearer === undefined || invalid ? undefined : expiryProblem(real, secretOf(real.bearer));
        if (late !== undefined)
            return { problem: `${real.bearer} ${late}` };
        return headersOf(real, variable => {
            const value = secretOf(variable);
            return invalid ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(Math.max(8, Math.ceil(value.length / 2))).toString('hex') : value;
        }, secrets);
    };
    const unfit = (name) => /^[\x20-\x7e]+$/.test(secretOf(name))
        ? undefined
        : `${name} has a character that is not allowed in a header`;
    return {
        secrets,
        secretOf,
        problemOf,
        hide: text => (0,_toolkit_redaction_js__WEBPACK_IMPORTED_MODULE_3__.withoutSecrets)(text, secrets),
        message: request => {
            const { get: path, method = 'GET', as, send = {} } = request;
            const hidden = Object.values(send.secrets ?? {});
            const own = as === undefined || as === 'none' ? {} : credential(as);
            const problem = 'problem' in own ? own.problem : problemOf(hidden);
            if (problem !== undefined)
                return { reason: `could not be sent: ${problem}` };
            const fields = Object.fromEntries(Object.entries(send.secrets ?? {}).map(([field, variable]) => [field, secretOf(variable)]));
            const { type, body } = bodyOf(send, fields);
            return {
                secret: Object.keys(own).length > 0 || hidden.length > 0,
                message: {
                    path,
                    method,
                    headers: {
                        ...(type === undefined ? {} : { 'content-type': type }),
                        ...send.headers,
                        ...own,
                    },
                    ...(body === undefined ? {} : { body }),
                },
            };
        },
    };
}
function headersOf({ bearer, cookie, header, basic }, secretOf, secrets) {
    if (bearer !== undefined)
        return { authorization: `Bearer ${secretOf(bearer)}` };
    if (cookie !== undefined) {
        const pairs = Object.entries(cookie).map(([name, variable]) => `${name}=${secretOf(variable)}`);
        return { cookie: pairs.join('; ') };
    }
    if (header !== undefined)
        return Object.fromEntries(Object.entries(header).map(([name, variable]) => [name, secretOf(variable)]));
    if (basic === undefined)
        return {};
    const pair = Buffer.from(`${basic.username}:${secretOf(basic.password)}`).toString('base64');
    secrets.add(pair);
    return { authorization: `Basic ${pair}` };
}
function bodyOf({ json, form, body }, secrets) {
    if (json !== undefined)
        return { type: 'application/json', body: JSON.stringify({ ...json, ...secrets }) };
    if (form === undefined)
        return body === undefined ? {} : { body };
    const fields = new URLSearchParams({ ...form, ...secrets });
    return { type: 'application/x-www-form-urlencoded', body: fields.toString() };
}
function expiryProblem(identity, token) {
    const expired = identity.expired === true;
    const [, claims, signature] = token.split('.');
    const { exp } = (signature !== undefined && (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .jsonMap */ .vM)(Buffer.from(claims ?? '', 'base64url'))) || {};
    if (signature === undefined)
        return undefined;
    if (typeof exp !== 'number')
        return expired ? 'never expires: it is a JSON web token without `exp`' : undefined;
    const until = Math.max(0, Math.min(exp * 1000, 8.64e15));
    if (until > Date.now() !== expired)
        return undefined;
    const date = new Date(until).toISOString();
    return expired
        ? `has not expired: its token is valid until ${date}`
        : `has expired: its token was valid until ${date}; renew it, or write \`expired: true\``;
}
function secretsOf(verify, env) {
    if (verify === undefined)
        return [];
    const values = variablesOf(verify)
        .filter(name => name !== verify.ca)
        .map(name => (0,_toolkit_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .variableIn */ .S)(name, env));
    return values.filter(value => value.length >= _toolkit_redaction_js__WEBPACK_IMPORTED_MODULE_3__/* .shortestMasked */ .Q);
}
function requireSecrets(verify, env) {
    if (verify === undefined)
        return;
    const known = identitiesOf(verify, env);
    const unusable = Object.keys(verify.identities ?? {}).flatMap(as => {
        const made = known.message({ get: '/', as });
        return 'reason' in made ? [made.reason.replace(/^could not be sent: /, '')] : [];
    });
    const problem = known.problemOf(variablesOf(verify)) ?? unusable[0];
    if (problem === undefined)
        return;
    const [what = '', ...remedy] = problem.split('; ');
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`verify cannot run: ${what}`, remedy.join('; ') || 'correct its value');
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


/***/ })

};
