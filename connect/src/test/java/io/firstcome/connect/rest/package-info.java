@NullMarked
package io.firstcome.connect.rest;

import org.jspecify.annotations.NullMarked;
