FROM debian:13.1-slim@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c AS fetch
ADD --checksum=sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c https://example.com/tool.tar.gz /tool.tar.gz
ADD https://github.com/acme/lib.git#a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1 /lib
RUN curl -fsSLo /other https://example.com/other \
 && echo "4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c  /other" | sha256sum -c -

FROM debian:13.1-slim@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c
COPY --from=fetch /tool.tar.gz /lib /opt/
COPY app /app
USER 10001
HEALTHCHECK NONE
ENTRYPOINT ["/app"]
