export const id = 4537;
export const ids = [4537];
export const modules = {

/***/ 98936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ publishDeployment)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/printable.js
var printable = __webpack_require__(72315);
;// CONCATENATED MODULE: ./.build/js/src/report/deployment.js

const longestDescription = 140;
function deploymentRequest(record, production) {
    const ref = record.runs[0]?.by.revision;
    if (ref === undefined)
        return undefined;
    const { app, environment, release, images } = record;
    return {
        ref,
        environment,
        description: described(`Release ${release} of ${app}`),
        auto_merge: false,
        required_contexts: [],
        production_environment: production,
        payload: { app, release, images },
    };
}
function statusAs({ state, sentence, origin, }) {
    return {
        state,
        description: described(sentence),
        ...(isAddress(origin.url) ? { log_url: origin.url } : {}),
        auto_inactive: state === 'success',
    };
}
function described(text) {
    const line = (0,printable/* oneLine */.T)(text).replace(/\s+/g, ' ').trim().toWellFormed();
    if (line.length <= longestDescription)
        return line;
    return `${line.slice(0, longestDescription - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
function isAddress(text) {
    return text !== undefined && /^https?:\/\//.test(text) && URL.canParse(text);
}

;// CONCATENATED MODULE: ./.build/js/src/report/announcement.js


async function announce(github, said, report) {
    try {
        const id = (await known(github, said)) ?? (await made(github, said));
        if (id === undefined)
            return;
        const { rest } = await github.open();
        await rest.repos.createDeploymentStatus({ ...github.repo, deployment_id: id, ...statusAs(said) });
    }
    catch (error) {
        report(`warning: the deployment of release ${said.release} was not updated on GitHub: ${(0,printable/* printable */.g)(error.message)}`);
    }
}
async function known({ open, repo }, { app, environment, release }) {
    const { rest } = await open();
    const { data } = await rest.repos.listDeployments({ ...repo, environment, per_page: 100 });
    return data.find(({ payload }) => typeof payload === 'object' && payload.app === app && payload.release === release)?.id;
}
async function made({ open, repo }, { images, origin, ...rest }) {
    if (images === undefined)
        return undefined;
    const production = /^prod/.test(rest.environment);
    const request = deploymentRequest({ ...rest, images, runs: [{ by: origin }] }, production);
    if (request === undefined)
        return undefined;
    const { data } = await (await open()).rest.repos.createDeployment({ ...repo, ...request });
    return 'id' in data ? data.id : undefined;
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/github.js
var toolkit_github = __webpack_require__(6849);
// EXTERNAL MODULE: ./.build/js/src/toolkit/origin.js
var origin = __webpack_require__(93240);
;// CONCATENATED MODULE: ./.build/js/src/actions/deployment.js



const states = {
    prepared: 'in_progress',
    passed: 'in_progress',
    'needs-action': 'in_progress',
    complete: 'success',
    'rolled-back': 'failure',
    failed: 'failure',
    refused: 'failure',
};
async function publishDeployment(host, token, said) {
    const github = (0,toolkit_github/* gitHubOf */.T)(host.env, token);
    const { state: ours, reason, ...rest } = said;
    const state = states[ours];
    if (github === undefined || state === undefined)
        return;
    const sentence = `Release ${said.release}: ${ours.replace('-', ' ')}${reason === undefined ? '' : `, ${reason}`}`;
    await announce(github, { ...rest, state, sentence, origin: (0,origin/* originOf */.y)(host.env) }, host.report);
}


/***/ }),

/***/ 41648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $W: () => (/* binding */ config),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   KY: () => (/* binding */ forced),
/* harmony export */   L1: () => (/* binding */ deployedForGrowth),
/* harmony export */   NB: () => (/* binding */ logins),
/* harmony export */   Nk: () => (/* binding */ policyReport),
/* harmony export */   Rg: () => (/* binding */ toolMirrors),
/* harmony export */   SR: () => (/* binding */ approve),
/* harmony export */   Sc: () => (/* binding */ runsToken),
/* harmony export */   _O: () => (/* binding */ context),
/* harmony export */   _r: () => (/* binding */ release),
/* harmony export */   bc: () => (/* binding */ policyCounts),
/* harmony export */   cA: () => (/* binding */ environment),
/* harmony export */   cf: () => (/* binding */ durationOf),
/* harmony export */   dg: () => (/* binding */ aroundOf),
/* harmony export */   ic: () => (/* binding */ deploymentsToken),
/* harmony export */   l7: () => (/* binding */ releaseOf),
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




const config = {
    description: 'Path of slipway.yml.',
    default: 'slipway.yml',
};
const environment = {
    description: 'Name of the environment in slipway.yml.',
    required: true,
};
const context = {
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
    description: 'JSON map from variable names to values for the logins of stores in slipway.yml, in addition to the environment. Default: none.',
    default: '',
};
const toolMirrors = {
    description: 'URLs of mirrors to download programs from, separated by commas. Each contains the original host and path, as with `wget -x`. The checksums stay pinned. Default: none.',
    default: '',
};
const policyCounts = 'Number of policy findings as JSON, such as `{"error": 0, "warning": 2, "info": 1, "excused": 0}`.';
async function forced(text) {
    if (text === '')
        return {};
    const { parseForce } = await __webpack_require__.e(/* import() */ 5606).then(__webpack_require__.bind(__webpack_require__, 95606));
    const reason = parseForce(text, 'write in a few words why it cannot wait, such as `the fix of an outage`');
    return reason === undefined ? {} : { force: reason };
}
function withReversible(environment, text) {
    return text === '' ? environment : { ...environment, reversible: flag('reversible', text) };
}
const releaseOf = (text) => text === '' ? {} : { release: (0,_release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReleaseNumber */ ._W)(text) };
async function aroundOf(path, { hooks }, host) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path);
    const { loadHooks } = await Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(8815), __webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(5277), __webpack_require__.e(9624)]).then(__webpack_require__.bind(__webpack_require__, 5277));
    return { hooks: await loadHooks(folder, hooks), folder, log: host.log, quote: host.quote };
}
const waitOf = (text) => (text === '0s' ? 0 : durationOf('wait', text));
function durationOf(name, text) {
    const duration = (0,_config_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E9)(text);
    if (duration !== undefined)
        return duration;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the input \`${name}\` is invalid: "${text}"`, 'write a duration such as 30s or 10m');
}
function flag(name, text) {
    if (text === 'true' || text === 'false')
        return text === 'true';
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the input \`${name}\` is invalid: "${text}"`, 'write true or false');
}


/***/ }),

