FROM debian:13.1-slim@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c
# slipway ignore=pin-apt: the archive behind this mirror is a snapshot of one day
RUN apt-get update && apt-get install -y --no-install-recommends tini && rm -rf /var/lib/apt/lists/*
COPY app /app
USER 10001
HEALTHCHECK NONE
ENTRYPOINT ["/app"]
