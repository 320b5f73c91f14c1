FROM debian:13.1-slim@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c AS fetch
RUN wget --no-check-certificate -O /tool https://example.com/tool && echo "4c  /tool" | sha256sum -c
FROM debian:13.1-slim@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c
COPY app /app
USER 10001
HEALTHCHECK NONE
ENTRYPOINT ["/app"]