/***/ 4537:
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
// EXTERNAL MODULE: ./.build/js/src/image/secrets.js
var image_secrets = __webpack_require__(75578);
;// CONCATENATED MODULE: ./.build/js/src/notify/cards.js
const signs = { critical: '🔴', warning: '🟠', info: '🟢' };
function slackOf({ severity, title, why, next, source, url }) {
    const plain = (text) => ({ type: 'plain_text', text, emoji: false });
    const section = (text) => ({ type: 'section', text: plain(text) });
    return {
        text: entities(`${signs[severity]} ${title}`),
        mrkdwn: false,
        parse: 'none',
        link_names: false,
        unfurl_links: false,
        unfurl_media: false,
        blocks: [
            section(`${signs[severity]} ${title}`),
            ...(why === undefined ? [] : [section(why)]),
            ...(next === undefined ? [] : [section(next)]),
            ...(url === undefined
                ? []
                : [{ type: 'section', text: { type: 'mrkdwn', text: `<${entities(url)}|Open the run>` } }]),
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
    return {
        type: 'message',
        attachments: [
            {
                contentType: 'application/vnd.microsoft.card.adaptive',
                contentUrl: null,
                content: {
                    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
                    type: 'AdaptiveCard',
                    version: '1.4',
                    msteams: { width: 'Full' },
                    body: [
                        block(title, { weight: 'bolder', size: 'medium', color }),
                        ...(why === undefined ? [] : [block(why)]),
                        ...(next === undefined ? [] : [block(next)]),
                        block(source, { isSubtle: true, size: 'small' }),
                    ],
                    ...(url === undefined ? {} : { actions: [{ type: 'Action.OpenUrl', title: 'Open the run', url }] }),
                },
            },
        ],
    };
}
function webhookOf({ severity, title, why, next, source, url, key, event }) {
    return {
        version: 1,
        key,
        severity,
        ...event,
        title,
        why: why ?? '',
        next: next ?? '',
        source,
        url: url ?? '',
    };
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/body.js
var body = __webpack_require__(5346);
// EXTERNAL MODULE: ./.build/js/src/toolkit/retry.js
var retry = __webpack_require__(25726);
;// CONCATENATED MODULE: ./.build/js/src/notify/http.js



const attempts = 4;
const within = 30_000;
const attemptLimit = 10_000;
const longestPause = 20_000;
const largestAnswer = 64 * 1024;
class DeliveryError extends Error {
    passes;
    after;
    constructor(problem, passes, after) {
        super(problem);
        this.name = 'DeliveryError';
        this.passes = passes && (after ?? 0) <= longestPause;
        this.after = after;
    }
}
const tooSlow = () => new DeliveryError(`does not answer within ${attemptLimit / 1000} s`, true);
function insist(attempt, waiting = {}) {
    return (0,retry/* retry */.L)({
        ...waiting,
        attempts,
        within,
        passes: error => error instanceof DeliveryError && error.passes,
        delay: (count, error) => error.after ?? 1_000 * 3 ** (count - 1),
    }, () => {
        const limit = AbortSignal.timeout(attemptLimit);
        return attempt(waiting.signal === undefined ? limit : AbortSignal.any([limit, waiting.signal]));
    });
}
async function sendRequest(request, waiting = {}) {
    await insist(async (signal) => {
        let answer;
        let said = '';
        try {
            answer = await fetch(await request(), { signal, redirect: 'manual' });
            if (answer.ok)
                await answer.body?.cancel().catch(() => undefined);
            else
                said = await textOf(answer);
        }
        catch (error) {
            throw signal.aborted
                ? tooSlow()
                : new DeliveryError(`cannot be reached (${(0,errors/* innermostCause */.$C)(error)})`, true);
        }
        const problem = refusalOf(answer.status, said, answer.headers.get('retry-after'));
        if (problem !== undefined)
            throw problem;
    }, waiting);
}
function refusalOf(status, said, retryAfter) {
    if (status >= 200 && status < 300)
        return undefined;
    const line = said.replace(/\s+/g, ' ').trim().slice(0, 200);
    const after = pauseIn(retryAfter ?? '');
    const asks = after === undefined ? '' : `, and asks for a pause of ${Math.ceil(after / 1000)} s`;
    return new DeliveryError(`answered ${status}${line === '' ? '' : `: ${line}`}${asks}`, status === 429 || status === 408 || status >= 500, after);
}
function pauseIn(text) {
    if (/^\d{1,9}$/.test(text.trim()))
        return Number(text) * 1000;
    const date = Date.parse(text);
    return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}
async function textOf(answer) {
    const tooLarge = () => new Error('its answer is larger than 64 KiB');
    return (await (0,body/* readUpTo */.V)(answer.body, largestAnswer, tooLarge)).toString('utf8');
}

;// CONCATENATED MODULE: ./.build/js/src/notify/email.js


const implicitTls = 465;
const silence = 10_000;
async function sendMail({ to, from, server, tls, username }, password, { subject, text, thread }, urgent, waiting = {}) {
    const { createTransport } = await __webpack_require__.e(/* import() */ 6739).then(__webpack_require__.bind(__webpack_require__, 16739));
    const [, host = '', port = ''] = /^(.*):(\d+)$/.exec(server) ?? [];
    const secure = tls && Number(port) === implicitTls;
    const transport = createTransport({
        ...{ host, port: Number(port), secure, requireTLS: tls && !secure, ignoreTLS: !tls },
        ...(username === undefined ? {} : { auth: { user: username, pass: password ?? '' } }),
        ...{ connectionTimeout: silence, greetingTimeout: silence, socketTimeout: silence, dnsTimeout: silence },
        ...{ disableFileAccess: true, disableUrlAccess: true },
    });
    try {
        await insist(async (signal) => {
            const message = { from, to, subject, text, references: thread, inReplyTo: thread, signal };
            const headers = { 'Auto-Submitted': 'auto-generated' };
            await transport
                .sendMail({ ...message, headers, priority: urgent ? 'high' : 'normal' })
                .catch((error) => {
                throw signal.aborted ? tooSlow() : failureOf(error);
            });
        }, waiting);
    }
    finally {
        transport.close();
    }
}
const lasting = new Set(['ETLS', 'EAUTH', 'ENOAUTH', 'EENVELOPE', 'ECONFIG']);
function failureOf(error) {
    const { code, responseCode } = error;
    const certificate = /certificate|self-signed|altnames/i.test((0,errors/* innermostCause */.$C)(error));
    const passes = responseCode === undefined
        ? !certificate && !lasting.has(code ?? '')
        : responseCode >= 400 && responseCode < 500;
    return new DeliveryError(`did not take the mail (${(0,errors/* innermostCause */.$C)(error)})`, passes);
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



const fileName = /^\.(?:ya?ml|json|txt|log|lock|toml)(?![\w.-])/i;
function neutral(text, longest = 300) {
    const line = (0,printable/* oneLine */.T)(text.toWellFormed())
        .replace(/\p{Cf}/gu, '')
        .replace(/[<@](?=\S)/g, '$& ')
        .replaceAll('://', ': //')
        .replace(/(?<=[\p{L}\p{N}_-])\.(?=\p{L}{2})/gu, (dot, at, all) => fileName.test(all.slice(at, at + 10)) ? dot : `${dot} `)
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
    const values = secrets.flatMap(value => [value, ...partsOf(value)]);
    return (text, longest) => neutral(withoutSecretShapes((0,secrecy/* withoutSecrets */.cT)(text, values)), longest);
}
const shortestPart = 12;
function partsOf(value) {
    const url = URL.parse(value.trim());
    if (url === null || !/^https?:$/.test(url.protocol))
        return [];
    const { pathname, search, searchParams } = url;
    const parts = [...pathname.split('/'), ...searchParams.values()].filter(part => part.length >= shortestPart);
    return [`${pathname}${search}`, ...parts].filter(part => part !== '/');
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./.build/js/src/notify/sns.js


async function publish(topic, text, env, waiting = {}) {
    const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = env;
    if (!accessKeyId || !secretAccessKey)
        throw new DeliveryError('has no login: AWS_ACCESS_KEY_ID or AWS_SECRET_ACCESS_KEY is not set', false);
    const { AwsClient } = await __webpack_require__.e(/* import() */ 2580).then(__webpack_require__.bind(__webpack_require__, 12580));
    const [, partition = '', , region = ''] = topic.split(':');
    const domain = partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
    const endpoint = env.AWS_ENDPOINT_URL_SNS || env.AWS_ENDPOINT_URL || `https://sns.${region}.${domain}/`;
    const client = new AwsClient({
        ...{ accessKeyId, secretAccessKey, service: 'sns', region, retries: 0 },
        ...(env.AWS_SESSION_TOKEN ? { sessionToken: env.AWS_SESSION_TOKEN } : {}),
    });
    const body = new URLSearchParams({
        Action: 'Publish',
        Version: '2010-03-31',
        TopicArn: topic,
        Message: text,
        'MessageAttributes.entry.1.Name': 'AWS.SNS.SMS.SMSType',
        'MessageAttributes.entry.1.Value.DataType': 'String',
        'MessageAttributes.entry.1.Value.StringValue': 'Transactional',
        ...(topic.endsWith('.fifo')
            ? {
                MessageGroupId: 'slipway',
                MessageDeduplicationId: (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex'),
            }
            : {}),
    }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
    await sendRequest(() => client.sign(endpoint, { method: 'POST', headers, body }), waiting);
}

;// CONCATENATED MODULE: ./.build/js/src/notify/texts.js
function mailOf(notice) {
    const { severity, title, source, key } = notice;
    const paragraphs = [title, ...storyOf(notice), `${source}.`];
    return {
        subject: `[${severity}] ${title}`,
        text: `${paragraphs.map(wrapped).join('\n\n')}\n`,
        thread: `<${key.replace(/[^A-Za-z0-9.-]+/g, '.')}@slipway.invalid>`,
    };
}
const longestSms = 459;
function smsOf({ title, why, next, url }) {
    const link = url === undefined ? '' : ` ${url}`;
    const text = [`${title}.`, ...(why === undefined ? [] : [why]), ...(next === undefined ? [] : [next])].join(' ');
    const room = longestSms - link.length;
    const plain = ascii(text);
    return `${plain.length <= room ? plain : `${plain.slice(0, room - 3)}...`}${link}`;
}
const storyOf = ({ why, next, url }) => [
    ...(why === undefined ? [] : [`Why: ${why}`]),
    ...(next === undefined ? [] : [`Next: ${next}`]),
    ...(url === undefined ? [] : [`Run: ${url}`]),
];
const ascii = (text) => text
    .replaceAll('…', '...')
    .replace(/[“”]/g, '"')
    .replace(/[‘’`]/g, "'")
    .replace(/[–—]/g, '-')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/gu, '?');
function wrapped(paragraph) {
    const lines = [];
    for (const word of paragraph.split(' ')) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + word.length < 78)
            lines[lines.length - 1] = `${last} ${word}`;
        else
            lines.push(word);
    }
    return lines.join('\n');
}

;// CONCATENATED MODULE: ./.build/js/src/notify/deliver.js







function secretVariables(receivers) {
    const named = channels/* severities */.g.flatMap(severity => receivers[severity].flatMap(({ slack, teams, webhook, email, sns }) => [
        ...[slack, teams, webhook, email?.password].filter(each => each !== undefined),
        ...(sns === undefined ? [] : ['AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_ACCESS_KEY_ID']),
    ]));
    return [...new Set(named)];
}
function deliver(notice, channels, { env, secrets, ...waiting }) {
    const safe = guarding(secrets);
    return Promise.all(channels.map(async (channel) => {
        const receiver = nameOf(channel);
        try {
            await send(notice, channel, env, waiting);
            return { receiver };
        }
        catch (error) {
            return { receiver, problem: `${receiver} ${safe(error.message)}` };
        }
    }));
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
        const { password } = email;
        const value = password === undefined ? undefined : passwordIn(password, env);
        await sendMail(email, value, mailOf(notice), notice.severity === 'critical', waiting);
    }
    else if (sns !== undefined) {
        await publish(sns.topic, smsOf(notice), env, waiting);
    }
    else {
        const body = slack ? slackOf(notice) : teams ? teamsOf(notice) : webhookOf(notice);
        const address = addressIn(slack ?? teams ?? webhook ?? '', env);
        const headers = { 'content-type': 'application/json' };
        await sendRequest(() => new Request(address, { method: 'POST', headers, body: JSON.stringify(body) }), waiting);
    }
}
function passwordIn(variable, env) {
    const value = (env[variable] ?? '').trim();
    if (value !== '')
        return value;
    throw new DeliveryError(`has no login: ${variable} is not set`, false);
}
function addressIn(variable, env) {
    const text = (env[variable] ?? '').trim();
    if (text === '')
        throw new DeliveryError(`has no address: ${variable} is not set`, false);
    const url = URL.parse(text);
    const isLocal = url !== null && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
    const isPrivate = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal);
    if (isPrivate && url?.username === '' && url.password === '')
        return text;
    throw new DeliveryError(`has no address: ${variable} holds no https address without user and password`, false);
}

;// CONCATENATED MODULE: ./.build/js/src/notify/event.js


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
const outcomes = [
    'success',
    'rolled-back',
    'paused',
    'needs-action',
    'failure',
    'cancelled',
    'degraded',
    'unknown',
    'started',
];
const isLasting = (kind) => kinds[kind].lasting;
function severityOf({ severity, kind, outcome }) {
    if (severity !== undefined)
        return severity;
    switch (outcome) {
        case 'success':
        case 'paused':
        case 'started':
            return 'info';
        case 'failure':
            return kinds[kind].grave ? 'critical' : 'warning';
        case 'needs-action':
            return 'critical';
        case 'rolled-back':
        case 'degraded':
        case 'unknown':
        case 'cancelled':
            return 'warning';
        default:
            return outcome;
    }
}
function keyOf({ app, environment, kind, release, name, origin }) {
    const about = isLasting(kind) ? (name ?? '') : (release ?? origin.run);
    const parts = [app, environment, kind, about.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 80)];
    return parts.filter(part => part !== '').join('/');
}
function eventOf(inputs, place) {
    const { release, baseline, weight, name, reason, severity } = inputs;
    const { url: ofRun = '' } = place.origin;
    const url = inputs.url === '' ? (isAddress(ofRun) ? ofRun : undefined) : addressOf(inputs.url);
    return {
        ...place,
        kind: oneOf('event', eventKinds, inputs.event),
        outcome: oneOf('outcome', outcomes, inputs.outcome),
        ...(known(release) ? { release: numberOf('release', release) } : {}),
        ...(baseline === '' ? {} : { baseline: known(baseline) ? numberOf('baseline', baseline) : 'none' }),
        ...(known(weight) ? { weight: numberOf('weight', weight, /^\d{1,3}(\.\d{1,3})?$/) } : {}),
        ...(known(name) ? { name } : {}),
        ...(known(reason) ? { reason } : {}),
        ...(severity === '' ? {} : { severity: oneOf('severity', channels/* severities */.g, severity) }),
        ...(url === undefined ? {} : { url }),
    };
}
const known = (text) => text !== '' && text !== 'none';
function oneOf(name, values, text) {
    const found = values.find(each => each === text);
    if (found !== undefined)
        return found;
    throw new errors/* UserError */.yo(`the input \`${name}\` is invalid: "${text}"`, `write ${values.slice(0, -1).join(', ')} or ${values.at(-1)}`);
}
function numberOf(name, text, form = /^\d{1,9}$/) {
    if (form.test(text))
        return text;
    throw new errors/* UserError */.yo(`the input \`${name}\` is invalid: "${text}"`, 'write a number such as 7');
}
const isAddress = (text) => /^https?:\/\/[\w.:[\]-]+(\/[\w./~%+=&?#-]*)?$/.test(text) && URL.canParse(text);
function addressOf(text) {
    if (isAddress(text))
        return text;
    throw new errors/* UserError */.yo('the input `url` is not the address of a run', 'write its https address without user, password and spaces');
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
;// CONCATENATED MODULE: ./.build/js/src/notify/memory.js


const day = 86_400_000;
const mostInADay = 6;
const kept = 30 * day;
const mostKept = 4 * mostInADay;
const mostSubjects = 500;
function withheld(memory, notice, asked, now) {
    const { kind, outcome } = notice.event;
    const before = sentBefore(memory, notice, now);
    const last = before.at(-1);
    if (outcome === 'started' && !asked)
        return 'the start is sent only with the input `severity`';
    if (isLasting(kind) &&
        outcome === 'success' &&
        (last === undefined || last.outcome === 'success') &&
        !asked)
        return 'nothing has changed, a success is sent only after a failure';
    const next = sentOf(notice, now);
    const lasts = isLasting(kind) || outcome === 'needs-action';
    const mayRepeat = outcome === 'rolled-back' || (isUrgent(next) && !lasts);
    if (!mayRepeat && last !== undefined && last.at > now - day && isSame(last, next))
        return 'the same was sent less than a day ago';
    if (!isUrgent(next) && countedIn(before, next) >= mostInADay)
        return `${mostInADay} messages about it were sent within a day`;
    return undefined;
}
function withLastWord(memory, notice, now) {
    const next = sentOf(notice, now);
    if (isUrgent(next) || countedIn(sentBefore(memory, notice, now), next) < mostInADay - 1)
        return notice;
    return { ...notice, next: notice.next === undefined ? lastWord : `${notice.next} ${lastWord}` };
}
const lastWord = 'Further messages about this are held back until tomorrow, except rollbacks and what is critical.';
const sentBefore = (memory, { key }, now) => (memory[key] ?? []).filter(({ at }) => at <= now);
const isSame = (a, b) => a.outcome === b.outcome && a.release === b.release;
const isUrgent = ({ outcome, critical }) => outcome === 'rolled-back' || critical === true;
const countedIn = (before, { release, at: now }) => before.filter(each => each.at > now - day && each.release === release && !isUrgent(each)).length;
function sentOf({ event: { kind, outcome, release }, severity }, at) {
    return {
        outcome,
        ...(isLasting(kind) && release !== undefined ? { release } : {}),
        ...(severity === 'critical' ? { critical: true } : {}),
        at,
    };
}
function remembering(memory, notice, now) {
    const { key } = notice;
    const counted = (memory[key] ?? []).filter(each => !isUrgent(each));
    const sent = [...counted, sentOf(notice, now)];
    const all = Object.entries({ ...memory, [key]: sent })
        .map(([each, list]) => [each, list.filter(({ at }) => at > now - kept).slice(-mostKept)])
        .filter(([, list]) => list.length > 0)
        .sort(([, a], [, b]) => (a.at(-1)?.at ?? 0) - (b.at(-1)?.at ?? 0));
    return Object.fromEntries(all.slice(-mostSubjects));
}
function parseMemory(text) {
    const { sent } = (0,map/* jsonMap */.vM)(text) ?? {};
    if (!(0,map/* isMap */.jh)(sent))
        return {};
    return Object.fromEntries(Object.entries(sent).map(([key, list]) => [key, (0,map/* mapsIn */.nf)(list).flatMap(sentIn)]));
}
function sentIn({ outcome, release, critical, at }) {
    const found = outcomes.find(each => each === outcome);
    if (found === undefined || typeof at !== 'number')
        return [];
    return [
        {
            outcome: found,
            ...(typeof release === 'string' ? { release } : {}),
            ...(critical === true ? { critical } : {}),
            at,
        },
    ];
}
const formatMemory = (memory) => `${JSON.stringify({ version: 1, sent: memory })}\n`;

;// CONCATENATED MODULE: ./.build/js/src/notify/message.js


function messageOf(event, secrets = [], told) {
    const safe = guarding(secrets);
    const { kind, outcome, app, environment, release, baseline, origin, url, reason } = event;
    const what = told === undefined ? whatOf(event, text => safe(text, 80)) : safe(told.what, 120);
    const why = sentence(safe(told?.why ?? reason ?? '', 400));
    const next = told?.next ?? nextOf(event);
    const commit = /^[0-9a-f]{7,64}$/.test(origin.revision ?? '')
        ? ` of commit ${origin.revision?.slice(0, 7)}`
        : '';
    return {
        severity: severityOf(event),
        title: cutAt(`${app} in ${environment}: ${what}`, 150),
        ...(why === '' ? {} : { why }),
        ...(next === undefined ? {} : { next: sentence(told === undefined ? next : safe(next)) }),
        source: safe(`${origin.run}${commit}, started by ${origin.actor}`, 200),
        ...(url === undefined ? {} : { url }),
        key: keyOf(event.name === undefined ? event : { ...event, name: safe(event.name) }),
        event: { kind, outcome, app, environment, ...(release && { release }), ...(baseline && { baseline }) },
    };
}
function whatOf(event, safe) {
    const { kind, outcome } = event;
    const name = ` ${safe(event.name ?? '')}`.trimEnd();
    switch (kind) {
        case 'release':
            return releaseWhat(event);
        case 'plan':
            return outcome === 'success'
                ? 'the plan passed'
                : 'nothing was deployed; the version that was live is still live';
        case 'rollback':
            return rollbackWhat(event);
        case 'monitor':
            return outcome === 'rolled-back' ? releaseWhat(event) : monitorWhat(event);
        case 'alert':
            return outcome === 'success' ? `the alert${name} is over` : `the alert${name} fires`;
        default:
            return `${nouns[kind]}${name} ${outcome === 'success' ? (recovered[kind] ?? 'works again') : ended(event)}`;
    }
}
const nouns = {
    build: 'the build',
    sweep: 'the sweep of unfinished releases',
    backup: 'the backup',
    restore: 'the restore',
    drill: 'the recovery drill',
    scan: 'the scan of the deployed images',
};
const recovered = {
    restore: 'has succeeded',
    drill: 'passes again',
    scan: 'passes again',
};
const ended = ({ outcome }) => ({
    success: 'has succeeded',
    'rolled-back': 'was rolled back',
    paused: 'is paused',
    'needs-action': 'needs action',
    failure: 'failed',
    cancelled: 'was cancelled',
    degraded: 'found a problem',
    unknown: 'has no result',
    started: 'has started',
})[outcome];
function rollbackWhat(event) {
    const { outcome, release } = event;
    const live = release === undefined ? 'an earlier release' : `release ${release}`;
    if (outcome === 'success')
        return `${live} is live after a rollback`;
    if (outcome === 'rolled-back')
        return `${live} is live after an automatic rollback`;
    if (outcome === 'unknown')
        return 'no rollback, because the alert could not be confirmed';
    return `the rollback ${ended(event)}; check which version is live`;
}
function releaseWhat({ outcome, release, baseline, weight }) {
    const which = release === undefined ? 'the release' : `release ${release}`;
    const earlier = baseline === undefined ? 'the release before it' : `release ${baseline}`;
    const live = baseline === 'none' ? 'no release is live' : `${earlier} is live`;
    const rest = baseline === 'none' ? '' : `; ${earlier} has the rest`;
    switch (outcome) {
        case 'success':
            return `${which} is live`;
        case 'rolled-back':
            return `${which} was rolled back; ${live}`;
        case 'paused':
            return weight === undefined
                ? `${which} is paused`
                : `${which} bakes with ${weight} % of the traffic${rest}`;
        case 'needs-action':
            return weight === undefined
                ? `${which} needs action; check which version is live`
                : `${which} needs action: it has ${weight} % of the traffic${rest}`;
        case 'started':
            return `${which} has started; ${live}`;
        case 'cancelled':
            return `${which} was cancelled; check which version is live`;
        case 'failure':
            return `${which} failed; check which version is live`;
        case 'degraded':
        case 'unknown':
            return monitorWhat({ outcome, ...(release && { release }) });
        default:
            return outcome;
    }
}
function monitorWhat({ outcome, release }) {
    const which = release === undefined ? 'the live release' : `release ${release}, which is live,`;
    if (outcome === 'success')
        return `${which} is healthy`;
    if (outcome === 'failure')
        return `the check of ${which} failed`;
    if (outcome === 'cancelled')
        return `the check of ${which} was cancelled`;
    return outcome === 'unknown' ? `the health of ${which} is unknown` : `${which} is degraded`;
}
const openDashboard = 'Open the dashboard of the service; the workflow rollback.yml rolls a bad release back';
const checkLive = 'run status in the workflow rollback.yml to see which version is live';
function nextOf({ kind, outcome }) {
    if (outcome === 'success' || outcome === 'started')
        return undefined;
    if (outcome === 'needs-action' && (kind === 'release' || kind === 'sweep'))
        return 'Decide in the workflow rollback.yml: resume continues the rollout, rollback rolls it back';
    if (outcome === 'paused')
        return 'Nothing: sweep promotes it when its bake is over, or rolls it back';
    switch (kind) {
        case 'release':
            return outcome === 'rolled-back'
                ? 'Find the cause in the decision record of the run, then release again'
                : `Now ${checkLive}; roll back there if it does harm`;
        case 'rollback':
            if (outcome === 'rolled-back')
                return 'Find the cause in the run, then release again';
            return outcome === 'unknown' ? openDashboard : `Now ${checkLive}, then start the rollback again`;
        case 'plan':
        case 'build':
            return outcome === 'cancelled'
                ? 'Release again, unless it was cancelled on purpose'
                : 'Fix the cause and release again';
        case 'sweep':
            return `Start it again; ${checkLive}`;
        case 'backup':
            return 'Fix the cause and start it again, before the last backup is too old';
        case 'restore':
            return 'Read the report of the run before anything else is changed';
        case 'drill':
            return 'Read the report of the run; until it passes, recovery is not proved';
        case 'scan':
            return 'Release images without these findings, or add exceptions that expire';
        case 'monitor':
            if (outcome === 'unknown')
                return 'Find out why there are no metrics; unknown is not healthy';
            return outcome === 'failure' || outcome === 'cancelled'
                ? 'Fix the cause and start it again; until then nothing checks the release'
                : 'Read the report of the run; the workflow rollback.yml rolls it back';
        case 'alert':
            return openDashboard;
        default:
            return kind;
    }
}
const sentence = (text) => text
    .replace(/^[a-z]+(?=[ ,:])/, word => word.charAt(0).toUpperCase() + word.slice(1))
    .replace(/(?<=[^.!?…])$/, '.');

// EXTERNAL MODULE: ./.build/js/src/toolkit/host.js
var host = __webpack_require__(99800);
// EXTERNAL MODULE: ./.build/js/src/toolkit/markdown.js
var markdown = __webpack_require__(991);
// EXTERNAL MODULE: ./.build/js/src/toolkit/origin.js
var origin = __webpack_require__(93240);
// EXTERNAL MODULE: ./.build/js/src/actions/inputs.js
var inputs = __webpack_require__(41648);
// EXTERNAL MODULE: ./.build/js/src/analysis/http-endpoint.js
var http_endpoint = __webpack_require__(70750);
;// CONCATENATED MODULE: ./.build/js/src/notify/alerts.js



async function postAlerts(send, notice, now, waiting = {}) {
    const body = JSON.stringify(alertsOf(notice, now));
    await insist(async (signal) => {
        const answer = await send('/api/v2/alerts', { method: 'POST', body }, signal).catch((error) => {
            throw new DeliveryError(`cannot be reached (${(0,errors/* innermostCause */.$C)(error)})`, true);
        });
        const problem = refusalOf(answer.status, answer.body);
        if (problem !== undefined)
            throw problem;
    }, waiting);
}
const alerts_day = 86_400_000;
const brief = 5 * 60_000;
const bad = new Set(['failure', 'needs-action', 'degraded', 'unknown']);
function alertsOf({ severity, title, why, next, url, event }, now) {
    const { app, environment, kind } = event;
    const name = `Slipway${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
    const alert = (of, from, until) => ({
        labels: { alertname: name, app, environment, severity: of, slipway: 'true' },
        annotations: { summary: title, ...(why && { description: why }), ...(next && { next }) },
        startsAt: new Date(from).toISOString(),
        endsAt: new Date(until).toISOString(),
        ...(url === undefined ? {} : { generatorURL: url }),
    });
    if (event.outcome !== 'success')
        return [alert(severity, now, now + (bad.has(event.outcome) ? alerts_day : brief))];
    return [
        ...(isLasting(kind) ? [] : [alert(severity, now, now + brief)]),
        ...['critical', 'warning'].filter(each => each !== severity).map(each => alert(each, now - 1, now)),
    ];
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/github.js
var toolkit_github = __webpack_require__(6849);
// EXTERNAL MODULE: ./.build/js/src/actions/deployment.js + 2 modules
var deployment = __webpack_require__(98936);
// EXTERNAL MODULE: ./.build/js/src/actions/session.js + 1 modules
var session = __webpack_require__(26115);
;// CONCATENATED MODULE: ./.build/js/src/actions/notify-ways.js







const ways = ['issue', 'comment', 'deployment'];
const states = {
    success: 'complete',
    'rolled-back': 'rolled-back',
    'needs-action': 'needs-action',
    failure: 'failed',
    started: 'prepared',
};
async function noticeOnGitHub(inputs, { notice, event, secrets }, host) {
    const asked = inputs.github.split(',').flatMap(each => each.trim() || []);
    if (asked.length === 0)
        return [];
    const unknown = asked.find(each => !ways.some(way => way === each));
    if (unknown !== undefined)
        throw new errors/* UserError */.yo('the input `github` is invalid', `write ${ways.join(', ')}, separated by commas`);
    const github = (0,toolkit_github/* gitHubOf */.T)(host.env, inputs['github-token']);
    if (github === undefined)
        throw new errors/* UserError */.yo('the input `github` needs a token and a run of GitHub Actions', 'set `github-token`, or remove `github`');
    const { revision } = event.origin;
    const { app, environment } = event;
    const safe = guarding(secrets);
    const { comment, keepNoticeIssue } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(491)]).then(__webpack_require__.bind(__webpack_require__, 70491));
    const work = {
        issue: () => keepNoticeIssue(github, notice),
        comment: async () => (revision === undefined ? [] : comment(github, notice, revision)),
        deployment: async () => {
            const state = states[event.outcome];
            if (event.release === undefined || state === undefined)
                return [];
            const reason = notice.why === undefined ? {} : { reason: notice.why };
            const said = { app, environment, release: Number(event.release), images: {}, state, ...reason };
            await (0,deployment/* publishDeployment */.j)(host, inputs['github-token'], said);
            return [];
        },
    };
    const wanted = ways.filter(way => asked.includes(way));
    return Promise.all(wanted.map(async (way) => {
        const receiver = `GitHub (${way})`;
        try {
            for (const line of await work[way]())
                host.report(safe(line));
            return { receiver };
        }
        catch (error) {
            return { receiver, problem: `${receiver} was not updated: ${safe(error.message)}` };
        }
    }));
}
async function toAlertmanager(settings, inputs, { environment, notice, env, secrets, now }, host) {
    const receiver = 'Alertmanager';
    try {
        const post = (cluster) => postAlerts(sendThrough((0,http_endpoint/* endpointOf */.X)(settings, cluster, env)), notice, now);
        if (settings.service === undefined)
            await post(noCluster);
        else {
            const nothing = async () => undefined;
            await (0,session/* withCluster */.Bq)({ ...inputs, patient: false }, environment, host, nothing, post);
        }
        return [{ receiver }];
    }
    catch (error) {
        const sentence = error instanceof errors/* UserError */.yo ? error.sentence : error.message;
        return [{ receiver, problem: `${receiver} ${guarding(secrets)(sentence)}` }];
    }
}
const noCluster = { fetch: () => Promise.reject(new Error('there is no cluster')) };
const sendThrough = ({ send }) => (path, { method, body }, signal) => send(path, signal, { method, body: JSON.parse(body) });

;// CONCATENATED MODULE: ./.build/js/src/actions/notify.js















const notifyAction = (0,host/* defineAction */.QP)({
    name: 'notify',
    description: 'Tell people what happened to a release, backup, drill, scan or alert, by the `receivers` in slipway.yml. Fails only for invalid inputs.',
    inputs: {
        environment: inputs/* environment */.cA,
        config: inputs/* config */.$W,
        event: { description: `What it is about: ${listed(eventKinds)}.`, default: 'release' },
        outcome: { description: `How it ended: ${listed(outcomes)}.`, required: true },
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
            description: 'Path of the decision.json of the release, whose words are then used: in the folder of the output `record` of other actions. Default: none.',
            default: '',
        },
        severity: {
            description: '`critical`, `warning` or `info`; the message is then sent even if nothing has changed. Default: by event and outcome.',
            default: '',
        },
        url: { description: 'Address that the message links to. Default: the run.', default: '' },
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
        github: {
            description: 'What to keep on GitHub as well, separated by commas: `issue`, `comment` in the pull request, `deployment`. Default: nothing.',
            default: '',
        },
        'github-token': {
            description: 'Token for `github`, with `issues: write`, `pull-requests: write` or `deployments: write`. Default: none.',
            default: '',
        },
        context: inputs/* context */._O,
    },
    outputs: {
        sent: 'Number of receivers that got the message.',
        undelivered: 'JSON list of the receivers that did not get it.',
        reason: 'Why the message was not sent, or did not reach a receiver, in one sentence; otherwise empty.',
    },
    refused: { sent: '0', undelivered: '[]' },
    run: async (inputs, host) => {
        const subject = await subjectOf(inputs, host);
        const { notice, receivers, env, secrets } = subject;
        const alertmanager = alertmanagerOf(inputs.via, subject.environment);
        const onGitHub = await noticeOnGitHub(inputs, subject, host);
        const now = Date.now();
        const memory = await memoryAt(inputs['state-file']);
        const isJudged = alertmanager === undefined || notice.event.outcome === 'started';
        const why = isJudged ? withheld(memory, notice, inputs.severity !== '', now) : undefined;
        const send = () => alertmanager === undefined
            ? deliver(withLastWord(memory, notice, now), (0,channels/* channelsFor */.E)(receivers, notice.severity), {
                env,
                secrets,
            })
            : toAlertmanager(alertmanager, inputs, { ...subject, now }, host);
        const sent = why === undefined ? await send() : [];
        if (inputs['state-file'] !== '' && sent.some(({ problem }) => problem === undefined))
            await keepMemory(inputs['state-file'], remembering(memory, notice, now), host);
        const missing = `\`monitoring.receivers\` of ${inputs.environment} has none for ${notice.severity}`;
        await notify_publish(host, notice, [...sent, ...onGitHub], `nothing is sent: ${why ?? missing}`);
        return true;
    },
});
async function subjectOf(inputs, host) {
    const config = await (0,load/* loadConfig */.Z9)(inputs.config);
    const environment = (0,load/* environmentOf */.p7)(config, inputs.environment);
    const given = (0,image_secrets/* parseSecrets */.dC)(inputs.secrets);
    const env = { ...host.env, ...given };
    const { receivers, alertmanager } = environment.monitoring ?? {
        receivers: { critical: [], warning: [], info: [] },
    };
    const variables = [...secretVariables(receivers), alertmanager?.token ?? ''];
    const values = [...Object.values(given), ...variables.map(each => env[each]), inputs['github-token']];
    const secrets = values.flatMap(value => value || []);
    const place = { app: config.app, environment: inputs.environment, origin: (0,origin/* originOf */.y)(host.env) };
    const event = eventOf(inputs, place);
    const notice = messageOf(event, secrets, await toldBy(inputs.record));
    return { environment, receivers, env, secrets, event, notice };
}
async function notify_publish(host, { severity, title }, all, nothing) {
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
    const head = `### ${undelivered.length > 0 ? '⚠️' : '📣'} notify: ${severity}\n\n${(0,markdown/* cell */.Hn)(title)}`;
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
async function toldBy(path) {
    if (path === '')
        return undefined;
    const [{ readRecord }, { headline }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(5624)]).then(__webpack_require__.bind(__webpack_require__, 65624)),
        __webpack_require__.e(/* import() */ 4950).then(__webpack_require__.bind(__webpack_require__, 34950)),
    ]);
    const text = await (0,promises_.readFile)(path, 'utf8').catch((error) => {
        throw new errors/* UserError */.yo(`${path} cannot be read`, 'set `record` to the path of decision.json', {
            cause: error,
        });
    });
    return headline(readRecord(text));
}
async function memoryAt(path) {
    return path === '' ? {} : parseMemory(await (0,promises_.readFile)(path, 'utf8').catch(() => ''));
}
async function keepMemory(path, memory, host) {
    try {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_.writeFile)(path, formatMemory(memory));
    }
    catch (error) {
        host.annotate('warning', {
            title: 'notify',
            message: `${path} cannot be written: ${error.message}`,
        });
    }
}


/***/ }),

/***/ 26115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  oF: () => (/* binding */ manifestsOf),
  fo: () => (/* binding */ requestOf),
  Bq: () => (/* binding */ withCluster),
  BW: () => (/* binding */ withManifests)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/cluster/errors.js
var cluster_errors = __webpack_require__(20553);
// EXTERNAL MODULE: ./.build/js/src/cluster/port.js + 6 modules
var port = __webpack_require__(19153);
// EXTERNAL MODULE: ./.build/js/src/cluster/token.js
var token = __webpack_require__(9621);
;// CONCATENATED MODULE: ./.build/js/src/cluster/oidc.js








async function connectByOidc(trust, env, options = {}) {
    (0,token/* issuerOf */.xD)(env);
    const ca = trust.ca === undefined ? undefined : await certificateOf(trust.ca);
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), 'slipway-oidc-'));
    const remove = () => (0,promises_.rm)(folder, { recursive: true, force: true });
    try {
        const kubeconfig = (0,external_node_path_.join)(folder, 'kubeconfig');
        await (0,promises_.writeFile)(kubeconfig, JSON.stringify(oidcKubeconfig(trust, ca, ownCommand())), { mode: 0o600 });
        const cluster = await (0,port/* connect */.N)({ ...options, kubeconfig });
        const close = async () => {
            await cluster.close();
            await remove();
        };
        const lifetime = async () => ({ kind: 'renewed', what: "GitHub's OIDC token" });
        return { ...cluster, lifetime, close };
    }
    catch (error) {
        await remove();
        throw await explained(error, trust, env);
    }
}
function oidcKubeconfig({ server, audience }, ca, [command, ...first]) {
    const authority = ca === undefined ? {} : { 'certificate-authority-data': Buffer.from(ca).toString('base64') };
    const exec = {
        apiVersion: 'client.authentication.k8s.io/v1',
        command,
        args: [...first, 'token', `--audience=${audience}`],
        env: [{ name: 'NODE_USE_ENV_PROXY', value: '1' }],
        interactiveMode: 'Never',
        provideClusterInfo: false,
    };
    return {
        apiVersion: 'v1',
        kind: 'Config',
        clusters: [{ name: 'cluster', cluster: { server, ...authority } }],
        users: [{ name: 'github', user: { exec } }],
        contexts: [{ name: 'slipway', context: { cluster: 'cluster', user: 'github' } }],
        'current-context': 'slipway',
    };
}
function ownCommand() {
    const here = import.meta.dirname;
    const found = [(0,external_node_path_.resolve)(here, '../cli/index.js'), (0,external_node_path_.resolve)(here, '../slipway.ts')].find(external_node_fs_.existsSync);
    if (found === undefined)
        throw new Error(`the command line is not beside ${here}`);
    return [process.execPath, found];
}
async function certificateOf(path) {
    const text = await (0,promises_.readFile)(path, 'utf8').catch(cause => {
        throw new errors/* UserError */.yo(`cluster.ca: ${path} cannot be read`, 'correct the path, which is relative to slipway.yml', {
            cause,
        });
    });
    if (text.includes('-----BEGIN CERTIFICATE-----'))
        return text;
    throw new errors/* UserError */.yo(`cluster.ca: ${path} contains no certificate`, 'write the CA certificate there as PEM');
}
async function explained(error, { audience }, env) {
    if (!(error instanceof errors/* UserError */.yo) || !(error.cause instanceof cluster_errors/* ClusterError */.b$))
        return error;
    if (error.cause.status === 401) {
        return new errors/* UserError */.yo(`the cluster does not accept GitHub's OIDC token for the audience "${audience}"`, 'compare issuer and audience with the configuration of its API server (docs/cluster.md)', { cause: error });
    }
    if (!error.cause.message.includes('getting credentials'))
        return error;
    return (0,token/* requestIdToken */.gj)(env, audience).then(() => error, (why) => why);
}

