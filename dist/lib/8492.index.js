export const id = 8492;
export const ids = [8492,8538,4094];
export const modules = {

/***/ 95367:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  keysAction: () => (/* binding */ keysAction)
});

// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/copy-pod.js
var copy_pod = __webpack_require__(94094);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/host.js + 1 modules
var host = __webpack_require__(80986);
// EXTERNAL MODULE: ./.build/js/src/toolkit/input-text.js
var input_text = __webpack_require__(26126);
// EXTERNAL MODULE: ./.build/js/src/actions/assessment-report.js
var assessment_report = __webpack_require__(17710);
// EXTERNAL MODULE: ./.build/js/src/actions/inputs.js
var actions_inputs = __webpack_require__(41648);
// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/encrypted.js
var encrypted = __webpack_require__(2723);
// EXTERNAL MODULE: ./.build/js/src/toolkit/environment.js
var environment = __webpack_require__(24297);
// EXTERNAL MODULE: ./.build/js/src/toolkit/redaction.js
var redaction = __webpack_require__(90501);
;// CONCATENATED MODULE: ./.build/js/src/actions/key-source.js





function declaredKeys({ drills }, secret) {
    const encrypted = (drills?.encrypted ?? []).filter(each => secret === '' || each.secret === secret);
    if (encrypted.length === 0)
        throw new errors/* UserError */.yo(`slipway.yml declares no encrypted column${secret === '' ? '' : ` with a key of Secret/${secret}`}`, 'add the columns to `drills.encrypted`');
    const groups = Map.groupBy(encrypted, each => JSON.stringify([each.secret, each.key, each['key-derivation']]));
    return [...groups.values()].flatMap(columns => columns.slice(0, 1).map(first => ({ ...first, columns, by: `Secret/${first.secret}, ${first.key}` })));
}
function onlyKey(keys) {
    const [only, ...more] = keys;
    if (only !== undefined && more.length === 0)
        return only;
    throw new errors/* UserError */.yo(`only one key can be rotated at a time, but ${keys.map(({ by }) => by).join(' and ')} are declared`, 'name the Secret in `secret`');
}
async function currentKey({ secret, key, 'key-derivation': derivation, by }, cluster, { environment: { namespace } }, host) {
    const data = (await cluster.get((0,resources/* pathOf */.XM)(resources/* resources */.ES.secret, namespace, secret)))?.data?.[key];
    if (data !== undefined)
        return parsed(Buffer.from(data, 'base64').toString('utf8'), derivation, by, host);
    throw new errors/* UserError */.yo(`${by} does not exist in ${namespace}`, 'correct `drills.encrypted`, or set OLD_KEY for a rotation');
}
async function oldKey(declared, cluster, request, host) {
    const given = (0,environment/* variableIn */.S)('OLD_KEY', request.env);
    return given === ''
        ? currentKey(declared, cluster, request, host)
        : parsed(given, declared['key-derivation'], 'OLD_KEY', host);
}
function newKey({ 'key-derivation': derivation, by }, old, env, host) {
    const given = (0,environment/* variableIn */.S)('NEW_KEY', env);
    if (given === '')
        throw new errors/* UserError */.yo('the new key is not set', 'set NEW_KEY in the `env` of this step, in the form of the old one');
    const key = parsed(given, derivation, 'NEW_KEY', host);
    if (!Buffer.from(old).equals(key))
        return key;
    throw new errors/* UserError */.yo('the old and the new key are the same', `set OLD_KEY to the old one if ${by} already holds the new one`);
}
function parsed(text, derivation, where, { setSecret }) {
    if (text.trim().length >= redaction/* shortestMasked */.Q)
        setSecret(text.trim());
    const key = (0,encrypted/* keyIn */.xB)(text, derivation);
    if (key === undefined)
        throw new errors/* UserError */.yo(`${where} is not a Fernet key of 32 bytes in base64`, 'correct it, or `key-derivation` in slipway.yml');
    for (const form of ['base64', 'base64url'])
        setSecret(Buffer.from(key).toString(form));
    return key;
}

