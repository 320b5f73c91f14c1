export const id = 5364;
export const ids = [5364,7462,8961,6401,5081];
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

/***/ 4554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ chosen),
/* harmony export */   managedIn: () => (/* binding */ managedIn),
/* harmony export */   requireBackups: () => (/* binding */ requireBackups)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _managed_dumping_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16473);


function managedIn({ at, repository }, name, repositories) {
    const managed = at.set.manifest.managed?.find(each => each.name === name);
    const place = chosen(managed?.backups, repositories, repository, `the managed database ${name}`);
    if (managed === undefined)
        throw new Error('a dump of nothing');
    return { managed, source: (0,_managed_dumping_js__WEBPACK_IMPORTED_MODULE_1__/* .dumpSource */ .cw)(at.owner, name), ...place };
}
function requireBackups({ at, repository }, wanted, repositories) {
    const { managed = [], volumes, objectStores } = at.set.manifest;
    const check = (backups, what) => chosen(backups, repositories, repository, what);
    for (const name of wanted.managed)
        check(managed.find(each => each.name === name)?.backups, `the managed database ${name}`);
    for (const pvc of wanted.volumes)
        check(volumes.find(each => each.pvc === pvc)?.files?.backups, `the volume ${pvc}`);
    for (const name of wanted.buckets)
        check(objectStores.find(each => each.name === name)?.backups, `the bucket ${name}`);
}
function chosen(backups = [], repositories, wanted, what) {
    for (const { repository: name, snapshot } of backups) {
        const repository = repositories.get(name);
        if (repository !== undefined && (wanted === undefined || wanted === name))
            return { repository, snapshot };
    }
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the set contains no backup of ${what}${wanted === undefined ? '' : ` in ${wanted}`}`, backups.length === 0
        ? 'choose a set that contains it'
        : `choose one of ${backups.map(({ repository }) => repository).join(', ')}`);
}


/***/ }),

/***/ 60985:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RR: () => (/* binding */ listing),
/* harmony export */   s9: () => (/* binding */ entriesIn),
/* harmony export */   tO: () => (/* binding */ statusListing),
/* harmony export */   u$: () => (/* binding */ firstName)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _restic_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89643);


const stat = 'stat -c "%s %f %u:%g %z" --';
const batch = (hashes) => `
printf "%s\\n" $#
printf "%s\\0" "$@"
if out=$(${stat} "$@" 2> /dev/null); then printf "%s\\n" "$out"
else for f; do ${stat} "$f" 2> /dev/null || echo gone; done; fi
${hashes ? content : ''}`;
const content = `
case $kind in
  l) for f; do printf link:; readlink -n -- "$f"; printf "\\0"; done ;;
  *)
    if [ $kind = f ] && out=$(sha256sum -- "$@" 2> /dev/null); then printf "%s\\n" "$out"
    else for f; do sha256sum < "$f" 2> /dev/null || echo unreadable; done; fi ;;
