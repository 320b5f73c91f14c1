export const id = 3714;
export const ids = [3714,8538,6138,1949,335,8961];
export const modules = {

/***/ 36138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  policySummary: () => (/* reexport */ policySummary),
  publishPolicy: () => (/* binding */ publishPolicy)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/js/src/policy/finding.js
var policy_finding = __webpack_require__(30217);
;// CONCATENATED MODULE: ./.build/js/src/policy/annotations.js


const most = 9;
function annotationsOf(findings, root) {
    return ['error', 'warning'].flatMap(level => {
        const all = ofLevel(findings, level);
        const shown = foremost(all);
        const rest = all.length - shown.length;
        const more = { title: `policy: ${rest} more`, message: 'see the log and the job summary' };
        return [
            ...shown.map(each => ({ level, annotation: annotationOf(each, root) })),
            ...(rest > 0 ? [{ level, annotation: more }] : []),
        ];
    });
}
function unannotated(findings) {
    const shown = new Set(['error', 'warning'].flatMap(level => foremost(ofLevel(findings, level))));
    return (0,policy_finding/* inOrder */.al)(findings).filter(each => !shown.has(each));
}
const ofLevel = (findings, level) => (0,policy_finding/* inOrder */.al)((0,policy_finding/* unexcused */.NI)(findings)).filter(each => each.level === level);
const foremost = (all) => (all.length > most ? all.slice(0, most - 1) : all);
function annotationOf(finding, root) {
    const { rule, images, message, note, remedy, place } = finding;
    const line = place.kind === 'dockerfile' ? place : place.layer?.by;
    const where = place.kind === 'dockerfile' ? '' : `${images.join(', ')}: ${(0,policy_finding/* placeOf */.$t)(finding)}: `;
    return {
        title: `policy: ${rule}`,
        message: `${where}${message}${note === undefined ? '' : ` (${note})`}; ${remedy}`,
        ...(line === undefined ? {} : { file: (0,external_node_path_.relative)('', (0,external_node_path_.join)(root, line.path)), line: line.line }),
    };
}

;// CONCATENATED MODULE: ./.build/js/src/policy/report.js

function policyReport(app, { findings, notes }, checked, now) {
    const counts = policyCounts(findings);
    return {
        schema: 1,
        app,
        at: now.toISOString(),
        verdict: counts.error === 0 ? 'pass' : 'fail',
        counts,
        findings: findings.map(finding => {
            if (finding.place.kind === 'image')
                return finding;
            const { text: _text, ...place } = finding.place;
            return { ...finding, place };
        }),
        notes,
        checked,
    };
}
const policyCounts = (findings) => ({
    ...(0,policy_finding/* countsOf */.mQ)(findings),
    excused: findings.length - (0,policy_finding/* unexcused */.NI)(findings).length,
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/toolkit/markdown.js
var markdown = __webpack_require__(991);
// EXTERNAL MODULE: ./.build/js/src/toolkit/printable.js
var printable = __webpack_require__(72315);
;// CONCATENATED MODULE: ./.build/js/src/policy/summary.js





const summary_most = 30;
function policySummary({ findings, notes }) {
    const stand = (0,policy_finding/* inOrder */.al)((0,policy_finding/* unexcused */.NI)(findings));
    const excused = findings.filter(each => each.excused !== undefined);
    const rest = stand.length - summary_most;
    return [
        '#### Policy',
        headline(findings),
        (0,markdown/* table */.tp)(['level', 'where', 'what', 'remedy', 'rule'], stand.slice(0, summary_most).map(each => [each.level, whereOf(each), whatOf(each), each.remedy, each.rule])),
        rest > 0 ? `${(0,count/* counted */.h)(rest, 'more finding')}.` : '',
        (0,markdown/* table */.tp)(['tolerated', 'where', 'what', 'by', 'reason', 'until'], excused.map(each => [each.rule, whereOf(each), each.message, ...excuseOf(each)])),
        notes.map(note => `- ${(0,markdown/* cell */.Hn)(note)}`).join('\n'),
    ]
        .filter(part => part !== '')
        .join('\n\n');
}
function policyLines({ findings, notes }) {
    return [
        ...unannotated(findings).map(each => {
            const what = `${whereOf(each)}: ${whatOf(each)} [${each.rule}]`;
            return each.excused === undefined
                ? `policy: ${each.level}: ${what}; ${each.remedy}`
                : `policy: tolerated: ${what}`;
        }),
        ...notes.map(note => `policy: ${note}`),
    ];
}
function headline(findings) {
    const { error, warning, info } = (0,policy_finding/* countsOf */.mQ)(findings);
    const all = [(0,count/* counted */.h)(error, 'error'), (0,count/* counted */.h)(warning, 'warning'), `${info} informational`];
    return `${error === 0 ? '✅' : '❌'} ${all.join(', ')}.`;
}
const whereOf = (finding) => (0,printable/* printable */.g$)(finding.place.kind === 'image' ? `${finding.images.join(', ')}: ${(0,policy_finding/* placeOf */.$t)(finding)}` : (0,policy_finding/* placeOf */.$t)(finding));
const whatOf = ({ message, note }) => (0,printable/* printable */.g$)(note === undefined ? message : `${message} (${note})`);
function excuseOf({ excused }) {
    if (excused === undefined)
        return ['', '', ''];
    return excused.by === 'comment'
        ? [`comment on line ${excused.line}`, excused.reason, '']
        : [excused.owner, excused.reason, excused.expires];
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/records.js
var records = __webpack_require__(68538);
// EXTERNAL MODULE: ./.build/js/src/actions/reports.js
var reports = __webpack_require__(46158);
;// CONCATENATED MODULE: ./.build/js/src/actions/policy.js








async function publishPolicy(host, { app, config, review, images, now, report }) {
    host.output('policy', JSON.stringify(policyCounts(review.findings)));
    const checked = images === undefined ? { what: 'dockerfiles', images: review.read ?? [] } : { what: 'images', images };
    const text = `${JSON.stringify(policyReport(app, review, checked, now), null, 2)}\n`;
    if (report !== '')
        await (0,reports/* writeReport */.u)(report, text);
    await (0,records.writeRecord)(host.env, ['policy', checked.what, config], text).catch((error) => host.annotate('warning', {
        message: `the record of the policy was not written: ${(0,errors/* innermostCause */.$C)(error)}`,
    }));
    for (const line of policyLines(review))
        host.report(line);
    for (const { level, annotation } of annotationsOf(review.findings, (0,external_node_path_.dirname)(config)))
        host.annotate(level, annotation);
    return (0,policy_finding/* reasonOf */.A3)(review.findings);
}



/***/ }),

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

/***/ 28417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ignoreNotes: () => (/* binding */ ignoreNotes),
  scanAction: () => (/* binding */ scanAction)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/@octokit/request-error/dist-src/index.js
var dist_src = __webpack_require__(31015);
// EXTERNAL MODULE: ./.build/js/src/config/load.js
var load = __webpack_require__(63114);
// EXTERNAL MODULE: ./.build/js/src/image/reference.js
var image_reference = __webpack_require__(85898);
// EXTERNAL MODULE: ./.build/js/src/policy/finding.js
var finding = __webpack_require__(30217);
// EXTERNAL MODULE: ./.build/js/src/registry/layout.js
var layout = __webpack_require__(32567);
// EXTERNAL MODULE: ./.build/js/src/scan/findings.js
var scan_findings = __webpack_require__(22425);
// EXTERNAL MODULE: ./.build/js/src/scan/judge.js
var judge = __webpack_require__(80272);
// EXTERNAL MODULE: ./.build/js/src/config/expiry.js
var expiry = __webpack_require__(21825);
// EXTERNAL MODULE: ./.build/js/src/toolkit/digest.js
var digest = __webpack_require__(55914);
// EXTERNAL MODULE: ./.build/js/src/toolkit/duration.js
var duration = __webpack_require__(38650);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/folder.js
var folder = __webpack_require__(94826);
// EXTERNAL MODULE: ./.build/js/src/toolkit/parallel.js
var parallel = __webpack_require__(48961);
// EXTERNAL MODULE: ./.build/js/src/toolkit/tools/demand.js
var demand = __webpack_require__(65081);
// EXTERNAL MODULE: ./.build/js/src/toolkit/tools/find.js
var find = __webpack_require__(31949);
// EXTERNAL MODULE: ./.build/js/src/toolkit/tools/pin.js + 6 modules
var pin = __webpack_require__(20335);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
;// CONCATENATED MODULE: ./.build/js/src/scan/coverage.js

function coverageNotes(scanned, java) {
    const notes = scanned.flatMap(({ report }) => notesOf(report, java));
    return [...new Set(notes)];
}
function notesOf({ Metadata, Results = [] }, java) {
    const system = Metadata?.OS;
    const libraries = Results.filter(each => each.Class === 'lang-pkgs');
    const known = system?.Family !== undefined && system.Family !== 'none';
    if (!known && libraries.length === 0) {
        return [
            'Neither system packages nor libraries were recognized in it, so a scan without findings proves nothing.',
        ];
    }
    return (0,map/* textsIn */.Ej)([
        !known && 'Its distribution is unknown, so its system packages were not scanned.',
        system?.EOSL === true &&
            `${system.Family} ${system.Name} no longer gets security fixes, and no new advisories are published for it.`,
        libraries.length === 0 &&
            'No language library was recognized; a program that was compiled without module information hides its libraries.',
        libraries.some(each => each.Type === 'jar') &&
            !java &&
            'Java archives are identified only by their own metadata, because the database has no Java index.',
    ]);
}

// EXTERNAL MODULE: ./.build/js/src/registry/contents.js
var contents = __webpack_require__(23931);
// EXTERNAL MODULE: ./.build/js/src/registry/verified.js
var verified = __webpack_require__(81);
// EXTERNAL MODULE: ./.build/js/src/toolkit/program.js
var program = __webpack_require__(16428);
// EXTERNAL MODULE: ./.build/js/src/toolkit/retry.js
var retry = __webpack_require__(25726);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./.build/js/src/scan/cache.js





const tool = 'slipway-trivy-db';
const archiveIn = (cache, version) => (0,external_node_path_.join)(cache, tool, version, process.arch, 'archive');
async function copyCached(cache, layer, archive) {
    for (const version of await versionsIn(cache))
        if (digestOf(version) === layer.digest && (await copied(archiveIn(cache, version), layer, archive)))
            return true;
    return false;
}
async function takeNewestKept(cache, archive) {
    for (const version of await versionsIn(cache)) {
        const path = archiveIn(cache, version);
        const [digest, found] = [digestOf(version), await (0,promises_.stat)(path).catch(() => undefined)];
        if (digest === undefined || found === undefined)
            continue;
        if (await copied(path, { digest, size: found.size }, archive))
            return true;
    }
    return false;
}
async function cacheArchive(cache, archive, { digest }, updated) {
    const { cacheFile } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(9805), __webpack_require__.e(8555)]).then(__webpack_require__.bind(__webpack_require__, 78555));
    const version = `1.${updated.getTime()}.0-${digest.replace(':', '-')}`;
    await cacheFile(cache, tool, version, archive, 'archive');
    for (const other of await versionsIn(cache))
        if (other !== version)
            await (0,promises_.rm)((0,external_node_path_.join)(cache, tool, other), { recursive: true, force: true });
}
async function pruneCache(cache, longest) {
    const now = Date.now();
    for (const version of await (0,promises_.readdir)((0,external_node_path_.join)(cache, tool)).catch(() => [])) {
        const made = Number(/^1\.(\d+)\./.exec(version)?.[1] ?? Number.NaN);
        if (made > now || now - made > longest)
            await (0,promises_.rm)((0,external_node_path_.join)(cache, tool, version), { recursive: true, force: true });
    }
}
const versionPattern = /^1\.(\d+)\.0-(sha256|sha512)-([0-9a-f]+)$/;
const digestOf = (version) => {
    const [, , algorithm, hex] = versionPattern.exec(version) ?? [];
    return hex === undefined ? undefined : `${algorithm}:${hex}`;
};
const versionsIn = async (cache) => (await (0,promises_.readdir)((0,external_node_path_.join)(cache, tool)).catch(() => []))
    .filter(version => versionPattern.test(version))
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
const copied = (path, layer, archive) => (0,external_node_stream_promises_.pipeline)((0,verified.verified)((0,external_node_fs_.createReadStream)(path), layer), (0,external_node_fs_.createWriteStream)(archive)).then(() => true, () => false);

;// CONCATENATED MODULE: ./.build/js/src/scan/database.js












