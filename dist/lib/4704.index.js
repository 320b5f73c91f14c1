export const id = 4704;
export const ids = [4704,7438];
export const modules = {

/***/ 88159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ln: () => (/* binding */ requirements),
/* harmony export */   V0: () => (/* binding */ sections),
/* harmony export */   ZE: () => (/* binding */ sectionOf),
/* harmony export */   aj: () => (/* binding */ requirementIds)
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
const requirements = {
    Z1: 'No part depends on one cloud',
    Z2: 'Several images and workloads are one release',
    Z3: 'One automated flow from commit to production',
    Z4: 'Failures of every size are tolerated',
    Z5: 'Security and compliance have proof',
    Z6: 'What happens in production can be seen',
    Z7: 'Cost is known and limited',
    Z8: 'Nothing depends on one application',
    Z9: 'The policy has versions and follows new practice',
    A1: 'The frontend and the API both answer as what they are',
    A2: 'Application, authentication and monitoring run as services',
    A3: 'Database, cache and file storage answer',
    A4: 'Cluster, load balancer and registry are ready',
    A5: 'Each part reaches the parts that it needs',
    A6: 'The cluster can pull the images and send requests to ready pods',
    A7: 'Several ways of delivery give the same result',
    I1: 'Images are built in stages, from pinned base images',
    I2: 'Images stay within their size budget',
    I3: 'Packages of the frontend come from the lock file',
    I4: 'Packages of the backend come from the lock file',
    I5: 'Programs run with as few rights as possible',
    I6: 'Base images are slim, allowed and current',
    I7: 'Builds use a cache',
    I8: 'Images exist for every platform',
    I9: 'Build arguments and tags are planned before the build',
    I10: 'Releases never depend on a moving tag',
    K1: 'Stored secrets can be decrypted with the current key',
    K2: 'Stored settings are encrypted',
    K3: 'Encryption is symmetric and authenticated',
    K4: 'The key can be rotated',
    K5: 'Sensitive fields are encrypted, and only those',
    K6: 'The application reads an encrypted secret after a release',
    K7: 'Each variable is kept where its class demands',
    K8: 'Secrets come from a key service or an encrypted store',
    H1: 'Two instances run in each of three zones',
    H2: 'The load balancer of each zone answers',
    H3: 'The database replicates to the other zones',
    H4: 'The health of every container is checked',
    H5: 'A failed container is restarted',
    H6: 'Traffic leaves a failed or ending instance without errors',
    H7: 'Replicas hold the same data',
    H8: 'Workloads are valid, sized and updated in steps',
    H9: 'There are complete manifests',
    P1: 'Processor, memory, latency and requests are measured',
    P2: 'Business figures are measured',
    P3: 'Network, disk, connections and cache are measured',
    P4: 'Cost has a limit',
    P5: 'Use has quotas',
    P6: 'The number of instances follows the load',
    P7: 'Cost is reported in detail',
    P8: 'Autoscaling saves computing',
    P9: 'Compression and deduplication save storage',
    P10: 'Caching saves network traffic',
    P11: 'Connection pools fit the database',
    S1: 'Every request is authenticated and authorized',
    S2: 'Cookies of people are protected',
    S3: 'Bearer tokens are checked',
    S4: 'API keys are checked and expire',
    S5: 'Rights follow roles',
    S6: 'Rights and connections are granted one by one',
    S7: 'A withdrawn right is refused soon',
    S8: 'Transport is encrypted',
    S9: 'Stored data is encrypted',
    S10: 'Copies of data are masked',
    S11: 'Logins, rights and access are audited',
    M1: 'Application, infrastructure, database and cache are scraped',
    M2: 'Prometheus, Grafana and alerts work',
    M3: 'There are dashboards, reports and notifications',
    M4: 'An alert reaches a person',
    M5: 'Logs are structured',
    M6: 'Logs are kept by level',
    M7: 'Logs of all services come together',
    M8: 'Logs hold no secrets',
    M9: 'Limits raise alarms',
    M10: 'Alarms are filtered',
    M11: 'Severity decides who is told',
    M12: 'Alarms are acted on automatically',
    D1: 'Production is described completely',
    D2: 'Backups are scheduled and archived',
    D3: 'A recovery environment can be created',
    D4: 'Everything has a backup and a way back',
    D5: 'Full backups are weekly',
    D6: 'Incremental backups are daily',
    D7: 'Important data is replicated at once',
    D8: 'Configuration is backed up by version',
    D9: 'Images of releases are kept',
    D10: 'State of sessions is backed up',
    D11: 'Restores are rehearsed regularly',
    D12: 'Many disasters are rehearsed',
    D13: 'The time to recover is measured',
    D14: 'The loss of a machine costs no data',
    D15: 'The loss of a zone is recovered in time',
    D16: 'The loss of a region is recovered in time',
    D17: 'The loss of everything is recovered in time',
    D18: 'Schedules can meet their objectives',
    C1: 'Every commit has its own plan',
    C2: 'Builds give digests',
    C3: 'Tests give reports and stop bad commits',
    C4: 'Vulnerabilities stop a release',
    C5: 'Releases are checked, applied and recorded',
    C6: 'Releases are accepted by tests',
    C7: 'Metrics judge a release',
    C8: 'Blue-green releases lose no request',
    C9: 'Canaries get traffic in steps',
    C10: 'Rolling updates stop early',
    C11: 'A stable version is back quickly',
    C12: 'More than one forge is supported',
    C13: 'More than one CI system is supported',
    C14: 'The supported versions of Kubernetes are known',
    C15: 'Several registries are supported',
    C16: 'Prometheus and Grafana are connected',
    C17: 'A log store is connected',
};
const requirementIds = Object.keys(requirements);
const sectionOf = (id) => sections[id[0]];


/***/ }),

