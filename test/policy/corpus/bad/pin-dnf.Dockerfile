FROM registry.access.redhat.com/ubi9/ubi-minimal:9.6@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c
RUN microdnf install -y tini && microdnf clean all
COPY app /app
USER 10001
HEALTHCHECK NONE
ENTRYPOINT ["/app"]
