export const id = 6473;
export const ids = [6473,573];
export const modules = {

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

/***/ 7988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ listFiles),
/* harmony export */   FR: () => (/* binding */ backUpFilesTo),
/* harmony export */   ix: () => (/* binding */ megabytes)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(48961);
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91002);
/* harmony import */ var _listing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27833);
/* harmony import */ var _listing_script_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60985);
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34809);
/* harmony import */ var _restic_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(89643);








async function backUpFilesTo(task, repositories) {
    const { source, exec, signal, report } = task;
    const [version, seen] = await (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_5__.bothOf)(signal, until => (0,_repository_js__WEBPACK_IMPORTED_MODULE_4__/* .knownVersion */ .uQ)({ ...task, repository: repositories[0], signal: until }), until => listFiles(exec, source.folder, until));
    const bytes = seen.reduce((sum, each) => sum + each.bytes, 0);
    const made = [];
    for (const repository of repositories) {
        report(`${source.name}: backing up ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .h)(seen.length, 'file')}, ${megabytes(bytes)}, to ${repository.name}`);
        made.push(await store({ ...task, repository }));
    }
    const [status, stored] = await (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_5__.bothOf)(signal, until => asked(exec, (0,_listing_script_js__WEBPACK_IMPORTED_MODULE_3__/* .statusListing */ .tO)(source.folder), source.folder, until), until => (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_5__.mapOf)(made, made.length, async ({ repository, id, added }) => ({
        repository: repository.name,
        snapshot: await confirmed({ ...task, repository, signal: until }, id),
        added,
    })));
    const listing = (0,_listing_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutChanges */ .MT)(seen, (0,_listing_js__WEBPACK_IMPORTED_MODULE_2__/* .parseStatus */ .i$)(status));
    for (const each of made)
        requireAllFiles(source, listing, each);
    for (const line of summary(source, listing, made[0]?.added ?? 0))
        report(line);
    return { stored, listing, version };
}
async function store(task) {
    const { repository, source, tags, report } = task;
    const command = (0,_restic_js__WEBPACK_IMPORTED_MODULE_7__/* .backup */ .RR)(source, tags);
    let answer = await (0,_repository_js__WEBPACK_IMPORTED_MODULE_4__/* .call */ .T1)(task, command, source.name);
    if (answer.code === _answers_js__WEBPACK_IMPORTED_MODULE_1__/* .exits */ .co.none) {
        await (0,_repository_js__WEBPACK_IMPORTED_MODULE_4__/* .createRepository */ .vB)(task);
        report(`${source.name}: created a restic repository in ${repository.name}`);
        answer = await (0,_repository_js__WEBPACK_IMPORTED_MODULE_4__/* .call */ .T1)(task, command, source.name);
    }
    if (answer.code !== 0)
        throw (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(repository, `back up ${source.name}`, answer);
    const made = (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .parseBackupSummary */ .wE)(answer);
    return { repository, id: made?.snapshot, added: made?.added ?? 0, files: made?.files ?? 0 };
}
async function listFiles(exec, folder, signal) {
    return (0,_listing_js__WEBPACK_IMPORTED_MODULE_2__/* .parseListed */ .Jc)(await asked(exec, (0,_listing_script_js__WEBPACK_IMPORTED_MODULE_3__/* .listing */ .RR)(folder), folder, signal));
}
async function asked(exec, command, folder, signal) {
    const { code, stdout, stderr } = await exec(command, { signal });
    if (signal.aborted)
        throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelled */ .KW)();
    if (code === 0)
        return stdout;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the files in ${folder} cannot be listed (exit code ${code ?? 'unknown'}): ${stderr.trim().slice(0, 300)}`, 'check that the folder exists and may be read');
}
async function confirmed(task, id) {
    const { source, repository } = task;
    const found = (await (0,_repository_js__WEBPACK_IMPORTED_MODULE_4__/* .snapshotsOf */ .XO)(task, source))?.find(each => each.id === id);
    if (found?.folders.includes(source.folder))
        return found;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the backup of ${source.name} is not in ${repository.name}, although restic reported success`, 'check whether another run deleted it, then run the step again');
}
function requireAllFiles({ name }, listing, { repository, files }) {
    const { least, most } = (0,_listing_js__WEBPACK_IMPORTED_MODULE_2__/* .regularIn */ .k3)(listing);
    if (files >= least && files <= most)
        return;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`restic backed up ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .h)(files, 'file')} of ${name} to ${repository.name}, but ${least} were listed`, files < least
        ? 'find out why restic skips some of them, such as an exclude rule, then run the step again'
        : 'find out which of them are outside of the folder, then run the step again');
}
function summary({ name }, listing, added) {
    const { count, bytes } = (0,_listing_js__WEBPACK_IMPORTED_MODULE_2__/* .totalsOf */ .vA)(listing);
    const lines = [
        `${name}: backed up ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .h)(count, 'file')}, ${megabytes(bytes)}; stored ${megabytes(added)} of new data`,
    ];
    const { unsettled } = listing;
    if (unsettled.length === 0)
        return lines;
    const some = unsettled.slice(0, 3).map(_listing_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP).join(', ');
    const changed = `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .h)(unsettled.length, 'file')} changed during the backup and cannot be compared after a restore: ${some}`;
    return [...lines, `${name}: ${changed}${unsettled.length > 3 ? ', …' : ''}`];
}
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;


