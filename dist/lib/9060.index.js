export const id = 9060;
export const ids = [9060,4094];
export const modules = {

/***/ 9060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   copyConfiguration: () => (/* binding */ copyConfiguration),
/* harmony export */   copyLabels: () => (/* binding */ copyLabels),
/* harmony export */   isFinished: () => (/* binding */ isFinished),
/* harmony export */   raiseCopy: () => (/* binding */ raiseCopy),
/* harmony export */   untilRunning: () => (/* binding */ untilRunning)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2317);
/* harmony import */ var _exec_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6284);
/* harmony import */ var _postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4094);






const copyLabels = ({ app, name }) => ({
    'slipway.dev/app': app,
    'slipway.dev/kind': 'copy',
    'slipway.dev/copy': name,
});
const runNote = 'slipway.dev/run';
const finishedNote = 'slipway.dev/finished';
async function isFinished(cluster, request) {
    const there = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.pod, request.namespace, request.name));
    return there !== undefined && isCopyOf(there, request) && isMarked(there);
}
async function raiseCopy(cluster, request) {
    const { namespace, name, run } = request;
    await removeUnfinished(cluster, request);
    for (const each of request.configuration)
        await copyConfiguration(cluster, each, request);
    const pod = (0,_postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_5__.copyPod)({ ...request, labels: copyLabels(request) });
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.pod, namespace);
    await make(cluster, path, { ...pod, metadata: { ...pod.metadata, annotations: { [runNote]: run } } }, request);
    await untilRunning(cluster, `${path}/${name}`, request);
    const exec = (0,_exec_js__WEBPACK_IMPORTED_MODULE_4__/* .podExec */ .r)({ namespace, pod: name, container: _postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_5__.copyContainer }, cluster.reach);
    const { place = _postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_5__.ownPlace } = request;
    const data = (0,_postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_5__.dataOf)(place);
    const must = async (command) => {
        const { code, stderr } = await exec(command);
        if (code !== 0)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${command[0]} failed in ${name}: ${stderr.trim().slice(0, 300)}`, 'look at the log of that pod');
    };
    return {
        ...{ exec, path: data, archives: place.archives },
        start: () => must((0,_postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_5__.startCopy)(data)),
        restart: async () => {
            for (const command of (0,_postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_5__.restartCopy)(data))
                await must(command);
        },
        stop: async () => {
            for (const command of (0,_postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_5__.stopCopy)(data))
                await must(command);
            await untilEnded(cluster, `${path}/${name}`, request);
        },
        ended: () => endOf(cluster, `${path}/${name}`),
        finish: async () => {
            await cluster.patch(`${path}/${name}`, 'merge', { metadata: { annotations: { [finishedNote]: run } } });
        },
    };
}
async function removeUnfinished(cluster, request) {
    const { namespace, name, patience, signal, sleep } = request;
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.pod, namespace, name);
    const there = await cluster.get(path);
    if (there === undefined || !isCopyOf(there, request) || isMarked(there))
        return;
    await cluster.remove(path, there.metadata?.uid);
    const end = performance.now() + patience;
    while ((await cluster.get(path))?.metadata?.uid === there.metadata?.uid) {
        if (signal.aborted)
            throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .cancelled */ .KW)();
        if (performance.now() >= end)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the pod ${name}, which a run before has left, does not end`, 'see whether its node is there; remove it with kubectl delete');
        await sleep(500);
    }
}
async function copyConfiguration(cluster, { kind, name, source: other }, request) {
    const { from, namespace } = request;
    if (from === namespace)
        return;
    const resource = kind === 'Secret' ? _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.secret : _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.configMap;
    const source = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(resource, from, other ?? name));
    const there = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(resource, namespace, name));
    if (there !== undefined && (source === undefined || holdsTheSame(there, source)))
        return;
    if (source === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`there is no ${kind}/${other ?? name} in ${from}`, 'correct `configuration` of the database in slipway.yml');
    const { apiVersion, data, binaryData, type } = source;
    await make(cluster, (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(resource, namespace), {
        ...{ apiVersion, kind, metadata: { name, namespace, labels: copyLabels(request) } },
        ...(data === undefined ? {} : { data }),
        ...(binaryData === undefined ? {} : { binaryData }),
        ...(type === undefined ? {} : { type }),
    }, request);
}
const holdsTheSame = (one, other) => (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)([one.data, one.binaryData], [other.data, other.binaryData]);
const isCopyOf = ({ metadata }, of) => Object.entries(copyLabels(of)).every(([key, value]) => metadata?.labels?.[key] === value);
const isMarked = ({ metadata }) => metadata?.annotations?.[finishedNote] !== undefined;
async function make(cluster, path, object, request) {
    try {
        await cluster.create(path, object);
    }
    catch (error) {
        if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ClusterError */ .b$ && error.isConflict))
            throw error;
        const { name = '' } = object.metadata ?? {};
        const there = await cluster.get(`${path}/${name}`);
        const isOurs = there !== undefined && isCopyOf(there, request);
        if (isOurs && object.kind !== 'Pod')
            return;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${object.kind}/${name} is in ${request.namespace} already${isOurs ? ', of a restore that was finished' : ''}`, 'restore into another namespace, or remove it when nobody needs it');
    }
}
async function untilRunning(cluster, path, { name, patience, signal, sleep }) {
    const end = performance.now() + patience;
    for (;;) {
        if (signal.aborted)
            throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .cancelled */ .KW)();
        const pod = await cluster.get(path);
        const state = pod?.status?.containerStatuses?.[0]?.state;
        if (state?.running !== undefined)
            return;
        const ended = state?.terminated;
        if (pod === undefined || ended !== undefined || performance.now() >= end)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the pod ${name} does not run: ${ended?.message ?? ended?.reason ?? state?.waiting?.message ?? state?.waiting?.reason ?? pod?.status?.conditions?.find(({ status }) => status === 'False')?.message ?? 'nobody says why'}`, 'see its events with kubectl describe: an image, a volume or room may be missing');
        await sleep(500);
    }
}
async function untilEnded(cluster, path, { name, patience, signal, sleep }) {
    const end = performance.now() + patience;
    while ((await endOf(cluster, path)) === undefined) {
        if (signal.aborted)
            throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .cancelled */ .KW)();
        if (performance.now() >= end)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`PostgreSQL in ${name} does not end`, 'look at the log of that pod');
        await sleep(500);
    }
}
async function endOf(cluster, path) {
    const pod = await cluster.get(path);
    if (pod === undefined)
        return 'its pod is gone';
    const ended = pod.status?.containerStatuses?.[0]?.state?.terminated;
    if (ended === undefined)
        return undefined;
    const log = await cluster.call('GET', `${path}/log?tailLines=20`).catch(() => undefined);
    const lines = (log?.body ?? '').split('\n').filter(line => /\b(FATAL|PANIC|ERROR)\b/.test(line));
    return `${lines.at(-1)?.trim().slice(0, 300) ?? ended.reason ?? 'it ended'} (exit code ${ended.exitCode})`;
}


