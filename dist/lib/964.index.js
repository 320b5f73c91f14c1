export const id = 964;
export const ids = [964];
export const modules = {

/***/ 41648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $W: () => (/* binding */ config),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   KY: () => (/* binding */ forced),
/* harmony export */   L1: () => (/* binding */ deployedForGrowth),
/* harmony export */   NB: () => (/* binding */ logins),
/* harmony export */   Nk: () => (/* binding */ policyReport),
/* harmony export */   QQ: () => (/* binding */ gitopsToken),
/* harmony export */   Rg: () => (/* binding */ toolMirrors),
/* harmony export */   Sc: () => (/* binding */ runsToken),
/* harmony export */   bc: () => (/* binding */ policyCounts),
/* harmony export */   cA: () => (/* binding */ environment),
/* harmony export */   cf: () => (/* binding */ durationOf),
/* harmony export */   dC: () => (/* binding */ parseSecrets),
/* harmony export */   dg: () => (/* binding */ aroundOf),
/* harmony export */   fu: () => (/* binding */ parseForce),
/* harmony export */   ic: () => (/* binding */ deploymentsToken),
/* harmony export */   l0: () => (/* binding */ appOutput),
/* harmony export */   l7: () => (/* binding */ releaseOf),
/* harmony export */   ls: () => (/* binding */ monitoredOutput),
/* harmony export */   lw: () => (/* binding */ ofRollout),
/* harmony export */   ng: () => (/* binding */ kubeContext),
/* harmony export */   pE: () => (/* binding */ waitOf),
/* harmony export */   qL: () => (/* binding */ withReversible),
/* harmony export */   qp: () => (/* binding */ reversible),
/* harmony export */   s$: () => (/* binding */ force),
/* harmony export */   uk: () => (/* binding */ wait)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _config_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95126);
/* harmony import */ var _release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29296);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26126);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60512);







const appOutput = 'Name of the application in slipway.yml.';
const monitoredOutput = '`true` if the environment has `monitoring` in slipway.yml, otherwise `false`.';
const config = {
    description: 'Path of slipway.yml.',
    default: 'slipway.yml',
};
const environment = {
    description: 'Name of the environment in slipway.yml.',
    required: true,
};
const kubeContext = {
    description: 'Context of the kubeconfig. Default: the `cluster` of the environment, otherwise the current context.',
    default: '',
};
const wait = {
    description: 'How long to wait for another run that releases the same application, such as `10m`.',
    default: '0s',
};
const deploymentsToken = {
    description: 'Token with `deployments: write`, to show the release as a GitHub deployment of its commit. Only for jobs that set no GitHub environment. Default: none.',
    default: '',
};
const runsToken = {
    description: 'Token with `actions: read`, to find out at once that the run of an unfinished rollout has ended. Default: the rollout counts as abandoned only after its time limit.',
    default: '',
};
const gitopsToken = {
    description: 'Token that may write the contents of the repository in `delivery.gitops` of slipway.yml, and with `by: pull-request` its pull requests. Default: the variable GITHUB_TOKEN for the repository of slipway.yml; for another one, the credentials of git.',
    default: '',
};
const release = {
    description: 'Number of the release that must be rolling out; otherwise nothing is changed. Default: the current rollout.',
    default: '',
};
const approve = {
    description: 'Whether to approve a rollout that waits for an approval: `true` or `false`. An approved rollout continues as if it had passed, unless a limit or a health check fails.',
    default: 'false',
};
const reversible = {
    description: 'Whether this release may be rolled back: `true` or `false`. Default: `reversible` in slipway.yml, which defaults to `true`.',
    default: '',
};
const force = {
    description: 'Reason to release images that do not meet the `requires` of the environment; it is stored in the record. Default: they are refused.',
    default: '',
};
const policyReport = {
    description: 'Path of a JSON report of the policy findings to write. Default: none.',
    default: '',
};
const deployedForGrowth = {
    description: 'JSON map from image names to deployed digests, for the `growth` budget in slipway.yml: `images` in the output `status` of the action `status`. Default: growth is not checked.',
    default: '',
};
const logins = {
    description: 'JSON map from variable names to values for the logins in slipway.yml (stores, Prometheus, Alertmanager, logs) and the identities of its `verify`, in addition to the environment. Default: none.',
    default: '',
};
const toolMirrors = {
    description: 'URLs of mirrors to download programs from, separated by commas or lines. Each contains the original host and path, as with `wget -x`. The checksums stay pinned. Default: none.',
    default: '',
};
const ofRollout = {
    environment,
    release,
    config,
    'kube-context': kubeContext,
    logins,
    'deployments-token': deploymentsToken,
    wait,
    approve,
    'tool-mirrors': toolMirrors,
};
const policyCounts = 'Number of policy findings as JSON, such as `{"error": 0, "warning": 2, "info": 1, "excused": 0}`.';
function parseSecrets(name, text, { mask }) {
    const map = text === '' ? {} : (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_5__/* .jsonMap */ .vM)(text);
    const secrets = Object.entries(map ?? {}).filter((each) => /^[A-Za-z_]\w*$/.test(each[0]) && typeof each[1] === 'string');
    if (map === undefined || secrets.length < Object.keys(map).length)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the input \`${name}\` is not a JSON map of variables`, 'pass a JSON map from names of variables to their values, such as {"TOKEN": "…"}');
    for (const [, value] of secrets)
        if (value.trim().length >= _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_6__/* .shortest */ .pr)
            mask(value);
    return Object.fromEntries(secrets);
}
function forced(text) {
    if (text === '')
        return {};
    const reason = parseForce(text, 'write in a few words why it cannot wait, such as `the fix of an outage`');
    return reason === undefined ? {} : { force: reason };
}
function withReversible(environment, text) {
    return text === '' ? environment : { ...environment, reversible: flag('reversible', text) };
}
const releaseOf = (text) => text === '' ? {} : { release: (0,_release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReleaseNumber */ ._W)(text) };
async function aroundOf(path, { hooks }, host, rendered = {}) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path);
    const { loadHooks } = await Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(8815), __webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(5277), __webpack_require__.e(8749)]).then(__webpack_require__.bind(__webpack_require__, 5277));
    return { hooks: await loadHooks(folder, hooks, rendered), folder, log: host.log, quote: host.quote };
}
const waitOf = (text) => (text === '0s' ? 0 : durationOf('wait', text));
function durationOf(name, text) {
    const duration = (0,_config_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E9)(text);
    if (duration !== undefined)
        return duration;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the input \`${name}\` is invalid: "${text}"`, 'write a duration such as 30s or 10m');
}
const flag = (name, text) => (0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_4__/* .oneOf */ .yL)(name, ['true', 'false'], text) === 'true';
function parseForce(text, example = 'say in a few words why the previous version can run, such as `the old column is still there`') {
    const reason = text.replace(/\s+/g, ' ').trim();
    if (reason === '')
        return undefined;
    if (reason.length >= 10 && reason.includes(' '))
        return reason;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the input \`force\` is "${reason}", which is not a reason`, `${example}; it is kept in the record`);
}