/***/ }),

/***/ 80048:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yP: () => (/* binding */ backUpSource),
  T_: () => (/* binding */ checkRepositories),
  Ke: () => (/* binding */ expireSources),
  VZ: () => (/* binding */ sourceName)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/recovery/checksum.js
var checksum = __webpack_require__(77462);
// EXTERNAL MODULE: ./.build/js/src/recovery/files/backing-up.js
var backing_up = __webpack_require__(7988);
// EXTERNAL MODULE: ./.build/js/src/toolkit/duration.js
var duration = __webpack_require__(38650);
// EXTERNAL MODULE: ./.build/js/src/toolkit/parallel.js
var parallel = __webpack_require__(48961);
// EXTERNAL MODULE: ./.build/js/src/recovery/levels.js
var levels = __webpack_require__(92954);
// EXTERNAL MODULE: ./.build/js/src/recovery/files/answers.js
var answers = __webpack_require__(91002);
// EXTERNAL MODULE: ./.build/js/src/recovery/files/repository.js
var files_repository = __webpack_require__(34809);
// EXTERNAL MODULE: ./.build/js/src/recovery/files/restic.js
var restic = __webpack_require__(89643);
;// CONCATENATED MODULE: ./.build/js/src/recovery/files/checking.js







async function checkFiles(task) {
    const [fresh, whole] = await (0,parallel.bothOf)(task.signal, signal => (0,parallel.mapOf)(task.sources, 1, source => freshness({ ...task, signal }, source.name)), signal => wholeness({ ...task, signal }));
    return [...fresh, whole];
}
async function freshness(task, name) {
    const { repository, age, counts, now } = task;
    const what = `files of ${name} in ${repository.name} are fresh`;
    const failed = (sentence) => (0,levels/* levelCheckOf */.Uu)('L0', what, [sentence], '');
    const all = await (0,files_repository/* snapshotsOf */.XO)(task, { name }).catch((error) => {
        if (error instanceof errors/* UserError */.yo && !task.signal.aborted)
            return error;
        throw error;
    });
    if (all instanceof errors/* UserError */.yo)
        return failed(all.message);
    if (all === undefined)
        return failed(`there is no restic repository in ${repository.name}`);
    const newest = all.findLast(({ id }) => counts === undefined || counts.has(id));
    if (newest === undefined)
        return failed('there is no backup of these files');
    const old = now() - newest.at;
    const sentence = `the newest backup is ${newest.id.slice(0, 8)}, ${(0,duration/* formatDuration */.a3)(rounded(old))} old`;
    return (0,levels/* levelCheckOf */.Uu)('L0', what, old <= age ? [] : [`${sentence}; the limit is ${(0,duration/* formatDuration */.a3)(age)}`], sentence);
}
async function wholeness(task) {
    const { repository, now, subset = (0,restic/* subsetOfWeek */.M8)(now()) } = task;
    const begun = now();
    const answer = await (0,files_repository/* call */.T1)(task, (0,restic/* check */.z6)(subset));
    const levelCheck = (state, sentence) => ({
        level: 'L1',
        what: `files in ${repository.name}`,
        state,
        sentence,
        took: now() - begun,
    });
    if (answer.code === answers/* exits */.co.locked)
        return levelCheck('skipped', (0,answers/* refused */.J5)(repository, 'check data', answer).message);
    if (answer.code === answers/* exits */.co.none || answer.code === answers/* exits */.co.passphrase)
        return levelCheck('failed', (0,answers/* refused */.J5)(repository, 'check data', answer).message);
    const [first, ...more] = (0,answers/* parseCheck */.QB)(answer);
    const part = subset.of === 1 ? 'all data' : `part ${subset.part} of ${subset.of}`;
    if (first === undefined)
        return levelCheck('passed', `the repository is complete, and ${part} was read back without errors`);
    return levelCheck('failed', `${first.slice(0, 300)}${more.length === 0 ? '' : `, and ${more.length} more`}`);
}
const rounded = (milliseconds) => Math.max(0, Math.round(milliseconds / 1000) * 1000);

// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/recovery/retention.js
var retention = __webpack_require__(61335);
;// CONCATENATED MODULE: ./.build/js/src/recovery/files/expiring.js







async function expireFiles(task) {
    const { source, repository, policy, verified, needed, now, report } = task;
    if (repository.locked === true)
        throw new errors/* UserError */.yo(`backups in ${repository.name} cannot be deleted: the repository is locked`, 'configure its storage to expire locked backups, or delete them by hand');
    const all = (await (0,files_repository/* snapshotsOf */.XO)(task, source)) ?? [];
    const backups = all.map(({ id, at }) => {
        const optional = { verifiedAt: verified.get(id), needed: needed?.has(id) ? retention/* neededBySet */.L : undefined };
        return { label: id, type: 'full', finishedAt: at, ...(0,map/* defined */.sw)(optional) };
    });
    const judged = (0,retention/* keep */.a)(backups, policy, now());
    if (judged.expired.length === 0)
        return judged;
    const faults = (0,answers/* parseCheck */.QB)(await (0,files_repository/* call */.T1)(task, (0,restic/* check */.z6)((0,restic/* subsetOfWeek */.M8)(now()))));
    if (faults.length > 0)
        throw new errors/* UserError */.yo(`no backup is deleted from ${repository.name}, because its check failed: ${faults[0]?.slice(0, 300)}`, 'repair the repository first: the old backups may be the only ones that can still be restored');
    for (const { backup, why } of judged.expired)
        report(`${source.name}: deleting ${backup.label.slice(0, 8)}: ${why}`);
    const ids = judged.expired.map(({ backup }) => backup.label);
    await (0,files_repository/* resticOrThrow */._h)(task, `forget ${(0,count/* counted */.h)(ids.length, 'backup')}`, (0,restic/* forget */.y6)(ids));
    const still = new Set((await (0,files_repository/* snapshotsOf */.XO)(task, source))?.map(({ id }) => id));
    const left = ids.filter(id => still.has(id));
    if (left.length > 0)
        throw new errors/* UserError */.yo(`${(0,count/* counted */.h)(left.length, 'backup')} of ${source.name} could not be deleted from ${repository.name}`, 'check that the credentials allow deletion');
    await (0,files_repository/* resticOrThrow */._h)(task, 'delete data that no backup needs', restic/* prune */.R3);
    return judged;
}

// EXTERNAL MODULE: ./.build/js/src/recovery/files/listing.js
var files_listing = __webpack_require__(27833);
;// CONCATENATED MODULE: ./.build/js/src/recovery/files/backup-sources.js






