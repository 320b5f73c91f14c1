export const id = 3075;
export const ids = [3075];
export const modules = {

/***/ 95126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   Zq: () => (/* binding */ durationPattern),
/* harmony export */   kU: () => (/* binding */ parseMilliseconds)
/* harmony export */ });
/* unused harmony export longestDuration */
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);

const longestDuration = 24 * 60 * 60 * 1000;
const durationPattern = /^(?=\d)(\d{1,8}h)?(\d{1,8}m)?(\d{1,8}s)?(\d{1,8}ms)?$/;
function parseDuration(text) {
    const milliseconds = parseMilliseconds(text);
    return milliseconds !== undefined && milliseconds > 0 && milliseconds <= longestDuration
        ? milliseconds
        : undefined;
}
function parseMilliseconds(text) {
    const parts = durationPattern.exec(text);
    if (parts === null)
        return undefined;
    return _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .units */ .MD.reduce((sum, unit, index) => sum + Number.parseInt(parts[index + 1] ?? '0', 10) * unit.milliseconds, 0);
}


/***/ }),

/***/ 28061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   requireQueries: () => (/* binding */ requireQueries)
/* harmony export */ });
/* unused harmony export promqlFault */
/* harmony import */ var _prometheus_io_lezer_promql__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86828);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71539);
/* harmony import */ var _matchers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39561);
/* harmony import */ var _monitoring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60096);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33146);





function requireQueries(config, text, file) {
    const issues = Object.entries(config.environments).flatMap(([environment, { monitoring }]) => Object.entries(monitoring?.queries ?? {}).flatMap(([name, written]) => {
        const { query } = (0,_monitoring_js__WEBPACK_IMPORTED_MODULE_3__/* .businessQuery */ .RG)(written);
        const message = mistakeIn(query);
        const deeper = typeof written === 'string' ? [] : ['query'];
        const path = ['environments', environment, 'monitoring', 'queries', name, ...deeper];
        return message === undefined ? [] : [{ code: 'custom', path, message, input: query }];
    }));
    if (issues.length > 0)
        throw (0,_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .explain */ .W)(issues, (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .readDocument */ .u)(text, file));
}
function mistakeIn(query) {
    const fault = promqlFault(query);
    if (fault !== undefined)
        return `is not PromQL: ${fault}; try it in the graph of Prometheus`;
    const tree = _prometheus_io_lezer_promql__WEBPACK_IMPORTED_MODULE_0__/* .parser */ .K3D.parse(query);
    let mistake;
    tree.iterate({
        enter: ({ node, name }) => {
            if (name !== 'StringLiteral')
                return;
            const quoted = query.slice(node.from, node.to);
            const unknown = unknownEscape(quoted);
            const isPattern = /^(EqlRegex|NeqRegex)$/.test(node.prevSibling?.firstChild?.name ?? '');
            const wrong = isPattern ? (0,_matchers_js__WEBPACK_IMPORTED_MODULE_2__/* .writtenPatternFault */ ._T)(quoted) : undefined;
            if (unknown !== undefined)
                mistake ??= `has an escape in quotes that PromQL does not know: "${unknown}"; write "\\${unknown}"`;
            else if (wrong !== undefined)
                mistake ??= `has a regular expression that Prometheus rejects: ${wrong}; correct the value after =~ or !~`;
        },
    });
    return mistake ?? mistypes[typeOf(tree.topNode.firstChild)];
}
const mistypes = {
    vector: undefined,
    range: 'is a range of values, which cannot be summed; write a function around it, such as increase(…)',
    number: 'is a number without a series, which cannot be summed; write a query with a metric, or vector(…)',
    string: 'is a text, which cannot be summed; write a query with a metric',
};
function typeOf(node) {
    switch (node?.name) {
        case 'NumberDurationLiteral':
            return 'number';
        case 'StringLiteral':
            return 'string';
        case 'MatrixSelector':
        case 'SubqueryExpr':
            return 'range';
        case 'FunctionCall':
            return /^(Scalar|Time|Pi)$/.test(node.firstChild?.firstChild?.name ?? '') ? 'number' : 'vector';
        case 'ParenExpr':
        case 'OffsetExpr':
        case 'StepInvariantExpr':
            return typeOf(node.firstChild);
        case 'UnaryExpr':
            return typeOf(node.lastChild);
        case 'BinaryExpr':
            return [node.firstChild, node.lastChild].every(each => typeOf(each) === 'number') ? 'number' : 'vector';
        default:
            return 'vector';
    }
}
function unknownEscape(quoted) {
    if (quoted.startsWith('`'))
        return undefined;
    const escapes = quoted.slice(1, -1).match(/\\./gs) ?? [];
    return escapes.find(([, letter = '']) => !/[abfnrtv\\xuU0-7]/.test(letter) && letter !== quoted[0]);
}
function promqlFault(expression) {
    let at;
    _prometheus_io_lezer_promql__WEBPACK_IMPORTED_MODULE_0__/* .parser */ .K3D.parse(expression).iterate({
        enter: ({ type, from }) => {
            if (type.isError && (at === undefined || from < at))
                at = from;
        },
    });
    if (at === undefined)
        return undefined;
    return at >= expression.trimEnd().length
        ? 'it ends too early'
        : `it is wrong from "${expression.slice(at, at + 30)}" on`;
}


