FROM debian:13.1-slim@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c
COPY app /app
RUN chmod u+s /app
USER 10001
HEALTHCHECK NONE
ENTRYPOINT ["/app"]