/***/ }),

/***/ 10964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  notifyAction: () => (/* binding */ notifyAction)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/js/src/config/channels.js
var channels = __webpack_require__(74790);
// EXTERNAL MODULE: ./.build/js/src/config/load.js
var load = __webpack_require__(63114);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
;// CONCATENATED MODULE: ./.build/js/src/notify/cards.js
const signs = { critical: '🔴', warning: '🟠', info: '🟢' };
function slackOf({ severity, title, why, next, source, url }) {
    const head = `${signs[severity]} ${title}`;
    const plain = (text) => ({ type: 'plain_text', text, emoji: false });
    const link = { type: 'mrkdwn', text: `<${entities(url)}|Open the run>` };
    return {
        ...{ text: entities(head), mrkdwn: false, parse: 'none', link_names: false },
        ...{ unfurl_links: false, unfurl_media: false },
        blocks: [
            ...[head, why, next].filter(text => text !== '').map(text => ({ type: 'section', text: plain(text) })),
            ...(url === '' ? [] : [{ type: 'section', text: link }]),
            { type: 'context', elements: [plain(source)] },
        ],
    };
}
const entities = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
function teamsOf({ severity, title, why, next, source, url }) {
    const block = (text, style = {}) => ({
        type: 'RichTextBlock',
        inlines: [{ type: 'TextRun', text, ...style }],
    });
    const color = { critical: 'attention', warning: 'warning', info: 'good' }[severity];
    const content = {
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
        ...{ type: 'AdaptiveCard', version: '1.4', msteams: { width: 'Full' } },
        body: [
            block(title, { weight: 'bolder', size: 'medium', color }),
            ...[why, next].filter(text => text !== '').map(text => block(text)),
            block(source, { isSubtle: true, size: 'small' }),
        ],
        ...(url === '' ? {} : { actions: [{ type: 'Action.OpenUrl', title: 'Open the run', url }] }),
    };
    const contentType = 'application/vnd.microsoft.card.adaptive';
    return { type: 'message', attachments: [{ contentType, contentUrl: null, content }] };
}
function webhookOf({ event: { release, baseline, ...event }, ...notice }) {
    const known = { ...(release && { release }), ...(baseline && { baseline }) };
    return { version: 1, ...notice, ...event, ...known };
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/body.js
var body = __webpack_require__(5346);
// EXTERNAL MODULE: ./.build/js/src/toolkit/retry.js
var retry = __webpack_require__(25726);
;// CONCATENATED MODULE: ./.build/js/src/notify/http.js



const attemptLimit = 10_000;
const longestPause = 20_000;
const largestAnswer = 64 * 1024;
class DeliveryError extends Error {
    temporary;
    after;
    constructor(problem, temporary = false, after) {
        super(problem);
        this.name = 'DeliveryError';
        this.temporary = temporary && (after ?? 0) <= longestPause;
        this.after = after;
    }
}
function insist(attempt, waiting = {}) {
    return (0,retry/* retry */.L5)({
        ...{ ...waiting, attempts: 4, within: 30_000 },
        temporary: error => error instanceof DeliveryError && error.temporary,
        delay: (count, error) => error.after ?? 1_000 * 3 ** (count - 1),
    }, async () => {
        const limit = AbortSignal.timeout(attemptLimit);
        try {
            return await attempt(limit);
        }
        catch (error) {
            if (limit.aborted)
                throw new DeliveryError(`does not answer within ${attemptLimit / 1000} s`, true);
            throw error instanceof DeliveryError
                ? error
                : new DeliveryError(`cannot be reached (${(0,errors/* innermostCause */.$C)(error)})`, true);
        }
    });
}
const sendRequest = (request, waiting = {}) => insist(async (signal) => {
    const answer = await fetch(await request(), { signal, redirect: 'manual' });
    if (answer.ok)
        return void (await answer.body?.cancel().catch(() => undefined));
    const { status, headers } = answer;
    const said = await (0,body/* readUpTo */.V)(answer.body, largestAnswer, () => new Error('its answer is larger than 64 KiB'));
    const line = said.toString('utf8').replace(/\s+/g, ' ').trim().slice(0, 200);
    const after = (0,retry/* retryAfter */.P9)(headers.get('retry-after'));
    const asks = after === undefined ? '' : `, and asks for a pause of ${Math.ceil(after / 1000)} s`;
    const problem = `answered ${status}${line === '' ? '' : `: ${line}`}${asks}`;
    throw new DeliveryError(problem, isTemporaryStatus(status), after);
}, waiting);
const isTemporaryStatus = (status) => status === 429 || status === 408 || status >= 500;

;// CONCATENATED MODULE: ./.build/js/src/notify/email.js


const implicitTls = 465;
const silence = 10_000;
async function sendMail({ to, from, server, tls, username }, password, { subject, text, thread }, urgent, waiting) {
    const { createTransport } = await __webpack_require__.e(/* import() */ 6739).then(__webpack_require__.bind(__webpack_require__, 16739));
    const [host = '', port] = server.split(':');
    const secure = tls && Number(port) === implicitTls;
    const transport = createTransport({
        ...{ host, port: Number(port), secure, requireTLS: tls && !secure, ignoreTLS: !tls },
        ...(username === undefined ? {} : { auth: { user: username, pass: password } }),
        ...{ connectionTimeout: silence, greetingTimeout: silence, socketTimeout: silence, dnsTimeout: silence },
        ...{ disableFileAccess: true, disableUrlAccess: true },
    });
    const headers = { 'Auto-Submitted': 'auto-generated' };
    const priority = urgent ? 'high' : 'normal';
    const mail = { from, to, subject, text, references: thread, inReplyTo: thread, headers, priority };
    try {
        await insist(async (signal) => {
            await transport.sendMail({ ...mail, signal }).catch((error) => {
                throw failureOf(error);
            });
        }, waiting);
    }
    finally {
        transport.close();
    }
}
const lasting = new Set(['ETLS', 'EAUTH', 'ENOAUTH', 'EENVELOPE', 'ECONFIG']);
function failureOf(error) {
    const { code = '', responseCode } = error;
    const why = (0,errors/* innermostCause */.$C)(error);
    const temporary = responseCode === undefined
        ? !/certificate|self-signed|altnames/i.test(why) && !lasting.has(code)
        : responseCode >= 400 && responseCode < 500;
    return new DeliveryError(`did not accept the mail (${why})`, temporary);
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/printable.js
var printable = __webpack_require__(72315);
// EXTERNAL MODULE: ./.build/js/src/toolkit/secrecy.js
var secrecy = __webpack_require__(60512);
;// CONCATENATED MODULE: ./.build/js/src/toolkit/redaction.js

const redaction_hidden = '(hidden)';
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
    const cut = shapes.reduce((rest, shape) => rest.replace(shape, redaction_hidden), text.slice(0, longest));
    const unnamed = cut.replace(named, (all, name, sign) => (0,secrecy/* namesSecret */.L4)(name) ? `${name}${sign}${redaction_hidden}` : all);
    return (0,secrecy/* withoutPasswords */.hl)(unnamed).replace(dense, word => (isDense(word) ? redaction_hidden : word));
}

;// CONCATENATED MODULE: ./.build/js/src/notify/neutral.js



function neutral(text, longest = 300) {
    const line = (0,printable/* oneLine */.T)(text.toWellFormed())
        .replace(/\p{Cf}/gu, '')
        .replace(/[<@](?=\S)/g, '$& ')
        .replaceAll('://', ': //')
        .replace(/(?<=[\p{L}\p{N}_-])\.(?!(?:ya?ml|json|txt|log|lock|toml)(?![\w.-]))(?=\p{L}{2})/giu, '$& ')
        .replace(/\s+/g, ' ')
        .replace(/^ | ?[<@]? ?$/g, '');
    return cutAt(line, longest);
}
function cutAt(text, longest) {
    if (text.length <= longest)
        return text;
    return `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$| ?[<@]$/, '')}…`;
}
function guarding(secrets) {
    return (text, longest) => neutral(withoutSecretShapes(withoutValues(text, secrets)), longest);
}
const withoutValues = (text, secrets) => (0,secrecy/* withoutSecrets */.cT)(text, secrets.flatMap(value => [value, ...partsOf(value)]));
const shortestPart = 12;
function partsOf(value) {
    const url = URL.parse(value.trim());
    if (url === null || !/^https?:$/.test(url.protocol))
        return [];
    const { pathname, search, searchParams } = url;
    const parts = [...pathname.split('/'), ...searchParams.values()].filter(part => part.length >= shortestPart);
    return [`${pathname}${search}`, ...parts].filter(part => part !== '/');
}

;// CONCATENATED MODULE: ./.build/js/src/notify/sns.js

async function publish(topic, text, env, waiting) {
    const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = env;
    if (!accessKeyId || !secretAccessKey)
        throw new DeliveryError('has no login: AWS_ACCESS_KEY_ID or AWS_SECRET_ACCESS_KEY is not set');
    const { AwsClient } = await __webpack_require__.e(/* import() */ 2580).then(__webpack_require__.bind(__webpack_require__, 12580));
    const [, partition = '', , region = ''] = topic.split(':');
    const domain = partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
    const endpoint = env.AWS_ENDPOINT_URL_SNS || env.AWS_ENDPOINT_URL || `https://sns.${region}.${domain}/`;
    const client = new AwsClient({
        ...{ accessKeyId, secretAccessKey, service: 'sns', region, retries: 0 },
        ...(env.AWS_SESSION_TOKEN ? { sessionToken: env.AWS_SESSION_TOKEN } : {}),
    });
    const body = new URLSearchParams({
        ...{ Action: 'Publish', Version: '2010-03-31', TopicArn: topic, Message: text },
        'MessageAttributes.entry.1.Name': 'AWS.SNS.SMS.SMSType',
        'MessageAttributes.entry.1.Value.DataType': 'String',
        'MessageAttributes.entry.1.Value.StringValue': 'Transactional',
    }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
    await sendRequest(() => client.sign(endpoint, { method: 'POST', headers, body }), waiting);
}

;// CONCATENATED MODULE: ./.build/js/src/notify/texts.js
function mailOf({ severity, title, why, next, url, source, key }) {
    const story = Object.entries({ Why: why, Next: next, Run: url }).filter(([, text]) => text !== '');
    return {
        subject: `[${severity}] ${title}`,
        text: `${[title, ...story.map(each => each.join(': ')), `${source}.`].join('\n\n')}\n`,
        thread: `<${key.replace(/[^A-Za-z0-9.-]+/g, '.')}@slipway.invalid>`,
    };
}
const longestSms = 459;
function smsOf({ title, why, next, url }) {
    const link = url === '' ? '' : ` ${url}`;
    const text = ascii(`${title}. ${why} ${next}`.replace(/ +/g, ' ').trim());
    const room = longestSms - link.length;
    return `${text.length <= room ? text : `${text.slice(0, room - 3)}...`}${link}`;
}
const ascii = (text) => text
    .replace(/[“”]/g, '"')
    .replace(/[‘’`]/g, "'")
    .replace(/[–—]/g, '-')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/gu, '?');

;// CONCATENATED MODULE: ./.build/js/src/notify/deliver.js








const secretVariables = (receivers) => channels/* severities */.g.flatMap(severity => receivers[severity].flatMap(({ slack, teams, webhook, email, sns }) => [
    ...[slack, teams, webhook, email?.password].flatMap(each => each ?? []),
    ...(sns === undefined ? [] : ['AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_ACCESS_KEY_ID']),
]));
const deliver = (notice, channels, { env, secrets, ...waiting }) => Promise.all(channels.map(channel => attempted(nameOf(channel), () => send(notice, channel, env, waiting), secrets)));
async function attempted(receiver, work, secrets, failed = `${receiver} `) {
    try {
        await work();
        return { receiver };
    }
    catch (error) {
        const why = error instanceof errors/* UserError */.yo ? error.sentence : error.message;
        return { receiver, problem: `${failed}${guarding(secrets)(why)}` };
    }
}
function nameOf({ slack, teams, email, sns, webhook }) {
    if (slack !== undefined)
        return `Slack (${slack})`;
    if (teams !== undefined)
        return `Teams (${teams})`;
    if (email !== undefined)
        return `the mail server ${email.server}`;
    if (sns !== undefined)
        return `the SNS topic ${sns.topic.split(':').at(-1)}`;
    return `the webhook (${webhook})`;
}
async function send(notice, { slack, teams, email, sns, webhook }, env, waiting) {
    if (email !== undefined) {
        const password = email.password === undefined ? '' : valueIn(email.password, env, 'login');
        return sendMail(email, password, mailOf(notice), notice.severity === 'critical', waiting);
    }
    if (sns !== undefined)
        return publish(sns.topic, smsOf(notice), env, waiting);
    const body = JSON.stringify(slack ? slackOf(notice) : teams ? teamsOf(notice) : webhookOf(notice));
    const address = addressIn(slack ?? teams ?? webhook ?? '', env);
    const headers = { 'content-type': 'application/json' };
    return sendRequest(() => new Request(address, { method: 'POST', headers, body }), waiting);
}
function valueIn(variable, env, what) {
    const value = (env[variable] ?? '').trim();
    if (value !== '')
        return value;
    throw new DeliveryError(`has no ${what}: ${variable} is not set`);
}
function addressIn(variable, env) {
    const text = valueIn(variable, env, 'address');
    const { protocol, hostname, username, password } = URL.parse(text) ?? {};
    const isLocal = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname ?? '');
    const isPrivate = protocol === 'https:' || (protocol === 'http:' && isLocal);
    if (isPrivate && username === '' && password === '')
        return text;
    throw new DeliveryError(`has no address: ${variable} must be an https address without a user or password`);
}

// EXTERNAL MODULE: ./.build/js/src/notify/event.js
var notify_event = __webpack_require__(29499);
// EXTERNAL MODULE: ./.build/js/src/toolkit/operations.js
var operations = __webpack_require__(78968);
;// CONCATENATED MODULE: ./.build/js/src/notify/words.js

const whatHappened = {
    release: '{release} {ended}; check which version is live',
    'release success': '{release} is live',
    'release rolled-back': '{release} was rolled back; {live}',
    'release paused': '{release} is paused with {share}',
    'release needs-action': '{release} needs action: it has {share}',
    plan: 'nothing was deployed; the version that was live is still live',
    'plan success': 'the plan passed',
    rollback: 'the rollback {ended}; check which version is live',
    'rollback success': '{release} is live after a rollback',
    'rollback rolled-back': '{release} is live after an automatic rollback',
    'rollback unknown': 'no rollback, because the alert could not be confirmed',
    restore: 'the restore{name} {ended}',
    build: 'the build{name} {ended}',
    'build success': 'the build{name} works again',
    sweep: 'the sweep of unfinished releases {ended}',
    'sweep success': 'the sweep of unfinished releases works again',
    backup: 'the backup{name} {ended}',
    'backup success': 'the backup{name} works again',
    drill: 'the recovery drill{name} {ended}',
    'drill success': 'the recovery drill{name} passes again',
    scan: 'the scan of the deployed images {ended}',
    'scan success': 'the scan of the deployed images passes again',
    monitor: 'the check of {watched} {ended}',
    'monitor success': '{watched} is healthy',
    'monitor degraded': '{watched} is degraded',
    'monitor unknown': 'the health of {watched} is unknown',
    alert: 'the alert{name} is firing',
    'alert success': 'the alert{name} is over',
};
const openDashboard = 'Open the dashboard of the service; the workflow rollback.yml rolls a bad release back';
const runStatus = `${(0,operations/* howToRun */.R)('status')} to see which version is live`;
const decide = `Decide: ${(0,operations/* howToRun */.R)(['resume', 'rollback'])}; the first continues the rollout, the second rolls it back`;
const release = 'Release again, unless it was cancelled on purpose';
const whatToDo = {
    release: `Now ${runStatus}; roll back there if it does harm`,
    'release rolled-back': 'Find the cause in the decision record of the run, then release again',
    'release paused': `If it waits for an approval, ${(0,operations/* howToRun */.R)(['approve', 'rollback'])}. Otherwise nothing: sweep continues it`,
    'release needs-action': decide,
    plan: 'Fix the cause and release again',
    'plan cancelled': release,
    rollback: `Now ${runStatus}, then start the rollback again`,
    'rollback rolled-back': 'Find the cause in the run, then release again',
    'rollback unknown': openDashboard,
    restore: 'Read the report of the run before you change anything else',
    build: 'Fix the cause and release again',
    'build cancelled': release,
    sweep: `Start it again; ${runStatus}`,
    'sweep needs-action': decide,
    backup: 'Fix the cause and start it again, before the last backup is too old',
    drill: 'Read the report of the run; until it passes, recovery is not proved',
    scan: 'Release images without these findings, or add exceptions that expire',
    monitor: 'Fix the cause and start it again; until then nothing checks the release',
    'monitor degraded': 'Read the report of the run; the workflow rollback.yml rolls the release back',
    'monitor unknown': 'Find out why there are no metrics; unknown is not healthy',
    alert: openDashboard,
};
const ended = {
    success: 'has succeeded',
    'rolled-back': 'was rolled back',
    paused: 'is paused',
    'needs-action': 'needs action',
    failure: 'failed',
    cancelled: 'was cancelled',
    degraded: 'found a problem',
    unknown: 'has no result',
};
function wordsOf(event, name) {
    const { kind, outcome, release, baseline, weight } = event;
    const earlier = baseline === '' ? 'the release before it' : `release ${baseline}`;
    const rest = baseline === 'none' ? '' : `; ${earlier} has the rest`;
    const terms = {
        ended: ended[outcome],
        name: name && ` ${name}`,
        release: release ? `release ${release}` : kind === 'rollback' ? 'an earlier release' : 'the release',
        watched: release ? `release ${release}, which is live,` : 'the live release',
        live: baseline === 'none' ? 'no release is live' : `${earlier} is live`,
        share: weight
            ? `${weight} % of the traffic${rest}`
            : 'an unknown share of the traffic; check which version is live',
    };
    const of = (words) => words[`${kind} ${outcome}`] ?? words[kind];
    const what = of(whatHappened).replace(/\{(\w+)\}/g, (_, term) => terms[term] ?? '');
    return { what, next: outcome === 'success' ? '' : of(whatToDo) };
}

;// CONCATENATED MODULE: ./.build/js/src/notify/message.js



function messageOf(event, secrets = [], headline) {
    const safe = guarding(secrets);
    const { kind, outcome, severity, app, environment, release, baseline, origin } = event;
    const { what, next } = headline ?? wordsOf(event, safe(event.name, 80));
    const { run, actor, revision = '', url = '' } = origin;
    const commit = /^[0-9a-f]{7,64}$/.test(revision) ? ` of commit ${revision.slice(0, 7)}` : '';
    return {
        severity,
        title: cutAt(`${app} in ${environment}: ${headline === undefined ? what : safe(what, 120)}`, 150),
        why: sentence(safe(headline?.why ?? event.reason, 400)),
        next: sentence(headline === undefined ? next : safe(next)),
        source: safe(`${run}${commit}, started by ${actor}`, 200),
        url: isAddress(url) && withoutValues(url, secrets) === url ? url : '',
        key: (0,notify_event/* keyOf */.TN)({ ...event, name: safe(event.name) }),
        event: { kind, outcome, app, environment, release, baseline },
    };
}
const isAddress = (text) => /^https?:\/\/[\w.:[\]-]+(\/[\w./~%+=&?#-]*)?$/.test(text) && URL.canParse(text);
const sentence = (text) => text
    .replace(/^[a-z]+(?=[ ,:])/, word => word.charAt(0).toUpperCase() + word.slice(1))
    .replace(/(?<=[^.!?…])$/, '.');

// EXTERNAL MODULE: ./.build/js/src/toolkit/host.js + 1 modules
var host = __webpack_require__(80986);
// EXTERNAL MODULE: ./.build/js/src/toolkit/markdown.js
var markdown = __webpack_require__(991);
// EXTERNAL MODULE: ./.build/js/src/toolkit/origin.js
var origin = __webpack_require__(93240);
// EXTERNAL MODULE: ./.build/js/src/actions/inputs.js
var actions_inputs = __webpack_require__(41648);
// EXTERNAL MODULE: ./.build/js/src/actions/session.js + 1 modules
var session = __webpack_require__(26115);
;// CONCATENATED MODULE: ./.build/js/src/actions/notify-state.js





const lastSuccess = () => __webpack_require__.e(/* import() */ 2835).then(__webpack_require__.bind(__webpack_require__, 22835));
function sentStoreOf(inputs, { environment, event }, host) {
    const path = inputs['state-file'];
    if (!actions_inputs/* flag */.Jt('keep-state', inputs['keep-state']))
        return path === '' ? undefined : fileStore(path);
    const place = { app: event.app, namespace: environment.namespace };
    const what = `notify-${event.kind}`;
    const connected = (use) => (0,session/* withCluster */.Bq)({ ...inputs, patient: false }, environment, host, lastSuccess, use);
    return {
        name: `the Lease of the messages about ${event.kind}`,
        read: () => connected(async (cluster, { readLast }) => String((await readLast(cluster, place, what))?.facts.sent ?? '')),
        write: sent => connected((cluster, { recordLast }) => {
            const last = { at: cluster.now(), run: (0,origin/* originText */.C)(event.origin), facts: { sent } };
            return recordLast(cluster, place, what, last);
        }),
    };
}
const fileStore = (path) => ({
    name: path,
    read: () => (0,promises_.readFile)(path, 'utf8').catch(() => ''),
    write: async (text) => {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_.writeFile)(path, text);
    },
});

;// CONCATENATED MODULE: ./.build/js/src/notify/alerts.js

const day = 86_400_000;
const brief = 5 * 60_000;
const bad = new Set(['failure', 'needs-action', 'degraded', 'unknown']);
function alertsOf({ severity, title, why, next, url, event }, now) {
    const { app, environment, kind, outcome } = event;
    const alertname = `Slipway${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
    const alert = (of, from, until) => ({
        labels: { alertname, app, environment, severity: of, slipway: 'true' },
        annotations: { summary: title, ...(why && { description: why }), ...(next && { next }) },
        ...{ startsAt: new Date(from).toISOString(), endsAt: new Date(until).toISOString() },
        ...(url && { generatorURL: url }),
    });
    if (outcome !== 'success')
        return [alert(severity, now, now + (bad.has(outcome) ? day : brief))];
    return [
        ...((0,notify_event/* isLasting */.dJ)(kind) ? [] : [alert(severity, now, now + brief)]),
        ...['critical', 'warning'].filter(each => each !== severity).map(each => alert(each, now - 1, now)),
    ];
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/github.js
var toolkit_github = __webpack_require__(6849);
// EXTERNAL MODULE: ./.build/js/src/toolkit/input-text.js
var input_text = __webpack_require__(26126);
// EXTERNAL MODULE: ./.build/js/src/actions/deployment.js + 2 modules
var deployment = __webpack_require__(98936);
;// CONCATENATED MODULE: ./.build/js/src/actions/notify-ways.js









const ways = ['issue', 'comment', 'deployment'];
const states = {
    success: 'complete',
    'rolled-back': 'rolled-back',
    'needs-action': 'needs-action',
    failure: 'failed',
};
async function noticeOnGitHub(inputs, { notice, event, secrets }, host) {
    const asked = (0,input_text/* listed */.KE)(inputs.github).map(each => (0,input_text/* oneOf */.yL)('github', ways, each));
    if (asked.length === 0)
        return [];
    const github = (0,toolkit_github/* gitHubOf */.Tc)(host.env, inputs['github-token']);
    if (github === undefined)
        throw new errors/* UserError */.yo('the input `github` needs a token and a run of GitHub Actions', 'set `github-token`, or remove `github`');
    const { app, environment, release, outcome, origin } = event;
    const { comment, keepNoticeIssue } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(491)]).then(__webpack_require__.bind(__webpack_require__, 70491));
    const work = {
        issue: () => keepNoticeIssue(github, notice),
        comment: async () => (origin.revision === undefined ? [] : comment(github, notice, origin.revision)),
        deployment: async () => {
            const state = states[outcome];
            if (release === '' || state === undefined)
                return [];
            const said = {
                app,
                environment,
                release: Number(release),
                made: { images: {} },
                state,
                reason: notice.why,
            };
            await (0,deployment/* publishDeployment */.j)(host, inputs['github-token'], said);
            return [];
        },
    };
    const update = async (way) => {
        for (const line of await work[way]())
            host.report(guarding(secrets)(line));
    };
    const wanted = ways.filter(way => asked.includes(way));
    return Promise.all(wanted.map(way => {
        const receiver = `GitHub (${way})`;
        return attempted(receiver, () => update(way), secrets, `${receiver} was not updated: `);
    }));
}
const noCluster = { fetch: () => Promise.reject(new Error('there is no cluster')) };
function toAlertmanager(settings, inputs, { environment, notice, env, secrets }, now, host) {
    const load = () => Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(7784)]).then(__webpack_require__.bind(__webpack_require__, 17784));
    const post = (cluster, { alertmanagerOf }) => insist(async () => {
        const api = alertmanagerOf(settings, cluster, env);
        const answer = await api('POST', '/api/v2/alerts', alertsOf(notice, now));
        if (!answer.ok)
            throw new DeliveryError(answer.detail, answer.status === undefined || isTemporaryStatus(answer.status));
    });
    const work = async () => settings.service === undefined
        ? post(noCluster, await load())
        : (0,session/* withCluster */.Bq)({ ...inputs, patient: false }, environment, host, load, post);
    return attempted('Alertmanager', work, secrets, '');
}

;// CONCATENATED MODULE: ./.build/js/src/actions/notify.js














const notifyAction = (0,host/* defineAction */.QP)({
    name: 'notify',
    description: 'Tell people what happened to a release, backup, drill, scan or alert, by the `receivers` in slipway.yml. Fails only for invalid inputs.',
    inputs: {
        environment: actions_inputs/* environment */.cA,
        config: actions_inputs/* config */.$W,
        event: { description: `What the message is about: ${listed(notify_event/* eventKinds */.M)}.`, default: 'release' },
        outcome: { description: `What happened: ${listed(notify_event/* outcomes */.KI)}.`, required: true },
        release: { description: 'Number of the release. Default: there is none.', default: '' },
        baseline: {
            description: 'Number of the release that was live before; `none` for a first release. Default: unknown.',
            default: '',
        },
        weight: {
            description: 'Percentage of traffic to a release that is paused or needs action. Default: unknown.',
            default: '',
        },
        name: {
            description: 'What exactly, such as the scenario of a drill or the name of an alert. Default: nothing.',
            default: '',
        },
        reason: { description: 'Why, in one sentence. Default: nothing to explain.', default: '' },
        record: {
            description: 'Folder of the decision record of the release, whose words are then used: the output `record` of other actions. Default: none.',
            default: '',
        },
        severity: {
            description: '`critical`, `warning` or `info`. Default: by event and outcome.',
            default: '',
        },
        secrets: {
            description: 'JSON map from names of variables in slipway.yml to values, in addition to the environment. Default: none.',
            default: '',
        },
        via: {
            description: '`receivers`, or `alertmanager`: the `alertmanager` in slipway.yml gets an alert instead, and delivers it.',
            default: 'receivers',
        },
        'state-file': {
            description: 'Path of a file that keeps which states were reported, in a folder that survives the run. Default: none, then every failure is sent and no recovery.',
            default: '',
        },
        'keep-state': {
            description: 'Whether to keep the same in the cluster instead, in a Lease: `true` or `false`. Needs leases: get, create, update.',
            default: 'false',
        },
        github: {
            description: 'What to keep on GitHub as well, separated by commas or lines: `issue`, `comment` in the pull request, `deployment`. Default: nothing.',
            default: '',
        },
        'github-token': {
            description: 'Token for `github`, with `issues: write`, `pull-requests: write` or `deployments: write`. Default: none.',
            default: '',
        },
        'kube-context': actions_inputs/* kubeContext */.ng,
    },
    outputs: {
        sent: 'Number of receivers that got the message.',
        undelivered: 'JSON list of the receivers that did not get it.',
        reason: 'Why the message was not sent, or did not reach a receiver, in one sentence; otherwise empty.',
    },
    refused: { sent: '0', undelivered: '[]' },
    run: async (inputs, host) => {
        const subject = await subjectOf(inputs, host);
        const { notice, receivers, environment, env, secrets } = subject;
        const alertmanager = alertmanagerOf(inputs.via, environment);
        const onGitHub = await noticeOnGitHub(inputs, subject, host);
        const now = Date.now();
        if (alertmanager !== undefined) {
            const posted = await toAlertmanager(alertmanager, inputs, subject, now, host);
            await notify_publish(host, notice, [posted, ...onGitHub], '');
            return true;
        }
        const { bounded, formatMemory, parseMemory, remembering } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1868)]).then(__webpack_require__.bind(__webpack_require__, 11868));
        const store = sentStoreOf(inputs, subject, host);
        const before = store && (await attempt(store, host, () => store.read()));
        const sent = bounded(parseMemory(before ?? ''), notice, now);
        const deliveries = typeof sent === 'string'
            ? []
            : await deliver(sent, (0,channels/* channelsFor */.E)(receivers, sent.severity), { env, secrets });
        if (store && before !== undefined && deliveries.some(({ problem }) => problem === undefined))
            await attempt(store, host, async () => store.write(formatMemory(remembering(parseMemory(await store.read()), notice, now))));
        const missing = `\`monitoring.receivers\` of ${inputs.environment} has none for ${notice.severity}`;
        await notify_publish(host, notice, [...deliveries, ...onGitHub], typeof sent === 'string' ? sent : missing);
        return true;
    },
});
async function subjectOf(inputs, host) {
    const config = await (0,load/* loadConfig */.Z9)(inputs.config);
    const environment = (0,load/* environmentOf */.p7)(config, inputs.environment);
    const given = actions_inputs/* parseSecrets */.dC('secrets', inputs.secrets, host);
    const cloud = given.AWS_ACCESS_KEY_ID === undefined ? {} : noLogin;
    const env = { ...host.env, ...cloud, ...given };
    const { receivers = { critical: [], warning: [], info: [] }, alertmanager } = environment.monitoring ?? {};
    const variables = [...secretVariables(receivers), alertmanager?.token ?? ''];
    const values = [...Object.values(given), ...variables.map(each => host.env[each]), inputs['github-token']];
    const secrets = values.flatMap(value => value || []);
    const place = { app: config.app, environment: inputs.environment, origin: (0,origin/* originOf */.y)(host.env) };
    const event = (0,notify_event/* eventOf */.A6)(inputs, place);
    const notice = messageOf(event, secrets, await headlineIn(inputs.record));
    return { environment, receivers, env, secrets, event, notice };
}
const login = ['SECRET_ACCESS_KEY', 'SESSION_TOKEN', 'ENDPOINT_URL', 'ENDPOINT_URL_SNS'];
const noLogin = Object.fromEntries(login.map(name => [`AWS_${name}`, undefined]));
async function notify_publish(host, { severity, title }, all, why) {
    const nothing = `nothing is sent: ${why}`;
    const undelivered = all.filter(({ problem }) => problem !== undefined);
    const problems = undelivered.flatMap(({ problem }) => problem ?? []);
    for (const message of problems)
        host.annotate('warning', { title: 'notify', message });
    host.report(`${severity}: ${title}`);
    if (all.length === 0)
        host.report(nothing);
    host.output('sent', String(all.length - undelivered.length));
    host.output('undelivered', JSON.stringify(undelivered.map(({ receiver }) => receiver)));
    host.output('reason', all.length === 0 ? nothing : problems.join('; '));
    const rows = all.map(({ receiver, problem }) => [receiver, problem ?? 'got it']);
    const head = `### ${problems.length > 0 ? '⚠️' : '📣'} notify: ${severity}\n\n${(0,markdown/* cell */.Hn)(title)}`;
    await host.summary(`${head}\n\n${all.length === 0 ? (0,markdown/* cell */.Hn)(nothing) : (0,markdown/* table */.tp)(['receiver', 'result'], rows)}\n`);
}
function listed(names) {
    const quoted = names.map(each => `\`${each}\``);
    return `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}
function alertmanagerOf(via, { monitoring }) {
    if (via === 'receivers')
        return undefined;
    if (via !== 'alertmanager')
        throw new errors/* UserError */.yo(`the input \`via\` is invalid: "${via}"`, 'write receivers or alertmanager');
    if (monitoring?.alertmanager !== undefined)
        return monitoring.alertmanager;
    throw new errors/* UserError */.yo('slipway.yml names no Alertmanager for `via: alertmanager`', 'add `monitoring.alertmanager` to the environment, or remove `via`');
}
async function headlineIn(folder) {
    if (folder === '')
        return undefined;
    const [{ readRecord }, { headline }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(9536)]).then(__webpack_require__.bind(__webpack_require__, 69536)),
        __webpack_require__.e(/* import() */ 4950).then(__webpack_require__.bind(__webpack_require__, 34950)),
    ]);
    const path = (0,external_node_path_.join)(folder, 'decision.json');
    const text = await (0,promises_.readFile)(path, 'utf8').catch((error) => {
        const remedy = 'set `record` to the output `record` of another action';
        throw new errors/* UserError */.yo(`${path} cannot be read`, remedy, { cause: error });
    });
    return headline(readRecord(text));
}
async function attempt({ name }, host, use) {
    try {
        return await use();
    }
    catch (error) {
        const why = error instanceof errors/* UserError */.yo ? error.sentence : error.message;
        host.annotate('warning', { title: 'notify', message: `${name} cannot be read and written: ${why}` });
        return undefined;
    }
}


