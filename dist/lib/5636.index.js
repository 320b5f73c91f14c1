export const id = 5636;
export const ids = [5636,4377];
export const modules = {

/***/ 75181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LK: () => (/* binding */ zoneLabel),
/* harmony export */   de: () => (/* binding */ selectorMatches),
/* harmony export */   hasLabels: () => (/* binding */ hasLabels),
/* harmony export */   kE: () => (/* binding */ zoneOf),
/* harmony export */   ko: () => (/* binding */ selects)
/* harmony export */ });
const zoneLabel = 'topology.kubernetes.io/zone';
const zoneOf = ({ metadata }) => metadata?.labels?.[zoneLabel];
const hasLabels = (wanted = {}, labels = {}) => Object.entries(wanted).every(([key, value]) => labels[key] === value);
const selects = (selector = {}, labels = {}) => Object.keys(selector).length > 0 && hasLabels(selector, labels);
function selectorMatches(selector, labels) {
    if (selector === undefined || selector === null)
        return false;
    const { matchLabels, matchExpressions = [] } = selector;
    return (hasLabels(matchLabels, labels) &&
        matchExpressions.every(({ key, operator, values = [] }) => {
            const value = labels[key];
            if (operator === 'Exists')
                return value !== undefined;
            if (operator === 'DoesNotExist')
                return value === undefined;
            if (operator === 'Gt')
                return Number(value) > Number(values[0]);
            if (operator === 'Lt')
                return Number(value) < Number(values[0]);
            const among = value !== undefined && values.includes(value);
            return operator === 'In' ? among : !among;
        }));
}


/***/ }),

