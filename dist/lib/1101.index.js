export const id = 1101;
export const ids = [1101,7462,4687,6401,5081,4094,573];
export const modules = {

/***/ 77462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ sha256Of),
/* harmony export */   LT: () => (/* binding */ orderFreeHash),
/* harmony export */   Mk: () => (/* binding */ digestOfFile),
/* harmony export */   QY: () => (/* binding */ hashOfFile),
/* harmony export */   _h: () => (/* binding */ isSha256),
/* harmony export */   tz: () => (/* binding */ parseSha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);


function parseSha256(text) {
    return isSha256(text) ? text : undefined;
}
const isSha256 = (text) => /^[0-9a-f]{64}$/.test(text);
function sha256Of(content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
}
async function hashOfFile(file) {
    return parseSha256((await digestOfFile(file, 'sha256')) ?? '');
}
async function digestOfFile(file, algorithm) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm);
    try {
        for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(file))
            hash.update(chunk);
    }
    catch {
        return undefined;
    }
    return hash.digest('hex');
}
function orderFreeHash(objects) {
    let sum = 0n;
    for (const { path, sha256 } of objects)
        sum += BigInt(`0x${sha256Of(JSON.stringify([path, sha256]))}`);
    return (sum % (1n << 256n)).toString(16).padStart(64, '0');
}


/***/ }),

/***/ 65561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TH: () => (/* binding */ compareContent),
/* harmony export */   bx: () => (/* binding */ compareDatabase),
/* harmony export */   w: () => (/* binding */ contentCheck)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8999);
/* harmony import */ var _levels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92954);


const compareDatabase = (expected, found) => {
    const { name } = expected;
    return [
        ...changed(`the PostgreSQL version of ${name}`, majorOf(found.server), majorOf(expected.server)),
        ...ofSchema(name, expected, found),
        ...changed(`the newest marker of ${name}`, found.newestMarker, expected.newestMarker),
        ...ofTables(name, expected, found),
    ];
};
const compareContent = (name, expected, found) => [
    ...ofSchema(name, expected, found),
    ...ofTables(name, expected, found),
];
function contentCheck(name, tables, differences) {
    const rows = tables.reduce((sum, each) => sum + each.rows, 0);
    const sampled = tables.filter(each => each.sampled !== undefined).length;
    const some = sampled === 0 ? '' : `, ${sampled} of them sampled`;
    const matching = `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(tables.length, 'table')} with ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(rows, 'row')}, all matching the count${some}`;
    return (0,_levels_js__WEBPACK_IMPORTED_MODULE_0__/* .levelCheckOf */ .Uu)('L3', `content of ${name}`, differences, matching);
}
const changed = (what, now, then) => now === then ? [] : [`${what} is ${now ?? 'missing'}; the backup has ${then ?? 'none'}`];
const ofSchema = (name, expected, found) => changed(`the schema version of ${name}`, found.migration, expected.migration);
const ofTables = (name, expected, found) => [
    ...expected.tables.flatMap(each => ofTable(pathOf(name, each), each, tableIn(found, each)) ?? []),
    ...found.tables
        .filter(each => tableIn(expected, each) === undefined)
        .map(each => `the table ${pathOf(name, each)} is not in the backup: the copy was not empty before the restore`),
];
function ofTable(name, expected, found) {
    if (found === undefined)
        return `the table ${name} is missing`;
    const rows = (0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(expected.rows, 'row');
    const where = expected.sampled === undefined ? '' : ' in the sampled blocks';
    const isSameSample = expected.sampled === found.sampled;
    if (isSameSample && found.rows === 0 && expected.rows > 0)
        return `the table ${name} is empty${where}, but had ${rows}`;
    if (isSameSample && found.rows !== expected.rows)
        return `the table ${name} has ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(found.rows, 'row')}${where} instead of ${expected.rows}`;
    const [now, then] = [found.key, expected.key];
    if (now?.min !== then?.min || now?.max !== then?.max)
        return `the keys of the table ${name} are ${rangeOf(found)} instead of ${rangeOf(expected)}`;
    if (expected.hash === undefined || found.hash === undefined || !isSameSample)
        return `the content of the table ${name} cannot be compared with the backup's`;
    if (expected.hash !== found.hash)
        return `the table ${name} has the expected ${rows}, but different content`;
    return undefined;
}
const tableIn = ({ tables }, { schema, name }) => tables.find(each => each.schema === schema && each.name === name);
const pathOf = (database, { schema, name }) => `${database}.${schema}.${name}`;
const rangeOf = ({ key }) => (key === undefined ? 'none' : `${key.min} to ${key.max}`);
const majorOf = (version) => /^\d+/.exec(version)?.[0] ?? version;


/***/ }),