/***/ 48097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ htmlDocument)
});

// EXTERNAL MODULE: ./.build/js/src/report/html.js
var html = __webpack_require__(57555);
;// CONCATENATED MODULE: ./.build/js/src/report/style.js
const style = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1c2128; --soft: #59636e; --faint: #e6e9ed; --panel: #f6f8fa; --band: #f3f5f8;
  --candidate: #c2410c; --baseline: #1d6fd8; --harm: #c81e3a; --good: #1a7f37; --quiet: #6b7280; --rollback: #fdeaec;
  --good-ground: #e7f6ec; --open-ground: #fff6df; --bad-ground: #fdeaec; --open: #8a6100;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #0f1319; --ink: #e3e8ee; --soft: #9aa5b1; --faint: #2a313b; --panel: #171c24; --band: #171c24;
    --candidate: #ff9457; --baseline: #6cabff; --harm: #ff7086; --good: #4ac26b; --quiet: #8b949e; --rollback: #3a1c22;
    --good-ground: #12301c; --open-ground: #332809; --bad-ground: #3a1820; --open: #e3b341;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
main { max-width: 1040px; margin: 0 auto; padding: 32px 24px 64px; }
header p { margin: 0; color: var(--soft); }
h1 { font-size: 27px; line-height: 1.25; letter-spacing: -0.01em; margin: 4px 0 18px; font-weight: 650; text-wrap: balance; }
h1::first-letter { text-transform: uppercase; }
h2 { font-size: 17px; margin: 36px 0 2px; font-weight: 650; }
h2 + p { margin: 0 0 10px; color: var(--soft); font-size: 13.5px; max-width: 110ch; }
a { color: var(--baseline); }
.verdict { border-left: 5px solid; border-radius: 6px; padding: 12px 16px; display: grid; grid-template-columns: max-content 1fr; gap: 4px 14px; }
.verdict dt { font-weight: 650; } .verdict dd { margin: 0; overflow-wrap: anywhere; }
.verdict.good { background: var(--good-ground); border-color: var(--good); }
.verdict.open { background: var(--open-ground); border-color: var(--open); }
.verdict.bad { background: var(--bad-ground); border-color: var(--harm); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(170px, 1fr)); gap: 10px; margin: 16px 0 0; padding: 0; }
.tiles div { background: var(--panel); border-radius: 6px; padding: 10px 14px; }
.tiles dt { color: var(--soft); font-size: 12.5px; } .tiles dd { margin: 0; font-size: 21px; font-weight: 600; font-variant-numeric: tabular-nums; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 18px; margin: 0 0 2px 52px; padding: 0; list-style: none; font-size: 13px; color: var(--soft); }
.legend li::before { content: ""; display: inline-block; width: 16px; height: 0; border-top: 3px solid var(--tone); vertical-align: middle; margin-right: 6px; border-radius: 2px; }
.legend .faint::before { opacity: 0.4; }
svg { display: block; width: 100%; height: auto; overflow: visible; }
svg text { font-size: 12px; fill: var(--soft); font-variant-numeric: tabular-nums; }
svg .y { text-anchor: end; dominant-baseline: middle; } svg .x { text-anchor: middle; }
svg .unit { text-anchor: start; font-size: 11px; } svg text.unit:not(.end) { text-anchor: end; } svg .unit.end { text-anchor: end; }
svg .grid { stroke: var(--faint); fill: none; } svg .zero { stroke: var(--quiet); } svg .tick { stroke: var(--quiet); }
.band rect { fill: transparent; } .band.odd rect { fill: var(--band); } .band.rollback rect { fill: var(--rollback); }
.band text { text-anchor: middle; font-size: 11px; }
.candidate { --tone: var(--candidate); } .baseline { --tone: var(--baseline); } .harm { --tone: var(--harm); }
.good { --tone: var(--good); } .quiet { --tone: var(--quiet); }
.line { fill: none; stroke: var(--tone); stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
.line.thin { stroke-width: 1; opacity: 0.45; }
.line.steps { stroke-width: 1.6; stroke-linejoin: miter; }
.dots circle { fill: var(--tone); opacity: 0.4; }
.spots circle { fill: transparent; } .spots circle:hover { fill: var(--tone); }
.limit path { stroke: var(--tone); stroke-width: 1.3; stroke-dasharray: 5 4; fill: none; }
.limit text { fill: var(--tone); font-size: 11.5px; paint-order: stroke; stroke: var(--paper); stroke-width: 4px; }
.interval path { stroke: var(--tone); stroke-width: 2.5; fill: none; stroke-linecap: round; } .interval circle { fill: var(--tone); stroke: var(--paper); stroke-width: 1.5; }
.interval text { text-anchor: end; dominant-baseline: middle; font-size: 13px; fill: var(--ink); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 13.5px; margin-top: 6px; }
th, td { text-align: left; vertical-align: top; padding: 6px 14px 6px 0; border-bottom: 1px solid var(--faint); font-variant-numeric: tabular-nums; }
caption { text-align: left; } details caption { color: var(--soft); }
thead th { color: var(--soft); font-weight: 550; vertical-align: bottom; }
tbody th { font-weight: inherit; }
td { overflow-wrap: break-word; min-width: 5ch; } td.number, th.number { text-align: right; padding-right: 22px; } td.number, tbody th { white-space: nowrap; }
.about td { overflow-wrap: anywhere; }
.about th { color: var(--soft); width: 1%; overflow-wrap: normal; }
.status::before { content: ""; display: inline-block; width: 9px; height: 9px; border-radius: 50%; background: var(--tone); margin-right: 7px; }
details { margin-top: 28px; } summary { cursor: pointer; font-weight: 600; }
code { font: 12.5px ui-monospace, SFMono-Regular, Menlo, "DejaVu Sans Mono", monospace; background: var(--panel); padding: 1px 5px; border-radius: 4px; }
footer { margin-top: 40px; color: var(--soft); font-size: 13px; }
@media (max-width: 600px) { main { padding: 18px 14px 40px; } .verdict { grid-template-columns: 1fr; } h1 { font-size: 22px; } }
@media print {
  :root { color-scheme: light; }
  main { max-width: none; padding: 0; } section, tr, .tiles { break-inside: avoid; } h2 { break-after: avoid; }
  .verdict, .tiles div, .band rect, svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  table { font-size: 11px; } th, td { padding-right: 8px; } .scroll { overflow: visible; }
  details:not([open]) { display: none; }
}
@page { margin: 16mm; }
`;

;// CONCATENATED MODULE: ./.build/js/src/report/document.js


function htmlDocument(title, body, css = '') {
    return (0,html/* html */.qy) `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new html/* Html */.Ed(style + css)}</style>
