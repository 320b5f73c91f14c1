export const id = 327;
export const ids = [327];
export const modules = {

/***/ 4327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  scanAction: () => (/* binding */ scanAction)
});

// EXTERNAL MODULE: ./.build/js/src/config/load.js
var load = __webpack_require__(3114);
// EXTERNAL MODULE: ./.build/js/src/registry/client.js + 6 modules
var client = __webpack_require__(9150);
// EXTERNAL MODULE: ./.build/js/src/registry/layout.js
var layout = __webpack_require__(2567);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(2317);
;// CONCATENATED MODULE: ./.build/js/src/scan/report.js

function parseReport(text) {
    const report = JSON.parse(text);
    if (report?.SchemaVersion !== 2)
        throw new errors/* UserError */.yo('trivy wrote a report of an unknown form', 'use trivy 0.74');
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
    const { Secrets: secrets, ...rest } = result;
    return {
        ...withoutCommands(rest),
        Target: target,
        ...(secrets === undefined
            ? {}
            : {
                Secrets: secrets.map(each => ({
                    ...withoutCommands(each),
                    Match: '(hidden)',
                    Code: { Lines: null },
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
    return {
        ...a,
        ...merged('Packages', a.Packages, b.Packages, each => JSON.stringify([each.ID, each.Name, each.Version, each.FilePath])),
        ...merged('Vulnerabilities', a.Vulnerabilities, b.Vulnerabilities, vulnerabilityKey),
        ...merged('Secrets', a.Secrets, b.Secrets, secretKey),
    };
}
const vulnerabilityKey = (each) => [each.VulnerabilityID, each.PkgName, each.InstalledVersion, each.PkgPath ?? ''].join('\n');
const secretKey = (each) => [each.RuleID, each.StartLine].join('\n');
function merged(name, a, b, key) {
    if (a === undefined || b === undefined)
        return (a ?? b) === undefined ? {} : { [name]: a ?? b ?? [] };
    const known = new Set(a.map(key));
    return { [name]: [...a, ...b.filter(each => !known.has(key(each)))] };
}

;// CONCATENATED MODULE: ./.build/js/src/scan/findings.js

const severities = ['critical', 'high', 'medium', 'low', 'unknown'];
function findingsOf(image, reports) {
    const findings = new Map();
    for (const { platform, report } of reports) {
        const seen = new Map();
        for (const [name, finding] of rows(image, report)) {
            const times = (seen.get(name) ?? 0) + 1;
            seen.set(name, times);
            const key = `${name}\n${times}`;
            const platforms = [...(findings.get(key)?.platforms ?? []), platform];
            findings.set(key, { ...finding, platforms });
        }
    }
    return [...findings.values()].sort(byWeight);
}
function countsOf(findings) {
    const of = (severity) => findings.filter(each => each.severity === severity).length;
    return {
        critical: of('critical'),
        high: of('high'),
        medium: of('medium'),
        low: of('low'),
        unknown: of('unknown'),
    };
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
    for (const { Class, Type, Target, Vulnerabilities = [], Secrets = [] } of report.Results ?? []) {
        const place = Class === 'os-pkgs' ? Type : Target;
        for (const each of Vulnerabilities) {
            const key = ['vulnerability', place, vulnerabilityKey(each)].join('\n');
            yield [
                key,
                {
                    kind: 'vulnerability',
                    image,
                    severity: severityOf(each.Severity),
                    id: each.VulnerabilityID,
                    title: each.Title ?? '',
                    package: each.PkgName,
                    version: each.InstalledVersion,
                    fixed: each.FixedVersion ?? '',
                },
            ];
        }
        for (const each of Secrets) {
            yield [
                ['secret', place, secretKey(each)].join('\n'),
                {
                    kind: 'secret',
                    image,
                    severity: severityOf(each.Severity),
                    id: each.RuleID,
                    title: each.Title,
                    package: `${Target}:${each.StartLine}`,
                    version: '',
                    fixed: '',
                },
            ];
        }
    }
}
function severityOf(text) {
    return severities.find(each => each === text.toLowerCase()) ?? 'unknown';
}
function byWeight(a, b) {
    return (severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        Number(a.fixed === '') - Number(b.fixed === '') ||
        (`${a.package} ${a.id}` < `${b.package} ${b.id}` ? -1 : 1));
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
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
        return ['Nothing in it was recognised, neither system packages nor libraries: no finding means nothing.'];
    }
    return [
        known ? '' : 'Its distribution is not known, so no system package was looked at.',
        system?.EOSL === true
            ? `${system.Family} ${system.Name} gets no security fixes any more, and no new advisories are written for it.`
            : '',
        libraries.length === 0
            ? 'No library of any language was recognised; programs that are compiled without their list of modules hide them.'
            : '',
        libraries.some(each => each.Type === 'jar') && !java
            ? 'Java archives are known by their own metadata alone, because the database has no Java index.'
            : '',
    ].filter(each => each !== '');
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/program.js
var toolkit_program = __webpack_require__(6428);
;// CONCATENATED MODULE: ./.build/js/src/scan/trivy.js


const pinned = '0.74.0';
const oldest = [0, 70];
const archives = {
    'linux-x64': {
        name: `trivy_${pinned}_Linux-64bit.tar.gz`,
        sha256: '2ae6fe3ee734b7fdf11335663e18c75ea12dccc76062f09f164a3b0f8be4371a',
    },
    'linux-arm64': {
        name: `trivy_${pinned}_Linux-ARM64.tar.gz`,
        sha256: 'b94ce1976bbf3c15b514b605ee88be7c6d94a29be2302847ff01cb794d47aad5',
    },
};
function chooseTrivy(found, platform) {
    const [major, minor] = parts(found);
    const [pinnedMajor, pinnedMinor] = parts(pinned);
    if (major === pinnedMajor && minor === pinnedMinor)
        return { use: 'found' };
    const other = found === undefined ? undefined : `trivy ${found} on the PATH is not ${pinned}`;
    if (Object.hasOwn(archives, platform)) {
        return other === undefined ? { use: 'download' } : { use: 'download', note: `${other} and is not used` };
    }
    const remedy = `install trivy ${pinned} and put it on the PATH`;
    if (other === undefined)
        throw new errors/* UserError */.yo(`there is no trivy on the PATH, and none to download for ${platform}`, remedy);
    if (major === undefined ||
        minor === undefined ||
        major < oldest[0] ||
        (major === oldest[0] && minor < oldest[1])) {
        throw new errors/* UserError */.yo(`${other}, and versions before ${oldest.join('.')} are not run`, remedy);
    }
    return { use: 'found', warning: `${other}: its findings may differ` };
}
function versionIn(text) {
    return /^Version: v?(\d+\.\d+\.\d+\S*)/m.exec(text)?.[1];
}
function parts(version) {
    return version === undefined ? [] : version.split('.').slice(0, 2).map(Number);
}
function scanArguments(layout, cache, output) {
    return [
        'image',
        ...['--input', layout, '--cache-dir', cache, '--format', 'json', '--output', output],
        ...['--scanners', 'vuln,secret'],
        ...['--skip-db-update', '--skip-java-db-update', '--skip-check-update', '--offline-scan'],
        ...['--skip-version-check', '--disable-telemetry', '--no-progress', '--timeout', '6h'],
    ];
}
const reportFormats = { sarif: 'sarif', 'cdx.json': 'cyclonedx', txt: 'table' };
function convertArguments(format, json, output) {
    return ['convert', '--scanners', 'vuln,secret', '--format', format, '--output', output, json];
}
function downloadArguments(repository, cache) {
    return [
        'image',
        '--download-db-only',
        ...['--db-repository', repository, '--cache-dir', cache],
        ...['--skip-version-check', '--disable-telemetry', '--no-progress', '--timeout', '15m'],
    ];
}
function scannerEnvironment(home, more = {}) {
    return { PATH: process.env.PATH ?? '', HOME: home, TMPDIR: home, ...more };
}
async function runTrivy(trivy, args, more = {}) {
    const { program, home, signal } = trivy;
    const last = [];
    const code = await (0,toolkit_program/* runProgram */.m)([program, ...args], {
        cwd: home,
        env: scannerEnvironment(home, more),
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
        return lines.findLast(line => line !== '') ?? 'it said nothing';
    const chain = (lines[fatal] ?? '').replace(/^.*?\tFATAL\t(Fatal error\t)?/, '');
    const listed = lines[fatal + 1]?.startsWith('* ') === true ? (lines[fatal + 1] ?? '').slice(2) : undefined;
    return listed ?? chain.split(': ').slice(-2).join(': ');
}

;// CONCATENATED MODULE: ./.build/js/src/scan/database.js




const schema = 2;
const mirrors = [
    'ghcr.io/aquasecurity/trivy-db:2',
    'mirror.gcr.io/aquasec/trivy-db:2',
    'public.ecr.aws/aquasecurity/trivy-db:2',
];
async function openDatabase(folder) {
    const remedy = 'name a cache folder of trivy, which holds db/trivy.db, with the `database` input';
    const bad = (problem) => new errors/* UserError */.yo(`the vulnerability database in ${folder} ${problem}`, remedy);
    const there = (path) => (0,promises_.access)((0,external_node_path_.join)(folder, path)).then(() => true, () => false);
    if (!(await there('db/trivy.db')))
        throw bad('is missing');
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(folder, 'db/metadata.json'), 'utf8').catch(() => undefined);
    if (text === undefined)
        throw bad('has no db/metadata.json that could be read');
    const metadata = parseMetadata(text);
    if (metadata === undefined)
        throw bad('has a db/metadata.json that is broken');
    if (metadata.version !== schema)
        throw bad(`has version ${metadata.version} and not ${schema}`);
    return { folder: (0,external_node_path_.resolve)(folder), updated: metadata.updated, java: await there('java-db/trivy-java.db') };
}
function parseMetadata(text) {
    try {
        const { Version, UpdatedAt, NextUpdate } = JSON.parse(text);
        const updated = new Date(String(UpdatedAt));
        const next = new Date(String(NextUpdate));
        if (typeof Version !== 'number' || Number.isNaN(updated.getTime()))
            return undefined;
        return { version: Version, updated, next: Number.isNaN(next.getTime()) ? updated : next };
    }
    catch {
        return undefined;
    }
}
const network = /^(https?_proxy|no_proxy|ssl_cert_(file|dir))$/i;
async function freshDatabase(trivy, cache, env, report) {
    const folder = (0,external_node_path_.join)(cache, 'databases');
    await (0,promises_.mkdir)(folder, { recursive: true });
    const kept = await newest(folder);
    if (kept !== undefined)
        return openDatabase((0,external_node_path_.join)(folder, kept));
    const faults = [];
    for (const mirror of mirrors) {
        const partial = await (0,promises_.mkdtemp)((0,external_node_path_.join)(folder, '.download-'));
        try {
            const allowed = Object.fromEntries(Object.entries(env).filter(([name]) => network.test(name)));
            report(`downloading the vulnerability database from ${mirror}`);
            const ran = await runTrivy(trivy, downloadArguments(mirror, partial), allowed);
            if (trivy.signal.aborted)
                throw (0,errors/* cancelled */.KW)();
            if (ran.good) {
                const { updated } = await openDatabase(partial);
                const place = (0,external_node_path_.join)(folder, String(updated.getTime()));
                await (0,promises_.rename)(partial, place).catch(() => undefined);
                return await openDatabase(place);
            }
            faults.push(`${mirror}: ${ran.fault}`);
        }
        finally {
            await (0,promises_.rm)(partial, { recursive: true, force: true });
        }
    }
    throw new errors/* UserError */.yo(`no mirror gave the vulnerability database (${faults.join('; ')})`, 'try again, or name a folder that has one with the `database` input');
}
async function newest(folder) {
    const now = Date.now();
    const names = (await (0,promises_.readdir)(folder))
        .filter(name => /^\d+$/.test(name))
        .sort((a, b) => Number(b) - Number(a));
    for (const name of names.filter(each => !isRecent(Number(each), now))) {
        await (0,promises_.rm)((0,external_node_path_.join)(folder, name), { recursive: true, force: true });
    }
    for (const name of names.filter(each => isRecent(Number(each), now))) {
        const text = await (0,promises_.readFile)((0,external_node_path_.join)(folder, name, 'db/metadata.json'), 'utf8').catch(() => '');
        if ((parseMetadata(text)?.next.getTime() ?? 0) > now)
            return name;
    }
    return undefined;
}
const isRecent = (updated, now) => updated <= now && now - updated <= 2 * 86_400_000;
async function borrowDatabase(database, cache) {
    await (0,promises_.mkdir)(cache, { recursive: true });
    await (0,promises_.symlink)((0,external_node_path_.join)(database.folder, 'db'), (0,external_node_path_.join)(cache, 'db'));
    if (database.java)
        await (0,promises_.symlink)((0,external_node_path_.join)(database.folder, 'java-db'), (0,external_node_path_.join)(cache, 'java-db'));
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/printable.js
var printable = __webpack_require__(2315);
;// CONCATENATED MODULE: ./.build/js/src/scan/gate.js


function gate(findings, policy) {
    const failing = findings.filter(each => policy['fail-on'].includes(each.severity) &&
        (!policy['only-fixable'] || each.kind === 'secret' || each.fixed !== ''));
    const [worst] = [...failing].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
    if (worst === undefined)
        return { verdict: 'pass', reason: '', failing };
    const more = distinct(failing).length - 1;
    return { verdict: 'fail', reason: `${sentenceOf(worst)}${more > 0 ? `; ${more} more` : ''}`, failing };
}
function sentenceOf({ kind, severity, id, package: where, version, fixed, image, title, }) {
    const what = kind === 'secret'
        ? `${severity} secret (${title}) in ${where}`
        : `${severity} ${id} in ${where} ${version}${fixed === '' ? ' (no fix yet)' : ` (fixed in ${fixed})`}`;
    return (0,printable/* printable */.g)(`${what} of image ${image}`).slice(0, 400);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./.build/js/src/toolkit/child.js
var child = __webpack_require__(3402);
;// CONCATENATED MODULE: ./.build/js/src/scan/install.js











function cacheFolder(env) {
    const root = env.RUNNER_TOOL_CACHE || (0,external_node_path_.join)(env.XDG_CACHE_HOME || (0,external_node_path_.join)(env.HOME || (0,external_node_os_.homedir)(), '.cache'), 'slipway');
    return (0,external_node_path_.join)(root, 'trivy');
}
async function findTrivy(env, { home, folder }, signal, report) {
    const onPath = (0,child/* findOnPath */.a)('trivy');
    const found = onPath === undefined ? undefined : ((await versionOf(onPath, home, signal)) ?? 'of an unknown version');
    const platform = `${process.platform}-${process.arch}`;
    const choice = chooseTrivy(found, platform);
    if (choice.use === 'found' && onPath !== undefined) {
        if (choice.warning !== undefined)
            report(choice.warning);
        return onPath;
    }
    if (choice.use === 'download' && choice.note !== undefined)
        report(choice.note);
    const archive = archives[platform];
    if (archive === undefined)
        throw new Error(`no archive for ${platform}`);
    return downloadTrivy(archive, cacheFolder(env), folder, signal, report);
}
async function versionOf(program, home, cancel) {
    const signal = AbortSignal.any([cancel, AbortSignal.timeout(30_000)]);
    const options = { env: scannerEnvironment(home), cwd: home, signal };
    const answer = await (0,toolkit_program/* ask */.k)([program, '--version'], options).catch(() => undefined);
    return answer?.code === 0 ? versionIn(answer.stdout) : undefined;
}
const releases = `https://github.com/aquasecurity/trivy/releases/download/v${pinned}`;
async function downloadTrivy(archive, cache, folder, signal, report, from = releases) {
    await (0,promises_.mkdir)(folder, { recursive: true });
    const kept = (0,external_node_path_.join)(cache, `${archive.sha256.slice(0, 16)}-${archive.name}`);
    const file = (0,external_node_path_.join)(folder, archive.name);
    const cached = await written((0,external_node_fs_.createReadStream)(kept), file).catch(() => undefined);
    if (cached !== archive.sha256) {
        report(`downloading ${archive.name}`);
        const sum = await fetchTo(`${from}/${archive.name}`, file, signal);
        if (sum !== archive.sha256) {
            throw new errors/* UserError */.yo(`${archive.name} has the checksum ${sum} and not the pinned ${archive.sha256}`, `do not run it; put a trivy ${pinned} that you trust on the PATH`);
        }
        await keep(file, kept);
    }
    await unpack(file, folder, signal);
    await (0,promises_.rm)(file);
    const program = (0,external_node_path_.join)(folder, 'trivy');
    await (0,promises_.chmod)(program, 0o755);
    return program;
}
async function keep(file, kept) {
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(kept), { recursive: true });
    const partial = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_path_.dirname)(kept), '.download-'));
    try {
        await (0,promises_.copyFile)(file, (0,external_node_path_.join)(partial, 'archive'));
        await (0,promises_.rename)((0,external_node_path_.join)(partial, 'archive'), kept);
    }
    finally {
        await (0,promises_.rm)(partial, { recursive: true, force: true });
    }
}
async function written(stream, file) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const hashing = new external_node_stream_.Transform({
        transform(chunk, _encoding, done) {
            hash.update(chunk);
            done(null, chunk);
        },
    });
    await (0,external_node_stream_promises_.pipeline)(stream, hashing, (0,external_node_fs_.createWriteStream)(file));
    return hash.digest('hex');
}
async function fetchTo(url, file, cancel) {
    const remedy = `try again, or put trivy ${pinned} on the PATH`;
    try {
        const signal = AbortSignal.any([cancel, AbortSignal.timeout(600_000)]);
        const answer = await fetch(url, { signal });
        if (!answer.ok || answer.body === null)
            throw new errors/* UserError */.yo(`${url} answered ${answer.status}`, remedy);
        return await written(external_node_stream_.Readable.fromWeb(answer.body), file);
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            throw error;
        if (cancel.aborted)
            throw (0,errors/* cancelled */.KW)();
        const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
        throw new errors/* UserError */.yo(`${url} cannot be downloaded (${cause instanceof Error ? cause.message : cause})`, remedy, {
            cause: error,
        });
    }
}
async function unpack(archive, folder, signal) {
    const { code, stderr } = await (0,toolkit_program/* ask */.k)(['tar', '-xzf', archive, '-C', folder, 'trivy'], {
        env: process.env,
        signal,
    });
    if (signal.aborted)
        throw (0,errors/* cancelled */.KW)();
    if (code !== 0)
        throw new Error(`tar could not unpack ${archive}: ${stderr}`);
}

;// CONCATENATED MODULE: ./.build/js/src/scan/layout.js



async function layoutsIn(folder) {
    const entries = await (0,promises_.readdir)(folder, { withFileTypes: true }).catch(() => undefined);
    if (entries === undefined)
        throw new errors/* UserError */.yo(`the folder ${folder} of layouts cannot be read`, 'correct the `layouts` input');
    const names = entries
        .filter(each => each.isDirectory() && !each.name.startsWith('.'))
        .map(each => each.name);
    if (names.length > 0)
        return names.sort();
    throw new errors/* UserError */.yo(`the folder ${folder} holds no layout`, 'let `build` write them with `push: false` and `output`');
}
async function viewOf(layout, image, folder) {
    await (0,promises_.mkdir)(folder, { recursive: true });
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests: [image.manifest] }));
    await (0,promises_.symlink)((0,external_node_path_.join)((0,external_node_path_.resolve)(layout.folder), 'blobs'), (0,external_node_path_.join)(folder, 'blobs'));
}

;// CONCATENATED MODULE: ./.build/js/src/scan/sarif.js
function normaliseSarif(text, image) {
    const sarif = JSON.parse(text);
    for (const run of sarif.runs) {
        run.automationDetails = { id: `slipway-scan/${image}/` };
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

;// CONCATENATED MODULE: ./.build/js/src/scan/scan.js













async function scan(options) {
    const { env, signal, report } = options;
    const work = await (0,promises_.mkdtemp)((0,external_node_path_.join)(env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), 'slipway-scan-'));
    try {
        const home = (0,external_node_path_.join)(work, 'home');
        await (0,promises_.mkdir)(home);
        const given = options.database === undefined ? undefined : await openDatabase(options.database);
        const places = { home, folder: (0,external_node_path_.join)(work, 'trivy') };
        const trivy = { program: await findTrivy(env, places, signal, report), home, signal };
        const database = given ?? (await freshDatabase(trivy, cacheFolder(env), env, report));
        await borrowDatabase(database, (0,external_node_path_.join)(work, 'cache'));
        const reports = (0,external_node_path_.resolve)(options.reports);
        await (0,promises_.mkdir)(reports, { recursive: true }).catch((error) => {
            throw new errors/* UserError */.yo(`the folder ${reports} for reports cannot be made`, 'correct the `reports` input', {
                cause: error,
            });
        });
        const images = [];
        const findings = [];
        for (const target of options.targets) {
            const scanned = await scanImage({ target, trivy, database, work, reports });
            images.push(scanned.image);
            for (const each of scanned.findings)
                findings.push(each);
            report(`scanned ${target.name} (${scanned.image.platforms.join(', ')}): ${scanned.findings.length} findings`);
        }
        return {
            ...gate(findings, options.policy),
            images,
            findings,
            counts: countsOf(findings),
            database,
            reports,
        };
    }
    finally {
        await (0,promises_.rm)(work, { recursive: true, force: true });
    }
}
async function scanImage(place) {
    const { target, work, reports } = place;
    const { name } = target;
    const layout = await target.layout((0,external_node_path_.join)(work, 'layouts', name));
    const reference = `${target.repository}@${layout.digest}`;
    const scanned = [];
    for (const image of layout.platforms) {
        const report = publishable(await scanPlatform(place, layout, image), reference);
        scanned.push({ platform: image.platform, report });
        if (layout.platforms.length > 1) {
            const file = (0,external_node_path_.join)(reports, `${name}.${image.platform.replaceAll('/', '-')}.json`);
            await (0,promises_.writeFile)(file, `${JSON.stringify(report, null, 2)}\n`);
        }
    }
    await writeReports(place, mergeReports(scanned.map(each => each.report)));
    return {
        image: {
            name,
            reference,
            platforms: scanned.map(each => each.platform),
            uncovered: coverageNotes(scanned, place.database.java),
        },
        findings: findingsOf(name, scanned),
    };
}
async function scanPlatform({ target, trivy, work }, layout, image) {
    const key = `${target.name}-${image.manifest.digest.replace(':', '-')}`;
    const view = (0,external_node_path_.join)(work, 'views', key);
    const output = (0,external_node_path_.join)(work, `${key}.json`);
    await viewOf(layout, image, view);
    const ran = await runTrivy(trivy, scanArguments((0,external_node_path_.join)('..', 'views', key), (0,external_node_path_.join)(work, 'cache'), output));
    mustBeGood(trivy, ran, `${target.name} (${image.platform}) could not be scanned`);
    return parseReport(await (0,promises_.readFile)(output, 'utf8'));
}
async function writeReports({ target, trivy, reports }, report) {
    const file = (extension) => (0,external_node_path_.join)(reports, `${target.name}.${extension}`);
    await (0,promises_.writeFile)(file('json'), `${JSON.stringify(report, null, 2)}\n`);
    for (const [extension, format] of Object.entries(reportFormats)) {
        const ran = await runTrivy(trivy, convertArguments(format, file('json'), file(extension)));
        mustBeGood(trivy, ran, `the ${format} report of ${target.name} could not be made`);
    }
    await (0,promises_.writeFile)(file('sarif'), normaliseSarif(await (0,promises_.readFile)(file('sarif'), 'utf8'), target.name));
}
function mustBeGood({ signal }, ran, problem) {
    if (signal.aborted)
        throw (0,errors/* cancelled */.KW)();
    if (ran.good)
        return;
    const remedy = /\bdb\b|database/i.test(ran.fault)
        ? 'name a whole database of trivy with the `database` input'
        : 'see whether the image is whole and the disk has room';
    throw new errors/* UserError */.yo(`${problem}: ${ran.fault}`, remedy);
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/toolkit/markdown.js
var markdown = __webpack_require__(991);
;// CONCATENATED MODULE: ./.build/js/src/scan/summary.js




const most = 20;
function scanSummary(app, result, policy, now) {
    const good = result.verdict === 'pass';
    const parts = [
        `### ${good ? '✅' : '❌'} ${(0,markdown/* cell */.Hn)(app)}: scan ${good ? 'passed' : 'failed'}`,
        good ? '' : `**Why:** ${(0,markdown/* cell */.Hn)(result.reason)}`,
        ruleLine(policy),
        (0,markdown/* table */.tp)(['image', 'platforms', ...severities], result.images.map(({ name, platforms }) => {
            const counts = countsOf(result.findings.filter(each => each.image === name));
            return [name, platforms.join(', '), ...severities.map(each => String(counts[each]))];
        })),
        topFindings(result),
        `The database of vulnerabilities is ${ageOf(result.database.updated, now)} old (${result.database.updated.toISOString()}).`,
        `Not covered: configuration files and licences are not judged.\n${result.images
            .flatMap(({ name, uncovered }) => uncovered.map(note => `- ${(0,markdown/* cell */.Hn)(name)}: ${(0,markdown/* cell */.Hn)(note)}`))
            .join('\n')}`.trimEnd(),
        result.images.map(({ name, reference }) => `- ${(0,markdown/* cell */.Hn)(name)} is ${(0,markdown/* cell */.Hn)(reference)}`).join('\n'),
    ];
    return `${parts.filter(part => part !== '').join('\n\n')}\n`;
}
function ruleLine(policy) {
    if (policy['fail-on'].length === 0)
        return 'Nothing fails this scan: `fail-on` is empty.';
    const which = policy['fail-on'].join(' or ');
    return `A finding that is ${which}${policy['only-fixable'] ? ' and can be mended by a newer version' : ''} fails it.`;
}
function topFindings(result) {
    const failing = new Set(result.failing);
    const ordered = [...result.failing, ...result.findings.filter(each => !failing.has(each))];
    const groups = distinct(ordered);
    const rows = groups
        .slice(0, most)
        .map(({ finding, places }) => [
        finding.severity,
        finding.id,
        nameOf(finding),
        finding.kind === 'secret' ? 'take it out and revoke it' : finding.fixed || 'no fix yet',
        finding.image,
        finding.platforms.join(', '),
        `${summary_short(finding.title)}${places > 1 ? ` (${places} places)` : ''}`,
    ]);
    const more = groups.length - rows.length;
    return `${(0,markdown/* table */.tp)(['severity', 'finding', 'in', 'fixed in', 'image', 'platforms', 'what'], rows)}${more > 0 ? `\n\nAnd ${more} more in the reports.` : ''}`;
}
function nameOf({ package: name, version }) {
    return summary_short(`${name} ${version}`.trim());
}
function summary_short(text) {
    const line = (0,printable/* printable */.g)(text);
    return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}
function ageOf(updated, now) {
    const hours = Math.max(0, Math.floor((now.getTime() - updated.getTime()) / 3_600_000));
    if (hours < 48)
        return (0,count/* counted */.h)(hours, 'hour');
    return `${Math.floor(hours / 24)} days`;
}

// EXTERNAL MODULE: ./.build/js/src/image/reference.js
var reference = __webpack_require__(5898);
// EXTERNAL MODULE: ./.build/js/src/image/selection.js
var selection = __webpack_require__(4469);
;// CONCATENATED MODULE: ./.build/js/src/scan/targets.js





async function targetsOf(inputs, images, layouts) {
    if ((inputs.images === '') === (inputs.layouts === '')) {
        throw new errors/* UserError */.yo(inputs.images === '' ? 'there is nothing to scan' : 'both `images` and `layouts` are given', 'give either `images` (digests that were pushed) or `layouts` (the folder that `build` wrote)');
    }
    return inputs.images === ''
        ? fromLayouts(inputs.layouts, images, layouts)
        : fromDigests(inputs.images, images, layouts);
}
function fromDigests(text, images, layouts) {
    return Object.entries((0,selection/* parseDigestsInput */.xx)(text, images)).map(([name, { repository, digest }]) => {
        const layout = async (folder) => {
            await layouts.fetch({ repository: (0,reference/* candidateOf */.RH)(repository), digest }, folder);
            return layouts.read(folder);
        };
        return { name, repository, layout };
    });
}
async function fromLayouts(folder, images, layouts) {
    return (await layoutsIn(folder)).map(name => {
        const image = Object.hasOwn(images, name) ? images[name] : undefined;
        if (image === undefined) {
            throw new errors/* UserError */.yo(`${(0,external_node_path_.join)(folder, name)} is the layout of no image in slipway.yml`, `it names ${Object.keys(images).join(', ')}`);
        }
        return { name, repository: image.repository, layout: () => layouts.read((0,external_node_path_.join)(folder, name)) };
    });
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/host.js
var host = __webpack_require__(9800);
// EXTERNAL MODULE: ./.build/js/src/actions/inputs.js
var inputs = __webpack_require__(1648);
;// CONCATENATED MODULE: ./.build/js/src/actions/scan.js









const scanAction = (0,host/* defineAction */.QP)({
    name: 'scan',
    description: 'Scan images for vulnerabilities and secrets, write reports, and hold what was found to slipway.yml.',
    inputs: {
        config: inputs/* config */.$W,
        images: {
            description: 'JSON map from the names in slipway.yml to digests, which are read from the candidate repositories.',
            default: '',
        },
        layouts: {
            description: 'Folder of OCI layouts, as `build` writes them with `push: false`; instead of `images`.',
            default: '',
        },
        database: {
            description: 'Cache folder of trivy whose database is used as it is. Default: the one of today is downloaded.',
            default: '',
        },
        reports: { description: 'Folder for the reports.', default: 'scan-reports' },
    },
    outputs: {
        verdict: '`pass` or `fail`.',
        critical: 'Number of critical findings, whatever fails the scan; the same in several platforms counts once.',
        high: 'Number of high findings.',
        medium: 'Number of medium findings.',
        low: 'Number of low findings.',
        unknown: 'Number of findings without a severity.',
        reports: 'Folder with `<name>.json`, `.sarif`, `.cdx.json` and `.txt` of each image.',
        'database-updated': 'When the database of vulnerabilities was made, in ISO 8601.',
        reason: 'The worst finding that fails the scan and how many more, in one sentence; empty when it passes.',
    },
    refused: { verdict: 'fail' },
    run: async (inputs, host) => {
        const config = await (0,load/* loadConfig */.Z)(inputs.config);
        const signal = host.cancellation();
        const registry = new client/* RegistryClient */.b({ signal });
        const result = await scan({
            targets: await targetsOf(inputs, config.images, {
                fetch: (reference, folder) => (0,layout/* fetchLayout */.Xp)(registry, reference, folder),
                read: layout/* readLayout */.T4,
            }),
            policy: config.scan,
            database: inputs.database || undefined,
            reports: inputs.reports,
            env: host.env,
            signal,
            report: host.report,
        });
        host.output('verdict', result.verdict);
        for (const severity of severities)
            host.output(severity, String(result.counts[severity]));
        host.output('reports', result.reports);
        host.output('database-updated', result.database.updated.toISOString());
        host.output('reason', result.reason);
        await host.summary(scanSummary(config.app, result, config.scan, new Date()));
        if (result.verdict === 'fail')
            host.annotate('error', { title: 'scan', message: result.reason });
        host.report(`scan: ${result.verdict}${result.reason === '' ? '' : `, ${result.reason}`}`);
        return result.verdict === 'pass';
    },
});


/***/ }),

/***/ 4469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HC: () => (/* binding */ parseImageNames),
/* harmony export */   M: () => (/* binding */ parseImagesInput),
/* harmony export */   xx: () => (/* binding */ parseDigestsInput)
/* harmony export */ });
/* harmony import */ var _config_suggest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4182);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(630);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5898);