// EXTERNAL MODULE: ./.build/js/src/config/load.js
var load = __webpack_require__(63114);
// EXTERNAL MODULE: ./.build/js/src/toolkit/origin.js
var origin = __webpack_require__(93240);
// EXTERNAL MODULE: ./.build/js/src/actions/inputs.js
var actions_inputs = __webpack_require__(41648);
;// CONCATENATED MODULE: ./.build/js/src/actions/session.js







async function requestOf(inputs, host) {
    const config = await (0,load/* loadConfig */.Z9)(inputs.config);
    const environment = (0,load/* environmentOf */.p7)(config, inputs.environment);
    return {
        config: (0,load/* configFor */.m3)(config, environment),
        environmentName: inputs.environment,
        environment: (0,actions_inputs/* withReversible */.qL)(environment, inputs.reversible ?? ''),
        origin: (0,origin/* originOf */.y)(host.env),
        wait: inputs.wait === undefined ? 0 : (0,actions_inputs/* waitOf */.pE)(inputs.wait),
        env: host.env,
        ...(await endedRuns(inputs['runs-token'] ?? '', host)),
        report: host.report,
    };
}
async function endedRuns(token, { env, report }) {
    if (token === '')
        return {};
    const { endedRunsOf } = await __webpack_require__.e(/* import() */ 2139).then(__webpack_require__.bind(__webpack_require__, 72139));
    const hasEnded = endedRunsOf(env, token, report);
    return hasEnded === undefined ? {} : { hasEnded };
}
async function withManifests(path, request, report) {
    const { config, environmentName } = request;
    const manifests = await manifestsOf(path, config, environmentName);
    const { withUnlistedWorkers } = await __webpack_require__.e(/* import() */ 7121).then(__webpack_require__.bind(__webpack_require__, 17121));
    const repositories = Object.values(config.images).map(({ repository }) => repository);
    const { environment, unlisted } = withUnlistedWorkers(request.environment, manifests, repositories);
    for (const { kind, name } of unlisted)
        report(`${kind}/${name} also runs an image of ${config.app}, so it is released, watched and rolled back as a worker; if it receives traffic, create a separate slipway.yml for it`);
    const environments = { ...config.environments, [environmentName]: environment };
    return { request: { ...request, environment, config: { ...config, environments } }, manifests };
}
async function manifestsOf(path, config, name) {
    const environment = (0,load/* environmentOf */.p7)(config, name);
    const { loadManifests } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6884)]).then(__webpack_require__.bind(__webpack_require__, 96884));
    const manifests = await loadManifests((0,external_node_path_.dirname)(path), environment.manifests);
    if ((environment.monitoring?.objects ?? 'none') === 'none')
        return manifests;
    const [{ monitoringManifests }, { monitoringSubject }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(4972), __webpack_require__.e(8267), __webpack_require__.e(8790), __webpack_require__.e(2488)]).then(__webpack_require__.bind(__webpack_require__, 62488)),
        __webpack_require__.e(/* import() */ 6196).then(__webpack_require__.bind(__webpack_require__, 36196)),
    ]);
    return [...manifests, ...monitoringManifests(monitoringSubject(config, name), environment.verify?.url)];
}
async function withCluster(inputs, environment, host, load, use) {
    const opening = session_open(inputs, environment, host);
    const loading = load();
    loading.catch(() => undefined);
    const cluster = await opening;
    try {
        return await use(cluster, await loading);
    }
    catch (error) {
        if (cluster.changes() === 0)
            throw error;
        const { LeaseLost } = await __webpack_require__.e(/* import() */ 4859).then(__webpack_require__.bind(__webpack_require__, 24859));
        throw error instanceof LeaseLost ? error : (0,errors/* markMidway */.$L)(error);
    }
    finally {
        await cluster.close();
    }
}
function session_open({ config, context, patient = true }, environment, host) {
    const trust = environment.cluster;
    if (context !== '' || trust === undefined) {
        return (0,port/* connect */.N)({ patient, ...(context === '' ? {} : { context }) });
    }
    const { ca, ...rest } = trust;
    const settings = { ...rest, ...(ca === undefined ? {} : { ca: (0,external_node_path_.join)((0,external_node_path_.dirname)(config), ca) }) };
    return connectByOidc(settings, host.env, { patient });
}