/***/ 91002:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J5: () => (/* binding */ refused),
/* harmony export */   Jq: () => (/* binding */ parseSnapshots),
/* harmony export */   PR: () => (/* binding */ progressIn),
/* harmony export */   QB: () => (/* binding */ parseCheck),
/* harmony export */   _I: () => (/* binding */ isKnownVersion),
/* harmony export */   co: () => (/* binding */ exits),
/* harmony export */   k8: () => (/* binding */ parseRestored),
/* harmony export */   ot: () => (/* binding */ parseVersion),
/* harmony export */   wE: () => (/* binding */ parseBackupSummary)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_program_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16428);
/* harmony import */ var _toolkit_redaction_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90501);
/* harmony import */ var _restic_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(89643);





function parseSnapshots({ stdout }) {
    const list = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonIn */ .Yf)(stdout, cause => unreadable('a list of snapshots', cause));
    if (!Array.isArray(list))
        throw unreadable('a list of snapshots');
    return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .mapsIn */ .nf)(list).map(({ id, time, hostname, paths, tags }) => {
        const at = Date.parse(String(time));
        if (typeof id !== 'string' || !(0,_restic_js__WEBPACK_IMPORTED_MODULE_4__/* .isSnapshotId */ .Yr)(id) || Number.isNaN(at))
            throw unreadable('a snapshot');
        return { id, at, name: String(hostname), folders: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .textsIn */ .Ej)(paths), tags: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .textsIn */ .Ej)(tags) };
    });
}
function parseBackupSummary({ stdout }) {
    const said = summaryIn(stdout);
    const { snapshot_id: snapshot, total_files_processed: files, total_bytes_processed: bytes } = said ?? {};
    if (typeof snapshot !== 'string' || !(0,_restic_js__WEBPACK_IMPORTED_MODULE_4__/* .isSnapshotId */ .Yr)(snapshot))
        return undefined;
    const added = said?.data_added_packed ?? said?.data_added;
    return { snapshot, files: Number(files), bytes: Number(bytes), added: Number(added) };
}
function progressIn(line) {
    const said = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonMap */ .vM)(line);
    if (said?.message_type !== 'status')
        return undefined;
    const [done, all] = [Number(said.bytes_done ?? said.bytes_restored ?? 0), Number(said.total_bytes ?? 0)];
    const megabytes = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`;
    if (all === 0 && done >= 1e6)
        return megabytes(done);
    if (!(all > 0) || !(done < all))
        return undefined;
    return `${Math.floor((100 * done) / all)} % (${megabytes(done)} of ${megabytes(all)})`;
}
function parseCheck(answer) {
    const { code, stdout, stderr } = answer;
    const summary = summaryIn(stdout);
    const said = linesIn(stderr)
        .filter(each => each.message_type === 'error')
        .map(each => plain(each.message))
        .filter(text => text !== '' && !/^(The repository |restic repair|Damaged pack files)/.test(text));
    if (code === 0 && summary?.num_errors === 0 && said.length === 0)
        return [];
    if (said.length > 0)
        return said;
    return [messageOf(answer) || `restic check ${(0,_toolkit_program_js__WEBPACK_IMPORTED_MODULE_1__/* .endingOf */ .z6)(code)} and printed no error`];
}
function parseRestored({ stdout }) {
    const said = summaryIn(stdout);
    if (said === undefined)
        return undefined;
    return { files: Number(said.files_restored ?? 0), bytes: Number(said.bytes_restored ?? 0) };
}
function parseVersion({ stdout }) {
    const version = linesIn(stdout).find(each => each.message_type === 'version')?.version;
    return typeof version === 'string' ? version : undefined;
}
const isKnownVersion = (version) => /^0\.18(?!\d)/.test(version);
const meanings = {
    3: [
        'it could not read some of the files',
        'check that its user may read them; the incomplete backup does not count',
    ],
    10: [
        'there is no repository',
        'check its address; if there never was a repository, the first backup creates it',
    ],
    11: [
        'another process has locked the repository',
        'wait until that one has ended; the lock of a pod that died can be removed after 30 minutes, with `restic unlock`',
    ],
    12: ['the passphrase is wrong', 'use the passphrase that the repository was created with'],
    126: ['it is not installed', 'use an image with restic 0.18'],
    127: ['it is not installed', 'use an image with restic 0.18'],
};
const exits = { none: 10, locked: 11, passphrase: 12 };
function refused(repository, what, answer) {
    const { code } = answer;
    const [problem, remedy] = meanings[code ?? 0] ?? [
        `it ${(0,_toolkit_program_js__WEBPACK_IMPORTED_MODULE_1__/* .endingOf */ .z6)(code)}`,
        'read its error, and check that the repository can be reached',
    ];
    const said = (0,_toolkit_redaction_js__WEBPACK_IMPORTED_MODULE_2__.withoutSecrets)(messageOf(answer), Object.values(repository.environment));
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`restic cannot ${what} (repository ${repository.name}): ${problem}${said === '' ? '' : ` (${said})`}`, remedy);
}
function messageOf({ stderr }) {
    const said = stderr.split('\n').map(line => {
        const map = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonMap */ .vM)(line);
        if (map === undefined)
            return plain(line);
        const { error, item } = map;
        const message = plain((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .jh)(error) ? error.message : map.message);
        return typeof item === 'string' && !message.includes(item) ? `${plain(item)}: ${message}` : message;
    });
    const all = said.filter(line => line !== '');
    const more = all.length > 3 ? `, and ${all.length - 3} more lines` : '';
    return `${all.slice(0, 3).join('; ')}${more}`.slice(0, 500);
}
const plain = (message) => String(message ?? '')
    .replace(/\s+/g, ' ')
    .trim();
const linesIn = (text) => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .mapsIn */ .nf)(text.split('\n').map(line => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonMap */ .vM)(line)));
const summaryIn = (text) => linesIn(text).findLast(each => each.message_type === 'summary');
const unreadable = (what, cause) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the output of restic is not ${what}`, 'use restic 0.18', { cause });