const form = 'write a JSON map such as {"shop": "sha256:…"}';
function parseImagesInput(text, images) {
    const entries = Object.entries(parseMap(text));
    if (entries.length === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the `images` input names no image', form);
    return Object.fromEntries(entries.map(([name, value]) => [name, select(name, value, images)]));
}
function parseImageNames(text, images) {
    const names = text
        .split(',')
        .map(name => name.trim())
        .filter(name => name !== '');
    if (names.length === 0)
        return Object.keys(images);
    const unknown = names.find(name => !Object.hasOwn(images, name));
    if (unknown === undefined)
        return [...new Set(names)];
    const problem = `the \`images\` input names "${unknown}", which is not in slipway.yml`;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(problem, (0,_config_suggest_js__WEBPACK_IMPORTED_MODULE_2__/* .suggest */ .ZA)(unknown, Object.keys(images)));
}
function parseDigestsInput(text, images) {
    const plain = Object.entries(parseMap(text)).find(([name, value]) => Object.hasOwn(images, name) && !(0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(String(value).replace(/^.*@/, '')));
    if (plain !== undefined) {
        const [name, value] = plain;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input gives no digest for "${name}", but ${JSON.stringify(value).slice(0, 120)}`, 'give the digest, as `build` has it in its output `images`');
    }
    return Object.fromEntries(Object.entries(parseImagesInput(text, images)).flatMap(([name, image]) => 'digest' in image ? [[name, image]] : []));
}
function parseMap(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (error) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the `images` input is not JSON', form, { cause: error });
    }
    if ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .j)(value))
        return value;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the `images` input is not a JSON map', form);
}
function select(name, value, images) {
    const image = Object.hasOwn(images, name) ? images[name] : undefined;
    if (image === undefined) {
        const problem = `the \`images\` input names "${name}", which is not in slipway.yml`;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(problem, (0,_config_suggest_js__WEBPACK_IMPORTED_MODULE_2__/* .suggest */ .ZA)(name, Object.keys(images)));
    }
    if (typeof value !== 'string')
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input gives no text for "${name}"`, form);
    const repository = (0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRepository */ .SU)(image.repository);
    if ((0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(value))
        return { repository, digest: value };
    if (/^sha(256|512):/.test(value)) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input gives "${name}" no whole digest, but ${value.slice(0, 80)}`, 'give sha256: and its 64 hexadecimal digits');
    }
    const reference = (0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(value);
    if (reference.repository !== repository) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input takes "${name}" from ${reference.repository}, but slipway.yml takes it from ${repository}`, 'name the same repository in both');
    }
    if (reference.digest !== undefined)
        return { repository, digest: reference.digest };
    if (reference.tag !== undefined)
        return { repository, tag: reference.tag };
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input gives neither a tag nor a digest for "${name}"`, 'add :tag or @sha256:…, or give the digest alone');
}


