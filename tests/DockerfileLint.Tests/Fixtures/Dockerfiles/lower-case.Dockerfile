from scratch as Builder
add rootfs.tar.xz /
Env Lang=C.UTF-8
run ["/bin/true"]
copy --from=0 /a /b
From builder
cmd ["/bin/sh"]