/***/ }),

/***/ 34809:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T1: () => (/* binding */ call),
/* harmony export */   XO: () => (/* binding */ snapshotsOf),
/* harmony export */   _h: () => (/* binding */ resticOrThrow),
/* harmony export */   tN: () => (/* binding */ callInto),
/* harmony export */   uQ: () => (/* binding */ knownVersion),
/* harmony export */   vB: () => (/* binding */ createRepository)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91002);
/* harmony import */ var _restic_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89643);



const patience = '5m';
async function call(access, args, what = '') {
    const answer = await once(access, (0,_restic_js__WEBPACK_IMPORTED_MODULE_2__/* .restic */ .Np)(access.repository, args), what);
    if (answer.code !== _answers_js__WEBPACK_IMPORTED_MODULE_1__/* .exits */ .co.locked)
        return answer;
    await once(access, (0,_restic_js__WEBPACK_IMPORTED_MODULE_2__/* .restic */ .Np)(access.repository, _restic_js__WEBPACK_IMPORTED_MODULE_2__/* .unlock */ .Tl), what);
    return once(access, (0,_restic_js__WEBPACK_IMPORTED_MODULE_2__/* .restic */ .Np)(access.repository, args, patience), what);
}
async function once({ exec, signal, report }, { command, input }, what) {
    let last;
    const heard = (line) => {
        const progress = (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .progressIn */ .PR)(line);
        if (progress !== undefined && progress !== last)
            report(`${what}: ${progress}`);
        last = progress ?? last;
    };
    const answer = await exec(command, { input, signal, heard });
    if (signal.aborted)
        throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelled */ .KW)();
    return answer;
}
async function callInto(access, args, reader, by = access.exec) {
    const { repository, signal } = access;
    const { command, input } = (0,_restic_js__WEBPACK_IMPORTED_MODULE_2__/* .resticInto */ .FM)(repository, args, reader);
    const answer = await by(command, { input, signal });
    if (signal.aborted)
        throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelled */ .KW)();
    if (answer.code !== 0 && repository.locked !== true)
        await once(access, (0,_restic_js__WEBPACK_IMPORTED_MODULE_2__/* .restic */ .Np)(repository, _restic_js__WEBPACK_IMPORTED_MODULE_2__/* .unlock */ .Tl), '');
    return answer;
}
async function resticOrThrow(access, what, args) {
    const answer = await call(access, args, what);
    if (answer.code !== 0)
        throw (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(access.repository, what, answer);
    return answer;
}
async function knownVersion(access) {
    const found = (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .parseVersion */ .ot)(await resticOrThrow(access, 'print its version', _restic_js__WEBPACK_IMPORTED_MODULE_2__/* .version */ .rE));
    if (found !== undefined && (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .isKnownVersion */ ._I)(found))
        return found;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`restic ${found ?? 'of an unknown version'} is not supported`, 'use an image with restic 0.18');
}
async function snapshotsOf(access, source) {
    const answer = await call(access, (0,_restic_js__WEBPACK_IMPORTED_MODULE_2__/* .snapshots */ .ml)(source));
    if (answer.code === _answers_js__WEBPACK_IMPORTED_MODULE_1__/* .exits */ .co.none)
        return undefined;
    if (answer.code !== 0)
        throw (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(access.repository, 'list snapshots', answer);
    return (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .parseSnapshots */ .Jq)(answer).sort((a, b) => a.at - b.at);
}
async function createRepository(access) {
    await resticOrThrow(access, 'create a repository', _restic_js__WEBPACK_IMPORTED_MODULE_2__/* .init */ .Ts);
}


/***/ }),