/***/ }),

/***/ 2567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T4: () => (/* binding */ readLayout),
/* harmony export */   TA: () => (/* binding */ layoutTree),
/* harmony export */   Xp: () => (/* binding */ fetchLayout)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6466);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2317);
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3931);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9532);
/* harmony import */ var _parallel_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8530);
/* harmony import */ var _verified_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(81);










const atOnce = 4;
async function fetchLayout(registry, reference, folder) {
    const { repository, digest } = reference;
    const tree = await registry.tree(repository, digest);
    if (tree === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`${repository} has no image ${digest}`, 'build it first, or correct the digest in the `images` input');
    await mustBeFree(folder);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder), { recursive: true });
    const partial = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder), `.${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(folder)}-`));
    try {
        for (const algorithm of ['sha256', 'sha512'])
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(partial, 'blobs', algorithm), { recursive: true });
        await (0,_parallel_js__WEBPACK_IMPORTED_MODULE_9__/* .eachOf */ .p)(tree.blobs, atOnce, blob => (0,_verified_js__WEBPACK_IMPORTED_MODULE_8__/* .restarting */ .Os)(repository, registry.options, async () => (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_3__.pipeline)(await registry.openBlob(repository, blob), (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(blobPath(partial, blob.digest)))));
        for (const manifest of tree.manifests)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(blobPath(partial, manifest.digest), manifest.body);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(partial, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(partial, 'index.json'), indexOf(tree.root));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(partial, folder);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(partial, { recursive: true, force: true });
        throw error;
    }
}
async function readLayout(folder) {
    const root = await rootOf(folder);
    const tree = await layoutTree(folder, root);
    if (tree === undefined)
        throw notWhole(folder);
    if (tree.images.length === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`${folder} holds no image that runs`, 'build it again');
    const platforms = tree.images.map(({ platform = 'unknown', digest }) => {
        const found = tree.manifests.find(each => each.digest === digest);
        return {
            platform,
            manifest: { mediaType: found?.mediaType ?? '', digest, size: found?.body.length ?? 0 },
        };
    });
    return { folder, digest: root.digest, platforms };
}
async function rootOf(folder) {
    let entries;
    try {
        const { manifests } = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'index.json'), 'utf8'));
        entries = Array.isArray(manifests) ? manifests : [];
    }
    catch (error) {
        throw notWhole(folder, error);
    }
    const roots = new Map();
    for (const entry of entries) {
        const { digest = '', mediaType = '' } = entry ?? {};
        if ((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_4__/* .isDigest */ .Bc)(digest))
            roots.set(digest, { digest, mediaType });
    }
    const [only] = roots.values();
    if (only !== undefined && roots.size === 1)
        return only;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`${folder} holds ${roots.size} images and not one`, 'let `build` write the layout, or buildx with --output type=oci,tar=false');
}
function notWhole(folder, cause) {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`${folder} is not a whole OCI image layout`, 'build it again', { cause });
}
function layoutTree(folder, root) {
    return (0,_contents_js__WEBPACK_IMPORTED_MODULE_6__/* .readTree */ .Zc)(layoutSource(folder), root, folder);
}
function layoutSource(folder) {
    const read = async (digest) => {
        const body = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(blobPath(folder, digest)).catch(() => undefined);
        if (body === undefined || (0,_manifest_js__WEBPACK_IMPORTED_MODULE_7__/* .fits */ .lA)(body, digest))
            return body;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`${folder} holds something else than ${digest}`, 'build it again');
    };
    return {
        config: read,
        manifest: async (digest, type) => {
            const body = await read(digest);
            return body && { digest, mediaType: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_7__/* .parseManifest */ .Ng)(body, type)?.mediaType ?? type, body };
        },
    };
}
function indexOf({ mediaType, digest, body }) {
    return JSON.stringify({
        schemaVersion: 2,
        mediaType: 'application/vnd.oci.image.index.v1+json',
        manifests: [{ mediaType, digest, size: body.length }],
    });
}
function blobPath(folder, digest) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'blobs', ...digest.split(':'));
}
async function mustBeFree(folder) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(folder).catch((error) => {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
            return [];
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`${folder} cannot be used for an image layout`, 'name another folder', {
            cause: error,
        });
    });
    if (entries.length > 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`the folder ${folder} for an image layout is not empty`, 'name another folder');
}


