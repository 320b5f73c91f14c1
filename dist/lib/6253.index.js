export const id = 6253;
export const ids = [6253,5820,1724,6401];
export const modules = {

/***/ 36253:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ExecConnectionLost: () => (/* reexport */ exec/* ExecConnectionLost */.ex),
  ProgramMissing: () => (/* reexport */ exec/* ProgramMissing */.Xh),
  afterDryRun: () => (/* reexport */ afterDryRun),
  afterRotation: () => (/* reexport */ afterRotation),
  backupArguments: () => (/* reexport */ pgbackrest/* backupArguments */.Zg),
  chainOf: () => (/* reexport */ info/* chainOf */.dR),
  checkArguments: () => (/* reexport */ pgbackrest/* checkArguments */.PX),
  columnsIn: () => (/* reexport */ columnsIn),
  copyInto: () => (/* reexport */ copyInto),
  countColumns: () => (/* reexport */ countColumns),
  decrypt: () => (/* reexport */ fernet/* decrypt */.Yc),
  encrypt: () => (/* reexport */ fernet/* encrypt */.w),
  execIn: () => (/* reexport */ exec/* execIn */.Xm),
  execInteractive: () => (/* reexport */ exec/* execInteractive */.w3),
  expireArguments: () => (/* reexport */ pgbackrest/* expireArguments */.SZ),
  expiredLabels: () => (/* reexport */ pgbackrest/* expiredLabels */.Dz),
  infoArguments: () => (/* reexport */ pgbackrest/* infoArguments */.hX),
  interactiveProgram: () => (/* reexport */ exec/* interactiveProgram */.t_),
  isLabel: () => (/* reexport */ pgbackrest/* isLabel */.J2),
  judgeColumns: () => (/* reexport */ judgeColumns),
  judgeEtcd: () => (/* reexport */ judgeEtcd),
  judgeRepositories: () => (/* reexport */ judgeRepositories),
  judgeRotation: () => (/* reexport */ judgeRotation),
  judgeScan: () => (/* reexport */ judgeScan),
  judgedAs: () => (/* reexport */ judgedAs),
  keyOfSecret: () => (/* reexport */ fernet/* keyOfSecret */.pk),
  labelIn: () => (/* reexport */ pgbackrest/* labelIn */.o2),
  listArchiveArguments: () => (/* reexport */ pgbackrest/* listArchiveArguments */.Hq),
  listBackupArguments: () => (/* reexport */ pgbackrest/* listBackupArguments */.JK),
  newestGood: () => (/* reexport */ info/* newestGood */.an),
  openStored: () => (/* reexport */ fernet/* openStored */.c2),
  parseInfo: () => (/* reexport */ info/* parseInfo */.YL),
  parseKey: () => (/* reexport */ fernet/* parseKey */.Do),
  pgbackrestFailure: () => (/* reexport */ pgbackrest/* pgbackrestFailure */.Tj),
  randomKey: () => (/* reexport */ fernet/* randomKey */.Xp),
  readHistoryArguments: () => (/* reexport */ pgbackrest/* readHistoryArguments */.LB),
  requireRead: () => (/* reexport */ info/* requireRead */.Ml),
  restoreArguments: () => (/* reexport */ pgbackrest/* restoreArguments */.Vh),
  rotate: () => (/* reexport */ rotate),
  scanForTokens: () => (/* reexport */ scanForTokens),
  sealStored: () => (/* reexport */ fernet/* sealStored */.x5),
  secretWritesIn: () => (/* reexport */ secretWritesIn),
  settingsArguments: () => (/* reexport */ pgbackrest/* settingsArguments */.g1),
  storedForm: () => (/* reexport */ fernet/* storedForm */.K2),
  unreadIn: () => (/* reexport */ info/* unreadIn */.lA),
  verifyArguments: () => (/* reexport */ pgbackrest/* verifyArguments */.qO),
  withSession: () => (/* reexport */ withSession)
});

// EXTERNAL MODULE: ./.build/js/src/cluster/exec.js
var exec = __webpack_require__(90555);
// EXTERNAL MODULE: ./.build/js/src/assess/judgement.js
var judgement = __webpack_require__(16679);
// EXTERNAL MODULE: ./.build/js/src/assess/live.js
var live = __webpack_require__(45820);
// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/info.js
var info = __webpack_require__(37417);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/assess/assessment.js
var assessment = __webpack_require__(81724);
// EXTERNAL MODULE: ./.build/js/src/assess/requirement.js
var requirement = __webpack_require__(88159);
// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var toolkit_count = __webpack_require__(8999);
;// CONCATENATED MODULE: ./.build/js/src/keys/judge.js




const turnedOff = '`assess.rules` in slipway.yml turned this rule off when `keys` ran';
function judgedAs(judged, asked, { levels, of, at, scope }) {
    const levelOf = (rule) => (0,assessment/* levelOfRule */.S1)(rule, levels);
    const offAs = ({ id }) => (0,judgement/* notAsked */.Op)(turnedOff, { id, remedy: 'turn the rule on, and run `slipway keys` again' });
    const answers = Object.entries(judged).map(([rule, each = []]) => [
        rule,
        levelOf(rule) === 'off' ? [each].flat().map(offAs) : each,
    ]);
    return (0,judgement/* assessmentsOf */.FO)(Object.fromEntries(answers), rule => {
        const level = levelOf(rule);
        const ids = [requirement/* keyRequirements */._i[rule][0]];
        return { ids, level: level === 'off' ? 'info' : level, evidence: [{ asked, of, at }], scope };
    });
}
const objectOf = (column) => `Column/${column}`;
function judgeColumns(counts, by, judging) {
    const valuesOf = ({ old, new: current, unreadable, plain }) => old + current + unreadable + plain;
    const opens = counts.map(({ column: { name }, old, new: current, unreadable }) => {
        const [opened, on] = [old + current, objectOf(name)];
        if (opened + unreadable === 0)
            return (0,judgement/* unknown */.L5)(`${name} has no encrypted value, so ${by} was not tested`, on);
        return (0,judgement/* metUnless */.R3)(unreadable === 0
            ? []
            : `${unreadable} of ${(0,toolkit_count/* counted */.h)(opened + unreadable, 'encrypted value')} of ${name} cannot be decrypted with ${by}`, `${by} decrypts every encrypted value of ${name} (${opened})`, 'find the key that encrypted them, or restore them from a backup', on);
    });
    const plain = counts.map(count => {
        const { column, plain } = count;
        const { name } = column;
        const [all, on] = [valuesOf(count), objectOf(name)];
        if (all === 0)
            return (0,judgement/* unknown */.L5)(`${name} has no value`, on);
        return (0,judgement/* metUnless */.R3)(plain === 0 ? [] : `${plain} of ${(0,toolkit_count/* counted */.h)(all, 'value')} of ${name} are still stored in plaintext`, `every value of ${name} is encrypted (${all})`, 'encrypt them with `slipway keys rotate` and `encrypt-plain`', on);
    });
    const bare = counts.filter(count => count.plain > 0).map(({ column }) => column.name);
    const fields = counts.every(each => valuesOf(each) === 0)
        ? (0,judgement/* unknown */.L5)('no column that must be encrypted has a value')
        : (0,judgement/* metUnless */.R3)(bare.length === 0 ? [] : `columns that must be encrypted hold plaintext: ${bare.join(', ')}`, `no plaintext in ${(0,toolkit_count/* counted */.h)(counts.length, 'column')} that must be encrypted`);
    return judgedAs({ 'key-opens': opens, 'column-plain': [...plain, { ...fields, id: 'K5' }] }, 'which key opens each value of the encrypted columns', judging);
}
const copyRemedy = 'restore one, and pass its address as `copy`';
const judgeScan = (scan, judging) => judgedAs({ 'token-plain': foundIn(scan) }, 'whether a value of any column looks like a token', judging);
function foundIn(scan) {
    if (scan === undefined)
        return (0,judgement/* notAsked */.Op)(`only a restored copy is searched for tokens: ${copyRemedy}`);
    const { columns, rows, found, cut } = scan;
    if (found.length > 0)
        return found.map(({ column, kind, count }) => (0,judgement/* metUnless */.R3)(`${(0,toolkit_count/* counted */.h)(count, 'value')} of ${column} look like ${kind}`, '', 'encrypt the column, or store only a hash of what is compared', objectOf(column)));
    if (rows === 0)
        return (0,judgement/* unknown */.L5)('no token was found, but the copy has no rows');
    if (cut.length > 0)
        return (0,judgement/* unknown */.L5)(`no token was found, but these were not searched to their end: ${cut.slice(0, 5).join(', ')}`);
    return (0,judgement/* metUnless */.R3)([], `no value of ${(0,toolkit_count/* counted */.h)(columns, 'text column')} looks like a token (${(0,toolkit_count/* counted */.h)(rows, 'row')})`);
}
const judgeRotation = (attempt, columns, judging) => judgedAs({ 'key-rotates': rotated(attempt, columns) }, 'to encrypt the columns with another key', judging);
function rotated(attempt, columns) {
    if (attempt === 'not rehearsed')
        return (0,judgement/* notAsked */.Op)(`a rotation is rehearsed only in a restored copy: ${copyRemedy}`);
    if ('failed' in attempt)
        return (0,judgement/* metUnless */.R3)(`a rotation failed in the copy: ${attempt.failed}`, '');
    if (attempt.written === 0)
        return (0,judgement/* notAsked */.Op)('no value was left to encrypt with another key, so the rotation proves nothing');
    const extent = `${(0,toolkit_count/* counted */.h)(attempt.written, 'value')} of ${(0,toolkit_count/* counted */.h)(columns, 'column')}`;
    return {
        'dry-run': (0,judgement/* notAsked */.Op)(`a rotation would write ${extent}, but a dry run does not prove it`),
        rehearse: (0,judgement/* metUnless */.R3)([], `${extent} were encrypted with another key, read back, and rolled back`),
        commit: (0,judgement/* metUnless */.R3)([], `${extent} were encrypted with the new key, and read back before the commit`),
    }[attempt.how];
}
const afterRotation = (secret) => [
    `write the new key to ${secret} now, and restart the application: until then it cannot read the rotated values, and encrypts new ones with the old key; then run the rotation again for these, with the old key as OLD_KEY`,
    'sessions, cookies and links that the application signs with the same secret become invalid',
    'backups from before the rotation need the old key: keep it as long as these backups, and back up now',
];
const afterDryRun = 'nothing was written: this was a dry run; set `confirm` to rotate';

;// CONCATENATED MODULE: ./.build/js/src/keys/at-rest.js






function judgeRepositories(stanza, numbers, judging) {
    const found = numbers.map(([name, number = 0]) => {
        const object = `Repository/${name}`;
        const [repositories, fault] = typeof stanza === 'string' ? [[], stanza] : [stanza.repositories, (0,info/* unreadIn */.lA)(stanza, number)];
        const cipher = repositories.find(({ key }) => key === number)?.cipher;
        if (cipher === undefined || fault !== undefined)
            return (0,judgement/* unknown */.L5)(`the repository ${name} cannot be read: ${fault ?? 'pgBackRest does not list it'}`, object);
        return (0,judgement/* metUnless */.R3)(cipher === 'none' ? `pgBackRest writes the repository ${name} unencrypted` : [], `pgBackRest encrypts the repository ${name} with ${cipher}`, 'create a new repository with `repo-cipher-type=aes-256-cbc` and a passphrase: the cipher of an existing one cannot be changed', object);
    });
    return judgedAs({ 'repository-cipher': found }, 'pgbackrest info', judging);
}
const flag = '--encryption-provider-config';
async function judgeEtcd(cluster, judging) {
    const question = `${flag} of kube-apiserver, and its metrics`;
    return judgedAs({ 'etcd-encryption': await etcdOf(cluster) }, question, { ...judging, of: 'the cluster' });
}
async function etcdOf(cluster) {
    const pods = await (0,live.queriedOf)('the pods of kube-apiserver', cluster, () => cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.pod, 'kube-system'), { labelSelector: 'component=kube-apiserver' }));
    const items = pods.known ? pods.value.items : [];
    const without = items.filter(({ spec }) => !argumentsOf(spec).some(each => each.startsWith(flag)));
    if (without.length > 0)
        return (0,judgement/* metUnless */.R3)(`${without.length} of ${items.length} API servers have no ${flag}, so Secrets are stored in etcd unencrypted`, '', 'configure encryption at rest on the API servers, or use Secrets of an external store');
    const metrics = await (0,live.queriedOf)('/metrics', cluster, () => cluster.call('GET', '/metrics'));
    if (!metrics.known)
        return (0,judgement/* unknown */.L5)(`it is unknown whether etcd is encrypted: ${metrics.why}`);
    const { provider, plain } = secretWritesIn(metrics.value.body);
    if (plain)
        return (0,judgement/* unknown */.L5)(`the API server that answered has written Secrets unencrypted since its start${provider === undefined ? '' : `, and others with ${provider}`}`);
    if (provider !== undefined)
        return (0,judgement/* metUnless */.R3)([], `the API server that answered encrypts Secrets in etcd with ${provider}`);
    const seen = 'no metric of the API server that answered shows a Secret that was encrypted';
    return (0,judgement/* unknown */.L5)(items.length === 0
        ? `${seen}, and the cluster shows no pod of kube-apiserver; ask the provider of the cluster whether Secrets in etcd are encrypted`
        : `the API servers have ${flag}, but ${seen}`);
}
const argumentsOf = (spec) => (spec?.containers ?? []).flatMap(({ command = [], args = [] }) => [...command, ...args]);
function secretWritesIn(metrics) {
    const counters = metrics.matchAll(/^apiserver_storage_transformation_operations_total\{([^}\n]*)\} (\S+)$/gm);
    const prefixes = [...counters].flatMap(([, labels = '', count]) => {
        const label = (name) => new RegExp(`(?:^|,)${name}="([^"]*)"`).exec(labels)?.[1];
        const isWrite = label('transformation_type') === 'to_storage' && label('status') === 'OK';
        const isSecret = (label('resource') ?? 'secrets') === 'secrets';
        return isWrite && isSecret && Number(count) > 0 ? [label('transformer_prefix') ?? ''] : [];
    });
    const [provider] = prefixes.flatMap(each => /^k8s:enc:([\w:.-]+?):?$/.exec(each)?.[1] ?? []);
    return { plain: prefixes.includes(''), ...(0,map/* defined */.sw)({ provider }) };
}

