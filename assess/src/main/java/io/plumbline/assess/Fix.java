package io.plumbline.assess;

/** How to mend what a rule found, in three ways; each text stands on its own. */
public record Fix(String console, String cli, String terraform) {}