/***/ }),

/***/ 74790:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ channelsFor),
/* harmony export */   g: () => (/* binding */ severities)
/* harmony export */ });
const severities = ['critical', 'warning', 'info'];
function channelsFor(receivers, severity) {
    const used = severities.slice(severities.indexOf(severity)).find(each => receivers[each].length > 0);
    const channels = used === undefined ? [] : receivers[used];
    return [...new Map(channels.map(each => [JSON.stringify(each), each])).values()];
}


/***/ }),

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
    return milliseconds !== undefined && isDuration(milliseconds) ? milliseconds : undefined;
}
function parseMilliseconds(text) {
    const parts = durationPattern.exec(text);
    if (parts === null)
        return undefined;
    return _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .units */ .MD.reduce((sum, unit, index) => sum + Number.parseInt(parts[index + 1] ?? '0', 10) * unit.milliseconds, 0);
}
function isDuration(milliseconds) {
    return Number.isInteger(milliseconds) && milliseconds > 0 && milliseconds <= longestDuration;
}


/***/ }),

/***/ 29499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A6: () => (/* binding */ eventOf),
/* harmony export */   KI: () => (/* binding */ outcomes),
/* harmony export */   M: () => (/* binding */ eventKinds),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   dJ: () => (/* binding */ isLasting)
/* harmony export */ });
/* harmony import */ var _config_channels_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74790);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26126);



