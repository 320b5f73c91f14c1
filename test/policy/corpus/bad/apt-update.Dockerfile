FROM debian:13.1-slim@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c AS tools
RUN apt-get update
FROM debian:13.1-slim@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c
COPY app /app
USER 10001
HEALTHCHECK NONE
ENTRYPOINT ["/app"]