/***/ 89643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ae: () => (/* binding */ checkedFolder),
/* harmony export */   Bh: () => (/* binding */ dump),
/* harmony export */   FM: () => (/* binding */ resticInto),
/* harmony export */   M8: () => (/* binding */ subsetOfWeek),
/* harmony export */   Np: () => (/* binding */ restic),
/* harmony export */   PF: () => (/* binding */ restore),
/* harmony export */   R3: () => (/* binding */ prune),
/* harmony export */   RR: () => (/* binding */ backup),
/* harmony export */   Tl: () => (/* binding */ unlock),
/* harmony export */   Ts: () => (/* binding */ init),
/* harmony export */   Yr: () => (/* binding */ isSnapshotId),
/* harmony export */   kA: () => (/* binding */ backupOutput),
/* harmony export */   ml: () => (/* binding */ snapshots),
/* harmony export */   rE: () => (/* binding */ version),
/* harmony export */   y6: () => (/* binding */ forget),
/* harmony export */   z6: () => (/* binding */ check)
/* harmony export */ });
const variables = 'while IFS= read -r line && [ -n "$line" ]; do export "$line"; done';
const script = `${variables}; exec "$@"`;
const pace = '0.2';
function restic(repository, args, wait) {
    const { address, environment, ca, locked } = repository;
    const variables = { RESTIC_PROGRESS_FPS: pace, ...environment, RESTIC_REPOSITORY: address };
    const lines = Object.entries(variables).map(([name, value]) => {
        if (!/^[A-Z][A-Z0-9_]*$/.test(name) || /[\n\0]/.test(value))
            throw new RangeError(`${name} cannot be given to restic: its value has more than one line`);
        return `${name}=${value}\n`;
    });
    const flags = [
        ...(ca === undefined ? [] : [`--cacert=${ca}`]),
        ...(locked === true ? ['--no-lock'] : wait === undefined ? [] : [`--retry-lock=${wait}`]),
    ];
    return {
        command: ['sh', '-ec', script, 'sh', 'restic', '--json', ...flags, ...args],
        input: `${lines.join('')}\n`,
    };
}
function resticInto(repository, args, reader) {
    const { command, input } = restic(repository, args, '5m');
    const [, , , , ...program] = command;
    const pipe = `failed=$(mktemp); { "$@" || echo $? > "$failed"; } | ${reader}
[ ! -s "$failed" ] || { echo "restic exited with code $(cat "$failed")" >&2; exit 1; }`;
    return { command: ['sh', '-ec', `${variables}\n${pipe}`, 'sh', ...program], input };
}
const version = ['version'];
const init = ['init'];
const unlock = ['unlock'];
function backup(source, tags) {
    const folder = checkedFolder(source.folder);
    return [
        'backup',
        `--host=${checkedName(source.name)}`,
        ...tagged(tags),
        `--exclude=${folder.replace(/[\\*?[]/g, '\\$&')}/lost+found`,
        '--',
        folder,
    ];
}
function backupOutput(source, command, tags) {
    return [
        'backup',
        `--host=${checkedName(source.name)}`,
        ...tagged(tags),
        `--stdin-filename=${checkedFolder(source.folder)}`,
        '--stdin-from-command',
        '--',
        ...command,
    ];
}
function tagged(tags) {
    return tags.map(tag => {
        if (!/^[^,\n\0]+$/.test(tag))
            throw new RangeError(`"${tag}" is not a valid tag of restic`);
        return `--tag=${tag}`;
    });
}
const dump = (snapshot, file) => [
    'dump',
    checkedId(snapshot),
    checkedFolder(file),
];
const snapshots = ({ name }) => [
    ...['snapshots', '--no-lock'],
    `--host=${checkedName(name)}`,
];
function subsetOfWeek(now, of = 52) {
    return { part: (Math.floor(now / (7 * 86_400_000)) % of) + 1, of };
}
const check = ({ part, of }) => ['check', `--read-data-subset=${part}/${of}`];
function restore({ snapshot, folder, into, replace }) {
    return [
        'restore',
        `${checkedId(snapshot)}:${checkedFolder(folder)}`,
        `--target=${checkedFolder(into)}`,
        '--verify',
        ...(replace ? ['--overwrite=always', '--delete', '--exclude=/lost+found'] : ['--overwrite=never']),
    ];
}
const forget = (ids) => ['forget', '--', ...ids.map(checkedId)];
const prune = ['prune'];
const isSnapshotId = (text) => /^[0-9a-f]{64}$/.test(text);
function checkedId(text) {
    if (isSnapshotId(text))
        return text;
    throw new RangeError(`"${text}" is not the full ID of a snapshot`);
}
function checkedName(name) {
    if (/^[A-Za-z0-9][A-Za-z0-9._/-]{0,252}$/.test(name))
        return name;
    throw new RangeError(`"${name}" is not a valid name of a source`);
}
function checkedFolder(folder) {
    const parts = folder.split('/').slice(1);
    const whole = folder.startsWith('/') && parts.every(each => each !== '' && each !== '.' && each !== '..');
    if (whole && !/[\n\0]/.test(folder))
        return folder;
    throw new RangeError(`"${folder}" is not an absolute path of a folder`);
}