function sourceName({ app, environment }, name) {
    const whole = `${app}/${environment}/${name}`;
    return whole.length <= 253 ? whole : (0,checksum/* sha256Of */.Bj)(whole);
}
const fresh = 86_400_000;
async function backUpSource(run, kept) {
    const source = { name: sourceName(run.owner, kept.name), folder: kept.folder };
    const task = { ...run, source, exec: kept.exec };
    const { stored, listing, version } = await (0,backing_up/* backUpFilesTo */.FR)(task, kept.repositories);
    return {
        source: kept,
        listing,
        version,
        backups: stored.map(({ repository, snapshot, added }) => ({
            repository,
            snapshot: snapshot.id,
            original: (0,files_listing/* totalsOf */.vA)(listing).bytes,
            ...(Number.isSafeInteger(added) ? { stored: added } : {}),
        })),
        sentences: stored.map(({ repository, snapshot, added }) => `${repository}: ${snapshot.id.slice(0, 8)}, ${(0,backing_up/* megabytes */.ix)(added)} added`),
    };
}
async function checkRepositories(run, all) {
    const levelChecks = [];
    for (const { repository, exec, members } of byRepository(all)) {
        run.report(`${repository.name}: checking the restic repository`);
        const sources = members.map(({ source }) => ({ name: sourceName(run.owner, source.name) }));
        levelChecks.push(...(await checkFiles({
            ...run,
            exec,
            repository,
            sources,
            age: fresh,
            counts: new Set(members.flatMap(({ backups }) => backups.map(({ snapshot }) => snapshot))),
        })));
    }
    return levelChecks;
}
async function expireSources(run, all, policy, { verified, needed }) {
    const problems = [];
    for (const { repository, exec, members } of byRepository(all)) {
        if (repository.locked === true)
            continue;
        for (const { source: kept } of members)
            try {
                const source = { name: sourceName(run.owner, kept.name) };
                await expireFiles({ ...run, exec, repository, source, policy, verified, needed });
            }
            catch (error) {
                if (!(error instanceof errors/* UserError */.yo) || run.signal.aborted)
                    throw error;
                problems.push(error.sentence);
            }
    }
    return problems;
}
function byRepository(all) {
    const names = [...new Set(all.flatMap(({ source }) => source.repositories.map(({ name }) => name)))];
    return names.flatMap(name => {
        const members = all.filter(({ source: kept }) => kept.repositories.some(each => each.name === name));
        const [first] = members;
        const repository = first?.source.repositories.find(each => each.name === name);
        return first === undefined || repository === undefined
            ? []
            : [{ repository, exec: first.source.exec, members }];
    });
}


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
// EXTERNAL MODULE: ./.build/js/src/recovery/levels.js
var levels = __webpack_require__(92954);
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
const countFailed = (why) => new errors/* UserError */.yo(`the rows of the database cannot be counted: ${why.trim().slice(0, 300)}`, 'check whether it can be reached from the namespace, and whether its user may read every table');

;// CONCATENATED MODULE: ./.build/js/src/recovery/managed/programs.js

