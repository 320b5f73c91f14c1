export const id = 9381;
export const ids = [9381];
export const modules = {

/***/ 29381:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  testAction: () => (/* binding */ testAction)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/js/src/config/load.js
var load = __webpack_require__(63114);
;// CONCATENATED MODULE: ./.build/js/src/testing/location.js

function locate(test, sources) {
    const known = test.file === undefined ? undefined : resolveIn(test.file, test, sources);
    const frames = framesOf(test.trace)
        .filter(frame => !foreign.test(frame.file))
        .flatMap(({ file, line }) => {
        const path = resolveIn(file, test, sources);
        return path === undefined ? [] : [{ file: path, line }];
    });
    const own = known ?? ownFile(test, sources);
    const best = frames.find(frame => frame.file === own) ?? frames[0];
    if (best !== undefined && (own === undefined || best.file === own || test.line === undefined))
        return best;
    if (own === undefined)
        return undefined;
    return test.line === undefined ? { file: own } : { file: own, line: test.line };
}
function firstFrame(trace) {
    return trace
        .split('\n')
        .map(line => line.trim().slice(0, longestLine))
        .find(line => patterns.some(pattern => new RegExp(pattern.source).test(line)));
}
const longestLine = 2000;
const foreign = /(^|\/)(node_modules|site-packages|dist-packages|vendor|\.venv|\.cargo|rustlib)\/|^node:|^internal\/|^<|^\/usr\/lib/;
const patterns = [
    /\bat\s+(?:[\w.$-]+\/+)*(?<type>[\w.$]+)\.[\w$<>-]+\((?<file>[\w$-]+\.(?:java|kt|scala|groovy)):(?<line>\d+)\)/g,
    /\bFile "(?<file>[^"\n]+)", line (?<line>\d+)/g,
    /\bin (?<file>[^\n:]+\.(?:cs|fs|vb)):line (?<line>\d+)/g,
    /(?<file>(?:file:\/\/)?(?:\/|\.{1,2}\/)?(?:[\w@.+~$[\]-]+\/)*[\w@.+~$[\]-]+\.[A-Za-z]\w{0,6}):(?<line>\d+)(?::\d+)?(?![\w.])/g,
];
function framesOf(trace) {
    return trace.split('\n').flatMap(line => {
        for (const pattern of patterns) {
            const found = [...line.slice(0, longestLine).matchAll(pattern)].map(({ groups }) => {
                const file = (groups?.file ?? '').replace(/^file:\/\//, '');
                const folder = groups?.type?.split('.').slice(0, -1).join('/') ?? '';
                return { file: (0,external_node_path_.join)(folder, file), line: Number(groups?.line) };
            });
            if (found.length > 0)
                return found.filter(frame => frame.line > 0);
        }
        return [];
    });
}
function ownFile(test, sources) {
    if (!/^[\w.$]+\.[A-Z][\w$]*$/.test(test.group))
        return undefined;
    const path = test.group.replace(/\$.*$/, '').replaceAll('.', '/');
    for (const extension of ['java', 'kt', 'scala', 'groovy']) {
        const found = resolveIn(`${path}.${extension}`, test, sources);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
const sourceRoots = ['java', 'kotlin', 'scala', 'groovy'].flatMap(language => ['test', 'integrationTest', 'main'].map(set => `src/${set}/${language}`));
function resolveIn(file, test, { root, folder, exists }) {
    const candidates = (0,external_node_path_.isAbsolute)(file)
        ? [file]
        : [
            (0,external_node_path_.join)(folder, file),
            (0,external_node_path_.join)(root, file),
            ...ancestors(test.report).flatMap(module => [
                (0,external_node_path_.join)(folder, module, file),
                ...(/\.(java|kt|scala|groovy)$/.test(file)
                    ? sourceRoots.map(each => (0,external_node_path_.join)(folder, module, each, file))
                    : []),
            ]),
            ...((0,external_node_path_.dirname)(file) === '.' ? suffixes(test.group).map(each => (0,external_node_path_.join)(folder, each, file)) : []),
        ];
    for (const candidate of candidates) {
        const path = (0,external_node_path_.relative)(root, (0,external_node_path_.normalize)(candidate));
        if (path === '' || path.startsWith('..') || (0,external_node_path_.isAbsolute)(path) || (0,external_node_path_.basename)(path) === '')
            continue;
        if (exists((0,external_node_path_.join)(root, path)))
            return path.replaceAll('\\', '/');
    }
    return undefined;
}
function ancestors(report) {
    const parts = (0,external_node_path_.dirname)(report).split('/').slice(0, 8);
    return [...parts.map((_, index) => parts.slice(0, parts.length - index).join('/')), '.'];
}
function suffixes(group) {
    if (!/^[\w.~-]+(\/[\w.~-]+)*$/.test(group))
        return [];
    const parts = group.split('/').slice(0, 12);
    return parts.slice(1).map((_, index) => parts.slice(index + 1).join('/'));
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/printable.js
var printable = __webpack_require__(72315);
;// CONCATENATED MODULE: ./.build/js/src/testing/coverage.js
class FileHits {
    lines = new Map();
    branches = new Map();
    line(number, hit) {
        this.lines.set(number, (this.lines.get(number) ?? false) || hit);
    }
    branch(key, taken) {
        this.branches.set(key, (this.branches.get(key) ?? false) || taken);
    }
    branchesAt(line, { covered, total }) {
        for (let index = 0; index < total; index += 1)
            this.branch(`${line}:${index}`, index < covered);
    }
}
class AllHits extends Map {
    hitsOf(file) {
        const known = this.get(file) ?? new FileHits();
        this.set(file, known);
        return known;
    }
    coverageOr(stated) {
        const counted = totalOf(this);
        if (counted.lines.total > 0)
            return counted;
        const { lines, branches } = stated;
        return { lines, branches: branches.total === 0 ? undefined : branches, files: [] };
    }
}
function totalOf(hits, summed = []) {
    const names = new Set(summed.map(each => each.file));
    const counted = [...hits]
        .filter(([file]) => !names.has(file))
        .map(([file, { lines, branches }]) => ({ file, lines: ratioOf(lines), branches: ratioOf(branches) }))
        .sort((a, b) => (a.file < b.file ? -1 : 1));
    const files = [...counted, ...summed];
    const branches = sum(files.map(each => each.branches));
    return {
        lines: sum(files.map(each => each.lines)),
        branches: branches.total === 0 ? undefined : branches,
        files,
    };
}
function sum(ratios) {
    return {
        covered: ratios.reduce((total, each) => total + each.covered, 0),
        total: ratios.reduce((total, each) => total + each.total, 0),
    };
}
function percent({ covered, total }) {
    return total === 0 ? 0 : Math.floor((covered * 10_000) / total) / 100;
}
function ratioOf(hits) {
    return { covered: [...hits.values()].filter(hit => hit).length, total: hits.size };
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
;// CONCATENATED MODULE: ./.build/js/src/testing/xml.js


async function parseXml(text, file) {
    if (/<!ENTITY/i.test(text)) {
        throw new errors/* UserError */.yo(`${file} defines custom XML entities, which no report needs`, 'use another reporter');
    }
    const { XMLParser, XMLValidator } = await __webpack_require__.e(/* import() */ 9131).then(__webpack_require__.bind(__webpack_require__, 99131));
    const broken = (where) => new errors/* UserError */.yo(`${file} is malformed XML: ${where}`, 'check whether the reporter was interrupted');
    const valid = XMLValidator.validate(text);
    if (valid !== true) {
        if (valid.err.msg.startsWith("Invalid '["))
            throw broken('it ends before all elements are closed');
        throw broken(`${valid.err.msg.replace(/\.$/, '')}, line ${valid.err.line}`);
    }
    const parser = new XMLParser({
        ignoreAttributes: false,
        attributeNamePrefix: '@',
        parseTagValue: false,
        parseAttributeValue: false,
        trimValues: false,
        removeNSPrefix: true,
        ignoreDeclaration: true,
        ignorePiTags: true,
        alwaysCreateTextNode: true,
        isArray: (_name, _path, _leaf, isAttribute) => !isAttribute,
        entityDecoder,
    });
    let parsed;
    try {
        parsed = parser.parse(text);
    }
    catch (error) {
        throw broken(error instanceof Error ? error.message : String(error));
    }
    const root = Object.keys(parsed).find(name => name !== '#text');
    const element = root === undefined ? undefined : parsed[root]?.[0];
    if (root === undefined || element === undefined)
        throw broken('it has no element');
    return { root, element };
}
const children = (element, ...path) => path.reduce((elements, name) => elements.flatMap(each => (0,map/* mapsIn */.nf)(each[name])), [element]);
function attribute(element, name) {
    const value = element[`@${name}`];
    return typeof value === 'string' && value !== '' ? value : undefined;
}
function numeric(element, name) {
    const text = attribute(element, name);
    const value = text === undefined ? Number.NaN : Number(text.replaceAll(',', ''));
    return Number.isFinite(value) && value >= 0 ? value : undefined;
}
function textOf(element) {
    const text = element['#text'];
    return typeof text === 'string' ? text : '';
}
const named = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const entityDecoder = {
    setExternalEntities: () => { },
    addInputEntities: () => { },
    reset: () => { },
    setXmlVersion: () => { },
    decode: (text) => text.replace(/&(?:(lt|gt|quot|apos|amp)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi, (whole, name, decimal, hex) => {
        if (name !== undefined)
            return named[String(name).toLowerCase()] ?? whole;
        const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
        return point > 0x10ffff ? whole : String.fromCodePoint(point);
    }),
};

;// CONCATENATED MODULE: ./.build/js/src/testing/junit.js


async function readJunit(text, report) {
    const { root, element } = await parseXml(text, report);
    if (root !== 'testsuites' && root !== 'testsuite') {
        throw new errors/* UserError */.yo(`${report} is not a JUnit report: it starts with <${root}>`, 'correct `junit` under test in slipway.yml');
    }
    const cases = root === 'testsuite' ? suiteCases(element, report) : inside(element, report, {});
    const claimed = claimedFailures([element]);
    if (claimed > 0 && !cases.some(each => each.outcome === 'failed')) {
        throw new errors/* UserError */.yo(`${report} counts ${claimed} failures but lists none`, 'check whether the reporter was interrupted');
    }
    return cases;
}
function suiteCases(suite, report, attributes = {}) {
    return inside(suite, report, {
        suite: attribute(suite, 'name') ?? attributes.suite,
        file: attribute(suite, 'file') ?? attribute(suite, 'filepath') ?? attributes.file,
    });
}
function inside(element, report, attributes) {
    return [
        ...children(element, 'testcase').map(each => caseOf(each, report, attributes)),
        ...brokenSuite(element, report, attributes),
        ...children(element, 'testsuite').flatMap(each => suiteCases(each, report, attributes)),
    ];
}
function brokenSuite(suite, report, attributes) {
    const failures = failuresOf(suite);
    if (failures.length === 0)
        return [];
    return [
        {
            name: attributes.suite ?? 'suite',
            group: '',
            outcome: 'failed',
            seconds: undefined,
            ...explanation(failures, ''),
            file: attributes.file,
            line: undefined,
            report,
        },
    ];
}
function caseOf(test, report, attributes) {
    const name = attribute(test, 'name') ?? '(without a name)';
    const failures = failuresOf(test);
    const stated = [attribute(test, 'status'), attribute(test, 'result')];
    const skipped = children(test, 'skipped').length > 0 || stated.some(each => notRun.test(each ?? ''));
    const outcome = failures.length > 0 ? 'failed' : skipped ? 'skipped' : 'passed';
    return {
        name,
        group: attribute(test, 'classname') ?? attribute(test, 'class') ?? attributes.suite ?? '',
        outcome,
        seconds: numeric(test, 'time'),
        ...(outcome === 'failed' ? explanation(failures, name) : { message: '', trace: '' }),
        file: attribute(test, 'file') ?? attributes.file,
        line: lineOf(test),
        report,
    };
}
const notRun = /^(skipped|notrun|suppressed|disabled|ignored)$/i;
function failuresOf(element) {
    return [...children(element, 'failure'), ...children(element, 'error')];
}
const longestTrace = 1 << 16;
function explanation(failures, name) {
    const trace = failures.map(textOf).join('\n').trim().slice(0, longestTrace);
    const [first = {}] = failures;
    const given = attribute(first, 'message');
    const type = attribute(first, 'type');
    const said = given === undefined || /^failed$/i.test(given.trim()) ? firstLine(trace, name) : firstLine(given);
    return { message: said || given || type || 'failed without a message', trace };
}
function firstLine(text, name = '') {
    const [first = '', second = ''] = plain(text)
        .split('\n')
        .map(line => line.trim())
        .filter(line => line !== '' && !(name !== '' && line.endsWith(`::${name}`)));
    return first.endsWith(':') && second !== '' ? `${first} ${second}` : first;
}
function plain(text) {
    return text.replace(/(?:\u001b|#x1B)\[[0-9;]*[A-Za-z]/gi, '');
}
function lineOf(test) {
    const line = numeric(test, 'line') ?? numeric(test, 'lineno');
    return line !== undefined && Number.isInteger(line) && line > 0 ? line : undefined;
}
function claimedFailures(suites) {
    return suites.reduce((sum, suite) => {
        const own = (numeric(suite, 'failures') ?? 0) + (numeric(suite, 'errors') ?? 0);
        return sum + Math.max(own, claimedFailures(children(suite, 'testsuite')));
    }, 0);
}

;// CONCATENATED MODULE: ./.build/js/src/testing/verdict.js



function judge(evidence, thresholds) {
    const reasons = [
        ...failedTests(evidence.cases),
        ...missed('lines', evidence, thresholds),
        ...missed('branches', evidence, thresholds),
        ...evidence.problems,
        ...badEnding(evidence),
    ];
    return { verdict: reasons.length === 0 ? 'pass' : 'fail', reason: reasons.map(printable/* printable */.g$).join('; ') };
}
function count(cases) {
    const of = (outcome) => cases.filter(each => each.outcome === outcome).length;
    return { passed: of('passed'), failed: of('failed'), skipped: of('skipped') };
}
function nameOf(test) {
    return test.group === '' || test.name.startsWith(test.group) ? test.name : `${test.group} › ${test.name}`;
}
function verdict_short(text, longest = 200) {
    const line = (0,printable/* printable */.g$)(plain(text)).trim();
    return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
function shown(value) {
    return `${value} %`;
}
function failedTests(cases) {
    if (cases === undefined || cases.length === 0)
        return [];
    const { passed, failed, skipped } = count(cases);
    if (passed + failed === 0)
        return [`no test ran, ${skipped} skipped: find out why the command skips all tests`];
    const first = cases.find(each => each.outcome === 'failed');
    if (first === undefined)
        return [];
    const ran = `${failed} of ${passed + failed} tests failed`;
    return [
        `${ran}${failed === 1 ? ':' : ', the first is'} ${verdict_short(nameOf(first), 120)} (${verdict_short(first.message, 160)})`,
    ];
}
function missed(noun, { coverage }, thresholds) {
    const threshold = thresholds[noun];
    if (threshold === undefined || coverage === undefined)
        return [];
    const ratio = coverage[noun];
    if (ratio === undefined) {
        return [
            `the coverage report has no ${noun}: configure the tool to measure them, or remove \`${noun}\` from slipway.yml`,
        ];
    }
    if (ratio.covered * 100 >= threshold * ratio.total)
        return [];
    return [`${shown(percent(ratio))} of ${noun} are covered, but ${shown(threshold)} must be`];
}
function badEnding({ ending }) {
    if (ending?.kind === 'cancelled')
        return ['the run was cancelled'];
    if (ending?.kind === 'signal')
        return [`the command was terminated by ${ending.name}`];
    if (ending?.kind === 'exit' && ending.code !== 0) {
        const note = ending.code === 127 ? ' (command not found)' : ending.code === 126 ? ' (not executable)' : '';
        return [`the command failed with exit code ${ending.code}${note}`];
    }
    return [];
}

;// CONCATENATED MODULE: ./.build/js/src/testing/annotations.js


const most = 9;
function annotationsOf(cases, sources) {
    const failed = cases.filter(each => each.outcome === 'failed');
    const chosen = failed.length > most ? failed.slice(0, most - 1) : failed;
    const rest = failed.length - chosen.length;
    return [
        ...chosen.map(each => ({
            message: verdict_short(each.message, 1000),
            title: verdict_short(nameOf(each), 200),
            ...locate(each, sources),
        })),
        ...(rest > 0 ? [{ title: `${rest} more tests failed`, message: 'See the summary of the job.' }] : []),
    ];
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/markdown.js
var markdown = __webpack_require__(991);
;// CONCATENATED MODULE: ./.build/js/src/testing/summary.js




const mostFailures = 50;
function testSummary(app, result, thresholds) {
    const good = result.verdict === 'pass';
    const parts = [
        `### ${good ? '✅' : '❌'} ${(0,markdown/* cell */.Hn)(app)}: tests ${good ? 'passed' : 'failed'}`,
        result.reason === '' ? '' : `**Why:** ${(0,markdown/* cell */.Hn)(result.reason)}`,
        countsLine(result),
        failures(result),
        slowest(result.cases ?? []),
        coverageTable(result, thresholds),
        leastCovered(result.coverage?.files ?? []),
        result.notes.map(note => `- ${(0,markdown/* cell */.Hn)(note)}`).join('\n'),
    ];
    return `${parts.filter(part => part !== '').join('\n\n')}\n`;
}
function countsLine({ cases }) {
    if (cases === undefined)
        return 'No JUnit report is declared, so there are no results per test.';
    const { passed, failed, skipped } = count(cases);
    const seconds = cases.reduce((sum, each) => sum + (each.seconds ?? 0), 0);
    return `${passed} passed, ${failed} failed, ${skipped} skipped${seconds > 0 ? ` in ${(0,markdown/* time */.kB)(seconds * 1000)} of tests` : ''}.`;
}
function failures({ cases, sources }) {
    const failed = (cases ?? []).filter(each => each.outcome === 'failed');
    const rows = failed.slice(0, mostFailures).map(each => {
        const place = locate(each, sources);
        const where = place === undefined ? '' : `${place.file}${place.line === undefined ? '' : `:${place.line}`}`;
        return [verdict_short(nameOf(each)), verdict_short(each.message, 300), where, verdict_short(firstFrame(each.trace) ?? '')];
    });
    const more = failed.length > mostFailures ? `\n\nAnd ${failed.length - mostFailures} more.` : '';
    return `${(0,markdown/* table */.tp)(['failed test', 'message', 'where', 'first line of the trace'], rows)}${more}`;
}
function slowest(cases) {
    const timed = cases.flatMap(each => each.seconds === undefined ? [] : [{ each, ms: each.seconds * 1000 }]);
    timed.sort((a, b) => b.ms - a.ms);
    return (0,markdown/* table */.tp)(['slowest tests', 'time'], timed.slice(0, 5).map(({ each, ms }) => [verdict_short(nameOf(each)), (0,markdown/* time */.kB)(ms)]));
}
function coverageTable({ coverage }, thresholds) {
    if (coverage === undefined)
        return '';
    const row = (noun, ratio, threshold) => [
        noun,
        ratio === undefined ? 'not measured' : shown(percent(ratio)),
        ratio === undefined ? '' : `${ratio.covered} of ${ratio.total}`,
        threshold === undefined ? '' : shown(threshold),
    ];
    return (0,markdown/* table */.tp)(['coverage', 'covered', '', 'must be'], [row('lines', coverage.lines, thresholds.lines), row('branches', coverage.branches, thresholds.branches)]);
}
function leastCovered(files) {
    const missing = files.filter(each => each.lines.covered < each.lines.total);
    missing.sort((a, b) => percent(a.lines) - percent(b.lines) || b.lines.total - a.lines.total);
    return (0,markdown/* table */.tp)(['least covered files', 'lines', 'not covered'], missing
        .slice(0, 5)
        .map(({ file, lines }) => [verdict_short(file), shown(percent(lines)), String(lines.total - lines.covered)]));
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./.build/js/src/toolkit/command.js
var command = __webpack_require__(90305);
;// CONCATENATED MODULE: ./.build/js/src/testing/cobertura.js


function readCobertura(element) {
    const hits = new AllHits();
    for (const each of children(element, 'packages', 'package', 'classes', 'class'))
        gather(each, hits.hitsOf(attribute(each, 'filename') ?? attribute(each, 'name') ?? '(without a name)'));
    const stated = (noun) => ({
        covered: numeric(element, `${noun}-covered`) ?? 0,
        total: numeric(element, `${noun}-valid`) ?? 0,
    });
    return hits.coverageOr({ lines: stated('lines'), branches: stated('branches') });
}
function gather(each, hits) {
    const own = children(each, 'lines', 'line');
    const lines = own.length > 0 ? own : children(each, 'methods', 'method', 'lines', 'line');
    for (const line of lines) {
        const number = numeric(line, 'number');
        if (number === undefined)
            continue;
        hits.line(number, (numeric(line, 'hits') ?? 0) > 0);
        hits.branchesAt(number, branchesOf(line));
    }
}
function branchesOf(line) {
    const [, covered, total] = /\((\d{1,5})\/(\d{1,5})\)/.exec(attribute(line, 'condition-coverage') ?? '') ?? [];
    return { covered: Number(covered ?? 0), total: Number(total ?? 0) };
}

;// CONCATENATED MODULE: ./.build/js/src/testing/jacoco.js


function readJacoco(report) {
    const sources = sourcesIn(report);
    const groups = Map.groupBy(sources, ({ file }) => file);
    const hits = new AllHits();
    for (const { group, file, source } of sources) {
        const isShared = new Set(groups.get(file)?.map(each => each.group)).size > 1;
        jacoco_gather(source, hits.hitsOf(isShared && group !== '' ? `${group}/${file}` : file));
    }
    const counters = children(report, 'counter');
    const stated = (type) => jacoco_ratioOf(counters.find(each => attribute(each, 'type') === type) ?? {}, 'covered', 'missed');
    return hits.coverageOr({ lines: stated('LINE'), branches: stated('BRANCH') });
}
function jacoco_ratioOf(element, hit, missed) {
    const covered = numeric(element, hit) ?? 0;
    return { covered, total: covered + (numeric(element, missed) ?? 0) };
}
function sourcesIn(element, group = '') {
    const own = children(element, 'package').flatMap(each => children(each, 'sourcefile').map(source => ({
        group,
        file: pathOf(attribute(each, 'name'), attribute(source, 'name') ?? '(without a name)'),
        source,
    })));
    const inner = children(element, 'group').flatMap(each => sourcesIn(each, pathOf(group, attribute(each, 'name'))));
    return [...own, ...inner];
}
const pathOf = (...parts) => parts.filter(part => part !== undefined && part !== '').join('/');
function jacoco_gather(source, hits) {
    for (const line of children(source, 'line')) {
        const number = numeric(line, 'nr');
        if (number === undefined)
            continue;
        hits.line(number, (numeric(line, 'ci') ?? 0) > 0);
        hits.branchesAt(number, jacoco_ratioOf(line, 'cb', 'mb'));
    }
}

;// CONCATENATED MODULE: ./.build/js/src/testing/lcov.js


function readLcov(text, file) {
    const hits = new AllHits();
    const summed = [];
    let record;
    for (const line of text.split('\n').map(each => each.trim())) {
        const [, tag, rest = ''] = /^([A-Z]+):(.*)$/.exec(line) ?? [];
        if (tag === 'SF') {
            record = { name: rest, sums: {} };
        }
        else if (line === 'end_of_record' && record !== undefined) {
            if ((hits.get(record.name)?.lines.size ?? 0) === 0)
                summed.push(fromSums(record.name, record.sums));
            record = undefined;
        }
        else if (record !== undefined && tag !== undefined) {
            tell(hits.hitsOf(record.name), record.sums, tag, rest);
        }
    }
    if (record !== undefined) {
        throw new errors/* UserError */.yo(`${file} ends within the record of ${record.name}`, 'check whether the coverage tool was interrupted');
    }
    if (hits.size === 0 && summed.length === 0) {
        throw new errors/* UserError */.yo(`${file} is not LCOV, Cobertura or JaCoCo`, 'configure the coverage tool to write one of them');
    }
    return totalOf(hits, summed);
}
function tell(hits, sums, tag, rest) {
    const fields = rest.split(',');
    if (tag === 'DA')
        hits.line(Number(fields[0]), Number(fields[1]) > 0);
    else if (tag === 'BRDA')
        hits.branch(fields.slice(0, -1).join(','), Number(fields.at(-1)) > 0);
    else if (/^(LF|LH|BRF|BRH)$/.test(tag))
        sums[tag] = Number(rest) || 0;
}
function fromSums(file, sums) {
    return {
        file,
        lines: { covered: sums.LH ?? 0, total: sums.LF ?? 0 },
        branches: { covered: sums.BRH ?? 0, total: sums.BRF ?? 0 },
    };
}

;// CONCATENATED MODULE: ./.build/js/src/testing/coverage-report.js





async function readCoverage(text, file) {
    if (!text.trimStart().startsWith('<'))
        return readLcov(text, file);
    const { root, element } = await parseXml(text, file);
    if (root === 'report')
        return readJacoco(element);
    if (root === 'coverage' && children(element, 'project').length === 0)
        return readCobertura(element);
    throw new errors/* UserError */.yo(`${file} is ${root === 'coverage' ? 'Clover' : `<${root}>`}, and not LCOV, Cobertura or JaCoCo`, 'configure the coverage tool to write one of them');
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./.build/js/src/testing/reports.js



const largestReport = 32 << 20;
const mostReports = 5000;
async function stampReports(folder, patterns) {
    const stamps = new Map();
    for (const pattern of patterns) {
        for await (const path of (0,promises_.glob)(pattern, {
            cwd: folder,
            exclude: name => /(^|\/)(node_modules|\.git)$/.test(name),
        })) {
            const found = await (0,promises_.stat)((0,external_node_path_.join)(folder, path), { bigint: true }).catch(() => undefined);
            if (found?.isFile() !== true)
                continue;
            stamps.set(path.replaceAll('\\', '/'), `${found.ino} ${found.size} ${found.mtimeNs}`);
            if (stamps.size > mostReports) {
                throw new errors/* UserError */.yo(`more than ${mostReports} files match ${pattern}`, 'narrow `junit` under test in slipway.yml');
            }
        }
    }
    return new Map([...stamps].sort(([a], [b]) => (a < b ? -1 : 1)));
}
function freshOf(before, after) {
    const paths = [...after.keys()];
    const isStale = (path) => before.get(path) === after.get(path);
    return { fresh: paths.filter(path => !isStale(path)), stale: paths.filter(isStale) };
}
async function readReport(folder, path) {
    const { size } = await (0,promises_.stat)((0,external_node_path_.join)(folder, path));
    if (size > largestReport) {
        throw new errors/* UserError */.yo(`${path} is larger than ${largestReport >> 20} MiB`, 'configure the reporter to leave out the output of the tests, or to write several files');
    }
    return decodeReport(await (0,promises_.readFile)((0,external_node_path_.join)(folder, path)), path);
}
function decodeReport(bytes, path) {
    const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
    const declared = /^\s*<\?xml[^>]*\bencoding=["']([\w.:-]+)["']/.exec(head)?.[1];
    const mark = head.startsWith('\xff\xfe')
        ? 'utf-16le'
        : head.startsWith('\xfe\xff')
            ? 'utf-16be'
            : undefined;
    const encoding = mark ?? declared ?? 'utf-8';
    try {
        return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    }
    catch (error) {
        throw new errors/* UserError */.yo(`${path} is not text in ${encoding}`, 'configure the reporter to write UTF-8', {
            cause: error,
        });
    }
}

;// CONCATENATED MODULE: ./.build/js/src/testing/test.js








async function test(options) {
    const { declared, folder } = options;
    const { run, junit, coverage } = declared;
    if (run === undefined && junit === undefined && coverage === undefined) {
        throw new errors/* UserError */.yo('slipway.yml declares nothing to test', 'add `run`, `junit` or `coverage` under `test`, or set the input `run`');
    }
    const patterns = [...(junit ?? []), ...(coverage === undefined ? [] : [coverage.file])];
    const before = run === undefined ? new Map() : await stampReports(folder, patterns);
    const group = junit === undefined ? undefined : 'Output of the tests';
    const ending = run === undefined ? undefined : await (0,command/* runLogged */.Eb)({ ...options, run, group });
    const reading = { folder, before, problems: [], notes: [] };
    const cases = junit === undefined ? undefined : await collectCases(reading, junit);
    const measured = coverage === undefined ? undefined : await collectCoverage(reading, coverage.file);
    const { problems, notes } = reading;
    const evidence = {
        ending,
        cases,
        coverage: measured,
        problems: ending?.kind === 'cancelled' ? [] : problems,
    };
    return {
        ...evidence,
        ...judge(evidence, coverage ?? {}),
        notes: [...new Set(notes)],
        sources: sourcesOf(options),
    };
}
async function collectCases(reading, patterns) {
    const cases = [];
    const paths = new Set();
    for (const pattern of patterns)
        for (const path of await freshReports(reading, pattern))
            paths.add(path);
    for (const path of paths) {
        const found = await orProblem(reading, async () => readJunit(await readReport(reading.folder, path), path));
        if (found?.length === 0)
            reading.notes.push(`${path} contains no tests`);
        for (const each of found ?? [])
            cases.push(each);
    }
    if (cases.length === 0 && reading.problems.length === 0)
        reading.problems.push(`no test ran: ${patterns.join(', ')} contains none, so check where the command looks for tests`);
    return cases;
}
async function collectCoverage(reading, file) {
    const [path, ...others] = await freshReports(reading, file);
    if (path === undefined)
        return undefined;
    if (others.length > 0) {
        reading.problems.push(`${others.length + 1} reports match ${file}: name one file in \`coverage.file\`, or make the command merge them`);
        return undefined;
    }
    return orProblem(reading, async () => {
        const text = await readReport(reading.folder, path);
        const coverage = await readCoverage(text, path);
        if (coverage.lines.total > 0)
            return coverage;
        throw new errors/* UserError */.yo(`${path} covers no line of code`, 'check which files the coverage tool includes');
    });
}
async function freshReports(reading, pattern) {
    const { fresh, stale } = freshOf(reading.before, await stampReports(reading.folder, [pattern]));
    const ignored = `${stale.length === 1 ? stale[0] : `${stale.length} reports`} ${stale.length === 1 ? 'is' : 'are'} older than this run`;
    if (fresh.length > 0) {
        if (stale.length > 0)
            reading.notes.push(`${ignored} and not counted`);
        return fresh;
    }
    reading.problems.push(stale.length > 0
        ? `${ignored}, and the command wrote no new one: make it write one on every run`
        : `no report matches ${pattern}: correct the path in slipway.yml, or make the command write it`);
    return [];
}
async function orProblem(reading, read) {
    try {
        return await read();
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        reading.problems.push(error.sentence);
        return undefined;
    }
}
function sourcesOf({ folder, env }) {
    const tests = (0,external_node_path_.resolve)(folder);
    const workspace = (0,external_node_path_.resolve)(env.GITHUB_WORKSPACE || '.');
    const root = (0,external_node_path_.relative)(workspace, tests).startsWith('..') ? tests : workspace;
    const known = new Map();
    const exists = (path) => {
        const seen = known.get(path) ?? (0,external_node_fs_.existsSync)(path);
        known.set(path, seen);
        return seen;
    };
    return { root, folder: tests, exists };
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/host.js + 1 modules
var toolkit_host = __webpack_require__(80986);
// EXTERNAL MODULE: ./.build/js/src/actions/inputs.js
var actions_inputs = __webpack_require__(41648);
;// CONCATENATED MODULE: ./.build/js/src/actions/test.js









const testAction = (0,toolkit_host/* defineAction */.QP)({
    name: 'test',
    description: 'Run the tests, read their JUnit and coverage reports, and check the thresholds.',
    inputs: {
        config: actions_inputs/* config */.$W,
        run: (0,toolkit_host/* optional */.lq)('Command, which bash runs in the folder of slipway.yml. Default: `test.run` in slipway.yml.'),
        secrets: (0,toolkit_host/* optional */.lq)('JSON object that maps variable names to values, which the tests get in their environment. A run for a fork gets none. A value shorter than 6 characters is not masked in the log. Default: none.'),
    },
    outputs: {
        passed: 'Number of tests that passed; empty if no JUnit report is declared.',
        failed: 'Number of tests that failed.',
        skipped: 'Number of tests that were skipped.',
        'line-coverage': 'Line coverage in percent, such as `71.42`; empty if it is unknown.',
        'branch-coverage': 'Branch coverage in percent; empty if it is unknown.',
        verdict: '`pass` or `fail`.',
        reason: 'What failed (tests, a threshold, a report or the command), in one sentence; otherwise empty.',
    },
    refused: { verdict: 'fail' },
    recorded: [],
    run: async (inputs, host) => {
        const config = await (0,load/* loadConfig */.Z9)(inputs.config);
        const declared = { ...config.test, ...(inputs.run === '' ? {} : { run: inputs.run }) };
        const env = { ...host.env, ...(await actions_inputs/* secretsFor */.$J('tests', inputs.secrets, host)) };
        const place = { env, folder: (0,external_node_path_.dirname)(inputs.config), signal: host.cancellation() };
        const { log, quote, report } = host;
        const { withServices } = await __webpack_require__.e(/* import() */ 9248).then(__webpack_require__.bind(__webpack_require__, 59248));
        const result = await withServices(declared.services, { ...place, quote }, () => test({ declared, ...place, log, report }));
        const counts = result.cases === undefined ? undefined : count(result.cases);
        const { lines, branches } = result.coverage ?? {};
        const { verdict, reason } = result;
        (0,toolkit_host/* setOutputs */.n0)(host, {
            passed: counts?.passed,
            failed: counts?.failed,
            skipped: counts?.skipped,
            'line-coverage': lines && percent(lines),
            'branch-coverage': branches && percent(branches),
            verdict,
            reason,
        });
        await host.summary(testSummary(config.app, result, declared.coverage ?? {}));
        for (const each of annotationsOf(result.cases ?? [], result.sources))
            host.annotate('error', each);
        for (const note of result.notes)
            host.report(note);
        host.report(`tests: ${verdict}${reason === '' ? '' : `, ${reason}`}`);
        return verdict === 'pass';
    },
});


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

/***/ 90305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eb: () => (/* binding */ runLogged),
/* harmony export */   HY: () => (/* binding */ environmentForCommands)
/* harmony export */ });
/* unused harmony exports runCommand, commandGuard */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73024);
/* harmony import */ var _child_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83402);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92317);
/* harmony import */ var _runner_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2108);






const watched = '{ trap "" INT TERM; read -r -u 3 _; kill -KILL 0; } & exec bash --noprofile --norc -eo pipefail -c "$1" 3<&-';
async function runCommand(options) {
    const { run, folder, env, log, signal } = options;
    const { terminate, kill } = options.patience ?? { terminate: 3000, kill: 5000 };
    const bash = (0,_child_js__WEBPACK_IMPORTED_MODULE_3__/* .findOnPath */ .a)('bash');
    if (bash === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo('there is no bash on the PATH', 'install bash');
    if (signal.aborted)
        return { kind: 'cancelled' };
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(bash, ['--noprofile', '--norc', '-c', watched, 'bash', run], {
        cwd: folder,
        env,
        detached: true,
        stdio: ['ignore', log, log, 'pipe'],
    });
    const send = (name) => {
        try {
            if (child.pid !== undefined)
                process.kill(-child.pid, name);
        }
        catch {
        }
    };
    const timers = [];
    const end = () => {
        send('SIGINT');
        timers.push(setTimeout(() => send('SIGTERM'), terminate), setTimeout(() => send('SIGKILL'), kill));
    };
    signal.addEventListener('abort', end, { once: true });
    try {
        const [code, name] = await new Promise((resolve, reject) => {
            child.once('error', reject);
            child.once('exit', (...how) => resolve(how));
        });
        if (signal.aborted)
            return { kind: 'cancelled' };
        return code === null ? { kind: 'signal', name: name ?? 'a signal' } : { kind: 'exit', code };
    }
    finally {
        signal.removeEventListener('abort', end);
        for (const timer of timers)
            clearTimeout(timer);
        send('SIGKILL');
        child.stdio[3]?.destroy();
    }
}
const ofTheRunner = /^(GITHUB_(OUTPUT|ENV|PATH|STATE|ARTIFACTS)|ACTIONS_.*|INPUT_.*|SLIPWAY_JOB_TOKEN)$/;
function environmentForCommands(env) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => !ofTheRunner.test(name)));
}
function commandGuard(token, group) {
    const { stop, resume } = (0,_runner_js__WEBPACK_IMPORTED_MODULE_5__/* .commandsOff */ .Ul)(token);
    const [start, end] = group === undefined ? ['', ''] : [`::group::${group}\n`, '::endgroup::\n'];
    return { before: `${start}${stop}\n`, after: `\n${resume}\n${end}` };
}
async function runLogged({ report, group, ...command }) {
    const { run, folder, env, log } = command;
    report(`running in ${folder}: ${run.trim().split('\n')[0] ?? ''}${run.trim().includes('\n') ? ' …' : ''}`);
    const guard = env.GITHUB_ACTIONS === 'true' ? commandGuard((0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.randomUUID)(), group) : { before: '', after: '' };
    say(log, guard.before);
    try {
        return await runCommand({ ...command, env: environmentForCommands(env) });
    }
    finally {
        say(log, guard.after);
    }
}
function say(log, text) {
    for (;;) {
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.writeSync)(log, text);
            return;
        }
        catch (error) {
            if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN'))
                throw error;
            Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
        }
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

/***/ 2108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dm: () => (/* binding */ addArtifacts),
/* harmony export */   S0: () => (/* binding */ addSummary),
/* harmony export */   Ul: () => (/* binding */ commandsOff),
/* harmony export */   _Q: () => (/* binding */ fitting)
/* harmony export */ });
/* unused harmony export largestSummary */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46058);


const largestSummary = 1024 * 1024;
function addArtifacts(env, references) {
    if (!env.GITHUB_ARTIFACTS)
        return;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync)(env.GITHUB_ARTIFACTS, references.map(reference => `oci://${reference}\n`).join(''));
}
async function addSummary(markdown) {
    const file = process.env.GITHUB_STEP_SUMMARY;
    if (!file)
        return;
    const used = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file, { throwIfNoEntry: false })?.size ?? 0;
    await _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .summary */ .z.addRaw(fitting(`${markdown}\n`, largestSummary - used)).write();
}
function fitting(text, bytes, note = '\n\nThe summary was cut here, because GitHub shows at most 1 MiB. The log has the rest.\n') {
    if (Buffer.byteLength(text) <= bytes)
        return text;
    const head = Buffer.from(text).subarray(0, Math.max(0, bytes - note.length));
    const whole = head.toString('utf8', 0, head.lastIndexOf('\n') + 1);
    return note.length <= bytes ? `${whole}${note}` : '';
}
function commandsOff(token) {
    return { stop: `::stop-commands::${token}`, resume: `::${token}::` };
}


/***/ })

};
