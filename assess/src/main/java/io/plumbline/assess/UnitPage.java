package io.plumbline.assess;

import java.util.List;

/**
 * Some of the units that somebody asked for.
 *
 * @param total how many there are in all
 */
public record UnitPage(long total, List<JudgedUnit> units) {}