</head>
<body><main>
${body}
</main></body>
</html>
`.text;
}


/***/ }),

/***/ 57555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ed: () => (/* binding */ Html),
/* harmony export */   qy: () => (/* binding */ html)
/* harmony export */ });
/* unused harmony export escaped */
class Html {
    text;
    constructor(text) {
        this.text = text;
    }
    toString() {
        return this.text;
    }
}
function html(strings, ...parts) {
    return new Html(strings.map((text, index) => text + written(parts[index])).join(''));
}
function written(part) {
    if (part === undefined)
        return '';
    if (part instanceof Html)
        return part.text;
    if (Array.isArray(part))
        return part.map(written).join('');
    return escaped(String(part));
}
function escaped(text) {
    return text
        .toWellFormed()
        .replace(/[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;');
}


/***/ }),

/***/ 66228:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ tableHtml)
/* harmony export */ });
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57555);

function tableHtml(caption, { head, rows }) {
    const numeric = head.map((_, column) => rows.every(row => /^[\d,.]*$/.test(row[column] ?? '')));
    const cell = (column, what, scope) => {
        const [tag, scoped] = scope === undefined ? ['td', ''] : ['th', ` scope="${scope}"`];
        const open = new _html_js__WEBPACK_IMPORTED_MODULE_0__/* .Html */ .Ed(`<${tag}${scoped}${numeric[column] === true ? ' class="number"' : ''}>`);
        return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `${open}${what}${new _html_js__WEBPACK_IMPORTED_MODULE_0__/* .Html */ .Ed(`</${tag}>`)}`;
    };
    const line = (row) => row.map((text, column) => cell(column, statusHtml(text), column === 0 ? 'row' : undefined));
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<div class="scroll"><table><caption>${caption}</caption><thead><tr>${head.map((text, column) => cell(column, (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `${text}`, 'col'))}</tr></thead><tbody>${rows.map(row => (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<tr>${line(row)}</tr>
`)}</tbody></table></div>`;
}
const statusTones = {
    harmed: 'harm',
    suspect: 'candidate',
    passed: 'good',
    open: 'quiet',
    missing: 'quiet',
};
function statusHtml(text) {
    const tone = Object.hasOwn(statusTones, text) ? statusTones[text] : undefined;
    return tone === undefined ? (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `${text}` : (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<span class="status ${tone}">${text}</span>`;
}