/***/ 18464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bw: () => (/* binding */ daysSchema),
/* harmony export */   Et: () => (/* binding */ imageReferenceSchema),
/* harmony export */   GQ: () => (/* binding */ manifestPathSchema),
/* harmony export */   Gx: () => (/* binding */ labelSchema),
/* harmony export */   LU: () => (/* binding */ atLeastOne),
/* harmony export */   MN: () => (/* binding */ liveSchema),
/* harmony export */   Og: () => (/* binding */ headerNameSchema),
/* harmony export */   Qd: () => (/* binding */ metadataNameSchema),
/* harmony export */   Qk: () => (/* binding */ proxiedServiceSchema),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   SH: () => (/* binding */ argumentNameSchema),
/* harmony export */   XI: () => (/* binding */ bytesSchema),
/* harmony export */   _L: () => (/* binding */ repositorySchema),
/* harmony export */   c$: () => (/* binding */ querySchema),
/* harmony export */   fj: () => (/* binding */ environmentVariableSchema),
/* harmony export */   gq: () => (/* binding */ requestPathSchema),
/* harmony export */   hw: () => (/* binding */ relativePathSchema),
/* harmony export */   it: () => (/* binding */ stageSchema),
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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88532);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95126);


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
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .codec */ .rLB(written, zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(kinds), name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }), {
        decode: object => {
            const slash = object.indexOf('/');
            return { kind: object.slice(0, slash), name: object.slice(slash + 1) };
        },
        encode: object => `${object.kind}/${object.name}`,
    });
};
const durationSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .codec */ .rLB(text(_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .durationPattern */ .Zq, {
    problem: 'is not a duration',
    remedy: 'write numbers with units, such as 250ms, 30s, 5m or 1h30m',
}), zod__WEBPACK_IMPORTED_MODULE_1__/* .custom */ .IeY(value => typeof value === 'number'), {
    decode: (written, { issues }) => {
        const duration = (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(written);
        if (duration !== undefined)
            return duration;
        const message = 'is out of range; choose a duration above 0 and at most 24h';
        issues.push({ code: 'custom', message, input: written });
        return zod__WEBPACK_IMPORTED_MODULE_2__/* .NEVER */ .tm;
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
const percentOr = (mistake) => zod__WEBPACK_IMPORTED_MODULE_1__/* .codec */ .rLB(text(/^(100|[0-9]{1,2}(\.[0-9]+)?)%$/, mistake), zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), {
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
const liveSchema = text(new RegExp(`^(ConfigMap|Secret)/${label}(\\.${label})*$`), {
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
const proxiedServiceSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .codec */ .rLB(text(new RegExp(`^${label}/${label}:([0-9]{1,5}|${label})$`), {
    problem: 'is not a Service with its port',
    remedy: 'write namespace/name:port, such as monitoring/prometheus:9090',
}), zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ namespace: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), port: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }), {
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
const querySchema = text(/^[a-zA-Z_:][a-zA-Z0-9_:]*(\{[^{}]*\})?$/, {
    problem: 'is not a series selector',
    remedy: 'write the name of a counter with its labels, such as http_requests_total{code=~"5.."}',
});
function text(pattern, wrong) {
    const error = `${wrong.problem}; ${wrong.remedy}`;
    const schema = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(pattern, { error, abort: true });
    return wrong.longest === undefined ? schema : schema.max(wrong.longest, { error, abort: true });
}
function atLeastOne(schema, error) {
    return schema
        .refine(entries => Object.keys(entries).length > 0, { error })
        .meta({ minProperties: 1 });
}
const booleanSchema = () => zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY({ error: 'is neither true nor false; write true or false, without quotes' });


/***/ }),

/***/ 16473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Sy: () => (/* binding */ dumpManaged),
  cw: () => (/* binding */ dumpSource)
});

// UNUSED EXPORTS: tablesRead

// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/recovery/files/answers.js
var answers = __webpack_require__(91002);
// EXTERNAL MODULE: ./.build/js/src/recovery/files/backing-up.js
var backing_up = __webpack_require__(7988);
// EXTERNAL MODULE: ./.build/js/src/recovery/files/backup-sources.js + 2 modules
var backup_sources = __webpack_require__(80048);
// EXTERNAL MODULE: ./.build/js/src/recovery/files/repository.js
var files_repository = __webpack_require__(34809);
// EXTERNAL MODULE: ./.build/js/src/recovery/files/restic.js
var restic = __webpack_require__(89643);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/inventory.js
var inventory = __webpack_require__(80845);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/inventory-sql.js
var inventory_sql = __webpack_require__(56428);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/sql.js
var sql = __webpack_require__(16677);
;// CONCATENATED MODULE: ./.build/js/src/recovery/managed/counting.js





const keepAlive = 30_000;
const nothing = 'select 1 where false;';
const quiet = '\\set VERBOSITY terse\nset client_min_messages = error;';
async function whileCounted({ database, converse, signal }, use) {
    if (signal.aborted)
        throw (0,errors/* cancelled */.KW)();
    const session = converse([...sql/* together */.bs, ...(0,sql/* psql */.tm)({ database })]);
    const leave = () => session.leave();
    signal.addEventListener('abort', leave, { once: true });
    try {
        session.say(quiet);
        session.say((0,inventory_sql/* openInventoryScript */.Qh)());
        const counted = countedOf(await rowsFrom(session, signal));
        const beating = setInterval(() => session.say(nothing), keepAlive);
        try {
            return await use(counted);
        }
        finally {
            clearInterval(beating);
        }
    }
    finally {
        signal.removeEventListener('abort', leave);
        leave();
    }
}
async function rowsFrom(session, signal) {
    const rows = [];
    for (;;) {
        const line = await session.hear().catch((error) => {
            throw signal.aborted ? (0,errors/* cancelled */.KW)() : countFailed(String(error.message));
        });
        if (line.trim() === '')
            continue;
        const row = (0,map/* jsonMap */.vM)(line);
        if (row === undefined)
            throw countFailed(line);
        rows.push(row);
        if (row.kind === 'end')
            return rows;
    }
}
function countedOf(rows) {
    const { id, encoding, roles } = rows.find(({ kind }) => kind === 'snapshot') ?? {};
    if (typeof id !== 'string' || !/^[0-9A-F]+(-[0-9A-F]+){1,2}$/.test(id))
        throw countFailed(`it returned no snapshot (${id})`);
    if (typeof encoding !== 'string' || !/^[A-Z0-9_]+$/.test(encoding))
        throw countFailed(`its encoding is unknown (${encoding})`);
    return { snapshot: id, encoding, roles: (0,map/* textsIn */.Ej)(roles), inventory: (0,inventory/* inventoryOf */.o8)(rows) };
}
const countFailed = (why) => new errors/* UserError */.yo(`the database cannot be counted: ${why.trim().slice(0, 300)}`, 'check whether it can be reached from the namespace, and whether its user may read every table');

;// CONCATENATED MODULE: ./.build/js/src/recovery/managed/programs.js

const asking = ['sh', '-ec', 'psql --version; pg_restore --version; pg_dump --version'];
async function pgDumpVersion(exec, signal) {
    const { code, stdout } = await exec(asking, { signal });
    if (signal.aborted)
        throw (0,errors/* cancelled */.KW)();
    const version = /^pg_dump \(PostgreSQL\) (\d+(\.\d+)?)/m.exec(stdout)?.[1];
    if (code === 0 && version !== undefined)
        return version;
    throw new errors/* UserError */.yo('the image of the worker lacks psql, pg_restore or pg_dump', 'add the PostgreSQL client programs to the image of `worker`, in the version of the server or later');
}
function demandSupported(program, server) {
    const [ours, its] = [program, server].map(version => Number.parseInt(version, 10));
    if (ours !== undefined && its !== undefined && ours >= its)
        return;
    throw new errors/* UserError */.yo(`pg_dump ${program} in the image of the worker cannot dump a server with PostgreSQL ${server}: the server is newer`, `add the client programs of PostgreSQL ${Number.parseInt(server, 10)} or later to the image of \`worker\``);
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/managed/dumping.js









const nameIn = (name) => `managed/${name}`;
const dumpSource = (owner, name) => ({
    name: (0,backup_sources/* sourceName */.VZ)(owner, nameIn(name)),
    folder: `/${name}.dump`,
});
const pgDump = (snapshot) => [
    'pg_dump',
    '--format=custom',
    '--compress=0',
    '--no-password',
    '--lock-wait-timeout=60s',
    `--snapshot=${snapshot}`,
];
async function dumpManaged(task) {
    const { name, worker, repositories, signal, report } = task;
    const accesses = repositories.map(repository => ({ exec: worker.exec, repository, signal, report }));
    const version = await (0,files_repository/* knownVersion */.uQ)({ exec: worker.exec, repository: repositories[0], signal, report });
    const program = await pgDumpVersion(worker.exec, signal);
    report(`${name}: counting`);
    const { counted, made } = await whileCounted({ ...task, converse: worker.converse }, async (counted) => {
        const { server, tables } = counted.inventory;
        demandSupported(program, server);
        const made = [];
        for (const access of accesses) {
            report(`${name}: dumping ${(0,count/* counted */.h)(tables.length, 'table')}, ${rowsIn(tables)} rows, to ${access.repository.name}`);
            made.push(await store(access, task, counted));
        }
        return { counted, made };
    });
    const { server, tables, migration, leftOut } = counted.inventory;
    const rungs = [];
    for (const { access, snapshot } of made)
        rungs.push(await readBack(access, task, snapshot, tables));
    const backups = made.map(({ access, snapshot, bytes, added }) => ({
        repository: access.repository.name,
        ...{ snapshot, bytes, ...(Number.isSafeInteger(added) ? { stored: added } : {}) },
    }));
    return {
        managed: {
            ...{ name, server, encoding: counted.encoding, roles: [...counted.roles], tables: [...tables] },
            ...(migration === undefined ? {} : { migration }),
            backups,
        },
        source: { name: nameIn(name), exec: worker.exec, repositories },
        ...{ backups, rungs, version },
        sentences: made.map(({ access, snapshot, bytes, added }) => `${access.repository.name}: ${snapshot.slice(0, 8)}, ${(0,backing_up/* megabytes */.ix)(bytes)} dumped, ${(0,backing_up/* megabytes */.ix)(added)} added`),
        notes: leftOut
            .filter(({ why }) => why !== 'extension')
            .map(({ schema, name: table, why }) => `${name}: the ${why} table ${schema}.${table} is not counted`),
    };
}
const rowsIn = (tables) => tables.reduce((sum, { rows }) => sum + rows, 0).toLocaleString('en');
async function store(access, { owner, name, tags }, { snapshot }) {
    const { repository, report } = access;
    const source = dumpSource(owner, name);
    const command = (0,restic/* backupOutput */.kA)(source, pgDump(snapshot), tags);
    let answer = await (0,files_repository/* call */.T1)(access, command, source.name);
    if (answer.code === answers/* exits */.co.none) {
        await (0,files_repository/* createRepository */.vB)(access);
        report(`${source.name}: created a new repository in ${repository.name}`);
        answer = await (0,files_repository/* call */.T1)(access, command, source.name);
    }
    if (answer.code !== 0)
        throw (0,answers/* refused */.J5)(repository, `back up ${source.name}`, answer);
    const { snapshot: id = '', bytes = 0, added = 0 } = (0,answers/* parseBackupSummary */.wE)(answer) ?? {};
    const found = (await (0,files_repository/* snapshotsOf */.XO)(access, source))?.find(each => each.id === id);
    if (found === undefined || !found.folders.includes(source.folder))
        throw new errors/* UserError */.yo(`restic made a backup of ${source.name}, but ${repository.name} does not list it`, 'check whether another run deleted it, then run the step again');
    if (!(bytes > 0))
        throw new errors/* UserError */.yo(`the dump of ${name} in ${repository.name} is empty`, 'check the log of the database, then run the step again');
    return { access, snapshot: id, bytes, added };
}
const reading = 'LC_ALL=C pg_restore --file=/dev/null --verbose';
async function readBack(access, { owner, name }, snapshot, tables) {
    const { repository } = access;
    const answer = await (0,files_repository/* callInto */.tN)(access, (0,restic/* dump */.Bh)(snapshot, dumpSource(owner, name).folder), reading);
    const rung = (state, sentence) => ({
        ...{ level: 'L1', what: `dump of ${name} in ${repository.name}`, state, sentence },
    });
    if (answer.code !== 0)
        return rung('failed', (0,answers/* refused */.J5)(repository, `read ${name} back`, withoutProgress(answer)).message);
    const found = tablesRead(answer.stderr);
    const filled = tables.filter(({ rows, schema }) => rows > 0 && schema !== 'pg_catalog');
    if (found === 0 && filled.length > 0)
        return rung('failed', `the dump holds no table, but ${(0,count/* counted */.h)(filled.length, 'table')} with rows were counted`);
    return rung('passed', `the whole dump was read back, with the rows of ${(0,count/* counted */.h)(found, 'table')}`);
}
const isProgress = (line) => /^pg_restore: (?!error|fatal|warning)/.test(line);
const withoutProgress = (answer) => ({
    ...answer,
    stderr: answer.stderr
        .split('\n')
        .filter(line => !isProgress(line))
        .join('\n'),
});
const tablesRead = (said) => said.split('\n').filter(line => line.startsWith('pg_restore: processing data for table ')).length;


/***/ }),

/***/ 72505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ bucketSource),
/* harmony export */   z: () => (/* binding */ backUpBucket)
/* harmony export */ });
/* harmony import */ var _files_backup_sources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80048);
/* harmony import */ var _mirror_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55893);


