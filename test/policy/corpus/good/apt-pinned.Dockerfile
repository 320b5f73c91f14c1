FROM debian:13.1-slim@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c
RUN set -o pipefail \
  && apt-get update \
  # What signs and what verifies.
  && apt-get install -y --no-install-recommends \
       ca-certificates=20250419 \
       tini=0.19.0-3+b3 \
  && rm -rf /var/lib/apt/lists/*
COPY --chmod=755 app /app
USER 10001
HEALTHCHECK NONE
ENTRYPOINT ["/app"]