/***/ }),

/***/ 54704:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   requirementsPage: () => (/* binding */ requirementsPage)
/* harmony export */ });
/* harmony import */ var _assess_requirement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88159);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38650);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(48097);
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57555);
/* harmony import */ var _page_table_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66228);
/* harmony import */ var _requirements_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27438);






function requirementsPage(report) {
    const { app, environment, at, by, sources, notes } = report;
    const [worst] = (0,_requirements_js__WEBPACK_IMPORTED_MODULE_3__.shortfallsOf)(report);
    const mood = worst !== undefined ? 'bad' : report.counts.unknown > 0 ? 'open' : 'good';
    const trend = (0,_requirements_js__WEBPACK_IMPORTED_MODULE_3__.trendSentence)(report);
    const body = (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<header>
<p>${app} in ${environment} · ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTime */ .fU)(Date.parse(at))} · ${by}</p>
<h1>${(0,_requirements_js__WEBPACK_IMPORTED_MODULE_3__.headline)(report)}</h1>
${worst === undefined
        ? undefined
        : (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<dl class="verdict ${mood}"><dt>Worst</dt><dd>${(0,_requirements_js__WEBPACK_IMPORTED_MODULE_3__.nameOf)(worst)}: ${(0,_requirements_js__WEBPACK_IMPORTED_MODULE_3__.whatOf)(worst)}.</dd><dt>Next</dt><dd>${worst.remedy ?? 'see below'}.</dd></dl>`}
</header>
<section><h2>By section</h2>${trend === '' ? undefined : (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<p>${trend}</p>`}
<ul class="legend">${_requirements_js__WEBPACK_IMPORTED_MODULE_3__.statuses.map(each => (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<li class="${tones[each]}">${_requirements_js__WEBPACK_IMPORTED_MODULE_3__.statusWords[each]}</li>`)}</ul>
${chart(report)}</section>
${Object.values(_assess_requirement_js__WEBPACK_IMPORTED_MODULE_0__/* .sections */ .V0).map(section => sectionHtml(section, report))}
${notes.length === 0 ? undefined : (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<section><h2>Notes</h2><ul>${notes.map(note => (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<li>${note}</li>`)}</ul></section>`}
<section>${(0,_page_table_js__WEBPACK_IMPORTED_MODULE_2__/* .tableHtml */ .q)((0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<h2>What was read</h2>`, {
        head: ['source', 'at', 'results'],
        rows: sources.map(each => [each.of, (0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTime */ .fU)(Date.parse(each.at)), String(each.results)]),
    })}</section>