/***/ }),

/***/ 4094:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   copyContainer: () => (/* binding */ copyContainer),
/* harmony export */   copyPod: () => (/* binding */ copyPod),
/* harmony export */   copySocket: () => (/* binding */ copySocket),
/* harmony export */   dataOf: () => (/* binding */ dataOf),
/* harmony export */   ownPlace: () => (/* binding */ ownPlace),
/* harmony export */   restartCopy: () => (/* binding */ restartCopy),
/* harmony export */   startCopy: () => (/* binding */ startCopy),
/* harmony export */   stopCopy: () => (/* binding */ stopCopy),
/* harmony export */   volumeFolder: () => (/* binding */ volumeFolder)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2317);

const ownPlace = { folder: 'pg', archives: false };
const copyContainer = 'postgres';
const volumeFolder = '/slipway/data';
const dataOf = ({ folder }) => `${volumeFolder}/${folder}`;
const copySocket = '/slipway/run';
const script = `d=$1 archive=$2 conf=$1/postgresql.conf hba=$1/pg_hba.conf ident=$1/pg_ident.conf
mkdir -p $d ${copySocket}/spool && chmod 700 $d
until [ -e $d.ready ]; do sleep 0.2; done
if ! [ -e $conf ]; then
  conf=${copySocket}/postgresql.conf
  for each in max_connections max_worker_processes max_wal_senders; do
    pg_controldata $d | sed -n "s/^$each setting: */$each = /p"
  done > $conf
  pg_controldata $d | sed -n 's/^max_prepared_xacts setting: */max_prepared_transactions = /p;
    s/^max_locks_per_xact setting: */max_locks_per_transaction = /p' >> $conf
fi
if ! [ -e $hba ]; then
  hba=${copySocket}/pg_hba.conf
  printf 'local all all trust\\nhost all all all scram-sha-256\\n' > $hba
fi
if ! [ -e $ident ]; then
  ident=${copySocket}/pg_ident.conf
  : > $ident
fi
while :; do
  rm -f $d.again
  postgres -D $d \\
    -c config_file=$conf -c data_directory=$d -c hba_file=$hba -c ident_file=$ident -c external_pid_file= \\
    -c unix_socket_directories=${copySocket} -c listen_addresses=* -c port=5432 -c ssl=off \\
    -c archive_mode=$archive -c archive_command=false -c synchronous_standby_names= \\
    -c primary_conninfo= -c primary_slot_name= -c hot_standby=on -c logging_collector=off -c log_destination=stderr &
  server=$!
  trap 'kill -INT $server' TERM
  code=0
  wait $server || code=$?
  [ -e $d.again ] || exit $code
done`;
const startCopy = (data) => ['touch', `${data}.ready`];
const restartCopy = (data) => [
    ['touch', `${data}.again`],
    ['pg_ctl', 'stop', '--mode=fast', '--no-wait', '--silent', `--pgdata=${data}`],
];
const stopCopy = (data) => [
    ['rm', '-f', `${data}.ready`, `${data}.again`],
    ['pg_ctl', 'stop', '--mode=fast', '--no-wait', '--silent', `--pgdata=${data}`],
];
function copyPod(copy) {
    const { name, namespace, labels, template, volume, place = ownPlace } = copy;
    const source = containerOf(template, copy.container);
    const volumes = (template.volumes ?? []).filter(each => isConfiguration(each, copy.configuration));
    const kept = new Set(volumes.map(each => each.name));
    const mounts = (source.volumeMounts ?? []).filter(each => kept.has(each.name));
    const env = (source.env ?? []).filter(({ valueFrom }) => {
        const { secretKeyRef, configMapKeyRef } = valueFrom ?? {};
        const reads = [
            ...(secretKeyRef === undefined ? [] : [{ kind: 'Secret', name: secretKeyRef.name }]),
            ...(configMapKeyRef === undefined ? [] : [{ kind: 'ConfigMap', name: configMapKeyRef.name }]),
        ];
        return reads.every(({ kind, name: of }) => copy.configuration.some(each => each.kind === kind && each.name === of));
    });
    const { securityContext, imagePullSecrets, nodeSelector, tolerations } = template;
    return {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name, namespace, labels: { ...labels } },
        spec: {
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            restartPolicy: 'Never',
            terminationGracePeriodSeconds: 5,
            ...(securityContext === undefined ? {} : { securityContext }),
            ...(imagePullSecrets === undefined ? {} : { imagePullSecrets }),
            ...(nodeSelector === undefined ? {} : { nodeSelector }),
            ...(tolerations === undefined ? {} : { tolerations }),
            containers: [
                {
                    name: copyContainer,
                    ...(source.image === undefined ? {} : { image: source.image }),
                    command: ['/bin/sh', '-ec', script, copyContainer, dataOf(place), place.archives ? 'on' : 'off'],
                    env: [...env, { name: 'PGBACKREST_SPOOL_PATH', value: `${copySocket}/spool` }],
                    ...(source.resources === undefined ? {} : { resources: source.resources }),
                    ...(source.securityContext === undefined ? {} : { securityContext: source.securityContext }),
                    volumeMounts: [
                        ...mounts,
                        { name: volume.name, mountPath: volumeFolder },
                        { name: 'slipway-run', mountPath: copySocket },
                    ],
                },
            ],
            volumes: [...volumes, volume, { name: 'slipway-run', emptyDir: {} }],
        },
    };
}
function containerOf({ containers }, name) {
    const found = name === undefined ? containers[0] : containers.find(each => each.name === name);
    if (found !== undefined)
        return found;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the workload of the database has no container ${name ?? ''}`.trimEnd(), `name one of ${containers.map(each => each.name).join(', ')} as \`container\` in slipway.yml`);
}
function isConfiguration({ secret, configMap, projected }, configuration) {
    const has = (kind, name) => configuration.some(each => each.kind === kind && each.name === name);
    if (secret !== undefined)
        return has('Secret', secret.secretName);
    if (configMap !== undefined)
        return has('ConfigMap', configMap.name);
    const sources = projected?.sources ?? [];
    return (sources.length > 0 &&
        sources.every(each => has('Secret', each.secret?.name) || has('ConfigMap', each.configMap?.name)));
}


/***/ })

};
