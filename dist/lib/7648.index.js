export const id = 7648;
export const ids = [7648];
export const modules = {

/***/ 57648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   backupSummary: () => (/* binding */ backupSummary)
/* harmony export */ });
/* unused harmony export rowsOf */
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(991);
/* harmony import */ var _summary_parts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8731);



const largest = 10;
function backupSummary(facts) {
    const { app, environment, set, manifest, backups, levelChecks, problems, growth, notes } = facts;
    const { signed, written, stores } = facts;
    const state = growth.length === 0 ? '✅' : '❌';
    const made = `### ${state} ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(app)} in ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(environment)}: backed up as \`${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(set)}\``;
    const head = problems.length > 0
        ? `### ❌ ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(app)} in ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(environment)}: this backup is not valid\n\n${(0,_summary_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .bullets */ .e5)(problems)}`
        : growth.length > 0
            ? `${made}, but this needs attention\n\n${(0,_summary_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .bullets */ .e5)(growth)}`
            : made;
    const databases = manifest.databases.map(({ name, lsn, tables }) => {
        return `**${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(name)}**: ${tables.length} tables, ${rowCount(tables)} rows at ${lsn}\n\n${(0,_summary_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .bullets */ .e5)(backups[name] ?? [])}\n\n${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['table', 'rows', 'first key', 'last key'], tables
            .toSorted((a, b) => b.rows - a.rows)
            .slice(0, largest)
            .map(each => [
            `${each.schema}.${each.name}`,
            `${each.rows.toLocaleString('en')}${each.sampled === undefined ? '' : ` in ${each.sampled} % of its blocks`}`,
            each.key?.min ?? '',
            each.key?.max ?? '',
        ]))}`;
    });
    const proofs = (0,_summary_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .levelTable */ .nu)(levelChecks, '❌');
    const kept = written
        ? `The manifest is ${signed ? 'signed, and' : 'not signed (add `signing:` to slipway.yml), and'} stored in ${stores.map(_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn).join(', ')}.`
        : 'No manifest was written, so nothing can be restored from this set.';
    const held = (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['what', 'stored in', 'amount', 'proof'], rowsOf(facts));
    return (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .paragraphs */ .qN)([head, held, driftOf(facts), ...databases, proofs, kept, notesOf(notes)]);
}
function rowsOf(facts) {
    const { manifest, backups, stores, levelChecks } = facts;
    const where = (name) => (backups[name] ?? []).map(each => each.replace(/, .*$/, '')).join('; ');
    const whole = levelChecks.every(({ state, older }) => state === 'passed' || older === true);
    const ifWhole = (text) => (whole ? text : 'see below');
    const beside = `in the set, in ${stores.join(', ')}`;
    const objects = Object.values(manifest.clusterObjects).reduce((sum, each) => sum + each, 0);
    const sealed = manifest.sealedObjects?.length ?? 0;
    const isCopied = levelChecks.some(({ level, what, state }) => level === 'L1' && what.includes('images in ') && state === 'passed');
    const some = (amount, ...row) => (amount === 0 ? [] : [row]);
    return [
        ...manifest.databases.map(({ name, tables, lsn }) => [
            `database ${name}`,
            where(name),
            `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(tables.length, 'table')}, ${rowCount(tables)} rows${sampledIn(tables)}`,
            ifWhole(`counted on a standby at ${lsn}; every file of the newest backup was read back`),
        ]),
        ...(manifest.managed ?? []).map(({ name, tables, server }) => [
            `managed database ${name}`,
            where(`managed/${name}`),
            `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(tables.length, 'table')}, ${rowCount(tables)} rows`,
            ifWhole(`counted and dumped in one snapshot of PostgreSQL ${server}; part of the dump was read back`),
        ]),
        ...manifest.volumes.map(volume => volumeRow(volume, facts, where, ifWhole)),
        ...manifest.objectStores.map(({ name, count, bytes }) => [
            `bucket ${name}`,
            where(`bucket/${name}`),
            `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(count, 'object')}, ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .megabytes */ .ix)(bytes)}`,
            ifWhole('each listed with its SHA-256; part of the repositories was read back'),
        ]),
        ...some(objects, 'objects of the cluster', beside, `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(objects, 'object')} of ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(Object.keys(manifest.clusterObjects).length, 'kind')}${sealed === 0 ? '' : `, ${sealed} of them encrypted`}`, 'every kind of the cluster was read'),
        ...some(manifest.secrets.length, 'secrets', `${beside}, encrypted`, (0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(manifest.secrets.length, 'Secret'), 'only an offline key decrypts them'),
        ...some(manifest.images.length, 'images', isCopied ? 'copied with their layers' : 'recorded by digest, not copied', (0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(manifest.images.length, 'image'), isCopied ? 'every byte was read back' : ''),
    ];
}
function volumeRow({ namespace, pvc, covered, files }, { notNeeded }, where, ifWhole) {
    const name = `${namespace}/${pvc}`;
    const why = notNeeded[pvc] ?? notNeeded[pvc.replace(/-\d+$/, '')] ?? '';
    switch (covered) {
        case 'files': {
            if (files === undefined)
                return [`volume ${name}`, '❌ nowhere', '', ''];
            const changed = files.unsettled === 0 ? '' : `; ${files.unsettled} changed during the backup`;
            return [
                `volume ${name}`,
                where(name),
                `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(files.count, 'file')}, ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .megabytes */ .ix)(files.bytes)}`,
                ifWhole(`each listed with its SHA-256${changed}; part of the repositories was read back`),
            ];
        }
        case 'not':
            return [`volume ${name}`, '❌ nowhere', '', 'no backup covers it'];
        case 'not-needed':
            return [`volume ${name}`, 'in no backup', '', `not needed: ${why}`];
        default:
            return [`volume ${name}`, `with the ${covered}`, '', ''];
    }
}
function driftOf({ drift }) {
    if (drift === undefined)
        return '';
    if (drift.length === 0)
        return 'The cluster has not changed since the previous backup set.';
    const more = drift.length > shownDrift ? `\n- … and ${drift.length - shownDrift} more` : '';
    return `**Changed in the cluster since the previous backup set**\n\n${(0,_summary_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .bullets */ .e5)(drift.slice(0, shownDrift))}${more}`;
}
const shownDrift = 20;
const notesOf = (notes) => notes.map(each => `> ⚠️ ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(each)}`).join('\n>\n');
const rowCount = (tables) => tables.reduce((sum, { rows }) => sum + rows, 0).toLocaleString('en');
function sampledIn(tables) {
    const sampled = tables.filter(each => each.sampled !== undefined).length;
    return sampled === 0 ? '' : `, ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(sampled, 'table')} in a sample`;
}


/***/ }),

/***/ 8731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e5: () => (/* binding */ bullets),
/* harmony export */   iB: () => (/* binding */ imageTable),
/* harmony export */   nu: () => (/* binding */ levelTable)
/* harmony export */ });
/* harmony import */ var _toolkit_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55914);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(991);


const bullets = (lines) => lines.map(line => `- ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(line)}`).join('\n');
function levelTable(levelChecks, skipped = '➖') {
    const marks = { passed: '✅', failed: '❌', skipped };
    return (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['', 'level', 'what', 'details'], levelChecks.map(({ state, level, what, sentence }) => [marks[state], level, what, sentence]));
}
const imageTable = (images) => (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['image'], images.map(image => [(0,_toolkit_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .shortDigests */ .s)(image)]));


/***/ }),

/***/ 8999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ firstOf),
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;
const firstOf = ([first, ...others]) => first === undefined || others.length === 0 ? first : `${first} (and ${others.length} more)`;


/***/ })

};
