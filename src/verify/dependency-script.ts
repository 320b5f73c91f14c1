/** Exit code of the script when it cannot ask. */
export const unable = 3;

/**
 * What a container of the pod runs: plain POSIX sh, so that BusyBox will do. Its last lines become the message of the container. It prints
 * nothing that a server says which gets a password, because the server may repeat it.
 */
export const script = `set -u
export LC_ALL=C
fail() { echo "$1"; exit 1; }
unable() { echo "$1"; exit ${unable}; }
has() { command -v "$1" >/dev/null 2>&1; }
need() { has "$1" || unable "the image has no $1"; }
limit=15
limited() { if has timeout; then timeout "$limit" "$@"; else "$@"; fi; }
asked() { limited curl --globoff --silent --show-error --max-time 10 \${CA_FILE:+--cacert "$CA_FILE"} --output /dev/null --write-out '%{http_code}' "$@" "$URL" 2>&1; }
now() { date +%s 2>/dev/null || echo "$1"; }
probe() { case $KIND in
  tcp)
    need nc
    said=$(limited nc -z -w 5 "$HOST" "$PORT" 2>&1 </dev/null) || case $said in
      # The nc of some BusyBoxes has no -z.
      *"invalid option"* | *"unrecognized option"*)
        said=$(limited nc -w 5 "$HOST" "$PORT" -e true 2>&1 </dev/null) || fail "\${said:-it does not accept the connection}"
        ;;
      *) fail "\${said:-it does not accept the connection}" ;;
    esac
    ;;
  dns)
    if has getent; then said=$(limited getent hosts "$HOST" 2>&1) || fail "the name does not resolve"
    else
      need nslookup
      said=$(limited nslookup "$HOST" 2>&1) || fail "the name does not resolve"
    fi
    ;;
  http)
    if has curl; then
      said=$(asked) || { said=\${said#000}; fail "\${said%000}"; }
      case $said in 2??) ;; *) fail "it answers with the status $said, expected 2xx" ;; esac
    else
      need wget
      said=$(limited wget -qS -T 10 \${CA_FILE:+--ca-certificate="$CA_FILE"} -O /dev/null "$URL" 2>&1)
      ended=$?
      # wget follows redirects.
      case $said in
        *"nvalid option"* | *"nrecognized option"*) unable "the wget of the image is too old; add curl" ;;
        *HTTP/?.?" 3"*) fail "it answers with a redirect, expected 2xx" ;;
        *HTTP/?.?" "[45]*) said=\${said##*HTTP/?.? }; fail "it answers with the status \${said%%[!0-9]*}, expected 2xx" ;;
      esac
      [ "$ended" = 0 ] || { said=\${said##*wget: }; fail "\${said:-it does not answer}"; }
    fi
    ;;
  s3)
    need curl
    if [ -n "\${ID-}" ]; then
      case $ID$PASSWORD in *[!A-Za-z0-9/+=_.-]*) unable "the key in the Secret contains a character that is not allowed" ;; esac
      said=$(printf 'user = %s:%s\\n' "$ID" "$PASSWORD" | asked --head --config - --aws-sigv4 "aws:amz:$REGION:s3")
    else said=$(asked --head)
    fi
    case $said in
      2??) ;;
      *sigv4*) unable "the curl of the image is too old to sign" ;;
      3??) fail "the bucket is in another region" ;;
      400 | 401 | 403) fail "it refuses the credentials, or access to the bucket" ;;
      404) fail "there is no such bucket" ;;
      [45]??) fail "it answers with the status $said" ;;
      *certificate*) fail "its certificate is not trusted" ;;
      *) fail "it does not answer" ;;
    esac
    ;;
  redis)
    # After a rejected connection openssl may wait without end. A second one then succeeds.
    limit=4
    if [ -n "\${TLS-}" ]; then
      need openssl
      case $HOST in *[!0-9.]*) name="-verify_hostname $HOST -servername $HOST" ;; *) name="-verify_ip $HOST" ;; esac
      connect() { limited openssl s_client -quiet -verify_quiet -verify_return_error $name -connect "$HOST:$PORT" \${CA_FILE:+-CAfile "$CA_FILE"} 2>&1; }
    else
      need nc
      connect() { limited nc -w 5 "$HOST" "$PORT" 2>/dev/null; }
    fi
    said=$({
      [ -z "\${PASSWORD-}" ] || printf '*2\\r\\n$4\\r\\nAUTH\\r\\n$%s\\r\\n%s\\r\\n' "\${#PASSWORD}" "$PASSWORD"
      printf '*1\\r\\n$4\\r\\nPING\\r\\n*1\\r\\n$4\\r\\nQUIT\\r\\n'
    } | connect | head -c 2000)
    case $said in
      *'verify error'* | *'verify failed'*) fail "its certificate is not trusted" ;;
      *WRONGPASS* | *'invalid password'*) fail "it refuses the password" ;;
      *'without any password'* | *'no password is set'*) fail "it has no password, so a client that sends one fails" ;;
      *NOAUTH*) fail "it requires a password" ;;
      *PONG*) ;;
      '') fail "it does not answer PING" ;;
      *) if [ -n "\${PASSWORD-}\${TLS-}" ]; then fail "it does not answer PING with PONG"; else fail "it answers PING with: $said"; fi ;;
    esac
    ;;
  postgres)
    need psql
    said=$(limited psql -XAtwc 'SELECT 1' 2>&1) && [ "$said" = 1 ] && exit 0
    [ -n "\${PGPASSWORD-}" ] || fail "it answers SELECT 1 with: $said"
    case $said in
      *'authentication failed'*) fail "it refuses the user or the password" ;;
      *certificate*) fail "its certificate is not trusted" ;;
      *'support SSL'*) fail "it has no TLS" ;;
      *pg_hba*) fail "its pg_hba.conf has no entry for the connection" ;;
      *'translate host name'*) fail "the name does not resolve" ;;
      *efused*) fail "it does not accept the connection" ;;
      *'timeout expired'* | *'timed out'*) fail "it does not answer in time" ;;
      *'does not exist'*) fail "it has no such user or database" ;;
      *) fail "it does not answer SELECT 1 with 1" ;;
    esac
    ;;
esac; }
# A network policy may reject the first connections of a new pod.
started=$(now 0)
while said=$(probe); ended=$?; [ "$ended" = 1 ] && [ $(($(now 5) - started)) -lt 5 ]; do sleep 1; done
[ -z "$said" ] || echo "$said"
exit "$ended"
`;