/***/ }),

/***/ 70750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ inSentence),
/* harmony export */   X: () => (/* binding */ endpointOf)
/* harmony export */ });
/* harmony import */ var _toolkit_body_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5346);

const largestBody = 64 * 1024 * 1024;
function endpointOf({ service, url = '', token, username, headers }, cluster, env) {
    if (service !== undefined) {
        const { namespace, name, port } = service;
        const proxy = `/api/v1/namespaces/${namespace}/services/${name}:${port}/proxy`;
        return {
            ...{ name: `${namespace}/${name}:${port}`, secret: '', missing: undefined },
            send: (path, signal, request = { method: 'GET' }) => cluster.fetch(`${proxy}${path}`, signal, {
                ...request,
                ...(headers === undefined ? {} : { headers }),
            }),
        };
    }
    const base = url.replace(/\/+$/, '');
    const secret = token === undefined ? '' : (env[token] ?? '').trim();
    const login = username === undefined
        ? `Bearer ${secret}`
        : `Basic ${Buffer.from(`${username}:${secret}`).toString('base64')}`;
    return {
        ...{ name: URL.parse(base)?.host ?? base, secret },
        missing: token !== undefined && secret === '' ? `${token} is empty` : undefined,
        send: async (path, signal, { method, body } = { method: 'GET' }) => {
            const response = await fetch(`${base}${path}`, {
                ...{ method, signal, redirect: 'manual' },
                headers: {
                    ...headers,
                    ...(secret === '' ? {} : { authorization: login }),
                    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
                },
                ...(body === undefined ? {} : { body: JSON.stringify(body) }),
            });
            const location = response.headers.get('location');
            const text = await (0,_toolkit_body_js__WEBPACK_IMPORTED_MODULE_0__/* .readUpTo */ .V)(response.body, largestBody, tooLarge);
            return {
                ...{ status: response.status, body: text.toString('utf8') },
                ...(location === null ? {} : { location }),
            };
        },
    };
}
const tooLarge = () => new Error('its response is larger than 64 MiB');
function inSentence(text) {
    const line = text.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
    return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}