// EXTERNAL MODULE: ./.build/js/src/recovery/masking-sql.js
var masking_sql = __webpack_require__(31856);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/sql.js
var sql = __webpack_require__(16677);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
;// CONCATENATED MODULE: ./.build/js/src/keys/columns.js




async function columnsIn(session, declared) {
    await session.rows('reset search_path;');
    const columns = [];
    for (const each of declared)
        columns.push(await columnIn(session, each));
    await session.rows('set search_path = pg_catalog;');
    return columns.filter(({ name }, index) => columns.findIndex(other => other.name === name) === index);
}
async function columnIn(session, { table, column }) {
    const [found] = await session.rows(`select json_build_object('schema', n.nspname, 'table', c.relname,
  'text', t.typcategory = 'S', 'type', pg_catalog.format_type(a.atttypid, null),
  'key', (select pg_catalog.json_agg(k.attname order by at.place) from pg_catalog.pg_index i
    cross join pg_catalog.unnest(i.indkey) with ordinality at (number, place)
    join pg_catalog.pg_attribute k on k.attrelid = c.oid and k.attnum = at.number
    where i.indrelid = c.oid and i.indisprimary))
from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
join pg_catalog.pg_type t on t.oid = a.atttypid
where c.oid = pg_catalog.to_regclass(${(0,sql/* literal */.eu)(table)}) and c.relkind in ('r', 'p') and a.attname = ${(0,sql/* literal */.eu)(column)};`);
    if (found === undefined)
        throw new errors/* UserError */.yo(`the encrypted column ${table}.${column} does not exist`, 'correct `drills.encrypted` in slipway.yml, and write the schema if it is not on the search path');
    if (found.text !== true)
        throw new errors/* UserError */.yo(`the encrypted column ${table}.${column} has the type ${found.type}`, 'declare only text columns');
    const [schema, name] = [String(found.schema), String(found.table)];
    return {
        name: `${schema}.${name}.${column}`,
        table: `${(0,masking_sql/* quoted */.TL)(schema)}.${(0,masking_sql/* quoted */.TL)(name)}`,
        column: (0,masking_sql/* quoted */.TL)(column),
        key: (0,map/* textsIn */.Ej)(found.key).map(masking_sql/* quoted */.TL),
    };
}

// EXTERNAL MODULE: ./.build/js/src/recovery/fernet.js
var fernet = __webpack_require__(57265);
;// CONCATENATED MODULE: ./.build/js/src/keys/session.js



async function withSession({ connection, signal, converse }, use) {
    if (signal.aborted)
        throw (0,errors/* cancelled */.KW)();
    const psqlSession = converse([...sql/* together */.bs, ...(0,sql/* psql */.tm)(connection)]);
    const leave = () => psqlSession.leave();
    signal.addEventListener('abort', leave, { once: true });
    const rows = async (sql) => {
        psqlSession.say(`${sql}\nselect '{"end": true}';`);
        const found = [];
        for (;;) {
            const line = await psqlSession.hear().catch((error) => {
                throw signal.aborted ? (0,errors/* cancelled */.KW)() : failed(connection, error.message);
            });
            if (line.trim() === '')
                continue;
            const row = (0,map/* jsonMap */.vM)(line);
            if (row === undefined)
                throw failed(connection, line);
            if (row.end === true)
                return found;
            found.push(row);
        }
    };
    try {
        await rows('\\set VERBOSITY terse\nset client_min_messages = error;\nset search_path = pg_catalog;');
        return await use({ rows });
    }
    finally {
        signal.removeEventListener('abort', leave);
        leave();
    }
}
const copyInto = (table, rows) => [`copy ${table} from stdin;`, ...rows.map(fields => fields.map(copied).join('\t')), '\\.'].join('\n');
const copied = (text) => text.replace(/[\\\n\r\t]/g, character => `\\${{ '\n': 'n', '\r': 'r', '\t': 't' }[character] ?? '\\'}`);
function failed({ database }, line) {
    const said = /\b(?:ERROR|FATAL|PANIC|error): .*/.exec(line)?.[0] ?? 'psql exited early, or printed no JSON';
    return new errors/* UserError */.yo(`the database ${database} refused: ${said.slice(0, 300)}`, 'fix this error, then run it again');
}

;// CONCATENATED MODULE: ./.build/js/src/keys/values.js



function classifyValue(text, keys) {
    const form = (0,fernet/* storedForm */.K2)(text);
    if (form === undefined)
        return { standing: 'plain' };
    for (const standing of ['new', 'old']) {
        const key = keys[standing];
        const opened = key && (0,fernet/* openStored */.c2)(text, key);
        if (opened?.ok)
            return { standing, form, plaintext: opened.plaintext, at: opened.at };
    }
    return { standing: 'unreadable' };
}
async function countValues(session, column, keys) {
    const counts = { old: 0, new: 0, plain: 0, unreadable: 0 };
    const forms = { token: 0, base64: 0 };
    for await (const batch of batches(session, column, []))
        for (const { value } of batch) {
            const examined = classifyValue(value, keys);
            counts[examined.standing] += 1;
            if ('form' in examined)
                forms[examined.form] += 1;
        }
    return { column, ...counts, forms };
}
const most = { bytes: 4 * 2 ** 20, rows: 2000 };
async function* batches(session, { name, table, column }, key) {
    const [sizes] = await session.rows(`select json_build_object('longest', coalesce(max(octet_length(${column}::text)), 0)) from ${table};`);
    const longest = Number(sizes?.longest);
    if (!(longest <= most.bytes))
        throw new errors/* UserError */.yo(`a value of ${name} has ${longest} bytes; at most ${most.bytes} are allowed`, 'remove it, or remove the column from `drills.encrypted`');
    const size = Math.max(1, Math.min(most.rows, Math.floor(most.bytes / Math.max(1, longest))));
    const id = `array[${key.map(each => `${each}::text`).join(', ')}]::text[]`;
    await session.rows(`declare slipway_values no scroll cursor for
select json_build_object('id', ${id}, 'value', ${column}::text) from ${table} where ${column}::text <> '';`);
    for (;;) {
        const rows = await session.rows(`fetch ${size} from slipway_values;`);
        if (rows.length === 0)
            break;
        yield rows.map(keptValue);
    }
    await session.rows('close slipway_values;');
}
function keptValue(row) {
    const { id, value } = (0,map/* isMap */.jh)(row) ? row : {};
    if (!Array.isArray(id) || typeof value !== 'string')
        throw new Error('a row without id or value');
    return { id: id.map(String), value };
}

;// CONCATENATED MODULE: ./.build/js/src/keys/rotation.js





const reading = 'begin transaction isolation level repeatable read, read only;';
const writing = (columns) => `begin transaction isolation level read committed, read write;
set local lock_timeout = '30s';
select pg_advisory_xact_lock(hashtextextended('slipway keys', 0)) \\g /dev/null
lock table ${[...new Set(columns.map(({ table }) => table))].sort().join(', ')} in share row exclusive mode;`;
const limits = `set local row_security = off;
set local statement_timeout = '15min';
set local idle_in_transaction_session_timeout = '5min';
select set_config(name, value, true) from (values ('log_statement', 'none'), ('log_min_duration_statement', '-1'),
  ('log_min_error_statement', 'panic')) settings (name, value)
where (select rolsuper from pg_roles where rolname = current_user) \\g /dev/null`;
async function countColumns(session, columns, keys) {
    await session.rows(`${reading}\n${limits}`);
    const counts = await countAll(session, columns, keys);
    await session.rows('rollback;');
    return counts;
}
async function rotate(session, rotation) {
    const { columns, keys, how, encryptPlain, report } = rotation;
    requirePrimaryKeys(columns);
    if (how === 'dry-run') {
        const counts = await countColumns(session, columns, keys);
        requireReadable(counts);
        return { counts, written: writtenOf(counts, encryptPlain) };
    }
    await session.rows(`${writing(columns)}\n${limits}`);
    const counts = await countAll(session, columns, keys);
    requireReadable(counts);
    for (const count of counts) {
        const written = await rewrite(session, count, rotation);
        report(`${count.column.name}: ${(0,toolkit_count/* counted */.h)(written, 'value')} written with the new key, not committed yet`);
    }
    requireRotated(counts, await countAll(session, columns, keys), encryptPlain);
    if (how === 'commit')
        await commit(session);
    else
        await session.rows('rollback;');
    return { counts, written: writtenOf(counts, encryptPlain) };
}
async function countAll(session, columns, keys) {
    const counts = [];
    for (const column of columns)
        counts.push(await countValues(session, column, keys));
    return counts;
}
const writtenOf = (counts, encryptPlain) => counts.reduce((sum, each) => sum + toWrite(each, encryptPlain), 0);
const toWrite = (count, encryptPlain) => count.old + (encryptPlain ? count.plain : 0);
function requirePrimaryKeys(columns) {
    const without = columns.find(({ key }) => key.length === 0);
    if (without === undefined)
        return;
    throw new errors/* UserError */.yo(`the table of ${without.name} has no primary key, so its rows cannot be addressed`, 'add a primary key to it');
}
function requireReadable(counts) {
    const bad = counts.filter(({ unreadable }) => unreadable > 0);
    if (bad.length === 0)
        return;
    const listed = bad.map(each => `${(0,toolkit_count/* counted */.h)(each.unreadable, 'value')} of ${each.column.name}`).join(', ');
    throw new errors/* UserError */.yo(`${listed} cannot be decrypted with the old or the new key; nothing was changed`, 'find the key that encrypted them; rotate first with that key as OLD_KEY and the current key as NEW_KEY, or remove these values');
}
function formFor({ column, forms, plain }, encryptPlain) {
    const form = forms.base64 > 0 ? 'base64' : 'token';
    if (!encryptPlain || plain === 0 || forms.base64 > 0 !== forms.token > 0)
        return form;
    throw new errors/* UserError */.yo(`the plain values of ${column.name} cannot be encrypted: other values do not show whether the application stores tokens in base64`, 'store one of them through the application first, or leave `encrypt-plain` out');
}
async function rewrite(session, count, { keys, encryptPlain }) {
    if (toWrite(count, encryptPlain) === 0)
        return 0;
    const form = formFor(count, encryptPlain);
    const { column, key, table, name } = count.column;
    const keyColumns = key.map((each, index) => `${each} as k${index}`).join(', ');
    const same = key.map((each, index) => `t.${each} = r.k${index}`).join(' and ');
    const id = `array[${key.map(each => `t.${each}::text`).join(', ')}]`;
    await session.rows(`create temporary table slipway_rotation as
select ${keyColumns}, ''::text as value from ${table} limit 0;`);
    let written = 0;
    for await (const batch of batches(session, count.column, key)) {
        const wanted = new Map();
        for (const { id: of, value } of batch) {
            const found = classifyValue(value, keys);
            const isPlain = found.standing === 'plain' && encryptPlain;
            if (found.standing !== 'old' && !isPlain)
                continue;
            const opened = 'plaintext' in found ? found : { plaintext: Buffer.from(value), form, at: Date.now() };
            const { plaintext } = opened;
            const sealed = (0,fernet/* sealStored */.x5)(plaintext, keys.new, opened.form, opened.at);
            wanted.set(JSON.stringify(of), { row: { id: of, value: sealed }, plaintext });
        }
        if (wanted.size === 0)
            continue;
        const rows = [...wanted.values()].map(({ row }) => [...row.id, row.value]);
        const stored = await session.rows(`truncate pg_temp.slipway_rotation;
${copyInto('pg_temp.slipway_rotation', rows)}
update ${table} t set ${column} = r.value from pg_temp.slipway_rotation r where ${same};
select json_build_object('id', ${id}, 'value', t.${column}::text) from ${table} t join pg_temp.slipway_rotation r on ${same};`);
        const right = stored.map(keptValue).filter(({ id: of, value }) => {
            const found = classifyValue(value, { old: keys.new });
            return 'plaintext' in found && wanted.get(JSON.stringify(of))?.plaintext.equals(found.plaintext);
        });
        if (right.length !== wanted.size || stored.length !== wanted.size)
            throw notStored(name);
        written += wanted.size;
    }
    await session.rows('drop table pg_temp.slipway_rotation;');
    return written;
}
function requireRotated(before, after, encryptPlain) {
    for (const [index, count] of before.entries()) {
        const now = after[index];
        const plain = encryptPlain ? 0 : count.plain;
        const all = count.new + toWrite(count, encryptPlain);
        if (now?.old !== 0 || now.unreadable !== 0 || now.plain !== plain || now.new !== all)
            throw notStored(count.column.name);
    }
}
const notStored = (name) => new errors/* UserError */.yo(`the values of ${name} that were read back differ from those that were written; nothing was changed`, 'look for triggers or rules of the table that change the column');
async function commit(session) {
    try {
        await session.rows('commit;');
    }
    catch (error) {
        throw (0,errors/* markAfterChange */.MU)(new errors/* UserError */.yo(`it is unknown whether the rotation was committed: ${error.message}`, 'run it again with the same keys: values under the new key stay as they are', { cause: error }));
    }
}

