export const id = 3251;
export const ids = [3251,501];
export const modules = {

/***/ 3251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connectAction: () => (/* binding */ connectAction)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46058);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_folder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94826);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(80986);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_redaction_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(90501);








const connectAction = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_5__/* .defineAction */ .QP)({
    name: 'connect',
    description: 'Use a kubeconfig from a secret in the following steps.',
    inputs: { kubeconfig: (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lq)('Content of the kubeconfig; empty changes nothing.') },
    outputs: { reason: 'Why the kubeconfig cannot be used, in one sentence; otherwise empty.' },
    run: async ({ kubeconfig }, { env, setSecret }) => {
        if (kubeconfig !== '') {
            for (const value of credentialsIn(await parsed(kubeconfig)))
                setSecret(value);
            const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(await (0,_toolkit_folder_js__WEBPACK_IMPORTED_MODULE_4__/* .newFolder */ .l)(env, 'kubeconfig'), 'config');
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, `${kubeconfig}\n`, { mode: 0o600 });
            (0,_actions_core__WEBPACK_IMPORTED_MODULE_2__/* .exportVariable */ .dN)('KUBECONFIG', file);
        }
        return true;
    },
});
const ofUser = ['token', 'password', 'client-key-data'];
const ofProvider = ['access-token', 'id-token', 'refresh-token', 'client-secret'];
function credentialsIn(config) {
    return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .mapsIn */ .nf)(config.users).flatMap(({ user }) => {
        if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .isMap */ .jh)(user))
            return [];
        const provider = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .isMap */ .jh)(user['auth-provider']) ? user['auth-provider'].config : undefined;
        const plugin = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .isMap */ .jh)(user.exec) ? (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .mapsIn */ .nf)(user.exec.env).map(({ value }) => textOf(value)) : [];
        return [
            ...ofUser.map(key => textOf(user[key])),
            ...((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .isMap */ .jh)(provider) ? ofProvider.map(key => textOf(provider[key])) : []),
            ...plugin.filter(value => value.length >= _toolkit_redaction_js__WEBPACK_IMPORTED_MODULE_6__/* .shortestMasked */ .Q),
        ].filter(value => value !== '');
    });
}
const textOf = (value) => (['string', 'number'].includes(typeof value) ? String(value) : '');
async function parsed(kubeconfig) {
    const { parse } = await __webpack_require__.e(/* import() */ 8815).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    let config;
    try {
        config = parse(kubeconfig);
    }
    catch {
    }
    if ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .isMap */ .jh)(config) && ['clusters', 'users', 'contexts'].some(key => Object.hasOwn(config, key)))
        return config;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('the secret `kubeconfig` is not a kubeconfig', 'set it to the content of the file, not its path and not base64');
}


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

/***/ 90501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ withoutSecretShapes),
/* harmony export */   Q: () => (/* binding */ shortestMasked),
/* harmony export */   withoutSecrets: () => (/* binding */ withoutSecrets)
/* harmony export */ });
/* harmony import */ var _secrecy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60512);
/* harmony import */ var _url_passwords_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87506);


const hidden = '(hidden)';
const shortestMasked = 6;
function withoutSecrets(text, values) {
    const forms = [...values]
        .flatMap(value => [value.trim(), ...value.split('\n').map(line => line.trim())])
        .filter(value => value.length >= shortestMasked)
        .flatMap(value => [
        value,
        JSON.stringify(value).slice(1, -1),
        encodeURIComponent(value),
        encodeURI(value),
        new URLSearchParams([['', value]]).toString().slice(1),
        value.replace(/[&<>"']/g, letter => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[letter] ?? '#39'};`),
        Buffer.from(value).toString('base64url'),
        Buffer.from(value).toString('base64').replace(/=+$/, ''),
    ]);
    const longestFirst = [...new Set(forms)].sort((a, b) => b.length - a.length);
    return (0,_url_passwords_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutPasswords */ .h)(longestFirst.reduce((rest, form) => rest.replaceAll(form, hidden), text));
}
const longest = 10_000;
const shapes = [
    /-----BEGIN [A-Z0-9 ]{1,40}-----[\s\S]*?(?:-----END [A-Z0-9 ]{1,40}-----|$)/g,
    /\bAGE-SECRET-KEY-\w+/g,
    /(?<=\b(?:proxy-authorization|authorization|set-cookie|cookie)\b["']?\s{0,3}[:=]\s{0,3})\S[^\r\n]*/gi,
    /(?<=\b(?:bearer|basic)\s{1,3})[\w.~+/=-]{6,}/gi,
    /\beyJ[\w-]{5,}\.[\w.-]+/g,
    /\b(?:gh[opsur]_|github_pat_|glpat-|xox[abeprs]-|[rs]k_(?:live|test)_|npm_|A[KS]IA)[\w-]{10,}/g,
    /\bhttps?:\/\/[^\s/]*(?:hooks\.slack\.com|webhook\.office\.com|logic\.azure\.com|api\.powerplatform\.com|discord(?:app)?\.com\/api\/webhooks)[^\s"'<>]*/gi,
    /(?<=\bhttps?:\/\/[^\s?"'<>]{1,300}\?)[^\s"'<>]+/gi,
];
const named = /([\w.-]{1,100})(["']?\s{0,3}[:=]\s{0,3}|(?<=(?:^|\s)--?[\w.-]{1,100})\s)("[^"]*"|'[^']*'|[^\s,;]+)/g;
const dense = /[A-Za-z0-9+/_=-]{28,}/g;
const isDense = (word) => /[a-z].*[a-z]/.test(word) && /[A-Z].*[A-Z]/.test(word) && /\d/.test(word);
function withoutSecretShapes(text) {
    const cut = shapes.reduce((rest, shape) => rest.replace(shape, hidden), text.slice(0, longest));
    const unnamed = cut.replace(named, (all, name, sign) => (0,_secrecy_js__WEBPACK_IMPORTED_MODULE_0__/* .namesSecret */ .L4)(name) ? `${name}${sign}${hidden}` : all);
    return (0,_url_passwords_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutPasswords */ .h)(unnamed).replace(dense, word => (isDense(word) ? hidden : word));
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
