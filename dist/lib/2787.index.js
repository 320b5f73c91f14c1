export const id = 2787;
export const ids = [2787];
export const modules = {

/***/ 2787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   exportIn: () => (/* binding */ exportIn),
/* harmony export */   fileNames: () => (/* binding */ fileNames),
/* harmony export */   knownIn: () => (/* binding */ knownIn),
/* harmony export */   listingIn: () => (/* binding */ listingIn),
/* harmony export */   packedListing: () => (/* binding */ packedListing),
/* harmony export */   passphraseIn: () => (/* binding */ passphraseIn),
/* harmony export */   readIdentities: () => (/* binding */ readIdentities),
/* harmony export */   secretsIn: () => (/* binding */ secretsIn)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8522);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2317);
/* harmony import */ var _checksum_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7462);
/* harmony import */ var _cluster_objects_exporting_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4328);
/* harmony import */ var _cluster_objects_order_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8325);
/* harmony import */ var _files_listing_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7833);
/* harmony import */ var _sealing_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7322);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3688);
/* harmony import */ var _sets_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8492);











const short = (name) => (name.length <= 150 ? name : (0,_checksum_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256Of */ .Bj)(name));
const fileNames = {
    objects: 'objects.json',
    sealedObjects: 'objects.age',
    secrets: 'secrets.age',
    passphrase: (repository) => `passphrase-${short(repository)}.age`,
    volume: (claim) => `volume-${short(claim)}.json.gz`,
    bucket: (name) => `bucket-${short(name)}.json.gz`,
};
const packedListing = (listing) => (0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.gzipSync)((0,_files_listing_js__WEBPACK_IMPORTED_MODULE_6__/* .formatListing */ .Qc)(listing));
async function readIdentities(path) {
    let text;
    try {
        text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8');
    }
    catch (cause) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the file with the key, ${path}, cannot be read`, 'name the one that `age-keygen` made', {
            cause,
        });
    }
    return (0,_sealing_js__WEBPACK_IMPORTED_MODULE_7__/* .parseIdentities */ .go)(text);
}
async function listingIn({ store, owner, set }, name) {
    const packed = await (0,_sets_js__WEBPACK_IMPORTED_MODULE_9__.readFileOf)(store, owner, set, name);
    return (0,_files_listing_js__WEBPACK_IMPORTED_MODULE_6__/* .parseListing */ ._S)((0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.gunzipSync)(packed).toString('utf8'));
}
async function exportIn(at, identities) {
    const { store, owner, set } = at;
    const { objects } = (0,_cluster_objects_exporting_js__WEBPACK_IMPORTED_MODULE_4__/* .parseExport */ ._p)(textOf(await (0,_sets_js__WEBPACK_IMPORTED_MODULE_9__.readFileOf)(store, owner, set, fileNames.objects)));
    const { sealedObjects: sealed = [] } = set.manifest;
    if (sealed.length === 0)
        return { objects, unread: [], absent: [] };
    if (identities.length === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_10__/* .counted */ .h)(sealed.length, 'object')} of the backup set ${set.id} may hold secrets and ${sealed.length === 1 ? 'is' : 'are'} encrypted: ${sealed.slice(0, 3).join(', ')}${sealed.length > 3 ? ', …' : ''}`, 'give the path of the offline key in the input `key`');
    const opened = await (0,_sealing_js__WEBPACK_IMPORTED_MODULE_7__/* .open */ .ho)(await (0,_sets_js__WEBPACK_IMPORTED_MODULE_9__.readFileOf)(store, owner, set, fileNames.sealedObjects), identities);
    return { objects: (0,_cluster_objects_order_js__WEBPACK_IMPORTED_MODULE_5__/* .inOrder */ .al)([...objects, ...(0,_cluster_objects_exporting_js__WEBPACK_IMPORTED_MODULE_4__/* .parseExport */ ._p)(textOf(opened)).objects]), unread: [], absent: [] };
}
async function secretsIn({ store, owner, set }, identities) {
    return (0,_secrets_js__WEBPACK_IMPORTED_MODULE_8__/* .openSecrets */ .cA)(await (0,_sets_js__WEBPACK_IMPORTED_MODULE_9__.readFileOf)(store, owner, set, fileNames.secrets), identities);
}
async function passphraseIn({ store, owner, set }, repository, identities) {
    const file = await (0,_sets_js__WEBPACK_IMPORTED_MODULE_9__.readFileOf)(store, owner, set, fileNames.passphrase(repository));
    return (0,_secrets_js__WEBPACK_IMPORTED_MODULE_8__/* .openPassphrase */ .jh)(file, identities);
}
async function knownIn({ store, owner, set }) {
    if (set.manifest.attachments?.some(({ name }) => name === fileNames.objects) !== true)
        return undefined;
    const { objects } = (0,_cluster_objects_exporting_js__WEBPACK_IMPORTED_MODULE_4__/* .parseExport */ ._p)(textOf(await (0,_sets_js__WEBPACK_IMPORTED_MODULE_9__.readFileOf)(store, owner, set, fileNames.objects)));
    return { plain: objects, sealed: set.manifest.sealedObjects ?? [] };
}
const textOf = (bytes) => Buffer.from(bytes).toString('utf8');