// EXTERNAL MODULE: ./.build/js/src/recovery/catalog.js
var recovery_catalog = __webpack_require__(58258);
// EXTERNAL MODULE: ./.build/js/src/toolkit/tokens.js
var tokens = __webpack_require__(20660);
;// CONCATENATED MODULE: ./.build/js/src/keys/scan.js



const textual = /^(text|character varying|character|citext|name|json|jsonb|xml|hstore)(\[\])?$/;
const longest = 8192;
const shortest = 16;
const batch = 100;
const scan_most = { rows: 200_000, characters: 2 ** 30 };
async function scanForTokens(session) {
    await session.rows(`begin transaction isolation level repeatable read, read only;
set local row_security = off;
set local statement_timeout = '15min';`);
    const [catalog] = (await session.rows(`${recovery_catalog/* catalogQuery */.M};`));
    const columns = catalog?.columns.filter(({ type }) => textual.test(type)) ?? [];
    const found = new Map();
    const cut = new Set();
    let rows = 0;
    let characters = 0;
    for (const [table, of] of Map.groupBy(columns, each => `${(0,masking_sql/* quoted */.TL)(each.schema)}.${(0,masking_sql/* quoted */.TL)(each.table)}`)) {
        let left = scan_most.rows;
        for await (const lines of linesOf(session, table, of)) {
            if (left < lines.length || characters > scan_most.characters) {
                cut.add(`${of[0]?.schema}.${of[0]?.table}`);
                break;
            }
            left -= lines.length;
            rows += lines.length;
            for (const values of lines)
                for (const [index, value] of values.entries()) {
                    characters += value?.length ?? 0;
                    const kind = kindOf(value);
                    const column = of[index] && (0,recovery_catalog/* pathOf */.X)(of[index]);
                    if (column !== undefined && isCut(value))
                        cut.add(column);
                    if (kind === undefined || column === undefined)
                        continue;
                    const entry = found.get(`${column} ${kind}`) ?? { column, kind, count: 0 };
                    found.set(`${column} ${kind}`, { ...entry, count: entry.count + 1 });
                }
        }
        await session.rows('close slipway_scan;');
    }
    await session.rows('rollback;');
    return { columns: columns.length, rows, found: [...found.values()], cut: [...cut] };
}
const isCut = (value) => value !== null && value.length > longest && [...value].length > longest;
function kindOf(value) {
    if (value === null)
        return undefined;
    return (0,tokens/* holdsPrivateKey */.jc)(value) ? 'a private key' : (0,tokens/* findToken */.fm)(value, true)?.what;
}
async function* linesOf(session, table, columns) {
    const values = columns.map(({ column }) => {
        const text = `${(0,masking_sql/* quoted */.TL)(column)}::text`;
        return `case when octet_length(${text}) >= ${shortest} then left(${text}, ${longest + 1}) end`;
    });
    await session.rows(`declare slipway_scan no scroll cursor for
select json_build_object('values', array[${values.join(', ')}]) from ${table};`);
    for (;;) {
        const rows = await session.rows(`fetch ${batch} from slipway_scan;`);
        if (rows.length === 0)
            return;
        yield rows.map(row => row.values);
    }
}

// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/pgbackrest.js
var pgbackrest = __webpack_require__(71673);
;// CONCATENATED MODULE: ./.build/js/src/actions/keys-engine.js












/***/ }),

/***/ 81724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ ranks),
/* harmony export */   FO: () => (/* binding */ rulesOff),
/* harmony export */   S1: () => (/* binding */ levelOfRule),
/* harmony export */   Wc: () => (/* binding */ assessmentNotes),
/* harmony export */   Z9: () => (/* binding */ placeText),
/* harmony export */   acceptExceptions: () => (/* binding */ acceptExceptions),
/* harmony export */   countAssessments: () => (/* binding */ countAssessments),
/* harmony export */   failureSentence: () => (/* binding */ failureSentence),
/* harmony export */   findingsIn: () => (/* binding */ findingsIn),
/* harmony export */   md: () => (/* binding */ worstFirst)
/* harmony export */ });
/* harmony import */ var _config_assess_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23608);
/* harmony import */ var _config_expiry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21825);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);



const usualLevels = { ..._config_assess_js__WEBPACK_IMPORTED_MODULE_0__/* .assessRules */ .UK, ..._config_assess_js__WEBPACK_IMPORTED_MODULE_0__/* .keyRules */ .tP };
const levelOfRule = (rule, rules, usual = usualLevels[rule] ?? 'warning') => rules[rule] ?? usual;
const rulesOff = (rules = {}) => Object.entries(rules).flatMap(([rule, level]) => (level === 'off' ? [rule] : []));
const findingsIn = (all) => all.filter(({ status, excused }) => status === 'not-met' && excused === undefined);
const ranks = { error: 0, warning: 1, info: 2 };
function worstFirst(all) {
    const key = ({ place, object = '', rule }) => `${place?.file ?? ''} ${String(place?.line ?? 0).padStart(8, '0')} ${object} ${rule}`;
    return [...all].sort((a, b) => ranks[a.level] - ranks[b.level] || (key(a) < key(b) ? -1 : 1));
}
const placeText = ({ place, object = '' }) => place === undefined ? object : place.line === undefined ? place.file : `${place.file}:${place.line}`;
function acceptExceptions(all, exceptions, now) {
    return all.map(each => {
        if (each.status !== 'not-met' || each.excused !== undefined)
            return each;
        const { excuse: excused, note } = (0,_config_expiry_js__WEBPACK_IMPORTED_MODULE_1__/* .excuseBy */ .bD)(exceptions.filter(exception => covers(exception, each)), now);
        return { ...each, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .sw)({ excused, note }) };
    });
}
const assessmentNotes = (all, exceptions, now, looked) => (0,_config_expiry_js__WEBPACK_IMPORTED_MODULE_1__/* .notesOnExceptions */ .Zw)(exceptions, now, exception => all.some(each => each.status === 'not-met' && covers(exception, each)), looked);
const covers = ({ rule, object }, found) => rule === found.rule && (object === undefined || object === found.object);
function countAssessments(all) {
    const short = findingsIn(all);
    const of = (level) => short.filter(each => each.level === level).length;
    const having = (status) => all.filter(each => each.status === status).length;
    return {
        error: of('error'),
        warning: of('warning'),
        info: of('info'),
        met: having('met'),
        unknown: having('unknown'),
        accepted: having('not-met') - short.length,
    };
}
function failureSentence(all) {
    const [first, ...more] = worstFirst(findingsIn(all)).filter(({ level }) => level === 'error');
    if (first === undefined)
        return undefined;
    const others = more.length > 0 ? ` (and ${more.length} more)` : '';
    const remedy = first.remedy === undefined ? '' : `; ${first.remedy}`;
    return `${placeText(first)}: ${first.what} [${first.rule}]${others}${remedy}`;
}


/***/ }),

/***/ 16679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F9: () => (/* binding */ found),
/* harmony export */   FO: () => (/* binding */ assessmentsOf),
/* harmony export */   L5: () => (/* binding */ unknown),
/* harmony export */   Op: () => (/* binding */ notAsked),
/* harmony export */   R3: () => (/* binding */ metUnless),
/* harmony export */   hH: () => (/* binding */ notApplicable),
/* harmony export */   lG: () => (/* binding */ judgementOf)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60630);


const found = (status, what, more = {}) => ({
    status,
    what,
    ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .defined */ .sw)(more),
});
const unknown = (why, object) => found('unknown', why, { object });
const notAsked = (why, more = {}) => found('unknown', why, { ...more, evidence: [] });
const notApplicable = (why) => found('not-applicable', why);
function metUnless(problems, good, remedy, object) {
    const problem = (0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .firstOf */ .K)([problems ?? []].flat());
    return problem === undefined
        ? found('met', good, { object })
        : found('not-met', problem, { remedy, object });
}
function judgementOf(good, judged) {
    if (judged === undefined)
        return undefined;
    const why = String(judged.reason || 'the step gave no reason').slice(0, 600);
    if (judged.verdict === 'pass')
        return metUnless([], good);
    return judged.verdict === 'fail' ? metUnless(why, good) : unknown(why);
}
const assessmentsOf = (judged, addition) => Object.entries(judged).flatMap(([rule, each = []]) => [each].flat().flatMap(judgement => {
    const { ids, ...more } = addition(rule, judgement);
    return ids.map(id => ({ id, rule, ...more, ...judgement }));
}));


/***/ }),

/***/ 45820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   listed: () => (/* binding */ listed),
/* harmony export */   notQueried: () => (/* binding */ notQueried),
/* harmony export */   queriedOf: () => (/* binding */ queriedOf),
/* harmony export */   readLive: () => (/* binding */ readLive)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);



const ofNamespace = (group, plural, kind) => ({
    group,
    version: 'v1',
    plural,
    kind,
    namespaced: true,
});
const listed = {
    nodes: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.node,
    pods: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.pod,
    deployments: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.deployment,
    quotas: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.resourceQuota,
    limitRanges: ofNamespace('', 'limitranges', 'LimitRange'),
    budgets: ofNamespace('policy', 'poddisruptionbudgets', 'PodDisruptionBudget'),
    autoscalers: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.horizontalPodAutoscaler,
    networkPolicies: ofNamespace('networking.k8s.io', 'networkpolicies', 'NetworkPolicy'),
    roles: ofNamespace('rbac.authorization.k8s.io', 'roles', 'Role'),
    roleBindings: ofNamespace('rbac.authorization.k8s.io', 'rolebindings', 'RoleBinding'),
};
async function queriedOf(question, { now }, ask) {
    try {
        const value = await ask();
        return { known: true, value, asked: question, at: new Date(now()).toISOString() };
    }
    catch (error) {
        if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo))
            throw error;
        return { known: false, why: error.message };
    }
}
const beforeStable = /^[a-z0-9][a-z0-9.-]*\/v\d+(alpha|beta)\d+$/;
async function warningsOf(cluster, namespace, objects) {
    const found = new Map();
    const kinds = objects.flatMap(({ apiVersion = '', kind = '' }) => beforeStable.test(apiVersion) ? [`${apiVersion} ${kind}`] : []);
    for (const each of new Set(kinds)) {
        const [apiVersion = '', kind] = each.split(' ');
        const [group = '', version = ''] = apiVersion.split('/');
        const list = await cluster.get(`/apis/${group}/${version}`);
        const resource = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)(list?.resources).find(({ kind: is, name }) => is === kind && typeof name === 'string' && /^[a-z0-9-]+$/.test(name));
        if (resource === undefined)
            continue;
        const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)({
            group,
            version,
            plural: String(resource.name),
            kind: kind ?? '',
            namespaced: resource.namespaced === true,
        }, namespace);
        const { headers } = await cluster.call('GET', `${path}?limit=1`);
        const said = /^299 \S+ "((?:[^"\\]|\\.)*)"/.exec(headers.warning ?? '')?.[1];
        if (said !== undefined && /deprecated/.test(said))
            found.set(each, said.slice(0, 300));
    }
    return found;
}
async function readLive(cluster, namespace, objects = []) {
    const asked = (question, ask) => queriedOf(question, cluster, ask);
    const lists = Object.entries(listed).map(async ([key, resource]) => {
        const where = resource.namespaced ? ` in namespace ${namespace}` : '';
        const question = `list ${resource.plural}${where}`;
        const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(resource, namespace);
        return [key, await asked(question, async () => (await cluster.list(path)).items)];
    });
    const served = asked('served API versions', async () => {
        const found = await cluster.get('/apis');
        if (found?.groups === undefined)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('the API server does not say which versions it serves', 'check its address');
        const versions = found.groups.flatMap(group => group.versions ?? []);
        return new Set(['v1', ...versions.map(({ groupVersion }) => groupVersion)]);
    });
    const version = asked('the version of the API server', async () => String((await cluster.get('/version'))?.gitVersion ?? ''));
    const warnings = asked('warnings about versions of the manifests', () => warningsOf(cluster, namespace, objects));
    const versions = { served: await served, version: await version, warnings: await warnings };
    return { ...Object.fromEntries(await Promise.all(lists)), ...versions };
}
function notQueried(why) {
    const keys = [...Object.keys(listed), 'served', 'version', 'warnings'];
    return Object.fromEntries(keys.map(key => [key, { known: false, why }]));
}


/***/ }),