const schema = 2;
const mirrors = [
    'ghcr.io/aquasecurity/trivy-db:2',
    'mirror.gcr.io/aquasec/trivy-db:2',
    'public.ecr.aws/aquasecurity/trivy-db:2',
];
async function openDatabase(folder) {
    const remedy = 'name a trivy cache folder that contains db/trivy.db in the input `trivy-database`';
    const bad = (problem) => new errors/* UserError */.yo(`the vulnerability database in ${folder} ${problem}`, remedy);
    if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, 'db/trivy.db')))
        throw bad('is missing');
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(folder, 'db/metadata.json'), 'utf8').catch(() => undefined);
    if (text === undefined)
        throw bad('has no readable db/metadata.json');
    const metadata = parseMetadata(text);
    if (metadata === undefined)
        throw bad('has a malformed db/metadata.json');
    if (metadata.version !== schema)
        throw bad(`has version ${metadata.version} instead of ${schema}`);
    const java = (0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, 'java-db/trivy-java.db'));
    return { folder: (0,external_node_path_.resolve)(folder), updated: metadata.updated, java };
}
function parseMetadata(text) {
    const { Version: version, UpdatedAt, NextUpdate } = (0,map/* jsonMap */.vM)(text) ?? {};
    const [updated, next] = [new Date(String(UpdatedAt)), new Date(String(NextUpdate))];
    if (typeof version !== 'number' || Number.isNaN(updated.getTime()))
        return undefined;
    return { version, updated, next: Number.isNaN(next.getTime()) ? updated : next };
}
async function freshDatabase(registry, source) {
    const { mirrors: own, pauses = [10_000], signal, report } = source;
    await pruneCache(source.cache, source.longest);
    const asked = own.length === 0 ? mirrors : own;
    const faults = new Map();
    const waits = [0, ...pauses];
    for (const [round, wait] of waits.entries()) {
        if (wait > 0) {
            report(`no mirror provided the vulnerability database; retrying in ${(0,duration/* formatDuration */.a3)(wait)}`);
            await (0,retry/* pause */.v7)(wait, { signal });
        }
        for (const mirror of asked) {
            const found = await takenFrom(registry, mirror, source);
            if ('updated' in found)
                return found;
            faults.set(mirror, found.fault);
        }
        const isLast = round === waits.length - 1;
        const kept = source.trustsCache ? await keptDatabase(source, isLast) : undefined;
        if (kept !== undefined) {
            report(`no mirror provided the vulnerability database; using the cached one of ${(0,duration/* formatTime */.fU)(kept.updated.getTime())}`);
            return kept;
        }
    }
    const all = [...faults].map(([mirror, fault]) => `${mirror}: ${fault}`);
    throw new errors/* UserError */.yo(`no mirror provided the vulnerability database (${all.join('; ')})`, 'try again, name other mirrors in `scan.mirrors`, or name a folder with a database in the input `trivy-database`');
}
async function takenFrom(registry, mirror, { cache, folder, signal, report }) {
    const archive = (0,external_node_path_.join)(folder, 'archive');
    try {
        await (0,promises_.mkdir)(folder, { recursive: true });
        const layer = await findLayer(registry, mirror);
        const cached = await copyCached(cache, layer, archive);
        if (!cached) {
            report(`downloading the vulnerability database from ${mirror}`);
            await (0,verified.saveBlob)(registry, (0,image_reference/* parseReference */.F2)(mirror).repository, layer, archive, signal);
        }
        await unpackArchive(archive, mirror, folder, signal);
        const database = await openDatabase(folder);
        if (!cached)
            await cacheArchive(cache, archive, layer, database.updated).catch((error) => report(`the vulnerability database cannot be cached for later runs: ${error.message}`));
        await (0,promises_.rm)(archive);
        return database;
    }
    catch (error) {
        if (signal.aborted)
            throw (0,errors/* cancelled */.KW)();
        await (0,promises_.rm)(folder, { recursive: true, force: true });
        if (error instanceof errors/* UserError */.yo)
            return { fault: error.message };
        throw error;
    }
}
async function keptDatabase({ cache, folder, signal, longest }, mayBeOld) {
    const archive = (0,external_node_path_.join)(folder, 'archive');
    await (0,promises_.mkdir)(folder, { recursive: true });
    try {
        if (!(await takeNewestKept(cache, archive)))
            return undefined;
        await unpackArchive(archive, 'the cached database', folder, signal);
        const database = await openDatabase(folder);
        const text = await (0,promises_.readFile)((0,external_node_path_.join)(folder, 'db/metadata.json'), 'utf8');
        const isCurrent = (parseMetadata(text)?.next.getTime() ?? 0) > Date.now();
        const age = Date.now() - database.updated.getTime();
        return isCurrent || (mayBeOld && age <= longest) ? { ...database, unconfirmed: true } : undefined;
    }
    catch (error) {
        if (signal.aborted)
            throw (0,errors/* cancelled */.KW)();
        if (error instanceof errors/* UserError */.yo)
            return undefined;
        throw error;
    }
    finally {
        await (0,promises_.rm)(archive, { force: true });
    }
}
async function borrowDatabase(database, cache) {
    await (0,promises_.mkdir)(cache, { recursive: true });
    await (0,promises_.symlink)((0,external_node_path_.join)(database.folder, 'db'), (0,external_node_path_.join)(cache, 'db'));
    if (database.java)
        await (0,promises_.symlink)((0,external_node_path_.join)(database.folder, 'java-db'), (0,external_node_path_.join)(cache, 'java-db'));
}
const layerType = 'application/vnd.aquasec.trivy.db.layer.v1.tar+gzip';
const largest = 2 ** 30;
async function findLayer(registry, mirror) {
    const { repository, digest, tag = 'latest' } = (0,image_reference/* parseReference */.F2)(mirror);
    const manifest = await registry.manifest(repository, digest ?? tag);
    if (manifest === undefined)
        throw badMirror(mirror, 'does not exist');
    const layers = (0,map/* mapsIn */.nf)((0,map/* jsonMap */.vM)(manifest.body)?.layers).map(contents/* descriptorOf */.nb);
    const layer = layers.find(each => each?.mediaType === layerType);
    if (layer === undefined)
        throw badMirror(mirror, 'is not a trivy database');
    if (layer.size > largest)
        throw badMirror(mirror, `has ${layer.size} bytes, which is too large`);
    return layer;
}
async function unpackArchive(archive, origin, folder, signal) {
    const place = (0,external_node_path_.join)(folder, 'db');
    await (0,promises_.mkdir)(place, { recursive: true });
    const unpacked = await (0,program/* runForOutput */.kr)(['tar', '-xzf', archive, '-C', place, 'trivy.db', 'metadata.json'], {
        env: process.env,
        signal,
    });
    if (unpacked.code !== 0)
        throw badMirror(origin, `cannot be unpacked (${unpacked.stderr.trim()})`);
}
const badMirror = (mirror, problem) => new errors/* UserError */.yo(`${mirror} ${problem}`, 'name a repository with a copy of `trivy-db:2`');

// EXTERNAL MODULE: ./.build/js/src/toolkit/named-file.js
var named_file = __webpack_require__(85280);
;// CONCATENATED MODULE: ./.build/js/src/scan/layout.js




async function layoutsIn(folder) {
    const entries = await (0,promises_.readdir)(folder, { withFileTypes: true }).catch((0,named_file/* unreadable */.O)(folder, 'correct the input `layouts`'));
    const names = entries
        .filter(each => each.isDirectory() && !each.name.startsWith('.'))
        .map(each => each.name);
    if (names.length > 0)
        return names.sort();
    throw new errors/* UserError */.yo(`the folder ${folder} contains no layout`, 'run `build` with `push: false` and `output`');
}
async function viewOf(whole, manifest, folder) {
    await (0,promises_.mkdir)(folder, { recursive: true });
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests: [manifest] }));
    await (0,promises_.symlink)((0,external_node_path_.join)((0,external_node_path_.resolve)(whole), 'blobs'), (0,external_node_path_.join)(folder, 'blobs'));
}

// EXTERNAL MODULE: ./.build/js/src/scan/report.js
var scan_report = __webpack_require__(69353);
// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/toolkit/markdown.js
var markdown = __webpack_require__(991);
// EXTERNAL MODULE: ./.build/js/src/toolkit/printable.js
var printable = __webpack_require__(72315);
;// CONCATENATED MODULE: ./.build/js/src/scan/summary.js






const most = 20;
function scanSummary(app, result, policy, now) {
    const good = result.verdict === 'pass';
    const parts = [
        `### ${good ? '✅' : '❌'} ${(0,markdown/* cell */.Hn)(app)}: scan ${good ? 'passed' : 'failed'}`,
        good ? '' : `**Why:** ${(0,markdown/* cell */.Hn)(result.reason)}`,
        ruleLine(policy),
        (0,markdown/* table */.tp)(['image', 'platforms', ...scan_findings/* severities */.gO], result.images.map(({ name, platforms }) => {
            const counts = (0,scan_findings/* countsOf */.mQ)(result.findings.filter(each => each.image === name));
            return [name, platforms.join(', '), ...scan_findings/* severities */.gO.map(each => String(counts[each]))];
        })),
        topFindings(result),
        toleratedTable(result),
        result.notes.map(note => `- ${(0,markdown/* cell */.Hn)(note)}`).join('\n'),
        `The vulnerability database is ${ageOf(result.database.updated, now)} old (${(0,duration/* formatTime */.fU)(result.database.updated.getTime())}).${result.database.unconfirmed === true ? ' **No mirror answered**, so newer vulnerabilities may be missing.' : ''}`,
        `Not covered: ${policy.misconfiguration ? '' : 'configuration files and '}licenses are not checked.\n${result.images
            .flatMap(({ name, uncovered }) => uncovered.map(note => `- ${(0,markdown/* cell */.Hn)(name)}: ${(0,markdown/* cell */.Hn)(note)}`))
            .join('\n')}`.trimEnd(),
        result.images
            .map(({ name, reference }) => `- ${(0,markdown/* cell */.Hn)(name)} is ${(0,markdown/* cell */.Hn)((0,digest/* shortDigests */.s)(reference))}`)
            .join('\n'),
    ];
    return `${parts.filter(part => part !== '').join('\n\n')}\n`;
}
function ruleLine(policy) {
    if (policy['fail-on'].length === 0)
        return 'Nothing fails this scan: `fail-on` is empty.';
    const which = policy['fail-on'].join(' or ');
    return `A finding that is ${which}${policy['only-fixable'] ? ' and can be fixed by a newer version' : ''} fails it.`;
}
function toleratedTable({ tolerated }) {
    const rows = tolerated
        .slice(0, most)
        .map(({ finding, tolerated: why }) => [
        finding.severity,
        finding.id,
        nameOf(finding),
        finding.image,
        why === undefined ? '' : toleranceOf(why),
    ]);
    const rest = tolerated.length - rows.length;
    return [
        (0,markdown/* table */.tp)(['tolerated', 'finding', 'in', 'image', 'why'], rows),
        rest > 0 ? `${(0,count/* counted */.h)(rest, 'more tolerated finding')} in the reports.` : '',
    ]
        .filter(part => part !== '')
        .join('\n\n');
}
function toleranceOf(why) {
    switch (why.by) {
        case 'exception':
            return `${why.owner}, until ${why.expires}: ${summary_short(why.reason)}`;
        case 'vex':
            return `${why.file} says ${why.status.replace('_', ' ')}: ${summary_short(why.reason)}`;
        case 'deployed':
            return 'the deployed image also has it';
        case 'grace':
            return `published recently, counts from ${(0,duration/* formatTime */.fU)(Date.parse(why.until))}`;
    }
}
function topFindings(result) {
    const failing = new Set(result.failing);
    const ordered = [...result.failing, ...result.findings.filter(each => !failing.has(each))];
    const groups = (0,scan_findings/* distinct */.dM)(ordered);
    const rows = groups
        .slice(0, most)
        .map(({ finding, places }) => [
        finding.severity,
        finding.id,
        nameOf(finding),
        remedyOf(finding),
        finding.image,
        finding.occurrences.map(({ platform }) => platform).join(', '),
        `${summary_short(finding.title)}${places > 1 ? ` (${places} places)` : ''}`,
    ]);
    const more = groups.length - rows.length;
    return `${(0,markdown/* table */.tp)(['severity', 'finding', 'in', 'fixed in', 'image', 'platforms', 'what'], rows)}${more > 0 ? `\n\nAnd ${more} more in the reports.` : ''}`;
}
function remedyOf({ kind, fixed }) {
    if (kind === 'secret')
        return 'remove and revoke it';
    return kind === 'misconfiguration' ? 'correct it' : fixed || 'no fix yet';
}
function nameOf({ package: name, version }) {
    return summary_short(`${name} ${version}`.trim());
}
function summary_short(text) {
    const line = (0,printable/* printable */.g$)(text);
    return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}