/***/ }),

/***/ 38650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MD: () => (/* binding */ units),
/* harmony export */   P: () => (/* binding */ roughTimeSpan),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   b4: () => (/* binding */ maxClockSkew),
/* harmony export */   fU: () => (/* binding */ formatTime),
/* harmony export */   tD: () => (/* binding */ secondsOutput),
/* harmony export */   wL: () => (/* binding */ timeSpan)
/* harmony export */ });
const units = [
    { name: 'h', milliseconds: 3_600_000 },
    { name: 'm', milliseconds: 60_000 },
    { name: 's', milliseconds: 1_000 },
    { name: 'ms', milliseconds: 1 },
];
const maxClockSkew = 300_000;
function formatDuration(milliseconds) {
    let rest = Math.round(milliseconds);
    if (rest === 0)
        return '0s';
    let text = '';
    for (const unit of units) {
        const count = Math.floor(rest / unit.milliseconds);
        rest -= count * unit.milliseconds;
        if (count > 0)
            text += `${count}${unit.name}`;
    }
    return text;
}
const secondsOutput = (milliseconds) => milliseconds === undefined ? '' : (milliseconds / 1000).toFixed(2);
const formatTime = (at) => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
function timeSpan(ms) {
    const seconds = Math.round(ms / 1000);
    if (seconds < 1 && ms >= 1)
        return `${Math.round(ms)} ms`;
    const inUnits = (value, per, unit, smaller) => value % per === 0
        ? `${value / per} ${unit}`
        : `${Math.floor(value / per)} ${unit} ${value % per} ${smaller}`;
    if (seconds < 120)
        return `${seconds} s`;
    if (seconds < 7200)
        return inUnits(seconds, 60, 'min', 's');
    if (seconds < 172_800)
        return inUnits(Math.round(seconds / 60), 60, 'h', 'min');
    return `${Math.round(seconds / 86_400)} days`;
}
function roughTimeSpan(ms) {
    if (ms < 120_000)
        return `${Math.round(ms / 1000)} s`;
    return ms < 7_200_000 ? `${Math.round(ms / 60_000)} min` : `${Number((ms / 3_600_000).toPrecision(2))} h`;
}


/***/ }),

/***/ 60512:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L4: () => (/* binding */ namesSecret),
/* harmony export */   RP: () => (/* binding */ announcesSecret),
/* harmony export */   n0: () => (/* binding */ looksSecret)
/* harmony export */ });
/* harmony import */ var _tokens_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20660);
/* harmony import */ var _url_passwords_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87506);


