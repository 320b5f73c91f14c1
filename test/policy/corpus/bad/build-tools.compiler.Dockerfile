FROM debian:13.1-slim@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c
RUN apt-get update && apt-get install -y --no-install-recommends gcc=4:14.2.0-1 && rm -rf /var/lib/apt/lists/*
COPY app /app
USER 10001
HEALTHCHECK NONE
ENTRYPOINT ["/app"]