esac`;
const script = `
export LC_ALL=C kind
cd -- "$1" || exit 1
batch=$2
broken="*
*"
list() {
  { find . -path ./lost+found -prune -o "$@" -print0 || printf "/not whole\\0"; } |
    xargs -0 -r sh -c "$batch" sh
}
{
  kind=f && list -type f ! -path "$broken" &&
    kind=n && list -type f -path "$broken" &&
    kind=l && list -type l &&
    echo end
} | gzip -c | base64`;
const command = (folder, hashes) => [
    ...['sh', '-c', script, 'sh', (0,_restic_js__WEBPACK_IMPORTED_MODULE_1__/* .checkedFolder */ .Ae)(folder), batch(hashes)],
];
const listing = (folder) => command(folder, true);
const statusListing = (folder) => command(folder, false);
const firstName = (folder) => [
    ...['sh', '-c', 'cd -- "$1" && find . -path ./lost+found -prune -o ! -name . -print | head -n 1'],
    ...['sh', (0,_restic_js__WEBPACK_IMPORTED_MODULE_1__/* .checkedFolder */ .Ae)(folder)],
];
function entriesIn(text, hashed) {
    const entries = [];
    let at = 0;
    const until = (end) => {
        const found = text.indexOf(end, at);
        if (found < 0)
            throw incomplete();
        const part = text.slice(at, found);
        at = found + end.length;
        return part;
    };
    for (let head = until('\n'); head !== 'end'; head = until('\n')) {
        const count = Number(head);
        if (!Number.isSafeInteger(count) || count < 1)
            throw incomplete();
        const names = Array.from({ length: count }, () => until('\0'));
        const statuses = Array.from({ length: count }, () => until('\n'));
        for (const [index, name] of names.entries()) {
            if (!name.startsWith('./'))
                throw incomplete();
            const isLink = hashed && text.startsWith('link:', at);
            const content = hashed ? until(isLink ? '\0' : '\n') : '';
            const [hash] = /(?<=^\\?)[0-9a-f]{64}(?= )/.exec(content) ?? [content];
            entries.push({ name: name.slice(2), status: statuses[index] ?? '', content: isLink ? content : hash });
        }
    }
    if (at !== text.length)
        throw incomplete();
    return entries;
}
const incomplete = () => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the list of the files is incomplete', 'check that the user that lists them may read every folder, then run the step again');


/***/ }),

/***/ 27833:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jc: () => (/* binding */ parseListed),
/* harmony export */   MT: () => (/* binding */ withoutChanges),
/* harmony export */   Qc: () => (/* binding */ formatListing),
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   _S: () => (/* binding */ parseListing),
/* harmony export */   hZ: () => (/* binding */ compareFiles),
/* harmony export */   i$: () => (/* binding */ parseStatus),
/* harmony export */   k3: () => (/* binding */ regularIn),
/* harmony export */   vA: () => (/* binding */ totalsOf)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(72315);
/* harmony import */ var _checksum_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77462);
/* harmony import */ var _listing_script_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60985);







const isLink = ({ mode = 0 }) => (mode & 0o170000) === 0o120000;
function parseListed(stdout) {
    return (0,_listing_script_js__WEBPACK_IMPORTED_MODULE_3__/* .entriesIn */ .s9)(unpacked(stdout), true).map(({ name, status, content }) => {
        const path = pathOf(name);
        const bytes = Number(/^\d+/.exec(status)?.[0] ?? Number.NaN);
        const sha256 = content.startsWith('link:')
            ? (0,_checksum_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256Of */ .Bj)(Buffer.from(content, 'latin1'))
            : (0,_checksum_js__WEBPACK_IMPORTED_MODULE_2__/* .parseSha256 */ .tz)(content);
        const { mode, owner } = /^\d+ (?<mode>[0-9a-f]{1,8}) (?<owner>\d+:\d+) /.exec(status)?.groups ?? {};
        if (sha256 !== undefined && mode !== undefined && owner !== undefined && Number.isSafeInteger(bytes))
            return { path, bytes, sha256, mode: Number.parseInt(mode, 16), owner, status };
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the file ${shown(path)} cannot be read`, 'check that the user that lists it may read it; keep temporary files on another volume');
    });
}
function withoutChanges(seen, statuses) {
    const stays = seen.filter(({ path, status }) => statuses.get(path) === status);
    const unsettled = new Set([...seen.map(({ path }) => path), ...statuses.keys()]);
    for (const { path } of stays)
        unsettled.delete(path);
    const files = stays.map(({ status: _, ...file }) => file);
    return { files: files.sort(byPath), unsettled: [...unsettled].sort() };
}
function parseStatus(stdout) {
    return new Map((0,_listing_script_js__WEBPACK_IMPORTED_MODULE_3__/* .entriesIn */ .s9)(unpacked(stdout), false).map(({ name, status }) => [pathOf(name), status]));
}
function totalsOf({ files }) {
    return {
        count: files.length,
        bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
        hash: (0,_checksum_js__WEBPACK_IMPORTED_MODULE_2__/* .orderFreeHash */ .LT)(files),
    };
}
function regularIn({ files, unsettled }) {
    const least = files.filter(each => !isLink(each)).length;
    return { least, most: least + unsettled.length };
}
function compareFiles(expected, found, { owners = true } = {}) {
    const there = new Map(found.map(each => [each.path, each]));
    const unsettled = new Set(expected.unsettled);
    const known = new Set([...expected.files.map(({ path }) => path), ...unsettled]);
    const difference = (kind, path, what) => ({
        kind,
        path,
        sentence: `the file ${shown(path)} ${what}`,
    });
    return [
        ...expected.files.flatMap(file => {
            const { path, bytes, sha256 } = file;
            const now = there.get(path);
            if (now === undefined)
                return [difference('missing', path, 'is missing')];
            if (now.sha256 === sha256) {
                const wrong = owners ? ownerFault(file, now) : undefined;
                return wrong === undefined ? [] : [difference('owner', path, wrong)];
            }
            const sizes = now.bytes === bytes ? (0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .h)(bytes, 'byte') : `${now.bytes} bytes instead of ${bytes}`;
            return [difference('changed', path, `differs from the backup: ${sizes}`)];
        }),
        ...found
            .filter(({ path }) => !known.has(path))
            .map(({ path }) => difference('unexpected', path, 'was not in the backup')),
    ].sort(byPath);
}
function ownerFault(then, now) {
    if (then.owner !== undefined && now.owner !== then.owner)
        return `belongs to ${now.owner} instead of ${then.owner}`;
    if (then.mode === undefined || now.mode === then.mode)
        return undefined;
    const text = (mode = 0) => (mode & 0o7777).toString(8).padStart(4, '0');
    return `has mode ${text(now.mode)} instead of ${text(then.mode)}`;
}
function formatListing({ files, unsettled }) {
    const rows = files.map(({ path, bytes, sha256, mode, owner }) => JSON.stringify(mode === undefined || owner === undefined
        ? [path, bytes, sha256]
        : [path, bytes, sha256, mode.toString(8), owner]));
    return `{"schema":1,"unsettled":${JSON.stringify(unsettled)},"files":[\n${rows.join(',\n')}\n]}\n`;
}
function parseListing(text) {
    const fault = (cause) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('the list of files of the backup cannot be read', 'use an unmodified list, or another backup', {
        cause,
    });
    const { schema, unsettled, files } = ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_5__/* .jsonIn */ .Yf)(text, fault) ?? {});
    if (schema !== 1 || !Array.isArray(files) || !Array.isArray(unsettled))
        throw fault();
    return {
        unsettled: unsettled.map(String),
        files: files.map((row) => {
            const [path, bytes, sha256, mode, owner] = Array.isArray(row) ? row : [];
            const hash = (0,_checksum_js__WEBPACK_IMPORTED_MODULE_2__/* .parseSha256 */ .tz)(String(sha256));
            if (typeof path !== 'string' || typeof bytes !== 'number' || hash === undefined)
                throw fault();
            if (mode === undefined && owner === undefined)
                return { path, bytes, sha256: hash };
            if (!/^[0-7]{1,7}$/.test(String(mode)) || !/^\d+:\d+$/.test(String(owner)))
                throw fault();
            return { path, bytes, sha256: hash, mode: Number.parseInt(String(mode), 8), owner: String(owner) };
        }),
    };
}
function shown(path) {
    const text = path.startsWith('\0') ? path.slice(1) : path;
    return `"${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_6__/* .printable */ .g$)(text.replace(/\n/g, '\\n')).slice(0, 200)}"`;
}
function unpacked(stdout) {
    try {
        return (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gunzipSync)(Buffer.from(stdout, 'base64')).toString('latin1');
    }
    catch (cause) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('the list of the files was cut off', 'run the step again', { cause });
    }
}
function pathOf(name) {
    const bytes = Buffer.from(name, 'latin1');
    const text = bytes.toString('utf8');
    return Buffer.from(text, 'utf8').equals(bytes) ? text : `\0${name}`;
}
const byPath = (a, b) => a.path < b.path ? -1 : Number(a.path > b.path);


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


