# Sums up stacks ("thread;frame;...;frame samples", the innermost last): kind|share|name.

function part(frames, count,    i) {
    for (i = count; i > 1; i--) {
        if (frames[i] ~ /_\[k\]$/) return kernel(frames, i)
        if (frames[i] ~ /libsqlitejdbc/) return "SQLite"
        if (match(frames[i], /^io\/firstcome\/[a-z]+/)) return "firstcome " substr(frames[i], 14, RLENGTH - 13)
        if (frames[i] ~ /^io\/netty/) return "Netty"
        if (frames[i] ~ /^io\/vertx/) return "Vert.x"
        if (frames[i] ~ /^com\/google/) return "protobuf"
        if (frames[i] ~ /^org\/sqlite/) return "SQLite's driver"
    }
    return "JVM and C library"
}

# What the kernel was asked for.
function kernel(frames, i,    j) {
    for (j = i; j > 1; j--) {
        if (frames[j] ~ /sync/) return "kernel: sync"
        if (frames[j] ~ /tcp_|sock_|inet_|net_rx/) return "kernel: network"
        if (frames[j] ~ /ext4|pwrite|pread/) return "kernel: files"
        if (frames[j] ~ /futex/) return "kernel: threads waiting and waking"
        if (frames[j] ~ /epoll|eventfd/) return "kernel: event loops waiting and waking"
        if (frames[j] !~ /_\[k\]$/) break
    }
    return "kernel: other"
}

{
    samples = $NF
    sub(/ [0-9]+$/, "")
    count = split($0, frames, ";")
    thread = frames[1]
    sub(/^\[/, "", thread)
    sub(/-?[0-9]* tid=[0-9]+\]$/, "", thread)
    if (thread ~ /^(C1|C2|VM|GC|Monitor|main|preload)/) next
    total += samples
    threads[thread] += samples
    parts[part(frames, count)] += samples
    selves[frames[count]] += samples
}

END {
    for (name in threads) print "1 thread|" threads[name] / total * 100 "|" name
    for (name in parts) print "2 part|" parts[name] / total * 100 "|" name
    for (name in selves) print "3 method|" selves[name] / total * 100 "|" name
}