const kinds = {
    release: { lasting: false, grave: true },
    plan: { lasting: false, grave: false },
    rollback: { lasting: false, grave: true },
    restore: { lasting: false, grave: true },
    build: { lasting: true, grave: false },
    sweep: { lasting: true, grave: false },
    backup: { lasting: true, grave: false },
    drill: { lasting: true, grave: false },
    scan: { lasting: true, grave: false },
    monitor: { lasting: true, grave: false },
    alert: { lasting: true, grave: true },
};
const eventKinds = Object.keys(kinds);
const usual = {
    success: 'info',
    'rolled-back': 'warning',
    paused: 'warning',
    'needs-action': 'critical',
    failure: 'warning',
    cancelled: 'warning',
    degraded: 'warning',
    unknown: 'warning',
};
const outcomes = Object.keys(usual);
const isLasting = (kind) => kinds[kind].lasting;
function keyOf({ app, environment, kind, release, name, origin }) {
    const about = isLasting(kind) ? name : release || origin.run;
    const parts = [app, environment, kind, about.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 80)];
    return parts.filter(part => part !== '').join('/');
}
function eventOf(inputs, place) {
    const kind = (0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)('event', eventKinds, inputs.event);
    const outcome = (0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)('outcome', outcomes, inputs.outcome);
    const byOutcome = outcome === 'failure' && kinds[kind].grave ? 'critical' : usual[outcome];
    return {
        ...{ ...place, kind, outcome },
        severity: inputs.severity === '' ? byOutcome : (0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)('severity', _config_channels_js__WEBPACK_IMPORTED_MODULE_2__/* .severities */ .g, inputs.severity),
        release: known(numberOf('release', inputs)),
        baseline: numberOf('baseline', inputs),
        weight: known(numberOf('weight', inputs)),
        ...{ name: known(inputs.name), reason: known(inputs.reason) },
    };
}
const known = (text) => (text === 'none' ? '' : text);
function numberOf(name, inputs) {
    const text = inputs[name];
    if (/^(none|\d{1,9}|\d{1,3}\.\d{1,3})?$/.test(text))
        return text;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`${name}\` is invalid: "${text}"`, 'write a number such as 7');
}