const bucketSource = (name) => `bucket/${name}`;
async function backUpBucket(run, { name, bucket, folder, exec, repositories }) {
    const { totals } = await (0,_mirror_js__WEBPACK_IMPORTED_MODULE_1__/* .mirrorBucket */ .mq)(bucket, folder, run.report);
    const files = await (0,_files_backup_sources_js__WEBPACK_IMPORTED_MODULE_0__/* .backUpSource */ .yP)(run, { name: bucketSource(name), folder, exec, repositories });
    return { files, store: { name, ...totals, backups: [...files.backups] } };
}


/***/ }),

/***/ 14744:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xf: () => (/* binding */ endIn),
/* harmony export */   aw: () => (/* binding */ restIn),
/* harmony export */   q3: () => (/* binding */ ObjectChanged),
/* harmony export */   uN: () => (/* binding */ resumed)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25726);
/* harmony import */ var _retries_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77076);




class ObjectChanged extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo {
    constructor(what) {
        super(`${what} changed while it was read`, 'run the step again');
    }
}
const progress = 1 << 20;
const resumed = (body) => node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from(chunksOf(body), { objectMode: false });
async function* chunksOf({ what, from, end, first, again }) {
    let [at, chunks, failed] = [from, first, 0];
    for (;;) {
        const began = at;
        let broken;
        const incoming = chunks[Symbol.asyncIterator]();
        try {
            for (;;) {
                const next = await incoming.next().catch((error) => {
                    broken = error;
                    return undefined;
                });
                if (next === undefined || next.done === true)
                    break;
                at += next.value.length;
                yield next.value;
            }
        }
        finally {
            await incoming.return?.();
        }
        if (broken === undefined && (end === undefined || at === end))
            return;
        failed = at - began >= progress ? 1 : failed + 1;
        if (failed >= _retries_js__WEBPACK_IMPORTED_MODULE_3__/* .attempts */ .r2 || (end !== undefined && at > end))
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the download of ${what} breaks off at byte ${at}${end === undefined ? '' : ` of ${end}`} in every attempt`, 'check the store and the network, then run the step again', { cause: broken });
        await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .pause */ .v7)((0,_retries_js__WEBPACK_IMPORTED_MODULE_3__/* .pauseAfter */ .l0)(failed));
        chunks = await again(at);
    }
}
function restIn(answer, from) {
    const { statusCode, headers } = answer;
    if (statusCode === 200)
        return from === 0 ? answer : without(answer, from);
    return statusCode === 206 && rangeIn(headers)?.from === from ? answer : undefined;
}
async function* without(chunks, bytes) {
    let left = bytes;
    for await (const chunk of chunks) {
        if (left < chunk.length)
            yield chunk.subarray(left);
        left = Math.max(0, left - chunk.length);
    }
}
function endIn({ statusCode, headers }) {
    if (statusCode === 206)
        return rangeIn(headers)?.end;
    const length = headers['content-length'];
    return length === undefined ? undefined : Number(length);
}
function rangeIn(headers) {
    const [, from, last] = /^bytes (\d+)-(\d+)\//.exec(headers['content-range'] ?? '') ?? [];
    return from === undefined ? undefined : { from: Number(from), end: Number(last) + 1 };
}


/***/ }),

/***/ 55893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  uM: () => (/* binding */ faultsInMirror),
  mq: () => (/* binding */ mirrorBucket),
  VZ: () => (/* binding */ restoreBucket),
  Bu: () => (/* binding */ totalsOfBucket)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/toolkit/parallel.js
var parallel = __webpack_require__(48961);
// EXTERNAL MODULE: ./.build/js/src/recovery/checksum.js
var checksum = __webpack_require__(77462);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./.build/js/src/toolkit/retry.js
var retry = __webpack_require__(25726);
// EXTERNAL MODULE: ./.build/js/src/recovery/object-stores/download.js
var download = __webpack_require__(14744);
;// CONCATENATED MODULE: ./.build/js/src/recovery/object-stores/copying.js









const fileOf = (folder, object) => {
    const name = (0,checksum/* sha256Of */.Bj)(nameOf(object));
    return (0,external_node_path_.join)(folder, 'objects', name.slice(0, 2), name);
};
const progressFile = 'progress.jsonl';
async function openProgress(folder) {
    await (0,promises_.mkdir)(folder, { recursive: true });
    const file = (0,external_node_path_.join)(folder, progressFile);
    const text = await (0,promises_.readFile)(file, 'utf8').catch(() => '');
    const notes = Map.groupBy(text.split('\n').flatMap(noteIn), nameOf);
    return {
        notesOf: object => (notes.get(nameOf(object)) ?? []).toSorted((a, b) => a.bytes - b.bytes),
        note: note => (0,promises_.appendFile)(file, `\n${JSON.stringify(note)}`),
        remove: () => (0,promises_.rm)(file, { force: true }),
    };
}
const nameOf = ({ key, etag }) => JSON.stringify([key, etag]);
function noteIn(line) {
    const { key, bytes, sha256, etag, headers, whole } = (0,map/* jsonMap */.vM)(line) ?? {};
    const hash = (0,checksum/* parseSha256 */.tz)(String(sha256));
    if (typeof key !== 'string' || typeof etag !== 'string' || typeof bytes !== 'number')
        return [];
    if (hash === undefined || !(0,map/* isMap */.jh)(headers) || typeof whole !== 'boolean')
        return [];
    return [{ key, bytes, sha256: hash, etag, headers: headers, whole }];
}
const tries = 3;
async function copyObject(copying, listed) {
    const notes = copying.progress.notesOf(listed);
    const whole = notes.find(each => each.whole);
    if (whole !== undefined && (await (0,checksum/* hashOfFile */.QY)(fileOf(copying.folder, whole))) === whole.sha256)
        return mirrored(whole);
    return (0,retry/* retry */.L5)({ attempts: tries, temporary: error => error instanceof download/* ObjectChanged */.q3 }, count => fetchObject(copying, listed, count === 1 ? notes : []));
}
async function fetchObject({ bucket, folder, progress, noteEvery }, { key, etag }, notes) {
    const begun = await beginningIn(`${fileOf(folder, { key, etag })}.partial`, notes);
    const opened = await bucket.open(key, begun && { from: begun.bytes, etag });
    if (opened === undefined)
        return undefined;
    const about = { key, etag: opened.etag, headers: opened.headers };
    const file = fileOf(folder, about);
    const partial = `${file}.partial`;
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true });
    const continues = begun !== undefined && opened.from > 0;
    if (continues)
        await (0,promises_.truncate)(partial, opened.from);
    const hash = continues ? begun.hash : (0,external_node_crypto_.createHash)('sha256');
    let bytes = opened.from;
    let noted = bytes;
    const note = (of, whole) => progress.note({ ...about, bytes, sha256: of.digest('hex'), whole });
    await (0,external_node_stream_promises_.pipeline)(opened.body, async function* (chunks) {
        for await (const chunk of chunks) {
            hash.update(chunk);
            bytes += chunk.length;
            yield chunk;
            if (bytes - noted < noteEvery)
                continue;
            noted = bytes;
            await note(hash.copy(), false);
        }
    }, (0,external_node_fs_.createWriteStream)(partial, { flags: continues ? 'a' : 'w' }));
    await (0,promises_.rename)(partial, file);
    const sha256 = hash.digest('hex');
    await progress.note({ ...about, bytes, sha256, whole: true });
    return { ...about, bytes, sha256 };
}
async function beginningIn(file, notes) {
    let found;
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let at = 0;
    for (const { bytes, sha256 } of notes) {
        const read = await addTo(hash, file, at, bytes);
        at += read;
        if (at !== bytes)
            break;
        if (hash.copy().digest('hex') === sha256)
            found = { bytes, hash: hash.copy() };
    }
    return found;
}
async function addTo(hash, file, from, to) {
    let read = 0;
    if (to <= from)
        return read;
    try {
        for await (const chunk of (0,external_node_fs_.createReadStream)(file, { start: from, end: to - 1 })) {
            hash.update(chunk);
            read += chunk.length;
        }
    }
    catch {
        return 0;
    }
    return read;
}
const mirrored = ({ whole: _, ...rest }) => rest;

;// CONCATENATED MODULE: ./.build/js/src/recovery/object-stores/mirror.js










const atOnce = 8;
const usualNote = 64 << 20;
async function mirrorBucket(bucket, folder, report, { noteEvery = usualNote } = {}) {
    const known = new Map((await readIndex(folder)).map(each => [each.key, each]));
    const listed = await bucket.list();
    const changed = listed.filter(each => !isKnown(known.get(each.key), each));
    const anew = new Set(changed.map(({ key }) => key));
    report(`${bucket.name}: copying ${changed.length} of ${(0,count/* counted */.h)(listed.length, 'object')}`);
    const came = new Map();
    const progress = await openProgress(folder);
    const copying = { bucket, folder, progress, noteEvery };
    for (const each of await (0,parallel.mapOf)(changed, atOnce, listed => copyObject(copying, listed)))
        if (each !== undefined)
            came.set(each.key, each);
    await mustBeGone(bucket, changed.filter(({ key }) => !came.has(key)));
    const objects = listed.flatMap(({ key }) => {
        const own = came.get(key) ?? (anew.has(key) ? undefined : known.get(key));
        return own === undefined ? [] : [own];
    });
    await writeIndex(folder, objects);
    await progress.remove();
    await removeOthers(folder, objects);
    return { objects, totals: totalsOfObjects(objects) };
}
async function mustBeGone(bucket, lost) {
    if (lost.length === 0)
        return;
    const there = new Set((await bucket.list()).map(({ key }) => key));
    const still = lost.filter(({ key }) => there.has(key));
    if (still.length === 0)
        return;
    throw new errors/* UserError */.yo(`${bucket.name} lists ${(0,count/* counted */.h)(still.length, 'object')} that cannot be read, such as ${JSON.stringify(still[0]?.key)}`, 'check that the credentials may read every object, and that the store still has this one');
}
const isKnown = (known, { bytes, etag }) => known !== undefined && known.bytes === bytes && known.etag === etag;
function totalsOfObjects(objects) {
    return {
        count: objects.length,
        bytes: objects.reduce((sum, { bytes }) => sum + bytes, 0),
        hash: (0,checksum/* orderFreeHash */.LT)(objects.map(({ key, sha256 }) => ({ path: key, sha256 }))),
    };
}
async function restoreBucket(folder, bucket, report, { again = false } = {}) {
    const objects = await readIndex(folder);
    const own = new Set(again ? objects.map(({ key }) => key) : []);
    const foreign = (await bucket.list()).filter(({ key }) => !own.has(key));
    if (foreign.length > 0)
        throw new errors/* UserError */.yo(`${bucket.name} is not empty: it holds ${(0,count/* counted */.h)(foreign.length, 'object')}${again ? ' that this backup does not have' : ''}`, 'restore into an empty bucket');
    await (0,parallel.mapOf)(objects, atOnce, async ({ key, etag, bytes, sha256, headers }) => {
        const file = fileOf(folder, { key, etag });
        if ((await (0,checksum/* hashOfFile */.QY)(file)) !== sha256)
            throw new errors/* UserError */.yo(`the copy of the object ${JSON.stringify(key)} is damaged or missing`, 'restore the folder from another backup');
        await bucket.put(key, {
            bytes,
            sha256,
            headers,
            body: range => (0,external_node_fs_.createReadStream)(file, range && { start: range.from, end: range.to - 1 }),
        });
    });
    report(`${bucket.name}: restored ${(0,count/* counted */.h)(objects.length, 'object')}`);
    return totalsOfObjects(objects);
}
async function faultsInMirror(folder) {
    const objects = await readIndex(folder);
    if (objects.length === 0)
        return ['the copy of the bucket is empty'];
    const faults = await (0,parallel.mapOf)(objects, atOnce, async (each) => {
        const found = await (0,checksum/* hashOfFile */.QY)(fileOf(folder, each));
        if (found === each.sha256)
            return undefined;
        return `the object ${JSON.stringify(each.key)} is ${found === undefined ? 'missing' : 'damaged'}`;
    });
    return faults.filter(each => each !== undefined);
}
async function totalsOfBucket(bucket) {
    const objects = await (0,parallel.mapOf)(await bucket.list(), atOnce, async ({ key, etag }) => {
        const opened = await bucket.open(key);
        const hash = (0,external_node_crypto_.createHash)('sha256');
        let bytes = 0;
        for await (const chunk of opened?.body ?? []) {
            hash.update(chunk);
            bytes += chunk.length;
        }
        return { key, bytes, sha256: hash.digest('hex'), etag, headers: {} };
    });
    return totalsOfObjects(objects);
}
async function readIndex(folder) {
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(folder, 'index.json'), 'utf8').catch(() => undefined);
    if (text === undefined)
        return [];
    const document = (0,map/* jsonMap */.vM)(text);
    const fault = () => new errors/* UserError */.yo(`${folder} is not a copy of a bucket`, 'name another folder');
    if (document?.schema !== 1)
        throw fault();
    return (0,map/* mapsIn */.nf)(document.objects).map(({ key, bytes, sha256, etag, headers }) => {
        const hash = (0,checksum/* parseSha256 */.tz)(String(sha256));
        if (typeof key !== 'string' || typeof bytes !== 'number' || hash === undefined || !(0,map/* isMap */.jh)(headers))
            throw fault();
        return { key, bytes, sha256: hash, etag: String(etag), headers: headers };
    });
}
async function writeIndex(folder, objects) {
    const sorted = objects.toSorted((a, b) => (a.key < b.key ? -1 : 1));
    await (0,promises_.mkdir)(folder, { recursive: true });
    const file = (0,external_node_path_.join)(folder, 'index.json');
    await (0,promises_.writeFile)(`${file}.partial`, `${JSON.stringify({ schema: 1, objects: sorted }, undefined, 1)}\n`);
    await (0,promises_.rename)(`${file}.partial`, file);
}
async function removeOthers(folder, objects) {
    const wanted = new Set(objects.map(each => fileOf(folder, each)));
    const entries = await (0,promises_.readdir)((0,external_node_path_.join)(folder, 'objects'), { recursive: true, withFileTypes: true }).catch(() => []);
    for (const each of entries) {
        const file = (0,external_node_path_.join)(each.parentPath, each.name);
        if (each.isFile() && !wanted.has(file))
            await (0,promises_.rm)(file);
    }
}


/***/ }),

/***/ 77076:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LH: () => (/* binding */ withRetries),
/* harmony export */   l0: () => (/* binding */ pauseAfter),
/* harmony export */   r2: () => (/* binding */ attempts)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25726);


const attempts = 6;
const firstPause = 200;
const inTime = 60_000;
const busy = (status) => status === undefined || status === 429 || (status >= 500 && status !== 501 && status !== 505);
function withRetries(bucket, attempt, statusOf, again, within = inTime) {
    const unfinished = (answer) => {
        const isBusy = busy(statusOf(answer));
        if (isBusy)
            again(answer);
        return isBusy;
    };
    return (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)({ attempts, within, unfinished, temporary: () => true, delay: pauseAfter }, attempt).catch(error => {
        throw outOfReach(bucket, error);
    });
}
const pauseAfter = (count) => firstPause * 2 ** (count - 1) * (0.5 + Math.random() / 2);
const reasonOf = (error) => error instanceof Error
    ? error.cause instanceof Error
        ? error.cause.message
        : error.message
    : String(error);
const outOfReach = (bucket, error) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${bucket} cannot be reached (${reasonOf(error)})`, 'check that its address is right and reachable from here', { cause: error });


/***/ }),

