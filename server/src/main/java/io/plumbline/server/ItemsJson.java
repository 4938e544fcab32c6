package io.plumbline.server;

import java.util.List;

/** A list that comes whole. */
record ItemsJson<T>(List<T> items) {}
