package io.plumbline.assess;

import io.plumbline.model.BadInput;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.parser.Parser;

/** Hands on the events of a YAML text until one of them is a trick: an alias, or one nest too many. */
final class GuardedEvents implements Parser {
    private static final int DEEPEST = 50;

    private final String file;
    private final Parser parser;
    private int depth;

    GuardedEvents(String file, Parser parser) {
        this.file = file;
        this.parser = parser;
    }

    @Override
    public boolean checkEvent(Event.ID choice) {
        return parser.checkEvent(choice);
    }

    @Override
    public Event peekEvent() {
        return parser.peekEvent();
    }

    @Override
    public boolean hasNext() {
        return parser.hasNext();
    }

    @Override
    public Event next() {
        Event event = parser.next();
        switch (event) {
            case AliasEvent alias ->
                throw new BadInput(Yaml.at(file, alias.getStartMark()) + "aliases (*" + alias.getAlias()
                        + ") are not used here; write the value out.");
            case CollectionStartEvent start -> {
                if (++depth > DEEPEST) {
                    throw new BadInput(
                            Yaml.at(file, start.getStartMark()) + "this is nested more than " + DEEPEST + " deep.");
                }
            }
            case CollectionEndEvent end -> depth--;
            default -> {}
        }
        return event;
    }
}