/***/ 88795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Af: () => (/* binding */ limitsOf),
/* harmony export */   B4: () => (/* binding */ podNeeds),
/* harmony export */   Fw: () => (/* binding */ extraPods),
/* harmony export */   GD: () => (/* binding */ tolerates),
/* harmony export */   I9: () => (/* binding */ limitsFor),
/* harmony export */   Qj: () => (/* binding */ inPlaceProblem),
/* harmony export */   TN: () => (/* binding */ extraPodsInPlace),
/* harmony export */   VS: () => (/* binding */ eligibleNodes),
/* harmony export */   ZO: () => (/* binding */ nodeShortfalls),
/* harmony export */   au: () => (/* binding */ quantity),
/* harmony export */   bu: () => (/* binding */ quotaShortfalls),
/* harmony export */   e5: () => (/* binding */ mostCanaryPods)
/* harmony export */ });
/* harmony import */ var _cluster_labels_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(75181);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _traffic_router_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1922);
/* harmony import */ var _traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71893);
/* harmony import */ var _traffic_selector_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45722);
/* harmony import */ var _workloads_candidate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75507);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(17849);








function quantity(text) {
    const match = /^([+-]?(?:\d+\.?\d*|\.\d+))(m|u|n|k|Ki|Mi|Gi|Ti|Pi|Ei|M|G|T|P|E|[eE][+-]?\d+)?$/.exec(text.trim());
    if (match === null)
        return Number.NaN;
    const [, number, suffix = ''] = match;
    if (/^[eE][+-]?\d/.test(suffix))
        return Number(`${number}${suffix}`);
    return Number(number) * (factors[suffix] ?? 1);
}
const factors = {
    n: 1e-9, u: 1e-6, m: 1e-3, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18,
    Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50, Ei: 2 ** 60,
};
function limitsFor({ environment, manifests }, liveState) {
    const workload = (0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_4__/* .workloadIn */ .h7)(manifests, environment);
    const living = liveState.liveWorkload && (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__.replicasOf)(liveState.liveWorkload);
    if (workload.kind === 'DaemonSet' && living === undefined)
        return undefined;
    const written = workload.spec?.replicas ?? living ?? 1;
    return limitsOf(workload, liveState.autoscaler === undefined ? written : (living ?? written));
}
function limitsOf(workload, replicas) {
    const { strategy, updateStrategy } = workload.spec ?? {};
    if (workload.kind === 'StatefulSet' || workload.kind === 'DaemonSet') {
        const { maxSurge = 0, maxUnavailable = 1 } = updateStrategy?.rollingUpdate ?? {};
        const [surge, down] = [surgeOf(maxSurge, replicas), unavailableOf(maxUnavailable, replicas)];
        const fewer = workload.kind === 'DaemonSet' ? Math.min(replicas, surgeOf(maxUnavailable, replicas)) : down;
        const more = workload.kind === 'DaemonSet' ? surge : 0;
        return {
            type: 'RollingUpdate',
            replicas,
            maxSurge: more,
            maxUnavailable: more === 0 ? Math.max(Math.min(1, replicas), fewer) : fewer,
            peak: replicas + more,
        };
    }
    if (strategy?.type === 'Recreate') {
        return { type: 'Recreate', replicas, maxSurge: 0, maxUnavailable: replicas, peak: replicas };
    }
    const maxSurge = surgeOf(strategy?.rollingUpdate?.maxSurge, replicas);
    const unavailable = unavailableOf(strategy?.rollingUpdate?.maxUnavailable, replicas);
    const maxUnavailable = maxSurge === 0 && unavailable === 0 ? 1 : unavailable;
    return { type: 'RollingUpdate', replicas, maxSurge, maxUnavailable, peak: replicas + maxSurge };
}
function unavailableOf(value, replicas) {
    if (typeof value === 'number')
        return Math.min(value, replicas);
    const percent = /^(\d+)%$/.exec(typeof value === 'string' ? value : '25%');
    return percent === null ? 0 : Math.min(replicas, Math.floor((Number(percent[1]) * replicas) / 100));
}
function surgeOf(maxSurge, replicas) {
    if (typeof maxSurge === 'number')
        return maxSurge;
    const percent = /^(\d+)%$/.exec(typeof maxSurge === 'string' ? maxSurge : '25%');
    return percent === null ? 0 : Math.ceil((Number(percent[1]) * replicas) / 100);
}
function extraPods(next, live, nodes = []) {
    const kind = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__.kindOf)(next);
    if (kind === 'CronJob')
        return 0;
    if (kind === 'DaemonSet')
        return live === undefined ? eligibleNodes(nodes, next).length : limitsOf(next, (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__.replicasOf)(live)).maxSurge;
    const replicas = next.spec?.replicas ?? live?.spec?.replicas ?? 1;
    if (live === undefined)
        return replicas;
    return Math.max(0, limitsOf(next, replicas).peak - (live.status?.replicas ?? 0));
}
function extraPodsInPlace(environment, next, live) {
    return mostCanaryPods(environment, live.spec?.replicas ?? 1) + extraPods(next, live);
}
function mostCanaryPods(environment, capacity) {
    return Math.max(0, ...(0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__/* .weightsOf */ .Z$)(environment).map(weight => canaryPods(environment, weight, capacity)));
}
function inPlaceProblem(environment, next, live) {
    const weight = (0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__/* .promotionWeight */ .kQ)(environment.strategy);
    if (weight === 100)
        return undefined;
    const name = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__.titleOf)(environment.workload);
    if (next.spec?.strategy?.type === 'Recreate') {
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the pods of ${name} are replaced all at once (Recreate), so a promotion in place would leave no pod for their part of the traffic`, 'set `type: RollingUpdate` in its manifest, or use `promotion: surge`');
    }
    const capacity = live.spec?.replicas ?? 1;
    const replicas = next.spec?.replicas ?? capacity;
    const kept = Math.min(capacity, replicas) - limitsOf(next, replicas).maxUnavailable;
    const need = (0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__/* .routerKind */ .i$)(environment) === 'replicas'
        ? capacity - canaryPods(environment, weight, capacity)
        : (0,_traffic_router_js__WEBPACK_IMPORTED_MODULE_1__/* .needOf */ .ER)(100 - weight, capacity);
    if (kept >= need)
        return undefined;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`a promotion in place would leave ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .h)(Math.max(0, kept), 'pod')} of ${name} while it rolls, but its part of the traffic needs ${need}`, 'lower maxUnavailable, raise the weight of the bake, or use `promotion: surge`');
}
function canaryPods(environment, weight, capacity) {
    return (0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__/* .routerKind */ .i$)(environment) === 'replicas' ? (0,_traffic_selector_js__WEBPACK_IMPORTED_MODULE_3__/* .pods */ .Jw)(weight, capacity).canary : (0,_traffic_router_js__WEBPACK_IMPORTED_MODULE_1__/* .needOf */ .ER)(weight, capacity);
}
function quotaShortfalls(quotas, parts) {
    const pods = parts.reduce((all, part) => all + part.pods, 0);
    if (pods <= 0)
        return [];
    const needs = new Map([
        ['pods', pods],
        ['count/pods', pods],
    ]);
    const needed = (side, resource) => parts.reduce((all, part) => all + sum(part.spec, side, resource) * part.pods, 0);
    for (const resource of ['cpu', 'memory']) {
        const requests = needed('requests', resource);
        needs.set(`requests.${resource}`, requests);
        needs.set(resource, requests);
        needs.set(`limits.${resource}`, needed('limits', resource));
    }
    const plain = quotas.filter(({ spec }) => spec?.scopes === undefined && spec?.scopeSelector === undefined);
    return plain.flatMap(quota => Object.entries(quota.status?.hard ?? {}).flatMap(([name, hard]) => {
        const need = needs.get(name) ?? 0;
        const used = quota.status?.used?.[name] ?? '0';
        if (need === 0 || quantity(used) + need <= quantity(hard) * (1 + 1e-9))
            return [];
        return [
            `ResourceQuota/${quota.metadata?.name} limits ${name} to ${hard}, of which ${used} are in use, but the rollout needs ${show(name, need)} more at its peak (${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .h)(pods, 'more pod')})`,
        ];
    }));
}
function eligibleNodes(nodes, workload) {
    const { nodeSelector } = workload.spec?.template?.spec ?? {};
    return nodes.filter(({ spec, metadata }) => spec?.unschedulable !== true && (0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_7__.hasLabels)(nodeSelector, metadata?.labels));
}
function tolerates({ tolerations = [] }, { spec }) {
    const taints = (spec?.taints ?? []).filter(({ effect }) => effect === 'NoSchedule' || effect === 'NoExecute');
    return taints.every(taint => tolerations.some(({ key, operator = 'Equal', value = '', effect }) => (effect === undefined || effect === '' || effect === taint.effect) &&
        (operator === 'Exists'
            ? key === undefined || key === '' || key === taint.key
            : key === taint.key && value === (taint.value ?? ''))));
}
function nodeShortfalls(nodes, workload, pods) {
    const { labels = {} } = workload.spec?.template?.metadata ?? {};
    const spec = workload.spec?.template?.spec;
    const apart = (spec?.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []).filter(({ labelSelector, matchLabelKeys = [] }) => matchLabelKeys.length === 0 &&
        (labelSelector?.matchExpressions ?? []).length === 0 &&
        (0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_7__.hasLabels)(labelSelector?.matchLabels, labels));
    const crowded = apart.flatMap(({ topologyKey }) => {
        const places = new Set(nodes.flatMap(({ metadata }) => metadata?.labels?.[topologyKey] ?? [])).size;
        return places >= pods
            ? []
            : [
                `the anti-affinity of the pods allows one per ${topologyKey}: the rollout has ${pods} pods at its peak, but the nodes have only ${places} different values of that label`,
            ];
    });
    const short = ['cpu', 'memory'].flatMap(resource => {
        const need = sum(spec, 'requests', resource) * pods;
        const there = nodes.reduce((total, { status }) => total + quantity(status?.allocatable?.[resource] ?? '0'), 0);
        return there === 0 || need <= there * (1 + 1e-9)
            ? []
            : [
                `the peak of ${pods} pods requests ${show(resource, need)} of ${resource}, but all nodes together have ${show(resource, there)}`,
            ];
    });
    return [...crowded, ...short];
}
const podNeeds = (spec) => ({
    cpu: sum(spec, 'requests', 'cpu'),
    memory: sum(spec, 'requests', 'memory'),
});
function sum(spec, side, resource) {
    return (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__.containersOf)({ ...spec, initContainers: [], containers: spec?.containers ?? [] }).reduce((total, container) => {
        const { requests, limits } = container.resources ?? {};
        const text = side === 'limits' ? limits?.[resource] : (requests?.[resource] ?? limits?.[resource]);
        return total + (text === undefined ? 0 : quantity(text));
    }, 0);
}
function show(name, value) {
    if (name.endsWith('memory'))
        return `${Math.ceil(value / 2 ** 20)}Mi`;
    if (name.endsWith('cpu'))
        return `${Math.ceil(value * 1000)}m`;
    return String(value);
}


/***/ }),

/***/ 75507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Is: () => (/* binding */ requireReleasable),
/* harmony export */   Vu: () => (/* binding */ injectDigests),
/* harmony export */   _5: () => (/* binding */ prepareManifests),
/* harmony export */   bD: () => (/* binding */ clusterScoped),
/* harmony export */   h7: () => (/* binding */ workloadIn),
/* harmony export */   ik: () => (/* binding */ place)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17849);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29296);
/* harmony import */ var _workers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17121);





function prepareManifests(manifests, environment, images) {
    for (const manifest of manifests)
        requireReleasable(manifest, images);
    const placed = structuredClone(manifests).map(manifest => place(manifest, environment.namespace));
    injectDigests(placed, images);
    const workload = workloadIn(placed, environment);
    (0,_workers_js__WEBPACK_IMPORTED_MODULE_4__.requireWorkers)(placed, environment, images, workload);
    const template = workload.spec?.template;
    if (template === undefined) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.titleOf)(environment.workload)} has no spec.template`, 'complete the manifest');
    }
    template.metadata = {
        ...template.metadata,
        labels: { ...template.metadata?.labels, [_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.track]: 'stable' },
    };
    return placed;
}
const clusterWide = new Set([
    'APIService',
    'CSIDriver',
    'CertificateSigningRequest',
    'ClusterIssuer',
    'ClusterRole',
    'ClusterRoleBinding',
    'CustomResourceDefinition',
    'GatewayClass',
    'IngressClass',
    'MutatingWebhookConfiguration',
    'Namespace',
    'Node',
    'PersistentVolume',
    'PriorityClass',
    'RuntimeClass',
    'StorageClass',
    'ValidatingAdmissionPolicy',
    'ValidatingAdmissionPolicyBinding',
    'ValidatingWebhookConfiguration',
    'VolumeSnapshotClass',
]);
function requireReleasable({ object, name, source }, images) {
    const { kind = '' } = object;
    const title = `${source}: ${kind}/${name}`;
    if (clusterWide.has(kind))
        throw clusterScoped(title);
    const hook = object.metadata?.annotations?.['argocd.argoproj.io/hook'];
    if (hook !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} is a ${hook} hook of Argo CD, and a release would apply it like any other object`, 'move it out of `manifests`; if its Job is needed, make it a hook in slipway.yml, such as `hooks: {pre: {job: hooks/migrate.yaml}}`');
    if (kind === 'Job')
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} cannot be released: a Job runs once, and its pod template is immutable`, 'make it a hook, such as `hooks: {pre: {job: hooks/migrate.yaml}}`, and move its file out of `manifests`');
    if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.isReleased)(kind))
        return;
    const ours = new Set(Object.values(images).map(({ repository }) => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__.parseRepository)(repository)));
    const own = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.podTemplatesOf)(object)
        .flatMap(({ spec }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.containersOf)(spec))
        .find(({ image = '' }) => image !== '' && ours.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__.parseRepository)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.repositoryOf)(image))));
    if (own !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} runs ${own.image}, and a release can neither watch nor roll back a ${kind}`, 'run it in a Deployment, StatefulSet, DaemonSet or CronJob');
}
const clusterScoped = (title) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} is cluster-scoped, but a release belongs to a namespace`, 'move it out of `manifests`, and apply it once with `kubectl apply`');
function place(manifest, namespace) {
    const declared = manifest.object.metadata?.namespace;
    if (declared !== undefined && declared !== namespace) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${manifest.source}: ${manifest.object.kind}/${manifest.name} is for namespace ${declared}, but the environment is for ${namespace}`, 'remove metadata.namespace from the manifest, or correct `namespace` in slipway.yml');
    }
    manifest.object.metadata = { ...manifest.object.metadata, namespace };
    return manifest;
}
function workloadIn(manifests, environment) {
    const { kind, name } = environment.workload;
    const found = manifests.find(manifest => manifest.object.kind === kind && manifest.name === name);
    if (found === undefined) {
        const others = manifests.filter(m => m.object.kind === kind).map(m => m.name);
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the manifests do not contain ${kind}/${name}${others.length === 0 ? '' : ` (only ${others.join(', ')})`}`, 'correct `workload` in slipway.yml or add its manifest');
    }
    return found.object;
}
function injectDigests(manifests, images, use = 'every') {
    const containers = manifests.flatMap(m => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.podTemplatesOf)(m.object).flatMap(t => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.containersOf)(t.spec)));
    for (const [name, { repository, digest }] of Object.entries(images)) {
        const wanted = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__.parseRepository)(repository);
        const users = containers.filter(({ image }) => image && (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__.parseRepository)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.repositoryOf)(image)) === wanted);
        if (users.length === 0 && use === 'every') {
            const used = [...new Set(containers.map(container => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.repositoryOf)(container.image ?? '')))];
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`no container uses images.${name} (${repository}); the manifests use ${used.join(', ') || 'no image at all'}`, 'use the same repository for `repository` in slipway.yml and `image` in the manifest');
        }
        for (const container of users)
            container.image = `${repository}@${digest}`;
    }
}