/***/ 88159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ln: () => (/* binding */ requirements),
/* harmony export */   V0: () => (/* binding */ sections),
/* harmony export */   ZE: () => (/* binding */ sectionOf),
/* harmony export */   _i: () => (/* binding */ keyRequirements),
/* harmony export */   aj: () => (/* binding */ requirementIds),
/* harmony export */   dL: () => (/* binding */ otherNeedsOf)
/* harmony export */ });
const sections = {
    Z: 'General',
    A: 'Architecture',
    I: 'Images',
    K: 'Variables and keys',
    H: 'High availability',
    P: 'Performance and cost',
    S: 'Security',
    M: 'Monitoring and logs',
    D: 'Disaster recovery',
    C: 'Continuous delivery',
};
const delivered = 'alerts-critical|alerts-warning|alerts-info';
const requirements = {
    Z1: { title: 'No part depends on one cloud', needs: 'assess-neutral' },
    Z2: { title: 'Several images and workloads are one release', needs: 'release-images' },
    Z3: { title: 'One automated flow from commit to production', needs: 'release-origin release-digest' },
    Z4: { title: 'Failures of every size are tolerated', needs: '=H1 =H4 =H5 =H6 =D14 =D15 =D16 =D17' },
    Z5: {
        title: 'Security and compliance have proof',
        needs: '=S1 =S5 =S8 =S9 =S11 =C4 release-signed audit-chain',
    },
    Z6: { title: 'Production can be observed', needs: '=M1 =M2 =M4 =M5 =M7 =C7' },
    Z7: { title: 'Cost is known and limited', needs: '=P4 =P7 =P8 =P9 =P11' },
    Z8: { title: 'Nothing depends on one application' },
    Z9: { title: 'The policy has versions and follows new practice', needs: 'assess-version' },
    A1: { title: 'The frontend answers with HTML, and the API does not', needs: 'verify-html verify-api' },
    A2: {
        title: 'Application, authentication and monitoring run as services',
        needs: 'verify-dependencies monitor-pods',
    },
    A3: { title: 'Database, cache and file storage answer', needs: 'verify-stores' },
    A4: {
        title: 'Cluster, load balancer and registry are ready',
        needs: 'assess-nodes registry-images verify-checks',
    },
    A5: { title: 'Each part reaches the parts that it needs', needs: 'verify-dependencies' },
    A6: {
        title: 'The cluster can pull the images and send requests to ready pods',
        needs: 'registry-images release-pods release-endpoints',
    },
    A7: { title: 'Several ways of delivery give the same result' },
    I1: { title: 'Images are built in stages, from pinned base images', needs: 'policy-stages' },
    I2: { title: 'Images stay within their size budget', needs: 'build-size' },
    I3: { title: 'Packages of the frontend come from the lock file', needs: 'policy-frontend' },
    I4: { title: 'Packages of the backend come from the lock file', needs: 'policy-backend' },
    I5: { title: 'Programs run with least privilege', needs: 'trivy policy-permissions scan-permissions' },
    I6: { title: 'Base images are slim, allowed and current', needs: 'policy-bases stale-bases' },
    I7: { title: 'Builds use a cache', needs: 'policy-cache build-cache' },
    I8: { title: 'Images exist for every platform', needs: 'registry-platforms' },
    I9: { title: 'Build arguments and tags are planned before the build', needs: 'build-tags' },
    I10: { title: 'Releases never depend on a moving tag', needs: 'release-digest' },
    K1: { title: 'Stored secrets can be decrypted with the current key', needs: '*keys' },
    K2: { title: 'Stored settings are encrypted', needs: '*keys' },
    K3: { title: 'Encryption is symmetric and authenticated', needs: '=K1' },
    K4: { title: 'The key can be rotated', needs: '*keys' },
    K5: { title: 'Sensitive fields are encrypted, and only those', needs: '*keys' },
    K6: { title: 'The application reads an encrypted secret after a release', needs: 'verify-stored-secrets' },
    K7: { title: 'Each variable is kept where its class demands' },
    K8: { title: 'Secrets come from a key service or an encrypted store' },
    H1: { title: 'Two instances run in each of three zones' },
    H2: { title: 'The load balancer of each zone answers', needs: 'verify-addresses' },
    H3: { title: 'The database replicates to the other zones', needs: 'replication-standbys' },
    H4: { title: 'The health of every container is checked' },
    H5: { title: 'A failed container is restarted', needs: '*drill' },
    H6: { title: 'Traffic leaves a failed or terminating instance without errors', needs: '*drill' },
    H7: { title: 'Replicas hold the same data', needs: 'replication-tables' },
    H8: { title: 'Workloads are valid, sized and updated in steps' },
    H9: { title: 'There are complete manifests', needs: 'assess-complete' },
    P1: { title: 'CPU, memory, latency and requests are measured', needs: 'monitor-signals' },
    P2: { title: 'Business metrics are measured', needs: 'monitor-business' },
    P3: { title: 'Network, disk, connections and cache are measured', needs: 'monitor-infrastructure' },
    P4: { title: 'Cost has a limit', needs: '*cost' },
    P5: { title: 'Resource use has quotas' },
    P6: { title: 'The number of instances follows the load' },
    P7: { title: 'Cost is reported in detail', needs: '*cost' },
    P8: { title: 'Autoscaling saves compute', needs: '*cost' },
    P9: { title: 'Compression and deduplication save storage', needs: '*cost' },
    P10: { title: 'Caching saves network traffic', needs: 'verify-page' },
    P11: { title: 'Connection pools fit the database', needs: '*cost' },
    S1: { title: 'Every request is authenticated and authorized', needs: 'verify-matrix' },
    S2: { title: 'Cookies of users are protected', needs: 'verify-cookie' },
    S3: { title: 'Bearer tokens are checked', needs: 'verify-bearer' },
    S4: { title: 'API keys are checked and expire', needs: 'verify-key' },
    S5: { title: 'RBAC grants only what is needed' },
    S6: { title: 'Permissions and connections are denied unless they are granted', needs: '=S5' },
    S7: { title: 'Revoked access is refused soon', needs: 'verify-revoked' },
    S8: { title: 'Transport is encrypted', needs: 'verify-tls' },
    S9: { title: 'Stored data is encrypted', needs: '*keys' },
    S10: { title: 'Copies of data are masked', needs: 'restore-masked' },
    S11: {
        title: 'Logins, permissions and access are audited',
        needs: 'monitor-security-events alerts-security-events audit-chain',
    },
    M1: {
        title: 'Application, infrastructure, database and cache are scraped',
        needs: 'monitor-pods monitor-exporters',
    },
    M2: {
        title: 'Prometheus, Grafana and alerts work',
        needs: `monitor-rules monitor-dashboards ${delivered}`,
    },
    M3: { title: 'There are dashboards, reports and notifications', needs: `monitor-dashboards ${delivered}` },
    M4: { title: 'An alert reaches a person', needs: delivered },
    M5: { title: 'Logs are structured', needs: 'logs-structure' },
    M6: { title: 'Each log level has its own retention', needs: 'logs-retention' },
    M7: { title: 'Logs of all services come together', needs: 'logs-arrival' },
    M8: { title: 'Logs hold no secrets', needs: 'logs-leaks' },
    M9: { title: 'Thresholds raise alerts', needs: 'monitor-rules monitor-objectives' },
    M10: { title: 'Alerts are grouped and inhibited', needs: 'monitor-silences' },
    M11: { title: 'Severity decides who is told', needs: 'alerts-critical alerts-warning alerts-info' },
    M12: { title: 'Alerts trigger automatic actions', needs: 'alerts-automatic' },
    D1: { title: 'Production is described completely', needs: 'backup-complete' },
    D2: { title: 'Backups are scheduled and archived', needs: 'backup-fresh backup-scheduled' },
    D3: { title: 'A recovery environment can be created', needs: 'backup-complete drill-region|drill-total' },
    D4: {
        title: 'Everything is backed up and can be restored',
        needs: 'backup-complete backup-volumes drill-restore|drill-region|drill-total',
    },
    D5: { title: 'Full backups are weekly', needs: 'backup-full' },
    D6: { title: 'Incremental backups are daily', needs: 'backup-incremental' },
    D7: { title: 'Important data is replicated continuously', needs: 'replication-archive' },
    D8: { title: 'Configuration is backed up by version', needs: 'backup-configuration' },
    D9: { title: 'Images of releases are kept', needs: 'backup-images registry-images' },
    D10: { title: 'Session state is backed up', needs: 'backup-state' },
    D11: { title: 'Restores are rehearsed regularly', needs: 'drill-due' },
    D12: { title: 'Many disasters are rehearsed', needs: 'drill-variety' },
    D13: { title: 'The time to recover is measured', needs: 'drill-measured' },
    D14: { title: 'The loss of a node loses no data', needs: 'drill-node replication-synchronous' },
    D15: { title: 'The loss of a zone is recovered in time', needs: 'drill-zone' },
    D16: { title: 'The loss of a region is recovered in time', needs: 'drill-region' },
    D17: { title: 'The loss of everything is recovered in time', needs: 'drill-total' },
    D18: { title: 'Backup schedules can meet the RPO and RTO targets', needs: 'schedule-targets' },
    C1: { title: 'Every commit has its own plan', needs: 'plan-pass' },
    C2: { title: 'Builds output digests', needs: 'build-digests' },
    C3: { title: 'Tests write reports and stop bad commits', needs: 'test-pass' },
    C4: { title: 'Vulnerabilities stop a release', needs: 'scan-pass' },
    C5: { title: 'Releases are checked, applied and recorded', needs: 'release-recorded' },
    C6: { title: 'Acceptance tests check releases', needs: 'verify-checks release-verified' },
    C7: { title: 'Metrics judge a release', needs: 'release-gate|monitor-health' },
    C8: { title: 'Blue-green releases lose no request', needs: 'release-blue-green' },
    C9: { title: 'Canaries get traffic in steps', needs: 'release-canary' },
    C10: { title: 'A failing rolling update stops before all pods are replaced', needs: 'release-rolling' },
    C11: {
        title: 'A stable version is restored quickly',
        needs: 'release-restorable drill-bad-release|release-rolled-back',
    },
    C12: { title: 'More than one forge is supported' },
    C13: { title: 'More than one CI system is supported' },
    C14: { title: 'The supported versions of Kubernetes are known' },
    C15: { title: 'Several registries are supported' },
    C16: {
        title: 'Prometheus and Grafana are connected',
        needs: 'monitor-rules monitor-pods monitor-dashboards',
    },
    C17: { title: 'A log store is connected', needs: 'logs-store' },
};
const otherNeedsOf = (id) => {
    const { needs = '' } = requirements[id];
    return needs.split(' ').filter(each => each !== '');
};
const requirementIds = Object.keys(requirements);
const sectionOf = (id) => sections[id[0]];
const keyRequirements = {
    'key-opens': ['K1'],
    'column-plain': ['K2', 'K5'],
    'token-plain': ['K5'],
    'key-rotates': ['K4'],
    'repository-cipher': ['S9'],
    'etcd-encryption': ['S9'],
};


/***/ }),

/***/ 23608:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UK: () => (/* binding */ assessRules),
/* harmony export */   ZS: () => (/* binding */ envPolicySchema),
/* harmony export */   cJ: () => (/* binding */ assessSchema),
/* harmony export */   tP: () => (/* binding */ keyRules)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88343);
/* harmony import */ var _exceptions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60820);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18464);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54524);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34182);





const assessRules = {
    'workload-invalid': 'error',
    'service-selector': 'warning',
    'api-served': 'error',
    'api-deprecated': 'warning',
    'version-skew': 'warning',
    'zone-replicas': 'warning',
    'zone-spread': 'warning',
    'zone-nodes': 'warning',
    'zone-pods': 'warning',
    'probe-readiness': 'warning',
    'probe-liveness': 'warning',
    'probe-same': 'warning',
    'probe-port': 'error',
    'probe-timing': 'warning',
    'probe-startup': 'warning',
    'disruption-budget': 'warning',
    'disruption-blocked': 'warning',
    'pre-stop-hook': 'warning',
    'termination-grace-period': 'warning',
    'update-downtime': 'warning',
    'resource-requests': 'warning',
    'resource-memory': 'warning',
    'resource-invalid': 'error',
    'image-floating': 'warning',
    'autoscaler-missing': 'info',
    'autoscaler-target': 'error',
    'autoscaler-replicas': 'warning',
    'autoscaler-requests': 'error',
    'namespace-quota': 'info',
    'namespace-limits': 'info',
    'quota-peak': 'error',
    'access-wildcard': 'error',
    'access-admin': 'error',
    'access-default-account': 'warning',
    'access-sensitive': 'warning',
    'token-mounted': 'warning',
    'network-policy': 'info',
    'connection-plain': 'warning',
    'variable-high': 'error',
    'variable-medium': 'warning',
    'variable-low': 'info',
    'secret-plain': 'error',
    'secret-sops': 'error',
};
const keyRules = {
    'key-opens': 'error',
    'key-rotates': 'warning',
    'column-plain': 'warning',
    'token-plain': 'error',
    'repository-cipher': 'error',
    'etcd-encryption': 'warning',
};
const ofTrivy = /^KSV-[0-9]{4,5}$/;
const ruleNames = Object.keys({ ...assessRules, ...keyRules });
const ruleSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
    .superRefine((name, context) => {
    if (ruleNames.includes(name) || ofTrivy.test(name))
        return;
    const remedy = (0,_suggest_js__WEBPACK_IMPORTED_MODULE_4__/* .suggestOr */ .S4)(name, ruleNames, 'choose a rule from docs/assess.md or docs/keys.md');
    context.addIssue({ code: 'custom', message: `is not a rule; ${remedy}` });
})
    .meta({ pattern: `^(${ruleNames.join('|')}|KSV-[0-9]{4,5})$` });
const assessSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    zones: (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeSchema */ .HY)(1, 10, 'is not a number of zones; write a whole number from 1 to 10').prefault(3).meta({
        description: 'How many zones must hold two pods each of every workload with traffic.',
        example: 1,
    }),
    rules: zod__WEBPACK_IMPORTED_MODULE_3__/* .partialRecord */ .jgl(ruleSchema, _policy_js__WEBPACK_IMPORTED_MODULE_2__/* .levelSchema */ .w)
        .prefault({})
        .meta({
        description: 'The level of each rule that differs from docs/assess.md.',
        example: { 'network-policy': 'warning', 'KSV-0014': 'off' },
    }),
    exceptions: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
        rule: ruleSchema.meta({ description: 'The rule.', example: 'probe-liveness' }),
        object: (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^[A-Z][A-Za-z0-9]*\/[^/\s]+$/, {
            problem: 'is not an object',
            remedy: 'write Kind/name, such as Deployment/shop',
        })
            .exactOptional()
            .meta({ description: 'Only for this object. Default: for all.', example: 'Deployment/shop' }),
        ..._exceptions_js__WEBPACK_IMPORTED_MODULE_0__/* .answeredFor */ .p,
    }))
        .prefault([])
        .meta({
        description: 'Findings that are accepted until a date.',
        example: [
            {
                rule: 'zone-replicas',
                object: 'Deployment/admin',
                owner: 'platform-team',
                reason: 'few people use it',
                expires: '2027-01-31',
            },
        ],
    }),
});
const namePattern = (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^[A-Za-z0-9_.*-]+$/, {
    problem: 'is not a pattern of variables',
    remedy: 'write letters, digits, "_" and "*", such as *_TOKEN',
});
const patternsSchema = (description, example) => zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(namePattern).prefault([]).meta({ description, example });
const envPolicySchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    high: patternsSchema('Variables that must come from a Secret or a secret store.', ['*_DSN', 'LICENSE']),
    medium: patternsSchema('Switches that must not be on in production.', ['VERBOSE']),
    low: patternsSchema('Variables that need no protection, and belong in a ConfigMap.', ['PUBLIC_KEY']),
});


/***/ }),

/***/ 60820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ exceptionProblems),
/* harmony export */   p: () => (/* binding */ answeredFor)
/* harmony export */ });
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18464);
/* harmony import */ var _placed_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95761);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34182);



const dateSchema = (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/, {
    problem: 'is not a date',
    remedy: 'write year, month and day, such as 2027-01-31',
}).refine(written => {
    const date = new Date(`${written}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written);
}, { error: 'is a day that does not exist; write another one, such as 2027-01-31', abort: true });
const said = (what, example) => (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/\S/, { problem: 'is empty', remedy: `say ${what}, such as ${example}` });
const answeredFor = {
    owner: said('who is responsible for it', 'platform-team').meta({
        description: 'Who is responsible for it.',
        example: 'platform-team',
    }),
    reason: said('why it is needed', 'the registry has no digests yet').meta({
        description: 'Why it is needed.',
        example: 'the registry has no digests yet',
    }),
    expires: dateSchema.meta({
        description: 'The day, in UTC, from which it no longer applies.',
        example: '2027-01-31',
    }),
};
function exceptionProblems(exceptions, images) {
    return exceptions.flatMap(({ image }, index) => image === undefined || Object.hasOwn(images, image)
        ? []
        : (0,_placed_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .placed */ .GS)(['exceptions', index, 'image'], `is not an image of this file; ${(0,_suggest_js__WEBPACK_IMPORTED_MODULE_2__/* .suggest */ .ZA)(image, Object.keys(images))}`));
}


/***/ }),

/***/ 21825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eh: () => (/* binding */ expiresSoon),
/* harmony export */   Zw: () => (/* binding */ notesOnExceptions),
/* harmony export */   bD: () => (/* binding */ excuseBy),
/* harmony export */   hF: () => (/* binding */ daysOf)
/* harmony export */ });
/* unused harmony export hasExpired */
const hasExpired = (expires, now) => now.getTime() >= Date.parse(`${expires}T00:00:00Z`);
const expiresSoon = (expires, now) => !hasExpired(expires, now) && hasExpired(expires, new Date(now.getTime() + daysOf('14d')));
function excuseBy(exceptions, now) {
    const valid = exceptions.find(each => !hasExpired(each.expires, now));
    if (valid !== undefined) {
        const { owner, reason, expires } = valid;
        return { excuse: { by: 'exception', owner, reason, expires } };
    }
    const [past] = exceptions;
    return past === undefined ? {} : { note: `the exception by ${past.owner} expired on ${past.expires}` };
}
const notesOnExceptions = (exceptions, now, isUsed, isChecked = () => true) => exceptions.flatMap(exception => {
    const { rule, owner, expires } = exception;
    if (!isUsed(exception))
        return isChecked(rule)
            ? [`the exception to ${rule} by ${owner} matches no finding; remove it from slipway.yml`]
            : [];
    return expiresSoon(expires, now)
        ? [`the exception to ${rule} by ${owner} expires on ${expires}; fix its findings before then`]
        : [];
});
const daysOf = (text) => Number.parseInt(text, 10) * 86_400_000;


/***/ }),

/***/ 18464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bw: () => (/* binding */ daysSchema),
/* harmony export */   Et: () => (/* binding */ imageReferenceSchema),
/* harmony export */   GQ: () => (/* binding */ manifestPathSchema),
/* harmony export */   Gm: () => (/* binding */ unversionedSchema),
/* harmony export */   Gx: () => (/* binding */ labelSchema),
/* harmony export */   HY: () => (/* binding */ wholeSchema),
/* harmony export */   I6: () => (/* binding */ userNameSchema),
/* harmony export */   LU: () => (/* binding */ atLeastOne),
/* harmony export */   Og: () => (/* binding */ headerNameSchema),
/* harmony export */   Qd: () => (/* binding */ metadataNameSchema),
/* harmony export */   Qk: () => (/* binding */ proxiedServiceSchema),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   SH: () => (/* binding */ argumentNameSchema),
/* harmony export */   XI: () => (/* binding */ bytesSchema),
/* harmony export */   _L: () => (/* binding */ repositorySchema),
/* harmony export */   c$: () => (/* binding */ querySchema),
/* harmony export */   cE: () => (/* binding */ listSchema),
/* harmony export */   fj: () => (/* binding */ environmentVariableSchema),
/* harmony export */   gq: () => (/* binding */ requestPathSchema),
/* harmony export */   hw: () => (/* binding */ relativePathSchema),
/* harmony export */   it: () => (/* binding */ stageSchema),
/* harmony export */   lu: () => (/* binding */ portSchema),
/* harmony export */   n4: () => (/* binding */ secretIdSchema),
/* harmony export */   nJ: () => (/* binding */ percentSchema),
/* harmony export */   oL: () => (/* binding */ addressSchema),
/* harmony export */   pz: () => (/* binding */ percentOr),
/* harmony export */   sJ: () => (/* binding */ mediaTypeSchema),
/* harmony export */   sK: () => (/* binding */ durationSchema),
/* harmony export */   t1: () => (/* binding */ daysInMilliseconds),
/* harmony export */   vS: () => (/* binding */ pathPatternSchema),
/* harmony export */   vd: () => (/* binding */ platformSchema),
/* harmony export */   x0: () => (/* binding */ objectSchema),
/* harmony export */   x7: () => (/* binding */ fileNameSchema),
/* harmony export */   yu: () => (/* binding */ booleanSchema),
/* harmony export */   zT: () => (/* binding */ serverSchema),
/* harmony export */   zg: () => (/* binding */ jsonPathSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88343);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88532);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95126);
/* harmony import */ var _matchers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39561);



const label = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const labelSchema = (noun, longest = 63) => text(new RegExp(`^${label}$`), {
    problem: `is not ${noun}`,
    remedy: `use lower-case letters, digits and "-", at most ${longest} characters`,
    longest,
});
const objectSchema = (kinds, example) => {
    const [first, ...others] = kinds;
    const last = others.pop();
    const listed = last === undefined ? first : `${[first, ...others].join(', ')} or ${last}`;
    const name = `${label}(\\.${label})*`;
    const written = text(new RegExp(last === undefined ? `^${first}/${name}$` : `^(${kinds.join('|')})/${name}$`), {
        problem: `is not a ${listed}`,
        remedy: `write ${last === undefined ? first : 'Kind'}/name, such as ${first}/${example}`,
        longest: Math.max(...kinds.map(({ length }) => length)) + 1 + 253,
    });
    return zod__WEBPACK_IMPORTED_MODULE_2__/* .codec */ .rLB(written, zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(kinds), name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }), {
        decode: object => {
            const slash = object.indexOf('/');
            return { kind: object.slice(0, slash), name: object.slice(slash + 1) };
        },
        encode: object => `${object.kind}/${object.name}`,
    });
};
const durationSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .codec */ .rLB(text(_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .durationPattern */ .Zq, {
    problem: 'is not a duration',
    remedy: 'write numbers with units, such as 250ms, 30s, 5m or 1h30m',
}), zod__WEBPACK_IMPORTED_MODULE_2__/* .custom */ .IeY(value => typeof value === 'number'), {
    decode: (written, { issues }) => {
        const duration = (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(written);
        if (duration !== undefined)
            return duration;
        const message = 'is out of range; choose a duration above 0 and at most 24h';
        issues.push({ code: 'custom', message, input: written });
        return zod__WEBPACK_IMPORTED_MODULE_3__/* .NEVER */ .tm;
    },
    encode: duration => `${duration}ms`,
});
const daysSchema = text(/^[1-9][0-9]{0,2}d$/, {
    problem: 'is not a number of days',
    remedy: 'write days such as 7d, at most 999d',
});
const daysInMilliseconds = daysSchema.transform(days => Number.parseInt(days, 10) * 86_400_000);
const host = '[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?)*';
const part = '[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*';
const repositorySchema = text(new RegExp(`^(${host}(:[0-9]{1,5})?/)?${part}(/${part})*$`), {
    problem: 'is not a repository',
    remedy: 'write registry/path in lower case without tag or digest, such as ghcr.io/acme/shop',
    longest: 255,
});
const manifestPathSchema = text(/^(?!\/)(?!.*:\/\/)[^\\\p{Cc}]+$/u, {
    problem: 'is not a relative path',
    remedy: 'write a path relative to slipway.yml with "/", such as deploy/',
});
const relativePathSchema = text(/^(?!\/)(?!.*:\/\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}]+$/u, {
    problem: 'is not a path below slipway.yml',
    remedy: 'write a relative path with "/" and without "..", such as web',
});
const fileNameSchema = text(/^(?!\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}]*[^\\/\p{Cc}]$/u, {
    problem: 'is not the name of a file',
    remedy: 'write a relative path with "/" and without "..", such as Dockerfile',
});
const pathPatternSchema = text(/^!?(?!\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}!][^\\\p{Cc}]*$/u, {
    problem: 'is not a pattern of paths',
    remedy: 'write paths relative to the root of the repository, such as libs or !**/*.md',
});
const stageSchema = text(/^[A-Za-z][A-Za-z0-9_.-]*$/, {
    problem: 'is not the name of a stage',
    remedy: 'write the name after AS in the Dockerfile, such as runtime',
});
const platformSchema = text(/^[a-z0-9]+\/[a-z0-9]+(\/v[0-9]+)?$/, {
    problem: 'is not a platform',
    remedy: 'write os/architecture, such as linux/amd64 or linux/arm64',
});
const argumentNameSchema = text(/^[A-Za-z_][A-Za-z0-9_]*$/, {
    problem: 'is not the name of a build argument',
    remedy: 'use letters, digits and "_", such as NODE_VERSION',
});
const secretIdSchema = text(/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/, {
    problem: 'is not the name of a secret',
    remedy: 'use letters, digits, "_", "." and "-", such as npm in --mount=type=secret,id=npm',
});
const metadataNameSchema = text(/^[a-zA-Z0-9]([a-zA-Z0-9._/-]*[a-zA-Z0-9])?$/, {
    problem: 'is not the name of a label',
    remedy: 'use letters, digits, ".", "-", "_" and "/", such as org.opencontainers.image.licenses',
    longest: 255,
});
const percentOr = (mistake) => zod__WEBPACK_IMPORTED_MODULE_2__/* .codec */ .rLB(text(/^(100|[0-9]{1,2}(\.[0-9]+)?)%$/, mistake), zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), {
    decode: written => Number(written.slice(0, -1)),
    encode: share => `${share}%`,
});
const percentSchema = percentOr({
    problem: 'is not a percentage',
    remedy: 'write a number from 0 to 100 with "%", such as 70%',
});
const units = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 };
const bytesSchema = text(/^[0-9]{1,9}(\.[0-9]{1,3})?(B|kB|MB|GB|KiB|MiB|GiB)$/, {
    problem: 'is not a size',
    remedy: 'write a number with a unit (kB, MB, GB, KiB, MiB or GiB), such as 150MB',
}).transform(written => {
    const [, number = '', unit = ''] = /^([0-9.]+)([A-Za-z]+)$/.exec(written) ?? [];
    return Math.round(Number(number) * units[unit]);
});
const unversionedSchema = text(new RegExp(`^(ConfigMap|Secret)/${label}(\\.${label})*$`), {
    problem: 'is neither a ConfigMap nor a Secret',
    remedy: 'write ConfigMap/name or Secret/name',
});
const requestPathSchema = text(/^\/[\x21\x22\x24-\x7e]*$/, {
    problem: 'is not a request path',
    remedy: 'start it with "/" and percent-encode spaces and "#", such as /ready',
});
const addressSchema = text(/^https?:\/\/[^\s/@?#]+(\/[^\s?#]*)?$/, {
    problem: 'is not an address',
    remedy: 'write http:// or https:// and a host, without user, query or fragment, such as https://shop.example.com',
}).refine(written => !/^https?:/.test(written) || URL.canParse(written), {
    error: 'is not an address; correct its host or port, as in https://shop.example.com:8443',
    abort: true,
});
const serverSchema = text(/^https:\/\/[^\s/@?#]+(\/[^\s?#]*)?$/, {
    problem: 'is not the address of an API server',
    remedy: 'write https:// and a host, such as https://api.cluster.example.com:6443',
});
const token = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
const mediaTypeSchema = text(new RegExp(`^${token}/${token}$`), {
    problem: 'is not a media type',
    remedy: 'write type/subtype without parameters, such as application/json',
});
const headerNameSchema = text(new RegExp(`^${token}$`), {
    problem: 'is not a header name',
    remedy: 'use letters, digits and "-", such as Cache-Control',
});
const jsonPathSchema = text(/^([A-Za-z_$][A-Za-z0-9_$-]*|\[(0|[1-9][0-9]{0,8})\])(\.[A-Za-z_$][A-Za-z0-9_$-]*|\[(0|[1-9][0-9]{0,8})\])*$/, { problem: 'is not a JSON path', remedy: 'write names and indexes, such as version or items[0].name' });
const imageReferenceSchema = text(new RegExp(`^(${host}(:[0-9]{1,5})?/)?${part}(/${part})*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$`), { problem: 'is not an image', remedy: 'write repository:tag or repository@sha256:…', longest: 511 });
const proxiedServiceSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .codec */ .rLB(text(new RegExp(`^${label}/${label}:([0-9]{1,5}|${label})$`), {
    problem: 'is not a Service with its port',
    remedy: 'write namespace/name:port, such as monitoring/prometheus:9090',
}), zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ namespace: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), port: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }), {
    decode: written => {
        const [, namespace = '', name = '', port = ''] = /^(.*)\/(.*):(.*)$/.exec(written) ?? [];
        return { namespace, name, port };
    },
    encode: ({ namespace, name, port }) => `${namespace}/${name}:${port}`,
});
const environmentVariableSchema = text(/^[A-Za-z_][A-Za-z0-9_]*$/, {
    problem: 'is not the name of an environment variable',
    remedy: 'use letters, digits and "_", such as PROMETHEUS_TOKEN',
});
const matcher = '\\s*[a-zA-Z_][a-zA-Z0-9_]*\\s*(=~|!~|!=|=)\\s*("([^"\\\\]|\\\\.)*"|\'([^\'\\\\]|\\\\.)*\'|`[^`]*`)\\s*';
const querySchema = text(new RegExp(`^[a-zA-Z_:][a-zA-Z0-9_:]*(\\{(\\s*|${matcher}(,${matcher})*(,\\s*)?)\\})?$`), {
    problem: 'is not a series selector',
    remedy: 'write the name of a counter with its labels, their values in quotes, such as http_requests_total{code=~"5.."}',
}).superRefine((written, { addIssue }) => {
    const fault = (0,_matchers_js__WEBPACK_IMPORTED_MODULE_1__/* .selectorFault */ .G0)(written);
    const message = `has a regular expression that Prometheus rejects: ${fault}; correct the value after =~ or !~`;
    if (fault !== undefined)
        addIssue({ code: 'custom', message, input: written });
});
function text(pattern, wrong) {
    const error = `${wrong.problem}; ${wrong.remedy}`;
    const schema = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(pattern, { error, abort: true });
    return wrong.longest === undefined ? schema : schema.max(wrong.longest, { error, abort: true });
}
function atLeastOne(schema, error) {
    return schema
        .refine(entries => Object.keys(entries).length > 0, { error })
        .meta({ minProperties: 1 });
}
const listSchema = (item, error) => zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(item).min(1, { error });
const wholeSchema = (least, most, error) => zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr({ error }).min(least, { error }).max(most, { error });
const portSchema = (usual) => wholeSchema(1, 65_535, 'is not a port').prefault(usual).describe('Its port.');
const userNameSchema = text(/^[^\p{Cc}:]{1,255}$/u, {
    problem: 'is not a user name',
    remedy: 'write it on one line and without ":"',
});
const booleanSchema = () => zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY({ error: 'is neither true nor false; write true or false, without quotes' });


/***/ }),

/***/ 39561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G0: () => (/* binding */ selectorFault),
/* harmony export */   _T: () => (/* binding */ writtenPatternFault)
/* harmony export */ });
/* unused harmony export patternFault */
const parts = new RegExp([
    String.raw `(?<atom>\\Q[^]*?(?:\\E|$)|\\[pP]\{[^}]*\}|\\x\{[^}]*\}|\\[^]|\[\^?\]?(?:\[:\^?[a-z]+:\]|\\[^]|[^\]\\])*\])`,
    String.raw `(?<flags>\(\?[imsU]*(?:-[imsU]+)?\))`,
    String.raw `(?<open>\((?:\?P?<\w+>|\?[imsU]*(?:-[imsU]+)?:|(?!\?)))`,
    String.raw `(?<repeat>(?:[*+?]|\{(?:0|[1-9]\d*)(?:,(?:0|[1-9]\d*)?)?\})\??)`,
    '[^]',
].join('|'), 'g');
function patternFault(pattern) {
    let depth = 0;
    let before = 'nothing';
    for (const { 0: part, groups: { flags, open, repeat } = {} } of pattern.matchAll(parts)) {
        if (repeat !== undefined) {
            if (before === 'nothing')
                return `"${part}" has nothing to repeat`;
            if (before === 'repetition')
                return `"${part}" repeats a repetition`;
            before = 'repetition';
        }
        else if (flags !== undefined) {
            if (before === 'repetition')
                before = 'atom';
        }
        else if (open !== undefined) {
            depth += 1;
            before = 'nothing';
        }
        else if (part === '(')
            return 'RE2 has no groups such as "(?=" and "(?!"';
        else if (part === '[')
            return 'a "[" is not closed';
        else if (part === '\\')
            return 'it ends with "\\"';
        else {
            if (part === ')')
                depth -= 1;
            if (depth < 0)
                return 'a ")" closes nothing';
            before = part === '|' ? 'nothing' : 'atom';
        }
    }
    return depth > 0 ? 'a "(" is not closed' : undefined;
}
function writtenPatternFault(quoted) {
    const inner = quoted.slice(1, -1);
    if (quoted.startsWith('`'))
        return patternFault(inner);
    if (/\\[xuU0-7]/.test(inner.replaceAll('\\\\', '')))
        return undefined;
    return patternFault(inner.replace(/\\(.)/gs, (_, letter) => (/[abfnrtv]/.test(letter) ? ' ' : letter)));
}
function selectorFault(selector) {
    const values = selector.matchAll(/(=~|!~|!=|=)\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)/gs);
    for (const [, operator = '', quoted = ''] of values) {
        const fault = operator.endsWith('~') ? writtenPatternFault(quoted) : undefined;
        if (fault !== undefined)
            return fault;
    }
    return undefined;
}