/***/ }),

/***/ 92954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dd: () => (/* binding */ meanings),
/* harmony export */   G5: () => (/* binding */ checkFor),
/* harmony export */   MF: () => (/* binding */ olderFaults),
/* harmony export */   Uu: () => (/* binding */ levelCheckOf),
/* harmony export */   Yt: () => (/* binding */ missingLevels),
/* harmony export */   ae: () => (/* binding */ levelCheckText),
/* harmony export */   gv: () => (/* binding */ unproved),
/* harmony export */   levels: () => (/* binding */ levels),
/* harmony export */   notRestored: () => (/* binding */ notRestored),
/* harmony export */   reached: () => (/* binding */ reached),
/* harmony export */   z1: () => (/* binding */ partOrFailure)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);



const levels = ['L0', 'L1', 'L2', 'L3', 'L4', 'L5'];
const meanings = {
    L0: 'a fresh backup exists',
    L1: 'the repository is intact',
    L2: 'everything is restored and running',
    L3: 'the data matches the manifest',
    L4: 'the application works with the data',
    L5: 'the traffic was cut over, and back',
};
function levelCheckOf(level, what, problems, good) {
    const sentence = (0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .firstOf */ .K)(problems);
    return sentence === undefined
        ? { level, what, state: 'passed', sentence: good }
        : { level, what, state: 'failed', sentence };
}
const checkFor = (level, what, fault, good) => ({ level, what, state: fault === undefined ? 'passed' : 'failed', sentence: fault ?? good });
async function partOrFailure(what, signal, restore) {
    try {
        return await restore();
    }
    catch (error) {
        if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo) || signal.aborted)
            throw error;
        return [{ level: 'L2', what, state: 'failed', sentence: error.sentence }];
    }
}
const counts = ({ state, demanded }) => demanded !== false || state !== 'skipped';
function reached(levelChecks) {
    let highest;
    for (const level of levels) {
        const own = levelChecks.filter(each => each.level === level && counts(each));
        if (own.length === 0 || own.some(({ state }) => state !== 'passed'))
            return highest;
        highest = level;
    }
    return highest;
}
function missingLevels(levelChecks, required) {
    return levels.slice(0, levels.indexOf(required) + 1).flatMap(level => {
        const own = levelChecks.filter(each => each.level === level && counts(each));
        if (own.length === 0)
            return [`${level} (${meanings[level]}) was not checked`];
        return own
            .filter(({ state }) => state !== 'passed')
            .map(({ what, state, sentence }) => `${level} ${what} ${state === 'failed' ? 'failed' : 'was not checked'}: ${sentence}`);
    });
}
const notRestored = (levelChecks) => levelChecks.filter(each => each.level === 'L2' && each.state === 'skipped' && counts(each));
const unproved = (levelChecks) => failures(levelChecks.filter(({ older }) => older !== true));
const olderFaults = (levelChecks) => failures(levelChecks.filter(({ older }) => older === true));
const failures = (levelChecks) => levelChecks.filter(({ state }) => state !== 'passed').map(({ what, sentence }) => `${what}: ${sentence}`);
function levelCheckText({ level, what, state, sentence, took }) {
    const mark = state === 'passed' ? '' : ` ${state}`;
    return `${level} ${what}${mark}: ${sentence}${took === undefined ? '' : ` (${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(took)})`}`;
}