// EXTERNAL MODULE: ./.build/js/src/actions/recovery.js
var actions_recovery = __webpack_require__(57346);
// EXTERNAL MODULE: ./.build/js/src/actions/session.js + 1 modules
var session = __webpack_require__(26115);
;// CONCATENATED MODULE: ./.build/js/src/actions/keys.js









const engine = () => Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(6253)]).then(__webpack_require__.bind(__webpack_require__, 36253));
const keysAction = (0,host/* defineAction */.QP)({
    name: 'keys',
    description: 'Check that the encrypted columns of a database can be decrypted, search a restored copy for tokens, or encrypt the columns with another key.',
    inputs: {
        operation: (0,host/* optional */.lq)('`check`, which changes nothing, or `rotate`, which encrypts with the key in NEW_KEY; a dry run without `confirm`.', 'check'),
        environment: actions_inputs/* environment */.cA,
        config: actions_inputs/* config */.$W,
        'kube-context': actions_inputs/* kubeContext */.ng,
        database: (0,host/* optional */.lq)('Name of the database in slipway.yml. Default: that of `drills`, or the only one.'),
        copy: (0,host/* optional */.lq)('Address of a restored copy to check instead, one entry of the output `addresses` of `restore`. It is also searched for tokens, and a rotation is rehearsed in it. Default: the primary.'),
        secret: (0,host/* optional */.lq)('Name of the Secret in `drills.encrypted` whose key to check or rotate. Default: all for a check, the only one for a rotation.'),
        confirm: (0,host/* optional */.lq)('Confirmation to rotate: `rotate DATABASE in ENVIRONMENT`, with the names in slipway.yml. Default: a dry run.'),
        'encrypt-plain': (0,host/* optional */.lq)('Whether a rotation also encrypts values that are stored in plaintext: `true` or `false`.', 'false'),
        credentials: (0,host/* optional */.lq)('JSON object for a rotation, with NEW_KEY, and OLD_KEY if the Secret of the application does not hold the old key, in addition to the environment. Default: none.'),
        report: (0,host/* optional */.lq)('Path of the JSON report to write.', 'keys.json'),
        'tool-mirrors': actions_inputs/* toolMirrors */.Rg,
    },
    positional: 'operation',
    outputs: {
        rotated: 'Number of values that were encrypted with the new key; empty for a check and a dry run.',
        ...assessment_report/* assessmentOutputs */.j,
    },
    refused: { verdict: 'fail' },
    run: async (inputs, host) => {
        const operation = (0,input_text/* oneOf */.yL)('operation', ['check', 'rotate'], inputs.operation);
        const request = await (0,session/* requestOf */.fo)(inputs, host);
        const { environment, config } = request;
        const recovery = (0,actions_recovery/* recoveryOf */.rU)(environment, inputs.environment);
        const name = (0,actions_recovery/* nameOfDatabase */.US)(inputs.database || (recovery.drills?.database ?? ''), recovery);
        const database = (0,actions_recovery/* databaseOf */.zJ)(recovery, name);
        const encryptPlain = actions_inputs/* flag */.Jt('encrypt-plain', inputs['encrypt-plain']);
        const keys = declaredKeys(recovery, inputs.secret);
        const confirmed = isConfirmed(inputs, operation, name);
        const copy = inputs.copy === '' ? undefined : copyOf(inputs.copy, environment.namespace, database);
        host.output('rotated', '');
        const now = new Date();
        const judging = {
            of: copy === undefined ? `database ${name}` : `copy ${inputs.copy}`,
            at: now.toISOString(),
            scope: `database ${name}`,
            levels: environment.assess?.rules ?? {},
        };
        const { acceptExceptions } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1724)]).then(__webpack_require__.bind(__webpack_require__, 81724));
        return (0,session/* withCluster */.Bq)(inputs, environment, host, engine, async (cluster, use) => {
            const signal = host.cancellation();
            const target = copy ?? (await primaryOf(cluster, request, database, signal));
            const copied = copy !== undefined;
            const order = { cluster, use, target, judging, signal, host, request, database, copied };
            const result = operation === 'rotate'
                ? await rotateKey(order, onlyKey(keys), confirmed, encryptPlain)
                : { notes: [], assessments: await checkAll(order, keys, recovery) };
            const assessments = acceptExceptions(result.assessments, environment.assess?.exceptions ?? [], now);
            const about = [operation, name, inputs.secret, inputs.copy];
            const publishing = { ...inputs, by: 'keys', about };
            return (0,assessment_report/* publishAssessments */.x)({ ...result, assessments }, config.app, publishing, now, host);
        });
    },
});
function isConfirmed({ confirm, environment, copy }, operation, name) {
    if (operation === 'rotate' && copy !== '')
        throw new errors/* UserError */.yo('a restored copy is not rotated', 'use the operation `check`, which rehearses a rotation in it');
    const phrase = `rotate ${name} in ${environment}`;
    if (confirm === '' || (operation === 'rotate' && confirm === phrase))
        return confirm !== '';
    throw new errors/* UserError */.yo(`the rotation of ${name} in ${environment} is not confirmed`, `write "${phrase}" as \`confirm\` with the operation \`rotate\`, or remove it`);
}
async function primaryOf(cluster, { environment: { namespace } }, declared, signal) {
    const { membersOf } = await __webpack_require__.e(/* import() */ 4650).then(__webpack_require__.bind(__webpack_require__, 84650));
    const connection = { database: declared.database };
    const { pods } = await (0,actions_recovery/* podsOf */.EB)(cluster, namespace, declared);
    const { primary } = await membersOf(pods, connection, signal);
    return { namespace, pod: primary.pod, container: declared.container, connection };
}
function copyOf(address, production, { database }) {
    const [, pod, namespace] = /^([a-z0-9][a-z0-9.-]{0,251})\.([a-z0-9][a-z0-9-]{0,62})$/.exec(address) ?? [];
    if (pod !== undefined && namespace !== undefined && namespace !== production)
        return { namespace, pod, container: copy_pod/* copyContainer */.dD, connection: { database, host: copy_pod.copySocket } };
    throw new errors/* UserError */.yo(`the input \`copy\` is not the address of a restored copy: "${address}"`, 'write pod.namespace, one entry of the output `addresses` of `restore`');
}
const inSession = ({ cluster, use, target, signal }, work) => {
    const converse = (command) => use.execInteractive(target, command, { reach: cluster.reach });
    return use.withSession({ connection: target.connection, signal, converse }, work);
};
const scopedTo = ({ by }, judging) => ({
    ...judging,
    scope: `${judging.scope}, ${by}`,
});
const checkAll = async (order, keys, recovery) => [
    ...(await checkColumns(order, keys)),
    ...(await scanCopy(order)),
    ...(await atRest(order, recovery)),
];
async function checkColumns(order, keys) {
    const { use, judging, cluster, request, host } = order;
    const all = [];
    for (const each of keys) {
        const old = await currentKey(each, cluster, request, host);
        const { columns, counts } = await inSession(order, async (session) => {
            const columns = await use.columnsIn(session, each.columns);
            return { columns, counts: await use.countColumns(session, columns, { old }) };
        });
        const rotated = order.copied ? await rehearse(order, columns, old) : 'not rehearsed';
        const ofKey = scopedTo(each, judging);
        const kept = order.copied ? { ...ofKey, scope: `copy of ${ofKey.scope}` } : ofKey;
        all.push(...use.judgeColumns(counts, each.by, kept), ...use.judgeRotation(rotated, columns.length, ofKey));
    }
    return all;
}
async function rehearse(order, columns, old) {
    const how = 'rehearse';
    const keys = { old, new: order.use.randomKey() };
    const rotation = { columns, keys, how, encryptPlain: false, report: () => undefined };
    return inSession(order, session => order.use.rotate(session, rotation)).then(rotated => ({ how, ...rotated }), (0,errors/* onUserError */.lP)(({ message }) => ({ failed: message }), order.signal));
}
async function scanCopy(order) {
    const found = order.copied ? await inSession(order, order.use.scanForTokens) : undefined;
    return order.use.judgeScan(found, order.judging);
}
async function atRest({ cluster, use, judging, signal, request, database }, { repositories }) {
    const ask = async () => {
        const { pods } = await (0,actions_recovery/* podsOf */.EB)(cluster, request.environment.namespace, database);
        const [exec] = pods.values();
        const answer = await exec?.(use.infoArguments({ stanza: database.stanza }), { signal });
        if (answer?.code !== 0)
            throw new errors/* UserError */.yo(answer === undefined ? 'no pod is running' : use.pgbackrestFailure(answer), '');
        return use.parseInfo(answer.stdout, database.stanza);
    };
    const stanza = await ask().catch((0,errors/* onUserError */.lP)(({ message }) => message, signal));
    const numbers = database.to.map(name => [name, repositories[name]?.pgbackrest]);
    return [...use.judgeRepositories(stanza, numbers, judging), ...(await use.judgeEtcd(cluster, judging))];
}
async function rotateKey(order, declared, confirmed, encryptPlain) {
    const { cluster, use, judging, host, request } = order;
    const old = await oldKey(declared, cluster, request, host);
    const keys = { old, new: newKey(declared, old, request.env, host) };
    const how = confirmed ? 'commit' : 'dry-run';
    const { report } = host;
    const rotated = await inSession(order, async (session) => {
        const columns = await use.columnsIn(session, declared.columns);
        return use.rotate(session, { columns, keys, how, encryptPlain, report });
    });
    if (confirmed)
        host.output('rotated', String(rotated.written));
    for (const { column, old, new: current, plain } of rotated.counts)
        report(`${column.name}: ${old} were under the old key, ${current} under the new key, ${plain} plain`);
    return {
        assessments: use.judgeRotation({ how, ...rotated }, rotated.counts.length, scopedTo(declared, judging)),
        notes: confirmed ? use.afterRotation(declared.by) : [use.afterDryRun],
    };
}