/***/ }),

/***/ 95761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EB: () => (/* binding */ addProblems),
/* harmony export */   GS: () => (/* binding */ placed),
/* harmony export */   Gz: () => (/* binding */ below)
/* harmony export */ });
const placed = (path, message) => message === undefined ? [] : [{ path, message }];
const below = (key, problems) => problems.map(({ path, message }) => ({ path: [key, ...path], message }));
function addProblems(problems, { addIssue }) {
    for (const { path, message } of problems)
        addIssue({ code: 'custom', path, message });
}


/***/ }),

/***/ 54524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ policySchema),
/* harmony export */   w: () => (/* binding */ levelSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88343);
/* harmony import */ var _exceptions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60820);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18464);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92063);




const levelSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .levels */ .yr, { error: 'is not a level; write off, info, warning or error' });
const ruleSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
    .superRefine((name, context) => {
    if (!(0,_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .isRuleName */ .uo)(name))
        context.addIssue({ code: 'custom', message: `is not a rule; ${(0,_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .suggestRule */ .jO)(name)}` });
})
    .meta({ pattern: _rules_js__WEBPACK_IMPORTED_MODULE_2__/* .rulePattern */ .R5 });
const baseSchema = (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^[a-z0-9*][a-z0-9._/*-]*(:[0-9]{1,5}\/[a-z0-9._/*-]+)?(:[A-Za-z0-9_.*-]{1,128})?$/, {
    problem: 'is not a pattern of base images',
    remedy: 'write a repository, optionally with a tag and "*", such as ghcr.io/acme/* or node:*-slim',
});
const exceptionFields = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    rule: ruleSchema.meta({ description: 'The rule.', example: 'base-digest' }),
    image: (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .labelSchema */ .Gx)('the name of an image')
        .exactOptional()
        .meta({ description: 'Only for this image. Default: for all.', example: 'shop' }),
    path: (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^[^\p{Cc}]+$/u, {
        problem: 'is not a path',
        remedy: 'write a path with "*" and "**", such as legacy/Dockerfile or /opt/**',
    })
        .exactOptional()
        .meta({
        description: 'Only for this Dockerfile, or this file in the image, with `*` and `**`.',
        example: 'legacy/**',
    }),
    stage: (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/, {
        problem: 'is not a stage',
        remedy: 'write the name of a stage, or the number of a stage without a name, such as build or 0',
    })
        .exactOptional()
        .meta({ description: 'Only in this stage of the Dockerfile, by name or number.', example: 'build' }),
    line: (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^[^\p{Cc}]+$/u, {
        problem: 'is not a pattern of a line',
        remedy: 'write the text of the line, with "*" as a wildcard, such as RUN apt-get install *',
    })
        .exactOptional()
        .meta({
        description: 'Only for lines of the Dockerfile with this text, with `*`.',
        example: 'FROM registry.acme.example/*',
    }),
    ..._exceptions_js__WEBPACK_IMPORTED_MODULE_0__/* .answeredFor */ .p,
});
const mostRules = 300;
const rulesSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), levelSchema).check(({ value, issues }) => {
    const names = Object.keys(value);
    if (names.length > mostRules) {
        const message = 'has more entries than there are rules; keep only the levels that differ from the default';
        issues.push({ code: 'custom', message, input: value });
        return;
    }
    for (const name of names.filter(each => !(0,_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .isRuleName */ .uo)(each))) {
        const message = `is not a rule; ${(0,_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .suggestRule */ .jO)(name)}`;
        const inner = [{ code: 'custom', message, path: [], input: name }];
        issues.push({ code: 'invalid_key', origin: 'record', issues: inner, path: [name], input: value });
    }
});
const policySchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    rules: rulesSchema.prefault({}).meta({
        propertyNames: { pattern: _rules_js__WEBPACK_IMPORTED_MODULE_2__/* .rulePattern */ .R5 },
        description: 'The level of each rule that differs from docs/policy.md; `buildkit` sets all checks of BuildKit, `buildkit/JSONArgsRecommended` one.',
        example: { 'base-digest': 'error', 'user-missing': 'off' },
    }),
    bases: (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .listSchema */ .cE)(baseSchema, 'is empty; list at least one pattern, such as `- node:*-slim`')
        .exactOptional()
        .meta({
        description: 'The allowed base images; `*` matches within a part of the name, `**` across parts. Default: any.',
        example: ['node:*-slim', 'ghcr.io/acme/**'],
    }),
    'ignore-comments': (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .booleanSchema */ .yu)()
        .prefault(true)
        .meta({ description: 'Whether comments in a Dockerfile may ignore findings.', example: false }),
    exceptions: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(exceptionFields)
        .prefault([])
        .meta({
        description: 'Findings that are accepted until a date.',
        example: [
            {
                rule: 'base-digest',
                path: 'legacy/Dockerfile',
                owner: 'platform-team',
                reason: 'the registry has no digests yet',
                expires: '2027-01-31',
            },
        ],
    }),
});


/***/ }),

/***/ 92063:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   In: () => (/* binding */ levelOf),
/* harmony export */   R5: () => (/* binding */ rulePattern),
/* harmony export */   XZ: () => (/* binding */ ruleNames),
/* harmony export */   bz: () => (/* binding */ imageRules),
/* harmony export */   jO: () => (/* binding */ suggestRule),
/* harmony export */   uo: () => (/* binding */ isRuleName),
/* harmony export */   yr: () => (/* binding */ levels)
/* harmony export */ });
/* unused harmony exports dockerfileRules, buildkitRules, buildkitLevel, buildkitChecks */
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34182);