function ageOf(updated, now) {
    const hours = Math.max(0, Math.floor((now.getTime() - updated.getTime()) / 3_600_000));
    if (hours < 48)
        return (0,count/* counted */.h)(hours, 'hour');
    return `${Math.floor(hours / 24)} days`;
}

// EXTERNAL MODULE: ./.build/js/src/scan/trivy.js
var scan_trivy = __webpack_require__(29343);
;// CONCATENATED MODULE: ./.build/js/src/scan/scan.js



















const atOnce = 2;
function scan(options) {
    const { app, env, signal, report } = options;
    return (0,folder/* withFolder */.Z)(env, 'scan', async (work) => {
        const home = (0,external_node_path_.join)(work, 'home');
        await (0,promises_.mkdir)(home);
        const given = options.database === undefined ? undefined : await openDatabase(options.database);
        const trivy = { program: await findTrivy(options, home, (0,external_node_path_.join)(work, 'trivy')), home, signal };
        const database = given ??
            (await freshDatabase(options.registry, {
                mirrors: options.policy.mirrors,
                cache: (0,find.cacheFolder)(env),
                trustsCache: !(0,demand/* demandsPinned */.R)(env),
                longest: (0,expiry/* daysOf */.hF)(options.policy['max-database-age']),
                folder: (0,external_node_path_.join)(work, 'database'),
                signal,
                report,
            }));
        requireFresh(database, options.policy['max-database-age'], options.now);
        await borrowDatabase(database, (0,external_node_path_.join)(work, 'cache'));
        const scanners = (0,scan_trivy/* scannersOf */.$_)(options.policy);
        const reports = (0,external_node_path_.resolve)(options.reports);
        await (0,promises_.mkdir)(reports, { recursive: true }).catch((error) => {
            throw new errors/* UserError */.yo(`the folder ${reports} for reports cannot be created: ${(0,errors/* innermostCause */.$C)(error)}`, 'correct the input `output`', { cause: error });
        });
        const turn = (0,parallel.serialQueue)();
        const scanned = await (0,parallel.mapOf)(options.targets, atOnce, async (target) => {
            const layout = await target.layout((0,external_node_path_.join)(work, 'layouts', target.name));
            const place = { app, target, layout, trivy, scanners, database, work, reports, turn };
            const found = await together(scanImage(place), options.look?.(target.name, layout));
            const platforms = found.image.platforms.join(', ');
            report(`scanned ${target.name} (${platforms}): ${found.findings.length} findings`);
            return found;
        });
        const images = scanned.map(({ image }) => image);
        const findings = scanned.flatMap(each => each.findings);
        const known = { now: options.now, vex: options.vex, scanned: scannedIn(options) };
        const strict = (0,judge/* gate */.Gj)(findings, options.policy, { ...known, deployed: new Map() });
        const deployed = await deployedFindings(options, strict, { trivy, scanners, work, turn });
        const verdict = (0,judge/* gate */.Gj)(findings, options.policy, { ...known, deployed });
        for (const { name } of images) {
            const tolerated = verdict.tolerated.filter(({ finding }) => finding.image === name);
            await (0,promises_.writeFile)((0,external_node_path_.join)(reports, `${name}.tolerated.json`), `${JSON.stringify(tolerated, null, 2)}\n`);
        }
        return { ...verdict, images, findings, counts: (0,scan_findings/* countsOf */.mQ)(findings), database, reports };
    });
}
async function together(one, other) {
    const [result, beside] = await Promise.allSettled([one, other]);
    for (const each of [result, beside])
        if (each.status === 'rejected')
            throw each.reason;
    return one;
}
async function findTrivy(options, home, folder) {
    const { env, signal, report } = options;
    const asking = { env: (0,scan_trivy/* scannerEnvironment */.y5)(home), cwd: home };
    const [program] = await (0,find.findTool)(pin.pins.trivy, { asking, folder, env, signal, report });
    return program;
}
const scannedIn = ({ images, targets }) => (image) => (image === undefined ? images : [image]).every(each => targets.some(({ name }) => name === each));
async function deployedFindings({ targets, policy, report }, { failing }, place) {
    const known = new Map();
    if (policy.compare !== 'deployed')
        return known;
    for (const target of targets) {
        const { name, deployed } = target;
        if (!failing.some(each => each.image === name && each.kind !== 'secret'))
            continue;
        if (deployed === undefined) {
            report(`${name}: its deployed image is not known, so all its findings count as new`);
            continue;
        }
        const layout = await deployed((0,external_node_path_.join)(place.work, 'deployed', name));
        const found = (0,scan_findings/* findingsOf */.WX)(name, await scanPlatforms({ ...place, target, layout }));
        known.set(name, new Set(found.filter(each => each.kind !== 'secret').map(judge/* sameKey */.el)));
        report(`scanned the deployed image of ${name} (${(0,digest/* shortDigests */.s)(layout.digest)}): ${found.length} findings`);
    }
    return known;
}
async function scanImage(place) {
    const { target, layout, reports } = place;
    const { name } = target;
    const scanned = await scanPlatforms(place);
    if (scanned.length > 1) {
        for (const { platform, report } of scanned) {
            const file = (0,external_node_path_.join)(reports, `${name}.${platform.replaceAll('/', '-')}.json`);
            await (0,promises_.writeFile)(file, `${JSON.stringify(report, null, 2)}\n`);
        }
    }
    await writeReports(place, (0,scan_report/* mergeReports */.C1)(scanned.map(each => each.report)));
    return {
        image: {
            name,
            reference: `${target.repository}@${layout.digest}`,
            platforms: scanned.map(each => each.platform),
            bytes: Object.fromEntries(layout.platforms.map(({ platform, bytes }) => [platform, bytes])),
            uncovered: coverageNotes(scanned, place.database.java),
        },
        findings: (0,scan_findings/* findingsOf */.WX)(name, scanned),
    };
}
async function scanPlatforms(place) {
    const { target, layout } = place;
    const scanned = [];
    for (const image of layout.platforms) {
        const report = (0,scan_report/* publishable */.g$)(await scanPlatform(place, image), `${target.repository}@${layout.digest}`);
        scanned.push({ platform: image.platform, report });
    }
    return scanned;
}
async function scanPlatform({ target, layout, trivy, scanners, work, turn }, { platform, manifest }) {
    await (0,promises_.mkdir)((0,external_node_path_.join)(work, 'views'), { recursive: true });
    const view = await (0,promises_.mkdtemp)((0,external_node_path_.join)(work, 'views', `${target.name}-${manifest.digest.replace(':', '-')}-`));
    const output = `${view}.json`;
    await viewOf(layout.folder, manifest, view);
    const input = (0,external_node_path_.join)('..', 'views', (0,external_node_path_.basename)(view));
    const ran = await turn(() => (0,scan_trivy/* runTrivy */.mp)(trivy, (0,scan_trivy/* scanArguments */.y6)(input, (0,external_node_path_.join)(work, 'cache'), output, scanners)));
    requireSuccess(trivy, ran, `${target.name} (${platform}) could not be scanned`);
    return (0,scan_report/* parseReport */.MM)(await (0,promises_.readFile)(output, 'utf8'));
}
async function writeReports({ app, target, trivy, scanners, reports }, report) {
    const file = (extension) => (0,external_node_path_.join)(reports, `${target.name}.${extension}`);
    await (0,promises_.writeFile)(file('json'), `${JSON.stringify(report, null, 2)}\n`);
    await (0,parallel.eachOf)(Object.entries(scan_trivy/* reportFormats */.zX), atOnce, async ([extension, format]) => {
        const ran = await (0,scan_trivy/* runTrivy */.mp)(trivy, (0,scan_trivy/* convertArguments */.e)(format, file('json'), file(extension), scanners));
        requireSuccess(trivy, ran, `the ${format} report of ${target.name} could not be written`);
    });
    await (0,promises_.writeFile)(file('sarif'), (0,scan_report/* normaliseSarif */.yd)(await (0,promises_.readFile)(file('sarif'), 'utf8'), app, target.name));
}
function requireFresh({ updated }, most, now) {
    const age = now.getTime() - updated.getTime();
    if (age < -duration/* maxClockSkew */.b4)
        throw new errors/* UserError */.yo(`the vulnerability database is dated ${(0,duration/* formatTime */.fU)(updated.getTime())}, which is in the future`, 'correct the clock of this machine, or leave out the input `trivy-database` to download the current one');
    if (age <= (0,expiry/* daysOf */.hF)(most))
        return;
    throw new errors/* UserError */.yo(`the vulnerability database is ${ageOf(updated, now)} old, but \`scan.max-database-age\` allows only ${most}`, 'name a newer one in the input `trivy-database`, or leave the input out to download the current one');
}
function requireSuccess({ signal }, ran, problem) {
    if (signal.aborted)
        throw (0,errors/* cancelled */.KW)();
    if (ran.good)
        return;
    const remedy = /\bdb\b|database/i.test(ran.fault)
        ? 'name a complete trivy database in the input `trivy-database`'
        : 'check whether the image is complete and the disk has free space';
    throw new errors/* UserError */.yo(`${problem}: ${ran.fault}`, remedy);
}

// EXTERNAL MODULE: ./.build/js/src/image/selection.js
var selection = __webpack_require__(14469);
;// CONCATENATED MODULE: ./.build/js/src/scan/targets.js





async function targetsOf(inputs, images, layouts) {
    if ((inputs.images === '') === (inputs.layouts === '')) {
        throw new errors/* UserError */.yo(inputs.images === '' ? 'there is nothing to scan' : 'both `images` and `layouts` are given', 'set either `images` (pushed digests) or `layouts` (the folder that `build` wrote)');
    }
    const targets = inputs.images === ''
        ? await fromLayouts(inputs.layouts, images, layouts)
        : fromDigests(inputs.images, inputs.from ?? 'candidate', images, layouts);
    const deployed = (0,selection/* parseDeployedInput */.Of)(inputs.deployed ?? '', images);
    return targets.map(target => {
        const place = deployed.get(target.name);
        return place === undefined ? target : { ...target, deployed: fetching(layouts, place, 'deployed') };
    });
}
const fetching = (layouts, place, input) => async (folder) => {
    await layouts.fetch(place, folder, input);
    return layouts.read(folder);
};
function fromDigests(text, from, images, layouts) {
    return Object.entries((0,selection/* parseDigestsInput */.xx)(text, images)).map(([name, { repository, digest }]) => {
        const place = { repository: (0,image_reference/* repositoryIn */.ce)(from, { ...images[name], repository }), digest };
        return { name, repository, layout: fetching(layouts, place, 'images') };
    });
}
async function fromLayouts(folder, images, layouts) {
    return (await layoutsIn(folder)).map(name => {
        const image = Object.hasOwn(images, name) ? images[name] : undefined;
        if (image === undefined) {
            throw new errors/* UserError */.yo(`${(0,external_node_path_.join)(folder, name)} is not the layout of an image in slipway.yml`, `use a layout of one of its images: ${Object.keys(images).join(', ')}`);
        }
        return { name, repository: image.repository, layout: () => layouts.read((0,external_node_path_.join)(folder, name)) };
    });
}

// EXTERNAL MODULE: ./.build/js/src/scan/vex.js + 3 modules
var vex = __webpack_require__(56466);
// EXTERNAL MODULE: ./.build/js/src/toolkit/checksums.js
var checksums = __webpack_require__(37108);
// EXTERNAL MODULE: ./.build/js/src/toolkit/github.js
var toolkit_github = __webpack_require__(6849);
// EXTERNAL MODULE: ./.build/js/src/toolkit/host.js + 1 modules
var toolkit_host = __webpack_require__(80986);
// EXTERNAL MODULE: ./.build/js/src/actions/inputs.js
var inputs = __webpack_require__(41648);
// EXTERNAL MODULE: ./.build/js/src/actions/policy.js + 3 modules
var policy = __webpack_require__(36138);
// EXTERNAL MODULE: ./.build/js/src/actions/registry.js
var actions_registry = __webpack_require__(566);
;// CONCATENATED MODULE: ./.build/js/src/actions/scan.js






















