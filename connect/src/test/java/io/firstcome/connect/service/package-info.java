@NullMarked
package io.firstcome.connect.service;

import org.jspecify.annotations.NullMarked;