/***/ }),

/***/ 985:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JA: () => (/* binding */ standing),
/* harmony export */   RR: () => (/* binding */ listing),
/* harmony export */   WL: () => (/* binding */ looking),
/* harmony export */   s9: () => (/* binding */ entriesIn)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2317);
/* harmony import */ var _restic_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9643);


const stat = 'stat -c "%s %z" --';
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
const standing = (folder) => command(folder, false);
const looking = (folder) => [
    ...['sh', '-c', 'cd -- "$1" && find . -path ./lost+found -prune -o ! -name . -print | head -n 1'],
    ...['sh', (0,_restic_js__WEBPACK_IMPORTED_MODULE_1__/* .checkedFolder */ .Ae)(folder)],
];
function entriesIn(text, hashed) {
    const entries = [];
    let at = 0;
    const until = (end) => {
        const found = text.indexOf(end, at);
        if (found < 0)
            throw notWhole();
        const part = text.slice(at, found);
        at = found + end.length;
        return part;
    };
    for (let head = until('\n'); head !== 'end'; head = until('\n')) {
        const count = Number(head);
        if (!Number.isSafeInteger(count) || count < 1)
            throw notWhole();
        const names = Array.from({ length: count }, () => until('\0'));
        const stands = Array.from({ length: count }, () => until('\n'));
        for (const [index, name] of names.entries()) {
            if (!name.startsWith('./'))
                throw notWhole();
            const isLink = hashed && text.startsWith('link:', at);
            const content = hashed ? until(isLink ? '\0' : '\n') : '';
            const [hash] = /(?<=^\\?)[0-9a-f]{64}(?= )/.exec(content) ?? [content];
            entries.push({ name: name.slice(2), stand: stands[index] ?? '', content: isLink ? content : hash });
        }
    }
    if (at !== text.length)
        throw notWhole();
    return entries;
}
const notWhole = () => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the files could not all be listed', 'see whether whoever lists them may read every folder; then run the step again');


/***/ }),

/***/ 7833:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LZ: () => (/* binding */ parseStands),
/* harmony export */   Qc: () => (/* binding */ formatListing),
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   _S: () => (/* binding */ parseListing),
/* harmony export */   dD: () => (/* binding */ parseSeen),
/* harmony export */   gu: () => (/* binding */ settled),
/* harmony export */   hZ: () => (/* binding */ compareFiles),
/* harmony export */   vA: () => (/* binding */ totalsOf)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8522);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2317);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2315);
/* harmony import */ var _checksum_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7462);
/* harmony import */ var _listing_script_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(985);