const scanAction = (0,toolkit_host/* defineAction */.QP)({
    name: 'scan',
    description: 'Scan images for vulnerabilities and secrets, check their layers, write reports, and fail on findings that slipway.yml does not allow.',
    inputs: {
        config: inputs/* config */.$W,
        images: (0,toolkit_host/* optional */.lq)('JSON object that maps image names in slipway.yml to digests.'),
        from: (0,toolkit_host/* optional */.lq)('Repositories of the `images`: `candidate`, to which `build` pushes, or `release`.', 'candidate'),
        layouts: (0,toolkit_host/* optional */.lq)('Folder of OCI layouts that `build` wrote with `push: false`, instead of `images`.'),
        'trivy-database': (0,toolkit_host/* optional */.lq)('Cache folder of trivy with the vulnerability database to use. Default: the current database is downloaded.'),
        deployed: (0,toolkit_host/* optional */.lq)('JSON object that maps image names to deployed digests, for `compare: deployed` in slipway.yml: the output `images` of the action `status`. Default: every finding counts as new.'),
        'issues-token': (0,toolkit_host/* optional */.lq)('Token with `issues: write`, for scans of deployed images. A failing image gets an issue, which is closed when the scan passes again. Default: no issues.'),
        'base-report': (0,toolkit_host/* optional */.lq)('Path of the `base.json` of an earlier scan, such as that of the branch of a pull request, for the output `comparison`. Default: none; a missing file is no error.'),
        'tool-mirrors': inputs/* toolMirrors */.Rg,
        output: (0,toolkit_host/* optional */.lq)('Folder for the reports.', 'scan-reports'),
    },
    outputs: {
        app: inputs/* appOutput */.l0,
        verdict: '`pass` or `fail`.',
        images: 'JSON object that maps the names of the scanned images to their digests.',
        failing: 'JSON object that maps the names of the images that fail the scan to why, in one sentence; `{}` if none does.',
        critical: 'Number of critical findings, counted once for all platforms, whether they fail the scan or not.',
        high: 'Number of high findings.',
        medium: 'Number of medium findings.',
        low: 'Number of low findings.',
        unknown: 'Number of findings without a severity.',
        tolerated: 'Number of findings that do not fail the scan because of an exception, a VEX document, the deployed image or the grace period.',
        policy: inputs/* policyCounts */.bc,
        reports: 'Folder with `<name>.json`, `.sarif`, `.cdx.json`, `.spdx.json`, `.txt` and `.tolerated.json` for each image, one `policy.json`, `base.json`, and `checksums.txt`.',
        'reports-digest': 'SHA-256 of `checksums.txt`, which lists the SHA-256 of each report; for `sign` in another job.',
        comparison: 'JSON of the new findings and the sizes compared with `base-report`, for the action `comment`; at most 20 findings. `{}` if nothing was scanned.',
        'database-updated': 'When the vulnerability database was built (ISO 8601).',
        reason: 'The worst finding that fails the scan and the number of others, in one sentence; otherwise empty.',
    },
    refused: { verdict: 'fail', images: '{}', failing: '{}', policy: '{}', comparison: '{}' },
    recorded: [],
    recordedBy: 'images',
    run: async (inputs, host) => {
        const config = await (0,load/* loadConfig */.Z9)(inputs.config);
        host.output('app', config.app);
        const signal = host.cancellation();
        const registry = await (0,actions_registry/* registryClient */.R)({ signal });
        const { asksForImages, concluded, reviewLayout } = await Promise.all(/* import() */[__webpack_require__.e(5279), __webpack_require__.e(898), __webpack_require__.e(9955)]).then(__webpack_require__.bind(__webpack_require__, 69835));
        const now = new Date();
        const root = (0,external_node_path_.resolve)((0,external_node_path_.dirname)(inputs.config));
        const seen = new Map();
        const { baseOf, compareWithBase, readBase } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(9698)]).then(__webpack_require__.bind(__webpack_require__, 99698));
        const base = await readBase(inputs['base-report']);
        const result = await scan({
            app: config.app,
            targets: await targetsOf(inputs, config.images, {
                fetch: (...what) => (0,layout/* fetchLayout */.Xp)(registry, ...what),
                read: layout/* readLayout */.T4,
            }),
            policy: config.scan,
            images: Object.keys(config.images),
            vex: await (0,vex/* readVex */.iw)(config.scan.vex, root),
            now,
            registry,
            database: inputs['trivy-database'] || undefined,
            reports: inputs.output,
            env: host.env,
            signal,
            look: async (name, { folder }) => {
                if (asksForImages(config.policy))
                    seen.set(name, await reviewLayout(name, await (0,layout/* openLayout */.B9)(folder), config, root));
            },
            report: host.report,
        });
        const names = result.images.map(({ name }) => name);
        const looked = names.flatMap(name => seen.get(name) ?? []);
        const review = concluded(looked, config, names, now);
        const digests = result.images.map(({ name, reference }) => [name, (0,image_reference/* pinned */.dp)(reference).digest]);
        const images = digests.flatMap(([image, digest]) => (seen.has(image) ? [{ image, digest }] : []));
        const report = (0,external_node_path_.join)(result.reports, 'policy.json');
        const about = { app: config.app, config: inputs.config, review, images, now, report };
        const refused = await (0,policy.publishPolicy)(host, about);
        const reason = result.reason || (refused ?? '');
        const verdict = reason === '' ? 'pass' : 'fail';
        host.output('verdict', verdict);
        const failing = names.map(name => [name, failureOf(name, result, review)]).filter(([, why]) => why);
        (0,toolkit_host/* setOutputs */.n0)(host, { images: Object.fromEntries(digests), failing: Object.fromEntries(failing) });
        for (const severity of scan_findings/* severities */.gO)
            host.output(severity, String(result.counts[severity]));
        (0,toolkit_host/* setOutputs */.n0)(host, { tolerated: result.tolerated.length, comparison: compareWithBase(result, base) });
        await (0,promises_.writeFile)((0,external_node_path_.join)(result.reports, 'base.json'), JSON.stringify(baseOf(result)));
        const { reports, database } = result;
        host.output('reports', reports);
        (0,toolkit_host/* setOutputs */.n0)(host, {
            'reports-digest': await (0,checksums/* writeChecksums */.gD)(reports),
            'database-updated': database.updated.toISOString(),
            reason,
        });
        const summary = scanSummary(config.app, { ...result, verdict, reason }, config.scan, now);
        await host.summary(`${summary}\n${(0,policy.policySummary)(review)}\n`);
        await updateIssues(host, inputs['issues-token'], config.app, result);
        for (const note of [...result.notes, ...ignoreNotes(root)])
            host.report(`scan: ${note}`);
        host.report(`scan: ${verdict}${reason === '' ? '' : `, ${reason}`}`);
        return verdict === 'pass';
    },
});
const failureOf = (name, { failing }, { findings }) => (0,count/* firstOf */.K)((0,scan_findings/* distinct */.dM)(failing.filter(({ image }) => image === name)).map(({ finding }) => (0,judge/* sentenceOf */.$N)(finding))) ?? (0,finding/* reasonOf */.A3)(findings.filter(({ images }) => images.includes(name)));
const ignoreNotes = (root) => ['.trivyignore', '.trivyignore.yaml']
    .filter(name => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, name)))
    .map(name => `${name} has no effect; list its findings in \`scan.exceptions\` of slipway.yml`);
async function updateIssues(host, token, app, result) {
    const github = (0,toolkit_github/* gitHubOf */.Tc)(host.env, token);
    if (github === undefined)
        return;
    const { issuesOf, label } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4179)]).then(__webpack_require__.bind(__webpack_require__, 4179));
    const { keepIssues } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(9448)]).then(__webpack_require__.bind(__webpack_require__, 44686));
    const images = result.images.map(image => ({
        ...image,
        failing: result.failing.filter(each => each.image === image.name),
    }));
    const lines = await keepIssues(github, label, issuesOf(app, images)).catch((error) => {
        if (!(error instanceof dist_src/* RequestError */.G || error instanceof errors/* UserError */.yo))
            throw error;
        const why = error instanceof errors/* UserError */.yo
            ? error.sentence
            : (0,errors/* withRemedy */.v9)(error.message, 'give the token in `issues-token` the permission `issues: write`');
        host.annotate('warning', { title: 'scan', message: `the issues were not updated: ${why}` });
        return [];
    });
    for (const line of lines)
        host.report(line);
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

/***/ 14469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HC: () => (/* binding */ parseImageNames),
/* harmony export */   M: () => (/* binding */ parseImagesInput),
/* harmony export */   Of: () => (/* binding */ parseDeployedInput),
/* harmony export */   xx: () => (/* binding */ parseDigestsInput)
/* harmony export */ });
/* harmony import */ var _config_suggest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34182);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26126);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85898);




const form = 'write a JSON object such as {"shop": "sha256:…"}';
function parseImagesInput(text, images) {
    const entries = Object.entries((0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .mapInput */ .zQ)('images', text, form));
    if (entries.length === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the input `images` names no image', form);
    return Object.fromEntries(entries.map(([name, value]) => [name, select(name, value, images)]));
}
function parseImageNames(text, images) {
    const names = (0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .KE)(text);
    if (names.length === 0)
        return Object.keys(images);
    for (const name of names)
        knownIn(images, name);
    return [...new Set(names)];
}
function knownIn(images, name) {
    if (Object.hasOwn(images, name))
        return images[name];
    const problem = `the input \`images\` names "${name}", which is not in slipway.yml`;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(problem, (0,_config_suggest_js__WEBPACK_IMPORTED_MODULE_3__/* .suggest */ .ZA)(name, Object.keys(images)));
}
function parseDigestsInput(text, images) {
    const plain = Object.entries((0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .mapInput */ .zQ)('images', text, form)).find(([name, value]) => Object.hasOwn(images, name) && !(0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(String(value).replace(/^.*@/, '')));
    if (plain !== undefined) {
        const [name, value] = plain;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`images\` has ${JSON.stringify(value).slice(0, 120)} instead of a digest for "${name}"`, 'pass the digest from the output `images` of `build`');
    }
    return Object.fromEntries(Object.entries(parseImagesInput(text, images)).flatMap(([name, image]) => 'digest' in image ? [[name, image]] : []));
}
function parseDeployedInput(text, images) {
    const remedy = 'pass a JSON object such as {"shop": "sha256:…"}, like the output `images` of `status`';
    const map = text === '' ? {} : (0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .mapInput */ .zQ)('deployed', text, remedy);
    return new Map(Object.entries(map).flatMap(([name, written]) => {
        const image = Object.hasOwn(images, name) ? images[name] : undefined;
        if (image === undefined)
            return [];
        const [before, last = before] = String(written).split('@');
        if (last === undefined || !(0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(last))
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`deployed\` has no digest for "${name}"`, remedy);
        const named = before === last || before === undefined ? image.repository : before;
        return [[name, { repository: (0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReference */ .F2)(`${named}@${last}`).repository, digest: last }]];
    }));
}
function select(name, value, images) {
    const image = knownIn(images, name);
    if (typeof value !== 'string')
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`images\` has no value for "${name}"`, form);
    const repository = (0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRepository */ .SU)(image.repository);
    if ((0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(value))
        return { repository, digest: value };
    if (/^sha(256|512):/.test(value)) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`images\` has an incomplete digest for "${name}": ${value.slice(0, 80)}`, 'write sha256: and its 64 hexadecimal digits');
    }
    const reference = (0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReference */ .F2)(value);
    const { digest, tag } = reference;
    const known = image.elsewhere?.some(place => (0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRepository */ .SU)(place) === reference.repository);
    if (known && digest !== undefined)
        return { repository, digest };
    if (reference.repository !== repository) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`images\` takes "${name}" from ${reference.repository}, but slipway.yml takes it from ${repository}`, 'name the same repository in both');
    }
    if (digest !== undefined)
        return { repository, digest };
    if (tag !== undefined)
        return { repository, tag };
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`images\` has neither a tag nor a digest for "${name}"`, 'add :tag or @sha256:…, or write only the digest');
}


/***/ }),

/***/ 30217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   NI: () => (/* binding */ unexcused),
/* harmony export */   al: () => (/* binding */ inOrder),
/* harmony export */   mQ: () => (/* binding */ countsOf)
/* harmony export */ });
/* unused harmony export severity */
const severity = (level) => ['off', 'info', 'warning', 'error'].indexOf(level);
const unexcused = (findings) => findings.filter(({ excused }) => excused === undefined);
function countsOf(findings) {
    const of = (level) => unexcused(findings).filter(each => each.level === level).length;
    return { error: of('error'), warning: of('warning'), info: of('info') };
}
function placeOf({ place }) {
    if (place.kind === 'dockerfile')
        return `${place.path}:${place.line}`;
    const { path, layer, platforms } = place;
    if (path === undefined)
        return `configuration (${platforms.join(', ')})`;
    if (layer === undefined)
        return `/${path} (${platforms.join(', ')})`;
    const { number, of, base, by } = layer;
    const from = by === undefined ? (base ? ['base image'] : []) : [`${by.path}:${by.line}`];
    return `/${path} in layer ${number} of ${of} (${[...from, platforms.join(', ')].join('; ')})`;
}
function inOrder(findings) {
    const key = ({ place }) => place.kind === 'dockerfile'
        ? `0 ${place.path} ${String(place.line).padStart(8, '0')}`
        : `1 ${place.path ?? ''}`;
    return [...findings].sort((a, b) => severity(b.level) - severity(a.level) ||
        (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0));
}
function reasonOf(findings) {
    const errors = inOrder(unexcused(findings)).filter(({ level }) => level === 'error');
    const [first] = errors;
    if (first === undefined)
        return undefined;
    const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
    const of = first.place.kind === 'image' ? `image ${first.images.join(', ')}: ` : '';
    return `${of}${placeOf(first)}: ${first.message} [${first.rule}]${more}; ${first.remedy}`;
}