<footer>Unknown never counts as met. Times are UTC.</footer>`;
    return (0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .htmlDocument */ .r)(`Requirements of ${app} in ${environment}`, body, css);
}
const tones = { met: 'good', 'not-met': 'harm', unknown: 'candidate', 'not-applicable': 'quiet' };
const css = 'svg .bar { fill: var(--tone); } svg .name { text-anchor: end; dominant-baseline: middle; } svg .count { fill: var(--paper); text-anchor: middle; dominant-baseline: middle; }';
const line = 26;
const left = 190;
const width = 960;
function chart(report) {
    const rows = (0,_requirements_js__WEBPACK_IMPORTED_MODULE_3__.bySection)(report);
    const longest = Math.max(1, ...rows.map(([, ...counts]) => counts.reduce((sum, each) => sum + Number(each), 0)));
    const unit = (width - left) / longest;
    const bars = rows.map(([section = '', ...counts], row) => {
        let x = left;
        const parts = _requirements_js__WEBPACK_IMPORTED_MODULE_3__.statuses.map((status, index) => {
            const count = Number(counts[index] ?? 0);
            const from = x;
            x += count * unit;
            return count === 0
                ? undefined
                : (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<g class="${tones[status]}"><rect class="bar" x="${from.toFixed(1)}" y="${row * line + 3}" width="${(count * unit - 1).toFixed(1)}" height="${line - 6}"><title>${section}: ${count} ${_requirements_js__WEBPACK_IMPORTED_MODULE_3__.statusWords[status]}</title></rect><text class="count" x="${(from + (count * unit) / 2).toFixed(1)}" y="${row * line + line / 2}">${count}</text></g>`;
        });
        return (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<text class="name" x="${left - 10}" y="${row * line + line / 2}">${section}</text>${parts}
`;
    });
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<svg viewBox="0 0 ${width} ${rows.length * line}" role="img" aria-label="Requirements by section and status">${bars}</svg>`;
}
function sectionHtml(section, { requirements }) {
    const rows = requirements
        .filter(({ id }) => (0,_assess_requirement_js__WEBPACK_IMPORTED_MODULE_0__/* .sectionOf */ .ZE)(id) === section)
        .map(each => [
        (0,_requirements_js__WEBPACK_IMPORTED_MODULE_3__.nameOf)(each),
        _requirements_js__WEBPACK_IMPORTED_MODULE_3__.statusWords[each.status],
        (0,_requirements_js__WEBPACK_IMPORTED_MODULE_3__.whatOf)(each),
        each.remedy ?? '',
        evidenceText(each),
    ]);
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<section>${(0,_page_table_js__WEBPACK_IMPORTED_MODULE_2__/* .tableHtml */ .q)((0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<h2>${section}</h2>`, { head: ['requirement', 'status', 'what', 'remedy', 'evidence'], rows })}</section>`;
}
const evidenceText = ({ evidence }) => evidence.map(({ asked, of, at }) => `${asked}, of ${of}, ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTime */ .fU)(Date.parse(at))}`).join('; ');


/***/ }),

/***/ 27438:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bySection: () => (/* binding */ bySection),
/* harmony export */   headline: () => (/* binding */ headline),
/* harmony export */   nameOf: () => (/* binding */ nameOf),
/* harmony export */   requirementLines: () => (/* binding */ requirementLines),
/* harmony export */   requirementsSummary: () => (/* binding */ requirementsSummary),
/* harmony export */   shortfallsOf: () => (/* binding */ shortfallsOf),
/* harmony export */   statusWords: () => (/* binding */ statusWords),
/* harmony export */   statuses: () => (/* binding */ statuses),
/* harmony export */   trendSentence: () => (/* binding */ trendSentence),
/* harmony export */   whatOf: () => (/* binding */ whatOf)
/* harmony export */ });
/* harmony import */ var _assess_requirement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88159);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(991);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72315);