/***/ }),

/***/ 9621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BA: () => (/* binding */ execCredential),
/* harmony export */   gj: () => (/* binding */ requestIdToken),
/* harmony export */   xD: () => (/* binding */ issuerOf)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25726);
/* harmony import */ var _jwt_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99177);



const attempts = 4;
const remedy = 'add `permissions: id-token: write` to the job; pull requests from forks and Dependabot never get such a token';
function issuerOf(env) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = env;
    if (!url || !bearer || !URL.canParse(url)) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('this job may not request an OIDC token from GitHub', remedy);
    }
    return { url: new URL(url), bearer };
}
async function requestIdToken(env, audience, { fetch: send = fetch, sleep } = {}) {
    const { url, bearer } = issuerOf(env);
    url.searchParams.set('audience', audience);
    const unfinished = (outcome) => 'problem' in outcome && outcome.passes;
    const outcome = await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L)({ attempts, unfinished, delay: count => 250 * 2 ** count, sleep }, () => askOnce(url, bearer, send));
    if ('token' in outcome)
        return outcome.token;
    const denied = outcome.problem.startsWith('answered 40');
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`GitHub gave no OIDC token for the audience "${audience}": its token service ${outcome.problem}`, denied ? remedy : 'run the job again');
}
async function askOnce(url, bearer, send) {
    let status;
    let text;
    try {
        const response = await send(url, {
            headers: { authorization: `Bearer ${bearer}`, accept: 'application/json' },
            redirect: 'error',
            signal: AbortSignal.timeout(10_000),
        });
        status = response.status;
        text = await response.text();
    }
    catch (error) {
        const { name, cause } = error;
        const why = name === 'TimeoutError' ? 'within 10 s' : `(${cause?.code ?? name})`;
        return { problem: `did not answer ${why}`, passes: true };
    }
    if (status !== 200) {
        return { problem: `answered ${status}`, passes: status === 429 || status >= 500 };
    }
    const token = tokenIn(text);
    return token === undefined ? { problem: 'answered without a token', passes: false } : { token };
}
function tokenIn(text) {
    try {
        const { value } = JSON.parse(text);
        return typeof value === 'string' && (0,_jwt_js__WEBPACK_IMPORTED_MODULE_2__/* .claimsOf */ .d)(value) !== undefined ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function execCredential(token, now) {
    const { exp, iat } = (0,_jwt_js__WEBPACK_IMPORTED_MODULE_2__/* .claimsOf */ .d)(token) ?? {};
    const status = { token, ...(exp === undefined ? {} : { expirationTimestamp: renewalOf(exp, iat, now) }) };
    return { apiVersion: 'client.authentication.k8s.io/v1', kind: 'ExecCredential', status };
}
function renewalOf(exp, iat, now) {
    const left = exp * 1000 - now;
    const life = iat === undefined ? left : Math.min(left, (exp - iat) * 1000);
    const end = now + life - Math.min(60_000, Math.max(0, life) / 5);
    return new Date(end).toISOString().replace(/\.\d+Z$/, 'Z');
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

/***/ 75578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fj: () => (/* binding */ secretsOf),
/* harmony export */   Q0: () => (/* binding */ hiding),
/* harmony export */   dC: () => (/* binding */ parseSecrets),
/* harmony export */   tX: () => (/* binding */ secretArguments)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60512);



function secretsOf(names, images, env) {
    return names.flatMap(name => Object.entries(images[name]?.secrets ?? {}).map(([id, variable]) => {
        const value = env[variable];
        if (value && value.trim().length >= _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_1__/* .shortest */ .pr)
            return value;
        if (value)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the secret "${id}" of the image "${name}" comes from ${variable}, which has fewer than ${_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_1__/* .shortest */ .pr} characters: too few to mask it in the log`, 'use a longer one, or remove it from `secrets` if it is not a secret');
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the secret "${id}" of the image "${name}" comes from ${variable}, which is ${value === '' ? 'empty' : 'not set'}`, `set ${variable} in the \`env\` of this step or in its input \`secrets\`; runs for forks and Dependabot cannot build it, because they get no secrets`);
    }));
}
function parseSecrets(text) {
    const remedy = 'pass a JSON map from names of variables to their values, such as {"NPM_TOKEN": "…"}';
    if (text.trim() === '')
        return {};
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the `secrets` input is not JSON', remedy);
    }
    const entries = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(value) ? Object.entries(value) : undefined;
    const fits = entries?.every((each) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(each[0]) && typeof each[1] === 'string');
    if (entries === undefined || fits !== true)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the `secrets` input is not a map of variables', remedy);
    return Object.fromEntries(entries);
}
function secretArguments(secrets) {
    return Object.entries(secrets).flatMap(([id, variable]) => ['--secret', `id=${id},env=${variable}`]);
}
function hiding(values) {
    return values.length === 0 ? line => line : line => (0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutSecrets */ .cT)(line, values);
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
/* harmony export */   fU: () => (/* binding */ formatTime)
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
const formatTime = (at) => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;


/***/ }),