const asking = ['sh', '-ec', 'psql --version; pg_restore --version; pg_dump --version'];
async function pgDumpVersion(exec, signal) {
    const { code, stdout } = await exec(asking, { signal });
    if (signal.aborted)
        throw (0,errors/* cancelled */.KW)();
    const version = /^pg_dump \(PostgreSQL\) (\d+(\.\d+)?)/m.exec(stdout)?.[1];
    if (code === 0 && version !== undefined)
        return version;
    throw new errors/* UserError */.yo('the image of the backup pod lacks psql, pg_restore or pg_dump', 'add the PostgreSQL client programs to the image of `backup-pod`, in the version of the server or later');
}
function requireSupported(program, server) {
    const [ours, its] = [program, server].map(version => Number.parseInt(version, 10));
    if (ours !== undefined && its !== undefined && ours >= its)
        return;
    throw new errors/* UserError */.yo(`pg_dump ${program} in the image of the backup pod cannot dump a server with PostgreSQL ${server}: the server is newer`, `add the client programs of PostgreSQL ${Number.parseInt(server, 10)} or later to the image of \`backup-pod\``);
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
    const { name, backupPod, repositories, signal, report } = task;
    const accesses = repositories.map(repository => ({ exec: backupPod.exec, repository, signal, report }));
    const version = await (0,files_repository/* knownVersion */.uQ)({ exec: backupPod.exec, repository: repositories[0], signal, report });
    const program = await pgDumpVersion(backupPod.exec, signal);
    report(`${name}: counting`);
    const { counted, made } = await whileCounted({ ...task, converse: backupPod.converse }, async (counted) => {
        const { server, tables } = counted.inventory;
        requireSupported(program, server);
        const made = [];
        for (const access of accesses) {
            report(`${name}: dumping ${(0,count/* counted */.h)(tables.length, 'table')}, ${rowsIn(tables)} rows, to ${access.repository.name}`);
            made.push(await store(access, task, counted));
        }
        return { counted, made };
    });
    const { server, tables, migration, leftOut } = counted.inventory;
    const levelChecks = [];
    for (const { access, snapshot } of made)
        levelChecks.push(await readBack(access, task, snapshot, tables));
    const backups = made.map(({ access, snapshot, bytes, added }) => ({
        repository: access.repository.name,
        snapshot,
        bytes,
        ...(Number.isSafeInteger(added) ? { stored: added } : {}),
    }));
    return {
        managed: {
            name,
            server,
            encoding: counted.encoding,
            roles: [...counted.roles],
            tables: [...tables],
            ...(migration === undefined ? {} : { migration }),
            backups,
        },
        source: { name: nameIn(name), exec: backupPod.exec, repositories },
        backups,
        levelChecks,
        version,
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
    const found = tablesRead(answer.stderr);
    const filled = tables.filter(({ rows, schema }) => rows > 0 && schema !== 'pg_catalog');
    let fault;
    if (answer.code !== 0)
        fault = (0,answers/* refused */.J5)(repository, `read ${name} back`, withoutProgress(answer)).message;
    else if (found === 0 && filled.length > 0)
        fault = `the dump holds no table, but ${(0,count/* counted */.h)(filled.length, 'table')} with rows were counted`;
    const good = `the whole dump was read back, with the rows of ${(0,count/* counted */.h)(found, 'table')}`;
    return (0,levels/* checkFor */.G5)('L1', `dump of ${name} in ${repository.name}`, fault, good);
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

/***/ 61335:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ neededBySet),
/* harmony export */   a: () => (/* binding */ keep)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

const neededBySet = 'a backup set needs it';
function keep(backups, policy, now) {
    const chains = chainsOf(backups);
    const newestFirst = backups.toSorted((a, b) => b.finishedAt - a.finishedAt || compare(b.label, a.label));
    const usable = newestFirst.filter(each => each.finishedAt <= now && chains.of(each) !== undefined);
    const proof = usable.find(each => each.type === 'full' && isVerified(each));
    const reasons = new Map();
    const stays = (backup, why) => {
        if (backup !== undefined && !reasons.has(backup))
            reasons.set(backup, why);
    };
    for (const each of newestFirst)
        if (each.lockedUntil !== undefined && each.lockedUntil > now)
            stays(each, `the storage refuses to delete it before ${day(each.lockedUntil)}`);
    for (const each of newestFirst)
        if (each.needed !== undefined)
            stays(each, each.needed);
    stays(usable.find(isVerified), 'the newest verified backup');
    stays(proof, 'the newest verified full backup');
    for (const [backup, why] of [...places(usable, policy), ...windowed(usable, policy, now)])
        stays(backup, why);
    for (const each of newestFirst) {
        if (each.finishedAt > now)
            stays(each, 'its time is in the future');
        else if (chains.of(each) === undefined)
            stays(each, `it cannot be restored, because ${chains.missing(each)} is missing; delete it by hand`);
        else if (proof === undefined)
            stays(each, 'no full backup is verified');
        else if (each.finishedAt >= proof.finishedAt)
            stays(each, 'no newer full backup is verified');
    }
    for (const each of newestFirst)
        if (reasons.has(each))
            for (const needed of chains.under(each))
                stays(needed, `${each.label} depends on it`);
    const judged = newestFirst.map(backup => ({ backup, why: reasons.get(backup) ?? limits(policy) }));
    return {
        kept: judged.filter(({ backup }) => reasons.has(backup)),
        expired: judged
            .filter(({ backup }) => !reasons.has(backup))
            .sort((a, b) => chains.under(b.backup).length - chains.under(a.backup).length),
    };
}
const periods = [
    { count: 'daily', name: 'day', of: day },
    { count: 'weekly', name: 'week', of: week },
    { count: 'monthly', name: 'month', of: (at) => day(at).slice(0, 7) },
    { count: 'yearly', name: 'year', of: (at) => day(at).slice(0, 4) },
];
function places(newestFirst, policy) {
    return periods.flatMap(({ count, name, of }) => {
        const groups = Map.groupBy(newestFirst, ({ finishedAt }) => of(finishedAt));
        return [...groups].slice(0, policy[count] ?? 0).flatMap(([period, members]) => {
            const member = members.find(isVerified) ?? members[0];
            return member === undefined ? [] : [[member, `for the ${name} ${period}`]];
        });
    });
}
function windowed(newestFirst, { window }, now) {
    if (window === undefined)
        return [];
    const begin = now - window;
    const within = newestFirst.filter(({ finishedAt }) => finishedAt > begin);
    const older = newestFirst.slice(within.length);
    const base = older.find(isVerified);
    const newer = older.slice(0, base === undefined ? older.length : older.indexOf(base));
    return [
        ...within.map((each) => [each, `within the window since ${day(begin)}`]),
        ...[...newer.slice(0, 1), ...(base === undefined ? [] : [base])].map((each) => [each, `recovery to ${day(begin)} starts with it`]),
    ];
}
function chainsOf(backups) {
    const all = new Map(backups.map(each => [each.label, each]));
    if (all.size !== backups.length)
        throw broken('a label occurs twice');
    const walked = new Map();
    const walk = (backup) => {
        const known = walked.get(backup);
        if (known !== undefined)
            return known;
        const found = [backup];
        let missing;
        for (let at = backup; at.prior !== undefined;) {
            const prior = all.get(at.prior);
            if (prior === undefined) {
                missing = at.prior;
                break;
            }
            if (found.includes(prior))
                throw broken(`${backup.label} depends on itself`);
            found.push(prior);
            at = prior;
        }
        const result = { found, ...(missing === undefined ? {} : { missing }) };
        walked.set(backup, result);
        return result;
    };
    for (const each of backups) {
        if ((each.type === 'full') !== (each.prior === undefined))
            throw broken(`${each.label} is ${each.type} and depends on ${each.prior ?? 'nothing'}`);
        walk(each);
    }
    return {
        of: backup => (walk(backup).missing === undefined ? walk(backup).found : undefined),
        under: backup => walk(backup).found.slice(1),
        missing: backup => walk(backup).missing ?? '',
    };
}
const broken = (problem) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the list of backups is invalid: ${problem}`, 'check the repository; nothing was deleted');
const isVerified = ({ verifiedAt }) => verifiedAt !== undefined;
const compare = (a, b) => (a < b ? -1 : Number(a > b));
function limits(policy) {
    const counts = periods.flatMap(({ count, name }) => {
        const number = policy[count] ?? 0;
        return number === 0 ? [] : [`${number} ${name}${number === 1 ? '' : 's'}`];
    });
    const kept = counts.length === 0
        ? 'the policy keeps no backup of that age'
        : `the policy keeps one for each of ${counts.join(', ')}`;
    return `${kept}, and a newer full backup is verified`;
}
function day(at) {
    return new Date(at).toISOString().slice(0, 10);
}
function week(at) {
    const date = new Date(at);
    const thursday = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() + 4 - (date.getUTCDay() || 7));
    const year = new Date(thursday).getUTCFullYear();
    const number = Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * 86_400_000)) + 1;
    return `${year}-W${String(number).padStart(2, '0')}`;
}


/***/ })

};
