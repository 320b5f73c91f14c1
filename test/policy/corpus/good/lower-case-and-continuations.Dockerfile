# Written by hand, in small letters.
from debian:13.1-slim@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c as base
run mkdir /data \

    # a comment, and an empty line before it

 && chown 10001 /data
copy app /app
user 10001
healthcheck none
entrypoint [ "/app" ]