/***/ 6849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ gitHubOf)
/* harmony export */ });
function gitHubOf(env, token) {
    const [owner, repo] = env.GITHUB_REPOSITORY?.split('/') ?? [];
    if (token === '' || owner === undefined || repo === undefined)
        return undefined;
    return {
        repo: { owner, repo },
        open: async () => (await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(3645)]).then(__webpack_require__.bind(__webpack_require__, 43645))).openOctokit(env, token),
    };
}


/***/ }),

/***/ 991:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hn: () => (/* binding */ cell),
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   kB: () => (/* binding */ time),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
function cell(text) {
    return text
        .replace(/\s+/g, ' ')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('://', '&#58;//')
        .replace(/\bwww\./gi, each => each.replace('.', '&#46;'))
        .replace(/[\\|[\]*_`~]/g, '\\$&');
}
function table(head, rows) {
    if (rows.length === 0)
        return '';
    const line = (cells) => `| ${cells.map(cell).join(' | ')} |`;
    return [line(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n');
}
function fenced(language, lines) {
    const longest = Math.max(2, ...lines.flatMap(line => (line.match(/`+/g) ?? []).map(run => run.length)));
    const fence = '`'.repeat(longest + 1);
    return `${fence}${language}\n${lines.join('\n')}\n${fence}`;
}
function time(ms) {
    return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}


/***/ })

};
