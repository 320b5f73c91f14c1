FROM debian:13.1-slim@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c
COPY app /app
RUN mkdir /data && \
    chmod -R a+rwX /data
USER 10001
HEALTHCHECK NONE
ENTRYPOINT ["/app"]
