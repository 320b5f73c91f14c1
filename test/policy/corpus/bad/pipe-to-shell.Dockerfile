FROM debian:13.1-slim@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c AS fetch
RUN set -o pipefail; curl -fsSL https://example.com/install.sh | bash -s -- --yes
FROM debian:13.1-slim@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c
COPY app /app
USER 10001
HEALTHCHECK NONE
ENTRYPOINT ["/app"]