const levels = ['off', 'info', 'warning', 'error'];
const dockerfileRules = {
    syntax: 'error',
    'build-tools': 'warning',
    'base-allowed': 'error',
    'base-tag': 'warning',
    'base-digest': 'info',
    'base-argument': 'warning',
    'user-root': 'error',
    'user-missing': 'warning',
    'user-numeric': 'info',
    'npm-ci': 'warning',
    'frozen-lockfile': 'warning',
    'lock-file': 'warning',
    'copy-order': 'warning',
    'pin-pip': 'warning',
    'pin-npm': 'warning',
    'pin-go': 'warning',
    'pin-gem': 'warning',
    'pin-cargo': 'warning',
    'apt-update': 'warning',
    'add-url': 'warning',
    'pipe-to-shell': 'warning',
    'unverified-download': 'info',
    'insecure-download': 'warning',
    'git-clone': 'info',
    sudo: 'warning',
    'sudo-nopasswd': 'error',
    'world-writable': 'error',
    'secret-name': 'error',
    'secret-value': 'error',
    'secret-file': 'error',
    dockerignore: 'warning',
    'exec-form': 'warning',
    'ignore-comment': 'error',
    'ignore-unused': 'warning',
};
const imageRules = {
    'image-user-root': 'error',
    'image-user-missing': 'warning',
    'image-setuid': 'error',
    'image-capability': 'warning',
    'image-world-writable': 'error',
    'image-sudo-nopasswd': 'error',
    'image-private-key': 'error',
    'image-shell-history': 'warning',
    'image-secret-file': 'error',
    'image-secret-value': 'error',
    'image-secret-variable': 'error',
    'image-git-folder': 'warning',
};
const buildkitRules = 'buildkit';
const buildkitLevel = 'warning';
const quiet = new Set([
    'buildkit/LegacyKeyValueFormat',
    'buildkit/FromAsCasing',
    'buildkit/StageNameCasing',
    'buildkit/ConsistentInstructionCasing',
    'buildkit/MaintainerDeprecated',
    'buildkit/SecretsUsedInArgOrEnv',
]);
const buildkitChecks = [
    'StageNameCasing',
    'FromAsCasing',
    'NoEmptyContinuation',
    'ConsistentInstructionCasing',
    'DuplicateStageName',
    'ReservedStageName',
    'JSONArgsRecommended',
    'MaintainerDeprecated',
    'UndefinedArgInFrom',
    'WorkdirRelativePath',
    'UndefinedVar',
    'MultipleInstructionsDisallowed',
    'LegacyKeyValueFormat',
    'RedundantTargetPlatform',
    'SecretsUsedInArgOrEnv',
    'InvalidDefaultArgInFrom',
    'FromPlatformFlagConstDisallowed',
    'InvalidBaseImagePlatform',
    'CopyIgnoredFile',
    'InvalidDefinitionDescription',
    'ExposeProtoCasing',
    'ExposeInvalidFormat',
];
const ownRules = { ...dockerfileRules, ...imageRules };
const ruleNames = [
    ...Object.keys(ownRules),
    buildkitRules,
    ...buildkitChecks.map(name => `${buildkitRules}/${name}`),
];
const rulePattern = `^(${[...Object.keys(ownRules), buildkitRules].join('|')}|${buildkitRules}/[A-Z][A-Za-z]+)$`;
function isRuleName(name) {
    if (ruleNames.includes(name))
        return true;
    return /^buildkit\/[A-Z][A-Za-z]+$/.test(name) && (0,_suggest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .pA)(name, ruleNames) === undefined;
}
const suggestRule = (name) => (0,_suggest_js__WEBPACK_IMPORTED_MODULE_0__/* .suggestOr */ .S4)(name, ruleNames, 'choose a rule from docs/policy.md');
function levelOf(rule, set) {
    if (Object.hasOwn(set, rule) && set[rule] !== undefined)
        return set[rule];
    if (Object.hasOwn(ownRules, rule))
        return ownRules[rule] ?? 'warning';
    return set[buildkitRules] ?? (quiet.has(rule) ? 'off' : buildkitLevel);
}


/***/ }),

/***/ 58258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ catalogQuery),
/* harmony export */   X: () => (/* binding */ pathOf)
/* harmony export */ });
const pathOf = ({ schema, table, column }) => `${schema}.${table}.${column}`;
const catalogQuery = `
with recursive bases as (
  select oid, oid as bottom, typtype, typbasetype, typtypmod, typnotnull from pg_type
  union all
  select b.oid, t.oid, t.typtype, t.typbasetype,
    case when b.typtypmod = -1 then t.typtypmod else b.typtypmod end, b.typnotnull or t.typnotnull
  from bases b join pg_type t on t.oid = b.typbasetype
  where b.typtype = 'd'
), types as (
  select oid, bottom, typtypmod, typnotnull from bases where typtype <> 'd'
), relations as (
  select c.oid, n.nspname, c.relname, c.relkind
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'm') and not c.relispartition
    and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'slipway_dr')
    and not exists (select from pg_depend d join pg_extension e on e.oid = d.refobjid and c.oid <> all (coalesce(e.extconfig, '{}'))
      where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
), columns as (
  select json_agg(json_build_object(
    'schema', r.nspname,
    'table', r.relname,
    'column', a.attname,
    'type', (select case when b.typtype = 'e' then 'enum' when b.typnamespace = 'pg_catalog'::regnamespace then format_type(b.oid, null) else b.typname end
      from pg_type b where b.oid = t.bottom),
    'length', case when t.bottom in ('varchar'::regtype, 'bpchar'::regtype)
      then nullif(greatest(a.atttypmod, t.typtypmod), -1) - 4 end,
    'nullable', not a.attnotnull and not t.typnotnull,
    'generated', a.attgenerated <> '' or a.attidentity = 'a',
    'unique', exists (select from pg_index i
      where i.indrelid = r.oid and i.indisunique and a.attnum = any (i.indkey))
  ) order by r.nspname, r.relname, a.attnum) as list
  from relations r
  join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
  join types t on t.oid = a.atttypid
  where r.relkind <> 'm'
), keys as (
  select json_agg(json_build_object(
    'name', k.conname,
    'from', json_build_object('schema', f.nspname, 'table', f.relname, 'columns', (
      select json_agg(a.attname order by at.place)
      from unnest(k.conkey) with ordinality at (number, place)
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = at.number)),
    'to', json_build_object('schema', r.nspname, 'table', r.relname, 'columns', (
      select json_agg(a.attname order by at.place)
      from unnest(k.confkey) with ordinality at (number, place)
      join pg_attribute a on a.attrelid = k.confrelid and a.attnum = at.number))
  ) order by f.nspname, f.relname, k.conname) as list
  from pg_constraint k
  join relations f on f.oid = k.conrelid
  join relations r on r.oid = k.confrelid
  where k.contype = 'f' and k.conparentid = 0
), views as (
  select json_agg(json_build_object('schema', nspname, 'name', relname) order by oid) as list
  from relations where relkind = 'm'
)
select json_build_object(
  'columns', coalesce((select list from columns), '[]'),
  'foreignKeys', coalesce((select list from keys), '[]'),
  'materialisedViews', coalesce((select list from views), '[]'),
  'largeObjects', exists (select from pg_largeobject_metadata)
)`;


/***/ }),

/***/ 31856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J4: () => (/* binding */ maskingSql),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   U$: () => (/* binding */ proofSentence)
/* harmony export */ });
/* unused harmony export padsOf */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8999);
/* harmony import */ var _catalog_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58258);



function maskingSql(plan, key) {
    if (key.length < 32)
        throw new RangeError(`a key of ${key.length} bytes`);
    const tables = [...Map.groupBy(plan.masked, ({ column }) => tableOf(column))];
    return {
        statements: [
            ...preparation(key),
            ...plan.masked.map(({ column }) => remember(column)),
            ...tables.map(([table, masked]) => update(table, masked)),
        ].map(each => (typeof each === 'string' ? { sql: each, values: [] } : each)),
        proofs: [...plan.masked.map(survivors), ...plan.joins.map(orphans), ...plan.kept.map(elsewhere)],
        scrub: [
            ...plan.drops.map(name => `drop database ${quoted(name)} with (force)`),
            ...tables.map(([table]) => `vacuum (full, analyze) ${table}`),
            ...plan.materialisedViews.flatMap(({ schema, name }) => {
                const view = `${quoted(schema)}.${quoted(name)}`;
                return [`refresh materialized view ${view}`, `analyze ${view}`];
            }),
            'select pg_switch_wal()',
            'checkpoint',
        ],
    };
}
function proofSentence({ kind, of }, count) {
    switch (kind) {
        case 'survives':
            return `an original value is still in ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(count, 'row')} of ${of}`;
        case 'does-not-join':
            return `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(count, 'row')} ${count === 1 ? 'violates' : 'violate'} the foreign key ${of}`;
        case 'elsewhere':
            return `${of} has, in ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(count, 'row')}, a value that is masked in another column; mask ${of}, too`;
    }
}
function quoted(identifier) {
    if (identifier === '' || identifier.includes('\0'))
        throw new RangeError(`not an identifier: ${identifier}`);
    return `"${identifier.replaceAll('"', '""')}"`;
}
function preparation(key) {
    const { inner, outer } = padsOf(key);
    return [
        'set local search_path = pg_catalog, pg_temp',
        "set local log_statement = 'none'",
        'set local log_min_duration_statement = -1',
        'set local log_min_error_statement = panic',
        'set local session_replication_role = replica',
        {
            sql: "select set_config('slipway.masking_inner', $1, true) is null, set_config('slipway.masking_outer', $2, true) is null",
            values: [inner, outer],
        },
        `create or replace function pg_temp.slipway_digest(purpose text, value text) returns bytea language sql stable as $body$
  select sha256(decode(current_setting('slipway.masking_outer'), 'hex')
    || sha256(decode(current_setting('slipway.masking_inner'), 'hex') || convert_to(purpose || ':' || value, 'UTF8')))
$body$`,
        'create temporary table slipway_originals (digest bytea not null) on commit drop',
    ];
}
function padsOf(key) {
    const block = Buffer.alloc(64);
    block.set(key.length > 64 ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(key).digest() : key);
    const mixed = (byte) => Buffer.from(block.map(each => each ^ byte)).toString('hex');
    return { inner: mixed(0x36), outer: mixed(0x5c) };
}
function remember(column) {
    return `insert into pg_temp.slipway_originals
  select distinct ${digestOf('proof', column)} from ${tableOf(column)} where ${quoted(column.column)} is not null`;
}
function update(table, masked) {
    const set = masked.map(each => `${quoted(each.column.column)} = ${maskOf(each)}`);
    return `update ${table} set\n  ${set.join(',\n  ')}`;
}
const givenNames = ['Alex', 'Bo', 'Charlie', 'Dana', 'Eli', 'Finn', 'Gray', 'Harper'];
const familyNames = ['Ash', 'Birch', 'Cedar', 'Elm', 'Hazel', 'Linden', 'Maple', 'Rowan'];
function maskOf({ column, strategy }) {
    const digest = digestOf(strategy, column);
    const hex = (digits) => `left(encode(${digest}, 'hex'), ${digits})`;
    const oneOf = (names, byte) => `(array[${names.map(each => `'${each}'`).join(', ')}])[1 + get_byte(${digest}, ${byte}) % ${names.length}]`;
    switch (strategy) {
        case 'null':
            return 'null';
        case 'hash':
            if (column.type === 'bytea')
                return digest;
            return column.type === 'uuid' ? `${hex(32)}::uuid` : hex(32);
        case 'fake-name':
            return `${oneOf(givenNames, 30)} || ' ' || ${oneOf(familyNames, 31)} || '-' || ${hex(16)}`;
        case 'fake-email':
            return `'user-' || ${hex(20)} || '@example.invalid'`;
        case 'fake-phone':
            return `'+999' || lpad((('x' || ${hex(12)})::bit(48)::bigint % 10000000000)::text, 10, '0')`;
        case 'fake-text':
            return `'masked ' || ${hex(16)}`;
    }
}
function survivors({ column, strategy }) {
    const isThere = `${quoted(column.column)} is not null`;
    const among = strategy === 'null'
        ? ''
        : ` and ${digestOf('proof', column)} in (select digest from pg_temp.slipway_originals)`;
    const sql = `select count(*) from ${tableOf(column)} where ${isThere}${among}`;
    return { kind: 'survives', of: (0,_catalog_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .X)(column), required: true, sql };
}
function orphans({ name, from, to }) {
    const there = from.columns.map(column => `f.${quoted(column)} is not null`);
    const same = from.columns.map((column, index) => `t.${quoted(to.columns[index] ?? '')} = f.${quoted(column)}`);
    const parents = `select from ${tableOf(to)} t where ${same.join(' and ')}`;
    const sql = `select count(*) from ${tableOf(from)} f where ${there.join(' and ')} and not exists (${parents})`;
    return { kind: 'does-not-join', of: `${from.schema}.${from.table}.${name}`, required: true, sql };
}
const shortest = 6;
function elsewhere(column) {
    const value = textOf(column);
    const among = `${digestOf('proof', column)} in (select digest from pg_temp.slipway_originals)`;
    const sql = `select count(*) from ${tableOf(column)} where length(${value}) >= ${shortest} and ${among}`;
    return { kind: 'elsewhere', of: (0,_catalog_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .X)(column), required: false, sql };
}
const tableOf = ({ schema, table }) => `${quoted(schema)}.${quoted(table)}`;
function textOf({ column, type }) {
    const name = quoted(column);
    if (type === 'bytea')
        return `encode(${name}, 'hex')`;
    return type === 'citext' ? `lower(${name}::text)` : `${name}::text`;
}
const digestOf = (purpose, column) => `pg_temp.slipway_digest('${purpose}', ${textOf(column)})`;


/***/ }),

/***/ 37417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ml: () => (/* binding */ requireRead),
/* harmony export */   YL: () => (/* binding */ parseInfo),
/* harmony export */   an: () => (/* binding */ newestGood),
/* harmony export */   dR: () => (/* binding */ chainOf),
/* harmony export */   lA: () => (/* binding */ unreadIn)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72315);
/* harmony import */ var _wal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26401);




