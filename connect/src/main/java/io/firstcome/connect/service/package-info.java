/// Services that gRPC's tools expect of every server: its health, and what it serves.
@NullMarked
package io.firstcome.connect.service;

import org.jspecify.annotations.NullMarked;