/***/ }),

/***/ 22425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WX: () => (/* binding */ findingsOf),
/* harmony export */   dM: () => (/* binding */ distinct),
/* harmony export */   gO: () => (/* binding */ severities),
/* harmony export */   mQ: () => (/* binding */ countsOf)
/* harmony export */ });
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69353);


const severities = ['critical', 'high', 'medium', 'low', 'unknown'];
function findingsOf(image, reports) {
    const findings = new Map();
    for (const { platform, report } of reports) {
        const seen = new Map();
        for (const [name, finding, purls] of rows(image, report)) {
            const times = (seen.get(name) ?? 0) + 1;
            seen.set(name, times);
            const key = `${name}\n${times}`;
            const occurrences = [...(findings.get(key)?.occurrences ?? []), { platform, ...purls }];
            findings.set(key, { ...finding, occurrences });
        }
    }
    return [...findings.values()].sort(byWeight);
}
function countsOf(findings) {
    const of = (severity) => findings.filter(each => each.severity === severity).length;
    return Object.fromEntries(severities.map(each => [each, of(each)]));
}
function distinct(findings) {
    const groups = new Map();
    for (const finding of findings) {
        const key = [finding.image, finding.kind, finding.id, finding.package, finding.version].join('\n');
        const known = groups.get(key);
        groups.set(key, { finding: known?.finding ?? finding, places: (known?.places ?? 0) + 1 });
    }
    return [...groups.values()];
}
function* rows(image, report) {
    for (const result of report.Results ?? []) {
        const { Class, Type, Target, Vulnerabilities = [], Secrets = [], Misconfigurations = [] } = result;
        const place = Class === 'os-pkgs' ? Type : Target;
        const application = applicationOf(result);
        const common = ({ Severity: severity }) => ({
            image,
            severity: severityOf(severity),
            version: '',
            fixed: '',
            reference: report.ArtifactName,
        });
        for (const each of Vulnerabilities) {
            const aliases = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .textsIn */ .Ej)(each.VendorIDs).filter(name => name.startsWith('GHSA-'));
            const key = ['vulnerability', place, (0,_report_js__WEBPACK_IMPORTED_MODULE_0__/* .vulnerabilityKey */ .yW)(each)].join('\n');
            yield [
                key,
                {
                    ...common(each),
                    kind: 'vulnerability',
                    id: each.VulnerabilityID,
                    title: each.Title ?? '',
                    package: each.PkgName,
                    version: each.InstalledVersion,
                    fixed: each.FixedVersion ?? '',
                    ...(aliases.length === 0 ? {} : { aliases }),
                    ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .defined */ .sw)({ published: each.PublishedDate }),
                },
                (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .defined */ .sw)({ purl: each.PkgIdentifier?.PURL, application }),
            ];
        }
        const inFile = (each, { kind, id, line, key }) => [
            [kind, place, key].join('\n'),
            { ...common(each), kind, id, title: each.Title, package: `${Target}:${line}` },
        ];
        for (const each of Secrets) {
            const key = (0,_report_js__WEBPACK_IMPORTED_MODULE_0__/* .secretKey */ .oF)(each);
            yield inFile(each, { kind: 'secret', id: each.RuleID, line: each.StartLine, key });
        }
        for (const each of Misconfigurations) {
            if (each.Status !== undefined && each.Status !== 'FAIL')
                continue;
            const line = each.CauseMetadata?.StartLine ?? 1;
            yield inFile(each, { kind: 'misconfiguration', id: each.ID, line, key: (0,_report_js__WEBPACK_IMPORTED_MODULE_0__/* .misconfigurationKey */ .tS)(each) });
        }
    }
}
function applicationOf({ Packages = [] }) {
    const [root, ...others] = Packages.filter(({ Relationship }) => Relationship === 'root');
    return others.length > 0 ? undefined : (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .textMap */ .sP)(root?.Identifier).PURL;
}
function severityOf(text) {
    return severities.find(each => each === text.toLowerCase()) ?? 'unknown';
}
function byWeight(a, b) {
    return (severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        Number(a.fixed === '') - Number(b.fixed === '') ||
        (`${a.package} ${a.id}` < `${b.package} ${b.id}` ? -1 : 1));
}


/***/ }),

/***/ 80272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ sentenceOf),
/* harmony export */   Gj: () => (/* binding */ gate),
/* harmony export */   el: () => (/* binding */ sameKey)
/* harmony export */ });
/* unused harmony exports judge, covers, exceptionNotes */
/* harmony import */ var _config_expiry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21825);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72315);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22425);
/* harmony import */ var _vex_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56466);





function gate(findings, policy, circumstances) {
    const judged = judge(findings, policy, circumstances);
    const tolerated = judged.filter(each => each.tolerated !== undefined);
    const failed = judged
        .filter(each => each.tolerated === undefined)
        .sort((a, b) => weightOf(a.finding) - weightOf(b.finding));
    const failing = failed.map(({ finding }) => finding);
    const notes = [
        ...exceptionNotes(findings, policy, circumstances),
        ...(0,_vex_js__WEBPACK_IMPORTED_MODULE_1__/* .vexNotes */ .Xp)(findings, circumstances.vex),
    ];
    const [worst] = failed;
    if (worst === undefined)
        return { verdict: 'pass', reason: '', failing, tolerated, notes };
    const more = (0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .distinct */ .dM)(failing).length - 1;
    const past = worst.note === undefined ? '' : `, and ${worst.note}`;
    const reason = `${sentenceOf(worst.finding)}${past}${more > 0 ? `; ${more} more` : ''}`;
    return { verdict: 'fail', reason, failing, tolerated, notes };
}
const weightOf = ({ severity }) => _findings_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .gO.indexOf(severity);
function sentenceOf(finding) {
    const { kind, severity, id, package: where, version, fixed, image, title } = finding;
    const what = kind === 'secret'
        ? `${severity} secret (${title}) in ${where}`
        : kind === 'misconfiguration'
            ? `${severity} ${id} (${title}) in ${where}`
            : `${severity} ${id} in ${where} ${version}${fixed === '' ? ' (no fix yet)' : ` (fixed in ${fixed})`}`;
    return (0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(`${what} of image ${image}`).slice(0, 400);
}
function judge(findings, policy, circumstances) {
    return findings
        .filter(finding => counts(finding, policy))
        .map(finding => {
        const about = policy.exceptions.filter(each => covers(each, finding));
        const { excuse, note } = (0,_config_expiry_js__WEBPACK_IMPORTED_MODULE_3__/* .excuseBy */ .bD)(about, circumstances.now);
        const tolerated = excuse ?? otherwise(finding, policy, circumstances);
        return { finding, ...(tolerated === undefined ? (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .defined */ .sw)({ note }) : { tolerated }) };
    });
}
function counts({ severity, kind, fixed }, policy) {
    if (!policy['fail-on'].includes(severity))
        return false;
    return !policy['only-fixable'] || kind !== 'vulnerability' || fixed !== '';
}
const covers = (exception, finding) => exception.id === finding.id &&
    (exception.image === undefined || exception.image === finding.image) &&
    (exception.package === undefined || exception.package === placeOf(finding));
const placeOf = ({ kind, package: name }) => kind === 'vulnerability' ? name : name.replace(/:\d+$/, '');
function otherwise(finding, { compare, grace }, { now, vex, deployed }) {
    if (finding.kind === 'secret')
        return undefined;
    const said = (0,_vex_js__WEBPACK_IMPORTED_MODULE_1__/* .statementFor */ .JM)(finding, vex);
    if (said !== undefined && (said.status === 'not_affected' || said.status === 'fixed'))
        return { by: 'vex', status: said.status, reason: said.reason, file: said.file };
    if (compare === 'deployed' && deployed.get(finding.image)?.has(sameKey(finding)) === true)
        return { by: 'deployed' };
    const published = finding.published === undefined ? Number.NaN : Date.parse(finding.published);
    if (grace === undefined || Number.isNaN(published))
        return undefined;
    const until = published + (0,_config_expiry_js__WEBPACK_IMPORTED_MODULE_3__/* .daysOf */ .hF)(grace);
    return now.getTime() < until ? { by: 'grace', until: new Date(until).toISOString() } : undefined;
}
const sameKey = (finding) => `${finding.id}\n${placeOf(finding)}`;
function exceptionNotes(findings, { exceptions }, { now, scanned }) {
    return exceptions.flatMap(exception => {
        const { id, owner, expires, image } = exception;
        if (!findings.some(finding => covers(exception, finding)))
            return scanned(image)
                ? [`the exception to ${id} by ${owner} matches no finding; remove it from slipway.yml`]
                : [];
        if (!(0,_config_expiry_js__WEBPACK_IMPORTED_MODULE_3__/* .expiresSoon */ .Eh)(expires, now))
            return [];
        return [`the exception to ${id} by ${owner} expires on ${expires}; fix its findings before then`];
    });
}


/***/ }),

/***/ 69353:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C1: () => (/* binding */ mergeReports),
/* harmony export */   MM: () => (/* binding */ parseReport),
/* harmony export */   g$: () => (/* binding */ publishable),
/* harmony export */   oF: () => (/* binding */ secretKey),
/* harmony export */   tS: () => (/* binding */ misconfigurationKey),
/* harmony export */   yW: () => (/* binding */ vulnerabilityKey),
/* harmony export */   yd: () => (/* binding */ normaliseSarif)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);


function parseReport(text) {
    const report = JSON.parse(text);
    if (report?.SchemaVersion !== 2)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('trivy wrote a report with an unknown schema', 'use trivy 0.74');
    return report;
}
function publishable(report, reference) {
    const { ImageConfig, RepoTags: _tags, ...metadata } = report.Metadata ?? {};
    const { config: _config, history: _history, ...image } = ImageConfig ?? {};
    return {
        ...report,
        ArtifactName: reference,
        Metadata: { ...metadata, ImageConfig: image, RepoDigests: [reference] },
        Results: (report.Results ?? []).map(result => publishableResult(result, report.ArtifactName, reference)),
    };
}
function publishableResult(result, from, to) {
    const target = result.Target.startsWith(`${from} (`)
        ? `${to}${result.Target.slice(from.length)}`
        : result.Target;
    const { Secrets: secrets, Misconfigurations: wrong, ...rest } = result;
    return {
        ...withoutCommands(rest),
        Target: target,
        ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .defined */ .sw)({
            Secrets: secrets?.map(each => ({ ...withoutCommands(each), Match: '(hidden)', Code: { Lines: null } })),
            Misconfigurations: wrong?.map(each => ({
                ...withoutCommands(each),
                CauseMetadata: { ...each.CauseMetadata, Code: { Lines: null } },
            })),
        }),
    };
}
function withoutCommands(value) {
    return JSON.parse(JSON.stringify(value, (name, each) => (name === 'CreatedBy' ? undefined : each)));
}
function mergeReports(reports) {
    const [first, ...rest] = reports;
    if (first === undefined)
        throw new Error('there is no report to merge');
    if (rest.length === 0)
        return first;
    const results = new Map();
    for (const result of reports.flatMap(each => each.Results ?? [])) {
        const key = [result.Class, result.Type, result.Target].join('\n');
        const known = results.get(key);
        results.set(key, known === undefined ? result : mergeResults(known, result));
    }
    return { ...first, Results: [...results.values()] };
}
function mergeResults(a, b) {
    const packageKey = (each) => JSON.stringify([each.ID, each.Name, each.Version, each.FilePath]);
    return {
        ...a,
        ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .defined */ .sw)({
            Packages: united(a.Packages, b.Packages, packageKey),
            Vulnerabilities: united(a.Vulnerabilities, b.Vulnerabilities, vulnerabilityKey),
            Secrets: united(a.Secrets, b.Secrets, secretKey),
            Misconfigurations: united(a.Misconfigurations, b.Misconfigurations, misconfigurationKey),
        }),
    };
}
const vulnerabilityKey = (each) => [each.VulnerabilityID, each.PkgName, each.InstalledVersion, each.PkgPath ?? ''].join('\n');
const misconfigurationKey = (each) => [each.ID, each.CauseMetadata?.StartLine ?? 0, each.Message ?? ''].join('\n');
const secretKey = (each) => [each.RuleID, each.StartLine].join('\n');
function united(a, b, key) {
    const known = new Set(a?.map(key));
    return a && b ? [...a, ...b.filter(each => !known.has(key(each)))] : (a ?? b);
}
function normaliseSarif(text, app, image) {
    const sarif = JSON.parse(text);
    for (const run of sarif.runs) {
        run.automationDetails = { id: `slipway-scan/${app}/${image}/` };
        for (const { locations = [] } of run.results ?? []) {
            for (const { physicalLocation } of locations) {
                const artifact = physicalLocation?.artifactLocation;
                if (artifact?.uri !== undefined)
                    artifact.uri = artifact.uri.replace(/^\/+/, '');
            }
        }
    }
    return `${JSON.stringify(sarif, null, 2)}\n`;
}


