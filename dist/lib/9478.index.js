export const id = 9478;
export const ids = [9478,4687,4094];
export const modules = {

/***/ 74687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ texts),
/* harmony export */   connectionEnvironment: () => (/* binding */ connectionEnvironment),
/* harmony export */   w: () => (/* binding */ password)
/* harmony export */ });
/* harmony import */ var _files_backup_pod_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39793);

function connectionEnvironment(declared) {
    const { host, port, database, user, sslmode, 'ca-configmap': ca, secret, key } = declared;
    const root = ca !== undefined ? _files_backup_pod_js__WEBPACK_IMPORTED_MODULE_0__/* .mounts */ .Lk.databaseCa : sslmode === 'verify-full' ? 'system' : undefined;
    const values = {
        PGHOST: host,
        PGPORT: String(port),
        PGDATABASE: database,
        PGUSER: user,
        PGSSLMODE: sslmode,
        ...(root === undefined ? {} : { PGSSLROOTCERT: root }),
        PGCONNECT_TIMEOUT: '30',
        PGAPPNAME: 'slipway',
    };
    return [...texts(values), password('PGPASSWORD', { secret, key })];
}
const texts = (values) => Object.entries(values).map(([name, value]) => ({ name, value: value.replaceAll('$', () => '$$') }));
const password = (name, { secret, key }) => ({
    name,
    valueFrom: { secretKeyRef: { name: secret, key } },
});


/***/ }),

/***/ 49478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   loading: () => (/* binding */ loading),
/* harmony export */   makeCluster: () => (/* binding */ makeCluster),
/* harmony export */   makeDatabase: () => (/* binding */ makeDatabase),
/* harmony export */   managedConfiguration: () => (/* binding */ managedConfiguration),
/* harmony export */   managedTemplate: () => (/* binding */ managedTemplate)
/* harmony export */ });
/* harmony import */ var _postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94094);
/* harmony import */ var _postgres_sql_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16677);
/* harmony import */ var _connection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74687);



const data = (0,_postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_0__/* .dataOf */ .qu)(_postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_0__/* .separatePlace */ .b);
const group = 5432;
function managedTemplate(declared, { image, user, 'ca-configmap': ca }) {
    return {
        securityContext: {
            runAsNonRoot: true,
            ...(user === undefined ? {} : { runAsUser: user }),
            fsGroup: group,
            seccompProfile: { type: 'RuntimeDefault' },
        },
        containers: [
            {
                name: 'postgres',
                image,
                env: [
                    ...(0,_connection_js__WEBPACK_IMPORTED_MODULE_2__/* .texts */ .T)({ SLIPWAY_USER: declared.user, SLIPWAY_DATABASE: declared.database }),
                    (0,_connection_js__WEBPACK_IMPORTED_MODULE_2__/* .password */ .w)('SLIPWAY_PASSWORD', declared),
                ],
                securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
                volumeMounts: ca === undefined ? [] : [{ name: 'ca', mountPath: '/ca', readOnly: true }],
            },
        ],
        volumes: ca === undefined ? [] : [{ name: 'ca', configMap: { name: ca } }],
    };
}
const managedConfiguration = ({ secret }, { 'ca-configmap': ca }) => [
    { kind: 'Secret', name: secret },
    ...(ca === undefined ? [] : [{ kind: 'ConfigMap', name: ca }]),
];
const making = `umask 077
command -v initdb > /dev/null || { echo 'the image has no initdb' >&2; exit 127; }
printf '%s\\n' "$SLIPWAY_PASSWORD" > ${_postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_0__.copySocket}/password
initdb --pgdata=${data} --username="$SLIPWAY_USER" --pwfile=${_postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_0__.copySocket}/password \\
  --encoding="$1" --locale="$2" --data-checksums --auth-local=trust --auth-host=scram-sha-256 > /dev/null
printf 'max_locks_per_transaction = 1024\\njit = off\\n' >> ${data}/postgresql.conf
rm ${_postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_0__.copySocket}/password ${data}/pg_hba.conf`;
const makeCluster = (encoding) => [
    ...['sh', '-ec', making, 'sh', encoding],
    encoding === 'UTF8' ? 'C.UTF-8' : 'C',
];
const makeDatabase = (database, roles) => `select format('create role %I', role) from json_array_elements_text(${(0,_postgres_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(JSON.stringify(roles))}) wanted (role)
where role not in (select rolname from pg_roles) \\gexec
select format('create database %I template template0', ${(0,_postgres_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(database)})
where not exists (select from pg_database where datname = ${(0,_postgres_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(database)}) \\gexec`;
const loading = [
    'pg_restore --exit-on-error --single-transaction --no-owner --no-acl --no-publications --no-subscriptions --no-password',
    `--host=${_postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_0__.copySocket} --username="$SLIPWAY_USER" --dbname="dbname='$SLIPWAY_DATABASE'"`,
].join(' ');