const statuses = ['met', 'not-met', 'unknown', 'not-applicable'];
const statusWords = {
    ...{ met: 'met', 'not-met': 'not met', unknown: 'unknown', 'not-applicable': 'not applicable' },
};
const worst = 10;
function requirementsSummary(report) {
    const { app, environment, requirements, notes } = report;
    const short = shortfallsOf(report);
    const mark = short.some(({ excused }) => excused === undefined)
        ? '❌'
        : report.counts.unknown > 0
            ? '⚠️'
            : '✅';
    return [
        `### ${mark} Requirements of ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(app)} in ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(environment)}: ${headline(report)}`,
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['section', ...statuses.map(each => statusWords[each])], bySection(report)),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['requirement', 'what', 'remedy'], short.slice(0, worst).map(each => [nameOf(each), whatOf(each), each.remedy ?? ''])),
        short.length > worst ? `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(short.length - worst, 'more shortfall')} in the report.` : '',
        trendSentence(report),
        details('Unknown', requirements, 'unknown'),
        details('Not applicable', requirements, 'not-applicable'),
        notes.map(note => `- ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)((0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g)(note))}`).join('\n'),
    ]
        .filter(part => part !== '')
        .join('\n\n')
        .concat('\n');
}
function headline({ counts, requirements }) {
    const rest = statuses.slice(1).map(each => `${counts[each]} ${statusWords[each]}`);
    return `${counts.met} of ${requirements.length} met, ${rest.join(', ')}`;
}
const ranks = { error: 0, warning: 1, info: 2 };
function shortfallsOf({ requirements }) {
    const rank = ({ excused, level = 'warning' }) => (excused === undefined ? 0 : 10) + ranks[level];
    return requirements.filter(({ status }) => status === 'not-met').sort((a, b) => rank(a) - rank(b));
}
function bySection({ requirements }) {
    return Object.values(_assess_requirement_js__WEBPACK_IMPORTED_MODULE_0__/* .sections */ .V0).map(section => {
        const own = requirements.filter(({ id }) => (0,_assess_requirement_js__WEBPACK_IMPORTED_MODULE_0__/* .sectionOf */ .ZE)(id) === section);
        return [section, ...statuses.map(each => String(own.filter(({ status }) => status === each).length))];
    });
}
function trendSentence({ since, counts }) {
    if (since === undefined)
        return '';
    const lost = since.changed.filter(({ from }) => from === 'met');
    const gained = since.changed.filter(({ to }) => to === 'met');
    const named = (all) => (all.length === 0 ? 'none' : all.map(({ id }) => id).join(', '));
    return `Since ${since.at.slice(0, 10)}: ${since.counts.met} met before, ${counts.met} now. Newly met: ${named(gained)}. No longer met: ${named(lost)}.`;
}
const requirementLines = (report) => [
    ...shortfallsOf(report).map(each => (0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g)(`not met: ${nameOf(each)}: ${whatOf(each)}${each.remedy === undefined ? '' : `; ${each.remedy}`}`)),
    `report: ${headline(report)}`,
];
const nameOf = ({ id }) => `${id} ${_assess_requirement_js__WEBPACK_IMPORTED_MODULE_0__/* .requirements */ .Ln[id]}`;
function whatOf({ what, where, excused }) {
    const accepted = excused === undefined
        ? ''
        : ` (accepted by ${excused.owner} until ${excused.expires}: ${excused.reason})`;
    return (0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g)(`${where === undefined || what.includes(where) ? '' : `${where}: `}${what}${accepted}`);
}
function details(title, all, status) {
    const rows = all
        .filter(each => each.status === status)
        .map(each => [nameOf(each), whatOf(each), each.remedy ?? '']);
    return rows.length === 0
        ? ''
        : `<details><summary>${title}: ${rows.length}</summary>\n\n${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['requirement', 'why', 'how to find out'], rows)}\n\n</details>`;
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