/***/ }),

/***/ 29343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $_: () => (/* binding */ scannersOf),
/* harmony export */   e: () => (/* binding */ convertArguments),
/* harmony export */   mp: () => (/* binding */ runTrivy),
/* harmony export */   y5: () => (/* binding */ scannerEnvironment),
/* harmony export */   y6: () => (/* binding */ scanArguments),
/* harmony export */   zX: () => (/* binding */ reportFormats)
/* harmony export */ });
/* unused harmony export faultIn */
/* harmony import */ var _toolkit_program_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16428);

const scannersOf = ({ misconfiguration }) => misconfiguration ? 'vuln,secret,misconfig' : 'vuln,secret';
function scanArguments(layout, cache, output, scanners) {
    return [
        'image',
        ...['--input', layout, '--cache-dir', cache, '--format', 'json', '--output', output],
        ...['--scanners', scanners],
        ...['--skip-db-update', '--skip-java-db-update', '--skip-check-update', '--offline-scan'],
        ...['--skip-version-check', '--disable-telemetry', '--no-progress', '--timeout', '6h'],
    ];
}
const reportFormats = {
    sarif: 'sarif',
    'cdx.json': 'cyclonedx',
    'spdx.json': 'spdx-json',
    txt: 'table',
};
function convertArguments(format, json, output, scanners) {
    return ['convert', '--scanners', scanners, '--format', format, '--output', output, json];
}
function scannerEnvironment(home) {
    return { PATH: process.env.PATH ?? '', HOME: home, TMPDIR: home };
}
async function runTrivy(trivy, args) {
    const { program, home, signal } = trivy;
    const last = [];
    const code = await (0,_toolkit_program_js__WEBPACK_IMPORTED_MODULE_0__/* .runProgram */ .mB)([program, ...args], {
        cwd: home,
        env: scannerEnvironment(home),
        signal,
        print: line => {
            last.push(line);
            if (last.length > kept)
                last.shift();
        },
    });
    if (signal.aborted)
        return { good: false, fault: 'cancelled' };
    return code === 0 ? { good: true } : { good: false, fault: faultIn(last.join('\n')) };
}
const kept = 100;
function faultIn(said) {
    const lines = said.split('\n').map(line => line.trim());
    const fatal = lines.findLastIndex(line => /\tFATAL\t/.test(line));
    if (fatal < 0)
        return lines.findLast(line => line !== '') ?? 'it printed nothing';
    const chain = (lines[fatal] ?? '').replace(/^.*?\tFATAL\t(Fatal error\t)?/, '');
    const listed = lines[fatal + 1]?.startsWith('* ') === true ? (lines[fatal + 1] ?? '').slice(2) : undefined;
    return listed ?? chain.split(': ').slice(-2).join(': ');
}


/***/ }),

/***/ 56466:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  iw: () => (/* binding */ readVex),
  JM: () => (/* binding */ statementFor),
  Xp: () => (/* binding */ vexNotes)
});

// UNUSED EXPORTS: parseVex

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/toolkit/named-file.js
var named_file = __webpack_require__(85280);
;// CONCATENATED MODULE: ./.build/js/src/scan/csaf.js

const statuses = [
    ['known_not_affected', 'not_affected'],
    ['fixed', 'fixed'],
    ['first_fixed', 'fixed'],
    ['known_affected', 'affected'],
    ['under_investigation', 'under_investigation'],
];
function readCsaf(document) {
    const vulnerabilities = (0,map/* mapsIn */.nf)(document.vulnerabilities);
    if (vulnerabilities.length === 0)
        return 'has no vulnerabilities';
    const products = productsIn((0,map/* isMap */.jh)(document.product_tree) ? document.product_tree : {});
    if (products.size === 0)
        return 'names no product by a purl';
    return vulnerabilities.flatMap(each => sayingsOf(each, products));
}
function sayingsOf(each, products) {
    const { cve, ids, product_status: status } = each;
    const vulnerability = (0,map/* textsIn */.Ej)([cve, ...(0,map/* mapsIn */.nf)(ids).map(({ text }) => text)]);
    if (vulnerability.length === 0 || !(0,map/* isMap */.jh)(status))
        return [];
    return statuses.flatMap(([name, means]) => (0,map/* textsIn */.Ej)(status[name]).flatMap(id => {
        const product = products.get(id);
        if (product === undefined)
            return [];
        if (product.wider === true && (means === 'not_affected' || means === 'fixed'))
            return [];
        return [{ vulnerability, products: [product], status: means, reason: reasonFor(each, id) ?? means }];
    }));
}
function reasonFor({ threats, flags }, id) {
    const about = ({ product_ids: ids }) => (0,map/* textsIn */.Ej)(ids).includes(id);
    const impact = (0,map/* mapsIn */.nf)(threats).find(threat => threat.category === 'impact' && about(threat))?.details;
    const label = (0,map/* mapsIn */.nf)(flags).find(about)?.label;
    const reason = [impact, label].find(text => typeof text === 'string' && text.trim() !== '');
    return typeof reason === 'string' ? reason.trim().replaceAll('_', ' ') : undefined;
}
function productsIn(tree) {
    const found = new Map();
    const keep = (product) => {
        if (!(0,map/* isMap */.jh)(product))
            return;
        const { product_id: id } = (0,map/* textMap */.sP)(product);
        const { purl } = (0,map/* textMap */.sP)(product.product_identification_helper);
        if (id !== undefined && purl !== undefined)
            found.set(id, { purl, packages: [] });
    };
    (0,map/* mapsIn */.nf)(tree.full_product_names).forEach(keep);
    const waiting = (0,map/* mapsIn */.nf)(tree.branches);
    for (let branch = waiting.pop(); branch !== undefined; branch = waiting.pop()) {
        keep(branch.product);
        waiting.push(...(0,map/* mapsIn */.nf)(branch.branches));
    }
    for (const relation of (0,map/* mapsIn */.nf)(tree.relationships)) {
        const outer = found.get(String(relation.relates_to_product_reference));
        const inner = found.get(String(relation.product_reference));
        const { product_id: id } = (0,map/* textMap */.sP)(relation.full_product_name);
        if (id === undefined || outer === undefined || inner === undefined)
            continue;
        const packages = inner.packages.length > 0 ? inner.packages : [inner.purl];
        const wider = outer.packages.length > 0 || inner.packages.length > 0;
        found.set(id, { purl: outer.purl, packages, wider });
    }
    return found;
}

;// CONCATENATED MODULE: ./.build/js/src/scan/cyclonedx.js