/***/ }),

/***/ 94094:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EA: () => (/* binding */ startCopy),
/* harmony export */   G: () => (/* binding */ openCopy),
/* harmony export */   b: () => (/* binding */ separatePlace),
/* harmony export */   copySocket: () => (/* binding */ copySocket),
/* harmony export */   dD: () => (/* binding */ copyContainer),
/* harmony export */   eK: () => (/* binding */ stopCopy),
/* harmony export */   hF: () => (/* binding */ volumeFolder),
/* harmony export */   qu: () => (/* binding */ dataOf),
/* harmony export */   rU: () => (/* binding */ copyPod),
/* harmony export */   w8: () => (/* binding */ copyCommands),
/* harmony export */   xA: () => (/* binding */ restartCopy)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);


const separatePlace = { folder: 'pg', archives: false };
const copyContainer = 'postgres';
const volumeFolder = '/slipway/data';
const dataOf = ({ folder }) => `${volumeFolder}/${folder}`;
const copySocket = '/slipway/run';
const copyCommands = '/slipway/run/commands';
const script = `d=$1 archive=$2 access=$3 wal= conf=$1/postgresql.conf hba=$1/pg_hba.conf ident=$1/pg_ident.conf
[ "$access" = open ] || wal='-c wal_recycle=off -c wal_keep_size=0'
rm -f $d.open
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
  listen='*'
  [ "$access" = open ] || [ -e $d.open ] || listen=
  postgres -D $d $wal \\
    -c config_file=$conf -c data_directory=$d -c hba_file=$hba -c ident_file=$ident -c external_pid_file= \\
    -c unix_socket_directories=${copySocket} -c "listen_addresses=$listen" -c port=5432 -c ssl=off \\
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
    ...['sh', '-c', 'touch "$1.again" && exec pg_ctl stop --mode=fast --no-wait --silent --pgdata="$1"'],
    ...['restart', data],
];
const openCopy = (data) => [...['sh', '-ec', opening, 'open', data]];
const opening = `command -v pg_isready > /dev/null || { echo 'the image has no pg_isready' >&2; exit 127; }
touch "$1.open" "$1.again"
pg_ctl stop --mode=fast --no-wait --silent --pgdata="$1"
until pg_isready --quiet --host=127.0.0.1 --port=5432; do sleep 0.2; done`;
const stopCopy = (data) => [
    ['rm', '-f', `${data}.ready`, `${data}.again`, `${data}.open`],
    ['pg_ctl', 'stop', '--mode=fast', '--no-wait', '--silent', `--pgdata=${data}`],
];
function copyPod(copy) {
    const { name, namespace, labels, hostname, template, volume, place = separatePlace } = copy;
    const source = containerOf(template, copy.container);
    const has = (kind, of) => copy.configuration.some(each => each.kind === kind && each.name === of);
    const volumes = (template.volumes ?? []).filter(each => isConfiguration(each, has));
    const kept = new Set(volumes.map(each => each.name));
    const mounts = (source.volumeMounts ?? []).filter(each => kept.has(each.name));
    const env = (source.env ?? []).filter(({ valueFrom }) => {
        const { secretKeyRef, configMapKeyRef } = valueFrom ?? {};
        return ((secretKeyRef === undefined || has('Secret', secretKeyRef.name)) &&
            (configMapKeyRef === undefined || has('ConfigMap', configMapKeyRef.name)));
    });
    const { securityContext, imagePullSecrets, nodeSelector, tolerations } = template;
    const { image, resources } = source;
    return {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name, namespace, labels: { ...labels } },
        spec: {
            ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .defined */ .sw)({ hostname, securityContext, imagePullSecrets, nodeSelector, tolerations }),
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            restartPolicy: 'Never',
            terminationGracePeriodSeconds: 5,
            containers: [
                {
                    name: copyContainer,
                    ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .defined */ .sw)({ image, resources, securityContext: source.securityContext }),
                    command: [
                        ...['/bin/sh', '-ec', script, copyContainer, dataOf(place), place.archives ? 'on' : 'off'],
                        copy.closed === true ? 'closed' : 'open',
                    ],
                    env: [...env, { name: 'PGBACKREST_SPOOL_PATH', value: `${copySocket}/spool` }],
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
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the workload of the database has no container ${name ?? ''}`.trimEnd(), `set \`container\` in slipway.yml to one of ${containers.map(each => each.name).join(', ')}`);
}
function isConfiguration({ secret, configMap, projected }, has) {
    if (secret !== undefined)
        return has('Secret', secret.secretName);
    if (configMap !== undefined)
        return has('ConfigMap', configMap.name);
    const sources = projected?.sources ?? [];
    return (sources.length > 0 &&
        sources.every(each => has('Secret', each.secret?.name) || has('ConfigMap', each.configMap?.name)));
}


