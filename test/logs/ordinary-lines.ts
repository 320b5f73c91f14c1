/** Lines as applications write them, with what only resembles a secret. */
const templates: ((n: number, hex: string) => string)[] = [
  (n, hex) =>
    `{"time":"2026-01-01T00:00:00Z","level":"info","message":"GET /items/${n} 200","trace_id":"${hex}"}`,
  (n, hex) =>
    `10.0.${n % 250}.7 - - [01/Jan/2026:00:00:00 +0000] "GET /cart?id=${n}&sort=asc HTTP/1.1" 200 ${n} "-" "curl/8.5" ${hex}`,
  n =>
    `level=warn msg="slow query" duration=${n}ms query="SELECT id, password_hash FROM users WHERE id = $1"`,
  n => `INFO  user ${n} changed password`,
  n => `Authorization: Bearer *** (user ${n})`,
  n => `{"headers":{"authorization":"Bearer [REDACTED]","cookie":"[FILTERED]"},"n":${n}}`,
  n => `authorization: Bearer <token ${n}>`,
  () => 'WARN  Authorization header missing, expected: Authorization: Bearer token',
  () => 'authorization: basic realm="shop"',
  n => `GET /login?password=****&user=${n}`,
  n => `GET /reset?password=[FILTERED]&id=${n}`,
  n => `POST /oauth/token?access_token=REDACTED-${n}`,
  n => `password=null retries=${n}`,
  (_, hex) => `pulled image registry.example.com/shop@sha256:${hex}${hex}`,
  n => `connecting to postgres://db.example.com:5432/shop attempt ${n}`,
  n => `connecting to postgres://shop@db.example.com/shop attempt ${n}`,
  n => `connecting to redis://cache:6379/${n % 16}`,
  () => 'fetching https://example.com/a@b:c/d',
  (_, hex) => `etag "${hex}" session_id=${hex.slice(0, 12)}`,
  (_, hex) => `-----BEGIN CERTIFICATE----- ${hex}`,
  () => 'loaded -----BEGIN PUBLIC KEY----- from /etc/keys/jwt.pub',
  n =>
    `card ending in 42${String(n % 100).padStart(2, '0')} charged, order 4000${String(n).padStart(12, '0')}`,
  (_, hex) => `data:image/png;base64,${Buffer.from(hex).toString('base64')}`,
  (_, hex) => `decoded header eyJhbGciOiJIUzI1NiJ9, key id ${hex.slice(0, 8)}`,
  n => `uuid 7f9c24e8-3b12-4fef-91e0-${String(n).padStart(12, '0')}`,
  n => `    at Object.<anonymous> (/app/dist/password-token-${n}.js:10:15)`,
  n => `token bucket refilled: ${n} tokens, secret santa draw done`,
  (_, hex) => `git commit ${hex.slice(0, 32)}${hex.slice(0, 8)}`,
  n => `AKIA is the prefix of key ids; AKIAIOSFODNN7EXAMPLE is the one of the documentation (${n})`,
  n => `\u001b[32m[vite]\u001b[0m hot updated: /src/${n}.ts`,
];

/** Returns ordinary lines, the same at every call. */
export function ordinaryLines(count: number): string[] {
  let seed = 42;
  const next = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed;
  };
  return Array.from({ length: count }, (_, n) => {
    const hex = Array.from({ length: 4 }, () => next().toString(16).padStart(8, '0')).join('');
    return templates[n % templates.length]?.(n, hex) ?? '';
  });
}