function parseSeen(stdout) {
    return (0,_listing_script_js__WEBPACK_IMPORTED_MODULE_3__/* .entriesIn */ .s9)(unpacked(stdout), true).map(({ name, stand, content }) => {
        const path = pathOf(name);
        const bytes = Number(/^\d+/.exec(stand)?.[0] ?? Number.NaN);
        const sha256 = content.startsWith('link:')
            ? (0,_checksum_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256Of */ .Bj)(Buffer.from(content, 'latin1'))
            : (0,_checksum_js__WEBPACK_IMPORTED_MODULE_2__/* .parseSha256 */ .tz)(content);
        if (sha256 !== undefined && Number.isSafeInteger(bytes))
            return { path, bytes, sha256, stand };
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the file ${shown(path)} cannot be read`, 'see whether whoever lists it may read it; files that come and go belong on another volume');
    });
}
function settled(seen, stands) {
    const known = new Set(seen.map(({ path }) => path));
    const stays = seen.filter(({ path, stand }) => stands.get(path) === stand);
    const same = new Set(stays);
    const unsettled = [
        ...seen.filter(each => !same.has(each)).map(({ path }) => path),
        ...[...stands.keys()].filter(path => !known.has(path)),
    ];
    const files = stays.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 }));
    return { files: files.sort(byPath), unsettled: unsettled.sort() };
}
function parseStands(stdout) {
    return new Map((0,_listing_script_js__WEBPACK_IMPORTED_MODULE_3__/* .entriesIn */ .s9)(unpacked(stdout), false).map(({ name, stand }) => [pathOf(name), stand]));
}
function totalsOf({ files }) {
    return {
        count: files.length,
        bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
        hash: (0,_checksum_js__WEBPACK_IMPORTED_MODULE_2__/* .orderFreeHash */ .LT)(files),
    };
}
function compareFiles(expected, found) {
    const there = new Map(found.map(each => [each.path, each]));
    const unsettled = new Set(expected.unsettled);
    const known = new Set([...expected.files.map(({ path }) => path), ...unsettled]);
    const difference = (kind, path, what) => ({
        kind,
        path,
        sentence: `the file ${shown(path)} ${what}`,
    });
    return [
        ...expected.files.flatMap(({ path, bytes, sha256 }) => {
            const now = there.get(path);
            if (now === undefined)
                return [difference('missing', path, 'is missing')];
            if (now.sha256 === sha256)
                return [];
            const sizes = now.bytes === bytes ? (0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .h)(bytes, 'byte') : `${now.bytes} bytes, and had ${bytes}`;
            return [difference('changed', path, `is not as it was: it has ${sizes}`)];
        }),
        ...found
            .filter(({ path }) => !known.has(path))
            .map(({ path }) => difference('unexpected', path, 'was not in the backup')),
    ].sort(byPath);
}
function formatListing({ files, unsettled }) {
    const rows = files.map(({ path, bytes, sha256 }) => JSON.stringify([path, bytes, sha256]));
    return `{"schema":1,"unsettled":${JSON.stringify(unsettled)},"files":[\n${rows.join(',\n')}\n]}\n`;
}
function parseListing(text) {
    const fault = (cause) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('the list of files of the backup cannot be read', 'take the one that slipway wrote', {
        cause,
    });
    let document;
    try {
        document = JSON.parse(text) ?? {};
    }
    catch (cause) {
        throw fault(cause);
    }
    const { schema, unsettled, files } = document;
    if (schema !== 1 || !Array.isArray(files) || !Array.isArray(unsettled))
        throw fault();
    return {
        unsettled: unsettled.map(String),
        files: files.map((row) => {
            const [path, bytes, sha256] = Array.isArray(row) ? row : [];
            const hash = (0,_checksum_js__WEBPACK_IMPORTED_MODULE_2__/* .parseSha256 */ .tz)(String(sha256));
            if (typeof path !== 'string' || typeof bytes !== 'number' || hash === undefined)
                throw fault();
            return { path, bytes, sha256: hash };
        }),
    };
}
function shown(path) {
    const text = path.startsWith('\0') ? path.slice(1) : path;
    return `"${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g)(text.replace(/\n/g, '\\n')).slice(0, 200)}"`;
}
function unpacked(stdout) {
    try {
        return (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gunzipSync)(Buffer.from(stdout, 'base64')).toString('latin1');
    }
    catch (cause) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('the list of the files did not come whole', 'run the step again', { cause });
    }
}
function pathOf(name) {
    const bytes = Buffer.from(name, 'latin1');
    const text = bytes.toString('utf8');
    return Buffer.from(text, 'utf8').equals(bytes) ? text : `\0${name}`;
}
const byPath = (a, b) => a.path < b.path ? -1 : Number(a.path > b.path);


/***/ }),

/***/ 9643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ae: () => (/* binding */ checkedFolder),
/* harmony export */   M8: () => (/* binding */ subsetOfWeek),
/* harmony export */   Np: () => (/* binding */ restic),
/* harmony export */   PF: () => (/* binding */ restore),
/* harmony export */   R3: () => (/* binding */ prune),
/* harmony export */   RR: () => (/* binding */ backup),
/* harmony export */   Tl: () => (/* binding */ unlock),
/* harmony export */   Ts: () => (/* binding */ init),
/* harmony export */   Yr: () => (/* binding */ isSnapshotId),
/* harmony export */   ml: () => (/* binding */ snapshots),
/* harmony export */   rE: () => (/* binding */ version),
/* harmony export */   y6: () => (/* binding */ forget),
/* harmony export */   z6: () => (/* binding */ check)
/* harmony export */ });
const script = 'while IFS= read -r line && [ -n "$line" ]; do export "$line"; done; exec "$@"';
const pace = '0.2';
function restic(repository, args, wait) {
    const { address, environment, authority, locked } = repository;
    const variables = { RESTIC_PROGRESS_FPS: pace, ...environment, RESTIC_REPOSITORY: address };
    const lines = Object.entries(variables).map(([name, value]) => {
        if (!/^[A-Z][A-Z0-9_]*$/.test(name) || /[\n\0]/.test(value))
            throw new RangeError(`${name} cannot be given to restic: its value has more than a line`);
        return `${name}=${value}\n`;
    });
    const flags = [
        ...(authority === undefined ? [] : [`--cacert=${authority}`]),
        ...(locked === true ? ['--no-lock'] : wait === undefined ? [] : [`--retry-lock=${wait}`]),
    ];
    return {
        command: ['sh', '-ec', script, 'sh', 'restic', '--json', ...flags, ...args],
        input: `${lines.join('')}\n`,
    };
}
const version = ['version'];
const init = ['init'];
const unlock = ['unlock'];
function backup(source, tags) {
    for (const each of tags)
        if (!/^[^,\n\0]+$/.test(each))
            throw new RangeError(`"${each}" is no tag of restic`);
    const folder = checkedFolder(source.folder);
    return [
        'backup',
        `--host=${checkedName(source.name)}`,
        ...tags.map(tag => `--tag=${tag}`),
        `--exclude=${folder.replace(/[\\*?[]/g, '\\$&')}/lost+found`,
        '--',
        folder,
    ];
}
const snapshots = ({ name }) => [
    'snapshots',
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
    throw new RangeError(`"${text}" is no name of a snapshot`);
}
function checkedName(name) {
    if (/^[A-Za-z0-9][A-Za-z0-9._/-]{0,252}$/.test(name))
        return name;
    throw new RangeError(`"${name}" is no name of what is backed up`);
}
function checkedFolder(folder) {
    const parts = folder.split('/').slice(1);
    const whole = folder.startsWith('/') && parts.every(each => each !== '' && each !== '.' && each !== '..');
    if (whole && !/[\n\0]/.test(folder))
        return folder;
    throw new RangeError(`"${folder}" is no whole path of a folder`);
}


/***/ }),

/***/ 8999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;


/***/ })

};
