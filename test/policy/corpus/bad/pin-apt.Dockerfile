FROM debian:13.1-slim@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c
RUN apt-get update \
 && apt-get install -y --no-install-recommends \
      tini=0.19.0-3+b3 \
      ca-certificates \
 && rm -rf /var/lib/apt/lists/*
COPY app /app
USER 10001
HEALTHCHECK NONE
ENTRYPOINT ["/app"]
