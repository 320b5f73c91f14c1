FROM debian:13.1-slim@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c
# slipway ignore=pin-pip
COPY app /app
USER 10001
HEALTHCHECK NONE
ENTRYPOINT ["/app"]