/***/ }),

/***/ 48961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bothOf: () => (/* binding */ bothOf),
/* harmony export */   eachOf: () => (/* binding */ eachOf),
/* harmony export */   mapOf: () => (/* binding */ mapOf),
/* harmony export */   serialQueue: () => (/* binding */ serialQueue)
/* harmony export */ });
async function eachOf(items, limit, work) {
    const waiting = [...items];
    let failed = false;
    const worker = async () => {
        for (let item = waiting.shift(); item !== undefined && !failed; item = waiting.shift()) {
            try {
                await work(item);
            }
            catch (error) {
                failed = true;
                throw error;
            }
        }
    };
    const results = await Promise.allSettled(Array.from({ length: limit }, worker));
    for (const result of results)
        if (result.status === 'rejected')
            throw result.reason;
}
async function mapOf(items, limit, work) {
    const results = new Map();
    await eachOf([...items.entries()], limit, async ([at, item]) => {
        results.set(at, await work(item));
    });
    return items.map((_, at) => results.get(at));
}
function serialQueue() {
    let last = Promise.resolve();
    return work => {
        const turn = last.then(work);
        last = turn.catch(() => undefined);
        return turn;
    };
}
async function bothOf(signal, one, other) {
    const failure = new AbortController();
    let first;
    const run = async (work) => {
        try {
            return await work(AbortSignal.any([signal, failure.signal]));
        }
        catch (error) {
            if (!failure.signal.aborted)
                first = error;
            failure.abort();
            throw error;
        }
    };
    const works = [run(one), run(other)];
    await Promise.allSettled(works);
    if (failure.signal.aborted)
        throw first;
    return Promise.all(works);
}


/***/ })

};