/***/ }),

/***/ 29296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ canonical),
/* harmony export */   Ae: () => (/* binding */ contentHash),
/* harmony export */   BW: () => (/* binding */ parseFromRelease),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   WD: () => (/* binding */ labels),
/* harmony export */   _W: () => (/* binding */ parseReleaseNumber),
/* harmony export */   h7: () => (/* binding */ selecting)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);


function parseReleaseNumber(text) {
    const match = /^r?(\d{1,9})$/.exec(text.trim());
    if (match === null) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`"${text}" is not a release number`, 'use a number such as 7, as listed in the job summary');
    }
    return Number(match[1]);
}
function parseFromRelease(text, { repository }) {
    if (text !== 'run')
        return parseReleaseNumber(text);
    if (repository !== undefined)
        return text;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('`from-release: run` works only in GitHub Actions, GitLab CI and Jenkins', 'use the number of the release');
}
const labels = {
    app: 'slipway.dev/app',
    kind: 'slipway.dev/kind',
    release: 'slipway.dev/release',
    track: 'slipway.dev/track',
    token: 'slipway.dev/token',
    rollback: 'slipway.dev/rollback',
    state: 'slipway.dev/state',
    phase: 'slipway.dev/phase',
    abort: 'slipway.dev/abort-requested',
    preHook: 'slipway.dev/pre-hook',
};
const nameOf = {
    application: (app) => `slipway-${app}`,
    record: (app, release) => `slipway-${app}-r${release}`,
    outcome: (app, release) => `slipway-${app}-r${release}-outcome`,
    decision: (app, release, part) => `slipway-${app}-r${release}-decision-${part}`,
    fence: (app, token) => `slipway-${app}-fence-${token}`,
    canary: (workload) => `${workload}-canary`,
    hook: (app, when) => `slipway-${app}-${when}`,
    salt: (app) => `slipway-${app}-salt`,
    shipped: (app, name, hash) => `${(name === app || name.startsWith(`${app}-`) ? name : `${app}-${name}`).slice(0, 240)}-${hash}`,
};
const selecting = {
    fences: (app) => `${labels.app}=${app},${labels.kind}=fence`,
    decision: (app, release) => `${labels.app}=${app},${labels.kind}=decision,${labels.release}=${release}`,
};
function contentHash(salt, content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(salt).update('\0').update(canonical(content)).digest('hex').slice(0, 10);
}
function canonical(value) {
    return JSON.stringify(value, (_key, inner) => inner !== null && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner);
}