const telltale = /pass(word|wd|phrase)?|pwd|secret|token|credential|(api|private|access|encryption|signing|session|master|hmac)[-_.]?key|(^|[-_.])dsn$|auth/i;
const setting = /(password|passwd|passphrase|pwd|secret|token|(api|private|access|encryption|signing|secret)[-_.]?key|dsn)$/i;
function namesSecret(name) {
    return telltale.test(name);
}
const shapes = [
    /-----BEGIN [A-Z0-9 ]*PRIVATE KEY|\bAGE-SECRET-KEY-/,
    /\b(gh[opsur]_\w{20}|github_pat_\w{20}|A[KS]IA[A-Z0-9]{16}|xox[abpr]-|[rs]k_live_|npm_\w{30})/,
];
function looksSecret(text) {
    const named = /(?:^|[\s"'])--?([\w.-]+)[= ]\S/g;
    const set = /^[ \t]*["']?([\w.-]{1,200})["']?[ \t]*[=:][ \t]*[^\s{[]/gm;
    return (shapes.some(shape => shape.test(text)) ||
        (0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .findToken */ .fm)(text) !== undefined ||
        text.split(/\s+/).some(_url_passwords_js__WEBPACK_IMPORTED_MODULE_1__/* .holdsPassword */ .o) ||
        holdsWebToken(text) ||
        [...text.matchAll(named)].some(([, name]) => namesSecret(name ?? '')) ||
        [...text.matchAll(set)].some(([, name]) => setting.test(name ?? '')));
}
function holdsWebToken(text) {
    for (let at = text.indexOf('.eyJ'); at !== -1; at = text.indexOf('.eyJ', at + 1)) {
        let start = at;
        while (/[\w-]/.test(text[start - 1] ?? ''))
            start -= 1;
        if (/(?:^|-)eyJ.{10}/.test(text.slice(start, at)))
            return true;
    }
    return false;
}
function announcesSecret(argument) {
    return /^--?[\w.-]+$/.test(argument) && namesSecret(argument);
}


/***/ }),

/***/ 20660:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tw: () => (/* binding */ namesSecretVariable),
/* harmony export */   fm: () => (/* binding */ findToken),
/* harmony export */   jc: () => (/* binding */ holdsPrivateKey)
/* harmony export */ });
const tokens = [
    {
        what: 'a GitHub token',
        pattern: /\bgh[oprsu]_[A-Za-z0-9]{36,251}\b|\bgithub_pat_[A-Za-z0-9_]{60,255}\b/,
    },
    { what: 'a GitLab token', pattern: /\bgl(pat|dt|rt|ptt|cbt|ft|soat)-[A-Za-z0-9_-]{20,}/ },
    { what: 'an AWS access key', pattern: /\b(AKIA|ASIA)(?![A-Z0-9]*EXAMPLE)[A-Z2-7]{16}\b/ },
    {
        what: 'a Slack token',
        pattern: /\bxox[abeoprs]-(\d+-){1,3}[A-Za-z0-9-]{16,}|\bxapp-\d-[A-Z0-9]+-\d+-[a-f0-9]{32,}/,
    },
    {
        what: 'a Slack webhook',
        pattern: /https:\/\/hooks\.slack\.com\/services\/T[A-Z0-9]{6,}\/B[A-Z0-9]{6,}\/[A-Za-z0-9]{16,}/,
    },
    { what: 'a Stripe key', pattern: /\b[rs]k_live_[A-Za-z0-9]{20,}/ },
    { what: 'a Google key', pattern: /\bAIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])|\bGOCSPX-[A-Za-z0-9_-]{28}/ },
    { what: 'an npm token', pattern: /\bnpm_[A-Za-z0-9]{36}\b/ },
    { what: 'a PyPI token', pattern: /\bpypi-AgE[A-Za-z0-9_-]{60,}/ },
    { what: 'a Docker Hub token', pattern: /\bdckr_(pat|oat)_[A-Za-z0-9_-]{27,}/ },
    { what: 'a DigitalOcean token', pattern: /\bdo[opr]_v1_[a-f0-9]{64}\b/ },
    { what: 'a SendGrid key', pattern: /\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}\b/ },
    { what: 'an Anthropic key', pattern: /\bsk-ant-[a-z0-9]+-[A-Za-z0-9_-]{80,}/ },
    {
        what: 'an OpenAI key',
        pattern: /(?<![\w-])sk-(proj-|svcacct-)?[A-Za-z0-9_-]{20,}T3BlbkFJ[A-Za-z0-9_-]{20,}/,
    },
    { what: 'an Azure storage account key', pattern: /\bAccountKey=[A-Za-z0-9+/]{86}==/ },
    { what: 'a Vault token', pattern: /\bhv[bs]\.[A-Za-z0-9_-]{24,}/ },
    { what: 'a Hugging Face token', pattern: /\bhf_[A-Za-z]{34}\b/ },
    { what: 'an age secret key', pattern: /\bAGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}\b/ },
];
const looser = [
    {
        what: 'a JSON Web Token',
        pattern: /(?<![\w-])eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{16,}/,
    },
    {
        what: 'a password in a URL',
        pattern: /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s/:@$"'<>{}]{0,100}:(?!\d+\/)(?!(password|passwd|pass|secret|changeme|example|x+|\*+|\.+)@)[^\s@$"'<>{}]{3,200}@[A-Za-z0-9[]/,
    },
];
const privateKey = /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----(?:\\n|\s){1,100}(?:[A-Za-z0-9-]{1,40}: [^\n]{0,200}\n\s{0,100}){0,20}[A-Za-z0-9+/=]{16,}/;
const holdsPrivateKey = (text) => privateKey.test(text);
function findToken(text, everywhere = false) {
    const found = [...tokens, ...(everywhere ? looser : [])].flatMap(({ what, pattern }) => {
        const offset = text.search(pattern);
        return offset < 0 ? [] : [{ what, offset }];
    });
    return found.sort((a, b) => a.offset - b.offset)[0];
}
const secretWords = /^(password|passwd|passphrase|pwd|secrets?|tokens?|credentials?|creds|apikey|privatekey|accesskey|secretkey|pat)$/;
const pairs = /(^|_)(api|private|access|signing|encryption|master|account|ssh|deploy|license|secret|client_secret|auth)_?(key|token)(_|$)/;
const harmless = /_(files?|path|dir|url|uri|endpoint|host|names?|ids?|ttl|expiry|expires|expiration|lifetime|length|limit|count|type|header|issuer|audience|enabled|required|policy|prefix|version|algorithm|budget|store|manager|provider|mount|service)$|(^|_)(public|per)(_|$)|^(no|use|has|with|without|allow|disable|enable|require|skip|max|min|num)_/;
function namesSecretVariable(name) {
    const words = name
        .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .filter(word => word !== '');
    const joined = words.join('_');
    if (harmless.test(joined))
        return false;
    return words.some(word => secretWords.test(word)) || pairs.test(joined);
}


/***/ })

};