const cyclonedx_statuses = {
    not_affected: 'not_affected',
    false_positive: 'not_affected',
    resolved: 'fixed',
    resolved_with_pedigree: 'fixed',
    exploitable: 'affected',
    in_triage: 'under_investigation',
};
function readCycloneDx(document) {
    const vulnerabilities = (0,map/* mapsIn */.nf)(document.vulnerabilities);
    const analysed = vulnerabilities.filter(({ analysis }) => (0,map/* isMap */.jh)(analysis));
    if (analysed.length === 0)
        return 'has no vulnerability with an analysis';
    const purls = purlsIn(document);
    const read = analysed.map(each => sayingOf(each, purls));
    const wrong = read.findIndex(each => typeof each === 'string');
    if (wrong >= 0)
        return `has ${read[wrong]} for ${analysed[wrong]?.id ?? 'one of its vulnerabilities'}`;
    return read.filter(each => typeof each !== 'string');
}
function sayingOf(each, purls) {
    const { id, references, affects, analysis } = each;
    const vulnerability = (0,map/* textsIn */.Ej)([id, ...(0,map/* mapsIn */.nf)(references).map(reference => reference.id)]);
    if (vulnerability.length === 0)
        return 'no id';
    const { state, detail, justification } = (0,map/* isMap */.jh)(analysis) ? analysis : {};
    const status = cyclonedx_statuses[String(state)];
    if (status === undefined)
        return `no known state (${String(state)})`;
    const products = (0,map/* mapsIn */.nf)(affects).map(target => productsOf(target, purls, status));
    const strange = products.find(product => typeof product === 'string');
    if (strange !== undefined)
        return strange;
    if (products.length === 0)
        return 'no affected component';
    const reason = [detail, justification].find(text => typeof text === 'string' && text.trim() !== '');
    return {
        vulnerability,
        products: products.flatMap(product => (typeof product === 'string' ? [] : product)),
        status,
        reason: String(reason ?? state)
            .trim()
            .replaceAll('_', ' '),
    };
}
function productsOf({ ref, versions }, purls, status) {
    const purl = purls.get(String(ref)) ?? purlOfLink(String(ref));
    if (purl === undefined)
        return `no purl for the affected component (${String(ref)})`;
    if (!Array.isArray(versions) || versions.length === 0)
        return [{ purl, packages: [] }];
    const [whole = '', rest = ''] = purl.split(/([?#].*)/s);
    const [name = ''] = whole.split(/@[^/]*$/);
    const tolerates = status === 'not_affected' || status === 'fixed';
    const details = tolerates ? rest : '';
    return (0,map/* mapsIn */.nf)(versions)
        .filter(each => (each.status === 'unaffected') === tolerates)
        .flatMap(({ version }) => {
        if (typeof version === 'string')
            return [{ purl: `${name}@${encodeURIComponent(version)}${details}`, packages: [] }];
        return tolerates ? [] : [{ purl: name, packages: [] }];
    });
}
function purlOfLink(ref) {
    const name = /^urn:cdx:[^#]+#(.+)$/s.exec(ref)?.[1];
    const purl = name === undefined ? ref : decoded(name);
    return purl.startsWith('pkg:') ? purl : undefined;
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
function purlsIn({ metadata, components }) {
    const found = new Map();
    const waiting = [...(0,map/* mapsIn */.nf)(components), ...(0,map/* mapsIn */.nf)((0,map/* isMap */.jh)(metadata) ? [metadata.component] : [])];
    for (let component = waiting.pop(); component !== undefined; component = waiting.pop()) {
        const { 'bom-ref': ref, purl } = (0,map/* textMap */.sP)(component);
        if (ref !== undefined && purl !== undefined)
            found.set(ref, purl);
        waiting.push(...(0,map/* mapsIn */.nf)(component.components));
    }
    return found;
}

;// CONCATENATED MODULE: ./.build/js/src/scan/openvex.js

const openvex_statuses = ['not_affected', 'affected', 'fixed', 'under_investigation'];
function readOpenVex(document) {
    const { statements, timestamp } = document;
    if (!Array.isArray(statements))
        return 'has no statements';
    const read = statements.map(openvex_sayingOf);
    const wrong = read.findIndex(each => typeof each === 'string');
    if (wrong >= 0)
        return `has ${read[wrong]} in statement ${wrong + 1}`;
    const timeOf = (each) => Date.parse(String(((0,map/* isMap */.jh)(each) ? each.timestamp : undefined) ?? timestamp));
    const said = read.flatMap((each, index) => typeof each === 'string' ? [] : [{ each, time: timeOf(statements[index]) }]);
    const timed = said.every(({ time }) => !Number.isNaN(time));
    return (timed ? said.sort((a, b) => a.time - b.time) : said).map(({ each }) => each);
}
function openvex_sayingOf(each) {
    if (!(0,map/* isMap */.jh)(each))
        return 'no JSON object';
    const vulnerability = namesOf(each.vulnerability);
    if (vulnerability.length === 0)
        return 'no vulnerability';
    const status = openvex_statuses.find(one => one === each.status);
    if (status === undefined)
        return 'no known status';
    const products = (Array.isArray(each.products) ? each.products : []).map(productOf);
    if (products.length === 0 || products.includes(undefined))
        return 'no products';
    const said = (one) => typeof one === 'string' && one.trim() !== '';
    const why = [each.impact_statement, each.justification].find(said);
    if (status === 'not_affected' && why === undefined)
        return 'neither a justification nor an impact statement';
    const reason = [why, each.status_notes].find(said);
    return {
        vulnerability,
        products: products.filter(one => one !== undefined),
        status,
        reason: typeof reason === 'string' ? reason.trim().replaceAll('_', ' ') : status,
    };
}
function namesOf(value) {
    if (typeof value === 'string' && value !== '')
        return [value];
    if (!(0,map/* isMap */.jh)(value))
        return [];
    const address = (0,map/* textMap */.sP)(value)['@id']?.split('/').at(-1);
    return (0,map/* textsIn */.Ej)([value.name, ...(0,map/* textsIn */.Ej)(value.aliases), address]);
}
const idOf = (value) => {
    if (typeof value === 'string')
        return value;
    if (!(0,map/* isMap */.jh)(value))
        return undefined;
    return (0,map/* textMap */.sP)(value.identifiers).purl ?? (0,map/* textMap */.sP)(value)['@id'];
};
function productOf(value) {
    const purl = idOf(value);
    if (purl === undefined)
        return undefined;
    const inner = (0,map/* isMap */.jh)(value) && Array.isArray(value.subcomponents) ? value.subcomponents : [];
    const packages = inner.map(idOf);
    return packages.includes(undefined)
        ? undefined
        : { purl, packages: packages.filter(each => each !== undefined) };
}

;// CONCATENATED MODULE: ./.build/js/src/scan/vex.js







async function readVex(files, root) {
    const all = files.map(async (file) => {
        return parseVex(await (0,named_file/* readNamed */.M)((0,external_node_path_.join)(root, file), 'correct `scan.vex` in slipway.yml'), file);
    });
    return (await Promise.all(all)).flat();
}
function parseVex(text, file) {
    const document = (0,map/* jsonMap */.vM)(text) ?? {};
    const read = readerOf(document)?.(document) ?? unknown;
    if (typeof read !== 'string')
        return read.map(each => ({ file, ...each }));
    throw new errors/* UserError */.yo(`${file} ${read}`, 'correct it, create it again (`vexctl create` writes OpenVEX), or remove it from `scan.vex`');
}
const unknown = 'is neither OpenVEX nor CycloneDX VEX nor CSAF VEX in JSON';
function readerOf(document) {
    if (String(document['@context']).startsWith('https://openvex.dev/ns'))
        return readOpenVex;
    if (document.bomFormat === 'CycloneDX')
        return readCycloneDx;
    return (0,map/* isMap */.jh)(document.document) && 'csaf_version' in document.document ? readCsaf : undefined;
}
function statementFor(finding, statements) {
    const said = finding.occurrences.map(each => statements.findLast(one => concerns(one, finding, each)));
    if (said.includes(undefined))
        return undefined;
    return said.find(one => one !== undefined && !tolerates(one)) ?? said[0];
}
const tolerates = ({ status }) => status === 'not_affected' || status === 'fixed';
function vexNotes(findings, statements) {
    const used = new Set(findings.flatMap(finding => statements
        .filter(each => finding.occurrences.some(one => concerns(each, finding, one)))
        .map(({ file }) => file)));
    const files = [...new Set(statements.map(({ file }) => file))];
    return files
        .filter(file => !used.has(file))
        .map(file => {
        const count = statements.filter(each => each.file === file).length;
        return `${file} has no effect: none of its ${count} statement${count === 1 ? ' is' : 's is'} about a finding of these images; check its products (\`pkg:oci/…\` for an image, the purl of the main module for a program, that of the package for a library)`;
    });
}
function concerns(statement, { id, aliases, reference }, occurrence) {
    const { vulnerability, products } = statement;
    if (!vulnerability.some(name => name === id || aliases?.includes(name) === true))
        return false;
    const meant = (purl) => (tolerates(statement) ? purl : purl.replace(/#.*$/s, ''));
    return products.some(({ purl, packages }) => isAbout({ purl: meant(purl), packages: packages.map(meant) }, reference, occurrence));
}
function isAbout({ purl, packages }, reference, occurrence) {
    const { purl: own, application, platform } = occurrence;
    const isPackage = (each) => own !== undefined && fits(each, own);
    const whole = fitsImage(purl, reference, platform) ||
        (application !== undefined && fits(purl, application)) ||
        (packages.length === 0 && isPackage(purl));
    return whole && (packages.length === 0 || packages.some(isPackage));
}
function partsOf(purl) {
    const [whole = '', subpath = ''] = purl.split(/#(.*)/s);
    const [rest = '', query = ''] = whole.split(/\?(.*)/s);
    const at = rest.lastIndexOf('@');
    const slash = rest.lastIndexOf('/');
    const versioned = at > slash;
    const name = decoded(versioned ? rest.slice(0, at) : rest);
    return {
        name: /^pkg:(golang|oci|pypi)\//.test(name) ? name.toLowerCase() : name,
        version: versioned ? decoded(rest.slice(at + 1)) : undefined,
        qualifiers: new URLSearchParams(query),
        subpath: decoded(subpath),
    };
}
function fits(written, own) {
    const [a, b] = [partsOf(written), partsOf(own)];
    if (a.subpath !== '' && a.subpath !== b.subpath)
        return false;
    if (a.name !== b.name || (a.version !== undefined && a.version !== b.version))
        return false;
    return [...a.qualifiers].every(([name, value]) => b.qualifiers.get(name) === value);
}
function fitsImage(written, reference, platform) {
    const { name, version, qualifiers, subpath } = partsOf(written);
    const [repository = '', digest] = reference.split('@');
    if (name !== `pkg:oci/${repository.slice(repository.lastIndexOf('/') + 1)}`)
        return false;
    if (subpath !== '' || (version !== undefined && version !== digest))
        return false;
    return [...qualifiers].every(([qualifier, value]) => {
        if (qualifier === 'repository_url')
            return value === repository;
        if (qualifier === 'arch')
            return platform.split('/')[1] === value;
        return qualifier === 'tag' && version !== undefined;
    });
}


/***/ }),

/***/ 5346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ readUpTo)
/* harmony export */ });
async function readUpTo(body, limit, tooLarge) {
    const chunks = [];
    let size = 0;
    for await (const chunk of body ?? []) {
        size += chunk.length;
        if (size > limit)
            throw tooLarge();
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
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

/***/ 83402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ findOnPath),
/* harmony export */   f: () => (/* binding */ dieWithParent)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


function findOnPath(name) {
    return (process.env.PATH ?? '')
        .split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter)
        .filter(folder => folder !== '')
        .map(folder => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name))
        .find(isProgram);
}
function isProgram(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}
function dieWithParent(command, args) {
    const setpriv = findOnPath('setpriv');
    if (setpriv === undefined || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(setpriv)) !== 'setpriv')
        return [command, args];
    return [setpriv, ['--pdeathsig', 'KILL', '--', command, ...args]];
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

/***/ 55914:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ shortDigests)
/* harmony export */ });
const shortDigests = (text) => text.replace(/\b(sha256:[0-9a-f]{12})[0-9a-f]{52}\b/g, '$1');


/***/ }),

/***/ 94826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ withFolder),
/* harmony export */   l: () => (/* binding */ newFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



const newFolder = ({ RUNNER_TEMP }, name) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), `slipway-${name}-`));
async function withFolder(env, name, use) {
    const folder = await newFolder(env, name);
    try {
        return await use(folder);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
    }
}


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


/***/ }),

/***/ 16428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   kr: () => (/* binding */ runForOutput),
/* harmony export */   mB: () => (/* binding */ runProgram),
/* harmony export */   z6: () => (/* binding */ endingOf)
/* harmony export */ });
/* harmony import */ var node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53053);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78474);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80481);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57075);
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41955);
/* harmony import */ var _child_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(83402);
/* harmony import */ var _map_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60630);







const grace = 5_000;
async function runProgram([program, ...args], { env, cwd, input, signal, print }) {
    if (signal?.aborted)
        return undefined;
    const launch = `echo $$; exec "$@"${input === undefined ? ' < /dev/null' : ''}`;
    const [command, all] = (0,_child_js__WEBPACK_IMPORTED_MODULE_5__/* .dieWithParent */ .f)('/bin/sh', ['-c', launch, 'sh', program, ...args]);
    let child;
    let last;
    const kill = (name) => {
        try {
            if (child !== undefined)
                process.kill(child, name);
        }
        catch {
        }
    };
    const stop = () => {
        kill('SIGINT');
        last ??= setTimeout(() => kill('SIGKILL'), grace);
    };
    const stdout = new Lines(line => {
        if (child !== undefined)
            return print(line, 'stdout');
        child = Number(line);
        if (signal?.aborted)
            stop();
    });
    const stderr = new Lines(line => print(line, 'stderr'));
    signal?.addEventListener('abort', stop, { once: true });
    try {
        const code = await (0,_actions_exec__WEBPACK_IMPORTED_MODULE_4__/* .exec */ .m)(command, all, {
            env: (0,_map_js__WEBPACK_IMPORTED_MODULE_6__/* .textMap */ .sP)(env),
            ...(cwd === undefined ? {} : { cwd }),
            ...(input === undefined ? {} : { input: Buffer.from(input) }),
            silent: true,
            ignoreReturnCode: true,
            listeners: { stdout: data => stdout.write(data), stderr: data => stderr.write(data) },
        });
        return code ?? undefined;
    }
    finally {
        clearTimeout(last);
        signal?.removeEventListener('abort', stop);
        await Promise.all([stdout.end(), stderr.end()]);
    }
}
(0,node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__.subscribe)('child_process', message => {
    const { process: child } = message;
    child.once('spawn', () => child.stdin?.on('error', () => undefined));
});
class Lines {
    #bytes = new node_stream__WEBPACK_IMPORTED_MODULE_3__.PassThrough();
    #closed;
    constructor(print) {
        const lines = (0,node_readline__WEBPACK_IMPORTED_MODULE_2__.createInterface)({ input: this.#bytes, crlfDelay: Number.POSITIVE_INFINITY });
        lines.on('line', print);
        this.#closed = (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(lines, 'close');
    }
    write(data) {
        this.#bytes.write(data);
    }
    async end() {
        this.#bytes.end();
        await this.#closed;
    }
}
const endingOf = (code) => code === undefined ? 'was killed by a signal' : `exited with code ${code}`;
async function runForOutput(program, { heard, ...options }) {
    const said = { stdout: [], stderr: [] };
    const code = await runProgram(program, {
        ...options,
        print: (line, stream) => {
            said[stream].push(line);
            if (stream === 'stdout')
                heard?.(line);
        },
    });
    return { code, stdout: said.stdout.join('\n'), stderr: said.stderr.join('\n') };
}


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


/***/ }),

/***/ 25726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ retry),
/* harmony export */   P9: () => (/* binding */ retryAfter),
/* harmony export */   v7: () => (/* binding */ pause)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);


const usual = (milliseconds, _, options) => options === undefined
    ? new Promise(resolve => setTimeout(resolve, milliseconds))
    : (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, options);
async function pause(milliseconds, { sleep = usual, signal } = {}) {
    await sleep(milliseconds, undefined, signal && { signal }).catch(error => {
        throw signal?.aborted ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelled */ .KW)() : error;
    });
}
function retryAfter(header, now = Date.now()) {
    const text = String(header ?? '').trim();
    const milliseconds = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
    return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}
async function retry(options, attempt) {
    const { attempts = Number.POSITIVE_INFINITY, within = Number.POSITIVE_INFINITY, delay } = options;
    const end = performance.now() + within;
    for (let count = 1;; count += 1) {
        const isLast = () => count >= attempts || performance.now() >= end;
        let failure;
        try {
            const result = await attempt(count);
            if (isLast() || !(await options.unfinished?.(result)))
                return result;
            failure = result;
        }
        catch (error) {
            if (isLast() || !(await options.temporary?.(error)))
                throw error;
            failure = error;
        }
        if (delay !== undefined)
            await pause(delay(count, failure), options);
    }
}


/***/ }),

/***/ 65081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ demandsPinned)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

function demandsPinned({ SLIPWAY_TOOLS: value }) {
    if (value === undefined || value === '')
        return false;
    if (value === 'pinned')
        return true;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`SLIPWAY_TOOLS has an unknown value: ${JSON.stringify(value)}`, 'set it to `pinned`, or remove it');
}


/***/ }),

/***/ 31949:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cacheFolder: () => (/* binding */ cacheFolder),
/* harmony export */   findTool: () => (/* binding */ findTool)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _child_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83402);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _program_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16428);
/* harmony import */ var _demand_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(65081);
/* harmony import */ var _pin_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(20335);







