# Kommentar mit Umlauten: äöüß, 漢字, emoji 😀, a combining é, a bidirectional mark ‮ and a no-break space: ' '
FROM alpine:3.22
LABEL title="Müller & Söhne — 日本語" author='Zoë 😀' note="a​b"
ENV GRÜSSE="schöne Grüße" PRICE=€5
RUN echo "naïve café 😀" && echo 'コンニチハ' > "/tmp/файл.txt"
COPY ünïcödé/ /données/
WORKDIR /srv/données
USER 1000
CMD ["echo", "\u00e9\ud83d\ude00 é😀"]