/***/ }),

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

/***/ 95190:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   restoreManaged: () => (/* binding */ restoreManaged)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_redaction_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90501);
/* harmony import */ var _differences_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65561);
/* harmony import */ var _files_repository_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34809);
/* harmony import */ var _files_restic_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(89643);
/* harmony import */ var _postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94094);
/* harmony import */ var _postgres_inventory_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(80845);
/* harmony import */ var _postgres_sql_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(16677);
/* harmony import */ var _copy_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(49478);









async function restoreManaged(task) {
    const { managed, copy, signal, report } = task;
    const { name } = managed;
    const repository = cachedIn(task.repository);
    const access = { exec: copy.exec, repository, signal, report };
    await (0,_files_repository_js__WEBPACK_IMPORTED_MODULE_3__/* .knownVersion */ .uQ)(access);
    await requireDump(access, task);
    report(`${name}: creating an empty PostgreSQL`);
    await createCluster(task);
    report(`${name}: restoring ${task.snapshot.slice(0, 8)} from ${repository.name}`);
    await load(access, task);
    report(`${name}: comparing the copy; owners and grants are not restored, so ${task.user} owns everything`);
    return [
        {
            level: 'L2',
            what: `managed database ${name}`,
            state: 'passed',
            sentence: `its dump in ${repository.name} was restored completely, in one transaction`,
        },
        await content(task),
    ];
}
const cachedIn = (repository) => ({
    ...repository,
    environment: { ...repository.environment, RESTIC_CACHE_DIR: `${_postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_4__.copySocket}/restic` },
});
async function requireDump(access, { managed: { name }, source, snapshot }) {
    const there = await (0,_files_repository_js__WEBPACK_IMPORTED_MODULE_3__/* .snapshotsOf */ .XO)(access, source);
    if (there?.some(({ id }) => id === snapshot))
        return;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the dump ${snapshot.slice(0, 8)} of ${name} is not in ${access.repository.name}`, 'restore it from another repository, or choose another backup set');
}
const connectionTo = (database, { user }) => ({
    database,
    user,
    host: _postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_4__.copySocket,
});
async function createCluster(task) {
    const { managed, database, copy, signal } = task;
    const { code, stderr } = await copy.detached('initdb')((0,_copy_js__WEBPACK_IMPORTED_MODULE_7__.makeCluster)(managed.encoding), { signal });
    if (signal.aborted)
        throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelled */ .KW)();
    if (code !== 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`PostgreSQL for ${managed.name} cannot be created in the image of the backup pod: ${firstOf(stderr)}`, 'add the PostgreSQL server to that image, with initdb in its PATH and a user for it that is not root');
    await copy.start();
    const postgres = connectionTo('postgres', task);
    await waitUntilReady(task, postgres);
    await (0,_postgres_sql_js__WEBPACK_IMPORTED_MODULE_6__/* .rowsOf */ .RO)(copy.exec, postgres, (0,_copy_js__WEBPACK_IMPORTED_MODULE_7__.makeDatabase)(database, managed.roles), signal);
}
async function waitUntilReady({ managed, copy, signal, sleep }, to) {
    for (;;) {
        const up = await (0,_postgres_sql_js__WEBPACK_IMPORTED_MODULE_6__/* .rowsOf */ .RO)(copy.exec, to, 'select json_build_object();', signal).catch((error) => {
            if (error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo && !signal.aborted)
                return undefined;
            throw signal.aborted ? (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelled */ .KW)() : error;
        });
        if (up !== undefined)
            return;
        const why = await copy.ended();
        if (why !== undefined)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`PostgreSQL for ${managed.name} did not start: ${why}`, 'read the log of its pod: it may need more memory');
        await sleep(500);
    }
}
async function load(access, { managed, source, snapshot, copy }) {
    const { code, stderr } = await (0,_files_repository_js__WEBPACK_IMPORTED_MODULE_3__/* .callInto */ .tN)(access, (0,_files_restic_js__WEBPACK_IMPORTED_MODULE_8__/* .dump */ .Bh)(snapshot, source.folder), _copy_js__WEBPACK_IMPORTED_MODULE_7__.loading, copy.detached('load'));
    if (code === 0)
        return;
    const { repository } = access;
    const said = (0,_toolkit_redaction_js__WEBPACK_IMPORTED_MODULE_1__.withoutSecrets)(firstOf(stderr), Object.values(repository.environment));
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the dump ${snapshot.slice(0, 8)} of ${managed.name} cannot be restored from ${repository.name}: ${said}`, 'add what the error asks for, such as an extension, to the image of `backup-pod`, or restore it from another repository');
}
function firstOf(text) {
    const lines = text.split('\n').filter(line => line.trim() !== '');
    const error = lines.find(line => /error|fatal/i.test(line));
    return (error ?? lines[0] ?? 'no reason was given').trim().slice(0, 300);
}
async function content(task) {
    const { managed, database, copy, signal } = task;
    const found = await (0,_postgres_inventory_js__WEBPACK_IMPORTED_MODULE_5__/* .takeInventory */ .O1)(copy.detached('count'), connectionTo(database, task), { signal });
    return (0,_differences_js__WEBPACK_IMPORTED_MODULE_2__/* .contentCheck */ .w)(managed.name, managed.tables, (0,_differences_js__WEBPACK_IMPORTED_MODULE_2__/* .compareContent */ .TH)(managed.name, managed, found));
}


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