/***/ }),

/***/ 8530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ eachOf)
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


/***/ }),

/***/ 3402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ boundToUs),
/* harmony export */   a: () => (/* binding */ findOnPath)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


function findOnPath(name) {
    return (process.env.PATH ?? '')
        .split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter)
        .filter(folder => folder !== '')
        .map(folder => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name))
        .find(node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync);
}
function boundToUs(command, args) {
    const setpriv = findOnPath('setpriv');
    return setpriv === undefined ? [command, args] : [setpriv, ['--pdeathsig', 'KILL', '--', command, ...args]];
}


/***/ }),

/***/ 8999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;


/***/ }),

/***/ 6428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ ask),
/* harmony export */   m: () => (/* binding */ runProgram)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(481);
/* harmony import */ var _child_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3402);



const grace = 5_000;
function runProgram([program, ...args], { env, cwd, signal, print }) {
    return new Promise((resolve, reject) => {
        if (signal?.aborted)
            return resolve(undefined);
        const [command, all] = (0,_child_js__WEBPACK_IMPORTED_MODULE_2__/* .boundToUs */ ._)(program, args);
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(command, all, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
        for (const stream of ['stdout', 'stderr']) {
            const lines = (0,node_readline__WEBPACK_IMPORTED_MODULE_1__.createInterface)({ input: child[stream], crlfDelay: Number.POSITIVE_INFINITY });
            lines.on('line', line => print(line, stream));
        }
        let last;
        const stop = () => {
            child.kill('SIGINT');
            last = setTimeout(() => child.kill('SIGKILL'), grace);
        };
        signal?.addEventListener('abort', stop, { once: true });
        const ended = () => {
            clearTimeout(last);
            signal?.removeEventListener('abort', stop);
        };
        child.once('error', error => {
            ended();
            reject(error);
        });
        child.once('close', code => {
            ended();
            resolve(code ?? undefined);
        });
    });
}
async function ask(program, options) {
    const said = { stdout: [], stderr: [] };
    const code = await runProgram(program, {
        ...options,
        print: (line, stream) => void said[stream].push(line),
    });
    return { code, stdout: said.stdout.join('\n'), stderr: said.stderr.join('\n') };
}


/***/ })

};