/***/ }),

/***/ 38650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MD: () => (/* binding */ units),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   fU: () => (/* binding */ formatTime),
/* harmony export */   tD: () => (/* binding */ secondsOutput)
/* harmony export */ });
const units = [
    { name: 'h', milliseconds: 3_600_000 },
    { name: 'm', milliseconds: 60_000 },
    { name: 's', milliseconds: 1_000 },
    { name: 'ms', milliseconds: 1 },
];
function formatDuration(milliseconds) {
    if (milliseconds === 0)
        return '0s';
    let rest = milliseconds;
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


/***/ }),

/***/ 26126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $1: () => (/* binding */ jsonInput),
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   yL: () => (/* binding */ oneOf),
/* harmony export */   zQ: () => (/* binding */ mapInput)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);


const listed = (text) => text
    .split(/[,\n]/)
    .map(each => each.trim())
    .filter(each => each !== '');
function oneOf(name, values, text) {
    const found = values.find(each => each === text);
    if (found !== undefined)
        return found;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`${name}\` is invalid: "${text}"`, `write ${values.slice(0, -1).join(', ')} or ${values.at(-1)}`);
}
function jsonInput(name, text, remedy) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`${name}\` input is not JSON`, remedy, { cause: error });
    }
}
function mapInput(name, text, remedy) {
    const value = jsonInput(name, text, remedy);
    if ((0,_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(value))
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`${name}\` input is not a JSON map`, remedy);
}


/***/ }),

/***/ 60630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ej: () => (/* binding */ textsIn),
/* harmony export */   Yf: () => (/* binding */ jsonIn),
/* harmony export */   jh: () => (/* binding */ isMap),
/* harmony export */   nf: () => (/* binding */ mapsIn),
/* harmony export */   sP: () => (/* binding */ textMap),
/* harmony export */   sw: () => (/* binding */ defined),
/* harmony export */   vM: () => (/* binding */ jsonMap)
/* harmony export */ });
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function jsonIn(body) {
    try {
        return JSON.parse(typeof body === 'string' ? body : Buffer.from(body).toString('utf8'));
    }
    catch {
        return undefined;
    }
}
function jsonMap(body) {
    const value = jsonIn(body);
    return isMap(value) ? value : undefined;
}
const defined = (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
const mapsIn = (value) => Array.isArray(value) ? value.filter(isMap) : [];
const textMap = (value) => Object.fromEntries(Object.entries(isMap(value) ? value : {}).filter((pair) => typeof pair[1] === 'string'));
const textsIn = (value) => Array.isArray(value) ? value.filter(each => typeof each === 'string' && each !== '') : [];


/***/ })

};