/***/ }),

/***/ 46158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ writeReport)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_records_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68538);




async function writeReport(path, text, record) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, text);
        if (record !== undefined)
            await (0,_toolkit_records_js__WEBPACK_IMPORTED_MODULE_3__.writeRecord)(record.env, record.about, text);
    }
    catch (error) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the report ${path} cannot be written: ${(0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .innermostCause */ .$C)(error)}`, 'choose another file', { cause: error });
    }
}


/***/ }),

/***/ 2723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   py: () => (/* binding */ encryptedCheck),
/* harmony export */   xB: () => (/* binding */ keyIn)
/* harmony export */ });
/* unused harmony export judgeEncrypted */
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8999);
/* harmony import */ var _fernet_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57265);
/* harmony import */ var _postgres_sql_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16677);



const most = 50;
function sampleScript({ table, column }) {
    const from = (sample) => `select format('(select %1$I::text as value from %2$s ${sample} where %1$I::text <> '''' limit ${most})', ${(0,_postgres_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(column)}, ${(0,_postgres_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(table)}::regclass)`;
    return `select format('select json_build_object(''value'', value) from (%s union all %s) sampled limit ${most}',
  (${from('tablesample system (10)')}), (${from('')})) \\gexec
`;
}
async function encryptedCheck(exec, connection, encrypted, secret, signal) {
    const rows = await (0,_postgres_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .rowsOf */ .RO)(exec, connection, sampleScript(encrypted), signal);
    const values = rows.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
    return judgeEncrypted(encrypted, values, secret?.data?.[encrypted.key]);
}
function judgeEncrypted({ table, column, secret, key, 'key-derivation': derivation }, values, data) {
    const levelCheck = (state, sentence) => ({
        level: 'L3',
        what: `encrypted values of ${table}.${column}`,
        state,
        sentence,
    });
    const by = `Secret/${secret}, ${key}`;
    if (data === undefined)
        return levelCheck('failed', `the key is missing: ${by} does not exist`);
    const fernet = keyIn(Buffer.from(data, 'base64').toString('utf8'), derivation);
    if (fernet === undefined)
        return levelCheck('failed', `${by} is not a Fernet key of 32 bytes in base64`);
    if (values.length === 0)
        return levelCheck('skipped', 'the column has no values, so the key was not proved');
    const faults = values.flatMap(value => {
        const opened = (0,_fernet_js__WEBPACK_IMPORTED_MODULE_0__/* .openStored */ .c2)(value, fernet);
        return opened.ok ? [] : [opened.sentence];
    });
    const [first] = faults;
    return first === undefined
        ? levelCheck('passed', `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(values.length, 'value')} decrypted with ${by}`)
        : levelCheck('failed', `${faults.length} of ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(values.length, 'value')} cannot be decrypted with ${by}: ${first}`);
}
function keyIn(text, derivation) {
    const alphabet = 'url-safe';
    return (0,_fernet_js__WEBPACK_IMPORTED_MODULE_0__/* .parseKey */ .Do)(derivation === 'none' ? text.trim() : (0,_fernet_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOfSecret */ .pk)(text.replace(/\n$/, ''), alphabet));
}


/***/ }),

/***/ 57265:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Do: () => (/* binding */ parseKey),
/* harmony export */   K2: () => (/* binding */ storedForm),
/* harmony export */   Xp: () => (/* binding */ randomKey),
/* harmony export */   Yc: () => (/* binding */ decrypt),
/* harmony export */   c2: () => (/* binding */ openStored),
/* harmony export */   pk: () => (/* binding */ keyOfSecret),
/* harmony export */   w: () => (/* binding */ encrypt),
/* harmony export */   x5: () => (/* binding */ sealStored)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

function keyOfSecret(secret, alphabet = 'standard') {
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(secret).digest();
    return alphabet === 'standard' ? digest.toString('base64') : urlSafe(digest);
}
function parseKey(text) {
    const bytes = bytesOf(text);
    return bytes?.length === 32 ? bytes : undefined;
}
const randomKey = () => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(32);
function storedForm(text) {
    const outer = bytesOf(text);
    if (outer === undefined)
        return undefined;
    if (looksLikeToken(outer))
        return 'token';
    const inner = bytesOf(outer.toString('latin1'));
    return inner !== undefined && looksLikeToken(inner) ? 'base64' : undefined;
}
function openStored(text, key) {
    const form = storedForm(text);
    if (form === undefined)
        return malformed('is neither a Fernet token nor one in base64');
    return decrypt(form === 'token' ? text : Buffer.from(text, 'base64').toString('latin1'), key);
}
function sealStored(plaintext, key, form, at) {
    const token = encrypt(plaintext, key, at);
    return form === 'token' ? token : Buffer.from(token).toString('base64');
}
function encrypt(plaintext, key, at, iv = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16)) {
    const head = Buffer.alloc(9, 0x80);
    head.writeBigUInt64BE(BigInt(Math.floor(at / 1000)), 1);
    const cipher = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createCipheriv)('aes-128-cbc', key.subarray(16), iv);
    const body = Buffer.concat([cipher.update(Buffer.from(plaintext)), cipher.final()]);
    const signed = Buffer.concat([head, iv, body]);
    return urlSafe(Buffer.concat([signed, signatureOf(signed, key)]));
}
function decrypt(token, key) {
    const bytes = bytesOf(token);
    if (bytes === undefined)
        return malformed('is not base64');
    if (!looksLikeToken(bytes))
        return malformed('does not have the version or length of a Fernet token');
    const signed = bytes.subarray(0, -32);
    if (!(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.timingSafeEqual)(signatureOf(signed, key), bytes.subarray(-32)))
        return {
            ok: false,
            kind: 'wrong-key',
            sentence: 'the token cannot be decrypted with this key: another key made it, or it was altered',
        };
    const decipher = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createDecipheriv)('aes-128-cbc', key.subarray(16), signed.subarray(9, 25));
    try {
        const plaintext = Buffer.concat([decipher.update(signed.subarray(25)), decipher.final()]);
        return { ok: true, plaintext, at: Number(signed.readBigUInt64BE(1)) * 1000 };
    }
    catch {
        return malformed('has a valid signature, but invalid padding');
    }
}
const looksLikeToken = (bytes) => bytes[0] === 0x80 && bytes.length >= 9 + 16 + 16 + 32 && (bytes.length - 9) % 16 === 0;
const signatureOf = (signed, key) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', key.subarray(0, 16)).update(signed).digest();
function bytesOf(text) {
    const trimmed = text.trim();
    if (trimmed === '' || trimmed.length % 4 !== 0 || !/^[\w+/-]+={0,2}$/.test(trimmed))
        return undefined;
    return Buffer.from(trimmed, 'base64');
}
const urlSafe = (bytes) => bytes.toString('base64').replaceAll('+', '-').replaceAll('/', '_');
const malformed = (problem) => ({
    ok: false,
    kind: 'malformed',
    sentence: `the text ${problem}`,
});


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


/***/ }),

/***/ 37108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FN: () => (/* binding */ readChecksums),
/* harmony export */   gD: () => (/* binding */ writeChecksums),
/* harmony export */   sc: () => (/* binding */ sha256)
/* harmony export */ });
/* unused harmony export listName */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _named_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85280);





const listName = 'checksums.txt';
const sha256 = (content) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
async function writeChecksums(folder) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(folder, { withFileTypes: true });
    const names = entries
        .filter(entry => entry.isFile() && !entry.name.startsWith('.') && entry.name !== listName)
        .map(({ name }) => name)
        .sort();
    const lines = [];
    for (const name of names)
        lines.push(`${sha256(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name)))}  ${name}\n`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, listName), lines.join(''));
    return sha256(lines.join(''));
}
async function readChecksums(folder, digest) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, listName);
    if (!/^[0-9a-f]{64}$/.test(digest))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the digest of the reports is not a SHA-256: "${digest}"`, 'use the output `reports-digest` of `scan`');
    const text = await (0,_named_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readNamed */ .M)(path, 'use the unchanged folder that `scan` wrote');
    if (sha256(text) !== digest)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${path} was changed after the scan: its SHA-256 is ${sha256(text)}, not ${digest}`, 'scan the images again, and find out which jobs of this run write artifacts');
    return new Map([...text.matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm)].map(([, sum = '', name = '']) => [name, sum]));
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

/***/ 68538:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   applicationIn: () => (/* binding */ applicationIn),
/* harmony export */   recordsFolder: () => (/* binding */ recordsFolder),
/* harmony export */   writeRecord: () => (/* binding */ writeRecord)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _checksums_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37108);
/* harmony import */ var _map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60630);




function recordsFolder({ SLIPWAY_RECORDS, GITHUB_ACTIONS, RUNNER_TEMP = '', }) {
    const usual = GITHUB_ACTIONS === 'true' && RUNNER_TEMP !== '' ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(RUNNER_TEMP, 'slipway-records') : '';
    return SLIPWAY_RECORDS ?? usual;
}
async function applicationIn(path) {
    const { parse } = await __webpack_require__.e(/* import() */ 8815).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    const value = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8')
        .then(text => parse(text, { logLevel: 'error' }))
        .catch(() => undefined);
    return (0,_map_js__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .jh)(value) && typeof value.app === 'string' ? value.app.slice(0, 100) : '';
}
async function writeRecord(env, about, content) {
    const folder = recordsFolder(env);
    if (folder === '')
        return;
    const file = about
        .filter(text => text !== '' && text !== 'slipway.yml')
        .join('-')
        .replace(/[^\w.-]/g, '_');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
    const name = file.length > 150 ? `${file.slice(0, 133)}-${(0,_checksums_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc)(file).slice(0, 16)}` : file;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, `${name}.json`), content, { mode: 0o600 });
}


/***/ })

};