/***/ }),

/***/ 16677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RO: () => (/* binding */ rowsOf),
/* harmony export */   bs: () => (/* binding */ together),
/* harmony export */   eu: () => (/* binding */ literal),
/* harmony export */   tm: () => (/* binding */ psql)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_program_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16428);



function psql({ database, user, host, port }) {
    const parameters = Object.entries({ dbname: database, user, host, port })
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => `${key}='${String(value).replaceAll(/['\\]/g, '\\$&')}'`);
    return [
        'psql',
        '--no-psqlrc',
        '--no-password',
        '--quiet',
        '--no-align',
        '--tuples-only',
        '--set=ON_ERROR_STOP=1',
        `--dbname=${parameters.join(' ')}`,
    ];
}
const together = ['sh', '-c', 'exec "$@" 3>&2 2>&1', 'sh'];
function literal(text) {
    if (text.includes('\0'))
        throw new RangeError('the text contains a zero byte');
    const escaped = text.replaceAll('\\', '\\\\').replaceAll("'", "''");
    return `E'${escaped.replaceAll('\n', '\\n').replaceAll('\r', '\\r')}'`;
}
async function rowsOf(exec, connection, script, signal) {
    const { code, stdout, stderr } = await exec(psql(connection), { input: script, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .sw)({ signal }) });
    if (code !== 0)
        throw failed(connection, stderr.trim().split('\n')[0] || `psql ${(0,_toolkit_program_js__WEBPACK_IMPORTED_MODULE_1__/* .endingOf */ .z6)(code)}`);
    return stdout
        .split('\n')
        .filter(line => line.trim() !== '')
        .map(line => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(line) ?? raise(failed(connection, `unexpected output ${line.slice(0, 80)}`)));
}
const failed = ({ database }, problem) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the query of the database ${database} failed: ${problem.slice(0, 300)}`, 'fix this error, then run the step again');
function raise(error) {
    throw error;
}


/***/ })

};