function parseInfo(text, name) {
    const stanza = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)(jsonOf(text)).find(each => each.name === name);
    if (stanza === undefined)
        throw unreadable(`the stanza ${name} is not in it`);
    const status = statusOf(stanza.status);
    return {
        name,
        status,
        repositories: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)(stanza.repo).map(each => ({
            key: numberAt(each.key, 'repo.key'),
            cipher: textAt(each.cipher, 'repo.cipher'),
            status: statusOf(each.status),
        })),
        backups: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)(stanza.backup)
            .map(backupOf)
            .sort((a, b) => a.endedAt - b.endedAt || (a.label < b.label ? -1 : 1)),
        archives: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)(stanza.archive).map(archiveOf),
        lock: lockOf(stanza.status),
    };
}
function unreadIn({ repositories }, repository) {
    const status = repositories.find(({ key }) => key === repository)?.status;
    if (status?.code !== 99)
        return undefined;
    return (0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(status.message.replaceAll(/\s+/g, ' ')).slice(0, 300);
}
function requireRead(stanza, repository, so) {
    const unread = unreadIn(stanza, repository);
    if (unread === undefined)
        return;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`repository ${repository} of ${stanza.name} cannot be read${so === undefined ? '' : `, so ${so}`}: ${unread}`, 'check its address and credentials, and whether its passphrase is the one that it was created with');
}
function chainOf({ backups }, backup) {
    const needed = new Set([...backup.reference, ...(backup.prior === undefined ? [] : [backup.prior])]);
    const chain = [backup];
    for (const label of needed) {
        const found = backups.find(each => each.label === label &&
            each.repository === backup.repository &&
            each.databaseId === backup.databaseId);
        if (found === undefined)
            return undefined;
        if (!chain.includes(found))
            chain.push(found);
    }
    return chain;
}
function newestGood(stanza, repository) {
    return stanza.backups.findLast(each => each.repository === repository && each.damaged !== true && chainOf(stanza, each) !== undefined);
}
function backupOf(value) {
    const part = (key) => mapIn(value, key);
    const label = textAt(value.label, 'backup.label');
    const place = (key) => {
        const lsn = (0,_wal_js__WEBPACK_IMPORTED_MODULE_1__.parseLsn)(String(part('lsn')[key]));
        if (lsn === undefined)
            throw unreadable(`the backup ${label} has no ${key} LSN`);
        return lsn;
    };
    const { type, prior, error } = value;
    if (type !== 'full' && type !== 'diff' && type !== 'incr')
        throw unreadable(`the backup ${label} has the unknown type ${type}`);
    const seconds = (key) => numberAt(part('timestamp')[key], `backup.timestamp.${key}`) * 1000;
    return {
        label,
        type,
        ...(typeof prior === 'string' ? { prior } : {}),
        reference: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textsIn */ .Ej)(value.reference),
        repository: numberAt(part('database')['repo-key'], 'backup.database.repo-key'),
        databaseId: numberAt(part('database').id, 'backup.database.id'),
        startedAt: seconds('start'),
        endedAt: seconds('stop'),
        startLsn: place('start'),
        stopLsn: place('stop'),
        startWal: textOrNull(part('archive').start),
        stopWal: textOrNull(part('archive').stop),
        size: numberAt(part('info').size, 'backup.info.size'),
        repositoryCopied: numberAt(mapIn(part('info'), 'repository').delta, 'backup.info.repository.delta'),
        ...(typeof error === 'boolean' ? { damaged: error } : {}),
        annotations: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textMap */ .sP)(value.annotation),
    };
}
function archiveOf(value) {
    const database = mapIn(value, 'database');
    return {
        id: textAt(value.id, 'archive.id'),
        repository: numberAt(database['repo-key'], 'archive.database.repo-key'),
        databaseId: numberAt(database.id, 'archive.database.id'),
    };
}
function statusOf(value) {
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(value))
        throw unreadable('a status is missing');
    return { code: numberAt(value.code, 'status.code'), message: textAt(value.message, 'status.message') };
}
function lockOf(status) {
    const lock = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(status) ? mapIn(mapIn(status, 'lock'), 'backup') : {};
    const { held, size, 'size-cplt': done } = lock;
    return {
        held: held === true,
        ...(typeof size === 'number' && typeof done === 'number' ? { progress: { done, of: size } } : {}),
    };
}
function jsonOf(text) {
    const plain = text.replaceAll(/[^\P{Cc}\n\r\t]/gu, '?');
    return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonIn */ .Yf)(plain, cause => unreadable('it is not JSON', cause));
}
const mapIn = (value, key) => {
    const found = value[key];
    return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(found) ? found : {};
};
const textOrNull = (value) => (typeof value === 'string' ? value : null);
function textAt(value, key) {
    if (typeof value !== 'string')
        throw unreadable(`${key} is missing`);
    return value;
}
function numberAt(value, key) {
    if (!Number.isSafeInteger(value))
        throw unreadable(`${key} is missing`);
    return Number(value);
}
const unreadable = (problem, cause) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the output of pgbackrest info cannot be read: ${problem}`, 'run pgbackrest info --output=json in the pod of the database and check its output', { cause });


/***/ }),

/***/ 71673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dz: () => (/* binding */ expiredLabels),
/* harmony export */   Hq: () => (/* binding */ listArchiveArguments),
/* harmony export */   J2: () => (/* binding */ isLabel),
/* harmony export */   JK: () => (/* binding */ listBackupArguments),
/* harmony export */   LB: () => (/* binding */ readHistoryArguments),
/* harmony export */   PX: () => (/* binding */ checkArguments),
/* harmony export */   SZ: () => (/* binding */ expireArguments),
/* harmony export */   Tj: () => (/* binding */ pgbackrestFailure),
/* harmony export */   Vh: () => (/* binding */ restoreArguments),
/* harmony export */   Zg: () => (/* binding */ backupArguments),
/* harmony export */   g1: () => (/* binding */ settingsArguments),
/* harmony export */   hX: () => (/* binding */ infoArguments),
/* harmony export */   o2: () => (/* binding */ labelIn),
/* harmony export */   qO: () => (/* binding */ verifyArguments)
/* harmony export */ });
/* harmony import */ var _wal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26401);

function backupArguments(request) {
    const annotations = Object.entries(request.annotations ?? {}).map(([name, value]) => {
        if (name === '' || name.includes('='))
            throw new RangeError(`not the name of an annotation: ${name}`);
        return `--annotation=${name}=${value}`;
    });
    return [
        ...start(request, 'info'),
        `--type=${request.type}`,
        '--start-fast',
        '--no-expire-auto',
        ...annotations,
        'backup',
    ];
}
const checkArguments = ({ stanza }) => [...start({ stanza }, 'info'), 'check'];
const infoArguments = (stanza) => [
    ...start(stanza, 'off'),
    '--output=json',
    'info',
];
function verifyArguments(repository, set) {
    return [
        'env',
        'PGBACKREST_JOB_RETRY_INTERVAL=100ms',
        ...start(repository, 'off', 'info'),
        '--output=text',
        '--verbose',
        ...(set === undefined ? [] : [`--set=${label(set)}`]),
        'verify',
    ];
}
const listArchiveArguments = (repository, archive) => list(repository, `archive/${repository.stanza}/${archive}`);
const listBackupArguments = (repository, set) => list(repository, `backup/${repository.stanza}/${label(set)}`);
const list = (repository, folder) => [
    ...start(repository, 'off'),
    ...['--recurse', '--output=json', 'repo-ls', folder],
];
const readHistoryArguments = (repository, archive, timeline) => [
    ...start(repository, 'off'),
    'repo-get',
    `archive/${repository.stanza}/${archive}/${(0,_wal_js__WEBPACK_IMPORTED_MODULE_0__.historyName)(timeline)}`,
];
function restoreArguments(request) {
    const { set, target, timeline, path, atTarget, archives, last } = request;
    return [
        ...start(request, 'info'),
        `--set=${label(set)}`,
        `--type=${target.type}`,
        ...(target.value === undefined ? [] : [`--target=${target.value}`]),
        ...(target.exclusive === true ? ['--target-exclusive'] : []),
        ...(target.type === 'immediate' ? [] : [`--target-timeline=${timeline}`]),
        ...(target.type === 'default' ? [] : [`--target-action=${atTarget}`]),
        `--archive-mode=${archives ? 'preserve' : 'off'}`,
        `--pg1-path=${path}`,
        ...(last === undefined ? [] : [`--recovery-option=restore_command=${getUpTo(last, request)}`]),
        'restore',
    ];
}
function getUpTo(last, { path, ...of }) {
    if (!/^[0-9A-F]{24}$/.test(last))
        throw new RangeError(`not the name of a segment: ${last}`);
    const get = [...start(of, 'off'), `--pg1-path=${path}`, 'archive-get', '%f', '"%p"'].join(' ');
    return `case %f in *.history) true ;; *) expr X%f "<=" X${last} > /dev/null ;; esac && ${get}`;
}
function expireArguments(repository, { set, fulls, dryRun }) {
    const option = `--repo${repository.repository}-retention-archive`;
    return [
        ...start(repository, 'info'),
        `--set=${label(set)}`,
        `${option}=${fulls}`,
        `${option}-type=full`,
        ...(dryRun ? ['--dry-run'] : []),
        'expire',
    ];
}
const settingsArguments = (repository) => [
    ...start(repository, 'info'),
    '--dry-run',
    'expire',
];
const labelIn = (log) => /\bnew backup label = (\S+)/.exec(log)?.[1];
const expiredLabels = (log) => [
    ...new Set(log
        .split('\n')
        .filter(line => /: expire \S+ backup /.test(line))
        .flatMap(line => line.match(/\b\d{8}-\d{6}F(?:_\d{8}-\d{6}[DI])?/g) ?? [])),
];
function pgbackrestFailure({ stdout, stderr }) {
    const said = `${stdout}\n${stderr}`.split('\n').find(line => /\bERROR\b/.test(line)) ?? stderr.trim();
    return said.trim().slice(0, 300);
}
const labels = /^\d{8}-\d{6}F(_\d{8}-\d{6}[DI])?$/;
const isLabel = (text) => labels.test(text);
function label(text) {
    if (!isLabel(text))
        throw new RangeError(`not the label of a backup: ${text}`);
    return text;
}
const placeOf = ({ repository, folder }) => folder === undefined ? [] : [`--repo${repository}-type=posix`, `--repo${repository}-path=${folder}`];
function start(of, console, errors = 'warn') {
    return [
        'pgbackrest',
        `--stanza=${of.stanza}`,
        ...('repository' in of ? [`--repo=${of.repository}`, ...placeOf(of)] : []),
        `--log-level-console=${console}`,
        `--log-level-stderr=${errors}`,
        '--no-log-timestamp',
    ];
}


/***/ }),

/***/ 26401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   beginOf: () => (/* binding */ beginOf),
/* harmony export */   compareSegments: () => (/* binding */ compareSegments),
/* harmony export */   formatLsn: () => (/* binding */ formatLsn),
/* harmony export */   historyName: () => (/* binding */ historyName),
/* harmony export */   next: () => (/* binding */ next),
/* harmony export */   parseLsn: () => (/* binding */ parseLsn),
/* harmony export */   parseSegment: () => (/* binding */ parseSegment),
/* harmony export */   parseSegmentSize: () => (/* binding */ parseSegmentSize),
/* harmony export */   parseWalFile: () => (/* binding */ parseWalFile),
/* harmony export */   segmentAt: () => (/* binding */ segmentAt),
/* harmony export */   segmentBefore: () => (/* binding */ segmentBefore),
/* harmony export */   segmentName: () => (/* binding */ segmentName),
/* harmony export */   usualSize: () => (/* binding */ usualSize)
/* harmony export */ });
const mebibyte = 1024 * 1024;
const usualSize = (16 * mebibyte);
function parseSegmentSize(bytes) {
    const possible = Number.isInteger(Math.log2(bytes)) && bytes >= mebibyte && bytes <= 1024 * mebibyte;
    return possible ? bytes : undefined;
}
function parseLsn(text) {
    const [, high, low] = /^([0-9A-F]{1,8})\/([0-9A-F]{1,8})$/i.exec(text) ?? [];
    if (high === undefined || low === undefined)
        return undefined;
    return ((BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`));
}
function formatLsn(lsn) {
    return `${hex(lsn >> 32n)}/${hex(lsn & 0xffffffffn)}`;
}
function segmentAt(timeline, lsn, size) {
    return { timeline, number: Number(lsn / BigInt(size)) };
}
function segmentBefore(timeline, lsn, size) {
    return segmentAt(timeline, (lsn === 0n ? lsn : lsn - 1n), size);
}
function beginOf({ number }, size) {
    return (BigInt(number) * BigInt(size));
}
const next = ({ timeline, number }) => ({ timeline, number: number + 1 });
function compareSegments(a, b) {
    return a.timeline - b.timeline || a.number - b.number;
}
function segmentName({ timeline, number }, size) {
    const each = perLog(size);
    return [timeline, Math.floor(number / each), number % each]
        .map(part => hex(part).padStart(8, '0'))
        .join('');
}
function parseSegment(name, size) {
    if (!name || !/^[0-9A-F]{24}$/.test(name))
        return undefined;
    const part = (from) => Number.parseInt(name.slice(from, from + 8), 16);
    const [timeline, log, rest] = [part(0), part(8), part(16)];
    if (timeline === 0 || rest >= perLog(size))
        return undefined;
    return { timeline, number: log * perLog(size) + rest };
}
const historyName = (timeline) => `${hex(timeline).padStart(8, '0')}.history`;
function parseWalFile(name, size) {
    const history = /^([0-9A-F]{8})\.history$/.exec(name)?.[1];
    if (history !== undefined)
        return { kind: 'history', timeline: Number.parseInt(history, 16) };
    const [, stem = '', ending = ''] = /^([0-9A-F]{24})(\.partial|\.[0-9A-F]{8}\.backup)?$/.exec(name) ?? [];
    const segment = parseSegment(stem, size);
    if (segment === undefined)
        return undefined;
    return { kind: ending === '' ? 'segment' : ending === '.partial' ? 'partial' : 'backup', segment };
}
const perLog = (size) => 2 ** 32 / size;
const hex = (value) => value.toString(16).toUpperCase();


/***/ })

};