/***/ }),

/***/ 17121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isWorker: () => (/* binding */ isWorker),
/* harmony export */   readWorkers: () => (/* binding */ readWorkers),
/* harmony export */   releaseOf: () => (/* binding */ releaseOf),
/* harmony export */   requireWorkers: () => (/* binding */ requireWorkers),
/* harmony export */   templatesOf: () => (/* binding */ templatesOf),
/* harmony export */   withUnlistedWorkers: () => (/* binding */ withUnlistedWorkers),
/* harmony export */   workersIn: () => (/* binding */ workersIn),
/* harmony export */   workersOf: () => (/* binding */ workersOf)
/* harmony export */ });
/* harmony import */ var _cluster_labels_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75181);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17849);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29296);





const workersOf = ({ workers }) => workers ?? [];
const isWorker = ({ object, name }, environment) => workersOf(environment).some(ref => ref.kind === object.kind && ref.name === name);
function withUnlistedWorkers(environment, manifests, repositories) {
    if (!manifests.some(({ object }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.isOf)(environment.workload, object)))
        return { environment, unlisted: [] };
    const ours = new Set(repositories.map(each => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__.parseRepository)(each)));
    const known = new Set([environment.workload, ...workersOf(environment)].map(_kinds_js__WEBPACK_IMPORTED_MODULE_2__.keyOf));
    const unlisted = manifests.flatMap(({ object }) => {
        const runsOurs = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.podTemplatesOf)(object)
            .flatMap(({ spec }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.containersOf)(spec))
            .some(({ image = '' }) => image !== '' && ours.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__.parseRepository)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.repositoryOf)(image))));
        if (!runsOurs || !(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.isReleased)(object.kind))
            return [];
        const ref = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.refOf)(object);
        return known.has((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.keyOf)(ref)) ? [] : [ref];
    });
    return { environment: { ...environment, workers: [...workersOf(environment), ...unlisted] }, unlisted };
}
function workersIn(manifests, environment) {
    return workersOf(environment).map(ref => {
        const found = manifests.find(({ object }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.isOf)(ref, object));
        if (found !== undefined)
            return found.object;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the manifests do not contain ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.titleOf)(ref)}, which \`workers\` lists`, 'correct `workers` in slipway.yml or add its manifest');
    });
}
function requireWorkers(manifests, environment, images, workload) {
    const ours = new Set(Object.values(images).map(({ repository }) => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__.parseRepository)(repository)));
    const services = manifests.filter(({ object }) => object.kind === 'Service');
    for (const worker of workersIn(manifests, environment)) {
        const name = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.titleOf)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.refOf)(worker));
        const used = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.containersOf)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.templateOf)(worker)?.spec).map(({ image = '' }) => image);
        if (ours.size > 0 &&
            !used.some(image => image !== '' && ours.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__.parseRepository)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.repositoryOf)(image))))) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${name} is listed in \`workers\`, but runs none of the images of this release`, 'remove it from `workers`: it is applied like any other manifest');
        }
        if (takes(workload.spec?.selector?.matchLabels, worker) ||
            takes(worker.spec?.selector?.matchLabels, workload)) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the labels do not distinguish the pods of ${name} from those of ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.titleOf)(environment.workload)}`, 'give each of them a distinct label, in its selector and in its template');
        }
        const service = services.find(each => takes(each.object.spec?.selector, worker));
        if (service !== undefined && takes(service.object.spec?.selector, workload)) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`Service/${service.name} would send requests to ${name} as well, but a worker must get none`, 'add a label to its selector that only the pods of the workload have');
        }
    }
}
const takes = (selector, workload) => (0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .selects */ .ko)(selector, (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.templateOf)(workload)?.metadata?.labels);
async function readWorkers(cluster, namespace, refs) {
    const entries = refs.map(async (ref) => [(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.keyOf)(ref), await cluster.get((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.pathTo)(namespace, ref))]);
    return Object.fromEntries(await Promise.all(entries));
}
function templatesOf(lives) {
    return Object.fromEntries(Object.entries(lives).flatMap(([name, live]) => {
        const template = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.templateOf)(live);
        return template === undefined ? [] : [[name, template]];
    }));
}
function releaseOf(worker) {
    const marked = worker?.metadata?.annotations?.[_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.release];
    return marked === undefined ? undefined : Number(marked);
}


/***/ }),

/***/ 59993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bz: () => (/* binding */ tokenOn),
/* harmony export */   G$: () => (/* binding */ fencingTests),
/* harmony export */   Hn: () => (/* binding */ isRestoredByWatchdog),
/* harmony export */   Wn: () => (/* binding */ pointer),
/* harmony export */   ZC: () => (/* binding */ annotationPointer),
/* harmony export */   fz: () => (/* binding */ annotate),
/* harmony export */   lW: () => (/* binding */ annotationOf),
/* harmony export */   oV: () => (/* binding */ tokenPatch),
/* harmony export */   u4: () => (/* binding */ track),
/* harmony export */   w7: () => (/* binding */ annotation)
/* harmony export */ });
const track = 'slipway.dev/track';
const annotationOf = {
    token: (app) => `slipway.dev/token.${app}`,
    weights: (app) => `slipway.dev/weights.${app}`,
    pinned: (app) => `slipway.dev/pinned.${app}`,
    minReplicas: (app) => `slipway.dev/min-replicas.${app}`,
    watchdog: (app) => `slipway.dev/watchdog.${app}`,
};
function pointer(...parts) {
    return parts.map(part => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
function annotationPointer(name) {
    return pointer('metadata', 'annotations', name);
}
function fencingTests(object, { app, token }) {
    return [
        { op: 'test', path: annotationPointer(annotationOf.token(app)), value: String(token) },
        { op: 'test', path: pointer('metadata', 'uid'), value: object.metadata?.uid },
    ];
}
function tokenOn(object, app) {
    return Number(annotation(object, annotationOf.token(app)) ?? 0);
}
function tokenPatch(object, { app, token }) {
    const name = annotationOf.token(app);
    const present = tokenOn(object, app);
    if (present > token)
        throw new Error(`fencing token ${present} is above token ${token} of ${app}`);
    if (present === token)
        return [];
    const { annotations, uid, resourceVersion } = object.metadata ?? {};
    const unchanged = annotations?.[name] === undefined
        ? { op: 'test', path: pointer('metadata', 'resourceVersion'), value: resourceVersion }
        : { op: 'test', path: annotationPointer(name), value: annotations[name] };
    return [
        { op: 'test', path: pointer('metadata', 'uid'), value: uid },
        unchanged,
        ...(annotations === undefined
            ? [{ op: 'add', path: pointer('metadata', 'annotations'), value: {} }]
            : []),
        { op: 'add', path: annotationPointer(name), value: String(token) },
    ];
}
function annotation(object, name) {
    return object.metadata?.annotations?.[name];
}
function annotate(object, name, value) {
    const path = annotationPointer(name);
    const present = annotation(object, name);
    if (present === value)
        return [];
    return value === undefined ? [{ op: 'remove', path }] : [{ op: 'add', path, value }];
}
function isRestoredByWatchdog(object, { app, token }, since) {
    const by = Number(annotation(object, annotationOf.watchdog(app)) ?? Number.NaN);
    return by >= since && by <= token;
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
