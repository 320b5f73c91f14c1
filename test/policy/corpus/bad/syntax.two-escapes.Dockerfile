FROM debian:13.1-slim@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c
RUN echo one \\
USER root
USER 10001
HEALTHCHECK NONE
ENTRYPOINT ["/app"]