async function findTool(pin, search) {
    const { folder, env, signal, report } = search;
    const found = (0,_demand_js__WEBPACK_IMPORTED_MODULE_5__/* .demandsPinned */ .R)(env) ? undefined : (search.found ?? onPath(pin.name));
    const platform = `${process.platform}-${process.arch}`;
    const version = found === undefined ? undefined : await versionOf(pin, found, search);
    if (signal.aborted)
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .cancelled */ .KW)();
    const choice = (0,_pin_js__WEBPACK_IMPORTED_MODULE_6__.chooseTool)(pin, version, platform);
    if (choice.use === 'path' && found !== undefined) {
        if (choice.warning !== undefined)
            report(choice.warning);
        return found;
    }
    if (choice.use === 'pinned' && choice.note !== undefined)
        report(choice.note);
    const download = (0,_pin_js__WEBPACK_IMPORTED_MODULE_6__.downloadFor)(pin, platform);
    if (download === undefined)
        throw new Error(`nothing was chosen for ${pin.name} on ${platform}`);
    const { name, version: pinned } = pin;
    const cache = cacheFolder(env);
    const { obtain } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(9805), __webpack_require__.e(162)]).then(__webpack_require__.bind(__webpack_require__, 20162));
    const mirrors = (0,_pin_js__WEBPACK_IMPORTED_MODULE_6__.parseMirrors)(env.SLIPWAY_TOOL_MIRRORS ?? '', 'SLIPWAY_TOOL_MIRRORS');
    return [await obtain(download, { name, version: pinned, cache, folder, mirrors, signal, report })];
}
function onPath(name) {
    const path = (0,_child_js__WEBPACK_IMPORTED_MODULE_2__/* .findOnPath */ .a)(name);
    return path === undefined ? undefined : [path];
}
async function versionOf(pin, found, { asking, env, signal: cancel }) {
    const signal = AbortSignal.any([cancel, AbortSignal.timeout(30_000)]);
    const answer = await (0,_program_js__WEBPACK_IMPORTED_MODULE_4__/* .runForOutput */ .kr)([...found, ...pin.asks], { ...(asking ?? { env }), signal }).catch(() => undefined);
    return answer?.code === 0 ? (0,_pin_js__WEBPACK_IMPORTED_MODULE_6__.versionIn)(pin, answer.stdout) : 'unknown';
}
function cacheFolder(env) {
    return (env.RUNNER_TOOL_CACHE || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(env.XDG_CACHE_HOME || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(env.HOME || (0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)(), '.cache'), 'slipway'));
}


/***/ }),

/***/ 20335:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  addressesOf: () => (/* binding */ addressesOf),
  chooseTool: () => (/* binding */ chooseTool),
  downloadFor: () => (/* binding */ downloadFor),
  parseMirrors: () => (/* binding */ parseMirrors),
  pins: () => (/* binding */ pins),
  versionIn: () => (/* binding */ versionIn)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/input-text.js
var input_text = __webpack_require__(26126);
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/buildx.json
const buildx_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"buildx","version":"0.30.1","from":"0.15.0","why":"Since 0.15, `build --call=check` runs BuildKit\'s own checks of a Dockerfile.","unknown":"warn","remedy":"install Docker with Buildx (on GitHub: docker/setup-buildx-action before this step)","asks":["version"],"says":"^github\\\\.com/docker/buildx v?(\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"From checksums.txt of the release, as in Docker\'s official image; the one for x64 is the same in nixpkgs.","files":{"linux-x64":{"url":"https://github.com/docker/buildx/releases/download/v0.30.1/buildx-v0.30.1.linux-amd64","sha256":"c37114fcd034025ec68e224657c8a5a850df472ded3ddcbca75ad3a7ebb9710d"},"linux-arm64":{"url":"https://github.com/docker/buildx/releases/download/v0.30.1/buildx-v0.30.1.linux-arm64","sha256":"31d012d52d6df68aef4b55db62330967b562811f0de30cdfaa4505f314797c76"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/cosign.json
const cosign_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"cosign","version":"3.1.3","from":"3.1.0","below":"4.0.0","oldest":"3.0.0","why":"Since 3.0, a signing configuration names the services, and bundles are the default format. 3.0 cannot write attestations to Rekor 2.","unknown":"refuse","asks":["version","--json"],"says":"\\"gitVersion\\": *\\"v(\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"From a copy of cosign_checksums.txt of the release, which agrees with public repositories that verify the download; the original file was not reachable.","files":{"linux-x64":{"url":"https://github.com/sigstore/cosign/releases/download/v3.1.3/cosign-linux-amd64","sha256":"4629c757b7618056f8ddd7e2625ae9fdd94c0372a65049520bc7d9df9efc7f71"},"linux-arm64":{"url":"https://github.com/sigstore/cosign/releases/download/v3.1.3/cosign-linux-arm64","sha256":"c5d324e091826b0d7a78eb16fef316450b4eb9aaec045611c08ba06f5e73220a"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/helm.json
const helm_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"helm","version":"4.3.0","from":"4.0.0","below":"5.0.0","why":"Charts are tested with 4.3. An older Helm has other Kubernetes versions and functions for templates, and the same commit must render the same objects everywhere.","unknown":"warn","asks":["version","--template={{.Version}}"],"says":"^v?(\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"The same in several independent public sources, such as the installers of Argo CD; the project publishes them in a file with .sha256sum next to each archive.","files":{"linux-x64":{"url":"https://get.helm.sh/helm-v4.3.0-linux-amd64.tar.gz","sha256":"86584a54def73570558f66f5111cc53dfed56689637ae32c1201205d494f54fb","member":"linux-amd64/helm"},"linux-arm64":{"url":"https://get.helm.sh/helm-v4.3.0-linux-arm64.tar.gz","sha256":"31c5794dd55c66a51e6b7d2e2ac7a114ae8b1de41ff1d9ba51748ac973b06a08","member":"linux-arm64/helm"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/kubectl.json
const kubectl_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"kubectl","version":"1.36.3","from":"1.0.0","why":"Every version supports the requests of Slipway, so the version on the PATH is not checked.","unknown":"warn","asks":["version","--client","--output=json"],"says":"\\"gitVersion\\": *\\"v(\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"From the kubectl.sha256 next to each program, as in kubespray.","files":{"linux-x64":{"url":"https://dl.k8s.io/release/v1.36.3/bin/linux/amd64/kubectl","sha256":"ebbd080e7c2e275093b55915722043257eb24004363e20acb3c4d71919f88336"},"linux-arm64":{"url":"https://dl.k8s.io/release/v1.36.3/bin/linux/arm64/kubectl","sha256":"3d86f24401c41ae5a46ac50eef8865fe891d3647d324a0836f6c63757a126e62"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/restic.json
const restic_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"restic","version":"0.18.1","from":"0.18.0","below":"0.19.0","why":"Since 0.18, `check` prints its result as JSON. The output format is known up to 0.18.","unknown":"refuse","asks":["version"],"says":"^restic (\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"The same in several independent public sources that verify the download, some of which cite the project\'s SHA256SUMS; that file was not reachable.","files":{"linux-x64":{"url":"https://github.com/restic/restic/releases/download/v0.18.1/restic_0.18.1_linux_amd64.bz2","sha256":"680838f19d67151adba227e1570cdd8af12c19cf1735783ed1ba928bc41f363d"},"linux-arm64":{"url":"https://github.com/restic/restic/releases/download/v0.18.1/restic_0.18.1_linux_arm64.bz2","sha256":"87f53fddde38764095e9c058a3b31834052c37e5826d2acf34e18923c006bd45"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/trivy.json
const trivy_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"trivy","version":"0.74.0","from":"0.74.0","below":"0.75.0","oldest":"0.70.0","why":"Reports are tested with 0.74. Versions 0.69.4 to 0.69.6 were published by an attacker, so no version before 0.70 and no unknown version is run.","unknown":"refuse","asks":["--version"],"says":"^Version: v?(\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"The same in several independent public sources; the project publishes them in trivy_0.74.0_checksums.txt next to the archives.","files":{"linux-x64":{"url":"https://github.com/aquasecurity/trivy/releases/download/v0.74.0/trivy_0.74.0_Linux-64bit.tar.gz","sha256":"2ae6fe3ee734b7fdf11335663e18c75ea12dccc76062f09f164a3b0f8be4371a","member":"trivy"},"linux-arm64":{"url":"https://github.com/aquasecurity/trivy/releases/download/v0.74.0/trivy_0.74.0_Linux-ARM64.tar.gz","sha256":"b94ce1976bbf3c15b514b605ee88be7c6d94a29be2302847ff01cb794d47aad5","member":"trivy"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/pin.js








const pins = { kubectl: kubectl_namespaceObject, helm: helm_namespaceObject, buildx: buildx_namespaceObject, trivy: trivy_namespaceObject, cosign: cosign_namespaceObject, restic: restic_namespaceObject };
function downloadFor({ files }, platform) {
    const file = Object.hasOwn(files, platform) ? files[platform] : undefined;
    return file === undefined || file.sha256 === null ? undefined : { ...file, sha256: file.sha256 };
}
function chooseTool(pin, found, platform) {
    const { name, version, from, below, oldest = from } = pin;
    const known = found === undefined || found === 'unknown' ? undefined : found;
    if (known !== undefined && !older(known, from) && (below === undefined || older(known, below)))
        return { use: 'path' };
    const range = below === undefined ? `${from} or newer` : `${from} or newer, below ${below}`;
    const other = found === undefined
        ? undefined
        : `${name} ${known ?? 'of an unknown version'} on the PATH is not supported (required: ${range})`;
    if (other !== undefined && known === undefined && pin.unknown === 'warn')
        return { use: 'path', warning: `${other}; it is used anyway, and may behave differently` };
    if (downloadFor(pin, platform) !== undefined)
        return { use: 'pinned', ...(other === undefined ? {} : { note: `${other}, so it is not used` }) };
    const remedy = pin.remedy ?? `install ${name} ${version} in a step before this one, so that it is on the PATH`;
    if (other === undefined) {
        const why = Object.hasOwn(pin.files, platform)
            ? 'it is not downloaded, because its checksum is unknown'
            : `there is no download for ${platform}`;
        throw new errors/* UserError */.yo(`${name} is not on the PATH, and ${why}`, remedy);
    }
    if (known === undefined ? pin.unknown === 'refuse' : older(known, oldest))
        throw new errors/* UserError */.yo(`${other}${known === undefined ? '' : `; no version before ${oldest} can be used`}`, remedy);
    return { use: 'path', warning: `${other}; it is used anyway, and may behave differently` };
}
function versionIn({ says }, text) {
    const version = new RegExp(says, 'm').exec(text)?.[1];
    return version === undefined || version === '0.0.0' ? 'unknown' : version;
}
const older = (one, other) => one.localeCompare(other, 'en', { numeric: true }) < 0;
function addressesOf(url, mirrors) {
    const { host, pathname } = new URL(url);
    return mirrors.length === 0
        ? [url]
        : mirrors.map(mirror => `${mirror.replace(/\/+$/, '')}/${host}${pathname}`);
}
function parseMirrors(text, setting) {
    const mirrors = (0,input_text/* listed */.KE)(text);
    for (const [index, mirror] of mirrors.entries()) {
        const url = URL.canParse(mirror) ? new URL(mirror) : undefined;
        const remedy = 'write an address such as https://mirror.example.com/tools';
        if (url === undefined || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
            throw new errors/* UserError */.yo(`${setting} has an invalid address at position ${index + 1}`, remedy);
        if (url.username !== '' || url.password !== '')
            throw new errors/* UserError */.yo(`${setting} has an address with a password at position ${index + 1}`, 'remove the user and password; mirrors are used without credentials');
    }
    return mirrors;
}


/***/ }),

/***/ 31015:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ RequestError)
/* harmony export */ });
class RequestError extends Error {
  name;
  /**
   * http status code
   */
  status;
  /**
   * Request options that lead to the error.
   */
  request;
  /**
   * Response object if a response was received
   */
  response;
  constructor(message, statusCode, options) {
    super(message, { cause: options.cause });
    this.name = "HttpError";
    this.status = Number.parseInt(statusCode);
    if (Number.isNaN(this.status)) {
      this.status = 0;
    }
    /* v8 ignore else -- @preserve -- Bug with vitest coverage where it sees an else branch that doesn't exist */
    if ("response" in options) {
      this.response = options.response;
    }
    const requestCopy = Object.assign({}, options.request);
    if (options.request.headers.authorization) {
      requestCopy.headers = Object.assign({}, options.request.headers, {
        authorization: options.request.headers.authorization.replace(
          /(?<! ) .*$/,
          " [REDACTED]"
        )
      });
    }
    requestCopy.url = requestCopy.url.replace(/\bclient_secret=\w+/g, "client_secret=[REDACTED]").replace(/\baccess_token=\w+/g, "access_token=[REDACTED]");
    this.request = requestCopy;
  }
}



/***/ })

};
